"""The title: which block of a page says it, by votes of what else on the page and in the archive names it."""

from __future__ import annotations

from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING

from pipelines.article.author_line import is_signature
from pipelines.article.column import first_line, over_title
from pipelines.article.halves import whole
from pipelines.article.heads import plain
from pipelines.article.lines_below import reviewer
from pipelines.article.title_votes import (
    AGAINST,
    FOR,
    Candidate,
    Title,
    is_linked,
    is_most,
    leads_away,
    may_win,
)
from pipelines.words.masking import is_issue_date

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

    from pipelines.article.heads import Heads
    from pipelines.document.textblock import TextBlock
    from pipelines.profile import Profile

_LONGEST = 40
_LINKED = 0.5
_LONGEST_ALT = 20
_LONGEST_LABEL = 4
_PROSE = 25
_LONGEST_SIGNATURE = 12
"""Words of an author line that may stand below a title."""

_FIRST_LINES = 3
"""Lines behind the masthead among which a column's name may stand over the title."""

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
    names = {plain(name) for name in (*profile.magazine_names, profile.title)}
    told = frozenset(plain(text) for text in (*heads.texts, promised or "") if plain(text))
    # A logo says the site's name, which the head says too: only what is left without it may be a picture.
    alone = frozenset(plain(text) for text in (*heads.own, promised or "") if plain(text))
    shown = {
        b.order: _unlabelled(b.shown, told)
        for b in blocks
        if b.words <= _LONGEST and (b.text or _is_pictured(b, alone))
    }
    said = {order: plain(text) for order, text in shown.items()}
    likely = [b for b in blocks if said.get(b.order) and said[b.order] not in names]
    prose_at = next((b.order for b in blocks if b.words > _PROSE and b.link_share < _LINKED), None)
    half = _half(blocks)
    early_on = [b for b in blocks if b.text and (prose_at is None or b.order < prose_at)]
    signed, below = _around_authors(early_on, page)
    over_prose = [b for b in likely if prose_at is None or b.order < prose_at]
    early = Counter(said[b.order] for b in over_prose if b.order not in below)
    behind = list(islice((b for b in likely if b.order > after and _may_be_first(b, page)), _FIRST_LINES))
    over = frozenset[int]()
    first = behind[0].order if behind else None
    if behind:
        known = said[behind[0].order] in told
        over = over_title(blocks, behind, prose_at=prose_at, over_others=over_others, told=known)
        first = (
            first if known and not over else first_line([b for b in behind if b.order not in over], prose_at)
        )
    best: tuple[int, TextBlock, tuple[str, ...]] | None = None
    named = frozenset(plain(head) for head in heads.texts)
    listed = plain(promised) if promised else None
    own = frozenset(plain(head) for head in heads.own)
    told_early = frozenset(text for text in early if is_most(text, own)) - {said[order] for order in over}
    for block in likely:
        text = said[block.order]
        # Where the head's own words are printed, what it does not say is a menu's, or the heading of a part.
        other = bool(told_early) and text not in told_early
        late = prose_at is not None and block.order > (half if text in told else prose_at)
        candidate = Candidate(  # by place, which takes half as long as by name: each short block may be one
            block,
            text,
            named,
            listed,
            1 if other else early[text],
            block.order == first,
            late,
            block.order in signed and not other,
            block.order in over,
            page,
        )
        if not may_win(candidate):
            continue
        enough = _ENOUGH if best is None else best[0] + 1
        votes = [(points, why) for points, why, holds in FOR if holds(candidate)]
        if sum([points for points, _ in votes]) < enough:
            continue
        votes.extend([(points, why) for points, why, holds in AGAINST if holds(candidate)])
        score = sum([points for points, _ in votes])
        if score >= enough:
            best = (score, block, tuple([why for _, why in votes]))
    if known_site and not alone and (best is None or best[0] < _SURE):
        picture = _title_picture(blocks, behind=after, before=best[1].order if best else prose_at)
        if picture is not None and not (heads.shared and plain(picture.shown) in named):
            return Title(
                text=picture.shown, order=picture.order, copies=(), votes=("a picture over the text",)
            )
    if best is None or (
        best[0] < _SURE
        and (promised or (heads.own and not heads.shared))
        and not _is_like(best[1].shown, told)
    ):
        return _unprinted(heads, promised) or (_set_apart(behind, over, prose_at) if known_site else None)
    _, block, whys = best
    # Of several copies the last is the title: the ones before it are crumbs of the way there.
    same = [
        b for b in likely if said[b.order] == said[block.order] and (prose_at is None or b.order < prose_at)
    ]
    unlinked = [b for b in same if b.text and not is_linked(b)]
    title = (unlinked or same or [block])[-1]
    copies = tuple(b.order for b in same if b.order < title.order)
    found = Title(text=shown[title.order], order=title.order, copies=copies, votes=whys)
    said_so = {plain(text): text for text in (promised or "", *reversed(heads.texts)) if plain(text)}
    return whole(found, [b for b in blocks if b.text], over_others, said_so) if known_site else found


def _unlabelled(text: str, told: Collection[str]) -> str:
    """Return `text` without a label before what the head or the contents call the page: `Subject: TITLE`."""
    label, colon, rest = text.partition(": ")
    if not colon or label.count(" ") >= _LONGEST_LABEL or plain(text) in told or plain(rest) not in told:
        return text
    return rest


def _half(blocks: Sequence[TextBlock]) -> int:
    """Return where half of a page's prose has been said; a box beside a text is often said before it, and shorter."""
    prose = [(b.order, b.words) for b in blocks if b.words > _PROSE and b.linked_words < b.words * _LINKED]
    left = sum(words for _, words in prose) / 2
    for order, words in prose:
        left -= words
        if left <= 0:
            return order
    return 0


def _title_picture(blocks: Sequence[TextBlock], *, behind: int, before: int | None) -> TextBlock | None:
    """Return the first picture between two places that says some words, and leads nowhere."""
    for block in blocks:
        if before is not None and block.order >= before:
            return None
        says = not block.text and 0 < block.shown.count(" ") + bool(plain(block.shown)) <= _LONGEST_ALT
        if says and block.order > behind and not any(span.url for span in block.spans):
            return block
    return None


def _signs(block: TextBlock) -> bool:
    return block.words <= _LONGEST_SIGNATURE and is_signature(block.text)


def _around_authors(early_on: Sequence[TextBlock], page: str) -> tuple[frozenset[int], frozenset[int]]:
    """Return the places of the lines right over author lines, and of those further below the first: where they work."""
    signs = [n for n, b in enumerate(early_on) if _signs(b)]
    over = ((early_on[n - 1], early_on[n]) for n in signs if n)
    signed = frozenset(a.order for a, b in over if not _is_teaser(a, b, page) and not _may_be_credit(a, b))
    return signed, frozenset(b.order for b in early_on[signs[0] + 2 :]) if signs else frozenset()


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


def _may_be_first(block: TextBlock, page: str) -> bool:
    return not leads_away(block, page) and not is_issue_date(block.text)


def _is_pictured(block: TextBlock, told: Collection[str]) -> bool:
    """Return whether a block shows, as a picture, what the head or the contents say the title is."""
    return bool(block.pictures) and plain(block.shown) in told


def _is_like(text: str, told: Iterable[str]) -> bool:
    """Return whether `text` has most words in common with what head or contents say."""
    words = set(plain(text).split())
    return any(len(words & other) * 2 > min(len(words), len(other)) for other in map(_word_set, told))


def _word_set(text: str) -> set[str]:
    return set(text.split())


def _set_apart(behind: Iterable[TextBlock], over: Collection[int], prose_at: int | None) -> Title | None:
    """Return the first of the lines `behind` the masthead and before the text that is set apart, however long it is."""
    for block in behind:
        if prose_at is None or block.order > prose_at or block.order in over:
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
