"""Ways in which a page may show its counter, its partners, and what else stands around an article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crawler.replica.markup import COUNTER_HREF, COUNTER_IMAGE, NBSP, link, partner_href, partner_links
from crawler.replica.sheet import PARTNERS

if TYPE_CHECKING:
    from collections.abc import Callable

    from crawler.replica.sheet import Sheet

_NAME = "Rambler's Top100"
_IMAGE = f'<img src="{COUNTER_IMAGE}" alt="{_NAME}" width=1 height=1 border=0>'

COUNTERS: dict[str, str] = {
    "text": f"<p>{_NAME}</p>",
    "linked text": f'<div><a href="{COUNTER_HREF}">{_NAME}</a></div>',
    "image": f'<p><a href="{COUNTER_HREF}">{_IMAGE}</a></p>',
    "bare image": f"<br>{_IMAGE}<br>",
    "lines": "<p>Rambler's<br>Top100</p>",
    "two blocks": "<div>Rambler's</div><div>Top100</div>",
    "noscript": '<script>document.write("<img src=x>")</script>'
    f'<noscript><a href="{COUNTER_HREF}">{_IMAGE}</a></noscript>',
    "cell": f"<table><tr><td><a href='{COUNTER_HREF}'>{_IMAGE}</a></td></tr></table>",
    "entity": f"<p><a href='{COUNTER_HREF}'>Rambler&#39;s Top100</a></p>",
    "curly": "<p>Rambler’s Top100</p>",
}


def _image_link(name: str) -> str:
    return f'<a href="{partner_href(name)}"><img src="/b/{name}.gif" alt="{name}" width=88 height=31></a>'


PARTNER_LINKS: dict[str, str] = {
    "line": f"<p>{f' {NBSP} '.join(partner_links())}</p>",
    "images": f"<div>{' '.join(map(_image_link, PARTNERS))}</div>",
    "cells": "<table><tr>" + "".join(f"<td>{one}</td>" for one in partner_links()) + "</tr></table>",
    "image cells": "<table>"
    + "".join(f"<tr><td>{_image_link(name)}</td></tr>" for name in PARTNERS)
    + "</table>",
    "items": "<ul>" + "".join(f"<li>{one}</li>" for one in partner_links()) + "</ul>",
    "bars": f"<p>{' | '.join(partner_links())}</p>",
    "labelled": f"<p>Partners: {' '.join(partner_links())}</p>",
    "headed": "<h4>Our partners</h4>" + "".join(f"<p>{one}</p>" for one in partner_links()),
    "br": f"<center>{'<br>'.join(partner_links())}</center>",
}


def _steady(html: str) -> Callable[[Sheet], str]:
    return lambda _: html


def _path(sheet: Sheet) -> str:
    return f"<p>You are here: {link(sheet.home, 'Home')} &gt; {link(sheet.news_list, 'News')}</p>"


def _neighbours(sheet: Sheet) -> str:
    links = [
        link(entry.href, word) for entry, word in zip(sheet.contents, ("« Previous", "Next »"), strict=False)
    ]
    return f"<p>{NBSP.join(links)}</p>" if sheet.kind == "article" else ""


def _views(sheet: Sheet) -> str:
    return f"<p>Views: {int(sheet.seal, 16) % 5000}</p>" if sheet.kind == "article" else ""


def _print(sheet: Sheet) -> str:
    return (
        f'<div><a href="{sheet.path}?print=1">Print version</a> <a href="mailto:?">Send to a friend</a></div>'
    )


TOP: dict[str, Callable[[Sheet], str]] = {
    "nothing": _steady(""),
    "cookies": _steady(
        '<div id=ck>We use cookies to make our site work. <a href="#">Accept</a> <a href="#">More</a></div>'
    ),
    "menu": lambda sheet: (
        "<p>"
        + " | ".join(
            link(href, word)
            for word, href in (("Home", sheet.home), ("News", sheet.news_list), ("About us", "/about"))
        )
        + "</p>"
    ),
    "menu cells": lambda sheet: (
        "<table><tr>"
        + "".join(
            f"<td>{link(href, word)}</td>"
            for word, href in (("Home", sheet.home), ("Advertising", "/adv"), ("Contacts", "/c"))
        )
        + "</tr></table>"
    ),
    "banner": _steady(
        '<center><a href="http://ad.example/1"><img src="/b/468.gif" alt="Advertisement"></a></center>'
    ),
    "search": _steady(
        '<form action="/search"><input name=q value="Search"> <input type=submit value="Go"></form>'
    ),
    "date": _steady("<div align=right>Thursday, 26 November 2026</div>"),
    "path": _path,
    "hidden menu": lambda sheet: (
        f'<div style="display: none">{link(sheet.home, "Home")} {link(sheet.news_list, "News")}</div>'
        f"<ul hidden><li>{link(sheet.home, 'Archive')}</li></ul>"
    ),
    "login": _steady(
        "<form><p>Login</p><input name=u> <input type=password name=p> <input type=submit value=OK>"
        '<a href="/register">Register</a> <a href="/lost">Lost password?</a></form>'
    ),
    "languages": _steady('<p><a href="/ru/">Рус</a> <a href="/kz/">Қаз</a> <b>Eng</b></p>'),
}
BELOW_TEXT: dict[str, Callable[[Sheet], str]] = {
    "nothing": _steady(""),
    "share": _steady(
        '<div>Share: <a href="http://fb.example/">Facebook</a> <a href="http://tw.example/">Twitter</a></div>'
    ),
    "print": _print,
    "neighbours": _neighbours,
    "views": _views,
    "back": lambda sheet: f"<p>{link(sheet.home, 'Back to the archive')}</p>",
    "top": _steady('<p align=right><a href="#top">Top of page</a></p>'),
    "rule": _steady("<hr size=1>"),
}
FOOT: dict[str, Callable[[Sheet], str]] = {
    "nothing": _steady(""),
    "copyright": _steady(
        "<p>© 2000–2016 KAZAKHSTAN International Business Magazine. All rights reserved.</p>"
    ),
    "address": _steady(
        "<p>Almaty, 050000, Abai Ave., 10. Tel.: +7 (727) 250 00 00, e-mail: "
        "<a href='mailto:a@b.example'>a@b.example</a></p>"
    ),
    "design": _steady('<p>Design: <a href="http://studio.example/">Studio Steppe</a></p>'),
    "terms": _steady("<p>Any use of the materials is allowed only with a link to the magazine.</p>"),
    "poll": _steady(
        "<form><p>What do you think of our new site?</p>"
        "<p><input type=radio name=v>Good <input type=radio name=v>Bad</p></form>"
    ),
    "script": _steady(
        "<script>var _gaq = _gaq || []; _gaq.push(['x']);</script><style>.a{color:red}</style>"
    ),
}
