"""All fetches of an archive, on disk until the lines are made of them: memory does not grow with their number."""

from __future__ import annotations

import pickle
import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING, cast

from output.dates import rfc3339
from output.errors import ArchiveWriteError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipelines.fetches import Fetch

_TABLE = """
CREATE TABLE fetches (
    key TEXT NOT NULL, date TEXT NOT NULL, filename TEXT NOT NULL, offset INTEGER NOT NULL, uri TEXT NOT NULL,
    fetch BLOB NOT NULL
);
CREATE INDEX by_key ON fetches (key, date, filename, offset, uri);
"""


class FetchList:
    """An unnamed database of fetches, gone when closed; raises ArchiveWriteError when the disk does not do its part.

    Only what this process itself put there is read back, so pickle is safe here.
    """

    def __init__(self) -> None:
        with _told():
            # The empty name is SQLite's own for a temporary database on disk.
            self._connection = sqlite3.connect("", isolation_level=None)
            self._connection.executescript(_TABLE)
            self._connection.execute("BEGIN")

    def add(self, fetch: Fetch) -> None:
        """Add a fetch."""
        date, filename, offset, uri = fetch.newness
        row = (
            fetch.key,
            rfc3339(date),
            filename,
            offset,
            uri.encode("utf-8", "replace").decode(),
            pickle.dumps(fetch, protocol=pickle.HIGHEST_PROTOCOL),
        )
        with _told():
            self._connection.execute("INSERT INTO fetches VALUES (?, ?, ?, ?, ?, ?)", row)

    def __iter__(self) -> Iterator[Fetch]:
        """Yield all fetches, oldest first."""
        with _told():
            yield from map(
                _read,
                self._connection.execute("SELECT fetch FROM fetches ORDER BY date, filename, offset, uri"),
            )

    def newest(self, key: str) -> Fetch | None:
        """Return the newest fetch of a canonical address, None when it was never asked for."""
        with _told():
            row = self._connection.execute(
                "SELECT fetch FROM fetches WHERE key = ?"
                " ORDER BY date DESC, filename DESC, offset DESC, uri DESC LIMIT 1",
                (key,),
            ).fetchone()
        return None if row is None else _read(row)

    def close(self) -> None:
        """Forget all of them."""
        self._connection.close()


def _read(row: tuple[bytes]) -> Fetch:
    return cast("Fetch", pickle.loads(row[0]))  # noqa: S301 (written by this process)


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        raise ArchiveWriteError("the fetches can't be laid aside", found=str(error)) from error
