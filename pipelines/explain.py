"""Why a page was read as it was: every block with its label, the reason, and what it weighed for the text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipelines.article.body import running_sums
from pipelines.article.stretch import weigher
from pipelines.furniture.partners import BY_PLACE
from pipelines.furniture.piece import without

if TYPE_CHECKING:
    from pipelines.article.article_parts import ArticleParts
    from pipelines.document.textblock import TextBlock
    from pipelines.furniture.piece import Piece
    from pipelines.settled import Settled


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplainedBlock:
    """A block of a page: its place, what it was taken for, why, and its text (alternative texts for images).

    `weight` is what it counted for (or against) being text and `total` the sum up to it, None before the title: the
    text ends where the sum is highest. Furniture that is known by its words weighs against the text around it.
    """

    order: int
    label: str
    why: str
    text: str
    weight: float | None
    total: float | None


def explain_blocks(settled: Settled) -> tuple[ExplainedBlock, ...]:
    """Return every block of the page that says or shows anything, in page order."""
    by_order = {order: piece for piece in settled.pieces for order in piece.orders}
    sums = _sums(settled)
    return tuple(
        ExplainedBlock(
            order=block.order,
            label=label,
            why=why,
            text=block.shown or f"[{len(block.pictures)} images]",
            weight=weight,
            total=total,
        )
        for block in settled.parsed.document.blocks
        if block.shown or block.pictures
        for label, why in (_label(block, settled, by_order.get(block.order)),)
        for weight, total in (sums.get(block.order, (None, None)),)
    )


def _sums(settled: Settled) -> dict[int, tuple[float, float]]:
    article = settled.article
    if article is None:
        return {}
    blocks = settled.parsed.document.blocks
    pieces = [p for p in settled.pieces if p.reason == BY_PLACE or p.kind not in ("navigation", "breadcrumb")]
    free = [b for b in without(blocks, pieces) if b.order not in article.apart]
    taken = weigher(free, pieces, article.title, article.apart)
    start = 0 if article.title.order is None else article.title.order + 1
    return {b.order: (weight, total) for b, weight, total in running_sums(blocks, start=start, taken=taken)}


def _label(block: TextBlock, settled: Settled, piece: Piece | None) -> tuple[str, str]:
    """Return what a block was taken for, and why."""
    article = settled.article
    if article is not None:
        own = _article_label(block, article, kept=block.order in settled.kept)
        if own is not None:
            return own
    if piece is not None:
        return piece.kind, piece.reason
    if not block.text:
        return "picture", "no text, outside the article"
    if settled.lost:
        return "unplaced", "the page says that it is none"
    if article is not None and block.order in article.apart:
        return "unplaced", "the mark-up sets it outside the text"
    return (
        "unplaced",
        "no rule takes it, and it is outside the text" if article else "the page has no article",
    )


def _article_label(block: TextBlock, article: ArticleParts, *, kept: bool) -> tuple[str, str] | None:
    if block.order == article.title.order:
        return "title", "; ".join(article.title.votes)
    if block.order in article.byline.orders:
        return "byline", article.byline.reason
    if block.text and block.text == article.source_line:
        return "source_line", "names where the item comes from"
    if any(block.order == b.order for b in article.body):
        why = "within the stretch that sums up highest"
        return "text", f"{why}; kept although it stands on many pages" if kept else why
    return None
