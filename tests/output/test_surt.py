"""Addresses get the keys pywb and cdxj-indexer look them up by (all values are those of the surt package 0.3.1)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from output.surt import urlkey


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("http://www.investkz.com/", "com,investkz)/"),
        ("https://investkz.com:443/en/Journals/81/1.HTML", "com,investkz)/en/journals/81/1.html"),
        ("http://example.com", "com,example)/"),
        ("example.com/x", "com,example)/x"),
        ("http://user:secret@example.com/", "com,example)/"),
        ("http://www2.example.com/a/../b/./c//d/", "com,example)/b/c/d"),
        ("http://wwwx.example.com/", "com,example,wwwx)/"),
        ("http://example.com/..", "com,example)/.."),
        ("http://example.com:8080/", "com,example:8080)/"),
        ("https://example.com:80/", "com,example:80)/"),
        ("http://example.com:/", "com,example)/"),
        ("http://example.com/A/?b=2&a=1", "com,example)/a?a=1&b=2"),
        ("http://example.com/?b&a=&a&c=1=2&", "com,example)/?&a&a=&b&c=1=2"),
        ("http://example.com/?", "com,example)/"),
        ("http://example.com/#part", "com,example)/"),
        ("http://example.com/?q=a%26b=c", "com,example)/?b=c&q=a"),
        ("http://example.com/%2525", "com,example)/%25"),
        ("http://example.com/%D0%90 b", "com,example)/%d0%90%20b"),
        ("http://example.com/а", "com,example)/%d0%b0"),
        ("http://пример.рф/", "xn--p1ai,xn--e1afmkfd)/"),
        ("http://127.0.0.1:8000/a", "1,0,0,127:8000)/a"),
        ("http://2130706433/", "1,0,0,127)/"),
        ("http://017.0.0.1/", "1,0,0,15)/"),
        ("http://[::1]:81/x", "::1:81)/x"),
        ("http://https://example.com/", "com,example)/"),
        ("http:////example.com//b", "com,example)/b"),
        ("http://example.com/?sid=" + "a" * 32 + "&x=1", "com,example)/?x=1"),
        ("http://example.com/?PHPSESSID=" + "0" * 32, "com,example)/"),
        ("http://example.com/?cfid=1&cftoken=2&a=b", "com,example)/?a=b"),
        ("http://example.com/(s(" + "a" * 24 + "))/x.aspx", "com,example)/x.aspx"),
        ("dns:example.com", "dns:example.com"),
        (" http://example.com/a\nb ", "com,example)/ab"),
        ("", "-"),
    ],
)
def test_addresses_have_the_usual_keys(url: str, key: str) -> None:
    """The same page under several addresses has one key."""
    assert urlkey(url) == key


def test_an_address_with_an_impossible_port_is_its_own_key() -> None:
    """As in cdxj-indexer, but in one word, so that the line can still be read."""
    assert urlkey("http://example.com:70000/a b") == "http://example.com:70000/a%20b"


@given(st.text(max_size=60))
def test_no_address_is_too_odd_for_a_key(url: str) -> None:
    """A key is always one ASCII word."""
    key = urlkey(url)
    assert key.isascii()
    assert key
    assert " " not in key
    assert key.isprintable()
