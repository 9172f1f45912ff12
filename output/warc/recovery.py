"""Files that were being written when their writer died: the torn end is put aside, the whole rest is finished."""

from __future__ import annotations

import fcntl
import os
import shutil
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING

from output.durable import replacing, sync_folder
from output.errors import ArchiveError
from output.warc.record import TRAILER
from output.warc.stored import StoredRecord
from output.warc.stretch import plain_inflater
from output.warc.walk import walk
from output.warc.writer import OPEN

if TYPE_CHECKING:
    from pathlib import Path

TORN = ".torn"
"""What the name of a file ends in that holds a torn end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recovered:
    """What became of one file: `path` is the finished one, None when not one record in it was whole.

    `torn` bytes were cut off at `offset`; they are kept in `torn_path`, None when there were none.
    """

    path: Path | None
    offset: int
    torn: int
    torn_path: Path | None


def recover(archive: Path, torn_folder: Path) -> list[Recovered]:
    """Finish every `*.open` file in `archive` that no living writer holds, and tell what was done, by name.

    Each is walked member by member, with zlib, to the trailer (CRC32, ISIZE) and by each record's own length. What
    stands behind the last whole record goes into `torn_folder`, never into `archive`, where readers would stumble
    over it; only when that copy is on disk is the file cut.
    Raises ArchiveError when whole records of the same file follow the damage: then it was no writer's death, and
    cutting would lose them. OSError when the disk fails.
    """
    found: list[Recovered] = []
    for path in sorted(archive.glob(f"*{OPEN}")):
        with path.open("r+b") as stream:
            try:
                fcntl.flock(stream.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                continue
            found.append(_finish(path, stream, torn_folder))
    return found


def whole_length(path: Path) -> int:
    """Return how many bytes of the file at `path` are whole records, one a gzip member, from its beginning on.

    Raises ArchiveError when whole records of the same file stand behind damage.
    """
    whole = 0
    intact = True
    warcinfo_id: str | None = None
    for found in walk(lambda: path.open("rb"), path.name, inflater=plain_inflater):
        if not isinstance(found, StoredRecord):
            intact = False
        elif intact and found.offset == whole and found.length is not None and found.trailer == TRAILER:
            whole += found.length
            if found.type == "warcinfo":
                warcinfo_id = found.record_id
        elif warcinfo_id in {None, found.get("WARC-Warcinfo-ID")}:
            # A torn member may hold a WARC file as its payload: records of that one don't count.
            raise ArchiveError(
                "damage in the middle: whole records follow, nothing was cut",
                where=str(path),
                offset=whole,
                expected="a whole record, or damage only at the end",
                found=f"record {found.record_id}" + ("" if found.offset is None else f" at {found.offset}"),
            )
        else:
            intact = False
    return whole


def _finish(path: Path, stream: IO[bytes], torn_folder: Path) -> Recovered:
    final = path.with_name(path.name.removesuffix(OPEN))
    if final.exists():
        raise ArchiveError("a finished file of the same name is there already", where=str(path))
    whole = whole_length(path)
    torn = stream.seek(0, os.SEEK_END) - whole
    torn_path = _put_aside(stream, whole, torn_folder / (final.name + TORN)) if torn else None
    if not whole:
        path.unlink()
        sync_folder(path.parent)
        return Recovered(path=None, offset=0, torn=torn, torn_path=torn_path)
    stream.truncate(whole)
    os.fsync(stream.fileno())
    path.rename(final)
    sync_folder(path.parent)
    return Recovered(path=final, offset=whole, torn=torn, torn_path=torn_path)


def _put_aside(stream: IO[bytes], offset: int, target: Path) -> Path:
    target.parent.mkdir(exist_ok=True)
    stream.seek(offset)
    with replacing(target) as copy:
        shutil.copyfileobj(stream, copy)
    return target
