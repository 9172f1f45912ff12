"""What is learned of a site, and what is not eaten although it stands on many pages."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from crawler.replica.folder import write
from crawler.replica.replica import Replica
from output.errors import ArchiveError
from pipelines.archive.derive import DerivedCounts, derive
from pipelines.archive.model_file import learned_before, model_digest, read_model, write_model
from pipelines.site.grouping import SAMPLE, grouped, sampled
from pipelines.site.learner import Learner
from pipelines.site.model import SiteModel, block_key
from tests.pipelines.clutter import ABOVE, BELOW, cluttered
from tests.pipelines.magazines import Reading, lines
from tests.pipelines.reading import NAME, PROFILE, memento

if TYPE_CHECKING:
    from pathlib import Path

SITE = "http://www.investkz.com/en/journals/45"
WARES = "barley copper timber fleece uranium cotton gravel cement salmon apples carpets candles".split()
MANY = 24


def _article(number: int, *more: str, series: tuple[str, ...] = (), frame: str = "") -> str:
    """Return page `number`: a text like no other's, `series` within it, `frame` around it."""
    ware = f"{WARES[number % 12]} {'abcdefghijklmnopqrstuvwxyz'[number % 26] * 4}"
    text = [
        f"Nobody in {ware} town had seen so much {ware} before; even the {ware} dealers shook their old heads.",
        *series,
        f"When {ware} prices fell, the {ware} growers turned to {WARES[(number + 5) % 12]} and kept {ware} for seed.",
        *more,
    ]
    body = "".join(f"<p>{line}</p>" for line in text)
    title = f"On {ware.title()}"
    return (
        f"<p>{NAME} №4, 2005</p>{frame}<h1>{title}</h1>{body}"
        "<p>© 1999-2016 The publishers</p><p>Printed on heavy paper by hand</p><p>Letters are welcome here</p>"
    )


def _derived(pages: list[str], folder: Path) -> tuple[DerivedCounts, list[list[str]]]:
    """Return the counts and each article's block texts."""
    captures = [memento(page, f"{SITE}/{n}.html", second=n) for n, page in enumerate(pages)]
    counts = derive(captures, profile=PROFILE, folder=folder)
    found = {line["url"]: [b["text"] for b in line["blocks"]] for line in lines(folder / "articles.jsonl")}
    return counts, [found.get(f"{SITE}/{n}.html", []) for n in range(len(pages))]


@pytest.mark.parametrize("layout", ["modern", "rows", "breaks", "dump"])
def test_clutter_that_no_rule_knows_is_furniture(layout: str, tmp_path: Path) -> None:
    """Bars, boxes and notes with changing names and numbers are furniture: nothing unplaced, every text exact."""
    write(Replica.build(layout, issues=9), tmp_path / "site")
    reading = Reading(tmp_path / "site", tmp_path / "out", cluttered)
    assert dict(reading.differences()) == {}
    repeated = {
        line["text"] for line in lines(tmp_path / "out" / "furniture.jsonl") if line["kind"] == "repeated"
    }
    for text in (*ABOVE, *BELOW):
        assert any(said.startswith(text.split("{")[0].strip()) for said in repeated), text


def test_a_subscription_box_inside_every_text_is_furniture(tmp_path: Path) -> None:
    """A box that stands in the middle of each article is no part of any."""
    box = "Do not miss the next number. Order the magazine at any post office of the republic under index 75830."
    _, texts = _derived([_article(n, series=(box,)) for n in range(MANY)], tmp_path)
    assert all(len(text) == 2 for text in texts)


def test_the_standing_words_of_a_series_stay_in_its_articles(tmp_path: Path) -> None:
    """A column's heading and its notice, on a quarter of the pages, are the articles' own; and they are counted."""
    heading = "From the Lawyer's Desk"
    notice = "The answers in this column are of a general nature and do not replace the advice of a lawyer."
    pages = [_article(n, series=(heading, notice) if n % 4 == 0 else ()) for n in range(MANY)]
    counts, texts = _derived(pages, tmp_path)
    assert all(text[1:3] == [heading, notice] for text in texts[::4])
    assert counts.kept == 2 * (MANY // 4)


def test_headings_that_every_article_has_stay_in_the_articles(tmp_path: Path) -> None:
    """Also where they stand on as many pages as the frame does: between texts of the page's own no frame stands."""
    headings = ("Introduction", "What It Means")
    pages = [
        _article(n, series=headings[1:]).replace("<p>Nobody", f"<p>{headings[0]}</p><p>Nobody", 1)
        for n in range(MANY)
    ]
    _, texts = _derived(pages, tmp_path)
    assert [(text[0], text[2]) for text in texts] == [headings[:2]] * MANY


def test_a_line_that_stands_above_every_text_is_furniture(tmp_path: Path) -> None:
    """It opens no text: `Print this page twice` is the site's, `Introduction` is the author's."""
    pages = [
        _article(n).replace("<p>Nobody", "<p>Print this page twice</p><p>Nobody", 1) for n in range(MANY)
    ]
    _, texts = _derived(pages, tmp_path)
    assert not [text for text in texts if "Print this page twice" in text]


def test_articles_of_a_near_identical_series_are_not_furniture(tmp_path: Path) -> None:
    """A monthly table of rates whose words are the same each time, but for the numbers, keeps its text."""
    same = (
        "The national bank has set the rates at which the tenge is bought and sold for the month that begins, and "
        "announces that {n} per cent of the reserve stays with it; the next such notice follows in thirty days."
    )
    pages = [_article(n) for n in range(MANY)]
    notices = [
        f"<p>{NAME} №4, 2005</p><h1>Notice {n}</h1><p>{same.format(n=n)}</p><p>© 1999-2016 The publishers</p>"
        "<p>Printed on heavy paper by hand</p><p>Letters are welcome here</p>"
        for n in range(8)
    ]
    counts, texts = _derived([*pages, *notices], tmp_path)
    assert texts[MANY:] == [[same.format(n=n)] for n in range(8)]
    assert counts.kept == 8


@pytest.mark.parametrize("head", ["A short notice", ""])
def test_a_short_notice_is_an_article_where_the_head_names_it(head: str, tmp_path: Path) -> None:
    """Twenty words between a title and a known frame are one if the page's head says that title, and none if not."""
    foot = "<p>© 1999-2016 The publishers</p><p>Printed on heavy paper by hand</p>"
    said = "The mill by the river takes no more wool this year, and whoever has some left is asked to keep it dry."
    pages = [_article(n).replace(f"<p>{NAME} №4, 2005</p>", "") for n in range(MANY)]
    pages.append(f"<title>{head}</title><h1>A Short Notice</h1><p>{said}</p>{foot}")
    captures = [memento(page, f"{SITE}/{n}.html", second=n) for n, page in enumerate(pages)]
    derive(captures, profile=PROFILE, folder=tmp_path)
    last = [line for line in lines(tmp_path / "articles.jsonl") if line["url"].endswith(f"/{MANY}.html")]
    assert [line["text"] for line in last] == ([said] if head else [])


def test_the_sites_name_in_every_head_is_no_title(tmp_path: Path) -> None:
    """A name that stands on all pages, in their heads too, is furniture even if the profile doesn't know it."""
    pages = [
        _article(n, frame="<h1>The Steppe Quarterly</h1>").replace(
            "<p>", "<title>On something - The Steppe Quarterly</title><p>", 1
        )
        for n in range(MANY)
    ]
    _derived(pages, tmp_path)
    assert {line["title"].split()[0] for line in lines(tmp_path / "articles.jsonl")} == {"On"}


def _of_an_issue(issue: int, place: int, *, foot: str) -> str:
    """Return a page of an issue: text, a column that each issue prints once, `foot` below."""
    column = "Letters to this desk are answered in the order in which they come in."
    return (
        _article(issue * 8 + place, *((column,) if place == 3 else ())).replace("</body>", "")
        + f"<p>{foot}</p>"
    )


def test_a_look_that_few_pages_have_is_learned_and_a_column_is_not(tmp_path: Path) -> None:
    """A foot on every page of two issues is furniture; a line on one page of each of twenty-six issues is text."""
    pages = {}
    for issue in range(26):
        foot = "Made with care by the harbour press" if issue in (7, 8) else "Set in type by the night shift"
        for place in range(6):
            pages[f"{SITE}/{issue}/{place}.html"] = _of_an_issue(issue, place, foot=foot)
    derive(
        [memento(page, url, second=n) for n, (url, page) in enumerate(pages.items())],
        profile=PROFILE,
        folder=tmp_path,
    )
    furniture = {line["text"] for line in lines(tmp_path / "furniture.jsonl") if line["kind"] == "repeated"}
    assert {"Made with care by the harbour press", "Set in type by the night shift"} <= furniture
    texts = [line["text"] for line in lines(tmp_path / "articles.jsonl")]
    assert sum("Letters to this desk" in text for text in texts) == 26


def test_a_copyright_line_with_a_name_in_it_is_furniture(tmp_path: Path) -> None:
    """Short as it is, with another name on each page: it says what only a frame says, and ends the text."""
    people = ("Asel Omarova", "Viktor Tsoi", "Murat Laumulin", "Yelena Kim")
    pages = [
        _article(n) + f"<p>Copyright © 1999, {people[n % 4]}</p><p>Printed in Taraz</p>" for n in range(MANY)
    ]
    counts, texts = _derived(pages, tmp_path)
    assert all(len(text) == 2 for text in texts)
    assert counts.unplaced == 0


def test_an_address_that_every_page_prints_of_itself_is_furniture(tmp_path: Path) -> None:
    """Few words as they stand apart, of which the address has most."""
    pages = [
        _article(n, f"Retrieved from <a href='/x{n}'>http://wiki.example.org/review/{WARES[n % 12]}{n}</a>")
        for n in range(MANY)
    ]
    counts, texts = _derived(pages, tmp_path)
    assert all(len(text) == 2 for text in texts)
    assert counts.unplaced == 0


def test_an_article_keeps_its_links_to_other_sites(tmp_path: Path) -> None:
    """A list of references below the text is the article's; the same links on every page are the site's."""
    partners = "<p><a href='http://wmc.example/'>WMC</a></p><p><a href='http://b.example/'>Baurzhan</a></p>"
    pages = []
    for n in range(MANY):
        links = "".join(
            f"<li><a href='http://{ware}.example/'>All about {ware}, volume {'abcdefghijklmnopqrstuvwxyz'[n]}</a></li>"
            for ware in WARES[n % 9 : n % 9 + 3]
        )
        bio = f"The author has lived by the sea of {WARES[n % 12] * 2} for years."
        more = (f"<h3>Resources</h3><ul>{links}</ul>", bio) if n % 2 else ()
        pages.append(_article(n, *more) + partners)
    _, texts = _derived(pages, tmp_path)
    for n, text in enumerate(texts):
        assert any("All about" in line for line in text) == bool(n % 2)
        assert any("The author has lived" in line for line in text) == bool(n % 2)
        assert not any("Baurzhan" in line for line in text)


def test_digits_case_and_marks_do_not_tell_texts_apart() -> None:
    """A block's key masks digits, folds case and drops marks; a long one is cut and told apart by its digest."""
    assert block_key("© 2016, Visits: 12 345!") == block_key("© 1999 — VISITS 1 2") == "0 visits 0 0"
    assert len(block_key("word " * 200)) == 98
    assert block_key("word " * 200) != block_key("word " * 201)


def test_text_on_few_pages_is_never_learned() -> None:
    """Four pages of four, or a hundred of two thousand, are too few."""
    learner = Learner()
    from tests.pipelines.reading import settled

    for _ in range(4):
        learner.add(settled("<p>Always the same</p>").parsed.document.blocks)
    assert learner.model().keys == {}
    learner.add(settled("<p>Always the same</p>").parsed.document.blocks)
    assert learner.model().keys == {"always the same": 5}


def test_the_sample_is_the_same_in_any_order() -> None:
    """Which pages are counted depends on their addresses alone, and one page more changes a group at most."""
    keys = [f"http://a.example/{n % 9}/{n}" for n in range(3 * SAMPLE)]
    chosen = sampled(grouped(keys))
    assert chosen == sampled(grouped(keys[::-1]))
    assert len(chosen) == SAMPLE
    assert len(set(sampled(grouped([*keys, "http://a.example/3/new"]))) - set(chosen)) <= 40


def test_a_model_comes_back_as_it_was_written(tmp_path: Path) -> None:
    """read(write(x)) == x, the same bytes each time, under a digest over its content."""
    model = SiteModel(pages=7, keys={"№ б": 6, "a": 5}, shingles={"00ff": 7}, learned_from="sha256:00")
    write_model(tmp_path / "a.json", model)
    write_model(
        tmp_path / "b.json",
        SiteModel(pages=7, keys={"a": 5, "№ б": 6}, shingles={"00ff": 7}, learned_from="sha256:00"),
    )
    assert (tmp_path / "a.json").read_bytes() == (tmp_path / "b.json").read_bytes()
    assert read_model(tmp_path / "a.json") == model
    assert json.loads((tmp_path / "a.json").read_text())["digest"] == model_digest(model)


@pytest.mark.parametrize("damage", ["{", "[]", '{"schema": "other"}'])
def test_a_damaged_model_is_told_and_not_used(damage: str, tmp_path: Path) -> None:
    """What is no model, or not what its digest says, raises; whoever can learn again goes on without."""
    path = tmp_path / "model.json"
    path.write_text(damage)
    with pytest.raises(ArchiveError):
        read_model(path)
    write_model(path, SiteModel(pages=7, keys={"a": 5}))
    path.write_text(path.read_text().replace('"a": 5', '"a": 6'))
    with pytest.raises(ArchiveError, match="not the model that was written"):
        read_model(path)
    assert learned_before(path) == SiteModel()
    assert learned_before(tmp_path / "none.json") == SiteModel()
