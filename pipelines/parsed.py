"""The first half of the way: a page's bytes taken apart, its typed furniture found. Needs no other page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipelines.document.decode import decode
from pipelines.document.html import read_html
from pipelines.document.own_parts import with_own_parts
from pipelines.document.plaintext import read_plain_text
from pipelines.document.preformatted import reflow
from pipelines.document.wrapped import unwrapped
from pipelines.furniture.bare_contents import find_bare_contents
from pipelines.furniture.contents import find_contents
from pipelines.furniture.contents_by_issue import find_contents_by_issue
from pipelines.furniture.counter import find_counters
from pipelines.furniture.headed import with_headings
from pipelines.furniture.issue_index import find_issue_indexes
from pipelines.furniture.masthead import find_mastheads
from pipelines.furniture.partners import find_announced, find_partners
from pipelines.furniture.piece import Piece, orders_of, text_of, without
from pipelines.furniture.ticker import COLUMNS, find_tickers
from pipelines.words.phrases import folded_phrases

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipelines.document.textblock import Document, TextBlock
    from pipelines.profile import Profile

HTML = frozenset({"text/html", "application/xhtml+xml", "application/xml", "text/xml"})
"""Media types that are read as HTML."""

_SENTENCE = 12
"""Words, of which fewer need not be a sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """A page taken apart: its document, the furniture its words give away, and the encodings (Python names)."""

    document: Document
    pieces: tuple[Piece, ...]
    charset_used: str
    charset_header: str | None
    charset_meta: str | None

    @property
    def free(self) -> tuple[TextBlock, ...]:
        """The blocks that no furniture has taken."""
        return without(self.document.blocks, self.pieces)


def is_page(mime: str | None) -> bool:
    """Return whether a media type is one whose text is pulled out."""
    return mime is None or mime in HTML or mime == "text/plain"


def parse(body: bytes, *, url: str, content_type: str | None, profile: Profile) -> Parsed:
    """Return the page in `body` (bytes, content codings undone) taken apart. Never raises."""
    mime = (content_type or "").split(";", 1)[0].strip().lower()
    decoded = decode(body, content_type=content_type, prior=profile.charset)
    document = (
        read_plain_text(decoded.text, url=url)
        if mime == "text/plain"
        else unwrapped(reflow(read_html(decoded.text, url=url)))
    )
    document = with_own_parts(document)
    return Parsed(
        document=document,
        pieces=find_furniture(document, profile),
        charset_used=decoded.used,
        charset_header=decoded.header,
        charset_meta=decoded.meta,
    )


def find_furniture(document: Document, profile: Profile) -> tuple[Piece, ...]:
    """Return the furniture of `document` that its own words give away, in page order."""
    left = {block.order: block for block in document.blocks}
    pieces: list[Piece] = []

    def take(found: list[Piece]) -> tuple[TextBlock, ...]:
        """Note what was found, and return the blocks that are left."""
        pieces.extend(found)
        for piece in found:
            for order in piece.orders:
                left.pop(order, None)
        return tuple(left.values())

    free = take(_outside_text(find_tickers(document.blocks, profile.currency), document))
    free = take(find_mastheads(free, profile))
    free = take(find_issue_indexes(free, profile))
    free = take(find_counters(free, profile))
    index_end = max(
        (p.orders[-1] for p in pieces if p.kind in ("issue_index", "counter")), default=len(free) // 2
    )
    free = take(find_contents(free, profile, page_linked=document.markup, gaps=document.gaps))
    free = take(find_announced(free, page=document.url))
    if not any(p.kind == "contents" for p in pieces):
        free = take(find_contents_by_issue(free, profile, document.gaps))
    free = take(find_partners(free, profile, tail_from=index_end, page=document.url))
    free = take(_labels(free, profile))
    if not any(p.kind == "contents" for p in pieces):
        take(find_bare_contents(free, pieces, profile, page=document.url, gaps=document.gaps))
    headed = with_headings(pieces, document.blocks, left)
    return tuple(sorted(headed, key=lambda p: p.orders))


def _outside_text(tickers: list[Piece], document: Document) -> list[Piece]:
    """Return the tickers but for those set into an article: between sentences, or in a table that says more.

    The rows over a table's first pair are the ticker's own heading, where the table stands apart from the text, or says
    nothing but what its columns are, and one is the change since the day before.
    """
    kept = []
    tables: dict[int, list[TextBlock]] = {}
    for block in document.blocks if tickers else ():
        if block.cell is not None and block.text:
            tables.setdefault(block.cell.table, []).append(block)
    for piece in tickers:
        first, last = piece.orders[0], piece.orders[-1]
        cell = document.blocks[first].cell
        rest = [b for b in tables[cell.table] if not first <= b.order <= last] if cell is not None else []
        headed = bool(rest) and rest[-1].order < first
        top = rest[0].order if headed else first
        before = [b for b in document.blocks[max(0, top - 2) : top] if b.text]
        behind = [b for b in document.blocks[last + 1 : last + 3] if b.text]
        prose = bool(before and behind) and before[-1].words >= _SENTENCE and behind[0].words >= _SENTENCE
        if headed and (_is_apart(document.blocks, top, last) or (not prose and _says_changes(piece, rest))):
            rows = document.blocks[top : last + 1]
            kept.append(piece._replace(orders=orders_of(rows), text=text_of(rows)))
        elif not prose and (not rest or _is_apart(document.blocks, rest[0].order, max(last, rest[-1].order))):
            kept.append(piece)
    return kept


def _says_changes(ticker: Piece, head: Sequence[TextBlock]) -> bool:
    """Return whether a ticker gives a change, and its `head` says nothing but what its columns are."""
    if not any(rate.change is not None for rate in ticker.rates):
        return False
    return all(block.text.casefold().strip(" .:") in COLUMNS for block in head)


def _is_apart(blocks: Sequence[TextBlock], first: int, last: int) -> bool:
    """Return whether no sentence stands next to these blocks."""
    before = next((blocks[at] for at in range(first - 1, -1, -1) if blocks[at].text), None)
    behind = next((blocks[at] for at in range(last + 1, len(blocks)) if blocks[at].text), None)
    return not any(
        b.words - b.linked_words >= _SENTENCE and b.text.endswith((".", "!", "?", "…", ":"))
        for b in (before, behind)
        if b is not None
    )


def _labels(blocks: tuple[TextBlock, ...], profile: Profile) -> list[Piece]:
    phrases = folded_phrases(profile.label_phrases)
    return [
        Piece(kind="label", orders=(block.order,), text=shown, reason="a label's words", name=shown)
        for block in blocks
        if (shown := block.text or block.shown)
        and len(said := shown.strip(" :.")) <= phrases.longest
        and said.casefold() in phrases.said
    ]
