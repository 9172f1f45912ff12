"""What the pages of an e-zine's issues say of each other: contents without a year, authors' own pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from crawler import sites
from pipelines.archive.derive import derive
from tests.pipelines.habits import name, said, text, title
from tests.pipelines.magazines import lines
from tests.pipelines.reading import memento

if TYPE_CHECKING:
    from pathlib import Path

SITE = "http://wire.example"


def _derived(folder: Path, pages: dict[str, str]) -> dict[str, list[dict[str, Any]]]:
    """Return the articles and the issues of a magazine of `pages` by their paths."""
    captures = [
        memento(f"<html><body>{body}</body></html>", f"{SITE}/{path}", second=n)
        for n, (path, body) in enumerate(pages.items())
    ]
    derive(captures, profile=sites.load("generic"), folder=folder)
    return {kind: list(lines(folder / f"{kind}.jsonl")) for kind in ("articles", "issues")}


def _magazine() -> dict[str, str]:
    """Return a magazine of three issues of four articles, whose contents say no year; the index does."""
    index = "".join(f"<li><a href='/no{i}/'>Issue {i}, March 199{i}</a></li>" for i in range(3))
    pages = {"": f"<h1>The Monthly</h1><ul>{index}</ul>"}
    for i in range(3):
        of_issue = range(4 * i, 4 * i + 4)
        rows = "".join(
            f"<li><a href='{n}.html'>{title(n)}</a>, by {name(n)}<br>{' '.join(said(n, 'told').split()[:18])}</li>"
            for n in of_issue
        )
        pages[f"no{i}/"] = f"<h1>Issue {i}</h1><ul>{rows}</ul>"
        pages |= {f"no{i}/{n}.html": f"<h1>{title(n)}</h1>{text(n)}" for n in of_issue}
    return pages


def test_contents_that_say_no_year_are_an_issue_s_where_the_index_leads_to_them(tmp_path: Path) -> None:
    """They promise its articles, and name their authors."""
    found = _derived(tmp_path, _magazine())
    assert [len(issue["promised"]) for issue in found["issues"]] == [4, 4, 4]
    assert [line["authors"] for line in found["articles"]] == [[name(n)] for n in range(12)]


def test_a_cartoon_without_a_word_is_an_article(tmp_path: Path) -> None:
    """Its title is printed, and somebody signs it; a picture below any other line is none."""
    drawn = "<h1>{}</h1>{}<p><img src='/drawn.png' alt=''></p>"
    pages = _magazine() | {
        "no0/comic.html": drawn.format("The Lamplighters", "<p>By Ann Lee</p>"),
        "no0/plan.html": drawn.format("Plan", ""),
    }
    articles = {line["title"]: line for line in _derived(tmp_path, pages)["articles"]}
    comic = articles["The Lamplighters"]
    assert (comic["authors"], comic["blocks"]) == (["Ann Lee"], [])
    assert [image["url"] for image in comic["images"]] == [f"{SITE}/drawn.png"]
    assert "Plan" not in articles


def test_a_page_called_after_an_author_is_none_of_the_articles(tmp_path: Path) -> None:
    """It tells of somebody whom the contents name; one on somebody else is an article."""
    people = (name(3), "Ann Lee")
    told = {f"who/{n}.html": f"<h1>{who}</h1>{text(20 + n)}" for n, who in enumerate(people)}
    titles = [line["title"] for line in _derived(tmp_path, _magazine() | told)["articles"]]
    assert name(3) not in titles
    assert "Ann Lee" in titles
