"""One SQLite file of ours: write-ahead log, one connection for all threads, a schema that grows by migrations."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Self

from output.errors import ArchiveWriteError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

BESIDE = ("", "-wal", "-shm")
"""What the names of the files end in that SQLite keeps for one database."""


class DatabaseDamagedError(ArchiveWriteError):
    """The file is no database, or a damaged one."""


class Database:
    """A database file held open; `rows` reads, `transaction` writes, both from any thread.

    What a transaction wrote outlives the death of this process; after a power cut the last ones may be missing
    (synchronous=NORMAL), but never half there. `migrations` are SQL scripts; how many of them a file has had is its
    user_version.
    """

    def __init__(self, path: Path, migrations: Sequence[str]) -> None:
        self.path = path
        self._lock = threading.RLock()
        self._connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False, timeout=30)
        try:
            self._prepare(migrations)
        except BaseException:
            self._connection.close()
            raise

    @classmethod
    def open(cls, path: Path, migrations: Sequence[str]) -> Self:
        """Open the database at `path`, or make it; its pages are checked and its schema brought up to date.

        Raises DatabaseDamagedError, UsageError when a newer version of this software made it, and
        ArchiveWriteError when the disk does not do its part.
        """
        try:
            return cls(path, migrations)
        except sqlite3.Error as error:
            raise _translated(error, path) from error

    @staticmethod
    def remove(path: Path) -> None:
        """Remove the database at `path` with all that SQLite keeps beside it; raises OSError."""
        for ending in BESIDE:
            path.with_name(path.name + ending).unlink(missing_ok=True)

    def rows(self, sql: str, parameters: Sequence[object] = ()) -> list[tuple[object, ...]]:
        """Return all rows of a query; raises what `open` does."""
        with self._lock:
            try:
                return self._connection.execute(sql, parameters).fetchall()
            except sqlite3.Error as error:
                raise _translated(error, self.path) from error

    def execute(self, sql: str, parameters: Sequence[object] = ()) -> None:
        """Run a statement, inside the transaction under way if there is one; raises what `open` does."""
        with self._lock:
            try:
                self._connection.execute(sql, parameters)
            except sqlite3.Error as error:
                raise _translated(error, self.path) from error

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Give the connection to write with; all of it is kept when the block ends, none after an exception.

        Other threads wait. Raises what `open` does.
        """
        with self._lock:
            try:
                self._connection.execute("BEGIN IMMEDIATE")
                try:
                    yield self._connection
                except BaseException:
                    self._connection.execute("ROLLBACK")
                    raise
                self._connection.execute("COMMIT")
            except sqlite3.Error as error:
                raise _translated(error, self.path) from error

    def close(self) -> None:
        """Give the file back; once more does nothing."""
        with self._lock:
            self._connection.close()

    def _prepare(self, migrations: Sequence[str]) -> None:
        run = self._connection.execute
        run("PRAGMA journal_mode=WAL")
        run("PRAGMA synchronous=NORMAL")
        found = run("PRAGMA quick_check(1)").fetchone()[0]
        if found != "ok":
            raise DatabaseDamagedError("the database is damaged", where=str(self.path), found=str(found))
        version = run("PRAGMA user_version").fetchone()[0]
        if version > len(migrations):
            raise UsageError(
                "made by a newer version of backissue",
                where=str(self.path),
                expected=f"schema {len(migrations)} or older",
                found=f"schema {version}",
            )
        for number, script in enumerate(migrations[version:], version + 1):
            self._connection.executescript(f"BEGIN;\n{script}\nPRAGMA user_version={number};\nCOMMIT;")


def _translated(error: sqlite3.Error, path: Path) -> ArchiveWriteError:
    # SQLITE_CORRUPT and SQLITE_NOTADB come as plain DatabaseError, a full disk and the like as OperationalError.
    damaged = isinstance(error, sqlite3.DatabaseError) and not isinstance(error, sqlite3.OperationalError)
    kind = DatabaseDamagedError if damaged else ArchiveWriteError
    return kind("the database can't be used", where=str(path), found=str(error))
