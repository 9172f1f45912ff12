"""What a block says of a list of contents above it: that it goes on, or that it is over."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipelines.furniture.boilerplate import Surrounding, surrounding

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipelines.document.textblock import TextBlock

LONGEST_AUTHORS = 12
"""Words of a line of authors."""

LONGEST_ENTRY = 60

_BACK = re.compile(
    r"\W{0,3}(?:back|return)\sto\s(?:the\s)?(?:№|no\.|issue|contents|table|list|archive|index|top|home|main|magazine)"
    r"|\W{0,3}(?:назад|вернуться)\sк\s",
    re.IGNORECASE,
)

_ARROWS_BACK = ("←", "«", "‹", "<", "⟵", "◄", "◀")
_ARROWS_ON = ("→", "»", "›", ">", "⟶", "►", "▶")
_STEP = re.compile(r"\W{0,3}(?:prev(?:ious)?|next)(?:\s(?:article|story|post|page))?\s?:", re.IGNORECASE)


def is_step(block: TextBlock) -> bool:
    """Return whether a linked line leads to the article before or behind this one: `← TITLE`, `Next: TITLE`."""
    if not block.linked_words:
        return False
    back, on = block.text.startswith(_ARROWS_BACK), block.text.endswith(_ARROWS_ON)
    return back != on or _STEP.match(block.text) is not None


def is_prose(block: TextBlock) -> bool:
    """Return whether a block with links has so many other words that it is no line of a list."""
    return block.words > LONGEST_AUTHORS and 0 < block.linked_words * 4 < block.words


def ends_list(block: TextBlock, last: str | None) -> bool:
    """Return whether a list ends before a block: prose, or a line over others than those behind the entries.

    Prose that leads only where the `last` entry does tells of it: `… Read more`.
    """
    if block.words > LONGEST_ENTRY or (
        is_prose(block) and any(s.url not in {None, last} for s in block.spans)
    ):
        return True
    return last is not None and is_over_others(block)


def is_over_others(block: TextBlock) -> bool:
    """Return whether a line says that other articles follow than the issue's (`Most read`, not `More on NAME`).

    Or it leads back.
    """
    return (block.linked_words > 0 and _BACK.match(block.text) is not None) or (
        not block.linked_words
        and surrounding(block) is Surrounding.TAIL
        and not block.text.casefold().startswith("more ")
    )


def follows(blocks: Sequence[TextBlock], at: int) -> bool:
    """Return whether no other furniture stands between this block and the one before: with it the list is over."""
    return blocks[at].order == blocks[at - 1].order + 1
