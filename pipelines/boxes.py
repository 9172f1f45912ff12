"""What is left over in the boxes around an article: readers' comments, teasers of others, what a frame says anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipelines.article.author_note import is_about_author
from pipelines.document.textblock import fold
from pipelines.furniture.boilerplate import HEADINGS, Surrounding, surrounding
from pipelines.furniture.partners import BY_PLACE
from pipelines.furniture.piece import Piece, without

if TYPE_CHECKING:
    from collections.abc import Sequence

    from output.models import FurnitureKind
    from pipelines.article.article_parts import ArticleParts
    from pipelines.document.textblock import TextBlock

_MOST_WORDS = 100
"""Words of what a frame says anew; more of them must be less than half of the article's."""

_SHORT = 6
_MOST_OVER = 2
"""Lines over a title; more of them are no label."""


def boxed(blocks: Sequence[TextBlock], pieces: Sequence[Piece], article: ArticleParts) -> list[Piece]:
    """Return what no piece has taken of `blocks` (all of a page's) around `article`, but not within it, in boxes.

    A box's words are this page's alone, its place is not: under a heading over comments or teasers, or between what is
    learned to stand on many pages. Comments and words of the frame are `repeated` (on no number of pages), teasers
    `navigation`: the first words of what their link leads to.
    """
    if not article.body:
        return []
    first = article.body[0].order if article.title.order is None else article.title.order
    last = article.body[-1].order
    taken = {b.order for b in article.body} | {first, *article.title.copies, *article.byline.orders}
    left = [
        b
        for b in without(blocks, pieces)
        if b.text and b.order not in taken and b.text != article.source_line
    ]
    if not left:
        return []
    behind = _behind(blocks, [b for b in left if b.order > last], pieces, article)
    words = sum(b.words for b in article.body)
    return [*_above(left, pieces, first, words), *behind]


def _above(left: Sequence[TextBlock], pieces: Sequence[Piece], first: int, words: int) -> list[Piece]:
    """Return what stands above the article: what is between furniture that is learned belongs to the frame.

    What is below it are the short lines over a title, which say where in the issue it stands. Longer ones are boxes,
    like what stands above all that is learned, if they say less than half of the article's `words`.
    """
    learned = _learned(pieces)
    if not learned:
        return []
    above = [order for order in learned if order < first] or [-1]
    begins, ends = min(above), max(above)
    found = [_in_frame(b) for b in left if begins < b.order < ends]
    over = [b for b in left if ends < b.order < first]
    beyond = [b for b in left if b.order < begins]
    if len(over) <= _MOST_OVER and all(b.words <= _SHORT and not b.text.endswith(".") for b in over):
        found.extend(
            Piece(
                kind="label",
                orders=(b.order,),
                text=b.text,
                reason="a short line over the title",
                name=b.text,
            )
            for b in over
        )
        over = []
    if above != [-1] and sum(b.words for b in (*beyond, *over)) * 2 <= words:
        found.extend(map(_in_frame, (*beyond, *over)))
    return found


def _behind(
    blocks: Sequence[TextBlock], left: Sequence[TextBlock], pieces: Sequence[Piece], article: ArticleParts
) -> list[Piece]:
    """Return what is `left` behind the article, from its page's frame or a heading over others on."""
    if not left:
        return []
    last = article.body[-1].order
    frame = min((order for order in _learned(pieces) if order > last), default=len(blocks))
    places = {b.order for b in left}
    found: list[Piece] = []
    in_frame: list[TextBlock] = []
    heading: Surrounding | None = None
    linked = False  # whether anything from the heading on is a link
    of_author = False
    for block in blocks[last + 1 :]:
        linked = linked or bool(block.linked_words)
        if block.order in places:
            if heading is Surrounding.COMMENTS:
                found.append(_piece("repeated", block, "under a heading over comments"))
            elif of_author:
                found.append(_piece("repeated", block, "told of the author"))
            elif heading is not None and linked:
                found.append(_piece("navigation", block, "under a heading over other articles"))
            elif heading is not None or block.order > frame:
                in_frame.append(block)
        if (over := _heads_others(block)) is not None:
            heading, linked = over, bool(block.linked_words)
            of_author = is_about_author(block)
    # More text behind a frame than before it is none of the frame's: the article may be there.
    if sum(b.words for b in in_frame) <= max(_MOST_WORDS, sum(b.words for b in article.body) // 2):
        found.extend(map(_in_frame, in_frame))
    return found


def _learned(pieces: Sequence[Piece]) -> list[int]:
    """Return where furniture stands that is known from other pages; links by their place are believed for that only."""
    return [order for piece in pieces if piece.pages or piece.reason == BY_PLACE for order in piece.orders]


def _heads_others(block: TextBlock) -> Surrounding | None:
    """Return over what a block is a heading, None if over nothing."""
    around = surrounding(block)
    if around is Surrounding.TAIL and block.text.casefold().startswith("comment"):
        return Surrounding.COMMENTS
    return around if around in HEADINGS else None


def _in_frame(block: TextBlock) -> Piece:
    return _piece("repeated", block, "within what stands on many pages")


def _piece(kind: FurnitureKind, block: TextBlock, reason: str) -> Piece:
    links = tuple((fold(s.text), s.url) for s in block.spans if s.url and s.text.strip())
    return Piece(kind=kind, orders=(block.order,), text=block.shown, reason=reason, links=links)
