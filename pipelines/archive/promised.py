"""What a page's tables of contents promise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipelines.addresses import canonical
from pipelines.article.heads import plain

if TYPE_CHECKING:
    from pipelines.page import ContentsEntry
    from pipelines.parsed import Parsed


def contents_of(parsed: Parsed) -> tuple[ContentsEntry, ...]:
    """Return the entries of a page's contents; the one without a link is the page's own if it prints that title.

    A table that leads to the page itself alone lists its parts, and no article.
    """
    own = canonical(parsed.document.url)
    tables = (p.entries for p in parsed.pieces if p.kind == "contents" and not p.issues)
    entries = tuple(
        e for table in tables if {canonical(e.url) for e in table if e.url} != {own} for e in table
    )
    loose = [e for e in entries if e.url is None] if parsed.document.markup else []
    if len(loose) != 1 or len(entries) == 1:
        return entries
    said = plain(loose[0].title)
    if not any(plain(b.shown) == said for b in parsed.free) and not any(
        said in plain(head) for head in parsed.document.titles
    ):
        return entries
    return tuple(e if e.url is not None else e._replace(url=parsed.document.url) for e in entries)
