"""Which stretch of a page is the article's text: the maximum-sum subsequence of its blocks (findings §3)."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from itertools import takewhile
from typing import TYPE_CHECKING

from pipelines.article.author_note import author_notes
from pipelines.article.boilerplate import Surrounding, advertisements, is_caption, is_subheading, surrounding
from pipelines.masking import masked

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from pipelines.textblock import TextBlock

_PROSE = 12
_MOST_WORDS = 50
_NAVIGATION_SHARE = 0.6
_NAVIGATION_RUN = 3
_ENOUGH_TEXT = 60.0
_PATIENCE = 8
"""Short lines in a row that speak against a text; more of them say nothing new."""

_SENTENCE_ENDS = (".", "!", "?", "…", ":", ";", '"', "”", "»", ")", "’", "'", "]", "。", "」", "*")
_WHEN = frozenset("0 0st 0nd 0rd 0th 0am 0pm am pm noon midnight at from to until and".split())
_DIGITS = re.compile(r"\d+")
_COUNTED = re.compile(r"\d{1,3}[.)]?")
"""A cell that counts the rows of a table."""

_OFTEN = 3
_SHORT, _OFTEN_SHORT, _APART = -1.0, -2.0, -4.0
_HEADING, _HEADING_SHARE = -20.0, 0.2
"""What a heading over teasers or comments, or a note on the author, weighs at least, and as a share of the text before:
text behind it is the article's only if there is much of it."""

_MOST_LINKED = -60.0
"""What lines of links weigh together, up to the next prose; a long list of them tells no more than a short one."""

_NEAR = 16
"""Blocks among which a heading over teasers has its links."""

_TWICE_WORDS, _MOST_TWICE = 15, 40
_MOST_GROWN = 60
_MOST_LOOSE = 2
"""Lines; more of them between a text and the next furniture, or the page's end, are no end of the text."""


def is_boilerplate(block: TextBlock) -> bool:
    """Return whether a block says what only the surroundings of an article say, on any site."""
    found = surrounding(block)
    return found is not None and found not in _HEADINGS


_HEADINGS = (Surrounding.TAIL, Surrounding.COMMENTS)


def is_navigation(block: TextBlock) -> bool:
    """Return whether a block is mostly links and no sentence."""
    if not block.linked_words:
        return False
    share = block.link_share
    return share >= _NAVIGATION_SHARE and (block.words <= 15 or share > 0.9)


def worth(block: TextBlock, around: Surrounding | None) -> float:
    """Return how much a block that no furniture has taken speaks for text (positive) or against it.

    `around` is what of the surroundings of an article the block is.
    """
    unlinked = block.words - block.linked_words
    if not block.text:
        points = 0.0
    elif around is not None:
        points = _HEADING if around in _HEADINGS else -12.0
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
    blocks: Sequence[TextBlock], *, start: int, taken: Callable[[int], float]
) -> tuple[TextBlock, ...]:
    """Return the blocks of the article's text among `blocks` (all of a page's, in order), from `start` on.

    `taken(order)` is what a block that furniture has taken weighs (0 for one that is free). A heading over comments
    ends the text once there is enough of it. Within the stretch, free blocks are text, except runs of three and more
    navigation blocks, boilerplate, and headings over teasers with what they lead to.
    """
    apart = _set_apart(blocks)
    best = (0.0, 0, 0)
    begin = start
    for block, _, total in running_sums(blocks, start=start, taken=taken, apart=apart):
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
) -> Iterator[tuple[TextBlock, float, float]]:
    """Yield the blocks from `start` on, each with what it weighs and the sum so far; the text ends at the highest one.

    A sum that falls to 0 begins anew behind the block. `apart` are the blocks by pictures, found if not given.
    """
    often, notes = _often(blocks), author_notes(blocks)
    apart = _set_apart(blocks) if apart is None else apart
    total = most = linked = 0.0
    short = 0
    for block in blocks[start:]:
        weight = taken(block.order)
        if not weight:
            around = surrounding(block)
            if around is Surrounding.COMMENTS and most >= _ENOUGH_TEXT:
                break
            if around is Surrounding.TAIL and is_subheading(
                block, blocks[block.order + 1 : block.order + _NEAR]
            ):
                around = None
            weight = _APART if block.order in apart else worth(block, around)
            if weight == _HEADING or block.order in notes:
                weight = min(_HEADING, -_HEADING_SHARE * total)
            if weight == _SHORT:
                weight = 0.0 if short >= _PATIENCE else _OFTEN_SHORT if block.order in often else _SHORT
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
    not_text = {*copies, *_set_apart(free), *_often(free)}
    above = [b for b in free if after < b.order < first and b.order not in not_text and _may_join(b)]
    wall = min((order for order in walls if order > last), default=None)
    below: list[TextBlock] = []
    notes = author_notes(free) if any(b.order > last and b.words > _PROSE for b in free) else frozenset()
    for block in (b for b in free if b.order > last and (wall is None or b.order < wall)):
        if surrounding(block) is not None or block.order in notes:
            break
        if block.order not in not_text and _may_join(block):
            below.append(block)
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


def _set_apart(blocks: Sequence[TextBlock]) -> set[int]:
    """Return the blocks that are no text by what stands beside: captions, what a gallery says twice, advertisements."""
    pictured = [at for at, b in enumerate(blocks) if b.pictures]
    apart = set(advertisements(blocks))
    if not pictured:
        return apart
    apart |= _said_twice(blocks, pictured)
    beside = {at + d for at in pictured for d in (0, 1) if 0 < at + d < len(blocks)}
    for at in beside:
        block = blocks[at]
        if block.linked_words:
            continue
        credited = at + 1 < len(blocks) and surrounding(blocks[at + 1]) is Surrounding.CREDIT
        if is_caption(block) or (credited and block.words <= _MOST_WORDS):
            apart.add(block.order)
    return apart


def _said_twice(blocks: Sequence[TextBlock], pictured: Sequence[int]) -> set[int]:
    """Return the longer blocks that a page with pictures at `pictured` says there, and once more at least.

    Of what is too long for a caption the first copy is text.
    """
    places = {at + d for at in pictured for d in range(-3, 4) if 0 <= at + d < len(blocks)}
    beside = {b.text for at in places if (b := blocks[at]).words >= _TWICE_WORDS}
    if not beside:
        return set()
    said = Counter(b.text for b in blocks if b.text in beside and not b.linked_words)
    twice: set[int] = set()
    before: set[str] = set()
    for block in blocks:
        if said[block.text] > 1:
            if block.words <= _MOST_TWICE or block.text in before:
                twice.add(block.order)
            before.add(block.text)
    return twice


def _often(blocks: Sequence[TextBlock]) -> set[int]:
    """Return the short lines that a page prints again and again, digits masked: the small print of lists."""
    short = [
        (b.order, key)
        for b in blocks
        if b.words <= 8 and b.text and b.cell is None and not b.pre and (key := _small_print(b.text))
    ]
    counts = Counter([key for _, key in short])
    return {order for order, key in short if counts[key] >= _OFTEN}


@lru_cache(maxsize=4096)
def _small_print(text: str) -> str | None:
    """Return what is the same of a short line wherever it is printed again, None for one that ends as text does."""
    if text.endswith((".", "?", "!", ":")) or not any(c.isalpha() for c in text) or _is_when(text):
        return None
    return _DIGITS.sub("0", text.casefold())


def _is_when(text: str) -> bool:
    """Return whether a line is a date or an hour: a calendar says one over each of its entries."""
    said = masked(" ".join(word.strip(".,:;()–—-") for word in text.casefold().split())).split()
    return "0" in said and all(word in _WHEN for word in said)


def _without_navigation(stretch: Sequence[TextBlock]) -> list[TextBlock]:
    kept: list[TextBlock] = []
    run: list[TextBlock] = []
    heading: TextBlock | None = None
    in_tables = _linked_cells(stretch)
    for block in stretch:
        if block.text and is_navigation(block) and block.order not in in_tables:
            run.append(block)
            continue
        if heading is not None and not run and block.text:
            kept.append(heading)  # text stands behind it, so it is a heading like any other
        if len(run) < _NAVIGATION_RUN and heading is None:
            kept.extend(run)
        if block.text or run:
            run, heading = [], None
        around = surrounding(block)
        if around in _HEADINGS:
            heading = block
        elif around is None:
            kept.append(block)
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
