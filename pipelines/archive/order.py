"""The order of an issue's articles, merged from contents that each leave out the page they stand on."""

from __future__ import annotations

from collections import Counter
from functools import cmp_to_key
from typing import TYPE_CHECKING

from pipelines.addresses import canonical
from pipelines.article.heads import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from pipelines.page import ContentsEntry


def issue_number_key(number: str) -> tuple[int, ...]:
    """Return the key that sorts issue numbers as numbers: `2` before `5/6` before `10`."""
    return tuple(int(part) for part in number.replace("-", "/").split("/") if part.isdigit())


def merged(
    lists: Iterable[Sequence[ContentsEntry]], *, first: str | None, aliases: Mapping[str, str]
) -> list[ContentsEntry]:
    """Return the entries of all `lists`, each article once, in the order most lists agree on.

    `first` is the canonical address that the issue's own link leads to: an article there opens the issue when no
    list says otherwise. Entries without an address are told apart by their titles.
    """
    best: dict[str, ContentsEntry] = {}
    before: Counter[tuple[str, str]] = Counter()
    places: dict[str, int] = {}
    for entries in lists:
        names = [_name(entry, aliases) for entry in entries]
        for at, (name, entry) in enumerate(zip(names, entries, strict=True)):
            best[name] = _fuller(best[name], entry) if name in best else entry
            places[name] = min(places.get(name, at), at)
            before.update((name, later) for later in names[at + 1 :] if later != name)
    opening = aliases.get(first, first) if first else None

    def compare(left: str, right: str) -> int:
        votes = before[right, left] - before[left, right]
        if votes:
            return votes
        if opening in (left, right):
            return -1 if left == opening else 1
        return places[left] - places[right] or (-1 if left < right else 1)

    return [best[name] for name in sorted(best, key=cmp_to_key(compare))]


def _name(entry: ContentsEntry, aliases: Mapping[str, str]) -> str:
    if entry.url is None:
        return plain(entry.title)
    key = canonical(entry.url)
    return aliases.get(key, key)


def _fuller(one: ContentsEntry, other: ContentsEntry) -> ContentsEntry:
    """Return the entry that names more authors, the first when they are equal."""
    return other if len(other.authors) > len(one.authors) else one
