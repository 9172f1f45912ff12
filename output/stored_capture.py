"""One capture read back from where it is said to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from output.errors import BackissueError, DamagedRecordError
from output.http import BODY_LIMIT
from output.mementos import mementos
from output.warc.walk import record_at
from output.warc.writer import OPEN

if TYPE_CHECKING:
    from pathlib import Path

    from output.capture import Capture
    from output.memento import Memento
    from output.warc.revisit import Original


def holds(archive: Path, original: Original) -> bool:
    """Say whether the record of `original` is in the folder `archive` and has the payload it is said to have.

    Its bytes are read and hashed: the body that came is thrown away for them.
    """
    try:
        read_capture(archive, original, body_limit=0)
    except (BackissueError, OSError):
        return False
    return True


def read_capture(archive: Path, capture: Capture | Original, *, body_limit: int = BODY_LIMIT) -> Memento:
    """Return the memento of the record that `capture` names in the folder `archive`, its body up to `body_limit`.

    Its file may still be being written. Raises DamagedRecordError when another record or none is there, or when its
    payload is not the one that the capture tells of; OSError.
    """
    if capture.filename is None or capture.offset is None:
        raise DamagedRecordError("a capture without a place", where=capture.target_uri)
    path = archive / capture.filename
    if not path.exists():
        path = path.with_name(path.name + OPEN)
    record = record_at(lambda: path.open("rb"), capture.filename, capture.offset)
    found = next(mementos([record], body_limit=body_limit), None) if record is not None else None
    if found is None or found.capture.record_id != capture.record_id:
        raise DamagedRecordError(
            "the record is not where it should be",
            where=str(path),
            offset=capture.offset,
            expected=capture.record_id,
            found=None if found is None else found.capture.record_id,
        )
    if capture.payload_digest is not None and found.capture.payload_digest != capture.payload_digest:
        raise DamagedRecordError(
            "the payload is another one",
            where=str(path),
            offset=capture.offset,
            expected=capture.payload_digest,
            found=found.capture.payload_digest,
        )
    return found
