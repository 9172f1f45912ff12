"""Whole magazines in many layouts: the same articles come out of all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from crawler.replica.folder import write
from crawler.replica.layouts import layout_names
from crawler.replica.replica import Replica
from tests.pipelines.magazines import SHARED, Reading, lines
from tests.pipelines.rewrites import REWRITES

if TYPE_CHECKING:
    from pathlib import Path

SHARED_LAYOUTS = ("tables", "divs", "xhtml")


@pytest.mark.parametrize("name", layout_names())
def test_every_layout_of_the_replica_gives_exactly_its_truth(name: str, tmp_path: Path) -> None:
    """Titles, authors, bylines, issues, blocks and kinds are exact; nothing is extra and nothing unplaced."""
    write(Replica.build(name, issues=9), tmp_path / "site")
    reading = Reading(tmp_path / "site", tmp_path / "out")
    assert dict(reading.differences()) == {}
    assert len(reading.issues) == 9
    assert len(reading.articles) >= 36


@pytest.mark.parametrize("name", ["nested", "broken", "mislabelled"])
def test_the_whole_magazine_gives_exactly_its_truth(name: str, tmp_path: Path) -> None:
    """All 81 issues: also those in which no page but the first prints a masthead, so that only it lists the others."""
    write(Replica.build(name), tmp_path / "site")
    reading = Reading(tmp_path / "site", tmp_path / "out")
    assert dict(reading.differences()) == {}
    assert (len(reading.issues), len(reading.truth["articles"])) == (81, 324)


@pytest.mark.parametrize("name", layout_names())
def test_every_page_shows_its_ticker(name: str, tmp_path: Path) -> None:
    """The rates of each page's ticker are those the truth gives for it."""
    replica = Replica.build(name, issues=3)
    write(replica, tmp_path / "site")
    Reading(tmp_path / "site", tmp_path / "out")
    quotes = {
        line["page_url"]: [(q["pair"], q["rate"], q["change"]) for q in line["quotes"]]
        for line in lines(tmp_path / "out" / "furniture.jsonl")
        if line["kind"] == "ticker"
    }
    for article in replica.truth().articles:
        wanted = [(r.pair, float(r.rate), float(r.change) if r.change else None) for r in article.ticker]
        found = next((found for url, found in quotes.items() if url.endswith(article.url)), [])
        assert found == wanted, article.url


@pytest.mark.parametrize("name", SHARED_LAYOUTS)
def test_the_example_layouts_give_exactly_their_truth(name: str, tmp_path: Path) -> None:
    """The three examples that came with the contract are read without a difference."""
    folder = SHARED / "layouts" / name
    if not folder.is_dir():
        pytest.skip("the example layouts are not here")
    reading = Reading(folder, tmp_path / "out")
    assert dict(reading.differences()) == {}
    assert (len(reading.articles), len(reading.issues)) == (48, 16)


@pytest.mark.parametrize("rewrite", REWRITES)
def test_a_rewrite_of_the_html_changes_no_word(rewrite: str, tmp_path: Path) -> None:
    """Other tags around the same text give the same words of the same articles."""
    write(Replica.build("nested", issues=4), tmp_path / "site")
    plain = Reading(tmp_path / "site", tmp_path / "plain")
    rewritten = Reading(tmp_path / "site", tmp_path / "rewritten", REWRITES[rewrite])
    assert rewritten.words() == plain.words()
    assert {url: line["title"] for url, line in rewritten.articles.items()} == {
        url: line["title"] for url, line in plain.articles.items()
    }
    assert {url: line["authors"] for url, line in rewritten.articles.items()} == {
        url: line["authors"] for url, line in plain.articles.items()
    }
