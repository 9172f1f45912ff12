"""The few bits of HTML that several layouts write alike: escaped text, links to counters and partners."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crawler.replica.sheet import COUNTER, PARTNERS

if TYPE_CHECKING:
    from collections.abc import Callable

    from crawler.replica.article import Block
    from crawler.replica.magazine import Rate

NBSP = "&nbsp;"
COUNTER_HREF = "http://top100.rambler.example/cgi-bin/stats?id=55"
COUNTER_IMAGE = "http://counter.rambler.example/top100.cnt?55"


def esc(text: str) -> str:
    """Return `text` with the three characters escaped that HTML text must not hold."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def attr(text: str) -> str:
    """Return `text` escaped for an attribute in double quotes."""
    return esc(text).replace('"', "&quot;")


def link(href: str, text: str) -> str:
    """Return a link; `text` is escaped here."""
    return f'<a href="{attr(href)}">{esc(text)}</a>'


def partner_href(name: str) -> str:
    """Return a partner's address, on another host."""
    return f"http://{name.lower().replace('_', '-')}.example/"


def partner_links() -> list[str]:
    """Return the partners' links."""
    return [link(partner_href(name), name) for name in PARTNERS]


def counter_words(*, split: bool, br: str = "<br>") -> str:
    """Return the counter's words, on two lines when `split`."""
    return (br if split else " ").join(esc(word) for word in COUNTER)


def rate_line(rate: Rate) -> str:
    """Return a ticker's line as the real page prints it, with a gap of no-break spaces before the change."""
    return f"{rate.pair} {rate.rate}{NBSP} {rate.change or ''}".rstrip()


def table(block: Block, *, opening: str = "<table border=1>", head: str = "th") -> str:
    """Return a data table; the first row's cells are `head` elements."""
    first, *rest = block.rows
    lines = [f"<tr>{''.join(f'<{head}>{esc(cell)}</{head}>' for cell in first)}</tr>"]
    lines += [f"<tr>{''.join(f'<td>{esc(cell)}</td>' for cell in row)}</tr>" for row in rest]
    return "\n".join([opening, *lines, "</table>"])


def items(block: Block) -> str:
    """Return a bulleted list."""
    return "<ul>\n" + "\n".join(f"<li>{esc(item)}</li>" for (item,) in block.rows) + "\n</ul>"


def text_blocks(
    blocks: tuple[Block, ...],
    *,
    paragraph: Callable[[str], str],
    heading: Callable[[str], str],
    quote: Callable[[str], str] | None = None,
    grid: Callable[[Block], str] = table,
    listing: Callable[[Block], str] = items,
) -> str:
    """Return the article's blocks, each drawn by the function for its kind; texts come escaped."""
    drawn = []
    for block in blocks:
        match block.kind:
            case "heading":
                drawn.append(heading(esc(block.text)))
            case "quote":
                drawn.append((quote or paragraph)(esc(block.text)))
            case "table":
                drawn.append(grid(block))
            case "list":
                drawn.append(listing(block))
            case _:
                drawn.append(paragraph(esc(block.text)))
    return "\n".join(drawn)
