"""The twenty-two kinds of pages of the third magazine: for each its title, its parts, and the column it stands in."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, TypeAlias

from tests.ezine.third_prose import Prose, capital, quoted

if TYPE_CHECKING:
    from collections.abc import Callable

MONTHS = (
    "January February March April May June July August September October November December".split()
)  # fmt: skip
Part: TypeAlias = tuple[str, "str | list[str] | list[list[str]]"]


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
            (
                f"#include <stdio.h>\n\nint {a}(int {c})\n{{\n    int {b} = {n};\n\n    if ({c} > {b})\n"
                f'        printf("{prose.phrase()}\\n");\n    return {c} * {b};\n}}'
            ),
            (
                f"10 REM {prose.phrase()}\n20 LET {c[0].upper()} = {n}\n30 FOR I = 1 TO {c[0].upper()}\n"
                f'40 PRINT "{prose.noun()}", I * {n}.5\n50 NEXT I\n\n60 END'
            ),
            (
                f"#!/bin/sh\n# {prose.phrase()}\nfor {c} in *.{prose.noun()}; do\n    {a} --{b}={n} ${c} "
                f"> {b}.txt\ndone"
            ),
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
    for n in range(1, notes + 1):
        source = f"{prose.name()}, <i>{quoted(prose.title())}</i>, {prose.place()} {prose.dice.randint(1850, 2010)}"
        parts.append(("note", f"{n}. {source}, p. {prose.dice.randint(1, 500)}."))
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
                (
                    f"<b>{day}</b><br>{quoted(prose.phrase())}. {prose.place()} village hall. Talk "
                    f"by {prose.name()}."
                ),
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
