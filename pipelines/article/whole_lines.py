"""Author lines that are set over several lines, each but the last ending in a comma: read as the one line they are."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from pipelines.words.names import names_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from pipelines.article.author_evidence import AuthorLines
    from pipelines.document.textblock import TextBlock

_LONGEST = 12
_NAME = 2
"""Words before the first comma that are somebody's name."""

_MOST = 5


def whole_lines(lines: AuthorLines) -> tuple[AuthorLines, Mapping[int, Sequence[int]]]:
    """Return `lines` with each author line in one block, and the places of what is in such a block by its first."""
    every = (*lines.above, *lines.between, *lines.body, *lines.behind)
    whole = _whole(every)
    if not whole:
        return lines, {}
    parts = {first: [block.order for block in blocks] for first, blocks in whole.items()}
    inner = set(chain.from_iterable(orders[1:] for orders in parts.values()))
    one = {first: _joined(blocks) for first, blocks in whole.items()}

    def read(blocks: Iterable[TextBlock]) -> list[TextBlock]:
        return [one.get(block.order, block) for block in blocks if block.order not in inner]

    return (
        replace(
            lines,
            body=read(lines.body),
            between=read(lines.between),
            above=read(lines.above),
            behind=read(lines.behind),
        ),
        parts,
    )


def _whole(blocks: Sequence[TextBlock]) -> dict[int, list[TextBlock]]:
    """Return the lines that open with somebody's name and go on below, by the place of the first of each."""
    begun = [b for b in blocks if b.text[-1:] == "," and _begins(b)]
    at = {block.order: block for block in blocks} if begun else {}
    found: dict[int, list[TextBlock]] = {}
    for first in begun:
        whole = [first]
        while whole[-1].text.endswith(",") and _goes_on(at.get(whole[-1].order + 1), first):
            whole.append(at[whole[-1].order + 1])
        if 1 < len(whole) <= _MOST:
            found[first.order] = whole
    return found


def _begins(block: TextBlock) -> bool:
    """Return whether a line ends in somebody's name and a comma; one of several names is whole as it is."""
    if block.words > _LONGEST or block.cell is not None:
        return False
    name = " ".join(block.text[:-1].split()[-_NAME:])
    return names_in(name) is not None and len(names_in(block.text) or ()) <= 1


def _goes_on(block: TextBlock | None, first: TextBlock) -> bool:
    return (
        block is not None
        and 0 < block.words <= _LONGEST
        and (block.heading, block.strong, block.list_id, block.cell)
        == (first.heading, first.strong, first.list_id, None)
    )


def _joined(blocks: Sequence[TextBlock]) -> TextBlock:
    text = " ".join(block.text for block in blocks)
    return blocks[0]._replace(
        text=text,
        raw=text,
        spans=tuple(chain.from_iterable(block.spans for block in blocks)),
        words=sum(block.words for block in blocks),
        linked_words=sum(block.linked_words for block in blocks),
    )
