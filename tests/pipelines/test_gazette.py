"""Another magazine under the generic profile: titles, authors and texts come out of a site nothing is known of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from crawler import sites
from pipelines.archive.derive import derive
from tests.pipelines.gazette import LISTING, gazette
from tests.pipelines.magazines import lines
from tests.pipelines.reading import memento

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("style", ["rules", "divs", "breaks"])
def test_a_magazine_nothing_is_known_of_gives_its_articles(style: str, tmp_path: Path) -> None:
    """Heads with the magazine's name and number or none, bylines above or below, listings: all of it is exact.

    A series keeps what it says on each of its pages: it stands once in an issue, a frame on every page.
    """
    pieces = gazette(style)
    derive(
        [memento(piece.page, piece.url, second=n) for n, piece in enumerate(pieces)],
        profile=sites.load("generic"),
        folder=tmp_path,
    )
    found = {line["url"]: line for line in lines(tmp_path / "articles.jsonl")}
    assert sorted(found) == sorted(piece.url for piece in pieces)
    for piece in pieces:
        line = found[piece.url]
        assert (line["title"], tuple(line["authors"])) == (piece.title, piece.authors)
        assert line["text"].split() == " ".join(piece.texts).split()


def test_a_listing_stays_a_listing(tmp_path: Path) -> None:
    """The lines of a listing set into an article are one preformatted block, their indentation kept."""
    piece = next(piece for piece in gazette("rules") if LISTING[0] in piece.texts)
    derive([memento(piece.page, piece.url)], profile=sites.load("generic"), folder=tmp_path)
    (line,) = lines(tmp_path / "articles.jsonl")
    assert [b["text"] for b in line["blocks"] if b["kind"] == "preformatted"] == ["\n".join(LISTING)]
