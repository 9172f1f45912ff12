"""The votes on which block of a page is its title: points, why, and when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from pipelines.article.author_line import is_signature
from pipelines.furniture.sayings import LEADS_ON
from pipelines.words.masking import is_issue_date

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from pipelines.document.textblock import TextBlock

_LINKED = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """A title: its text, the block that says it (None: only the head does), the copies before it, and the votes."""

    text: str
    order: int | None
    copies: tuple[int, ...]
    votes: tuple[str, ...]


class Candidate(NamedTuple):
    """A block that may be the title, and what the votes ask about it."""

    block: TextBlock
    said: str
    heads: frozenset[str]
    promised: str | None
    printed: int
    first: bool
    late: bool
    signed: bool
    over: bool
    headed: bool
    page: str


HEAD_SAYS = "the page's head says it"
_Votes = tuple[tuple[int, str, "Callable[[Candidate], bool]"], ...]
FOR: _Votes = (
    (6, "the issue's contents say it", lambda c: c.said == c.promised),
    (5, HEAD_SAYS, lambda c: c.said in c.heads),
    (2, "part of what the page's head says", lambda c: c.said not in c.heads and _is_part(c)),
    (
        2,
        "most of what it says",
        lambda c: c.said not in c.heads and _is_part(c) and is_most(c.said, c.heads),
    ),
    (4, "printed twice before the text", lambda c: c.printed > 1),
    (3, "a heading of level 1", lambda c: c.block.heading == 1),
    (2, "a heading of level 2", lambda c: c.block.heading == 2),
    (1, "a lower heading, or set apart", lambda c: (c.block.heading or 0) > 2 or c.block.strong),
    (3, "first behind the masthead", lambda c: c.first),
    (2, "below a column's name", lambda c: c.headed),
    (4, "an author line right below", lambda c: c.signed),
)
AGAINST: _Votes = (
    (-4, "behind the text's beginning", lambda c: c.late),
    (
        -2,
        "ends like a sentence",
        lambda c: c.block.text.endswith((".", ";", ",")) and not c.block.text.endswith("..."),
    ),
    (-3, "long", lambda c: c.block.words > 20),
    (-6, "when the issue came out", lambda c: is_issue_date(c.block.text)),
    (-6, "an author line", lambda c: is_signature(c.block.text)),
    (-6, "a text's beginning that leads on", lambda c: _leads_on(c.block, c.page)),
    (-4, "over a title, as over others", lambda c: c.over),
    (-2, "a link", lambda c: leads_away(c.block, c.page)),
    (-1, "in a list or table", lambda c: c.block.cell is not None or c.block.list_id is not None),
)
"""Points, why, and when: what speaks for a block being the title (`FOR`), and what against it."""


def _leads_on(block: TextBlock, page: str) -> bool:
    """Return whether a block's last words lead to a text that its other words begin: `… Continue reading`."""
    if not block.linked_words or block.link_share > _LINKED:
        return False
    last = next((span for span in reversed(block.spans) if span.text.strip()), None)
    if last is None or last.url in (None, page):
        return False
    return LEADS_ON.fullmatch(last.text.strip(" .…»>→[]()")) is not None


def may_win(candidate: Candidate) -> bool:
    """Return whether more speaks for a block than that it is set apart; for most blocks nothing does."""
    return (
        candidate.first
        or candidate.signed
        or candidate.printed > 1
        or candidate.block.heading in (1, 2)
        or candidate.said in candidate.heads
        or candidate.said == candidate.promised
        or _is_part(candidate)
    )


def _is_part(candidate: Candidate) -> bool:
    return candidate.block.words >= 2 and any(
        candidate.said in head and f" {candidate.said} " in f" {head} " for head in candidate.heads
    )


def is_most(said: str, heads: Iterable[str]) -> bool:
    """Return whether a text is more than half of what one of the `heads` says, or all of it."""
    return any(len(said) * 2 > len(head) and f" {said} " in f" {head} " for head in heads)


def is_linked(block: TextBlock) -> bool:
    """Return whether a block is mostly links, or links and marks: `[ Home ] [ Next ]`."""
    if not block.linked_words or block.link_share > _LINKED:
        return block.link_share > _LINKED
    return not any(c.isalnum() for s in block.spans if not s.url and not s.image for c in s.text)


def leads_away(block: TextBlock, page: str) -> bool:
    """Return whether a block is a link to another page than `page`."""
    return is_linked(block) and any(span.url not in (None, page) for span in block.spans)
