"""A collection: the folder in which exchanges become records, and where everything made of them stands.

- archive/: the WARC files, `NAME-YYYYMMDDhhmmssmmm-SSSSS.warc.gz`, with `.open` behind while written
- indexes/: index.cdxj
- records/: JSON Lines of the current state
- runs/RUN/: what one run made
- torn/: ends of records that a killed run left behind, cut off at the next opening
- ledger.sqlite: what was seen, made from the WARC files, and the frontier of the walk under way
- collection.toml: what it is; collection.lock: who holds it
"""

from __future__ import annotations

import re
import threading
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Self

from output import collection_info
from output.cdxj import lines_of, merge_index, rebuild_index
from output.collection_info import CollectionInfo, read_info, warcinfo_record, write_info
from output.dates import timestamp17
from output.errors import ArchiveError, ArchiveWriteError, UsageError
from output.ledger import FILENAME as LEDGER
from output.ledger import Ledger
from output.lock import FolderLock
from output.recorded import entry_of, revisit_of
from output.spool import Spool
from output.stored_capture import holds
from output.warc.record import new_record_id
from output.warc.records import exchange_records
from output.warc.recovery import Recovered, recover
from output.warc.series import WarcSeries

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from types import TracebackType

    from output.capture import Capture, Exchange
    from output.warc.record import Record

__all__ = ["ROLL_SIZE", "Collection", "CollectionInfo"]

ROLL_SIZE = 10**9
"""Bytes at which a WARC file is finished and the next begun (WARC 1.1 Annex C)."""


_BEGUN = re.compile(r"-(\d{17})-\d{5}\.warc\.gz\Z")


def now() -> datetime:
    """Return the present moment, aware UTC."""
    return datetime.now(UTC)


class Collection:
    """A collection held by this process: made with `open`, given back with `close` or as a context manager.

    `recovered` tells what opening did to files that an earlier run had left unfinished. `settings_digest` goes into
    the warcinfo records of files begun from then on.
    """

    def __init__(
        self,
        path: Path,
        info: CollectionInfo,
        lock: FolderLock,
        *,
        settings_digest: str | None,
        roll_size: int,
        clock: Callable[[], datetime],
        new_id: Callable[[], str],
    ) -> None:
        self.path = path
        self.info = info
        self.archive = path / "archive"
        self.indexes = path / "indexes"
        self.records = path / "records"
        self.runs = path / "runs"
        self.index_path = self.indexes / "index.cdxj"
        self.settings_digest = settings_digest
        self.recovered: tuple[Recovered, ...] = ()
        self.ledger: Ledger
        self._lock = lock
        self._series = WarcSeries(
            self.archive,
            info.name,
            warcinfo=self._warcinfo,
            clock=clock,
            new_id=new_id,
        )
        self._roll_size = roll_size
        self._clock = clock
        self._new_id = new_id
        self._adding = threading.Lock()
        self._lines = Spool(folder=path)
        self._closed = False

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        info: CollectionInfo,
        settings_digest: str | None = None,
        roll_size: int = ROLL_SIZE,
        clock: Callable[[], datetime] = now,
        new_id: Callable[[], str] = new_record_id,
    ) -> Self:
        """Open the collection at `path` for writing, or make it; what a killed run left unfinished is finished.

        An existing one keeps its name; `info` otherwise holds for the files of this run.
        Raises CollectionBusyError when another process holds it, UsageError when it is another magazine's, and
        ArchiveError when the folder can't be read or written or is damaged.
        """
        with _disk(path):
            path.mkdir(parents=True, exist_ok=True)
            lock = FolderLock(path / "collection.lock")
        try:
            with _disk(path):
                stored = path / collection_info.FILENAME
                if stored.exists():
                    info = _agreed(info, read_info(stored), path)
                else:
                    write_info(stored, info, clock())
                found = cls(
                    path,
                    info,
                    lock,
                    settings_digest=settings_digest,
                    roll_size=roll_size,
                    clock=clock,
                    new_id=new_id,
                )
                for folder in (found.archive, found.indexes, found.records, found.runs):
                    folder.mkdir(exist_ok=True)
                found._make_whole()
        except BaseException:
            lock.release()
            raise
        return found

    @staticmethod
    def read(path: Path) -> CollectionInfo:
        """Return what the collection at `path` says of itself, without holding it.

        Raises UsageError when there is none, ArchiveError when it can't be read.
        """
        with _disk(path):
            try:
                return read_info(path / collection_info.FILENAME)
            except (FileNotFoundError, NotADirectoryError) as error:
                raise UsageError(
                    "not a collection", where=str(path), expected=f"a folder with {collection_info.FILENAME}"
                ) from error

    @property
    def spool_folder(self) -> Path:
        """The folder for bodies too big for memory, on the disk where their records will be."""
        return self.path

    def add(self, exchange: Exchange) -> Capture | None:
        """Put `exchange` on disk and return the address of its answer's record, None when it brought no answer.

        May be called from any thread; when it returns, the records outlive the death of this process. The spool
        stays open. A payload that is kept already becomes a revisit record. Raises ArchiveWriteError when the records
        can't be written: no part of the exchange is then kept, all earlier ones are; or when the ledger can't, which
        then catches up at the next opening.
        """
        with self._adding, _disk(self.path, ArchiveWriteError):
            if self._closed:
                raise UsageError("the collection is closed", where=str(self.path))
            file = self._series.current()
            made = exchange_records(
                exchange,
                warcinfo_id=self._series.warcinfo_id,
                new_id=self._new_id,
                known=partial(revisit_of, exchange, known=self.ledger, holds=partial(holds, self.archive)),
            )
            placed = file.append(made.in_order())
            entry = entry_of(exchange, made, placed, file.path.name)
            if entry.line is not None:
                self._lines.write(entry.line)
            self.ledger.record(entry.sighting)
            if file.size >= self._roll_size:
                self._finish_file()
            return entry.capture

    def new_run(self) -> Path:
        """Make and return the folder of a new run, named by the moment, 17 digits."""
        date = self._clock()
        with _disk(self.runs):
            while True:
                run = self.runs / timestamp17(date)
                try:
                    run.mkdir()
                except FileExistsError:
                    date += timedelta(milliseconds=1)
                else:
                    return run

    def warcs(self) -> list[Path]:
        """Return the finished WARC files by name; after `finish` these are all."""
        return sorted(self.archive.glob("*.warc.gz"))

    def warcs_before(self, date: datetime) -> list[Path]:
        """Return the finished WARC files but for those of ours that were begun at `date` or later, by their names."""
        moment = timestamp17(date)
        begun = ((path, _BEGUN.search(path.name)) for path in self.warcs())
        return [path for path, found in begun if found is None or found[1] < moment]

    def finish(self) -> None:
        """Finish the WARC file being written and bring the index up to date; the next `add` begins another file.

        Raises ArchiveWriteError.
        """
        with self._adding, _disk(self.path, ArchiveWriteError):
            self._finish_file()

    def close(self) -> None:
        """Finish, and let the collection go, even when finishing fails; once more does nothing."""
        if self._closed:
            return
        try:
            self.finish()
        finally:
            self._closed = True
            self._lines.close()
            self.ledger.close()
            self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _warcinfo(self, *, record_id: str, date: datetime, filename: str) -> Record:
        return warcinfo_record(
            self.info, record_id=record_id, date=date, filename=filename, settings_digest=self.settings_digest
        )

    def _make_whole(self) -> None:
        """Finish what an earlier run left, and see that index and ledger know every finished file."""
        self.recovered = tuple(recover(self.archive, self.path / "torn"))
        self.ledger = Ledger.open(self.path / LEDGER, archive=self.archive)
        if not self.index_path.exists():
            if self.warcs():
                rebuild_index(self.warcs(), self.index_path)
            return
        # A file is indexed before it gets its final name, so only those recovered can be missing.
        lines = [line for one in self.recovered if one.path is not None for line in lines_of(one.path)]
        if lines:
            merge_index(self.index_path, lines)

    def _finish_file(self) -> None:
        file = self._series.take()
        if file is None:
            return
        lines, self._lines = self._lines, Spool(folder=self.path)
        try:
            file.sync()
            merge_index(self.index_path, lines.lines())
            file.close()
        finally:
            lines.close()
            file.abandon()


def _agreed(given: CollectionInfo, stored: CollectionInfo, path: Path) -> CollectionInfo:
    if given.profile != stored.profile:
        raise UsageError(
            "the collection is another magazine's",
            where=str(path),
            expected=f"profile {stored.profile}",
            found=given.profile,
        )
    return replace(given, name=stored.name)


@contextmanager
def _disk(where: Path, kind: type[ArchiveError] = ArchiveError) -> Iterator[None]:
    """Turn what the disk says no with into an error that names the place."""
    try:
        yield
    except OSError as error:
        place = where if error.filename is None else error.filename
        raise kind("the disk says no", where=str(place), found=error.strerror or str(error)) from error
