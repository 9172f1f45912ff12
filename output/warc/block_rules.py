"""What a record says of its block, held against the block: digests, and the HTTP message in it."""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from output.chunked import Dechunker
from output.codings import looks_like_text, undo
from output.fault import Finding, shown
from output.http import EntityDigest, is_chunked, is_http, parse_head, split_response
from output.warc.answer import media_type

if TYPE_CHECKING:
    from collections.abc import Iterator

    from output.http import Headers, MessageHead
    from output.warc.stored import StoredRecord

_HEAD_LIMIT = 1 << 20
_LOOKED_AT = 1 << 20
_SIZES = {"md5": 16, "sha1": 20, "sha256": 32, "sha384": 48, "sha512": 64}
_STATUS_LINE = re.compile(rb"HTTP/1\.[01] [0-9]{3}(?: [^\r\n]*)?\r?\n")
_NO_BODY = frozenset({204, 304})


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockFacts:
    """What one reading of a block gave: `findings`, and what an index would say of the record.

    `entity_digest` is the SHA-256 of the body without chunk framing, None where there is no HTTP answer.
    """

    status: int | None
    mime: str | None
    entity_digest: str | None
    findings: tuple[Finding, ...]


def read_block(record: StoredRecord, *, as_received: bool = False) -> BlockFacts:
    """Return what the record's block is, held against what the record says of it.

    Findings are of its digests, and, unless the bytes are `as_received`, of its HTTP message. Of such
    archives, what the message gets wrong is its server's doing.
    """
    http = is_http_response(record)
    start = record.start(min(record.block_length, _HEAD_LIMIT)) if http else b""
    layout = split_response(start)
    head = parse_head(start[layout.start : layout.body])
    answered = http and is_http(start[layout.start :])
    headers = head.headers if answered else ()
    if http:
        body_at = record.block_length if layout.body is None else layout.body
    else:
        body_at = _request_end(record) if record.type == "request" else 0
    entity = EntityDigest(headers) if record.type in {"response", "resource"} else None
    findings = list(_digest_findings(record, body_at, headers, entity))
    if http and not as_received:
        findings += _http_findings(record, start, head)
    return BlockFacts(
        status=head.status if answered else None,
        mime=media_type(head) if answered else record.content_type,
        entity_digest=None if entity is None else entity.digest(),
        findings=tuple(findings),
    )


def _digest_findings(
    record: StoredRecord, body_at: int, headers: Headers, entity: EntityDigest | None
) -> Iterator[Finding]:
    """Yield what is wrong with WARC-Block-Digest and WARC-Payload-Digest (WARC 1.1 §5.8, §5.9).

    A chunked body's payload digest may be over the body as stored or over what the chunks hold: the standard
    means the second, most writers do the first. A revisit's is its original's, and held against that one.
    """
    payload = record.get("WARC-Payload-Digest")
    if record.type == "revisit" or record.get("WARC-Segment-Number") is not None:
        payload = None
    block_claim = _Claim(record.get("WARC-Block-Digest"))
    as_stored = _Claim(payload)
    dechunked = _Claim(payload)
    dechunker = Dechunker(dechunked.update) if payload is not None and is_chunked(headers) else None
    skip = body_at
    for chunk in record.chunks():
        block_claim.update(chunk)
        piece = chunk[skip:] if skip else chunk
        skip = max(0, skip - len(chunk))
        as_stored.update(piece)
        if dechunker is not None:
            dechunker.feed(piece)
        if entity is not None:
            entity.update(piece)
    if not block_claim.holds():
        yield _differs("WARC-Block-Digest", block_claim)
    if not as_stored.holds() and (dechunker is None or not dechunked.holds()):
        yield _differs("WARC-Payload-Digest", as_stored)


def _http_findings(record: StoredRecord, start: bytes, head: MessageHead) -> Iterator[Finding]:
    """Yield where a response's HTTP head and the bytes stored after it don't go together.

    Such records were changed after they were received, by a client that undid codings and kept the head.
    Records that say they are truncated are not held to their lengths.
    """
    if not _STATUS_LINE.match(start):
        yield Finding(problem="no HTTP/1 status line", found=shown(start[:30].split(b"\n")[0]))
        return
    layout = split_response(start)
    section = start[: layout.body if layout.body is not None else len(start)]
    if b"\n" in section.replace(b"\r\n", b""):
        yield Finding(problem="HTTP header lines end in bare LF", expected="CRLF")
    if record.get("WARC-Truncated") is not None or layout.body is None:
        return
    length = record.block_length - layout.body
    if record.type == "revisit":
        identical = "identical-payload-digest" in (record.get("WARC-Profile") or "")
        if length and identical:
            yield Finding(problem="a revisit that holds a body", expected="none", found=f"{length} bytes")
    elif length and head.status not in _NO_BODY:
        yield from _body_findings(record, head, layout.body)


def is_http_response(record: StoredRecord) -> bool:
    """Say whether the record's block should be an HTTP response."""
    return (
        record.type in {"response", "revisit"}
        and record.block_length > 0
        and record.content_type == "application/http"
    )


def _request_end(record: StoredRecord) -> int:
    """Return where the payload of a request begins: after its head."""
    end = re.search(rb"\n\r?\n", record.start(_HEAD_LIMIT))
    return record.block_length if end is None else end.end()


def _body_findings(record: StoredRecord, head: MessageHead, at: int) -> Iterator[Finding]:
    body = record.start(at + _LOOKED_AT)[at:]
    length = record.block_length - at
    whole = len(body) == length
    if is_chunked(head.headers):
        pieces: list[bytes] = []
        dechunker = Dechunker(pieces.append)
        dechunker.feed(body)
        if not dechunker.plausible:
            yield Finding(problem="Transfer-Encoding says chunked, the body isn't", found=shown(body[:20]))
            pieces = [body]
        elif whole and not dechunker.done:
            yield Finding(problem="the chunked body is broken", found=dechunker.error or "its end is missing")
        body = b"".join(pieces)
    else:
        stated = head.get(b"content-length")
        if stated is not None and stated.isdigit() and len(stated) < 19 and int(stated) != length:
            yield Finding(
                problem="HTTP Content-Length disagrees with the stored body",
                expected=stated.decode("ascii"),
                found=f"{length} bytes",
            )
    coding = (head.get(b"content-encoding") or b"").strip().lower()
    if coding and b"," not in coding and head.status != 206 and body and _is_decoded(coding, body):
        yield Finding(
            problem=f"Content-Encoding says {coding.decode('latin-1')}, the body isn't",
            found=shown(body[:20]),
        )


def _is_decoded(coding: bytes, body: bytes) -> bool:
    if coding == b"identity" or not looks_like_text(body):
        return False
    decoded = undo(coding, body, _LOOKED_AT)
    return decoded.problem is None and decoded.data == body


class _Claim:
    """A digest a record states, checked as the bytes come by; an absent or unknown one always holds."""

    __slots__ = ("_hash", "_stated", "_value")

    def __init__(self, stated: str | None) -> None:
        algorithm, _, self._value = (stated or "").partition(":")
        name = algorithm.strip().lower().replace("-", "")
        self._stated = stated
        self._hash = hashlib.new(name, usedforsecurity=False) if name in _SIZES else None

    def update(self, data: bytes) -> None:
        if self._hash is not None:
            self._hash.update(data)

    def holds(self) -> bool:
        return self._hash is None or self._hash.digest() == digest_bytes(self._value, self._hash.digest_size)

    def expected(self) -> str:
        return self._stated or ""

    def found(self) -> str:
        if self._hash is None:
            return ""
        raw = self._hash.digest()
        text = raw.hex() if len(self._value) == 2 * len(raw) else base64.b32encode(raw).decode("ascii")
        return f"{self._hash.name}:{text}"


def digest_bytes(value: str, size: int) -> bytes | None:
    """Return a digest value written in hex or base32 as bytes, None when it is neither of `size` bytes."""
    try:
        if len(value) == 2 * size:
            return bytes.fromhex(value)
        bare = value.rstrip("=").upper()
        raw = base64.b32decode(bare + "=" * (-len(bare) % 8))
    except (ValueError, binascii.Error):
        return None
    return raw if len(raw) == size else None


def same_digest(first: str, second: str) -> bool | None:
    """Say whether two labelled digests are the same; None when they can't be compared."""
    one, _, value = first.partition(":")
    other, _, second_value = second.partition(":")
    name = one.lower().replace("-", "")
    if name != other.lower().replace("-", "") or name not in _SIZES:
        return None
    return digest_bytes(value, _SIZES[name]) == digest_bytes(second_value, _SIZES[name])


def same_value(value: str, digest: str) -> bool | None:
    """Say whether `value`, without an algorithm, is that of a labelled digest; None when it can't be compared."""
    name = digest.partition(":")[0].lower().replace("-", "")
    if name not in _SIZES or digest_bytes(value, _SIZES[name]) is None:
        return None
    return same_digest(f"{name}:{value}", digest)


def _differs(name: str, claim: _Claim) -> Finding:
    return Finding(problem=f"{name} is wrong", expected=claim.expected(), found=claim.found())
