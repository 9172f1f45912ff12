"""The title: which block of a page says it, by votes of what else on the page and in the archive names it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipelines.profile import Profile
    from pipelines.textblock import TextBlock

_SEPARATORS = re.compile(r"\s+[|»«•:·—–-]+\s+|\s*(?:::|\|)\s*")
_LONGEST = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """A title: its text, the block that says it (None: only the head does), the copies before it, and the votes."""

    text: str
    order: int | None
    copies: tuple[int, ...]
    votes: tuple[str, ...]


def plain(text: str) -> str:
    """Return `text` for comparing titles: case, marks and white space don't count."""
    return " ".join(re.sub(r"[\W_]+", " ", text).casefold().split())


def head_titles(titles: Sequence[str], profile: Profile) -> tuple[str, ...]:
    """Return what a page's head says the title is, the magazine's own name taken off."""
    names = {plain(name) for name in (*profile.magazine_names, profile.title)}
    found: list[str] = []
    for title in titles:
        parts = [title, *_SEPARATORS.split(title)]
        kept = [part for part in parts if plain(part) and not any(plain(part).startswith(n) for n in names)]
        if len(parts) > 2 and kept and len(kept) < len(parts):
            kept = [part for part in kept if not any(name in plain(part) for name in names)]
        found.extend(kept)
    return tuple(dict.fromkeys(found))


def find_title(
    blocks: Sequence[TextBlock],
    *,
    heads: Sequence[str],
    promised: str | None,
    after: int,
    profile: Profile,
) -> Title | None:
    """Return the title among `blocks` (those no furniture has taken), None when nothing qualifies.

    `heads` is what the page's head says, `promised` what the issue's contents say, `after` the place of the masthead
    or ticker behind which a title is likely (-1: none). The copy nearest the text is the title.
    """
    names = {plain(name) for name in (*profile.magazine_names, profile.title)}
    said = {b.order: plain(b.text) for b in blocks if b.text and b.words <= _LONGEST}
    likely = [b for b in blocks if said.get(b.order) and said[b.order] not in names]
    prose_at = next((b.order for b in blocks if b.words > 25 and b.link_share < 0.5), None)
    counts: dict[str, int] = {}
    for block in likely:
        if prose_at is None or block.order < prose_at:
            counts[said[block.order]] = counts.get(said[block.order], 0) + 1
    wanted = {plain(head) for head in heads}
    promised_plain = plain(promised) if promised else None
    first_after = next((b.order for b in likely if b.order > after and b.link_share < 0.5), None)
    best: tuple[float, int, tuple[str, ...]] | None = None
    for block in likely:
        score, votes = _votes(block, said[block.order], wanted, promised_plain, counts, first_after, prose_at)
        if score >= 2 and (best is None or score > best[0]):
            best = (score, block.order, votes)
    if best is None:
        if promised:
            return Title(text=promised, order=None, copies=(), votes=("only the contents say it",))
        return None
    return _with_copies(likely, best, prose_at)


def _votes(
    block: TextBlock,
    said: str,
    wanted: set[str],
    promised: str | None,
    counts: dict[str, int],
    first_after: int | None,
    prose_at: int | None,
) -> tuple[float, tuple[str, ...]]:
    score = 0.0
    votes: list[str] = []

    def vote(points: float, why: str) -> None:
        nonlocal score
        score += points
        votes.append(why)

    if promised is not None and said == promised:
        vote(6, "the issue's contents say it")
    if said in wanted:
        vote(5, "the page's head says it")
    elif (
        any(head.startswith(f"{said} ") or f" {said} " in f" {head} " for head in wanted) and block.words >= 2
    ):
        vote(2, "part of what the page's head says")
    if counts.get(said, 0) > 1:
        vote(4, "printed twice before the text")
    if block.heading is not None:
        vote(
            3 if block.heading == 1 else 2 if block.heading == 2 else 1, f"a heading of level {block.heading}"
        )
    elif block.strong:
        vote(1, "set apart")
    if block.order == first_after:
        vote(3, "first behind the masthead")
    if prose_at is not None and block.order > prose_at:
        vote(-4, "behind the text's beginning")
    if block.text.endswith((".", ";", ",")) and not block.text.endswith("..."):
        vote(-2, "ends like a sentence")
    if block.words > 20:
        vote(-3, "long")
    if block.link_share > 0.5:
        vote(-2, "a link")
    if block.cell is not None or block.list_id is not None:
        vote(-1, "in a list or table")
    return score, tuple(votes)


def _with_copies(
    likely: Sequence[TextBlock], best: tuple[float, int, tuple[str, ...]], prose_at: int | None
) -> Title:
    _, order, votes = best
    text = next(b.text for b in likely if b.order == order)
    same = [
        b.order for b in likely if plain(b.text) == plain(text) and (prose_at is None or b.order < prose_at)
    ]
    if not same:
        return Title(text=text, order=order, copies=(), votes=votes)
    # Of several copies the last is the title: the ones before it are crumbs of the way there.
    last = max(same)
    text = next(b.text for b in likely if b.order == last)
    return Title(text=text, order=last, copies=tuple(o for o in same if o != last), votes=votes)
