"""A third magazine, written before any rule was looked at: thirteen looks, twenty-two kinds of pages."""

from __future__ import annotations

import pytest

from bench.magazine import Score, measured, shares
from crawler import sites
from tests.ezine.third import THIRD_LAYOUTS, third

# Where neither contents nor heads say which of two lines or pictures is the title, nothing does.
_TITLES = {"pictured": 0.8, "quarterly": 0.85, "portal": 0.95}
# All its pages lie in one folder, and are too few of the site's for their frame to be learned.
_FRAMES = {"node": 0.85}


@pytest.fixture(scope="module")
def scores() -> dict[str, Score]:
    """Return what was found of each look, eight issues of each."""
    site = third(104)
    return measured(dict(site.pages), site.truth, sites.load("generic"))


@pytest.mark.parametrize("look", THIRD_LAYOUTS)
def test_texts_frames_titles_and_authors_are_found(scores: dict[str, Score], look: str) -> None:
    """Letters, mail, listings, cartoons, calendars, notes; portals, weblogs, digests, pictures for titles."""
    figures = shares(scores[look])
    assert figures["body F1"] >= (0.97 if look in _FRAMES else 0.99)
    assert figures["furniture F1"] >= _FRAMES.get(look, 0.98)
    assert figures["title"] >= _TITLES.get(look, 0.98)
    assert figures["authors"] >= 0.95
