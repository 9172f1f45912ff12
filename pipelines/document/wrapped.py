"""Lines that were broken because they were full, each of them a block of its own: they are paragraphs again.

Who typed a page in an editor of plain text often ended each line with a `<br>`. What is one paragraph to a reader comes
as many blocks then, each too short to be prose, and a line alone (`make a comment.`) says what no paragraph says.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pipelines.document.textblock import Span, TextBlock, fold

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from pipelines.document.textblock import Document

_FULL_FROM, _FULL_TO = 45, 130
"""Characters of a line that may have been broken because it was full."""

_FULL, _QUITE_FULL = 0.8, 0.95
"""The share of the width that a line and the next one's first word must reach, and if a sentence ends with the line."""

_SMALL = 0.3
"""How many of the lines that end no sentence go on in small letters where a paragraph was broken."""

_FEWEST = 3
"""Lines that go on in small letters, from which a page's lines are broken."""

_LINKED = 0.5
_TITLE_LINES = 3
_SHORTEST_LINE = 2
"""Characters of which a title's first line has more."""

_LONGEST_TITLE = 200
_CLOSING = "\"'”’»)]* "
_ENDS = (".", "!", "?", "…", ":", ";")


def unwrapped(document: Document) -> Document:
    """Return `document` with broken lines put together: of paragraphs, and of a title that its head says whole."""
    blocks = document.blocks
    # Hardly any page has such lines, and this asks what each block costs least.
    small = [at for at, b in enumerate(blocks) if b.text[:1].islower()]
    going_on = sum([1 for at in small if at and _FULL_FROM <= len(blocks[at - 1].text) <= _FULL_TO])
    broken = _wrapped_runs(blocks, _gaps(document)) if going_on >= _FEWEST else []
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
    numbered = tuple([b._replace(order=n) for n, b in enumerate(joined)])
    return replace(document, blocks=numbered, gaps=frozenset())


def _gaps(document: Document) -> frozenset[int]:
    """Return the blocks over which a line is blank, or a title ends that the head says whole or with other words."""
    heads = [fold(title).casefold() for title in document.titles]
    titles = [
        b.order
        for b in document.blocks
        if len(b.text) >= _FULL_FROM and any(fold(b.text).casefold() in head for head in heads)
    ]
    return document.gaps.union(titles, (order + 1 for order in titles))


def _wrapped_runs(blocks: Sequence[TextBlock], gaps: Collection[int]) -> list[tuple[int, int]]:
    """Return where paragraphs begin and end that come in lines, none if only few lines of the page do."""
    found: list[tuple[int, int]] = []
    going_on = 0
    for first, last in _runs(blocks):
        width = sorted(len(b.text) for b in blocks[first:last])[(last - first - 1) * 9 // 10]
        if width < _FULL_FROM:
            continue
        start, ended, small = first, 0, 0
        for at in range(first + 1, last + 1):
            if at < last and at not in gaps and _goes_on(blocks[at - 1], blocks[at], width):
                ended += _ends_sentence(blocks[at - 1].text)
                small += not _ends_sentence(blocks[at - 1].text) and blocks[at].text[0].islower()
                continue
            alone = start in gaps and at in gaps  # between blank lines all is one paragraph
            if at - start > 1 and (alone or (small and small >= (at - 1 - start - ended) * _SMALL)):
                found.append((start, at))
                going_on += small
            start, ended, small = at, 0, 0
    return found if going_on >= _FEWEST else []


def _goes_on(line: TextBlock, after: TextBlock, width: int) -> bool:
    """Return whether `line` was full: it had no place for the first word of the line `after`, or hardly any."""
    reach = len(line.text) + 1 + len(after.text.partition(" ")[0])
    if len(line.text) < _FULL_FROM or reach <= width * _FULL:
        return False
    if after.text[0].islower() or not _ends_sentence(line.text):
        return True
    # A paragraph's last line may be a long one. An item of a list often fills its line.
    return line.list_id is None and reach > width * _QUITE_FULL


def _runs(blocks: Sequence[TextBlock]) -> Iterator[tuple[int, int]]:
    """Yield where lines begin and end that may be one text: none too long, the same list, quotation or cell."""
    first = 0
    for at in range(len(blocks) + 1):
        block = blocks[at] if at < len(blocks) else None
        if block is not None and _may_be_line(block) and (at == first or _is_beside(blocks[at - 1], block)):
            continue
        if at - first > 1:
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


def _ends_sentence(text: str) -> bool:
    return text.rstrip(_CLOSING).endswith(_ENDS)


def _title_runs(blocks: Sequence[TextBlock], titles: Sequence[str]) -> list[tuple[int, int]]:
    """Return where a title begins and ends that is set in several lines and said in one by the page's head."""
    heads = [fold(title).casefold() for title in titles]
    said_in_heads = "\n".join(heads)
    longest = len(said_in_heads)
    # Few blocks are shorter than the head; whether one is set as a title is seen by all of its spans.
    short = [(at, b) for at, b in enumerate(blocks) if _SHORTEST_LINE < len(b.text) < longest]
    for first, block in short:
        if block.text.casefold() not in said_in_heads:
            continue
        # All that a head says, however it is set; a part of it must be set as a title.
        alike, whole = _may_be_titles(block), any(head.startswith(block.text.casefold()) for head in heads)
        if not alike and not whole:
            continue
        for last in range(min(first + _TITLE_LINES, len(blocks)), first + 1, -1):
            lines = blocks[first:last]
            said = " ".join(b.text for b in lines).casefold()
            if said in heads and not any(b.linked_words or b.heading != block.heading for b in lines):
                return [(first, last)]
            if alike and all(_is_set_alike(block, b) for b in lines[1:]) and any(said in h for h in heads):
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
