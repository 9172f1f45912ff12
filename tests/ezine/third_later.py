"""The third magazine's looks by machine: a portal, a content system, a weblog, a publisher with advertisements."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from tests.ezine.third_early import SPONSORS
from tests.ezine.third_flow import Printed, about, mail, names, signed, tagged
from tests.ezine.third_kinds import MONTHS
from tests.ezine.third_matter import NAME
from tests.ezine.third_prose import Prose, quoted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.ezine.third_flow import Spot
    from tests.ezine.third_kinds import Part

_QUOTES = [
    Prose(Random(f"quote {n}")).plain(1, 2) + " — " + Prose(Random(f"quote {n}")).name() for n in range(25)
]
_POLLS = [[Prose(Random(f"poll {n} {k}")).phrase() for k in range(4)] for n in range(7)]


def portal(spot: Spot) -> Printed:
    """Return a portal's page: blocks left and right, a head line with reads, comments whose posters own them."""
    paper, dice = spot.paper, spot.paper.dice
    prose = Prose(dice)
    line = f"{signed(paper, 'Written by')}" + (
        f" (translated by {quoted(paper.translator)})" if paper.translator else ""
    )
    poll = dice.choice(_POLLS)
    left = (
        "<b>Main Menu</b><br><a href='/'>Home</a><br><a href='/archive.html'>Archive</a><br><a "
        f"href='/topics'>Topics</a><br>"
        "<a href='/top'>Top 10</a><br><a href='/submit'>Submit an Article</a><br><b>Login</b>"
        f"<form>Nickname<input>Password"
        f"<input type=password></form>Don't have an account yet? You can <a href='/new'>create one</a>."
        f"<br><b>Who's Online</b><br>There are "
        f"currently, {dice.randint(3, 80)} guest(s) and {dice.randint(0, 9)} member(s) that are online.<br>"
    )
    right = (
        f"<b>Survey</b><br>{quoted(poll[0])}?<br>"
        + "<br>".join(f"<input type=radio>{quoted(one)}" for one in poll[1:])
        + f"<br>[ <a href='/r'>Results</a> | <a href='/p'>Polls</a> ]<br>Votes: {dice.randint(10, 900)}"
        f"<br><b>Random Quote</b><br>"
        f"{dice.choice(_QUOTES)}<br><b>Related Links</b><br>&#183; <a href='/t'>More about {paper.topic}"
        f"</a><br>&#183; <a href='/u'>News by "
        f"{names(paper) or 'the editors'}</a><br><b>Article Rating</b><br>Average "
        f"Score: {dice.randint(1, 4)}.{dice.randint(0, 9)}<br>Votes: "
        f"{dice.randint(1, 60)}<br><b>Options</b><br><a href='/print'>Printer Friendly Page</a>"
    )
    comments = "".join(
        f"<tr><td><b>Re: {spot.title}</b> (Score: {dice.randint(0, 5)})<br>by <a "
        f"href='/u'>{prose.noun()}{dice.randint(1, 99)}</a> on "
        f"{paper.month} {dice.randint(1, 28)}, {paper.year}<br>{prose.paragraph(1, 4)}<br>[ <a "
        f"href='/re'>Reply to This</a> ]</td></tr>"
        for _ in range(dice.choice((0, 0, 1, 2, 4)))
    )
    page = (
        f"<html><head><title>{NAME} - {spot.title}</title></head><body><table><tr><td><a href='/'><img "
        f"alt='Welcome to {NAME}' src='l.gif'></a>"
        f"</td><td>Search <input></td></tr></table><table><tr><td>{left}</td><td>"
        f"<b>{quoted(paper.column or paper.topic)}: {spot.title}</b><br>"
        f"Posted on {paper.month} {dice.randint(1, 28)}, {paper.year} ({dice.randint(90, 9000)} reads)<br>"
        + (f"<i>{line}</i><br>" if line else "")
        + f"<br>{tagged(paper.parts, heading='h4', figure='div')}"
        + (f"<p><i>{paper.bio}</i></p>" if paper.bio else "")
        + f"<p><b>Talkback:</b> <a href='/talk'>discuss this article</a></p></td><td>{right}</td></tr>"
        f"</table><table>"
        f"<tr><td>{dice.randint(0, 20)} comments | <a href='/c'>Post Comment</a><br>The comments are "
        f"owned by the poster. We aren't responsible "
        f"for their content.</td></tr>{comments}</table><center>All logos and trademarks in this site "
        f"are property of their respective owner. "
        f"The rest © {paper.year} by us.<br>Page Generation: 0.{dice.randint(10, 99)} Seconds</center>"
        f"</body></html>"
    )
    return Printed(page=page, byline=line, extra=(paper.bio,) if paper.bio else ())


def node(spot: Spot) -> Printed:
    """Return a content system's page: who submitted it and when, tags, a book's links, boxes of all kinds."""
    paper, dice = spot.paper, spot.paper.dice
    prose = Prose(dice)
    who = names(paper) or "editor"
    day = "Mon Tue Wed Thu Fri".split()[dice.randint(0, 4)]
    line = (
        f"Submitted by {who} on {day}, {paper.year}-{paper.issue % 12 + 1:02}-{dice.randint(1, 28):02} "
        f"{dice.randint(10, 23)}:{dice.randint(10, 59)}"
    )
    second = f"<p>Translated by {quoted(paper.translator)}</p>" if paper.translator else ""
    tags = " ".join(f"<li><a href='/tag/{t}'>{t}</a></li>" for t in (paper.topic, prose.noun(), prose.noun()))
    comments = "".join(
        f"<div><h3><a href='#c'>{quoted(prose.phrase())}</a></h3><span>{prose.name()} (not verified) "
        f"| {dice.randint(1, 28)} {paper.month} "
        f"{paper.year}</span><p>{prose.paragraph(1, 4)}</p><ul><li><a href='/r'>reply</a></li></ul></div>"
        for _ in range(dice.choice((0, 0, 0, 1, 3)))
    )
    box = f"<div class=author-box><h4>About the author</h4><p>{about(paper)}</p></div>" if paper.bio else ""
    page = (
        f"<html><head><title>{spot.title} | {NAME}</title></head><body><div><a href='#m'>Jump to "
        f"navigation</a></div><div><a href='/'>{NAME}</a>"
        f"<div>The sky from behind the shed</div></div><ul><li><a href='/'>Home</a></li><li><a "
        f"href='/issues'>Issues</a></li><li><a href='/forum'>Forum"
        f"</a></li><li><a href='/about'>About</a></li></ul><div><a href='/'>Home</a> » <a "
        f"href='{spot.contents}'>Issue {paper.issue}</a></div>"
        f"<h1>{spot.title}</h1><div class=submitted>{line}</div>{second}"
        + (
            f"<div class=field><div>Column:</div><div><a href='/col'>{quoted(paper.column)}</a></div></div>"
            if paper.column
            else ""
        )
        + f"<div class=content>{tagged(paper.parts)}</div>{box}<ul>{tags}</ul><div "
        f"class=book>{spot.link(spot.before, f'‹ {quoted(spot.before.title)}') if spot.before else ''} "
        f"<a href='{spot.contents}'>up"
        f"</a> {spot.link(spot.behind, f'{quoted(spot.behind.title)} ›') if spot.behind else ''}</div>"
        f"<ul><li><a href='/login'>Login</a> or <a href='/reg'>register</a> to post comments</li>"
        f"<li>{dice.randint(100, 9999)} reads</li></ul>"
        + (f"<h2>Comments</h2>{comments}" if comments else "")
        + "<div><h2>Mailing list</h2><p>Leave your address, and a card comes when the next issue is out. "
        "We give it to nobody.</p><form><label>E-mail: "
        "</label><input><input type=submit value=Subscribe></form></div><div><h2>Recent comments</h2><ul>"
        + "".join(
            f"<li><a href='/c'>{quoted(prose.phrase())}</a> {dice.randint(1, 50)} weeks ago</li>"
            for _ in range(4)
        )
        + "</ul></div><div>Unless it says otherwise, all here may be copied under the Open Sky Licence."
        "</div></body></html>"
    )
    return Printed(
        page=page,
        byline=(line if paper.authors else "")
        + (f" Translated by {paper.translator}" if paper.translator else ""),
    )


def weblog(spot: Spot) -> Printed:
    """Return a weblog's page: share bars, tags, neighbours, other posts, comments, months, cookies."""
    paper, dice = spot.paper, spot.paper.dice
    prose = Prose(dice)
    count = dice.choice((0, 1, 2, 5))
    line = f"{signed(paper, 'By')}" + (
        f", translated by {quoted(paper.translator)}" if paper.translator else ""
    )
    share = (
        "<ul><li><a href='/f'>Share</a></li><li><a href='/t'>Tweet</a></li><li><a href='/p'>Pin it"
        "</a></li><li><a href='/m'>Email</a></li></ul>"
    )
    comments = "".join(
        f"<li><cite>{prose.name()}</cite> <span>says:</span><div><a "
        f"href='#c'>{paper.month} {dice.randint(1, 28)}, {paper.year} at {dice.randint(1, 12)}:"
        f"{dice.randint(10, 59)} {dice.choice(('am', 'pm'))}</a></div><p>{prose.paragraph(1, 5)}</p><div>"
        f"<a href='#r'>Reply</a></div></li>"
        for _ in range(count)
    )
    months = "".join(
        f"<li><a href='/m'>{MONTHS[(paper.issue - n) % 12]} {(paper.issue - n) // 12 + 1996}</a></li>"
        for n in range(1, 9)
    )
    meta = " | ".join(
        [
            *([f"<span>{line}</span>"] if line else []),
            f"{paper.month} {dice.randint(1, 28)}, {paper.year}",
            f"<a href='#c'>{count} Comments</a>",
        ]
    )
    picked = dice.sample(list(spot.earlier), min(3, len(spot.earlier)))
    also = "".join(f"<li>{spot.link(one)} <small>{one.month} {one.year}</small></li>" for one in picked)
    cats = ", ".join(f"<a href='/c/{t}'>{t}</a>" for t in (paper.topic, quoted(paper.column or "Articles")))
    tags = ", ".join(f"<a href='/t/{t}'>{t}</a>" for t in (prose.noun(), prose.noun(), prose.noun()))
    by_box = (
        f"<div class=authorbox><h3>About {names(paper)}</h3><p>{paper.bio}</p></div>" if paper.bio else ""
    )
    page = (
        f"<html><head><title>{spot.title} « {NAME}</title></head><body><div>This site uses cookies. By "
        f"reading on you agree to that. <a href='/ck'>Learn more</a> "
        f"<a href='#'>OK</a></div><header><h1><a href='/'>{NAME}</a></h1><p>The sky from behind the shed"
        f"</p></header><nav><ul><li><a href='/'>Blog</a></li>"
        f"<li><a href='/about.html'>About</a></li><li><a href='/archive.html'>Back issues</a></li></ul>"
        f"</nav><main><article><h2>{spot.title}</h2><div class=meta>{meta}</div>{share}"
        f"{tagged(paper.parts, figure='figure')}<p class=post>Posted in {cats}. Tagged {tags}."
        f"</p>{share}{by_box}"
        + (f"<h4>You might also like</h4><ul>{also}</ul>" if also else "")
        + f"<nav>{spot.link(spot.before, f'← {quoted(spot.before.title)}') if spot.before else ''} "
        f"{spot.link(spot.behind, f'{quoted(spot.behind.title)} →') if spot.behind else ''}</nav>"
        + (f"<h3>{count} Responses to “{spot.title}”</h3><ol>{comments}</ol>" if count else "")
        + "<h3>Leave a Reply</h3><p>Your email address will not be published. Required fields are marked "
        "*</p><form>Name * <input>Email * <input>Website <input>"
        "<input type=submit value='Post Comment'></form></article></main><aside><h3>Search</h3>"
        "<h3>Recent Posts</h3><ul>"
        + "".join(f"<li>{spot.link(one)}</li>" for one in spot.issue[:5])
        + f"</ul><h3>Archives</h3><ul>{months}</ul><h3>Categories</h3><ul><li><a href='/c'>Optics</a> "
        f"({dice.randint(2, 90)})</li><li><a href='/c'>Weather</a> ({dice.randint(2, 90)})</li>"
        "<li><a href='/c'>Workshop</a></li></ul><h3>Meta</h3><ul><li><a href='/l'>Log in</a></li><li><a "
        f"href='/feed'>Entries RSS</a></li></ul></aside>"
        f"<footer>Proudly powered by volunteers. Theme: Nightfall. © {paper.year} {NAME}</footer></body>"
        f"</html>"
    )
    return Printed(page=page, byline=line)


def _with_advertisement(parts: Sequence[Part], dice: Random) -> str:
    """Return parts as elements with a sponsor's line among them."""
    at = max(1, len(parts) // 2)
    advertisement = f"<div class=ad><span>Advertisement</span><p>{dice.choice(SPONSORS)}</p></div>"
    return tagged(parts[:at]) + (advertisement if len(parts) > 4 else "") + tagged(parts[at:])


def trade(spot: Spot) -> Printed:
    """Return a publisher's page: the author's note before the text, advertisements in it, numbers of pages, ratings."""
    paper, dice = spot.paper, spot.paper.dice
    pages = dice.choice((1, 1, 1, 2, 3))
    line = (
        (f"{names(paper)} ({mail(paper.authors[0])})" if len(paper.authors) == 1 else names(paper))
        if paper.authors
        else ""
    )
    if paper.translator:
        line += f" Translation: {quoted(paper.translator)}"
    bio = f"<div class=who><img src='/face.jpg' alt='Photo'><p>{paper.bio}</p></div>" if paper.bio else ""
    more = (
        f"<p>Page 1 of {pages}: "
        + " ".join(["<b>1</b>", *(f"<a href='?p={n}'>{n}</a>" for n in range(2, pages + 1))])
        + " <a href='?p=2'>Next »</a></p>"
    )
    picked = dice.sample(list(spot.earlier), min(4, len(spot.earlier)))
    page = (
        f"<html><head><title>{NAME} » {paper.month} {paper.year} » {spot.title}</title></head><body>"
        f"<div>Advertisement</div><div>{dice.choice(SPONSORS)}</div>"
        f"<div><a href='/'>{NAME}</a></div><div><a href='/news'>News</a> <a href='/reviews'>Reviews</a> "
        f"<a href='/shop'>Shop</a> <a href='/jobs'>Jobs</a> <a href='/sub'>Subscribe</a></div>"
        f"<div class=label>{quoted(paper.column or paper.topic)}</div><div class=headline>{spot.title}</div>"
        + (f"<div class=by>{line}</div>" if line else "")
        + f"<div>{paper.month} {dice.randint(1, 28)}, {paper.year}</div><div><a href='?print'>Print</a> "
        f"<a href='?pdf'>PDF</a> <a href='#d'>Discuss this article ({dice.randint(0, 40)})</a></div>"
        f"{bio}{_with_advertisement(paper.parts, dice)}"
        + (more if pages > 1 else "")
        + f"<div>Rate this article: <a href='?1'>1</a> <a href='?2'>2</a> <a href='?3'>3</a> <a "
        f"href='?4'>4</a> <a href='?5'>5</a> Average: {dice.randint(1, 5)} ({dice.randint(1, 90)} votes)"
        f"</div>"
        f"<div><b>More from this issue</b></div>"
        + "".join(f"<div>{spot.link(one)}</div>" for one in spot.issue if one is not paper)
        + (
            "<div><b>Most read</b></div>" + "".join(f"<div>{spot.link(one)}</div>" for one in picked)
            if picked
            else ""
        )
        + f"<div>Subscribe to our free newsletter: the best of the month, in your mailbox. <a "
        f"href='/sub'>Sign up</a></div><div>Copyright {paper.year} Kirkmere Media Ltd. All rights reserved. "
        f"<a href='/privacy'>Privacy</a> <a href='/terms'>Terms of use</a> <a href='/contact'>Contact</a>"
        f"</div></body></html>"
    )
    return Printed(page=page, byline=line, extra=(paper.bio,) if paper.bio else ())
