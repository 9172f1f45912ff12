"""An article's parts as mark-up: paragraphs with or without tags, a wrapped text under <pre>."""

from __future__ import annotations

import html
import textwrap
from typing import TYPE_CHECKING, Any

from tests.ezine.matter import bare

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.ezine.matter import Part


def tagged(parts: Sequence[Part], *, heading: str = "h2", end: str = "</p>") -> str:
    """Return parts in <p>, <h2>, <pre> and so on; `end` closes a paragraph, or nothing does."""
    return "\n".join(_tagged(kind, value, heading, end) for kind, value in parts)


def _tagged(kind: str, value: Any, heading: str, end: str) -> str:
    shown = {
        "h": lambda: f"<{heading}>{value}</{heading}>",
        "q": lambda: f"<blockquote>{value}</blockquote>",
        "bio": lambda: f"<hr><p><img src='../gx/note.png' alt='[BIO]'> <em>{value}</em>{end}",
        "ul": lambda: "<ul>" + "".join(f"<li>{item}</li>" for item in value) + "</ul>",
        "ol": lambda: "<ol>" + "".join(f"<li>{item}</li>" for item in value) + "</ol>",
        "pre": lambda: "<pre>\n" + "\n".join(value) + "\n</pre>",
        "table": lambda: _table(value),
        "fig": lambda: f"<center><img src='{value[0]}' alt='[Figure]'><br>{html.escape(value[1])}</center>",
    }
    return shown[kind]() if kind in shown else f"<p>{value}{end}"


def _table(rows: Sequence[Sequence[str]]) -> str:
    head, *body = rows
    lines = ["".join(f"<th>{cell}</th>" for cell in head)]
    lines += ["".join(f"<td>{cell}</td>" for cell in row) for row in body]
    return "<table border=1>" + "".join(f"<tr>{line}</tr>" for line in lines) + "</table>"


def broken(parts: Sequence[Part]) -> str:
    """Return parts with nothing but <br>, headings in <b>."""
    lines = []
    for kind, value in parts:
        if kind in ("ul", "ol"):
            lines.append("<br>".join(f"* {item}" for item in value))
        elif kind == "h":
            lines.append(f"<b>{value}</b>")
        elif kind == "bio":
            lines.append(f"<i>{value}</i>")
        elif kind in ("pre", "table", "fig"):
            lines.append(_tagged(kind, value, "b", ""))
        else:
            lines.append(str(value))
    return "<br><br>\n".join(lines)


def dumped(parts: Sequence[Part]) -> str:
    """Return parts as a plain text wrapped at 72 characters, for a page that is one <pre>."""
    return html.escape("\n\n".join(_dumped(kind, value) for kind, value in parts), quote=False)


def _dumped(kind: str, value: Any) -> str:
    if kind in ("ul", "ol"):
        return "\n".join(f"  * {bare(item)}" for item in value)
    if kind == "pre":
        return "\n".join(f"    {bare(line)}" for line in value if line)
    if kind == "table":
        return "\n".join("".join(cell.ljust(24) for cell in row).rstrip() for row in value)
    if kind == "h":
        return bare(value).upper() if len(value) < 14 else bare(value)
    return _wrapped(bare(value[1] if kind == "fig" else value))


def _wrapped(text: str) -> str:
    return textwrap.fill(text, 72, break_long_words=False, break_on_hyphens=False)
