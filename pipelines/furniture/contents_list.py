"""The linked list of a table of contents, read block by block: where it ends, and what its lines say together."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from pipelines.addresses import way
from pipelines.furniture.contents_end import LONGEST_AUTHORS, ends_list, follows, is_prose, is_step
from pipelines.furniture.contents_entry import (
    linked_entries,
    plain_entry,
    without_announcement,
)
from pipelines.furniture.contents_own import LONGEST_UNLINKED, OwnLines
from pipelines.words.firms import is_place
from pipelines.words.names import is_name, listed, names_in

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from pipelines.document.textblock import TextBlock
    from pipelines.page import ContentsEntry

_MOST_BETWEEN = 3
"""Cells without a link between a line of the list and the next link."""

_SENTENCE_ENDS = (".", "!", "?", "…")
_FIRST = 2
"""Entries that show where a list's links lead."""

_SHORT_LINK = 3
"""Words of a link in a row of them: a menu's."""


class LinkedList:
    """Reads the linked list whose first line may be the block at `start`, block by block.

    `gaps` are the blocks over which the page shows a blank line.
    """

    def __init__(self, blocks: Sequence[TextBlock], start: int, gaps: Collection[int] = ()) -> None:
        self._blocks = blocks
        self._gaps = gaps
        self._page = OwnLines(blocks)
        self._start = start
        self._entries: list[ContentsEntry] = []
        self._counts: list[int] = []
        """How many entries there are before each block of the list."""

        self._waiting: tuple[str, ...] = ()
        """Authors that stand before the title they belong to."""

        self._led = False
        """Whether the list's first line names authors, so that all stand before their titles."""

        self._beside = False
        """Whether authors stand in one line or row with the link to their article, so that no other line names them."""

        self._foreign: set[int] = set()
        """The blocks with links of which none is an entry, such as those to other sites' first pages."""

        self._sections: set[int] = set()
        """The lines that say what is below them, `FOREIGN POLICY`, or in a sentence what the article above is about."""

    def read(self) -> tuple[int, list[ContentsEntry]]:
        """Return where the list ends, and its entries."""
        at = self._start
        seen: set[tuple[str, str | None]] = set()
        while at < len(self._blocks) and (at == self._start or follows(self._blocks, at)):
            block = self._blocks[at]
            if self._ends(block):
                break
            found = linked_entries(block) if block.linked_words else []
            if any(entry.url is not None and (entry.title, entry.url) in seen for entry in found):
                # No list says a line twice: this is the title of a text behind it, linked to itself.
                return self._without_strangers(at, below=True)
            seen.update((entry.title, entry.url) for entry in found)
            self._counts.append(len(self._entries))
            if block.linked_words:
                self._beside = self._beside or any(entry.authors for entry in found)
                if not found:
                    self._foreign.add(block.order)
                self._take(found)
            elif any(char.isalpha() for char in block.text) and not self._reads_unlinked(at):
                break
            at += 1
        while at > self._start and not self._blocks[at - 1].text and self._blocks[at - 1].shown:
            at -= 1  # a picture that heads what is behind the list
            self._counts.pop()
        return self._without_strangers(at, below=False)

    def _ends(self, block: TextBlock) -> bool:
        """Return whether the list ends before a block, or it leads a step on in a list whose lines have no arrows."""
        last = self._entries[-1].url if self._entries else None
        if last is not None and is_step(block):
            return not is_step(next(b for b in self._blocks[self._start :] if b.linked_words))
        return ends_list(block, last)

    def _without_strangers(self, end: int, *, below: bool) -> tuple[int, list[ContentsEntry]]:
        """Return the list without the links at its end that lead elsewhere than its first two: a menu beside it.

        An issue's first article may have the issue's own address, and an entry with authors is one wherever it leads.
        `below`: under it stands a title.
        """
        entries = self._entries
        end = self._without_row(end)
        linked = [e for e in entries if e.url is not None]
        alike = {way(e.url or "") for e in self._leading_entries()}
        if not below and linked and entries[-1].url is not None and way(entries[-1].url) in alike:
            while self._blocks[end - 1].order in self._foreign:
                end -= 1
            return end, entries  # as most lists do
        alike.update(way(e.url or "") for e in linked[_FIRST:] if any(map(is_name, e.authors)))
        whole = end
        while end > self._start + 1:
            start = self._counts[end - self._start - 1]
            if not self._is_strange(
                self._blocks[end - 1], entries[start:], alike, below=below or end < whole
            ):
                break
            del entries[start:]
            end -= 1
        return end, entries

    def _without_row(self, end: int) -> int:
        """Return where the list ends before a row of short links, where all its other lines have one link each."""
        counts = [*self._counts[: end - self._start], len(self._entries)]
        sizes = [behind - before for before, behind in pairwise(counts)]
        if len(sizes) < _FIRST or sizes[-1] < _FIRST or max(sizes[:-1]) != 1:
            return end
        row = self._entries[counts[-2] :]
        if any(e.authors or e.url is None or len(e.title.split()) > _SHORT_LINK for e in row):
            return end
        del self._entries[counts[-2] :]
        return end - 1

    def _leading_entries(self) -> list[ContentsEntry]:
        """Return the first entries with links; where the first is alone in its block all are: a menu has several."""
        blocks = [
            [e for e in self._entries[start:end] if e.url is not None]
            for start, end in pairwise([*self._counts, len(self._entries)])
        ]
        linked = [block for block in blocks if block]
        if linked and len(linked[0]) == 1:
            linked = [block for block in linked if len(block) == 1]
        return [entry for block in linked for entry in block][:_FIRST]

    def _is_strange(
        self, block: TextBlock, said: Sequence[ContentsEntry], alike: Collection[object], *, below: bool
    ) -> bool:
        """Return whether a block at the end of the list is none of it: `said` are its entries.

        So is a heading over such links, or a label over a title, if there are some `below`.
        """
        if block.linked_words or not block.shown:
            return all(entry.url is not None and way(entry.url) not in alike for entry in said)
        return below and (
            block.order in self._sections or any(not e.authors and self._page.said[e.title] < 2 for e in said)
        )

    def _take(self, found: list[ContentsEntry]) -> None:
        found = [entry for entry in found if not self._goes_on(entry)]
        if not found:
            return
        if self._waiting and found and not found[0].authors:
            found[0] = found[0]._replace(authors=self._waiting)
        self._waiting = ()
        self._entries.extend(found)

    def _goes_on(self, entry: ContentsEntry) -> bool:
        """Return whether a link leads where the last one did and names its authors, or says what others say.

        One link may go around title and authors, and `Read more`, or a sentence, stand below each.
        """
        last = self._entries[-1] if self._entries else None
        if last is None or entry.url is None or entry.url != last.url:
            return False
        if not last.authors and (names := names_in(entry.title)):
            self._entries[-1] = last._replace(authors=names)
            return True
        if self._page.said[entry.title] > 1 or ". " in f"{entry.title} ".replace("… ", ". "):
            return True
        if not last.authors and (names := names_in(last.title)):
            self._entries[-1] = entry._replace(authors=names)
            return True
        return False

    def _reads_unlinked(self, at: int) -> bool:
        """Take in what a line without links says of the list; return whether it is one of the list's at all."""
        block, entries = self._blocks[at], self._entries
        follower = self._follower(at)
        if follower is None and any(entry.title == block.text for entry in entries):
            return False  # the title of a text behind the list, were it a name: `Format Wars`
        if self._is_over_more(block, at) and follower is not None and not self._is_said_above(block):
            self._sections.add(block.order)
        elif (leading := self._leading(at)) is not None:
            self._waiting = leading
        elif (own := self._page.entry(block)) is not None and (
            follower is not None or self._is_listed(at, own)
        ):
            self._take([own])
        elif entries and not entries[-1].authors and (authors := self._authors_line(at, follower)):
            entries[-1] = entries[-1]._replace(authors=authors)
        elif block.words <= LONGEST_UNLINKED and (follower is not None or self._is_over_own(at)):
            said = plain_entry(block.raw)
            if said.authors and not (block.strong or block.text.isupper() or block.text.endswith(".")):
                self._take([said])
            else:
                self._sections.add(block.order)
        else:
            return False
        return True

    def _is_over_more(self, block: TextBlock, at: int) -> bool:
        """Return whether a line is set as a heading, and not as the link above it, whose authors it names."""
        above = self._blocks[at - 1]
        alike = above.linked_words > 0 and above.heading == block.heading
        return block.heading is not None and not (alike and names_in(without_announcement(block.text)))

    def _follower(self, at: int) -> TextBlock | None:
        """Return the linked block that goes on with the list behind the line at `at`.

        One line may stand between, and the page's own; in a table that has the link, too, a row of three.
        """
        passed, cell = 0, self._blocks[at].cell
        for behind in range(at + 1, len(self._blocks)):
            if not follows(self._blocks, behind) or passed > _MOST_BETWEEN:
                break
            block = self._blocks[behind]
            if block.linked_words:
                return None if is_prose(block) else block
            in_table = cell is not None and block.cell is not None and cell.table == block.cell.table
            if block.text and self._page.entry(block) is None:
                passed += 1 if in_table else _MOST_BETWEEN
        return None

    def _is_over_own(self, at: int) -> bool:
        """Return whether the page's own line is the next one, at the end of the list."""
        if at + 1 == len(self._blocks) or not follows(self._blocks, at + 1):
            return False
        own = self._page.entry(self._blocks[at + 1])
        return own is not None and self._is_listed(at + 1, own)

    def _leading(self, at: int) -> tuple[str, ...] | None:
        """Return the authors that the line at `at` names of what follows: in its row, or in a list that opens so."""
        names = names_in(self._blocks[at].text) if at + 1 < len(self._blocks) else None
        if names is None or is_place(names[0]):
            return None
        block, follower = self._blocks[at], self._blocks[at + 1]
        before = self._blocks[at - 1]
        in_cell = block.cell is not None and block.cell == before.cell
        if at > self._start and in_cell and before.text and names_in(before.text) is None:
            return None  # they stand below a title, in a cell that holds both
        if (block.order in self._gaps) != (follower.order in self._gaps):
            return names if block.order in self._gaps and self._is_title(follower) else None
        if block.cell is not None and follower.cell is not None:
            row = block.cell[:2]
            # A page number may follow the authors in their row.
            leads = follower.cell[:2] == row and any(map(str.isalpha, follower.text))
        else:
            titled = self._is_title(follower)
            self._led = self._led or (not self._entries and not self._waiting and titled)
            leads = self._led and titled
        return names if leads else None

    def _is_title(self, block: TextBlock) -> bool:
        """Return whether a block is a line of the list without authors, the page's own as well."""
        own = None if block.linked_words else self._page.entry(block)
        return block.linked_words > 0 or (own is not None and not own.authors)

    def _authors_line(self, at: int, follower: TextBlock | None) -> tuple[str, ...] | None:
        """Return the authors that the line at `at` names; they must be names where the list ends, or in capitals."""
        block, before = self._blocks[at], self._blocks[at - 1]
        in_row = block.cell is not None and before.cell is not None and block.cell[:2] == before.cell[:2]
        if self._beside and not in_row:
            return None
        text = without_announcement(block.text)
        loose = follower is not None and 1 < len(text.split()) <= LONGEST_AUTHORS and text[:1].isupper()
        loose = loose and not text.endswith(_SENTENCE_ENDS)  # what the article is about
        names = names_in(text)
        self._beside = self._beside or (in_row and names is not None)
        return names or (listed(text) or None if loose and not block.text.isupper() else None)

    def _is_said_above(self, block: TextBlock) -> bool:
        """Return whether a line above the list says the same: it is the page's own title."""
        return any(other.text == block.text for other in self._blocks[: self._start])

    def _is_listed(self, at: int, own: ContentsEntry) -> bool:
        """Return whether the list's last line is one of it and not the title of a text behind it."""
        block, before = self._blocks[at], self._blocks[at - 1]
        above = self._blocks[: max(0, self._start - 1)]
        said_above = any(other.text == own.title and not other.linked_words for other in above)
        in_list = block.list_id is not None and block.list_id == before.list_id
        in_table = block.cell is not None and before.cell is not None and block.cell[0] == before.cell[0]
        return said_above or in_list or in_table or bool(own.authors)
