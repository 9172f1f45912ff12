"""Links to other articles that are set into a text: a heading over them, with the text going on right behind."""

from __future__ import annotations

from itertools import islice, takewhile
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
_LONG = 25
_LINKED = 0.5


def asides(blocks: Sequence[TextBlock], learned: AbstractSet[int]) -> frozenset[int]:
    """Return the headings over teasers among `blocks`, with their links, behind which the page's own text goes on.

    Prose between links tells of what they lead to, and what is `learned` is no page's own. Over a box that leads
    nowhere, such as a form to subscribe, the heading must be learned.
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
        elif block.order in learned and not links:
            box = list(takewhile(lambda b: b.order in learned, shown[at + 1 :]))
            if box and _goes_on_long(shown[at + 1 + len(box) :]):
                found.add(block.order)
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


def _goes_on_long(behind: Sequence[TextBlock]) -> bool:
    """Return whether of the lines next behind a box of the frame's two are prose; over readers' words stands when."""
    lines = islice((b for b in behind if b.cell is None), _NEXT)
    text = takewhile(lambda b: b.link_share <= _LINKED and surrounding(b) is None, lines)
    return sum(b.words - b.linked_words >= _LONG for b in text) > 1


def _goes_on(behind: Sequence[TextBlock], learned: AbstractSet[int]) -> bool:
    """Return whether the page's own text is next: prose, and a line more before any link.

    Over it may stand a heading, a list or a table. Behind what is `learned`, such as a form to subscribe, prose
    must follow.
    """
    lines = takewhile(lambda b: b.link_share <= _LINKED, (b for b in behind if b.cell is None))
    own = list(islice((b for b in lines if b.order not in learned), _NEXT))
    text = list(takewhile(lambda b: surrounding(b) is None, own))
    prose = next((at for at, b in enumerate(text) if b.words - b.linked_words >= _PROSE), _NEXT)
    behind_it = text[prose + 1 :]
    if behind_it and text[prose].order + 1 in learned:
        return any(b.words >= _LONG for b in behind_it)
    return bool(behind_it)
