"""Lists of links that a page hides until a reader unfolds them: the issues of a year, the contents behind a tab.

Other hidden text is a copy for telephones, a form or a message, and stays hidden.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pipelines.document.textblock import fold

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from pipelines.document.named import Named
    from pipelines.document.textblock import TextBlock

_LONGEST = 25
"""Words of a piece of text in a list."""

_BESIDE = 2
"""Words beside the links, such as authors', for each word in them."""

_CONTROLS = ("input", "select", "textarea", "button", "iframe")


def unfolded(hidden: Iterable[Any], shown: Iterable[TextBlock], named: Named) -> frozenset[Any]:
    """Return those of the `hidden` elements that are lists of links to the site's pages, most of them not `shown`."""
    said = {(span.url, fold(span.text)) for block in shown for span in block.spans if span.url}
    return frozenset(element for element in hidden if _is_list(element, said, named))


def _is_list(element: Any, shown: Collection[tuple[str | None, str]], named: Named) -> bool:
    links = [(named.address(link.get("href")), fold("".join(link.itertext()))) for link in element.iter("a")]
    if not links or next(element.iter(*_CONTROLS), None) is not None:
        return False
    own = [link for link in links if link not in shown and named.is_within(link[0])]
    if 2 * len(own) <= len(links):
        return False
    said = [len(text.split()) for text in element.itertext()]
    linked = sum(len(text.split()) for _, text in links)
    return linked > 0 and max(said) <= _LONGEST and sum(said) - linked <= _BESIDE * linked
