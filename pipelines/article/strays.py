"""Lines before, between and behind the paragraphs of a text that are none of it: links to others, labels of buttons.

Only where nothing is known of a site: a magazine's own frame is learned, and what is left there is the article's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pipelines.textblock import TextBlock

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
    said = [block for block in body if block.text]
    host = _host(page)
    strays = {block.order for block in said if _leads_to_others(block, host)}
    left = [block for block in said if block.order not in strays]
    strays.update(block.order for block in _labels_above(left))
    strays.update(block.order for block in _headings_below(left))
    return tuple(block for block in body if block.order not in strays)


def _leads_to_others(block: TextBlock, host: str) -> bool:
    """Return whether a block is a link to other pages of the site and nothing else, but for a label before it."""
    if block.linked_words < _LEAST_LINKED or block.cell is not None or block.text.endswith((".", ":")):
        return False
    if any(_host(span.url) != host for span in block.spans if span.url and not span.image):
        return False
    return block.link_share >= _LINKED or _is_labelled(block)


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
    first = next((at for at, block in enumerate(said) if _is_prose(block)), 0)
    above = said[:first]
    if above and (above[-1].heading or above[-1].strong):
        above = above[:-1]
    labels = [b for b in above if b.words <= _LABEL and not (b.heading or b.text.endswith(_SENTENCE_ENDS))]
    return labels if len(labels) <= _MOST_LABELS else ()


def _headings_below(said: Sequence[TextBlock]) -> Iterator[TextBlock]:
    """Yield the headings that end a text: what they led to is none of it."""
    for block in reversed(said[1:]):
        if not block.heading:
            return
        yield block


def _is_prose(block: TextBlock) -> bool:
    return block.words - block.linked_words >= _PROSE


def _host(url: str | None) -> str:
    return (urlsplit(url or "").hostname or "").removeprefix("www.")
