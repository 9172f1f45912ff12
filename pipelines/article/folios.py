"""Page numbers of the printed magazine among the paragraphs of a text."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipelines.document.textblock import TextBlock

_FOLIO = re.compile(r"(?:[-–—\[] ?)?(?:(?:page|p\.|стр\.|с\.) ?)?(\d{1,3})(?: ?[-–—\]])?", re.IGNORECASE)
_LONGEST = 8


def without_folios(body: Sequence[TextBlock]) -> tuple[TextBlock, ...]:
    """Return `body` without lines that number its pages: each one more than the last, or one that ends the text.

    Numbers from 1 on are those of a text's parts.
    """
    numbers = [
        (block, int(said[1]))
        for block in body
        if 0 < len(block.text) <= _LONGEST
        and block.cell is None
        and block.list_id is None
        and not (block.pre or block.heading or block.linked_words)
        and (said := _FOLIO.fullmatch(block.text))
    ]
    if not numbers or numbers[0][1] <= 1 or any(b - a != 1 for (_, a), (_, b) in pairwise(numbers)):
        return tuple(body)
    if len(numbers) == 1 and any(block.text and block.order > numbers[0][0].order for block in body):
        return tuple(body)
    folios = {block.order for block, _ in numbers}
    return tuple([block for block in body if block.order not in folios])
