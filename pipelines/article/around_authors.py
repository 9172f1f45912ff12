"""What stands over and below author lines before a text: its title, other pages' titles, where somebody works."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from pipelines.article.author_line import is_signature
from pipelines.article.bare_names import may_name
from pipelines.article.lines_below import affiliated, reviewer
from pipelines.article.title_votes import leads_away
from pipelines.words.names import names_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipelines.document.textblock import TextBlock

_LONGEST_SIGNATURE = 12
"""Words of an author line that may stand below a title."""


def around_authors(early_on: Sequence[TextBlock], page: str) -> tuple[frozenset[int], frozenset[int], int]:
    """Return the places of the lines right over author lines, and of those further below the first: where they work.

    With the latter are bare names below links. And where a reviewer's stands below credits, or a bare name over where
    one works, -1 if neither does: the first of the lines above is the title, be it more than one.
    """
    signs = [n for n, b in enumerate(early_on) if _signs(b)]
    over = [(early_on[n - 1], early_on[n]) for n in signs if n]
    signed = frozenset(a.order for a, b in over if not _is_teaser(a, b, page) and not _may_be_credit(a, b))
    named = [b.order for a, b in over if _may_be_credit(a, b)]
    named += [b.order for b, below in pairwise(early_on) if _may_work(b) and affiliated((b, below))]
    below = frozenset(b.order for b in early_on[signs[0] + 2 :]) if signs else frozenset[int]()
    return signed, below | _credits(early_on, page), min(named, default=-1)


def _may_work(block: TextBlock) -> bool:
    """Return whether a line may be the bare name of somebody; most over a text are links, which is seen at once."""
    return not block.linked_words and may_name(block) and names_in(block.text) is not None


def _credits(early_on: Sequence[TextBlock], page: str) -> frozenset[int]:
    """Return the places of the bare names right below links to other pages than `page`: who wrote those."""
    below = (b for a, b in pairwise(early_on) if a.linked_words and leads_away(a, page))
    return frozenset(b.order for b in below if names_in(b.text))


def _signs(block: TextBlock) -> bool:
    return block.words <= _LONGEST_SIGNATURE and is_signature(block.text)


def _may_be_credit(line: TextBlock, below: TextBlock) -> bool:
    """Return whether a line set as text stands over a reviewer's: whose work it was, where and when, stands there."""
    return not line.heading and not line.strong and bool(reviewer([below]))


def _is_teaser(line: TextBlock, below: TextBlock, page: str) -> bool:
    """Return whether a line and the author line below it are links to one other page: it is that page's title."""
    return (
        bool(below.linked_words)
        and leads_away(line, page)
        and not {s.url for s in below.spans if s.url}.isdisjoint(s.url for s in line.spans)
    )
