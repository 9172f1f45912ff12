"""The second magazine as a site: dated folders, pages by number in one folder, a folder for each page; the truth."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from tests.ezine import second_later as later
from tests.ezine import second_looks as early
from tests.ezine.second_looks import Setting
from tests.ezine.second_matter import KINDS, NAME, Piece, piece, plain_byline
from tests.ezine.site import ORIGIN, Ezine, Truth

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

SECOND_LAYOUTS: dict[str, Callable[[Setting], str]] = {
    f.__name__: f
    for f in (
        *(early.centre, early.framed, early.nested, early.bars),
        *(later.managed, later.weblog, later.advertised, later.wide),
    )
}


def second(issues: int = 48, *, layouts: Sequence[str] = tuple(SECOND_LAYOUTS), first: int = 14) -> Ezine:
    """Return `issues` issues of fifteen articles; the years are shared out among `layouts`, in order."""
    pages: dict[str, str] = {}
    truth: dict[str, Truth] = {}
    for n in range(issues):
        layout = layouts[n * len(layouts) // issues]
        issue = first + n
        listed = tuple(piece(issue, at, number=issue * 20 + at) for at in range(len(KINDS)))
        links = {one.number: _address(one, layout) for one in listed}
        pages[_contents_address(listed[0], layout)] = _contents(listed, links)
        for at, one in enumerate(listed):
            setting = Setting(
                piece=one,
                before=listed[at - 1] if at else None,
                behind=listed[at + 1] if at + 1 < len(listed) else None,
                issue=listed,
                links=links,
            )
            url = links[one.number]
            pages[url] = SECOND_LAYOUTS[layout](setting)
            truth[url] = Truth(
                layout=layout,
                kind=one.kind,
                title=one.title,
                authors=one.authors,
                byline=plain_byline(one),
                texts=tuple(_texts(one, layout)),
            )
    return Ezine(pages=pages, truth=truth)


def _texts(one: Piece, layout: str) -> list[str]:
    if layout != "bars" or one.bio is None:
        return one.texts
    return one.texts[:-1]  # what is told below `About the author` is no text of theirs


def _folder(one: Piece) -> str:
    return f"{ORIGIN}/{one.year}/{one.issue % 12 + 1:02}"


def _address(one: Piece, layout: str) -> str:
    if layout == "managed":
        return f"{ORIGIN}/node/{one.number}"
    if layout == "wide":
        return f"{_folder(one)}/{one.slug}/"
    return f"{_folder(one)}/{one.slug}.html"


def _contents_address(one: Piece, layout: str) -> str:
    return f"{ORIGIN}/issue/{one.issue}" if layout == "managed" else f"{_folder(one)}/index.html"


def _contents(listed: Sequence[Piece], links: dict[int, str]) -> str:
    """Return an issue's page of contents."""
    lines = "".join(
        f"<p><a href='{links[one.number]}'>{html.escape(one.title, quote=False)}</a>"
        + (f" by {html.escape(' and '.join(one.authors), quote=False)}" if one.authors else "")
        + "</p>"
        for one in listed
    )
    one = listed[0]
    return (
        f"<html><head><title>{NAME}</title></head><body><h2>{NAME}</h2><h3>{one.month}</h3><b>In this issue</b>{lines}"
        f"<p>{NAME} comes out once a month.</p></body></html>"
    )
