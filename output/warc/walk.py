"""A walk over a WARC file from its first byte to its last: every record, and every place where there is none.

The walk never gives up: after damage it goes on at the next gzip member or record that can be found. It is
the one way WARC files are read here: warcio's iterator (1.8.1) takes truncated members for whole ones,
prints damage to stderr, and rewrites target URIs.
"""

from __future__ import annotations

from dataclasses import replace
from typing import IO, TYPE_CHECKING, cast

from output.errors import UsageError
from output.warc.framing import VERSION, Damage, Place, arc_refusal, walk_stretch
from output.warc.stored import StoredRecord
from output.warc.stretch import GZIP, PIECE, Cursor, Inflater, Member, StretchError, fast_inflater

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from output.warc.framing import OpenFile

__all__ = ["Damage", "record_at", "walk"]

_ZSTD = b"\x28\xb5\x2f\xfd"


def walk(
    open_file: OpenFile, name: str, *, inflater: Callable[[], Inflater] = fast_inflater
) -> Iterator[StoredRecord | Damage]:
    """Yield the records of a WARC file (0.17 to 1.1, gzip or plain), and where it is damaged, in file order.

    `name` is its bare name.
    Raises UsageError on ARC files and on zstd.
    """
    with open_file() as stream:
        start = stream.read(PIECE)
        if not start:
            yield Damage(offset=0, problem="an empty file", expected="at least one record")
            return
        if start.startswith(_ZSTD):
            raise UsageError("a zstd-compressed WARC; only gzip and plain ones are read", where=name)
        if start.startswith(GZIP):
            yield from _walk_members(stream, start, open_file, name, inflater)
        elif start.startswith(b"filedesc://"):
            raise arc_refusal(name)
        else:
            stream.seek(0)
            yield from walk_stretch(
                Cursor(lambda: stream.read(PIECE)),
                Place(open_file=open_file, name=name, offset=0, inflater=None),
                stream,
            )


def record_at(open_file: OpenFile, name: str, offset: int) -> StoredRecord | None:
    """Return the whole record that begins at byte `offset` of a WARC file, None when none does."""
    with open_file() as stream:
        stream.seek(offset)
        start = stream.read(PIECE)
        found: Iterator[StoredRecord | Damage]
        if start.startswith(GZIP):
            place = Place(open_file=open_file, name=name, offset=offset, inflater=fast_inflater)
            found = _walk_member(Member(stream, start, fast_inflater()), place)
        elif VERSION.match(start):
            stream.seek(offset)
            place = Place(open_file=open_file, name=name, offset=0, inflater=None)
            found = walk_stretch(Cursor(lambda: stream.read(PIECE), start=offset), place, stream)
        else:
            return None
        try:
            record = next(found, None)
        except StretchError:
            return None
    return record if isinstance(record, StoredRecord) and record.offset == offset else None


def _walk_members(
    stream: IO[bytes], ahead: bytes, open_file: OpenFile, name: str, inflater: Callable[[], Inflater]
) -> Iterator[StoredRecord | Damage]:
    offset = 0
    while ahead or (ahead := stream.read(PIECE)):
        if len(ahead) < len(GZIP):
            ahead += stream.read(PIECE)
        beyond: int | None
        if ahead.startswith(GZIP):
            place = Place(open_file=open_file, name=name, offset=offset, inflater=inflater)
            member = Member(stream, ahead, inflater())
            try:
                yield from _walk_member(member, place)
            except StretchError as error:
                yield Damage(offset=offset, problem=str(error))
                beyond = _find_member(stream, offset + 1, inflater)
            else:
                assert member.length is not None
                offset += member.length
                ahead = member.left
                continue
        else:
            beyond = _find_member(stream, offset, inflater)
            yield _garbage(ahead, offset, stream.seek(0, 2) if beyond is None else beyond)
        if beyond is None:
            return
        offset = stream.seek(beyond)
        ahead = b""


def _walk_member(member: Member, place: Place) -> Iterator[StoredRecord | Damage]:
    """Yield what is in a member; if it is one record, held back until its trailer is known to be right."""
    cursor = Cursor(member.pull)
    if not cursor.peek(1):
        yield Damage(offset=place.offset, problem="an empty gzip member", lost=False)
        return
    found = walk_stretch(cursor, place, None)
    ahead: list[StoredRecord | Damage] = []
    records: list[int] = []
    for one in found:
        if isinstance(one, StoredRecord):
            records.append(len(ahead))
        ahead.append(one)
        if len(records) > 1:
            yield Damage(
                offset=place.offset,
                problem="several records in one gzip member",
                expected="one record a member",
                lost=False,
            )
            break
    else:
        # The member's end has been reached, and with it its CRC32 and ISIZE have been checked.
        for at in records:
            ahead[at] = replace(cast("StoredRecord", ahead[at]), offset=place.offset, length=member.length)
    yield from ahead
    yield from found
    cursor.skip(None)


def _find_member(stream: IO[bytes], offset: int, inflater: Callable[[], Inflater]) -> int | None:
    """Return where, from `offset` on, the next gzip member begins that holds a record."""
    while True:
        stream.seek(offset)
        window = stream.read(PIECE)
        at = window.find(GZIP)
        while at >= 0:
            stream.seek(offset + at)
            cursor = Cursor(Member(stream, stream.read(PIECE), inflater()).pull)
            try:
                if VERSION.match(cursor.peek(8)):
                    return offset + at
            except StretchError:
                pass
            at = window.find(GZIP, at + 1)
        if len(window) < PIECE:
            return None
        offset += len(window) - len(GZIP) + 1


def _garbage(ahead: bytes, offset: int, end: int) -> Damage:
    padding = len(ahead) >= end - offset and not ahead[: end - offset].strip(b"\0")
    return Damage(
        offset=offset,
        problem=f"{end - offset} bytes that are no gzip member",
        expected="a gzip member or the end",
        found="zeros" if padding else repr(ahead[: min(8, end - offset)]),
        lost=not padding,
    )
