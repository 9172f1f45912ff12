"""Everything in one pre, a line a paragraph, as if a text file had been given a few links; utf-8, undeclared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crawler.replica import assets
from crawler.replica.layout import Addresses, Layout
from crawler.replica.markup import counter_words, esc, link, partner_links, text_blocks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from crawler.replica.sheet import Sheet


def draw(sheet: Sheet) -> str:
    """Return the page."""
    return (
        f"<html><head><title>{esc(sheet.head_title)}</title></head><body><pre>\n"
        + "\n".join(lines(sheet, text=_text(sheet)))
        + "\n</pre></body></html>\n"
    )


def lines(sheet: Sheet, *, text: Sequence[str]) -> list[str]:
    """Return the page's lines; `text` are those of the article."""
    made = [f"{rate.pair} {rate.rate}  {rate.change or ''}" for rate in sheet.ticker]
    if sheet.masthead:
        made.append(f"\u00a0 {esc(sheet.masthead)}")
    made += [esc(label) for label in sheet.labels]
    if sheet.title:
        made += [f" {esc(sheet.title)}"] * (sheet.printed_titles - 1)
        made += [esc(sheet.label)] if sheet.label else []
        made += [esc(sheet.title), ""]
    made += [*text, ""]
    if sheet.contents:
        made += [
            sheet.contents_heading,
            *(f"{link(e.href, e.title)}  {esc(', '.join(e.authors))}" for e in sheet.contents),
        ]
    for year in sheet.index:
        made.append(f"· {year.year} " + "  ".join(link(href, label) for label, href in year.issues))
    return [
        *made,
        "",
        counter_words(split=sheet.split_counter, br="\n"),
        "",
        "  " + "     ".join(partner_links()),
    ]


def _text(sheet: Sheet) -> list[str]:
    text = text_blocks(sheet.blocks, paragraph=str, heading=str)
    return [*map(esc, sheet.above), *text.split("\n"), *map(esc, sheet.below)]


LAYOUT = Layout(
    name="dump",
    addresses=Addresses(
        home="/dump/index",
        issue="/dump/issue-{issue}",
        article="/dump/text-{article}",
        news="/dump/news-{article}",
        news_list="/dump/news",
    ),
    issue_link="list",
    encoding="utf-8",
    content_type="text/html",
    draw=draw,
    assets={"/favicon.ico": assets.icon()},
    keeps=frozenset(),
    ticker="negative",
    printed_titles=(2, 1),
    labels=(None, None, "ARCHIVE"),
    split_counter_every=3,
)
