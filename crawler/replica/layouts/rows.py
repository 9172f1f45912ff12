"""One row of a one-column table a paragraph; an issue's link is its first article's own address; two host names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crawler.replica import assets
from crawler.replica.layout import Addresses, Layout
from crawler.replica.markup import (
    COUNTER_HREF,
    NBSP,
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
    cells = [f'<a href="{attr(sheet.home)}"><img src="/img/logo.gif" alt="" border="0"></a>']
    if sheet.ticker:
        cells.append(" | ".join(rate_line(rate) for rate in sheet.ticker))
    cells += [*_top(sheet), *_text(sheet), NBSP]
    if sheet.contents:
        cells.append(f"<b>{sheet.contents_heading}</b>")
        cells += [
            f"{link(e.href, e.title)} {NBSP}{NBSP} <i>{esc(', '.join(e.authors))}</i>" for e in sheet.contents
        ]
    for year in sheet.index:
        numbers = " ".join(link(href, label) for label, href in year.issues)
        cells.append(f"&middot; <b>{year.year}</b> {numbers}")
    cells.append(f'<a href="{COUNTER_HREF}">{counter_words(split=sheet.split_counter)}</a>')
    cells.append(f"{NBSP} ".join(partner_links()))
    drawn = "\n".join(f"<tr><td>{cell}</td></tr>" for cell in cells)
    return f"""<!DOCTYPE html>
<html><head><meta charset="windows-1251">
<title>KAZAKHSTAN International Business Magazine: {esc(sheet.head_title)}</title>
<link rel="stylesheet" href="/css/main.css"></head>
<body><table width="90%">
{drawn}
</table></body></html>
"""


def _top(sheet: Sheet) -> list[str]:
    cells = [f"{NBSP}{NBSP}{esc(sheet.masthead)}"] if sheet.masthead else []
    cells += [esc(text) for text in sheet.labels]
    if sheet.title:
        cells += [f"{NBSP}{esc(sheet.title)}"] * (sheet.printed_titles - 1)
        cells += [esc(sheet.label)] if sheet.label else []
        cells.append(f"<font size=4>{esc(sheet.title)}</font>")
    return [*cells, *(f"<i>{esc(line)}</i>" for line in sheet.above)]


def _text(sheet: Sheet) -> list[str]:
    mark = "\x1e"
    drawn = text_blocks(
        sheet.blocks,
        paragraph=lambda text: f"{text}{mark}",
        heading=lambda text: f"<b>{text}</b>{mark}",
    )
    cells = [cell.strip() for cell in drawn.split(mark) if cell.strip()]
    return [*cells, *(f"<i>{esc(line)}</i>" for line in sheet.below)]


LAYOUT = Layout(
    name="rows",
    addresses=Addresses(
        home="/en/main.html",
        issue="/en/journals/{issue}.html",
        article="/en/journals/{issue}/{article}.html",
        news="/en/articles/{article}.html",
        news_list="/en/articles.html",
    ),
    issue_link="article's own address",
    encoding="cp1251",
    content_type="text/html; charset=windows-1251",
    draw=draw,
    assets=assets.usual(),
    keeps=frozenset(),
    ticker="three pairs",
    printed_titles=(2,),
    labels=(None, None, None, "ARCHIVE"),
    masthead_absent_every=13,
    links="absolute",
)
