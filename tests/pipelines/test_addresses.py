"""When two addresses are one page, and how addresses are printed."""

from __future__ import annotations

import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.addresses import article_id, canonical, piece_id, published

SAME = [
    ("http://www.investkz.com/en/journals/45/55.html", "https://investkz.com/en/journals/45/55.html#top"),
    ("http://H.example:80/a", "http://h.example/a"),
    ("http://h/?b=2&a=1", "http://h/?a=1&b=2"),
    ("http://h/a?PHPSESSID=0f3a&x=1", "http://h/a?x=1"),
    ("http://h/a?x=1&sid=fc688f1d", "http://h/a?x=1"),
    ("http://h/a;jsessionid=AB12?x=1", "http://h/a?x=1"),
    ("http://h/(S(abc123def))/a.aspx", "http://h/a.aspx"),
    ("http://h/a?ASPSESSIONIDQQ=x", "http://h/a"),
    ("http://h", "http://h/"),
    ("http://h/a b", "http://h/a%20b"),
]
OTHER = [
    ("http://h/a?sid=1", "http://h/a?sid=2"),
    ("http://h/a?sid=editorial", "http://h/a?sid=economics"),
    ("http://h/a?q=%C0", "http://h/a?q=%C1"),
    ("http://h:8080/a", "http://h/a"),
    ("http://h/A", "http://h/a"),
    ("http://h/a/", "http://h/a"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_addresses_of_one_page_have_one_key(one: str, other: str) -> None:
    """Scheme, www, default port, fragment, order of the query and session ids don't tell pages apart."""
    assert canonical(one) == canonical(other)
    assert article_id(one) == article_id(other)


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_addresses_of_two_pages_have_two_keys(one: str, other: str) -> None:
    """Short `sid` values are stories, escapes of any charset differ, and so do ports, cases and slashes."""
    assert canonical(one) != canonical(other)


@pytest.mark.parametrize(
    ("url", "printed"),
    [
        ("http://www.h/i.php?b=2&PHPSESSID=0f&a=1", "http://www.h/i.php?b=2&a=1"),
        ("http://h/a?sid=fc688f1d", "http://h/a"),
        ("http://h/a?sid=12", "http://h/a?sid=12"),
        ("http://h/a?", "http://h/a?"),
        ("https://www.h/a(b)c?x=1", "https://www.h/a(b)c?x=1"),
    ],
)
def test_an_address_is_printed_as_it_was_but_for_the_visit(url: str, printed: str) -> None:
    """Host, scheme and order of the query stay; only what names a visit goes."""
    assert published(url) == printed


@pytest.mark.parametrize("url", ["", "::", "http://[", "http://h:99999/", "mailto:x@y", "//h/a"])
def test_what_is_no_address_is_its_own_key(url: str) -> None:
    """Nothing raises."""
    assert canonical(url) == url or canonical(url).startswith("http://")


@given(st.uuids(), st.text())
def test_a_pieces_id_is_the_uuid_of_its_name_in_its_pages_namespace(page: uuid.UUID, name: str) -> None:
    """The same as the standard library's, whatever the name (RFC 9562 §5.5)."""
    assert piece_id(str(page), name) == str(uuid.uuid5(page, name))
