"""Short lines that stand over the texts of several pages, however seldom: a column's name, an author's.

A column stands once in each issue, and its author writes what little there is of it: neither is frequent enough to be
furniture. But what stands over several texts names none of them alone, and a bare name there is an author's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipelines.site.model import block_key, is_link

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pipelines.document.textblock import TextBlock
    from pipelines.site.model import SiteModel

_LINE = 6
"""Words of such a line."""

_LONG_TEXT = 25
"""Words from which a block is text."""


def lines_over_text(blocks: Iterable[TextBlock]) -> set[str]:
    """Return the keys of the short lines over a page's first longer text, linked or not, if it has one."""
    found: set[str] = set()
    for block in blocks:
        if block.words > _LONG_TEXT and not is_link(block):
            return found
        if 0 < block.words <= _LINE and block.text[-1] not in ".,;":
            key = block_key(block.text)
            if key.strip("0 "):
                found.add(key)
    return set()


def is_over_others(model: SiteModel, block: TextBlock) -> bool:
    """Return whether a short line stands over the texts of other pages, too, but of less than half of all."""
    if not model.lines or not 0 < block.words <= _LINE:
        return False
    return 0 < model.lines.get(block_key(block.text), 0) * 2 < model.pages
