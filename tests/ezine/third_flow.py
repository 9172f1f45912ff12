"""An article's parts as HTML: paragraphs, lines with breaks, plain type; and what a page knows of those beside it."""

from __future__ import annotations

import html
import re
import textwrap
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.ezine.third_matter import EDITOR, Paper, bare
from tests.ezine.third_prose import quoted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.ezine.third_kinds import Part


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A page, the author line that it prints, and what it prints as text beside the article's own parts."""

    page: str
    byline: str = ""
    extra: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where an article stands: its neighbours, its issue, the address of each page, others of earlier months."""

    paper: Paper
    issue: Sequence[Paper]
    links: dict[Paper, str] = field(repr=False)
    earlier: Sequence[Paper] = ()
    contents: str

    @property
    def before(self) -> Paper | None:
        return self.issue[self.paper.place - 1] if self.paper.place else None

    @property
    def behind(self) -> Paper | None:
        return self.issue[self.paper.place + 1] if self.paper.place + 1 < len(self.issue) else None

    @property
    def title(self) -> str:
        return quoted(self.paper.title)

    def link(self, to: Paper | None, text: str | None = None) -> str:
        """Return a link to an article, by its title unless `text` is given; without one only the text."""
        said = text if text is not None else quoted(to.title) if to else ""
        return f"<a href='{self.links[to]}'>{said}</a>" if to else said


def names(paper: Paper) -> str:
    """Return the authors as a line names them."""
    return quoted(" and ".join(paper.authors))


def mail(name: str) -> str:
    """Return the address that a name has."""
    return re.sub(r"\W+", ".", name.lower()) + "@skypost.example"


def signed(paper: Paper, label: str) -> str:
    """Return the line that names the authors, after the paper's own label or the look's."""
    return f"{paper.label or label} {names(paper)}".strip() if paper.authors else ""


def holder(paper: Paper) -> str:
    """Return who holds the rights."""
    return names(paper) if paper.authors else "The Backyard Ephemeris Society"


def about(paper: Paper) -> str:
    """Return what is said of the author, on every signed page."""
    if not paper.authors:
        return ""
    return (
        paper.bio
        or f"{quoted(paper.authors[0])} is {'our editor' if paper.authors[0] == EDITOR else 'a member of the society'}."
    )


def tagged(  # noqa: C901 (a kind of part a line)
    parts: Sequence[Part], *, heading: str = "h3", end: str = "</p>", figure: str = "p"
) -> str:
    """Return parts as elements; `end` closes a paragraph or nothing does."""
    out = []
    for kind, value in parts:
        match kind:
            case "h":
                out.append(f"<{heading}>{value}</{heading}>")
            case "pre":
                out.append(f"<pre>{html.escape(str(value), quote=False)}</pre>")
            case "quote":
                out.append(f"<blockquote><p>{value}{end}</blockquote>")
            case "note":
                out.append(f"<p><small>{value}</small>{end}")
            case "figure":
                out.append(f"<{figure}><img src='{value[0]}' alt=''><br><i>{value[1]}</i></{figure}>")
            case "image":
                out.append(f"<p><img src='{value}' alt=''>{end}")
            case "verse":
                out.append(f"<p>{'<br>'.join(map(str, value))}{end}")
            case "ul" | "ol":
                out.append(f"<{kind}>{''.join(f'<li>{item}' for item in value)}</{kind}>")
            case "table":
                out.append(table(value, "border=1"))
            case _:
                out.append(f"<p>{value}{end}")
    return "\n".join(out)


def table(rows: Sequence[str] | Sequence[list[str]] | str, look: str) -> str:
    """Return rows of cells as a table."""
    cells = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    return f"<table {look}>{cells}</table>"


def broken(parts: Sequence[Part], *, bold: str = "b") -> str:
    """Return parts as lines with breaks between them."""
    out = []
    for kind, value in parts:
        match kind:
            case "h":
                out.append(f"<{bold}>{value}</{bold}>")
            case "pre":
                out.append(f"<pre>{html.escape(str(value), quote=False)}</pre>")
            case "figure":
                out.append(f"<center><img src='{value[0]}'><br><font size=1>{value[1]}</font></center>")
            case "image":
                out.append(f"<img src='{value}'>")
            case "verse":
                out.append("<br>".join(map(str, value)))
            case "ul" | "ol":
                out.append(f"<{kind}>{''.join(f'<li>{item}</li>' for item in value)}</{kind}>")
            case "table":
                out.append(table(value, "cellpadding=4"))
            case _:
                out.append(str(value))
    return "<br><br>\n".join(out)


def typed(parts: Sequence[Part]) -> str:
    """Return parts as lines of plain type, 72 columns wide, empty lines between."""
    out = []
    for kind, value in parts:
        match kind:
            case "h":
                out.append(bare(str(value)))
            case "pre":
                out.append(textwrap.indent(str(value), "    "))
            case "figure":
                out.append(
                    textwrap.fill(bare(str(value[1])), 60, initial_indent="    ", subsequent_indent="    ")
                )
            case "image":
                continue
            case "verse":
                out.append("\n".join("    " + bare(str(line)) for line in value))
            case "ul" | "ol":
                out.append(
                    "\n".join(
                        textwrap.fill(bare(str(item)), 72, initial_indent="  * ", subsequent_indent="    ")
                        for item in value
                    )
                )
            case "table":
                out.append(
                    "\n".join("".join(bare(cell).ljust(24) + " " for cell in row).rstrip() for row in value)
                )
            case _:
                lines = str(value).split("<br>")
                out.append("\n".join(textwrap.fill(bare(line), 72) for line in lines))
    return html.escape("\n\n".join(out), quote=False)
