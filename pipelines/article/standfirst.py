"""The standfirst of a page: what it says of its article between the title and the line of the date or the author."""

from __future__ import annotations

from itertools import islice, takewhile
from typing import TYPE_CHECKING

from pipelines.furniture.boilerplate import Surrounding, surrounding

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from pipelines.document.textblock import TextBlock

_LEAST, _MOST = 8, 45
_PROSE = 12
_NEAR = 4
_ABOVE = 12
_LINKED = 0.5
_ENOUGH = 60
"""Words of text behind it; a note of one paragraph and a date has no standfirst."""

_POSTING = (Surrounding.POSTED, Surrounding.NOTICE, Surrounding.CREDIT)


def without_standfirst(
    body: Sequence[TextBlock], page: Sequence[TextBlock], *, title: int, author_lines: Collection[int]
) -> tuple[TextBlock, ...]:
    """Return `body` without the standfirst, as it is if it opens with text.

    `page` is all blocks, `title` where among them the title stands, `author_lines` where the author is named. Right
    behind a standfirst there is the author, the date of posting or a picture's credit; what opens the text has text
    behind it.
    """
    behind = list(islice((b for b in page[title + 1 :] if b.text), _ABOVE + _NEAR))
    at = next((at for at, b in enumerate(behind[:_ABOVE]) if _is_first(b, author_lines)), None)
    if at is None:
        return tuple(body)
    block = behind[at]
    alone = at == 0 or not block.text.endswith((".", "!", "?", "…", "”", '"', ":"))
    if block.words > _MOST or not alone:
        return tuple(body)
    near = takewhile(lambda b: not _is_prose(b), behind[at + 1 : at + 1 + _NEAR])
    if not any(b.order in author_lines or surrounding(b) in _POSTING for b in near):
        return tuple(body)
    rest = tuple(b for b in body if b.order != block.order)
    return rest if sum(b.words for b in rest) >= _ENOUGH else tuple(body)


def _is_first(block: TextBlock, author_lines: Collection[int]) -> bool:
    """Return whether a block is no short line, no link and nothing of the surroundings."""
    return (
        block.words >= _LEAST
        and block.link_share < _LINKED
        and block.order not in author_lines
        and surrounding(block) is None
    )


def _is_prose(block: TextBlock) -> bool:
    return block.words - block.linked_words >= _PROSE and surrounding(block) is None
