"""The second half of the way: a page taken apart, settled with what the rest of the site says of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from pipelines.addresses import canonical
from pipelines.article.body import find_body, is_boilerplate, is_navigation
from pipelines.article.byline import NOBODY, Byline, find_byline
from pipelines.article.news import is_source_line, read_dateline, read_reporter
from pipelines.article.title import Title, find_title, head_titles, plain
from pipelines.evidence import NO_EVIDENCE, SiteEvidence, block_keys
from pipelines.furniture.piece import Piece, without
from pipelines.names import is_name
from pipelines.page import IssueLink
from pipelines.textblock import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from pipelines.evidence import Promise
    from pipelines.parsed import Parsed
    from pipelines.profile import Profile
    from pipelines.textblock import TextBlock

_LOST = re.compile(
    r"\b(?:404|not found|page (?:does not exist|is missing|cannot be found|can't be found|unavailable)|no such page"
    r"|страница не найдена|access denied|forbidden|service unavailable|internal server error)\b",
    re.IGNORECASE,
)
_LOST_WORDS = 60
_LEAST_WORDS = 8
_LEAST_WORDS_ALONE = 60
_WEIGHTS = {"contents": -60.0, "issue_index": -40.0, "partners": -40.0, "counter": -40.0, "masthead": -60.0}


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleParts:
    """An article as found: its title and where, its author lines, and the blocks of its text."""

    kind: Literal["magazine", "news"]
    title: Title
    byline: Byline
    body: tuple[TextBlock, ...]
    issue: IssueLink | None
    source_line: str | None
    dateline: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """A page with every visible block in one place: the article, a piece of furniture, or `unplaced`.

    `lost`: the page says that it is none (a soft 404, a block page).
    """

    parsed: Parsed
    article: ArticleParts | None
    pieces: tuple[Piece, ...]
    unplaced: tuple[TextBlock, ...]
    lost: bool


def settle(parsed: Parsed, profile: Profile, evidence: SiteEvidence = NO_EVIDENCE) -> Settled:
    """Return `parsed` with its article found, if it has one, and every block placed. Pure; never raises."""
    document = parsed.document
    promise = evidence.promises.get(canonical(document.url))
    heads = head_titles(document.titles, profile)
    protected = {plain(head) for head in heads} | ({plain(promise.title)} if promise else set())
    repeated = _repeated(parsed.free, evidence, protected)
    free = without(parsed.free, repeated)
    pieces = [*parsed.pieces, *repeated]

    masthead = next((p for p in parsed.pieces if p.kind == "masthead" and p.year), None)
    opening = [p.orders[-1] for p in pieces if p.kind in ("masthead", "ticker", "label") and _opens(p, free)]
    title = find_title(
        [b for b in free if not is_boilerplate(b)],
        heads=heads,
        promised=promise.title if promise else None,
        after=max(opening, default=-1),
        profile=profile,
    )
    article = _article(parsed, free, pieces, title, promise, masthead, evidence)
    lost = is_lost(parsed)
    if lost:
        article = None
    if article is not None:
        free = _less(free, article)
        pieces.extend(_crumbs(parsed, article))
        taken = {order for piece in pieces for order in piece.orders}
        free = tuple(b for b in free if b.order not in taken)
    pieces.extend(_navigation(free, article))
    left = without(free, pieces)
    return Settled(
        parsed=parsed,
        article=article,
        pieces=tuple(sorted(pieces, key=lambda p: p.orders)),
        unplaced=tuple(b for b in left if b.text),
        lost=lost,
    )


def _opens(piece: Piece, free: Sequence[TextBlock]) -> bool:
    """Return whether a piece stands before the page's first longer text."""
    prose = next((b.order for b in free if b.words > 25 and b.link_share < 0.5), None)
    return prose is None or piece.orders[-1] < prose


def _repeated(free: Sequence[TextBlock], evidence: SiteEvidence, protected: set[str]) -> list[Piece]:
    """Return the blocks whose text stands on many pages, unless it is this page's title or set into its text."""
    if not evidence.repeated:
        return []
    keys = block_keys(free)
    pages = {order: evidence.repeated[key] for order, key in keys.items() if key in evidence.repeated}
    return [
        Piece(
            kind="repeated",
            orders=(block.order,),
            text=block.shown,
            reason=f"stands on {pages[block.order]} pages",
            pages=pages[block.order],
            links=tuple((fold(s.text), s.url) for s in block.spans if s.url and s.text.strip()),
        )
        for at, block in enumerate(free)
        if block.order in pages and plain(block.text) not in protected and not _set_into_text(free, at, pages)
    ]


def _set_into_text(free: Sequence[TextBlock], at: int, repeated: Mapping[int, int]) -> bool:
    """Return whether a short unlinked block stands between two longer texts that are this page's own."""
    block = free[at]
    if block.linked_words or block.words > 5:
        return False

    def own(neighbour: TextBlock | None) -> bool:
        return neighbour is not None and neighbour.words >= 12 and neighbour.order not in repeated

    before = next((b for b in reversed(free[:at]) if b.text), None)
    behind = next((b for b in free[at + 1 :] if b.text), None)
    return own(before) and own(behind)


def _article(
    parsed: Parsed,
    free: Sequence[TextBlock],
    pieces: Sequence[Piece],
    title: Title | None,
    promise: Promise | None,
    masthead: Piece | None,
    evidence: SiteEvidence,
) -> ArticleParts | None:
    if title is None:
        return None
    weights = {order: _WEIGHTS.get(p.kind, -12.0) for p in pieces for order in p.orders}
    own = {order for order in (title.order, *title.copies) if order is not None}
    free_orders = {b.order for b in free}

    def taken(order: int) -> float:
        if order in weights:
            return weights[order]
        return -0.01 if order in own or order not in free_orders else 0.0

    start = 0 if title.order is None else title.order + 1
    stretch = find_body(parsed.document.blocks, start=start, taken=taken)
    if not stretch and title.order is not None:
        return None
    stretch = _from_title(stretch, free, title, pieces)
    above = next(
        (b for b in reversed(free) if title.order is not None and b.order < title.order and b.text), None
    )
    byline = find_byline(stretch, promised=promise.authors if promise else (), above=above)
    body = tuple(b for b in stretch if b.order not in byline.orders)
    source = next((b for b in (*body[:2], *body[-4:]) if is_source_line(b.text)), None)
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
    words = sum(b.words for b in body)
    known = masthead is not None or promise is not None
    news = not known and (dateline is not None or source is not None or _has_news_label(pieces))
    if words < (_LEAST_WORDS if known or news else _LEAST_WORDS_ALONE):
        return None
    return ArticleParts(
        kind="news" if news else "magazine",
        title=title,
        byline=byline,
        body=body,
        issue=_issue(masthead, promise, parsed, evidence),
        source_line=source.text if source is not None else None,
        dateline=dateline,
    )


def _from_title(
    stretch: tuple[TextBlock, ...], free: Sequence[TextBlock], title: Title, pieces: Sequence[Piece]
) -> tuple[TextBlock, ...]:
    """Return the stretch grown over the free, unlinked blocks between the title and it, and to the next furniture."""
    if not stretch or title.order is None:
        return stretch
    walls = [order for p in pieces for order in p.orders if order > stretch[-1].order and p.kind != "ticker"]
    wall = min(walls, default=stretch[-1].order + 3)
    grown = [
        b
        for b in free
        if (title.order < b.order < stretch[0].order or stretch[-1].order < b.order < wall)
        and b.order not in title.copies
        and not b.linked_words
        and b.text
        and not is_boilerplate(b)
    ]
    return tuple(sorted((*stretch, *grown), key=lambda b: b.order))


def _has_news_label(pieces: Iterable[Piece]) -> bool:
    return any(p.kind == "label" and "NEWS" in p.text.upper() for p in pieces)


def _issue(
    masthead: Piece | None, promise: Promise | None, parsed: Parsed, evidence: SiteEvidence
) -> IssueLink | None:
    """Return the issue: what the masthead prints, else which issue's contents promise the page."""
    if masthead is not None and masthead.year is not None and masthead.number is not None:
        return IssueLink(year=masthead.year, number=masthead.number, url=None)
    if promise is not None and promise.issue is not None:
        return promise.issue
    return evidence.issues.get(canonical(parsed.document.url))


def is_lost(parsed: Parsed) -> bool:
    """Return whether a page says that it is none: few words, and those of an error."""
    free = parsed.free
    if sum(b.words for b in free) > _LOST_WORDS:
        return False
    said = " ".join((*parsed.document.titles, *(b.text for b in free)))
    return _LOST.search(said) is not None


def _less(free: Sequence[TextBlock], article: ArticleParts) -> tuple[TextBlock, ...]:
    gone = {b.order for b in article.body} | set(article.byline.orders) | set(article.title.copies)
    gone.add(-1 if article.title.order is None else article.title.order)
    return tuple(b for b in free if b.order not in gone and b.text != article.source_line)


def _crumbs(parsed: Parsed, article: ArticleParts) -> list[Piece]:
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


_CRUMB = re.compile(r"\s(?:»|>|›|→|::|/)\s")


def _navigation(free: Sequence[TextBlock], article: ArticleParts | None) -> list[Piece]:
    """Return the link lists among what is left, a piece a block; `Home » Journals » №4` is a breadcrumb."""
    found = []
    first = article.body[0].order if article is not None and article.body else None
    for block in free:
        if not block.shown or (block.text and not block.linked_words):
            continue
        if not (is_navigation(block) or not block.text):
            continue
        trail = _CRUMB.search(f" {block.text} ") is not None and (first is None or block.order < first)
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
