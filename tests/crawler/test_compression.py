"""Content codings are undone once, rightly, and without guessing at charsets."""

from __future__ import annotations

import gzip
import zlib

import pytest
from scrapy import Request
from scrapy.http import HtmlResponse, Response, TextResponse
from scrapy.utils.test import get_crawler

from crawler.compression import WireCompressionMiddleware

BODY = b"<html><p>Some text, and some more text.</p></html>" * 20


def undone(response: Response, method: str = "GET") -> Response:
    """Pass `response` through the middleware."""
    middleware = WireCompressionMiddleware.from_crawler(get_crawler())
    return middleware.process_response(Request("http://magazine.example/", method=method), response)


def compressed(coding: str, body: bytes, **more: list[str]) -> Response:
    """Return an undecoded HTML answer."""
    headers = {"Content-Type": "text/html", "Content-Encoding": coding}
    return HtmlResponse("http://magazine.example/", headers=headers, body=body, **more)


@pytest.mark.parametrize(
    ("coding", "body"),
    [
        ("gzip", gzip.compress(BODY, mtime=0)),
        ("x-gzip", gzip.compress(BODY, mtime=0)),
        ("deflate", zlib.compress(BODY)),
        ("deflate, gzip", gzip.compress(zlib.compress(BODY), mtime=0)),
        ("gzip", BODY),
    ],
)
def test_bodies_are_decoded(coding: str, body: bytes) -> None:
    """One coding, two, or one that is only said to be there."""
    response = undone(compressed(coding, body))
    assert response.body == BODY
    assert isinstance(response, HtmlResponse)
    assert "Content-Encoding" not in response.headers
    assert response.flags == []


def test_everything_else_about_the_response_stays() -> None:
    """Flags and address are those of the answer that came."""
    response = undone(compressed("gzip", gzip.compress(BODY), flags=["partial"]))
    assert (response.url, response.status, response.flags) == ("http://magazine.example/", 200, ["partial"])


def test_damage_gives_what_stands_before_it() -> None:
    """A cut stream is flagged, not lost."""
    response = undone(compressed("gzip", gzip.compress(BODY)[:-12]))
    assert BODY.startswith(response.body)
    assert response.flags == ["backissue-undecoded"]


def test_answers_without_a_body_are_left_alone() -> None:
    """HEAD names the coding of a body that is not there."""
    answer = compressed("gzip", b"")
    assert undone(answer, "HEAD") is answer


def test_no_charset_is_guessed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Asking for the encoding of the compressed body would cost more than fetching it."""

    def encoding(_: TextResponse) -> str:
        raise AssertionError("the encoding was asked for")

    answer = compressed("gzip", gzip.compress(BODY))
    monkeypatch.setattr(TextResponse, "encoding", property(encoding))
    assert undone(answer).body == BODY


def test_whatever_a_request_asks_for_only_known_codings_are_sent() -> None:
    """A spider's own Accept-Encoding would bring bodies that readers can't undo."""
    request = Request("http://magazine.example/", headers={"Accept-Encoding": "br"})
    middleware = WireCompressionMiddleware.from_crawler(get_crawler())
    middleware.process_request(request)
    assert request.headers["Accept-Encoding"] == b"gzip, deflate"
