"""What the third magazine prints: a volunteers' monthly on the sky, twenty-two kinds of pages, the truth of each."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from random import Random

from tests.ezine.third_kinds import KINDS, MONTHS, Part
from tests.ezine.third_prose import Prose, quoted
from tests.ezine.third_words import ROLES, TOPICS

NAME = "The Backyard Ephemeris"
_REGULARS = [Prose(Random(f"regular {n}")).name() for n in range(34)]
EDITOR = _REGULARS[0]
_BREAK = re.compile(r"<br>", re.IGNORECASE)
_TAGS = re.compile(r"<[^>]*>")


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
            (
                f"{quoted(author)} is a {dice.choice(ROLES)} in {prose.place()}, and owns "
                f"a {prose.adjective()} {prose.noun()}. "
                f"{prose.plain(1, 2)}"
            ),
            (
                f"{quoted(author)} has watched {prose.noun()}s "
                f"since {dice.randint(1950, 1995)}. {first} {prose.plain(1, 1)}"
            ),
            (
                f"{first} {quoted(author.partition(' ')[2])}, {dice.choice(ROLES)}, lives "
                f"near {prose.place()} with two "
                f"{prose.noun()}s and can be reached at <a href='mailto:{mail}'>{mail}</a>."
            ),
        )
    )


_ALWAYS = ("letters", "answers", "comic", "feature")
_SOMETIMES = [kind for kind in KINDS if kind not in _ALWAYS]


def contents(issue: int, size: int = 9) -> tuple[Paper, ...]:
    """Return an issue's articles: the columns that each has, a feature, and others in turn."""
    dice = Random(f"issue {issue}")
    turn = [_SOMETIMES[(issue * (size - 4) + n) % len(_SOMETIMES)] for n in range(size - 4)]
    kinds = [*_ALWAYS, *turn]
    dice.shuffle(kinds)
    return tuple(paper(issue, place, kind) for place, kind in enumerate(kinds))
