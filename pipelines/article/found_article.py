"""The article of a page: the stretch of its text, who wrote it, which issue it belongs to."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from pipelines.addresses import canonical
from pipelines.article.article_parts import ArticleParts
from pipelines.article.author_evidence import AuthorLines, KnownAuthors
from pipelines.article.author_line import is_signature
from pipelines.article.by_statement import as_stated
from pipelines.article.byline import NOBODY, Byline, find_byline
from pipelines.article.enough import has_news_label, says_enough
from pipelines.article.folios import without_address, without_folios
from pipelines.article.heads import plain, without_author
from pipelines.article.holder import holders
from pipelines.article.listing import is_list
from pipelines.article.news import find_source, read_dateline, read_reporter
from pipelines.article.of_magazine import is_first_page
from pipelines.article.regions import outside
from pipelines.article.signed_title import signed_head, unsigned
from pipelines.article.standfirst import without_standfirst
from pipelines.article.strays import without_strays
from pipelines.article.stretch import find_stretch
from pipelines.page import IssueLink
from pipelines.site.evidence import Place
from pipelines.site.folders import in_folder
from pipelines.site.over_text import is_over_others
from pipelines.words.names import is_name

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from pipelines.article.title_votes import Title
    from pipelines.document.textblock import Document, TextBlock
    from pipelines.furniture.piece import Piece
    from pipelines.parsed import Parsed
    from pipelines.site.evidence import Promise, SiteEvidence

_LONG = 25
_ABOVE = 3
"""Lines above a title among which its author may be named."""

_NEAR_TEXT = 3
"""Lines behind a text among which somebody may sign it."""

_LINKED = 0.5
_FOOT = 2
"""Blocks at the foot of an article among which its author line may be."""


def find_article(
    parsed: Parsed,
    free: Sequence[TextBlock],
    pieces: Sequence[Piece],
    title: Title | None,
    promise: Promise | None,
    masthead: Piece | None,
    evidence: SiteEvidence,
    told: Collection[str] = (),
) -> ArticleParts | None:
    """Return the article under `title`, None when there is too little text to be one.

    `free` are the blocks that none of `pieces` takes; `promise` is what an issue's contents say of the page, `told` are
    the titles (plain) that they or the page's head say.
    """
    if title is None or (promise is None and is_first_page(parsed.document.url, evidence)):
        return None
    signing = evidence.signing.get(canonical(parsed.document.url), frozenset())
    title, in_title = unsigned(title, told, habit=Place.TITLE in signing)
    start = 0 if title.order is None else title.order + 1
    known_site = evidence.frame_known
    # Where the site's frame is known, what stands apart inside an article is its own: a note on the author, a caption.
    apart = (
        frozenset[int]()
        if known_site
        else outside(parsed.document.blocks, parsed.document.regions, title=title.order)
    )
    inner = tuple(b for b in free if b.order not in apart) if apart else free
    stretch = find_stretch(parsed, inner, pieces, title, start=start, apart=apart, known_site=known_site)
    if not stretch and title.order is not None:
        stretch = _drawings(inner, title.order)
        if not stretch:
            return None
    # A title that only the head or the contents say stands nowhere; an author line may stand above the text.
    top = title.order if title.order is not None else stretch[0].order if stretch else 0
    trail = f" {plain(title.text)}"
    before = [b for b in free if b.text and b.order < top and b.order not in title.copies]
    before = [b for b in before if not plain(b.text).endswith(trail)]
    byline = find_byline(
        AuthorLines(
            body=(*stretch, *_foot(free, stretch, apart, parsed.document.blocks)),
            page=parsed.document.blocks,
            between=_between(free, title, stretch),
            above=before[-_ABOVE:],
            behind=_behind(free, stretch),
            url=parsed.document.url,
            mailed=parsed.document.mailed,
        ),
        KnownAuthors(
            promised=promise.authors if promise else (),
            holders=holders(parsed.document.blocks[start:], evidence.model) if known_site else (),
            in_title=in_title or signed_head(parsed.document.titles),
            signing=signing,
            signers=evidence.signers,
            over_others=partial(is_over_others, evidence.model),
            known_site=known_site,
        ),
    )
    if title.order is None:
        title = replace(title, text=without_author(title.text, byline.authors))
    body = _text(stretch, byline, title, parsed.document, known_site=known_site)
    body = _out_of_frame(body, title, parsed.document.blocks)
    source = find_source(body, free, parsed.document.blocks)
    if source is not None:
        body = tuple(b for b in body if b.order != source.order)
    body = without_folios(without_address(body, page=parsed.document.url))
    first = next((b for b in body if b.text), None)
    dateline = read_dateline(first.text) if first is not None else None
    if (
        byline is NOBODY
        and first is not None
        and (reporter := read_reporter(first.text))
        and is_name(reporter)
    ):
        byline = Byline(authors=(reporter,), text=reporter, orders=(), reason="named behind the dateline")
    known = masthead is not None or promise is not None
    news = not known and (dateline is not None or source is not None or has_news_label(pieces))
    found = ArticleParts(
        kind="news" if news else "magazine",
        title=title,
        byline=byline,
        body=body,
        issue=_issue(masthead, promise, parsed, evidence),
        source_line=source.text if source is not None else None,
        dateline=dateline,
        apart=apart,
    )
    if is_list(found, parsed, free, pieces, promise, evidence):
        return None
    return found if says_enough(found, parsed, free, pieces, promise, evidence, known=known) else None


def _drawings(free: Iterable[TextBlock], title: int) -> tuple[TextBlock, ...]:
    """Return the pictures right below a title over no text, a line or two between: a cartoon without a word."""
    below = list(islice((b for b in free if b.order > title), _NEAR_TEXT + 1))
    return tuple(b for b in below if b.pictures and not b.shown)


def _foot(
    free: Sequence[TextBlock], stretch: Sequence[TextBlock], apart: Collection[int], page: Sequence[TextBlock]
) -> list[TextBlock]:
    """Return the first blocks right behind the text that stand apart, or a link: a foot, which may name the author."""
    if not stretch:
        return []
    end = stretch[-1].order
    if apart:
        behind = (b for b in free if b.order > end and b.text)
        return list(islice(takewhile(lambda b: b.order in apart, behind), _FOOT))
    following = next((b for b in page[end + 1 : end + 1 + _NEAR_TEXT] if b.text), None)
    if following is None or following.link_share <= _LINKED or not is_signature(following.text):
        return []
    return [following] if following in free else []


def _text(
    stretch: Sequence[TextBlock],
    byline: Byline,
    title: Title,
    page: Document,
    *,
    known_site: bool,
) -> tuple[TextBlock, ...]:
    """Return the stretch without author lines; standfirst and strays are told only where the site is not known."""
    body = tuple(b for b in stretch if b.order not in byline.orders)
    if known_site:
        return body
    body = without_strays(as_stated(body, page.stated) if page.stated else body, page=page.url)
    if title.order is None:
        return body
    return without_standfirst(body, page.blocks, title=title.order, author_lines=byline.orders)


def _out_of_frame(
    body: tuple[TextBlock, ...], title: Title, page: Sequence[TextBlock]
) -> tuple[TextBlock, ...]:
    """Return `body` out of the list that holds the title, too: it lays the page out."""
    frame = None if title.order is None else page[title.order].list_id
    if frame is None:
        return body
    return tuple(b._replace(list_id=None) if b.list_id == frame else b for b in body)


def _between(free: Iterable[TextBlock], title: Title, stretch: Sequence[TextBlock]) -> tuple[TextBlock, ...]:
    """Return the blocks between a printed title and the first longer text, or any where none is long."""
    text = next((b.order for b in stretch if b.words >= _LONG and b.link_share < _LINKED), None)
    text = stretch[0].order if text is None and stretch else text
    if title.order is None or text is None:
        return ()
    return tuple(b for b in free if title.order < b.order < text and b.text)


def _behind(free: Iterable[TextBlock], stretch: Sequence[TextBlock]) -> list[TextBlock]:
    """Return the free blocks among the few right behind the text."""
    end = stretch[-1].order if stretch else 0
    return [b for b in free if end < b.order <= end + _NEAR_TEXT and b.text] if stretch else []


def _issue(
    masthead: Piece | None, promise: Promise | None, parsed: Parsed, evidence: SiteEvidence
) -> IssueLink | None:
    """Return the issue: what the masthead prints, else whose contents promise the page, or in whose folder it lies."""
    if masthead is not None and (printed := issue_of_masthead(masthead)) is not None:
        return printed
    if promise is not None and promise.issue is not None:
        return promise.issue
    address = canonical(parsed.document.url)
    return evidence.issues.get(address) or in_folder(address, evidence.folders)


def issue_of_masthead(piece: Piece) -> IssueLink | None:
    """Return the issue that a masthead prints, None when it prints the magazine's name alone."""
    if piece.year is None or piece.number is None:
        return None
    return IssueLink(year=piece.year, number=piece.number, url=None)
