"""What only the surroundings of an article say, on any site: dates of posting, credits, sharing, teasers, comments.

Every rule asks for a whole short block: a sentence that mentions the same words is text. Nothing is decided by tags.
"""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from pipelines.furniture.credit import is_credit
from pipelines.furniture.posted import says_when
from pipelines.furniture.sayings import (
    ABOUT_SOMEBODY,
    ADVERTISES,
    CAPTION,
    COMMENTS,
    IS,
    OF_TEXTS_TOO,
    OPENS,
    PAGER,
    SAYS,
    SAYS_ELSEWHERE,
    SUBSCRIBES,
    TAIL,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pipelines.document.textblock import TextBlock


class Surrounding(Enum):
    """What a block is that belongs to no text: `TAIL` and `COMMENTS` are headings of what comes behind it."""

    NOTICE = "a notice that any site prints"
    POSTED = "when it was posted"
    CREDIT = "a picture's credit"
    TAIL = "a heading over teasers"
    COMMENTS = "a heading over comments"


HEADINGS = (Surrounding.TAIL, Surrounding.COMMENTS)
"""What stands over others and is none of an article's surroundings itself."""

_IN_TABLES = (Surrounding.NOTICE, Surrounding.TAIL, Surrounding.COMMENTS)
"""What a cell of a table of data that looks so is not."""

_LED_TO = 6
"""Blocks behind a heading over teasers of which one at least is a link."""

_PROSE, _MUCH = 12, 200
"""Words of a block of prose, and of all of it right behind a heading, from which that is one of the text."""

_LINKED = 0.5
_LONGEST_PAGER = 20
_LONGEST_ADVERTISEMENT, _LONGEST_WARE, _LONGEST_PRAISE = 40, 6, 25
_MOST = 60
_HEADING_WORDS = 25


_IN_BRACKETS = re.compile(r"[ .|]{0,4}\(c\)\s?(?:copyright|by\b|[^'\"]{0,40}\b(?:19|20)\d\d\b)")
"""A notice, in small letters: without a year `(c)` comes behind `(b)`; `(C)` is what a typewriter has for the sign."""

_ON_COPYRIGHT = re.compile(
    r"[Cc]opyright (?!(?:by|of|the|for|to|with|notices?|information|statements?|policy|protected|reserved|belongs"
    r"|remains|rests|retained|held|owned|applies)\b)[a-z]"
)
"""A text on copyright (`Copyright is part of a system`): a notice names the holder or the year."""


def surrounding(block: TextBlock) -> Surrounding | None:
    """Return what a block is that belongs to no text anywhere, None for text and for what is not known."""
    if block.words > _MOST or not block.text:
        return None
    found = _surrounding(block.text, block.words)
    if found is None:
        return None
    if found in _IN_TABLES and block.cell is not None and block.words <= 2 and not block.linked_words:
        return None  # the head of a column or row says `Share`, `Category`, `No response`, too
    if found is Surrounding.POSTED and (block.pre or block.cell is not None):
        # Figures, times and dates stand in the rows of tables and listings, too.
        return None if block.pre or block.text.upper() == block.text.lower() else found
    return found


def is_boilerplate(block: TextBlock) -> bool:
    """Return whether a block says what only the surroundings of an article say, on any site; no heading over others."""
    found = surrounding(block)
    return found is not None and found not in HEADINGS


@lru_cache(maxsize=4096)
def _surrounding(text: str, words: int) -> Surrounding | None:
    said = text.casefold().replace("’", "'")
    core = said.removesuffix("(required)").strip(" .:|»«>[]!*…#-–—")
    found = None
    if words <= 5 and core in IS:
        found = Surrounding.NOTICE
    elif words <= _HEADING_WORDS and COMMENTS.fullmatch(core):
        found = Surrounding.COMMENTS
    elif words <= _HEADING_WORDS and (TAIL.fullmatch(core) or ABOUT_SOMEBODY.fullmatch(text)):
        found = Surrounding.TAIL
    elif words <= 25 and says_when(core):
        found = Surrounding.POSTED
    elif is_credit(text, core, words):
        found = Surrounding.CREDIT
    elif (
        (words <= _LONGEST_PAGER and _is_pager(core))
        or (said.lstrip(" .|").startswith(OPENS) and not _ON_COPYRIGHT.match(text))
        or ("(c)" in said[:8] and ("(C)" in text[:8] or _IN_BRACKETS.match(said) is not None))
        or (words <= 40 and _says_a_notice(said))
    ):
        found = Surrounding.NOTICE
    return found


def _is_pager(core: str) -> bool:
    """Return whether a line says which of several pages this is, and lists others: `Page 1 of 3: 1 2 3 Next »`."""
    if not core.startswith("page "):
        return False
    said = [word for word in map(_bare, core.split()) if word]
    numbers = sum(word.isdecimal() for word in said)
    return numbers >= 2 and "of" in said and all(word.isdecimal() or word in PAGER for word in said)


def _bare(word: str) -> str:
    return word.strip("[]()|:;,.«»‹›<>-–—")


def advertisements(blocks: Sequence[TextBlock]) -> dict[int, int]:
    """Return the lines of advertisements, each with the one above that says `Advertisement` and nothing else.

    That is a picture, or a line with a link right below it; where all of it is one, what is sold, a sentence in its
    praise as well.
    """
    found: dict[int, int] = {}
    if not [block for block in blocks if block.words == 1 and _advertises(block.text)]:
        return found  # hardly any page says so
    label = sold = None
    for block in blocks:
        if not block.text:
            if label is not None and block.pictures:
                found[block.order] = label
            continue
        if label is not None and block.linked_words and block.words <= _LONGEST_ADVERTISEMENT:
            found[block.order] = label
            sold = label if block.linked_words == block.words <= _LONGEST_WARE else None
        elif sold is not None and not block.linked_words and block.words <= _LONGEST_PRAISE:
            found[block.order], sold = sold, None
        else:
            sold = None
        label = block.order if block.words == 1 and _advertises(block.text) else None
    return found


@lru_cache(maxsize=4096)
def _advertises(word: str) -> bool:
    """Return whether a word says that an advertisement follows; remembered, since most such lines are a menu's."""
    return word.casefold().strip(" .:[]-–—*") in ADVERTISES


def _says_a_notice(said: str) -> bool:
    if "©" in said and any(char.isdigit() for char in said):
        return True
    if "our newsletter" in said and any(word in said for word in SUBSCRIBES):
        return True
    for common, phrases in SAYS.items():
        if common in said and any(phrase in said for phrase in phrases):
            return True
    return not said.isascii() and any(phrase in said for phrase in SAYS_ELSEWHERE)


def is_subheading(block: TextBlock, behind: Iterable[TextBlock]) -> bool:
    """Return whether a heading over teasers is one of the text, because it leads to nothing: `More on Mapping`.

    `behind` are the blocks behind it; there are some words, and no link among the next ones, or much text.
    """
    if block.linked_words:
        return False
    if not OF_TEXTS_TOO.fullmatch(block.text.strip(" .:|")):
        teasers = surrounding(block) is Surrounding.TAIL and not ABOUT_SOMEBODY.fullmatch(block.text)
        return teasers and _is_over_text(behind)
    led_to = [b for b in islice((b for b in behind if b.text or b.pictures), _LED_TO) if b.heading is None]
    return any(b.words >= _LED_TO for b in led_to) and not any(b.linked_words for b in led_to)


def is_over_references(block: TextBlock) -> bool:
    """Return whether a line may head what a text refers to: `Further Reading`, `See also`."""
    return not block.linked_words and OF_TEXTS_TOO.fullmatch(block.text.strip(" .:|")) is not None


def _is_over_text(behind: Iterable[TextBlock]) -> bool:
    """Return whether much text stands behind a heading before any line of links: `Newsletter`, in a bibliography."""
    words = 0
    for block in behind:
        if block.link_share > _LINKED or words >= _MUCH:
            break
        words += block.words if block.words >= _PROSE else 0
    return words >= _MUCH


def is_caption(block: TextBlock) -> bool:
    """Return whether a block by a picture says what only a caption says (`left`, `pictured`, `file photo`)."""
    return (
        4 <= block.words <= _MOST and not block.linked_words and CAPTION.search(block.text[:500]) is not None
    )
