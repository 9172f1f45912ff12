"""Whether what was found is an article at all: how much it says, and what speaks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipelines.article.listing import lists_others
from pipelines.article.of_magazine import is_of_magazine
from pipelines.article.title_votes import HEAD_SAYS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pipelines.article.article_parts import ArticleParts
    from pipelines.document.textblock import Document, TextBlock
    from pipelines.furniture.piece import Piece
    from pipelines.parsed import Parsed
    from pipelines.site.evidence import Promise, SiteEvidence

_LEAST_WORDS = 8
_DATE = 4
"""Words of a date with its time of the day."""

LEAST_WORDS_ALONE = 60
"""Words of a text for which nothing else speaks: no masthead, no contents, no dateline, no author line."""

_LEAST_WORDS_TITLED = 20
"""Words under a printed title that the page's head names, too, on a site whose frame is known: a short notice."""


def says_enough(
    found: ArticleParts,
    parsed: Parsed,
    free: Iterable[TextBlock],
    pieces: Iterable[Piece],
    promise: Promise | None,
    evidence: SiteEvidence,
    *,
    known: bool,
) -> bool:
    """Return whether what was `found` has as many words as an article needs, and is not what a magazine says of itself.

    It needs the fewer, the more speaks for it; `known`: a masthead does, or the contents.
    """
    page, printed = parsed.document, found.title.order is not None
    signed = bool(found.byline.orders and found.byline.authors) and printed
    news = found.kind == "news"
    titled = evidence.frame_known and printed and HEAD_SAYS in found.title.votes
    least = _LEAST_WORDS_TITLED if titled else LEAST_WORDS_ALONE
    if known or news or signed or (titled and not lists_others(free)):
        least = _LEAST_WORDS
    if (promise is not None or signed) and any(b.pictures for b in _beneath(page, found)):
        least = int(any(b.text for b in found.body))  # a drawing, and what stands below it, if anything
    # A list of news is labelled as they are, and is no text: links, and dates beside them.
    listing = news and found.dateline is None and found.source_line is None
    said = (b.words - b.linked_words for b in found.body)
    words = sum(n for n in said if n > _DATE) if listing else sum(b.words for b in found.body)
    if words < least or known or signed or (news and not listing):
        return words >= least
    labelled = has_news_label(_unlinked(pieces, page))
    return not is_of_magazine(page.url, found.title.text, evidence, news=labelled)


def _beneath(page: Document, found: ArticleParts) -> Sequence[TextBlock]:
    """Return the blocks from a printed title to the last of its text: a drawing stands among them."""
    last = found.body[-1].order if found.body else 0
    return () if found.title.order is None else page.blocks[found.title.order + 1 : last + 1]


def _unlinked(pieces: Iterable[Piece], page: Document) -> Iterable[Piece]:
    """Yield the pieces that begin with no link: `News` in a menu says nothing of the page."""
    return (p for p in pieces if not page.blocks[p.orders[0]].linked_words)


def has_news_label(pieces: Iterable[Piece]) -> bool:
    """Return whether one of these pieces is a label that says `NEWS`."""
    return any(p.kind == "label" and "NEWS" in p.text.upper() for p in pieces)
