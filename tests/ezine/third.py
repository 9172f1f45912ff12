"""The third magazine as a site: folders by issue, date and volume, pages by number; contents, archive, the truth."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.ezine import third_early as early
from tests.ezine import third_extra as extra
from tests.ezine import third_later as later
from tests.ezine import third_unseen as unseen
from tests.ezine.site import ORIGIN, Ezine, Truth
from tests.ezine.third_flow import Printed, Spot, names
from tests.ezine.third_matter import NAME, Paper, bare, contents
from tests.ezine.third_prose import quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

THIRD_LAYOUTS: dict[str, Callable[[Spot], Printed]] = {
    f.__name__: f
    for f in (
        *(early.plain, early.theme, early.pictured, early.sidebars, early.bulletin, early.digest),
        *(later.portal, later.node, later.weblog, later.trade),
        *(extra.quarterly, extra.diary, extra.generated),
    )
}
UNSEEN_LAYOUTS: dict[str, Callable[[Spot], Printed]] = {
    f.__name__: f for f in (unseen.law, unseen.telephone, unseen.parish)
}
"""Looks at which no rule was tried; they are made where they are asked for by name."""

# Where contents name no authors, only an article's own page does.
_TITLES_ONLY = ("theme", "bulletin", "trade")


def third(issues: int = 120, *, layouts: Sequence[str] = tuple(THIRD_LAYOUTS), first: int = 3) -> Ezine:
    """Return `issues` issues of nine articles; the years are shared out among `layouts`, in order."""
    pages: dict[str, str] = {}
    truth: dict[str, Truth] = {}
    links: dict[Paper, str] = {}
    earlier: list[Paper] = []
    for n in range(issues):
        layout = layouts[n * len(layouts) // issues]
        listed = contents(first + n)
        links |= {one: _address(one, layout) for one in listed}
        folder = _folder(listed[0], layout)
        pages[folder] = _contents(listed, links, layout)
        for one in listed:
            spot = Spot(paper=one, issue=listed, links=links, earlier=earlier[-60:], contents=folder)
            printed = (THIRD_LAYOUTS | UNSEEN_LAYOUTS)[layout](spot)
            pages[links[one]] = printed.page
            truth[links[one]] = Truth(
                layout=layout,
                kind=one.kind,
                title=one.title,
                authors=one.authors,
                byline=bare(printed.byline),
                texts=(*one.texts, *map(bare, printed.extra)),
            )
        earlier += listed
    pages[f"{ORIGIN}/index.html"] = _front(links)
    pages[f"{ORIGIN}/archive.html"] = _archive(links)
    return Ezine(pages=pages, truth=truth)


def _slug(one: Paper) -> str:
    return re.sub(r"[^a-z0-9]+", "-", one.title.lower()).strip("-")


def _folder(one: Paper, layout: str) -> str:
    """Return the address of an issue's contents."""
    month = one.issue % 12 + 1
    return ORIGIN + {
        "plain": f"/issue{one.issue:02}/index.html",
        "theme": f"/{one.year}/{month:02}/contents.htm",
        "pictured": f"/{one.year % 100:02}_{month:02}/toc.html",
        "bulletin": f"/vol{one.issue // 12 + 1}/no{month}/index.htm",
        "digest": f"/digest/v{one.issue // 12 + 1:02}n{month:02}/index.html",
        "portal": f"/topic.php?issue={one.issue}",
        "node": f"/issue/{one.issue}",
        "weblog": f"/{one.year}/{month:02}/",
        "diary": f"/{one.year}/{month:02}/archive.html",
    }.get(layout, f"/issues/{one.issue}/")


def _address(one: Paper, layout: str) -> str:
    number = one.issue * 12 + one.place
    if layout == "portal":
        return f"{ORIGIN}/article.php?sid={number}"
    if layout == "node":
        return f"{ORIGIN}/node/{number}"
    folder = _folder(one, layout).rpartition("/")[0]
    name = {
        "plain": f"{(one.authors[0].split()[-1].lower() if one.authors else one.kind)}{one.place}.html",
        "theme": f"{_slug(one).replace('-', '_')[:24]}{one.place}.htm",
        "pictured": f"art{one.place + 1:02}.html",
        "bulletin": f"{_slug(one)[:12].strip('-')}{one.place}.htm",
        "digest": f"msg{number:05}.html",
        "weblog": f"{_slug(one)}/",
    }.get(layout, _slug(one))
    return f"{folder}/{name}"


def _contents(listed: Sequence[Paper], links: dict[Paper, str], layout: str) -> str:
    """Return an issue's contents: a list, or on a weblog the beginnings of its posts."""
    one = listed[0]
    head = (
        f"<html><head><title>{NAME}, {one.month} {one.year}</title></head><body><h2>{NAME}</h2>"
        f"<h3>Issue {one.issue}, {one.month} {one.year}</h3>"
    )
    lines = []
    for each in listed:
        title = f"<a href='{links[each]}'>{quoted(each.title)}</a>"
        by = f" by {names(each)}" if each.authors and layout not in _TITLES_ONLY else ""
        if layout in ("weblog", "node"):
            start = " ".join(bare(str(each.parts[0][1])).split()[:30])
            lines.append(
                f"<h2>{title}</h2><div>{by}</div><p>{quoted(start)} [...] <a "
                f"href='{links[each]}'>Continue reading</a></p>"
            )
        else:
            lines.append(f"<li>{title}{by}")
    return f"{head}<ul>{''.join(lines)}</ul><p><a href='/archive.html'>All issues</a></p></body></html>"


def _front(links: dict[Paper, str]) -> str:
    latest = "".join(
        f"<p><a href='{url}'>{quoted(one.title)}</a></p>" for one, url in list(links.items())[-9:]
    )
    return (
        f"<html><head><title>{NAME}</title></head><body><h1>{NAME}</h1><p>A monthly on the sky by people "
        f"who look at it from behind "
        f"their sheds. It costs nothing, and whoever has seen something may write for it.</p>{latest}<p>"
        f"<a href='/archive.html'>"
        "All issues</a></p></body></html>"
    )


def _archive(links: dict[Paper, str]) -> str:
    listed = "".join(f"<li><a href='{url}'>{quoted(one.title)}</a>" for one, url in links.items())
    return (
        f"<html><head><title>{NAME}: all articles</title></head><body><h1>All articles</h1>"
        f"<ul>{listed}</ul></body></html>"
    )
