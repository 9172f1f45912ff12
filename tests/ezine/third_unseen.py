"""Looks of the third magazine that no rule was mended for: a law review, a page for telephones, a parish paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.ezine.third_flow import Printed, about, names, tagged
from tests.ezine.third_matter import NAME
from tests.ezine.third_prose import Prose, quoted

if TYPE_CHECKING:
    from tests.ezine.third_flow import Spot


def law(spot: Spot) -> Printed:
    """Return a review's page: volume and page over it, a starred author, a note on whom the star is, how to cite it."""
    paper, dice = spot.paper, spot.paper.dice
    cited = f"{paper.issue // 12 + 1} Backyard Eph. {dice.randint(1, 300)} ({paper.year})"
    line = f"{names(paper)}*" if paper.authors else ""
    if paper.translator:
        line += f"<br>Translated by {quoted(paper.translator)}"
    note = f"* {about(paper)}" if paper.authors else ""
    page = (
        f"<html><head><title>{NAME} - {cited} - {spot.title}</title></head><body><p><small>{cited}"
        f"</small></p><center><h2>{spot.title}</h2>"
        + (f"<p>{line}</p>" if line else "")
        + f"</center>{tagged(paper.parts, heading='h3')}<hr width=30% align=left>"
        + (f"<p><small>{note}</small></p>" if note else "")
        + f"<p>Cite as: {cited}</p><p><a href='{spot.contents}'>Table of this issue</a> | <a "
        f"href='/style.html'>Notes for contributors</a> | "
        f"<a href='/'>{NAME}</a></p></body></html>"
    )
    return Printed(page=page, byline=line, extra=(note,) if note else ())


def telephone(spot: Spot) -> Printed:
    """Return a page for telephones: whose words, an invitation in its midst, topics."""
    paper, dice = spot.paper, spot.paper.dice
    prose = Prose(dice)
    line = f"Words: {names(paper)}" if paper.authors else ""
    if paper.translator:
        line += f" / Translation: {quoted(paper.translator)}"
    half = len(paper.parts) // 2 + 1
    invitation = (
        "<aside><p>Enjoying this? Our letter comes every other Friday.</p><a href='/in'>Count "
        "me in</a></aside>"
    )
    more = "".join(
        f"<div><a href='{spot.links[one]}'><img src='t.jpg' alt=''>{quoted(one.title)}</a></div>"
        for one in spot.issue[:4]
    )
    page = (
        f"<html><head><title>{spot.title} | {NAME}</title></head><body><div>Menu</div><div><a "
        f"href='/'>{NAME}</a></div><nav><a href='/sky'>Sky</a> "
        f"<a href='/shed'>Shed</a> <a href='/people'>People</a></nav><article><span>{paper.topic}</span>"
        f"<h1>{spot.title}</h1>"
        + (f"<div>{line}</div>" if line else "")
        + f"<div>{paper.month} {paper.year}</div><div><a href='/f'>Share</a><a href='/t'>Tweet</a>"
        f"</div>{tagged(paper.parts[:half])}{invitation}"
        f"{tagged(paper.parts[half:])}"
        + (f"<p>{paper.bio}</p>" if paper.bio else "")
        + f"<p>Topics: <a href='/x'>{prose.noun()}</a>, <a href='/x'>{prose.noun()}</a></p></article>"
        f"<h2>Keep reading</h2>{more}<footer><p>Made with care in "
        f"Kirkmere. <a href='/imprint'>Imprint</a></p></footer></body></html>"
    )
    return Printed(page=page, byline=line, extra=(paper.bio,) if paper.bio else ())


def parish(spot: Spot) -> Printed:
    """Return a club paper's page: the paper's head, an author by place, the next page, who printed it."""
    paper, dice = spot.paper, spot.paper.dice
    prose = Prose(dice)
    line = f"from our member {names(paper)} of {prose.place()}" if paper.authors else ""
    if paper.translator:
        line += f", put into English by {quoted(paper.translator)}"
    page = (
        f"<HTML><HEAD><TITLE>{spot.title}</TITLE></HEAD><BODY><CENTER><FONT SIZE=6>{NAME}</FONT><BR>The "
        f"paper of the society, {paper.month} {paper.year}</CENTER><HR>"
        f"<B><U>{spot.title}</U></B><BR>"
        + (f"<I>{line}</I><BR>" if line else "")
        + f"{tagged(paper.parts, heading='B', end='')}"
        + (f"<P>{paper.bio}" if paper.bio else "")
        + f"<HR>Page {paper.place + 1} <A HREF='{spot.contents}'>(front page)"
        f"</A> {spot.link(spot.behind, '(turn the page)')}<BR>Printed at the vicarage. Subscriptions to "
        f"the treasurer. Raffle prizes gratefully received. Next meeting on the {dice.randint(2, 28)}th."
        f"</BODY></HTML>"
    )
    return Printed(page=page, byline=line, extra=(paper.bio,) if paper.bio else ())
