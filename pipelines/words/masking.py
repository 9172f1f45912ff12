"""Words that differ from page to page by the day only: numbers, months, days of the week, all masked as `0`."""

from __future__ import annotations

import re

_DIGITS = re.compile(r"\d+")
_DATES = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug"
    " sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri"
    " sat января февраля марта апреля мая июня июля августа сентября октября ноября декабря январь февраль март апрель"
    " май июнь июль август сентябрь октябрь ноябрь декабрь понедельник вторник среда четверг пятница суббота"
    " воскресенье"
    " січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня січень лютий березень"
    " квітень травень червень липень серпень вересень жовтень листопад грудень"
    " қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан"
    " januar februar märz mai juni juli oktober dezember montag dienstag mittwoch donnerstag freitag samstag sonntag"
    " janvier février mars avril juin juillet août septembre octobre novembre décembre lundi mardi mercredi jeudi"
    " vendredi samedi dimanche enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"
    " lunes martes miércoles jueves viernes sábado domingo".split()
)

_LONGEST_DATE = 40


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


_OF_ISSUES = frozenset("spring summer autumn fall winter issue vol volume no number nr".split())


def is_issue_date(text: str) -> bool:
    """Return whether `text` says which issue it is or when, and nothing else: `Spring 2006`, `Vol. 3, No. 2`."""
    if len(text) > _LONGEST_DATE or not any(char.isdigit() for char in text):
        return False
    said = masked(" ".join(word.strip(".,:;()#") for word in text.casefold().split())).split()
    return len(said) > 1 and all(word in _OF_ISSUES or not word.strip("0") for word in said)
