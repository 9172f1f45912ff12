"""The spider: fetches what the frontier asks for, and hands it what came."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from scrapy import Request, Spider
from scrapy.exceptions import IgnoreRequest

from crawler import css
from crawler.conditional import UNCHANGED
from crawler.provenance import capture_of, trace
from crawler.refresh import refresh_target
from crawler.run import SHAPE, Run, options_from_arguments
from crawler.wire import ArchiveFailedError
from crawler.wire.options import BODY_CAPPED
from crawler.wire.outcome import describe
from output.models import CaptureLine, Issue, Missing, Promised
from pipelines.parsed import is_page
from pipelines.publish import capture_ref
from pipelines.read import read_page
from pipelines.scrapy_pipeline import PageLines

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator

    from scrapy.crawler import Crawler
    from scrapy.http import Response
    from twisted.python.failure import Failure

    from crawler.frontier import Frontier
    from crawler.visits import IssueState, Visit
    from output.capture import Capture
    from pipelines.page import IssueLink, PageSummary

_OF_AN_ISSUE = frozenset({"article", "issue"})

SLOT = "site"
"""One download slot for all hosts of the site, so that www and the bare host share the delay."""


class IssuesSpider(Spider):
    """Walks the index of back issues; arguments are those of `backissue crawl`."""

    name = "issues"

    def __init__(self, *, run: Run) -> None:
        super().__init__()
        self.run = run
        self.hosts = run.frontier.hosts

    @classmethod
    def from_crawler(cls, crawler: Crawler, *_: Any, **arguments: str) -> Self:
        """Make the spider of a run that was begun already, or begin one with the `-a` arguments."""
        run = Run.of(crawler) or Run.begin(options_from_arguments(arguments))
        run.attach(crawler)
        spider = cls(run=run)
        spider._set_crawler(crawler)
        return spider

    @property
    def frontier(self) -> Frontier:
        """The walk's frontier, from which the scheduler takes the visits."""
        return self.run.frontier

    @property
    def budget(self) -> int | None:
        """How many requests the walk may make, None for any number."""
        return self.run.options.budget

    async def start(self) -> AsyncIterator[Request]:
        """Begin the walk, or go on with it; yields nothing, since the scheduler asks the frontier itself."""
        self.frontier.start()
        nothing: tuple[Request, ...] = ()
        for request in nothing:
            yield request

    def request(self, visit: Visit) -> Request:
        """Return the request of a visit."""
        request = Request(
            visit.url,
            callback=self.came,
            errback=self.missed,
            cb_kwargs={"visit": visit},
            meta={"download_slot": SLOT},
        )
        trace(request, via=visit.via, hops=visit.hops)
        return request

    def came(self, response: Response, visit: Visit) -> Iterator[PageLines]:
        """Yield the lines of an answer; when they are written, the frontier takes it in."""
        capture = capture_of(response)
        if capture is None:
            yield self._then(lambda: self.frontier.failed(visit, "no record was written"))
            return
        mime = _mime(response)
        line = _capture_line(response, visit, capture, mime)
        if response.status != 200:
            absent = response.status in {404, 410}
            reason = f"status {response.status}"
            yield self._then(lambda: self.frontier.failed(visit, reason, absent=absent), captures=(line,))
        elif visit.kind == "requisite" or not is_page(mime):
            sheet = mime == "text/css" or (mime is None and response.url.endswith(".css"))
            asked = css.addresses(response.body, response.url) if sheet else ()
            yield self._then(lambda: self.frontier.bare(visit, response.url, asked), captures=(line,))
        else:
            yield self._page(response, visit, capture, line)

    def missed(self, failure: Failure) -> Iterator[PageLines]:
        """Take in that no answer came, or none was asked for."""
        error = failure.value
        assert error is not None
        if isinstance(error, ArchiveFailedError):
            # Nothing was kept of it, so it was not visited: the next run asks again.
            self.run.fail(str(error))
            return
        request: Request = failure.request  # type: ignore[attr-defined] # Scrapy sets it
        visit: Visit = request.cb_kwargs["visit"]
        reason = str(error) if isinstance(error, IgnoreRequest) else describe(error)
        yield self._then(lambda: self.frontier.failed(visit, reason or type(error).__name__))

    def _page(self, response: Response, visit: Visit, capture: Capture, line: CaptureLine) -> PageLines:
        summary = self._read(response, visit, capture)
        says_nothing = not (summary.issue_index or summary.contents or summary.article)
        target = refresh_target(response.body, response.url) if says_nothing else None

        def take_in() -> object:
            if visit.kind in _OF_AN_ISSUE:
                self.run.shape.add(summary)
                self.frontier.stage(SHAPE, self.run.shape.as_json())
            if target is not None:
                return self.frontier.points_on(visit, response.url, target)
            return self.frontier.page(visit, summary)

        if _is_unchanged(capture):
            # Its lines stand in the run that brought it.
            return self._then(take_in, captures=(line,))
        articles = () if summary.article is None else (summary.article,)
        return self._then(take_in, articles=articles, furniture=summary.furniture, captures=(line,))

    def _read(self, response: Response, visit: Visit, capture: Capture) -> PageSummary:
        """Return what a page says; one without text that is promised as an article may be a section that lists some."""
        index = self._index(visit, response.url)
        listing = visit.kind in {"issue", "other"}
        return read_page(
            response.body,
            url=response.url,
            content_type=_content_type(response),
            capture=capture,
            profile=self.run.options.profile,
            model=self.run.model,
            index=index if listing else (),
            part=visit.kind == "other" and visit.issue is not None,
            sections=() if listing else index,
            shelf=self.run.shelf if _is_whole(response) else None,
        )

    def _index(self, visit: Visit, came_from: str) -> tuple[IssueLink, ...]:
        """Return the site's issues, for a page that is one's own: there it stands, though a redirect led to it."""
        own = visit.issue
        if own is None:
            return ()
        return tuple(i._replace(url=came_from) if i.id == own else i for i in self.frontier.index)

    def _then(self, take_in: Callable[[], object], **lines: Any) -> PageLines:
        """Return an item of `lines`, after which the frontier takes in the answer and shows how far the walk is."""

        def then() -> tuple[Issue, ...]:
            take_in()
            progress = self.frontier.progress()
            self.run.reporter.update(progress)
            finished = self.frontier.finished()
            for state in finished:
                self.run.reporter.issue(state, progress)
            return tuple(_issue_line(state) for state in finished)

        return PageLines(**lines, then=then)


def _is_unchanged(capture: Capture) -> bool:
    """Return whether a page is to the byte what the same address gave before."""
    return capture.revisit_of is not None and capture.revisit_of.target_uri == capture.target_uri


def _is_whole(response: Response) -> bool:
    """Return whether reading the record again gives the same page: nothing was cut off, one Content-Type."""
    return BODY_CAPPED not in response.flags and len(response.headers.getlist(b"Content-Type")) <= 1


def _content_type(response: Response) -> str | None:
    value = response.headers.get(b"Content-Type")
    return None if value is None else value.decode("latin-1")


def _mime(response: Response) -> str | None:
    declared = (_content_type(response) or "").split(";", 1)[0].strip().lower()
    return declared or None


def _capture_line(response: Response, visit: Visit, capture: Capture, mime: str | None) -> CaptureLine:
    return CaptureLine(
        url=capture.target_uri,
        date=capture.date,
        status=304 if UNCHANGED in response.flags else response.status,
        mime=mime,
        record_type="response" if capture.revisit_of is None else "revisit",
        kind=visit.kind,
        via=visit.via,
        error=None,
        capture=capture_ref(capture),
    )


def _issue_line(state: IssueState) -> Issue:
    promised = [
        Promised(position=position, title=entry.title, authors=list(entry.authors), url=entry.url)
        for position, entry in enumerate(state.promised, 1)
    ]
    titles = {entry.url: entry.title for entry in state.promised}
    missing = [Missing(title=titles.get(gap.url, ""), url=gap.url, reason=gap.reason) for gap in state.gaps]
    return Issue(
        id=state.link.id,
        year=state.link.year,
        number=state.link.number,
        label=f"№{state.link.number}, {state.link.year}",
        url=state.link.url,
        promised=promised,
        found=state.fetched,
        missing=missing,
        capture=None,
    )
