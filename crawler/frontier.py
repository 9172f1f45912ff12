"""Where the walk is: what was seen, is wanted next, was refused, is missing. No network, no Scrapy.

The rules are in `crawler.walker`, the accounts in `crawler.books`; here each answer is taken in whole or not at all.
"""

from __future__ import annotations

import json
import weakref
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from crawler.addresses import site_hosts
from crawler.books import Books
from crawler.scouts import Scouts
from crawler.turns import Left, Turns
from crawler.visits import SHOWS_NO_ARTICLE, Bounds, Gap, IssueState, Progress, Refusal, Visit
from crawler.walker import Walker
from output.database import Database
from output.frontier_store import FrontierStore
from output.ledger_schema import MIGRATIONS
from pipelines.addresses import canonical

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from crawler.wanted import Wanted
    from pipelines.page import IssueLink, PageSummary
    from pipelines.profile import Profile


class Frontier:
    """The walk over the issue index: takes what pages say, gives the visits that follow from it, each once.

    `start` it; `next` checks out the visit whose turn it is; hand its answer to `page` (a page that was read), `bare`
    (anything else that came) or `failed`. That checks it in: the answer's consequences are in the store when the call
    returns, or none of them is. They return what they found. `finished` tells of the issues that are complete.
    """

    def __init__(
        self,
        *,
        profile: Profile,
        seeds: Iterable[str],
        wanted: Wanted,
        store: FrontierStore | None = None,
        turns: Turns | None = None,
        bounds: Bounds | None = None,
    ) -> None:
        seeds = tuple(dict.fromkeys(seeds))
        bounds = bounds or Bounds()
        self._wanted = wanted
        if store is None:
            # A walk that nobody needs to resume, as in most tests, is kept in memory, and goes with its frontier.
            database = Database(Path(":memory:"), MIGRATIONS)
            weakref.finalize(self, database.close)
            store = FrontierStore(database)
        self._store = store
        self._turns = turns or Turns(now=datetime.now(UTC), known=lambda _: None)
        self._books = Books(
            hosts=site_hosts(profile, seeds or profile.start_urls),
            bounds=bounds,
            store=self._store,
            turns=self._turns,
        )
        others = () if seeds else profile.start_urls[1:]
        self._walker = Walker(
            profile=profile,
            seeds=seeds,
            wanted=wanted,
            books=self._books,
            scouts=Scouts(alternatives=others, limit=bounds.scouts),
            store=self._store,
        )
        self._out: set[str] = set()
        self._staged: dict[str, Any] = {}

    def start(self) -> tuple[Visit, ...]:
        """Return the first visits, all start URLs given, or the profile's first (the others if it fails).

        None where the walk goes on: those still open in the store are then `next`.
        """
        if self._books.tallies.pages:
            return ()
        with self._taking_in():
            return self._walker.start()

    def next(self) -> Visit | None:
        """Check out the visit whose turn it is, None when all are out or made."""
        found = self._store.next(self._out)
        if found is None:
            return None
        self._out.add(found[0])
        return found[1]

    @property
    def waiting(self) -> bool:
        """Whether `next` has a visit to give."""
        return self._books.tallies.open > len(self._out)

    def page(self, visit: Visit, summary: PageSummary) -> tuple[Visit, ...]:
        """Take in a page that was read; `summary.url` is where it came from after redirects."""
        with self._taking_in(visit):
            self._books.tallies.answers += 1
            return self._walker.page(visit, summary)

    def points_on(self, visit: Visit, url: str, target: str) -> tuple[Visit, ...]:
        """Take in a page at `url` that only sends its reader on to `target`, which stands for it from now on."""
        with self._taking_in(visit):
            self._books.tallies.answers += 1
            return self._walker.points_on(visit, url, target)

    def bare(self, visit: Visit, url: str, requisites: Iterable[str] = ()) -> tuple[Visit, ...]:
        """Take in an answer that is no page, and the addresses it asks for (a style sheet's)."""
        with self._taking_in(visit):
            return self._walker.bare(visit, url, requisites)

    def failed(self, visit: Visit, reason: str, *, absent: bool = False) -> tuple[Visit, ...]:
        """Take in that a visit failed; `absent`: the site says itself that there is nothing (404, 410)."""
        with self._taking_in(visit):
            return self._walker.failed(visit, reason, absent=absent)

    def stage(self, name: str, value: Any) -> None:
        """Keep a value of JSON's under `name` together with the next answer."""
        self._staged[name] = value

    def staged(self, name: str) -> Any:
        """Return the value that was kept under `name`, None when there is none."""
        kept = self._store.value(name)
        return None if kept is None else json.loads(kept)

    @property
    def hosts(self) -> frozenset[str]:
        """The hosts of the site, bare, with the ports that are not their scheme's own."""
        return self._books.hosts

    @property
    def index(self) -> tuple[IssueLink, ...]:
        """The issue index as the newest page shows it, empty until one has shown it."""
        return self._walker.index

    @property
    def index_found(self) -> bool:
        """Whether any page has shown the issue index."""
        return bool(self.index)

    @property
    def answers(self) -> int:
        """How many pages came and could be read."""
        return self._books.tallies.answers

    @property
    def made(self) -> int:
        """How many visits were answered, or failed."""
        return self._books.tallies.made

    @property
    def absent(self) -> int:
        """How many page requisites the site itself does not have (404, 410)."""
        return self._books.tallies.absent

    def finished(self) -> tuple[IssueState, ...]:
        """Return the issues that were completed since the last call."""
        return self._books.finished()

    def progress(self) -> Progress:
        """Return how far the walk is."""
        books, tallies = self._books, self._books.tallies
        return Progress(
            issues_wanted=books.issues_begun,
            issues_done=books.issues_done,
            articles=tallies.articles,
            pages=tallies.pages,
            requisites=tallies.requisites,
            not_due=tallies.not_due,
            gaps=sum(walk.gaps for walk in books.walks.values()),
            open=tallies.open,
        )

    def asked(self) -> frozenset[str]:
        """Return the ids of the issues that were followed."""
        return frozenset(name for name, walk in self._books.walks.items() if name and walk.begun)

    def gaps(self, *, held: Collection[str] = ()) -> tuple[Gap, ...]:
        """Return all that is missing, issues that were asked for and have no address included.

        A page that shows no article by itself is no gap if it is among the `held` articles (canonical addresses).
        """
        walks = self._books.walks
        gaps = (gap for name in walks for gap in self._books.gaps(name))
        found = [
            gap for gap in gaps if gap.reason != SHOWS_NO_ARTICLE or canonical(gap.url or "") not in held
        ]
        if self._wanted.limit is None:
            found += [
                Gap(issue=name, kind="issue", url=None, reason="the index gives no address")
                for name, walk in walks.items()
                if walk.link and not walk.begun and self._wanted.includes(walk.link)
            ]
        missing = [name for name in self._wanted.issues if self.index_found and name not in walks]
        return (*found, *(Gap(issue=n, kind="issue", url=None, reason="not in the index") for n in missing))

    def left(self) -> Left:
        """Return what of the walk was not visited."""
        return self._turns.left(turn for _, turn in self._store.open_visits())

    def refusals(self) -> tuple[Refusal, ...]:
        """Return what was not followed and why."""
        return self._books.refusals.all()

    def elsewhere(self) -> dict[str, int]:
        """Return the other hosts that pages embed things from, never fetched, with how many addresses."""
        return self._walker.elsewhere

    @contextmanager
    def _taking_in(self, visit: Visit | None = None) -> Iterator[None]:
        """Keep what is done inside and check `visit` in; after an exception everything is as it was before."""
        try:
            with self._store.transaction():
                yield
                self._books.save()
                self._walker.save()
                for name, value in self._staged.items():
                    self._store.keep(name, json.dumps(value, ensure_ascii=False))
        except BaseException:
            self._books.load()
            self._walker.load()
            raise
        self._staged.clear()
        if visit is not None:
            self._out.discard(canonical(visit.url))
