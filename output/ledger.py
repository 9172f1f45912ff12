"""What the collection has seen, in DIR/ledger.sqlite: which payloads are kept, and each address' newest fetch.

The ledger is never the truth: the WARC files are. Its rows are written after the records are on disk; what a kill
left out is added at the next opening, and a ledger that is lost, damaged or knows other files than the archive has
is made anew.

The crawl asks it two things: is this payload kept already (`original`), and what may be said to the server of the
copy we have (`validators`). The frontier's tables (`output/frontier_store.py`) come by a further migration in
`output/ledger_schema.py` and share `database`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self, cast

from output.database import Database, DatabaseDamagedError
from output.dates import parse_warc_date, rfc3339
from output.ledger_schema import MIGRATIONS
from output.sightings import Sighting, sightings_of
from output.surt import urlkey
from output.warc.record import uri_value
from output.warc.revisit import Original

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable
    from datetime import datetime
    from pathlib import Path

    from output.memento import RecordType

__all__ = ["FILENAME", "Ledger", "Original", "Sighting", "UrlState", "Validators"]

FILENAME = "ledger.sqlite"


@dataclass(frozen=True, slots=True, kw_only=True)
class Validators:
    """What a server said of the copy that is kept, as it said it, and where that copy is.

    At least one of `etag` (ETag) and `last_modified` (Last-Modified) is there: header values, Latin-1.
    """

    etag: str | None
    last_modified: str | None
    original: Original


@dataclass(frozen=True, slots=True, kw_only=True)
class UrlState:
    """How an address stands: when it was last asked for, how often so far, and what came the last time.

    `checked` is aware UTC. `status` and `record_type` are None when the last fetch brought no answer.
    `body_record_id` names the response record with the body of the last 200, None when there was none.
    """

    target_uri: str
    checked: datetime
    checks: int
    status: int | None
    record_type: RecordType | None
    body_record_id: str | None


class Ledger:
    """The ledger of a collection, held open; all methods may be called from any thread.

    They raise ArchiveWriteError when the disk or the database does not do its part. `rebuilt` says why the ledger
    was made anew at opening, None when it was not.
    """

    def __init__(self, database: Database, *, rebuilt: str | None = None) -> None:
        self.database = database
        self.rebuilt = rebuilt

    @classmethod
    def open(cls, path: Path, *, archive: Path) -> Self:
        """Open the ledger at `path` and bring it up to date with the WARC files in `archive`.

        To be called while no WARC file is being written. Raises UsageError when a newer version made it.
        """
        lost = None if path.exists() else "it was not there"
        try:
            ledger = cls(Database.open(path, MIGRATIONS))
            if lost is None:
                lost = ledger._strangers(archive)
        except DatabaseDamagedError as error:
            lost = error.found or error.problem
        else:
            if lost is None:
                ledger._catch_up(archive)
                return ledger
            ledger.close()
        return cls.rebuild(path, archive=archive, reason=lost)

    @classmethod
    def rebuild(cls, path: Path, *, archive: Path, reason: str = "it was asked for") -> Self:
        """Make the ledger anew from the WARC files in `archive`; `reason` says why.

        What other modules keep in it stays, unless the file itself is damaged. Raises what `open` does.
        """
        try:
            database = Database.open(path, MIGRATIONS)
        except DatabaseDamagedError:
            Database.remove(path)
            database = Database.open(path, MIGRATIONS)
        made = cls(database, rebuilt=reason if any(archive.glob("*.warc.gz")) else None)
        try:
            with database.transaction() as connection:
                for table in ("payloads", "urls", "files"):
                    connection.execute(f"DELETE FROM {table}")  # noqa: S608 (our own tables)
            made._catch_up(archive)
        except BaseException:
            database.close()
            raise
        return made

    def original(self, payload_digest: str, target_uri: str, *, transfer_coded: bool) -> Original | None:
        """Return a response record that holds this payload: of the same address if there is one, else the oldest.

        None when there is none whose answer came as this one does, with a transfer coding or without: pywb (2.10)
        takes the framing of a revisit's body from the revisit's head, and shows chunk sizes where they differ.
        """
        rows = self.database.rows(
            "SELECT * FROM payloads WHERE payload_digest = ? AND transfer_coded = ?"
            " ORDER BY target_uri = ? DESC, date, record_id LIMIT 1",
            (payload_digest, transfer_coded, uri_value(target_uri)),
        )
        return _original(rows[0]) if rows else None

    def validators(self, target_uri: str) -> Validators | None:
        """Return what can make the next request for `target_uri` a conditional one, None when nothing can.

        By the address exactly as it was asked for: validators hold for nothing else (RFC 9110 §8.8).
        """
        rows = self.database.rows(
            "SELECT etag, last_modified, payloads.* FROM urls JOIN payloads ON body_record_id = payloads.record_id"
            " WHERE urls.target_uri = ? AND coalesce(etag, last_modified) IS NOT NULL",
            (uri_value(target_uri),),
        )
        if not rows:
            return None
        etag, last_modified, *place = rows[0]
        return Validators(
            etag=cast("str | None", etag),
            last_modified=cast("str | None", last_modified),
            original=_original(place),
        )

    def brought(self, target_uri: str, *, since: datetime, until: datetime) -> Original | None:
        """Return the response record of the newest fetch of `target_uri`, if that brought a 200 in that time.

        `until` is excluded. None too when the fetch became a revisit record, or has no payload.
        """
        rows = self.database.rows(
            "SELECT payloads.* FROM urls JOIN payloads USING (record_id)"
            " WHERE urls.target_uri = ? AND status = 200 AND checked >= ? AND checked < ?",
            (uri_value(target_uri), rfc3339(since), rfc3339(until)),
        )
        return _original(rows[0]) if rows else None

    def url(self, target_uri: str) -> UrlState | None:
        """Return how `target_uri` stands, None when it was never asked for."""
        rows = self.database.rows(
            "SELECT target_uri, checked, checks, status, record_type, body_record_id FROM urls"
            " WHERE target_uri = ?",
            (uri_value(target_uri),),
        )
        return _url_state(rows[0]) if rows else None

    def urls(self) -> list[UrlState]:
        """Return all addresses, the one that was not asked for the longest first."""
        rows = self.database.rows(
            "SELECT target_uri, checked, checks, status, record_type, body_record_id FROM urls"
            " ORDER BY checked, target_uri"
        )
        return [_url_state(row) for row in rows]

    def record(self, sighting: Sighting) -> None:
        """Take in a fetch whose records are on disk, all of it or nothing."""
        with self.database.transaction() as connection:
            _put(connection, sighting)
            _put_file(connection, sighting.filename, sighting.end)

    def close(self) -> None:
        """Let the database go; once more does nothing."""
        self.database.close()

    def _strangers(self, archive: Path) -> str | None:
        """Return what the ledger knows that the archive doesn't have, None when there is nothing."""
        for name, length in self._files().items():
            path = archive / name
            size = path.stat().st_size if path.exists() else 0
            if size < length:
                return f"it knows {length} bytes of {name}, which has {size}"
        return None

    def _catch_up(self, archive: Path) -> None:
        """Add what was written after the last row, file by file."""
        known = self._files()
        for path in sorted(archive.glob("*.warc.gz")):
            size = path.stat().st_size
            done = known.get(path.name, 0)
            if done < size:
                self._take_in(sightings_of(path, start=done), path.name, size)

    def _take_in(self, sightings: Iterable[Sighting], filename: str, size: int) -> None:
        with self.database.transaction() as connection:
            for sighting in sightings:
                _put(connection, sighting)
            _put_file(connection, filename, size)

    def _files(self) -> dict[str, int]:
        rows = self.database.rows("SELECT filename, length FROM files")
        return {str(name): cast("int", length) for name, length in rows}


def _put_file(connection: sqlite3.Connection, filename: str, length: int) -> None:
    connection.execute(
        "INSERT INTO files VALUES (?, ?) ON CONFLICT DO UPDATE SET length = max(length, excluded.length)",
        (filename, length),
    )


def _put(connection: sqlite3.Connection, seen: Sighting) -> None:
    run = connection.execute
    uri, date = uri_value(seen.target_uri), rfc3339(seen.date)
    run(
        "INSERT INTO urls (target_uri, urlkey, checked, checks) VALUES (?, ?, '', 0) ON CONFLICT DO NOTHING",
        (uri, urlkey(uri)),
    )
    run("UPDATE urls SET checks = checks + 1 WHERE target_uri = ?", (uri,))
    run(
        "UPDATE urls SET checked = ?, status = ?, record_type = ?, record_id = ? WHERE target_uri = ?",
        (date, seen.status, seen.record_type, seen.record_id, uri),
    )
    if seen.payload_digest is not None:
        place = (seen.record_id, seen.payload_digest, uri, date, seen.filename, seen.offset, seen.length)
        run(
            "INSERT INTO payloads VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
            (*place, seen.transfer_coded),
        )
    if seen.status == 200:
        # A 200 that can't be referred to (empty, cut short) leaves nothing that a 304 could stand for.
        body = seen.refers_to if seen.record_type == "revisit" else seen.payload_digest and seen.record_id
        run(
            "UPDATE urls SET body_record_id = ?, etag = ?, last_modified = ? WHERE target_uri = ?",
            (body, seen.etag, seen.last_modified, uri),
        )
    elif seen.status == 304 and seen.refers_to is not None:
        # A 304 may bring new validators; what it leaves out stays (RFC 9111 §4.3.4).
        run(
            "UPDATE urls SET etag = coalesce(?, etag), last_modified = coalesce(?, last_modified)"
            " WHERE target_uri = ? AND body_record_id = ?",
            (seen.etag, seen.last_modified, uri, seen.refers_to),
        )


def _original(row: Iterable[object]) -> Original:
    record_id, payload_digest, target_uri, date, filename, offset, length, _ = row
    return Original(
        record_id=str(record_id),
        payload_digest=str(payload_digest),
        target_uri=str(target_uri),
        date=parse_warc_date(str(date)),
        filename=str(filename),
        offset=cast("int", offset),
        length=cast("int", length),
    )


def _url_state(row: Iterable[object]) -> UrlState:
    target_uri, checked, checks, status, record_type, body_record_id = row
    return UrlState(
        target_uri=str(target_uri),
        checked=parse_warc_date(str(checked)),
        checks=cast("int", checks),
        status=cast("int | None", status),
        record_type=cast("RecordType | None", record_type),
        body_record_id=cast("str | None", body_record_id),
    )
