"""A second magazine of quite other looks than the first, which no rule was written for."""

from __future__ import annotations

import pytest

from bench.magazine import Score, measured, shares
from crawler import sites
from tests.ezine.second import SECOND_LAYOUTS, second


@pytest.fixture(scope="module")
def scores() -> dict[str, Score]:
    """Return what was found of each look, two issues of each."""
    site = second(16)
    return measured(dict(site.pages), site.truth, sites.load("generic"))


@pytest.mark.parametrize("look", SECOND_LAYOUTS)
def test_texts_frames_titles_and_authors_are_found(scores: dict[str, Score], look: str) -> None:
    """Verses, quizzes, letters, notes, listings; kickers, comments, teasers, licences, side columns, rows of links."""
    figures = shares(scores[look])
    # Advertisements that take turns in the middle of a text are too seldom to be learned.
    rotating = look == "advertised"
    assert figures["body F1"] >= (0.97 if rotating else 0.995)
    assert figures["furniture F1"] >= (0.7 if rotating else 0.9)
    assert figures["title"] == 1.0
    assert figures["authors"] == 1.0
