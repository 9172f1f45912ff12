"""The title: which block of a page says it, by votes of what else on the page and in the archive names it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pipelines.article.author_line import is_signature
from pipelines.article.column import rank_of
from pipelines.article.halves import whole
from pipelines.article.heads import plain
from pipelines.article.title_votes import AGAINST, FOR, Title, is_linked, may_win
from pipelines.article.title_zone import title_zone

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from pipelines.article.heads import Heads
    from pipelines.article.title_zone import TitleZone
    from pipelines.document.textblock import TextBlock
    from pipelines.profile import Profile

_LONGEST_ALT = 20
_VERSES = 2
"""Lines between a title and a refrain."""

_ENOUGH = 2
_SURE = 5
"""Points from which a block is the title although the page's own head says another."""


def find_title(
    blocks: Sequence[TextBlock],
    *,
    heads: Heads,
    promised: str | None,
    after: int,
    profile: Profile,
    known_site: bool = False,
    over_others: Callable[[TextBlock], bool] = lambda _: False,
    page: str = "",
) -> Title | None:
    """Return the title among `blocks` (those no furniture has taken), None when nothing qualifies.

    `heads` is what the page's head says, `promised` what the issue's contents say, `after` the place of the masthead
    or ticker behind which a title is likely (-1: none). The copy nearest the text is the title. Where the frame of a
    `known_site` is taken already, a picture that is left may be the title of a page that nothing else names.
    `over_others` says of a short line whether it stands over other pages' texts, too: a column's name over a title.
    A link to the very page (its address is `page`) is as good as none.
    """
    zone = title_zone(
        blocks,
        heads=heads,
        promised=promised,
        after=after,
        profile=profile,
        over_others=over_others,
        page=page,
    )
    best = _elected(zone)
    sure = best is not None and best.score >= _SURE
    if known_site and not sure and not zone.alone:
        before = best.block.order if best is not None else zone.prose_at
        picture = _title_picture(blocks, behind=after, before=before)
        if picture is not None and not (heads.shared and plain(picture.shown) in map(plain, heads.texts)):
            return Title(
                text=picture.shown, order=picture.order, copies=(), votes=("a picture over the text",)
            )
    known = promised or (heads.own and not heads.shared)
    if best is None or (not sure and known and not _is_like(best.block.shown, zone.told)):
        return _unprinted(heads, promised) or (_set_apart(zone) if known_site else None)
    found = _printed(best, zone)
    if not known_site:
        return found
    said_so = {plain(text): text for text in (promised or "", *reversed(heads.texts)) if plain(text)}
    return whole(found, [b for b in blocks if b.text], over_others, said_so)


class _Elected(NamedTuple):
    """The line with the most points, how many, and what for."""

    block: TextBlock
    score: int
    votes: tuple[str, ...]


def _elected(zone: TitleZone) -> _Elected | None:
    """Return the first of the lines with the most points, None when none has enough."""
    best: _Elected | None = None
    for candidate in zone.candidates():
        if not may_win(candidate):
            continue
        enough = _ENOUGH if best is None else best.score + 1
        votes = [(points, why) for points, why, holds in FOR if holds(candidate)]
        if sum([points for points, _ in votes]) < enough:
            continue
        votes.extend([(points, why) for points, why, holds in AGAINST if holds(candidate)])
        score = sum([points for points, _ in votes])
        if score >= enough:
            best = _Elected(candidate.block, score, tuple([why for _, why in votes]))
    return best


def _printed(best: _Elected, zone: TitleZone) -> Title:
    """Return the title that a line says. Of several copies it is the last: the others are crumbs of the way there.

    Where all is short lines, one that is set less apart, behind lines without a link, is a poem's.
    """
    said = zone.said[best.block.order]
    same = [b for b in zone.likely if zone.said[b.order] == said and zone.is_early(b)]
    alike = [b for b in same if not _is_refrain(b, best.block, zone)]
    unlinked = [b for b in alike if b.text and not is_linked(b)]
    title = (unlinked or alike or [best.block])[-1]
    copies = tuple(b.order for b in same if b.order < title.order)
    return Title(text=zone.shown[title.order], order=title.order, copies=copies, votes=best.votes)


def _is_refrain(block: TextBlock, title: TextBlock, zone: TitleZone) -> bool:
    """Return whether a `block` says what the `title` does as a line of a text of short lines."""
    if zone.prose_at is not None or rank_of(block) >= rank_of(title):
        return False
    between = [b for b in zone.likely if title.order < b.order < block.order]
    return len(between) >= _VERSES and not any(b.linked_words for b in between)


def _title_picture(blocks: Sequence[TextBlock], *, behind: int, before: int | None) -> TextBlock | None:
    """Return the first picture between two places that says some words, and leads nowhere."""
    for block in blocks:
        if before is not None and block.order >= before:
            return None
        says = not block.text and 0 < block.shown.count(" ") + bool(plain(block.shown)) <= _LONGEST_ALT
        if says and block.order > behind and not any(span.url for span in block.spans):
            return block
    return None


def _is_like(text: str, told: Iterable[str]) -> bool:
    """Return whether `text` has most words in common with what head or contents say."""
    words = set(plain(text).split())
    return any(len(words & other) * 2 > min(len(words), len(other)) for other in map(_word_set, told))


def _word_set(text: str) -> set[str]:
    return set(text.split())


def _set_apart(zone: TitleZone) -> Title | None:
    """Return the first of the lines behind the masthead and before the text that is set apart, however long it is."""
    for block in zone.behind:
        if zone.prose_at is None or block.order > zone.prose_at or block.order in zone.over:
            continue
        if (block.heading or block.strong) and not block.linked_words and not is_signature(block.text):
            votes = ("set apart over the text, and nothing else says one",)
            return Title(text=block.text, order=block.order, copies=(), votes=votes)
    return None


def _unprinted(heads: Heads, promised: str | None) -> Title | None:
    """Return the title that no block says."""
    if promised:
        return Title(text=promised, order=None, copies=(), votes=("only the contents say it",))
    if heads.texts:
        return Title(text=heads.texts[0], order=None, copies=(), votes=("only the page's head says it",))
    return None
