"""Pages per second and core: read_page beside trafilatura, and beside parsing and walking alone.

    pip install -e '.[bench]'
    python -m bench.speed [--rounds 5] [--size 25000]

The pages are articles of the replica in four layouts with the index of 81 issues, each filled up to the size with
other articles' paragraphs. No page is read in two rounds: read_page remembers what the pages of a site have in common,
and must look no better by remembering a page of its own.
`parse` is lxml alone; `parse + walk` a plain walk in Python that keeps of each block its text, words, linked words,
links and alternative texts; `take apart` is pipelines.parsed.parse without the article.
`trafilatura` gives the text alone, `… as data` title, author and date as well, as read_page does.
`cold` is read_page with all that it remembers of texts forgotten before each page: a site's first page.
CPU time of one process, the ways in turns, the median of the rounds. `linear`: read_page at 1, 4 and 16 times the size.
"""

from __future__ import annotations

import argparse
import html as entities
import importlib
import itertools
import statistics
import sys
import time
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from lxml import etree

from crawler import sites
from crawler.replica.layouts import layout
from crawler.replica.replica import Replica
from pipelines.document.tags import BREAKS, UNSEEN
from pipelines.parsed import parse
from pipelines.read import read_page
from tests.pipelines.reading import capture

if TYPE_CHECKING:
    from collections.abc import Callable

LAYOUTS = ("nested", "classes", "sidebar", "modern")
MOST_PAGES = 324
"""Articles of a replica of 81 issues."""

ORIGIN = "http://www.investkz.com"
PROFILE = sites.load("investkz")
Page = tuple[bytes, str, str]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--size", type=int, default=25_000)
    parser.add_argument("--pages", type=int, default=15, help="of each layout")
    options = parser.parse_args()
    if (options.rounds + 1) * options.pages > MOST_PAGES:
        parser.error(
            f"a layout has {MOST_PAGES} pages: {options.rounds} rounds, and one to warm up, need more"
        )
    pages = make_pages(options.size, options.pages, options.rounds + 1)
    sizes = [len(body) for of_round in pages for body, _, _ in of_round]
    print(f"{len(pages[0])} pages a round, mean {statistics.mean(sizes) / 1000:.1f} KB")
    ways: dict[str, Callable[[Page], object]] = {
        "parse": lambda page: _tree(page[0].decode(_charset(page))),
        "parse + walk": _walked,
        "read_page": _read,
    }
    try:
        extract = importlib.import_module("trafilatura").extract
        ways["trafilatura"] = lambda page: extract(page[0].decode(_charset(page)), include_comments=False)
        ways["… as data"] = lambda page: extract(
            page[0].decode(_charset(page)),
            url=page[1],
            include_comments=False,
            with_metadata=True,
            output_format="json",
        )
    except ImportError as error:
        print(f"trafilatura: left out ({error})")
    rounds = _rounds(ways, pages)
    _forget()  # what read_page remembers of these very pages
    rounds |= _rounds({"take apart": _take_apart}, pages)
    rounds |= _rounds({"cold": _read_cold}, pages)
    speeds = {name: statistics.median(found) for name, found in rounds.items()}
    for name, speed in speeds.items():
        share = speeds["read_page"] / speed
        print(f"{name:<14}{speed:8.0f} pages/s {1000 / speed:8.2f} ms   read_page is {share:.2f} of it")
    for times in (1, 4, 16):
        larger = make_pages(options.size * times, 2, 4)
        spent = 1 / statistics.median(_rounds({"": _read}, larger)[""])
        size = statistics.mean([len(body) for of_round in larger for body, _, _ in of_round])
        print(f"linear: {size / 1000:6.0f} KB {spent * 1000:8.2f} ms {spent / size * 1e9:6.0f} ns a byte")


def make_pages(size: int, number: int, rounds: int) -> list[list[Page]]:
    """Return `number` pages of each layout for each of `rounds`, no page twice: body, address and content type."""
    pages: list[list[Page]] = [[] for _ in range(rounds)]
    for name in LAYOUTS:
        replica = Replica.build(name, issues=81)
        articles = replica.truth().articles
        paragraphs = [b.text for article in articles for b in article.blocks if b.kind == "paragraph"]
        others = itertools.cycle(entities.escape(text, quote=False) for text in paragraphs)
        charset = layout(name).encoding
        for at, article in enumerate(articles[: number * rounds]):
            page = replica.page(article.url)
            assert page is not None
            text = page.body.decode(charset)
            first = next(
                entities.escape(b.text, quote=False) for b in article.blocks if b.kind == "paragraph"
            )
            filling: list[str] = []
            missing = size - len(page.body)
            while missing > 0:
                filling.append(f"{next(others)} [{at}.{len(filling)}]")
                missing -= len(filling[-1]) + 8
            if first in text:
                text = text.replace(first, "<br><br>".join([first, *filling]), 1)
            body = text.encode(charset, "xmlcharrefreplace")
            pages[at // number].append((body, ORIGIN + article.url, f"text/html; charset={charset}"))
    return pages


def _rounds(ways: dict[str, Callable[[Page], object]], pages: list[list[Page]]) -> dict[str, list[float]]:
    found: dict[str, list[float]] = {name: [] for name in ways}
    for count, of_round in enumerate(pages):
        for name, way in ways.items():
            began = time.process_time()
            for page in of_round:
                way(page)
            if count:  # the first round only warms up
                found[name].append(len(of_round) / (time.process_time() - began))
    return found


def _read(page: Page) -> object:
    body, url, content_type = page
    return read_page(body, url=url, content_type=content_type, capture=capture(url), profile=PROFILE)


def _read_cold(page: Page) -> object:
    _forget()
    return _read(page)


def _take_apart(page: Page) -> object:
    body, url, content_type = page
    return parse(body, url=url, content_type=content_type, profile=PROFILE)


def _forget() -> None:
    for cached in _CACHED:
        cached.cache_clear()


_CACHED = {
    value
    for name, module in tuple(sys.modules.items())
    if name.partition(".")[0] == "pipelines"
    for value in vars(module).values()
    if hasattr(value, "cache_clear")
}
"""Every function of the pipelines that remembers what it has returned."""


def _charset(page: Page) -> str:
    return page[2].partition("charset=")[2] or "utf-8"


def _tree(text: str) -> Any:
    return etree.fromstring(
        text.encode(), etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True)
    )


def _walked(page: Page) -> list[tuple[str, int, int, list[str], list[str]]]:  # noqa: C901 (one loop, as plain as can be)
    """Return the blocks of a page as the plainest walk does that still tells links from text."""
    blocks = []
    texts: list[str] = []
    links: list[str] = []
    alts: list[str] = []
    linked = 0

    def flush() -> None:
        nonlocal texts, links, alts, linked
        text = " ".join("".join(texts).split())
        if text or alts:
            blocks.append((text, len(text.split()), linked, links, alts))
        texts, links, alts, linked = [], [], [], 0

    def visit(element: Any, *, inside: bool) -> None:
        nonlocal linked
        tag = element.tag
        if isinstance(tag, str) and tag not in UNSEEN:
            breaks = tag in BREAKS
            if breaks:
                flush()
            if tag == "a" and element.get("href"):
                inside = True
                links.append(urljoin(page[1], element.get("href")))
            elif tag == "img" and element.get("alt"):
                alts.append(element.get("alt"))
            if element.text:
                texts.append(element.text)
                linked += len(element.text.split()) if inside else 0
            for child in element:
                visit(child, inside=inside)
                if child.tail:
                    texts.append(child.tail)
                    linked += len(child.tail.split()) if inside else 0
            if breaks:
                flush()

    visit(_tree(page[0].decode(_charset(page))), inside=False)
    flush()
    return blocks


if __name__ == "__main__":
    main()
