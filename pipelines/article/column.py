"""The name of a column over a title that nothing else names: `EDITORIAL:`, `From the Bench`."""

from __future__ import annotations

from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from pipelines.article.author_line import is_signature
from pipelines.article.lines_below import affiliated, reviewer
from pipelines.article.signed_title import split_title
from pipelines.words.names import names_in

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pipelines.document.textblock import TextBlock

_LONGEST_TITLE = 20
_LONGEST_HEADING = 40
"""Words."""

_LONGEST_SECTION = 3
_PROSE = 25
_CREDITS = 24
"""Lines among which a title's reviewer is looked for."""

_NEAR = 2
"""Blocks, an empty one among them, by which a title stands below a column's name."""


def over_title(
    blocks: Sequence[TextBlock],
    behind: Sequence[TextBlock],
    *,
    prose_at: int | None,
    over_others: Callable[[TextBlock], bool],
    told: bool = False,
) -> frozenset[int]:
    """Return the first line of `behind` if it is the name of a column over a title, nothing otherwise.

    `behind` are the blocks of a page that may be titles, of all of its free `blocks`; `prose_at` is where its first
    longer text stands. The next line is set apart as the first is, or more if the page's head says the first (`told`).
    The name ends in a colon, says whose the column is, or stands over other texts, too. So does `Letters` over the
    first one's heading; but a title is signed, or set apart more than anything below it.
    """
    if len(behind) < 2:
        return frozenset()
    line, below = behind[:2]
    rank, lower = rank_of(below), rank_of(line)
    fits = 0 < below.words <= _LONGEST_TITLE and (prose_at is None or below.order < prose_at)
    if not fits or is_signature(below.text):
        return frozenset()
    if not told and over_others(line) and _is_reviewed(blocks, below):
        return frozenset((line.order,))
    if below.text.endswith((".", ";", ",")):
        return frozenset()
    if over_others(below) or (below.text.endswith(":") and not _goes_on(blocks, below)):
        return frozenset()
    if told:
        names_column = rank > lower and over_others(line) and _is_headed(blocks, line, below, over_others)
    elif rank < max(lower, 1):
        # Set as text is, it must be signed: `BOOK REVIEWS` over `On Lamps` over the only author line.
        names_column = over_others(line) and _is_signed(blocks, below)
    else:
        known = over_others(line) or (rank > lower and bool(columnists(line.text)))
        names_column = line.text.endswith(":") or (known and _is_headed(blocks, line, below, over_others))
    return frozenset((line.order,)) if names_column else frozenset()


def columnists(text: str) -> tuple[str, ...]:
    """Return whose column a line names: `From the Bench, by NAME`; nobody in any other line."""
    found = split_title(text)
    return found[1] if found is not None and " by " in text.casefold() else ()


def first_line(likely: Sequence[TextBlock], prose_at: int | None) -> int | None:
    """Return where the first of the lines stands; one right over a heading of a higher level is a column's name.

    So are a few words in capitals over any heading that has small letters, if they are none themselves.
    """
    for first, below in pairwise(likely[:2]):
        higher = below.heading == 1 != first.heading or (first.heading or 0) > (below.heading or 9)
        if below.heading and not first.heading and first.words <= _LONGEST_SECTION:
            higher = higher or (first.text.isupper() and not below.text.isupper())
        near = below.order - first.order <= _NEAR and (prose_at is None or below.order < prose_at)
        if higher and near:
            return below.order
    return likely[0].order if likely else None


def _is_headed(
    blocks: Sequence[TextBlock],
    line: TextBlock,
    below: TextBlock,
    over_others: Callable[[TextBlock], bool],
) -> bool:
    """Return whether `below` is the title of all that follows, not the heading of its beginning.

    It is set apart as `line` is, which stands over other texts, or more, and nothing behind the text's beginning is.
    """
    later = [b for b in blocks if b.order > below.order and b.text]
    if not later:
        return False
    if over_others(later[0]) and names_in(later[0].text) is not None:
        return True
    if _is_signed(blocks, below):
        return True
    if rank_of(below) == rank_of(line) and not over_others(line):
        return False
    text = next((at for at, b in enumerate(later) if b.words > _PROSE), len(later))
    return rank_of(below) >= rank_of(line) and not any(
        rank_of(b) >= rank_of(below) and b.words <= _LONGEST_HEADING for b in later[text:]
    )


def _goes_on(blocks: Sequence[TextBlock], below: TextBlock) -> bool:
    """Return whether the next line is set apart as `below` is: a title in two lines has a colon between them."""
    second = next((b for b in blocks if b.order == below.order + 1), None)
    return second is not None and rank_of(second) == rank_of(below) > 0


def _is_signed(blocks: Sequence[TextBlock], title: TextBlock) -> bool:
    """Return whether the page's one author line, or its author's name over a workplace, stands right below `title`."""
    later = [b for b in blocks if b.order > title.order and b.text]
    if affiliated(later[:2]):
        return names_in(title.text) is None
    signed = [b.order for b in later if is_signature(b.text)]
    return len(signed) == 1 and signed[0] == later[0].order


def _is_reviewed(blocks: Sequence[TextBlock], title: TextBlock) -> bool:
    """Return whether short lines, the makers of what is reviewed, stand between `title` and who reviewed it."""
    if reviewer([title]) or _says_maker(title.text):
        return False
    lines = [b for b in blocks if b.order > title.order and b.text][:_CREDITS]
    return bool(reviewer(list(takewhile(lambda b: b.words <= _LONGEST_TITLE, lines))))


def _says_maker(text: str) -> bool:
    """Return whether a line says who made what is reviewed: `by NAME`, `Adapted and directed by NAME`."""
    first, *more = text.split()
    return first.casefold() == "by" or (
        "by" in more and (first[0].islower() or first.endswith(("ed", "en", "wn")))
    )


def rank_of(block: TextBlock) -> int:
    """Return how much a line is set apart, more for what is more."""
    return 7 - block.heading if block.heading else int(block.strong)
