"""Windows-1251 bytes that the server calls ISO-8859-1 and the page nothing; section, dl and span by turns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crawler.replica import assets
from crawler.replica.layout import Addresses, Layout
from crawler.replica.markup import (
    COUNTER_HREF,
    attr,
    counter_words,
    esc,
    link,
    partner_links,
    rate_line,
    text_blocks,
)

if TYPE_CHECKING:
    from crawler.replica.sheet import Sheet


def draw(sheet: Sheet) -> str:
    """Return the page."""
    return f"""<html><head><title>{esc(sheet.head_title)}</title>
<link rel="stylesheet" href="/css/main.css"></head>
<body background="/img/bg.gif">
<p align="center"><a href="{attr(sheet.home)}">KAZAKHSTAN International Business Magazine</a></p>
{"".join(f"<div>{rate_line(rate)}</div>" for rate in sheet.ticker)}
{_text(sheet)}
{_contents(sheet)}
<div><select onchange="go(this)">{_options(sheet)}</select></div>
{_index(sheet)}
<p><a href="{COUNTER_HREF}">{counter_words(split=sheet.split_counter)}</a></p>
<p>{" | ".join(partner_links())}</p>
</body></html>
"""


def _text(sheet: Sheet) -> str:
    lines = [f"<div>&nbsp;{esc(sheet.masthead)}</div>"] if sheet.masthead else []
    lines += [f"<div>{esc(text)}</div>" for text in sheet.labels]
    if sheet.title:
        lines += [f"<div>{esc(sheet.title)}</div>"] * (sheet.printed_titles - 1)
        lines += [f"<div>{esc(sheet.label)}</div>"] if sheet.label else []
        lines.append(f"<h2>{esc(sheet.title)}</h2>")
    lines += [f"<div>{esc(line)}</div>" for line in sheet.above]
    text = text_blocks(
        sheet.blocks,
        paragraph=lambda text: f"<p>{text}</p>\n<p> </p>",
        heading=lambda text: f"<p><span style='font-weight: bold'><strong>{text}</strong></span></p>",
        quote=lambda text: f"<blockquote>{text}</blockquote>",
    )
    return "\n".join([*lines, text, *(f"<p>{esc(line)}</p>" for line in sheet.below)])


def _contents(sheet: Sheet) -> str:
    if not sheet.contents:
        return ""
    lines = [
        f"<dt>{link(e.href, e.title)}</dt>" + (f"<dd>{esc(', '.join(e.authors))}</dd>" if e.authors else "")
        for e in sheet.contents
    ]
    return f"<h3>{sheet.contents_heading}</h3>\n<dl>\n" + "\n".join(lines) + "\n</dl>"


def _options(sheet: Sheet) -> str:
    years = [f"<option>{year.year}</option>" for year in sheet.index]
    return "".join(years)


def _index(sheet: Sheet) -> str:
    years = []
    for year in sheet.index:
        links = ", ".join(link(href, label) for label, href in year.issues)
        years.append(f"<div><b>{year.year}:</b> {links}</div>")
    return "\n".join(years)


LAYOUT = Layout(
    name="mislabelled",
    addresses=Addresses(
        home="/cgi-bin/journal.pl",
        issue="/cgi-bin/journal.pl?issue={issue}",
        article="/cgi-bin/journal.pl?issue={issue}&article={article}",
        news="/cgi-bin/news.pl?item={article}",
        news_list="/cgi-bin/news.pl",
    ),
    issue_link="first article",
    encoding="cp1251",
    content_type="text/html; charset=ISO-8859-1",
    draw=draw,
    assets=assets.usual(),
    ticker="negative",
    printed_titles=(1, 2),
    labels=(None, "ARCHIVE"),
    masthead_absent_every=8,
    session="PHPSESSID",
)
