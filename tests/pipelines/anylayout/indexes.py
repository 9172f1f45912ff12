"""Ways in which a page may show the index of all issues."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crawler.replica.markup import NBSP, attr, link

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from crawler.replica.sheet import IndexYear

Years = "Sequence[IndexYear]"


def _links(year: IndexYear, gap: str = f"{NBSP} ") -> str:
    return gap.join(link(href, label) for label, href in year.issues)


def _lines(years: Sequence[IndexYear]) -> str:
    return "".join(f"<div>·{NBSP}{year.year} {_links(year)}</div>" for year in years)


def _paragraphs(years: Sequence[IndexYear]) -> str:
    return "".join(f"<p>{year.year}: {_links(year, ' | ')}</p>" for year in years)


def _items(years: Sequence[IndexYear]) -> str:
    return f"<ul>{''.join(f'<li>{year.year} {_links(year)}</li>' for year in years)}</ul>"


def _nested(years: Sequence[IndexYear]) -> str:
    each = (
        f"<li>{year.year}<ul>{''.join(f'<li>{link(href, label)}</li>' for label, href in year.issues)}</ul></li>"
        for year in years
    )
    return f"<ul>{''.join(each)}</ul>"


def _table(years: Sequence[IndexYear]) -> str:
    rows = (
        f"<tr><td><b>{year.year}</b></td>"
        + "".join(f"<td>{link(href, label)}</td>" for label, href in year.issues)
        + "</tr>"
        for year in years
    )
    return f"<table border=1>{''.join(rows)}</table>"


def _one_cell(years: Sequence[IndexYear]) -> str:
    rows = (f"<tr><td>{year.year}</td><td>{_links(year)}</td></tr>" for year in years)
    return f"<table>{''.join(rows)}</table>"


def _select(years: Sequence[IndexYear]) -> str:
    each = (
        f'<optgroup label="{year.year}">'
        + "".join(
            f'<option value="{attr(href)}">{label}, {year.year}</option>' for label, href in year.issues
        )
        + "</optgroup>"
        for year in years
    )
    return f"<form><select onchange='location=this.value'>{''.join(each)}</select></form>{_lines(years)}"


def _one_paragraph(years: Sequence[IndexYear]) -> str:
    return f"<p>{' · '.join(f'{year.year} {_links(year)}' for year in years)}</p>"


def _full_labels(years: Sequence[IndexYear]) -> str:
    each = (link(href, f"{label}, {year.year}") for year in years for label, href in year.issues)
    return f"<p>{' '.join(each)}</p>"


def _full_items(years: Sequence[IndexYear]) -> str:
    each = (f"<li>{link(href, f'{label} {year.year}')}</li>" for year in years for label, href in year.issues)
    return f"<ul>{''.join(each)}</ul>"


def _br(years: Sequence[IndexYear]) -> str:
    return f"<div>{'<br>'.join(f'<b>{year.year}</b> {_links(year)}' for year in years)}</div>"


def _definitions(years: Sequence[IndexYear]) -> str:
    return f"<dl>{''.join(f'<dt>{year.year}</dt><dd>{_links(year)}</dd>' for year in years)}</dl>"


def _headings(years: Sequence[IndexYear]) -> str:
    return "".join(f"<h4>{year.year}</h4><p>{_links(year)}</p>" for year in years)


def _bare_numbers(years: Sequence[IndexYear]) -> str:
    rows = (
        f"<tr><th>{year.year}</th>"
        + "".join(f"<td>{link(href, label.removeprefix('№'))}</td>" for label, href in year.issues)
        + "</tr>"
        for year in years
    )
    return f"<table>{''.join(rows)}</table>"


def _sign_outside(years: Sequence[IndexYear]) -> str:
    each = (
        f"<p>· {year.year} "
        + " ".join(f"№{link(href, label.removeprefix('№'))}" for label, href in year.issues)
        + "</p>"
        for year in years
    )
    return "".join(each)


def _sections(years: Sequence[IndexYear]) -> str:
    each = (
        f"<div class=y><span>{year.year}</span>"
        + "".join(f"<div>{link(href, label)}</div>" for label, href in year.issues)
        + "</div>"
        for year in years
    )
    return "".join(each)


def _columns(years: Sequence[IndexYear]) -> str:
    heads = "".join(f"<th>{year.year}</th>" for year in years)
    cells = "".join(f"<td>{_links(year, '<br>')}</td>" for year in years)
    return f"<table><tr>{heads}</tr><tr valign=top>{cells}</tr></table>"


INDEXES: dict[str, Callable[[Sequence[IndexYear]], str]] = {
    "lines": _lines,
    "paragraphs": _paragraphs,
    "items": _items,
    "nested": _nested,
    "table": _table,
    "one cell": _one_cell,
    "select": _select,
    "one paragraph": _one_paragraph,
    "full labels": _full_labels,
    "full items": _full_items,
    "br": _br,
    "definitions": _definitions,
    "headings": _headings,
    "bare numbers": _bare_numbers,
    "sign outside": _sign_outside,
    "sections": _sections,
    "columns": _columns,
}

INDEX_HEADINGS: dict[str, str] = {
    "none": "",
    "archive": "<p><b>Archive</b></p>",
    "issues": "<h3>All issues</h3>",
    "cell": "<table><tr><td>Back issues:</td></tr></table>",
}
