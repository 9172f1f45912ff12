"""A title in two lines, set as one or the first of which ends in a colon: `Lamps by Hand:` over `Who Lit the Quay`."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from pipelines.article.author_line import is_signature
from pipelines.article.column import rank_of
from pipelines.article.heads import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from pipelines.article.title_votes import Title
    from pipelines.document.textblock import TextBlock

_LONGEST = 20
_TITLES = (1, 2)


def whole(
    title: Title,
    blocks: Sequence[TextBlock],
    over_others: Callable[[TextBlock], bool],
    told: Mapping[str, str],
) -> Title:
    """Return `title` with its other half, right below it or right above.

    Head or contents (`told`: their words, by how they are compared) say both in one, with the mark between them; or
    they are set alike, in capitals or not, and the second goes on in small letters, the first ends in a colon, or they
    are the page's only headings of that level and nothing is told. `blocks` are the free ones that say something. A
    line that stands over other texts, too, is a column's name, and a title that is told alone is whole.
    """
    at = next((n for n, b in enumerate(blocks) if b.order == title.order), None)
    if at is None or plain(title.text) in told:
        return title
    for first, second in pairwise(blocks[max(0, at - 1) : at + 2]):
        if _are_halves(first, second, blocks, over_others, told):
            copies = tuple(sorted({*title.copies, first.order}))
            text = f"{first.text} {second.text}"
            return replace(title, text=told.get(plain(text), text), order=second.order, copies=copies)
    return title


def _are_halves(
    first: TextBlock,
    second: TextBlock,
    blocks: Sequence[TextBlock],
    over_others: Callable[[TextBlock], bool],
    told: Mapping[str, str],
) -> bool:
    # `TITLE by NAME` is how a head may say both; a line of its own says who wrote it.
    if second.order != first.order + 1 or is_signature(second.text):
        return False
    if plain(f"{first.text} {second.text}") in told:
        # A head may say the column first: that stands over other texts, or is set lower than the title.
        return not over_others(first) and rank_of(first) >= rank_of(second)
    if not _are_alike(first, second):
        return False
    if second.text[0].islower() and (second.heading or second.strong):
        return True
    if over_others(first) or over_others(second):
        return False
    alone = sum(b.heading == first.heading for b in blocks) == len((first, second))
    return first.text.endswith(":") or (not told and first.heading in _TITLES and alone)


def _are_alike(first: TextBlock, second: TextBlock) -> bool:
    return (
        (first.heading, first.strong, first.cell, first.list_id)
        == (second.heading, second.strong, second.cell, second.list_id)
        and first.text.isupper() == second.text.isupper()
        and not first.linked_words
        and not second.linked_words
        and 0 < second.words <= _LONGEST
        and not second.text.endswith((".", ":", ";", ","))
    )
