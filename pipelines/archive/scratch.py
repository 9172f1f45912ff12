"""A database that an archive's fetches and pages wait in until the lines are made, so that memory stays flat."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from output.errors import ArchiveWriteError
from pipelines.archive.freezer import Freezer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class Scratch:
    """An unnamed SQLite database on disk, gone when closed; raises ArchiveWriteError when the disk says no.

    `freezer` makes values of what can be kept in it.
    """

    def __init__(self, tables: str) -> None:
        self.freezer = Freezer()
        with _told():
            # The empty name is SQLite's own for a temporary database on disk.
            self._connection = sqlite3.connect("", isolation_level=None)
            self._connection.executescript(tables)
            self._connection.execute("BEGIN")

    def execute(self, sql: str, parameters: Sequence[object] = ()) -> None:
        """Run a statement."""
        with _told():
            self._connection.execute(sql, parameters)

    def row(self, sql: str, parameters: Sequence[object] = ()) -> tuple[Any, ...] | None:
        """Return the first row of a query, None when there is none."""
        with _told():
            found: tuple[Any, ...] | None = self._connection.execute(sql, parameters).fetchone()
        return found

    def rows(self, sql: str, parameters: Sequence[object] = ()) -> Iterator[tuple[Any, ...]]:
        """Yield the rows of a query; nothing may be written meanwhile."""
        with _told():
            yield from self._connection.execute(sql, parameters)

    def close(self) -> None:
        """Forget everything."""
        self._connection.close()


def text(value: str) -> str:
    """Return `value` as SQLite takes it: without lone surrogates."""
    return value.encode("utf-8", "backslashreplace").decode()


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        raise ArchiveWriteError("what was read can't be laid aside", found=str(error)) from error
