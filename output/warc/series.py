"""The files a collection's records go into, one after the other: named, numbered, each begun by a warcinfo record."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol

from output.dates import timestamp17
from output.warc.writer import WarcFile

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from output.warc.record import Record

_SERIAL = re.compile(r"-([0-9]{5,})\.warc\.gz(?:\.open)?\Z")


class Warcinfo(Protocol):
    """What makes the first record of a file."""

    def __call__(self, *, record_id: str, date: datetime, filename: str) -> Record:
        """Return it."""


class WarcSeries:
    """Gives the file to write to, `NAME-YYYYMMDDhhmmssmmm-SSSSS.warc.gz` in `archive`.

    An old file is never written to again: each new one takes the next serial number in the folder.
    """

    def __init__(
        self,
        archive: Path,
        name: str,
        *,
        warcinfo: Warcinfo,
        clock: Callable[[], datetime],
        new_id: Callable[[], str],
    ) -> None:
        self._archive = archive
        self._name = name
        self._warcinfo = warcinfo
        self._clock = clock
        self._new_id = new_id
        self._file: WarcFile | None = None
        self.warcinfo_id = ""
        """WARC-Record-ID of the warcinfo record in force."""

    def current(self) -> WarcFile:
        """Return the file being written, a new one when there is none. Raises ArchiveWriteError, OSError."""
        if self._file is not None:
            return self._file
        date = self._clock()
        filename = f"{self._name}-{timestamp17(date)}-{self._next_serial():05d}.warc.gz"
        record_id = self._new_id()
        file = WarcFile(self._archive / filename)
        try:
            file.append([self._warcinfo(record_id=record_id, date=date, filename=filename)])
        except BaseException:
            file.abandon()
            raise
        self._file, self.warcinfo_id = file, record_id
        return file

    def take(self) -> WarcFile | None:
        """Give away the file being written, None when there is none; the caller closes it."""
        file, self._file = self._file, None
        return file

    def _next_serial(self) -> int:
        found = (_SERIAL.search(path.name) for path in self._archive.iterdir())
        return max((int(match[1]) for match in found if match), default=-1) + 1
