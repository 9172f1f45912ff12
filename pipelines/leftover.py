"""What is left of a page when its article is known: crumbs of the way there, lists of links, notices of any site."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipelines.article.body import is_navigation
from pipelines.article.stretch import is_ruler
from pipelines.article.title_votes import is_linked
from pipelines.document.textblock import fold
from pipelines.furniture.boilerplate import advertisements, surrounding
from pipelines.furniture.piece import Piece

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from pipelines.article.article_parts import ArticleParts
    from pipelines.document.textblock import TextBlock
    from pipelines.parsed import Parsed
_STEP = 8
"""Words of a trail's last step, with the signs between the others."""

_CRUMB = re.compile(r"\s(?:»|>{1,3}|->|›|→|::|/)\s")


def less(free: Sequence[TextBlock], article: ArticleParts) -> tuple[TextBlock, ...]:
    """Return what of `free` the article has not taken."""
    gone = {b.order for b in article.body} | set(article.byline.orders) | set(article.title.copies)
    gone.add(-1 if article.title.order is None else article.title.order)
    return tuple(b for b in free if b.order not in gone and b.text != article.source_line)


def crumbs(parsed: Parsed, article: ArticleParts) -> list[Piece]:
    """Return the copies of the title that stand before it, as breadcrumbs."""
    blocks = parsed.document.blocks
    return [
        Piece(
            kind="breadcrumb",
            orders=(order,),
            text=blocks[order].text,
            reason="the title, printed before it",
            name=blocks[order].text,
        )
        for order in article.title.copies
    ]


def navigation(free: Sequence[TextBlock], article: ArticleParts | None) -> list[Piece]:
    """Return the link lists among what is left, a piece a block; `Home » Journals » №4` is a breadcrumb."""
    found = []
    first = article.body[0].order if article is not None and article.body else None
    for block in free:
        if not block.shown or (block.text and not block.linked_words):
            continue
        trail = _CRUMB.search(f" {block.text} ") is not None and (first is None or block.order < first)
        to_here = trail and (_leads_to_its_end(block) or _ends_in(block, article))
        if not (is_navigation(block) or not block.text or is_linked(block) or to_here):
            continue
        found.append(
            Piece(
                kind="breadcrumb" if trail else "navigation",
                orders=(block.order,),
                text=block.shown,
                reason="links and no sentence",
                links=tuple((fold(s.text), s.url) for s in block.spans if s.url and s.text.strip()),
            )
        )
    return found


def _ends_in(block: TextBlock, article: ArticleParts | None) -> bool:
    return article is not None and block.text.endswith(article.title.text)


def _leads_to_its_end(block: TextBlock) -> bool:
    """Return whether all steps of a trail but the last are links: `Home > Issue 47 > COLUMN`."""
    steps = [span for span in block.spans if not span.image and any(c.isalnum() for c in span.text)]
    unlinked = block.words - block.linked_words
    return len(steps) > 1 and all(span.url for span in steps[:-1]) and unlinked <= _STEP


def notices(left: Sequence[TextBlock], page: Sequence[TextBlock]) -> list[Piece]:
    """Return what of the blocks `left` says what only the surroundings of an article say, a piece a block.

    `page` are all of its blocks: what stands below the word `Advertisement` is one.
    """
    sold = advertisements(page)
    return [
        Piece(kind="repeated", orders=(block.order,), text=block.shown, reason=why)
        for block in left
        if (why := _notice(block, sold)) is not None
    ]


def _notice(block: TextBlock, sold: Collection[int]) -> str | None:
    if is_ruler(block):
        return "a ruler, which says no word"
    if block.text.isdecimal():
        return "a number, which says no word"
    around = surrounding(block)
    return around.value if around is not None else "an advertisement" if block.order in sold else None
