"""The rules of the walk over an issue index: what follows from a page, a failure, an answer that is no page."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from crawler.addresses import host_of
from crawler.leads import further_pages, inner_pages, next_articles, years_elsewhere
from crawler.visits import SHOWS_NO_ARTICLE
from pipelines.addresses import canonical
from pipelines.page import ContentsEntry, IssueLink

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from crawler.books import Books
    from crawler.scouts import Scouts
    from crawler.visits import Visit, VisitKind, Walk
    from crawler.wanted import Wanted
    from output.frontier_store import FrontierStore
    from pipelines.page import PageSummary
    from pipelines.profile import Profile

_KEPT = "walker:"
"""What the names of the rules' own values begin with in the store."""

UNPLANNED = frozenset({"home", "other"})
"""Kinds of visits that are made before it is known which issue they belong to."""


class Walker:
    """The rules of the walk: what follows from each answer, written into the books.

    `page` is for a page that was read, `bare` for anything else that came, `failed` for what did not; each returns the
    visits that follow. All that is remembered from one answer to the next is in the books or kept in the store.
    """

    def __init__(
        self,
        *,
        profile: Profile,
        seeds: tuple[str, ...],
        wanted: Wanted,
        books: Books,
        scouts: Scouts,
        store: FrontierStore,
    ) -> None:
        self._seeds = seeds
        self._start_urls = seeds or profile.start_urls
        self._wanted = wanted
        self._books = books
        self._scouts = scouts
        self._store = store
        self.load()

    def load(self) -> None:
        """Take everything as the store has it."""
        kept = {name: json.loads(value) for name, value in self._store.values(_KEPT)}
        known = (IssueLink(*link) for link in kept.get("index", ()))
        self._index = {link.id: link for link in known}
        self._shown: tuple[IssueLink, ...] = ()
        self._homes = {key: _entries(found) for key, found in kept.get("homes", {}).items()}
        self._elsewhere: dict[str, int] = kept.get("elsewhere", {})
        if "scouts" in kept:
            self._scouts.restore(kept["scouts"])
        self._changed: set[str] = set()

    def save(self) -> None:
        """Put into the store what has changed since it was last put there."""
        values: dict[str, Callable[[], Any]] = {
            "index": lambda: self.index,
            "homes": lambda: self._homes,
            "elsewhere": lambda: self._elsewhere,
            "scouts": self._scouts.as_json,
        }
        for name in self._changed:
            self._store.keep(f"{_KEPT}{name}", json.dumps(values[name](), ensure_ascii=False))
        self._changed.clear()

    def start(self) -> tuple[Visit, ...]:
        """Return the first visits: all start URLs given, or the profile's first (the others if it fails)."""
        urls = self._seeds or self._start_urls[:1]
        for url in urls:
            self._scouts.add_root(url)
        self._changed.add("scouts")
        return tuple(visit for url in urls if (visit := self._books.enlist(url, "home", None, None)))

    def page(self, visit: Visit, summary: PageSummary) -> tuple[Visit, ...]:
        """Take in a page that was read; `summary.url` is where it came from after redirects."""
        visit = self._books.arrived(visit, summary.url)
        found = self._follow_issues(visit, summary)
        visit = self._books.arrived(visit, summary.url)
        if visit.kind in UNPLANNED and visit.issue is None:
            self._scouts.add_links(summary.links, self._books.hosts)
            self._changed.add("scouts")
            visit = self._place(visit, summary)
        if visit.issue is not None or self._wanted.everything:
            found += self._follow_contents(visit, summary.contents)
        found += self._follow_requisites(visit, summary.requisites)
        found += self._follow_steps(visit, summary)
        if summary.article is not None:
            self._books.tallies.articles += 1
        elif visit.kind == "article" or (visit.kind == "issue" and not summary.contents):
            inner = self._follow_all(inner_pages(visit, summary, self.index), "other", visit)
            if not inner:
                self._books.gap(visit.issue, visit.kind, visit.url, SHOWS_NO_ARTICLE)
            found += inner
        return (*found, *self._close(visit, came=True))

    def points_on(self, visit: Visit, url: str, target: str) -> tuple[Visit, ...]:
        """Take in a page at `url` that only sends its reader on to `target`, which stands for it from now on."""
        visit = self._books.arrived(visit, url)
        found = self._enlist(target, visit.kind, visit.issue, visit)
        if not found and self._books.known(target) is None:
            self._books.gap(visit.issue, visit.kind, visit.url, f"sends on to {target}, which is refused")
        return (*found, *self._close(visit, came=True))

    def bare(self, visit: Visit, url: str, requisites: Iterable[str] = ()) -> tuple[Visit, ...]:
        """Take in an answer that is no page, and the addresses it asks for (a style sheet's)."""
        visit = self._books.arrived(visit, url)
        found = self._follow_requisites(visit, requisites)
        return (*found, *self._close(visit, came=True))

    def failed(self, visit: Visit, reason: str, *, absent: bool = False) -> tuple[Visit, ...]:
        """Take in that a visit failed; `absent`: the site says itself that there is nothing (404, 410)."""
        visit = self._books.known(visit.url) or visit
        walk = self._books.account(visit.issue)
        found: list[Visit] = []
        if visit.kind == "requisite" and absent:
            self._books.tallies.absent += 1
        elif visit.kind == "issue" and walk.others:
            found = self._enlist(walk.others.pop(0), "issue", visit.issue, visit)
        elif (visit.kind != "other" or visit.issue is not None) and (
            visit.kind != "home" or visit.url in self._seeds
        ):
            self._books.gap(visit.issue, visit.kind, visit.url, reason)
        else:
            self._books.refusals.add(reason, visit.url)
        return (*found, *self._close(visit, came=False))

    @property
    def index(self) -> tuple[IssueLink, ...]:
        """The issue index: the issues of all pages that show a part of it, each as the newest has it."""
        return tuple(self._index.values())

    @property
    def elsewhere(self) -> dict[str, int]:
        """The other hosts that pages embed things from, never fetched, with how many addresses."""
        return dict(self._elsewhere)

    def _follow_issues(self, visit: Visit, summary: PageSummary) -> list[Visit]:
        """Follow the index that a page shows, what it lists of several issues, and where such a page goes on."""
        before = len(self._index)
        found = self._follow_index(summary.issue_index or tuple(link for link, _ in summary.by_issue), visit)
        for link, entries in summary.by_issue:
            walk = self._books.walk(link)
            if walk and self._wanted.includes(link) and (walk.begun or self._has_room()):
                self._books.begin(link.id)
                found += self._follow_contents(replace(visit, issue=link.id), entries)
                self._books.check(link.id)
        if not self._index:
            found += [v for url in summary.issues_beside for v in self._enlist(url, "other", None, visit)]
        if visit.kind in UNPLANNED and visit.issue is None:
            found += self._follow_all(years_elsewhere(summary, self.index), "other", visit)
            if len(self._index) > before:
                found += self._follow_all(further_pages(visit, summary, self._books.known), "other", visit)
        return found

    def _follow_index(self, index: tuple[IssueLink, ...], visit: Visit) -> list[Visit]:
        # Every page of a magazine shows the same index: comparing two tuples is all it costs.
        if not index or index == self._shown:
            return []
        self._shown = index
        self._index.update((link.id, link) for link in index)
        self._changed.add("index")
        found: list[Visit] = []
        for link in index:
            walk = self._books.walk(link)
            if walk and link.url is not None and self._wanted.includes(link):
                found += self._follow_issue(walk, link, link.url, visit)
        return found

    def _follow_issue(self, walk: Walk, link: IssueLink, url: str, visit: Visit) -> list[Visit]:
        if walk.begun:
            self._books.note_other_address(walk, url)
            return []
        if not self._has_room():
            return []
        walk.link = link
        self._books.begin(link.id)
        before = self._books.known(url)
        if before is None:
            found = self._enlist(url, "issue", link.id, visit)
            if not found:
                self._books.gap(link.id, "issue", url, "refused")
                self._books.check(link.id)
            return found
        if before.issue is not None:
            self._books.refusals.add("an issue on a page of another issue", url)
            self._books.check(link.id)
            return []
        moved = self._books.move(before, link.id)
        if self._books.is_open(moved):
            return []
        found = self._follow_contents(moved, self._homes.pop(canonical(before.url), ()))
        self._changed.add("homes")
        self._books.check(link.id)
        return found

    def _place(self, visit: Visit, summary: PageSummary) -> Visit:
        """Give an unplanned page to its masthead's issue, if that is wanted; else keep its contents."""
        link = summary.masthead
        if link is not None and (summary.article or summary.contents) and self._wanted.includes(link):
            walk = self._books.walk(link)
            if walk and (walk.begun or self._has_room()):
                self._books.begin(link.id)
                return self._books.move(visit, link.id)
        self._homes[canonical(visit.url)] = summary.contents
        self._changed.add("homes")
        return visit

    def _follow_contents(self, visit: Visit, contents: tuple[ContentsEntry, ...]) -> list[Visit]:
        self._books.promise(visit.issue, contents)
        found: list[Visit] = []
        times: dict[str, int] = {}
        for entry in contents:
            title = " ".join(entry.title.casefold().split())
            times[title] = times.get(title, 0) + 1
            if entry.url is None or self._is_listed(entry.url, visit.issue):
                continue
            key = canonical(entry.url)
            # A session id of an unknown name gives the same entry a new address on each page.
            if title and visit.issue and self._store.entry(visit.issue, title, times[title], key) != key:
                self._books.refusals.add("another address of an article", entry.url)
                continue
            added = self._enlist(entry.url, "article", visit.issue, visit)
            if not added and host_of(entry.url) not in self._books.hosts:
                self._books.gap(visit.issue, "article", entry.url, "on another host")
            found += added
        return found

    def _is_listed(self, url: str, issue: str | None) -> bool:
        """Return whether `url` is known already; an article of no known issue then goes to `issue`."""
        known = self._books.known(url)
        if known is not None and known.issue is None and issue is not None and known.kind == "article":
            self._books.move(known, issue)
        return known is not None

    def _follow_steps(self, visit: Visit, summary: PageSummary) -> list[Visit]:
        """Follow an issue's page to its further pages, or to the next article where nothing lists them."""
        if visit.issue is None or not summary.steps:
            return []
        kind: VisitKind = "article" if visit.kind == "article" or summary.article is not None else "other"
        urls = *further_pages(visit, summary, self._books.known), *next_articles(visit, summary, self.index)
        return self._follow_all(urls, kind, visit)

    def _follow_all(self, urls: Iterable[str], kind: VisitKind, parent: Visit) -> list[Visit]:
        return [visit for url in urls for visit in self._enlist(url, kind, parent.issue, parent)]

    def _follow_requisites(self, visit: Visit, urls: Iterable[str]) -> list[Visit]:
        found: list[Visit] = []
        for url in urls:
            host = host_of(url)
            if host in self._books.hosts:
                found += self._enlist(url, "requisite", visit.issue, visit)
            elif host is not None and self._store.is_news(url):
                self._elsewhere[host] = self._elsewhere.get(host, 0) + 1
                self._changed.add("elsewhere")
        return found

    def _enlist(self, url: str, kind: VisitKind, issue: str | None, parent: Visit) -> list[Visit]:
        visit = self._books.enlist(url, kind, issue, parent)
        return [] if visit is None else [visit]

    def _close(self, visit: Visit, *, came: bool) -> list[Visit]:
        """Close the books on a visit; without an index by now, the last start page in sends a scout."""
        self._books.close(visit, came=came)
        if visit.kind not in UNPLANNED or self._books.tallies.open_homes or self._index:
            return []
        self._changed.add("scouts")
        while (url := self._scouts.next()) is not None:
            kind: VisitKind = "home" if url in self._start_urls else "other"
            if scout := self._enlist(url, kind, None, visit):
                return scout
        return []

    def _has_room(self) -> bool:
        limit = self._wanted.limit
        return limit is None or self._books.issues_begun < limit


def _entries(found: list[Any]) -> tuple[ContentsEntry, ...]:
    return tuple(ContentsEntry(title, tuple(authors), url) for title, authors, url in found)
