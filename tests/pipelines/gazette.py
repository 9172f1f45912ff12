"""Another magazine of our own making, for the generic profile: monthly, plain mark-up, listings and a comic series.

Nothing of the first magazine is in it: no ticker, no masthead by name, issues by a running number, authors as `By X`.
"""

from __future__ import annotations

import html
from dataclasses import dataclass

from crawler.replica.replica import Replica

NAME = "Steppe Systems Gazette"
ORIGIN = "http://gazette.example"
LISTING = (
    "#!/bin/sh",
    "# keep the last four weeks",
    "for week in 1 2 3 4",
    "do",
    '    tar czf "/backup/week-$week.tgz" /home',
    "    sleep 5",
    "done",
    "exit 0",
)
BYLINES = (
    ("By {0}", 1),
    ("by {0}", 1),
    ("Written by {0}", 1),
    ("Author: {0}", 1),
    ("By {0} and {1}", 2),
    ("By {0}, {1}", 2),
    ("...by {0}", 1),
    ("Posted by {0} on March 3, 2004", 1),
)
AUTHORS = (
    *(
        "Ada Quill",
        "Boris Tamm",
        "Jean-Luc Moreau",
        "R. K. Iyer",
        "Siobhan O'Hara",
        "Ludwig van Aken",
        "Mary Ann Lee",
    ),
    *("Tomasz Nowak", "Ines de la Cruz", "Peter J. Holt"),
)
HEADS = (
    "{title} | {name} #{issue}",
    "{name} #{issue}: {title}",
    "{title} - {name} #{issue}",
    "{name}",
    None,
    "{title}",
)
ADVENTURES = (
    "Boots",
    "Sleeps",
    "Compiles",
    "Forgets",
    "Upgrades",
    "Reboots",
    "Prints",
    "Backs Up",
    "Waits",
    "Forks",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """An article of the gazette: its address, page and truth."""

    url: str
    page: str
    title: str
    authors: tuple[str, ...]
    texts: tuple[str, ...]


def gazette(style: str, issues: int = 10) -> list[Piece]:
    """Return the articles of `issues` issues, laid out as `style` says: `rules`, `divs` or `breaks`."""
    articles = [a for a in Replica.build("strict", issues=issues).truth().articles if len(a.blocks) > 3]
    pieces = []
    for number, article in enumerate(articles):
        issue = 101 + number // 4
        texts = [block.text for block in article.blocks if block.kind == "paragraph"]
        form, names = BYLINES[number % len(BYLINES)]
        authors = tuple(AUTHORS[(number * 3 + n) % len(AUTHORS)] for n in range(names))
        listing = number % 3 == 0
        pieces.append(
            _piece(
                style,
                issue,
                f"a{number}.html",
                article.title,
                authors,
                form.format(*authors),
                texts,
                HEADS[number % len(HEADS)],
                at_end=number % 5 == 4,
                listing=listing,
            )
        )
        if number % 4 == 3:
            comic = f"Inspector Kettle {ADVENTURES[(number // 4) % len(ADVENTURES)]}"
            what = comic.rsplit(maxsplit=1)[-1].lower()
            line = f"In which the inspector, for the {number // 4 + 1}th time, looks at the {what}."
            pieces.append(
                _piece(
                    style,
                    issue,
                    f"comic{number}.html",
                    comic,
                    ("Ines de la Cruz",),
                    "By Ines de la Cruz",
                    [
                        line,
                        "These strips are drawn with a pen and scanned; larger prints can be had from the artist.",
                    ],
                    HEADS[0],
                    at_end=False,
                    listing=False,
                )
            )
    return pieces


def _piece(
    style: str,
    issue: int,
    name: str,
    title: str,
    authors: tuple[str, ...],
    byline: str,
    texts: list[str],
    head: str | None,
    *,
    at_end: bool,
    listing: bool,
) -> Piece:
    start, end = {"rules": ("<p>", ""), "divs": ("<div>", "</div>"), "breaks": ("", "<br><br>")}[style]
    lines = [f"{start}{html.escape(text, quote=False)}{end}" for text in texts]
    if listing:
        lines.insert(1, "<pre>\n" + html.escape("\n".join(LISTING), quote=False) + "\n</pre>")
    author = f"{start}<b>{html.escape(byline, quote=False)}</b>{end}"
    lines = [*lines, author] if at_end else [author, *lines]
    shown = (
        f"<h1>{html.escape(title)}</h1>" if style != "breaks" else f"<br><b>{html.escape(title)}</b><br><br>"
    )
    head_title = (
        ""
        if head is None
        else f"<title>{html.escape(head.format(title=title, name=NAME, issue=issue))}</title>"
    )
    ways = (
        "<a href='prev.html'>&lt;&lt; Prev</a> | <a href='index.html'>TOC</a>"
        " | <a href='../index.html'>Front Page</a> | <a href='../faq.html'>FAQ</a>"
        " | <a href='next.html'>Next &gt;&gt;</a>"
    )
    foot = (
        f"{start}Copyright &copy; 2004, {html.escape(authors[0])}. Released under the terms of the open licence.{end}"
        f"{start}Published in issue {issue} of {NAME}, May 2004.{end}"
    )
    page = (
        f"<html><head>{head_title}</head><body><a href='../index.html'><img src='/logo.gif' alt='{NAME}'></a>"
        f"{start}...making systems a little more <i>fun</i>!{end}<center>{ways}</center><hr>"
        f"{shown}{''.join(lines)}<hr>{foot}<center>{ways}</center></body></html>"
    )
    body = [*texts[:1], *(LISTING if listing else ()), *texts[1:]]
    return Piece(
        url=f"{ORIGIN}/issue{issue}/{name}", page=page, title=title, authors=authors, texts=tuple(body)
    )
