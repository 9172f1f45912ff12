"""Starts Scrapy for a run and waits for its end."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from scrapy.crawler import AsyncCrawlerProcess
from scrapy.settings import Settings

from crawler.exit_codes import ExitCode
from crawler.outcome import Verdict
from crawler.run import Run
from output.errors import BackissueError

if TYPE_CHECKING:
    from crawler.options import RunOptions
    from crawler.progress import Reporter


class CrawlFailedError(BackissueError):
    """Scrapy could not begin, or ended without telling; the crawl's log says more."""


def crawl(options: RunOptions, *, shown: Reporter | None = None) -> tuple[Run, Verdict]:
    """Make one run in a process of Scrapy's own and return how it ended; only once a process.

    SIGINT and SIGTERM let what is under way come in, and then end the run in order; a second one ends it at once.
    Raises BackissueError when the run can't begin.
    """
    run = Run.begin(options, shown)
    if options.contact is None and not all(map(_is_here, options.start_urls or options.profile.start_urls)):
        run.reporter.note("no --contact given: the site's owner has nobody to write to")
    # On a full disk the log can't be written either; the run says so itself, in one line.
    logging.raiseExceptions = False
    settings = Settings()
    settings.setmodule("crawler.settings", priority="project")
    settings.set("LOG_FILE", str(run.folder / "crawl.log"), priority="cmdline")
    return run, conduct(run, AsyncCrawlerProcess(settings))


def conduct(run: Run, process: AsyncCrawlerProcess) -> Verdict:
    """Let `process` make the run; raises CrawlFailedError when it never began."""
    crawler = process.create_crawler("issues")
    run.give_to(crawler)
    task = process.crawl(crawler)
    process.start()
    if run.verdict is not None:
        return run.verdict
    run.abandon()
    error = task.exception() if task.done() and not task.cancelled() else None
    if isinstance(error, BackissueError):
        raise error
    if error is not None:
        raise CrawlFailedError(
            "the crawl could not begin", where=str(run.folder), found=str(error)
        ) from error
    return Verdict(
        code=ExitCode.INTERRUPTED, reasons=("stopped by force; run `backissue rebuild` or crawl again",)
    )


def _is_here(url: str) -> bool:
    return (urlsplit(url).hostname or "") in {"localhost", "127.0.0.1", "::1"}
