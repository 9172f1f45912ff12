"""The looks the e-zine had over the years: rules, tables, breaks, a wrapped text, a sidebar, divisions, pictures."""

from __future__ import annotations

import html
from dataclasses import dataclass

from tests.ezine.flow import broken, dumped, tagged
from tests.ezine.matter import NAME, Article

MOTTO = "...solder, patience, and a little luck!"
MONTHS = "January February March April May June July August September October November December".split()


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """An article among its issue's: what stands before it, behind it, beside it."""

    article: Article
    before: Article | None
    behind: Article | None
    issue: tuple[Article, ...]

    @property
    def title(self) -> str:
        """The title as mark-up."""
        return html.escape(self.article.title, quote=False)

    @property
    def head(self) -> str:
        """The head's title element, if there is one."""
        return "" if self.article.head is None else f"<title>{html.escape(self.article.head)}</title>"

    @property
    def month(self) -> str:
        """The month the issue came out in."""
        number = self.article.issue
        return f"{MONTHS[number % 12]} {1996 + number // 12}"

    @property
    def at_head(self) -> str | None:
        """The author line, where it stands above the text."""
        return self.article.byline if self.article.by_at == "head" else None

    @property
    def at_tail(self) -> str | None:
        """The author line, where it stands below the text."""
        return self.article.byline if self.article.by_at == "tail" else None

    @property
    def holder(self) -> str:
        """Who holds the copyright."""
        return " and ".join(self.article.authors) or f"the {NAME} Cooperative"


def ways(place: Place, *, images: bool = False) -> str:
    """Return the row of links to the pages before and behind."""
    pairs = [("Prev", place.before and place.before.name), ("Table of Contents", "index.html")]
    pairs += [
        ("Front Page", "../index.html"),
        ("FAQ", "../faq.html"),
        ("Next", place.behind and place.behind.name),
    ]
    shown = [
        f"<a href='{to}'>"
        + (f"<img src='../gx/{name[:4]}.gif' alt='[ {name} ]'>" if images else name)
        + "</a>"
        for name, to in pairs
        if to
    ]
    return (" " if images else " | ").join(shown)


def rules(place: Place) -> str:
    """Return the page with a centred heading between rules, paragraphs never closed."""
    by = f"<H4 ALIGN=CENTER>{place.at_head}</H4>" if place.at_head else ""
    tail = f"<P><B>{place.at_tail}</B>" if place.at_tail else ""
    return (
        f"<HTML><HEAD>{place.head}</HEAD><BODY BGCOLOR=#FFFFFF><H4>&quot;{MOTTO}&quot;</H4><HR>"
        f"<CENTER><H1>{place.title}</H1></CENTER>{by}<HR>{tagged(place.article.parts, heading='H3', end='')}{tail}"
        f"<HR><CENTER><H5>Copyright &copy; {place.month[-4:]}, {place.holder}<BR>"
        f"Published in Issue {place.article.issue} of {NAME}, {place.month}</H5></CENTER><HR>"
        f"<CENTER>{ways(place, images=True)}</CENTER></BODY></HTML>"
    )


def tables(place: Place) -> str:
    """Return the page set in nested tables and <font>."""
    by = f"<font size=2><b>{place.at_head}</b></font><br>" if place.at_head else ""
    tail = f"<p><font size=2>{place.at_tail}</font></p>" if place.at_tail else ""
    return (
        f"<html><head>{place.head}</head><body><table width=100%><tr><td><a href='../index.html'>"
        f"<img src='../gx/logo.gif' alt='{NAME}'></a></td><td align=right><font size=1>{ways(place)}<br>"
        f"Issue {place.article.issue}, {place.month}</font></td></tr></table>"
        f"<table width=100%><tr><td width=20>&nbsp;</td><td><font size=+2><b>{place.title}</b></font><br>{by}"
        f"{tagged(place.article.parts)}{tail}</td></tr></table><table width=100%><tr><td>"
        f"<font size=1>Copyright &copy; {place.month[-4:]}, {place.holder}. Copying licence "
        f"<a href='../copying.html'>../copying.html</a><br>Published in Issue {place.article.issue} of {NAME}, "
        f"{place.month}.</font></td></tr><tr><td><font size=1>{ways(place)}</font></td></tr></table></body></html>"
    )


def breaks(place: Place) -> str:
    """Return the page without paragraphs."""
    by = f"<i>{place.at_head}</i><br><br>" if place.at_head else ""
    tail = f"<br><br><i>{place.at_tail}</i>" if place.at_tail else ""
    return (
        f"<html><head>{place.head}</head><body><b>{NAME}</b> - {place.month}<br>[ {ways(place)} ]<br><br>"
        f"<font color=navy><b>{place.title}</b></font><br>{by}{broken(place.article.parts)}{tail}<br><br>"
        f"<small>(c) {place.month[-4:]} by {place.holder}. Released under the terms of the open licence unless "
        f"otherwise noted in the body of the article.</small><br>[ {ways(place)} ]<br>"
        f"<small>This page written and maintained by the keeper of {NAME}, keeper@wire.example</small></body></html>"
    )


def dump(place: Place) -> str:
    """Return the page as one <pre>."""
    by = f"{place.at_head}\n\n" if place.at_head else ""
    tail = f"\n\n{place.at_tail}" if place.at_tail else ""
    return (
        f"<html><head>{place.head}</head><body><pre>{NAME}            Issue {place.article.issue}            "
        f"{place.month}\n\n{ways(place)}\n\n{place.title.center(72).rstrip()}\n"
        f"{('=' * len(place.title)).center(72)}\n\n"
        f"{by}{dumped(place.article.parts)}{tail}\n\n------------------------------------------------\n"
        f"Copyright (c) {place.month[-4:]}, {place.holder}\nPublished in Issue {place.article.issue} of {NAME}\n\n"
        f"{ways(place)}\n</pre></body></html>"
    )


def sidebar(place: Place) -> str:
    """Return the page with the issue's contents in a column before it, and places to talk behind it."""
    by = f"<p class='by'>{place.at_head}</p>" if place.at_head else ""
    tail = f"<p>{place.at_tail}</p>" if place.at_tail else ""
    listed = "".join(
        f"<li><a href='{a.name}'>{html.escape(a.title, quote=False)}</a></li>" for a in place.issue
    )
    return (
        f"<html><head>{place.head}</head><body><div id=top><a href='../index.html'>{NAME}</a></div>"
        f"<div>Home &gt; <a href='index.html'>Issue {place.article.issue}</a> &gt; Article</div>"
        f"<div id=side><h4>{place.month} (#{place.article.issue}):</h4><ul>{listed}</ul>"
        f"<p>Dust-free since 1996</p><form>Search <input><input type=submit value=Go></form></div>"
        f"<div id=main><h2>{place.title}</h2>{by}<div>{tagged(place.article.parts, heading='h3')}</div>{tail}"
        f"<p>Talkback: <a href='mailto:talk@wire.example'>Discuss this article with the workshop</a></p></div>"
        f"<div id=foot><p>Copyright &copy; {place.month[-4:]}, {place.holder}. Released under the "
        f"<a href='../licence.html'>Open Pages Licence</a> unless otherwise noted in the body of the article. "
        f"{NAME} is not produced, sponsored, or endorsed by its former host.</p>"
        f"<p>Published in Issue {place.article.issue} of {NAME}, {place.month}</p><p>{ways(place)}</p>"
        f"<p>Translations: <a href='../de/'>Deutsch</a> <a href='../it/'>Italiano</a></p></div></body></html>"
    )


def divisions(place: Place) -> str:
    """Return the page in divisions, the magazine's name as its first heading, boxes behind the text."""
    by = f"<div>{place.at_head}</div>" if place.at_head else ""
    tail = f"<div>{place.at_tail}</div>" if place.at_tail else ""
    return (
        f"<html><head>{place.head}<meta name=generator content=Weaver></head><body><h1>{NAME}</h1>"
        f"<div>The monthly for people who would rather build it</div><div>{ways(place)}</div>"
        f"<h2>{place.title}</h2>{by}<div>{place.month} &middot; Issue {place.article.issue}</div>"
        f"{tagged(place.article.parts, heading='h4')}{tail}"
        f"<div>Printer-friendly version | E-mail this article | Post a comment</div>"
        f"<div><h4>Also this month</h4>"
        + "".join(
            f"<div><a href='{a.name}'>{html.escape(a.title, quote=False)}</a></div>" for a in place.issue[:6]
        )
        + f"</div><div>All contents copyright {place.month[-4:]} by {place.holder} and the {NAME} Cooperative. "
        f"All rights reserved. Page last changed {place.article.issue % 27 + 1} {place.month}.</div></body></html>"
    )


def pictures(place: Place) -> str:
    """Return the page whose title is a picture: only its alternative text, and the head, say it."""
    by = f"<p align=right><b>{place.at_head}</b></p>" if place.at_head else ""
    tail = f"<p align=right>{place.at_tail}</p>" if place.at_tail else ""
    return (
        f"<html><head>{place.head}</head><body><center><img src='../gx/top.jpg' alt=''></center>"
        f"<p><img src='gx/{place.article.name}.gif' alt='{html.escape(place.article.title)}'></p>{by}"
        f"{tagged(place.article.parts)}{tail}<hr><p><small>Copyright {place.month[-4:]} {place.holder}. "
        f"First published in {NAME} no. {place.article.issue}. Verbatim copying is permitted in any medium."
        f"</small></p><p align=center>{ways(place, images=True)}</p></body></html>"
    )
