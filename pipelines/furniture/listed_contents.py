"""Contents of an issue whose page lists its articles without a heading that says so, and without their authors.

Only where the site's index leads to the page as an issue's: such lists stand on many pages.
"""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from statistics import mean
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from pipelines.addresses import canonical, host_of, way
from pipelines.furniture.bare_contents import REASON as BARE
from pipelines.furniture.bare_contents import signed_contents
from pipelines.furniture.boilerplate import is_boilerplate, surrounding
from pipelines.furniture.contents_announced import announced_entries
from pipelines.furniture.contents_entry import linked_entries, without_announcement
from pipelines.furniture.paging import goes_on
from pipelines.furniture.piece import Piece, orders_of, text_of, without
from pipelines.furniture.steps import steps_of
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
_LONGEST_MENU = 2
"""Words of a menu's lines in the mean; titles have more."""

_PAGES = frozenset("htm html shtm shtml xhtml phtml php php3 php4 php5 asp aspx jsp cfm cgi pl".split())
"""What addresses of pages end with; those of pictures and archives do with other words."""


def with_listed_contents(
    pieces: Sequence[Piece], document: Document, folder: str | None, *, part: bool = False
) -> tuple[Piece, ...]:
    """Return `pieces`, the furniture of an issue's own page, with all that it lists of the issue's `folder`.

    Or of the pages below its own address; else of those whose texts it shows the beginnings of; else what it lists
    right below a heading, or with authors on a page without a text. Of a list that goes on, on another page or as a
    `part` of it here, one line is enough. A list under a heading over contents is believed as
    it stands; one that was found by its authors may be a part of it.
    """
    lists = [piece for piece in pieces if piece.kind == "contents"]
    if any(piece.reason != BARE for piece in lists):
        return tuple(pieces)
    others = [piece for piece in pieces if piece.kind != "contents"]
    # At a page's end a list looks like a menu.
    but_menus = [piece for piece in others if piece.kind != "navigation"]
    free, freed = without(document.blocks, others), without(document.blocks, but_menus)
    page = canonical(document.url)
    fewest = max(
        1 if part or _is_paged(document) else _FEWEST, 1 + sum(len(piece.entries) for piece in lists)
    )
    readings = (
        partial(_inside, free, page, folder),
        partial(_inside, freed, page, folder),
        partial(_cards, free, page, part=part),
        partial(_below_heading, free, page, document, others),
    )
    lines = next((lines for reading in readings if len(lines := reading()) >= fewest), [])
    if not lines:
        signed = [] if lists or part else signed_contents(free, document.gaps)
        return tuple(sorted((*pieces, *signed), key=_place))
    listed = [block for block, _ in lines]
    taken = list(_taken(free if set(listed) <= set(free) else freed, listed))
    found = Piece(
        kind="contents",
        orders=orders_of(taken),
        text=text_of(taken),
        reason=REASON,
        entries=tuple(entry for _, entry in lines),
    )
    apart = [piece for piece in others if set(found.orders).isdisjoint(piece.orders)]
    return tuple(sorted((*apart, found), key=_place))


def _is_paged(document: Document) -> bool:
    """Return whether a page says that it goes on at an address like its own."""
    page = canonical(document.url)
    steps = steps_of(document, whole_folder=False)
    return any(goes_on(canonical(step.url), page, said=step.of_text) for step in steps)


def _place(piece: Piece) -> tuple[int, ...]:
    return piece.orders


def _inside(free: Sequence[TextBlock], page: str, folder: str | None) -> list[Line]:
    """Return the lines that lead to other pages in `folder`, or below the page's own address."""
    lines = _lines(free, lambda to: is_inside(to, page, folder) and not goes_on(to, page))
    if len(lines) < _FEWEST or len({entry.title for _, (_, entry) in lines}) > 1:
        return _each_once(line for _, line in lines)
    # Each says `Read more`, below a title that is no link, as many lines above it as the next one's.
    (first, _), (second, _) = lines[:2]
    region = free[max(0, 2 * first - second + 1) : lines[-1][0] + 1]
    titles = {block.text: block for block in reversed(region)}
    return [(titles[e.title], e) for e in announced_entries(region) if e.title in titles]


def is_inside(address: str, page: str, folder: str | None) -> bool:
    """Return whether a canonical address is of another page in an issue's `folder`, or below that of its own `page`."""
    inside = (folder is not None and address.startswith(folder)) or _is_below(address, page)
    return inside and address not in (page, folder) and _is_page(address)


def _is_below(address: str, page: str) -> bool:
    """Return whether a canonical address is that of the `page` and more: `/m/36/7`, `/m/36?a=7`, `/?i=36&a=7`."""
    of, own = urlsplit(address), urlsplit(page)
    if of.netloc != own.netloc or (own.path == "/" and not own.query):
        return False
    if of.path != own.path:
        return not own.query and of.path.startswith(f"{own.path.rstrip('/')}/")
    return set(own.query.split("&")) - {""} < set(of.query.split("&")) - {""}


def _cards(free: Sequence[TextBlock], page: str, *, part: bool) -> list[Line]:
    """Return the lines that lead to other pages of the site, all of one kind, over the beginning of a text each.

    Between two of them one may stand over a shorter text. A line of several links is a menu where one is enough
    (`part`).
    """
    lines = _lines(free, lambda to: _leads_within_site(to, page))
    alone = _lines_alone(lines) if part else lines
    kinds: dict[tuple[str, ...], list[int]] = {}
    for at, (_, entry) in alone:
        if entry.url is not None and _teaser(free, at, entry.url):
            kinds.setdefault(way(entry.url), []).append(at)
    cards: list[list[Line]] = []
    for kind, places in kinds.items():
        set_as = {free[at].heading for at in places}
        between = [
            line
            for at, line in alone
            if at in places
            or (
                places[0] < at < places[-1] and way(line[1].url or "") == kind and {line[0].heading} == set_as
            )
        ]
        cards.append(_each_once(between))
    return max(cards, key=len, default=[])


def _lines_alone(lines: Sequence[tuple[int, Line]]) -> list[tuple[int, Line]]:
    """Return the lines with one link each."""
    several = {at for (at, _), (then, _) in pairwise(lines) if at == then}
    return [(at, line) for at, line in lines if at not in several]


def _teaser(free: Sequence[TextBlock], at: int, url: str) -> bool:
    """Return whether the beginning of a text stands below the line at `at`, up to the next that leads elsewhere."""
    words = 0
    for block in free[at + 1 :]:
        leads_on = all(span.url in (None, url) for span in block.spans)
        if (block.link_share > _LINKED and not leads_on) or words > _LONGEST_TEASER:
            break
        words += block.words if leads_on else block.words - block.linked_words
    return _SHORTEST_TEASER <= words <= _LONGEST_TEASER


def _below_heading(
    free: Sequence[TextBlock], page: str, document: Document, pieces: Sequence[Piece]
) -> list[Line]:
    """Return the lines of one link each right below a masthead or a heading that lead to pages of one kind."""
    mastheads = {order for piece in pieces if piece.kind == "masthead" for order in piece.orders}
    lines = _lines(free, lambda to: _leads_within_site(to, page))
    places = {line[0].order: line for _, line in _lines_alone(lines)}
    found: list[Line] = []
    above: TextBlock | None = None
    for block in document.blocks:
        if block.order in places and (found or (above is not None and _heads(above, mastheads))):
            found.append(places[block.order])
        elif _is_beside(block):
            continue
        elif _is_list(found):
            return found
        else:
            found = []
        above = block
    return found if _is_list(found) else []


def _is_beside(block: TextBlock) -> bool:
    """Return whether a block has no words, such as a line's number, or says what a table's column is."""
    heads_column = block.cell is not None and block.cell.row == 0 and not block.linked_words
    says = str.isalpha if block.heading is None else str.isalnum  # an issue's heading may be `№1, 2016`
    return heads_column or not any(map(says, block.text))


def _heads(block: TextBlock, mastheads: set[int]) -> bool:
    return block.order in mastheads or (block.heading is not None and surrounding(block) is None)


def _is_list(lines: Sequence[Line]) -> bool:
    """Return whether lines are titles of pages of one kind; a menu's are shorter."""
    kinds = {way(entry.url or "") for _, entry in lines}
    return len(lines) >= _FEWEST and len(kinds) == 1 and mean(b.words for b, _ in lines) > _LONGEST_MENU


def _each_once(lines: Iterable[Line]) -> list[Line]:
    """Return the first line that leads to each page, or the first that names its authors."""
    best: dict[str, Line] = {}
    for block, entry in lines:
        key = canonical(entry.url or "")
        if key not in best or (entry.authors and not best[key][1].authors):
            best[key] = block, entry
    return sorted(best.values(), key=lambda line: line[0].order)


def _lines(free: Sequence[TextBlock], leads: Callable[[str], bool]) -> list[tuple[int, Line]]:
    """Return the place of each line all of whose links lead (`leads`) to such pages, with its entries.

    Authors may stand in the line below.
    """
    found: list[tuple[int, Line]] = []
    for at, block in enumerate(free):
        if not block.linked_words or not all(leads(canonical(span.url)) for span in block.spans if span.url):
            continue
        inside = [] if is_boilerplate(block) else linked_entries(block)
        if block.link_share <= _LINKED and not any(entry.authors for entry in inside):
            continue
        for entry in inside:
            below = _authors_below(free, at, entry.url) if entry is inside[-1] and not entry.authors else None
            found.append((at, (block, entry if below is None else entry._replace(authors=below))))
    return found


def _leads_within_site(address: str, page: str) -> bool:
    return address != page and host_of(address) == host_of(page) and _is_page(address)


def _is_page(address: str) -> bool:
    _, dot, ending = address.partition("?")[0].rpartition("/")[2].rpartition(".")
    return not dot or ending.lower() in _PAGES


def _authors_below(free: Sequence[TextBlock], at: int, url: str | None) -> tuple[str, ...] | None:
    """Return whom the line below names; one link, to `url`, may go round both."""
    below = free[at + 1] if at + 1 < len(free) else None
    if below is None or below.words > _LONGEST_AUTHORS or any(s.url not in {None, url} for s in below.spans):
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
