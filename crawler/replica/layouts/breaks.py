"""No element but br, b and a: the text runs on, two breaks a paragraph; koi8-r with character references."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crawler.replica import assets
from crawler.replica.layout import Addresses, Layout
from crawler.replica.markup import NBSP, counter_words, esc, link, partner_links, rate_line, text_blocks

if TYPE_CHECKING:
    from crawler.replica.sheet import Sheet


def draw(sheet: Sheet) -> str:
    """Return the page."""
    lines = [rate_line(rate) for rate in sheet.ticker]
    if sheet.masthead:
        lines.append(f"{NBSP}{esc(sheet.masthead)}")
    lines += [esc(text) for text in sheet.labels]
    if sheet.title:
        lines += [f"{NBSP}{esc(sheet.title)}"] * (sheet.printed_titles - 1)
        lines += [esc(sheet.label)] if sheet.label else []
        lines.append(f"<b>{esc(sheet.title)}</b>")
    lines += [f"<br>{esc(line)}" for line in sheet.above]
    text = text_blocks(
        sheet.blocks, paragraph=lambda text: f"<br>{text}", heading=lambda text: f"<br><b>{text}</b>"
    )
    lines.append(text.replace("\n", "<br>\n"))
    lines += [f"<br>{esc(line)}" for line in sheet.below]
    lines.append(NBSP)
    if sheet.contents:
        lines.append(f"<b>{sheet.contents_heading}</b>")
        lines += [f"{link(e.href, e.title)} {NBSP} {esc(', '.join(e.authors))}" for e in sheet.contents]
        lines.append(NBSP)
    for year in sheet.index:
        lines.append(
            f"&middot; {year.year} " + f" {NBSP}".join(link(href, label) for label, href in year.issues)
        )
    lines += [NBSP, counter_words(split=sheet.split_counter), NBSP]
    lines.append(f"{NBSP} " + f" {NBSP} {NBSP} ".join(partner_links()))
    return (
        f'<html><head><meta http-equiv=Content-Type content="text/html; charset=koi8-r"><title>{esc(sheet.head_title)}'
        '</title></head><body><img src="/img/logo.gif"><br>\n' + "<br>\n".join(lines) + "\n</body></html>\n"
    )


LAYOUT = Layout(
    name="breaks",
    addresses=Addresses(
        home="/index.htm",
        issue="/jump.cgi?n={issue}",
        article="/text/{article}.htm",
        news="/news/{article}.htm",
        news_list="/news/index.htm",
    ),
    issue_link="redirect",
    encoding="koi8-r",
    content_type="text/html; charset=koi8-r",
    draw=draw,
    assets={"/img/logo.gif": assets.gif("logo of breaks")},
    keeps=frozenset(),
    ticker="plain",
    printed_titles=(2, 2, 1),
    labels=(None, None, "ARCHIVE"),
    masthead_absent_every=9,
    split_counter_every=3,
)
