"""Which stretch of a page is the article's text: the maximum-sum subsequence of its blocks (findings §3)."""

from __future__ import annotations

import re
from collections import Counter
from itertools import takewhile
from typing import TYPE_CHECKING

from pipelines.article.apart import often, set_apart
from pipelines.article.author_note import author_notes
from pipelines.furniture.boilerplate import HEADINGS, Surrounding, is_subheading, surrounding

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from pipelines.document.textblock import TextBlock

_PROSE = 12
_MOST_WORDS = 50
_NAVIGATION_SHARE = 0.6
_NAVIGATION_RUN = 3
_ENOUGH_TEXT = 60.0
_PATIENCE = 8
"""Short lines in a row that speak against a text; more of them say nothing new."""

_SENTENCE_ENDS = (".", "!", "?", "…", ":", ";", '"', "”", "»", ")", "’", "'", "]", "。", "」", "*")
_COUNTED = re.compile(r"\d{1,3}[.)]?")
"""A cell that counts the rows of a table."""

_SHORT, _OFTEN_SHORT, _APART = -1.0, -2.0, -4.0
_HEADING, _HEADING_SHARE = -20.0, 0.2
"""What a heading over teasers or comments, or a note on the author, weighs at least, and as a share of the text before:
text behind it is the article's only if there is much of it."""

_MOST_LINKED = -60.0
"""What lines of links weigh together, up to the next prose; a long list of them tells no more than a short one."""

_NEAR = 16
"""Blocks among which a heading over teasers has its links."""

_MOST_GROWN = 60
_MOST_LOOSE = 2
"""Lines; more of them between a text and the next furniture, or the page's end, are no end of the text."""


def is_navigation(block: TextBlock) -> bool:
    """Return whether a block is mostly links and no sentence; arrows and strokes beside links are no words."""
    if not block.linked_words:
        return False
    share = block.link_share
    if share >= _NAVIGATION_SHARE and (block.words <= 15 or share > 0.9):
        return True
    return not any(any(map(str.isalnum, span.text)) for span in block.spans if not span.url)


def worth(block: TextBlock, around: Surrounding | None) -> float:
    """Return how much a block that no furniture has taken speaks for text (positive) or against it.

    `around` is what of the surroundings of an article the block is.
    """
    unlinked = block.words - block.linked_words
    if not block.text:
        points = 0.0
    elif around is not None:
        points = _HEADING if around in HEADINGS else -12.0
    elif is_navigation(block):
        points = -1.0 if block.cell is not None else -8.0 - block.words / 2
    elif unlinked >= _PROSE:
        points = min(unlinked, _MOST_WORDS) / (1 if _ends(block) else 3)
    elif block.cell is not None:
        points = 1.5
    else:
        points = 0.1 + unlinked / 10 if block.pre or (unlinked >= 4 and _ends(block)) else _SHORT
    return points


def _ends(block: TextBlock) -> bool:
    return block.pre or block.text.endswith(_SENTENCE_ENDS)


def find_body(
    blocks: Sequence[TextBlock],
    *,
    start: int,
    taken: Callable[[int], float],
    own_headings: Collection[int] = (),
) -> tuple[TextBlock, ...]:
    """Return the blocks of the article's text among `blocks` (all of a page's, in order), from `start` on.

    `taken(order)` is what a block that furniture has taken weighs (0 for one that is free). A heading over comments
    ends the text once there is enough of it. Within the stretch, free blocks are text, except runs of three and more
    navigation blocks, boilerplate, and headings over teasers with what they lead to.
    """
    apart = set_apart(blocks)
    best = (0.0, 0, 0)
    begin = start
    for block, _, total in running_sums(
        blocks, start=start, taken=taken, apart=apart, own_headings=own_headings
    ):
        if total <= 0:
            begin = block.order + 1
        elif total > best[0]:
            best = (total, begin, block.order + 1)
    _, begin, end = best
    stretch = [
        b for b in blocks[begin:end] if not taken(b.order) and (b.text or b.pictures) and b.order not in apart
    ]
    return tuple(_without_navigation(stretch))


def running_sums(
    blocks: Sequence[TextBlock],
    *,
    start: int,
    taken: Callable[[int], float],
    apart: Collection[int] | None = None,
    own_headings: Collection[int] = (),
) -> Iterator[tuple[TextBlock, float, float]]:
    """Yield the blocks from `start` on, each with what it weighs and the sum so far; the text ends at the highest one.

    A sum that falls to 0 begins anew behind the block. `apart` are the blocks by pictures, found if not given.
    """
    again, notes = often(blocks), author_notes(blocks)
    apart = set_apart(blocks) if apart is None else apart
    total = most = linked = 0.0
    short = 0
    for block in blocks[start:]:
        weight = taken(block.order)
        if not weight:
            around = surrounding(block)
            if around in HEADINGS:
                if around is Surrounding.COMMENTS and most >= _ENOUGH_TEXT:
                    break
                around = None if _is_of_text(block, around, blocks, own_headings) else around
            weight = _APART if block.order in apart else worth(block, around)
            if weight == _HEADING or block.order in notes:
                weight = min(_HEADING, -_HEADING_SHARE * total)
            if weight == _SHORT:
                weight = 0.0 if short >= _PATIENCE else _OFTEN_SHORT if block.order in again else _SHORT
                short += 1
            elif block.text:
                short = 0
            if block.linked_words and around is None and is_navigation(block):
                weight = max(weight, min(0.0, _MOST_LINKED - linked))
                linked += weight
            elif linked and block.words - block.linked_words >= _PROSE:
                linked = 0.0
        total = max(0.0, total + weight)
        most = max(most, total)
        yield block, weight, total


def _is_of_text(
    block: TextBlock, around: Surrounding, blocks: Sequence[TextBlock], own_headings: Collection[int]
) -> bool:
    """Return whether what looks like a heading over teasers is one of the text's own."""
    return around is Surrounding.TAIL and (
        block.order in own_headings or is_subheading(block, blocks[block.order + 1 : block.order + _NEAR])
    )


def grown(
    stretch: Sequence[TextBlock],
    free: Sequence[TextBlock],
    *,
    after: int,
    copies: Sequence[int],
    walls: Collection[int],
) -> tuple[TextBlock, ...]:
    """Return `stretch` grown over free, unlinked lines up to the title (at `after`) and down to the next furniture.

    `walls` is where furniture stands; where none does behind the text, the page's end is one. Preformatted lines there
    are not loose ones: little but texts is set so.
    """
    if not stretch:
        return ()
    first, last = stretch[0].order, stretch[-1].order
    above = [
        b
        for b in free
        if after < b.order < first and (_may_join(b) or _is_lead(b))
        if any(map(str.isalpha, b.text))  # a number alone says how often the page was read
    ]
    wall = min((order for order in walls if order > last), default=None)
    below: list[TextBlock] = []
    notes = author_notes(free) if any(b.order > last and b.words > _PROSE for b in free) else frozenset()
    for block in (b for b in free if b.order > last and (wall is None or b.order < wall)):
        if surrounding(block) is not None or block.order in notes:
            break
        if _may_join(block):
            below.append(block)
    not_text = {*copies, *set_apart(free), *often(free)} if above or below else set[int]()
    above = [b for b in above if b.order not in not_text]
    below = [b for b in below if b.order not in not_text]
    most = _MOST_GROWN if wall is not None else _MOST_LOOSE
    return _with_whole_list(
        (*above, *stretch, *(below if sum(not b.pre for b in below) <= most else ())), free
    )


def _with_whole_list(stretch: tuple[TextBlock, ...], free: Iterable[TextBlock]) -> tuple[TextBlock, ...]:
    """Return `stretch` with the rest of the list or table that it ends in, links in it or not, but no menu."""
    last = stretch[-1]
    if last.list_id is None and last.cell is None:
        return stretch
    table = last.cell and last.cell.table
    rest = takewhile(
        lambda b: (
            (b.cell.table == table if b.cell else b.list_id == last.list_id and table is None)
            and not is_navigation(b)
            and surrounding(b) is None
        ),
        (b for b in free if b.order > last.order and b.text),
    )
    return (*stretch, *rest)


def _may_join(block: TextBlock) -> bool:
    return bool(block.text) and not block.linked_words and surrounding(block) is None


def _is_lead(block: TextBlock) -> bool:
    """Return whether a block between title and text, over a box of links, is text although some of it is linked."""
    unlinked = block.words - block.linked_words
    return (
        unlinked >= _PROSE
        and block.linked_words * 4 <= block.words
        and _ends(block)
        and surrounding(block) is None
    )


def _without_navigation(stretch: Sequence[TextBlock]) -> list[TextBlock]:
    kept: list[TextBlock] = []
    run: list[TextBlock] = []
    heading: TextBlock | None = None
    in_tables = _linked_cells(stretch)
    for block in stretch:
        if block.linked_words and is_navigation(block) and block.order not in in_tables:
            # `Back to top` says nothing of the text, wherever it stands.
            if block.list_id is not None or surrounding(block) is not Surrounding.NOTICE:
                run.append(block)
            continue
        if heading is not None and not run and block.text:
            kept.append(heading)  # text stands behind it, so it is a heading like any other
        if len(run) < _NAVIGATION_RUN and heading is None:
            kept.extend(run)
        if block.text or run:
            run, heading = [], None
        around = surrounding(block)
        if around is None:
            kept.append(block)
        elif around in HEADINGS:
            heading = block
    while kept and kept[-1].text and is_navigation(kept[-1]) and kept[-1].order not in in_tables:
        kept.pop()
    return kept


def _linked_cells(stretch: Sequence[TextBlock]) -> set[int]:
    """Return the linked cells of the tables that say more than links: firms and their addresses, not a menu."""
    cells = [
        (b.order, b.cell.table, bool(b.linked_words))
        for b in stretch
        if b.cell is not None and b.text and not _COUNTED.fullmatch(b.text)
    ]
    if not cells:
        return set()
    linked = Counter(table for _, table, link in cells if link)
    said = Counter(table for _, table, link in cells if not link)
    return {order for order, table, link in cells if link and said[table] * 2 >= linked[table]}
