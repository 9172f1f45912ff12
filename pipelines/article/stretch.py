"""The stretch of a page's text behind its title: what the furniture around it weighs, and where it ends."""

from __future__ import annotations

from bisect import bisect
from typing import TYPE_CHECKING

from pipelines.article.appendix import completed, ends_page, leads_out, own_headings, text_only
from pipelines.article.aside import asides
from pipelines.article.body import find_body, grown
from pipelines.article.endnotes import endnotes
from pipelines.furniture.boilerplate import Surrounding, advertisements, surrounding
from pipelines.furniture.partners import BY_PLACE

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

    from pipelines.article.title_votes import Title
    from pipelines.document.textblock import TextBlock
    from pipelines.furniture.piece import Piece
    from pipelines.parsed import Parsed

_LEAST_WORDS_OF_REGION = 20
"""Words of short lines between a title and the frame from which they are a text."""

_LONGEST_HEADING = 5
"""Words of a line over the references of a text."""

_RULING = "-=_*~.·•–—+#"
_SHORTEST_RULER = 4

WEIGHTS = {"contents": -60.0, "issue_index": -40.0, "partners": -40.0, "counter": -40.0, "masthead": -60.0}
"""What a piece of furniture weighs against the text around it; other kinds weigh OTHER_WEIGHT."""

OTHER_WEIGHT = -12.0


def _weight(piece: Piece, last: int) -> float:
    """Return what a piece weighs; `last` is where the last of those stands that only their place gives away.

    More of them before that are what a list of goods or places has behind each of its entries.
    """
    if piece.reason == BY_PLACE:
        return WEIGHTS["partners"] if piece.orders[0] >= last else OTHER_WEIGHT
    return WEIGHTS.get(piece.kind, OTHER_WEIGHT)


def weigher(
    free: Iterable[TextBlock],
    pieces: Iterable[Piece],
    title: Title,
    apart: Collection[int] = (),
    set_in: Collection[int] = (),
) -> Callable[[int], float]:
    """Return what says of a block's place how much it weighs against text, 0 where nothing has taken it.

    `apart` are the places outside the text's part of the page: nothing there says where the text ends. Nor does what is
    `set_in` between its parts.
    """
    pieces = tuple(pieces)
    last = max((p.orders[0] for p in pieces if p.reason == BY_PLACE), default=0)
    weights: dict[int, float] = {}
    for piece in pieces:
        weights.update(dict.fromkeys(piece.orders, _weight(piece, last)))
    light = {order for order in (title.order, *title.copies, *set_in) if order is not None}
    free_orders = {b.order for b in free}

    def taken(order: int) -> float:
        if order in weights and order not in light:
            return max(weights[order], OTHER_WEIGHT) if order in apart else weights[order]
        return -0.01 if order in light or order not in free_orders else 0.0

    return taken


def find_stretch(
    parsed: Parsed,
    free: Sequence[TextBlock],
    pieces: Sequence[Piece],
    title: Title,
    *,
    start: int,
    apart: Collection[int],
    known_site: bool,
) -> tuple[TextBlock, ...]:
    """Return the blocks of the text behind `title`, author lines too; none of those that are `apart`."""
    blocks: Sequence[TextBlock] = parsed.document.blocks
    own = set_in = frozenset[int]()
    # A picture's owner is named as a page's is: only where the site's frame is known is that the page's end.
    if known_site:
        learned = {order for p in pieces if p.pages for order in p.orders}
        own = own_headings(blocks, start=start, learned=learned, page=parsed.document.url)
        sold = advertisements(blocks)
        set_in = asides(blocks[start:], learned) | {*sold, *sold.values()}
        blocks = text_only(blocks, start=start, learned=learned, within=own | set_in, title=title.text)
    taken = weigher(free, pieces, title, apart, set_in)
    stretch = find_body(blocks, start=start, taken=taken, own_headings=own)
    walls = {order for p in pieces if p.kind != "ticker" for order in p.orders}
    walls -= _islands(blocks, start, free, parsed.document.url) | _labels(pieces, parsed.document.blocks)
    begins = stretch[0].order if stretch else len(parsed.document.blocks)
    if known_site and title.order is not None and any(start <= wall < begins for wall in walls):
        stretch = _rather(_up_to_frame(free, walls, start), stretch)
    if known_site:
        walls.update(b.order for b in free if ends_page(b))
    if title.order is not None:
        stretch = grown(stretch, free, after=title.order, copies=title.copies, walls=walls)
    if known_site:
        stretch = completed(
            stretch, free, blocks=blocks, walls=walls, own_headings=own, page=parsed.document.url
        )
        if stretch:
            stretch += endnotes(parsed.document.blocks, free, last=stretch[-1].order)
    return _without_wordless_end(stretch)


def _labels(pieces: Sequence[Piece], blocks: Sequence[TextBlock]) -> set[int]:
    """Return the pictures with the same words on many pages that lead nowhere: `Author`, over who wrote the text."""
    learned = [blocks[order] for p in pieces if p.kind == "repeated" for order in p.orders]
    return {b.order for b in learned if not b.text and not any(span.url for span in b.spans)}


def _islands(blocks: Sequence[TextBlock], start: int, free: Iterable[TextBlock], page: str) -> set[int]:
    """Return what stands between parts of a text and is no end of it: advertisements, `Back to top` but the last.

    That is one, too, over a heading of the text's own references, which lead to other sites than that of the `page`.
    """
    sold = advertisements(blocks)
    found = {*sold, *sold.values()}
    last: dict[str, int] = {}
    for block in blocks[start:]:
        if block.linked_words and surrounding(block) is Surrounding.NOTICE:
            if block.text in last:
                found.add(last[block.text])
            last[block.text] = block.order
    own = {b.order for b in free if b.words <= _LONGEST_HEADING and not b.linked_words}
    found.update(at for at in last.values() if at + 1 in own and leads_out(blocks, at + 2, page))
    return found


def _up_to_frame(free: Sequence[TextBlock], walls: Collection[int], start: int) -> tuple[TextBlock, ...]:
    """Return what stands from `start` on up to the frame: the first furniture (`walls`) behind some words of text.

    Blocks of links, notices and headings over what others say are as good as furniture.
    """
    region: list[TextBlock] = []
    frame = sorted(wall for wall in walls if wall >= start)
    words = passed = 0
    for block in free:
        if block.order < start or not block.text:
            continue
        behind = bisect(frame, block.order)
        fits = not block.linked_words and surrounding(block) is None
        if not fits or behind > passed:
            if words >= _LEAST_WORDS_OF_REGION:
                break
            words = 0
        passed = behind
        if fits:
            region.append(block)
            words += block.words
    return tuple(region) if words >= _LEAST_WORDS_OF_REGION else ()


def _rather(region: Sequence[TextBlock], stretch: Sequence[TextBlock]) -> tuple[TextBlock, ...]:
    """Return the `region` between title and frame where the text found, if any, is some other short one behind it.

    Verses and questions are short lines, and comments and teasers below are prose.
    """
    behind = bool(region) and (not stretch or stretch[0].order > region[-1].order)
    longer = sum(b.words for b in stretch) > 2 * sum(b.words for b in region)
    return tuple(region) if behind and not longer else tuple(stretch)


def _without_wordless_end(stretch: tuple[TextBlock, ...]) -> tuple[TextBlock, ...]:
    """Return a text without what ends it and says no word: a ruler of hyphens, a scale of marks in a list."""
    end = len(stretch)
    while end and _is_wordless(stretch[end - 1]):
        end -= 1
    return stretch[:end]


def _is_wordless(block: TextBlock) -> bool:
    """Return whether a block is a ruler or a list's item of digits; tables and listings may end so."""
    if block.cell is not None:
        return False
    return is_ruler(block) or (block.list_id is not None and block.text.replace(" ", "").isdecimal())


def is_ruler(block: TextBlock) -> bool:
    """Return whether a block is a line drawn with signs."""
    text = block.text
    if len(text) < _SHORTEST_RULER or text[0].isalnum():
        return False
    return not text.replace(" ", "").strip(_RULING)
