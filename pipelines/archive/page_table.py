"""The pages of an archive: for each canonical address the captures that may count, and which of them does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Literal, cast

from pipelines.archive.choice import History, Page
from pipelines.archive.scratch import text

if TYPE_CHECKING:
    from pipelines.archive.scratch import Scratch

TABLE = """
CREATE TABLE pages (
    key TEXT PRIMARY KEY, history BLOB NOT NULL, chosen INTEGER NOT NULL DEFAULT 0, other INTEGER
) WITHOUT ROWID;
"""


class PageTable:
    """The pages that wait in `scratch`, which has TABLE; raises what that does.

    `chosen` maps each address to the capture that counts, the newest unless told otherwise; `other` maps some to the
    one to fall back to. Both go through addresses in their order.
    """

    def __init__(self, scratch: Scratch) -> None:
        self._scratch = scratch
        self.chosen: Mapping[str, Page] = _View(scratch, "chosen")
        self.other: Mapping[str, Page] = _View(scratch, "other")

    def history(self, key: str) -> History:
        """Return what is remembered of an address."""
        row = self._scratch.row("SELECT history FROM pages WHERE key = ?", (text(key),))
        return History() if row is None else cast("History", self._scratch.freezer.thawed(row[0]))

    def put(self, key: str, history: History) -> None:
        """Remember `history` of an address."""
        self._scratch.execute(
            "INSERT OR REPLACE INTO pages (key, history) VALUES (?, ?)",
            (text(key), self._scratch.freezer.frozen(history)),
        )

    def captures(self) -> Iterator[tuple[str, tuple[Page, ...]]]:
        """Yield each address with its captures that may count; nothing may be put meanwhile."""
        for key, history in self._scratch.rows("SELECT key, history FROM pages ORDER BY key"):
            yield key, self._scratch.freezer.thawed(history).captures

    def choose(self, key: str, chosen: Page, other: Page | None) -> None:
        """Let `chosen` count, and `other` be what to fall back to; both are among the captures of the address."""
        captures = self.history(key).captures
        self._scratch.execute(
            "UPDATE pages SET chosen = ?, other = ? WHERE key = ?",
            (captures.index(chosen), None if other is None else captures.index(other), text(key)),
        )


class _View(Mapping[str, Page]):
    def __init__(self, scratch: Scratch, which: Literal["chosen", "other"]) -> None:
        self._scratch = scratch
        self._which = which

    def __getitem__(self, key: str) -> Page:
        row = self._scratch.row("SELECT history, chosen, other FROM pages WHERE key = ?", (text(key),))
        at = None if row is None else row[1 if self._which == "chosen" else 2]
        if row is None or at is None:
            raise KeyError(key)
        return cast("Page", self._scratch.freezer.thawed(row[0]).captures[at])

    def __iter__(self) -> Iterator[str]:
        every = "SELECT key FROM pages ORDER BY key"
        some = "SELECT key FROM pages WHERE other IS NOT NULL ORDER BY key"
        return (key for (key,) in self._scratch.rows(every if self._which == "chosen" else some))

    def __len__(self) -> int:
        row = self._scratch.row("SELECT count(chosen), count(other) FROM pages")
        assert row is not None
        return int(row[0 if self._which == "chosen" else 1])
