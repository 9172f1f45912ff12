"""One run: opens the collection, lets Scrapy fetch, derives the lines, and says how it ended."""

from __future__ import annotations

import json
import logging
from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Self

from scrapy import signals
from scrapy.utils.defer import deferred_from_coro

from crawler.change_feed import state_before, write_feed
from crawler.continuation import complete, take_up
from crawler.drift import Shape, drift, earlier_shapes
from crawler.exit_codes import ExitCode
from crawler.frontier import Frontier
from crawler.options import RunOptions, options_from_arguments
from crawler.outcome import ARCHIVE_FAILED, FINISHED, Facts, Verdict, judge
from crawler.progress import Reporter, reporter
from crawler.run_report import run_report, torn_ends
from crawler.settings import user_agent
from crawler.settings_digest import settings_digest
from crawler.turns import Turns, usual_interval
from output.collection import Collection, CollectionInfo
from output.collection_info import safe_name
from output.durable import replacing
from output.errors import BackissueError
from output.frontier_store import FrontierStore
from output.inputs import open_inputs
from output.old_runs import runs_begun
from pipelines.archive.derive import DerivedCounts, derive_archive
from pipelines.archive.model_file import FILENAME as MODEL_FILE
from pipelines.archive.model_file import learned_before
from pipelines.archive.shelf import Shelf
from pipelines.archive.tally import Account
from pipelines.scrapy_pipeline import RUN_FOLDER

if TYPE_CHECKING:
    from pathlib import Path

    from scrapy.crawler import Crawler
    from twisted.python.failure import Failure

    from pipelines.archive.choice import Quarantined
    from pipelines.archive.feed import Feed

__all__ = ["Run", "RunOptions", "options_from_arguments"]

logger = logging.getLogger(__name__)

SHAPE = "shape"
"""Under which name the frontier keeps the shape of the walk's pages."""

_ATTRIBUTE = "backissue_run"


class Run:
    """A run over one collection, from `begin` to its `verdict`, which is None until the crawl has ended.

    Scrapy's signals drive it: `attach` it to a Crawler before its engine starts.
    """

    def __init__(self, *, options: RunOptions, collection: Collection, shown: Reporter) -> None:
        self.options = options
        self.collection = collection
        self.reporter = shown
        self._began = datetime.now(UTC)
        begun = [*runs_begun(collection.runs), self._began]
        self.folder: Path = collection.new_run()
        self._store = FrontierStore(collection.ledger.database)
        self.walk = take_up(self._store, options, run=self.folder.name, now=self._began)
        self.frontier = Frontier(
            profile=options.profile,
            seeds=options.start_urls,
            wanted=options.wanted,
            store=self._store,
            turns=Turns(
                now=self.walk.began,
                known=collection.ledger.url,
                max_age=options.max_age,
                by_age=options.budget is not None,
                interval=usual_interval(begun),
            ),
        )
        self.shelf = Shelf(self.folder)
        self.model = learned_before(collection.path / MODEL_FILE)
        kept = self.frontier.staged(SHAPE)
        self.shape = Shape.from_json(kept) if kept else Shape(learned=bool(self.model.pages))
        self.archive_problem: str | None = None
        self.counts: DerivedCounts | None = None
        self.account = Account()
        self.feed: Feed | None = None
        self.quarantined: tuple[Quarantined, ...] = ()
        self.held: frozenset[str] = frozenset()
        self.verdict: Verdict | None = None
        for torn in torn_ends(collection):
            shown.note(f"{torn['file']} at byte {torn['offset']}: a torn end, kept as {torn['kept']}")
        if self.walk.earlier:
            made, left = self.frontier.made, self.frontier.progress().open
            shown.note(
                f"going on with the walk of run {self.walk.earlier[0]}: {made} visits made, {left} known to go"
            )
        # Not what killed runs of this walk have brought: no feed has told of that.
        self._earlier = tuple(collection.warcs_before(self.walk.began))
        self._close_reason = "finished"
        self._faults = 0
        self._crawler: Crawler | None = None

    @classmethod
    def begin(cls, options: RunOptions, shown: Reporter | None = None) -> Self:
        """Open the collection and a folder for the run.

        Raises CollectionBusyError, or another BackissueError when the folder is none of ours or damaged.
        """
        info = CollectionInfo(
            name=safe_name(options.collection),
            profile=options.profile.name,
            creator=user_agent(None).split(" ", 1)[0],
            contact=options.contact or "",
            user_agent=user_agent(options.contact),
            robots="obey",
        )
        collection = Collection.open(options.collection, info=info)
        return cls(options=options, collection=collection, shown=shown or reporter(json_log=options.json_log))

    @property
    def killed(self) -> tuple[datetime, datetime] | None:
        """The time in which earlier runs of this walk may have kept what they could not take in; None without any."""
        return (self.walk.began, self._began) if self.walk.earlier else None

    @staticmethod
    def of(crawler: Crawler) -> Run | None:
        """Return the run that was given to `crawler`, None when it has none."""
        run: Run | None = getattr(crawler, _ATTRIBUTE, None)
        return run

    def give_to(self, crawler: Crawler) -> None:
        """Let the spider of `crawler` find this run."""
        setattr(crawler, _ATTRIBUTE, self)

    def attach(self, crawler: Crawler) -> None:
        """Make `crawler` write to this run's collection and folder; to be called before its engine is made."""
        self._crawler = crawler
        crawler.collection = self.collection  # type: ignore[attr-defined] # read by provenance.keeper_of
        changed: dict[str, Any] = {
            RUN_FOLDER: str(self.folder),
            "LOG_FILE": str(self.folder / "crawl.log"),
            "USER_AGENT": user_agent(self.options.contact),
        }
        if self.options.delay is not None:
            changed |= {
                "DOWNLOAD_DELAY": self.options.delay,
                "AUTOTHROTTLE_START_DELAY": self.options.delay,
                # It would find a delay of its own where none is wanted.
                "AUTOTHROTTLE_ENABLED": self.options.delay > 0,
            }
        if self.options.concurrency is not None:
            changed |= {
                "CONCURRENT_REQUESTS": self.options.concurrency,
                "CONCURRENT_REQUESTS_PER_DOMAIN": self.options.concurrency,
            }
        for name, value in changed.items():
            crawler.settings.set(name, value, priority="spider")
        own = {RUN_FOLDER, "LOG_FILE"}
        self.collection.settings_digest = settings_digest(crawler.settings, without=own)
        crawler.signals.connect(self._item_failed, signal=signals.item_error)
        crawler.signals.connect(self._closed, signal=signals.spider_closed)
        crawler.signals.connect(self.finish, signal=signals.engine_stopped)

    def fail(self, problem: str) -> None:
        """Note in one line why nothing can be kept any more, and let the crawl end."""
        self.archive_problem = self.archive_problem or problem
        engine = self._crawler.engine if self._crawler is not None else None
        if engine is not None and engine.spider is not None:
            # Not awaited: closing waits for what is under way, which may be what tells of this.
            closing = deferred_from_coro(engine.close_spider_async(reason=ARCHIVE_FAILED))
            closing.addErrback(lambda failure: logger.error("%s", failure.getErrorMessage()))

    def finish(self) -> None:
        """Derive the lines, write run.json, give the verdict and let the collection go; once.

        The collection is held until all of it is written, and the walk is over only then.
        """
        if self.verdict is not None:
            return
        self.reporter.note("writing the records")
        try:
            self.collection.finish()
            self._derive()
        except (BackissueError, OSError) as error:
            self.archive_problem = self.archive_problem or str(error)
        try:
            facts = self._facts()
            self.verdict = judge(facts)
            if self.archive_problem is not None:
                # One line says it; what could not be fetched any more stands among the gaps in run.json.
                self.verdict = Verdict(code=self.verdict.code, reasons=(self.archive_problem,))
            self._write_report(facts, self.verdict)
            if facts.close_reason == FINISHED:
                complete(self._store)
        except BackissueError as error:
            reason = self.archive_problem or str(error)
            self.verdict = Verdict(code=ExitCode.DAMAGED, reasons=(reason,))
        finally:
            with suppress(BackissueError, OSError):  # told already: `finish` has tried the same
                self.collection.close()
            self.reporter.close()

    def abandon(self) -> None:
        """Close the collection without deriving anything: the crawl never began, or was stopped by force."""
        self.shelf.close()
        self.collection.close()
        self.reporter.close()

    def _derive(self) -> None:
        profile, records = self.options.profile, self.collection.records
        with state_before(records, self._earlier, profile) as before:
            derived = derive_archive(
                # A site that can't be reached leaves no WARC file at all.
                open_inputs(self.collection.warcs(), on_error=self._tell),
                profile=profile,
                folder=records,
                model_file=self.collection.path / MODEL_FILE,
                shelf=self.shelf,
            )
            self.counts, self.account = derived.counts, derived.account
            self.held = derived.held
            # What was set aside by an earlier run, and not fetched since, was told of then.
            self.quarantined = tuple(one for one in derived.quarantined if one.date >= self.walk.began)
            self.feed = write_feed(
                before,
                collection=self.collection.path,
                run=self.folder,
                profile=profile,
                evidence=derived.evidence,
            )

    def _tell(self, error: BackissueError) -> None:
        logger.error("%s", error)
        self.archive_problem = self.archive_problem or str(error)

    def _closed(self, reason: str) -> None:
        self._close_reason = reason

    def _item_failed(self, failure: Failure) -> None:
        """Take note that an answer's lines could not be written, or not be taken in: its visit stays open."""
        if isinstance(failure.value, BackissueError | OSError):
            self.fail(str(failure.value))
        else:
            self._faults += 1

    def _facts(self) -> Facts:
        stats = self._crawler.stats if self._crawler is not None else None
        frontier = self.frontier
        asked = frontier.asked()
        profile = self.options.profile.name
        missing = {} if self.counts is None else self.counts.missing
        return Facts(
            close_reason=ARCHIVE_FAILED if self.archive_problem is not None else self._close_reason,
            index_found=frontier.index_found,
            answers=frontier.answers,
            articles=frontier.progress().articles,
            gaps=frontier.gaps(held=self.held),
            refusals=frontier.refusals(),
            missing={issue: count for issue, count in missing.items() if issue in asked},
            silent=tuple(self.account.silent(asked)),
            quarantined=self.quarantined,
            held_back=self.feed.told if self.feed is not None and self.feed.held_back else None,
            left=frontier.left(),
            budget=self.options.budget,
            faults=self._faults + (stats.get_value("spider_exceptions/count", 0) if stats is not None else 0),
            drift=drift(
                self.shape, earlier_shapes(self.folder.parent, than=self.folder.name, profile=profile)
            ),
        )

    def _write_report(self, facts: Facts, verdict: Verdict) -> None:
        report = run_report(
            name=self.folder.name,
            options=self.options,
            began=self._began,
            walk=self.walk,
            ended=datetime.now(UTC),
            facts=facts,
            frontier=self.frontier,
            shape=self.shape,
            counts=self.counts,
            account=self.account,
            feed=self.feed,
            verdict=verdict,
            torn=torn_ends(self.collection),
        )
        text = json.dumps(report, ensure_ascii=False, indent=1)
        try:
            with replacing(self.folder / "run.json") as stream:
                stream.write(text.encode("utf-8", "replace") + b"\n")
        except OSError as error:
            logger.critical("run.json can't be written: %s", error)
