"""Nothing but div and span with classes; utf-8; an issue's link shows its first article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crawler.replica import assets
from crawler.replica.layout import Addresses, Layout
from crawler.replica.markup import COUNTER_HREF, attr, counter_words, esc, link, partner_links, text_blocks

if TYPE_CHECKING:
    from crawler.replica.article import Block
    from crawler.replica.magazine import Rate
    from crawler.replica.sheet import Sheet


def draw(sheet: Sheet) -> str:
    """Return the page."""
    parts = [
        _div("fx", "".join(_rate(rate) for rate in sheet.ticker)) if sheet.ticker else "",
        _div("h-mag", f"&nbsp;{esc(sheet.masthead)}") if sheet.masthead else "",
        "".join(_div("tag", esc(text)) for text in sheet.labels),
        _article(sheet),
        _contents(sheet),
        _div("years", "".join(_year(year.year, year.issues) for year in sheet.index)) if sheet.index else "",
        _div("cnt", f'<a href="{COUNTER_HREF}">{counter_words(split=sheet.split_counter)}</a>'),
        _div("pp", "".join(f"<span>{partner}</span> " for partner in partner_links())),
    ]
    return f"""<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.01//EN" "http://www.w3.org/TR/html4/strict.dtd">
<html lang="{sheet.language}"><head><meta http-equiv="content-type" content="text/html; charset=utf-8">
<title>{esc(sheet.head_title)} | KAZAKHSTAN International Business Magazine</title>
<link rel="stylesheet" type="text/css" href="/css/main.css"><script src="/js/site.js"></script>
<style>@import url("/css/skin.css"); .h-mag {{ background: url(/img/head.gif) }}</style></head>
<body><div id="wrap"><div class="logo">
<a href="{attr(sheet.home)}"><img src="/img/logo.gif" alt="To the first page"></a></div>
{chr(10).join(part for part in parts if part)}
</div></body></html>
"""


def _div(name: str, inner: str) -> str:
    return f'<div class="{name}">{inner}</div>'


def _rate(rate: Rate) -> str:
    change = f' <span class="chg">{rate.change}</span>' if rate.change else ""
    return _div("fx-row", f"<span>{rate.pair}</span> <span>{rate.rate}</span>{change}")


def _article(sheet: Sheet) -> str:
    inner = []
    if sheet.title and sheet.printed_titles == 2:
        inner.append(_div("path", esc(sheet.title)))
    if sheet.title and sheet.label:
        inner.append(_div("tag", esc(sheet.label)))
    if sheet.title:
        inner.append(_div("ttl", esc(sheet.title)))
    inner += [_div("who", esc(line)) for line in sheet.above]
    inner.append(
        text_blocks(
            sheet.blocks,
            paragraph=lambda text: _div("t", text),
            heading=lambda text: _div("sub", text),
            quote=lambda text: f"<blockquote><div>{text}</div></blockquote>",
            listing=_list,
        )
    )
    inner += [_div("who", esc(line)) for line in sheet.below]
    return _div("story", "\n".join(inner))


def _list(block: Block) -> str:
    return '<ul class="l">' + "".join(f"<li><div>{esc(item)}</div></li>" for (item,) in block.rows) + "</ul>"


def _contents(sheet: Sheet) -> str:
    if not sheet.contents:
        return ""
    lines = [
        _div("toc-l", f'{link(e.href, e.title)} <span class="a">{esc(", ".join(e.authors))}</span>')
        for e in sheet.contents
    ]
    return _div("toc", _div("toc-h", sheet.contents_heading) + "\n" + "\n".join(lines))


def _year(year: int, issues: tuple[tuple[str, str], ...]) -> str:
    links = " ".join(f"<span>{link(href, label)}</span>" for label, href in issues)
    return _div("y", f"<span>· {year}</span> {links}")


LAYOUT = Layout(
    name="classes",
    addresses=Addresses(
        home="/index.php",
        issue="/index.php?do=issue&id={issue}",
        article="/index.php?do=article&issue={issue}&id={article}",
        news="/index.php?do=news&id={article}",
        news_list="/index.php?do=news",
    ),
    issue_link="first article",
    encoding="utf-8",
    content_type="text/html; charset=utf-8",
    draw=draw,
    assets={
        **assets.usual(),
        "/css/skin.css": assets.css(".fx { background: url(/img/fx.gif) }\n"),
        "/img/fx.gif": assets.gif("fx"),
        "/img/head.gif": assets.gif("head"),
    },
    ticker="negative",
    printed_titles=(2, 1),
    labels=(None, None, None, "ARCHIVE"),
    ticker_absent_every=7,
    split_counter_every=2,
)
