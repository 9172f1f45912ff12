"""Words that differ from page to page by the day only: numbers, months, days of the week, all masked as `0`."""

from __future__ import annotations

import re

_DIGITS = re.compile(r"\d+")
_DATES = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug"
    " sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri"
    " sat января февраля марта апреля мая июня июля августа сентября октября ноября декабря январь февраль март апрель"
    " май июнь июль август сентябрь октябрь ноябрь декабрь понедельник вторник среда четверг пятница суббота"
    " воскресенье".split()
)


def masked(text: str) -> str:
    """Return `text` (words apart by single spaces, case folded) with numbers, months and days as `0`."""
    words = _DIGITS.sub("0", text).split(" ")
    if _DATES.isdisjoint(words):
        return " ".join(words)
    return " ".join("0" if word in _DATES else word for word in words)


def masked_word(word: str) -> str:
    """Return `masked(word)` of one word."""
    if word.isalpha():
        return "0" if word in _DATES else word
    return masked(word)
