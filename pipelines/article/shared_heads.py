"""Heads that many pages of one issue have in common: the issue's name, and the title of none of them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from pipelines.article.heads import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from pipelines.site.grouping import Group

_FEWEST = 4
"""Pages of an issue that have a head in common."""


def shared_heads(
    said: Iterable[tuple[str, Sequence[str]]], groups: Mapping[str, Group]
) -> dict[str, frozenset[str]]:
    """Return the heads (plain) that pages have in common with a quarter of their group, by the pages' keys.

    `said` are the heads of each page. Only pages that have such a head are named.
    """
    pages: Counter[Group] = Counter()
    counts: Counter[tuple[Group, str]] = Counter()
    for key, heads in said:
        pages[groups[key]] += 1
        counts.update((groups[key], head) for head in set(map(plain, heads)))
    shared: dict[Group, set[str]] = {}
    for (group, head), times in counts.items():
        if head and times >= _FEWEST and times * 4 >= pages[group]:
            shared.setdefault(group, set()).add(head)
    by_group = {group: frozenset(heads) for group, heads in shared.items()}
    return {key: by_group[group] for key, group in groups.items() if group in by_group}
