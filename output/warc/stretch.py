"""A WARC file as stretches of plain bytes: each gzip member is one, an uncompressed file is one."""

from __future__ import annotations

import zlib
from typing import IO, TYPE_CHECKING, Protocol, cast

from isal import isal_zlib

if TYPE_CHECKING:
    from collections.abc import Callable

GZIP = b"\x1f\x8b\x08"
PIECE = 1 << 16
_GROWN = 1 << 18
_CORRUPT = (zlib.error, cast("type[Exception]", isal_zlib.error))


class Inflater(Protocol):
    """What zlib and isal both call a decompression object."""

    @property
    def eof(self) -> bool:
        """Whether the end of the member has been read, trailer included."""

    @property
    def unused_data(self) -> bytes:
        """Bytes fed that stand after the member."""

    @property
    def unconsumed_tail(self) -> bytes:
        """Bytes fed that were held back because the output was bounded."""

    def decompress(self, data: bytes, max_length: int = 0, /) -> bytes:
        """Return what `data` brings, at most `max_length` bytes when it isn't 0."""


def fast_inflater() -> Inflater:
    """Return isal's inflater for one gzip member: CRC32 and ISIZE checked, twice as fast as zlib."""
    inflater: Inflater = isal_zlib.decompressobj(31)
    return inflater


def plain_inflater() -> Inflater:
    """Return zlib's inflater for one gzip member: the one that wrote nothing here, fit for a judge."""
    return zlib.decompressobj(31)


class StretchError(Exception):
    """The stretch can't be read on: cut or corrupt; the text says which."""


class Cursor:
    """A reader over one stretch: lines, counted bytes and skipping, never holding more than was asked for.

    `start` is the position its first byte has.

    `pull` gives the next piece, empty at the end; it raises StretchError where the stretch is damaged.
    """

    __slots__ = ("_at", "_buffer", "_passed", "_pull")

    def __init__(self, pull: Callable[[], bytes], *, start: int = 0) -> None:
        self._pull = pull
        self._buffer = b""
        self._at = 0
        self._passed = start

    @property
    def position(self) -> int:
        """Bytes of the stretch taken so far."""
        return self._passed + self._at

    def peek(self, size: int) -> bytes:
        """Return the next `size` bytes without taking them, fewer at the end."""
        while len(self._buffer) - self._at < size and self._more():
            pass
        return self._buffer[self._at : self._at + size]

    def take(self, size: int) -> bytes:
        """Take the next `size` bytes, fewer at the end."""
        data = self.peek(size)
        self._at += len(data)
        return data

    def skip(self, size: int | None) -> int:
        """Pass over `size` bytes, or all that are left, and return how many there were."""
        passed = 0
        while size is None or passed < size:
            here = len(self._buffer) - self._at
            if not here:
                if not self._more():
                    break
                continue
            step = here if size is None else min(here, size - passed)
            self._at += step
            passed += step
        return passed

    def take_line(self, limit: int) -> bytes:
        """Take a line with its end; at most `limit` bytes of it, fewer at the end of the stretch."""
        start = self._at
        while True:
            end = self._buffer.find(b"\n", start, self._at + limit)
            if end >= 0:
                line = self._buffer[self._at : end + 1]
                break
            held = len(self._buffer) - self._at
            if held >= limit or not self._more():
                line = self._buffer[self._at : self._at + limit]
                break
            start = self._at + held
        self._at += len(line)
        return line

    def _more(self) -> bool:
        piece = self._pull()
        if self._at:
            self._passed += self._at
            self._buffer = self._buffer[self._at :]
            self._at = 0
        self._buffer = self._buffer + piece if self._buffer else piece
        return bool(piece)


class Member:
    """One gzip member of `stream`, beginning at the stream's position with the bytes `ahead` already read.

    When the cursor has come to the end, `length` is the member's length in bytes and `left` holds the bytes
    read beyond it.
    """

    __slots__ = ("_fed", "_held", "_inflater", "_stream", "left", "length")

    def __init__(self, stream: IO[bytes], ahead: bytes, inflater: Inflater) -> None:
        self._stream = stream
        self._held = ahead
        self._inflater = inflater
        self._fed = len(ahead)
        self.length: int | None = None
        self.left = b""

    def pull(self) -> bytes:
        """Return the next plain bytes, empty at the member's end."""
        while self.length is None:
            if not self._held:
                self._held = self._stream.read(PIECE)
                self._fed += len(self._held)
                if not self._held:
                    raise StretchError("the file ends inside a gzip member")
            try:
                piece = self._inflater.decompress(self._held, _GROWN)
            except _CORRUPT as error:
                raise StretchError(f"the gzip member is corrupt ({error})") from error
            if self._inflater.eof:
                self.left = self._inflater.unused_data
                self.length = self._fed - len(self.left)
            held = b"" if self._inflater.eof else self._inflater.unconsumed_tail
            if not piece and held == self._held:
                raise StretchError("the gzip member is corrupt (no progress)")
            self._held = held
            if piece:
                return piece
        return b""
