"""What a site's pages have in common, learned by counting: the text that stands on many of them is furniture.

No tag, no class, no place on the page: a block is known by its words with digits masked (a ticker, a counter and a
date count as one text), and by runs of five words, so that `© 2007, NAME. Released under…` is known whatever the name.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from pipelines.textblock import TextBlock

_DIGITS = re.compile(r"\d+")
_MARKS = re.compile(r"[\W_]+")
MIN_PAGES = 5
"""Text on fewer pages than this is never learned to be furniture; nor on less than a tenth of them."""

SAMPLE = 400
"""Pages that are counted at most; the learning curve is flat long before (docs/extraction.md)."""

SHINGLE = 5
"""Words of a shingle."""

_PHRASES_FROM = 12
"""Pages below which shingles prove nothing: a few articles on one subject share their phrases."""

_OPEN = 120
"""Pages after which no new shingle is counted: what stands on a tenth of all was met by then, and memory is bounded."""

_LONGEST = 120
"""Words of a block beyond which it is not cut into shingles: furniture of that length repeats as a whole."""

_COVERED = 0.75
_MOST_KEYS = 800
_MOST_SHINGLES = 1500
_LONGEST_KEY = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteModel:
    """What was learned: the `pages` counted, and on how many of them each key of a block and each shingle stands.

    Only what stands on enough pages to be furniture is in it. Shingles are the hex digits of a 64-bit BLAKE2b
    (RFC 7693) over their words. `learned_from` is the digest over the captures that were counted, None for no pages.
    """

    pages: int = 0
    keys: Mapping[str, int] = field(default_factory=dict)
    shingles: Mapping[str, int] = field(default_factory=dict)
    learned_from: str | None = None


NOTHING_LEARNED = SiteModel()
"""The model of a site of which nothing is known yet."""


@dataclass(frozen=True, slots=True)
class Standing:
    """That a block's text stands on other pages as well: on how many, whether as a whole, and that in words."""

    pages: int
    reason: str
    whole: bool


def block_key(text: str) -> str:
    """Return the key under which a text counts as the same on two pages: no case, no marks, digits masked.

    A long one is cut and its digest added.
    """
    folded = unicodedata.normalize("NFKC", text).casefold()
    key = " ".join(_MARKS.sub(" ", _DIGITS.sub("0", folded)).split())
    return key if len(key) <= _LONGEST_KEY else f"{key[:80]} #{_hash(key)}"


def _hash(text: str) -> str:
    return hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=8).hexdigest()


def _texts(blocks: Iterable[TextBlock]) -> dict[int, str]:
    """Return the text by which each block is known, by its `order`; a data table's cells share the whole table's.

    A table repeats as a whole or not at all: its cells (`Almaty`, `12.5`) may stand in any other table.
    """
    texts: dict[int, str] = {}
    tables: dict[int, list[TextBlock]] = {}
    for block in blocks:
        if block.cell is not None:
            tables.setdefault(block.cell.table, []).append(block)
        elif block.shown:
            texts[block.order] = block.shown
    for cells in tables.values():
        whole = " ".join(block.shown for block in cells)
        texts.update((block.order, whole) for block in cells)
    return texts


def block_keys(blocks: Iterable[TextBlock]) -> dict[int, str]:
    """Return the key of each block by its `order`; blocks that say no word have none."""
    keys: dict[str, str] = {}
    found: dict[int, str] = {}
    for order, text in _texts(blocks).items():
        key = keys.get(text)
        if key is None:
            key = keys[text] = block_key(text)
        if key.strip("0 "):
            found[order] = key
    return found


def _words(text: str) -> list[str]:
    folded = unicodedata.normalize("NFKC", text).casefold()
    return _MARKS.sub(" ", _DIGITS.sub("0", folded)).split()


def _shingle(words: Sequence[str], at: int) -> str:
    return _hash(" ".join(words[at : at + SHINGLE]))


def sampled(keys: Iterable[str]) -> list[str]:
    """Return the pages to count, of all whose canonical addresses are `keys`: at most SAMPLE, by their hash.

    The choice depends on the addresses alone, and a page more or less changes one page of it.
    """
    return sorted(keys, key=lambda key: (_hash(key), key))[:SAMPLE]


class Learner:
    """Counts on how many pages each block's key and each shingle stands; pages come in the order of `sampled`."""

    def __init__(self) -> None:
        self._keys: Counter[str] = Counter()
        self._shingles: Counter[int] = Counter()
        self.pages = 0

    def add(self, blocks: Iterable[TextBlock]) -> None:
        """Count one page's blocks, each text once."""
        if self.pages == _OPEN:
            self._shingles = Counter({s: n for s, n in self._shingles.items() if n > 1})
        self.pages += 1
        blocks = tuple(blocks)
        self._keys.update(set(block_keys(blocks).values()))
        shingles: set[int] = set()
        for text in set(_texts(b for b in blocks if b.words <= _LONGEST).values()):
            words = _words(text)
            if len(words) <= _LONGEST:
                shingles.update(int(_shingle(words, at), 16) for at in range(len(words) - SHINGLE + 1))
        self._shingles.update(shingles if self.pages <= _OPEN else shingles & self._shingles.keys())

    def model(self, learned_from: str | None = None) -> SiteModel:
        """Return what stands on at least MIN_PAGES pages and a tenth of all; the most frequent if it is too much."""
        enough = max(MIN_PAGES, -(-self.pages // 10))
        keys = _most(((k, n) for k, n in self._keys.items() if n >= enough), _MOST_KEYS)
        shingles = _most(((f"{s:016x}", n) for s, n in self._shingles.items() if n >= enough), _MOST_SHINGLES)
        return SiteModel(pages=self.pages, keys=keys, shingles=shingles, learned_from=learned_from)


def _most(counted: Iterable[tuple[str, int]], most: int) -> dict[str, int]:
    kept = sorted(counted, key=lambda item: (-item[1], item[0]))[:most]
    return dict(sorted(kept))


def standing_elsewhere(blocks: Sequence[TextBlock], model: SiteModel) -> dict[int, Standing]:
    """Return, by their `order`, the blocks that stand on many pages: as a whole, or three quarters of their words."""
    if not model.keys and not model.shingles:
        return {}
    found: dict[int, Standing] = {}
    for order, key in block_keys(blocks).items():
        if (pages := model.keys.get(key)) is not None:
            found[order] = Standing(pages, f"stands on {pages} of {model.pages} pages", whole=True)
    rest = [b for b in blocks if b.order not in found and b.cell is None and SHINGLE <= b.words <= _LONGEST]
    for block in rest:
        if (pages := _covered(_words(block.shown), model.shingles)) is not None:
            reason = f"most of its words stand on {pages} of {model.pages} pages"
            found[block.order] = Standing(pages, reason, whole=False)
    return found


def _covered(words: Sequence[str], shingles: Mapping[str, int]) -> int | None:
    """Return the pages that the shingles covering `words` stand on at least, None when they don't cover enough."""
    bare = len(words) * (1 - _COVERED)
    least: int | None = None
    reach = uncovered = 0
    for at in range(len(words)):
        pages = shingles.get(_shingle(words, at)) if at + SHINGLE <= len(words) else None
        if pages is not None:
            reach = at + SHINGLE
            least = pages if least is None else min(least, pages)
        elif at >= reach:
            uncovered += 1
            if uncovered > bare:
                return None
    return least
