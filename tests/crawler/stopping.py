"""An extension that stops every download when the first bytes of its body have come."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn, Self

from scrapy import signals
from scrapy.exceptions import StopDownload

if TYPE_CHECKING:
    from scrapy.crawler import Crawler


class StopAtFirstBytes:
    """Has enough at once."""

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Make one and let it listen."""
        made = cls()
        crawler.signals.connect(made.stop, signals.bytes_received)
        return made

    def stop(self) -> NoReturn:
        """Stop, and let the spider have what there is."""
        raise StopDownload(fail=False)
