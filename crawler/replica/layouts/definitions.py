"""Lists for everything: the index a definition list with each number its own, contents a table, partners as images."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crawler.replica import assets
from crawler.replica.layout import Addresses, Layout
from crawler.replica.markup import COUNTER_HREF, COUNTER_IMAGE, attr, esc, link, partner_href, text_blocks
from crawler.replica.sheet import COUNTER, PARTNERS

if TYPE_CHECKING:
    from crawler.replica.sheet import Sheet


def draw(sheet: Sheet) -> str:
    """Return the page."""
    rates = "".join(f"<dt>{r.pair}</dt><dd>{r.rate}</dd><dd>{r.change or ''}</dd>" for r in sheet.ticker)
    partners = "\n".join(
        f'<li><a href="{partner_href(name)}"><img src="/img/{name}.gif" alt="{name}"></a></li>'
        for name in PARTNERS
    )
    return f"""<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">
<html><head><title>{esc(sheet.head_title)}</title>
<link rel="stylesheet" href="/css/main.css"></head>
<body>
<dl>{rates}</dl>
{_text(sheet)}
{_contents(sheet)}
{_index(sheet)}
<ul><li><a href="{COUNTER_HREF}"><img src="{COUNTER_IMAGE}" alt="{" ".join(COUNTER)}"></a></li>
{partners}
</ul>
<p>{link(sheet.home, "Top of the site")}</p>
</body></html>
"""


def _text(sheet: Sheet) -> str:
    lines = [f"<address>{esc(sheet.masthead)}</address>"] if sheet.masthead else []
    lines += [f"<h5>{esc(text)}</h5>" for text in sheet.labels]
    if sheet.title:
        lines += [f"<h6>{esc(sheet.title)}</h6>"] * (sheet.printed_titles - 1)
        lines += [f"<h5>{esc(sheet.label)}</h5>"] if sheet.label else []
        lines.append(f"<h1>{esc(sheet.title)}</h1>")
    lines += [f"<h5>{esc(line)}</h5>" for line in sheet.above]
    text = text_blocks(
        sheet.blocks,
        paragraph=lambda text: f"<p>{text}",
        heading=lambda text: f"<h3>{text}</h3>",
        quote=lambda text: f"<blockquote>{text}</blockquote>",
    )
    return "\n".join([*lines, text, *(f"<h5>{esc(line)}</h5>" for line in sheet.below)])


def _contents(sheet: Sheet) -> str:
    if not sheet.contents:
        return ""
    rows = [
        f"<tr><td>{link(e.href, e.title)}</td><td>{esc(', '.join(e.authors))}</td></tr>"
        for e in sheet.contents
    ]
    return (
        f"<h3>{sheet.contents_heading}</h3>\n<table summary={attr('contents')}>\n"
        + "\n".join(rows)
        + "\n</table>"
    )


def _index(sheet: Sheet) -> str:
    years = []
    for year in sheet.index:
        numbers = "\n".join(f"<li>{link(href, label)}</li>" for label, href in year.issues)
        years.append(f"<dt>{year.year}</dt>\n<dd><ul>\n{numbers}\n</ul></dd>")
    return "<dl>\n" + "\n".join(years) + "\n</dl>" if years else ""


LAYOUT = Layout(
    name="definitions",
    addresses=Addresses(
        home="/archive.shtml",
        issue="/i{issue}/contents.shtml",
        article="/i{issue}/a{article}.shtml",
        news="/n/{article}.shtml",
        news_list="/n/all.shtml",
    ),
    issue_link="list",
    encoding="utf-8",
    content_type="text/html; charset=utf-8",
    draw=draw,
    assets={**assets.usual(), **{f"/img/{name}.gif": assets.gif(name) for name in PARTNERS}},
    ticker="plain",
    printed_titles=(2, 1, 1),
    ticker_absent_every=5,
    index_on_articles=False,
)
