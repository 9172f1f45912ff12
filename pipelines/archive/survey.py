"""What the pages of an archive say of each other, gathered page by page, in the end turned into evidence."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from pipelines.addresses import beside_issues, canonical, shelf_of
from pipelines.archive.order import merged
from pipelines.archive.own_pages import is_bare, own_pages
from pipelines.archive.promised import contents_of
from pipelines.archive.spelling import respelt
from pipelines.article.bare_names import Signing, habits, signers, signing_of
from pipelines.article.shared_heads import shared_heads
from pipelines.furniture.masthead import masthead_of
from pipelines.furniture.paging import goes_on
from pipelines.furniture.steps import steps_of
from pipelines.site.evidence import Promise, SiteEvidence
from pipelines.site.folders import folders_of, in_folder, own_folder
from pipelines.site.model import NOTHING_LEARNED, SiteModel
from pipelines.site.over_text import lines_over_text

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Mapping

    from output.memento import Memento
    from pipelines.page import ContentsEntry, IssueLink, Step
    from pipelines.parsed import Parsed
    from pipelines.site.grouping import Group


@dataclass(frozen=True, slots=True, kw_only=True)
class PageNotes:
    """What is kept of a page while others are read: its key, its masthead, the issues and articles it names.

    `signing`: see pipelines/article/bare_names.py. `heads` are the titles that its head gives, `lines` the keys of
    the short lines over its text (pipelines/site/over_text.py), `bare`: it has no longer text, `steps` the links by
    which it goes on at an address like its own, `by_issue` what it lists of several issues.
    """

    key: str
    url: str
    masthead: IssueLink | None
    index: tuple[IssueLink, ...]
    contents: tuple[ContentsEntry, ...]
    signing: Signing | None = None
    heads: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    bare: bool = False
    steps: tuple[Step, ...] = ()
    by_issue: tuple[tuple[IssueLink, tuple[ContentsEntry, ...]], ...] = ()


def note(parsed: Parsed) -> PageNotes:
    """Return the notes of a page."""
    free = parsed.free
    return PageNotes(
        key=canonical(parsed.document.url),
        url=parsed.document.url,
        masthead=masthead_of(parsed.pieces),
        index=tuple(i for p in parsed.pieces for i in p.issues),
        contents=contents_of(parsed),
        signing=signing_of(free),
        heads=parsed.document.titles,
        lines=lines_over_text(free),
        bare=is_bare(parsed),
        steps=steps_of(parsed.document, whole_folder=False),
        by_issue=tuple((p.issues[0], p.entries) for p in parsed.pieces if p.kind == "contents" and p.issues),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class PromisedIssue:
    """One issue as the archive's pages tell of it: its address, and the articles its contents promise, in order."""

    issue: IssueLink
    entries: tuple[ContentsEntry, ...]
    told_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """All that the archive's pages say: issues by their id, and the evidence for settling each page."""

    issues: Mapping[str, PromisedIssue]
    evidence: SiteEvidence
    positions: Mapping[str, tuple[str, int]]
    """Canonical address of an article → its issue's id and its place there, from 1."""
    aliases: Mapping[str, str] = field(default_factory=dict)
    """Canonical address that a redirect was met at, or that no page has → that of the page it stands for."""
    further: Mapping[str, str] = field(default_factory=dict)
    """Canonical address of a page on which an article goes on → that of its first; both have one place."""


def redirect_target(memento: Memento) -> str | None:
    """Return the absolute address a stored redirect leads to, None when it is none."""
    location = memento.header(b"location")
    if memento.status is None or not 300 <= memento.status < 400 or location is None:
        return None
    return urljoin(memento.capture.target_uri, location.decode("latin-1").strip())


def survey(
    pages: Iterable[PageNotes],
    *,
    redirects: Mapping[str, str],
    groups: Mapping[str, Group],
    shown: Callable[[str], Parsed],
    model: SiteModel = NOTHING_LEARNED,
) -> Survey:
    """Return what `pages` (one a canonical address) say of each other.

    `redirects` maps canonical addresses to canonical addresses, `groups` those of pages to the pages they are counted
    with, `shown` gives one of them whole. `pages` come in the order of their keys, so that
    the result does not depend on the order of the crawl, and are gone through several times.
    """
    aliases = respelt(pages) | {key: _follow(key, redirects) for key in redirects}
    issues, told_by = _issues(pages)
    at_address = {_key(issue.url, aliases): issue for issue in issues.values() if issue.url}
    folders = folders_of(at_address)
    lists: dict[str, list[tuple[ContentsEntry, ...]]] = {}
    nameless: list[PageNotes] = []
    parts: dict[str, IssueLink] = {}
    bare = frozenset(page.key for page in pages if page.bare)
    for page in pages:
        for told, entries in page.by_issue:
            lists.setdefault(told.id, []).append(entries)
        issue = page.masthead or at_address.get(page.key) or in_folder(page.key, folders)
        if issue is None:
            nameless.append(page)
            continue
        contents = page.contents
        if page.key in at_address:
            own = own_pages(page.key, shown, at_address, own_folder(page.key, at_address, folders), bare=bare)
            contents = own.contents
            parts |= dict.fromkeys(own.parts, issue)
        if contents:
            lists.setdefault(issue.id, []).append(contents)
        if issue.id not in issues:
            issues[issue.id] = issue
            told_by[issue.id] = page.key
    loose = _take_in(nameless, lists, aliases)
    promised = {
        name: PromisedIssue(
            issue=issue, entries=_entries(issue, lists.get(name, ()), aliases), told_by=told_by[name]
        )
        for name, issue in issues.items()
    }
    promises, positions = _promises(promised, aliases)
    further = _further_pages(
        {page.key: page.steps for page in pages if page.steps}, promises, at_address | parts
    )
    promises |= {key: promises[first] for key, first in further.items()}
    positions |= {key: positions[first] for key, first in further.items() if first in positions}
    _promise_loose(promises, loose, aliases)
    evidence = SiteEvidence(
        model=model,
        promises=promises,
        issues=parts | at_address,
        parts=frozenset(parts),
        folders=folders,
        signing=habits(((page.key, page.signing) for page in pages), groups),
        signers=signers((page.key, page.signing) for page in pages),
        shelf=shelf_of(at_address),
        beside=beside_issues((page.key for page in pages), promises.keys() | at_address.keys()),
        shared_heads=shared_heads(((page.key, page.heads) for page in pages), groups),
    )
    return Survey(issues=promised, evidence=evidence, positions=positions, aliases=aliases, further=further)


def _further_pages(
    steps: Mapping[str, tuple[Step, ...]], promises: Container[str], issues: Container[str]
) -> dict[str, str]:
    """Return the pages on which promised articles go on, and of each the article's first page."""
    found: dict[str, str] = {}
    for first in steps:
        leads = [first] if first in promises else []
        for key in leads:  # it grows
            for step in steps.get(key, ()):
                to = canonical(step.url)
                if to in promises or to in issues or to in found or not goes_on(to, first, said=step.of_text):
                    continue
                found[to] = first
                leads.append(to)
    return found


def _entries(
    issue: IssueLink, lists: Iterable[tuple[ContentsEntry, ...]], aliases: Mapping[str, str]
) -> tuple[ContentsEntry, ...]:
    """Return the contents of an issue, of all the `lists` that pages give of them."""
    first = canonical(issue.url) if issue.url else None
    return tuple(merged(lists, first=first, aliases=aliases))


def _promises(
    issues: Mapping[str, PromisedIssue], aliases: Mapping[str, str]
) -> tuple[dict[str, Promise], dict[str, tuple[str, int]]]:
    """Return what the contents of `issues` say of each page, and which of an issue's articles it is."""
    promises: dict[str, Promise] = {}
    positions: dict[str, tuple[str, int]] = {}
    for name, promised in issues.items():
        for at, entry in enumerate(promised.entries, start=1):
            if entry.url is None:
                continue
            key = _key(entry.url, aliases)
            said = Promise(title=entry.title, authors=entry.authors, issue=promised.issue)
            promises.setdefault(key, said)
            positions.setdefault(key, (name, at))
    return promises, positions


def _promise_loose(
    promises: dict[str, Promise], loose: Iterable[ContentsEntry], aliases: Mapping[str, str]
) -> None:
    """Add to `promises` what contents of no known issue say; titles are listed beside every text, authors seldom."""
    for entry in loose:
        if entry.url is None:
            continue
        key = _key(entry.url, aliases)
        known = promises.setdefault(key, Promise(title=entry.title, authors=entry.authors, issue=None))
        if known.issue is None and not known.authors and entry.authors:
            promises[key] = replace(known, authors=entry.authors)


def _take_in(
    nameless: Iterable[PageNotes],
    lists: dict[str, list[tuple[ContentsEntry, ...]]],
    aliases: Mapping[str, str],
) -> list[ContentsEntry]:
    """Add to `lists` the contents on pages that name no issue but are named by one; return those that remain.

    Where each page lists the others, only such a page lists the issue's first article.
    """
    named_by = {
        _key(entry.url, aliases): name
        for name, issue_lists in sorted(lists.items(), reverse=True)
        for entries in issue_lists
        for entry in entries
        if entry.url is not None
    }
    loose: list[ContentsEntry] = []
    for page in nameless:
        name = named_by.get(page.key)
        if name is None:
            loose.extend(page.contents)
        elif page.contents:
            lists[name].append(page.contents)
    return loose


def _key(url: str, aliases: Mapping[str, str]) -> str:
    """Return the canonical address that `url` leads to in the end."""
    key = canonical(url)
    return aliases.get(key, key)


def _issues(pages: Iterable[PageNotes]) -> tuple[dict[str, IssueLink], dict[str, str]]:
    """Return each issue the indexes name, with the address most of them give, and the page that tells of it."""
    votes: dict[str, Counter[IssueLink]] = {}
    told_by: dict[str, str] = {}
    counted: Counter[tuple[IssueLink, ...]] = Counter()
    for page in pages:
        counted[page.index] += 1
        for issue in page.index:
            told_by.setdefault(issue.id, page.key)
    for index, times in counted.items():
        for issue in index:
            votes.setdefault(issue.id, Counter())[issue] += times
    best = {
        name: min(counter.items(), key=lambda item: (-item[1], item[0].url is None, item[0].url or ""))[0]
        for name, counter in votes.items()
    }
    return best, told_by


def _follow(key: str, redirects: Mapping[str, str]) -> str:
    for _ in range(10):
        if key not in redirects or redirects[key] == key:
            break
        key = redirects[key]
    return key
