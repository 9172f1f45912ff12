"""Records in a stretch of bytes (WARC 1.1 §4): head, block by Content-Length, line ends; and their damage."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import IO

from output.errors import UsageError
from output.warc.stored import StoredRecord, parse_fields, parse_length
from output.warc.stretch import PIECE, Cursor, Inflater, Member

OpenFile = Callable[[], IO[bytes]]
"""Opens a WARC file for reading at its first byte; what it gives must be able to seek."""

HELD_BLOCK = 1 << 20
"""Blocks up to this size are kept in memory; larger ones are read from the file when asked for."""

_LONGEST_LINE = 1 << 20
_LONGEST_HEAD = 1 << 21
_LONGEST_TRAILER = 64
VERSION = re.compile(rb"WARC/[0-9]", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Damage:
    """A place where the file is not as it should be.

    `offset` is the byte in the file; inside a gzip member, the member's first. `lost` says whether bytes that
    could have been a record's are gone. `record` is the record it happened in, as far as it could be read.
    """

    offset: int
    problem: str
    expected: str | None = None
    found: str | None = None
    lost: bool = True
    record: StoredRecord | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a stretch stands: what reading a record of it again needs."""

    open_file: OpenFile
    name: str
    offset: int
    inflater: Callable[[], Inflater] | None

    def reread(self, position: int, length: int) -> Iterator[bytes]:
        """Yield `length` bytes of the stretch from `position` on, read from the file again."""
        with self.open_file() as stream:
            if self.inflater is None:
                stream.seek(position)
                cursor = Cursor(lambda: stream.read(PIECE))
            else:
                stream.seek(self.offset)
                cursor = Cursor(Member(stream, stream.read(PIECE), self.inflater()).pull)
                cursor.skip(position)
            while length > 0:
                piece = cursor.take(min(length, HELD_BLOCK))
                if not piece:
                    return
                length -= len(piece)
                yield piece


def walk_stretch(cursor: Cursor, place: Place, stream: IO[bytes] | None) -> Iterator[StoredRecord | Damage]:
    """Yield the records of a stretch, those of a plain file (`stream`) with their addresses."""
    while cursor.peek(1):
        position = cursor.position
        here = position if stream is not None else place.offset
        begin = cursor.peek(11)
        if ends := _take_line_ends(cursor):
            yield Damage(offset=here, problem=f"{len(ends)} bytes of line ends before a record", lost=False)
            continue
        if not VERSION.match(begin):
            if begin.startswith(b"filedesc://"):
                raise arc_refusal(place.name)
            passed = _find_record(cursor)
            yield Damage(
                offset=here,
                problem=f"{passed} bytes that are no record",
                expected="WARC/ or the end",
                found=repr(begin),
            )
            continue
        head = _take_head(cursor)
        record = _read_record(cursor, place, head, position if stream is not None else None)
        if isinstance(record, StoredRecord):
            yield record
            continue
        yield record
        if stream is not None:
            # A wrong length may have run over whole records: look for them from the end of this head on.
            behind = position + len(head)
            stream.seek(behind)
            cursor = Cursor(lambda: stream.read(PIECE), start=behind)
        _find_record(cursor)


def _take_head(cursor: Cursor) -> bytes:
    lines = []
    size = 0
    while size < _LONGEST_HEAD:
        line = cursor.take_line(_LONGEST_LINE)
        lines.append(line)
        size += len(line)
        if line in {b"\r\n", b"\n", b""}:
            break
    return b"".join(lines)


def _read_record(cursor: Cursor, place: Place, head: bytes, offset: int | None) -> StoredRecord | Damage:
    """Read what follows a head; give the record, or what is wrong with its block."""
    lines = head.split(b"\n")
    headers = parse_fields([line.removesuffix(b"\r") for line in lines[1:-2]])
    stated = next((value for key, value in headers if key.lower() == "content-length"), None)
    length = parse_length(stated)
    behind = cursor.position
    where = place.offset if offset is None else offset
    held = None
    got = 0
    if length is not None:
        held = cursor.take(length) if length <= HELD_BLOCK else None
        got = cursor.skip(length) if held is None else len(held)
    record = StoredRecord(
        filename=place.name,
        offset=offset,
        length=None if offset is None else len(head) + got,
        version=lines[0].decode("latin-1").strip(),
        head=head,
        headers=headers,
        block_length=got,
        trailer=_take_line_ends(cursor) if got == length else b"",
        _held=held,
        _reread=partial(place.reread, behind, got),
    )
    if not head.endswith((b"\n\r\n", b"\n\n")):
        return Damage(offset=where, problem="the record's header never ends", record=record)
    if length is None:
        return Damage(
            offset=where,
            problem="no usable Content-Length",
            expected="digits",
            found="nothing" if stated is None else repr(stated),
            record=record,
        )
    if got < length:
        return Damage(
            offset=where,
            problem="the block ends early",
            expected=f"{length} bytes by its Content-Length",
            found=f"{got}",
            record=record,
        )
    return record


def _take_line_ends(cursor: Cursor) -> bytes:
    ends = b""
    while len(ends) < _LONGEST_TRAILER and cursor.peek(1) in {b"\r", b"\n"}:
        ends += cursor.take(1)
    return ends


def _find_record(cursor: Cursor) -> int:
    """Skip to the next line that begins a record, or to the end; return the bytes skipped."""
    start = cursor.position
    while cursor.take_line(_LONGEST_LINE) and not VERSION.match(cursor.peek(8)):
        pass
    return cursor.position - start


def arc_refusal(name: str) -> UsageError:
    """Return the error that refuses an ARC file."""
    return UsageError("an ARC file", where=name, expected="a WARC file (convert it with warcio recompress)")
