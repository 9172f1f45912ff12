"""The walk's books: each address once, on the account of one issue, within the bounds of the run."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from crawler.addresses import host_of, trap_in
from crawler.visits import Bounds, Gap, Refusals, Visit, VisitKind, Walk
from pipelines.addresses import canonical

if TYPE_CHECKING:
    from pipelines.page import IssueLink


class Books:
    """Which addresses are known and which are still open, and what each issue has come to.

    `walks` has an account for each issue of the index, and one, None, for what belongs to no known issue.
    """

    def __init__(self, *, hosts: frozenset[str], bounds: Bounds) -> None:
        self.hosts = hosts
        self.bounds = bounds
        self.walks: dict[str | None, Walk] = {None: Walk(link=None)}
        self.refusals = Refusals()
        self.pages = self.requisites = 0
        self.open_homes = 0
        self._visits: dict[str, Visit] = {}
        self._open: set[str] = set()
        self._finished: list[str] = []

    @property
    def open(self) -> int:
        """How many visits are still to be answered."""
        return len(self._open)

    def walk(self, link: IssueLink) -> Walk | None:
        """Return the account of an issue, opened if need be; None when the run has too many issues."""
        walk = self.walks.get(link.id)
        if walk is None:
            if len(self.walks) > self.bounds.issues:
                self.refusals.add("bound: issues a run", link.url or link.id, cut=True)
                return None
            walk = self.walks[link.id] = Walk(link=link)
        return walk

    def known(self, url: str) -> Visit | None:
        """Return the visit that stands for `url`, None when it was never asked for."""
        return self._visits.get(canonical(url))

    def is_open(self, visit: Visit) -> bool:
        """Return whether the answer to a visit is still to come."""
        return canonical(visit.url) in self._open

    def enlist(self, url: str, kind: VisitKind, issue: str | None, parent: Visit | None) -> Visit | None:
        """Return the visit to make to `url`; None when it was made before, or is refused (which is noted)."""
        url = url.split("#", 1)[0]
        key = canonical(url)
        if key in self._visits:
            return None
        if host_of(url) not in self.hosts:
            self.refusals.add("on another host", url)
            return None
        walk = self.walks[issue]
        if reason := trap_in(url) or self._over(kind, walk):
            self.refusals.add(reason, url, cut=True)
            return None
        hops = "" if parent is None else parent.hops + ("E" if kind == "requisite" else "L")
        visit = Visit(url=url, kind=kind, issue=issue, via=parent.url if parent else None, hops=hops)
        self._visits[key] = visit
        self._open.add(key)
        walk.open += 1
        if kind == "requisite":
            walk.requisites += 1
            self.requisites += 1
        else:
            walk.pages += 1
            self.pages += 1
            self.open_homes += kind in {"home", "other"}
        return visit

    def arrived(self, visit: Visit, url: str) -> Visit:
        """Return the visit as it stands by now, and remember the address it was redirected to."""
        current = self._visits[canonical(visit.url)]
        if url != visit.url:
            self._visits.setdefault(canonical(url), current)
        return current

    def move(self, visit: Visit, issue: str) -> Visit:
        """Put a visit on the account of `issue`."""
        key = canonical(visit.url)
        moved = self._visits[key] = replace(visit, issue=issue)
        if key in self._open:
            self.walks[visit.issue].open -= 1
            self.walks[issue].open += 1
        else:
            self.walks[issue].fetched += 1
        return moved

    def close(self, visit: Visit, *, came: bool) -> None:
        """Close the books on a visit; `came` tells whether there was an answer worth counting."""
        key = canonical(visit.url)
        current = self._visits[key]
        if key not in self._open:
            return
        self._open.remove(key)
        self.open_homes -= current.kind in {"home", "other"}
        walk = self.walks[current.issue]
        walk.open -= 1
        walk.fetched += came and current.kind != "requisite"
        self.check(current.issue)

    def check(self, issue: str | None) -> None:
        """Put `issue` among the finished when nothing of it is open any more."""
        if issue is not None and self.walks[issue].done:
            self._finished.append(issue)

    def finished(self) -> list[str]:
        """Return the issues that were finished since the last call, each once."""
        names, self._finished = dict.fromkeys(self._finished), []
        return [name for name in names if self.walks[name].done]

    def gap(self, issue: str | None, kind: VisitKind, url: str | None, reason: str) -> None:
        """Note that something wanted is missing."""
        self.walks[issue].gaps.append(Gap(issue=issue, kind=kind, url=url, reason=reason))

    def _over(self, kind: VisitKind, walk: Walk) -> str | None:
        bounds = self.bounds
        if kind == "requisite":
            if walk.requisites >= bounds.requisites_per_issue:
                return "bound: requisites an issue"
            return "bound: requisites a run" if self.requisites >= bounds.requisites else None
        if walk.pages >= bounds.pages_per_issue:
            return "bound: pages an issue"
        return "bound: pages a run" if self.pages >= bounds.pages else None
