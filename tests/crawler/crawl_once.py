"""One crawl in a process of its own: a reactor can't be started twice. Run as a script it is the crawl."""

from __future__ import annotations

import asyncio
import pickle
import resource
import subprocess
import sys
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from output.capture import Capture
from output.collection import Collection, CollectionInfo

if TYPE_CHECKING:
    from collections.abc import Iterable

    from output.capture import Exchange, Tls

ROOT = Path(__file__).parents[2]
KEPT_WHOLE = 2 << 20
INFO = CollectionInfo(
    name="wire",
    profile="generic",
    creator="tests",
    contact="tests@magazine.example",
    user_agent="tests",
    robots="obey",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What the keeper was given; `response` is None when it was too big to be held, its digest stands for it."""

    target_uri: str
    request: bytes
    response: bytes | None
    size: int
    digest: str
    excess: int
    ip_address: str | None
    tls: Tls | None
    truncated: str | None
    error: str | None
    via: str | None
    hops: str
    in_thread: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What the spider was given; `record` is the number of the kept exchange that its capture names.

    With a real collection it is the offset of the record in its file.
    """

    url: str
    status: int
    body: bytes
    flags: tuple[str, ...]
    record: int | None
    kept_before: int


@dataclass(slots=True)
class Crawled:
    """All that came out of a crawl; `rss` is the process's peak in bytes."""

    kept: list[Kept] = field(default_factory=list)
    pages: list[Page] = field(default_factory=list)
    failures: list[tuple[str, str, int | None]] = field(default_factory=list)
    stats: dict[str, Any] = field(default_factory=dict)
    rss: int = 0
    log: str = ""

    def kept_of(self, target_uri: str) -> list[Kept]:
        """Return what was kept of one address."""
        return [kept for kept in self.kept if kept.target_uri == target_uri]

    def page_of(self, url: str) -> Page:
        """Return the only page of one address."""
        (page,) = (page for page in self.pages if page.url == url)
        return page


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What to fetch, in this order, and how it is kept: in a list, in a real collection at `folder`, or not at all.

    `keep` is how many exchanges the list takes before keeping fails, None for all. Addresses with `hurried` in
    them are waited for two seconds only, and once.
    """

    urls: tuple[str, ...]
    settings: dict[str, Any]
    keep: int | None = None
    method: str = "GET"
    body: bytes = b""
    hurried: str | None = None
    spool_folder: Path | None = None
    collection: bool = True
    folder: Path | None = None


def crawl(urls: Iterable[str], *, settings: dict[str, Any] | None = None, **job: Any) -> Crawled:
    """Fetch `urls` in a new process and return what came out."""
    packed = pickle.dumps(Job(urls=tuple(urls), settings=settings or {}, **job))
    run = subprocess.run(
        [sys.executable, "-m", "tests.crawler.crawl_once"],
        input=packed,
        capture_output=True,
        cwd=ROOT,
        timeout=100,
        check=False,
    )
    assert run.returncode == 0, run.stderr.decode()
    crawled: Crawled = pickle.loads(run.stdout)
    crawled.log = run.stderr.decode()
    return crawled


class ListKeeper:
    """A keeper that keeps in a list."""

    def __init__(self, crawled: Crawled, *, limit: int | None, spool_folder: Path | None) -> None:
        self._crawled = crawled
        self._limit = limit
        self.spool_folder = spool_folder

    def add(self, exchange: Exchange) -> Capture | None:
        """Take down `exchange`."""
        if len(self._crawled.kept) == self._limit:
            raise OSError(28, "No space left on device")
        digest = sha256()
        for piece in exchange.response.chunks():
            digest.update(piece)
        size = exchange.response.size
        self._crawled.kept.append(
            Kept(
                target_uri=exchange.target_uri,
                request=exchange.request,
                response=b"".join(exchange.response.chunks()) if size < KEPT_WHOLE else None,
                size=size,
                digest=digest.hexdigest(),
                excess=exchange.excess,
                ip_address=exchange.ip_address,
                tls=exchange.tls,
                truncated=exchange.truncated,
                error=exchange.error,
                via=exchange.via,
                hops=exchange.hops,
                in_thread=not _in_event_loop(),
            )
        )
        return Capture(
            target_uri=exchange.target_uri,
            date=exchange.date,
            record_id=None,
            payload_digest=None,
            filename="list",
            offset=len(self._crawled.kept) - 1,
            length=size,
            source="live",
        )


def _in_event_loop() -> bool:
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return False
    return True


def peak_memory() -> int:
    """Return this process's largest resident set so far, in bytes."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    # Linux has a new process's ru_maxrss begin with that of the one it was forked from.
    (line,) = (line for line in status.read_text().splitlines() if line.startswith("VmHWM:"))
    return int(line.split()[1]) * 1024


def main() -> None:
    """Read a pickled Job from stdin, crawl, and write a pickled Crawled to stdout."""
    from scrapy import Request, Spider
    from scrapy.crawler import AsyncCrawlerProcess

    from crawler.provenance import capture_of, trace
    from crawler.wire.options import WIRE_SETTINGS
    from tests.crawler import crawl_once

    job: Job = pickle.load(sys.stdin.buffer)
    crawled = crawl_once.Crawled()

    class OneByOne(Spider):
        """Fetches the job's addresses one after the other."""

        name = "one-by-one"

        async def start(self) -> Any:
            for number, url in enumerate(job.urls):
                request = Request(
                    url,
                    method=job.method,
                    body=job.body,
                    callback=self.parse,
                    errback=self.failed,
                    dont_filter=True,
                    priority=-number,
                )
                if job.hurried is not None and job.hurried in url:
                    request.meta.update(download_timeout=2.0, max_retry_times=0)
                trace(request, via="http://seed.example/", hops="L")
                yield request

        def parse(self, response: Any, **_: Any) -> Any:
            capture = capture_of(response)
            crawled.pages.append(
                crawl_once.Page(
                    url=response.url,
                    status=response.status,
                    body=response.body,
                    flags=tuple(response.flags),
                    record=None if capture is None else capture.offset,
                    kept_before=len(crawled.kept),
                )
            )
            yield {"url": response.url}

        def failed(self, failure: Any) -> None:
            capture = capture_of(failure.request)
            name = type(failure.value).__name__
            offset = None if capture is None else capture.offset
            crawled.failures.append((failure.request.url, name, offset))

    settings: dict[str, Any] = {
        **WIRE_SETTINGS,
        "CONCURRENT_REQUESTS": 1,
        "DOWNLOAD_TIMEOUT": 20,
        "RETRY_HTTP_CODES": [429, 503],
        "LOG_LEVEL": "INFO",
        "HTTPERROR_ALLOW_ALL": True,
        "ROBOTSTXT_OBEY": False,
        **job.settings,
    }
    process = AsyncCrawlerProcess(settings)
    crawler = process.create_crawler(OneByOne)
    keeper: Any = None
    if job.folder is not None:
        keeper = Collection.open(job.folder, info=INFO)
    elif job.collection:
        keeper = crawl_once.ListKeeper(crawled, limit=job.keep, spool_folder=job.spool_folder)
    setattr(crawler, "collection", keeper)  # noqa: B010 - Scrapy's Crawler doesn't know it
    process.crawl(crawler)
    process.start()
    if job.folder is not None:
        keeper.close()
    assert crawler.stats is not None
    known = crawler.stats.get_stats()
    crawled.stats = {name: value for name, value in known.items() if isinstance(value, str | int | float)}
    crawled.rss = peak_memory()
    pickle.dump(crawled, sys.stdout.buffer)


if __name__ == "__main__":
    main()
