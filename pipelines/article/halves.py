"""A title in two lines, the first of which ends in a colon: `Lamps by Hand:` over `Who Lit the Quay`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pipelines.article.author_line import is_signature
from pipelines.article.heads import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from pipelines.article.title import Title
    from pipelines.document.textblock import TextBlock

_LONGEST = 20


def whole(
    title: Title,
    blocks: Sequence[TextBlock],
    over_others: Callable[[TextBlock], bool],
    told: Collection[str],
) -> Title:
    """Return `title` with its other half, if one of the two ends in a colon, and they are set alike, one right below.

    `blocks` are the free ones that say something. A line that stands over other texts, too, is a column's name, and a
    title that is `told`, by head or contents, is whole.
    """
    at = next((n for n, b in enumerate(blocks) if b.order == title.order), None)
    if at is None or plain(title.text) in told:
        return title
    if title.text.endswith(":") and at + 1 < len(blocks):
        first, second = blocks[at : at + 2]
    elif at and blocks[at - 1].text.endswith(":"):
        first, second = blocks[at - 1 : at + 1]
    else:
        return title
    if not _are_halves(first, second) or over_others(first) or over_others(second):
        return title
    text = f"{first.text} {second.text}"
    return replace(title, text=text, order=second.order, copies=tuple(sorted({*title.copies, first.order})))


def _are_halves(first: TextBlock, second: TextBlock) -> bool:
    return (
        second.order == first.order + 1
        and (first.heading, first.strong, first.cell, first.list_id)
        == (second.heading, second.strong, second.cell, second.list_id)
        and not first.linked_words
        and not second.linked_words
        and 0 < second.words <= _LONGEST
        and not second.text.endswith((".", ":", ";", ","))
        and not is_signature(second.text)
    )
