"""Contents of an issue that has a folder of its own: what its page lists of the pages that lie in there.

Such a list needs no heading and no authors, and there may be the beginnings of the texts between its lines.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipelines.addresses import canonical
from pipelines.furniture.bare_contents import REASON as BARE
from pipelines.furniture.boilerplate import is_boilerplate
from pipelines.furniture.contents_entry import linked_entries, without_announcement
from pipelines.furniture.piece import Piece, orders_of, text_of, without
from pipelines.words.names import names_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pipelines.document.textblock import Document, TextBlock
    from pipelines.page import ContentsEntry

REASON = "an issue's page lists its folder"

_FEWEST = 3
"""Pages of the folder that a list leads to."""

_LINKED = 0.5
_LONGEST_TEASER = 60
"""Words of a text's beginning between two lines of a list; more are a text of the page's own."""

_LONGEST_AUTHORS = 12
_PAGES = frozenset("htm html shtm shtml xhtml phtml php php3 php4 php5 asp aspx jsp cfm cgi pl".split())
"""What addresses of pages end with; those of pictures and archives do with other words."""


def with_folder_contents(pieces: Sequence[Piece], document: Document, folder: str) -> tuple[Piece, ...]:
    """Return `pieces`, the furniture of an issue's own page, with all that it lists of the issue's `folder`.

    A list under a heading is believed as it stands; one that was found without may be a part of it.
    """
    lists = [piece for piece in pieces if piece.kind == "contents"]
    if any(piece.reason != BARE for piece in lists):
        return tuple(pieces)
    others = [piece for piece in pieces if piece.kind != "contents"]
    lines = list(_lines(without(document.blocks, others), canonical(document.url), folder))
    few = len(lines) < max(_FEWEST, 1 + sum(len(piece.entries) for piece in lists))
    if few or len({entry.title for _, entry in lines}) == 1:  # `Read more`, below titles that are no links
        return tuple(pieces)
    taken = list(_taken(without(document.blocks, others), [block for block, _ in lines]))
    found = Piece(
        kind="contents",
        orders=orders_of(taken),
        text=text_of(taken),
        reason=REASON,
        entries=tuple(entry for _, entry in lines),
    )
    return tuple(sorted((*others, found), key=lambda piece: piece.orders))


def _lines(blocks: Sequence[TextBlock], page: str, folder: str) -> Iterator[tuple[TextBlock, ContentsEntry]]:
    """Yield the entries that lead to other pages in `folder`, each page once, with the authors in the line below."""
    seen: set[str] = set()
    for at, block in enumerate(blocks):
        if not block.linked_words or not all(
            _leads_inside(canonical(span.url), page, folder) for span in block.spans if span.url
        ):
            continue
        inside = [] if is_boilerplate(block) else linked_entries(block)
        if block.link_share <= _LINKED and not any(entry.authors for entry in inside):
            continue
        for entry in inside:
            if (key := canonical(entry.url or "")) not in seen:
                seen.add(key)
                below = _authors_below(blocks, at) if entry is inside[-1] and not entry.authors else None
                yield block, entry if below is None else entry._replace(authors=below)


def _leads_inside(address: str, page: str, folder: str) -> bool:
    if not address.startswith(folder) or address in (page, folder):
        return False
    _, dot, ending = address.partition("?")[0].rpartition("/")[2].rpartition(".")
    return not dot or ending.lower() in _PAGES


def _authors_below(blocks: Sequence[TextBlock], at: int) -> tuple[str, ...] | None:
    below = blocks[at + 1] if at + 1 < len(blocks) else None
    if below is None or below.linked_words or below.words > _LONGEST_AUTHORS:
        return None
    return names_in(without_announcement(below.text))


def _taken(blocks: Sequence[TextBlock], lines: Sequence[TextBlock]) -> Iterator[TextBlock]:
    """Yield the blocks of a list, those between its lines too, and what stands behind the last as behind others."""
    places = {block.order for block in lines}
    longest = 0  # blocks between two lines
    behind: list[TextBlock] = []
    for block in blocks:
        if block.order < lines[0].order:
            continue
        if block.order in places:
            longest = max(longest, len(behind))
            yield from behind
            behind = []
            yield block
        elif block.words <= _LONGEST_TEASER:
            behind.append(block)
        if block.order == lines[-1].order:
            break
    last = [b for b in blocks if b.order > lines[-1].order][:longest]
    for block in last:
        if block.words > _LONGEST_TEASER or is_boilerplate(block):
            return
        yield block
