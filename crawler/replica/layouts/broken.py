"""HTML that no validator has seen: unclosed p and td, stray end tags, two bodies, text after </html>, NULs.

Windows-1251 bytes, and nothing anywhere says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from crawler.replica import assets
from crawler.replica.layout import Addresses, Layout
from crawler.replica.markup import NBSP, attr, counter_words, esc, link, partner_links, rate_line, text_blocks

if TYPE_CHECKING:
    from crawler.replica.article import Block
    from crawler.replica.sheet import Sheet


def draw(sheet: Sheet) -> str:
    """Return the page."""
    return f"""<head><title>{esc(sheet.head_title)}</title></head>
<body bgcolor=white>
<center><a href={attr(sheet.home)}><img src=/img/logo.gif alt=""></a>
</font></span><table width=100%><tr><td align=right>{"<br>".join(rate_line(rate) for rate in sheet.ticker)}
<tr><td>
<body text=black link=blue>
{_top(sheet)}
{_text(sheet)}
</div></p></i>
{_contents(sheet)}
{"".join(_year(year.year, year.issues) for year in sheet.index)}
</table></td></tr></table>
</body></html>
<p>{counter_words(split=sheet.split_counter)}
<p>{f"{NBSP} {NBSP}".join(partner_links())}
</body>
"""


def _top(sheet: Sheet) -> str:
    lines = [f"<p>{NBSP}{esc(sheet.masthead)}"] if sheet.masthead else []
    lines += [f"<p>{esc(text)}" for text in sheet.labels]
    if sheet.title:
        lines += [f"<p>{NBSP}{esc(sheet.title)}"] * (sheet.printed_titles - 1)
        lines += [f"<p>{esc(sheet.label)}"] if sheet.label else []
        lines.append(f"<h2><b>{esc(sheet.title)}</h2></b>")
    return "\n".join([*lines, *(f"<p><i>{esc(line)}</i>" for line in sheet.above)])


def _text(sheet: Sheet) -> str:
    text = text_blocks(
        sheet.blocks,
        paragraph=lambda text: f"<p>{text}",
        heading=lambda text: f"<p><b>{text}</p></b>",
        quote=lambda text: f"<blockquote>{text}</blockquote></i>",
        grid=_grid,
        listing=lambda block: "<ul>" + "".join(f"<li>{esc(item)}\n" for (item,) in block.rows) + "</ul>",
    )
    return "\n".join([text, *(f"<p align=right>{esc(line)}</font>" for line in sheet.below)])


def _grid(block: Block) -> str:
    rows = ["<tr>" + "".join(f"<td>{esc(cell)}" for cell in row) for row in block.rows]
    return "<table border>" + "\n".join(rows) + "</table>"


def _contents(sheet: Sheet) -> str:
    if not sheet.contents:
        return ""
    lines = [f"<p>{link(e.href, e.title)}{NBSP}{NBSP}{esc(', '.join(e.authors))}" for e in sheet.contents]
    return f"<p><b>{sheet.contents_heading}</b>\n" + "\n".join(lines)


def _year(year: int, issues: tuple[tuple[str, str], ...]) -> str:
    return f"<p>&middot {year} " + f"{NBSP} ".join(link(href, label) for label, href in issues) + "</li>\n"


def spoil(body: bytes) -> bytes:
    """Return `body` with NULs behind every twentieth line, as a bad disk left them."""
    lines = body.split(b"\n")
    return b"\n".join(line + b"\x00\x00" if at % 20 == 19 else line for at, line in enumerate(lines))


LAYOUT = Layout(
    name="broken",
    addresses=Addresses(
        home="/start",
        issue="/journals/{issue}",
        article="/journals/{issue}/{article}",
        news="/articles/{article}",
        news_list="/articles",
    ),
    issue_link="first article",
    encoding="cp1251",
    content_type="text/html",
    draw=draw,
    spoil=spoil,
    assets={"/img/logo.gif": assets.gif("broken logo")},
    ticker="plain",
    printed_titles=(2, 2, 1),
    labels=(None, "ARCHIVE", None),
    masthead_absent_every=6,
    split_counter_every=2,
)
