"""A designer's page: drop caps, emphasis and links inside the text, two columns, bare numbers in the index."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crawler.replica import assets
from crawler.replica.layout import Addresses, Layout
from crawler.replica.markup import COUNTER_HREF, attr, counter_words, esc, link, partner_links, text_blocks

if TYPE_CHECKING:
    from crawler.replica.magazine import Rate
    from crawler.replica.sheet import Sheet

_EMPHASISED = (
    "Almaty",
    "Astana",
    "Atyrau",
    "the National Bank",
    "KAZAKHSTAN International Business Magazine",
)


def draw(sheet: Sheet) -> str:
    """Return the page."""
    return f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN">
<html><head><title>KAZAKHSTAN: {esc(sheet.head_title)}</title>
<meta http-equiv="content-type" content="text/html; charset=utf-8" />
<style type="text/css">@import "/css/main.css";
.cap {{ font-size: 300% }} #bg {{ background: url(/img/bg.gif) }}</style>
</head><body><a name="top"></a>
<marquee>{" ".join(_rate(rate) for rate in sheet.ticker)}</marquee>
<div><a href="{attr(sheet.home)}"><img src="/img/logo.gif" alt="" /></a>
<img src="/img/rule.gif" alt="" width="1" /></div>
{_top(sheet)}
{_columns(sheet)}
<p><a href="#top">Top</a></p>
{_contents(sheet)}
{_index(sheet)}
<p><a href="{COUNTER_HREF}"><span>{counter_words(split=sheet.split_counter, br="</span><br /><span>")}</span></a></p>
<table><tr>{"".join(f"<td>{partner}</td>" for partner in partner_links())}</tr></table>
</body></html>
"""


def _rate(rate: Rate) -> str:
    return f"<b>{rate.pair}</b>&nbsp;{rate.rate}&nbsp; {rate.change or ''}"


def _top(sheet: Sheet) -> str:
    lines = [f"<div>&nbsp; <i>{esc(sheet.masthead)}</i></div>"] if sheet.masthead else []
    lines += [f"<div><tt>{esc(text)}</tt></div>" for text in sheet.labels]
    if sheet.title:
        lines += [f"<div>{esc(sheet.title)}</div>"] * (sheet.printed_titles - 1)
        lines += [f"<div><tt>{esc(sheet.label)}</tt></div>"] if sheet.label else []
        first, _, rest = sheet.title.partition(" ")
        lines.append(f"<h1><big>{esc(first)}</big> {esc(rest)}</h1>")
    return "\n".join([*lines, *(f"<div><em>{esc(line)}</em></div>" for line in sheet.above)])


def _columns(sheet: Sheet) -> str:
    """Return the text in two columns side by side, read one after the other."""
    half = (len(sheet.blocks) + 1) // 2
    below = "".join(f"<p><em>{esc(line)}</em></p>" for line in sheet.below)
    left, right = (
        text_blocks(
            part,
            paragraph=lambda text: f"<p>{_adorned(text)}</p>",
            heading=lambda text: f"<p><b><font color='#900'>{text}</font></b></p>",
            quote=lambda text: f"<blockquote><p>{_adorned(text)}</p></blockquote>",
        )
        for part in (sheet.blocks[:half], sheet.blocks[half:])
    )
    return f'<table width="100%"><tr valign="top"><td>{left}</td><td>{right}{below}</td></tr></table>'


def _adorned(text: str) -> str:
    """Return a paragraph with its first letter big and some of its words in bold or linked."""
    for at, name in enumerate(_EMPHASISED):
        shown = (
            f"<b>{name}</b>" if at % 2 else f'<a href="http://{name.lower().split()[-1]}.example/">{name}</a>'
        )
        text = text.replace(f" {name} ", f" {shown} ", 1)
    if text[0].isalpha() and text[0].isascii():
        return f'<span class="cap">{text[0]}</span>{text[1:]}'
    return text


def _contents(sheet: Sheet) -> str:
    if not sheet.contents:
        return ""
    lines = [f"<li>{link(e.href, e.title)}<br />{esc(', '.join(e.authors))}</li>" for e in sheet.contents]
    return f"<p><b>{sheet.contents_heading}</b></p><ul>\n" + "\n".join(lines) + "\n</ul>"


def _index(sheet: Sheet) -> str:
    rows = []
    for year in sheet.index:
        numbers = " | ".join(link(href, label.removeprefix("№")) for label, href in year.issues)
        rows.append(f"<p><b>{year.year}</b> {numbers}</p>")
    return "\n".join(rows)


LAYOUT = Layout(
    name="ornate",
    addresses=Addresses(
        home="/index.jsp",
        issue="/issue.jsp?y={year}&n={number}",
        article="/read.jsp?y={year}&n={number}&text={article}",
        news="/brief.jsp?text={article}",
        news_list="/brief.jsp",
    ),
    issue_link="list",
    encoding="utf-8",
    content_type="text/html",
    draw=draw,
    assets=assets.usual(),
    ticker="negative",
    printed_titles=(2, 1),
    labels=(None, "ARCHIVE"),
    split_counter_every=3,
)
