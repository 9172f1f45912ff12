"""The settings that wire-exact capture needs, and those it offers."""

from __future__ import annotations

from typing import Any

BODY_LIMIT = "BACKISSUE_BODY_LIMIT"
"""Bytes of a body, as received, that are handed to the spider at most; the archive gets all of them."""

RECORD_LIMIT = "BACKISSUE_RECORD_LIMIT"
"""Bytes of one answer that are fetched and kept at most, 0 for all; the record then has `WARC-Truncated`."""

BODY_CAPPED = "backissue-body-capped"
"""The flag of a Response whose body is cut at the body limit."""

RECORD_CUT = "backissue-record-cut"
"""The flag of a Response whose record, and so its body, is cut at the record limit."""

WIRE_SETTINGS: dict[str, Any] = {
    # Both schemes through the recording handler; HTTP/2 stays off, it has no byte-exact HTTP/1 form.
    "DOWNLOAD_HANDLERS": {"http": "crawler.wire.WireHandler", "https": "crawler.wire.WireHandler"},
    "TWISTED_REACTOR_ENABLED": True,
    # A body that is too short is kept and flagged, not fetched three times more and thrown away.
    "DOWNLOAD_FAIL_ON_DATALOSS": False,
    # Decodes with the archive's own reader, asks only for codings that every reader knows
    # (docs/decisions/0003-accept-encoding.md).
    "DOWNLOADER_MIDDLEWARES": {
        "scrapy.downloadermiddlewares.httpcompression.HttpCompressionMiddleware": None,
        "crawler.compression.WireCompressionMiddleware": 590,
    },
    # An answer from a cache would reach the spider without a record.
    "HTTPCACHE_ENABLED": False,
    # Scrapy 2.19's cookies ask publicsuffix.org for its list (tldextract), on a connection that nobody records.
    "COOKIES_ENABLED": False,
    # Both listen on a port and run what they are told.
    "TELNETCONSOLE_ENABLED": False,
    "REMOTE_CONTROL_ENABLED": False,
    BODY_LIMIT: 8 << 20,
    RECORD_LIMIT: 0,
}
"""What a crawl has to set, and our own settings with their defaults."""
