"""All fetches of an archive, in order of their dates, and the newest of each address."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from output.dates import rfc3339
from pipelines.archive.scratch import text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipelines.archive.fetches import Fetch
    from pipelines.archive.scratch import Scratch

TABLE = """
CREATE TABLE fetches (
    key TEXT NOT NULL, date TEXT NOT NULL, filename TEXT NOT NULL, offset INTEGER NOT NULL, uri TEXT NOT NULL,
    fetch BLOB NOT NULL
);
CREATE INDEX fetches_by_key ON fetches (key, date, filename, offset, uri);
"""


class FetchList:
    """The fetches that wait in `scratch`, which has TABLE; raises what that does."""

    def __init__(self, scratch: Scratch) -> None:
        self._scratch = scratch

    def add(self, fetch: Fetch) -> None:
        """Add a fetch."""
        date, filename, offset, uri = fetch.newness
        self._scratch.execute(
            "INSERT INTO fetches VALUES (?, ?, ?, ?, ?, ?)",
            (
                text(fetch.key),
                rfc3339(date),
                filename,
                offset,
                text(uri),
                self._scratch.freezer.frozen(fetch),
            ),
        )

    def __iter__(self) -> Iterator[Fetch]:
        """Yield all fetches, oldest first."""
        for (found,) in self._scratch.rows("SELECT fetch FROM fetches ORDER BY date, filename, offset, uri"):
            yield cast("Fetch", self._scratch.freezer.thawed(found))

    def newest(self, key: str) -> Fetch | None:
        """Return the newest fetch of a canonical address, None when it was never asked for."""
        row = self._scratch.row(
            "SELECT fetch FROM fetches WHERE key = ?"
            " ORDER BY date DESC, filename DESC, offset DESC, uri DESC LIMIT 1",
            (text(key),),
        )
        return None if row is None else cast("Fetch", self._scratch.freezer.thawed(row[0]))
