"""Whom an author line names behind "By": names at its front, and a post, a firm or a place behind them."""

from __future__ import annotations

import re

from pipelines.article.author_words import IS_VERB
from pipelines.words.contact import parted
from pipelines.words.names import first_names, names_in

_TOGETHER = re.compile(
    r",?\s(?:(?:along|together|in\s(?:collaboration|cooperation|association))\s)?with\s(?=[A-ZÀ-ÞА-Я])|,?\sas\stold\sto\s|\s\+\s"
)
"""What joins somebody to the author: `By NAME with NAME`."""

_CALLED = re.compile(r"\s(?:a\.?k\.?a\.?|alias)\s.*$|\s['’]\d\d\b", re.IGNORECASE)
"""How somebody is called besides, and the year of school, behind a name: `NAME a.k.a. Sparky`, `NAME '68`."""

_SET_OFF = re.compile(r"\s?[(\[|·•—⋅]\s?|\s[–/-]{1,2}\s")
_ASIDE = re.compile(r"\s?\([^()]{1,80}\)")
FROM = re.compile(r"\s(?:of|at|from|in|for|with)\s")
"""What stands before a place or a firm."""


def names_then_post(text: str) -> tuple[str, ...]:
    """Return the names at the front of a list that may end in a post or an address: `A B and C D, Ernst & Young`."""
    text = _TOGETHER.sub(" and ", _CALLED.sub("", parted(text.strip())[0]))
    if (names := names_in(text)) is not None:
        return names
    each = [first_names(one)[:1] for one in text.split(", and ")]
    if len(each) > 1 and all(each):
        return tuple(name for (name,) in each)  # `A B, Harbour College, and C D, Quay School`
    if "(" in text and (names := names_in(_ASIDE.sub("", text))) is not None:
        return names  # `A B (Harbour College) and C D (Quay School)`
    if IS_VERB.search(text):
        return ()
    found = first_names(_SET_OFF.split(text, maxsplit=1)[0])
    return found or first_names(FROM.split(text, maxsplit=1)[0])
