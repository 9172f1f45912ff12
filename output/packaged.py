"""Files in a zip, opened so that reading from the middle of a stored one costs nothing."""

from __future__ import annotations

import io
import struct
import zipfile
from typing import IO, TYPE_CHECKING, cast

if TYPE_CHECKING:
    from pathlib import Path

    from typing_extensions import Buffer

_LOCAL = struct.Struct("<4s22xHH")
_ZIP64 = 1


def open_member(path: Path, package: zipfile.ZipFile, name: str) -> IO[bytes]:
    """Open the file `name` of the zip at `path`; a stored one as a window on the zip itself.

    zipfile's own way to seek reads all that stands before, on Python 3.11; no CRC is checked on the window.
    Raises what zipfile does.
    """
    member = package.getinfo(name)
    if member.compress_type != zipfile.ZIP_STORED or member.flag_bits & 1:
        return package.open(member)
    stream = path.open("rb")
    try:
        begin = _data_offset(stream, member)
    except BaseException:
        stream.close()
        raise
    return cast("IO[bytes]", io.BufferedReader(_Window(stream, begin, member.file_size)))


def has_small_zip64(path: Path, member: zipfile.ZipInfo) -> bool:
    """Say whether the local header of a small file has a ZIP64 field, which ReplayWeb.page can't read."""
    if member.file_size >= zipfile.ZIP64_LIMIT or member.compress_size >= zipfile.ZIP64_LIMIT:
        return False
    with path.open("rb") as stream:
        extra = _local_extra(stream, member)[1]
    while len(extra) >= 4:
        kind, size = struct.unpack_from("<HH", extra)
        if kind == _ZIP64:
            return True
        extra = extra[4 + size :]
    return False


def _local_extra(stream: IO[bytes], member: zipfile.ZipInfo) -> tuple[int, bytes]:
    """Return where the data of a member begins, and its local header's extra field (APPNOTE 4.3.7)."""
    stream.seek(member.header_offset)
    head = stream.read(_LOCAL.size)
    if len(head) < _LOCAL.size or head[:4] != b"PK\x03\x04":
        raise zipfile.BadZipFile(f"no local header for {member.filename!r}")
    _, name_size, extra_size = _LOCAL.unpack(head)
    stream.seek(name_size, io.SEEK_CUR)
    return member.header_offset + _LOCAL.size + name_size + extra_size, stream.read(extra_size)


def _data_offset(stream: IO[bytes], member: zipfile.ZipInfo) -> int:
    return _local_extra(stream, member)[0]


class _Window(io.RawIOBase):
    """`size` bytes of a file from `begin` on, as a file of its own."""

    def __init__(self, stream: IO[bytes], begin: int, size: int) -> None:
        super().__init__()
        self._stream = stream
        self._begin = begin
        self._size = size
        self._at = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._size}[whence]
        self._at = max(0, base + offset)
        return self._at

    def readinto(self, buffer: Buffer, /) -> int:
        view = memoryview(buffer).cast("B")
        room = min(len(view), max(0, self._size - self._at))
        self._stream.seek(self._begin + self._at)
        got = self._stream.read(room)
        view[: len(got)] = got
        self._at += len(got)
        return len(got)

    def close(self) -> None:
        self._stream.close()
        super().close()
