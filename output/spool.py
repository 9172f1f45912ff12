"""Bytes as they arrive: in memory while few, in an unnamed file when many."""

from __future__ import annotations

import tempfile
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MEMORY_LIMIT = 1 << 20
"""Bytes kept in memory before a spool moves to a file."""

CHUNK = 1 << 18


class Spool:
    """An append-only store of bytes that never holds more than `limit` of them in memory.

    `folder` is where the unnamed file is made; the archive's own, so that a full disk shows while receiving,
    not when the record is written. Writing raises OSError when the disk is full.
    """

    __slots__ = ("_chunks", "_file", "_folder", "_limit", "size")

    def __init__(self, *, folder: Path | None = None, limit: int = MEMORY_LIMIT) -> None:
        self._chunks: list[bytes] = []
        self._file: IO[bytes] | None = None
        self._folder = folder
        self._limit = limit
        self.size = 0

    @property
    def in_memory(self) -> bool:
        """Whether all bytes are in memory."""
        return self._file is None

    def write(self, data: bytes) -> None:
        """Append `data`."""
        self.size += len(data)
        if self._file is None:
            self._chunks.append(bytes(data))
            if self.size <= self._limit:
                return
            self._file = tempfile.TemporaryFile(dir=self._folder, buffering=CHUNK)  # noqa: SIM115 (given back by close)
            self._file.writelines(self._chunks)
            self._chunks = []
        else:
            self._file.write(data)

    def head(self, size: int) -> bytes:
        """Return the first `size` bytes, fewer when there are fewer."""
        if self._file is None:
            return self._whole()[:size]
        self._file.seek(0)
        data = self._file.read(size)
        self._file.seek(0, 2)
        return data

    def chunks(self, start: int = 0, end: int | None = None) -> Iterator[bytes]:
        """Yield the bytes from `start` up to `end` in pieces of at most 256 KiB when they are in a file."""
        stop = self.size if end is None else min(end, self.size)
        if self._file is None:
            if start < stop:
                yield self._whole()[start:stop]
            return
        self._file.seek(start)
        left = stop - start
        while left > 0:
            piece = self._file.read(min(CHUNK, left))
            if not piece:
                break
            left -= len(piece)
            yield piece
        self._file.seek(0, 2)

    def lines(self) -> Iterator[bytes]:
        """Yield the bytes line by line, each with its line feed."""
        if self._file is None:
            yield from self._whole().splitlines(keepends=True)
            return
        self._file.seek(0)
        yield from self._file
        self._file.seek(0, 2)

    def close(self) -> None:
        """Forget the bytes and give the file back."""
        self._chunks = []
        if self._file is not None:
            self._file.close()
            self._file = None

    def _whole(self) -> bytes:
        if len(self._chunks) != 1:
            self._chunks = [b"".join(self._chunks)]
        return self._chunks[0]
