"""Fetching so that every byte sent and received is kept, before anything else sees the answer.

`crawler.wire.WireHandler` is Scrapy's own HTTP/1.1 handler with the connections' bytes copied as they pass,
after TLS and before parsing. The package holds every private name of Scrapy and Twisted that this takes
(docs/decisions/0001-capture-point.md).
"""

from crawler.wire.guards import check_private_names
from crawler.wire.handler import ArchiveFailedError, NoRecordError, WireHandler
from crawler.wire.options import WIRE_SETTINGS

__all__ = ["WIRE_SETTINGS", "ArchiveFailedError", "NoRecordError", "WireHandler", "check_private_names"]
