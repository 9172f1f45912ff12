"""Rewrites of a page's HTML that keep its text, its order, links and images: what a change of layout does at least.

An extractor that goes by text and not by tags gives the same article for all of them (docs: what is measured).
Each is a function of the page's text to another; `REWRITES` names them all.
"""

from __future__ import annotations

import html as entities
import re
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_SIMPLE_BLOCKS = ("p", "div", *HEADINGS)
_BLOCKS = (
    *_SIMPLE_BLOCKS,
    *("ul", "ol", "li", "dl", "dt", "dd", "blockquote", "address", "center", "section", "article"),
    *("header", "footer", "nav", "main", "aside", "details", "summary", "form", "button"),
)
_BREAKING = (*_BLOCKS, "br", "hr", "table", "tr", "td", "th", "pre", "select", "option", "caption")
_UNSEEN = ("head", "script", "style", "noscript", "title")
_OPTIONAL_END = re.compile(
    r"</(?:li|td|th|tr|dt|dd|option|tbody|thead|body|html)\s*>"
    # A paragraph ends by itself only where a block begins or its parent ends.
    r"|</p\s*>(?=\s*(?:</|<(?:p|div|h[1-6r]|ul|ol|dl|table|blockquote|section|article|pre|address|form)\b))",
    re.IGNORECASE,
)
_EDGE = "\x1f"
"""Stands for a block's edge until the page is written: line feeds inside a pre are another thing."""

_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]|&#(?:[0-8]|1[124-9]|2\d|3[01]);")
"""Control characters: pages have them, XML 1.0 (§2.2) has none, so lxml reads them and can't set them."""

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>")


def without_names(page: str) -> str:
    """Return the page without any class, id or style attribute."""
    roots = _parse(page)
    for element in _elements(roots):
        for name in ("class", "id", "style"):
            element.attrib.pop(name, None)
    return _written(page, roots)


def all_divs(page: str) -> str:
    """Return the page with div in place of every block element; tables stay."""
    roots = _parse(page)
    for element in _elements(roots):
        if element.tag in _BLOCKS:
            element.tag = "div"
    return _written(page, roots)


def breaks(page: str) -> str:
    """Return the page with two <br> in place of p, div and headings, the headings' text in <b>."""
    roots = _parse(page)
    for element in list(_elements(roots)):
        if element.tag in _SIMPLE_BLOCKS:
            bold = element.tag in HEADINGS
            element.tag = "b" if bold else "span"
            element.attrib.clear()
            element.addprevious(etree.Element("br"))
            element.addprevious(etree.Element("br"))
            after = etree.Element("br")
            after.tail, element.tail = element.tail, None
            element.addnext(after)
    return re.sub(r"</?span>", "", _written(page, roots))


def font_tables(page: str) -> str:
    """Return the page with every p and div as a table of one cell, its text in <font>."""
    roots = _parse(page)
    for element in list(_elements(roots)):
        if element.tag in ("p", "div"):
            font = etree.Element("font", size="2")
            font.text, element.text = element.text, None
            font.extend(list(element))
            element.tag = "table"
            element.attrib.clear()
            etree.SubElement(etree.SubElement(element, "tr"), "td").append(font)
    return _written(page, roots)


def without_end_tags(page: str) -> str:
    """Return the page without the end tags that HTML lets one leave out (Living Standard §13.1.2.4)."""
    return _OPTIONAL_END.sub("\n", page)


def headings_to_paragraphs(page: str) -> str:
    """Return the page with its headings as paragraphs, unmarked."""
    roots = _parse(page)
    for element in _elements(roots):
        if element.tag in HEADINGS:
            element.tag = "p"
    return _written(page, roots)


def two_columns(page: str) -> str:
    """Return the page in a table of two columns: what comes first in the body left, the rest right."""
    roots = _parse(page)
    body = next((element for element in _elements(roots) if element.tag == "body"), None)
    if body is None:
        return page
    table = etree.Element("table", width="100%", border="0")
    row = etree.SubElement(table, "tr")
    left, right = etree.SubElement(row, "td", width="160"), etree.SubElement(row, "td")
    left.text, body.text = body.text, None
    children = list(body)
    left.extend(children[:1] if len(children) > 1 else [])
    right.extend(children[1:] if len(children) > 1 else children)
    body.append(table)
    return _written(page, roots)


def upper_case(page: str) -> str:
    """Return the page with all its tag names in capitals and without quotes round simple attributes."""

    def shout(match: re.Match[str]) -> str:
        attributes = re.sub(r'="([\w.-]+)"', r"=\1", match[3])
        return f"<{match[1]}{match[2].upper()}{attributes}>"

    return _TAG.sub(shout, page)


def one_pre(page: str) -> str:
    """Return the page's text in one <pre>, a line a block; links and images are all that is left of its mark-up."""
    roots = _parse(page)
    head = "".join(_outer(element) for element in _elements(roots) if element.tag == "title")
    drawn = "".join("".join(_lines(root)) for root in roots)
    drawn = re.sub(rf"[ \t]*{_EDGE}[ \t{_EDGE}]*", "\n", drawn)
    return f"<html><head>{head}</head><body><pre>{drawn}</pre></body></html>"


REWRITES: dict[str, Callable[[str], str]] = {
    function.__name__: function
    for function in (
        without_names,
        all_divs,
        breaks,
        font_tables,
        without_end_tags,
        headings_to_paragraphs,
        two_columns,
        upper_case,
        one_pre,
    )
}


def _lines(element: etree._Element) -> Iterator[str]:
    """Yield an element's text for a pre, with `_EDGE` where a block begins or ends."""
    tag = element.tag
    if not isinstance(tag, str) or tag in _UNSEEN:
        return
    if tag == "img":
        yield _outer(element)
        return
    breaking = tag in _BREAKING
    if breaking:
        yield _EDGE
    if tag == "a" and element.get("href"):
        yield f'<a href="{entities.escape(element.get("href") or "")}">'
    yield _flat(element.text, verbatim=tag == "pre")
    for child in element:
        yield from _lines(child)
        yield _flat(child.tail, verbatim=tag == "pre")
    if tag == "a" and element.get("href"):
        yield "</a>"
    if breaking:
        yield _EDGE


def _flat(text: str | None, *, verbatim: bool) -> str:
    """Return `text` escaped, its blanks and line feeds folded as a browser does outside a pre."""
    if not text:
        return ""
    escaped = entities.escape(text, quote=False)
    return escaped if verbatim else re.sub(r"[ \t\r\n\f]+", " ", escaped)


def _parse(page: str) -> list[etree._Element]:
    """Return the top elements: lxml puts what stands after </html> into a second one."""
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    root = etree.fromstring(_UNWRITABLE.sub(" ", page).encode(), parser)
    return [root, *root.itersiblings()]


def _elements(roots: list[etree._Element]) -> Iterator[etree._Element]:
    for root in roots:
        yield from (element for element in root.iter() if isinstance(element.tag, str))


def _written(page: str, roots: list[etree._Element]) -> str:
    """Return the tree as HTML, with the doctype that `page` had."""
    doctype = re.match(r"(?:<\?xml[^>]*>)?\s*(<!doctype[^>]*>)", page, re.IGNORECASE)
    return (doctype[1] + "\n" if doctype else "") + "\n".join(_outer(root) for root in roots)


def _outer(element: etree._Element) -> str:
    return str(etree.tostring(element, method="html", encoding="unicode", with_tail=False))
