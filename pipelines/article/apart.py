"""Blocks within a page that are no text by what stands beside them, or because they are printed again and again."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from pipelines.furniture.boilerplate import Surrounding, advertisements, is_caption, surrounding
from pipelines.words.masking import masked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipelines.document.textblock import TextBlock

_MOST_CREDITED = 50
_TWICE_WORDS, _MOST_TWICE = 15, 40
_WHEN = frozenset("0 0st 0nd 0rd 0th 0am 0pm am pm noon midnight at from to until and".split())

_DIGITS = re.compile(r"\d+")

_OFTEN = 3


def set_apart(blocks: Sequence[TextBlock]) -> set[int]:
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
        # A picture above its credited caption is the text's; a caption may stand in one block with its picture.
        if is_caption(block) or (credited and block.text and block.words <= _MOST_CREDITED):
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


def often(blocks: Sequence[TextBlock]) -> set[int]:
    """Return the short lines that a page prints again and again, digits masked: the small print of lists."""
    short = [
        (b.order, key)
        for b in blocks
        if b.words <= 8 and b.text and b.cell is None and not b.pre and (key := _small_print(b.text))
    ]
    if len(short) < _OFTEN:
        return set()
    counts = Counter([key for _, key in short])
    return {order for order, key in short if counts[key] >= _OFTEN}


@lru_cache(maxsize=4096)
def _small_print(text: str) -> str | None:
    """Return what is the same of a short line wherever it is printed again, None for one that ends as text does."""
    if text.endswith((".", ",", "?", "!", ":")) or not any(c.isalpha() for c in text) or _is_when(text):
        return None
    return _DIGITS.sub("0", text.casefold())


def _is_when(text: str) -> bool:
    """Return whether a line is a date or an hour: a calendar says one over each of its entries."""
    said = masked(" ".join(word.strip(".,:;()–—-") for word in text.casefold().split())).split()
    return "0" in said and all(word in _WHEN for word in said)
