"""The walk's books: each address once, on the account of one issue, within the bounds of the run.

Addresses stand in the ledger, so that memory does not grow with them; issues and tallies are held, and kept there too
when `save` is called.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING

from crawler.addresses import host_of, trap_in
from crawler.visits import Bounds, Gap, IssueState, Refusals, Visit, VisitKind, Walk
from pipelines.addresses import canonical
from pipelines.page import ContentsEntry

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crawler.turns import Turns
    from output.frontier_store import FrontierStore
    from pipelines.page import IssueLink

_OTHER_ADDRESSES = 2
"""Further addresses of an issue that are kept, for when the first one fails."""

_COMPARISONS = 5
"""How often an issue's further addresses are compared with its first."""

_WALK = "issue:"
"""What the names of the issues' accounts begin with in the store; the account of no issue has nothing behind it."""


@dataclass(slots=True, kw_only=True)
class Tallies:
    """What is counted over all issues; `made` are visits that were answered, `answers` pages that could be read."""

    pages: int = 0
    requisites: int = 0
    open: int = 0
    open_homes: int = 0
    made: int = 0
    not_due: int = 0
    articles: int = 0
    answers: int = 0
    absent: int = 0


class Books:
    """Which addresses are known and which are still open, and what each issue has come to.

    `walks` has an account for each issue of the index, and one, None, for what belongs to no known issue.
    """

    def __init__(self, *, hosts: frozenset[str], bounds: Bounds, store: FrontierStore, turns: Turns) -> None:
        self.hosts = hosts
        self.bounds = bounds
        self._store = store
        self._turns = turns
        self.load()

    def load(self) -> None:
        """Take everything as the store has it."""
        self.walks: dict[str | None, Walk] = {None: Walk(link=None)}
        for name, value in self._store.values(_WALK):
            self.walks[name or None] = Walk.from_json(value)
        self.tallies = Tallies(**json.loads(self._store.value("tallies") or "{}"))
        self.refusals = Refusals.from_json(json.loads(self._store.value("refusals") or "[]"))
        self._counted = sum(refusal.count for refusal in self.refusals.all())
        self._touched: set[str | None] = set()
        self._begun = {name for name, walk in self.walks.items() if name and walk.begun}
        self._done = {name for name in self._begun if self.walks[name].done}
        self._finished: list[str] = []

    def save(self) -> None:
        """Put into the store what has changed since it was last put there."""
        for name in self._touched:
            walk = self.walks[name]
            self._store.keep(f"{_WALK}{name or ''}", walk.as_json())
            if name is not None and walk.begun:
                self._begun.add(name)
                (self._done.add if walk.done else self._done.discard)(name)
        self._touched.clear()
        self._store.keep("tallies", json.dumps(asdict(self.tallies)))
        counted = sum(refusal.count for refusal in self.refusals.all())
        if counted != self._counted:
            self._counted = counted
            self._store.keep("refusals", json.dumps(self.refusals.as_json(), ensure_ascii=False))

    @property
    def issues_begun(self) -> int:
        """How many issues are followed."""
        return len(self._begun)

    @property
    def issues_done(self) -> int:
        """How many of them have nothing open, as of the last `save`."""
        return len(self._done)

    def account(self, issue: str | None) -> Walk:
        """Return the account of a known issue, to be changed."""
        self._touched.add(issue)
        return self.walks[issue]

    def begin(self, issue: str) -> None:
        """Follow an issue."""
        self.account(issue).begun = True
        self._begun.add(issue)

    def walk(self, link: IssueLink) -> Walk | None:
        """Return the account of an issue, opened if need be; None when the run has too many issues."""
        if link.id not in self.walks:
            if len(self.walks) > self.bounds.issues:
                self.refusals.add("bound: issues a run", link.url or link.id, cut=True)
                return None
            self.walks[link.id] = Walk(link=link)
        return self.account(link.id)

    def note_other_address(self, walk: Walk, url: str) -> None:
        """Keep a further address of an issue for need."""
        # With a session id in every link they differ on every page: a few comparisons tell enough.
        walk.compared += 1
        if walk.compared > _COMPARISONS:
            return
        known = {canonical(address) for address in (*walk.others, walk.link and walk.link.url) if address}
        if canonical(url) in known:
            return
        self.refusals.add("another address of an issue", url)
        if len(walk.others) < _OTHER_ADDRESSES:
            walk.others.append(url)

    def known(self, url: str) -> Visit | None:
        """Return the visit that stands for `url`, None when it was never asked for."""
        return self._store.visit(canonical(url))

    def is_open(self, visit: Visit) -> bool:
        """Return whether the answer to a visit is still to come."""
        return self._store.is_open(canonical(visit.url))

    def enlist(self, url: str, kind: VisitKind, issue: str | None, parent: Visit | None) -> Visit | None:
        """Return the visit to `url`; None when it was known before, or is refused (which is noted).

        Where its turn has not come (`crawler.turns`) it counts as made.
        """
        url = url.split("#", 1)[0]
        key = canonical(url)
        if self._store.visit(key) is not None:
            return None
        if host_of(url) not in self.hosts:
            self.refusals.add("on another host", url)
            return None
        walk = self.account(issue)
        if reason := trap_in(url) or self._over(kind, walk):
            self.refusals.add(reason, url, cut=True)
            return None
        hops = "" if parent is None else parent.hops + ("E" if kind == "requisite" else "L")
        visit = Visit(url=url, kind=kind, issue=issue, via=parent.url if parent else None, hops=hops)
        turn = self._turns.of(visit)
        self._store.add(key, visit, turn)
        tallies = self.tallies
        if kind == "requisite":
            walk.requisites += 1
            tallies.requisites += 1
        else:
            walk.pages += 1
            tallies.pages += 1
        if turn is None:
            tallies.not_due += 1
            walk.fetched += kind != "requisite"
            return None
        walk.open += 1
        tallies.open += 1
        tallies.open_homes += kind in {"home", "other"}
        return visit

    def arrived(self, visit: Visit, url: str) -> Visit:
        """Return the visit as it stands by now, and remember the address it was redirected to."""
        key = canonical(visit.url)
        if url != visit.url and (target := canonical(url)) != key:
            self._store.stand_for(target, key)
        return self._store.visit(key) or visit

    def move(self, visit: Visit, issue: str) -> Visit:
        """Put a visit on the account of `issue`."""
        key = canonical(visit.url)
        self._store.move(key, issue)
        if self._store.is_open(key):
            self.account(visit.issue).open -= 1
            self.account(issue).open += 1
        else:
            self.account(issue).fetched += 1
        return replace(visit, issue=issue)

    def close(self, visit: Visit, *, came: bool) -> None:
        """Close the books on a visit; `came` tells whether there was an answer worth counting."""
        key = canonical(visit.url)
        if not self._store.is_open(key):
            return
        current = self._store.visit(key) or visit
        self._store.close(key)
        self.tallies.open -= 1
        self.tallies.made += 1
        self.tallies.open_homes -= current.kind in {"home", "other"}
        walk = self.account(current.issue)
        walk.open -= 1
        walk.fetched += came and current.kind != "requisite"
        self.check(current.issue)

    def check(self, issue: str | None) -> None:
        """Put `issue` among the finished when nothing of it is open any more."""
        if issue is not None and self.walks[issue].done:
            self._finished.append(issue)

    def finished(self) -> tuple[IssueState, ...]:
        """Return the issues that were finished since the last call, each once."""
        names, self._finished = dict.fromkeys(self._finished), []
        return tuple(self._state(name) for name in names if self.walks[name].done)

    def promise(self, issue: str | None, contents: tuple[ContentsEntry, ...]) -> None:
        """Take `contents` for what an issue promises, if they are more than those known."""
        if len(contents) > self.walks[issue].promised:
            self.account(issue).promised = len(contents)
            self._store.promise(issue, json.dumps(contents, ensure_ascii=False))

    def gap(self, issue: str | None, kind: VisitKind, url: str | None, reason: str) -> None:
        """Note that something wanted is missing."""
        self.account(issue).gaps += 1
        self._store.gap(issue, json.dumps([kind, url, reason], ensure_ascii=False))

    def gaps(self, issue: str | None) -> Iterator[Gap]:
        """Yield the gaps of an issue."""
        for value in self._store.gaps(issue) if self.walks[issue].gaps else ():
            kind, url, reason = json.loads(value)
            yield Gap(issue=issue, kind=kind, url=url, reason=reason)

    def _state(self, issue: str) -> IssueState:
        walk = self.walks[issue]
        assert walk.link is not None
        promised = json.loads(self._store.promised(issue) or "[]")
        return IssueState(
            link=walk.link,
            promised=tuple(ContentsEntry(title, tuple(authors), url) for title, authors, url in promised),
            fetched=walk.fetched,
            gaps=tuple(self.gaps(issue)),
        )

    def _over(self, kind: VisitKind, walk: Walk) -> str | None:
        bounds, tallies = self.bounds, self.tallies
        if kind == "requisite":
            if walk.requisites >= bounds.requisites_per_issue:
                return "bound: requisites an issue"
            return "bound: requisites a run" if tallies.requisites >= bounds.requisites else None
        if walk.pages >= bounds.pages_per_issue:
            return "bound: pages an issue"
        return "bound: pages a run" if tallies.pages >= bounds.pages else None
