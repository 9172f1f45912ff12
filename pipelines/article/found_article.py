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
    # Where the site's frame is known, what stands apart inside an article is its own: a note on the author, a caption.
    apart = frozenset[int]() if evidence.frame_known else _apart(parsed.document, title)
    stretch = _stretch(parsed, free, pieces, title, apart, known_site=evidence.frame_known)
    if stretch is None:
        return None
    authors = promise.authors if promise else ()
    known_authors = KnownAuthors(
        promised=authors,
        holders=_holders(parsed.document, title, evidence),
        in_title=in_title or signed_head(parsed.document.titles),
        signing=signing,
        signers=evidence.signers,
        over_others=partial(is_over_others, evidence.model),
        known_site=evidence.frame_known,
    )
    byline = find_byline(_author_lines(parsed.document, free, stretch, apart, title), known_authors)
    if title.order is None:
        title = replace(title, text=without_author(title.text, byline.authors))
    body = _text(stretch, byline, title, parsed.document, known_site=evidence.frame_known)
    source = find_source(body, free, parsed.document.blocks)
    if source is not None:
        body = tuple(b for b in body if b.order != source.order)
    body = without_folios(without_address(body, page=parsed.document.url))
    first = next((b.text for b in body if b.text), "")
    dateline = read_dateline(first)
    known = masthead is not None or promise is not None
    news = not known and (dateline is not None or source is not None or has_news_label(pieces))
    found = ArticleParts(
        kind="news" if news else "magazine",
        title=title,
        byline=_reporting(first) or NOBODY if byline is NOBODY else byline,
        body=body,
        issue=_issue(masthead, promise, parsed, evidence),
        source_line=source.text if source is not None else None,
        dateline=dateline,
        apart=apart,
    )
    if is_list(found, parsed, free, pieces, promise, evidence):
        return None
    return found if says_enough(found, parsed, free, pieces, promise, evidence, known=known) else None


def _apart(page: Document, title: Title) -> frozenset[int]:
    """Return the places that the page's own mark-up sets outside the text under `title`."""
    return outside(page.blocks, page.regions, title=title.order)


def _stretch(
    parsed: Parsed,
    free: Sequence[TextBlock],
    pieces: Sequence[Piece],
    title: Title,
    apart: frozenset[int],
    *,
    known_site: bool,
) -> tuple[TextBlock, ...] | None:
    """Return the text under `title`, or its drawings; None where it stands over neither."""
    inner = tuple(b for b in free if b.order not in apart) if apart else free
    start = 0 if title.order is None else title.order + 1
    stretch = find_stretch(parsed, inner, pieces, title, start=start, apart=apart, known_site=known_site)
    if stretch or title.order is None:
        return stretch
    return _drawings(inner, title.order) or None


def _holders(page: Document, title: Title, evidence: SiteEvidence) -> tuple[str, ...]:
    """Return who holds the copyright, by what stands behind `title`; nobody where the site's frame is not known."""
    start = 0 if title.order is None else title.order + 1
    return holders(page.blocks[start:], evidence.model) if evidence.frame_known else ()


def _author_lines(
    page: Document,
    free: Sequence[TextBlock],
    stretch: Sequence[TextBlock],
    apart: frozenset[int],
    title: Title,
) -> AuthorLines:
    """Return the lines of a page among which author lines are."""
    # A title that only the head or the contents say stands nowhere; an author line may stand above the text.
    top = title.order if title.order is not None else stretch[0].order if stretch else 0
    trail = f" {plain(title.text)}"
    before = [b for b in free if b.text and b.order < top and b.order not in title.copies]
    return AuthorLines(
        body=(*stretch, *_foot(free, stretch, apart, page.blocks)),
        page=page.blocks,
        between=_between(free, title, stretch),
        above=[b for b in before if not plain(b.text).endswith(trail)][-_ABOVE:],
        behind=_behind(free, stretch),
        url=page.url,
        mailed=page.mailed,
    )


def _reporting(first: str) -> Byline | None:
    """Return who reported, by what a text's `first` block says behind its dateline."""
    reporter = read_reporter(first)
    if not reporter or not is_name(reporter):
        return None
    return Byline(authors=(reporter,), text=reporter, orders=(), reason="named behind the dateline")


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
    if not known_site:
        body = without_strays(as_stated(body, page.stated) if page.stated else body, page=page.url)
        if title.order is not None:
            body = without_standfirst(body, page.blocks, title=title.order, author_lines=byline.orders)
    return _out_of_frame(body, title, page.blocks)


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
