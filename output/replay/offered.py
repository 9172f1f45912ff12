"""What is put before the player: a WACZ or WARC file as it is, or a collection as the package it would be."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from output.errors import ArchiveError, UsageError
from output.package.contents import finished_warcs
from output.package.write import write_package
from output.replay.spliced import Spliced, file_pieces

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_TAIL = 1 << 16
_GZIP = b"\x1f\x8b\x08"


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """An archive that can be asked for ranges: the path it is served at, its size in bytes, and its bytes.

    `pieces(start, size)` yields bytes. The path holds a mark of the content: the player keeps what it has read by
    the address, and would show yesterday's archive for today's.
    """

    path: str
    size: int
    pieces: Callable[[int, int], Iterator[bytes]]


def offer(path: Path, *, title: str) -> Offered:
    """Return the collection folder, WACZ or WARC file at `path` as the player can read it.

    Of a collection the package is laid out but not written: its files are read once for their digests, and what the
    player asks for comes from where it stands. `title` is a collection's.
    Raises UsageError on anything else, ArchiveError when the collection lacks its index or can't be read.
    """
    try:
        if path.is_dir():
            finished_warcs(path)
            laid = Spliced()
            write_package(laid, path, title=title, borrowing=laid.borrowing)
            return _offered(path, ".wacz", laid.size, laid.pieces)
        if not path.is_file():
            raise UsageError("no such file or folder", where=str(path))
        return _offered(path, _suffix(path), path.stat().st_size, partial(file_pieces, path))
    except OSError as error:
        raise ArchiveError(
            "can't be read", where=str(error.filename or path), found=error.strerror
        ) from error


def _suffix(path: Path) -> str:
    """Return the ending by which the player knows what a file is, told from its first bytes."""
    with path.open("rb") as stream:
        start = stream.read(11)
    if start.startswith(b"PK\3\4"):
        return ".wacz"
    if start.startswith(b"WARC/"):
        return ".warc"
    if start.startswith(_GZIP):
        return ".warc.gz"
    if start.startswith(b"filedesc://"):
        raise UsageError(
            "an ARC file", where=str(path), expected="a WARC file (convert it with warcio recompress)"
        )
    raise UsageError("no archive", where=str(path), expected="a collection, a WACZ or a WARC file")


def _offered(path: Path, suffix: str, size: int, pieces: Callable[[int, int], Iterator[bytes]]) -> Offered:
    # A zip ends with the CRC of every member; of a WARC file, its end and its size must do.
    tail = hashlib.sha256(str(size).encode())
    for piece in pieces(max(0, size - _TAIL), _TAIL):
        tail.update(piece)
    stem = "".join(
        one if one.isascii() and one.isalnum() else "-" for one in path.resolve().name.split(".")[0]
    )
    return Offered(path=f"/{stem or 'archive'}-{tail.hexdigest()[:12]}{suffix}", size=size, pieces=pieces)
