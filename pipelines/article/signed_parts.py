"""Who wrote the parts of a page, letters and tips, of which each has a heading and a line that says from whom it is."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from pipelines.article.bare_names import DASHED, LONGEST, bare_names, may_name
from pipelines.furniture.boilerplate import Surrounding, surrounding
from pipelines.words.contact import parted
from pipelines.words.names import announced_names, folded_name, names_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from collections.abc import Set as AbstractSet

    from pipelines.article.author_evidence import AuthorLine, AuthorLines
    from pipelines.document.textblock import TextBlock

_FEWEST, _FEWEST_PLAIN = 2, 3
"""Parts that are signed alike: below headings, below lines that may be none or at their ends."""

_SENTENCE_ENDS = frozenset(".!?…\"”»’'")

_ANNOUNCED = re.compile(
    r"(?:(?:sent in|submitted|posted|contributed|written)\s)?(?:by|from):?\s", re.IGNORECASE
)


def without_parts(lines: AuthorLines, promised: Iterable[str]) -> AuthorLines:
    """Return `lines` without those that sign parts of the text; one that names whom the contents do is the page's."""
    said = [b for b in lines.body if b.text and surrounding(b) is not Surrounding.POSTED]
    signing = _signing(said, {folded_name(name) for name in promised})
    if not signing:
        return lines

    def read(blocks: Iterable[TextBlock]) -> list[TextBlock]:
        return [block for block in blocks if block.order not in signing]

    return replace(lines, body=read(lines.body), between=read(lines.between))


def signed_throughout(body: Sequence[TextBlock]) -> list[AuthorLine]:
    """Return the bare names right behind the prose of several parts, reviews or items of news, if all are the same."""
    found = [
        (line, names, "who signs each part")
        for before, line in pairwise([b for b in body if b.text])
        if before.words > LONGEST >= line.words and before.text[-1] in _SENTENCE_ENDS
        if line.text[-1].isalpha() and may_name(line) and (names := names_in(line.text))
    ]
    return found if len(found) >= _FEWEST and len({names for _, names, _ in found}) == 1 else []


def _signing(body: Sequence[TextBlock], promised: AbstractSet[str]) -> frozenset[int]:
    """Return the lines that sign parts of `body`: right below headings that are set alike, or at the parts' ends."""
    over: dict[tuple[object, ...], list[TextBlock]] = {}
    ends: list[TextBlock] = []
    for at, line in enumerate(body[1:], start=1):
        if line.words > LONGEST or not (names := _names(line)) or promised & set(map(folded_name, names)):
            continue
        before, behind = body[at - 1], body[at + 1] if at + 1 < len(body) else None
        if before.words <= LONGEST and behind is not None and not _names(before):
            over.setdefault(_set(before), []).append(line)
        elif behind is None or (behind.words <= LONGEST and not _names(behind)):
            ends.append(line)
    found = [
        _of_parts(lines)
        for how, lines in over.items()
        if len(lines) >= (_FEWEST if any(how) else _FEWEST_PLAIN)
    ]
    # Among a text's short lines some look like names; with a dash or an address they are signatures.
    signed = len(ends) >= _FEWEST_PLAIN and sum(map(_is_signature, ends)) >= _FEWEST
    return frozenset(line.order for line in chain(*found, ends if signed else ()))


def _of_parts(lines: list[TextBlock]) -> list[TextBlock]:
    """Return `lines` without the first if it is a name alone and all others say `From`: who answers stands there."""
    alone = not _is_announced(lines[0]) and not parted(lines[0].text)[1]
    others = lines[1:]
    return others if alone and len(others) >= _FEWEST_PLAIN and all(map(_is_announced, others)) else lines


def _is_announced(line: TextBlock) -> bool:
    return _ANNOUNCED.match(line.text) is not None


def _is_signature(line: TextBlock) -> bool:
    return DASHED.match(line.text) is not None or parted(line.text)[1]


def _set(heading: TextBlock) -> tuple[object, ...]:
    return heading.heading, heading.strong


def _names(line: TextBlock) -> tuple[str, ...]:
    """Return whom a line names that says from whom something is, and nothing else."""
    announced = _ANNOUNCED.match(line.text)
    if announced is not None:
        return announced_names(parted(line.text[announced.end() :])[0]) or ()
    # Most lines name nobody, which is seen at once.
    return (bare_names(line, last=True) or ()) if may_name(line) or "@" in line.text else ()
