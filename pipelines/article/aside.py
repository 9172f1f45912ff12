"""Links to other articles that are set into a text: a heading over them, with the text going on right behind."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from pipelines.document.textblock import fold
from pipelines.furniture.boilerplate import Surrounding, surrounding
from pipelines.furniture.sayings import TAIL

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from pipelines.document.textblock import TextBlock

_MOST = 6
"""Lines of links; more of them are a list of its own."""

_NEXT = 8
"""Blocks behind the links among which there is prose of the text."""

_COMMENTS = ("comment", "коммент", "kommentar", "coment")
_PROSE = 8
_LINKED = 0.5


def asides(blocks: Sequence[TextBlock], learned: AbstractSet[int]) -> frozenset[int]:
    """Return the headings over teasers among `blocks`, with their links, behind which the page's own text goes on.

    Prose between links tells of what they lead to, and what is `learned` is no page's own.
    """
    shown = [b for b in blocks if b.text]
    found: set[int] = set()
    for at, block in enumerate(shown):
        if not _opens_aside(block):
            continue
        links = list(takewhile(lambda b: b.link_share > _LINKED, shown[at + 1 :]))
        end = at + 1 + len(links)
        if (links or block.linked_words) and len(links) <= _MOST and _goes_on(shown[end:], learned):
            found.update(b.order for b in (block, *links))
    return frozenset(found)


def _opens_aside(block: TextBlock) -> bool:
    """Return whether a line is a heading over teasers, with its link (`Read also: TITLE`) or without.

    Below one over comments it is readers who go on.
    """
    if surrounding(block) is Surrounding.TAIL:
        return not block.text.casefold().startswith(_COMMENTS)
    if block.link_share <= _LINKED:
        return False
    lead = "".join(span.text for span in takewhile(lambda span: span.url is None, block.spans))
    return TAIL.fullmatch(fold(lead).casefold().rstrip(" :.–—-")) is not None


def _goes_on(behind: Sequence[TextBlock], learned: AbstractSet[int]) -> bool:
    """Return whether the page's own text is next: prose, over it a heading or a list at most, and no link below it."""
    own = list(takewhile(lambda b: b.link_share <= _LINKED and surrounding(b) is None, behind[:_NEXT]))
    prose = next((at for at, b in enumerate(own) if b.words - b.linked_words >= _PROSE), _NEXT)
    return prose + 1 < len(own) and learned.isdisjoint(b.order for b in own[: prose + 2])
