"""What stands below a title or an author line: a reviewer, names over where they work, more authors, posts, addresses.

Reviews and papers print more names than their authors': who wrote, translated or staged what is reviewed, and whose
house it was in. So a reviewer, and names over where they work, are asked for before any other reading.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from pipelines.article.author_line import is_signature
from pipelines.article.author_words import IS_POST, IS_VERB
from pipelines.words.contact import is_contact, parted
from pipelines.words.firms import is_firm, is_workplace
from pipelines.words.names import first_names, names_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from pipelines.article.author_evidence import AuthorLine
    from pipelines.document.textblock import TextBlock

_REVIEWED = re.compile(
    r"^(?:[-–—~(\[]{1,2}\s?)?(?:an?\s|the\s)?(?:\w{2,12}\s)?re(?:view|port)(?:s|ed)?(?:\s(?:and|&)\s\w{2,12})?\sby(?::?\s|:?$)",
    re.IGNORECASE,
)
_AND = re.compile(r"^(?:and|&|with)\s", re.IGNORECASE)
_TOWN = re.compile(r"[A-ZÀ-Þ][\w.'’-]{1,20}(?:,?\s[A-ZÀ-Þ][\w.'’-]{1,20}){0,4}")
_LONGEST = 14
_LONGEST_NAMES = 8
_LONGEST_PLACE = 20
_SHORTEST_TITLE = 2
_LINKED = 0.5
_LAST_LINES = 6
"""Lines at a text's end among which somebody signs it and says where they work."""

_FIRST_LINES = 3
"""Lines below a title, the first of which are asked for names over where somebody works."""

_MOST_BELOW = 6
"""Lines below an author line that tell of whom it names."""

_ENDS_FIRM = ("Ltd.", "Inc.", "Co.", "Corp.")
_WORK, _POST = "where they work", "a post"


def reviewer(lines: Sequence[TextBlock]) -> list[AuthorLine]:
    """Return the line that says who reviewed what the page is about; whoever else is named made that."""
    for at, block in enumerate(lines):
        said = _REVIEWED.match(block.text) if block.words <= _LONGEST else None
        if said is None:
            continue
        rest = block.text[said.end() :]
        below = (
            lines[at + 1] if not rest and at + 1 < len(lines) else None
        )  # the name may be in the next line
        if below is not None and below.words <= _LONGEST_NAMES:
            rest = below.text
        if names := first_names(parted(rest)[0].rstrip(" )].")):
            return [(below or block, names, "who reviewed it")]
    return []


def affiliated(lines: Sequence[TextBlock]) -> list[AuthorLine]:
    """Return the bare names right below a title with a line below each that says where they work, or as what."""
    found: list[AuthorLine] = []
    for at, (block, below) in enumerate(pairwise(lines)):
        if at >= _FIRST_LINES and not found:
            break
        works = reads_as_workplace(below)
        if block.words > _LONGEST_NAMES or not (works or _reads_as_post(below, block)):
            continue
        if names := names_in(block.text.rstrip(",")):
            found.append((block, names, "names over where they work" if works else "a name over a post"))
    return found


def affiliated_last(body: Sequence[TextBlock]) -> list[AuthorLine]:
    """Return the bare name that ends a text with where its author works below it, what they are or the town besides."""
    lines = [b for b in body if b.text]
    for at in range(len(lines) - 1, max(0, len(lines) - _LAST_LINES), -1):
        name, below = lines[at - 1], lines[at:]
        if names := names_in(name.text) if name.words <= _LONGEST_NAMES else None:
            return (
                [(name, names, "a name over where they work")] if any(map(reads_as_workplace, below)) else []
            )
        if name.words > _LONGEST_PLACE:
            break
    return []


def with_workplaces(lines: Sequence[TextBlock], found: Sequence[AuthorLine]) -> list[AuthorLine]:
    """Return the names over workplaces, if one of the author lines `found` is such: others are set as it is."""
    orders = {block.order for block, names, _ in found if names}
    each = affiliated(lines)
    return each if any(block.order in orders for block, _, _ in each) else []


def reads_as_workplace(block: TextBlock) -> bool:
    """Return whether a line says where somebody works and nothing else: `Department of Lamps`, `Harbour College`."""
    if block.words > _LONGEST_PLACE or block.text.endswith((".", "!", "?", ":")):
        return False
    return is_workplace(block.text)


def _reads_as_post(block: TextBlock, line: TextBlock) -> bool:
    """Return whether the block right below a `line`, and set as it is, says what somebody is and nothing else."""
    below = block.order == line.order + 1 and _is_of_somebody(block, line)
    return below and IS_POST.search(block.text) is not None and names_in(block.text) is None


def also(lines: Sequence[TextBlock], found: Sequence[AuthorLine]) -> list[AuthorLine]:
    """Return the lines below the only author line `found` that add somebody: names one a line, or `and NAME`.

    Where the author works may stand between.
    """
    named = [line for line in found if line[1]]
    if len(named) != 1:
        return []
    if more := _names_below(lines, named[0][0]):
        return more
    if len(found) > 1:
        return []
    for block in [b for b in lines if b.order > found[0][0].order][:_FIRST_LINES]:
        if " by " in block.text:
            break  # `Written by NAME`, and the next line goes on with that
        said = _AND.match(block.text) if block.words <= _LONGEST_NAMES else None
        if said is not None and (names := names_in(block.text[said.end() :])):
            return [(block, names, "and somebody else")]
    return []


def _names_below(lines: Sequence[TextBlock], first: TextBlock) -> list[AuthorLine]:
    """Return the bare names in the lines around an author line that are set as it is, one right below the other.

    One name below a line that says `By` may be a town, or the heading of the text.
    """
    found: list[AuthorLine] = []
    for step, ordered in ((1, lines), (-1, lines[::-1])):
        order = first.order + step
        for block in ordered:
            if block.order != order or block.words > _LONGEST_NAMES:
                continue
            alike = (block.heading, block.strong) == (first.heading, first.strong)
            names = names_in(block.text) if alike else None
            if names is None or len(names) > 1:
                break  # several beside each other are a cast, or a company
            found.append((block, names, "names one a line"))
            order += step
    return found if len(found) > 1 or not is_signature(first.text) else []


def told_below(found: Sequence[AuthorLine], free: Iterable[TextBlock]) -> list[AuthorLine]:
    """Return the lines right below those `found` that say what somebody is, where, and how to be reached there.

    Somebody else who is told of in the same way right below is an author, too.
    `free` are the blocks of the page that no furniture has taken.
    """
    at = {block.order: block for block in free if block.text} if found else {}
    below: list[AuthorLine] = []
    named = [line for line, names, _ in found if names]
    held = {line.order for line in named}
    for line in named:  # and those who are found meanwhile
        order, said = line.order + 1, ""
        while order <= line.order + _MOST_BELOW and order in at:
            before = said
            if not (said := _told(at[order], line, before)) or (before and _opens_card(at, order, line)):
                break
            below.append((at[order], (), said))
            order += 1
        # Their picture may stand over the next one's name.
        nearest = order if order in at else order + 1
        if order > line.order + 1 and nearest not in held and (names := _opens_card(at, nearest, line)):
            below.append((at[nearest], names, "set as the author above"))
            named.append(at[nearest])
    return below


def _opens_card(at: Mapping[int, TextBlock], order: int, line: TextBlock) -> tuple[str, ...] | None:
    """Return the bare name that a block says over a line on its bearer, set as the author `line` above is."""
    block, below = at.get(order), at.get(order + 1)
    if block is None or below is None or not _is_of_somebody(block, line):
        return None
    names = names_in(block.text)
    return names if names and len(names) == 1 and _told(below, block, "") in (_POST, _WORK) else None


def _told(block: TextBlock, line: TextBlock, before: str) -> str:
    """Return what a block below an author `line` tells of whom that names, behind what the one `before` does."""
    if is_contact(block.text):
        return "an address"
    if block.heading == line.heading and (
        reads_as_workplace(block) or (before == _WORK and _TOWN.fullmatch(block.text))
    ):
        return _WORK
    return _POST if _is_of_somebody(block, line) and (before == _POST or _says_post(block.text)) else ""


def _says_post(text: str) -> bool:
    return is_firm(text) or IS_POST.search(text) is not None


def _is_of_somebody(block: TextBlock, line: TextBlock) -> bool:
    """Return whether a block is set as the author `line` is and may say a post or a firm and nothing else."""
    alike = (block.heading, block.strong, block.cell) == (line.heading, line.strong, line.cell)
    short = 0 < block.words <= _LONGEST_NAMES
    return (
        alike
        and short
        and not block.linked_words
        and block.text[0].isalpha()
        and (block.text[-1].isalnum() or block.text.endswith(_ENDS_FIRM))
        and ":" not in block.text
        and IS_VERB.search(block.text) is None
    )


def is_credit_of_link(block: TextBlock, page: Sequence[TextBlock]) -> bool:
    """Return whether an author line stands below a link to another page, as others of the `page` do: it is a list's."""
    return _is_below_link(block, page) and sum([_is_below_link(b, page) for b in page]) > 1


def is_beside_link(block: TextBlock, page: Sequence[TextBlock]) -> bool:
    """Return whether a cell stands behind a link in its row: a list names there who wrote what the link leads to."""
    before = page[block.order - 1] if block.order else None
    if block.cell is None or before is None or before.cell is None:
        return False
    return before.cell[:2] == block.cell[:2] and before.link_share > _LINKED


def _is_below_link(block: TextBlock, page: Sequence[TextBlock]) -> bool:
    above = page[block.order - 1] if block.order else None
    if above is None or above.words < _SHORTEST_TITLE or above.link_share <= _LINKED:
        return False
    return block.words <= _LONGEST and is_signature(block.text)
