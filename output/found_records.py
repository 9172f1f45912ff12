"""What one reading of WARC files has found: every record's name and place, in a table on disk.

A verifier asks for records by their ids and by their places; with hundreds of thousands of them a table in a
temporary file keeps its memory flat. Nothing of it outlives the object.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, fields
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType

_BATCH = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundRecord:
    """A record that was read: where it stands, and what an index and its neighbours may say of it.

    `file` is the file as the caller named it, `name` its bare name without `.open`; `offset` is None for
    records that share a gzip member. `date` is the WARC-Date as written, `stated` the payload digest as
    written, `entity` the one computed. `ours` tells whether its file was written by backissue.
    """

    file: str
    name: str
    offset: int | None
    length: int | None
    record_id: str | None
    type: str | None
    uri: str | None
    date: str | None
    status: int | None
    mime: str | None
    stated: str | None
    entity: str | None
    ours: bool

    @property
    def place(self) -> int:
        """The offset to tell, 0 where the record has none of its own."""
        return self.offset or 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """A field that names another record: which, and in what record it stands.

    A revisit that names no record by its id has one too, with `value` None: `to_uri` and `to_date` may say
    what it is a revisit of.
    """

    name: str
    value: str | None
    file: str
    offset: int
    record_id: str | None
    type: str | None
    ours: bool
    date: str | None = None
    stated: str | None = None
    to_uri: str | None = None
    to_date: str | None = None


_COLUMNS = tuple(one.name for one in fields(FoundRecord))
_TIE_COLUMNS = tuple(one.name for one in fields(Tie))
_row = attrgetter(*_COLUMNS)
_tie_row = attrgetter(*_TIE_COLUMNS)


class FoundRecords:
    """A table of the records that were read and of the fields that tie them; gone when closed."""

    def __init__(self) -> None:
        # An empty name is a private file on disk, deleted when the connection closes.
        self._base = sqlite3.connect("", isolation_level=None)
        self._base.execute("PRAGMA synchronous = OFF")
        self._base.execute("PRAGMA journal_mode = OFF")
        self._base.execute(f"CREATE TABLE record ({', '.join(_COLUMNS)}, listed INTEGER DEFAULT 0)")
        self._base.execute(f"CREATE TABLE tie ({', '.join(_TIE_COLUMNS)})")
        self._base.execute("BEGIN")
        self._records: list[tuple[Any, ...]] = []
        self._ties: list[tuple[Any, ...]] = []
        self._indexed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._base.close()

    def add(self, record: FoundRecord, ties: Iterator[Tie]) -> None:
        """Take a record and the fields in it that name others."""
        self._records.append(_row(record))
        self._ties.extend(_tie_row(tie) for tie in ties)
        if len(self._records) >= _BATCH:
            self._flush()

    def at(self, name: str, offset: int) -> FoundRecord | None:
        """Return the record at a place, None when none begins there."""
        self._index()
        return self._one("name = ? AND offset = ?", name, offset)

    def with_id(self, record_id: str) -> FoundRecord | None:
        """Return the first record of this id, None when there is none."""
        self._index()
        return self._one("record_id = ?", record_id)

    def fetched(self, uri: str) -> list[FoundRecord]:
        """Return the responses and resources of an address."""
        self._index()
        return list(self._many("uri = ? AND type IN ('response', 'resource') ORDER BY rowid", uri))

    def has_fetch(self, uri: str) -> bool:
        """Return whether any answer from this address was found."""
        self._index()
        return self._one("uri = ? AND type IN ('response', 'resource', 'revisit')", uri) is not None

    def has_warcinfo(self) -> bool:
        """Return whether any warcinfo record was found."""
        self._index()
        return self._one("type = 'warcinfo'") is not None

    def repeated(self) -> Iterator[FoundRecord]:
        """Yield the records whose id another one before them has."""
        self._index()
        yield from self._many(
            "record_id IN (SELECT record_id FROM record WHERE record_id IS NOT NULL GROUP BY record_id"
            " HAVING count(*) > 1) AND rowid NOT IN (SELECT min(rowid) FROM record GROUP BY record_id)"
            " ORDER BY rowid"
        )

    def ties(self) -> Iterator[Tie]:
        """Yield every field that names another record, in the order they were read."""
        self._index()
        for row in self._base.execute(f"SELECT {', '.join(_TIE_COLUMNS)} FROM tie ORDER BY rowid"):  # noqa: S608 (our own column names)
            yield Tie(**dict(zip(_TIE_COLUMNS, row, strict=True)))

    def list(self, record: FoundRecord) -> bool:
        """Note that an index has a line for a record; return whether it is the first one."""
        done = self._base.execute(
            "UPDATE record SET listed = listed + 1 WHERE name = ? AND offset = ? RETURNING listed",
            (record.name, record.offset),
        ).fetchone()
        return done is not None and done[0] == 1

    def unlisted(self) -> Iterator[FoundRecord]:
        """Yield the answers from the web that no line of an index was noted for; a 304 needs none (`is_listed`)."""
        self._index()
        yield from self._many(
            "listed = 0 AND type IN ('response', 'revisit') AND offset IS NOT NULL AND status IS NOT 304"
            " AND (uri LIKE 'http://%' OR uri LIKE 'https://%') ORDER BY rowid"
        )

    def _one(self, where: str, *values: Any) -> FoundRecord | None:
        return next(self._many(f"{where} LIMIT 1", *values), None)

    def _many(self, where: str, *values: Any) -> Iterator[FoundRecord]:
        query = f"SELECT {', '.join(_COLUMNS)} FROM record WHERE {where}"  # noqa: S608 (no value in it)
        for row in self._base.execute(query, values):
            yield FoundRecord(**dict(zip(_COLUMNS, row, strict=True)) | {"ours": bool(row[-1])})

    def _flush(self) -> None:
        places = ", ".join("?" * len(_COLUMNS))
        columns = ", ".join(_COLUMNS)
        self._base.executemany(f"INSERT INTO record ({columns}) VALUES ({places})", self._records)  # noqa: S608
        tie_places = ", ".join("?" * len(_TIE_COLUMNS))
        self._base.executemany(f"INSERT INTO tie VALUES ({tie_places})", self._ties)  # noqa: S608
        self._records, self._ties = [], []

    def _index(self) -> None:
        """Put what is left into the table, and index it when it is asked for the first time."""
        if self._records:
            self._flush()
        if not self._indexed:
            self._base.execute("CREATE INDEX by_id ON record (record_id)")
            self._base.execute("CREATE INDEX by_place ON record (name, offset)")
            self._base.execute("CREATE INDEX by_uri ON record (uri)")
            self._indexed = True
