"""Asks only for what has changed since it was last kept, and reads the rest from the archive (RFC 9110 §13).

What a run that was killed had kept already, and not taken in, is not asked for again at all.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Self
from urllib.parse import urldefrag

from scrapy.exceptions import NotConfigured
from scrapy.http import Headers
from scrapy.responsetypes import responsetypes

from crawler.compression import UNDECODED
from crawler.provenance import attach, capture_of, is_visit
from crawler.run import Run
from output.collection import Collection
from output.errors import BackissueError
from output.recorded import capture_of as stored_at
from output.stored_capture import read_capture

if TYPE_CHECKING:
    from datetime import datetime

    from scrapy import Request, Spider
    from scrapy.crawler import Crawler
    from scrapy.http import Response

    from output.memento import Memento

logger = logging.getLogger(__name__)

CONDITIONAL = "BACKISSUE_CONDITIONAL"
"""The setting that lets requests be conditional; on by default."""

UNCHANGED = "backissue-unchanged"
"""The flag of a Response that the server has answered with 304, and whose body comes from the archive."""

_ANYHOW = "backissue-unconditional"
_CONDITIONS = ("If-None-Match", "If-Modified-Since")
_FRAMING = frozenset({b"content-encoding", b"transfer-encoding", b"content-length"})


class ConditionalMiddleware:
    """Puts the validators of the copy that is kept on each request, and gives that copy to the spider on a 304.

    What is archived of a 304 is the 304: a revisit record. The Response that goes on has the status, the headers and
    the decoded body of the record that it refers to, so that links can be followed as on the day they were fetched.
    Where that record can't be read, the page is asked for again without conditions.
    """

    def __init__(self, collection: Collection, *, killed: tuple[datetime, datetime] | None = None) -> None:
        """Make it over `collection`; `killed` spans the earlier runs of a walk that is gone on with."""
        self._collection = collection
        self._killed = killed

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Make the middleware over the crawl's collection; raises NotConfigured without one, or when switched off."""
        collection = getattr(crawler, "collection", None)
        if not isinstance(collection, Collection) or not crawler.settings.getbool(CONDITIONAL, default=True):
            raise NotConfigured
        run = Run.of(crawler)
        return cls(collection, killed=None if run is None else run.killed)

    def process_request(
        self,
        request: Request,
        spider: Spider | None = None,  # noqa: ARG002 - Scrapy's
    ) -> Response | None:
        """Make `request` a conditional one if there is a copy; return the answer that a killed run has kept of it."""
        # A redirected request carries what was put on the first one.
        for name in _CONDITIONS:
            request.headers.pop(name, None)
        if request.method != "GET" or _ANYHOW in request.flags:
            return None
        if (kept := self._kept(request)) is not None:
            return kept
        held = self._collection.ledger.validators(urldefrag(request.url).url)
        if held is None:
            return None
        for name, value in zip(_CONDITIONS, (held.etag, held.last_modified), strict=True):
            if value is not None:
                request.headers[name] = value.encode("latin-1")
        return None

    def process_response(
        self,
        request: Request,
        response: Response,
        spider: Spider | None = None,  # noqa: ARG002 - Scrapy's
    ) -> Response | Request:
        """Return `response`, or for a 304 the copy that is kept, or the request to make instead."""
        if response.status != 304 or not any(name in request.headers for name in _CONDITIONS):
            return response
        capture = capture_of(request)
        problem = "it is not where it should be"
        if capture is not None and capture.revisit_of is not None:
            try:
                memento = read_capture(self._collection.archive, capture.revisit_of)
            except (BackissueError, OSError) as error:
                problem = str(error)
            else:
                return _response(memento, request, flags=[*response.flags, UNCHANGED])
        logger.warning("%s is unchanged, but its copy can't be read: %s", request.url, problem)
        return request.replace(flags=[*request.flags, _ANYHOW], dont_filter=True)

    def _kept(self, request: Request) -> Response | None:
        """Return the answer that an earlier run of this walk has kept of a visit, None when there is none."""
        followed = {"redirect_times", "retry_times"} & request.meta.keys()
        if self._killed is None or followed or not is_visit(request):
            return None
        since, until = self._killed
        url = urldefrag(request.url).url
        original = self._collection.ledger.brought(url, since=since, until=until)
        if original is None:
            return None
        try:
            memento = read_capture(self._collection.archive, original)
        except (BackissueError, OSError) as error:
            logger.warning("%s is kept, but can't be read: %s", request.url, error)
            return None
        attach(request, stored_at(original))
        return _response(memento, request, flags=[])


def _response(memento: Memento, request: Request, *, flags: list[str]) -> Response:
    headers = Headers()
    for name, value in memento.headers:
        if name.lower() not in _FRAMING:
            headers.appendlist(name, value)
    made: type[Response] = responsetypes.from_args(headers=headers, url=request.url, body=memento.body)
    return made(
        url=request.url,
        status=memento.status or 200,
        headers=headers,
        body=memento.body,
        flags=[*flags, *([UNDECODED] if memento.coding_error else [])],
        request=request,
    )
