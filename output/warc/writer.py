"""One WARC file while it is written: whole exchanges or nothing, and never a file that looks finished before it is."""

from __future__ import annotations

import fcntl
import os
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from output.durable import sync_folder
from output.errors import ArchiveWriteError
from output.warc.member import Deflater, best_deflater, member

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from output.warc.record import Record

OPEN = ".open"
"""What the name of a file ends in while it is written."""

_SYNC_EVERY = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """Where a record stands in its file: bytes of its gzip member."""

    record: Record
    offset: int
    length: int


class WarcFile:
    """A new WARC file, `path` with `.open` behind it until `close`; locked, so that no recovery touches it.

    Each exchange is one write(2), unbuffered, so what `append` returned for survives the death of this process;
    what it returned for a second ago survives a power cut. Exchanges with a block outside memory are streamed. When
    the disk fails in the middle, the file is cut back to the last whole exchange.
    All methods raise ArchiveWriteError with the file and the offset when the disk does not do its part.
    """

    def __init__(
        self,
        path: Path,
        *,
        deflater: Callable[[], Deflater] = best_deflater,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self.path = path
        self.size = 0
        """Bytes written so far; all of them whole members."""
        self._open_path = path.with_name(path.name + OPEN)
        self._deflater = deflater
        self._monotonic = monotonic
        self._synced = monotonic()
        self._broken: str | None = None
        try:
            self._handle = os.open(
                self._open_path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o644
            )
        except OSError as error:
            raise self._error("the file can't be made", error) from error
        try:
            fcntl.flock(self._handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            os.close(self._handle)
            raise self._error("the file can't be locked", error) from error

    def append(self, records: Sequence[Record]) -> list[Placed]:
        """Write `records` and return their places; they are all in the file, or none of them is."""
        if self._broken is not None:
            raise ArchiveWriteError(self._broken, where=str(self._open_path), offset=self.size)
        start = self.size
        placed: list[Placed] = []
        ready: list[bytes] = []
        try:
            for record in records:
                before = self.size + sum(map(len, ready))
                pieces = member(record, self._deflater)
                if record.in_memory:
                    ready.append(b"".join(pieces))
                else:
                    self._write(ready)
                    ready = []
                    self._write(pieces)
                behind = self.size + sum(map(len, ready))
                placed.append(Placed(record=record, offset=before, length=behind - before))
            self._write([b"".join(ready)])
            self._sync_now_and_then()
        except BaseException as error:
            self._roll_back(start)
            if isinstance(error, OSError):
                raise self._error("the record can't be written", error) from error
            raise
        return placed

    def sync(self) -> None:
        """Put all that was written on disk."""
        try:
            self._put_on_disk(os.fsync)
        except OSError as error:
            raise self._error("the file can't be put on disk", error) from error

    def close(self) -> None:
        """Put all on disk, and give the file its final name."""
        try:
            if self._broken is not None:
                raise ArchiveWriteError(self._broken, where=str(self._open_path), offset=self.size)
            self.sync()
            try:
                if self.path.exists():
                    raise FileExistsError(17, "a file of this name is there already")
                self._open_path.rename(self.path)
                sync_folder(self.path.parent)
            except OSError as error:
                raise self._error("the file can't get its final name", error) from error
        finally:
            self.abandon()

    def abandon(self) -> None:
        """Let the file go as it stands, for the next recovery to finish."""
        handle, self._handle = self._handle, -1
        if handle >= 0:
            os.close(handle)

    def _write(self, pieces: Iterable[bytes]) -> None:
        for piece in pieces:
            view = memoryview(piece)
            while view:
                written = os.write(self._handle, view)
                self.size += written
                view = view[written:]

    def _sync_now_and_then(self) -> None:
        now = self._monotonic()
        if now - self._synced >= _SYNC_EVERY:
            self._synced = now
            self._put_on_disk(os.fdatasync)

    def _put_on_disk(self, sync: Callable[[int], None]) -> None:
        try:
            sync(self._handle)
        except OSError as error:
            # What the kernel could not write it has forgotten: another try would succeed and lie.
            self._broken = f"the file can't be put on disk ({error.strerror})"
            raise

    def _roll_back(self, start: int) -> None:
        try:
            os.ftruncate(self._handle, start)
            os.lseek(self._handle, start, os.SEEK_SET)
        except OSError as error:
            self._broken = f"a torn record can't be cut off ({error.strerror})"
        else:
            self.size = start

    def _error(self, problem: str, error: OSError) -> ArchiveWriteError:
        return ArchiveWriteError(
            problem, where=str(self._open_path), offset=self.size, found=error.strerror or str(error)
        )
