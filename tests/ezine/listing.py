"""Which looks there are, what their heads say, and the pages of an issue that hold no article."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from tests.ezine import later_layouts as later
from tests.ezine import layouts as early
from tests.ezine.layouts import MONTHS
from tests.ezine.matter import NAME, Article, bare

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ezine.layouts import Place

LAYOUTS: dict[str, Callable[[Place], str]] = {
    f.__name__: f
    for f in (
        *(
            early.rules,
            early.tables,
            early.breaks,
            early.dump,
            early.sidebar,
            early.divisions,
            early.pictures,
        ),
        *(later.columns, later.comments, later.facts, later.letterhead, later.teasers),
    )
}
HEADS: dict[str, tuple[str | None, ...]] = {
    "rules": ("{title} {short} #{issue}", "{title} - {short} Issue {issue}"),
    "tables": ("{title} | {name} #{issue}", "{name} #{issue}: {title}"),
    "breaks": ("{name}", "Untitled Document", None),
    "dump": ("{name} {issue}: {title}",),
    "sidebar": ("{title} {short} #{issue}",),
    "divisions": ("{name} - {title}", "{title} — {name} #{issue}", "{name} :: Issue {issue} :: {title}"),
    "columns": ("{name} - {title}",),
    "comments": ("{title} &raquo; {name}".replace("&raquo;", "»"), "{title}"),
    "facts": ("{name} Issue {issue}", "{title}"),
    "letterhead": ("{name}, Issue {issue}", "{title} ({name}, issue {issue})"),
    "teasers": ("{name}: {title}", "{short}{issue}: {title}"),
    "pictures": ("{title} {short} #{issue}", "{name} #{issue}: {title}"),
}


def contents_page(issue: tuple[Article, ...]) -> str:
    """Return an issue's page of contents."""
    number = issue[0].issue
    listed = "".join(
        f"<li><a href='{a.name}'>{html.escape(a.title, quote=False)}</a>"
        + (f", <i>by {bare(' and '.join(a.authors))}</i>" if a.authors else "")
        + "</li>"
        for a in issue
    )
    return (
        f"<html><head><title>{NAME} #{number} Table of Contents</title></head><body><h1>{NAME}</h1>"
        f"<h2>{MONTHS[number % 12]} {1996 + number // 12}, Issue {number}</h2><h3>Table of Contents</h3>"
        f"<ul>{listed}</ul>"
        f"<hr><p>{NAME}, <a href='http://wire.example/'>http://wire.example/</a><br>Copyright &copy; by the "
        f"{NAME} Cooperative. All Rights Reserved.</p></body></html>"
    )


def cover_page(issue: int) -> str:
    """Return an issue's cover: a picture and a word about it."""
    return (
        f"<html><head><title>{NAME} #{issue} Cover</title></head><body><center><img src='cover.jpg' alt='[Cover]'>"
        f"<p>{NAME} {issue}<p><a href='index.html'>Enter</a></center></body></html>"
    )
