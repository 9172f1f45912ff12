"""Furniture that the site model knows, and the guard that keeps a series' or a column's own words in its articles."""

from __future__ import annotations

from statistics import median_low
from typing import TYPE_CHECKING

from pipelines.article.body import is_boilerplate
from pipelines.article.byline import is_signature
from pipelines.article.title import plain
from pipelines.furniture.piece import Piece
from pipelines.site_model import Standing, block_key, standing_elsewhere
from pipelines.textblock import fold

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from pipelines.site_model import SiteModel
    from pipelines.textblock import TextBlock

_SHORT = 5
"""Words of a line that may stand in many articles as their own: `Introduction`, `Conclusions`."""

_PROSE = 12
_LINKED = 0.5
_FRAME = 3
FEW_WORDS = 30
"""Words under which a body is so short that what the model took from it is looked at again."""


def is_everywhere(text: str, model: SiteModel) -> bool:
    """Return whether `text` stands on at least half of the site's pages: its name, never the title of one page."""
    return model.pages > 0 and model.keys.get(block_key(text), 0) * 2 >= model.pages


def known_furniture(
    blocks: Sequence[TextBlock], model: SiteModel, *, own: Collection[str]
) -> dict[int, Standing]:
    """Return which of `blocks` the model knows to be furniture; `own` are the texts (plain) that name this page.

    A block that is known by its words only must be nearly as frequent as the page's frame: authors have their phrases.
    """
    standing = standing_elsewhere(blocks, model)
    if not standing:
        return {}
    usual = usual_pages({order: s for order, s in standing.items() if s.whole}, None, model)
    return {
        b.order: standing[b.order]
        for b in blocks
        if b.order in standing
        and plain(b.text) not in own
        and not (standing[b.order].pages * 2 < model.pages and is_signature(b.text))
        and (standing[b.order].whole or b.link_share > _LINKED or standing[b.order].pages * 5 >= usual * 4)
    }


def learned_pieces(blocks: Sequence[TextBlock], standing: Mapping[int, Standing]) -> list[Piece]:
    """Return a piece for each of `blocks` that stands on many pages."""
    return [
        Piece(
            kind="repeated",
            orders=(block.order,),
            text=block.shown,
            reason=standing[block.order].reason,
            pages=standing[block.order].pages,
            links=tuple((fold(s.text), s.url) for s in block.spans if s.url and s.text.strip()),
        )
        for block in blocks
        if block.order in standing
    ]


def usual_pages(standing: Mapping[int, Standing], body: tuple[int, int] | None, model: SiteModel) -> int:
    """Return on how many pages the frame of this page stands: the middle one of what is repeated outside its `body`.

    A layout that a quarter of the pages use has a frame on a quarter of them. `body` is the first and last place of
    the article; where too little stands outside of it, all pages are the measure.
    """
    counts = [s.pages for order, s in standing.items() if body is None or not body[0] <= order <= body[1]]
    return median_low(counts) if len(counts) >= _FRAME else model.pages


def kept_in_text(
    blocks: Sequence[TextBlock], standing: Mapping[int, Standing], body: tuple[int, int], usual: int
) -> frozenset[int]:
    """Return which of the repeated `blocks` stay in the article although the model knows them.

    Between its title and its last block (`body`), unlinked and no boilerplate: a block that is known by its words
    only is a text of stock phrases; one that is less than half as frequent as the page's frame (`usual`) is a
    column's heading, a series' standing words; a short line between two longer texts of the page's own is one of its
    headings, unless it stands wherever the frame stands.
    """
    kept = set()
    for at, block in enumerate(blocks):
        if block.order not in standing or not body[0] < block.order < body[1]:
            continue
        if block.linked_words or not block.text or is_boilerplate(block):
            continue
        pages = standing[block.order].pages
        phrases = not standing[block.order].whole
        seldom = pages * 2 < usual
        own_line = pages * 5 < usual * 4 and block.words <= _SHORT and _set_into_text(blocks, at, standing)
        if phrases or seldom or own_line:
            kept.add(block.order)
    return frozenset(kept)


def _set_into_text(blocks: Sequence[TextBlock], at: int, standing: Mapping[int, Standing]) -> bool:
    """Return whether a block stands between two longer texts that are this page's own."""
    before = next((b for b in reversed(blocks[:at]) if b.text), None)
    behind = next((b for b in blocks[at + 1 :] if b.text), None)
    return all(b is not None and b.words >= _PROSE and b.order not in standing for b in (before, behind))
