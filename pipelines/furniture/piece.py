"""One piece of page furniture, before it is published as a line of furniture.jsonl."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from output.models import FurnitureKind
    from pipelines.document.textblock import TextBlock
    from pipelines.page import ContentsEntry, IssueLink


class Rate(NamedTuple):
    """One currency pair of a ticker; `rate` is units of `quote` for one `base`, `change` since the day before."""

    base: str
    quote: str
    rate: float
    change: float | None


class Piece(NamedTuple):
    """A piece of furniture: which blocks it takes (their `order`), its kind, and the data of that kind.

    `reason` says in a few words what gave it away.
    """

    kind: FurnitureKind
    orders: tuple[int, ...]
    text: str
    reason: str
    name: str | None = None
    rates: tuple[Rate, ...] = ()
    entries: tuple[ContentsEntry, ...] = ()
    links: tuple[tuple[str, str | None], ...] = ()
    issues: tuple[IssueLink, ...] = ()
    year: int | None = None
    number: str | None = None
    pages: int | None = None


def text_of(blocks: Iterable[TextBlock]) -> str:
    """Return the blocks' texts (alternative texts for images), a line each."""
    return "\n".join([block.text or block.shown for block in blocks])


def orders_of(blocks: Iterable[TextBlock]) -> tuple[int, ...]:
    """Return the blocks' places on the page."""
    return tuple([block.order for block in blocks])


def without(blocks: Sequence[TextBlock], pieces: Iterable[Piece]) -> tuple[TextBlock, ...]:
    """Return the blocks that none of `pieces` takes."""
    taken = set(chain.from_iterable([piece.orders for piece in pieces]))
    return tuple([block for block in blocks if block.order not in taken]) if taken else tuple(blocks)


def runs(blocks: Sequence[TextBlock], fits: Sequence[bool]) -> Iterator[list[TextBlock]]:
    """Yield each longest run of blocks that fit and stand next to each other (only empty ones between)."""
    run: list[TextBlock] = []
    for block, fit in zip(blocks, fits, strict=True):
        if fit:
            run.append(block)
        elif run and block.shown:
            yield run
            run = []
    if run:
        yield run
