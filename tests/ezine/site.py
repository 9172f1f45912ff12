"""The e-zine as a site: every issue's pages in the look of its time, contents, covers, indexes, and the truth."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from tests.ezine.layouts import Place
from tests.ezine.listing import HEADS, LAYOUTS, contents_page, cover_page
from tests.ezine.matter import KINDS, NAME, Article, article, bare

if TYPE_CHECKING:
    from collections.abc import Sequence

ORIGIN = "http://wire.example"
_HREF = re.compile(r"href='([^']*)'")


@dataclass(frozen=True, slots=True, kw_only=True)
class Truth:
    """What is true of an article's page, and which layout it has."""

    layout: str
    kind: str
    title: str
    authors: tuple[str, ...]
    byline: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ezine:
    """Its pages by address, and the truth of those that are articles; all others are none."""

    pages: dict[str, str]
    truth: dict[str, Truth]


def ezine(issues: int = 14, *, layouts: Sequence[str] = tuple(LAYOUTS), first: int = 20) -> Ezine:
    """Return `issues` issues of fifteen articles; the years are shared out among `layouts`, in order."""
    pages: dict[str, str] = {}
    truth: dict[str, Truth] = {}
    for n in range(issues):
        layout = layouts[n * len(layouts) // issues]
        number = first + n
        listed = tuple(article(number, place, heads=HEADS[layout]) for place in range(len(KINDS)))
        folder = f"{ORIGIN}/issue{number}"
        pages[f"{folder}/index.html"] = contents_page(listed)
        pages[f"{folder}/cover.html"] = cover_page(number)
        for at, one in enumerate(listed):
            place = Place(
                article=one,
                before=listed[at - 1] if at else None,
                behind=listed[at + 1] if at + 1 < len(listed) else None,
                issue=listed,
            )
            url = f"{folder}/{one.name}"
            pages[url] = LAYOUTS[layout](place)
            truth[url] = _truth(one, layout)
    pages[f"{ORIGIN}/index.html"] = _front(first, issues)
    pages[f"{ORIGIN}/titles.html"] = _titles(truth)
    return Ezine(pages=pages, truth=truth)


def alone(site: Ezine) -> Ezine:
    """Return its articles without the pages that list them."""
    return Ezine(pages={url: page for url, page in site.pages.items() if url in site.truth}, truth=site.truth)


def in_one_folder(site: Ezine) -> Ezine:
    """Return its pages as they are when all lie in one folder: their folders are part of their names, links follow."""
    moved = {url: f"{ORIGIN}/{url.removeprefix(ORIGIN).strip('/').replace('/', '-')}" for url in site.pages}

    def relinked(url: str, page: str) -> str:
        return _HREF.sub(lambda found: f"href='{moved.get(urljoin(url, found[1]), found[1])}'", page)

    return Ezine(
        pages={moved[url]: relinked(url, page) for url, page in site.pages.items()},
        truth={moved[url]: true for url, true in site.truth.items()},
    )


def _truth(one: Article, layout: str) -> Truth:
    shown = one.byline if one.by_at != "copyright" else None
    return Truth(
        layout=layout,
        kind=one.kind,
        title=one.title,
        authors=one.authors,
        byline=bare(shown or ""),
        texts=tuple(one.texts),
    )


def _front(first: int, issues: int) -> str:
    listed = "".join(
        f"<li><a href='issue{n}/index.html'>Issue {n}</a></li>" for n in range(first, first + issues)
    )
    return (
        f"<html><head><title>{NAME}</title></head><body><h1>{NAME}</h1><p>A monthly about home-made machines, "
        f"free to read and to copy since 1996. Write for it if you have built something.</p>"
        f"<ul>{listed}</ul></body></html>"
    )


def _titles(truth: dict[str, Truth]) -> str:
    listed = "".join(
        f"<li><a href='{url}'>{html.escape(t.title, quote=False)}</a> {', '.join(t.authors)}</li>"
        for url, t in truth.items()
    )
    return f"<html><head><title>All articles</title></head><body><h1>All articles</h1><ul>{listed}</ul></body></html>"
