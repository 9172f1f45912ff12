"""CDXJ lines held against the records that were found in the WARC files they are over, both ways."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from output.cdxj import REVISIT_MIME, index_line, is_listed
from output.dates import parse_warc_date, timestamp14
from output.errors import BackissueError
from output.fault import Fault, shown
from output.found_records import FoundRecords
from output.surt import urlkey
from output.warc.block_rules import same_digest, same_value
from output.warc.check import WarcSource, check_source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from output.found_records import FoundRecord

_UNTOLD = frozenset({None, "", "-", "unk"})
"""What indexes say where they say nothing."""


def check_index(index: Path, warcs: Iterable[Path]) -> Iterator[Fault]:
    """Yield where the CDXJ file and the WARC files disagree; the WARC files are read for it."""
    with FoundRecords() as found:
        for warc in warcs:
            for _ in check_source(WarcSource.of(warc), found):
                pass
        yield from check_index_file(index, found)


def check_index_file(index: Path, found: FoundRecords) -> Iterator[Fault]:
    """Yield where the CDXJ file at `index` and the records that were found disagree, either way.

    Every line must lead to a record of that address, date, length, type, status and digest; every response
    and revisit of the web must have a line, and one only; lines must be sorted by byte value.
    """
    try:
        with index.open("rb") as stream:
            yield from check_index_lines(stream, str(index), found)
    except OSError as error:
        yield Fault(file=str(index), offset=None, problem=f"can't be read ({error.strerror or error})")
        return
    yield from unlisted_faults(found)


def check_index_lines(lines: Iterable[bytes], file: str, found: FoundRecords) -> Iterator[Fault]:
    """Yield what is wrong with the lines of an index, told under the name `file`; each is noted in `found`."""
    offset = 0
    previous = b""
    for line in lines:
        if line < previous:
            yield Fault(file=file, offset=offset, problem="the index is not sorted by byte value")
        if line == previous:
            yield Fault(file=file, offset=offset, problem="a line that stands twice", found=shown(line))
        previous = line
        parsed = _cdxj_line(line)
        if parsed is None:
            yield Fault(
                file=file,
                offset=offset,
                problem="no CDXJ line",
                expected="urlkey, timestamp and JSON",
                found=shown(line),
            )
        else:
            yield from _line_faults(file, offset, parsed, line, found)
        offset += len(line)


def unlisted_faults(found: FoundRecords) -> Iterator[Fault]:
    """Yield the answers from the web that no index line led to."""
    for record in found.unlisted():
        yield Fault(
            file=record.file,
            offset=record.place,
            problem="a record that the index doesn't list",
            found=record.uri,
        )


def _line_faults(
    file: str, offset: int, line: tuple[str, str, dict[str, Any]], raw: bytes, found: FoundRecords
) -> Iterator[Fault]:
    entry = line[2]
    place = _number(entry.get("offset"))
    record = found.at(str(entry.get("filename")), place) if place is not None else None
    if record is None:
        where = f"{entry.get('filename')} at byte {entry.get('offset')}"
        yield Fault(file=file, offset=offset, problem="the line leads to no record", found=where)
        return
    found.list(record)
    faults = [
        Fault(
            file=file,
            offset=offset,
            problem=f"{name} is not the record's",
            expected=_text(expected),
            found=_text(said),
        )
        for name, (said, expected) in _told(line, record).items()
        if said != expected
    ]
    faults += _digest_faults(file, offset, entry, record)
    if record.ours and not faults:
        faults += _form_faults(file, offset, raw, record)
    yield from faults


def _form_faults(file: str, offset: int, raw: bytes, record: FoundRecord) -> Iterator[Fault]:
    """Yield a fault unless a line is, byte for byte, the one that backissue writes, where it writes one."""
    if not is_listed(record.status):
        yield Fault(file=file, offset=offset, problem="a line that backissue doesn't write", found=shown(raw))
        return
    try:
        date = parse_warc_date(record.date or "")
    except ValueError:
        return
    expected = index_line(
        url=record.uri or "",
        date=date,
        mime=REVISIT_MIME if record.type == "revisit" else record.mime,
        status=record.status,
        digest=record.stated or (None if record.type == "revisit" else record.entity),
        length=record.length or 0,
        offset=record.place,
        filename=record.name,
    )
    if raw != expected:
        yield Fault(
            file=file,
            offset=offset,
            problem="the line is not as backissue writes it",
            expected=shown(expected, 400),
            found=shown(raw, 400),
        )


def _told(line: tuple[str, str, dict[str, Any]], record: FoundRecord) -> dict[str, tuple[object, object]]:
    """Return what a line says of its record and what it should say, by name."""
    key, timestamp, entry = line
    uri = record.uri or ""
    told: dict[str, tuple[object, object]] = {
        "url": (entry.get("url"), uri),
        "length": (_number(entry.get("length")), record.length),
    }
    # Where a form was sent, indexers put what was sent into the key, and the method beside it.
    sent = "__wb_method" in key or entry.get("method", "GET") != "GET"
    if record.ours:
        told["urlkey"] = (key, urlkey(uri))
    elif not sent and uri[:4].lower() == "http":
        told["urlkey"] = (_loose(key), _loose(urlkey(uri)))
    if record.date is not None:
        told["timestamp"] = (timestamp[:14], _timestamp(record.date))
    status, mime = entry.get("status"), entry.get("mime")
    if record.ours or _untold(status) is not None:
        told["status"] = (_number(status), record.status)
    if record.ours or _untold(mime) is not None:
        expected = "warc/revisit" if record.type == "revisit" else _lower(record.mime)
        if record.ours or record.type != "revisit" or mime == "warc/revisit":
            told["mime"] = (_lower(mime), expected)
    if not record.ours and record.type not in {"response", "revisit"}:
        # Indexers make up a status and a type for what is no answer.
        told.pop("status", None)
        told.pop("mime", None)
    return told


def _digest_faults(file: str, offset: int, entry: dict[str, Any], record: FoundRecord) -> Iterator[Fault]:
    said = entry.get("digest")
    known = [one for one in (record.stated, record.entity) if one is not None]
    if _untold(said) is None:
        if record.ours and known:
            yield Fault(
                file=file,
                offset=offset,
                problem="digest is not the record's",
                expected=known[0],
                found="nothing",
            )
        return
    digest = str(said)
    same = same_digest if ":" in digest else same_value
    verdicts = [same(digest, one) for one in known]
    if verdicts and True not in verdicts and (False in verdicts or record.ours):
        yield Fault(
            file=file, offset=offset, problem="digest is not the record's", expected=known[0], found=digest
        )


def _loose(key: str) -> str:
    """Return the part of a key that all indexers make alike: not the query, and no slash at the end."""
    return key.split("?", 1)[0].rstrip("/").lower()


def _timestamp(date: str) -> str | None:
    try:
        return timestamp14(parse_warc_date(date))
    except (ValueError, BackissueError):
        return None


def _number(value: object) -> int | None:
    text = str(value)
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else None


def _untold(value: object) -> object:
    return None if isinstance(value, str | None) and value in _UNTOLD else value


def _text(value: object) -> str:
    return "nothing" if value is None else str(value)


def _lower(value: object) -> object:
    return value.lower() if isinstance(value, str) else value


def _cdxj_line(line: bytes) -> tuple[str, str, dict[str, Any]] | None:
    try:
        key, timestamp, text = line.decode("utf-8").split(" ", 2)
        entry = json.loads(text)
    except (ValueError, RecursionError):
        return None
    digits = timestamp.isascii() and timestamp.isdigit() and len(timestamp) in {14, 17}
    whole = isinstance(entry, dict) and digits and line.endswith(b"\n")
    return (key, timestamp, entry) if whole else None
