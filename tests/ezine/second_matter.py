"""What a second magazine prints: essays with notes, columns with a standing introduction, pages of many short items."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

from tests.ezine import words
from tests.ezine.matter import bare, texts_of

if TYPE_CHECKING:
    from tests.ezine.matter import Part

NAME = "The Lamplighter Review"
PEOPLE = (
    *(
        "Hanna Voss",
        "Edwin Achterberg",
        "Mireille Caron",
        "Tadeusz Wrona",
        "Olive Penhaligon",
        "S. N. Banerji",
    ),
    *(
        "Graham T. Lyle",
        "Aoife Brennan",
        "Joaquim Serra i Puig",
        "Vera Lindqvist",
        "Chidi Okafor",
        "Ruth Stein",
    ),
    *("Pavel Dvořák", "Kenji Morita", "Lourdes Abad", "Marcus Thorne", "Ingrid Aasen", "Fergus O'Dowd"),
)
PLACES = ("Bergen", "Ghent", "Trieste", "Cardiff", "Łódź", "Halifax", "Kobe", "Valletta")
SCHOOLS = ("University of Ghent", "Institute of Light Metals", "Harbour Museum", "Royal College of Mechanics")
MONTHS = "January February March April May June July August September October November December".split()


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """An article: its number, the truth about it, and what stands around it. `byline` is HTML."""

    number: int
    issue: int
    kind: str
    column: str | None
    title: str
    authors: tuple[str, ...]
    byline: str | None
    parts: tuple[Part, ...]
    bio: str | None

    @property
    def texts(self) -> list[str]:
        """What a reader sees of its text, part by part, and what is told of its author at the end."""
        texts = [text for part in self.parts for text in texts_of(*part)]
        return texts if self.bio is None else [*texts, self.bio]

    @property
    def slug(self) -> str:
        """Its name in addresses."""
        return "-".join(re.findall(r"[a-z]+", self.title.casefold())[:4])

    @property
    def month(self) -> str:
        """The month it came out in, `March 2001`."""
        return f"{MONTHS[self.issue % 12]} {self.year}"

    @property
    def year(self) -> int:
        """The year it came out in."""
        return 1996 + self.issue // 12


BYLINES = (
    "by {a}",
    "By {a}",
    "<i>by <b>{a}</b></i>",
    "By {a}, {d} {month}",
    "{a} - {month}",
    "By Dr. {a}, {s}",
    '{a} (<a href="mailto:{m}">{m}</a>)',
    'By <a href="mailto:{m}">{a}</a>, {s}, {t}',
    "By {a}, with photos by {b}",
    "By {a} (translated by {b})",
    "By {a} | {d} {month}",
    "Words: {a}. Pictures: {b}",
    "{a}, {s}",
    "written by {a} for the Review",
    "By {a} and {b}",
)


def piece(issue: int, place: int, *, number: int) -> Piece:
    """Return the article at `place` of an issue; its kind goes by the place."""
    rng = Random(f"second {issue}/{place}")
    kind = KINDS[place]
    column, title, signed, parts = _MAKERS[kind](rng, issue)
    a, b = rng.sample(PEOPLE, 2)
    if kind == "column":
        a = "Hanna Voss"
    form = rng.choice(BYLINES) if kind != "column" else "By {a}"
    month = f"{MONTHS[issue % 12]} {1996 + issue // 12}"
    said = form.format(
        a=a,
        b=b,
        d=rng.randint(1, 28),
        month=month,
        m=_mail(a),
        s=rng.choice(SCHOOLS),
        t=rng.choice(PLACES),
    )
    authors = (a, b) if "{a} and {b}" in form else (a,)
    about = (
        f"{a} {rng.choice(('teaches', 'lives', 'works'))} in {rng.choice(PLACES)}, where {words.clause(rng)}."
    )
    return Piece(
        number=number,
        issue=issue,
        kind=kind,
        column=column,
        title=title,
        authors=authors if signed else (),
        byline=said if signed else None,
        parts=tuple(parts),
        bio=about if signed and rng.random() < 0.5 else None,
    )


def _mail(name: str) -> str:
    return re.sub(r"[^a-z]", "", name.casefold())[:10] + "@lamp.example"


Made = tuple["str | None", str, bool, "list[Part]"]


def _said(rng: Random, least: int = 2, most: int = 6) -> str:
    return html.escape(words.paragraph(rng, least, most), quote=False)


def _prose(rng: Random, least: int, most: int) -> list[Part]:
    parts: list[Part] = []
    for at in range(rng.randint(least, most)):
        if at > 1 and rng.random() < 0.2:
            parts.append(("h", html.escape(words.heading(rng), quote=False)))
        parts.append(("p", _said(rng)))
    return parts


def _essay(rng: Random, _issue: int) -> Made:
    parts = [("p", f"<i>{_said(rng, 1, 2)}</i>"), *_prose(rng, 6, 14)]
    if rng.random() < 0.5:
        parts += [("h", "Notes")]
        parts += [("p", f"{n}. {html.escape(words.sentence(rng), quote=False)}") for n in range(1, 5)]
    return None, words.heading(rng), True, parts


def _part(rng: Random, issue: int) -> Made:
    n = issue % 3 + 1
    title = f"The Great Clock of {PLACES[issue // 3 % len(PLACES)]}, Part {n} of 3"
    parts: list[Part] = [
        ("p", "In the last part we left the clock in pieces; all parts can be had from the office.")
    ]
    return None, title, True, [*parts, *_prose(rng, 6, 10)]


def _column(rng: Random, _issue: int) -> Made:
    intro = (
        "<i>Hanna Voss has mended instruments for thirty years. Each month she opens one for our readers.</i>"
    )
    return "From the Bench", words.heading(rng), True, [("p", intro), *_prose(rng, 4, 8)]


def _letters(rng: Random, _issue: int) -> Made:
    parts: list[Part] = []
    for _ in range(rng.randint(4, 8)):
        parts.append(("h", html.escape(words.heading(rng), quote=False)))
        parts += [("p", _said(rng, 1, 4)) for _ in range(rng.randint(1, 2))]
        parts.append(("p", f"<b>{rng.choice(PEOPLE)}</b>, {rng.choice(PLACES)}"))
        if rng.random() < 0.4:
            parts.append(("p", f"<i>The editor replies:</i> {_said(rng, 1, 2)}"))
    return None, "Letters to the Editor", False, parts


def _briefs(rng: Random, _issue: int) -> Made:
    parts: list[Part] = []
    for _ in range(rng.randint(8, 14)):
        initials = "".join(name[0] for name in rng.choice(PEOPLE).split()[:2])
        parts.append(("p", f"<b>{rng.choice(PLACES)}.</b> {_said(rng, 1, 2)} ({initials})"))
    return None, "News in Brief", False, parts


def _tips(rng: Random, _issue: int) -> Made:
    parts: list[Part] = [("p", "We pay a year's subscription for each tip that we print.")]
    for _ in range(rng.randint(5, 9)):
        parts += [("h", html.escape(words.heading(rng), quote=False)), ("p", _said(rng, 1, 3))]
        parts.append(("p", f"Sent in by {rng.choice(PEOPLE)}"))
    return None, "Readers' Tips", False, parts


def _review(rng: Random, issue: int) -> Made:
    book = words.heading(rng)
    facts = [["Title", book], ["Author", rng.choice(PEOPLE)], ["Publisher", f"{rng.choice(PLACES)} Press"]]
    parts: list[Part] = [
        ("table", [*facts, ["Pages", str(90 + issue)], ["Price", f"{rng.randint(5, 60)}.00"]])
    ]
    return "Books", f"{book}, Reviewed", True, [*parts, *_prose(rng, 4, 8)]


def _listing(rng: Random, _issue: int) -> Made:
    parts = _prose(rng, 5, 9)
    for n, at in enumerate((4, 2), start=1):
        lines = ["10 REM " + words.clause(rng).upper(), f"20 LET A={rng.randint(2, 99)}"]
        lines += [f"{n}0 PRINT A*{rng.randint(2, 9)}" for n in range(3, rng.randint(6, 14))] + ["990 END"]
        parts[at:at] = [("pre", lines), ("p", f"<small>Listing {3 - n}: {words.thing(rng)}</small>")]
    return None, words.heading(rng), True, parts


def _figures(rng: Random, _issue: int) -> Made:
    parts = _prose(rng, 5, 9)
    for n, at in enumerate((5, 3, 1), start=1):
        parts.insert(
            at, ("fig", (f"fig{n}.gif", f"Fig. {4 - n}. The {words.thing(rng)} from {rng.choice(PLACES)}"))
        )
    return None, words.heading(rng), True, parts


def _interview(rng: Random, _issue: int) -> Made:
    parts: list[Part] = [("p", _said(rng))]
    for _ in range(7):
        parts += [("p", f"<b>Q. {words.clause(rng).capitalize()}?</b>"), ("p", f"A. {_said(rng, 1, 4)}")]
    return None, f"Ten Minutes with the {words.thing(rng).title()} Man", True, parts


def _editorial(rng: Random, _issue: int) -> Made:
    return None, f"Editorial: {words.heading(rng)}", False, [*_prose(rng, 3, 5), ("p", "<i>The Editor</i>")]


def _quiz(rng: Random, _issue: int) -> Made:
    asked = [html.escape(words.clause(rng).capitalize() + "?", quote=False) for _ in range(8)]
    parts: list[Part] = [("p", "Answers on a postcard please; the first right one out of the hat wins.")]
    return None, f"Quiz No. {_issue}", False, [*parts, ("ol", asked)]


def _verse(rng: Random, _issue: int) -> Made:
    lines = "<br>\n".join(words.clause(rng).capitalize()[:40] for _ in range(12))
    return "Verse", f"Lines on a {words.thing(rng).title()}", True, [("p", lines)]


_MAKERS = {
    "letters": _letters,
    "editorial": _editorial,
    "briefs": _briefs,
    "essay": _essay,
    "part": _part,
    "column": _column,
    "tips": _tips,
    "review": _review,
    "listing": _listing,
    "figures": _figures,
    "interview": _interview,
    "quiz": _quiz,
    "verse": _verse,
}
KINDS = (
    *("editorial", "letters", "briefs", "essay", "essay", "part", "column", "figures", "essay", "interview"),
    *("listing", "tips", "review", "quiz", "verse"),
)


def plain_byline(piece: Piece) -> str:
    """Return its author line as it reads."""
    return bare(piece.byline or "")
