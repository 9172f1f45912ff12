"""Notes behind a text although furniture stands between: numbered lines below `Notes`, counted from 1."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipelines.document.textblock import TextBlock

_HEADINGS = frozenset(
    "notes footnotes footnote endnotes references примечания сноски ссылки anmerkungen fußnoten einzelnachweise"
    " notas".split()
)
_NUMBERED = re.compile(r"[\[(]?(\d{1,3})(?!\d)[\])]?[.:]?\s?\S")


def endnotes(blocks: Sequence[TextBlock], free: Sequence[TextBlock], *, last: int) -> tuple[TextBlock, ...]:
    """Return the notes of a text whose `last` block stands there, up to the last that has a number.

    A bar of links may stand between a text and its notes; `free` are the blocks that no furniture has taken.
    """
    behind = blocks[last + 1 :]
    heading = next((b.order for b in behind if _heads_notes(b)), None)
    if heading is None:
        return ()
    below = [b for b in behind if b.order > heading and b.text]
    numbered = {b.order: int(said[1]) for b in below if (said := _NUMBERED.match(b.text)) is not None}
    if not below or numbered.get(below[0].order) != 1:
        return ()
    ends = _end(numbered)
    return tuple(b for b in free if heading < b.order <= ends)


def _heads_notes(block: TextBlock) -> bool:
    return not block.linked_words and block.text.casefold().strip(" :.") in _HEADINGS


def _end(numbered: dict[int, int]) -> int:
    """Return where the last note stands of those that are `numbered` at their places: the next is one more."""
    end = count = 0
    for order, number in numbered.items():
        if number == count + 1:
            end, count = order, number
    return end
