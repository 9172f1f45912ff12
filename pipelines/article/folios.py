"""What a printed text says of its place: page numbers between its paragraphs, the site's address below them."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from pipelines.addresses import host_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipelines.document.textblock import TextBlock

_FOLIO = re.compile(r"(?:[-–—\[] ?)?(?:(?:page|p\.|стр\.|с\.) ?)?(\d{1,3})(?: ?[-–—\]])?", re.IGNORECASE)
_LONGEST = 8
_LABELLED = 2
"""Words of an address with a label before it: `URL: http://…`."""

_ADDRESS = re.compile(
    r"(?:[^\W\d_]{1,12}:? )?(?:https?://)?(?P<host>[\w-]{1,63}(?:\.[\w-]{1,63}){1,5})(?::\d+)?(?:/\S*)?"
)


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


def without_address(body: Sequence[TextBlock], *, page: str) -> tuple[TextBlock, ...]:
    """Return `body` without a last line that is an address on the site of `page`: where a print version was made."""
    last = next((block for block in reversed(body) if block.text), None)
    if last is None or last.words > _LABELLED or last.linked_words > 1:
        return tuple(body)
    address = _ADDRESS.fullmatch(last.text)
    if address is None or address["host"].removeprefix("www.") != host_of(page):
        return tuple(body)
    return tuple([block for block in body if block.order != last.order])
