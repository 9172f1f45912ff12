"""Contents of an issue whose page lists its articles without a heading that says so, and without their authors.

Only where the site's index leads to the page as an issue's: such lists stand on many pages.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipelines.addresses import canonical, host_of, way
from pipelines.furniture.bare_contents import REASON as BARE
from pipelines.furniture.boilerplate import is_boilerplate
from pipelines.furniture.contents_entry import linked_entries, without_announcement
from pipelines.furniture.piece import Piece, orders_of, text_of, without
from pipelines.words.names import names_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from pipelines.document.textblock import Document, TextBlock
    from pipelines.page import ContentsEntry

    Line = tuple[TextBlock, ContentsEntry]

REASON = "an issue's page lists its articles"

_FEWEST = 3
"""Pages that a list leads to."""

_LINKED = 0.5
_SHORTEST_TEASER, _LONGEST_TEASER = 8, 100
"""Words of a text's beginning below its title; more are a text of the page's own."""

_LONGEST_AUTHORS = 12
_PAGES = frozenset("htm html shtm shtml xhtml phtml php php3 php4 php5 asp aspx jsp cfm cgi pl".split())
"""What addresses of pages end with; those of pictures and archives do with other words."""


def with_listed_contents(
    pieces: Sequence[Piece], document: Document, folder: str | None
) -> tuple[Piece, ...]:
    """Return `pieces`, the furniture of an issue's own page, with all that it lists of the issue's `folder`.

    Where that is nothing it is the pages whose texts it shows the beginnings of. A list under a heading is believed as
    it stands; one that was found without may be a part of it.
    """
    lists = [piece for piece in pieces if piece.kind == "contents"]
    if any(piece.reason != BARE for piece in lists):
        return tuple(pieces)
    others = [piece for piece in pieces if piece.kind != "contents"]
    free = without(document.blocks, others)
    page = canonical(document.url)
    lines = [] if folder is None else _in_folder(free, page, folder)
    lines = lines if len(lines) >= _FEWEST else _cards(free, page)
    few = len(lines) < max(_FEWEST, 1 + sum(len(piece.entries) for piece in lists))
    if few or len({entry.title for _, entry in lines}) == 1:  # `Read more`, below titles that are no links
        return tuple(pieces)
    taken = list(_taken(free, [block for block, _ in lines]))
    found = Piece(
        kind="contents",
        orders=orders_of(taken),
        text=text_of(taken),
        reason=REASON,
        entries=tuple(entry for _, entry in lines),
    )
    return tuple(sorted((*others, found), key=lambda piece: piece.orders))


def _in_folder(free: Sequence[TextBlock], page: str, folder: str) -> list[Line]:
    """Return the lines that lead to other pages in `folder`."""
    return _each_once(line for _, line in _lines(free, lambda to: _leads_inside(to, page, folder)))


def _cards(free: Sequence[TextBlock], page: str) -> list[Line]:
    """Return the lines that lead to other pages of the site, all of one kind, over the beginning of a text each."""
    host = host_of(page)
    cards: dict[tuple[str, ...], list[Line]] = {}
    for at, (block, entry) in _lines(free, lambda to: to != page and host_of(to) == host and _is_page(to)):
        if _teaser(free, at) and entry.url is not None:
            cards.setdefault(way(entry.url), []).append((block, entry))
    return max(map(_each_once, cards.values()), key=len, default=[])


def _each_once(lines: Iterable[Line]) -> list[Line]:
    """Return the first line that leads to each page, or the first that names its authors."""
    best: dict[str, Line] = {}
    for block, entry in lines:
        key = canonical(entry.url or "")
        if key not in best or (entry.authors and not best[key][1].authors):
            best[key] = block, entry
    return sorted(best.values(), key=lambda line: line[0].order)


def _teaser(free: Sequence[TextBlock], at: int) -> bool:
    """Return whether the beginning of a text stands below the line at `at`, up to the next that is all link."""
    words = 0
    for block in free[at + 1 :]:
        if block.link_share > _LINKED or words > _LONGEST_TEASER:
            break
        words += block.words - block.linked_words
    return _SHORTEST_TEASER <= words <= _LONGEST_TEASER


def _lines(free: Sequence[TextBlock], leads: Callable[[str], bool]) -> Iterator[tuple[int, Line]]:
    """Yield the place of each line all of whose links lead (`leads`) to such pages, with its entries.

    Authors may stand in the line below.
    """
    for at, block in enumerate(free):
        if not block.linked_words or not all(leads(canonical(span.url)) for span in block.spans if span.url):
            continue
        inside = [] if is_boilerplate(block) else linked_entries(block)
        if block.link_share <= _LINKED and not any(entry.authors for entry in inside):
            continue
        for entry in inside:
            below = _authors_below(free, at) if entry is inside[-1] and not entry.authors else None
            yield at, (block, entry if below is None else entry._replace(authors=below))


def _leads_inside(address: str, page: str, folder: str) -> bool:
    return address.startswith(folder) and address not in (page, folder) and _is_page(address)


def _is_page(address: str) -> bool:
    _, dot, ending = address.partition("?")[0].rpartition("/")[2].rpartition(".")
    return not dot or ending.lower() in _PAGES


def _authors_below(free: Sequence[TextBlock], at: int) -> tuple[str, ...] | None:
    below = free[at + 1] if at + 1 < len(free) else None
    if below is None or below.linked_words or below.words > _LONGEST_AUTHORS:
        return None
    return names_in(without_announcement(below.text))


def _taken(free: Sequence[TextBlock], lines: Sequence[TextBlock]) -> Iterator[TextBlock]:
    """Yield the blocks of a list, those between its lines too, and what stands behind the last as behind others."""
    places = {block.order for block in lines}
    first, last = lines[0].order, lines[-1].order
    longest = behind = 0
    for block in free:
        if not first <= block.order <= last:
            continue
        behind = 0 if block.order in places else behind + 1
        longest = max(longest, behind)
        if block.order in places or block.words <= _LONGEST_TEASER:
            yield block
    for block in [b for b in free if b.order > last][:longest]:
        if block.words > _LONGEST_TEASER or is_boilerplate(block):
            return
        yield block
