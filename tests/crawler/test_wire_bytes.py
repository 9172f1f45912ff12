"""What a misbehaving server sent and received is what the keeper is given, byte for byte."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

from crawler.replica.answers import Answer
from crawler.replica.quirks import Quirk
from crawler.replica.server import ReplicaServer
from tests.crawler.crawl_once import Crawled, Kept, crawl

if TYPE_CHECKING:
    from collections.abc import Iterator

BODY = b"<html><title>A page</title>" + b"".join(b"<p>Line %d of it</p>\n" % n for n in range(100))
ROBOTS = b"User-agent: *\nDisallow: /private\n"


class Batch(NamedTuple):
    """One crawl over every quirk."""

    crawled: Crawled
    root: str
    sent: dict[str, list[tuple[bytes, bytes]]]

    def arrived(self, url: str) -> list[Kept]:
        """Return what was kept of an address, but a request that came to nobody and was sent again.

        A server may end a connection at the moment in which the next request goes out on it.
        """
        kept = self.crawled.kept_of(url)
        resent = (
            k for k in kept[:-1] if k.error and not k.response and (k.request, b"") not in self.sent[url]
        )
        lost = {id(k) for k in resent}
        return [k for k in kept if id(k) not in lost]


def site(target: str) -> Answer | None:
    """Answer `/plain`, robots.txt, and a page for each quirk."""
    if target == "/robots.txt":
        return Answer(body=ROBOTS, headers=((b"Content-Type", b"text/plain"),))
    if target in {"/plain", "/private/page"}:
        return Answer(body=BODY)
    if target == "/posted":
        return Answer(body=b"thanks")
    return Answer(body=BODY, quirk=Quirk(target[1:])) if target[1:] in set(Quirk) else None


@pytest.fixture(scope="module")
def batch() -> Iterator[Batch]:
    """Crawl every quirk once, a stale connection twice, a forbidden page never."""
    with ReplicaServer(site) as server:
        paths = ["plain", *Quirk, Quirk.STALE, "missing", "private/page"]
        crawled = crawl(
            [f"{server.url}/{path}" for path in paths],
            hurried="hang",
            settings={"ROBOTSTXT_OBEY": True, "REDIRECT_MAX_TIMES": 3},
        )
        sent: dict[str, list[tuple[bytes, bytes]]] = {}
        for served in server.log:
            pair = served.request, bytes(served.sent)
            sent.setdefault(server.url + served.target, []).append(pair)
        yield Batch(crawled, server.url, sent)


@pytest.mark.parametrize("quirk", list(Quirk))
def test_bytes_are_kept_as_the_server_has_them(batch: Batch, quirk: Quirk) -> None:
    """Each request and each answer equals the server's own log, retries and resent requests included."""
    addresses = [url for url in batch.sent if url.removeprefix(batch.root + "/").split("?")[0] == quirk]
    assert addresses
    for url in addresses:
        assert [(kept.request, kept.response) for kept in batch.arrived(url)] == batch.sent[url]


def test_nothing_is_kept_that_was_not_served(batch: Batch) -> None:
    """The keeper's addresses are the server's."""
    assert {kept.target_uri for kept in batch.crawled.kept} == set(batch.sent)


WHOLE = [
    Quirk.ODD_CASE,
    Quirk.DOUBLED_HEADERS,
    Quirk.NON_ASCII_VALUE,
    Quirk.NON_ASCII_NAME,
    Quirk.BLANK_BEFORE_COLON,
    Quirk.NO_COLON,
    Quirk.OBS_FOLD,
    Quirk.FOLD_FIRST,
    Quirk.BARE_LF,
    Quirk.HUGE_HEADER,
    Quirk.MANY_HEADERS,
    Quirk.NO_REASON,
    Quirk.BLANKS_IN_LINE,
    Quirk.CHUNKED_GZIP,
    Quirk.CHUNK_EXTENSIONS,
    Quirk.CHUNK_TRAILERS,
    Quirk.CHUNKED_IN_NAME_ONLY,
    Quirk.GZIP_TRANSFER_CODING,
    Quirk.IDENTITY_TRANSFER_CODING,
    Quirk.LENGTH_AND_CHUNKED,
    Quirk.TWO_LENGTHS,
    Quirk.TWO_EQUAL_LENGTHS,
    Quirk.LENGTH_NO_NUMBER,
    Quirk.EXCESS,
    Quirk.HTTP_1_0,
    Quirk.INTERIM,
    Quirk.TOO_MANY_ONCE,
    Quirk.UNAVAILABLE_TWICE,
]


@pytest.mark.parametrize("quirk", WHOLE)
def test_odd_answers_reach_the_spider_whole(batch: Batch, quirk: Quirk) -> None:
    """What a browser would show is handed on, decoded, and its exchange counts as complete."""
    page = batch.crawled.page_of(f"{batch.root}/{quirk}")
    assert (page.status, page.body) == (200, BODY)
    record = recorded(batch, page.record)
    assert (record.truncated, record.error) == (None, None)


CUT = {
    Quirk.BROKEN_CHUNK: ("unspecified", "the body is not whole: it was not read to its end", BODY),
    Quirk.LENGTH_TOO_LONG: ("disconnect", "the body is not whole: Connection was closed cleanly.", BODY),
    Quirk.CLOSE_IN_CHUNK: ("disconnect", "the body is not whole: Connection was closed cleanly.", BODY),
    Quirk.CLOSE_IN_BODY: (
        "disconnect",
        "the body is not whole: Connection was closed cleanly.",
        BODY[: len(BODY) // 2],
    ),
    Quirk.RESET_IN_BODY: (
        "disconnect",
        "the body is not whole: Connection to the other side was lost in a non-clean fashion.",
        BODY[: len(BODY) // 2],
    ),
}


@pytest.mark.parametrize("quirk", list(CUT))
def test_cut_bodies_reach_the_spider_flagged(batch: Batch, quirk: Quirk) -> None:
    """A body that is not whole is still handed on, and both the page and its record say so."""
    truncated, error, body = CUT[quirk]
    page = batch.crawled.page_of(f"{batch.root}/{quirk}")
    assert (page.body, page.flags) == (body, ("dataloss",))
    record = recorded(batch, page.record)
    assert (record.truncated, record.error) == (truncated, error)


FAILED = {
    Quirk.CLOSE_IN_HEAD: ("disconnect", "Connection was closed cleanly."),
    Quirk.NO_BYTES: (None, "Connection was closed cleanly."),
    Quirk.HANG_IN_BODY: ("time", "Getting {url} took longer than 2.0 seconds."),
    Quirk.HANG: (None, "Getting {url} took longer than 2.0 seconds."),
    Quirk.HTTP_2_LINE: ("unspecified", "not enough values to unpack (expected 2, got 1): b'HTTP/2'"),
    Quirk.GARBAGE: ("unspecified", "non-integer status code: b'220 mail.example ESMTP ready'"),
}


@pytest.mark.parametrize("quirk", list(FAILED))
def test_failures_are_kept_with_a_reason(batch: Batch, quirk: Quirk) -> None:
    """Each try is kept, says why it failed, and the last one's address reaches the errback."""
    url = f"{batch.root}/{quirk}"
    truncated, error = FAILED[quirk]
    expected = truncated, error.format(url=url)
    kept = batch.crawled.kept_of(url)
    tries = 1 if quirk in {Quirk.HANG, Quirk.HANG_IN_BODY} else 3
    assert [(one.truncated, one.error) for one in kept] == [expected] * tries
    ((_, _, record),) = (failure for failure in batch.crawled.failures if failure[0] == url)
    assert recorded(batch, record) == kept[-1]


def test_every_page_comes_after_its_record(batch: Batch) -> None:
    """When the spider sees a page its record is kept already, and is that of the page."""
    assert len(batch.crawled.pages) > 40
    for page in batch.crawled.pages:
        assert page.record is not None
        assert page.record < page.kept_before
        assert recorded(batch, page.record).target_uri == page.url


def test_excess_is_counted(batch: Batch) -> None:
    """Bytes after the message are kept and told apart by their number."""
    (short,) = batch.arrived(f"{batch.root}/{Quirk.LENGTH_TOO_SHORT}")
    (more,) = batch.arrived(f"{batch.root}/{Quirk.EXCESS}")
    assert short.excess == 100
    assert more.response is not None
    assert more.response[-more.excess :] == b"\r\nHTTP/1.1 200 left over"


def test_robots_and_redirects_are_kept_with_their_way(batch: Batch) -> None:
    """robots.txt is a prerequisite, a redirect's every step is there, led to by the one before."""
    root = batch.root
    ways = {
        url: [(kept.via, kept.hops) for kept in batch.crawled.kept_of(root + url)]
        for url in [
            "/robots.txt",
            "/redirect",
            "/redirect?replica-moved=1",
            "/redirect_loop?replica-moved=3",
        ]
    }
    assert ways == {
        "/robots.txt": [(None, "P")],
        "/redirect": [("http://seed.example/", "L")],
        "/redirect?replica-moved=1": [(f"{root}/redirect", "LR")],
        "/redirect_loop?replica-moved=3": [(f"{root}/redirect_loop?replica-moved=2", "LRRR")],
    }


def test_what_robots_forbids_is_not_fetched(batch: Batch) -> None:
    """A forbidden page leaves no record and reaches no callback."""
    assert not batch.crawled.kept_of(f"{batch.root}/private/page")
    assert (f"{batch.root}/private/page", "IgnoreRequest", None) in batch.crawled.failures


def test_silent_resend_is_an_attempt_of_its_own(batch: Batch) -> None:
    """Of two pages on a connection that dies between them, three attempts are kept, the dead one with its reason."""
    errors = [kept.error for kept in batch.crawled.kept_of(f"{batch.root}/{Quirk.STALE}")]
    assert errors == [None, "Connection was closed cleanly.", None]


def test_only_codings_every_reader_knows_are_asked_for(batch: Batch) -> None:
    """No br and no zstd in any request, robots.txt included."""
    for kept in batch.crawled.kept:
        assert b"\r\nAccept-Encoding: gzip, deflate\r\n" in kept.request


def test_damaged_compression_gives_what_can_be_read(batch: Batch) -> None:
    """A cut gzip stream gives its beginning, flagged; Scrapy alone would have lost the page."""
    page = batch.crawled.page_of(f"{batch.root}/{Quirk.CUT_GZIP}")
    assert page.body
    assert BODY.startswith(page.body)
    assert page.flags == ("backissue-undecoded",)


def test_request_bodies_are_kept() -> None:
    """A POST with binary bytes is kept as it was sent."""
    with ReplicaServer(site) as server:
        crawled = crawl([f"{server.url}/posted"], method="POST", body=bytes(range(256)))
        assert [kept.request for kept in crawled.kept] == [served.request for served in server.log]
        assert crawled.kept[0].request.endswith(b"\r\n\r\n" + bytes(range(256)))


def test_many_at_once_are_not_mixed_up() -> None:
    """Two hundred pages over sixteen connections each have their own request, answer and record."""
    with ReplicaServer(lambda target: Answer(body=target.encode() * 300)) as server:
        urls = [f"{server.url}/page/{number}" for number in range(200)]
        settings = {"CONCURRENT_REQUESTS": 16, "CONCURRENT_REQUESTS_PER_DOMAIN": 16, "LOG_LEVEL": "WARNING"}
        crawled = crawl(urls, settings=settings)
    assert sorted(page.url for page in crawled.pages) == sorted(urls)
    for page in crawled.pages:
        assert page.record is not None
        kept = crawled.kept[page.record]
        target = page.url.removeprefix(server.url).encode()
        assert kept.request.startswith(b"GET " + target + b" HTTP/1.1\r\n")
        assert kept.response is not None
        assert kept.response.endswith(b"\r\n\r\n" + target * 300)
        assert page.body == target * 300


def recorded(batch: Batch, number: int | None) -> Kept:
    """Return the kept exchange that a page's capture names."""
    assert number is not None
    return batch.crawled.kept[number]
