"""A table of contents whose titles are no links: below each stands one that says the same everywhere (`Read more`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipelines.furniture.contents_entry import LEAD, without_announcement
from pipelines.page import ContentsEntry
from pipelines.words.names import names_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pipelines.document.textblock import TextBlock

_FEWEST = 2
_LONGEST = 6
"""Words of what such links say."""

_LONGEST_TITLE = 25


def announced_entries(blocks: Sequence[TextBlock]) -> list[ContentsEntry]:
    """Return the entries of a list whose links all say the same: the first line over each is its title.

    There are none if it is no such list. Of the lines below the title those that name somebody are its authors.
    """
    said = [span.text.strip() for block in blocks for span in block.spans if span.url and span.text.strip()]
    if len(said) < _FEWEST or len(set(said)) > 1 or len(said[0].split()) > _LONGEST:
        return []
    entries = []
    for lines, url in _groups(blocks):
        title = LEAD.sub("", lines[0]) if lines else ""
        if not title or len(title.split()) > _LONGEST_TITLE:
            return []
        named = (names_in(without_announcement(line)) for line in lines[1:])
        entries.append(ContentsEntry(title=title, authors=next(filter(None, named), ()), url=url))
    return entries


def _groups(blocks: Sequence[TextBlock]) -> Iterator[tuple[list[str], str]]:
    """Yield the lines over each link, those before it in its own line too, and where it leads."""
    lines: list[str] = []
    for block in blocks:
        if not block.linked_words:
            lines += [block.text] if block.text else []
            continue
        for span in block.spans:
            if span.url and span.text.strip():
                yield lines, span.url
                lines = []
            elif not span.url and any(map(str.isalnum, span.text)):
                lines.append(" ".join(span.text.split()))
