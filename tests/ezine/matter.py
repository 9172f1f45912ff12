"""What an e-zine of our own invention prints: articles of every kind, with the truth about each."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from random import Random
from typing import Any

from tests.ezine import words

NAME = "Copper Wire"
SHORT = "CW"
PEOPLE = (
    *("Ada Quill", "Boris Tamm", "Jean-Luc Moreau", "R. K. Iyer", "Siobhan O'Hara", "Ludwig van Aken"),
    *("Mary Ann Lee", "Tomasz Nowak", "Ines de la Cruz", "Peter J. Holt", "J.W. Marsh", "René Dupré"),
    *("Kari Ólafsdóttir", "Thabo Nkosi", "D.A. Fenn", "Hugo Bell, Jr.", "LeAnne McRae", "Sam Woo"),
    *("Zoltan", "Wu Ming Chan", "Karl-Heinz Bauer", "Priya Raman", "Bill Bank", "Robin Law"),
)
TOWNS = ("Leeds", "Turku", "Graz", "Porto", "Akron, Ohio", "Pune", "Cork", "Hobart")

Part = tuple[str, Any]
"""A part of an article: `p`, `h`, `q` with HTML, `pre` with lines, `ul`, `ol` with items, `table` with rows, `fig`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """An article: its issue and file, and the truth about it. `byline` is HTML; `by_at` says where it stands."""

    issue: int
    name: str
    kind: str
    title: str
    authors: tuple[str, ...]
    byline: str | None
    by_at: str
    parts: tuple[Part, ...]
    head: str | None

    @property
    def texts(self) -> list[str]:
        """What a reader sees of its text, part by part."""
        return [text for part in self.parts for text in texts_of(*part)]


def bare(markup: str) -> str:
    """Return HTML as it reads."""
    return html.unescape(re.sub(r"<[^>]*>", "", markup))


def texts_of(kind: str, value: Any) -> list[str]:
    """Return what a reader sees of a part."""
    if kind == "table":
        return [bare(cell) for row in value for cell in row]
    if kind in ("ul", "ol", "pre"):
        return [bare(item) for item in value]
    if kind == "fig":
        return [bare(value[1])]
    return [bare(str(value))]


BYLINES = (
    "By {a}",
    'By <a href="mailto:{m}">{a}</a>',
    'by <a href="mailto:{m}">{a}</a>',
    "By {a} &lt;{m}&gt;",
    'By {a}, <a href="mailto:{m}">{m}</a>',
    "Author: {a}",
    "Submitted by {a}",
    '{a} &lt;<a href="mailto:{m}">{m}</a>&gt;',
    '{a} <a href="mailto:{m}">{m}</a>',
    "By {a}, Institute of Applied Tinkering",
    "By {a}, 12 March 2003",
    "Written by {a} ({m})",
    "By {A}",
    '<a href="../authors/x.html">By {a}</a>',
    "Text and pictures by {a}",
)
PAIRS = (
    "By {a} and {b}",
    'By <a href="mailto:{m}">{a}</a> and <a href="mailto:{n}">{b}</a>',
    "By {a} & {b}".replace("&", "&amp;"),
    "By {a}, {b}",
)


def _mail(name: str) -> str:
    return re.sub(r"[^a-z]", "", name.casefold())[:9] + "@post.example"


def _byline(form: str, names: tuple[str, ...]) -> str:
    a, b = names[0], names[-1]
    return form.format(a=a, b=b, A=a.upper(), m=_mail(a), n=_mail(b))


def article(issue: int, place: int, *, heads: tuple[str | None, ...]) -> Article:
    """Return the article at `place` of an issue; its kind goes by the place."""
    rng = Random(f"ezine {issue}/{place}")
    kind = KINDS[place]
    title, authors, byline, parts = _MAKERS[kind](rng, issue)
    by_at = "head"
    if kind in ("plain", "listing", "series") and rng.random() < 0.12:
        by_at = "tail"
    elif kind == "plain" and rng.random() < 0.08:
        by_at = "copyright"
    if kind in ("plain", "listing", "series", "figures") and rng.random() < 0.6:
        parts = [*parts, ("bio", _bio(rng, authors[0]))]
    head = heads[(issue * 7 + place) % len(heads)]
    return Article(
        issue=issue,
        name=f"{re.sub('[^a-z]', '', authors[0].split()[-1].casefold() if authors else kind)}{place}.html",
        kind=kind,
        title=title,
        authors=authors,
        byline=byline,
        by_at=by_at,
        parts=tuple(parts),
        head=None if head is None else head.format(title=title, name=NAME, short=SHORT, issue=issue),
    )


Made = tuple[str, tuple[str, ...], "str | None", list[Part]]


def _prose(rng: Random, least: int = 5, most: int = 14) -> list[Part]:
    parts: list[Part] = []
    if rng.random() < 0.4:
        parts.append(("h", "Introduction"))
    for at in range(rng.randint(least, most)):
        if at and rng.random() < 0.25:
            parts.append(("h", html.escape(words.heading(rng), quote=False)))
        text = html.escape(words.paragraph(rng), quote=False)
        if rng.random() < 0.2:
            first, _, rest = text.partition(" ")
            text = f'<a href="http://elsewhere.example/{at}">{first}</a> {rest}'
        if rng.random() < 0.1:
            text = f"{text} [{at + 1}]"
        parts.append(("p", text))
    return parts


def _signed(rng: Random, names: int = 1) -> tuple[tuple[str, ...], str]:
    authors = tuple(rng.sample(PEOPLE, names))
    return authors, _byline(rng.choice(BYLINES if names == 1 else PAIRS), authors)


def _plain(rng: Random, _issue: int) -> Made:
    authors, byline = _signed(rng, 2 if rng.random() < 0.15 else 1)
    parts = _prose(rng)
    if rng.random() < 0.4:
        parts.insert(2, (rng.choice(("ul", "ol")), [words.sentence(rng) for _ in range(rng.randint(3, 6))]))
    if rng.random() < 0.2:
        parts.insert(3, ("q", words.paragraph(rng, 1, 2)))
    if rng.random() < 0.3:
        parts += [("h", "Conclusion"), ("p", words.paragraph(rng, 1, 2))]
    if rng.random() < 0.3:
        parts += [("p", f"[{n}] {words.sentence(rng)}") for n in (1, 2)]
    if rng.random() < 0.25:
        links = [f'<a href="http://a.example/{n}">{words.heading(rng)}</a>' for n in range(4)]
        parts += [("h", "Resources"), ("ul", links)]
    return words.heading(rng), authors, byline, parts


def _listing(rng: Random, _issue: int) -> Made:
    authors, byline = _signed(rng)
    parts = _prose(rng)
    for at in (2, 4):
        name = rng.choice(words.THINGS)
        lines = ["#include &lt;stdio.h&gt;", "", f"int {name}_count(struct {name} *p)", "{", "    int n = 0;"]
        lines += [f"    while (p-&gt;{rng.choice(words.THINGS)} &gt; {rng.randint(2, 99)})", "        n++;"]
        parts.insert(at, ("pre", [*lines, "    return n;", "}"]))
    return words.heading(rng), authors, byline, parts


def _figures(rng: Random, _issue: int) -> Made:
    authors, byline = _signed(rng)
    parts = _prose(rng)
    for n, at in enumerate((1, 4), start=1):
        parts.insert(at, ("fig", (f"misc/fig{n}.png", f"Figure {n}: {words.sentence(rng)}")))
    rows = [["Part", "Volts", "Price"]]
    rows += [[words.thing(rng), f"{rng.randint(1, 90)}", f"{rng.randint(3, 80)}.50"] for _ in range(5)]
    parts.insert(3, ("table", rows))
    return words.heading(rng), authors, byline, parts


def _series(rng: Random, issue: int) -> Made:
    author = ("Boris Tamm",)
    note = ("p", "<i>This series began in issue 12; all of its parts can be read in any order you like.</i>")
    title = f"Clocks From the Ground Up, Part {issue - 11}: {words.heading(rng)}"
    return title, author, 'By <a href="mailto:bt@post.example">Boris Tamm</a>', [note, *_prose(rng)]


def _mailbag(rng: Random, _issue: int) -> Made:
    intro = (
        "p",
        'Write to <a href="mailto:bag@wire.example">bag@wire.example</a>; letters are shortened, answered to all.',
    )
    parts: list[Part] = [intro]
    for _ in range(rng.randint(4, 9)):
        writer, answerer = rng.sample(PEOPLE, 2)
        parts.append(("h", html.escape(words.heading(rng), quote=False)))
        parts.append(("p", f'From: <a href="mailto:{_mail(writer)}">{writer}</a>'))
        parts += [("p", words.paragraph(rng, 1, 3)) for _ in range(rng.randint(1, 3))]
        parts.append(("p", f"-- {writer}, {rng.choice(TOWNS)}"))
        if rng.random() < 0.7:
            parts.append(("p", f"[{answerer}] {words.paragraph(rng, 1, 3)}"))
    return "The Mailbag", (), None, parts


def _tips(rng: Random, _issue: int) -> Made:
    parts: list[Part] = []
    for _ in range(rng.randint(4, 8)):
        writer = rng.choice(PEOPLE)
        parts.append(("h", html.escape(words.heading(rng), quote=False)))
        parts.append(("p", f"{writer} &lt;{_mail(writer)}&gt;"))
        parts.append(("p", words.paragraph(rng, 1, 3)))
        if rng.random() < 0.5:
            parts.append(
                ("pre", [f"$ {rng.choice(words.THINGS)} --{rng.choice(words.KINDS)} {rng.randint(1, 99)}"])
            )
    return "Two-Minute Tips", (), None, parts


def _news(rng: Random, _issue: int) -> Made:
    author = ("Mary Ann Lee",)
    parts: list[Part] = []
    for section in ("News in General", "Meetings", "New in the Shops"):
        parts.append(("h", section))
        for _ in range(rng.randint(3, 6)):
            parts.append(("h", html.escape(words.heading(rng), quote=False)))
            parts.append(("p", words.paragraph(rng, 1, 2)))
            if rng.random() < 0.5:
                parts.append(
                    ("p", f'<a href="http://b.example/{rng.randint(1, 999)}">http://b.example/more</a>')
                )
    return "News Bytes", author, "By Mary Ann Lee", parts


def _comic(rng: Random, issue: int) -> Made:
    title = f"Inspector Kettle {rng.choice(words.DOES).title()}"
    parts: list[Part] = [
        ("fig", (f"misc/kettle{issue}.png", f"In which the inspector meets the {words.thing(rng)}.")),
        ("p", "These strips are drawn with a pen and scanned; larger prints can be had from the artist."),
    ]
    return title, ("Ines de la Cruz",), 'By <a href="mailto:ines@post.example">Ines de la Cruz</a>', parts


def _interview(rng: Random, _issue: int) -> Made:
    guest, asker = rng.sample(PEOPLE[:12], 2)
    parts: list[Part] = [("p", words.paragraph(rng))]
    for _ in range(6):
        parts.append(("p", f"<b>{asker}: {words.clause(rng).capitalize()}?</b>"))
        parts.append(("p", f"{guest}: {words.paragraph(rng)}"))
    return f"A Talk with {guest}", (asker,), f"Interviewed by {asker}", parts


def _unsigned(rng: Random, _issue: int) -> Made:
    return words.heading(rng), (), None, _prose(rng, 3, 6)


def _bio(rng: Random, author: str) -> str:
    first = author.split(maxsplit=1)[0]
    return (
        f"{first} has lived in {rng.choice(TOWNS)} since 19{rng.randint(60, 99)}, where {words.clause(rng)}."
    )


_MAKERS = {
    "plain": _plain,
    "listing": _listing,
    "figures": _figures,
    "series": _series,
    "mailbag": _mailbag,
    "tips": _tips,
    "news": _news,
    "comic": _comic,
    "interview": _interview,
    "unsigned": _unsigned,
}
KINDS = (
    *("mailbag", "tips", "news", "plain", "plain", "listing", "series", "plain", "figures", "comic"),
    *("plain", "interview", "listing", "unsigned", "plain"),
)
