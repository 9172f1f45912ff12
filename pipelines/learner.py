"""Learning what a site's pages have in common: which pages are counted, and what stands on enough of them.

Pages are counted a folder at a time, or neighbours in a large one: a site's frame stands on nearly all of an issue's
pages or on none, a column once in each. So a look that few pages have is learned as well, and a monthly series is not.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import partial
from itertools import groupby, islice
from typing import TYPE_CHECKING, NamedTuple

from pipelines.looks import looks
from pipelines.naming import NameLearner
from pipelines.site_model import (
    LONGEST,
    SiteModel,
    block_keys,
    hash_of,
    is_label_key,
    is_link,
    label_keys,
    shingles_of,
    texts_of,
    words_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from pipelines.textblock import TextBlock

MIN_PAGES = 5
"""Text on fewer pages than this is never learned to be furniture."""

SAMPLE = 600
"""Pages that are counted at most; the learning curve is flat long before (docs/extraction.md)."""

_FOLDER = 40
"""Pages that are counted together at most; a folder with more is cut into groups of neighbours by name."""

_CUT = 16
"""One address in so many, told by its hash, begins a group: so another page in the folder moves hardly any."""

_SMALL = 4
"""Pages; smaller groups are counted together with others."""

_MOST_NUMBERED = 3
"""Numbers in a name by which its page may be told from others: year, month, day."""

_MOST_NUMBERS = 3
"""Numbers in a shingle; with more of them it is a line of any table."""

_NUMBERS = re.compile(r"(\d+)")
_MOST_KEYS = 800
_MOST_SHINGLES = 1500


class Group(NamedTuple):
    """Pages that are counted together: a folder, or neighbours in a large one; `folder` is what series keep to.

    Neighbours in a large folder are as good as folders.
    """

    name: str
    folder: str


def grouped(keys: Iterable[str]) -> dict[str, Group]:
    """Return the group of each page, of all whose canonical addresses are `keys`."""
    folders = _by(_folder, keys)
    groups: dict[str, Group] = {}
    for folder, inside in folders.items():
        for start, issue in _issues(inside).items() if len(inside) > _FOLDER else ():
            groups.update(_neighbours(f"{folder} {start}", issue, apart=True))
        if len(inside) <= _FOLDER:
            groups.update(_neighbours(folder, inside, apart=False))
    return groups


def _issues(keys: Sequence[str]) -> dict[str, list[str]]:
    """Return the pages of a large folder by what opens their names, up to a number: an issue, a month; all if nothing.

    The more numbers the better, if there are enough pages to each.
    """
    found = {"": list(keys)}
    for numbers in range(1, _MOST_NUMBERED + 1):
        finer = _by(partial(_up_to_number, numbers=numbers), keys)
        if len(finer) * _SMALL > len(keys):
            break
        found = finer
    return found


def _by(told: Callable[[str], str], keys: Iterable[str]) -> dict[str, list[str]]:
    return {name: list(inside) for name, inside in groupby(sorted(keys, key=told), key=told)}


def _neighbours(folder: str, keys: Iterable[str], *, apart: bool) -> Iterator[tuple[str, Group]]:
    """Yield each page of a folder with its group; `apart`: large ones are cut into what is as good as folders."""
    inside = sorted(keys, key=_by_number)
    first, size = "", 0
    for key in inside:
        if len(inside) > _FOLDER and (size in (0, _FOLDER) or int(hash_of(key)[:4], 16) % _CUT == 0):
            first, size = key, 0
        size += 1
        name = f"{folder} {first}"
        yield key, Group(name, name if apart else folder)


def _up_to_number(key: str, *, numbers: int) -> str:
    """Return an address up to the last of the first `numbers` numbers in its name, the whole of it if it has fewer."""
    found = list(islice(_NUMBERS.finditer(key, len(_folder(key))), numbers))
    return key[: found[-1].end()] if len(found) == numbers else key


def _folder(key: str) -> str:
    return key.split("?", 1)[0].rpartition("/")[0]


def _by_number(key: str) -> list[tuple[int, str]]:
    """Return what sorts addresses by the numbers in them."""
    return [(int(part[:18]), "") if part.isdecimal() else (-1, part) for part in _NUMBERS.split(key) if part]


def sampled(groups: Mapping[str, Group]) -> list[str]:
    """Return the pages to count, at most SAMPLE, a group after the other.

    Groups by the hash of their names, the first of each folder first. The choice depends on the addresses alone, and a
    page more or less changes few of it.
    """
    by_group: dict[Group, list[str]] = {}
    for key, group in groups.items():
        by_group.setdefault(group, []).append(key)
    ranks: Counter[str] = Counter()
    places: list[tuple[int, str, str]] = []
    ordered = sorted((hash_of(group.name), group.name, group) for group in by_group)
    for hashed, name, group in ordered:
        places.append((ranks[group.folder], hashed, name))
        ranks[group.folder] += 1
    by_name = {group.name: sorted(inside) for group, inside in by_group.items()}
    return [key for *_, name in sorted(places) for key in by_name[name]][:SAMPLE]


class _Said(NamedTuple):
    """What a page says, each text once: the keys of its blocks, and its shingles; and its name, numbers masked."""

    shape: str
    keys: frozenset[str]
    shingles: frozenset[str]


@dataclass(slots=True)
class _Counted:
    """The pages of one group, or of several small ones (then of no folder)."""

    group: Group
    pages: list[_Said] = field(default_factory=list)


@dataclass(slots=True)
class _Count:
    """On how many pages something stands, how many pages lie in those groups, and whether in several folders."""

    folder: str
    pages: int = 0
    among: int = 0
    several: bool = False


_NOWHERE = Group("", "")


class Learner:
    """Counts on how many pages each block's key and each shingle stands; pages come in the order of `sampled`."""

    def __init__(self) -> None:
        self._keys: dict[str, _Count] = {}
        self._shingles: dict[str, _Count] = {}
        self._names = NameLearner()
        self._counted = _Counted(_NOWHERE)
        self._small = _Counted(_NOWHERE)
        self.pages = 0

    def add(
        self,
        blocks: Iterable[TextBlock],
        titles: Iterable[str] = (),
        *,
        group: Group = _NOWHERE,
        address: str = "",
    ) -> None:
        """Count one page's blocks, each text once, and the `titles` of its head; `address` is its canonical one."""
        if group != self._counted.group or len(self._counted.pages) >= _FOLDER:
            self._close()
            self._counted = _Counted(group)
        self.pages += 1
        self._names.add(titles)
        blocks = tuple(blocks)
        shingles: set[str] = set()
        linked = {b.order for b in blocks if is_link(b)}
        texts = texts_of(b for b in blocks if b.words <= LONGEST)
        for text, of_link in {(text, order in linked) for order, text in texts.items()}:
            words = words_of(text)
            if len(words) <= LONGEST:
                shingles.update(shingles_of(words, numbers=_MOST_NUMBERS, linked=of_link))
        keys = {*block_keys(blocks).values(), *label_keys(blocks).values()}
        shape = _NUMBERS.sub("0", address.rpartition("/")[2])
        self._counted.pages.append(_Said(shape, frozenset(keys), frozenset(shingles)))

    def _close(self) -> None:
        """Add the group that was being counted to what is known."""
        if len(self._counted.pages) >= _SMALL:
            self._add(self._counted)
        else:
            self._small.pages.extend(self._counted.pages)
        if len(self._small.pages) >= _FOLDER // 2:
            self._add(self._small)
            self._small = _Counted(_NOWHERE)
        self._counted = _Counted(_NOWHERE)

    def _add(self, counted: _Counted) -> None:
        """Count a group, the pages of each look by themselves."""
        said = counted.pages
        for places in looks([page.keys for page in said], [page.shape for page in said]):
            pages = [said[at] for at in places]
            keys = Counter(key for page in pages for key in page.keys)
            for key, times in keys.items():
                _count(self._keys, key, counted.group, times, len(pages))
            # What a group says on one page only is no frame; so hardly any run of words of a text is kept.
            least = max(2, -(-len(pages) // 10))
            for shingle, times in Counter(one for page in pages for one in page.shingles).items():
                if times >= least or shingle in self._shingles:
                    _count(self._shingles, shingle, counted.group, times, len(pages))

    def model(self, learned_from: str | None = None) -> SiteModel:
        """Return what stands on enough pages; the most frequent if it is too much.

        MIN_PAGES and a tenth of all are enough, or three fifths of those in their groups, if those lie in several
        folders. A table's cell by itself must stand on so many of those in its groups.
        """
        self._close()
        if self._small.pages:
            self._add(self._small)
            self._small = _Counted(_NOWHERE)
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
            if (count.pages >= enough and not is_label_key(name))
            or (count.pages >= MIN_PAGES and count.several and count.pages * 5 >= count.among * 3)
        ]
        kept.sort(key=lambda item: (-item[1].pages, item[0]))
        return dict(sorted(kept[:most], key=lambda item: item[0]))


def _count(counts: dict[str, _Count], name: str, group: Group, pages: int, among: int) -> None:
    """Count that `pages` of the `among` of one look in a group have it."""
    count = counts.get(name)
    if count is None:
        count = counts[name] = _Count(group.folder)
    count.pages += pages
    count.among += among
    count.several = count.several or group.folder != count.folder or group is _NOWHERE
