"""A left column with the issue index before the text, the ticker a piece a cell; windows-1251 by meta alone."""

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
    text_blocks,
)

if TYPE_CHECKING:
    from crawler.replica.sheet import Sheet


def draw(sheet: Sheet) -> str:
    """Return the page."""
    return f"""<html>
<head>
<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">
<title>{esc(sheet.head_title)} - KAZAKHSTAN International Business Magazine</title>
<link href="/css/main.css" rel="stylesheet" type="text/css">
</head>
<body leftmargin="0" topmargin="0">
<table width="100%" border="0" cellspacing="0" cellpadding="6">
<tr valign="top">
<td width="180" bgcolor="#e8eef4">
<a href="{attr(sheet.home)}">
<img src="/img/logo.gif" srcset="/img/logo-2x.gif 2x" width="160" height="60" border="0" alt=""></a>
{_ticker(sheet)}
{_index(sheet)}
<p class="small"><a href="{COUNTER_HREF}">{counter_words(split=sheet.split_counter)}</a></p>
<p class="small">{"<br>".join(partner_links())}</p>
</td>
<td>
{_text(sheet)}
{_contents(sheet)}
</td>
</tr>
</table>
</body>
</html>
"""


def _ticker(sheet: Sheet) -> str:
    if not sheet.ticker:
        return ""
    rows = [
        f"<tr><td>{rate.pair}</td><td>{rate.rate}</td><td>{rate.change or '&nbsp;'}</td></tr>"
        for rate in sheet.ticker
    ]
    return '<table border="0" class="small">\n' + "\n".join(rows) + "\n</table>"


def _index(sheet: Sheet) -> str:
    rows = []
    for year in sheet.index:
        cells = "".join(f"<td>{link(href, label)}</td>" for label, href in year.issues)
        rows.append(f"<tr><td>{year.year}</td>{cells}</tr>")
    return '<table border="0" class="small">\n' + "\n".join(rows) + "\n</table>"


def _text(sheet: Sheet) -> str:
    lines = [f"<p>&nbsp;&nbsp;{esc(sheet.masthead)}</p>"] if sheet.masthead else []
    lines += [f"<p>{esc(text)}</p>" for text in sheet.labels]
    if sheet.title:
        lines += [f"<p>&nbsp;{esc(sheet.title)}</p>"] * (sheet.printed_titles - 1)
        lines += [f"<p>{esc(sheet.label)}</p>"] if sheet.label else []
        lines.append(f'<p class="head"><strong>{esc(sheet.title)}</strong></p>')
    lines += [f"<p><strong>{esc(line)}</strong></p>" for line in sheet.above]
    text = text_blocks(
        sheet.blocks,
        paragraph=lambda text: f"<p>{text}</p>",
        heading=lambda text: f"<p>{text}</p>",
        quote=lambda text: f"<blockquote>{text}</blockquote>",
    )
    lines += [text.replace("</p>\n<p>", "</p>\n\n<p>"), *(f"<p>{esc(line)}</p>" for line in sheet.below)]
    return "\n".join(lines)


def _contents(sheet: Sheet) -> str:
    if not sheet.contents:
        return ""
    rows = [
        f"<p>{link(e.href, e.title)}<br>\n<em>{esc(', '.join(e.authors))}</em></p>"
        if e.authors
        else f"<p>{link(e.href, e.title)}</p>"
        for e in sheet.contents
    ]
    return f"<hr>\n<p><strong>{sheet.contents_heading}</strong></p>\n" + "\n".join(rows)


LAYOUT = Layout(
    name="sidebar",
    addresses=Addresses(
        home="/default.asp",
        issue="/journal.asp?jid={issue}",
        article="/show.asp?aid={article}&jid={issue}",
        news="/news.asp?nid={article}",
        news_list="/news.asp",
    ),
    issue_link="list",
    encoding="cp1251",
    content_type="text/html",
    draw=draw,
    assets=assets.usual(),
    ticker="three pairs",
    printed_titles=(2, 1),
    split_counter_every=5,
    session="sid",
)
