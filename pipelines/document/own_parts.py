"""Lists of what a text has below: their links lead to parts of the page itself, whose headings say what they do."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pipelines.document.textblock import Document, TextBlock

_FEWEST = 2
_SAID_AGAIN = 0.5
"""The share of a list's links that say what a line below does; the others are put in other words."""

_MARKS = " .:;,*#()[]-–—|"
_ANNOUNCED = frozenset(
    (
        "on this page",
        "in this article",
        "in this document",
        "page contents",
        "contents",
        "sections",
        "jump to",
    )
)
"""What stands over a list that is the page's and not the text's."""


def with_own_parts(document: Document) -> Document:
    """Return `document` with the links of such lists counted as words: they are its text's, and lead nowhere else."""
    page = document.url.partition("#")[0]
    if page not in document.links:
        return document
    lists: list[TextBlock] = []
    before: TextBlock | None = None
    for within, blocks in groupby(document.blocks, key=lambda b: _is_within(b, page)):
        run = list(blocks)
        announced = before is not None and _plain(before.text) in _ANNOUNCED
        if within and not announced and _is_said_again(run, document.blocks):
            lists += run
        before = run[-1]
    if not lists:
        return document
    text = {block.order: block._replace(linked_words=0) for block in lists}
    return replace(document, blocks=tuple(text.get(b.order, b) for b in document.blocks))


def _is_within(block: TextBlock, page: str) -> bool:
    """Return whether a block has links and all of them lead to the very `page`: where in it, no address says."""
    return bool(block.linked_words) and all(span.url == page for span in block.spans if span.url)


def _is_said_again(run: Sequence[TextBlock], blocks: Sequence[TextBlock]) -> bool:
    """Return whether half of what the links of a list say are lines of their own below it."""
    said = list(_links(run))
    if len(said) < _FEWEST:
        return False
    below = {_plain(block.text) for block in blocks[run[-1].order + 1 :]}
    return sum(text in below for text in said) >= _SAID_AGAIN * len(said)


def _links(run: Sequence[TextBlock]) -> Iterator[str]:
    for block in run:
        for linked, spans in groupby(block.spans, key=lambda span: span.url is not None):
            if linked and (text := _plain("".join(span.text for span in spans))):
                yield text


def _plain(text: str) -> str:
    return " ".join(text.split()).strip(_MARKS).casefold()
