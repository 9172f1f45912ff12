"""Which pages of one group have the same look, told by the blocks they share: a folder may hold those of many years."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

LEAST = 4
"""Pages of a look; fewer are counted with the page before them."""


@dataclass(slots=True)
class _Look:
    """Pages found to look alike so far, and on how many of them each key stands."""

    pages: list[int] = field(default_factory=list)
    keys: Counter[str] = field(default_factory=Counter)

    @property
    def frame(self) -> set[str]:
        """The keys on most of its pages; of a single page, all that it has."""
        return {key for key, pages in self.keys.items() if pages * 2 > len(self.pages)}

    def likeness(self, keys: Collection[str]) -> float:
        """Return which share of the frame a page with those `keys` has; of a single page, of what either has."""
        frame = self.frame
        measure = min(len(frame), len(keys)) if len(self.pages) == 1 else len(frame)
        return len(frame.intersection(keys)) / measure if measure else 0.0

    def take(self, page: int, keys: Collection[str]) -> None:
        self.pages.append(page)
        self.keys.update(keys)


def looks(pages: Sequence[Collection[str]]) -> list[list[int]]:
    """Return the places of `pages` (the keys of the blocks of each, in order) by look, each place once.

    A page has the look of which it shows half of what most pages of that look do.
    """
    counts = Counter(key for keys in pages for key in keys)
    found: list[_Look] = []
    of_page: list[_Look] = []
    for at, keys in enumerate(pages):
        shared = {key for key in keys if counts[key] > 1}
        best = max(found, key=lambda look: look.likeness(shared), default=None)
        if best is None or best.likeness(shared) < 0.5:
            best = _Look()
            found.append(best)
        best.take(at, shared)
        of_page.append(best)
    large = [look for look in found if len(look.pages) >= LEAST]
    if len(large) < 2:
        return [list(range(len(pages)))]
    by_look: dict[int, list[int]] = {}
    last = next(look for look in of_page if len(look.pages) >= LEAST)
    for at, look in enumerate(of_page):
        last = look if len(look.pages) >= LEAST else last
        by_look.setdefault(id(last), []).append(at)
    return list(by_look.values())
