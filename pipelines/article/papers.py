"""Firms and papers in quotes, and other habits of author lines in Russian: what stands there is no speech."""

from __future__ import annotations

import re

from pipelines.words.names import names_in

_FIRM = re.compile(r"(?<=\w )[«„“\"]\w[^«»„“”\".!?,:]{0,50}[»“”\"]")
_PAPER = re.compile(r"\s[«„“\"]\w[^«»„“”\".!?,:]{0,40}[»“”\"]\.?\s?")
_BY_THE_AUTHOR = re.compile(r"[.,]?\s\(?фото автора\)?\.?$", re.IGNORECASE)
_CYRILLIC = re.compile(r"[А-Яа-я]")


def without_firms(text: str) -> str:
    """Return `text` without the names of firms in quotes behind what kind of firm it is; nothing of a paper's name."""
    return "" if is_paper(text) else _FIRM.sub("", text)


def is_paper(text: str) -> bool:
    """Return whether what stands behind somebody's name is a paper's, where the text was printed before."""
    return _PAPER.fullmatch(text) is not None


def cyrillic_names(line: str, *, tail: bool) -> tuple[str, ...]:
    """Return the names of a list of several, or of whoever took the pictures, too; nobody in other lines.

    No firm there looks like somebody's name: they stand in quotes. Behind a text (`tail`) a list may name anybody.
    """
    if line.isascii() or not _CYRILLIC.search(line):
        return ()
    text = _BY_THE_AUTHOR.sub("", line)
    names = names_in(text) if _CYRILLIC.search(text) else None
    return names if names and ((len(names) > 1 and not tail) or text != line) else ()
