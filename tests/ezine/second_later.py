"""The second magazine's later looks: a content management system, a weblog, a page with advertisements, a wide one."""

from __future__ import annotations

import html
from random import Random
from typing import TYPE_CHECKING

from tests.ezine import words
from tests.ezine.flow import tagged
from tests.ezine.matter import bare
from tests.ezine.second_matter import NAME, PEOPLE

if TYPE_CHECKING:
    from tests.ezine.second_looks import Setting


def _said(rng: Random, least: int = 1, most: int = 2) -> str:
    return html.escape(words.paragraph(rng, least, most), quote=False)


def _teaser(at: Setting, other: int) -> str:
    piece = at.issue[other]
    first = next((bare(str(value)) for kind, value in piece.parts if kind == "p"), "")
    return f"<div><h4>{at.link(piece)}</h4><p>{html.escape(first[:90], quote=False)}...</p></div>"


def managed(at: Setting) -> str:
    """Return the page as a content management system sets it: crumbs, tags, pages, links to print, related articles."""
    piece = at.piece
    rng = Random(f"managed {piece.number}")
    by = f"<div class=by>{piece.byline}</div>" if piece.byline else ""
    tags = ", ".join(f"<a href='/tag/{tag}'>{tag}</a>" for tag in rng.sample(words.THINGS, 3))
    related = "".join(f"<li>{at.link(other)}</li>" for other in rng.sample(at.issue, 4) if other is not piece)
    posted = f"{rng.randint(1, 28):02}/{piece.issue % 12 + 1:02}/{piece.year} - {rng.randint(0, 23):02}:14"
    bio = f"<div class=bio>{at.bio}</div>" if at.bio else ""
    kicker = f" &raquo; <a href='/bench'>{at.kicker}</a>" if at.kicker else ""
    said = "".join(
        f"<div class=c><h5>{html.escape(words.heading(rng), quote=False)}</h5><span>On {posted} {rng.choice(PEOPLE)} "
        f"(not verified) says:</span><p>{_said(rng)}</p><a href='/reply/{n}'>reply</a></div>"
        for n in range(rng.randint(0, 3))
    )
    return (
        f"<!DOCTYPE html><html><head><title>{at.title} | {NAME}</title></head><body><div><a href='/'>{NAME}</a>"
        f"<ul><li><a href='/issue'>Issues</a></li><li><a href='/blog'>Notes</a></li><li><a href='/user'>Log in</a></li>"
        f"</ul></div><div>You are here: <a href='/'>Home</a> &raquo; <a href='/issue/{piece.issue}'>{piece.month}</a>"
        f"{kicker} &raquo; {at.title}</div><h1>{at.title}</h1>{by}<div>Submitted by office on {posted}</div>"
        f"<div>{tagged(piece.parts, heading='h3')}</div>{bio}<div>Page 1 of {rng.randint(1, 4)}</div><div>Tags: {tags}"
        f"</div><ul><li><a href='/print/{piece.number}'>Printer-friendly version</a></li><li><a href='/send'>Send to "
        f"friend</a></li><li>{rng.randint(90, 9000)} reads</li></ul><div><h3>Related articles</h3><ul>{related}</ul>"
        f"</div><h2>Comments</h2>{said}<div><a href='/user/login'>Login</a> or <a "
        f"href='/user/register'>register</a> to "
        f"post comments</div><div>{NAME} is kept by its readers. Powered by the Hurdy-Gurdy 5.2</div></body></html>"
    )


def weblog(at: Setting) -> str:
    """Return the page as a weblog: when it was posted below the text, and a column with what was said lately."""
    piece = at.piece
    rng = Random(f"weblog {piece.number}")
    by = f"<p class=a>{piece.byline}</p>" if piece.byline else ""
    kicker = f"<h4>{at.kicker}</h4>" if at.kicker else ""
    bio = f"<p><em>{at.bio}</em></p>" if at.bio else ""
    lately = "".join(
        f"<li>{rng.choice(PEOPLE)} on {at.link(other)}: {html.escape(words.clause(rng), quote=False)}...</li>"
        for other in rng.sample(at.issue, 3)
    )
    months = "".join(
        f"<li><a href='/{piece.year - 1}/{n:02}/'>{m}</a> ({rng.randint(2, 19)})</li>" for n, m in _MONTHS
    )
    return (
        f"<html><head><title>{NAME}: {at.title}</title></head><body><h1><a href='/'>{NAME}</a></h1><p>Notes on lamps, "
        f"clocks and other slow machines</p><div><h2>{rng.randint(1, 28)} "
        f"{piece.month}</h2>{kicker}<h3>{at.title}</h3>{by}"
        f"{tagged(piece.parts, heading='h4')}{bio}<p class=p>Posted at {rng.randint(1, 12)}:{rng.randint(10, 59)} | "
        f"<a href='#'>Permalink</a> | <a href='#c'>Comments ({rng.randint(0, 9)})</a> | <a href='#t'>TrackBack</a>"
        f"</p></div>"
        f"<div><h5>About</h5><p>{NAME} began as a sheet of paper in a shop window and is now this.</p><h5>Lately</h5>"
        f"<ul>{lately}</ul><h5>Months</h5><ul>{months}</ul><h5>Elsewhere</h5><ul><li><a "
        f"href='http://kettle.example/'>The "
        f"Kettle</a></li><li><a href='http://cog.example/'>Cog and Sprocket</a></li></ul><p>Syndicate this site "
        f"(XML)</p>"
        "</div></body></html>"
    )


_MONTHS = ((1, "January"), (2, "February"), (3, "March"), (4, "April"), (5, "May"))
_WARES = (
    (
        "Olives from Serra's",
        "A tin of the small black ones is worth a detour, and the shop is open on Sundays.",
    ),
    (
        "Lindqvist Wax",
        "For floors, boats and moustaches. Ask your ironmonger, and if he has none ask another.",
    ),
    ("Night School", "Learn to read a vernier in six evenings. The fee buys the coal, you bring the candle."),
)


def advertised(at: Setting) -> str:
    """Return the page with an advertisement and a pulled quotation in the middle of the text."""
    piece = at.piece
    rng = Random(f"advertised {piece.number}")
    half = max(1, len(piece.parts) // 2)
    by = f"<div><strong>{piece.byline}</strong></div>" if piece.byline else ""
    kicker = f"<div>{at.kicker}</div>" if at.kicker else ""
    bio = f"<p>{at.bio}</p>" if at.bio else ""
    ware, praise = rng.choice(_WARES)
    advertisement = (
        f"<div>Advertisement</div><div><a href='http://ware.example/'>{ware}</a><br>{praise}</div>"
    )
    return (
        f"<html><head><title>{NAME} | {piece.month} | {at.title}</title></head><body><div><img src=/lamp.png "
        f"alt='{NAME}'>"
        f"</div><div><a href='/'>Home</a> <a href='index.html'>{piece.month}</a> <a href='/all'>All issues</a> <a "
        f"href='/shop'>Shop</a></div>{kicker}<h2>{at.title}</h2>{by}{tagged(piece.parts[:half], heading='h3')}"
        f"{advertisement}{tagged(piece.parts[half:], heading='h3')}{bio}<div>Subscribe now and have the Review sent to "
        f"your door, twelve numbers for the price of ten.</div><table><tr><td>&copy; {piece.year} {NAME}</td><td><a "
        f"href='/terms'>Terms</a></td><td><a href='/press'>Press</a></td></tr></table></body></html>"
    )


def wide(at: Setting) -> str:
    """Return the page of the last years: a cookie bar, shares, the author's box, posts like this one, columns below."""
    piece = at.piece
    rng = Random(f"wide {piece.number}")
    by = f"<div class=m>{piece.byline}</div>" if piece.byline else ""
    kicker = f"<span>{at.kicker}</span>" if at.kicker else ""
    bio = f"<aside><p>{at.bio}</p></aside>" if at.bio else ""
    like = "".join(_teaser(at, n) for n in rng.sample(range(len(at.issue)), 3))
    said = "".join(
        f"<li><cite>{rng.choice(PEOPLE)}</cite> says:<div>{rng.randint(1, 28)} {piece.month} at 9:{n}4</div>"
        f"<p>{_said(rng)}"
        f"</p><a href='#r{n}'>Reply</a></li>"
        for n in range(rng.randint(0, 4))
    )
    latest = "".join(f"<li>{at.link(other)}</li>" for other in at.issue[:4])
    return (
        f"<!DOCTYPE html><html lang=en><head><title>{at.title} - {NAME}</title></head><body><div>We use cookies to see "
        f"whether anybody is there. <a href='/privacy'>More</a> <button>Fine</button></div><header><a "
        f"href='/'>{NAME}</a>"
        f"<nav><ul><li><a href='/features'>Features</a></li><li><a href='/columns'>Columns</a></li><li><a "
        f"href='/letters'>"
        f"Letters</a></li></ul></nav></header><main>"
        f"<article>{kicker}<h1>{at.title}</h1>{by}<div>{rng.randint(3, 20)} min "
        f"read</div>{tagged(piece.parts)}{bio}</article><div><a href='#f'>Share on Facebook</a> <a "
        f"href='#t'>Tweet</a> <a "
        f"href='#m'>Mail</a></div><section><h3>You may also like</h3>{like}</section><section><h3>{rng.randint(0, 9)} "
        f"thoughts on &ldquo;{at.title}&rdquo;</h3><ol>{said}</ol><h3>Leave a Reply</h3><p>Your address will not be "
        f"shown.</p></section></main><footer><div><h4>The Review</h4><p>Four people, one lamp and a kettle, since 1996."
        f"</p></div><div><h4>Latest</h4><ul>{latest}</ul></div><div><h4>Sections</h4><ul><li><a href='/f'>Features</a>"
        f"</li><li><a href='/c'>Columns</a></li></ul></div><p>{NAME} {piece.year}</p></footer></body></html>"
    )
