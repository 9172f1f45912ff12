"""Which tables hold data and which only lay a page out; and where each cell of a data table stands."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

from pipelines.document.tags import CELLS
from pipelines.document.textblock import Cell

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_LONG_CELL = 240
"""Characters; a cell with more holds prose, so its table lays out a page."""

_INSIDE = frozenset({"h1", "h2", "h3", "h4", "ul", "ol", "form", "hr", "blockquote", "iframe"})
_MAX_SPAN = 100
_MAX_ROWS = 20_000
"""A table with more is read line by line."""

_MOST_PLACES, _PLACES_A_CELL = 10_000, 50
"""A table whose spans take more places than this and so many for each of its cells is read line by line, too."""


def data_cells(table: Any, number: int) -> dict[Any, Cell]:
    """Return each cell of `table` (an lxml element) with its place, nothing when the table is only layout.

    A data table has two rows and two columns at least, no table inside, and short cells. Spans are counted
    (HTML Living Standard §4.9.12, up to 100); a column in which no cell begins is none.
    """
    if next(table.iterdescendants("table"), None) is not None:
        return {}
    rows = list(islice(_rows(table), _MAX_ROWS + 1))
    if len(rows) > _MAX_ROWS:
        return {}
    if len(rows) < 2 or sum(1 for row in rows if len(row) > 1) < 2:
        return {}
    # One look at the whole table is often enough to tell what no cell of it can be.
    if next(table.iterdescendants(*_INSIDE), None) is not None and any(map(_holds_more, _each(rows))):
        return {}
    if any(sum(map(len, cell.itertext())) > _LONG_CELL for cell in _each(rows)):
        return {}
    return _places(rows, number)


def _rows(table: Any) -> Iterator[list[Any]]:
    for row in table.iterdescendants("tr"):
        cells = [cell for cell in row if cell.tag in CELLS]
        if cells:
            yield cells


def _each(rows: Iterable[list[Any]]) -> Iterator[Any]:
    return (cell for row in rows for cell in row)


def _holds_more(cell: Any) -> bool:
    return next(cell.iterdescendants(*_INSIDE), None) is not None


def _places(rows: list[list[Any]], number: int) -> dict[Any, Cell]:
    cells = sum(map(len, rows))
    most = _MOST_PLACES + _PLACES_A_CELL * cells
    taken: set[tuple[int, int]] = set()
    places: dict[Any, tuple[int, int]] = {}
    area = 0
    for y, row in enumerate(rows):
        x = 0
        for cell in row:
            while (y, x) in taken:
                x += 1
                area += 1
            places[cell] = y, x
            wide, tall = _spans(cell, len(rows) - y) if cell.keys() else (1, 1)
            if tall > 1:
                taken.update((y + dy, x + dx) for dy in range(1, tall) for dx in range(wide))
            x += wide
            area += wide * tall
            if area > most:
                return {}
    columns = {x: rank for rank, x in enumerate(sorted({x for _, x in places.values()}))}
    if len(rows) * len(columns) > most:
        return {}
    return {cell: Cell(number, y, columns[x]) for cell, (y, x) in places.items()}


def _spans(cell: Any, rows_left: int) -> tuple[int, int]:
    """Return how many columns and rows `cell` takes; a `rowspan` of 0 is all the rows that are left."""
    wide, tall = _span(cell, "colspan"), _span(cell, "rowspan")
    return max(wide, 1), min(tall or _MAX_SPAN, rows_left)


def _span(cell: Any, name: str) -> int:
    value = (cell.get(name) or "1").strip()
    if not (value.isascii() and value.isdigit()):
        return 1
    # Python reads no number of more than 4,300 digits.
    return min(int(value), _MAX_SPAN) if len(value) < 10 else _MAX_SPAN
