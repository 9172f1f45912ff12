"""Which of a site's pages are counted, and which together: an issue's, so far as addresses tell.

A site's frame stands on nearly all of an issue's pages or on none, a column once in each. So a look that few pages have
is learned as well, and a monthly series is not.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import partial
from itertools import groupby, islice
from typing import TYPE_CHECKING, NamedTuple

from pipelines.site.model import hash_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

SAMPLE = 600
"""Pages that are counted at most; the learning curve is flat long before (docs/extraction.md)."""

FOLDER = 40
"""Pages that are counted together at most; a folder with more is cut into groups of neighbours by name."""

_CUT = 16
"""One address in so many, told by its hash, begins a group: so another page in the folder moves hardly any."""

SMALL = 4
"""Pages; smaller groups are counted together with others."""

_ROOT = 2
"""Slashes in the address of a site's outermost folder."""

_MOST_NUMBERED = 3
"""Numbers in a name by which its page may be told from others: year, month, day."""

_NUMBERS = re.compile(r"(\d+)")


class Group(NamedTuple):
    """Pages that are counted together: a folder, or neighbours in a large one; `folder` is what series keep to.

    Neighbours in a large folder are as good as folders. `several`: the pages lie in several small folders.
    """

    name: str
    folder: str
    several: bool = False


def grouped(keys: Iterable[str]) -> dict[str, Group]:
    """Return the group of each page, of all whose canonical addresses are `keys`."""
    groups: dict[str, Group] = {}
    for folder, inside in _folders(keys).items():
        several = any(_folder(key) != folder for key in inside)
        for start, issue in _issues(inside, folder).items() if len(inside) > FOLDER else ():
            groups.update(_neighbours(f"{folder} {start}", issue, apart=True, several=several))
        if len(inside) <= FOLDER:
            groups.update(_neighbours(folder, inside, apart=False, several=several))
    return groups


def _folders(keys: Iterable[str]) -> dict[str, list[str]]:
    """Return the pages by folder; those of a folder with too few to be counted lie in the one around it.

    Some sites have a folder for each article, and a part of a site may be all that is held.
    """
    folders = _by(_folder, keys)
    deep: dict[int, list[str]] = {}
    for folder in folders:
        deep.setdefault(folder.count("/"), []).append(folder)
    for depth in range(max(deep, default=0), _ROOT, -1):
        for folder in deep.get(depth, ()):
            if len(folders[folder]) >= SMALL:
                continue
            around = folder.rpartition("/")[0]
            if around not in folders:
                deep.setdefault(depth - 1, []).append(around)
            folders.setdefault(around, []).extend(folders.pop(folder))
    return folders


def _issues(keys: Sequence[str], folder: str) -> dict[str, list[str]]:
    """Return the pages of a large folder by what opens their names, up to a number: an issue, a month; all if nothing.

    The more numbers the better, if there are enough pages to each.
    """
    found = {"": list(keys)}
    for numbers in range(1, _MOST_NUMBERED + 1):
        finer = _by(partial(_up_to_number, numbers=numbers, start=len(folder)), keys)
        if len(finer) * SMALL > len(keys):
            break
        found = finer
    return found


def _by(told: Callable[[str], str], keys: Iterable[str]) -> dict[str, list[str]]:
    return {name: list(inside) for name, inside in groupby(sorted(keys, key=told), key=told)}


def _neighbours(
    folder: str, keys: Iterable[str], *, apart: bool, several: bool
) -> Iterator[tuple[str, Group]]:
    """Yield each page of a folder with its group; `apart`: large ones are cut into what is as good as folders."""
    inside = sorted(keys, key=_by_number)
    first, size = "", 0
    for key in inside:
        if len(inside) > FOLDER and (size in (0, FOLDER) or int(hash_of(key)[:4], 16) % _CUT == 0):
            first, size = key, 0
        size += 1
        name = f"{folder} {first}"
        yield key, Group(name, name if apart else folder, several)


def _up_to_number(key: str, *, numbers: int, start: int) -> str:
    """Return an address up to the last of the first `numbers` numbers from `start` on, all of it if it has fewer."""
    found = list(islice(_NUMBERS.finditer(key, start), numbers))
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


def shape_of(key: str) -> str:
    """Return the last part of an address, numbers masked: what a series' pages have in common."""
    return _NUMBERS.sub("0", key.rpartition("/")[2])
