"""Keeps requests on the site's own hosts, redirects and retries included."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from scrapy.exceptions import IgnoreRequest

from crawler.addresses import host_of

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler


class FenceMiddleware:
    """Refuses requests to hosts that are not the spider's; `IgnoreRequest` says which host.

    Scrapy's OffsiteMiddleware lets subdomains pass, and whatever a retried request is redirected to.
    """

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Make the middleware of a crawl."""
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        """Raise IgnoreRequest when `request` leaves the site."""
        hosts: frozenset[str] | None = getattr(self._crawler.spider, "hosts", None)
        if hosts is not None and (host := host_of(request.url)) not in hosts:
            raise IgnoreRequest(f"redirected to another host, {host}")
