"""A title and who wrote it in one line: `TITLE, by NAME`, `TITLE (NAME)`, `TITLE -- NAME`."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pipelines.article.author_line import is_signature, read_line
from pipelines.article.heads import parts_of, plain
from pipelines.words.names import names_in, said_names

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from pipelines.article.title_votes import Title

_BY = re.compile(r"[,;:.]?\s[(\[–—|/-]{0,2}\s?(?:written\s)?by:?\s", re.IGNORECASE)
_SET_OFF = re.compile(r"\s[(\[]|\s(?:--?|–|—|\||/|·)\s")
_MARKS = frozenset("([|/·–—-")
_LONGEST = 30
_SHORTEST, _LONGEST_TEXT = 8, 240


def split_title(text: str) -> tuple[str, tuple[str, ...], str] | None:
    """Return the title that a line opens with, whom it names behind that, and how; None where it names nobody."""
    if not _SHORTEST <= len(text) <= _LONGEST_TEXT or text.count(" ") > _LONGEST:
        return None
    if " by" not in text.casefold() and _MARKS.isdisjoint(text):
        return None  # most lines have no sign of it
    closed = text.rstrip(" .)]") if text.endswith((")", "]", ").")) else text
    for mark, read in ((_BY, said_names), (_SET_OFF, names_in)):
        ends = [(found.start(), found.end()) for found in mark.finditer(text)]
        if ends and (names := read(closed[ends[-1][1] :])):
            title = text[: ends[-1][0]].rstrip(" ,")
            return (title, names, text[ends[-1][0] :].strip(" ,")) if title else None
    return None


def signed_head(titles: Iterable[str]) -> tuple[tuple[str, ...], str] | None:
    """Return whom a part of a page's head names, set off from its title, and how: `TITLE - by NAME - MAGAZINE`."""
    for part in (part for title in titles for part in parts_of(title)):
        if is_signature(part) and (read := read_line(part)) is not None:
            return read[0], part
    return None


def unsigned(
    title: Title, told: Collection[str], *, habit: bool
) -> tuple[Title, tuple[tuple[str, ...], str] | None]:
    """Return `title` without who wrote it, and whom it named and how.

    It is split where most pages sign so (`habit`), or where head or contents say (`told`, plain) only what is left.
    """
    found = split_title(title.text)
    if found is None or not (habit or (plain(title.text) not in told and plain(found[0]) in told)):
        return title, None
    return replace(title, text=found[0]), found[1:]
