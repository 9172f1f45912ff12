"""How a magazine words its issues: `№4, 2005`, `Issue 3, Spring 1999`, `Volume 12 No. 4`, and the profile's own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pipelines.profile import Profile

_SEASONS = (
    "winter|spring|summer|autumn|fall|january|february|march|april|may|june|july|august|september|october|november"
    "|december"
)
_BETWEEN = r"[\s,.:;|/(–—'’-]*"
_SMALL = r"\d{1,2}(?:\s?[/–-]\s?\d{1,2})?"
_RUNNING = r"(?:\s?\((?:№|No\.)?\s?\d{1,4}\))?"
"""How many issues there have been, as it stands behind a number that begins anew each year: `No. 7 (31)`."""

_NUMBER = rf"(?P<number>\d{{1,3}}(?:\s?[/–-]\s?\d{{1,3}})?){_RUNNING}"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?:/(?:\d\d){1,2})?(?:\s?(?:г\.?|год))?"
_OF_YEAR = r"[/'’](?=(?:19|20)\d\d(?!\d))"
"""What joins a number to its year: `3/1999`, `3'1999`."""

_FIRST = "№n#·•|/,;:.()–—»>*-[]{}▼▲►▸▾"
"""Signs that a piece of an index begins with besides digits, in lower case: any may follow."""

_WORDS = ("issue", "volume", "year", *_SEASONS.split("|"))
_LABELS = ("выпуски", "номера")


@dataclass(frozen=True, slots=True, eq=False)
class IssueWording:
    """The patterns of one magazine's issues, compiled.

    `token` matches one piece of an issue index (groups `year`, `number`, `bare`, `season`, `volume`, `mark`), `first`
    holds what signs besides digits, or pairs of them, it can begin with. `issues` match a whole issue (`number` and
    `year` or `volume`). A volume is a year where `first_volume_year` says which one the first was.
    """

    token: re.Pattern[str]
    first: frozenset[str]
    issues: tuple[re.Pattern[str], ...]
    first_volume_year: int | None

    def may_open(self, text: str) -> bool:
        """Return whether an index can begin as `text` does: most blocks of a page are told by that."""
        return text[0] in self.first or text[:2] in self.first or text[0].isdecimal()

    def read(self, text: str) -> tuple[int, str] | None:
        """Return year and number when `text` says an issue and nothing else, None otherwise."""
        for pattern in self.issues:
            match = pattern.fullmatch(text)
            if match is None:
                continue
            groups = match.groupdict()
            year = int(groups["year"]) if groups.get("year") else self.year_of_volume(groups.get("volume"))
            if year is not None:
                return year, folded_number(groups["number"])
        return None

    def year_of_volume(self, volume: str | None) -> int | None:
        """Return the year of a volume, None where the profile doesn't say how they are counted."""
        if volume is None or self.first_volume_year is None:
            return None
        return self.first_volume_year + int(volume) - 1


def folded_number(number: str) -> str:
    """Return an issue's number as records have it: `5 – 6` is `5/6`."""
    return re.sub(r"\s?[/–-]\s?", "/", number)


@lru_cache(maxsize=64)
def wording_of(profile: Profile) -> IssueWording:
    """Return how `profile` words its issues: the usual words, `issue_words` and `season_words`."""
    more = _alternatives(profile.issue_words)
    seasons = _SEASONS + _alternatives(profile.season_words)
    season = rf"(?:(?:{seasons})[\s,./&–-]*){{0,2}}"
    volume = r"vol(?:ume)?\.?\s?(?P<volume>\d{1,3})"
    unnamed = r"vol(?:ume)?\.?\s?(?:\d{1,3}|[ivxlc]{1,7}\b)"
    word = rf"(?:issue\s?)?(?:№|N[o°º]?\.?|Nr\.?|#|issue|number{more})"
    token = (
        rf"(?:year\s)?(?P<year>(?:19|20)\d\d)(?:/(?:\d\d){{1,2}})?(?![\d/])(?:\s?(?:г\.|год\b|year))?"
        rf"|(?:issue\s)?(?:№|N[o°º]\.?|N\.?|Nr\.?|#|issue|number{more})\s?(?P<index_number>{_SMALL})(?!\d|(?!{_OF_YEAR})/){_RUNNING}"
        rf"|(?P<bare>{_SMALL})(?!\d|(?!{_OF_YEAR})[/.])|{_OF_YEAR}"
        rf"|(?P<season>(?:{seasons})\b)"
        rf"|{volume}\b|{unnamed}"
        r"|(?P<label>(?:issues|numbers|выпуски|номера)\s?:?)"
        r"|(?P<mark>[·•|,;:.()–—»>*\-\u2022\[\]{}▼▲►▸▾]|(?<=\s)/(?=\s))"
    ).replace("index_number", "number")
    issues = (
        rf"{_BETWEEN}(?:{unnamed}\s?,?\s?)?{word}\s?{_NUMBER}(?:{_OF_YEAR}|{_BETWEEN}{season}){_YEAR}\)?[\s:]*",
        rf"{_BETWEEN}{season}{_YEAR}{_BETWEEN}{word}\s?{_NUMBER}\)?[\s:]*",
        rf"{_BETWEEN}{volume}{_BETWEEN}{word}\s?{_NUMBER}{_BETWEEN}{season}\)?[\s:]*",
    )
    opening = {word[:2].lower() for word in (*_WORDS, *profile.issue_words, *profile.season_words) if word}
    opening |= {label[:2] for label in _LABELS if any(begins[0] == label[0] for begins in opening)}
    opening |= set(_FIRST)
    return IssueWording(
        token=re.compile(token, re.IGNORECASE),
        first=frozenset(
            "".join(signs)
            for begins in opening
            for signs in product(*zip(begins, begins.upper(), strict=False))
        ),
        issues=tuple(re.compile(pattern, re.IGNORECASE) for pattern in issues),
        first_volume_year=profile.first_volume_year,
    )


def _alternatives(words: Iterable[str]) -> str:
    """Return the words as further alternatives of a pattern, the longest first."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "".join("|" + r"\s".join(re.escape(part) for part in word.split()) for word in ordered)
