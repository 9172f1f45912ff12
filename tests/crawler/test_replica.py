"""The replica magazine says in every layout what its truth says, and all its links lead somewhere."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

import pytest

from crawler.replica.layouts import layout_names
from crawler.replica.replica import Replica
from tests.shown_text import shown_text, top_elements

if TYPE_CHECKING:
    from lxml import etree


ENCODINGS = {
    "nested": "cp1251",
    "classes": "utf-8",
    "strict": "utf-8",
    "breaks": "koi8-r",
    "sidebar": "cp1251",
    "modern": "utf-8",
    "definitions": "utf-8",
    "broken": "cp1251",
    "dump": "utf-8",
    "rows": "cp1251",
    "mislabelled": "cp1251",
    "teletype": "koi8-r",
    "ornate": "utf-8",
    "exported": "utf-16",
}
SITE = "http://replica.test"


def fold(text: str) -> str:
    """Return `text` with white space folded."""
    return " ".join(text.split())


def page_text(replica: Replica, path: str) -> str:
    """Return the page decoded by its real encoding."""
    page = replica.page(path)
    assert page is not None, path
    return page.body.decode(ENCODINGS[replica.plan.layout.name])


def tree(replica: Replica, path: str) -> list[etree._Element]:
    """Return the page's top elements."""
    return top_elements(page_text(replica, path))


def seen(replica: Replica, path: str) -> str:
    """Return the page's text with its images' alternative texts, white space folded."""
    alts = [str(alt) for root in tree(replica, path) for alt in root.xpath(".//img/@alt")]
    return fold(" ".join([shown_text(page_text(replica, path)), *alts]))


@pytest.fixture(scope="module", params=layout_names())
def replica(request: pytest.FixtureRequest) -> Replica:
    """Return a few issues in each layout, double ones and those with the oldest numbers among them."""
    chosen = ("2016-1", "2016-2", "2010-4", "2010-5-6", "2005-4", "2001-1-2", "2001-3-4", "2000-3")
    return Replica.build(request.param, issues=chosen, articles_per_issue=5)


def test_every_text_of_the_truth_stands_on_its_page(replica: Replica) -> None:
    """Decoded by its real encoding and parsed by lxml, a page says title, byline, blocks and ticker, word for word."""
    for article in (*replica.truth().articles, *replica.truth().news):
        text = shown_text(page_text(replica, article.url))
        wanted = [
            article.title,
            *(article.byline or "").split("\n"),
            article.masthead or "",
            article.source_line or "",
        ]
        wanted += [
            cell for block in article.blocks if block.kind == "table" for row in block.rows for cell in row
        ]
        wanted += [line for b in article.blocks if b.kind != "table" for line in b.text.split("\n")]
        wanted += [part for rate in article.ticker for part in (rate.pair, rate.rate, rate.change or "")]
        missing = [line for line in wanted if fold(line) not in text]
        assert missing == [], article.url


def test_truth_has_no_white_space_but_single_spaces(replica: Replica) -> None:
    """White space is folded and no-break spaces are spaces; only lists and tables have lines and tabs."""
    for article in replica.truth().articles:
        for block in article.blocks:
            if block.kind in ("list", "table"):
                assert all(fold(cell) == cell for row in block.rows for cell in row)
            else:
                assert fold(block.text) == block.text


def test_every_link_and_requisite_of_the_own_host_resolves(replica: Replica) -> None:
    """Links, images, sheets (with their url() and @import), scripts and icons lead to pages of the replica."""
    pattern = re.compile(r"url\(\s*[\"']?([^\"')]+)|@import\s+[\"']([^\"']+)")
    for path in replica.paths():
        page = replica.page(path)
        assert page is not None
        kind = page.content_type or ""
        if page.location is not None:
            named = [page.location]
        elif kind.startswith("text/html"):
            named = [
                value
                for root in tree(replica, path)
                for element in root.iter()
                for name, value in element.items()
                if name in ("href", "src", "background")
            ]
            named += [
                c.split()[0]
                for root in tree(replica, path)
                for v in root.xpath(".//@srcset")
                for c in v.split(", ")
            ]
        elif kind == "text/css":
            named = [first or second for first, second in pattern.findall(page.body.decode())]
        else:
            named = []
        for reference in named:
            parts = urlsplit(urljoin(SITE + path, reference))
            if parts.hostname == "replica.test":
                target = parts.path + (f"?{parts.query}" if parts.query else "")
                assert replica.page(target) is not None, (path, reference)
            else:
                assert str(parts.hostname).endswith(".example"), (path, reference)


def test_the_home_page_links_every_issue_and_issues_their_articles(replica: Replica) -> None:
    """From the home page all issues, and from each issue's page (or the one it leads to) all its articles."""
    truth = replica.truth()
    assert _linked(replica, truth.home) >= {issue.url for issue in truth.issues}
    for issue in truth.issues:
        page = replica.page(issue.url)
        assert page is not None
        start = issue.url if page.location is None else page.location
        assert _linked(replica, start) | {start} >= set(issue.articles)


def _linked(replica: Replica, path: str) -> set[str]:
    layout = replica.plan.layout
    found = set()
    for root in tree(replica, path):
        for element in root.iter("a"):
            parts = urlsplit(urljoin(SITE + path, element.get("href") or ""))
            query = "&".join(p for p in parts.query.split("&") if not p.startswith(f"{layout.session}="))
            found.add(parts.path + (f"?{query}" if query else ""))
    return found


def test_pages_hold_counter_partners_and_contents_of_the_others(replica: Replica) -> None:
    """The page furniture that site-facts lists stands on article pages."""
    truth = replica.truth()
    text = seen(replica, truth.articles[1].url)
    for words in ("Rambler's", "Top100", "WMC", "Baurzhan", "Oil_Gas_ITE", "Mediasystem"):
        assert words in text
    if replica.plan.layout.contents_on_articles:
        assert "Table of contents" in text
        assert truth.articles[2].title in text
    if replica.plan.layout.index_on_articles:
        assert "5/6" in text


def test_another_day_changes_the_ticker_and_nothing_else(replica: Replica) -> None:
    """The truth of the articles stays; pages with a ticker differ in bytes."""
    later = replica.with_ticker("one decimal" if replica.rates[0].rate != "544.6" else "plain")
    before, after = replica.truth(), later.truth()
    assert [replace(a, ticker=()) for a in before.articles] == [replace(a, ticker=()) for a in after.articles]
    for article in before.articles:
        assert (replica.page(article.url) != later.page(article.url)) == bool(article.ticker)


def test_a_changed_article_has_a_paragraph_more_and_a_gone_one_is_not_found(replica: Replica) -> None:
    """Both keep their addresses; the contents of the issue still promise the one that is gone."""
    first, second = replica.truth().articles[1:3]
    later = replica.with_changed([first.site_id]).without([second.site_id])
    truth = later.truth()
    assert truth.articles[1].blocks[:-1] == first.blocks
    assert truth.articles[1].blocks[-1].text.startswith("This article was corrected")
    assert second.url not in {a.url for a in truth.articles}
    assert later.page(second.url) is None
    assert second.url in truth.issues[0].articles
