"""A whole magazine nothing is known of, many looks and kinds of pages, read by the generic profile."""

from __future__ import annotations

import pytest

from bench.magazine import Score, measured, shares
from crawler import sites
from tests.ezine.layouts import Place
from tests.ezine.listing import LAYOUTS
from tests.ezine.matter import article
from tests.ezine.site import Ezine, ezine, in_one_folder
from tests.ezine.site import alone as without_lists

EARLY = ("rules", "tables", "breaks", "dump", "sidebar", "divisions", "pictures")
LATER = ("columns", "comments", "facts", "letterhead", "teasers")


@pytest.fixture(scope="module")
def magazine() -> Ezine:
    """Return 24 issues, 360 articles."""
    return ezine(24, layouts=(*EARLY, *LATER))


@pytest.fixture(scope="module")
def scores(magazine: Ezine) -> dict[str, Score]:
    """Return what was found of each look."""
    return measured(dict(magazine.pages), magazine.truth, sites.load("generic"))


@pytest.fixture(scope="module")
def alone(magazine: Ezine) -> dict[str, Score]:
    """Return what was found of each look without the pages that list articles."""
    return measured(dict(without_lists(magazine).pages), magazine.truth, sites.load("generic"))


@pytest.mark.parametrize("look", [*EARLY, *LATER])
def test_texts_and_frames_of_every_look_are_told_apart(scores: dict[str, Score], look: str) -> None:
    """Words of the text, and of all around it: columns, series, comics, listings, references, biographies."""
    figures = shares(scores[look])
    assert figures["body F1"] >= 0.99
    assert figures["furniture F1"] >= (0.98 if look in EARLY else 0.9)


@pytest.mark.parametrize("look", [*EARLY, *LATER])
def test_titles_and_authors_need_no_contents(alone: dict[str, Score], look: str) -> None:
    """Heads with the magazine's name around the title or nothing else, pictured titles, author lines in all forms."""
    figures = shares(alone[look])
    assert figures["title"] >= (1.0 if look in EARLY else 0.96)
    # A bare name in a heading may be anything.
    assert figures["authors"] >= (0.96 if look != "letterhead" else 0.8)


def test_nothing_hangs_on_folders(magazine: Ezine) -> None:
    """All issues in one folder, without the pages that list articles: looks are told by what their pages share."""
    site = in_one_folder(without_lists(magazine))
    for look, score in measured(dict(site.pages), site.truth, sites.load("generic")).items():
        figures = shares(score)
        assert figures["body F1"] >= 0.99, look
        assert figures["furniture F1"] >= 0.9, look
        assert figures["title"] >= 0.96, look


def test_contents_covers_and_indexes_are_no_articles(magazine: Ezine, scores: dict[str, Score]) -> None:
    """Nothing but articles comes out, and all of them do."""
    assert sum(score.pages for score in scores.values()) == len(magazine.truth)
    assert scores["rules"].extra == []


def test_the_ezine_is_the_same_each_time() -> None:
    """Its pages are functions of the number and the place: figures can be compared over the years."""
    first, again = (article(20, 3, heads=("{title}",)) for _ in range(2))
    assert first == again
    place = Place(article=first, before=None, behind=None, issue=(first,))
    assert {
        name for name, look in LAYOUTS.items() if first.texts[-1][:20] not in look(place).replace("\n", " ")
    } == set()
