"""A word processor's export: wrapped source lines, empty paragraphs, foreign tags, conditional comments; UTF-16."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from crawler.replica import assets
from crawler.replica.layout import Addresses, Layout
from crawler.replica.markup import NBSP, counter_words, esc, link, partner_links, rate_line, text_blocks

if TYPE_CHECKING:
    from crawler.replica.sheet import Sheet

_EMPTY = "<p class=MsoNormal><![if !supportEmptyParas]>&nbsp;<![endif]><o:p></o:p></p>"


def draw(sheet: Sheet) -> str:
    """Return the page, with a byte order mark before it."""
    lines = [_paragraph(rate_line(rate)) for rate in sheet.ticker]
    lines += [_paragraph(f"{NBSP}{NBSP}{esc(sheet.masthead)}")] if sheet.masthead else []
    lines += [_paragraph(esc(text)) for text in sheet.labels]
    if sheet.title:
        lines += [_paragraph(f"{NBSP}{esc(sheet.title)}")] * (sheet.printed_titles - 1)
        lines += [_paragraph(esc(sheet.label))] if sheet.label else []
        lines += [f"<h1 style='mso-line-height-rule:exactly'>{_run(esc(sheet.title))}</h1>", _EMPTY]
    lines += [_paragraph(f"<i>{esc(line)}</i>") for line in sheet.above]
    lines.append(
        text_blocks(
            sheet.blocks,
            paragraph=_paragraph,
            heading=lambda text: f"{_EMPTY}\n{_paragraph(f'<b>{text}</b>')}",
        )
    )
    lines += [_paragraph(f"<i>{esc(line)}</i>") for line in sheet.below]
    if sheet.contents:
        lines += [_EMPTY, _paragraph(f"<b>{sheet.contents_heading}</b>")]
        lines += [
            _paragraph(f"{link(e.href, e.title)}{NBSP} {esc(', '.join(e.authors))}") for e in sheet.contents
        ]
    for year in sheet.index:
        numbers = f"{NBSP} ".join(link(href, label) for label, href in year.issues)
        lines.append(
            _paragraph(f"<span style='font-family:Symbol'>&middot;</span>{NBSP}{year.year} {numbers}")
        )
    lines += [
        _EMPTY,
        _paragraph(counter_words(split=sheet.split_counter)),
        _paragraph(f"{NBSP} ".join(partner_links())),
    ]
    body = "\n".join(lines)
    return f"""\ufeff<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:st1="urn:smarttags">
<head><meta http-equiv=Content-Type content="text/html; charset=unicode"><title>{esc(sheet.head_title)}</title>
<!--[if gte mso 9]><xml><o:Document><o:Template>Normal</o:Template></o:Document></xml><![endif]-->
<style><!-- p.MsoNormal {{ margin: 0cm; background: url(/img/paper.gif) }} --></style></head>
<body lang=EN-GB link=blue><div class=Section1>
{body}
</div></body></html>
"""


def _paragraph(text: str) -> str:
    return f"<p class=MsoNormal style='text-align:justify'>{_run(text)}</p>"


def _run(text: str) -> str:
    """Return a run of text as exported: source lines wrapped at blanks, a place marked as such."""
    wrapped = (
        "\n".join(textwrap.wrap(text, 76, break_long_words=False, break_on_hyphens=False))
        if "<" not in text
        else text
    )
    marked = wrapped.replace("Almaty", "<st1:place w:st='on'>Almaty</st1:place>")
    return f"<span lang=EN-GB style='mso-ansi-language:EN-GB'>{marked}<o:p></o:p></span>"


LAYOUT = Layout(
    name="exported",
    addresses=Addresses(
        home="/Journal.files/index.htm",
        issue="/Journal.files/No%20{number},%20{year}.htm",
        article="/Journal.files/{year}/text%20{article}.htm",
        news="/Journal.files/news%20{article}.htm",
        news_list="/Journal.files/news.htm",
    ),
    issue_link="list",
    encoding="utf-16-le",
    content_type="text/html",
    draw=draw,
    assets={"/img/paper.gif": assets.gif("paper")},
    keeps=frozenset({"table"}),
    ticker="one decimal",
    printed_titles=(2, 1),
)
