"""Scrapy's HTTP/1.1 download handler, which lets no Response go on before its record is kept."""

from __future__ import annotations

import logging
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from urllib.parse import urldefrag

from scrapy.core.downloader.handlers.http11 import HTTP11DownloadHandler
from scrapy.exceptions import DownloadCancelledError, DownloadTimeoutError, IgnoreRequest
from scrapy.utils.defer import deferred_from_coro, maybe_deferred_to_future
from twisted.internet.threads import deferToThread

from crawler.provenance import attach, capture_of, keeper_of, trace_of
from crawler.wire.guards import check_private_names
from crawler.wire.options import BODY_CAPPED, BODY_LIMIT, RECORD_CUT, RECORD_LIMIT, WIRE_SETTINGS
from crawler.wire.outcome import describe, truncation
from output.capture import Exchange
from output.spool import Spool

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response

    from crawler.wire.capture import Attempt, Recording
    from output.capture import Capture

logger = logging.getLogger(__name__)

INLINE_LIMIT = 256 << 10
"""Bytes of an answer up to which it is kept at once: handing it to a thread costs as much as writing it."""

CLOSE_REASON = "archive-failed"
"""The reason for which a crawl that can't keep its records is closed."""


class ArchiveFailedError(IgnoreRequest):
    """An exchange could not be kept: its answer is not passed on, and the crawl stops."""


class NoRecordError(IgnoreRequest):
    """An answer was kept, but not as a response record, since it is no HTTP message to readers of WARC files."""


class WireHandler(HTTP11DownloadHandler):
    """Fetches over HTTP/1.1, keeps every attempt, then passes the Response on with its Capture attached.

    Raises NotConfigured when no keeper is open, or when Scrapy or Twisted lack a name this leans on.
    """

    def __init__(self, crawler: Crawler) -> None:
        check_private_names()
        # Only now is it sure that its base classes are there.
        from crawler.wire.capture import CURRENT, Recording, RecordingPool  # noqa: PLC0415

        super().__init__(crawler)
        self._keeper = keeper_of(crawler)
        self._current = CURRENT
        self._recording = Recording
        settings = crawler.settings
        self._body_limit = settings.getint(BODY_LIMIT, WIRE_SETTINGS[BODY_LIMIT])
        self._record_limit = settings.getint(RECORD_LIMIT, WIRE_SETTINGS[RECORD_LIMIT])
        self._failed: str | None = None
        stock = self._pool
        self._pool = RecordingPool(stock._reactor, persistent=stock.persistent)  # noqa: SLF001 - no other way
        self._pool.maxPersistentPerHost = stock.maxPersistentPerHost

    async def download_request(self, request: Request) -> Response:
        """Fetch, keep, and only then return.

        Raises what Scrapy's handler raises, ArchiveFailedError and NoRecordError.
        """
        if self._failed is not None:
            raise ArchiveFailedError(self._failed)
        attach(request, None)
        began = datetime.now(UTC)
        recording = self._recording(
            spool_folder=self._keeper.spool_folder,
            record_limit=self._record_limit,
            body_limit=self._body_limit,
        )
        token = self._current.set(recording)
        try:
            try:
                response = await super().download_request(request)
            except Exception as error:
                await self._keep(request, recording, began, error=error)
                raise
            finally:
                self._current.reset(token)
                recording.end()
            if not (recording.attempts and recording.attempts[-1].received.size):
                raise self._stop(f"{request.url}: an answer came past the recording")
            await self._keep(request, recording, began, response=response)
            if capture_of(request) is None:
                raise NoRecordError(
                    f"{request.url}: the answer is kept as mere bytes, there is no record of it"
                )
        finally:
            recording.close()
        if recording.body_capped:
            response.flags.append(BODY_CAPPED)
        if recording.attempts[-1].cut:
            response.flags.append(RECORD_CUT)
        return response

    async def _keep(
        self,
        request: Request,
        recording: Recording,
        began: datetime,
        *,
        response: Response | None = None,
        error: Exception | None = None,
    ) -> None:
        """Hand every attempt to the keeper, and attach the last one's address to the request."""
        if recording.failure is not None:
            raise self._stop(f"{request.url}: {recording.failure}") from recording.failure
        capture: Capture | None = None
        # Of Twisted's tries only the last is the one that the download ended with.
        exchanges = [_exchange(request, attempt) for attempt in recording.attempts[:-1]]
        if recording.attempts:
            exchanges.append(_exchange(request, recording.attempts[-1], response=response, error=error))
        else:
            exchanges.append(_never_sent(request, began, error))
        for exchange in exchanges:
            try:
                if exchange.response.in_memory and exchange.response.size < INLINE_LIMIT:
                    capture = self._keeper.add(exchange)
                else:
                    capture = await maybe_deferred_to_future(deferToThread(self._keeper.add, exchange))
            except Exception as failure:
                raise self._stop(f"{request.url}: {failure}") from failure
        attach(request, capture)

    def _stop(self, problem: str) -> ArchiveFailedError:
        """Let nothing more be fetched, have the crawl closed, and return the error to raise."""
        if self._failed is None:
            self._failed = problem
            logger.critical("The archive can't be written, the crawl stops: %s", problem)
            if self.crawler.engine is not None and self.crawler.engine.spider is not None:
                # Not awaited: closing waits for the downloads under way, this one among them.
                closing = deferred_from_coro(self.crawler.engine.close_spider_async(reason=CLOSE_REASON))
                closing.addErrback(lambda failure: logger.error("%s", failure.getErrorMessage()))
        return ArchiveFailedError(problem)


def _exchange(
    request: Request, attempt: Attempt, *, response: Response | None = None, error: Exception | None = None
) -> Exchange:
    """Return what `attempt` saw, as it is kept."""
    target_uri = urldefrag(request.url).url
    # Bytes given to a TLS connection leave it when the handshake is done, or never.
    left = attempt.tls is not None or not target_uri.startswith("https:")
    found = trace_of(request)
    if response is not None and "download_stopped" in response.flags:
        # A handler of headers_received or bytes_received had enough: the connection's end is not the reason.
        attempt.lost = None
    return Exchange(
        target_uri=target_uri,
        method=request.method,
        date=attempt.date,
        request=b"".join(attempt.sent) if left else b"",
        response=attempt.received,
        excess=attempt.excess,
        # Through a proxy the address is the proxy's, which is nobody's business.
        ip_address=None if request.meta.get("proxy") else attempt.address,
        tls=attempt.tls,
        truncated=truncation(
            received=attempt.received.size,
            complete=attempt.complete,
            cut=attempt.cut,
            lost=attempt.lost,
            error=error,
        ),
        error=None if attempt.complete else _problem(attempt, response=response, error=error),
        via=found.via,
        hops=found.hops,
    )


def _problem(attempt: Attempt, *, response: Response | None, error: Exception | None) -> str:
    if attempt.cut:
        return "the answer is longer than the record limit"
    if response is not None and attempt.received.size:
        reason = describe(attempt.lost) if attempt.lost else "it was not read to its end"
        return f"the body is not whole: {reason}"
    # A download that we ended says more than the connection that then went.
    ours = isinstance(error, DownloadTimeoutError | DownloadCancelledError)
    failed = error if ours else attempt.lost or error
    return describe(failed) if failed else "the connection ended before an answer"


def _never_sent(request: Request, began: datetime, error: Exception | None) -> Exchange:
    """Return the exchange of a request for which there never was a connection."""
    found = trace_of(request)
    return Exchange(
        target_uri=urldefrag(request.url).url,
        method=request.method,
        date=began,
        request=b"",
        response=Spool(),
        error=describe(error) if error else "no connection was made",
        via=found.via,
        hops=found.hops,
    )
