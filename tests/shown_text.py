"""What a reader sees of an HTML page, by a walk of its own that shares nothing with the extractor's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterator

INLINE = frozenset("a abbr b big data em font i img small span strong sub sup tt u".split())
UNSEEN = frozenset({"head", "script", "style", "noscript"})


def top_elements(page: str) -> list[etree._Element]:
    """Return the page's top elements: lxml puts what stands after </html> into a second one."""
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    root = etree.fromstring(page.replace("\x00", "").encode(), parser)
    return [root, *root.itersiblings()]


def shown_text(page: str) -> str:
    """Return the page's text, white space folded; words run together only across inline elements."""
    return " ".join("".join(piece for top in top_elements(page) for piece in _pieces(top)).split())


def _pieces(element: etree._Element) -> Iterator[str]:
    if not isinstance(element.tag, str) or element.tag in UNSEEN:
        return
    # Foreign tags (o:p, st1:place) are inline to browsers.
    gap = "" if element.tag in INLINE or ":" in element.tag else " "
    yield gap
    yield element.text or ""
    for child in element:
        yield from _pieces(child)
        yield child.tail or ""
    yield gap
