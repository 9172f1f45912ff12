"""What a site's pages have in common, learned by counting: the text that stands on many of them is furniture.

No tag, no class, no place on the page: a block is known by its words with digits and months masked (a ticker, a counter
and a date count as one text), and by runs of five words, so that `© 2007, NAME. Released under…` is known whatever the
name. What opens or ends the heads' titles on many pages is the site's name (pipelines/site/naming.py).
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from pipelines.words.masking import masked

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from pipelines.document.textblock import TextBlock

_MARKS = re.compile(r"[\W_]+")
SHINGLE = 5
"""Words of a shingle."""

LONGEST = 120
"""Words of a block beyond which it is not cut into shingles: furniture of that length repeats as a whole."""

_COVERED = 0.75
_COVERED_BY_FRAME = 0.5
_LONGEST_SLOTTED = 11
"""Words of a line of which half may be a slot, where the other half stands on most pages of a look."""

_LABEL_WORDS = 4
_FRAME_LEVEL = 0.6
_LEVELS = (0.8, 0.6, 0.4, 0.2, 0.0)
_LONGEST_KEY = 120
_REMEMBERED = 200
"""Characters of a text whose key is remembered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteModel:
    """What was learned: the `pages` counted, and on how many of them each key of a block and each shingle stands.

    Only what stands on enough pages to be furniture is in it. Shingles are the hex digits of a 64-bit BLAKE2b
    (RFC 7693) over their words. `among` tells of either how many pages lie in the folders where it is met, if not all.
    `names` is what opens and ends the heads' titles (pipelines/site/naming.py), `lines` what stands over the texts of
    several pages of all that there are: the keys of short lines (a column's name, an author's), however seldom. `menu`
    are the canonical addresses that nearly all pages lead to, with the number of those that do. `learned_from` is the
    digest over the captures of all pages, counted here or for their lines alone, None for no pages.
    """

    pages: int = 0
    keys: Mapping[str, int] = field(default_factory=dict)
    shingles: Mapping[str, int] = field(default_factory=dict)
    among: Mapping[str, int] = field(default_factory=dict)
    names: Mapping[str, int] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)
    menu: Mapping[str, int] = field(default_factory=dict)
    learned_from: str | None = None

    def share(self, name: str, pages: int) -> float:
        """Return which share of the pages in their folders the `pages` are that key or shingle `name` stands on."""
        return pages / max(1, self.among.get(name, self.pages))


NOTHING_LEARNED = SiteModel()
"""The model of a site of which nothing is known yet."""


@dataclass(frozen=True, slots=True)
class Standing:
    """That a block's text stands on other pages as well: on how many, whether as a whole, and that in words.

    `share` is how many of the pages that lie in one folder with them have it too: a frame has nearly 1, a column that
    each issue prints once has little.
    """

    pages: int
    share: float
    reason: str
    whole: bool


def block_key(text: str) -> str:
    """Return the key under which a text counts as the same on two pages: no case, no marks, digits and months masked.

    A long one is cut and its digest added.
    """
    return _short_key(text) if len(text) <= _REMEMBERED else _key(text)


def _key(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).casefold()
    key = masked(" ".join(_MARKS.sub(" ", folded).split()))
    return key if len(key) <= _LONGEST_KEY else f"{key[:80]} #{hash_of(key)}"


_short_key = lru_cache(maxsize=4096)(_key)
"""`_key`, remembered: what stands on every page of a site is short, and what is short often does."""


def linked_key(key: str) -> str:
    """Return the key of a link that says what `key` says: a listing of titles says nothing of the titles."""
    return f"> {key}"


def hash_of(text: str) -> str:
    """Return the hex digits of a text's 64-bit BLAKE2b (RFC 7693)."""
    return hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=8).hexdigest()


def texts_of(blocks: Iterable[TextBlock]) -> dict[int, str]:
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


def block_keys(blocks: Sequence[TextBlock]) -> dict[int, str]:
    """Return the key of each block by its `order`, links' keys by themselves; blocks that say no word have none."""
    keys: dict[str, str] = {}
    linked = {block.order for block in blocks if is_link(block)}
    found: dict[int, str] = {}
    for order, text in texts_of(blocks).items():
        key = keys.get(text)
        if key is None:
            key = keys[text] = block_key(text)
        # A date says no word when it is masked; a number alone stands in any table.
        if key.strip("0 ") or any(c.isalpha() for c in text):
            found[order] = linked_key(key) if order in linked else key
    return found


def label_keys(blocks: Iterable[TextBlock]) -> dict[int, str]:
    """Return the keys of the short cells of data tables by their `order`: `Title`, `Issue` in a box of facts.

    They are known by themselves only where they stand on most pages of a look.
    """
    keys = {b.order: block_key(b.text) for b in blocks if b.cell is not None and 0 < b.words <= _LABEL_WORDS}
    return {order: f"{_CELL}{key}" for order, key in keys.items() if any(c.isalpha() for c in key)}


_CELL = "| "


def is_label_key(name: str) -> bool:
    """Return whether the key `name` is that of a cell by itself."""
    return name.startswith(_CELL)


def words_of(text: str) -> list[str]:
    """Return the words of `text` as shingles have them: no case, no marks, digits and months masked."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return masked(" ".join(_MARKS.sub(" ", folded).split())).split()


def shingle_of(words: Sequence[str], at: int, *, linked: bool) -> str:
    """Return the shingle of `words` that begins at `at`, a link's by itself."""
    said = " ".join(words[at : at + SHINGLE])
    return hash_of(linked_key(said) if linked else said)


def is_link(block: TextBlock) -> bool:
    """Return whether most of a block's words are links."""
    return block.linked_words * 2 > block.words


def shingles_of(words: Sequence[str], *, numbers: int, linked: bool) -> Iterator[str]:
    """Yield the shingles of `words` in which not more than so many are masked numbers."""
    for at in range(len(words) - SHINGLE + 1):
        if words[at : at + SHINGLE].count("0") <= numbers:
            yield shingle_of(words, at, linked=linked)


def standing_elsewhere(blocks: Sequence[TextBlock], model: SiteModel) -> dict[int, Standing]:
    """Return, by their `order`, the blocks that stand on many pages: as a whole, or three quarters of their words."""
    if not model.keys and not model.shingles:
        return {}
    keys = keys_elsewhere(blocks, model)
    found: dict[int, Standing] = {}
    for block in blocks:
        key = keys.get(block.order)
        whole = 0 if key is None else model.keys[key]
        share = 0.0 if key is None else model.share(key, whole)
        # A whole text with one of a few names in a slot is seldom; its other words tell how frequent it is.
        known = _covered(block, model) if share < _LEVELS[0] else None
        if known is not None and known[1] > share:
            reason = f"most of its words stand on {known[0]} of {model.pages} pages"
            found[block.order] = Standing(*known, reason, whole=key is not None)
        elif key is not None:
            reason = f"stands on {whole} of {model.pages} pages"
            found[block.order] = Standing(whole, share, reason, whole=True)
    return found


def is_everywhere(text: str, model: SiteModel) -> bool:
    """Return whether `text` stands on at least half of the site's pages: its name, never the title of one page."""
    key = block_key(text)
    pages = max(model.keys.get(key, 0), model.keys.get(linked_key(key), 0))
    return model.pages > 0 and pages * 2 >= model.pages


def keys_elsewhere(blocks: Sequence[TextBlock], model: SiteModel) -> dict[int, str]:
    """Return, by their `order`, the keys of the blocks that stand on many pages as they are."""
    if not model.keys:
        return {}
    found = {
        order: key
        for keys in (label_keys(blocks), block_keys(blocks))  # a cell goes by its table's key first
        for order, key in keys.items()
        if key in model.keys
    }
    for block in blocks:
        # Of a row of links the first page has no `Previous`, and the last no `Next`.
        if block.linked_words and block.order not in found and not is_link(block):
            key = linked_key(block_key(block.text))
            if key in model.keys:
                found[block.order] = key
    return found


def _covered(block: TextBlock, model: SiteModel) -> tuple[int, float] | None:
    """Return pages and share of the shingles that cover a block, None when all there are don't cover enough.

    Of several that cover, those with the highest shares count: what fills a slot may be frequent, too.
    """
    if block.cell is not None or block.words > LONGEST:
        return None
    if block.words < SHINGLE and "/" not in block.text:
        return None  # an address that is printed has words of its own
    words = words_of(block.shown)
    known = _known_shingles(words, model, linked=is_link(block))
    for level in _LEVELS if known else ():
        frequent = [one for one in known if one[2] >= level]
        slotted = level >= _FRAME_LEVEL and len(words) <= _LONGEST_SLOTTED
        enough = _COVERED_BY_FRAME if slotted else _COVERED
        if _reach(at for at, _, _ in frequent) >= len(words) * enough:
            return min(pages for _, pages, _ in frequent), min(share for _, _, share in frequent)
    return None


def _known_shingles(words: Sequence[str], model: SiteModel, *, linked: bool) -> list[tuple[int, int, float]]:
    """Return the places of the shingles of `words` that the model knows, each with its pages and share.

    Nothing as soon as they can't cover enough any more: most paragraphs are told by their first words.
    """
    missing = len(words) * (1 - (_COVERED_BY_FRAME if len(words) <= _LONGEST_SLOTTED else _COVERED))
    known: list[tuple[int, int, float]] = []
    reach = missed = 0
    for at in range(len(words) - SHINGLE + 1):
        shingle = shingle_of(words, at, linked=linked)
        if (pages := model.shingles.get(shingle)) is not None:
            known.append((at, pages, model.share(shingle, pages)))
            reach = at + SHINGLE
        elif at >= reach:
            missed += 1
            if missed > missing:
                return []
    return known


def _reach(places: Iterable[int]) -> int:
    """Return how many words the shingles at `places` (ascending) cover."""
    reach = covered = 0
    for at in places:
        covered += at + SHINGLE - max(at, reach)
        reach = at + SHINGLE
    return covered
