"""Where a magazine names its authors by bare names over the texts: one alone says so only where most pages do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipelines.words.contact import parted
from pipelines.words.names import names_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from pipelines.document.textblock import TextBlock
    from pipelines.site.grouping import Group

LONGEST = 12
"""Words of a line of bare names."""

_PROSE = 25
_LINKED = 0.5
_DIFFERENT = 3
"""Names that stand so in a group of pages at least; fewer are a heading like `Early Days`, or the magazine's own."""


def bare_name(blocks: Sequence[TextBlock]) -> str | None:
    """Return the first line of names, an address behind them or not, before a page's first longer text, "" for none.

    None for a page without such a text, which says nothing of a magazine's habits.
    """
    found = ""
    for block in blocks:
        if block.words > _PROSE and block.link_share < _LINKED:
            return found
        if found or not 2 <= block.words <= LONGEST:
            continue
        name, reachable = parted(block.text)
        if (reachable or not block.linked_words) and names_in(name):
            found = block.text
    return None


def signing(said: Iterable[tuple[str, str | None]], groups: Mapping[str, Group]) -> frozenset[str]:
    """Return the pages in whose group (`groups`) at least half of all have a line of bare names over their text.

    `said` is what `bare_name` gave for each page.
    """
    found: dict[Group, list[str]] = {}
    pages: dict[Group, list[str]] = {}
    for key, name in said:
        pages.setdefault(groups[key], []).append(key)
        if name is not None:
            found.setdefault(groups[key], []).append(name)
    return frozenset(
        key
        for group, lines in found.items()
        if len({line for line in lines if line}) >= _DIFFERENT and sum(map(bool, lines)) * 2 >= len(lines)
        for key in pages[group]
    )
