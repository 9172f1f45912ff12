"""Where a request comes from, where its answer is kept, and by whom: our one key in `request.meta`.

Everything of ours that travels with a request is written and read here, and nowhere else.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.exceptions import NotConfigured
from scrapy.http.request import NO_CALLBACK

if TYPE_CHECKING:
    from pathlib import Path

    from scrapy.crawler import Crawler
    from scrapy.http import Response

    from output.capture import Capture, Exchange

META_KEY = "backissue"


class Keeper(Protocol):
    """What keeps exchanges: the collection. `add` may be called from several threads."""

    @property
    def spool_folder(self) -> Path | None:
        """The folder for bodies too big for memory; the archive's own, so that a full disk shows early."""

    def add(self, exchange: Exchange) -> Capture | None:
        """Put `exchange` on disk and return its address, None when nothing but metadata was worth keeping.

        Raises any error when it could not: the crawl then stops.
        """


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """How a request was found: the page that led to it, and the path from the seed in Heritrix' letters."""

    via: str | None = None
    hops: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Provenance:
    visit: bool = False
    trace: Trace = Trace()
    capture: Capture | None = None


def keeper_of(crawler: Crawler) -> Keeper:
    """Return the keeper of this crawl, set as `crawler.collection` before the engine starts.

    Raises scrapy.exceptions.NotConfigured when there is none: without an archive nothing may be fetched.
    """
    keeper: Keeper | None = getattr(crawler, "collection", None)
    if keeper is None:
        raise NotConfigured("no collection is open to keep what is fetched: give one with -a collection=DIR")
    return keeper


def trace(request: Request, *, via: str | None, hops: str) -> None:
    """Note on the request of a visit how it was found; `hops` are those up to and with this request, no redirects."""
    request.meta[META_KEY] = _Provenance(visit=True, trace=Trace(via=via, hops=hops))


def is_visit(request: Request) -> bool:
    """Return whether `request` is that of a visit, or one that follows from it."""
    return _of(request).visit


def trace_of(request: Request) -> Trace:
    """Return how `request` was found, redirects (R) followed on the way and robots.txt (P) included."""
    found = _of(request).trace
    if request.callback is NO_CALLBACK and _asks_for_robots(request):
        found = replace(found, hops=found.hops + "P")
    # Scrapy's redirect middlewares keep the addresses they came through.
    redirected: list[str] = request.meta.get("redirect_urls", [])
    if redirected:
        found = Trace(via=redirected[-1], hops=found.hops + "R" * len(redirected))
    return found


def attach(request: Request, capture: Capture | None) -> None:
    """Note on `request` where its answer is kept; None takes away what an earlier try left there."""
    request.meta[META_KEY] = replace(_of(request), capture=capture)


def capture_of(source: Response | Request) -> Capture | None:
    """Return where the answer is kept, None when no record of it was written."""
    request = source if isinstance(source, Request) else source.request
    return None if request is None else _of(request).capture


def _of(request: Request) -> _Provenance:
    noted: _Provenance = request.meta.get(META_KEY) or _Provenance()
    return noted


def _asks_for_robots(request: Request) -> bool:
    first: str = request.meta.get("redirect_urls", [request.url])[0]
    return urlsplit(first).path == "/robots.txt"
