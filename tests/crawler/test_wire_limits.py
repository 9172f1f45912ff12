"""Big answers: memory stays small, the archive gets everything, or just what it was told to take."""

from __future__ import annotations

from hashlib import sha256

from crawler.replica.answers import Answer
from crawler.replica.server import ReplicaServer
from tests.crawler.crawl_once import crawl

MEGABYTE = bytes(range(256)) * 4096
PNG = ((b"Content-Type", b"image/png"),)


def test_big_bodies_are_kept_whole_in_little_memory() -> None:
    """200 MB are kept to the last byte while the process stays under 150 MB, and the spider gets the first eight."""
    big = Answer(body=MEGABYTE, repeat=200, headers=PNG)
    with ReplicaServer(lambda _: big, remember=False) as server:
        crawled = crawl([f"{server.url}/big"])
    head = b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Length: 209715200\r\n\r\n"
    digest = sha256(head)
    for _ in range(200):
        digest.update(MEGABYTE)
    (kept,) = crawled.kept
    assert (kept.size, kept.digest) == (len(head) + (200 << 20), digest.hexdigest())
    assert (kept.truncated, kept.error, kept.in_thread) == (None, None, True)
    page = crawled.page_of(f"{server.url}/big")
    assert page.body == MEGABYTE * 8
    assert page.flags == ("backissue-body-capped",)
    assert crawled.rss < 150 << 20


def test_small_answers_are_kept_without_a_thread() -> None:
    """Handing a small exchange to a thread would cost as much as keeping it."""
    with ReplicaServer(lambda _: Answer(body=b"x" * 200_000)) as server:
        crawled = crawl([f"{server.url}/small"])
    assert [kept.in_thread for kept in crawled.kept] == [False]


def test_a_body_just_at_the_limit_is_not_flagged() -> None:
    """The flag says that bytes are missing, not that there are many."""
    with ReplicaServer(lambda _: Answer(body=b"x" * 1000)) as server:
        crawled = crawl([f"{server.url}/"], settings={"BACKISSUE_BODY_LIMIT": 1000})
    assert [(len(page.body), page.flags) for page in crawled.pages] == [(1000, ())]


def test_records_end_at_the_record_limit() -> None:
    """No more than the limit is fetched and kept, and the record, the page and the error say so."""
    with ReplicaServer(lambda _: Answer(body=MEGABYTE, headers=PNG), remember=False) as server:
        crawled = crawl([f"{server.url}/"], settings={"BACKISSUE_RECORD_LIMIT": 100_000})
    (kept,) = crawled.kept
    assert kept.size == 100_000
    assert (kept.truncated, kept.error) == ("length", "the answer is longer than the record limit")
    (page,) = crawled.pages
    head = len(b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Length: 1048576\r\n\r\n")
    assert page.body == MEGABYTE[: 100_000 - head]
    assert page.flags == ("dataloss", "backissue-record-cut")


def test_a_download_that_was_told_to_stop_is_truncated_without_a_reason() -> None:
    """What had come by then is kept; neither the server nor a limit is to blame."""
    stop = {"tests.crawler.stopping.StopAtFirstBytes": 1}
    with ReplicaServer(lambda _: Answer(body=MEGABYTE, repeat=8, headers=PNG), remember=False) as server:
        crawled = crawl([f"{server.url}/"], settings={"EXTENSIONS": stop})
    (kept,) = crawled.kept
    assert 0 < kept.size < 8 << 20
    assert (kept.truncated, kept.error) == (
        "unspecified",
        "the body is not whole: it was not read to its end",
    )
    assert [page.flags for page in crawled.pages] == [("download_stopped",)]


def test_an_answer_just_at_the_record_limit_is_whole() -> None:
    """The limit is the last length that fits."""
    with ReplicaServer(lambda _: Answer(body=b"x" * 1000)) as server:
        size = crawl([f"{server.url}/"]).kept[0].size
        (kept,) = crawl([f"{server.url}/"], settings={"BACKISSUE_RECORD_LIMIT": size}).kept
    assert (kept.size, kept.truncated, kept.error) == (size, None, None)
