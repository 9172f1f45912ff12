"""Where a magazine names its authors without a word that says so: one bare name alone is none, most pages' are a habit.

A name stands over the text, behind it, or in one line with the title. On one page it may be a heading or somebody
quoted; where half of an issue's pages that say `By` nowhere have a name in the same place, and not the same, it is
the author's. So is the name of somebody who signs other pages.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from pipelines.article.author_line import is_signature, read_line
from pipelines.article.signed_title import split_title
from pipelines.furniture.boilerplate import surrounding
from pipelines.site.evidence import Place
from pipelines.words.contact import parted
from pipelines.words.masking import is_issue_date
from pipelines.words.names import announced_names, handles, names_in, said_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from pipelines.document.textblock import TextBlock
    from pipelines.site.grouping import Group

LONGEST = 12
"""Words of a line of bare names."""

_PROSE = 25
_LINKED = 0.5
_NEAR_TEXT = 3
"""Short lines right behind a longer text among which somebody may sign it."""

_FOOT = 8
"""Blocks at a page's end before which a text's last line stands."""

_LONGEST_BEHIND = 4
"""Words behind a name that say where somebody lives or works."""

_LAST = 3
_DIFFERENT = 3
"""Names that stand so in a group of pages at least; fewer are a heading like `Early Days`, or the magazine's own."""

_SIGNS_OTHERS = 3
"""Texts behind which a bare name stands that signs any."""

_ON_EACH = 0.8
"""The share of a group's pages on which a line is the frame's."""

DASHED = re.compile(r"(?:--?|–|—|~)\s?(?=[^\W\d_])")
"""What opens a signature."""

_BETWEEN = re.compile(r"\s[|•·/]\s")
_BEHIND_NAME = re.compile(r",\s|\s\(|\s(?:from|of|in|for)\s|\s[-–—|]\s")


_QUOTES = frozenset('"“”„«»')


_TWO_CAPITALS = re.compile(r"[^\W\d_a-zß-öø-ÿа-яё].{0,80}?[\s.][^\W\d_a-zß-öø-ÿа-яё]")
"""Two words with a capital, as a name has."""


class Signing(NamedTuple):
    """The lines of a page that may name its author, with their place, and those (`signed`) that say so."""

    lines: tuple[tuple[Place, str], ...]
    signed: tuple[str, ...]


def signing_of(blocks: Sequence[TextBlock]) -> Signing | None:
    """Return the lines of a page that may name its author, None for a page without a longer text."""
    long = [at for at, b in enumerate(blocks) if b.words > _PROSE and b.link_share < _LINKED]
    if not long:
        return None
    over = [b for b in blocks[: long[0]] if may_name(b)]
    last = _behind(blocks, long)
    lines = [(Place.OVER, b.text) for b in over if bare_names(b) and not is_speaker(b, blocks)]
    lines += [(Place.TITLE, b.text) for b in blocks[: long[0]] if not b.linked_words and split_title(b.text)]
    lines += [(Place.BEHIND, b.text) for b in last if bare_names(b, last=True) and not is_speaker(b, blocks)]
    signed = [b.text for b in (*over, *last) if is_signature(b.text)]
    return Signing(lines=tuple(dict.fromkeys(lines)), signed=tuple(signed))


def _behind(blocks: Sequence[TextBlock], long: Sequence[int]) -> list[TextBlock]:
    """Return the short lines right behind a page's last longer texts: a note or a foot may be longer, too."""
    found: list[TextBlock] = []
    for at in long[-_LAST:]:
        for block in [b for b in blocks[at + 1 : at + 1 + 2 * _NEAR_TEXT] if b.text][:_NEAR_TEXT]:
            if block.words > _PROSE:
                break
            if may_name(block):
                found.append(block)
    ending = _ending(blocks)
    return found if ending is None or ending in found or not may_name(ending) else [*found, ending]


def _ending(blocks: Sequence[TextBlock]) -> TextBlock | None:
    """Return a page's last line that is neither links nor a notice: sources may stand between it and the text."""
    for block in reversed(blocks[-_FOOT:]):
        if block.text and block.link_share < _LINKED and surrounding(block) is None:
            return block
    return None


def may_name(block: TextBlock) -> bool:
    """Return whether a line may name somebody at all; most lines don't, which is seen at once."""
    text = block.text
    return 0 < block.words <= LONGEST and (_TWO_CAPITALS.search(text) is not None or text[0] in "-–—~")


def bare_names(block: TextBlock, *, last: bool = False) -> tuple[str, ...] | None:
    """Return the names a line is, an address or a town behind them or not; a link to a page is none.

    The `last` line of a text may stand in brackets, or be one name or a handle behind a dash.
    """
    text, reachable = parted(block.text)
    if block.linked_words and not reachable:
        return None
    if last:
        dashed = DASHED.match(text)
        text = (text[dashed.end() :] if dashed else text).strip("()[] ")
        if dashed and (names := announced_names(text) or handles(text)):
            return names
    if last and (signed := names_in(text.rpartition(", ")[2])) and names_in(text.partition(",")[0]) is None:
        return signed  # `Best regards, NAME`
    if reachable and (names := said_names(text)):
        return names
    if (names := names_in(_BETWEEN.sub(", ", text))) or text.endswith(("!", "?", ":", ";")):
        return names
    name, *behind = _BEHIND_NAME.split(text, maxsplit=1)
    town = bool(behind) and behind[0].count(" ") < _LONGEST_BEHIND and text[-1:] != "."
    # A column's name may look like somebody's: `Lamp Club - March 1999`.
    return names_in(name) if town and not is_issue_date(behind[0]) else None


def is_speaker(line: TextBlock, blocks: Sequence[TextBlock]) -> bool:
    """Return whether a line opens with a dash right behind words in quotation marks: it says whose they are."""
    if not DASHED.match(line.text):
        return False
    before = next((b.text for b in reversed(blocks) if b.order < line.order and b.text), "")
    return before[:1] in _QUOTES and before.rstrip(".")[-1:] in _QUOTES


def habits(
    said: Iterable[tuple[str, Signing | None]], groups: Mapping[str, Group]
) -> dict[str, frozenset[Place]]:
    """Return for each page in which places half of the pages of its group (`groups`), or of all, have bare names.

    `said` is what `signing_of` gave for each page. Pages that say `By`, or have no text, are not counted.
    """
    pages: list[str] = []
    counted: Counter[Group | None] = Counter()
    found: dict[tuple[Group | None, Place], list[tuple[str, ...]]] = {}
    for key, signing in said:
        pages.append(key)
        if signing is None or signing.signed:
            continue
        for group in (groups[key], None):
            counted[group] += 1
            for place in Place:
                if lines := tuple(text for at, text in signing.lines if at is place):
                    found.setdefault((group, place), []).append(lines)
    kept = {at for at, lines_of_pages in found.items() if _is_habit(lines_of_pages, counted[at[0]])}
    places = {
        key: frozenset(p for p in Place if (groups[key], p) in kept or (None, p) in kept) for key in pages
    }
    return {key: one for key, one in places.items() if one}


def _is_habit(lines_of_pages: Sequence[tuple[str, ...]], pages: int) -> bool:
    """Return whether half of `pages` have a line, and not the one that the frame says on each.

    An editor may have written most of them.
    """
    times = Counter(line for lines in lines_of_pages for line in set(lines))
    own = [[line for line in lines if times[line] < pages * _ON_EACH] for lines in lines_of_pages]
    return len({line for lines in own for line in lines}) >= _DIFFERENT and sum(map(bool, own)) * 2 >= pages


def signers(said: Iterable[tuple[str, Signing | None]]) -> frozenset[str]:
    """Return whom the pages name in lines that say `By`, or several right behind their texts, bare.

    `said` is what `signing_of` gave for each page.
    """
    lines: set[str] = set()
    behind: Counter[str] = Counter()
    for _, signing in said:
        if signing is not None:
            lines.update(signing.signed)
            behind.update({text for at, text in signing.lines if at is Place.BEHIND})
    by = [read[0] for text in lines if (read := read_line(text)) is not None]
    bare = [names for text, pages in behind.items() if pages >= _SIGNS_OTHERS and (names := names_in(text))]
    return frozenset(name for names in (*by, *bare) for name in names)
