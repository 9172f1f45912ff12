"""A file that nowhere stands whole: stretches of other files, and bytes between them."""

from __future__ import annotations

import io
from bisect import bisect_right
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_STEP = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class _Borrowed:
    """`size` bytes of the file at `path` from byte `start` on."""

    path: Path
    start: int
    size: int


class Spliced(io.RawIOBase):
    """A file to be written that keeps no byte of the files it borrows: a package of 10 GB in a few MB of memory.

    What is written while `borrowing(path)` is entered must be the bytes of that file from its first on; all else is
    kept in memory. Kept bytes can be written over, as zipfile does with the head of a member, borrowed ones can't.
    """

    def __init__(self) -> None:
        super().__init__()
        self._starts: list[int] = []
        self._parts: list[bytearray | _Borrowed] = []
        self._size = 0
        self._at = 0
        self._source: Path | None = None
        self._taken = 0

    @property
    def size(self) -> int:
        """Its length in bytes."""
        return self._size

    @contextmanager
    def borrowing(self, path: Path) -> Iterator[None]:
        """Take what is written for the bytes of the file at `path`."""
        self._source, self._taken = path, 0
        try:
            yield
        finally:
            self._source = None

    def readable(self) -> bool:
        """Say no: it is read with `pieces`."""
        return False

    def writable(self) -> bool:
        """Say yes."""
        return True

    def seekable(self) -> bool:
        """Say yes."""
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        """Go to a place in what has been written and return it."""
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._size}[whence]
        self._at = min(max(0, base + offset), self._size)
        return self._at

    def tell(self) -> int:
        """Return the place of the next byte."""
        return self._at

    def write(self, data: bytes, /) -> int:  # type: ignore[override]
        """Write `data` at the present place; raises OSError where that is borrowed."""
        if self._at < self._size:
            self._overwrite(data)
        elif self._source is not None:
            self._append(_Borrowed(path=self._source, start=self._taken, size=len(data)))
            self._taken += len(data)
        elif self._parts and isinstance(last := self._parts[-1], bytearray):
            last += data
        else:
            self._append(bytearray(data))
        self._at += len(data)
        self._size = max(self._size, self._at)
        return len(data)

    def pieces(self, start: int, size: int) -> Iterator[bytes]:
        """Yield `size` bytes from byte `start` on, fewer at the end. Raises OSError."""
        end = min(start + size, self._size)
        part = bisect_right(self._starts, start) - 1
        while start < end:
            began, source = self._starts[part], self._parts[part]
            behind = self._starts[part + 1] if part + 1 < len(self._starts) else self._size
            skipped, wanted = start - began, min(behind, end) - start
            if isinstance(source, bytearray):
                yield bytes(source[skipped : skipped + wanted])
            else:
                yield from file_pieces(source.path, source.start + skipped, wanted)
            start += wanted
            part += 1

    def _append(self, part: bytearray | _Borrowed) -> None:
        last = self._parts[-1] if self._parts else None
        if isinstance(part, _Borrowed) and isinstance(last, _Borrowed) and part.start:
            self._parts[-1] = _Borrowed(path=last.path, start=last.start, size=last.size + part.size)
            return
        self._starts.append(self._size)
        self._parts.append(part)

    def _overwrite(self, data: bytes) -> None:
        part = bisect_right(self._starts, self._at) - 1
        target = self._parts[part]
        at = self._at - self._starts[part]
        if not isinstance(target, bytearray) or at + len(data) > len(target):
            raise OSError("borrowed bytes can't be written over")
        target[at : at + len(data)] = data


def file_pieces(path: Path, start: int, size: int) -> Iterator[bytes]:
    """Yield `size` bytes of the file at `path` from byte `start` on, fewer at its end. Raises OSError."""
    with path.open("rb") as stream:
        stream.seek(start)
        while size > 0 and (piece := stream.read(min(_STEP, size))):
            size -= len(piece)
            yield piece
