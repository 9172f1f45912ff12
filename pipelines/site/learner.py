"""Learning what a site's pages have in common: what stands on enough of them.

Pages are counted a group at a time (pipelines/site/grouping.py), those of each look by themselves
(pipelines/site/looks.py).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from pipelines.addresses import canonical
from pipelines.site.grouping import FOLDER, SMALL, Group, shape_of
from pipelines.site.looks import looks
from pipelines.site.model import (
    LONGEST,
    SiteModel,
    block_keys,
    is_label_key,
    is_link,
    label_keys,
    shingles_of,
    texts_of,
    words_of,
)
from pipelines.site.naming import NameLearner
from pipelines.site.over_text import LineCount

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from pipelines.document.textblock import TextBlock

MIN_PAGES = 5
"""Text on fewer pages than this is never learned to be furniture."""

_MOST_NUMBERS = 3
"""Numbers in a shingle; with more of them it is a line of any table."""

_FEWEST_IN_MENU = 10
"""Pages that are counted, from which on those that nearly all lead to are told."""

_HARDLY = 0.3
"""The share of known texts that is hardly any of them."""

_MOST_IN_MENU = 400
_MOST_KEYS = 800
_MOST_SHINGLES = 1500


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
    """On how many pages something stands, how many pages lie in those groups, and whether in several folders.

    `framing` are those of its pages in several small folders of whose look in their group three fifths have it, too.
    """

    folder: str
    pages: int = 0
    among: int = 0
    framing: int = 0
    several: bool = False


class _OwnLook(NamedTuple):
    """What stands on three fifths of the pages of one look in one folder: the look's frame, or a series' own words."""

    keys: frozenset[str]
    shingles: frozenset[str]

    def is_unlike(self, known: Collection[str]) -> bool:
        """Return whether it has hardly anything that is `known`: a frame of its own; a series has the site's."""
        return sum(name in known for name in self.keys) <= _HARDLY * len(self.keys)


_NOWHERE = Group("", "")


class Learner:
    """Counts on how many pages each block's key and each shingle stands; pages come in the order of `sampled`."""

    def __init__(self) -> None:
        self._keys: dict[str, _Count] = {}
        self._shingles: dict[str, _Count] = {}
        self._mixed_keys: dict[str, _Count] = {}
        self._mixed_shingles: dict[str, _Count] = {}
        self._looks: list[_OwnLook] = []
        self._lines = LineCount()
        self._menu: Counter[str] = Counter()
        self._names = NameLearner()
        self._counted = _Counted(_NOWHERE)
        self._small = _Counted(_NOWHERE)
        self.pages = 0

    def add(
        self,
        blocks: Iterable[TextBlock],
        titles: Iterable[str] = (),
        *,
        links: Iterable[str] = (),
        group: Group = _NOWHERE,
        address: str = "",
    ) -> None:
        """Count one page's blocks, each text once, the `titles` of its head, and the addresses that it `links` to.

        `address` is its canonical one.
        """
        if group != self._counted.group or len(self._counted.pages) >= FOLDER:
            self._close()
            self._counted = _Counted(group)
        self.pages += 1
        self._names.add(titles)
        self._menu.update({canonical(link) for link in links})
        blocks = tuple(blocks)
        shingles: set[str] = set()
        linked = {b.order for b in blocks if is_link(b)}
        texts = texts_of(b for b in blocks if b.words <= LONGEST)
        for text, of_link in {(text, order in linked) for order, text in texts.items()}:
            words = words_of(text)
            if len(words) <= LONGEST:
                shingles.update(shingles_of(words, numbers=_MOST_NUMBERS, linked=of_link))
        keys = {*block_keys(blocks).values(), *label_keys(blocks).values()}
        self._counted.pages.append(_Said(shape_of(address), frozenset(keys), frozenset(shingles)))

    def add_lines(self, lines: Iterable[str]) -> None:
        """Count the lines over one page's text (pipelines/site/over_text.py); every page's, unlike the rest."""
        self._lines.add(lines)

    def _close(self) -> None:
        """Add the group that was being counted to what is known."""
        if len(self._counted.pages) >= SMALL:
            self._add(self._counted)
        else:
            self._small.pages.extend(self._counted.pages)
        if len(self._small.pages) >= FOLDER // 2:
            self._add(self._small)
            self._small = _Counted(_NOWHERE)
        self._counted = _Counted(_NOWHERE)

    def _add(self, counted: _Counted) -> None:
        """Count a group, the pages of each look by themselves; small groups together count by themselves."""
        said = counted.pages
        mixed = counted.group is _NOWHERE
        known_keys = self._mixed_keys if mixed else self._keys
        known_shingles = self._mixed_shingles if mixed else self._shingles
        for places in looks([page.keys for page in said], [page.shape for page in said]):
            pages = [said[at] for at in places]
            keys = Counter(key for page in pages for key in page.keys)
            for key, times in keys.items():
                _count(known_keys, key, counted.group, times, len(pages))
            # What a group says on one page only is no frame; so hardly any run of words of a text is kept.
            least = max(2, -(-len(pages) // 10))
            shingles = Counter(one for page in pages for one in page.shingles)
            for shingle, times in shingles.items():
                if times >= least or shingle in known_shingles:
                    _count(known_shingles, shingle, counted.group, times, len(pages))
            if not mixed and len(pages) >= MIN_PAGES:
                self._looks.append(_OwnLook(_usual(keys, len(pages)), _usual(shingles, len(pages))))

    def model(self, learned_from: str | None = None) -> SiteModel:
        """Return what stands on enough pages; the most frequent if it is too much.

        MIN_PAGES and a tenth of all are enough, or three fifths of those in their groups, if those lie in several
        folders. A table's cell by itself must stand on so many of those in its groups.
        """
        self._close()
        if self._small.pages:
            self._add(self._small)
            self._small = _Counted(_NOWHERE)
        all_keys = _together(self._keys, self._mixed_keys)
        all_shingles = _together(self._shingles, self._mixed_shingles)
        known = self._frequent(all_keys, _MOST_KEYS)
        unlike = [look for look in self._looks if look.is_unlike(known)]
        keys = self._frequent(all_keys, _MOST_KEYS, frozenset().union(*(look.keys for look in unlike)))
        shingles = self._frequent(
            all_shingles, _MOST_SHINGLES, frozenset().union(*(look.shingles for look in unlike))
        )
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
            lines=self._lines.over_several(),
            menu=self._led_to(),
            learned_from=learned_from,
        )

    def _led_to(self) -> Mapping[str, int]:
        """Return the addresses that nine tenths of the pages lead to: a menu's, an index's."""
        if self.pages < _FEWEST_IN_MENU:
            return {}
        found = [(key, pages) for key, pages in self._menu.items() if pages * 10 >= self.pages * 9]
        found.sort(key=lambda item: (-item[1], item[0]))
        return dict(sorted(found[:_MOST_IN_MENU]))

    def _frequent(
        self, counted: Mapping[str, _Count], most: int, frames: Collection[str] = ()
    ) -> Mapping[str, _Count]:
        """Return what stands on enough pages; of what is a frame (`frames`) several folders need not have it."""
        enough = max(MIN_PAGES, -(-self.pages // 10))
        kept = [
            (name, count)
            for name, count in counted.items()
            if (count.pages >= enough and not is_label_key(name))
            or (count.pages >= MIN_PAGES and (count.several or name in frames) and _is_frame(count))
        ]
        kept.sort(key=lambda item: (-item[1].pages, item[0]))
        return dict(sorted(kept[:most], key=lambda item: item[0]))


def _is_frame(count: _Count) -> bool:
    """Return whether something stands on three fifths of the pages in its groups.

    Or four fifths of its pages lie where it does: a few that lie with those of another look make no frame seldom.
    """
    return count.pages * 5 >= count.among * 3 or (
        count.framing >= MIN_PAGES and count.framing * 5 >= count.pages * 4
    )


def _usual(counts: Counter[str], pages: int) -> frozenset[str]:
    """Return what stands on three fifths of `pages` pages, and on MIN_PAGES."""
    return frozenset(name for name, times in counts.items() if times >= MIN_PAGES and times * 5 >= pages * 3)


def _together(counts: dict[str, _Count], mixed: dict[str, _Count]) -> dict[str, _Count]:
    """Return `counts` with those of `mixed` groups of several folders, where these say more.

    What a whole folder has is not the less its frame because one page of it was counted with nineteen others.
    """
    found = dict(counts)
    for name, more in mixed.items():
        own = found.get(name)
        if own is None:
            found[name] = more
        elif own.pages < max(MIN_PAGES, more.pages):
            found[name] = _Count(
                own.folder,
                own.pages + more.pages,
                own.among + more.among,
                own.framing + more.framing,
                several=True,
            )
        else:
            found[name] = _Count(own.folder, own.pages, own.among, own.framing, several=True)
    return found


def _count(counts: dict[str, _Count], name: str, group: Group, pages: int, among: int) -> None:
    """Count that `pages` of the `among` of one look in a group have it."""
    count = counts.get(name)
    if count is None:
        count = counts[name] = _Count(group.folder)
    count.pages += pages
    count.among += among
    count.framing += pages if group.several and pages * 5 >= among * 3 else 0
    count.several = count.several or group.several or group.folder != count.folder or group is _NOWHERE
