"""HTML5 as of 2016: semantic elements, menus, a cookie bar, share buttons, a subscription box, og: metadata."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crawler.replica import assets
from crawler.replica.layout import Addresses, Layout
from crawler.replica.markup import COUNTER_HREF, attr, counter_words, esc, link, partner_links, text_blocks

if TYPE_CHECKING:
    from crawler.replica.sheet import Sheet


def draw(sheet: Sheet) -> str:
    """Return the page."""
    return f"""<!doctype html>
<html lang="{sheet.language}">
{_head(sheet)}
<body>
<div class="cookies" role="alert">We use cookies to make this site work. <button>OK</button></div>
<header>
<a href="{attr(sheet.home)}"><img src="/img/logo.gif" srcset="/img/logo.gif 1x, /img/logo-2x.gif 2x" alt="Logo"></a>
<nav><ul><li>{link(sheet.home, "Home")}</li><li>{link(sheet.news_list, "News")}</li></ul></nav>
<aside class="rates"><ul>{"".join(_rates(sheet))}</ul></aside>
</header>
<main>
{_article(sheet)}
{_contents(sheet)}
</main>
<section class="subscribe"><h4>Subscribe to our newsletter</h4>
<form action="/subscribe" method="post">
<input type="email" placeholder="Your e-mail"><button>Subscribe</button></form></section>
<nav class="archive"><h4>Archive</h4>
{_index(sheet)}
</nav>
<footer>
<p>{counter_words(split=sheet.split_counter)}</p><script src="http://counter.rambler.example/top100.js" async></script>
<noscript><a href="{COUNTER_HREF}">statistics</a></noscript>
<ul class="partners">{"".join(f"<li>{partner}</li>" for partner in partner_links())}</ul>
<p>© 2016 KAZAKHSTAN International Business Magazine. All rights reserved.</p>
</footer>
<script src="/js/site.js"></script>
</body>
</html>
"""


def _head(sheet: Sheet) -> str:
    return f"""<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{esc(sheet.head_title)} — KAZAKHSTAN International Business Magazine</title>
<meta property="og:title" content="{attr(sheet.head_title)}">
<meta property="og:image" content="/img/logo-2x.gif">
<link rel="stylesheet" href="/css/main.css">
<link rel="icon" href="/favicon.ico">
<script type="application/ld+json">{{"@context": "https://schema.org", "@type": "WebPage"}}</script>
</head>"""


def _rates(sheet: Sheet) -> list[str]:
    return [
        f'<li><b>{rate.pair}</b> <data value="{rate.rate}">{rate.rate}</data> <i>{rate.change or ""}</i></li>'
        for rate in sheet.ticker
    ]


def _article(sheet: Sheet) -> str:
    top = [f'<p class="issue">{esc(sheet.masthead)}</p>'] if sheet.masthead else []
    top += [f"<p>{esc(text)}</p>" for text in sheet.labels]
    if sheet.title:
        top += [f'<div class="crumb">{esc(sheet.title)}</div>'] * (sheet.printed_titles - 1)
        top += [f"<div>{esc(sheet.label)}</div>"] if sheet.label else []
        top.append(f"<h1>{esc(sheet.title)}</h1>")
    if not sheet.blocks:
        return "\n".join(top)
    above = [f'<p class="byline">{esc(line)}</p>' for line in sheet.above]
    text = text_blocks(
        sheet.blocks,
        paragraph=lambda text: f"<p>{text}</p>",
        heading=lambda text: f"<h2>{text}</h2>",
        quote=lambda text: f"<blockquote><p>{text}</p></blockquote>",
    )
    below = [f'<p class="byline">{esc(line)}</p>' for line in sheet.below]
    share = '<div class="share"><button>Share</button> <button>Tweet</button> <button>Print</button></div>'
    return "\n".join(["<article>", "<header>", *top, *above, "</header>", text, *below, share, "</article>"])


def _contents(sheet: Sheet) -> str:
    if not sheet.contents:
        return ""
    lines = [
        f"<li>{link(e.href, e.title)} <small>{esc(', '.join(e.authors))}</small></li>" for e in sheet.contents
    ]
    return f"<section><h3>{sheet.contents_heading}</h3>\n<ul>\n" + "\n".join(lines) + "\n</ul></section>"


def _index(sheet: Sheet) -> str:
    years = []
    for year in sheet.index:
        links = " ".join(link(href, label) for label, href in year.issues)
        years.append(f"<details><summary>{year.year}</summary> {links}</details>")
    return "\n".join(years)


LAYOUT = Layout(
    name="modern",
    addresses=Addresses(
        home="/en",
        issue="/en/issues/{year}-{number}",
        article="/en/issues/{year}-{number}/{article}-full-text",
        news="/en/news/{article}",
        news_list="/en/news",
    ),
    issue_link="list",
    encoding="utf-8",
    content_type="text/html; charset=UTF-8",
    draw=draw,
    assets=assets.usual(),
    ticker="no change",
    printed_titles=(1,),
    labels=(None, None, "ARCHIVE"),
    masthead_absent_every=0,
)
