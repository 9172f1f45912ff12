"""Dates and counts beside an author's name: when a line was posted, how many comments it has."""

from __future__ import annotations

import re

from pipelines.words.masking import masked

DATING = frozenset(
    "0 0st 0nd 0rd 0th 0am 0pm posted published updated submitted written last first modified on at in the of am"
    " - опубликовано добавлено размещено дата г от в veröffentlicht am um publié le à publicado el de".split()
) | {"", "–", "—"}
_IN_DATES = re.compile(r"(?<=\d)[-/.](?=\d)")
_COUNTED = frozenset(
    "comment comments replies responses views read reads words min minutes комментариев комментарии комментария"
    " комментарий просмотров просмотры прочитано раз kommentare aufrufe commentaires vues comentarios visitas".split()
)
WHEN = re.compile(
    r"\b(?:(?:\d{1,2}(?:st|nd|rd|th)?\s)?(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?"
    r"|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)[.,]?\s\d{1,4}(?:st|nd|rd|th)?\b"
    r"|\d{1,2}\.?\s(?:de\s)?[^\W\d_]{3,10}\s(?:de\s)?(?:19|20)\d\d\b"
    r"|\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\b|(?:19|20)\d\d\b|\d{1,2}:\d\d\b)",
    re.IGNORECASE,
)
"""When a line was posted, as it stands behind its author's name."""

_BEFORE_WHEN = frozenset(
    "on at in last updated posted published modified mon monday tue tues tuesday wed wednesday thu thurs thursday fri"
    " friday sat saturday sun sunday от am le el vom".split()
)


def is_count(fact: str) -> bool:
    """Return whether a fact says when, or how many, and nothing else."""
    apart = _IN_DATES.sub(" ", fact.casefold())
    words = [word.strip(".,:;|()") for word in masked(apart).split()]
    return any(c.isdigit() for c in fact) and all(word in DATING or word in _COUNTED for word in words)


def without_connectors(said: str) -> str:
    """Return what stands before a date without the words and marks that lead to it."""
    words = said.split()
    while words and (
        words[-1].casefold().strip(",.:;|()") in _BEFORE_WHEN or not words[-1].strip(",.:;|•·/–—-(")
    ):
        words.pop()
    return " ".join(words).rstrip(" ,:;|•·/–—-(")
