"""Author lines one after the other at an end of a text: whom each names, by itself or with those beside it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipelines.article.author_line import LONGEST, is_label, read_labelled, read_line
from pipelines.article.first_line import read_first_line
from pipelines.article.name_line import is_of_a_book
from pipelines.words.contact import is_contact
from pipelines.words.names import names_in, said_names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipelines.article.author_evidence import AuthorLine
    from pipelines.document.textblock import TextBlock

_FOR_WHOM = re.compile(
    r"(?:special(?:ly)?|exclusive(?:ly)?)\s(?:for|to)\s.{2,80}|специально\sдля\s.{2,80}|спеціально\sдля\s.{2,80}"
    r"|exklusiv\sfür\s.{2,80}|spécialement\spour\s.{2,80}|(?:especial|exclusivo)\spara\s.{2,80}",
    re.IGNORECASE,
)
_POST = re.compile(
    r"(?:[\w’'-]{2,20}\s){0,2}(?:director|manager|president|chair(?:man|woman|person)|head|partner|lawyer|attorney|counsel"
    r"|analyst|expert|minister|ambassador|doctor|professor|academician|candidate|editor|correspondent|journalist"
    r"|economist|auditor|accountant|engineer|researcher|fellow|lecturer|dean|rector|secretary|representative|officer"
    r"|consultant|advis[eo]r|specialist|директор|руководитель|председатель|президент|начальник|эксперт|аналитик"
    r"|экономист|юрист|партн[её]р|консультант|советник|профессор|доктор|кандидат)\b"
    r"(?:,\s|\s(?:of|at|in|for)\s|\s[^\W\d_]{2,30},\s)\S.{2,120}",
    re.IGNORECASE,
)
"""A line that says what somebody is, and where."""

_LONGEST_POST = 16
_LONGEST_NAMES = 12
_BELOW_NAME = 2
"""Lines below a name, the second of which may be an address: the first says where somebody works."""

OVER_ADDRESS = "a name over an address"


def lines_of(
    zone: Sequence[TextBlock], promised: Sequence[str], *, tail: bool, page: Sequence[TextBlock] = ()
) -> list[AuthorLine]:
    """Return the author lines that open `zone`, one after the other; one other short line may stand before them.

    At the `tail` it is read upwards.
    """
    found: list[AuthorLine] = []
    said = [b for b in zone if any(c.isalnum() for c in b.text)]
    for skipped, block in enumerate(said):
        below = said[skipped - 1 : skipped] if tail else said[skipped + 1 : skipped + 2]
        post = [b for b in below if _is_post(b, block)]
        if not skipped and not tail:
            read = read_first_line(block.text, promised)
        else:
            # Below a sentence `NAME, TOWN` may say whose that is, as it does behind a text.
            late = tail or (skipped > 0 and said[skipped - 1].words > _LONGEST_NAMES)
            read = read_line(block.text, promised, tail=late)
        if read is not None and page and is_of_a_book(block, page):
            read = None
        if read is None:
            read = _beside(block, found, below, tail=tail) or _reachable(block, said, found, tail=tail)
        if read is None and post and (names := names_in(block.text)):
            read = names, "a name over a post"
        if read is not None:
            found.append((block, *read))
            found.extend((line, (), "a post") for line in post)
        elif any(block is line for line, *_ in found):
            continue
        elif found or (skipped >= 1 and not tail) or block.words > LONGEST:
            if tail and not found and skipped < 2:
                continue
            break
    return found if any(not is_label(block.text) for block, _, _ in found) else []


def _beside(
    block: TextBlock, found: Sequence[AuthorLine], below: Sequence[TextBlock], *, tail: bool
) -> tuple[tuple[str, ...], str] | None:
    """Return whom a line names by what the author line `found` above it says, or the line `below`."""
    read: tuple[tuple[str, ...], str] | None = None
    if found and is_label(found[-1][0].text):
        read = read_labelled(block.text)
    elif not tail and is_label(block.text):
        read = (), "a label"
    if read is None and not tail and any(map(_is_for_whom, below)):
        names = names_in(block.text)
        read = (names, "for whom it was written") if names else None
    if read is None and found and not tail and (is_contact(block.text) or _is_for_whom(block)):
        read = (), "an address"
    return read


def _reachable(
    block: TextBlock, said: Sequence[TextBlock], found: Sequence[AuthorLine], *, tail: bool
) -> tuple[tuple[str, ...], str] | None:
    """Return whom a line behind a text names over an address in a line of its own: it signs the text.

    `said` are the text's lines, the last one first. Behind a colon it is whom to ask (`For more information:`).
    """
    if found or not tail or block.words > _LONGEST_NAMES:
        return None
    at = next(n for n, line in enumerate(said) if line is block)
    if not any(is_contact(b.text) for b in said[max(0, at - _BELOW_NAME) : at]):
        return None
    names = None if any(b.text.endswith(":") for b in said[at + 1 : at + 2]) else said_names(block.text)
    return (names, OVER_ADDRESS) if names else None


def _is_for_whom(block: TextBlock) -> bool:
    """Return whether a line says for whom a text was written: `Specially for the Harbour Review`."""
    return block.words <= _LONGEST_NAMES and _FOR_WHOM.fullmatch(block.text) is not None


def _is_post(block: TextBlock, name: TextBlock) -> bool:
    """Return whether a line below a `name` says what that person is: `Director, Harbour Bank`. No heading does."""
    if block.words > _LONGEST_POST or block.linked_words or block.heading is not None:
        return False
    if block.strong and not name.strong:
        return False
    return not block.text.endswith((".", "!", "?", ":")) and _POST.fullmatch(block.text) is not None
