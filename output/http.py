"""HTTP/1 messages as bytes: where the parts are, what the head says, the body with its codings undone.

Everything here takes what servers really send: bare LF, folded lines, blanks before the colon, non-ASCII
bytes, lines without a colon. Nothing raises on any input.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from output.chunked import Dechunker
from output.codings import undo

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = [
    "BODY_LIMIT",
    "Dechunker",
    "EntityDigest",
    "Headers",
    "MessageHead",
    "ResponseLayout",
    "decode_content",
    "entity_body",
    "is_chunked",
    "is_http",
    "parse_head",
    "split_response",
]

BODY_LIMIT = 64 << 20
"""Bytes of a decoded body that are given at most: a bound against decompression bombs."""

Headers = tuple[tuple[bytes, bytes], ...]

_HEAD_END = re.compile(rb"\n\r?\n")
_STATUS_LINE = re.compile(rb"(HTTP/[0-9][^ \t\r\n]*)[ \t]+([0-9]{3})(?![0-9])[ \t]?([^\r\n]*)")
_STARTS_HTTP = re.compile(rb"HTTP/[0-9]")
_BLANKS = b" \t\r\n\x0b\x0c"


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponseLayout:
    """Where the final response stands in received bytes.

    `start` is the offset of its status line, after any interim 1xx responses (101 is final). `body` is the
    offset of its body, None when the head never ended or never was one.
    """

    start: int
    body: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageHead:
    """A message's head, as bytes.

    `version`, `status` and `reason` are of the status line; empty, None and empty when the first line is
    none (a request line, or garbage). `headers` are the fields in order, names and values without
    surrounding blanks, folded lines joined by one space (RFC 9112 §5.2).
    """

    start_line: bytes
    version: bytes
    status: int | None
    reason: bytes
    headers: Headers

    def get(self, name: bytes) -> bytes | None:
        """Return the first value of field `name` (any case), None when there is none."""
        return next(iter(_values(self.headers, name)), None)


def is_http(raw: bytes) -> bool:
    """Say whether `raw` begins as an HTTP response does: `HTTP/` and a digit."""
    return _STARTS_HTTP.match(raw) is not None


def split_response(head: bytes) -> ResponseLayout:
    """Return where the final response and its body begin; `head` is all that was received, or its start.

    Interim responses (RFC 9110 §15.2) are skipped, 101 is not.
    """
    start = 0
    while True:
        if not _STARTS_HTTP.match(head, start):
            return ResponseLayout(start=start, body=None)
        end = _HEAD_END.search(head, start)
        if end is None:
            return ResponseLayout(start=start, body=None)
        status = _STATUS_LINE.match(head, start)
        if status is None or not 100 <= int(status[2]) < 200 or int(status[2]) == 101:
            return ResponseLayout(start=start, body=end.end())
        start = end.end()


def parse_head(raw: bytes) -> MessageHead:
    """Return the head at the beginning of `raw`, up to the first empty line or the end of the bytes."""
    end = _HEAD_END.search(raw)
    lines = (raw if end is None else raw[: end.start() + 1]).split(b"\n")
    start_line = lines[0].rstrip(b"\r")
    status = _STATUS_LINE.match(start_line)
    headers: list[tuple[bytes, bytes]] = []
    for line in lines[1:]:
        if line[:1] in {b" ", b"\t"}:
            # obs-fold; before the first field there is nothing to continue.
            more = line.strip(_BLANKS)
            if headers and more:
                name, value = headers[-1]
                headers[-1] = (name, value + b" " + more if value else more)
            continue
        name, colon, value = line.partition(b":")
        if colon and name.strip(_BLANKS):
            headers.append((name.strip(_BLANKS), value.strip(_BLANKS)))
    return MessageHead(
        start_line=start_line,
        version=status[1] if status else b"",
        status=int(status[2]) if status else None,
        reason=status[3].strip(_BLANKS) if status else b"",
        headers=tuple(headers),
    )


def is_chunked(headers: Sequence[tuple[bytes, bytes]]) -> bool:
    """Say whether a Transfer-Encoding field names chunked."""
    return b"chunked" in _codings(headers, b"transfer-encoding")


def entity_body(headers: Sequence[tuple[bytes, bytes]], raw: bytes) -> tuple[bytes, str | None]:
    """Return the entity-body (chunk framing removed, content coding kept) and in one line what is wrong.

    The framing is removed only where there is some: archives hold bodies that were de-chunked with the
    header left.
    """
    if not is_chunked(headers):
        return raw, None
    pieces: list[bytes] = []
    dechunker = Dechunker(pieces.append)
    dechunker.feed(raw)
    if not dechunker.plausible:
        return raw, None
    problem = dechunker.error or (None if dechunker.done else "the body is cut")
    return b"".join(pieces), problem and f"chunked: {problem}"


def decode_content(
    headers: Sequence[tuple[bytes, bytes]], raw: bytes, *, limit: int = BODY_LIMIT
) -> tuple[bytes, str | None]:
    """Return the representation in `raw`, transfer and content codings undone, at most `limit` bytes of it.

    The second value says in one line what could not be undone, None when all was. A body that is already
    decoded, though a header names a coding, is passed on as it is; a cut stream gives what stands before the
    cut.
    """
    data, problem = entity_body(headers, raw)
    problems = [problem] if problem else []
    transfer = [name for name in _codings(headers, b"transfer-encoding") if name != b"chunked"]
    for coding in reversed([*_codings(headers, b"content-encoding"), *transfer]):
        decoded = undo(coding, data, limit)
        data = decoded.data
        if decoded.problem is not None:
            problems.append(decoded.problem)
            break
    if len(data) > limit:
        data = data[:limit]
        problems.append(f"more than {limit} bytes")
    return data, "; ".join(problems) or None


class EntityDigest:
    """The SHA-256 of an entity-body, fed with the body as received; one rule for writing and for reading.

    Chunk framing is left out where a header names it and the bytes have it; other codings are kept.
    """

    __slots__ = ("_dechunker", "_entity", "_raw")

    def __init__(self, headers: Sequence[tuple[bytes, bytes]]) -> None:
        self._raw = hashlib.sha256()
        self._entity = hashlib.sha256()
        self._dechunker = Dechunker(self._entity.update) if is_chunked(headers) else None

    def update(self, data: bytes) -> None:
        """Take the next bytes of the body."""
        self._raw.update(data)
        if self._dechunker is not None:
            self._dechunker.feed(data)

    def digest(self) -> str:
        """Return `sha256:` and hex digits."""
        chunked = self._dechunker is not None and self._dechunker.plausible
        return "sha256:" + (self._entity if chunked else self._raw).hexdigest()


def _values(headers: Sequence[tuple[bytes, bytes]], name: bytes) -> list[bytes]:
    wanted = name.lower()
    return [value for key, value in headers if key.lower() == wanted]


def _codings(headers: Sequence[tuple[bytes, bytes]], name: bytes) -> list[bytes]:
    listed = b",".join(_values(headers, name)).split(b",")
    return [coding for item in listed if (coding := item.split(b";", 1)[0].strip(_BLANKS).lower())]
