"""Pages spoiled by seeded dice: bytes flipped, cut, doubled, spliced with other pages and with what parsers dislike."""

from __future__ import annotations

import random
from functools import lru_cache

from crawler.replica.layouts import layout_names
from crawler.replica.replica import Replica

_HALVES = (
    "Volume 12|Vol. 3|No.|№|2005|Issue|#|By|by:|Author|NAME,|Dear|Photo|(Photo by|Contents of|Also in this issue"
    "|Partners:|EUR|USD/|***|1 of 2|Page|Posted on|Category:|Quote:|Q:|—|- 30 -|Read more|Footnotes|Notes:|[1]|URL:"
    "|Copyright|©|?|..."
).split("|")
"""Beginnings of what rules look for, and nothing behind them."""

HOSTILE = (
    b"<div>" * 300,
    b"<table><tr><td>" * 60,
    b"<a href='",
    b"<!--",
    b"]]>",
    b"<![CDATA[",
    b"<script>",
    b"</script>",
    b"<style>",
    b"<plaintext>",
    b"<select><option>",
    b"<pre>\n",
    b"</html>",
    b"</body><body>",
    b"<base href='//[::'>",
    b"<a href='http://[::1'>x</a>",
    b"<a href='\x00javascript:'>y</a>",
    b"<td rowspan=99999999999999999999 colspan=-1>",
    b"<img srcset=', , ,'>",
    b"<meta charset=utf-7>",
    b"<meta charset=nosuch>",
    b"<?xml version='1.0' encoding='utf-16'?>",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"\x00" * 9,
    b"&#0;&#1114112;&#xd800;&#xffffffffffff;",
    b"&nbsp;" * 50,
    b" " * 2000,
    b"1" * 2000,
    b"1." * 900,
    b"." * 2000,
    b"(" * 900,
    b"\xb9" * 300,
    b"\xed\xa0\x80",
    b"\xf4\x90\x80\x80",
    b"USD/KZT " * 40,
    b"By By By By ",
    b"<h1></h1>",
    b"<p>KAZAKHSTAN International Business Magazine \xe2\x84\x964, 2005</p>",
    b"<p>Table of contents</p>" * 3,
    *[b"<p>%s</p>" % said.encode() for said in _HALVES],
    b"<img src=x width=99999999999999999999 height=-1>",
    b"<p><a href='#top'></a></p>",
    b"<style>.a{display:none}}{.b,{display</style><p class=a>",
    b"<ul style='display:none'><li><a href='/x'>",
)
"""What is thrown in, besides what the dice make."""


@lru_cache(maxsize=1)
def seeds() -> tuple[bytes, ...]:
    """Return the pages that are spoiled: an article, an issue and the home page of every layout of the replica."""
    pages: list[bytes] = []
    for name in layout_names():
        replica = Replica.build(name, issues=3)
        truth = replica.truth()
        for url in (truth.articles[0].url, truth.articles[-1].url, truth.issues[0].url):
            page = replica.page(url) if url else None
            if page is not None:
                pages.append(page.body)
    return tuple(pages)


def mutated(number: int) -> bytes:
    """Return page `number` of an endless row, the same each time it is asked for."""
    dice = random.Random(number)
    page = bytearray(dice.choice(seeds()))
    for _ in range(dice.choice((1, 2, 4, 8, 20))):
        _spoil(page, dice)
    return bytes(page)


def _spoil(page: bytearray, dice: random.Random) -> None:
    at = dice.randrange(len(page) + 1)
    length = dice.choice((1, 2, 10, 100, 1000))
    kind = dice.randrange(8)
    if kind == 0:
        page[at : at + length] = b""
    elif kind == 1:
        page[at:at] = dice.randbytes(min(length, 100))
    elif kind == 2:
        page[at:at] = dice.choice(HOSTILE)
    elif kind == 3:
        page[at:at] = page[at : at + length] * dice.choice((2, 5, 20))
    elif kind == 4:
        other = dice.choice(seeds())
        cut = dice.randrange(len(other))
        page[at : at + length] = other[cut : cut + length]
    elif kind == 5:
        del page[at:]
    elif kind == 6:
        found = page.find(b"<", at)
        if found >= 0:
            page[found : found + 1] = dice.choice((b"", b"<<", b"&lt;", b"</", b"<!"))
    else:
        found = page.find(b">", at)
        if found >= 0:
            page[found : found + 1] = dice.choice((b"", b">>", b"/>", b' x="', b"'>"))
