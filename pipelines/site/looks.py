"""Which pages of one group have the same look, told by the blocks they share: a folder may hold those of many years."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

LEAST = 4
"""Pages of a look, and different names among them (numbers masked); fewer are counted with the page before them."""

_LIKE = 0.5
_FEW = 5
"""One of so many texts that most pages of a look show is hardly any of them."""

_MOST, _HARDLY = 0.6, 0.1
"""The shares of a look's pages on which what is its own stands at least, and what is another's at most."""


@dataclass(slots=True)
class _Look:
    """Pages found to look alike so far, and on how many of them each key stands."""

    pages: list[int] = field(default_factory=list)
    keys: Counter[str] = field(default_factory=Counter)

    def likeness(self, keys: Collection[str]) -> float:
        """Return which share a page with those `keys` has of what most pages show; of a single page, of either's."""
        frame = self.shown_by(0.5)
        measure = min(len(frame), len(keys)) if len(self.pages) == 1 else len(frame)
        return len(frame.intersection(keys)) / measure if measure else 0.0

    def shown_by(self, share: float) -> set[str]:
        """Return the keys that stand on more than a `share` of the pages."""
        return {key for key, pages in self.keys.items() if pages > share * len(self.pages)}

    def take(self, pages: Sequence[int], keys: Collection[str] | Counter[str]) -> None:
        self.pages.extend(pages)
        self.keys.update(keys)


def looks(pages: Sequence[Collection[str]], names: Sequence[str]) -> list[list[int]]:
    """Return the places of `pages` (the keys of the blocks of each, in order) by look, each place once.

    `names` are the pages' names, numbers masked: pages of a series are named alike, and are no look if they show what
    others do. A page has the look of which it shows more than half of what most pages of that look do.
    """
    counts = Counter(key for keys in pages for key in keys)
    found: list[_Look] = []
    for at, keys in enumerate(pages):
        shared = {key for key in keys if counts[key] > 1}
        best = max(found, key=lambda look: look.likeness(shared), default=None)
        if best is None or best.likeness(shared) <= _LIKE:
            best = _Look()
            found.append(best)
        best.take([at], shared)
    large = _apart(
        [
            look
            for look in found
            if len({names[at] for at in look.pages}) >= LEAST
            or (len(look.pages) >= LEAST and _is_unlike(look, found))
        ]
    )
    if len(large) < 2:
        return [list(range(len(pages)))]
    of_page = {at: number for number, look in enumerate(large) for at in look.pages}
    last = of_page[min(of_page)]
    places: list[list[int]] = [[] for _ in large]
    for at in range(len(pages)):
        last = of_page.get(at, last)
        places[last].append(at)
    return places


def _is_unlike(look: _Look, found: Sequence[_Look]) -> bool:
    """Return whether a look of pages named alike shows hardly anything that others show: a series has their frame."""
    own = look.shown_by(_MOST)
    others: set[str] = set().union(*(other.shown_by(_HARDLY) for other in found if other is not look))
    return bool(own) and len(own & others) * _FEW <= len(own)


def _apart(found: Sequence[_Look]) -> list[_Look]:
    """Return the looks of which each shows what another hardly does, those that don't put together."""
    left = list(found)
    while (pair := next((p for p in combinations(left, 2) if not _differ(*p)), None)) is not None:
        one, other = pair
        one.take(other.pages, other.keys)
        left.remove(other)
    return left


def _differ(one: _Look, other: _Look) -> bool:
    """Return whether either shows what the other hardly does: `Introduction` on one half of the pages is no look."""
    return bool(
        one.shown_by(_MOST) - other.shown_by(_HARDLY) and other.shown_by(_MOST) - one.shown_by(_HARDLY)
    )
