"""The second magazine's early looks: centred fonts, a bare body in a frame, nested tables, bars and a long licence."""

from __future__ import annotations

import html
from dataclasses import dataclass

from tests.ezine.flow import broken, tagged
from tests.ezine.second_matter import NAME, Piece

MAIL = "office@lamp.example"


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """An article among its issue's: what stands before and behind it, and the address of each."""

    piece: Piece
    before: Piece | None
    behind: Piece | None
    issue: tuple[Piece, ...]
    links: dict[int, str]
    """Where each article of the issue is, by its number."""

    @property
    def title(self) -> str:
        """The title as mark-up."""
        return html.escape(self.piece.title, quote=False)

    @property
    def bio(self) -> str:
        """What is told of the author, as mark-up, empty if nothing is."""
        return html.escape(self.piece.bio or "", quote=False)

    def link(self, other: Piece, text: str | None = None) -> str:
        """Return a link to another article of the issue."""
        shown = html.escape(other.title if text is None else text, quote=False)
        return f"<a href='{self.links[other.number]}'>{shown}</a>"

    @property
    def kicker(self) -> str:
        """The column's name, empty if it is in none."""
        return html.escape(self.piece.column or "", quote=False)


def centre(at: Setting) -> str:
    """Return a page of 1996: everything centred in <font>, lines broken by hand, rules, no paragraph."""
    piece = at.piece
    by = f"{piece.byline}<br><br>" if piece.byline else ""
    kicker = f"<font size=-1 color=#990000>{at.kicker}</font><br>" if at.kicker else ""
    bio = f"<br><br><hr width=50%><i>{at.bio}</i>" if at.bio else ""
    back = f"<a href=index.html><img src=/pix/back.gif border=0 alt='Back to the {piece.month} issue'></a>"
    return (
        f"<HTML><HEAD><TITLE>{NAME}</TITLE></HEAD><BODY BGCOLOR=#FFFFE0 TEXT=#000000><CENTER>"
        f"<IMG SRC=/pix/lamp.gif ALT='{NAME}'><BR><FONT SIZE=-1>Published on the first of every month from Harbour "
        f"Street</FONT><HR></CENTER><CENTER>{kicker}<FONT SIZE=+3>{at.title}</FONT><BR>{by}</CENTER>"
        f"{broken(piece.parts)}{bio}<HR><CENTER>{back}<BR><FONT SIZE=-1>Comments to <A HREF='mailto:{MAIL}'>{MAIL}</A>"
        f"<BR>This page has been read by {piece.number * 37 % 4000} people since 1 {piece.month}</FONT></CENTER>"
        f"</BODY></HTML><!-- set by hand --><font size=1>Best seen at 800 by 600</font>"
    )


def framed(at: Setting) -> str:
    """Return the body of a frame: hardly anything around the text, the head says the magazine's name only."""
    piece = at.piece
    by = f"<p align=right>{piece.byline}</p>" if piece.byline else ""
    kicker = f"<p><b>{at.kicker}</b></p>" if at.kicker else ""
    bio = f"<p><font size=2>{at.bio}</font></p>" if at.bio else ""
    return (
        f"<html><head><title>{NAME}</title><base target=_top></head><body>{kicker}<p><b>{at.title}</b></p>{by}"
        f"{tagged(piece.parts, heading='b')}{bio}<p><a href='index.html'>[Contents]</a> <a href='#top'>[Top]</a></p>"
        "</body></html>"
    )


def _inside(text: str, depth: int) -> str:
    return "<table><tr><td>" * depth + text + "</td></tr></table>" * depth


def nested(at: Setting) -> str:
    """Return the page in tables five deep: a column of links, the text in two columns, a box of the publishers."""
    piece = at.piece
    half = (len(piece.parts) + 1) // 2
    by = f"<font size=2 color=gray>{piece.byline}</font><br>" if piece.byline else ""
    kicker = f"<tr><td bgcolor=navy><font color=white>{at.kicker}</font></td></tr>" if at.kicker else ""
    menu = "".join(
        f"<tr><td bgcolor=#eeeecc><a href='/{name.split()[0].lower()}.html'>{name}</a></td></tr>"
        for name in ("Front Page", "This Month", "Back Numbers", "Readers' Tips", "Subscribe", "Who We Are")
    )
    also = "".join(f"<tr><td>&middot; {at.link(other)}</td></tr>" for other in at.issue[3:7])
    bio = f"<tr><td colspan=2><i>{at.bio}</i></td></tr>" if at.bio else ""
    text = (
        f"<table cellpadding=4>{kicker}<tr><td colspan=2><font size=5>{at.title}</font><br>{by}</td></tr><tr "
        f"valign=top>"
        f"<td width=50%>{tagged(piece.parts[:half], heading='h4')}</td>"
        f"<td width=50%>{tagged(piece.parts[half:], heading='h4')}</td></tr>{bio}</table>"
    )
    return (
        f"<html><head><title>{NAME} - {piece.month}</title></head><body><table width=760><tr><td colspan=2>"
        f"<img src=/pix/top.gif alt='{NAME}'><br><font size=1>{piece.month} &nbsp; Number {piece.issue}</font></td>"
        f"</tr>"
        f"<tr><td width=140><table>{menu}</table><table><tr><td><b>Also this month</b></td></tr>{also}</table>"
        f"<font size=1>Our paper is made of rags.<br>Weather at the harbour: {piece.number % 31} degrees</font></td>"
        f"<td>{_inside(text, 3)}</td></tr><tr><td colspan=2><font size=1>The Lamplighter Review, 4 Harbour Street. "
        f"Telephone 55 01 77. Printed by Serra &amp; Daughters. ISSN 0000-0000</font></td></tr></table></body></html>"
    )


_LICENCE = (
    "This article may be copied and handed on, whole and with this notice, by anybody who takes no money for it. It "
    "first appeared in The Lamplighter Review of {month} and is the property of {holder}. Neither the author nor the "
    "Review answers for what becomes of machines, furniture or fingers when its advice is followed. If you set it in "
    "another language, send us a copy for the shelf."
)


def bars(at: Setting) -> str:
    """Return the page between two bars of links, with a long licence; its title is a line in bold."""
    piece = at.piece
    ways = [at.link(at.before, "&lt; Last article") if at.before else "", "<a href='index.html'>Contents</a>"]
    ways += ["<a href='/'>Home</a>", at.link(at.behind, "Next article &gt;") if at.behind else ""]
    bar = "<p align=center>[ " + " ] [ ".join(way for way in ways if way).replace("&amp;", "&") + " ]</p>"
    by = f"<p>{piece.byline}</p>" if piece.byline else ""
    kicker = f"<p>{at.kicker}</p>" if at.kicker else ""
    bio = f"<p><b>About the author</b></p><p>{at.bio}</p>" if at.bio else ""
    holder = html.escape(" and ".join(piece.authors) or "the Review", quote=False)
    return (
        f"<html><head><title>{NAME}</title></head><body>{bar}<hr>{kicker}<p><font size=4><b>{at.title}</b></font>"
        f"</p>{by}"
        f"{tagged(piece.parts, heading='h5', end='')}{bio}<hr><p><small>"
        f"{_LICENCE.format(month=piece.month, holder=holder)}</small></p>{bar}</body></html>"
    )
