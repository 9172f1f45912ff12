"""The article of a page: the stretch of its text, who wrote it, which issue it belongs to."""

from __future__ import annotations

from bisect import bisect
from dataclasses import dataclass
from functools import partial
from itertools import islice, takewhile
from typing import TYPE_CHECKING, Literal

from pipelines.addresses import canonical
from pipelines.article.appendix import completed, ends_page, text_only
from pipelines.article.body import find_body, grown, is_navigation
from pipelines.article.boilerplate import Surrounding, advertisements, surrounding
from pipelines.article.by_statement import as_stated
from pipelines.article.byline import NOBODY, Byline, find_byline
from pipelines.article.holder import holders
from pipelines.article.news import find_source, read_dateline, read_reporter
from pipelines.article.regions import outside
from pipelines.article.standfirst import without_standfirst
from pipelines.article.strays import without_strays
from pipelines.article.title import HEAD_SAYS
from pipelines.furniture.counter import BY_PLACE
from pipelines.names import is_name
from pipelines.over_text import is_over_others
from pipelines.page import IssueLink

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

    from pipelines.article.title import Title
    from pipelines.evidence import Promise, SiteEvidence
    from pipelines.furniture.piece import Piece
    from pipelines.parsed import Parsed
    from pipelines.textblock import Document, TextBlock

_LONG = 25
_ABOVE = 3
"""Lines above a title among which its author may be named."""

_LINKED = 0.5
_LEAST_WORDS = 8
_FOOT = 2
"""Blocks at the foot of an article among which its author line may be."""

LEAST_WORDS_ALONE = 60
"""Words of a text for which nothing else speaks: no masthead, no contents, no dateline, no author line."""

_LEAST_WORDS_TITLED = 20
"""Words under a printed title that the page's head names, too, on a site whose frame is known: a short notice."""

_LISTING = 5
"""Lines of links, besides the frame's, from which a page lists others."""

_LEAST_WORDS_OF_REGION = 20
"""Words of short lines between a title and the frame from which they are a text."""

WEIGHTS = {"contents": -60.0, "issue_index": -40.0, "partners": -40.0, "counter": -40.0, "masthead": -60.0}
"""What a piece of furniture weighs against the text around it; other kinds weigh OTHER_WEIGHT."""

OTHER_WEIGHT = -12.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleParts:
    """An article as found: its title and where, its author lines, and the blocks of its text.

    `apart` are the places that the page's own mark-up sets outside its text.
    """

    kind: Literal["magazine", "news"]
    title: Title
    byline: Byline
    body: tuple[TextBlock, ...]
    issue: IssueLink | None
    source_line: str | None
    dateline: str | None
    apart: frozenset[int] = frozenset()


def _weight(piece: Piece, last: int) -> float:
    """Return what a piece weighs; `last` is where the last of those stands that only their place gives away.

    More of them before that are what a list of goods or places has behind each of its entries.
    """
    if piece.reason == BY_PLACE:
        return WEIGHTS["partners"] if piece.orders[0] >= last else OTHER_WEIGHT
    return WEIGHTS.get(piece.kind, OTHER_WEIGHT)


def weigher(
    free: Iterable[TextBlock], pieces: Iterable[Piece], title: Title, apart: Collection[int] = ()
) -> Callable[[int], float]:
    """Return what says of a block's place how much it weighs against text, 0 where nothing has taken it.

    `apart` are the places outside the text's part of the page: nothing there says where the text ends.
    """
    pieces = tuple(pieces)
    last = max((p.orders[0] for p in pieces if p.reason == BY_PLACE), default=0)
    weights = {order: _weight(p, last) for p in pieces for order in p.orders}
    own = {order for order in (title.order, *title.copies) if order is not None}
    free_orders = {b.order for b in free}

    def taken(order: int) -> float:
        if order in weights:
            return max(weights[order], OTHER_WEIGHT) if order in apart else weights[order]
        return -0.01 if order in own or order not in free_orders else 0.0

    return taken


def find_article(
    parsed: Parsed,
    free: Sequence[TextBlock],
    pieces: Sequence[Piece],
    title: Title | None,
    promise: Promise | None,
    masthead: Piece | None,
    evidence: SiteEvidence,
) -> ArticleParts | None:
    """Return the article under `title`, None when there is too little text to be one.

    `free` are the blocks that none of `pieces` takes; `promise` is what an issue's contents say of the page.
    """
    if title is None:
        return None
    start = 0 if title.order is None else title.order + 1
    known_site = bool(evidence.model.keys)
    # Where the site's frame is known, what stands apart inside an article is its own: a note on the author, a caption.
    apart = (
        frozenset[int]()
        if known_site
        else outside(parsed.document.blocks, parsed.document.regions, title=title.order)
    )
    inner = tuple(b for b in free if b.order not in apart) if apart else free
    stretch = _stretch(parsed, inner, pieces, title, start=start, apart=apart, known_site=known_site)
    if not stretch and title.order is not None:
        return None
    # A title that only the head or the contents say stands nowhere; an author line may stand above the text.
    top = title.order if title.order is not None else stretch[0].order if stretch else 0
    before = [b for b in free if b.text and b.order < top and b.order not in title.copies]
    byline = find_byline(
        (*stretch, *_foot(free, stretch, apart)),
        promised=promise.authors if promise else (),
        holders=holders(parsed.document.blocks[start:], evidence.model) if known_site else (),
        between=_between(free, title, stretch),
        page=parsed.document.blocks,
        above=before[-_ABOVE:],
        signing=canonical(parsed.document.url) in evidence.signing,
        at_end=known_site,
        over_others=partial(is_over_others, evidence.model),
    )
    body = _text(stretch, byline, title, parsed.document, known_site=known_site)
    body = _out_of_frame(body, title, parsed.document.blocks)
    source = find_source(body, free, parsed.document.blocks)
    if source is not None:
        body = tuple(b for b in body if b.order != source.order)
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
    signed = bool(byline.orders and byline.authors) and title.order is not None
    news = not known and (dateline is not None or source is not None or _has_news_label(pieces))
    titled = known_site and title.order is not None and HEAD_SAYS in title.votes
    least = _LEAST_WORDS_TITLED if titled else LEAST_WORDS_ALONE
    if known or news or signed or (titled and not _lists_others(free)):
        least = _LEAST_WORDS
    if (promise is not None or signed) and any(b.pictures for b in _beneath(parsed, title, body)):
        least = 1  # a drawing, and what stands below it
    # A list of news is labelled as they are, and is no text.
    listing = news and dateline is None and source is None
    words = sum(b.words - (b.linked_words if listing else 0) for b in body)
    if words < least:
        return None
    return ArticleParts(
        kind="news" if news else "magazine",
        title=title,
        byline=byline,
        body=body,
        issue=_issue(masthead, promise, parsed, evidence),
        source_line=source.text if source is not None else None,
        dateline=dateline,
        apart=apart,
    )


def _foot(free: Sequence[TextBlock], stretch: Sequence[TextBlock], apart: Collection[int]) -> list[TextBlock]:
    """Return the first blocks right behind the text that stand apart: a foot, which may name the author."""
    if not stretch or not apart:
        return []
    behind = (b for b in free if b.order > stretch[-1].order and b.text)
    return list(islice(takewhile(lambda b: b.order in apart, behind), _FOOT))


def _lists_others(free: Iterable[TextBlock]) -> bool:
    """Return whether a page lists others, besides the frame's links."""
    return sum(1 for b in free if is_navigation(b)) >= _LISTING


def _beneath(parsed: Parsed, title: Title, body: Sequence[TextBlock]) -> Sequence[TextBlock]:
    """Return the blocks from a printed title to the last of its text: a drawing stands among them."""
    last = body[-1].order if body else 0
    return () if title.order is None else parsed.document.blocks[title.order + 1 : last + 1]


def _stretch(
    parsed: Parsed,
    free: Sequence[TextBlock],
    pieces: Sequence[Piece],
    title: Title,
    *,
    start: int,
    apart: Collection[int],
    known_site: bool,
) -> tuple[TextBlock, ...]:
    """Return the blocks of the text behind `title`, author lines too; none of those that are `apart`."""
    blocks: Sequence[TextBlock] = parsed.document.blocks
    # A picture's owner is named as a page's is: only where the site's frame is known is that the page's end.
    if known_site:
        learned = {order for p in pieces if p.pages for order in p.orders}
        blocks = text_only(blocks, start=start, learned=learned, title=title.text)
    stretch = find_body(blocks, start=start, taken=weigher(free, pieces, title, apart))
    walls = {order for p in pieces if p.kind != "ticker" for order in p.orders} - _islands(blocks, start)
    begins = stretch[0].order if stretch else len(blocks)
    if known_site and title.order is not None and any(start <= wall < begins for wall in walls):
        stretch = _rather(_up_to_frame(free, walls, start), stretch)
    if known_site:
        walls.update(b.order for b in free if ends_page(b))
    if title.order is not None:
        stretch = grown(stretch, free, after=title.order, copies=title.copies, walls=walls)
    return completed(stretch, free, walls=walls, page=parsed.document.url) if known_site else stretch


def _islands(blocks: Sequence[TextBlock], start: int) -> set[int]:
    """Return what stands between parts of a text and is no end of it: advertisements, `Back to top` but the last."""
    sold = advertisements(blocks)
    found = {*sold, *sold.values()}
    last: dict[str, int] = {}
    for block in blocks[start:]:
        if block.linked_words and surrounding(block) is Surrounding.NOTICE:
            if block.text in last:
                found.add(last[block.text])
            last[block.text] = block.order
    return found


def _up_to_frame(free: Sequence[TextBlock], walls: Collection[int], start: int) -> tuple[TextBlock, ...]:
    """Return what stands from `start` on up to the frame: the first furniture (`walls`) behind some words of text.

    Blocks of links, notices and headings over what others say are as good as furniture.
    """
    region: list[TextBlock] = []
    frame = sorted(wall for wall in walls if wall >= start)
    words = passed = 0
    for block in free:
        if block.order < start or not block.text:
            continue
        behind = bisect(frame, block.order)
        fits = not block.linked_words and surrounding(block) is None
        if not fits or behind > passed:
            if words >= _LEAST_WORDS_OF_REGION:
                break
            words = 0
        passed = behind
        if fits:
            region.append(block)
            words += block.words
    return tuple(region) if words >= _LEAST_WORDS_OF_REGION else ()


def _rather(region: Sequence[TextBlock], stretch: Sequence[TextBlock]) -> tuple[TextBlock, ...]:
    """Return the `region` between title and frame where the text found, if any, is some other short one behind it.

    Verses and questions are short lines, and comments and teasers below are prose.
    """
    behind = bool(region) and (not stretch or stretch[0].order > region[-1].order)
    longer = sum(b.words for b in stretch) > 2 * sum(b.words for b in region)
    return tuple(region) if behind and not longer else tuple(stretch)


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


def _has_news_label(pieces: Iterable[Piece]) -> bool:
    return any(p.kind == "label" and "NEWS" in p.text.upper() for p in pieces)


def _issue(
    masthead: Piece | None, promise: Promise | None, parsed: Parsed, evidence: SiteEvidence
) -> IssueLink | None:
    """Return the issue: what the masthead prints, else which issue's contents promise the page."""
    if masthead is not None and (printed := issue_of_masthead(masthead)) is not None:
        return printed
    if promise is not None and promise.issue is not None:
        return promise.issue
    return evidence.issues.get(canonical(parsed.document.url))


def issue_of_masthead(piece: Piece) -> IssueLink | None:
    """Return the issue that a masthead prints, None when it prints the magazine's name alone."""
    if piece.year is None or piece.number is None:
        return None
    return IssueLink(year=piece.year, number=piece.number, url=None)
