"""Lines of a table of contents that are no links since they say what the page itself does: its own title."""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from pipelines.furniture.contents_entry import LEAD, authors_in, without_announcement
from pipelines.page import ContentsEntry
from pipelines.words.names import names_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipelines.document.textblock import TextBlock

_WORD = re.compile(r"\S+")
_MARKS = " ,;:|/(–—-"
LONGEST_UNLINKED = 25
"""Words of a line without a link that may be a list's."""

_SHORTEST_TITLE = 3
"""Characters of which a title has more."""


class OwnLines:
    """Knows which lines say what other blocks of the page do."""

    def __init__(self, blocks: Sequence[TextBlock]) -> None:
        self._blocks = blocks

    @cached_property
    def said(self) -> Counter[str]:
        """How often each of the page's shorter texts is said."""
        return Counter(b.text for b in self._blocks if 0 < b.words <= LONGEST_UNLINKED)

    @cached_property
    def _sections(self) -> set[str]:
        """The texts that stand right over a link wherever they are said: columns of an issue, over their articles."""
        over = Counter(a.text for a, b in pairwise(self._blocks) if b.linked_words and not a.linked_words)
        return {text for text, times in over.items() if times > 1 and times == self.said[text]}

    def entry(self, block: TextBlock) -> ContentsEntry | None:
        """Return the entry of a line that says what another block of the page does, with authors or without."""
        text = LEAD.sub("", block.text)
        for word in reversed(list(_WORD.finditer(text))):
            for title in (text[: word.end()], text[: word.end()].rstrip(_MARKS)):
                if self._is_printed(title, block) and names_in(without_announcement(title)) is None:
                    return ContentsEntry(title=title, authors=authors_in(text[len(title) :]), url=None)
        for word in _WORD.finditer(text):
            lead, title = text[: word.start()], text[word.start() :]
            if self._is_printed(title, block) and names_in(title) is None and (names := names_in(lead)):
                return ContentsEntry(title=title, authors=names, url=None)
        return None

    def _is_printed(self, title: str, block: TextBlock) -> bool:
        """Return whether a block other than `block` says `title` and nothing else."""
        often = self.said[title] > (block.text == title)
        return often and len(title) > _SHORTEST_TITLE and title not in self._sections
