"""The lines that may be an index of issues, before they are read: where they begin and end, in which order they go."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pipelines.document.textblock import TextBlock

_FEWEST_YEARS = 2
"""Columns, each headed by a year."""

_WEEK = 7
"""Days that are told by themselves from which they are a calendar's."""


class Token(NamedTuple):
    """A year or a number of an index, and where it leads."""

    kind: str
    text: str
    url: str | None


def by_column(run: list[TextBlock], read: dict[int, tuple[Token, ...] | None]) -> list[TextBlock]:
    """Return `run` column by column where it is a table with a row of years above the numbers, else as it is."""
    places = [block.cell for block in run if block.cell is not None]
    if len(places) < len(run) or len({place.table for place in places}) != 1:
        return run
    # The first row tells enough of most tables, which have one year in it.
    heads = takewhile(lambda pair: pair[0].row == places[0].row, zip(places, run, strict=True))
    if (
        sum([{token.kind for token in read[block.order] or ()} == {"year"} for _, block in heads])
        < _FEWEST_YEARS
    ):
        return run
    said = [{token.kind for token in read[block.order] or ()} for block in run]
    dated = [place.row for place, kinds in zip(places, said, strict=True) if kinds == {"year"}]
    years = sum(["year" in kinds for kinds in said])
    if years < _FEWEST_YEARS or dated != [places[0].row] * years:
        return run
    return [
        block
        for _, block in sorted(zip(places, run, strict=True), key=lambda pair: (pair[0].column, pair[0].row))
    ]


def trimmed_run(run: list[TextBlock], read: dict[int, tuple[Token, ...] | None]) -> list[TextBlock]:
    """Return `run` from its first to its last block that says a year or a number.

    A week's days or more beside it, each by itself, are a calendar's, where the index has a word before its numbers.
    """
    telling = [i for i, block in enumerate(run) if read[block.order]]
    if len(telling) > _WEEK and any(map(_has_word, (run[i] for i in telling))):
        for days in (list(takewhile(lambda i: _is_day(run[i]), at)) for at in (telling, telling[::-1])):
            if len(days) >= _WEEK:
                telling = [i for i in telling if i not in days]
    return run[telling[0] : telling[-1] + 1] if telling else []


def _has_word(block: TextBlock) -> bool:
    return any(map(str.isdecimal, block.text)) and any(sign.isalpha() or sign in "№#" for sign in block.text)


def _is_day(block: TextBlock) -> bool:
    return block.text.isdecimal() and len(block.text) <= len("31")
