"""No text, however hostile, makes a regular expression of the pipelines slow."""

from __future__ import annotations

import importlib
import pkgutil
import re
import time
from typing import TYPE_CHECKING, Any

import pytest

import pipelines

if TYPE_CHECKING:
    from collections.abc import Iterator

LENGTH = 10_000
SECONDS = 0.3
"""A quadratic match of 10,000 characters takes longer; a linear one takes milliseconds."""

RUNS = {
    "spaces": " ",
    "no-break spaces": "\u00a0",
    "tabs and lines": " \t\n",
    "digits": "1",
    "digits and spaces": "1 ",
    "digits and dots": "1.",
    "digits and slashes": "12/",
    "dots": ".",
    "dots and spaces": " .",
    "ellipses": "…",
    "round brackets": "(",
    "brackets open and shut": "()",
    "square brackets": "[",
    "angle brackets": "<",
    "tags begun": "<a",
    "end tags begun": "</a ",
    "meta begun": "<meta charset",
    "quotes": "\"'",
    "letters": "a",
    "capitals": "A",
    "words": "ab ",
    "capitalised words": "Ab ",
    "initials": "A.",
    "hyphens": "-",
    "hyphenated": "a-",
    "dashes": " – ",
    "bars": " | ",
    "colons": ":",
    "commas": "A, ",
    "and": " and ",
    "slashes": "/",
    "by": "by ",
    "By A": "By A ",
    "pairs": "USD/KZT ",
    "rates": "+1.5% ",
    "years": "2005 ",
    "numbers": "№1 ",
    "months": "May 1, ",
    "url(": "url(",
    "question marks": "?",
    "ampersands": "&a=1",
    "sid": "sid=",
    "rooted": "/a",
    "parts of a path": "a/",
    "answers": "answers questions ",
    "prepared": "prepared by ",
    "credit": "photo: ",
    "credits in brackets": "(photo ",
    "related": "related ",
    "more from": "more from ",
    "comments": "1 comments on ",
    "Cyrillic": "ы",
    "combining marks": "a\u0301",
}


def _patterns() -> Iterator[tuple[str, re.Pattern[str] | re.Pattern[bytes]]]:
    for module in pkgutil.walk_packages(pipelines.__path__, "pipelines."):
        if module.name.rsplit(".", 1)[-1] == "scrapy_pipeline":
            continue
        loaded = importlib.import_module(module.name)
        for name, value in vars(loaded).items():
            if isinstance(value, re.Pattern):
                yield f"{module.name}.{name}", value


PATTERNS = dict(_patterns())


@pytest.mark.parametrize("name", PATTERNS)
def test_no_hostile_text_makes_a_pattern_slow(name: str) -> None:
    """Whatever is repeated 10,000 characters long, with a stranger at its end or none, is done at once."""
    pattern = PATTERNS[name]
    for what, unit in RUNS.items():
        run = (unit * (LENGTH // len(unit) + 1))[:LENGTH]
        for text in (run, run + "\x01", "x" + run + "!"):
            subject = text.encode() if isinstance(pattern.pattern, bytes) else text
            spent = min(_seconds(pattern, subject), SECONDS)
            if spent == SECONDS:  # a machine may be busy once
                spent = _seconds(pattern, subject)
            assert spent < SECONDS, what


def _seconds(pattern: re.Pattern[Any], subject: str | bytes) -> float:
    began = time.process_time()
    for use in (pattern.match, pattern.fullmatch, pattern.search):
        use(subject)
    list(pattern.finditer(subject))
    return time.process_time() - began
