"""Ways in which a page may set an article's text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from crawler.replica.markup import NBSP, items, table, text_blocks

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from crawler.replica.article import Block

Paint = "Callable[[str], str]"


def _around(opening: str, closing: str) -> Callable[[str], str]:
    return lambda text: f"{opening}{text}{closing}"


PARAGRAPHS: dict[str, Callable[[str], str]] = {
    "p": _around("<p>", "</p>"),
    "p unclosed": _around("<p>", ""),
    "p justified": _around('<p align="justify" style="text-indent:1cm">', "</p>"),
    "font": _around("<p><font face=Arial size=2>", "</font></p>"),
    "spans": _around('<p class="MsoNormal"><span lang="EN-US">', "</span></p>"),
    "nbsp": _around(f"<p>{NBSP}{NBSP}{NBSP} ", "</p>"),
    "empty between": _around("<p>", f"</p><p>{NBSP}</p>"),
    "div": _around("<div>", "</div>"),
    "div and br": _around("<div>", "</div><br>"),
    "br br": _around("", "<br><br>"),
    "br nbsp": _around(f"{NBSP}{NBSP}{NBSP}", "<br>"),
    "span br": _around("<span>", "</span><br clear=all>"),
    "cell": _around("<table><tr><td>", "</td></tr></table>"),
    "two cells": _around(f"<table><tr><td width=20>{NBSP}</td><td>", "</td></tr></table>"),
    "dd": _around("<dl><dd>", "</dl>"),
    "section": _around("<section><p>", "</p></section>"),
}

HEADINGS: dict[str, Callable[[str], str]] = {
    "bold": _around("<p><b>", "</b></p>"),
    "h3": _around("<h3>", "</h3>"),
    "h2": _around("<h2>", "</h2>"),
    "strong div": _around("<div><strong>", "</strong></div>"),
    "plain": _around("<p>", "</p>"),
    "centred": _around("<p align=center>", "</p>"),
    "font": _around('<p><font color="#990000"><u>', "</u></font></p>"),
    "bold br": _around("<br><b>", "</b><br>"),
    "bold br br": _around("<br><b>", "</b><br><br>"),
    "cell": _around("<table><tr><td bgcolor=#cccccc><b>", "</b></td></tr></table>"),
    "bold with text": _around("<p><b>", "</b><br>"),
}


def _bold(text: str) -> str:
    return f"<b>{text}</b>"


def _words_bold(text: str) -> str:
    words = text.split(" ")
    return f"<b>{' '.join(words[:4])}</b> {' '.join(words[4:])}"


def _cap(opening: str, closing: str) -> Callable[[str], str]:
    return lambda text: re.sub(r"^(\W*)(\w)", rf"\1{opening}\2{closing}", text, count=1)


OPENINGS: dict[str, Callable[[str], str]] = {
    "plain": _around("", ""),
    "bold": _bold,
    "italic": _around("<i>", "</i>"),
    "bold words": _words_bold,
    "drop cap": _cap('<span style="float:left;font-size:40px">', "</span>"),
    "big cap": _cap("<font size=6>", "</font>"),
    "image": _around('<img src="/p/1.jpg" align=left hspace=5 alt="">', ""),
    "image with words": _around('<img src="/p/1.jpg" align=left alt="photo">', ""),
}


def _linked_word(text: str) -> str:
    return re.sub(
        r"\b(Kazakhstan|law|banks?|Almaty|industry)\b", r'<a href="/find?q=\1">\1</a>', text, count=1
    )


def _foreign_link(text: str) -> str:
    return re.sub(r"\b(in|the)\b", r'<a href="http://glossary.example/">\1</a>', text, count=1)


INLINE: dict[str, Callable[[str], str]] = {
    "plain": _around("", ""),
    "linked word": _linked_word,
    "foreign link": _foreign_link,
    "anchor": _around('<a name="p"></a>', ""),
    "note": lambda text: re.sub(r"\*", '<sup><a href="#note">*</a></sup>', text),
    "word spans": lambda text: re.sub(r"(\w+) ", r"<span>\1</span> ", text, count=5),
    "acronym": lambda text: re.sub(r"\b([A-Z]{3,})\b", r'<acronym title="x">\1</acronym>', text),
    "soft breaks": lambda text: text.replace("-", "-<wbr>"),
}
BETWEEN: dict[str, str] = {
    "nothing": "",
    "image": '<p><img src="/p/2.jpg" alt=""></p>',
    "image with words": '<center><img src="/p/2.jpg" alt="A view of the plant" width=300></center>',
    "rule": "<hr>",
    "banner": '<div><a href="http://ad.example/2"><img src="/b/300.gif" alt="Advertisement"></a></div>',
    "anchor": '<a name="more"></a>',
}


def _table_in_centre(block: Block) -> str:
    return f"<center>{table(block, opening='<table width=90% cellspacing=1>', head='td')}</center>"


def _table_of_paragraphs(block: Block) -> str:
    return re.sub(r"<td>(.*?)</td>", r"<td><p><font size=1>\1</font></p></td>", table(block, head="td"))


GRIDS: dict[str, Callable[[Block], str]] = {
    "table": table,
    "centred": _table_in_centre,
    "paragraphs": _table_of_paragraphs,
}
LISTS: dict[str, Callable[[Block], str]] = {
    "ul": items,
    "ol": lambda block: items(block).replace("ul>", "ol>"),
    "unclosed": lambda block: items(block).replace("</li>", ""),
    "paragraphs": lambda block: items(block).replace("<li>", "<li><p>").replace("</li>", "</p></li>"),
}
QUOTES: dict[str, Callable[[str], str]] = {
    "blockquote": _around("<blockquote>", "</blockquote>"),
    "p in blockquote": _around("<blockquote><p>", "</p></blockquote>"),
}
KEPT: dict[str, frozenset[str]] = {
    "all": frozenset({"list", "table", "quote"}),
    "no quotes": frozenset({"list", "table"}),
    "nothing": frozenset(),
}


def draw_text(blocks: Sequence[Block], recipe: dict[str, str]) -> str:
    """Return the text of an article; its first paragraph opens as the recipe says."""
    opening = OPENINGS[recipe["opening"]]
    paragraph = PARAGRAPHS[recipe["paragraph"]]
    inline = INLINE[recipe["inline"]]
    # What is set between paragraphs is no caption's picture and no end of the text.
    kinds = [block.kind for block in blocks]
    pair = next((at for at in range(1, len(kinds) - 1) if kinds[at : at + 2] == ["paragraph"] * 2), None)
    between = None if pair is None else kinds[: pair + 1].count("paragraph")
    drawn = 0

    def painted(text: str) -> str:
        nonlocal drawn
        drawn += 1
        said = paragraph(opening(text) if drawn == 1 else inline(text))
        return said + (BETWEEN[recipe["between"]] if drawn == between else "")

    heading = HEADINGS[recipe["heading"]]
    html = text_blocks(
        tuple(blocks),
        paragraph=painted,
        heading=heading,
        quote=QUOTES[recipe["quote"]] if "quote" in KEPT[recipe["kept"]] else None,
        grid=GRIDS[recipe["grid"]],
        listing=LISTS[recipe["list"]],
    )
    if recipe["heading"] == "bold with text":
        # The heading is the first line of the paragraph that follows it.
        html = re.sub(r"(</b><br>)\s*<p[^>]*>", r"\1", html)
    return html
