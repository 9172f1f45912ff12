"""Contents of several issues on one page, each below a line that says which: an archive whose issues need no page."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from pipelines.furniture.boilerplate import is_boilerplate
from pipelines.furniture.contents_list import LinkedList
from pipelines.furniture.piece import Piece, orders_of, text_of
from pipelines.page import IssueLink
from pipelines.words.issue_wording import wording_of

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from pipelines.document.textblock import TextBlock
    from pipelines.profile import Profile

_LONGEST_ISSUE = 8
"""Words of a line that says which issue is below it."""

_YEAR = re.compile(r"\W{0,3}((?:19|20)\d\d)\W{0,3}")
_FEWEST = 2
"""Issues, and articles of each in the mean: fewer are links to single articles of others."""

_BETWEEN = 3
"""Blocks from that line to the first article: when it came out, a picture of its cover."""

_PROSE, _LINKED = 40, 0.5


def find_contents_by_issue(
    blocks: Sequence[TextBlock], profile: Profile, gaps: Collection[int] = ()
) -> list[Piece]:
    """Return the contents of each issue of which a line says year and number, if the page lists several so.

    `blocks` are those that nothing else has taken, `gaps` those over which the page shows a blank line.
    """
    heads = _heads(blocks, profile)
    if len({(issue.year, issue.number) for _, issue in heads}) < _FEWEST:
        return []
    found: list[Piece] = []
    for (at, issue), (end, _) in pairwise([*heads, (len(blocks), heads[-1][1])]):
        below = blocks[at + 1 : end]
        first = next((n for n, b in enumerate(below[:_BETWEEN]) if b.linked_words), None)
        if first is None or any(_is_prose(b) for b in below):
            continue
        stop, entries = LinkedList(below, first, gaps).read()
        if entries and all(entry.url is not None for entry in entries):
            taken = [blocks[at], *below[:stop]]
            found.append(
                Piece(
                    kind="contents",
                    orders=orders_of(taken),
                    text=text_of(taken),
                    reason="links below a line that says an issue, as others do on the page",
                    entries=tuple(entries),
                    issues=(issue,),
                )
            )
    issues = {piece.issues[0].id for piece in found}
    several = sum(len(piece.entries) for piece in found) >= _FEWEST * len(found)
    return found if len(issues) >= _FEWEST and several else []


def _heads(blocks: Sequence[TextBlock], profile: Profile) -> list[tuple[int, IssueLink]]:
    """Return the lines that say an issue and nothing else, each with its place and where it leads.

    The year may stand over several of them.
    """
    wording = wording_of(profile)
    heads = []
    year = None
    for at, block in enumerate(blocks):
        if not 0 < block.words <= _LONGEST_ISSUE or not any(map(str.isdecimal, block.text)):
            continue
        if (dated := _YEAR.fullmatch(block.text)) is not None:
            year = dated[1]
            continue
        said = wording.read(block.text) or (
            wording.read(f"{block.text} {year}") if year is not None else None
        )
        if said is not None:
            url = next((span.url for span in block.spans if span.url), None)
            heads.append((at, IssueLink(*said, url)))
    return heads


def _is_prose(block: TextBlock) -> bool:
    return block.words > _PROSE and block.link_share < _LINKED and not is_boilerplate(block)
