"""Scrapy settings of a crawl: polite, recorded, and with nothing listening."""

from __future__ import annotations

from typing import Any

from crawler.wire.options import WIRE_SETTINGS
from output.collection_info import software_version

VERSION = software_version()


def user_agent(contact: str | None) -> str:
    """Return the User-Agent that says what comes, in which version, and whom to write to."""
    return f"backissue/{VERSION} ({f'+{contact}' if contact else 'no contact given'})"


globals().update(WIRE_SETTINGS)

BOT_NAME = "backissue"
SPIDER_MODULES = ["crawler.spiders"]
NEWSPIDER_MODULE = "crawler.spiders"
COMMANDS_MODULE = "crawler.commands"
USER_AGENT = user_agent(None)

# One request at a time, a second apart, slower when the site is slow.
ROBOTSTXT_OBEY = True
CONCURRENT_REQUESTS = 1
CONCURRENT_REQUESTS_PER_DOMAIN = 1
DOWNLOAD_DELAY = 1.0
DOWNLOAD_DELAY_JITTER = 0.0
AUTOTHROTTLE_ENABLED = True
AUTOTHROTTLE_START_DELAY = 1.0
AUTOTHROTTLE_MAX_DELAY = 60.0
DOWNLOAD_TIMEOUT = 90

# Answers 408, 429 and 5xx are tried again, Retry-After honoured up to this many seconds.
RETRY_TIMES = 2
RETRY_GIVE_UP_LOG_LEVEL = "WARNING"
BACKISSUE_RETRY_AFTER_MAX = 600

# The spider sees every answer: a 404 is a gap to note.
HTTPERROR_ALLOW_ALL = True
REDIRECT_MAX_TIMES = 10
# Reads a page's text by Scrapy's guess of its encoding; old pages that refresh to another are the frontier's.
METAREFRESH_ENABLED = False

# Scrapy starts that many tasks for every answer (100 by default), and an answer has one item.
CONCURRENT_ITEMS = 2

# Which visits are to be made is in the ledger; no request waits in memory.
SCHEDULER = "crawler.scheduler.FrontierScheduler"

DOWNLOADER_MIDDLEWARES: dict[str, Any] = {
    **WIRE_SETTINGS["DOWNLOADER_MIDDLEWARES"],
    # Stops subdomains and redirects too, which Scrapy's lets pass.
    "scrapy.downloadermiddlewares.offsite.OffsiteMiddleware": None,
    "crawler.fence.FenceMiddleware": 50,
    "scrapy.downloadermiddlewares.retry.RetryMiddleware": None,
    "crawler.retry_after.RetryAfterMiddleware": 550,
    # Behind the decoding: what it gives from the archive is decoded already.
    "crawler.conditional.ConditionalMiddleware": 580,
}
SPIDER_MIDDLEWARES: dict[str, Any] = {
    # The frontier's bounds take their place.
    "scrapy.spidermiddlewares.depth.DepthMiddleware": None,
    "scrapy.spidermiddlewares.urllength.UrlLengthMiddleware": None,
}
ITEM_PIPELINES = {"pipelines.scrapy_pipeline.LinesPipeline": 300}

LOG_LEVEL = "INFO"
LOG_SHORT_NAMES = True
