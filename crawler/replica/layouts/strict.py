"""XHTML 1.0 Strict, served as text/html, utf-8 with an XML declaration; folders for addresses, relative links."""

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
    table,
    text_blocks,
)

if TYPE_CHECKING:
    from crawler.replica.magazine import Rate
    from crawler.replica.sheet import Sheet


def draw(sheet: Sheet) -> str:
    """Return the page."""
    return f"""<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="{sheet.language}" lang="{sheet.language}">
<head>
  <title>{esc(sheet.head_title)}</title>
  <link rel="stylesheet" type="text/css" href="/css/main.css" media="screen" />
  <link rel="icon" href="/favicon.ico" type="image/x-icon" />
  <script type="text/javascript" src="/js/site.js">//<![CDATA[
  //]]></script>
</head>
<body>
<div id="top">
  <p><a href="{attr(sheet.home)}"><img src="/img/logo.gif" alt="" width="1" height="1" /></a></p>
{_ticker(sheet)}
</div>
<div id="main">
{_top(sheet)}
{_text(sheet)}
</div>
<div id="foot">
{_contents(sheet)}
{_index(sheet)}
  <p><a href="{COUNTER_HREF}">{counter_words(split=sheet.split_counter, br="<br />")}</a></p>
  <p>{" &#160; ".join(partner_links())}</p>
</div>
</body>
</html>
"""


def _ticker(sheet: Sheet) -> str:
    return "\n".join(f"  <p>{_rate(rate)}</p>" for rate in sheet.ticker)


def _rate(rate: Rate) -> str:
    return f"<strong>{rate.pair}</strong> {rate.rate}&#160; {rate.change or ''}"


def _top(sheet: Sheet) -> str:
    lines = [f"<h1>{esc(sheet.masthead)}</h1>"] if sheet.masthead else []
    lines += [f"<p>{esc(text)}</p>" for text in sheet.labels]
    if sheet.title:
        lines.append(f"<h2>{esc(sheet.title)}</h2>")
    if sheet.title and sheet.label:
        lines.append(f"<p>{esc(sheet.label)}</p>")
    if sheet.title and sheet.printed_titles == 2:
        lines.append(f"<h3>{esc(sheet.title)}</h3>")
    lines += [f"<p><em>{esc(line)}</em></p>" for line in sheet.above]
    return "\n".join(lines)


def _text(sheet: Sheet) -> str:
    text = text_blocks(
        sheet.blocks,
        paragraph=lambda text: f"<p>{text}</p>",
        heading=lambda text: f"<h4>{text}</h4>",
        quote=lambda text: f"<blockquote>\n<p>{text}</p>\n</blockquote>",
        grid=lambda block: table(block, opening='<table border="1">'),
    )
    return text + "".join(f"\n<p><em>{esc(line)}</em></p>" for line in sheet.below)


def _contents(sheet: Sheet) -> str:
    if not sheet.contents:
        return ""
    lines = [f"<li>{link(e.href, e.title)}&#160; {esc(', '.join(e.authors))}</li>" for e in sheet.contents]
    return f"<h4>{sheet.contents_heading}</h4>\n<ol>\n" + "\n".join(lines) + "\n</ol>"


def _index(sheet: Sheet) -> str:
    years = []
    for year in sheet.index:
        links = "&#160; ".join(link(href, label) for label, href in year.issues)
        years.append(f"<li>{year.year} {links}</li>")
    return "<ul>\n" + "\n".join(years) + "\n</ul>" if years else ""


LAYOUT = Layout(
    name="strict",
    addresses=Addresses(
        home="/magazine/",
        issue="/magazine/{year}/{number}/",
        article="/magazine/{year}/{number}/{article}/",
        news="/magazine/news/{article}/",
        news_list="/magazine/news/",
    ),
    issue_link="list",
    encoding="utf-8",
    content_type="text/html",
    draw=draw,
    assets=assets.usual(),
    ticker="one decimal",
    printed_titles=(1, 2),
    labels=(None, "ARCHIVE"),
    contents_on_articles=False,
    links="relative",
)
