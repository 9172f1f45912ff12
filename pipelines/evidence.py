"""What other pages of the same site say about a page: the issue that promises it, the text that stands everywhere."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pipelines.page import IssueLink
    from pipelines.textblock import TextBlock

_DIGITS = re.compile(r"\d+")
_MARKS = re.compile(r"[\W_]+")
MIN_PAGES = 5
"""Text on fewer pages than this is never learned to be furniture; nor on less than a tenth of them (findings §3)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """What an issue's contents say of one article."""

    title: str
    authors: tuple[str, ...]
    issue: IssueLink | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteEvidence:
    """What the site as a whole says; maps are keyed by canonical address (pipelines/addresses.py).

    `repeated` maps the key of a block's text to the number of pages it stands on.
    """

    pages: int = 0
    repeated: Mapping[str, int] = field(default_factory=dict)
    promises: Mapping[str, Promise] = field(default_factory=dict)
    issues: Mapping[str, IssueLink] = field(default_factory=dict)


NO_EVIDENCE = SiteEvidence()
"""What is known while a crawl is still running."""


def block_key(text: str) -> str:
    """Return the key under which a text counts as the same on two pages: no case, no marks, digits masked."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(_MARKS.sub(" ", _DIGITS.sub("0", folded)).split())


def block_keys(blocks: Iterable[TextBlock]) -> dict[int, str]:
    """Return the key of each block by its `order`; the cells of a data table share the key of the whole table.

    A table repeats as a whole or not at all: its cells (`Almaty`, `12.5`) may stand in any other table. Blocks that say
    no word have no key.
    """
    keys: dict[int, str] = {}
    tables: dict[int, list[TextBlock]] = {}
    for block in blocks:
        if block.cell is not None:
            tables.setdefault(block.cell.table, []).append(block)
        elif block.shown and (key := block_key(block.shown)).strip("0 "):
            keys[block.order] = key
    for cells in tables.values():
        whole = block_key(" ".join(block.shown for block in cells))
        if whole.strip("0 "):
            keys.update((block.order, whole) for block in cells)
    return keys


class RepeatCounter:
    """Counts on how many pages each block's text stands."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self.pages = 0

    def add(self, blocks: Iterable[TextBlock]) -> None:
        """Count one page's blocks, each text once."""
        self.pages += 1
        self._counts.update(set(block_keys(blocks).values()))

    def repeated(self) -> dict[str, int]:
        """Return the texts that stand on so many pages that they are furniture, with the number of pages."""
        threshold = max(MIN_PAGES, -(-self.pages // 10))
        return {key: count for key, count in self._counts.items() if count >= threshold}
