"""A text held against what its page states for machines that it is: paragraphs that are not in that are not its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pipelines.document.textblock import TextBlock

_WORD = re.compile(r"\w+")
_RUN = 4
"""Words in a row by which a block is found in the statement."""

_PROSE = 12
_SHORTEST = 5
_FOUND = 0.5
"""Share of a block's runs that are stated from which the block is."""

_WHOLE = 0.8
"""Share of the statement that must be found on the page, else it is another text than the page shows."""

_ENOUGH = 0.5
"""Share of the text found that must be stated, else the statement is an abstract of it."""


def as_stated(body: Sequence[TextBlock], stated: str) -> tuple[TextBlock, ...]:
    """Return `body` without what stands before, between and behind what its page has `stated` that its text is.

    Short lines, lists, tables and quotations between stay: statements leave them out. A statement that is not whole, or
    not found on the page, changes nothing.
    """
    words = _words(stated)
    runs = set(_runs(words))
    sizes = {b.order: len(_words(b.text)) for b in body if b.words >= _SHORTEST}
    own = {b.order for b in body if b.order in sizes and _is_stated(b, runs)}
    held = sum(sizes[order] for order in own)
    if not own or held < _WHOLE * len(words) or held < _ENOUGH * sum(b.words for b in body):
        return tuple(body)
    first, last = min(own), max(own)
    return tuple(b for b in body if first <= b.order <= last and (b.order in own or not _is_prose(b)))


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _runs(words: Sequence[str]) -> Iterable[tuple[str, ...]]:
    return zip(*(words[at:] for at in range(_RUN)), strict=False)


def _is_stated(block: TextBlock, runs: set[tuple[str, ...]]) -> bool:
    said = list(_runs(_words(block.text)))
    return bool(said) and sum(run in runs for run in said) >= _FOUND * len(said)


def _is_prose(block: TextBlock) -> bool:
    return block.words >= _PROSE and block.list_id is None and block.quote_id is None and block.cell is None
