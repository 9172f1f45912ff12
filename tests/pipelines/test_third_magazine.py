"""A third magazine, written before any rule was looked at: thirteen looks, twenty-two kinds of pages."""

from __future__ import annotations

import pytest

from bench.magazine import Score, measured, shares
from crawler import sites
from tests.ezine.third import THIRD_LAYOUTS, third

# Where neither contents nor heads say which of two lines or pictures is the title, nothing does.
_TITLES = {"pictured": 0.7, "quarterly": 0.8, "digest": 0.85, "generated": 0.85, "portal": 0.9}
# Comments whose heading is not known, and boxes that change from page to page below a line.
_FRAMES = {"node": 0.93}


@pytest.fixture(scope="module")
def scores() -> dict[str, Score]:
    """Return what was found of each look, four issues of each."""
    site = third(52)
    return measured(dict(site.pages), site.truth, sites.load("generic"))


@pytest.mark.parametrize("look", THIRD_LAYOUTS)
def test_texts_frames_titles_and_authors_are_found(scores: dict[str, Score], look: str) -> None:
    """Letters, mail, listings, cartoons, calendars, notes; portals, weblogs, digests, pictures for titles."""
    figures = shares(scores[look])
    assert figures["body F1"] >= 0.98
    assert figures["furniture F1"] >= _FRAMES.get(look, 0.95)
    assert figures["title"] >= _TITLES.get(look, 0.98)
    assert figures["authors"] >= 0.9
