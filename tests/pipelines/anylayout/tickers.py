"""Ways in which a page may show its currency ticker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crawler.replica.markup import NBSP, rate_line

if TYPE_CHECKING:
    from collections.abc import Callable

    from crawler.replica.magazine import Rate

Rates = tuple["Rate", ...]


def _change(rate: Rate) -> str:
    return rate.change or ""


def _line(rates: Rates) -> str:
    return f"<p>{f' {NBSP} '.join(map(rate_line, rates))}</p>"


def _lines(rates: Rates) -> str:
    return f"<div><font size=1>{'<br>'.join(map(rate_line, rates))}</font></div>"


def _divs(rates: Rates) -> str:
    return "".join(f"<div>{rate_line(rate)}</div>" for rate in rates)


def _marquee(rates: Rates) -> str:
    return f"<marquee scrolldelay=90>{' | '.join(map(rate_line, rates))}</marquee>"


def _list(rates: Rates) -> str:
    return "<ul>" + "".join(f"<li>{rate_line(rate)}</li>" for rate in rates) + "</ul>"


def _spans(rates: Rates) -> str:
    each = (
        f"<span>{rate.pair}</span><span>{rate.rate}</span><span class=ch>{_change(rate)}</span>"
        for rate in rates
    )
    return f"<div>{' '.join(each)}</div>"


def _spaced_spans(rates: Rates) -> str:
    each = (f"<b>{rate.pair}</b> <span>{rate.rate}</span> <i>{_change(rate)}</i>" for rate in rates)
    return f"<div>{' '.join(each)}</div>"


def _cells(rates: Rates) -> str:
    rows = (
        f"<tr><td>{rate.pair}</td><td>{rate.rate}</td><td>{_change(rate) or NBSP}</td></tr>" for rate in rates
    )
    return f"<table border=0>{''.join(rows)}</table>"


def _headed_cells(rates: Rates) -> str:
    return _cells(rates).replace(
        "<table border=0>", "<table><tr><th>Currency</th><th>Rate</th><th>Change</th></tr>"
    )


def _one_row(rates: Rates) -> str:
    cells = (f"<td>{rate.pair}</td><td>{rate.rate}</td><td>{_change(rate)}</td>" for rate in rates)
    return f"<table><tr>{''.join(cells)}</tr></table>"


def _row_cells(rates: Rates) -> str:
    return f"<table><tr>{''.join(f'<td nowrap>{rate_line(rate)}</td>' for rate in rates)}</tr></table>"


def _arrow(rate: Rate) -> str:
    alt = "" if rate.change is None else "down" if rate.change.startswith("-") else "up"
    return f'<img src="/img/{alt or "none"}.gif" alt="{alt}">' if alt else ""


def _arrows(rates: Rates) -> str:
    rows = (
        f"<tr><td>{rate.pair}</td><td>{rate.rate}</td><td>{_arrow(rate)}</td><td>{_change(rate)}</td></tr>"
        for rate in rates
    )
    return f"<table>{''.join(rows)}</table>"


def _glyphs(rates: Rates) -> str:
    def glyph(rate: Rate) -> str:
        return "" if rate.change is None else "▼ " if rate.change.startswith("-") else "▲ "

    return "".join(f"<p>{rate.pair} {rate.rate} {glyph(rate)}{_change(rate)}</p>" for rate in rates)


def _definitions(rates: Rates) -> str:
    each = (f"<dt>{rate.pair}</dt><dd>{rate.rate}{NBSP} {_change(rate)}</dd>" for rate in rates)
    return f"<dl>{''.join(each)}</dl>"


def _nested_tables(rates: Rates) -> str:
    cells = (
        f"<td><table><tr><td><b>{rate.pair}</b></td></tr>"
        f"<tr><td>{rate.rate}{NBSP} {_change(rate)}</td></tr></table></td>"
        for rate in rates
    )
    return f"<table><tr>{''.join(cells)}</tr></table>"


def _noscript(rates: Rates) -> str:
    return f"<script>document.write('<b>USD/KZT</b>')</script><noscript>{_lines(rates)}</noscript>"


def _labelled(rates: Rates) -> str:
    return f"<div><b>Exchange rates</b></div>{_divs(rates)}"


def _dated(rates: Rates) -> str:
    return f"<table><tr><td colspan=3>Currency rates, 26.11.2026</td></tr></table>{_cells(rates)}"


def _linked(rates: Rates) -> str:
    each = (
        f'<a href="http://rates.example/">{rate.pair}</a> {rate.rate} {_change(rate)}<br>' for rate in rates
    )
    return f"<div>{''.join(each)}</div>"


TICKERS: dict[str, Callable[[Rates], str]] = {
    "divs": _divs,
    "line": _line,
    "lines": _lines,
    "marquee": _marquee,
    "list": _list,
    "spans": _spans,
    "spaced spans": _spaced_spans,
    "cells": _cells,
    "headed cells": _headed_cells,
    "one row": _one_row,
    "row cells": _row_cells,
    "arrows": _arrows,
    "glyphs": _glyphs,
    "definitions": _definitions,
    "nested tables": _nested_tables,
    "noscript": _noscript,
    "labelled": _labelled,
    "dated": _dated,
    "linked": _linked,
}
