"""The line over a ticker or an index that says what it is: `Exchange rates`, `Back issues`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipelines.furniture.piece import orders_of, text_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from pipelines.document.textblock import TextBlock
    from pipelines.furniture.piece import Piece

_HEADS = {
    "ticker": re.compile(
        r"(?:(?:official|currency|exchange|market|today'?s|daily|the)\s){0,3}(?:rates?|currency|currencies|exchange)"
        r"(?:\s(?:of|by)\s(?:the\s)?.{3,30})?"
        r"|курсы?(?:\sвалют)?(?:\s.{3,30})?|валют[аы]"
    ),
    "issue_index": re.compile(
        r"(?:(?:the|all|our|back|past|previous|other|issues?|magazine)\s){0,3}(?:archives?|issues|numbers)"
        r"(?:\s(?:of|by)\s(?:the\s)?(?:magazine|journal|issues|years?))?"
        r"|архив(?:\s(?:номеров|выпусков|журнала))?"
        r"|(?:(?:все|предыдущие|прошлые|другие)\s)?(?:номера|выпуски)(?:\sжурнала)?"
    ),
}
"""What such lines say, case-folded, by the kind below them."""

_LONGEST = 50
_MOST_BETWEEN = 2
"""Blocks that show nothing between such a line and what it heads."""


def heads_index(block: TextBlock) -> bool:
    """Return whether a line says that the issues are below it, and leads nowhere."""
    return (
        0 < len(block.shown) <= _LONGEST
        and not any(span.url for span in block.spans)
        and _HEADS["issue_index"].fullmatch(_said(block)) is not None
    )


def with_headings(
    pieces: Sequence[Piece], blocks: Sequence[TextBlock], free: Collection[int]
) -> Iterator[Piece]:
    """Yield `pieces`, each with the line over it that says what it is, if that is one of the `free` of all `blocks`."""
    for piece in pieces:
        heads = _HEADS.get(piece.kind)
        head = _over(piece.orders[0], blocks, free) if heads is not None else None
        if head is not None and heads is not None and heads.fullmatch(_said(head)):
            taken = [head, *(blocks[order] for order in piece.orders)]
            yield piece._replace(orders=orders_of(taken), text=text_of(taken))
        else:
            yield piece


def _over(at: int, blocks: Sequence[TextBlock], free: Collection[int]) -> TextBlock | None:
    """Return the line over the block at `at`, if it is free and leads nowhere."""
    for block in reversed(blocks[max(0, at - 1 - _MOST_BETWEEN) : at]):
        if block.shown:
            leads = any(span.url for span in block.spans)
            return block if block.order in free and not leads and len(block.shown) <= _LONGEST else None
    return None


def _said(block: TextBlock) -> str:
    return block.shown.casefold().strip(" .:-–—»|*•·")
