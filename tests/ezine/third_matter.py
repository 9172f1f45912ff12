"""What the third magazine prints: a volunteers' monthly on the sky, twenty-two kinds of pages, and the truth of each."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING, TypeAlias

from tests.ezine.third_prose import Prose, capital, quoted
from tests.ezine.third_words import ROLES, TOPICS

if TYPE_CHECKING:
    from collections.abc import Callable

NAME = "The Backyard Ephemeris"
MONTHS = (
    "January February March April May June July August September October November December".split()
)  # fmt: skip
_REGULARS = [Prose(Random(f"regular {n}")).name() for n in range(34)]
EDITOR = _REGULARS[0]
_BREAK = re.compile(r"<br>", re.IGNORECASE)
_TAGS = re.compile(r"<[^>]*>")

Part: TypeAlias = tuple[str, "str | list[str] | list[list[str]]"]


def bare(text: str) -> str:
    """Return what is read of a piece of HTML."""
    return html.unescape(_TAGS.sub("", _BREAK.sub(" ", text)))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Paper:
    """An article as its author sent it in; `parts` are HTML, `bio` what it says of its author or nothing."""

    issue: int
    place: int
    kind: str
    title: str
    authors: tuple[str, ...]
    label: str
    translator: str | None
    column: str | None
    parts: tuple[Part, ...]
    bio: str | None
    topic: str

    @property
    def year(self) -> int:
        return 1996 + self.issue // 12

    @property
    def month(self) -> str:
        return MONTHS[self.issue % 12]

    @property
    def texts(self) -> list[str]:
        return [text for part in self.parts for text in said(part)]

    @property
    def dice(self) -> Random:
        """Return dice for what stands around it: thrown anew, they fall the same way."""
        return Random(f"around {self.issue} {self.place}")


def said(part: Part) -> list[str]:
    """Return the visible texts of a part."""
    kind, value = part
    if kind == "image":
        return []
    if kind == "figure":
        return [bare(str(value[1]))]
    return [bare(cell) for row in value for cell in (row if isinstance(row, list) else [row])] if (
        isinstance(value, list)
    ) else [value if kind == "pre" else bare(value)]  # fmt: skip


def paper(issue: int, place: int, kind: str) -> Paper:
    """Return the article of `kind` that stands at `place` in `issue`."""
    prose = Prose(Random(f"third {issue} {place} {kind}"))
    dice = prose.dice
    title, parts, column = KINDS[kind](prose, issue)
    count = 0 if kind in _UNSIGNED else 2 if dice.random() < 0.12 and kind in _TWO else 1
    authors = [EDITOR] if kind == "editorial" else dice.sample(_REGULARS[1:], count)
    if authors and kind in _TWO and dice.random() < 0.3:
        authors[0] = prose.name()
    translator = prose.name() if kind == "translated" else None
    label = {"briefs": "Compiled by", "interview": "Interview by"}.get(kind, "")
    bio = _bio(prose, authors[0]) if authors and kind in _TWO and dice.random() < 0.6 else None
    return Paper(
        issue=issue,
        place=place,
        kind=kind,
        title=title,
        authors=tuple(authors),
        label=label,
        translator=translator,
        column=column,
        parts=tuple(parts),
        bio=bio,
        topic=dice.choice(TOPICS),
    )


_UNSIGNED = ("letters", "poll", "errata", "calendar")
_TWO = ("feature", "howto", "essay", "program", "series", "travel", "report")


def _bio(prose: Prose, author: str) -> str:
    dice = prose.dice
    first = author.split(maxsplit=1)[0]
    mail = f"{first.lower()}@{prose.noun()}.example"
    return dice.choice(
        (
            f"{quoted(author)} is a {dice.choice(ROLES)} in {prose.place()}, and owns "
            f"a {prose.adjective()} {prose.noun()}. "
            f"{prose.plain(1, 2)}",
            f"{quoted(author)} has watched {prose.noun()}s "
            f"since {dice.randint(1950, 1995)}. {first} {prose.plain(1, 1)}",
            f"{first} {quoted(author.partition(' ')[2])}, {dice.choice(ROLES)}, lives "
            f"near {prose.place()} with two "
            f"{prose.noun()}s and can be reached at <a href='mailto:{mail}'>{mail}</a>.",
        )
    )


def _body(prose: Prose, sections: int, low: int = 2, high: int = 4) -> list[Part]:
    parts: list[Part] = [("p", prose.paragraph()) for _ in range(prose.dice.randint(1, 3))]
    for _ in range(sections):
        parts.append(("h", quoted(prose.phrase())))
        parts += [("p", prose.paragraph()) for _ in range(prose.dice.randint(low, high))]
    return parts


def _figure(prose: Prose, number: int) -> Part:
    caption = prose.dice.choice(
        (f"Figure {number}. {prose.phrase()}", prose.sentence(), f"{prose.phrase()}.")
    )
    return ("figure", [f"pic{prose.dice.randint(1, 999)}.jpg", caption])


def _program(prose: Prose) -> str:
    a, b, c = prose.code(), prose.code(), prose.noun().replace("-", "_")
    n = prose.dice.randint(2, 400)
    return prose.dice.choice(
        (
            f"#include <stdio.h>\n\nint {a}(int {c})\n{{\n    int {b} = {n};\n\n    if ({c} > {b})\n"
            f'        printf("{prose.phrase()}\\n");\n    return {c} * {b};\n}}',
            f"10 REM {prose.phrase()}\n20 LET {c[0].upper()} = {n}\n30 FOR I = 1 TO {c[0].upper()}\n"
            f'40 PRINT "{prose.noun()}", I * {n}.5\n50 NEXT I\n\n60 END',
            f"#!/bin/sh\n# {prose.phrase()}\nfor {c} in *.{prose.noun()}; do\n    {a} --{b}={n} ${c} "
            f"> {b}.txt\ndone",
            f"{prose.noun()}    {n}.{n % 7}\n{prose.noun()}    {n + 3}.1\n{prose.noun()}    -{n % 5}.8",
        )
    )


def _feature(prose: Prose, _: int) -> tuple[str, list[Part], str | None]:
    parts = _body(prose, prose.dice.randint(2, 5))
    for number in range(1, prose.dice.randint(1, 4)):
        parts.insert(prose.dice.randint(1, len(parts) - 1), _figure(prose, number))
    if prose.dice.random() < 0.4:
        parts.insert(3, ("ul", [quoted(prose.phrase()) for _ in range(prose.dice.randint(3, 6))]))
    return prose.title(), parts, None


def _howto(prose: Prose, _: int) -> tuple[str, list[Part], str | None]:
    parts = _body(prose, 2)
    parts += [("h", "Step by Step"), ("ol", [prose.sentence() for _ in range(prose.dice.randint(4, 9))])]
    parts += [("p", prose.paragraph()), ("pre", _program(prose)), ("p", prose.paragraph())]
    parts += [("h", "Conclusion"), ("p", prose.paragraph(2, 3))]
    return prose.title(), parts, None


def _program_page(prose: Prose, _: int) -> tuple[str, list[Part], str | None]:
    parts: list[Part] = [("p", prose.paragraph(2, 4))]
    for _n in range(prose.dice.randint(2, 5)):
        parts += [("pre", _program(prose)), ("p", prose.paragraph(1, 3))]
    return prose.title(), [*parts, ("p", prose.paragraph(1, 2))], None


def _signature(prose: Prose) -> str:
    name = prose.name()
    return prose.dice.choice(
        (
            f"-- {name}, {prose.place()}",
            f"{name}<br>{prose.place()}",
            f"<i>{name}</i>",
            f"-- {name.split()[0]}",
        )
    )


def _letters(prose: Prose, _: int) -> tuple[str, list[Part], str | None]:
    parts: list[Part] = []
    for _n in range(prose.dice.randint(4, 8)):
        parts.append(("h", quoted(prose.phrase())))
        parts += [("p", prose.paragraph(2, 5)) for _m in range(prose.dice.randint(1, 2))]
        parts.append(("p", _signature(prose)))
        if prose.dice.random() < 0.5:
            parts.append(("p", f"<i>[{prose.plain(1, 2)} --Ed.]</i>"))
    return "Letters to the Editor", parts, None


def _answers(prose: Prose, issue: int) -> tuple[str, list[Part], str | None]:
    parts: list[Part] = [("p", prose.paragraph(1, 3))]
    for _n in range(prose.dice.randint(3, 6)):
        name = prose.name()
        mail = f"{name.split()[0].lower()}@{prose.noun()}.example"
        parts.append(("h", quoted(prose.phrase() + "?")))
        parts.append(("p", f"<b>From {name} &lt;<a href='mailto:{mail}'>{mail}</a>&gt;</b>"))
        parts.append(("p", prose.paragraph(2, 4)))
        parts.append(("p", "<br>".join(f"&gt; {prose.sentence()}" for _m in range(prose.dice.randint(2, 4)))))
        parts.append(("p", prose.dice.choice(("<b>A:</b> ", "Answer: ", "")) + prose.paragraph(2, 5)))
        if prose.dice.random() < 0.3:
            parts.append(("pre", _program(prose)))
    return f"The Answer Shelf, No. {issue}", parts, None


def _briefs(prose: Prose, _: int) -> tuple[str, list[Part], str | None]:
    parts: list[Part] = []
    for _n in range(prose.dice.randint(6, 12)):
        parts += [("h", quoted(prose.phrase())), ("p", prose.paragraph(1, 3))]
    return "Sky News in Brief", parts, None


def _editorial(prose: Prose, _: int) -> tuple[str, list[Part], str | None]:
    return "Editorial", [("p", prose.paragraph()) for _ in range(prose.dice.randint(3, 6))], None


def _poem(prose: Prose, _: int) -> tuple[str, list[Part], str | None]:
    shapes = (
        "{thing},",
        "and {thing}",
        "{Thing} {near} {place}",
        "{adj}, {adj},",
        "O {noun}!",
        "where {thing} {stay}.",
    )
    verses: list[Part] = []
    for _n in range(prose.dice.randint(3, 6)):
        lines = [
            prose.sentence(tuple(s.replace("thing", "n").replace("Thing", "N") for s in shapes))
            for _m in range(4)
        ]
        verses.append(("verse", lines))
    return prose.title(), verses, None


def _recipe(prose: Prose, issue: int) -> tuple[str, list[Part], str | None]:
    goods = [
        f"{prose.dice.randint(1, 900)} {u} {prose.adjective()} {prose.noun()}"
        for u in "g ml cups oz tsp pinches".split()
    ]
    parts: list[Part] = [("p", prose.paragraph(2, 3)), ("h", "Ingredients"), ("ul", goods), ("h", "Method")]
    parts += [("ol", [prose.sentence() for _ in range(prose.dice.randint(3, 6))]), ("p", "Serves 4.")]
    return f"The Night Kitchen #{issue}: {prose.phrase()}", parts, "The Night Kitchen"


def _interview(prose: Prose, _: int) -> tuple[str, list[Part], str | None]:
    guest = prose.name()
    parts: list[Part] = [("p", prose.paragraph(2, 4))]
    for _n in range(prose.dice.randint(5, 9)):
        parts.append(("p", f"<b>{prose.plain(1, 1)[:-1]}?</b>"))
        parts += [("p", prose.paragraph(1, 5)) for _m in range(prose.dice.randint(1, 2))]
    return prose.dice.choice((f"An interview with {guest}", f"{guest} on {prose.noun()}s")), parts, None


def _review(prose: Prose, _: int) -> tuple[str, list[Part], str | None]:
    dice = prose.dice
    book = prose.title()
    box = [
        ["Title:", quoted(book)],
        ["Author:", prose.name()],
        ["Publisher:", f"{prose.place()} Press, {dice.randint(1970, 2014)}"],
        ["Pages:", str(dice.randint(90, 700))],
        ["ISBN:", f"0-{dice.randint(100, 999)}-{dice.randint(10000, 99999)}-{dice.randint(0, 9)}"],
    ]
    parts: list[Part] = [("table", box), *_body(prose, dice.randint(0, 2))]
    return f"Book Review: {book}", parts, None


def _essay(prose: Prose, _: int) -> tuple[str, list[Part], str | None]:
    parts = _body(prose, 2, 3, 5)
    notes = prose.dice.randint(3, 7)
    for n in range(1, notes + 1):
        at = prose.dice.choice([i for i, part in enumerate(parts) if part[0] == "p"])
        parts[at] = ("p", f"{parts[at][1]}<sup><a href='#n{n}'>{n}</a></sup>")
    parts.append(("h", "Notes"))
    parts += [("note", f"{n}. {prose.name()}, <i>{quoted(prose.title())}</i>, {prose.place()} {prose.dice.randint(1850, 2010)}, "
               f"p. {prose.dice.randint(1, 500)}.") for n in range(1, notes + 1)]  # fmt: skip
    return prose.title(), parts, None


def _poll(prose: Prose, issue: int) -> tuple[str, list[Part], str | None]:
    shares = [[quoted(prose.phrase()), f"{prose.dice.randint(1, 60)}%"] for _ in range(5)]
    parts: list[Part] = [("p", prose.paragraph(2, 3)), ("table", [["Answer", "Share"], *shares])]
    return f"Readers' Poll {issue}", [*parts, ("p", prose.paragraph(2, 4))], None


def _comic(prose: Prose, issue: int) -> tuple[str, list[Part], str | None]:
    parts: list[Part] = [("image", f"comic{issue}.gif")]
    return f"Under the Dome #{issue}", [*parts, ("p", prose.plain(1, 1))], "Under the Dome"


def _errata(prose: Prose, _: int) -> tuple[str, list[Part], str | None]:
    items = [
        f"Page {prose.dice.randint(2, 60)}, “{quoted(prose.phrase())}”: {prose.plain(1, 2)}" for _ in range(4)
    ]
    return "Corrections", [("p", prose.paragraph(1, 2)), ("ul", items)], None


def _almanac(prose: Prose, issue: int) -> tuple[str, list[Part], str | None]:
    dice = prose.dice
    rows = [["Date", "Rises", "Sets", "Mag."]]
    rows += [[f"{d} {MONTHS[issue % 12][:3]}", f"{dice.randint(0, 11)}:{dice.randint(10, 59)}",
              f"{dice.randint(12, 23)}:{dice.randint(10, 59)}", f"{dice.randint(-4, 9)}.{dice.randint(0, 9)}"]
             for d in range(1, 29, 3)]  # fmt: skip
    parts: list[Part] = [("p", prose.paragraph(2, 4)), ("table", rows), ("p", prose.paragraph(2, 3))]
    return f"The Sky in {MONTHS[issue % 12]}", parts, None


def _series(prose: Prose, issue: int) -> tuple[str, list[Part], str | None]:
    base = Prose(Random(f"series {issue // 5}"))
    title = f"Grinding a {base.adjective()} {base.noun()}, Part {issue % 5 + 1} of 5"
    parts = _body(prose, 3)
    return title, [*parts, ("p", f"<i>Next month: {quoted(prose.phrase())}.</i>")], None


def _translated(prose: Prose, _: int) -> tuple[str, list[Part], str | None]:
    return prose.title(), [*_body(prose, 1), ("quote", prose.plain(2, 4)), ("p", prose.paragraph())], None


def _column(prose: Prose, issue: int) -> tuple[str, list[Part], str | None]:
    parts: list[Part] = [("p", prose.paragraph()) for _ in range(prose.dice.randint(4, 8))]
    return f"{prose.title()}", parts, f"Notes from a Cold Porch, No. {issue}"


def _report(prose: Prose, _: int) -> tuple[str, list[Part], str | None]:
    parts: list[Part] = [("p", f"<i>[{prose.plain(1, 2)} --Ed.]</i>"), *_body(prose, 2)]
    return f"{prose.place()} star party: {prose.phrase().lower()}", parts, None


def _calendar(prose: Prose, issue: int) -> tuple[str, list[Part], str | None]:
    dice = prose.dice
    events: list[Part] = []
    for _n in range(dice.randint(6, 11)):
        day = f"{dice.randint(1, 28)} {MONTHS[issue % 12]}, {dice.randint(6, 10)} pm"
        events.append(
            (
                "p",
                f"<b>{day}</b><br>{quoted(prose.phrase())}. {prose.place()} village hall. Talk "
                f"by {prose.name()}.",
            )
        )
    return "Club Calendar", events, None


def _travel(prose: Prose, _: int) -> tuple[str, list[Part], str | None]:
    parts = _body(prose, 3, 1, 3)
    for n in range(len(parts) - 1, 1, -3):
        parts.insert(n, _figure(prose, n))
    return capital(f"{prose.place()} {prose.adjective()} and {prose.adjective()}"), parts, None


KINDS: dict[str, Callable[[Prose, int], tuple[str, list[Part], str | None]]] = {
    "editorial": _editorial,
    "letters": _letters,
    "feature": _feature,
    "answers": _answers,
    "howto": _howto,
    "briefs": _briefs,
    "column": _column,
    "series": _series,
    "comic": _comic,
    "almanac": _almanac,
    "essay": _essay,
    "interview": _interview,
    "review": _review,
    "poem": _poem,
    "recipe": _recipe,
    "program": _program_page,
    "translated": _translated,
    "report": _report,
    "travel": _travel,
    "poll": _poll,
    "errata": _errata,
    "calendar": _calendar,
}
_ALWAYS = ("letters", "answers", "comic", "feature")
_SOMETIMES = [kind for kind in KINDS if kind not in _ALWAYS]


def contents(issue: int, size: int = 9) -> tuple[Paper, ...]:
    """Return an issue's articles: the columns that each has, a feature, and others in turn."""
    dice = Random(f"issue {issue}")
    turn = [_SOMETIMES[(issue * (size - 4) + n) % len(_SOMETIMES)] for n in range(size - 4)]
    kinds = [*_ALWAYS, *turn]
    dice.shuffle(kinds)
    return tuple(paper(issue, place, kind) for place, kind in enumerate(kinds))
