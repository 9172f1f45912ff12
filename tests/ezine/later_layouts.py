"""Looks of later years: columns with boxes, comments below, a table of facts, a letterhead, teasers of others."""

from __future__ import annotations

import html
from random import Random

from tests.ezine import words
from tests.ezine.flow import tagged
from tests.ezine.layouts import Place, ways
from tests.ezine.matter import NAME, PEOPLE, bare

_ABOUT = (
    f"{NAME} is a monthly for people who would rather build a thing than buy it. It is written by its readers and "
    "printed nowhere; every number can be had for nothing, and every number since the first is still here."
)


def columns(place: Place) -> str:
    """Return the page in three columns of one table; date, author and comments in one line."""
    by = f" | {place.at_head}" if place.at_head else ""
    tail = f"<p><i>{place.at_tail}</i></p>" if place.at_tail else ""
    number = place.article.issue
    menu = "".join(
        f"<tr><td><a href='../{name.lower()}.html'>{name}</a></td></tr>"
        for name in ("Home", "Archive", "Authors", "Letters", "Search", "Links")
    )
    return (
        f"<html><head>{place.head}</head><body><table><tr><td colspan=3><img src='/top.gif' alt='{NAME}'> "
        f"Saturday, {number % 27 + 1} {place.month}</td></tr><tr><td><table>{menu}</table><p>{_ABOUT}</p></td>"
        f"<td><font size=5>{place.title}</font><br><font size=1>{place.month}{by} | {number % 9} comments</font>"
        f"{tagged(place.article.parts, heading='h4')}{tail}<p>{ways(place)}</p></td>"
        f"<td><b>Our sponsor</b><p>Brandt &amp; Daughters of Graz sell valves, wire and patience by the pound. Ask for "
        f"the big catalogue, it costs nothing.</p><b>Poll</b><p>Do you solder at night?</p></td></tr></table>"
        f"<p>&copy; {place.month[-4:]} {place.holder}. Issue {number}. Site by the Weaver.</p></body></html>"
    )


def comments(place: Place) -> str:
    """Return the page with what readers say below the text."""
    rng = Random(place.article.name + str(place.article.issue))
    by = f"<p class=meta>{place.at_head}</p>" if place.at_head else ""
    tail = f"<p>{place.at_tail}</p>" if place.at_tail else ""
    count = rng.randint(0, 4)
    said = "".join(
        f"<div><b>{rng.choice(PEOPLE)}</b> wrote on 3 {place.month}:<p>{words.paragraph(rng, 1, 2)}</p>"
        f"<a href='reply?{n}'>Reply</a></div>"
        for n in range(count)
    )
    return (
        f"<!DOCTYPE html><html><head>{place.head}</head><body><nav><a href=/>{NAME}</a> <a href=/a>Archive</a></nav>"
        f"<article><h1>{place.title}</h1>{by}{tagged(place.article.parts)}{tail}</article>"
        f"<h3>{count} Comments</h3>{said}<h4>Leave a comment</h4><form>Name <input> <textarea></textarea></form>"
        f"<footer><p>{ways(place)}</p><p>Copyright {place.month[-4:]} {place.holder}</p></footer></body></html>"
    )


def facts(place: Place) -> str:
    """Return the page with title, author and issue in a small table."""
    authors = bare(place.at_head or "").split(" <")[0] if place.at_head else ""
    row = (
        f"<tr><td>Author</td><td>{html.escape(' and '.join(place.article.authors))}</td></tr>"
        if authors
        else ""
    )
    tail = f"<p>{place.at_tail}</p>" if place.at_tail else ""
    return (
        f"<html><head>{place.head}</head><body><p align=center><b>{NAME}</b></p><p align=center>{ways(place)}</p>"
        f"<table border=1><tr><td>Title</td><td>{place.title}</td></tr>{row}<tr><td>Issue</td>"
        f"<td>{place.article.issue}, {place.month}</td></tr></table>{tagged(place.article.parts, heading='b')}{tail}"
        f"<hr><address>{NAME}, {place.month} - Copyright {place.month[-4:]} {place.holder}</address>"
        "</body></html>"
    )


def letterhead(place: Place) -> str:
    """Return the page with the magazine, the issue, the title and the bare author as headings."""
    by = f"<h4>{html.escape(' and '.join(place.article.authors))}</h4>" if place.at_head else ""
    tail = f"<h5>{place.at_tail}</h5>" if place.at_tail else ""
    return (
        f"<html><head>{place.head}</head><body><h1>{NAME}</h1><h2>Issue {place.article.issue}, {place.month}</h2>"
        f"<h3>{place.title}</h3>{by}{tagged(place.article.parts, heading='h5')}{tail}<hr>"
        f"<p>Copyright &copy; {place.month[-4:]}, {place.holder}. All rights reserved.</p>{ways(place)}</body></html>"
    )


def teasers(place: Place) -> str:
    """Return the page with other articles of the issue below, each with its first words."""
    by = f"<p><small>{place.at_head}</small></p>" if place.at_head else ""
    tail = f"<p><small>{place.at_tail}</small></p>" if place.at_tail else ""
    others = [a for a in place.issue if a is not place.article and a.parts[0][0] == "p"][:3]
    more = "".join(
        f"<p><a href='{a.name}'>{html.escape(a.title, quote=False)}</a><br>{bare(a.parts[0][1])[:110]}...</p>"
        for a in others
    )
    return (
        f"<html><head>{place.head}</head><body><div><img src=/l.png alt='{NAME}'></div><div>{ways(place)}</div>"
        f"<h1>{place.title}</h1>{by}{tagged(place.article.parts, heading='h3')}{tail}"
        f"<div><h2>More from issue {place.article.issue}</h2>{more}</div>"
        f"<div>Copyright {place.month[-4:]} {place.holder}. <a href='/imprint'>Imprint</a> | "
        f"<a href='/rss'>RSS</a></div>"
        f"</body></html>"
    )
