"""Furniture that the site model knows, and the guard that keeps a series' or a column's own words in its articles."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from pipelines.article.author_line import names_among_facts
from pipelines.article.heads import plain
from pipelines.article.signing_lines import signing_lines
from pipelines.document.textblock import fold
from pipelines.furniture.boilerplate import is_boilerplate
from pipelines.furniture.partners import BY_PLACE
from pipelines.furniture.piece import Piece, without
from pipelines.site.model import Standing, block_keys, standing_elsewhere

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from pipelines.document.textblock import TextBlock
    from pipelines.parsed import Parsed
    from pipelines.site.model import SiteModel

_SHORT = 5
"""Words of a line that may stand in many articles as their own: `Introduction`, `Conclusions`."""

_OPENINGS = frozenset(
    "introduction abstract summary overview preface foreword background prologue введение аннотация предисловие"
    " вступление кіріспе алғысөз einleitung zusammenfassung vorwort introducción resumen introdução resumo résumé"
    " avant-propos".split()
)
"""Headings that open a text, and stand above nothing else."""

_SENTENCE_ENDS = (".", "!", "?", "…", "”", "»")
_LONGEST_SIGNATURE = 20
_PROSE = 12
_LONG = 25
_LINKED = 0.5
_SELDOM_LINKED = 0.25
_FRAME = 3
FEW_WORDS = 30
"""Words under which a body is so short that what the model took from it is looked at again."""


def believed(parsed: Parsed, model: SiteModel) -> tuple[Piece, ...]:
    """Return the furniture that a page's own words give away, less what was told by its place and stands nowhere else.

    Links to other sites below a text are partners or the article's own references: partners stand on many pages.
    """
    if not model.keys:
        return parsed.pieces
    blocks = parsed.document.blocks
    return tuple(p for p in parsed.pieces if not _is_told_by_place(p) or _stands(p, blocks, model))


def learnable(parsed: Parsed) -> tuple[TextBlock, ...]:
    """Return the blocks of a page from which a site is learned: those whose own words don't give them away."""
    sure = [piece for piece in parsed.pieces if not _is_told_by_place(piece)]
    return without(parsed.document.blocks, sure)


def _is_told_by_place(piece: Piece) -> bool:
    return piece.reason == BY_PLACE


def _stands(piece: Piece, blocks: Sequence[TextBlock], model: SiteModel) -> bool:
    shown = [blocks[order] for order in piece.orders if blocks[order].shown]
    keys = block_keys(shown)
    return sum(1 for block in shown if keys.get(block.order) in model.keys) * 2 > len(shown)


def known_furniture(
    blocks: Sequence[TextBlock], model: SiteModel, *, own: Collection[str]
) -> dict[int, Standing]:
    """Return which of `blocks` the model knows to be furniture; `own` are the texts (plain) that name this page.

    A block that is known by its words only must be nearly as frequent as the page's frame, or have a link and stand
    on half of all pages: authors have their phrases.
    An unlinked one that is much less frequent is what a column says in each issue.
    """
    standing = standing_elsewhere(blocks, model)
    if not standing:
        return {}
    text = _own_text(blocks, standing)
    usual = usual_share({order: s for order, s in standing.items() if s.whole}, text)
    signing = signing_lines(blocks, standing, model, own=own, text=text)
    return {
        b.order: standing[b.order]
        for b in blocks
        if b.order in standing
        and plain(b.shown) not in own
        and b.order not in signing
        and not (not standing[b.order].whole and names_among_facts(b.text))
        and _is_frame(b, standing[b.order], usual, model.pages)
    }


def _own_text(blocks: Sequence[TextBlock], standing: Mapping[int, Standing]) -> tuple[int, int] | None:
    """Return where the first and the last longer text stand that are this page's own, None when there is none."""
    own = [b.order for b in blocks if b.words >= _LONG and b.link_share < _LINKED and b.order not in standing]
    return (own[0], own[-1]) if own else None


def _is_frame(block: TextBlock, known: Standing, usual: float, pages: int) -> bool:
    if known.whole:
        return bool(block.linked_words) or not block.text or known.share * 3 >= usual
    often = bool(block.linked_words) and known.pages * 2 >= pages
    return often or block.link_share > _LINKED or known.share * 5 >= usual * 4


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


def usual_share(standing: Mapping[int, Standing], body: tuple[int, int] | None) -> float:
    """Return how frequent the frame of this page is: the share that a third of what is repeated outside its `body` has.

    Links to columns and series are less frequent than the frame they stand in. A look that a quarter of a folder's
    pages have has a frame on a quarter of them. `body` is the first and last place of the article; where too little
    stands outside of it, all pages are the measure.
    """
    shares = [s.share for order, s in standing.items() if body is None or not body[0] <= order <= body[1]]
    return sorted(shares, reverse=True)[len(shares) // 3] if len(shares) >= _FRAME else 1.0


def kept_in_text(
    blocks: Sequence[TextBlock],
    standing: Mapping[int, Standing],
    body: tuple[int, int],
    usual: float,
    authors: Sequence[str] = (),
) -> frozenset[int]:
    """Return which of the repeated `blocks` stay in the article although the model knows them.

    Between its title and its last block (`body`), unlinked and no boilerplate: a block that is known by its words
    only is a text of stock phrases; one that is less than half as frequent as the page's frame (`usual`) is a
    column's heading, a series' standing words; so is a line of a listing that stands on less than most pages. A short
    line between two longer texts of the page's own, and an `Introduction` above one, is a heading, however many
    articles have it. Of a table that is repeated in a few cells only, these are its own (`Region`).
    `authors` are those that the contents name.
    """
    kept = set()
    cells = Counter(b.cell.table for b in blocks if b.cell is not None and b.text)
    repeated = Counter(b.cell.table for b in blocks if b.cell is not None and b.text and b.order in standing)
    for at, block in enumerate(blocks):
        if block.order not in standing or not body[0] < block.order < body[1]:
            continue
        if block.link_share > _SELDOM_LINKED or not block.text or is_boilerplate(block):
            continue
        share = standing[block.order].share
        phrases = not standing[block.order].whole or (
            block.cell is not None and repeated[block.cell.table] * 4 < cells[block.cell.table]
        )
        seldom = share * 2 < usual
        own_line = (block.pre and share * 5 < usual * 4) or (
            block.words <= _SHORT and _set_into_text(blocks, at, standing)
        )
        if phrases or seldom or own_line:
            kept.add(block.order)
    return frozenset(
        kept
        | _headings_behind(blocks, standing, body[1], usual)
        | _sentences_behind(blocks, standing, body[1], usual, authors)
    )


def _sentences_behind(
    blocks: Sequence[TextBlock],
    standing: Mapping[int, Standing],
    last: int,
    usual: float,
    authors: Sequence[str],
) -> set[int]:
    """Return the sentences right behind a text that are known by their words only: its end in stock phrases.

    They are seldomer than the page's frame (`usual`, and the pages it stands on), or the line behind them names who
    the contents say the author is.
    """
    frame = max((known.pages for known in standing.values() if known.whole), default=0)
    kept: set[int] = set()
    seldom: set[int] = set()
    for block in (b for b in blocks if b.order > last):
        if block.order != last + 1:
            break  # furniture stands between
        last = block.order
        if not block.text:
            continue
        if any(name in block.text for name in authors) and block.words <= _LONGEST_SIGNATURE:
            return kept
        known = standing.get(block.order)
        if known is None or known.whole or not block.text.endswith(_SENTENCE_ENDS):
            break
        if block.link_share > _SELDOM_LINKED or is_boilerplate(block):
            break
        kept.add(block.order)
        if known.pages * 5 < frame * 4 and known.share * 10 < usual * 9 and len(seldom) + 1 == len(kept):
            seldom.add(block.order)
    return seldom


def _headings_behind(
    blocks: Sequence[TextBlock], standing: Mapping[int, Standing], last: int, usual: float
) -> set[int]:
    """Return the short headings between a text and the page's frame that have something of this page's own below.

    `Resources` stands in many articles, over other links in each.
    """
    kept: set[int] = set()
    behind = [b for b in blocks if b.order > last and b.text]
    for block, follower in pairwise(behind):
        known = standing.get(block.order)
        if known is None:
            continue
        heads = (
            (block.heading is not None or block.strong) and block.words <= _SHORT and not block.linked_words
        )
        if not heads or is_boilerplate(block) or known.share * 5 >= usual * 4 or follower.order in standing:
            break
        kept.add(block.order)
    return kept


def _set_into_text(blocks: Sequence[TextBlock], at: int, standing: Mapping[int, Standing]) -> bool:
    """Return whether a block stands between two longer texts that are this page's own, or opens the first of them."""
    before = next((b for i in range(at - 1, -1, -1) if (b := blocks[i]).text), None)
    behind = next((b for i in range(at + 1, len(blocks)) if (b := blocks[i]).text), None)
    opens = blocks[at].text.casefold().strip(" .:0123456789") in _OPENINGS
    around = (behind,) if opens else (before, behind)
    return all(b is not None and b.words >= _PROSE and b.order not in standing for b in around)
