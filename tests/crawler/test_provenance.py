"""What of ours travels with a request."""

from __future__ import annotations

import pickle
from datetime import UTC, datetime

import pytest
from scrapy import Request
from scrapy.exceptions import NotConfigured
from scrapy.http import Response
from scrapy.http.request import NO_CALLBACK
from scrapy.utils.test import get_crawler

from crawler.provenance import META_KEY, Trace, attach, capture_of, keeper_of, trace, trace_of
from output.capture import Capture

CAPTURE = Capture(
    target_uri="http://magazine.example/a",
    date=datetime(2026, 1, 2, tzinfo=UTC),
    record_id="urn:uuid:1",
    payload_digest=None,
    filename="a.warc.gz",
    offset=7,
    length=9,
    source="live",
)


def test_a_request_nobody_traced_is_a_seed() -> None:
    """No page led to it and no hop was made."""
    assert trace_of(Request("http://magazine.example/")) == Trace(via=None, hops="")


def test_redirects_lengthen_the_way() -> None:
    """Each redirect is an R, and the last address before led here."""
    request = Request("http://magazine.example/c")
    trace(request, via="http://magazine.example/", hops="LE")
    came = ["http://magazine.example/a", "http://magazine.example/b"]
    redirected = request.replace(meta={**request.meta, "redirect_urls": came})
    assert trace_of(redirected) == Trace(via="http://magazine.example/b", hops="LERR")


def test_robots_is_a_prerequisite() -> None:
    """The request that Scrapy makes for robots.txt is told by its missing callback; a link to it is a link."""
    url = "http://magazine.example/robots.txt"
    assert trace_of(Request(url, callback=NO_CALLBACK)).hops == "P"
    linked = Request(url)
    trace(linked, via="http://magazine.example/", hops="L")
    assert trace_of(linked).hops == "L"


def test_a_capture_is_found_from_the_response() -> None:
    """What is attached to the request is read from its Response, and its trace stays."""
    request = Request("http://magazine.example/a")
    trace(request, via="http://magazine.example/", hops="L")
    attach(request, CAPTURE)
    response = Response(request.url, request=request)
    assert capture_of(response) == capture_of(request) == CAPTURE
    assert trace_of(request).hops == "L"


def test_a_new_try_forgets_the_old_capture() -> None:
    """None takes away what an earlier answer to the same request left."""
    request = Request("http://magazine.example/a")
    attach(request, CAPTURE)
    attach(request, None)
    assert capture_of(request) is None
    assert capture_of(Response("http://magazine.example/a")) is None


def test_all_of_ours_is_under_one_key_and_can_be_stored() -> None:
    """A scheduler on disk pickles the meta."""
    request = Request("http://magazine.example/a")
    trace(request, via=None, hops="L")
    attach(request, CAPTURE)
    assert list(request.meta) == [META_KEY]
    assert pickle.loads(pickle.dumps(request.meta)) == request.meta


def test_without_a_collection_nothing_is_configured() -> None:
    """The text says what to give."""
    with pytest.raises(NotConfigured, match="no collection is open"):
        keeper_of(get_crawler())
