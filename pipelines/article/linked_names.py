"""Author lines that lead to their author: bare names below a title, linked to a mail address or to a note on the page.

A journal names each author so, over where each of them works. A link to another page is a menu's as often as not.
"""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from pipelines.words.names import names_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pipelines.article.author_evidence import AuthorLine, AuthorLines
    from pipelines.document.textblock import TextBlock

_LONGEST = 30
"""Words of a line of names: a company of twelve authors has as many."""


def linked_names(zone: Iterable[TextBlock], page: AuthorLines) -> list[AuthorLine]:
    """Return the lines in `zone` that are names, one at least with a link to a mail address or to the page itself.

    What a list of jumps leads to stands on the page once more, as the heading of a part, or not all of its lines look
    like names: they are none.
    """
    found: list[AuthorLine] = []
    for block in zone:
        names = names_in(block.text) if 0 < block.words <= _LONGEST else None
        if not names or not (_is_jump(block, page) or not page.mailed.isdisjoint(names)):
            continue
        if _is_jump(block, page) and not all(names_in(b.text) for b in _jumps_around(block, page)):
            continue
        if sum(other.text == block.text for other in page.page) == 1:
            found.append((block, names, "names that lead to who that is"))
    return found


def _jumps_around(block: TextBlock, page: AuthorLines) -> Iterator[TextBlock]:
    """Yield the jumps right above and below a line that is one, each next to the other."""
    for way in (reversed(page.page[: block.order]), page.page[block.order + 1 :]):
        yield from takewhile(lambda b: _is_jump(b, page), way)


def _is_jump(block: TextBlock, page: AuthorLines) -> bool:
    """Return whether a line has links, all of them to the page on which it stands."""
    to = [span.url for span in block.spans if span.url]
    return bool(to) and all(one == page.url for one in to)
