"""The CDXJ index held against the WARC files it is over."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from output.errors import BackissueError
from output.fault import Fault, shown
from output.mementos import read_mementos

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from output.memento import Memento


def check_index(index: Path, warcs: Iterable[Path]) -> Iterator[Fault]:
    """Yield where the CDXJ file and the WARC files disagree, either way.

    Every line must lead to a record of that address, date, status and digest; every answer with an address
    of its own must have a line; lines must be sorted by byte value.
    """
    try:
        raw = index.read_bytes()
    except OSError as error:
        yield Fault(file=str(index), offset=None, problem=f"can't be read ({error.strerror or error})")
        return
    held = _answers(warcs)
    offset = 0
    previous = b""
    seen = set()
    for line in raw.splitlines(keepends=True):
        if line < previous:
            yield Fault(file=str(index), offset=offset, problem="the index is not sorted by byte value")
        previous = line
        fields = _cdxj_fields(line)
        if fields is None:
            yield Fault(
                file=str(index),
                offset=offset,
                problem="no CDXJ line",
                found=shown(line),
                expected="key date JSON",
            )
        else:
            timestamp, entry = fields
            key = (str(entry.get("filename")).removesuffix(".open"), _number(entry.get("offset")))
            seen.add(key)
            yield from _index_line(str(index), offset, timestamp, entry, held.get(key))
        offset += len(line)
    for key, (file, memento) in held.items():
        if key not in seen:
            yield Fault(
                file=file,
                offset=memento.capture.offset,
                problem="a record that the index doesn't list",
                expected=f"a line in {index.name}",
                found=memento.capture.target_uri,
            )


def _answers(warcs: Iterable[Path]) -> dict[tuple[str, int], tuple[str, Memento]]:
    """Return the answers that have an address, by file name and offset, each with its file's path."""
    held: dict[tuple[str, int], tuple[str, Memento]] = {}
    for path in warcs:
        try:
            for memento in read_mementos(path, on_damage=lambda _: None, body_limit=0):
                capture = memento.capture
                if memento.record_type is not None and capture.offset is not None:
                    held[path.name.removesuffix(".open"), capture.offset] = (str(path), memento)
        except (BackissueError, OSError):
            continue  # check_warcs has said so
    return held


def _index_line(
    file: str, offset: int, timestamp: str, entry: dict[str, Any], held: tuple[str, Memento] | None
) -> Iterator[Fault]:
    if held is None:
        place = f"{entry.get('filename')} at byte {entry.get('offset')}"
        yield Fault(file=file, offset=offset, problem="the line leads to no record", found=place)
        return
    memento = held[1]
    capture = memento.capture
    date = capture.date.strftime("%Y%m%d%H%M%S")
    digest = str(entry.get("digest", ""))
    told = [
        ("url", str(entry.get("url")), capture.target_uri),
        ("length", str(entry.get("length")), str(capture.length)),
        ("timestamp", timestamp[:14], date),
    ]
    if memento.record_type == "response" and memento.status is not None and "status" in entry:
        told.append(("status", str(entry["status"]), str(memento.status)))
    if digest.startswith("sha256:") and capture.payload_digest is not None:
        told.append(("digest", digest, capture.payload_digest))
    for name, found, expected in told:
        if found != expected:
            yield Fault(
                file=file,
                offset=offset,
                problem=f"{name} is not the record's",
                expected=expected,
                found=found,
            )


def _cdxj_fields(line: bytes) -> tuple[str, dict[str, Any]] | None:
    try:
        _, timestamp, text = line.decode("utf-8").split(" ", 2)
        entry = json.loads(text)
    except ValueError:
        return None
    return (timestamp, entry) if isinstance(entry, dict) and timestamp.isdigit() else None


def _number(value: object) -> int:
    return int(value) if isinstance(value, int | str) and str(value).isdigit() else -1
