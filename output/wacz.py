"""A collection packed into one WACZ file, and no package called done that was not read back whole."""

from __future__ import annotations

import errno
import os
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from output.durable import replacing
from output.errors import ArchiveError, UsageError
from output.lock import FolderLock
from output.package.contents import INDEX, finished_warcs, index_of, unfinished_warcs
from output.package.write import write_package
from output.verify import verify_package

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from output.fault import Fault
    from output.verify import Rederive

_READ_ONLY = {errno.EROFS, errno.EACCES, errno.EPERM}


@dataclass(frozen=True, slots=True, kw_only=True)
class Packed:
    """A package that is done: where it is, its size in bytes, and how many members it lists."""

    path: Path
    size: int
    members: int


def pack(collection: Path, target: Path, *, title: str, rederive: Rederive | None = None) -> Packed:
    """Pack the collection at `collection` into the WACZ 1.1.1 file `target`, which must not be there yet.

    It is written under a temporary name beside it, put on disk, read back (zip, digests, WARC files, index, pages, and
    with `rederive` the JSON Lines), and only then renamed; whatever goes wrong, nothing stands under `target`. Memory
    is flat: bytes go in pieces, and only titles are held. The collection is locked meanwhile, unless its folder is
    read-only.
    Raises UsageError on a wrong path, CollectionBusyError while a run is writing, ArchiveError when the collection is
    damaged or has a file that a killed run left open, or when `target` can't be written.
    """
    if os.path.lexists(target):
        raise UsageError("already there", where=str(target), expected="a file that is not there yet")
    finished_warcs(collection)
    with _held(collection), _writing(target):
        if left := unfinished_warcs(collection):
            raise ArchiveError(
                "a killed run left this file unfinished",
                where=str(left[0]),
                expected="the next run to finish it",
            )
        with replacing(target) as stream:
            written = write_package(stream, collection, title=title)
            stream.flush()
            os.fsync(stream.fileno())
            _verify(target.with_name(f".{target.name}.part"), collection, target, rederive)
    return Packed(path=target, size=target.stat().st_size, members=len(written))


def _verify(part: Path, collection: Path, target: Path, rederive: Rederive | None) -> None:
    """Raise the first fault of what was written as an ArchiveError, under the names that the user knows."""
    faults: list[Fault] = []
    verify_package(part, faults.append, rederive)
    if not faults:
        return
    first, more = faults[0], len(faults) - 1
    inside = first.file.removeprefix(f"{part}!")
    source = index_of(collection) if inside == INDEX else collection / inside
    place = source if source.exists() else target
    raise ArchiveError(
        f"not packed: {first.problem}" + (f", and {more} more (backissue verify names them)" if more else ""),
        where=str(place),
        offset=first.offset,
        expected=first.expected,
        found=first.found,
    )


@contextmanager
def _held(collection: Path) -> Iterator[None]:
    """Hold the collection, so that no run adds to it; in a read-only folder none can."""
    try:
        lock = FolderLock(collection / "collection.lock")
    except OSError as error:
        if error.errno not in _READ_ONLY:
            raise ArchiveError("can't be held", where=str(collection), found=error.strerror) from error
        yield
        return
    with lock:
        yield


@contextmanager
def _writing(target: Path) -> Iterator[None]:
    """Turn what the disk says no with into an error that names the place."""
    try:
        yield
    except OSError as error:
        # The temporary name means nothing to the user.
        named = error.filename is not None and target.name not in str(error.filename)
        place = error.filename if named else target
        raise ArchiveError("can't be packed", where=str(place), found=error.strerror or str(error)) from error
