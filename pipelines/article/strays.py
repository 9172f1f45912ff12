"""Lines before, between and behind the paragraphs of a text that are none of it: links to others, labels of buttons.

Only where nothing is known of a site: a magazine's own frame is learned, and what is left there is the article's.
"""

from __future__ import annotations

from bisect import bisect
from itertools import islice
from typing import TYPE_CHECKING

from pipelines.addresses import host_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pipelines.document.textblock import TextBlock

_PROSE = 12
_LINKED = 0.9
_LEAST_LINKED = 4
_LEAD = 4
"""Words before a link that say where it leads: `Read more:`."""

_LABEL = 2
"""Words on a button, such as `Share` and `Print`."""

_MOST_LABELS = 8
"""Such labels above a text; more lines than that are a list or verses."""

_MARKS = (":", "|", ">", "»", "›", "-", "–", "—")
_SENTENCE_ENDS = (".", "!", "?", "…", ":", ";", '"', "”", "»", ")", "。", "」")


def without_strays(body: Sequence[TextBlock], *, page: str) -> tuple[TextBlock, ...]:
    """Return `body`, a text found on the page at the address `page`, without lines that only stand among its own."""
    links = {block.order for block in _links_to_others(body, page)}
    said = [block for block in body if block.text and block.order not in links]
    strays = links.union(
        [block.order for block in _labels_above(said)], [block.order for block in _headings_below(said)]
    )
    return tuple([block for block in body if block.order not in strays]) if strays else tuple(body)


def _links_to_others(body: Sequence[TextBlock], page: str) -> list[TextBlock]:
    """Return the lines that are links to the site's other pages; of a list none, unless all of it is."""
    links = [block for block in body if block.linked_words >= _LEAST_LINKED]
    if not links:
        return links
    host = host_of(page)
    lone = [b for b in links if _leads_to_others(b, page, host) and not (b.heading and _heads_text(b, body))]
    listed = {block.list_id for block in lone} - {None}
    if not listed:
        return lone
    orders = {block.order for block in lone}
    mixed = {b.list_id for b in body if b.list_id in listed and b.text and b.order not in orders}
    return [block for block in lone if block.list_id not in mixed]


def _leads_to_others(block: TextBlock, page: str, host: str) -> bool:
    """Return whether a block is a link to other pages of the site and nothing else, but for a label before it."""
    if block.cell is not None or block.text.endswith((".", ":")):
        return False
    addresses = [span.url for span in block.spans if span.url and not span.image]
    if any(host_of(address) != host or address == page for address in addresses):
        return False
    return block.link_share >= _LINKED or _is_labelled(block)


def _heads_text(heading: TextBlock, body: Sequence[TextBlock]) -> bool:
    """Return whether text stands right behind a heading: linked or not, it is a subheading."""
    behind = bisect(body, heading.order, key=_place)
    below = next((block for block in islice(body, behind, None) if block.text), None)
    return below is not None and not below.heading and not below.linked_words


def _place(block: TextBlock) -> int:
    return block.order


def _is_labelled(block: TextBlock) -> bool:
    spans = [span for span in block.spans if span.text.strip() and not span.image]
    label = spans[0].text.rstrip() if spans and spans[0].url is None else ""
    return (
        label.endswith(_MARKS)
        and len(label.split()) <= _LEAD
        and all(span.url or len(span.text.split()) <= 1 for span in spans[1:])
    )


def _labels_above(said: Sequence[TextBlock]) -> Sequence[TextBlock]:
    """Return the short lines above the first prose that end no sentence; a heading right above it is its own."""
    first = next((at for at, block in enumerate(said) if block.words - block.linked_words >= _PROSE), 0)
    above = said[:first]
    if above and (above[-1].heading or above[-1].strong):
        above = above[:-1]
    labels = [b for b in above if b.words <= _LABEL and not (b.heading or b.text.endswith(_SENTENCE_ENDS))]
    return labels if len(labels) <= _MOST_LABELS else ()


def _headings_below(said: Sequence[TextBlock]) -> Iterator[TextBlock]:
    """Yield the headings that end a text: what they led to is none of it."""
    for block in reversed(said[1:]):
        if not block.heading or block.text.endswith("?"):
            return
        yield block
