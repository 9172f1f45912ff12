"""What only news items print: the dateline that opens the text, and the line that names the source."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from pipelines.words.legible import legible

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pipelines.document.textblock import TextBlock

_HEAD, _TAIL, _BEHIND_BODY = 2, 4, 2
_SOURCE_WORDS = 14
_MONTH = (
    "january|february|march|april|may|june|july|august|september|october|november|december"
    "|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec"
    "|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря"
    "|қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйек|қазан|қараша|желтоқсан"
)
_DAY = rf"(?:(?:{_MONTH})\.?\s+\d{{1,2}}|\d{{1,2}}\s+(?:{_MONTH}))(?:,?\s+\d{{4}})?[.,]?"
_DATELINE = re.compile(
    rf"^(?P<line>[^\W\d_][\w .'’-]{{1,40}}?[.,]\s+{_DAY}"
    r"(?:\s+[^\W\d_][\w .&'’-]{1,60}?)?(?:\s\([^()\d]{2,40}\))?)(?=\s+[-–—/(:]|\s*[-–—]\s|\.\s|\s*$)",
    re.IGNORECASE,
)
_BRACKETED = re.compile(
    rf"^\((?P<line>[^\W\d_][\w .'’-]{{1,40}}?[.,]\s{{1,3}}{_DAY}[\w .,&'’-]{{0,60}})\)\s", re.IGNORECASE
)
_AGENCY = re.compile(
    r"^(?P<line>[A-ZА-ЯЁ][A-ZА-ЯЁ .'’-]{2,40}(?:,\s[^\W\d_][\w .'’-]{2,30})?\s\([^()\d]{2,40}\))\s{1,3}[-–—]{1,2}\s"
)
_DATED_AGENCY = re.compile(
    rf"^(?P<line>[A-ZА-ЯЁ][A-ZА-ЯЁ .'’-]{{2,40}}[.,]\s(?i:{_DAY})\s\([^()\d]{{2,40}}\))"
    r"[.:]?\s{1,3}(?=[^\Wa-zа-яё])"
)
_STOPS = " \u00a0.,:–—-"
_REPORTER = re.compile(r"^\s*/(?P<who>[^/\d]{3,60})/")
_SOURCE = re.compile(
    r"^(?:resourse|resource|source|sources|источник|дереккөз)\s*:\s*\S.{0,100}$", re.IGNORECASE
)


def read_dateline(text: str) -> str | None:
    """Return the dateline that opens a news text (`Almaty. March 2. Kazakhstan Today`), None when none does.

    In brackets, or with the agency in brackets (`ALMATY (Interfax)`, `ALMATY, March 2 (Interfax)`), too. What follows
    begins a sentence.
    """
    text = legible(text[:300])  # it may be hyphenated
    ways = (_DATED_AGENCY, _DATELINE, _BRACKETED, _AGENCY)
    match = next((found for way in ways if (found := way.match(text[:200]))), None)
    if match is None or _behind(text[match.end() : 300])[:1].islower():
        return None
    return match["line"].rstrip(" .,")


def _behind(rest: str) -> str:
    """Return what follows a dateline and what may stand in slashes or brackets behind it."""
    rest = rest.lstrip(_STOPS)
    if rest[:1] in ("/", "("):
        rest = rest[rest.find("/" if rest[0] == "/" else ")", 1) + 1 :].lstrip(_STOPS)
    return rest


def read_reporter(text: str) -> str | None:
    """Return the reporter named between slashes right behind the dateline, None when nobody is."""
    text = legible(text[:300])
    match = _DATELINE.match(text[:200])
    found = _REPORTER.match(text[match.end() :]) if match else None
    return found["who"].strip() if found else None


def find_source(
    body: Sequence[TextBlock], free: Iterable[TextBlock], page: Sequence[TextBlock]
) -> TextBlock | None:
    """Return the line at the head or tail of `body` that names where a news item comes from, None when none does.

    It may also stand among the first blocks of `free` behind it, where its link has kept it out. A table's source or
    a picture's is none (`page` are all blocks), nor is one of several: those are the sources of as many items.
    """
    if not body:
        return None
    behind = islice((b for b in free if b.order > body[-1].order and b.text), _BEHIND_BODY)
    lines = (*body, *behind)
    found = [
        at
        for at, block in enumerate(lines)
        if block.words <= _SOURCE_WORDS
        and _SOURCE.match(block.text)
        and block.cell is None
        and not (block.order and _is_figure(page[block.order - 1]))
    ]
    if len(found) != 1:
        return None
    text = next((at for at, block in enumerate(body) if block.words > _SOURCE_WORDS), len(body))
    return lines[found[0]] if found[0] < min(_HEAD, text) or found[0] >= len(body) - _TAIL else None


def _is_figure(block: TextBlock) -> bool:
    """Return whether a block is a table's cell or a picture."""
    return block.cell is not None or (bool(block.pictures) and not block.text)
