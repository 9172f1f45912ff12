"""The addresses that a style sheet asks for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.css import addresses

BASE = "http://a.example/css/main.css"


@pytest.mark.parametrize(
    ("sheet", "expected"),
    [
        (b"body { background: url(bg.gif) }", ["http://a.example/css/bg.gif"]),
        (b"body { background: url( 'bg 1.gif' ) }", ["http://a.example/css/bg 1.gif"]),
        (b'x{background:URL("/img/a.png?v=1&w=2")}', ["http://a.example/img/a.png?v=1&w=2"]),
        (b'@import "print.css" print;', ["http://a.example/css/print.css"]),
        (b"@import url(print.css);@IMPORT 'b.css';", ["http://a.example/css/print.css", "http://a.example/css/b.css"]),
        (b"/* url(old.gif) */ x{a:url(new.gif)} /* @import 'z.css'", ["http://a.example/css/new.gif"]),
        (b"x{a:url(one.gif),url(one.gif),url(two.gif)}", ["http://a.example/css/one.gif", "http://a.example/css/two.gif"]),
        (b'x:after{content:"url(no.gif)"} y{a:url(yes.gif)}', ["http://a.example/css/yes.gif"]),
        (b"x{a:url(data:image/gif;base64,R0lG)} y{b:url(#clip)} z{c:url()}", []),
        (b"x{a:url(a\\)b.gif)}", ["http://a.example/css/a)b.gif"]),
        (b"x{a:url(\\62 g.gif)}", ["http://a.example/css/bg.gif"]),
        (b"x{a:url(//cdn.example/x.gif)}", ["http://cdn.example/x.gif"]),
        (b"x{a:url(unfinished.gif", ["http://a.example/css/unfinished.gif"]),
        (b"x{a:url(http://[broken/x.gif)} y{a:url(ok.gif)}", ["http://a.example/css/ok.gif"]),
        (b"\xef\xbb\xbf@import 'bom.css';", ["http://a.example/css/bom.css"]),
        ('@charset "windows-1251";x{a:url(фон.gif)}'.encode("cp1251"), ["http://a.example/css/фон.gif"]),
        (b"x{a:url(\xf4\xee\xed.gif)}", ["http://a.example/css/\xf4\xee\xed.gif"]),
        (b"", []),
    ],
)  # fmt: skip
def test_addresses_of_a_style_sheet(sheet: bytes, expected: list[str]) -> None:
    """url() and @import in all their spellings, absolute, in order, once each."""
    assert list(addresses(sheet, BASE)) == expected


@given(st.binary(max_size=200))
def test_any_bytes_are_read_without_an_error(noise: bytes) -> None:
    """A style sheet can be anything: an error page, an image, half a file."""
    for prefix in (b"", b"x{a:url(", b'@import "', b'@charset "utf-16";'):
        assert all(address.startswith("http") for address in addresses(prefix + noise, BASE))
