"""Heads that say which issue a page is of, and not its title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crawler import sites
from pipelines.archive.derive import derive
from pipelines.article.heads import Heads, head_titles
from pipelines.article.shared_heads import shared_heads
from pipelines.article.title import find_title
from pipelines.document.html import read_html
from pipelines.site.grouping import Group
from tests.ezine.site import ezine
from tests.pipelines.magazines import lines
from tests.pipelines.reading import MORE, PROSE, URL, memento

if TYPE_CHECKING:
    from pathlib import Path

GENERIC = sites.load("generic")
ISSUE = Group("issue", "issue")


def test_a_head_that_a_quarter_of_an_issue_has_is_not_its_pages_own() -> None:
    """On four pages at least; a column's name stands once in each issue."""
    heads = [*["Harbour Issue 47"] * 4, *[f"On Lamp {n}" for n in range(12)]]
    said = [(f"{n}", (head,)) for n, head in enumerate(heads)]
    groups = {key: ISSUE for key, _ in said}
    assert shared_heads(said, groups) == dict.fromkeys(groups, frozenset({"harbour issue 47"}))
    assert shared_heads(said[1:], groups) == {}


def test_a_head_of_the_issue_gives_way_to_what_is_printed() -> None:
    """`Spring Number` is believed only where the page prints no line."""
    heads = head_titles(["Spring Number"], GENERIC, {}, {"spring number"})
    assert heads.shared
    blocks = read_html(f"<p>Why Kettles Sing</p><p>{PROSE}<p>{MORE}", url=URL).blocks

    def found(heads: Heads, start: int) -> str | None:
        title = find_title(blocks[start:], heads=heads, promised=None, after=-1, profile=GENERIC)
        return None if title is None else title.text

    own = heads._replace(own=("Spring Number",))
    assert found(own, 0) == "Why Kettles Sing"
    assert found(own._replace(shared=False), 0) == "Spring Number"
    assert found(own, 1) == "Spring Number"


def test_an_issues_name_in_the_heads_is_no_articles_title(tmp_path: Path) -> None:
    """Half of an issue's pages are called by it; their title stands in a box of facts, and no contents lead to them."""
    site = ezine(60)
    own = {url: f"{url.removesuffix('.html')}/" for url in site.truth}
    pages = {own.get(url, url): page for url, page in site.pages.items()}
    captures = [memento(page, url, second=n) for n, (url, page) in enumerate(pages.items())]
    derive(captures, profile=sites.load("generic"), folder=tmp_path)
    found = {line["url"]: line["title"] for line in lines(tmp_path / "articles.jsonl")}
    facts = {own[url]: truth.title for url, truth in site.truth.items() if truth.layout == "facts"}
    assert sum(found.get(url) == title for url, title in facts.items()) >= 0.95 * len(facts)
