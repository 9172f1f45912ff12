"""Issues and articles on several pages: an issue's frames, sections and further pages, an article's own next ones."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, Any

import pytest

from pipelines.archive.derive import derive, derive_archive
from tests.pipelines.magazines import lines
from tests.pipelines.reading import MORE, PROFILE, PROSE, memento

if TYPE_CHECKING:
    from pathlib import Path

HOST = "http://h.example"
_INDEX = "".join(f"<p>1999 <a href='/{n}/'>No. {n}</a></p>" for n in (1, 2, 3, 4))
_TITLES = {"lamps": "On Lamps", "wicks": "Wicks and Oil", "glass": "Glass"}


def _line(name: str) -> str:
    return f"<p><a href='/1/{name}.html'>{_TITLES[name]}</a></p>"


def _article(name: str, more: str = "") -> str:
    return f"<h1>{_TITLES[name]}</h1>{_text(name)}{more}"


def _text(name: str) -> str:
    """Return two paragraphs that no other page has."""
    words = f"{PROSE} {MORE}".lower().replace(".", "").split()
    Random(name).shuffle(words)
    return f"<p>{name.title()} {' '.join(words[:30])}.</p><p>The {' '.join(words[30:])}.</p>"


_ARTICLES = {f"/1/{name}.html": _article(name) for name in _TITLES}


def _derived(pages: dict[str, str], folder: Path) -> tuple[list[Any], Any]:
    """Return the articles' lines and that of issue 1."""
    captures = [memento(f"<html><body>{_INDEX}</body></html>", f"{HOST}/")]
    captures += [
        memento(body if "<frameset" in body else f"<html><body>{body}</body></html>", HOST + path)
        for path, body in pages.items()
    ]
    derive(captures, profile=PROFILE, folder=folder)
    issue = next(line for line in lines(folder / "issues.jsonl") if line["number"] == "1")
    return lines(folder / "articles.jsonl"), issue


@pytest.mark.parametrize(
    "pages",
    [
        {
            "/1/": f"<h1>What Is New</h1>{_line('lamps')}{_line('wicks')}<p>1 <a href='/1/?page=2'>2</a></p>",
            "/1/?page=2": f"<h1>What Is New</h1>{_line('glass')}<p><a href='/1/'>1</a> 2</p>",
        },
        {
            "/1/": "<h1>What Is New</h1><p><a href='light.html'>Light</a></p><p><a href='rest.html'>The rest</a></p>",
            "/1/light.html": f"<h1>Light</h1>{_line('lamps')}{_line('wicks')}",
            "/1/rest.html": f"<h1>The rest</h1>{_line('glass')}<p><a href='light.html'>Light</a></p>",
        },
        {
            "/1/": "<h1>What Is New</h1>"
            + "".join(f"<p><a href='{at}.html'>Part {at}</a></p>" for at in (7, 8, 9)),
            "/1/7.html": f"<h1>Part 7</h1><p><a href='8.html'>Part 8</a></p>{_line('lamps')}",
            "/1/8.html": f"<h1>Part 8</h1>{_line('wicks')}",
            "/1/9.html": f"<h1>Part 9</h1>{_line('glass')}",
        },
        {
            "/1/": "<html><frameset><frame src=head.html><frame src=toc.html></frameset></html>",
            "/1/head.html": "<p>What is new</p>",
            "/1/toc.html": "".join(map(_line, _TITLES)),
        },
    ],
    ids=["further pages", "two sections", "three sections", "frames"],
)
def test_an_issue_s_own_page_goes_on(pages: dict[str, str], tmp_path: Path) -> None:
    """All that its pages list is promised, in their order; none of them is an article."""
    articles, issue = _derived({**pages, **_ARTICLES}, tmp_path)
    assert [entry["title"] for entry in issue["promised"]] == list(_TITLES.values())
    assert issue["missing"] == []
    assert [(line["title"], line["position"]) for line in articles] == [
        (title, at) for at, title in enumerate(_TITLES.values(), 1)
    ]


def test_short_pages_that_lead_to_each_other_are_no_sections(tmp_path: Path) -> None:
    """Verses, or cartoons: each leads to the next, which the issue's page lists as well."""
    verses = "".join(
        f"<p>The lamp is lit, the oil is low, {word}.</p>" for word in ("amber", "blue", "cold", "dim")
    )
    poems = {
        f"/1/{name}.html": f"<h1>{title}</h1>{verses.replace('lamp', name)}<p><a href='glass.html'>Glass</a></p>"
        for name, title in _TITLES.items()
    }
    _, issue = _derived({"/1/": "<h1>What Is New</h1>" + "".join(map(_line, _TITLES)), **poems}, tmp_path)
    assert [entry["title"] for entry in issue["promised"]] == list(_TITLES.values())


def test_an_article_s_next_pages_have_its_title_authors_issue_and_place(tmp_path: Path) -> None:
    """A line a page, in order; the last one's step to another article makes that no page of it."""
    byline = "<p>By Ann Lee</p>"
    further = {f"/1/lamps-{n}.html": _text(f"page {n}") for n in (2, 10)}
    pages = {
        "/1/": "<h2>Contents</h2>" + "".join(map(_line, _TITLES)).replace("</a>", "</a>, by Ann Lee", 1),
        **_ARTICLES,
        "/1/lamps.html": _article("lamps", f"{byline}<p><a href='lamps-2.html'>Next page</a></p>"),
        "/1/lamps-2.html": further["/1/lamps-2.html"] + "<p><a href='lamps-10.html'>&gt;&gt;</a></p>",
        "/1/lamps-10.html": further["/1/lamps-10.html"] + "<p><a href='wicks.html'>Next</a></p>",
    }
    articles, issue = _derived(pages, tmp_path)
    assert [entry["title"] for entry in issue["promised"]] == list(_TITLES.values())
    found = [(line["url"].removeprefix(f"{HOST}/1/"), line["title"], line["position"]) for line in articles]
    assert found == [
        ("lamps.html", "On Lamps", 1),
        ("lamps-2.html", "On Lamps", 1),
        ("lamps-10.html", "On Lamps", 1),
        ("wicks.html", "Wicks and Oil", 2),
        ("glass.html", "Glass", 3),
    ]
    assert [line["authors"] for line in articles[:3]] == [["Ann Lee"]] * 3


def test_a_next_page_that_says_the_same_is_a_copy(tmp_path: Path) -> None:
    """A server may give the first page whatever number it is asked for."""
    again = _article("lamps", "<p>1 <a href='lamps.html?page=2'>2</a></p>")
    pages = {"/1/": "<h2>Contents</h2>" + "".join(map(_line, _TITLES)), **_ARTICLES}
    pages |= {"/1/lamps.html": again, "/1/lamps.html?page=2": again}
    articles, _ = _derived(pages, tmp_path)
    assert [line["title"] for line in articles] == list(_TITLES.values())


def test_an_address_in_other_capitals_is_the_page_s(tmp_path: Path) -> None:
    """Where no page has the one that contents give."""
    listed = "".join(map(_line, _TITLES)).replace("lamps.html", "Lamps.HTML")
    _, issue = _derived({"/1/": f"<h2>Contents</h2>{listed}", **_ARTICLES}, tmp_path)
    assert issue["missing"] == []


def test_a_section_is_a_page_that_is_held(tmp_path: Path) -> None:
    """So a walk that took it for an article that shows none has no gap."""
    pages = {
        "/1/": "<h1>What Is New</h1><p><a href='light.html'>Light</a></p><p><a href='rest.html'>The rest</a></p>",
        "/1/light.html": f"<h1>Light</h1>{_line('lamps')}",
        "/1/rest.html": f"<h1>The rest</h1>{_line('glass')}",
    }
    captures = [memento(f"<html><body>{_INDEX}</body></html>", f"{HOST}/")]
    captures += [memento(f"<html><body>{body}</body></html>", HOST + path) for path, body in pages.items()]
    derived = derive_archive(captures, profile=PROFILE, folder=tmp_path)
    assert derived.held == {f"{HOST}/1/light.html", f"{HOST}/1/rest.html"}
