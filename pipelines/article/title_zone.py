"""The lines of a page among which its title is, and what is known of them before it is voted on."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from pipelines.article.around_authors import around_authors
from pipelines.article.author_line import is_signature
from pipelines.article.column import first_line, over_title
from pipelines.article.heads import plain, without_date
from pipelines.article.title_votes import Candidate, is_most, leads_away
from pipelines.words.masking import is_issue_date

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

    from pipelines.article.heads import Heads
    from pipelines.document.textblock import TextBlock
    from pipelines.profile import Profile

_LONGEST = 40
_LINKED = 0.5
_LONGEST_LABEL = 4
_PROSE = 25
_FIRST_LINES = 3
"""Lines behind the masthead among which a column's name may stand over the title."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleZone:
    """The short lines of a page and what is known of them.

    `told` is what the head and the contents say, plain, `alone` the same without what the head says of the site, too.
    `shown` and `said` are what each line says, as printed and plain; `likely` are those that may be the title.
    `prose_at` is where the first longer text stands (None: nowhere), `half` where half of the text has been said.
    `behind` are the first lines behind the masthead, `over` the lines there that stand over titles, and are none,
    `in_column` says whether a column's name is among them;
    `signed` stand over author lines, or over where an author works; `early` counts what lines before the text say.
    """

    page: str
    heads: Heads
    promised: str | None
    told: frozenset[str]
    alone: frozenset[str]
    shown: Mapping[int, str]
    said: Mapping[int, str]
    likely: tuple[TextBlock, ...]
    prose_at: int | None
    half: int
    behind: tuple[TextBlock, ...]
    over: frozenset[int]
    in_column: bool
    first: int | None
    signed: frozenset[int]
    early: Mapping[str, int]

    def is_early(self, block: TextBlock) -> bool:
        """Return whether a block stands before the first longer text."""
        return self.prose_at is None or block.order < self.prose_at

    def candidates(self) -> Iterator[Candidate]:
        """Yield each line that may be the title with what the votes ask about it."""
        said, over, prose_at = self.said, self.over, self.prose_at
        # Where heads say no site's name all of one is the page's own.
        own = frozenset(map(plain, self.heads.own or self.heads.texts[:1]))
        named = frozenset(map(plain, self.heads.texts))
        listed = plain(self.promised) if self.promised else None
        told_early = frozenset(text for text in self.early if is_most(text, own)) - {said[n] for n in over}
        for block in self.likely:
            text = said[block.order]
            # Where the head's own words are printed, what it does not say is a menu's, or the heading of a part.
            other = bool(told_early) and text not in told_early
            late = prose_at is not None and block.order > (self.half if text in self.told else prose_at)
            yield Candidate(  # by place, which takes half as long as by name: each short block may be one
                block,
                text,
                named,
                listed,
                1 if other else self.early.get(text, 0),
                block.order == self.first,
                late,
                block.order in self.signed and not other,
                block.order in over,
                self.in_column and block.order == self.first and not other,
                self.page,
            )


def title_zone(
    blocks: Sequence[TextBlock],
    *,
    heads: Heads,
    promised: str | None,
    after: int,
    profile: Profile,
    over_others: Callable[[TextBlock], bool],
    page: str,
) -> TitleZone:
    """Return the lines of `blocks` among which the title is; the arguments are those of `find_title`."""
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
    likely = tuple(b for b in blocks if said.get(b.order) and said[b.order] not in names)
    prose_at = next((b.order for b in blocks if b.words > _PROSE and b.link_share < _LINKED), None)
    early_on = [b for b in blocks if b.text and (prose_at is None or b.order < prose_at)]
    signed, below, named_at = around_authors(early_on, page)
    over_prose = [b for b in likely if prose_at is None or b.order < prose_at]
    below_frame = (b for b in likely if b.order > after and _may_be_first(b, page))
    columns, behind = _first_lines(
        tuple(islice(below_frame, 2 * _FIRST_LINES)), prose_at, lambda b: said[b.order] in told, over_others
    )
    over = frozenset(b.order for b in columns)
    named = frozenset[int]()
    first = behind[0].order if behind else None
    if behind:
        known = said[behind[0].order] in told
        named = over_title(blocks, behind, prose_at=prose_at, over_others=over_others, told=known)
        over |= named
        if over or not known:
            first = first_line([b for b in behind if b.order not in over], prose_at)
    return TitleZone(
        page=page,
        heads=heads,
        promised=promised,
        told=told,
        alone=alone,
        shown=shown,
        said=said,
        likely=likely,
        prose_at=prose_at,
        half=_half(blocks),
        behind=behind,
        over=over,
        in_column=bool(named),
        first=first,
        signed=signed if first is None or first >= named_at else signed | {first},
        early=Counter(said[b.order] for b in over_prose if b.order not in below),
    )


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


def _may_be_first(block: TextBlock, page: str) -> bool:
    return not leads_away(block, page) and not is_issue_date(block.text)


def _first_lines(
    behind: tuple[TextBlock, ...],
    prose_at: int | None,
    is_told: Callable[[TextBlock], bool],
    over_others: Callable[[TextBlock], bool],
) -> tuple[tuple[TextBlock, ...], tuple[TextBlock, ...]]:
    """Return the lines right `behind` the masthead that stand over a title, and the first ones below them.

    Such are author lines, and a column's name with its issue (`Letters - June 1999`) that stands over other texts, too.
    """
    over = tuple(takewhile(lambda b: not is_told(b) and _is_over_title(b, over_others), behind))
    lines = behind[len(over) :]
    if not lines or (prose_at is not None and lines[0].order >= prose_at):
        return (), behind[:_FIRST_LINES]
    return over, lines[:_FIRST_LINES]


def _is_over_title(block: TextBlock, over_others: Callable[[TextBlock], bool]) -> bool:
    if is_signature(block.text):
        return True
    return without_date(block.text) != block.text and over_others(block)


def _is_pictured(block: TextBlock, told: Collection[str]) -> bool:
    """Return whether a block shows, as a picture, what the head or the contents say the title is."""
    return bool(block.pictures) and plain(block.shown) in told
