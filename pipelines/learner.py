"""Learning what a site's pages have in common: which pages are counted, and what stands on enough of them.

Pages are counted a folder at a time: a site's frame stands on nearly all pages of a folder (an issue) or on none, a
column once in each. So a look that few pages have is learned as well, and a monthly series is not.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

from pipelines.naming import NameLearner
from pipelines.site_model import (
    LONGEST,
    SHINGLE,
    SiteModel,
    block_keys,
    hash_of,
    shingle_of,
    texts_of,
    words_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pipelines.textblock import TextBlock

MIN_PAGES = 5
"""Text on fewer pages than this is never learned to be furniture."""

SAMPLE = 600
"""Pages that are counted at most; the learning curve is flat long before (docs/extraction.md)."""

_FOLDER = 40
"""Pages of a folder that are counted together; a larger one is counted in parts."""

_SMALL = 4
"""Pages; smaller folders are counted together with others."""

_MOST_NUMBERS = 3
"""Numbers in a shingle; with more of them it is a line of any table."""

_MOST_KEYS = 800
_MOST_SHINGLES = 1500


def folder_of(key: str) -> str:
    """Return the folder of a canonical address: all before its last segment."""
    return key.split("?", 1)[0].rpartition("/")[0]


def sampled(keys: Iterable[str]) -> list[str]:
    """Return the pages to count, of all whose canonical addresses are `keys`: at most SAMPLE, by their hash.

    Whole folders if they are small. The choice depends on the addresses alone, and a page more or less changes two
    pages of it at most.
    """
    places: list[tuple[int, str, str, str, str]] = []
    for folder, inside in groupby(sorted(keys), key=folder_of):
        ranked = sorted((hash_of(key), key) for key in inside)
        places.extend(
            (rank // _FOLDER, hash_of(folder), folder, hashed, key)
            for rank, (hashed, key) in enumerate(ranked)
        )
    return [key for *_, key in sorted(places)[:SAMPLE]]


@dataclass(slots=True)
class _Group:
    """What was counted of the pages of one folder, or of several small ones."""

    folder: str = ""
    folders: int = 1
    pages: int = 0
    keys: Counter[str] = field(default_factory=Counter)
    shingles: Counter[str] = field(default_factory=Counter)

    def take(self, other: _Group) -> None:
        self.folders += other.folders
        self.pages += other.pages
        self.keys.update(other.keys)
        self.shingles.update(other.shingles)


@dataclass(slots=True)
class _Count:
    """On how many pages something stands, how many pages lie in those folders, and how many folders they are."""

    pages: int = 0
    among: int = 0
    folders: int = 0


class Learner:
    """Counts on how many pages each block's key and each shingle stands; pages come in the order of `sampled`."""

    def __init__(self) -> None:
        self._keys: dict[str, _Count] = {}
        self._shingles: dict[str, _Count] = {}
        self._names = NameLearner()
        self._folder = _Group()
        self._small = _Group(folders=0)
        self.pages = 0

    def add(self, blocks: Iterable[TextBlock], titles: Iterable[str] = (), *, folder: str = "") -> None:
        """Count one page's blocks, each text once, and the `titles` of its head; `folder` is where it lies."""
        if folder != self._folder.folder or self._folder.pages >= _FOLDER:
            self._close()
            self._folder = _Group(folder=folder)
        group = self._folder
        self.pages += 1
        group.pages += 1
        self._names.add(titles)
        blocks = tuple(blocks)
        group.keys.update(set(block_keys(blocks).values()))
        shingles: set[str] = set()
        for text in set(texts_of(b for b in blocks if b.words <= LONGEST).values()):
            words = words_of(text)
            if len(words) <= LONGEST:
                shingles.update(
                    shingle_of(words, at)
                    for at in range(len(words) - SHINGLE + 1)
                    if words[at : at + SHINGLE].count("0") <= _MOST_NUMBERS
                )
        group.shingles.update(shingles)

    def _close(self) -> None:
        """Add the folder that was being counted to what is known."""
        if self._folder.pages >= _SMALL:
            self._add(self._folder)
            return
        if self._folder.pages:
            self._small.take(self._folder)
        if self._small.pages >= _FOLDER // 2:
            self._add(self._small)
            self._small = _Group(folders=0)

    def _add(self, group: _Group) -> None:
        for key, pages in group.keys.items():
            _counted(self._keys, key, pages, group)
        # What one folder says on one page only is no frame; so hardly any run of words of a text is kept.
        least = max(2, -(-group.pages // 10))
        for shingle, pages in group.shingles.items():
            if pages >= least or shingle in self._shingles:
                _counted(self._shingles, shingle, pages, group)

    def model(self, learned_from: str | None = None) -> SiteModel:
        """Return what stands on enough pages; the most frequent if it is too much.

        MIN_PAGES and a tenth of all are enough, or three quarters of those in their folders, if they are several.
        """
        self._close()
        self._folder = _Group()
        if self._small.pages:
            self._add(self._small)
            self._small = _Group(folders=0)
        keys = self._frequent(self._keys.items(), _MOST_KEYS)
        shingles = self._frequent(self._shingles.items(), _MOST_SHINGLES)
        return SiteModel(
            pages=self.pages,
            keys={name: count.pages for name, count in keys.items()},
            shingles={name: count.pages for name, count in shingles.items()},
            among={
                name: count.among
                for name, count in (*keys.items(), *shingles.items())
                if count.among != self.pages
            },
            names=self._names.names(self.pages),
            learned_from=learned_from,
        )

    def _frequent(self, counted: Iterable[tuple[str, _Count]], most: int) -> Mapping[str, _Count]:
        enough = max(MIN_PAGES, -(-self.pages // 10))
        kept = [
            (name, count)
            for name, count in counted
            if count.pages >= enough
            or (count.pages >= MIN_PAGES and count.folders > 1 and count.pages * 4 >= count.among * 3)
        ]
        kept.sort(key=lambda item: (-item[1].pages, item[0]))
        return dict(sorted(kept[:most], key=lambda item: item[0]))


def _counted(counts: dict[str, _Count], name: str, pages: int, group: _Group) -> None:
    count = counts.get(name)
    if count is None:
        count = counts[name] = _Count()
    count.pages += pages
    count.among += group.pages
    count.folders += group.folders
