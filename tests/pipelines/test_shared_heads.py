"""Heads that say which issue a page is of, and not its title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crawler import sites
from pipelines.archive.derive import derive
from pipelines.article.shared_heads import shared_heads, telling
from pipelines.document.textblock import TextBlock
from pipelines.site.grouping import Group
from tests.ezine.site import ezine
from tests.pipelines.magazines import lines
from tests.pipelines.reading import memento

if TYPE_CHECKING:
    from pathlib import Path

ISSUE = Group("issue", "issue")
LINE = TextBlock(0, "Readers' Tips", "Readers' Tips")


def test_a_head_that_a_quarter_of_an_issue_has_is_not_its_pages_own() -> None:
    """On four pages at least; a column's name stands once in each issue."""
    heads = [*["Harbour Issue 47"] * 4, *[f"On Lamp {n}" for n in range(12)]]
    said = [(f"{n}", (head,)) for n, head in enumerate(heads)]
    groups = {key: ISSUE for key, _ in said}
    assert shared_heads(said, groups) == dict.fromkeys(groups, frozenset({"harbour issue 47"}))
    assert shared_heads(said[1:], groups) == {}


def test_a_head_that_the_page_prints_tells_its_title() -> None:
    """Were the pages of a column counted together, all would have the same head, and the same title."""
    shared = frozenset({"readers tips", "harbour issue 47"})
    assert telling(("Readers' Tips", "Harbour Issue 47"), shared, [LINE]) == ("Readers' Tips",)
    assert telling(("Readers' Tips", "Harbour Issue 47"), frozenset(), [LINE]) == (
        "Readers' Tips",
        "Harbour Issue 47",
    )


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
