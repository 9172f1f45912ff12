"""A database that an archive's fetches and pages wait in until the lines are made, so that memory stays flat."""

from __future__ import annotations

import io
import pickle
import sqlite3
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, Any

from output.errors import ArchiveWriteError
from pipelines.page import IssueLink

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class Scratch:
    """An unnamed SQLite database on disk, gone when closed; raises ArchiveWriteError when the disk says no.

    Values are pickled: only what this process itself put there is read back. An issue index, which stands on every
    page, is kept once in memory, and by its number in each value.
    """

    def __init__(self, tables: str) -> None:
        self._indexes: list[tuple[IssueLink, ...]] = []
        self._numbers: dict[tuple[IssueLink, ...], int] = {}
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

    def frozen(self, value: object) -> bytes:
        """Return a value as it can be kept."""
        stream = io.BytesIO()
        _Freezer(stream, self._numbers, self._indexes).dump(value)
        return stream.getvalue()

    def thawed(self, data: bytes) -> Any:
        """Return the value that `frozen` made `data` of."""
        return _Thawer(io.BytesIO(data), self._indexes).load()

    def close(self) -> None:
        """Forget everything."""
        self._connection.close()


class _Freezer(pickle.Pickler):
    def __init__(
        self,
        stream: IO[bytes],
        numbers: dict[tuple[IssueLink, ...], int],
        indexes: list[tuple[IssueLink, ...]],
    ) -> None:
        super().__init__(stream, protocol=pickle.HIGHEST_PROTOCOL)
        self._numbers = numbers
        self._indexes = indexes

    def persistent_id(self, obj: object) -> int | None:
        if type(obj) is not tuple or not obj or type(obj[0]) is not IssueLink:
            return None
        if obj not in self._numbers:
            self._numbers[obj] = len(self._indexes)
            self._indexes.append(obj)
        return self._numbers[obj]


class _Thawer(pickle.Unpickler):
    def __init__(self, stream: IO[bytes], indexes: list[tuple[IssueLink, ...]]) -> None:
        super().__init__(stream)
        self._indexes = indexes

    def persistent_load(self, pid: int) -> tuple[IssueLink, ...]:
        return self._indexes[pid]


def text(value: str) -> str:
    """Return `value` as SQLite takes it: without lone surrogates."""
    return value.encode("utf-8", "backslashreplace").decode()


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        raise ArchiveWriteError("what was read can't be laid aside", found=str(error)) from error
