"""The records that revisits refer to, found again while WARC files are read one after the other."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING

from output.dates import parse_warc_date, timestamp14
from output.warc.stored import StoredRecord

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from output.memento import Memento

_MOST_HELD = 20_000
"""Revisits that may wait at once; more are passed on as they are, so that memory stays bounded."""


@dataclass(frozen=True, slots=True)
class _Block:
    """Where the block of a response record is."""

    filename: str
    offset: int | None
    length: int | None
    size: int
    reread: Callable[[], Iterator[bytes]]


class Originals:
    """Response records by what a revisit may say of them: their id, or their address and date (WARC 1.1 §5.7, §5.12).

    Where it says neither, its payload digest is what it says. In our files a revisit always stands behind its
    original; of other people's, `hold` lets a revisit wait until all has been read. About 400 bytes are held for each
    record; blocks are read again from where they are.
    """

    def __init__(self, *, hold: bool = False) -> None:
        self._blocks: dict[bytes, _Block] = {}
        self._hold = hold
        self._held: list[tuple[Memento, StoredRecord]] = []

    def hold(self, memento: Memento, record: StoredRecord) -> bool:
        """Let the memento of a revisit record wait for its original; False where it should be passed on now."""
        if not self._hold or len(self._held) >= _MOST_HELD:
            return False
        self._held.append((memento, record))
        return True

    def held(self) -> list[tuple[Memento, StoredRecord]]:
        """Give away what has been waiting."""
        held, self._held = self._held, []
        return held

    def add(self, record: StoredRecord, entity_digest: str | None = None) -> None:
        """Take note of a response record; `entity_digest` is the one computed of its body."""
        block = _Block(
            filename=record.filename,
            offset=record.offset,
            length=record.length,
            size=record.block_length,
            reread=record._reread,  # noqa: SLF001 (the block in memory must not be kept)
        )
        if record.record_id is not None:
            self._blocks.setdefault(_key(record.record_id), block)
        if record.target_uri is not None and record.date is not None:
            self._blocks.setdefault(_key(f"{timestamp14(record.date)} {record.target_uri}"), block)
        for digest in {record.get("WARC-Payload-Digest"), entity_digest} - {None}:
            self._blocks.setdefault(_key(f"payload {digest}"), block)

    def of(self, revisit: StoredRecord) -> StoredRecord | None:
        """Return the record that `revisit` refers to, with the fields that the revisit gives of it; None if unknown."""
        record_id = revisit.get("WARC-Refers-To")
        uri = revisit.get("WARC-Refers-To-Target-URI")
        date = revisit.get("WARC-Refers-To-Date")
        uri = uri.removeprefix("<").removesuffix(">") if uri is not None else revisit.target_uri
        keys = [] if record_id is None else [_key(record_id)]
        with suppress(ValueError):
            keys += [] if date is None else [_key(f"{timestamp14(parse_warc_date(date))} {uri}")]
        digest = revisit.get("WARC-Payload-Digest")
        if digest is not None and "server-not-modified" not in (revisit.get("WARC-Profile") or ""):
            keys.append(_key(f"payload {digest}"))
        block = next((self._blocks[key] for key in keys if key in self._blocks), None)
        if block is None:
            return None
        said = (("WARC-Type", "response"), ("WARC-Record-ID", record_id), ("WARC-Target-URI", uri))
        return StoredRecord(
            filename=block.filename,
            offset=block.offset,
            length=block.length,
            version=revisit.version,
            head=b"",
            headers=tuple((name, value) for name, value in (*said, ("WARC-Date", date)) if value is not None),
            block_length=block.size,
            trailer=b"",
            _held=None,
            _reread=block.reread,
        )


def _key(text: str) -> bytes:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=12).digest()
