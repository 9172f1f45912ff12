"""Conditional requests: only what has changed is asked for, the rest is read from the archive."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from scrapy import Request
from scrapy.exceptions import NotConfigured
from scrapy.http import HtmlResponse, Response
from scrapy.utils.test import get_crawler

from crawler.conditional import CONDITIONAL, UNCHANGED, ConditionalMiddleware
from crawler.provenance import attach
from tests.output import forge
from tests.output.exchanged import collection, exchange
from tests.output.revisiting import CONDITIONAL as ASKED
from tests.output.revisiting import ETAG, MODIFIED, NOT_MODIFIED, chunked, kept

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from output.collection import Collection

URI = "http://www.example.com/a"
BODY = "<p>степь</p>".encode("windows-1251") * 50
HEAD = (b"ETag: " + ETAG, b"Last-Modified: " + MODIFIED, b"Content-Type: text/html; charset=windows-1251")


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Collection]:
    """Give a collection that holds one page, with both validators."""
    kept(tmp_path, exchange(chunked(BODY, *HEAD)))
    with collection(tmp_path) as found:
        yield found


def test_validators_go_out_as_they_came(opened: Collection) -> None:
    """Both of them; and not for another address, a POST, or a fragment's sake."""
    middleware = ConditionalMiddleware(opened)
    request = Request(URI + "#part")
    middleware.process_request(request)
    assert request.headers[b"If-None-Match"] == ETAG
    assert request.headers[b"If-Modified-Since"] == MODIFIED
    for other in (Request(URI + "?x=1"), Request(URI, method="POST")):
        middleware.process_request(other)
        assert b"If-None-Match" not in other.headers


def test_a_redirect_takes_no_validators_along(opened: Collection) -> None:
    """Those of the first address would hold for nothing at the second."""
    middleware = ConditionalMiddleware(opened)
    first = Request(URI)
    middleware.process_request(first)
    second = first.replace(url="http://www.example.com/b")
    middleware.process_request(second)
    assert b"If-None-Match" not in second.headers
    assert b"If-Modified-Since" not in second.headers


def answered(opened: Collection, *, damage: bool = False) -> Response | Request:
    """Return what becomes of a 304 to a conditional request."""
    middleware = ConditionalMiddleware(opened)
    request = Request(URI)
    middleware.process_request(request)
    attach(request, opened.add(exchange(NOT_MODIFIED, request=ASKED)))
    if damage:
        first = min(opened.archive.glob("*.warc.gz"))
        first.write_bytes(first.read_bytes()[:700])
    return middleware.process_response(request, Response(URI, status=304, headers={"ETag": ETAG}))


def test_a_304_gives_the_page_that_is_kept(opened: Collection) -> None:
    """Decoded, under its own head, and flagged."""
    found = answered(opened)
    assert isinstance(found, HtmlResponse)
    assert (found.status, found.body, found.flags) == (200, BODY, [UNCHANGED])
    assert found.headers[b"Content-Type"] == b"text/html; charset=windows-1251"
    assert b"Transfer-Encoding" not in found.headers


def test_a_copy_that_cannot_be_read_is_asked_for_again(opened: Collection) -> None:
    """Without conditions, and it stays that way on the next try."""
    middleware = ConditionalMiddleware(opened)
    again = answered(opened, damage=True)
    assert isinstance(again, Request)
    assert again.dont_filter
    middleware.process_request(again)
    assert b"If-None-Match" not in again.headers


def test_other_answers_pass(opened: Collection) -> None:
    """A 304 that nobody asked for too."""
    middleware = ConditionalMiddleware(opened)
    for response in (Response(URI, status=200), Response(URI, status=304)):
        assert middleware.process_response(Request(URI), response) is response


def test_it_can_be_switched_off(opened: Collection) -> None:
    """By a setting; and without a collection it can do nothing."""
    crawler = get_crawler(settings_dict={CONDITIONAL: False})
    crawler.collection = opened  # type: ignore[attr-defined] # as crawler.run sets it
    with pytest.raises(NotConfigured):
        ConditionalMiddleware.from_crawler(crawler)
    with pytest.raises(NotConfigured):
        ConditionalMiddleware.from_crawler(get_crawler())


def test_the_record_is_the_304(opened: Collection) -> None:
    """What goes on to the spider is not what is archived."""
    capture = opened.add(exchange(NOT_MODIFIED, request=ASKED))
    assert capture is not None
    assert capture.revisit_of is not None
    assert capture.payload_digest == forge.sha256(BODY)
    assert capture.length is not None
    assert capture.length < len(BODY)
