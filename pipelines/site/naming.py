"""What a site's heads say on every page: the magazine's name before or behind the title, however it is set off.

Counted in words, digits and months masked, so that `Title MAG #47` gives its title although nothing stands between.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from pipelines.words.masking import masked_word

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

_WORD = re.compile(r"\w+")
_LONGEST_NAME = 8
"""Words of a name with its issue and date."""

_LONGEST_TITLE = 60
_MOST = 200
_FEWEST = 5
_EDGES = " \t|»«•:·—–-~,;/#()[]<>=*\u00a0"


class _Word(NamedTuple):
    masked: str
    start: int
    end: int


def _words(title: str) -> list[_Word]:
    return [
        _Word(masked_word(match[0].casefold()), match.start(), match.end())
        for match in _WORD.finditer(title[:500])
    ]


class NameLearner:
    """Counts what opens and ends the titles of a site's heads, each by how many other words go with it."""

    def __init__(self) -> None:
        self._rests: dict[str, set[int]] = {}
        self._set_off: dict[str, set[int]] = {}
        self._pages: dict[str, int] = {}

    def add(self, titles: Iterable[str]) -> None:
        """Count the titles of one page's head."""
        for title in dict.fromkeys(titles):
            words = _words(title)
            said = [word.masked for word in words]
            if not 0 < len(said) <= _LONGEST_TITLE:
                continue
            whole = "= " + " ".join(said)
            self._pages[whole] = self._pages.get(whole, 0) + 1
            for size in range(1, min(_LONGEST_NAME, len(said) - 1) + 1):
                for part, rest, mark, at in (
                    (said[:size], said[size:], "^", size),
                    (said[-size:], said[:-size], "$", len(said) - size),
                ):
                    name, left = f"{mark} {' '.join(part)}", hash(tuple(rest))
                    self._rests.setdefault(name, set()).add(left)
                    if "0" in part or title[words[at - 1].end : words[at].start].strip():
                        self._set_off.setdefault(name, set()).add(left)

    def names(self, pages: int) -> dict[str, int]:
        """Return what is no part of any page's own title, and how many titles go with it; `pages` were counted.

        `^ words` open a title, `$ words` end it, a twentieth of the pages, if most of them set it off by a mark or say
        a number with it, else a fifth: many titles begin with `The`. `= words` are all of it, a fifth of the pages,
        and no such name in it: a column has the same title in each issue, but no half of all pages has. Five pages at
        least.
        """
        found = {
            name: len(rests)
            for name, rests in self._rests.items()
            if len(rests) >= _enough(pages, 20)
            if len(self._set_off.get(name, ())) * 2 >= len(rests) or len(rests) >= _enough(pages, 5)
        }
        found.update(
            (name, n)
            for name, n in self._pages.items()
            if n >= _enough(pages, 2) or (n >= _enough(pages, 5) and not _has_name(name[2:].split(), found))
        )
        most = sorted(found.items(), key=lambda item: (-item[1], item[0]))[:_MOST]
        return dict(sorted(most))


def _has_name(said: list[str], names: Collection[str]) -> bool:
    sizes = range(1, min(_LONGEST_NAME, len(said)) + 1)
    return any(f"^ {' '.join(said[:n])}" in names or f"$ {' '.join(said[-n:])}" in names for n in sizes)


def _enough(pages: int, share: int) -> int:
    return max(_FEWEST, -(-pages // share))


def own_titles(title: str, names: Mapping[str, int]) -> Iterator[str]:
    """Yield what is left of a head's `title` without the site's `names`, the likeliest first; not the title itself."""
    if not names or is_site_name(title, names):
        return
    words = _words(title)
    ends = [*_cuts(words, names, title, at_end=True), 0]
    starts = [*_cuts(words, names, title, at_end=False), 0]
    if ends[0] + starts[0] >= len(words):
        return
    for last in ends:
        for first in starts:
            if (first or last) and first + last < len(words):
                left = title[words[first].start : words[len(words) - last - 1].end]
                yield _whole(title, left)


def is_site_name(text: str, names: Mapping[str, int]) -> bool:
    """Return whether `text` is what opens or ends, or is, the head of many pages."""
    # Most blocks of a page are paragraphs, and no name is one.
    if not names or text.count(" ") > _LONGEST_TITLE:
        return False
    said = _said(text)
    return any(f"{mark} {said}" in names for mark in "^$=")


@lru_cache(maxsize=4096)
def _said(text: str) -> str:
    return " ".join([word.masked for word in _words(text)])


def _cuts(words: list[_Word], names: Mapping[str, int], title: str, *, at_end: bool) -> list[int]:
    """Return how many words at the start or the end may be the site's, the likeliest first.

    A name ends where longer ones are less than half as frequent, and says a number, is set off by a mark, or stands
    with more than half of all. A longer one is likelier only if a shorter one says no word, or is not four times as
    frequent: many titles end alike.
    """
    said = [word.masked for word in words]
    counts = [0] * (_LONGEST_NAME + 2)
    for size in range(1, min(_LONGEST_NAME, len(said) - 1) + 1):
        key = "$ " + " ".join(said[-size:]) if at_end else "^ " + " ".join(said[:size])
        counts[size] = names.get(key, 0)
    usual = max((pages for name, pages in names.items() if name[0] in "^$"), default=0)
    found: list[int] = []
    likeliest = 0
    for size in range(1, _LONGEST_NAME + 1):
        if not counts[size] or counts[size + 1] * 2 >= counts[size]:
            continue
        inner, outer = (-size - 1, -size) if at_end else (size - 1, size)
        between = title[words[inner].end : words[outer].start]
        part = said[-size:] if at_end else said[:size]
        # Numbers alone end the titles of columns, too: they are an issue's where most heads have one.
        worded = any(word.strip("0") for word in part)
        if not (worded and (between.strip() or "0" in part)) and (
            counts[size] * 2 <= usual or _opens_a_longer(part, names, counts[size], at_end=at_end)
        ):
            continue
        shorter = said[-likeliest:] if at_end else said[:likeliest]
        if not likeliest or not "".join(shorter).strip("0") or counts[size] * 4 >= counts[likeliest]:
            likeliest = size
        found.append(size)
    return sorted(found, key=lambda size: (size != likeliest, -size))


def _opens_a_longer(part: list[str], names: Mapping[str, int], pages: int, *, at_end: bool) -> bool:
    """Return whether most of the `pages` that have `part` at that end have more of a name: `The`, of `The Monthly`."""
    said = " ".join(part)
    if at_end:
        longer = (
            n
            for name, n in names.items()
            if name[0] == "$" and name.endswith(f" {said}") and name[2:] != said
        )
    else:
        longer = (n for name, n in names.items() if name.startswith(f"^ {said} "))
    return max(longer, default=0) * 2 >= pages


def _whole(title: str, left: str) -> str:
    """Return `left`, a part of `title`, with the marks that belong to it: brackets, quotes, what ends it."""
    at = title.find(left)
    start, end = at, at + len(left)
    while start and not title[start - 1].isspace() and title[start - 1] not in _EDGES:
        start -= 1
    while end < len(title) and not title[end].isspace() and title[end] not in _EDGES.replace(")", ""):
        end += 1
    return title[start:end]
