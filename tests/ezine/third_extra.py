"""Three more looks of the third magazine, made when what the others showed was mended: quarterly, diary, generator."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.ezine.third_flow import Printed, broken, holder, names, tagged
from tests.ezine.third_matter import NAME
from tests.ezine.third_prose import Prose, quoted

if TYPE_CHECKING:
    from tests.ezine.third_flow import Spot

_SEASONS = "Winter Spring Summer Autumn".split()


def quarterly(spot: Spot) -> Printed:
    """Return a literary page: the season over it, its author below it behind a dash, rights, the way to the others."""
    paper = spot.paper
    season = f"{_SEASONS[paper.issue % 12 // 3]} {paper.year}"
    line = f"— {names(paper)}" if paper.authors else ""
    if paper.translator:
        line += f" (translated by {quoted(paper.translator)})"
    bio = f"<p><small>{paper.bio}</small></p>" if paper.bio else ""
    page = (
        f"<html><head><title>{NAME}: {season}: {spot.title}</title></head><body><center><small>{season}"
        f"</small><br>"
        + (f"<i>{quoted(paper.column)}</i><br>" if paper.column else "")
        + f"<h3>{spot.title}</h3>* * *</center>{tagged(paper.parts, heading='h4')}"
        + (f"<p align=right>{line}</p>" if line else "")
        + f"{bio}<center>* * *<br>This piece © {paper.year} by {holder(paper)}. It may be read aloud "
        f"anywhere.<br>"
        f"<a href='{spot.contents}'>{season} contents</a> ~ {spot.link(spot.before, 'back a page')} ~ "
        f"{spot.link(spot.behind, 'on a page')} ~ <a href='/guidelines'>Guidelines</a></center></body></html>"
    )
    return Printed(page=page, byline=line, extra=(paper.bio,) if paper.bio else ())


def diary(spot: Spot) -> Printed:
    """Return a hosted weblog's page: labels, newer and older, a tree of months, followers, who keeps it."""
    paper, dice = spot.paper, spot.paper.dice
    prose = Prose(dice)
    line = (
        f"Posted by {names(paper)} at {dice.randint(1, 12)}:{dice.randint(10, 59)} PM"
        if paper.authors
        else ""
    )
    count = dice.choice((0, 1, 3))
    comments = "".join(
        f"<dt><a href='/p'>{prose.name()}</a> said...</dt><dd><p>{prose.paragraph(1, 4)}</p></dd>"
        f"<dd>{paper.month} {dice.randint(1, 28)}, {paper.year} "
        f"at {dice.randint(1, 12)}:{dice.randint(10, 59)} AM</dd>"
        for _ in range(count)
    )
    tree = "".join(
        f"<li>► <a href='/{y}/'>{y}</a> ({dice.randint(20, 120)})</li>" for y in range(1997, paper.year)
    )
    months = "".join(f"<li><a href='/m'>{spot.link(one)}</a></li>" for one in spot.issue)
    second = f"<p><i>Translated by {quoted(paper.translator)}</i></p>" if paper.translator else ""
    page = (
        f"<html><head><title>{NAME}: {spot.title}</title></head><body><div><a href='/search'>Search This "
        f"Blog</a></div><h1><a href='/'>"
        f"{NAME}</a></h1><p>The sky from behind the shed, once a month</p>"
        f"<h2>{paper.month} {dice.randint(1, 28)}, {paper.year}</h2>"
        f"<h3>{spot.title}</h3>{second}<div>{broken(paper.parts)}</div>"
        + (f"<div>{paper.bio}</div>" if paper.bio else "")
        + f"<div>{line or f'Posted at {dice.randint(1, 12)}:{dice.randint(10, 59)} PM'}</div>"
        f"<div>Labels: <a href='/l'>{paper.topic}</a>, "
        f"<a href='/l'>{prose.noun()}</a></div><h4>{count} comments:</h4><dl>{comments}</dl><p><a "
        f"href='/c'>Post a Comment</a></p>"
        f"<div>{spot.link(spot.behind, 'Newer Post')} {spot.link(spot.before, 'Older Post')} <a "
        f"href='/'>Home</a></div><div>Subscribe to: "
        f"<a href='/a'>Post Comments (Atom)</a></div><h2>Followers</h2><h2>Blog Archive</h2><ul>{tree}"
        f"<li>▼ <a href='/y'>{paper.year}</a> "
        f"({len(spot.issue)})<ul>{months}</ul></li></ul><h2>About Us</h2><p>A society of people with "
        f"sheds and a view. "
        f"<a href='/profile'>View my complete profile</a></p><div>Simple theme. Powered by Diary.</div>"
        f"</body></html>"
    )
    return Printed(
        page=page,
        byline=line + (f" Translated by {paper.translator}" if paper.translator else ""),
        extra=(paper.bio,) if paper.bio else (),
    )


def generated(spot: Spot) -> Printed:
    """Return a generator's page: a row of facts, what is on the page, neighbours by title, an invitation to mend it."""
    paper, dice = spot.paper, spot.paper.dice
    heads = [str(value) for kind, value in paper.parts if kind == "h"]
    here = "".join(f"<li><a href='#{n}'>{one}</a></li>" for n, one in enumerate(heads))
    minutes = sum(len(text.split()) for text in paper.texts) // 200 + 1
    facts = [f"{paper.year}-{paper.issue % 12 + 1:02}-{dice.randint(1, 28):02}", f"{minutes} min read"]
    line = names(paper) + (f" · translated by {quoted(paper.translator)}" if paper.translator else "")
    line = " · ".join([*([line] if line else []), *facts])
    page = (
        f"<html><head><title>{spot.title} · Issue {paper.issue} · {NAME}</title></head><body><header><a "
        f"href='/'>{NAME}</a><nav><a href='/issues'>"
        f"Issues</a><a href='/authors'>Authors</a><a href='/rss'>RSS</a></nav></header><article>"
        f"<p>Issue {paper.issue} / "
        f"{quoted(paper.column or paper.topic)}</p><h1>{spot.title}</h1><p>{line}</p>"
        + (f"<nav><p>On this page</p><ol>{here}</ol></nav>" if len(heads) > 2 else "")
        + f"{tagged(paper.parts, heading='h2', figure='figure')}"
        + (f"<hr><p><em>{paper.bio}</em></p>" if paper.bio else "")
        + "<p>Found a mistake? <a href='/edit'>Edit this page</a> and send it to us.</p></article><footer><p>"
        + (f"Previous: {spot.link(spot.before)} " if spot.before else "")
        + (f"Next: {spot.link(spot.behind)}" if spot.behind else "")
        + f"</p><p>Text and pictures CC BY 4.0, {NAME} and its authors. Built "
        f"on {dice.randint(1, 28)} {paper.month} {paper.year}.</p></footer></body></html>"
    )
    return Printed(page=page, byline=line if paper.authors else "", extra=(paper.bio,) if paper.bio else ())
