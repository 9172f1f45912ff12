"""Short lines that stand over the texts of several pages, however seldom: a column's name, an author's.

A column stands once in each issue, and its author writes what little there is of it: neither is frequent enough to be
furniture. But what stands over several texts names none of them alone, and a bare name there is an author's. So they
are counted over all pages, and not over the few from which furniture is learned.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING
from zlib import crc32

from pipelines.site.model import block_key, is_link

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pipelines.document.textblock import TextBlock
    from pipelines.site.model import SiteModel

_LINE = 6
"""Words of such a line."""

_LONG_TEXT = 25
"""Words from which a block is text."""

_MOST_ON_PAGE = 40
"""Lines over a page's text, from the nearest on."""

_FEWEST = 3
"""Pages over whose texts a line stands that is known for it."""

_MOST = 2000
_BITS = 1 << 23


def lines_over_text(blocks: Iterable[TextBlock]) -> tuple[str, ...]:
    """Return the keys of the short lines over a page's first longer text, linked or not, if it has one."""
    over: list[TextBlock] = []
    for block in blocks:
        if block.words > _LONG_TEXT and not is_link(block):
            keys = [block_key(line.text) for line in over[-_MOST_ON_PAGE:]]
            return tuple(dict.fromkeys(key for key in keys if key.strip("0 ")))
        if 0 < block.words <= _LINE and block.text[-1] not in ".,;":
            over.append(block)
    return ()


class LineCount:
    """Counts over how many pages' texts each line stands.

    Most stand over one only: of these one bit each is kept, so that memory does not grow with the pages.
    """

    def __init__(self) -> None:
        self._met = bytearray(_BITS // 8)
        self._again: Counter[str] = Counter()
        self._pages = 0

    def add(self, lines: Iterable[str]) -> None:
        """Count the lines (their keys, each once) over one page's text."""
        self._pages += 1
        for line in lines:
            byte, bit = divmod(crc32(line.encode("utf-8", "replace")) % _BITS, 8)
            if self._met[byte] >> bit & 1:
                self._again[line] += 1
            self._met[byte] |= 1 << bit

    def over_several(self) -> Mapping[str, int]:
        """Return the lines over several texts, but of less than half of the pages; the most frequent of too many."""
        found = [
            (line, times + 1)
            for line, times in self._again.items()
            if times + 1 >= _FEWEST and (times + 1) * 2 < self._pages
        ]
        found.sort(key=lambda item: (-item[1], item[0]))
        return dict(sorted(found[:_MOST]))


def is_over_others(model: SiteModel, block: TextBlock) -> bool:
    """Return whether a short line stands over the texts of other pages, too, but of less than half of all."""
    return bool(model.lines) and 0 < block.words <= _LINE and block_key(block.text) in model.lines
