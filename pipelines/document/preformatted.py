"""Text under `<pre>`: wrapped prose is flowed again, columns and listings stay as they stand, the rest is lines."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from pipelines.document.textblock import Document, Span, TextBlock

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_COLUMNS = re.compile(r"\S {3,}\S|\t")
_WRAPPED_FROM = 45
"""Characters; a line shorter than this was not broken because it was full."""

_PROSE = 12
_LONG = 9
"""Words of a line of text that was broken because it was full."""

_LISTED = 10
"""Words of listings to each of a text's prose."""

_is_pre = attrgetter("pre")
_RULE = 3
"""Signs that make a rule."""


def reflow(document: Document) -> Document:
    """Return `document` with its preformatted lines made into blocks that read like any other."""
    if not any(map(_is_pre, document.blocks)):
        return document
    listings = _are_listings(document.blocks)
    blocks: list[TextBlock] = []
    for pre, group in groupby(document.blocks, key=_is_pre):
        lines = list(group)
        blocks.extend(_paragraphs(lines, listings=listings) if pre else lines)
    numbered = tuple(block._replace(order=i) for i, block in enumerate(blocks))
    return replace(document, blocks=numbered, gaps=frozenset())


def _are_listings(blocks: Sequence[TextBlock]) -> bool:
    """Return whether what is preformatted is no text: little of a page is, or it has short lines beside paragraphs.

    Where most of a page's text is preformatted, that is how its text is set; some texts are more listing than prose.
    """
    set_so = [b.words for b in blocks if b.pre]
    if sum(set_so) * 2 < sum(b.words for b in blocks):
        return True
    long = sum(words for words in set_so if words >= _LONG)
    prose = sum(b.words for b in blocks if not b.pre and b.words >= _PROSE and not b.linked_words)
    return long * 2 < sum(set_so) < prose * _LISTED


def _paragraphs(lines: Sequence[TextBlock], *, listings: bool) -> Iterator[TextBlock]:
    for gap, lines_between in groupby(lines, key=_is_empty if listings else _is_gap):
        chunk = [*lines_between]
        if gap:
            yield from (b._replace(pre=False) for b in chunk if not _is_empty(b))
            continue
        aligned = sum(1 for b in chunk if _COLUMNS.search(b.raw.strip()))
        if len(chunk) >= 3 and aligned * 2 > len(chunk) and not any(b.linked_words for b in chunk):
            yield from chunk
        elif len(chunk) > 1 and all(len(b.text) >= _WRAPPED_FROM for b in chunk[:-1]) and _even(chunk):
            yield _joined(chunk)
        else:
            listing = listings and len(chunk) > 1 and not any(b.linked_words for b in chunk)
            yield from chunk if listing else (b._replace(pre=False) for b in chunk)


def _even(chunk: Sequence[TextBlock]) -> bool:
    """Return whether the lines are all about as long as the longest and none is a paragraph of its own."""
    longest = max(len(b.text) for b in chunk)
    return longest <= 120 and all(len(b.text) >= longest * 0.6 for b in chunk[:-1])


def _joined(chunk: Sequence[TextBlock]) -> TextBlock:
    text = " ".join(b.text for b in chunk if b.text)
    spans = tuple(span for b in chunk for span in (*b.spans, Span(" ")))
    return chunk[0]._replace(
        text=text,
        raw=text,
        spans=spans,
        pictures=tuple(p for b in chunk for p in b.pictures),
        words=len(text.split()),
        linked_words=sum(b.linked_words for b in chunk),
        pre=False,
    )


def _is_gap(block: TextBlock) -> bool:
    """Return whether a line ends the paragraph before it: an empty one, or a rule drawn with signs."""
    return _is_empty(block) or (len(block.text) >= _RULE and not any(c.isalnum() for c in block.text))


def _is_empty(block: TextBlock) -> bool:
    return not block.shown and not block.pictures
