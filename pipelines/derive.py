"""The final JSON Lines of an archive: a function of its captures, the profile and the extractor, nothing else.

Two passes with flat memory: every page is taken apart once and laid aside; when all have been read, each is settled
with what the others say of it. Crawl, extract and rebuild all come through here (design §4).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from output.durable import replacing
from output.jsonl import line_text, write_lines
from pipelines.accounts import issue_lines
from pipelines.addresses import canonical
from pipelines.fetches import Fetch, capture_line, fetch_of
from pipelines.order import issue_number_key
from pipelines.parsed import is_page, parse
from pipelines.publish import capture_ref, content_digest, publish_article, publish_furniture
from pipelines.settled import is_lost, settle
from pipelines.shelf import Shelf
from pipelines.site_model import Learner, sampled
from pipelines.survey import PageNotes, note, redirect_target, survey

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from output.memento import Memento
    from pipelines.page import IssueLink
    from pipelines.profile import Profile
    from pipelines.survey import Survey


@dataclass(frozen=True, slots=True, kw_only=True)
class DerivedCounts:
    """What was derived: lines by file, pages read, text blocks of pages left over, and articles missing by issue id."""

    articles: int
    issues: int
    furniture: int
    captures: int
    pages: int
    unplaced: int
    missing: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """A page laid aside: its notes, its fetch, and where on the shelf it is."""

    notes: PageNotes
    fetch: Fetch
    place: int


@dataclass(slots=True)
class _Archive:
    """All that is read of an archive in the first pass; one page a canonical address, the newest good one."""

    fetches: list[Fetch] = field(default_factory=list)
    pages: dict[str, _Page] = field(default_factory=dict)
    redirects: dict[str, str] = field(default_factory=dict)


def derive(mementos: Iterable[Memento], *, profile: Profile, folder: Path) -> DerivedCounts:
    """Write articles, issues, furniture and captures .jsonl of `mementos` into `folder`; each replaced by rename.

    Lines come in an order that does not depend on the order of the crawl: articles and furniture by issue, place
    and address, issues by year and number, captures by date.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with Shelf() as shelf:
        archive = _read(mementos, profile, shelf)
        learner = Learner()
        for key in sampled(archive.pages):
            learner.add(shelf.get(archive.pages[key].place).free)
        found = survey(
            [page.notes for page in archive.pages.values()],
            redirects=archive.redirects,
            model=learner.model(),
        )
        settled = _settle_all(archive, found, profile, shelf, folder)
    newest = {fetch.key: fetch for fetch in sorted(archive.fetches, key=lambda fetch: fetch.newness)}
    issues = list(
        issue_lines(
            found,
            held=settled.held,
            newest=newest,
            captures={key: page.fetch.capture for key, page in archive.pages.items()},
        )
    )
    homes = {key for key, page in archive.pages.items() if page.notes.index and page.notes.masthead is None}
    return DerivedCounts(
        articles=len(settled.held),
        issues=write_lines(folder / "issues.jsonl", issues),
        furniture=settled.furniture,
        captures=write_lines(
            folder / "captures.jsonl",
            (
                capture_line(
                    fetch,
                    is_article=lambda key: key in settled.held or key in found.positions,
                    is_issue=found.evidence.issues.__contains__,
                    is_home=homes.__contains__,
                )
                for fetch in sorted(archive.fetches, key=lambda fetch: fetch.newness)
            ),
        ),
        pages=len(archive.pages),
        unplaced=settled.unplaced,
        missing={line.id: len(line.missing) for line in issues if line.missing},
    )


def _read(mementos: Iterable[Memento], profile: Profile, shelf: Shelf) -> _Archive:
    archive = _Archive()
    shared: dict[tuple[IssueLink, ...], tuple[IssueLink, ...]] = {}
    for memento in mementos:
        fetch = fetch_of(memento)
        target = redirect_target(memento)
        if target is not None:
            archive.redirects[fetch.key] = canonical(target)
        if _shows_page(memento):
            parsed = parse(
                memento.body,
                url=memento.capture.target_uri,
                content_type=memento.content_type,
                profile=profile,
            )
            before = archive.pages.get(fetch.key)
            if is_lost(parsed):
                fetch = fetch_of(memento, error="the page says that it is none (soft 404)")
            elif parsed.document.blocks and (before is None or before.fetch.newness <= fetch.newness):
                place = shelf.put(parsed)
                archive.pages[fetch.key] = _Page(notes=note(parsed, shared), fetch=fetch, place=place)
        archive.fetches.append(fetch)
    return archive


def _shows_page(memento: Memento) -> bool:
    """Return whether a memento holds a page that a reader would see as one; robots.txt is no such page."""
    return (
        memento.status == 200
        and memento.record_type == "response"
        and bool(memento.body)
        and is_page(memento.mime)
        and urlsplit(memento.capture.target_uri).path != "/robots.txt"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _SettledArchive:
    held: dict[str, str]
    furniture: int
    unplaced: int


def _settle_all(
    archive: _Archive, found: Survey, profile: Profile, shelf: Shelf, folder: Path
) -> _SettledArchive:
    """Settle each page and write its article and furniture; an article that is another's copy is left out."""
    held: dict[str, str] = {}
    seen: set[tuple[str, str]] = set()
    pieces = unplaced = 0
    with replacing(folder / "articles.jsonl") as articles, replacing(folder / "furniture.jsonl") as furniture:
        for page in sorted(archive.pages.values(), key=lambda page: _place(page.notes, found)):
            settled = settle(shelf.get(page.place), profile, found.evidence)
            capture = capture_ref(page.fetch.capture)
            unplaced += len(settled.unplaced)
            for line in publish_furniture(settled, capture=capture):
                furniture.write(line_text(line).encode() + b"\n")
                pieces += 1
            position = found.positions.get(page.notes.key, (None, None))[1]
            article = publish_article(settled, capture=capture, profile=profile, position=position)
            if article is None:
                continue
            # Authors may be known of one address only, so they don't count.
            copy = (
                article.issue.id if article.issue else "",
                content_digest(article.title, (), article.blocks),
            )
            if position is None and copy in seen:
                continue
            seen.add(copy)
            held[page.notes.key] = article.title
            articles.write(line_text(article).encode() + b"\n")
    return _SettledArchive(held=held, furniture=pieces, unplaced=unplaced)


def _place(notes: PageNotes, found: Survey) -> tuple[object, ...]:
    """Return what pages are ordered by: year, number, place in the issue, address; those of no issue last."""
    name, position = found.positions.get(notes.key, (None, None))
    issue = found.issues[name].issue if name else notes.masthead or found.evidence.issues.get(notes.key)
    if issue is None:
        return (1, 0, (), 1, 0, notes.key)
    return (0, issue.year, issue_number_key(issue.number), position is None, position or 0, notes.key)
