"""Tables in tables, font tags and upper-case mark-up, as pages were made about 2000; windows-1251, declared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crawler.replica import assets
from crawler.replica.layout import Addresses, Layout
from crawler.replica.markup import (
    COUNTER_HREF,
    COUNTER_IMAGE,
    NBSP,
    attr,
    counter_words,
    esc,
    link,
    partner_links,
    rate_line,
    table,
    text_blocks,
)

if TYPE_CHECKING:
    from crawler.replica.sheet import Sheet


def draw(sheet: Sheet) -> str:
    """Return the page."""
    return f"""<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 3.2 Final//EN">
<HTML><HEAD><TITLE>KAZAKHSTAN International Business Magazine</TITLE>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=windows-1251">
<LINK REL=stylesheet HREF="/css/main.css" TYPE="text/css"><LINK REL="shortcut icon" HREF="/favicon.ico">
<SCRIPT LANGUAGE="JavaScript" SRC="/js/site.js"></SCRIPT></HEAD>
<BODY BGCOLOR="#FFFFFF" BACKGROUND="/img/bg.gif" TEXT=black>
<TABLE WIDTH="760" BORDER=0 ALIGN=center>
<TR><TD>
<TABLE WIDTH="100%"><TR><TD WIDTH=50%>
<A HREF="{attr(sheet.home)}"><IMG SRC="/img/logo.gif" BORDER=0 ALT=""></A></TD>
<TD ALIGN=right><FONT SIZE=1 FACE="Arial">
{"<BR>".join(rate_line(rate) for rate in sheet.ticker)}</FONT></TD></TR></TABLE>
</TD></TR><TR><TD>
<TABLE WIDTH="100%" CELLPADDING=4><TR><TD VALIGN=top><FONT FACE="Times New Roman" SIZE=3>
{_top(sheet)}
{_text(sheet)}
</FONT></TD></TR></TABLE>
</TD></TR><TR><TD><HR NOSHADE SIZE=1>
{_contents(sheet)}
<FONT SIZE=1>{"<BR>".join(_year(year.year, year.issues) for year in sheet.index)}</FONT>
</TD></TR><TR><TD ALIGN=center>
<P><A HREF="{COUNTER_HREF}"><IMG SRC="{COUNTER_IMAGE}" WIDTH=1 HEIGHT=1 BORDER=0></A>{_counter(sheet)}</P>
<P><FONT SIZE=1>{NBSP} {f" {NBSP} ".join(partner_links())}</FONT></P>
</TD></TR></TABLE></BODY></HTML>
"""


def _top(sheet: Sheet) -> str:
    lines = []
    if sheet.masthead:
        lines.append(f"<FONT SIZE=2 COLOR=navy>{NBSP}{NBSP}{esc(sheet.masthead)}</FONT><BR>")
    lines += [f"<FONT SIZE=1>{esc(text)}</FONT><BR>" for text in sheet.labels]
    if sheet.title and sheet.printed_titles == 2:
        lines.append(f"{NBSP}{esc(sheet.title)}<BR>")
        if sheet.label:
            lines.append(f"<FONT SIZE=1>{esc(sheet.label)}</FONT><BR>")
    if sheet.title:
        lines.append(f"<CENTER><FONT SIZE=5><B>{esc(sheet.title)}</B></FONT></CENTER>")
    lines += [f"<P ALIGN=right><I>{esc(text)}</I></P>" for text in sheet.above]
    return "\n".join(lines)


def _text(sheet: Sheet) -> str:
    text = text_blocks(
        sheet.blocks,
        paragraph=lambda text: f"<P ALIGN=justify>{text}</P>",
        heading=lambda text: f"<P><B>{text}</B></P>",
        quote=lambda text: f"<BLOCKQUOTE><I>{text}</I></BLOCKQUOTE>",
        grid=lambda block: table(block, opening="<TABLE BORDER=1 CELLPADDING=2>", head="td"),
    )
    return text + "".join(f"<P ALIGN=right><B><I>{esc(line)}</I></B></P>" for line in sheet.below)


def _contents(sheet: Sheet) -> str:
    if not sheet.contents:
        return ""
    lines = [f"{link(e.href, e.title)}{NBSP} {esc(', '.join(e.authors))}{NBSP}<BR>" for e in sheet.contents]
    return f"<P><B>{sheet.contents_heading}</B></P>\n" + "\n".join(lines) + "<BR>"


def _year(year: int, issues: tuple[tuple[str, str], ...]) -> str:
    return f"&middot;{NBSP}{year} " + f"{NBSP} ".join(link(href, label) for label, href in issues)


def _counter(sheet: Sheet) -> str:
    return f'<A HREF="{COUNTER_HREF}">{counter_words(split=sheet.split_counter)}</A>'


LAYOUT = Layout(
    name="nested",
    addresses=Addresses(
        home="/en/",
        issue="/en/journals/{issue}/",
        article="/en/journals/{issue}/{article}.html",
        news="/en/articles/{article}.html",
        news_list="/en/articles/",
    ),
    issue_link="list",
    encoding="cp1251",
    content_type="text/html; charset=windows-1251",
    draw=draw,
    assets=assets.usual(),
    printed_titles=(2, 2, 1),
    labels=(None, None, "ARCHIVE"),
    masthead_absent_every=11,
    split_counter_every=4,
)
