"""Lines that were broken because they were full, each of them a block of its own: they are paragraphs again.

Who typed a page in an editor of plain text often ended each line with a `<br>`. What is one paragraph to a reader comes
as many blocks then, each too short to be prose, and a line alone (`make a comment.`) says what no paragraph says.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from pipelines.textblock import Span, TextBlock, fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pipelines.textblock import Document

_FULL_FROM, _FULL_TO = 45, 130
"""Characters of a line that may have been broken because it was full."""

_FULL = 0.8
"""The share of the longest line's width that a line and the next one's first word must reach."""

_SURELY_FULL = 0.8
_GOES_ON = 0.5
"""How many of the lines that end no sentence are full, and go on in small letters, where lines were broken."""

_FEWEST = 3
_LINKED = 0.5
_TITLE_LINES = 3
_LONGEST_TITLE = 200
_CLOSING = "\"'”’»)]"
_ENDS = (".", "!", "?", "…", ":", ";")


def unwrapped(document: Document) -> Document:
    """Return `document` with broken lines put together: of paragraphs, and of a title that its head says whole."""
    blocks = document.blocks
    full = sum([1 for b in blocks if _FULL_FROM <= len(b.text) <= _FULL_TO])
    broken = _wrapped_runs(blocks) if full >= _FEWEST else []
    titles = _title_runs(blocks, document.titles)
    if not broken and not titles:
        return document
    joined: list[TextBlock] = []
    ends = dict([*broken, *titles])
    at = 0
    while at < len(blocks):
        end = ends.get(at, at + 1)
        joined.append(blocks[at] if end == at + 1 else _joined(blocks[at:end]))
        at = end
    return replace(document, blocks=tuple([b._replace(order=n) for n, b in enumerate(joined)]))


def _wrapped_runs(blocks: Sequence[TextBlock]) -> list[tuple[int, int]]:
    """Return where paragraphs begin and end that come in lines."""
    found: list[tuple[int, int]] = []
    for first, last in _runs(blocks):
        run = blocks[first:last]
        width = max(len(b.text) for b in run)
        if width < _FULL_FROM:
            continue
        pairs = [
            (_is_full(a, b, width), _ends_sentence(a.text), b.text[0].islower()) for a, b in pairwise(run)
        ]
        open_ended = [(full, small) for full, ended, small in pairs if not ended]
        full_ones = [small for full, small in open_ended if full]
        if len(full_ones) < _FEWEST - 1 or len(full_ones) < len(open_ended) * _SURELY_FULL:
            continue
        if sum(full_ones) < len(full_ones) * _GOES_ON:
            continue
        start = first
        for at, (full, ended, small) in enumerate(pairs, start=first + 1):
            # An item of a list often fills its line, and ends as a sentence does.
            if full and (small or not ended or blocks[at].list_id is None):
                continue
            if at - start > 1:
                found.append((start, at))
            start = at
        if last - start > 1:
            found.append((start, last))
    return found


def _runs(blocks: Sequence[TextBlock]) -> Iterator[tuple[int, int]]:
    """Yield where lines begin and end that may be one text: none too long, the same list, quotation or cell."""
    first = 0
    for at in range(len(blocks) + 1):
        block = blocks[at] if at < len(blocks) else None
        if block is not None and _may_be_line(block) and (at == first or _is_beside(blocks[at - 1], block)):
            continue
        if at - first >= _FEWEST:
            yield first, at
        first = at if block is not None and _may_be_line(block) else at + 1


def _may_be_line(block: TextBlock) -> bool:
    return (
        0 < len(block.text) <= _FULL_TO
        and block.heading is None
        and not block.pre
        and not block.pictures
        and block.linked_words <= block.words * _LINKED
    )


def _is_beside(one: TextBlock, other: TextBlock) -> bool:
    return (one.list_id, one.quote_id, one.cell) == (other.list_id, other.quote_id, other.cell)


def _is_full(line: TextBlock, after: TextBlock, width: int) -> bool:
    """Return whether the first word of the line `after` had no place at the end of `line`."""
    word = after.text.partition(" ")[0]
    return len(line.text) >= _FULL_FROM and len(line.text) + 1 + len(word) > width * _FULL


def _ends_sentence(text: str) -> bool:
    return text.rstrip(_CLOSING).endswith(_ENDS)


def _title_runs(blocks: Sequence[TextBlock], titles: Sequence[str]) -> list[tuple[int, int]]:
    """Return where a title begins and ends that is set in several lines and said in one by the page's head."""
    heads = [fold(title).casefold() for title in titles]
    for first, block in enumerate(blocks):
        if not _may_be_titles(block) or not any(block.text.casefold() in head for head in heads):
            continue
        for last in range(min(first + _TITLE_LINES, len(blocks)), first + 1, -1):
            lines = blocks[first:last]
            said = " ".join(b.text for b in lines).casefold()
            if all(_is_set_alike(block, b) for b in lines[1:]) and any(said in head for head in heads):
                return [(first, last)]
    return []


def _may_be_titles(block: TextBlock) -> bool:
    return (block.heading is not None or block.strong) and 0 < len(block.text) <= _LONGEST_TITLE


def _is_set_alike(one: TextBlock, other: TextBlock) -> bool:
    return (
        _may_be_titles(other)
        and (one.heading, one.cell, one.list_id) == (other.heading, other.cell, other.list_id)
        and bool(one.linked_words) == bool(other.linked_words)
    )


def _joined(lines: Sequence[TextBlock]) -> TextBlock:
    spans: list[Span] = []
    for line in lines:
        if spans:
            spans.append(Span(" ", spans[-1].url, spans[-1].strong))
        spans.extend(line.spans)
    return lines[0]._replace(
        text=" ".join([b.text for b in lines]),
        raw=" ".join([b.raw for b in lines]),
        spans=tuple(spans),
        pictures=tuple([p for b in lines for p in b.pictures]),
        words=sum([b.words for b in lines]),
        linked_words=sum([b.linked_words for b in lines]),
    )
