"""WARC files read back as mementos: every fetch once, with what came, or why nothing did."""

from __future__ import annotations

import base64
import binascii
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, cast, get_args

from output.capture import Capture, Source
from output.http import BODY_LIMIT, EntityDigest, Headers, decode_content, is_http, parse_head, split_response
from output.memento import Memento
from output.originals import Originals
from output.warc.exchange import Exchanged, exchanges, record_fields
from output.warc.reader import read_records_from

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from output.errors import DamagedRecordError
    from output.warc.framing import OpenFile
    from output.warc.stored import StoredRecord

_HEAD_LIMIT = 1 << 20
_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_UNDATED = datetime(1970, 1, 1, tzinfo=UTC)
"""Stands for a date that neither the record nor its warcinfo gives."""


def read_mementos(
    path: Path,
    *,
    on_damage: Callable[[DamagedRecordError], None] | None = None,
    body_limit: int = BODY_LIMIT,
    originals: Originals | None = None,
) -> Iterator[Memento]:
    """Yield each fetch kept in the WARC file at `path`, in file order.

    Damage raises DamagedRecordError, or calls `on_damage` and goes on. Of a body no more than `body_limit`
    bytes are held or given; `coding_error` says so when there was more. `originals` are what revisits may refer
    to: those of the files read before, if the same ones are handed over. Raises UsageError on ARC files.
    """
    return read_mementos_from(
        lambda: path.open("rb"), path.name, on_damage=on_damage, body_limit=body_limit, originals=originals
    )


def read_mementos_from(
    open_file: OpenFile,
    name: str,
    *,
    on_damage: Callable[[DamagedRecordError], None] | None = None,
    body_limit: int = BODY_LIMIT,
    originals: Originals | None = None,
) -> Iterator[Memento]:
    """Yield what `read_mementos` does, from whatever `open_file` opens; `name` is the file's bare name."""
    records = read_records_from(open_file, name, on_damage)
    yield from mementos(records, body_limit=body_limit, originals=originals)


def mementos(
    records: Iterable[StoredRecord], *, body_limit: int = BODY_LIMIT, originals: Originals | None = None
) -> Iterator[Memento]:
    """Yield the fetches among the records of one WARC file.

    Answers of other protocols (dns, ftp) and resources that are no page are passed over. `originals`: see
    `read_mementos`.
    """
    originals = Originals() if originals is None else originals
    info: StoredRecord | None = None
    source: Source = "warc"
    for exchange in exchanges(records):
        if exchange.info is not info:
            info = exchange.info
            source = _source_of(info)
        memento = _memento(exchange, _stated_source(exchange) or source, body_limit)
        if memento is None:
            continue
        record = exchange.answer
        if record is not None and record.type == "response":
            originals.add(record, memento.capture.payload_digest)
        elif record is not None and record.type == "revisit":
            original = originals.of(record)
            if original is None and originals.hold(memento, record):
                continue
            memento = _with_original(memento, original, body_limit)
        yield memento


def late_mementos(originals: Originals, *, body_limit: int = BODY_LIMIT) -> Iterator[Memento]:
    """Yield the revisits that waited for their originals, now that all files have been read."""
    for memento, record in originals.held():
        yield _with_original(memento, originals.of(record), body_limit)


def _memento(exchange: Exchanged, source: Source, body_limit: int) -> Memento | None:
    record = exchange.answer or exchange.metadata or exchange.request
    if record is None or not _is_web(record.target_uri):
        return None
    if record.type in {"response", "revisit"}:
        return _answered(exchange, record, source, body_limit)
    if record.type == "resource":
        return _resource(exchange, record, source, body_limit)
    return Memento(
        capture=_capture(exchange, record, source, None),
        record_type=None,
        status=None,
        headers=(),
        body=b"",
        via=exchange.get("via"),
        hops=exchange.get("hopsFromSeed"),
        error=exchange.get("fetch-error"),
    )


def _answered(exchange: Exchanged, record: StoredRecord, source: Source, body_limit: int) -> Memento:
    """Return the memento of a response or revisit record; a revisit without a stored head has no status, no headers."""
    start = record.start(min(record.block_length, _HEAD_LIMIT))
    layout = split_response(start)
    is_head = is_http(start[layout.start :])
    head = parse_head(start[layout.start :]) if is_head else None
    headers: Headers = head.headers if head is not None else ()
    problem = None
    body_at = layout.body if layout.body is not None else record.block_length
    if head is None and record.block_length:
        problem = f"the block is no HTTP response, begins with {start[:8]!r}"
    body, digest, coding = _read_body(record, body_at, headers, body_limit)
    revisit = record.type == "revisit"
    return Memento(
        capture=_capture(exchange, record, source, _stored_digest(record) if revisit else digest),
        record_type="revisit" if revisit else "response",
        status=head.status if head is not None else None,
        headers=headers,
        body=body,
        via=exchange.get("via"),
        hops=exchange.get("hopsFromSeed"),
        error=exchange.get("fetch-error"),
        coding_error=problem or coding,
    )


def _with_original(revisit: Memento, original: StoredRecord | None, body_limit: int) -> Memento:
    """Return the memento of a revisit record with what it takes to read `original`, the one it refers to."""
    if original is None or revisit.body:
        return revisit
    referred = Capture(
        target_uri=original.target_uri or revisit.capture.target_uri,
        date=original.date or revisit.capture.date,
        record_id=original.record_id,
        payload_digest=revisit.capture.payload_digest,
        filename=original.filename,
        offset=original.offset,
        length=original.length,
        source=revisit.capture.source,
    )
    capture = replace(revisit.capture, revisit_of=referred)
    return replace(revisit, capture=capture, unfold=partial(_unfold, revisit, capture, original, body_limit))


def _unfold(revisit: Memento, capture: Capture, original: StoredRecord, body_limit: int) -> Memento:
    start = original.start(min(original.block_length, _HEAD_LIMIT))
    layout = split_response(start)
    head = parse_head(start[layout.start :])
    said = revisit.headers if revisit.status not in {None, 304} else head.headers
    # The body is framed as it came then; everything else is as it was said now.
    framing = tuple(field for field in head.headers if field[0].lower() == b"transfer-encoding")
    codings = (*framing, *(field for field in said if field[0].lower() != b"transfer-encoding"))
    body_at = layout.body if layout.body is not None else original.block_length
    body, _, problem = _read_body(original, body_at, codings, body_limit)
    return replace(
        revisit,
        capture=capture,
        status=revisit.status if said is revisit.headers else head.status,
        headers=said,
        body=body,
        coding_error=problem,
    )


def _resource(exchange: Exchanged, record: StoredRecord, source: Source, body_limit: int) -> Memento | None:
    """Return the memento of a page kept without its HTTP head: as if it had been answered with 200."""
    if record.content_type not in _PAGES:
        return None
    headers: Headers = ((b"content-type", (record.get("Content-Type") or "").encode("latin-1", "replace")),)
    body, digest, problem = _read_body(record, 0, (), body_limit)
    return Memento(
        capture=_capture(exchange, record, source, digest),
        record_type="response",
        status=200,
        headers=headers,
        body=body,
        via=exchange.get("via"),
        hops=exchange.get("hopsFromSeed"),
        coding_error=problem,
    )


def _read_body(
    record: StoredRecord, start: int, headers: Headers, limit: int
) -> tuple[bytes, str, str | None]:
    """Return the decoded body, the entity-body's digest, and what is wrong; hold `limit` bytes at most."""
    digest = EntityDigest(headers)
    kept: list[bytes] = []
    room = limit
    skip = start
    for chunk in record.chunks():
        piece = chunk[skip:] if skip else chunk
        skip = max(0, skip - len(chunk))
        digest.update(piece)
        if room > 0 and piece:
            kept.append(piece[:room])
            room -= len(piece)
    body, problem = decode_content(headers, b"".join(kept), limit=limit)
    if room < 0:
        problem = f"cut: only the first {limit} bytes as stored were read"
    return body, digest.digest(), problem


def _capture(
    exchange: Exchanged, record: StoredRecord, source: Source, payload_digest: str | None
) -> Capture:
    info_date = exchange.info.date if exchange.info is not None else None
    return Capture(
        target_uri=record.target_uri or "",
        date=record.date or info_date or _UNDATED,
        record_id=record.record_id,
        payload_digest=payload_digest,
        filename=record.filename,
        offset=record.offset,
        length=record.length,
        source=source,
    )


def _is_web(uri: str | None) -> bool:
    return uri is not None and uri[:8].lower().startswith(("http://", "https://"))


def _source_of(info: StoredRecord | None) -> Source:
    if info is None:
        return "warc"
    software = next((value for key, value in record_fields(info) if key.lower() == "software"), "")
    return "live" if software.lower().startswith("backissue") else "warc"


def _stated_source(exchange: Exchanged) -> Source | None:
    stated = exchange.get("source")
    return cast("Source", stated) if stated in get_args(Source) else None


def _stored_digest(record: StoredRecord) -> str | None:
    """Return a stored sha256 payload digest in our form, None when there is none of that kind."""
    algorithm, _, value = (record.get("WARC-Payload-Digest") or "").partition(":")
    return sha256_hex(value) if algorithm.lower().replace("-", "") == "sha256" else None


def sha256_hex(value: str) -> str | None:
    """Return a SHA-256 value, in hex or base32, as `sha256:` with hex digits; None when it is neither."""
    try:
        raw = (
            bytes.fromhex(value) if len(value) == 64 else base64.b32decode(value.rstrip("=").upper() + "====")
        )
    except (ValueError, binascii.Error):
        return None
    return f"sha256:{raw.hex()}" if len(raw) == 32 else None
