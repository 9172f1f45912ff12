"""Author lines that say a name and nothing else: the head of a message, bare, behind a dash; and a book's author."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from pipelines.article.bare_names import DASHED, LONGEST, bare_names, is_speaker
from pipelines.words.contact import parted
from pipelines.words.legible import legible
from pipelines.words.name_words import GIVEN
from pipelines.words.names import names_in, said_names

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from pipelines.article.author_evidence import AuthorLine
    from pipelines.document.textblock import TextBlock

_AROUND = "()[]\"'“”‘’.,;:!?"
_INITIAL = 3
"""Letters of which a word has more that is neither an initial nor `van`."""

_LONGEST_LINE = 120
_BESIDE = 4
_NEAR_END = 3
_ENDING = 4
_SUBHEADINGS = 3
"""Headings of a text's parts; a line that is tagged as they are is one of them."""

_SIGNED = 2
"""Lines of names that sign parts of a text, from which all do, however they are set."""

_OF_BOOKS = ("publisher:", "published by", "isbn", "pages:")


def joined(lines: list[AuthorLine], more: list[AuthorLine]) -> list[AuthorLine]:
    """Return `lines` and what of `more` is none of them."""
    held = {block.order for block, _, _ in lines}
    return [*lines, *(line for line in more if line[0].order not in held)]


def sender(zone: Sequence[TextBlock], page: Sequence[TextBlock]) -> list[AuthorLine]:
    """Return the line in `zone` that says from whom the page comes, the only one to do so: readers write from, too."""
    for block in zone:
        if (names := _read_sender(block.text)) and sum(b.text.startswith("From: ") for b in page) == 1:
            return [(block, names, "From, and an address")]
    return []


def dashed(body: Sequence[TextBlock]) -> list[AuthorLine]:
    """Return the line that signs a whole text, the only one of its kind in it: each of several letters has one."""
    shown = [b for b in body if b.text]
    lines = [(b, names) for b in shown if b.words <= LONGEST and (names := _read_dashed(b.text))]
    if len(lines) != 1 or lines[0][0] not in shown[-_NEAR_END:]:
        return []
    if is_speaker(lines[0][0], shown):
        return []
    return [(*lines[0], "a name behind a dash")]


def bare_line(
    zone: Sequence[TextBlock],
    page: Sequence[TextBlock],
    known: Collection[str] | None = None,
    *,
    last: bool = False,
) -> list[AuthorLine]:
    """Return the first line of names in `zone` before anything longer, of those whom `known` says, if given.

    The `last` lines of a text may name them in more ways. `page` is all blocks among which `zone` stands.
    """
    for block in zone:
        if block.words > LONGEST and not block.linked_words:
            break
        names = bare_names(block, last=last) if block.words <= LONGEST else None
        if not names or is_speaker(block, page):
            continue
        if known is None:
            return [(block, names, "a name where the issue's pages have one")]
        if all(name in known for name in names):
            return [(block, names, "a name that signs other pages")]
    return []


def signature(
    body: Sequence[TextBlock],
    behind: Sequence[TextBlock],
    page: Sequence[TextBlock],
    known: Collection[str] | None,
) -> list[AuthorLine]:
    """Return the line of names behind the last paragraph of a text.

    `behind` are the lines right behind it: words such as `Your editor,` stand on many pages and end it.
    """
    shown = [b for b in body if b.text]
    last = max((at for at, b in enumerate(shown) if b.words > LONGEST), default=-1)
    # Behind sources and links only the very last line is a signature.
    ending = shown[last + 1 :] if last >= len(shown) - _ENDING else shown[-1:]
    return bare_line((*ending, *behind), page, known, last=True)


def alone(lines: list[AuthorLine], body: Sequence[TextBlock]) -> list[AuthorLine]:
    """Return the line of names in `lines`, if no other set as it is signs a part of `body`: letters are signed so.

    Nor if two others do, however they are set, one of them with a dash or an address. Among a text's headings one may
    look like a name (`Early Days`): prose follows it, and most others don't. It is tagged as they are, or the text says
    a word of it in small letters. Below a picture it is whom that shows.
    """
    shown = [b for b in body if b.text]
    pictures = {b.order for b in body if not b.text}
    long = [b.order for b in shown if b.words > LONGEST]
    for block, names, _ in lines:
        others = [
            (b, after)
            for b, after in pairwise((*shown, None))
            if b is not None and b.words <= LONGEST and b.order - 1 not in pictures
            if any(min(b.order, block.order) < at < max(b.order, block.order) for at in long)
            if b.order > long[0]
            or block.order < long[0]  # what stands over all of a text signs nothing above
        ]
        named = [one for one in others if (bare_names(one[0], last=True) or names) != names]
        signing = [b for b, after in named if _signs(b, after)]
        alike, named_alike = ([b for b, _ in those if _set(b) == _set(block)] for those in (others, named))
        if len(named_alike) * 2 >= max(1, len(alike)) or any(_set(b) == _set(block) for b in signing):
            return []
        sure = [_is_sure(b) for b in signing if _is_sure(b) or names_in(b.text)]
        if len(sure) >= _SIGNED and any(sure):
            return []
        over_part = block.heading is not None or (block not in shown[-1:] and _is_said_small(names, shown))
        if over_part and len(alike) - len(named_alike) >= _SUBHEADINGS:
            return []
    return lines


def _set(line: TextBlock) -> tuple[int | None, bool, bool]:
    return line.heading, line.strong, line.cell is None


def _is_said_small(names: Sequence[str], page: Sequence[TextBlock]) -> bool:
    """Return whether a page says a word of `names` but the last in small letters: `Lamp Posts` is a part's heading.

    A surname may be a word; so may what comes before it, unless that is known to be a given name.
    """
    firsts = [name.lower().split()[:-1] for name in names]
    words = {word for first in firsts if first[0] not in GIVEN for word in first if len(word) > _INITIAL}
    said = {word.strip(_AROUND) for block in page for word in block.text.split()} if words else set()
    return any(word in said or word.removesuffix("s") in said for word in words)


def _signs(line: TextBlock, after: TextBlock | None) -> bool:
    """Return whether a line of names signs what is above it: with a dash or an address, or no prose follows it."""
    return after is None or after.words <= LONGEST or _is_sure(line)


def _is_sure(line: TextBlock) -> bool:
    """Return whether a line of names is a signature wherever it stands: a dash is before it, or an address in it."""
    return DASHED.match(line.text) is not None or parted(line.text)[1]


def is_of_a_book(block: TextBlock, page: Sequence[TextBlock]) -> bool:
    """Return whether a line `Author: NAME` says who wrote the book whose publisher or pages are told beside it."""
    if not block.text.casefold().startswith("author"):
        return False
    beside = page[max(0, block.order - _BESIDE) : block.order + _BESIDE + 1]
    return any(b.text.casefold().startswith(_OF_BOOKS) for b in beside)


def _read_sender(text: str) -> tuple[str, ...]:
    """Return whom the head of a message says it is from: `From: NAME <address>`, nobody in any other line."""
    if not text.startswith("From: ") or len(text) > _LONGEST_LINE:
        return ()
    return said_names(parted(legible(text[len("From: ") :]))[0]) or ()


def _read_dashed(text: str) -> tuple[str, ...]:
    """Return who signs a text behind a dash: `— NAME`, `-- NAME (translated by NAME)`; nobody in any other line."""
    dashed = DASHED.match(text)
    if dashed is None or len(text) > _LONGEST_LINE:
        return ()
    said = text[dashed.end() :]
    return names_in(said.partition("(")[0]) or ()
