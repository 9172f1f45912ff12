"""Ways in which a page may list the articles of an issue."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from crawler.replica.markup import NBSP, esc, link

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of the contents; `href` is None for the article whose page this is, where that is no link."""

    title: str
    authors: tuple[str, ...]
    href: str | None

    @property
    def linked(self) -> str:
        """The title, linked where it is."""
        return f"<b>{esc(self.title)}</b>" if self.href is None else link(self.href, self.title)

    @property
    def said(self) -> str:
        """The authors, comma separated."""
        return esc(", ".join(self.authors))


HEADINGS: dict[str, Callable[[str], str]] = {
    "p b": lambda text: f"<p><b>{text}</b></p>",
    "h3": lambda text: f"<h3>{text}</h3>",
    "h1": lambda text: f"<h1>{text}</h1>",
    "cell": lambda text: f"<table><tr><td bgcolor=#003366><font color=white>{text}</font></td></tr></table>",
    "image": lambda text: f'<p><img src="/img/toc.gif" alt="{text}"></p>',
    "p": lambda text: f"<p>{text}</p>",
    "colon": lambda text: f"<div>{text}:</div>",
    "upper": lambda text: f"<div class=hd>{text.upper()}</div>",
    "link": lambda text: f'<div><a href="#">{text}</a></div>',
    "rule": lambda text: f"<hr><center>{text}</center><hr>",
}


def _both(gap: str, closing: str = "") -> Callable[[Line], str]:
    return lambda line: f"{line.linked}{gap}{line.said}{closing}" if line.authors else line.linked


def _all_linked(line: Line) -> str:
    if line.href is None:
        return f"<b>{esc(line.title)}{NBSP} {line.said}</b>"
    return f'<a href="{esc(line.href)}">{esc(line.title)}{NBSP} {line.said}</a>'


ENTRIES: dict[str, Callable[[Line], str]] = {
    "gap": _both(f"{NBSP} {NBSP}", NBSP),
    "em": _both(" <em>", "</em>"),
    "dash": _both(" – "),
    "brackets": _both(" (", ")"),
    "br": _both("<br>"),
    "br italic": _both("<br><i>", "</i>"),
    "slash": _both(" / "),
    "span": _both(" <span class=a>", "</span>"),
    "by": _both(" by "),
    "all linked": _all_linked,
    "authors first": lambda line: f"{line.said} {line.linked}" if line.authors else line.linked,
}


def _each(opening: str, closing: str, around: tuple[str, str] = ("", "")) -> Callable[[list[str]], str]:
    return lambda entries: around[0] + "".join(f"{opening}{one}{closing}" for one in entries) + around[1]


LISTS: dict[str, Callable[[list[str]], str]] = {
    "p": _each("<p>", "</p>"),
    "ul": _each("<li>", "</li>", ("<ul>", "</ul>")),
    "ol": _each("<li>", "</li>", ("<ol>", "</ol>")),
    "unclosed": _each("<li>", "", ("<ul>", "</ul>")),
    "divs": _each("<div class=e>", "</div>"),
    "br": _each("", "<br>", ("<div>", "</div>")),
    "bullets": _each("• ", "<br>", ("<font size=2>", "</font>")),
    "rows": _each("<tr><td>", "</td></tr>", ("<table>", "</table>")),
    "dl": _each("<dt>", "</dt>", ("<dl>", "</dl>")),
    "tables": _each("<table><tr><td>", "</td></tr></table>"),
}


def _columns(lines: Sequence[Line]) -> str:
    rows = (f"<tr><td>{line.linked}</td><td>{line.said or NBSP}</td></tr>" for line in lines)
    return f"<table>{''.join(rows)}</table>"


def _numbered_columns(lines: Sequence[Line]) -> str:
    rows = (
        f"<tr><td>{at}.</td><td>{line.linked}</td><td><i>{line.said}</i></td></tr>"
        for at, line in enumerate(lines, 1)
    )
    return f"<table>{''.join(rows)}</table>"


def _authors_column_first(lines: Sequence[Line]) -> str:
    rows = (f"<tr><td>{line.said or NBSP}</td><td>{line.linked}</td></tr>" for line in lines)
    return f"<table>{''.join(rows)}</table>"


def _own_rows(lines: Sequence[Line]) -> str:
    rows = (
        f"<tr><td>{line.linked}</td></tr>" + (f"<tr><td><i>{line.said}</i></td></tr>" if line.said else "")
        for line in lines
    )
    return f"<table>{''.join(rows)}</table>"


def _definitions(lines: Sequence[Line]) -> str:
    each = (f"<dt>{line.linked}</dt>" + (f"<dd>{line.said}</dd>" if line.said else "") for line in lines)
    return f"<dl>{''.join(each)}</dl>"


def _own_divs(lines: Sequence[Line]) -> str:
    each = (f"<div>{line.linked}</div>" + (f"<div>{line.said}</div>" if line.said else "") for line in lines)
    return "".join(each)


WHOLE_LISTS: dict[str, Callable[[Sequence[Line]], str]] = {
    "columns": _columns,
    "numbered columns": _numbered_columns,
    "authors' column first": _authors_column_first,
    "own rows": _own_rows,
    "definitions": _definitions,
    "own divs": _own_divs,
}
"""Lists that place the authors themselves."""

OWN = ("absent", "unlinked", "linked")
"""Whether the contents on an article's page name that article too."""


def draw_contents(lines: Sequence[Line], heading: str, recipe: dict[str, str]) -> str:
    """Return the contents with their heading."""
    top = HEADINGS[recipe["contents heading"]](heading)
    if recipe["contents"] in WHOLE_LISTS:
        return top + WHOLE_LISTS[recipe["contents"]](lines)
    return top + LISTS[recipe["contents"]]([ENTRIES[recipe["entry"]](line) for line in lines])
