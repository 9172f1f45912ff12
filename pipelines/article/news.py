"""What only news items print: the dateline that opens the text, and the line that names the source."""

from __future__ import annotations

import re

_MONTH = (
    "january|february|march|april|may|june|july|august|september|october|november|december"
    "|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec"
)
_DAY = rf"(?:(?:{_MONTH})\.?\s+\d{{1,2}}|\d{{1,2}}\s+(?:{_MONTH}))(?:,?\s+\d{{4}})?[.,]?"
_DATELINE = re.compile(
    rf"^(?P<line>[^\W\d_][\w .'’-]{{1,40}}?[.,]\s+{_DAY}"
    r"(?:\s+[^\W\d_][\w .&'’-]{1,60}?)?)(?=\s+[-–—/(:]|\s*[-–—]\s|\.\s|\s*$)",
    re.IGNORECASE,
)
_BRACKETED = re.compile(
    rf"^\((?P<line>[^\W\d_][\w .'’-]{{1,40}}?[.,]\s{{1,3}}{_DAY}[\w .,&'’-]{{0,60}})\)\s", re.IGNORECASE
)
_AGENCY = re.compile(r"^(?P<line>[A-ZА-ЯЁ][A-ZА-ЯЁ .'’-]{2,40}\s\([^()\d]{2,40}\))\s{1,3}[-–—]\s")
_REPORTER = re.compile(r"^\s*/(?P<who>[^/\d]{3,60})/")
_SOURCE = re.compile(r"^(?:resourse|resource|source|sources|источник)\s*:\s*\S.{0,100}$", re.IGNORECASE)


def read_dateline(text: str) -> str | None:
    """Return the dateline that opens a news text (`Almaty. March 2. Kazakhstan Today`), None when none does.

    In brackets, or with the agency in brackets (`ALMATY (Interfax)`), too.
    """
    match = _DATELINE.match(text[:200]) or _BRACKETED.match(text[:200]) or _AGENCY.match(text[:200])
    return match["line"].rstrip(" .,") if match else None


def read_reporter(text: str) -> str | None:
    """Return the reporter named between slashes right behind the dateline, None when nobody is."""
    match = _DATELINE.match(text[:200])
    found = _REPORTER.match(text[match.end() :]) if match else None
    return found["who"].strip() if found else None


def is_source_line(text: str) -> bool:
    """Return whether `text` is a line that names where a news item comes from."""
    return len(text.split()) <= 14 and _SOURCE.match(text) is not None
