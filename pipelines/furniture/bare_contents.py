"""Tables of contents without a heading: an issue's own page that says which issue it is and lists what is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipelines.addresses import canonical, way
from pipelines.furniture.boilerplate import is_boilerplate
from pipelines.furniture.contents_entry import linked_entries
from pipelines.furniture.contents_list import LinkedList
from pipelines.furniture.piece import Piece, orders_of, text_of
from pipelines.words.issue_wording import wording_of
from pipelines.words.names import is_name

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from pipelines.document.textblock import TextBlock
    from pipelines.page import ContentsEntry
    from pipelines.profile import Profile

_PROSE, _LINKED = 25, 0.5
_LONGEST_ISSUE = 8
"""Words of a line that says which issue a page is."""

_FEWEST, _FEWEST_ALIKE = 2, 3
"""Entries with authors: one link with a name beside it is no list. Where a page says its issue, several alike are."""

REASON = "links with authors on a page that says which issue it is"

_MOST_TRIED = 30
"""Runs of links in which a page's list is looked for."""


def find_bare_contents(
    blocks: Sequence[TextBlock],
    pieces: Sequence[Piece],
    profile: Profile,
    *,
    page: str,
    gaps: Collection[int] = (),
) -> list[Piece]:
    """Return the contents of an issue's page (its address: `page`) among `blocks`, those that nothing else has taken.

    It is one where a masthead or a line says which issue it is, and where there is no text; or where its own index
    leads to it as an issue's, and there is no text before the list. `gaps` are the blocks over which the page shows a
    blank line.
    """
    if not any(b.linked_words for b in blocks):
        return []
    own = canonical(page)
    listed = any(
        canonical(i.url) == own for p in pieces if p.kind == "issue_index" for i in p.issues if i.url
    )
    says = _says_issue(blocks, pieces, profile)
    if not listed and not says:
        return []
    prose = [b.order for b in blocks if b.words > _PROSE and b.link_share < _LINKED and not is_boilerplate(b)]
    if prose and not listed:
        return []
    before = prose[0] if prose else blocks[-1].order
    return _first_list(blocks, gaps, before=before, issue=says and not prose)


def signed_contents(blocks: Sequence[TextBlock], gaps: Collection[int]) -> list[Piece]:
    """Return the links with authors on a page without text: its contents, if other pages say which issue it is."""
    if not blocks or any(b.words > _PROSE and b.link_share < _LINKED for b in blocks):
        return []
    return _first_list(blocks, gaps, before=blocks[-1].order, issue=False)


def _first_list(
    blocks: Sequence[TextBlock], gaps: Collection[int], *, before: int, issue: bool
) -> list[Piece]:
    """Return the first list that names authors and begins before the block with that place at the latest."""
    end, tried = 0, 0
    for at, block in enumerate(blocks):
        if at < end or not block.linked_words:
            continue
        if (tried := tried + 1) > _MOST_TRIED or block.order > before:
            break
        end, entries = LinkedList(blocks, at, gaps).read()
        end = max(end, at + 1)
        if _is_list(entries, issue=issue):
            return _piece(blocks, at, entries, gaps, issue=issue)
    return []


def _says_issue(blocks: Sequence[TextBlock], pieces: Sequence[Piece], profile: Profile) -> bool:
    """Return whether a masthead or a line of the page says which issue it is."""
    if any(p.kind == "masthead" and p.year for p in pieces):
        return True
    wording = wording_of(profile)
    return any(
        0 < b.words <= _LONGEST_ISSUE
        and not b.linked_words
        and any(map(str.isdecimal, b.text))
        and wording.read(b.text) is not None
        for b in blocks
    )


def _is_list(entries: Sequence[ContentsEntry], *, issue: bool) -> bool:
    """Return whether two entries name authors, or on an `issue`'s own page one of several that lead the same way."""
    signed = [entry for entry in entries if entry.authors]
    if len(signed) != 1 or signed[0].url is None or not issue:
        return len(signed) >= _FEWEST
    there = way(signed[0].url)
    return sum(1 for entry in entries if entry.url is not None and way(entry.url) == there) >= _FEWEST_ALIKE


def _piece(
    blocks: Sequence[TextBlock],
    start: int,
    entries: Sequence[ContentsEntry],
    gaps: Collection[int],
    *,
    issue: bool,
) -> list[Piece]:
    """Return the list from its first link on that leads where those with authors do: a menu may stand above it.

    Names of several words are authors before any other: beside a link there may stand `Eng`.
    """
    named = [e for e in entries if any(map(is_name, e.authors))] or entries
    ways = {way(entry.url) for entry in named if entry.authors and entry.url}
    first = next(
        (
            at
            for at in range(start, len(blocks))
            if any(
                way(e.url or "") in ways
                for e in (linked_entries(blocks[at]) if blocks[at].linked_words else ())
            )
        ),
        start,
    )
    end, kept = LinkedList(blocks, first, gaps).read()
    if not _is_list(kept, issue=issue):
        return []
    taken = blocks[first:end]
    return [
        Piece(
            kind="contents",
            orders=orders_of(taken),
            text=text_of(taken),
            reason=REASON,
            entries=tuple(kept),
        )
    ]
