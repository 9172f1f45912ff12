"""Tables: spans and header cells keep their places, and no span makes more of a table than it holds."""

from __future__ import annotations

import time

import pytest

from tests.pipelines.reading import MORE, PROSE, page, summary

_HEADED = (
    "<table><thead><tr><th rowspan=2>Oblast<th colspan=2>Tonnes</tr><tr><th>2004<th>2005</tr></thead>"
    "<tbody><tr><th>Kostanay<td>3<td>4</tr><tr><th>Akmola<td><td>2</tr></tbody></table>"
)


def _rows(table: str) -> list[list[str]]:
    """Return the rows of the only table of an article that `table` stands in; none where it is no data table."""
    article = summary(page(PROSE, MORE, f"</p>{table}<p>", PROSE)).article
    assert article is not None
    assert [block.text for block in article.blocks if block.kind == "paragraph"][:2] == [PROSE, MORE]
    return next((block.rows for block in article.blocks if block.kind == "table"), [])


TABLES = {
    _HEADED: [["Oblast", "Tonnes", ""], ["", "2004", "2005"], ["Kostanay", "3", "4"], ["Akmola", "", "2"]],
    "<table><tr><td rowspan=0>x<td>y<td>z<tr><td>1<td>2</table>": [["x", "y", "z"], ["", "1", "2"]],
    "<table><tr><td colspan=50>x<td>y<tr><td colspan=50>1<td>2</table>": [["x", "y"], ["1", "2"]],
    f"<table><tr><td>x<td colspan={'9' * 5000}>y<tr><td>1<td>2</table>": [["x", "y"], ["1", "2"]],
    "<table><tr><td colspan=-1>x<td rowspan=two>y<tr><td>1<td>2</table>": [["x", "y"], ["1", "2"]],
}


@pytest.mark.parametrize(("table", "rows"), TABLES.items(), ids=range(len(TABLES)))
def test_spans_keep_cells_in_their_places(table: str, rows: list[list[str]]) -> None:
    """Header cells that span, a rowspan to the end, spans that only stretch, and spans that are no numbers."""
    assert _rows(table) == rows


@pytest.mark.parametrize("row", ["<tr><td rowspan=100 colspan=100>a<td>b", "<tr><td rowspan=100>a<td>b"])
def test_spans_make_no_more_of_a_table_than_it_holds(row: str) -> None:
    """Three thousand cells that would make a hundred million places are read line by line, in no time."""
    began = time.process_time()
    article = summary(page(PROSE, MORE, f"</p><table>{row * 1500}</table><p>", PROSE)).article
    assert time.process_time() - began < 5
    assert article is not None
    assert article.text.count("\na\n\nb") == 1500
    assert len(article.text) < 20_000


def test_a_cell_ends_where_the_next_begins_whatever_stands_open_in_it() -> None:
    """Neither is inside the one before, which would have the text of all: a long cell holds prose."""
    goods = "".join(f"<tr><td><center>Ware {n}, by rail to the harbour<td><b>{n} tonnes" for n in range(12))
    rows = _rows(f"<table>{goods}</table>")
    assert rows == [[f"Ware {n}, by rail to the harbour", f"{n} tonnes"] for n in range(12)]
