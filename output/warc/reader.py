"""The records of a WARC file, whole ones only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from output.errors import DamagedRecordError
from output.warc.stored import StoredRecord
from output.warc.walk import Damage, walk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from output.warc.framing import OpenFile

__all__ = ["StoredRecord", "read_records", "read_records_from"]


def read_records(
    path: Path, on_damage: Callable[[DamagedRecordError], None] | None = None
) -> Iterator[StoredRecord]:
    """Yield the whole records of the WARC file at `path`, gzip or plain by its bytes, 0.17 to 1.1.

    Damage that may have cost a record raises DamagedRecordError with the file and the byte offset; with
    `on_damage` it is called with that error instead, and reading goes on at the next record that can be
    found. Raises UsageError on ARC files and on zstd, OSError when the file can't be read.
    """
    return read_records_from(lambda: path.open("rb"), path.name, on_damage)


def read_records_from(
    open_file: OpenFile, name: str, on_damage: Callable[[DamagedRecordError], None] | None = None
) -> Iterator[StoredRecord]:
    """Yield what `read_records` does, from whatever `open_file` opens; `name` is the file's bare name."""
    for found in walk(open_file, name):
        if isinstance(found, StoredRecord):
            yield found
        elif found.lost:
            error = damage_error(found, name)
            if on_damage is None:
                raise error
            on_damage(error)


def damage_error(damage: Damage, name: str) -> DamagedRecordError:
    """Return `damage` in the file `name` as the error that says so."""
    return DamagedRecordError(
        damage.problem, where=name, offset=damage.offset, expected=damage.expected, found=damage.found
    )
