"""Pages that only send their reader on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.refresh import refresh_target

BASE = "http://a.example/i/1.html"


@pytest.mark.parametrize(
    ("page", "target"),
    [
        (b'<meta http-equiv="refresh" content="0; url=/i/2.html">', "http://a.example/i/2.html"),
        (b"<META HTTP-EQUIV=Refresh CONTENT='5;URL=2.html'>", "http://a.example/i/2.html"),
        (
            b'<meta content="0;url=2.html?a=1&amp;b=2" http-equiv=refresh>',
            "http://a.example/i/2.html?a=1&b=2",
        ),
        (b'<meta http-equiv="refresh" content="0; url=\'2.html#top\'">', "http://a.example/i/2.html"),
        (b'<meta http-equiv="refresh" content="0, 2.html">', "http://a.example/i/2.html"),
        (b'<meta http-equiv="refresh" content="300">', None),
        (b'<meta http-equiv="refresh" content="60; url=1.html">', None),
        (b'<meta http-equiv="refresh" content="0; url=javascript:x()">', None),
        (b'<meta http-equiv="refresh">', None),
        (b'<meta http-equiv="Content-Type" content="0; url=2.html">', None),
        (b"<p>refresh</p>", None),
    ],
)
def test_refresh_target(page: bytes, target: str | None) -> None:
    """The address in its spellings; a page that refreshes itself stays."""
    assert refresh_target(page, BASE) == target


@given(st.binary(max_size=60))
def test_any_bytes_are_read_without_an_error(noise: bytes) -> None:
    """What stands in the field can be anything."""
    refresh_target(b'<meta http-equiv="refresh" content="0;url=' + noise + b'">', BASE)
