"""Text typed into a pre with lines cut at 72 columns and an empty line between paragraphs; koi8-r by meta."""

from __future__ import annotations

import html
import textwrap
from typing import TYPE_CHECKING

from crawler.replica import assets
from crawler.replica.layout import Addresses, Layout
from crawler.replica.layouts.dump import lines
from crawler.replica.markup import esc, text_blocks

if TYPE_CHECKING:
    from crawler.replica.sheet import Sheet

_COLUMNS = 72


def draw(sheet: Sheet) -> str:
    """Return the page."""
    return (
        '<html><head><meta http-equiv="Content-Type" content="text/html; charset=koi8-r">'
        f"<title>{esc(sheet.head_title)}</title></head><body><pre>"
        + "\n".join(lines(sheet, text=_text(sheet)))
        + "</pre></body></html>\n"
    )


def _text(sheet: Sheet) -> list[str]:
    text = text_blocks(sheet.blocks, paragraph=str, heading=str)
    typed: list[str] = []
    for block in [*map(esc, sheet.above), *text.split("\n"), *map(esc, sheet.below)]:
        cut = textwrap.wrap(html.unescape(block), _COLUMNS, break_on_hyphens=False, break_long_words=False)
        typed += [*map(esc, cut), ""]
    return typed


LAYOUT = Layout(
    name="teletype",
    addresses=Addresses(
        home="/txt/",
        issue="/txt/{year}/{number}.htm",
        article="/txt/{year}/{article}.htm",
        news="/txt/news{article}.htm",
        news_list="/txt/news.htm",
    ),
    issue_link="list",
    encoding="koi8-r",
    content_type="text/html",
    draw=draw,
    assets={"/favicon.ico": assets.icon()},
    keeps=frozenset(),
    ticker="one decimal",
    printed_titles=(1,),
)
