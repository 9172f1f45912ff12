"""What an article leads to, at its end and in its midst: links to other sites, and what stands behind them.

Only where a site's frame is known can an article's own references be told from the links that any page carries.
"""

from __future__ import annotations

from itertools import groupby, takewhile
from typing import TYPE_CHECKING

from pipelines.addresses import host_of
from pipelines.article.apart import often
from pipelines.article.author_note import is_about_author
from pipelines.article.body import is_navigation
from pipelines.furniture.boilerplate import (
    HEADINGS,
    Surrounding,
    advertisements,
    is_over_references,
    is_subheading,
    surrounding,
)
from pipelines.furniture.sayings import ABOUT_SOMEBODY
from pipelines.words.names import names_in

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from pipelines.document.textblock import TextBlock

_MOST_OWN = 3
"""Links in a row to the site's own pages that end an article: a list of other articles."""

_ENOUGH = 60
"""Words of prose that are some text."""

_FEW = 150
"""Words of prose behind a heading that is learned which are others', even where less is before it."""

_LINE = 5
"""Words of a line below a drawing."""

_COMMENTS = ("comment", "comments", "комментарии", "kommentare", "commentaires")
_NEAR = 16
"""Blocks among which a heading over teasers has its links."""

_CAPTION = 8
"""Words of a caption that ends with whose the picture is."""

_DAYS = 2
"""Dates between paragraphs from which they are those of a text's parts."""

_PROSE = 12
_LINKED = 0.5

_COPYRIGHT = ("©", "(c)", "copyright", "all contents copyright", "all rights reserved")


def ends_page(block: TextBlock) -> bool:
    """Return whether a block says whose the page is: no text stands behind it."""
    return surrounding(block) is Surrounding.NOTICE and block.text.casefold().lstrip(" .|-–—*").startswith(
        _COPYRIGHT
    )


def own_headings(
    blocks: Sequence[TextBlock], *, start: int, learned: Collection[int], page: str
) -> frozenset[int]:
    """Return the headings behind `start` that may lead to teasers elsewhere, and here are set as the text's others are.

    A site says what is over its teasers on many pages (`learned`); `What's Next` on one is the text's own. So is
    `Further Reading` over links that lead to other sites than that of the `page`, however it is set.
    """
    levels: set[int] = set()
    found: set[int] = set()
    for block in blocks[start:]:
        if block.heading is None or block.linked_words or block.order in learned:
            continue
        around = surrounding(block)
        if around is None:
            levels.add(block.heading)
        elif around is Surrounding.TAIL and block.heading in levels and not _is_told_apart(block):
            found.add(block.order)
    found.update(
        block.order
        for block in blocks[start:]
        if block.order not in learned
        and is_over_references(block)
        and leads_out(blocks, block.order + 1, page)
    )
    return frozenset(found)


def leads_out(blocks: Sequence[TextBlock], at: int, page: str) -> bool:
    """Return whether a list of links stands at that place, and most lead to other sites than that of the `page`."""
    links = list(takewhile(lambda b: b.linked_words > 0, (b for b in blocks[at : at + _NEAR] if b.text)))
    return bool(links) and len(_leading_out(links, host_of(page))) * 2 > len(links)


def _is_told_apart(block: TextBlock) -> bool:
    """Return whether a heading is over what is no text wherever it stands: comments, what is told of somebody."""
    somebody = ABOUT_SOMEBODY.fullmatch(block.text)
    return (
        is_about_author(block)
        or block.text.casefold().startswith(_COMMENTS)
        or (somebody is not None and bool(names_in(somebody[1])))
    )


def text_only(
    blocks: Sequence[TextBlock],
    *,
    start: int,
    learned: Collection[int] = (),
    within: Collection[int] = (),
    title: str = "",
) -> Sequence[TextBlock]:
    """Return `blocks` up to the first behind `start` behind which there is no text, if most of the text is before it.

    That is a line that says whose the page is, or a heading over comments or teasers, however many pages it stands on.
    Before a heading that is `learned` to stand there, or says that the author is told of, may be a picture and its
    caption only, if little is behind it, and before one over comments, if it is learned or says what is commented on
    (`title`), no more than a line. What is `within` the text, its own headings and links set into it, ends none.
    """
    words = sum(b.words for b in blocks[start:] if _is_prose(b))
    before = own = 0
    for block in blocks[start:]:
        if block.order in within:
            continue
        over_comments = block.order in learned and _is_over_comments(block)
        if (
            not over_comments
            and _is_over_others(block)
            and is_subheading(block, blocks[block.order + 1 : block.order + _NEAR])
        ):
            continue
        if before >= _ENOUGH and before * 2 > words and (ends_page(block) or _is_over_others(block)):
            return blocks[: block.order]
        short = own >= _PROSE and words - before <= max(_FEW, 2 * own)
        if own >= _LINE and title and title in block.text and surrounding(block) is Surrounding.COMMENTS:
            return blocks[: block.order]
        # A cartoon has a line, and may have a hundred comments: nobody sets these above it.
        ends = short or (own >= _LINE and over_comments)
        may_end = ends and not block.linked_words and _is_over_others(block)
        if may_end and (block.order in learned or is_about_author(block)):
            return blocks[: block.order]
        if _is_prose(block):
            before += block.words
        if block.order not in learned:
            own += block.words - block.linked_words
    return blocks


def _is_prose(block: TextBlock) -> bool:
    return block.words >= _PROSE and block.link_share < _LINKED and surrounding(block) is None


def _is_over_comments(block: TextBlock) -> bool:
    """Return whether a block is set as a heading and says that comments follow."""
    if block.heading is None and not block.strong:
        return False
    said = block.text.casefold().strip(" .:")
    return surrounding(block) is Surrounding.COMMENTS or said in _COMMENTS


def _is_over_others(block: TextBlock) -> bool:
    return surrounding(block) in HEADINGS


def completed(
    stretch: Sequence[TextBlock],
    free: Sequence[TextBlock],
    *,
    blocks: Sequence[TextBlock],
    walls: Collection[int],
    own_headings: Collection[int],
    page: str,
) -> tuple[TextBlock, ...]:
    """Return `stretch` with its own references: links to other sites inside, and all up to the frame behind it.

    `blocks` are all of the page's, `walls` is where furniture stands, `page` its address. Where all of the frame stands
    before the text, the page's end is as good as furniture behind it.
    """
    if not stretch:
        return ()
    held = {b.order for b in stretch}
    first, last = stretch[0].order, stretch[-1].order
    out = _leading_out(free, host_of(page))
    inside = [b for b in free if first < b.order < last and b.order not in held]
    inside = [b for b in inside if b.order in out] + _set_within(inside, stretch, blocks)
    wall = min((order for order in walls if order > last), default=len(blocks) if walls else last)
    behind = [b for b in free if last < b.order < wall]
    added = [*inside, *_own(behind, out, own_headings)]
    return tuple(sorted((*stretch, *added), key=_place))


def _set_within(
    dropped: Sequence[TextBlock], stretch: Sequence[TextBlock], blocks: Sequence[TextBlock]
) -> list[TextBlock]:
    """Return what the article itself sets between its parts: captions, whose the picture is too, days of a diary.

    That is of `dropped`, what was left out within `stretch`, behind the first prose: before it are the lines that stand
    below a title. The first of several letters or days has its date below its own heading.
    """
    if not dropped:
        return []
    prose = next((b.order for b in stretch if b.words >= _PROSE), stretch[-1].order)
    days = [b.order for b in dropped if surrounding(b) is Surrounding.POSTED]
    if sum(order > prose for order in days) >= _DAYS:
        prose = next((order - 1 for order in days if any(b.order == order - 1 for b in stretch)), prose)
    said = {b.text for b in stretch}
    sold = advertisements(blocks)
    none = {*sold, *sold.values(), *often(dropped)}
    return [
        b
        for b in dropped
        if b.order > prose and b.text and not b.linked_words and b.text not in said
        if b.order not in none and _may_be_within(b)
    ]


def _may_be_within(block: TextBlock) -> bool:
    around = surrounding(block)
    if around is Surrounding.POSTED:
        return ":" not in block.text  # with the hour it is when a reader wrote
    return around is None or (around is Surrounding.CREDIT and block.words >= _CAPTION)


def _place(block: TextBlock) -> int:
    return block.order


def _own(
    behind: Sequence[TextBlock], out: Collection[int], own_headings: Collection[int]
) -> Iterator[TextBlock]:
    """Yield what of the blocks behind a text belongs to it, up to a list of the site's other pages."""
    links: list[TextBlock] = []
    for block in behind:
        if block.order not in own_headings:
            if _is_over_others(block):
                return
            if surrounding(block) is not None:
                continue
        if block.order not in out and is_navigation(block):
            links.append(block)
            if len(links) >= _MOST_OWN:
                return
            continue
        if block.text or block.pictures:
            links.clear()
            yield block


def _leading_out(blocks: Sequence[TextBlock], host: str) -> set[int]:
    """Return the blocks of links of which most lead to other sites; a list counts as a whole."""
    found: set[int] = set()
    for _, group in groupby((b for b in blocks if b.linked_words), key=_list_of):
        together = list(group)
        hosts = [host_of(span.url) for b in together for span in b.spans if span.url and not span.image]
        if sum(1 for one in hosts if one not in ("", host)) * 2 > len(hosts):
            found.update(b.order for b in together if surrounding(b) is None)
    return found


def _list_of(block: TextBlock) -> tuple[bool, int]:
    """Return what is the same for the items of one list, and for no other blocks."""
    return (True, block.list_id) if block.list_id is not None else (False, block.order)
