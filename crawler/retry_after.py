"""Tries failed requests again, and waits as long as the site asks (RFC 9110 §10.2.3, RFC 6585 §4)."""

from __future__ import annotations

import asyncio
import logging
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from time import monotonic
from typing import TYPE_CHECKING

from scrapy.downloadermiddlewares.retry import RetryMiddleware
from scrapy.utils.defer import deferred_from_coro

if TYPE_CHECKING:
    from scrapy import Request, Spider
    from scrapy.http import Response
    from scrapy.settings import BaseSettings

logger = logging.getLogger(__name__)

CLOSE_REASON = "asked-to-stay-away"
"""The reason for which a crawl is closed when the site asks for a longer wait than a run can make."""

_STEP = 0.2


def seconds_to_wait(value: bytes | None, now: datetime) -> float | None:
    """Return the seconds that a Retry-After header field asks for, None when it is absent or makes no sense."""
    text = (value or b"").decode("latin-1").strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    try:
        date = parsedate_to_datetime(text)
    except ValueError:
        return None
    date = date.replace(tzinfo=UTC) if date.tzinfo is None else date
    return max(0.0, (date - now).total_seconds())


class RetryAfterMiddleware(RetryMiddleware):
    """Scrapy's RetryMiddleware, with Retry-After of 429 and 503 honoured for the whole site.

    While one request waits, nothing else is asked. A longer wait than BACKISSUE_RETRY_AFTER_MAX seconds ends
    the run: staying would be either rude or useless.
    """

    def __init__(self, settings: BaseSettings) -> None:
        super().__init__(settings)
        self._longest = settings.getfloat("BACKISSUE_RETRY_AFTER_MAX")
        self._until = 0.0

    async def process_response(  # type: ignore[override] # Scrapy awaits what a middleware returns
        self,
        request: Request,
        response: Response,
        spider: Spider | None = None,  # noqa: ARG002 - Scrapy's
    ) -> Request | Response:
        """Return the request to try again, after the wait that was asked for, or the response."""
        again = super().process_response(request, response)
        if again is response or response.status not in {429, 503}:
            return again
        wait = seconds_to_wait(response.headers.get(b"Retry-After"), datetime.now(UTC))
        if wait is None:
            return again
        if wait > self._longest:
            logger.warning("%s asks to come back in %.0f seconds: the run ends", request.url, wait)
            closing = deferred_from_coro(self.crawler.engine.close_spider_async(reason=CLOSE_REASON))
            closing.addErrback(lambda failure: logger.error("%s", failure.getErrorMessage()))
            return response
        logger.info("%s asks to wait %.0f seconds", request.url, wait)
        await self._wait(wait)
        return again

    async def _wait(self, seconds: float) -> None:
        engine = self.crawler.engine
        self._until = max(self._until, monotonic() + seconds)
        engine.pause()
        # In steps: an interrupted run need not sit it out, and no event tells of that.
        while engine.running and (left := self._until - monotonic()) > 0:  # noqa: ASYNC110
            await asyncio.sleep(min(_STEP, left))
        engine.unpause()
