"""Which stretch of a page is the article's text: the maximum-sum subsequence of its blocks (findings §3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pipelines.textblock import TextBlock

_SAYS = ("all rights reserved", "use cookies", "uses cookies", "accept cookies", "cookie policy")
_OPENS = ("©", "(c)", "copyright")
_IS = frozenset(
    "share|tweet|print|print version|print this page|send to a friend|subscribe|log in|login|sign in|search|home|back"
    "|top|back to top|up|next|previous|read more|contact us|about us|advertising|advertise|rss|email|e-mail".split(
        "|"
    )
)
_PROSE = 12
_MOST_WORDS = 50
_NAVIGATION_SHARE = 0.6
_NAVIGATION_RUN = 3


def is_boilerplate(block: TextBlock) -> bool:
    """Return whether a block says what only page furniture says, on any site."""
    if block.words > 60 or not block.text:
        return False
    said = block.text.casefold()
    if block.words <= 4 and said.strip(" .:|»«>[]!") in _IS:
        return True
    return said.lstrip(" .|").startswith(_OPENS) or any(phrase in said for phrase in _SAYS)


def is_navigation(block: TextBlock) -> bool:
    """Return whether a block is mostly links and no sentence."""
    return block.link_share >= _NAVIGATION_SHARE and (block.words <= 15 or block.link_share > 0.9)


def worth(block: TextBlock) -> float:
    """Return how much a block that no furniture has taken speaks for text (positive) or against it."""
    if not block.text:
        return 0.0
    if is_boilerplate(block):
        return -12.0
    if is_navigation(block):
        return -8.0 - block.words / 2
    unlinked = block.words - block.linked_words
    if unlinked >= _PROSE:
        return float(min(unlinked, _MOST_WORDS))
    return 1.5 if block.cell is not None else 0.1 + unlinked / 10


def find_body(
    blocks: Sequence[TextBlock], *, start: int, taken: Callable[[int], float]
) -> tuple[TextBlock, ...]:
    """Return the blocks of the article's text among `blocks` (all of a page's, in order), from `start` on.

    `taken(order)` is what a block that furniture has taken weighs (0 for one that is free). Within the stretch, free
    blocks are text, except runs of three and more navigation blocks and boilerplate.
    """
    best = (0.0, 0, 0)
    total, begin = 0.0, start
    for block in blocks[start:]:
        weight = taken(block.order)
        total += weight or worth(block)
        if total <= 0:
            total, begin = 0.0, block.order + 1
        elif total > best[0]:
            best = (total, begin, block.order + 1)
    _, begin, end = best
    stretch = [b for b in blocks[begin:end] if not taken(b.order) and (b.text or b.pictures)]
    return tuple(_without_navigation(stretch))


def _without_navigation(stretch: Sequence[TextBlock]) -> list[TextBlock]:
    kept: list[TextBlock] = []
    run: list[TextBlock] = []
    for block in stretch:
        if block.text and is_navigation(block):
            run.append(block)
            continue
        if len(run) < _NAVIGATION_RUN:
            kept.extend(run)
        run = []
        if not is_boilerplate(block):
            kept.append(block)
    if len(run) < _NAVIGATION_RUN:
        kept.extend(run)
    while kept and kept[-1].text and is_navigation(kept[-1]):
        kept.pop()
    return kept
