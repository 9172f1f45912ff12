"""The tree of a page, however deep its tags are nested, and though a font ends inside a paragraph it stands around."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

from pipelines.document.tags import BREAKS

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,20})[^<>]*>?")
_DEEPEST = 400
"""Elements that may stand open at once. libxml2 stops at 2,048 (HTML_PARSE_HUGE does not lift it, 2.14); those that
close by themselves are not counted, and up to four of them may stand in each that is."""

_VOID = frozenset(
    "area base basefont bgsound br col embed frame hr img input isindex keygen link meta param source track wbr".split()
)
_ALONE = _VOID | frozenset(
    "p li dt dd td th tr tbody thead tfoot option optgroup colgroup html head body a".split()
)
"""Elements that have no end, or end by themselves where the next begins (HTML Living Standard §13.1.2)."""

_ENDED = frozenset({"a", "dd", "dt"})
"""Of these, those that libxml2 (2.14) does not always end there: it gets to read the end tag that is missing."""

_RAW = frozenset("script style textarea title iframe noembed noframes xmp plaintext".split())
"""Elements inside which nothing is a tag (HTML Living Standard §13.2.5)."""

_CELLS = ("<td", "<TD", "<th", "<TH")
_CELL_ENDS = ("</td", "</TD", "</th", "</TH")
_OF_TABLES = re.compile(r"<(/?)(table|t[rdh]|tbody|thead|tfoot)\b[^<>]*>", re.IGNORECASE)

_FONT = re.compile(r"</?font\b[^<>]*>", re.IGNORECASE)
_AROUND = re.compile(r"<font\b[^<>]*>\s*(?:<[bi]>\s*){0,2}<p\b", re.IGNORECASE)


def without_fonts(text: str) -> str:
    """Return the HTML `text` without its fonts if one stands around a paragraph, as Word 97 and FrontPage wrote them.

    It often ends within: libxml2 ends the paragraph there, no browser does (HTML Living Standard §13.2.6.4.7, the
    adoption agency algorithm). A font says nothing but how a text looks.
    """
    return _FONT.sub("", text) if _AROUND.search(text) else text


def with_ended_cells(text: str) -> str:
    """Return the HTML `text` with the end tags of its tables' cells and rows, if some cells have none.

    A cell ends where the next one or a row begins, whatever stands open in it: no browser puts it inside (HTML Living
    Standard §13.2.6.4.15). libxml2 (2.14) does if a font or a centre was not ended either.
    """
    if sum(map(text.count, _CELLS)) <= sum(map(text.count, _CELL_ENDS)):
        return text
    tables: list[tuple[str, bool]] = []
    """Of each table that stands open: which cell does in it, and whether a row does."""

    def keep(match: re.Match[str]) -> str:
        """Return the tag with the ends before it of the cell and the row that end there."""
        closing, tag = bool(match[1]), match[2].lower()
        if tag == "table" and not closing:
            tables.append(("", False))
            return match[0]
        if not tables:
            return match[0]
        cell, row = tables[-1]
        ends_cell, ends_row = f"</{cell}>" if cell else "", "</tr>" if row else ""
        if tag in ("td", "th"):
            tables[-1] = (cell if closing and tag != cell else "" if closing else tag, row)
            return match[0] if closing else ends_cell + match[0]
        if tag == "tr":
            tables[-1] = ("", not closing)
            return ends_cell + ("" if closing else ends_row) + match[0]
        if tag == "table":
            tables.pop()
        else:
            tables[-1] = ("", False)
        return ends_cell + ends_row + match[0]

    return _OF_TABLES.sub(keep, text)


def flattened(text: str) -> str:
    """Return the HTML `text` with every element that stands deeper than 400 others taken out of its tags.

    In place of a tag that a reader sees as a new block stands a `<br>`. Linear in the length of the text. Where end
    tags are wrong enough, a parser may still find it too deep; it does not when it is made `bare`.
    """
    depth = dropped = 0
    standing: set[str] = set()

    def keep(match: re.Match[str]) -> str:
        nonlocal depth, dropped
        tag = match[2].lower()
        if tag in _ENDED:
            ended = f"</{tag}>" if tag in standing and not match[1] else ""
            (standing.discard if match[1] else standing.add)(tag)
            return ended + match[0]
        if tag in _ALONE:
            return match[0]
        if match[1]:
            if dropped:
                dropped -= 1
            else:
                depth = max(0, depth - 1)
                return match[0]
        elif depth < _DEEPEST:
            depth += 1
            return match[0]
        else:
            dropped += 1
        return "<br>" if tag in BREAKS else ""

    return _TAG.sub(keep, text)


def bare(text: str) -> str:
    """Return the HTML `text` with no element inside another: its text, breaks, images, and where it leads to.

    Every element that has an end is taken out of its tags; a link is left empty before what was linked.
    """

    def keep(match: re.Match[str]) -> str:
        tag = match[2].lower()
        if tag in _VOID or tag in _RAW:
            return match[0]
        if tag == "a" and not match[1]:
            return f"{match[0]}</a>"
        return "<br>" if tag in BREAKS else ""

    return _TAG.sub(keep, text)


def tree(text: str) -> tuple[Any, tuple[str, ...]]:
    """Return the root that libxml2 makes of the HTML `text`, None where there is none, and notes on what it lost."""
    text = with_ended_cells(without_fonts(text))
    root, deep = _tree(text)
    if not deep:
        return root, ()
    root, deep = _tree(flattened(text))
    if deep:
        root, _ = _tree(bare(text))
    return root, ("nested too deep: the innermost tags were dropped, their text was kept",)


def _tree(text: str) -> tuple[Any, bool]:
    """Return what libxml2 makes of `text`, and whether it gave up half-way."""
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        return None, False
    last = parser.error_log.last_error
    return root, last is not None and last.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT
