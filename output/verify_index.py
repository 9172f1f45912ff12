"""The CDXJ index held against the WARC files it is over."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from output.dates import timestamp14
from output.errors import BackissueError
from output.fault import Fault, shown
from output.mementos import mementos
from output.surt import urlkey
from output.warc.reader import read_records

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from output.memento import Memento
    from output.warc.stored import StoredRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class _Held:
    """A record that has an address: its file's path, its type, and what was read from it if it is a fetch."""

    file: str
    type: str | None
    memento: Memento | None


def check_index(index: Path, warcs: Iterable[Path]) -> Iterator[Fault]:
    """Yield where the CDXJ file and the WARC files disagree, either way.

    Every line must lead to a record of that address, date, length, type, status and digest; every response
    and revisit of the web must have a line; lines must be sorted by byte value.
    """
    try:
        raw = index.read_bytes()
    except OSError as error:
        yield Fault(file=str(index), offset=None, problem=f"can't be read ({error.strerror or error})")
        return
    held = dict(_held(warcs))
    seen = set()
    offset = 0
    previous = b""
    for line in raw.splitlines(keepends=True):
        if line < previous:
            yield Fault(file=str(index), offset=offset, problem="the index is not sorted by byte value")
        previous = line
        parsed = _cdxj_line(line)
        if parsed is None:
            yield Fault(
                file=str(index),
                offset=offset,
                problem="no CDXJ line",
                expected="urlkey, timestamp and JSON",
                found=shown(line),
            )
        else:
            entry = parsed[2]
            key = (str(entry.get("filename")), str(entry.get("offset")))
            seen.add(key)
            yield from _line_faults(str(index), offset, parsed, held.get(key))
        offset += len(line)
    for key, one in held.items():
        if key not in seen and one.memento is not None and one.type in {"response", "revisit"}:
            yield Fault(
                file=one.file,
                offset=int(key[1]),
                problem="a record that the index doesn't list",
                found=one.memento.capture.target_uri,
            )


def _held(warcs: Iterable[Path]) -> Iterator[tuple[tuple[str, str], _Held]]:
    """Yield the records that have an address, by file name and offset; a file's fetches after its records."""
    for path in warcs:
        name = path.name.removesuffix(".open")
        types: dict[str, str | None] = {}
        try:
            for memento in mementos(_noted(path, types), body_limit=0):
                at = str(memento.capture.offset)
                kind = types.pop(at, None)
                yield (name, at), _Held(file=str(path), type=kind, memento=memento)
        except (BackissueError, OSError):
            pass  # check_warcs says what is wrong with it
        for at, kind in types.items():
            yield (name, at), _Held(file=str(path), type=kind, memento=None)


def _noted(path: Path, types: dict[str, str | None]) -> Iterator[StoredRecord]:
    for record in read_records(path, on_damage=lambda _: None):
        if record.offset is not None:
            types[str(record.offset)] = record.type
        yield record


def _line_faults(
    file: str, offset: int, line: tuple[str, str, dict[str, Any]], held: _Held | None
) -> Iterator[Fault]:
    key, timestamp, entry = line
    if held is None:
        place = f"{entry.get('filename')} at byte {entry.get('offset')}"
        yield Fault(file=file, offset=offset, problem="the line leads to no record", found=place)
        return
    if held.memento is None:
        return
    capture = held.memento.capture
    revisit = held.memento.record_type == "revisit"
    told = {
        "urlkey": (key, urlkey(capture.target_uri)),
        "timestamp": (timestamp[:14], timestamp14(capture.date)),
        "url": (entry.get("url"), capture.target_uri),
        "length": (entry.get("length"), capture.length),
        "mime": (_lower(entry.get("mime")), "warc/revisit" if revisit else _bare(held.memento.mime)),
        "status": (entry.get("status"), held.memento.status),
    }
    digest = str(entry.get("digest", ""))
    if digest.startswith("sha256:") and capture.payload_digest is not None:
        told["digest"] = (digest, capture.payload_digest)
    for name, (found, expected) in told.items():
        if _text(found) != _text(expected):
            yield Fault(
                file=file,
                offset=offset,
                problem=f"{name} is not the record's",
                expected=_text(expected),
                found=_text(found),
            )


def _bare(mime: str | None) -> str | None:
    """Return a media type up to its first blank: where it ends for an index, whose fields blanks divide."""
    return next(iter(mime.split()), None) if mime is not None else None


def _text(value: object) -> str:
    return "nothing" if value is None else str(value)


def _lower(value: object) -> object:
    return value.lower() if isinstance(value, str) else value


def _cdxj_line(line: bytes) -> tuple[str, str, dict[str, Any]] | None:
    try:
        key, timestamp, text = line.decode("utf-8").split(" ", 2)
        entry = json.loads(text)
    except ValueError:
        return None
    return (key, timestamp, entry) if isinstance(entry, dict) and timestamp.isdigit() else None
