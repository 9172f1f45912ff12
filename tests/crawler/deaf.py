"""A handler whose connections have stopped recording, as after a change in Twisted that no name tells of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy.core.downloader.handlers.http11 import HTTP11DownloadHandler

from crawler.wire import WireHandler

if TYPE_CHECKING:
    from scrapy.crawler import Crawler


class DeafHandler(WireHandler):
    """Fetches through the pool of Scrapy's own handler."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._pool = HTTP11DownloadHandler(crawler)._pool
