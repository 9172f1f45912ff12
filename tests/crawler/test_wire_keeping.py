"""No page without its record: when keeping fails the crawl stops and says why."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from scrapy.exceptions import NotConfigured

from crawler.replica.answers import Answer
from crawler.replica.server import ReplicaServer
from crawler.wire.guards import PRIVATE_NAMES, check_private_names
from tests.crawler.crawl_once import crawl

if TYPE_CHECKING:
    from pathlib import Path


def site(target: str) -> Answer:
    """Answer everything alike, and allow it."""
    return Answer(body=b"User-agent: *\nDisallow:\n" if target == "/robots.txt" else b"<p>page</p>")


def test_a_keeper_that_fails_stops_the_crawl() -> None:
    """After the third exchange the disk is full: two pages have come, no further one, and no item of it."""
    with ReplicaServer(site) as server:
        urls = [f"{server.url}/{number}" for number in range(20)]
        crawled = crawl(urls, keep=2, settings={"CONCURRENT_REQUESTS": 4})
    assert len(crawled.pages) == 2
    assert crawled.stats["item_scraped_count"] == 2
    assert crawled.stats["finish_reason"] == "archive-failed"
    assert {name for _, name, _ in crawled.failures} == {"ArchiveFailedError"}
    assert "The archive can't be written, the crawl stops:" in crawled.log
    assert "No space left on device" in crawled.log


def test_robots_that_can_not_be_kept_stop_the_crawl_too() -> None:
    """Scrapy goes on without a robots.txt it could not get; ours does not go on."""
    with ReplicaServer(site) as server:
        crawled = crawl([f"{server.url}/1"], keep=0, settings={"ROBOTSTXT_OBEY": True})
    assert crawled.pages == []
    assert crawled.stats["finish_reason"] == "archive-failed"


def test_a_spool_that_fails_stops_the_crawl(tmp_path: Path) -> None:
    """Where bytes can't even be spooled, as on a full disk, nothing goes on either."""
    big = Answer(body=b"x" * (2 << 20))
    with ReplicaServer(lambda _: big, remember=False) as server:
        crawled = crawl([f"{server.url}/1", f"{server.url}/2"], spool_folder=tmp_path / "gone")
    assert (crawled.pages, crawled.kept) == ([], [])
    assert crawled.stats["finish_reason"] == "archive-failed"


def test_nothing_is_fetched_without_a_collection() -> None:
    """Every request fails with a text that says what is missing, and the server is never asked."""
    with ReplicaServer(site) as server:
        crawled = crawl([f"{server.url}/1"], collection=False)
        assert server.log == []
    assert [name for _, name, _ in crawled.failures] == ["NotSupported"]


def test_the_private_names_are_there() -> None:
    """What the capture leans on exists in the Scrapy and Twisted that are installed."""
    check_private_names()


def test_a_missing_private_name_is_named_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """A newer Twisted without one of the names is told apart from a bug of ours."""
    from twisted.web._newclient import HTTP11ClientProtocol

    monkeypatch.delattr(HTTP11ClientProtocol, "_finishResponse")
    with pytest.raises(NotConfigured) as raised:
        check_private_names()
    text = str(raised.value)
    assert "expected twisted.web._newclient.HTTP11ClientProtocol._finishResponse, found nothing" in text
    assert "does not fit Scrapy 2." in text
    assert "\n" not in text


def test_a_missing_module_is_a_missing_name() -> None:
    """A module that moved is reported like a name that went."""
    with pytest.raises(NotConfigured, match=r"expected twisted\.web\._gone\.Thing"):
        check_private_names((*PRIVATE_NAMES, ("twisted.web._gone", "Thing")))


def test_an_answer_past_the_recording_stops_the_crawl() -> None:
    """Should a Response ever come without a recorded attempt, it is not passed on and nothing more is fetched."""
    deaf = {"http": "tests.crawler.deaf.DeafHandler"}
    with ReplicaServer(site) as server:
        crawled = crawl([f"{server.url}/1", f"{server.url}/2"], settings={"DOWNLOAD_HANDLERS": deaf})
        assert len(server.log) == 1
    assert (crawled.pages, crawled.kept) == ([], [])
    assert crawled.stats["finish_reason"] == "archive-failed"
    assert "an answer came past the recording" in crawled.log
