"""The third magazine's looks by hand: pages between rules, an editor's theme, pictures for buttons, side columns."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from tests.ezine.third_flow import Printed, about, broken, holder, mail, names, signed, tagged, typed
from tests.ezine.third_matter import NAME
from tests.ezine.third_prose import Prose, quoted

if TYPE_CHECKING:
    from tests.ezine.third_flow import Spot

_SPONSORS = [Prose(Random(f"sponsor {n}")) for n in range(14)]
SPONSORS = [
    f"<a href='/go?{n}'>{p.place()} {p.noun().title()}s</a>: {p.adjective()} {p.noun()}s "
    f"and {p.noun()}s, shipped from {p.place()}"
    for n, p in enumerate(_SPONSORS)
]


def plain(spot: Spot) -> Printed:
    """Return a page of HTML 3.2 by hand: rules between its parts, the same links at its top and bottom."""
    paper, dice = spot.paper, spot.paper.dice
    row = (
        f"{spot.link(spot.before, '[ Prev ]') if spot.before else '[ Prev ]'} "
        f"{spot.link(spot.behind, '[ Next ]') if spot.behind else '[ Next ]'} [ <A "
        f"href='{spot.contents}'>Contents</A> ]"
    )
    by = signed(paper, "By")
    line = (
        f"{by}, <A href='mailto:{mail(paper.authors[0])}'>{mail(paper.authors[0])}</A>"
        if len(paper.authors) == 1
        else by
    )
    if paper.translator:
        line += f"<BR>Translated from the Dutch by {quoted(paper.translator)}"
    page = (
        f"<HTML><HEAD><TITLE>{NAME} {paper.issue}: {spot.title}</TITLE></HEAD><BODY "
        f"BGCOLOR=#FFFFFF>{row}\n<HR>\n"
        + (f"<CENTER><I>{quoted(paper.column)}</I></CENTER>\n" if paper.column else "")
        + f"<H1 ALIGN=CENTER>{spot.title}</H1>\n"
        + (f"<H3 ALIGN=CENTER>{line}</H3>\n" if line else "")
        + f"<HR>\n{tagged(paper.parts, heading='H2', end='')}\n"
        + (f"<HR WIDTH=40%><P><I>{paper.bio}</I>\n" if paper.bio else "")
        + f"<HR>\n<CENTER>Copyright &copy; {paper.year}, {holder(paper)}<BR>Released under the terms of "
        f"the Open Sky Licence.<BR>"
        f"Published in Issue {paper.issue} of <I>{NAME}</I>, {paper.month} {paper.year}</CENTER>\n"
        f"<HR>\n{row}\n<P><IMG SRC='/c.cgi'> "
        f"You are visitor number {dice.randint(1000, 99999)} since June 1996\n<ADDRESS>Last "
        f"modified: {paper.month[:3]} "
        f"{dice.randint(1, 28)} {paper.year} by webmaster@ephemeris.example</ADDRESS></BODY></HTML>"
    )
    return Printed(page=page, byline=line, extra=(paper.bio,) if paper.bio else ())


def theme(spot: Spot) -> Printed:
    """Return a page of an editor with themes: the issue's pages in a row and a column; a bare author's name."""
    paper = spot.paper
    row = "".join(f" [ {spot.link(one) if one is not paper else spot.title} ]" for one in spot.issue)
    column = "<br>".join(spot.link(one) if one is not paper else spot.title for one in spot.issue)
    line = names(paper)
    if paper.translator:
        line += f"<br>translated by {quoted(paper.translator)}"
    bio = f"<p><font size='2'>{paper.bio}</font></p>" if paper.bio else ""
    page = (
        f"<html><head><title>{spot.title}</title><meta name='GENERATOR' content='Page Editor 3.0'></head>"
        f"<body>"
        f"<table width='100%'><tr><td colspan='2'><p align='center'><font size='6'><strong>{spot.title}"
        f"</strong></font><br>"
        f"<nobr>[ <a href='/'>Home</a> ]</nobr><nobr>[ <a href='{spot.contents}'>Up</a> ]</nobr>{row}</p>"
        f"</td></tr>"
        f"<tr><td width='1%'>{column}</td><td>"
        + (f"<p><em>{line}</em></p>" if line else "")
        + f"{tagged(paper.parts, heading='h2')}{bio}</td></tr><tr><td colspan='2'><h5>Send mail to "
        f"<a href='mailto:webmaster@ephemeris.example'>webmaster@ephemeris.example</a> with questions or "
        f"comments about this "
        f"web site.<br>Copyright © {paper.year} The Backyard Ephemeris Society<br>Last "
        f"modified: {paper.month} "
        f"{paper.dice.randint(1, 28):02}, {paper.year}</h5></td></tr></table></body></html>"
    )
    return Printed(page=page, byline=line, extra=(paper.bio,) if paper.bio else ())


def pictured(spot: Spot) -> Printed:
    """Return a page whose title and buttons are pictures; its head says only the magazine's name."""
    paper, dice = spot.paper, spot.paper.dice
    buttons = (
        f"<a href='{spot.contents}'><img src='/g/toc.gif' alt='Contents' border=0></a>"
        + spot.link(spot.before, "<img src='/g/prev.gif' alt='Previous Article' border=0>")
        + spot.link(spot.behind, "<img src='/g/next.gif' alt='Next Article' border=0>")
    )
    by = signed(paper, "by")
    line = by + (f", translation: {quoted(paper.translator)}" if paper.translator else "")
    body = broken(paper.parts)
    if body[0].isalpha():
        body = f"<font size=+4>{body[0]}</font>{body[1:]}"
    bio = f"<br><br><i>{paper.bio}</i>" if paper.bio else ""
    label = f"<img src='/g/col.gif' alt=\"{quoted(paper.column)}\"><br>" if paper.column else ""
    page = (
        f"<html><head><title>{NAME}</title></head><body background='/g/stars.jpg'><table width=580 "
        f"align=center><tr><td>"
        f"<img src='/g/logo.gif' alt='{NAME}'><br>{buttons}<br><br>{label}<img "
        f"src='/g/t{paper.issue}_{paper.place}.gif' "
        f'alt="{spot.title}"><br>'
        + (f"<font size=4>{line}</font><br><br>" if line else "<br>")
        + f"{body}{bio}<br><br>{buttons}<br><a href='/go?{dice.randint(0, 9)}'><img "
        f"src='/g/ad{dice.randint(0, 9)}.gif' "
        "alt='Please visit our sponsor'></a><br><font size=2><a href='/'>Home</a> | <a "
        f"href='/archive.html'>Archive</a> | "
        "<a href='/write.html'>Write for us</a> | <a href='/mirrors.html'>Mirrors</a></font></td></tr>"
        f"</table></body></html>"
    )
    return Printed(page=page, byline=line, extra=(paper.bio,) if paper.bio else ())


def sidebars(spot: Spot) -> Printed:
    """Return a page in a table: beside its text a column about the author, of resources, of other articles."""
    paper, dice = spot.paper, spot.paper.dice
    prose = Prose(dice)
    line = signed(paper, "Written by")
    if paper.translator:
        line += f" • Translation by {quoted(paper.translator)}"
    resources = "".join(
        f"<li><a href='http://{prose.noun()}{n}.example/'>{quoted(prose.phrase())}</a>"
        for n in range(dice.randint(2, 4))
    )
    related = "<br>".join(
        f"&#149; {spot.link(one)}" for one in dice.sample(list(spot.earlier), min(3, len(spot.earlier)))
    )
    side = (
        f"<a href='/'><img src='/i/home.gif' alt='{NAME}'></a><br>"
        + (f"<b>About the Author</b><br><font size=1>{about(paper)}</font><br><br>" if line else "")
        + f"<b>Resources</b><ul>{resources}</ul>"
        + (f"<b>Related Articles</b><br>{related}<br><br>" if related else "")
        + "<a href='?print=1'>Printer-friendly version</a><br><a href='?mail=1'>E-mail this article to a "
        "friend</a>"
    )
    kicker = f"<font size=2>{quoted(paper.column or paper.topic).upper()}</font><br>"
    page = (
        f"<html><head><title>{NAME} | Issue {paper.issue} | {spot.title}</title></head><body>"
        f"<center>This month's sponsor: "
        f"{dice.choice(SPONSORS)}</center><table width=760><tr><td width=160 bgcolor=#eeeecc>{side}</td>"
        f"<td>{kicker}"
        f"<font size=5><b>{spot.title}</b></font><br>"
        + (f"<font size=3>{line}</font><br><br>" if line else "<br>")
        + f"{broken(paper.parts, bold='strong')}<br><br><center><a href='{spot.contents}'>Back to "
        f"Issue {paper.issue}</a> | "
        f"<a href='/search.html'>Search</a> | <a href='/letters.html'>Write to the editor</a></center>"
        f"</td></tr></table><hr>"
        f"<font size=1>&copy; 1996-{paper.year} The Backyard Ephemeris Society. Reprints by written "
        f"permission only. "
        f"Views are their authors' own.</font></body></html>"
    )
    return Printed(page=page, byline=line)


def bulletin(spot: Spot) -> Printed:
    """Return a university's page: a trail of links, links to the top between sections, its author in the last note."""
    paper, dice = spot.paper, spot.paper.dice
    volume = f"Vol. {paper.issue // 12 + 1}, No. {paper.issue % 12 + 1}"
    top = "<p class=top><a href='#top'>Back to top</a></p>"
    sections = tagged(paper.parts).replace("<h3>", f"{top}<h3>")
    note = about(paper)
    line = f"Translated by {quoted(paper.translator)}" if paper.translator else ""
    page = (
        f"<html><head><title>{spot.title} - {volume} - {NAME}</title></head><body><a name=top></a><a "
        f"href='#c'>Skip to content</a>"
        f"<div>University of Kirkmere</div><div>Department of Physics</div><div><a href='/'>{NAME}</a> "
        f"&gt; <a href='/back.html'>"
        f"Back Issues</a> &gt; <a href='{spot.contents}'>{volume}</a> &gt; {spot.title}</div>"
        f"<h2>{spot.title}</h2>"
        f"<div class=d>{paper.month} {paper.year}</div>"
        + (f"<p>{line}</p>" if line else "")
        + sections
        + (f"<p><em>{note}</em></p>" if note else "")
        + f"{top}<hr><div>{NAME}, Department of Physics, University of Kirkmere, 12 Quarry Lane, "
        f"Kirkmere. Tel. 0555 014{dice.randint(10, 11)}."
        f"</div><div>Comments on this page to <a href='mailto:web@kirkmere.example'>the web team</a>. "
        f"Page last updated "
        f"{dice.randint(1, 28)}/{paper.issue % 12 + 1}/{paper.year}.</div><div><a href='/legal'>Legal "
        f"notices</a> <a href='/a-z'>A-Z index</a> "
        f"<a href='/access'>Accessibility</a></div></body></html>"
    )
    return Printed(page=page, byline=line, extra=(note,) if note else ())


def digest(spot: Spot) -> Printed:
    """Return a page of plain type under the heads of a message, as groups had them."""
    paper, dice = spot.paper, spot.paper.dice
    number = f"{paper.issue // 12 + 1}.{paper.issue % 12 + 1:02}"
    row = (
        f"| <a href='/'>Top</a> | {spot.link(spot.before, 'Previous')} "
        f"| {spot.link(spot.behind, 'Next')} | <a href='{spot.contents}'>Index</a> |"
    )
    line = f"From: {names(paper)} &lt;{mail(paper.authors[0])}&gt;" if paper.authors else ""
    if paper.translator:
        line += f"<br>Translated-by: {quoted(paper.translator)}"
    note = (("note", f"-- <br>{paper.bio}"),) if paper.bio else ()
    page = (
        f"<html><head><title>{NAME} Digest {number} - {spot.title}</title></head><body>{row}<hr>"
        + (f"<b>{line}</b><br>" if line else "")
        + f"<b>Subject: {spot.title}</b><br>"
        f"<b>Date: {dice.randint(1, 28)} {paper.month[:3]} {paper.year} {dice.randint(10, 23)}:"
        f"{dice.randint(10, 59)} GMT</b>"
        f"<hr><pre>{typed((*paper.parts, *note))}</pre><hr>{row}<p>To subscribe to {NAME} Digest, send "
        f"the word <i>subscribe</i> to "
        f"<a href='mailto:digest@ephemeris.example'>digest@ephemeris.example"
        f"</a>. {dice.randint(800, 4000)} readers get it by mail.</p></body></html>"
    )
    return Printed(page=page, byline=line, extra=(paper.bio,) if paper.bio else ())
