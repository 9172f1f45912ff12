"""The second half of the way: a page taken apart, settled with what the rest of the site says of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from pipelines.addresses import canonical
from pipelines.article.enough import LEAST_WORDS_ALONE
from pipelines.article.found_article import find_article, issue_of_masthead
from pipelines.article.heads import Heads, head_titles, plain
from pipelines.article.regions import in_menus
from pipelines.article.title import find_title
from pipelines.boxes import boxed
from pipelines.conflicts import Conflict, find_conflicts
from pipelines.furniture.boilerplate import is_boilerplate
from pipelines.furniture.counter import counters_within
from pipelines.furniture.listed_contents import with_listed_contents
from pipelines.furniture.piece import without
from pipelines.learned import (
    FEW_WORDS,
    believed,
    kept_in_text,
    known_furniture,
    learned_pieces,
    usual_share,
)
from pipelines.leftover import crumbs, less, navigation, notices
from pipelines.site.evidence import NO_EVIDENCE, SiteEvidence
from pipelines.site.folders import own_folder
from pipelines.site.model import is_everywhere, keys_elsewhere
from pipelines.site.naming import is_site_name
from pipelines.site.over_text import is_over_others

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pipelines.article.article_parts import ArticleParts
    from pipelines.document.textblock import TextBlock
    from pipelines.furniture.piece import Piece
    from pipelines.parsed import Parsed
    from pipelines.profile import Profile
    from pipelines.site.evidence import Promise
    from pipelines.site.model import SiteModel, Standing

_LOST = re.compile(
    r"\b(?:404|not found|page (?:does not exist|is missing|cannot be found|can't be found|unavailable)|no such page"
    r"|страница не найдена|access denied|forbidden|service unavailable|internal server error)\b",
    re.IGNORECASE,
)
_LOST_WORDS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """A page with every visible block in one place: the article, a piece of furniture, or `unplaced`.

    `lost`: the page says that it is none (a soft 404, a block page). `conflicts`: where it contradicts what the site
    says of it. `kept`: blocks that stand on many pages and were left in the article all the same.
    `printed_title` is what the page shows as its title, even where no article was found.
    """

    parsed: Parsed
    article: ArticleParts | None
    pieces: tuple[Piece, ...]
    unplaced: tuple[TextBlock, ...]
    lost: bool
    conflicts: tuple[Conflict, ...] = ()
    kept: tuple[int, ...] = ()
    printed_title: str | None = None

    @property
    def body_span(self) -> tuple[int, int] | None:
        """Where the article begins (its title, if the page prints it) and where its last block stands."""
        if self.article is None or not self.article.body:
            return None
        first = self.article.title.order
        return self.article.body[0].order if first is None else first, self.article.body[-1].order

    @property
    def body_words(self) -> int:
        """The words of the article's text, 0 when there is none."""
        return 0 if self.article is None else sum(b.words for b in self.article.body)


def settle(parsed: Parsed, profile: Profile, evidence: SiteEvidence = NO_EVIDENCE) -> Settled:
    """Return `parsed` with its article found, if it has one, and every block placed. Pure; never raises.

    What the site model knows is furniture. If that cuts into the article, or leaves hardly any of it, the page is
    settled again with less of it (docs/extraction.md, "The guard").
    """
    key = canonical(parsed.document.url)
    promise = evidence.promises.get(key)
    of_issue = evidence.shared_heads.get(key, frozenset())
    heads = head_titles(parsed.document.titles, profile, evidence.model.names, of_issue)
    told = tuple(h for h in heads.texts if h in heads.own or not is_everywhere(h, evidence.model))
    heads = heads._replace(texts=told)
    own = frozenset({plain(head) for head in heads.texts} | ({plain(promise.title)} if promise else set()))
    pieces = believed(parsed, evidence.model)
    if key in evidence.issues:
        folder = own_folder(key, evidence.issues, evidence.folders)
        pieces = with_listed_contents(pieces, parsed.document, folder, part=key in evidence.parts)
    free = without(parsed.document.blocks, pieces)
    page = _Page(
        parsed=parsed,
        pieces=pieces,
        free=free,
        profile=profile,
        evidence=evidence,
        promise=promise,
        heads=heads,
        own=own,
    )
    standing = known_furniture(free, evidence.model, own=own)
    settled = _settle(page, standing)
    if standing and not settled.lost:
        settled = _guarded(page, standing, settled)
    kept = _kept(settled, evidence.model)
    return replace(settled, kept=kept) if kept else settled


def _kept(settled: Settled, model: SiteModel) -> tuple[int, ...]:
    """Return which blocks of the article stand on many pages as they are."""
    if settled.article is None:
        return ()
    return tuple(sorted(keys_elsewhere(settled.article.body, model)))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """What is known of a page before it is settled; `heads` is what its head says that the title is.

    `own` are the texts, plain, that its head or its issue's contents name it by; `pieces` is the furniture its own
    words give away, `free` the blocks it leaves.
    """

    parsed: Parsed
    pieces: tuple[Piece, ...]
    free: tuple[TextBlock, ...]
    profile: Profile
    evidence: SiteEvidence
    promise: Promise | None
    heads: Heads
    own: frozenset[str]


def _guarded(page: _Page, standing: Mapping[int, Standing], settled: Settled) -> Settled:
    """Return `settled`, or the page settled anew where the model has taken what is the article's own."""
    body = settled.body_span
    usual = usual_share(standing, body)
    authors = page.promise.authors if page.promise is not None else ()
    if body is not None and (kept := kept_in_text(page.free, standing, body, usual, authors)):
        standing = {order: known for order, known in standing.items() if order not in kept}
        settled = _settle(page, standing)
    if settled.body_words >= FEW_WORDS:
        return settled
    frame = {order: known for order, known in standing.items() if known.share * 2 >= usual}
    if settled.article is None and standing:
        # A series in a folder of its own says the same on all pages there, a frame on many others, too.
        most = max(known.pages for known in standing.values())
        frame = {order: known for order, known in frame.items() if known.pages * 4 >= most}
    if len(frame) < len(standing):
        bare = _settle(page, frame)
        if bare.body_words >= max(_least_words(page), settled.body_words + 1):
            return bare
    return settled


def _least_words(page: _Page) -> int:
    """Return how long a text of repeated blocks must be to be an article: an issue's page has standing words."""
    if page.promise is not None:
        return 1
    listing = canonical(page.parsed.document.url) in page.evidence.issues
    printed = any(p.kind == "masthead" and p.year for p in page.pieces)
    return FEW_WORDS if printed and not listing else LEAST_WORDS_ALONE


def _settle(page: _Page, standing: Mapping[int, Standing]) -> Settled:
    """Return the page settled, the blocks in `standing` being furniture."""
    parsed, promise = page.parsed, page.promise
    repeated = learned_pieces(page.free, standing)
    free = without(page.free, repeated)
    pieces = [*page.pieces, *repeated]
    masthead = next((p for p in page.pieces if p.kind == "masthead" and p.year), None)
    opening = _openings(pieces, free)
    menus = in_menus(parsed.document.blocks, parsed.document.regions)
    title = find_title(
        [
            b
            for b in free
            if not (menus and b.region in menus)
            and (not _is_no_title(b, page.evidence.model, promise) or plain(b.text) in page.own)
        ],
        heads=page.heads,
        promised=promise.title if promise else None,
        after=max(opening, default=-1),
        profile=page.profile,
        known_site=page.evidence.frame_known,
        over_others=partial(is_over_others, page.evidence.model),
        page=parsed.document.url,
    )
    article = find_article(parsed, free, pieces, title, promise, masthead, page.evidence, page.own)
    lost = is_lost(parsed)
    if lost:
        article = None
    if article is not None:
        free = less(free, article)
        pieces.extend(crumbs(parsed, article))
        free = without(free, pieces)
    pieces.extend(navigation(free, article))
    pieces.extend(notices(without(free, pieces), parsed.document.blocks))
    if article is not None:
        pieces.extend(boxed(parsed.document.blocks, pieces, article))
    left = without(free, pieces)
    pieces.extend(counters_within(pieces, parsed.document.blocks, page.profile))
    return Settled(
        parsed=parsed,
        article=article,
        pieces=tuple(sorted(pieces, key=lambda p: p.orders)),
        unplaced=tuple(b for b in left if b.text),
        lost=lost,
        printed_title=None if title is None or title.order is None else title.text,
        conflicts=() if article is None else _conflicts(page, article, masthead),
    )


def _is_no_title(block: TextBlock, model: SiteModel, promise: Promise | None) -> bool:
    if is_boilerplate(block) or (bool(model.names) and is_site_name(block.shown, model.names)):
        return True
    # The promised authors and at most one word more (`von NAME`) are an author line.
    return promise is not None and any(
        name in block.text and block.words <= len(name.split()) + 1 for name in promise.authors
    )


def _conflicts(page: _Page, article: ArticleParts, masthead: Piece | None) -> tuple[Conflict, ...]:
    return tuple(
        find_conflicts(
            promise=page.promise,
            listed_issue=page.evidence.issues.get(canonical(page.parsed.document.url)),
            printed_issue=None if masthead is None else issue_of_masthead(masthead),
            title=None if article.title.order is None else article.title.text,
            authors=() if article.byline.text is None else article.byline.authors,
        )
    )


def _openings(pieces: Sequence[Piece], free: Sequence[TextBlock]) -> list[int]:
    """Return where mastheads, tickers and labels end that stand before the page's first longer text, or its longest."""
    prose = next((b.order for b in free if b.words > 25 and b.link_share < 0.5), None)
    if prose is None:
        unlinked = [b for b in free if b.link_share < 0.5]
        prose = max(unlinked, key=lambda b: b.words).order if unlinked else None
    ends = [p.orders[-1] for p in pieces if p.kind in ("masthead", "ticker", "label")]
    return [end for end in ends if prose is None or end < prose]


def is_lost(parsed: Parsed) -> bool:
    """Return whether a page says that it is none: few words, and those of an error."""
    free = parsed.free
    if sum(b.words for b in free) > _LOST_WORDS:
        return False
    said = " ".join((*parsed.document.titles, *(b.text for b in free)))
    return _LOST.search(said) is not None
