"""A WARC record to be written: header fields, and a block in memory or in a spool."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol
from uuid import uuid4

if TYPE_CHECKING:
    from collections.abc import Iterator

    from output.spool import Spool

VERSION_LINE = "WARC/1.1\r\n"
TRAILER = b"\r\n\r\n"
"""What ends a record (WARC 1.1 §4)."""


_NOT_IN_URIS = {code: f"%{code:02X}" for code in (*range(33), 0x3C, 0x3E, 0x7F)}


class Part(Protocol):
    """Bytes of a block: how many there are, where they are, and the bytes themselves, as often as asked for."""

    @property
    def length(self) -> int:
        """How many bytes there are."""

    @property
    def in_memory(self) -> bool:
        """Whether they are all in memory already."""

    def chunks(self) -> Iterator[bytes]:
        """Yield them in pieces."""


@dataclass(frozen=True, slots=True)
class Literal:
    """Bytes that are at hand."""

    data: bytes

    @property
    def length(self) -> int:
        """How many there are."""
        return len(self.data)

    @property
    def in_memory(self) -> bool:
        """Always."""
        return True

    def chunks(self) -> Iterator[bytes]:
        """Yield them."""
        yield self.data


@dataclass(frozen=True, slots=True)
class Span:
    """Bytes of a spool, from `start` up to `end`."""

    spool: Spool
    start: int
    end: int

    @property
    def length(self) -> int:
        """How many there are."""
        return self.end - self.start

    @property
    def in_memory(self) -> bool:
        """Whether the spool is."""
        return self.spool.in_memory

    def chunks(self) -> Iterator[bytes]:
        """Yield them."""
        return self.spool.chunks(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Base64:
    """Another part's bytes in base64 (RFC 4648 §4), without line breaks."""

    part: Part

    @property
    def length(self) -> int:
        """How many characters there are."""
        return (self.part.length + 2) // 3 * 4

    @property
    def in_memory(self) -> bool:
        """Whether the other part is."""
        return self.part.in_memory

    def chunks(self) -> Iterator[bytes]:
        """Yield the characters."""
        held = b""
        for chunk in self.part.chunks():
            data = held + chunk
            whole = len(data) - len(data) % 3
            held = data[whole:]
            yield base64.b64encode(data[:whole])
        yield base64.b64encode(held)


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A record ready to be written: its fields in order, without Content-Length, and the parts of its block."""

    fields: tuple[tuple[str, str], ...]
    block: tuple[Part, ...]

    @property
    def length(self) -> int:
        """Bytes in the block."""
        return sum(part.length for part in self.block)

    @property
    def in_memory(self) -> bool:
        """Whether the whole block is in memory."""
        return all(part.in_memory for part in self.block)

    def get(self, name: str) -> str | None:
        """Return the first value of field `name`, written as it is here, None when there is none."""
        return next((value for key, value in self.fields if key == name), None)

    def head(self) -> bytes:
        """Return the version line, the fields, Content-Length last, and the empty line, as UTF-8."""
        lines = "".join(f"{name}: {value}\r\n" for name, value in self.fields)
        text = f"{VERSION_LINE}{lines}Content-Length: {self.length}\r\n\r\n"
        # A lone surrogate has no UTF-8; nothing that comes this way may stop a record from being written.
        return text.encode("utf-8", "backslashreplace")

    def chunks(self) -> Iterator[bytes]:
        """Yield the whole record, from its version line to the two line ends after the block."""
        yield self.head()
        for part in self.block:
            yield from part.chunks()
        yield TRAILER


def new_record_id() -> str:
    """Return a fresh WARC-Record-ID, `<urn:uuid:…>` with a random UUID."""
    return f"<urn:uuid:{uuid4()}>"


def sha256_of(parts: tuple[Part, ...]) -> str:
    """Return the digest of the parts' bytes, `sha256:` with hex digits."""
    digest = hashlib.sha256()
    for part in parts:
        for chunk in part.chunks():
            digest.update(chunk)
    return f"sha256:{digest.hexdigest()}"


def one_line(text: str) -> str:
    """Return `text` with every stretch of blanks and control characters as one blank, as a field's value."""
    if not text.isprintable():
        text = "".join(char if char.isprintable() else " " for char in text)
    return " ".join(text.split())


def uri_value(uri: str) -> str:
    """Return `uri` as it may stand in a field: blanks, control characters and angle brackets percent-encoded.

    They are allowed in no URI (RFC 3986 §2); jwarc and JHOVE refuse records that have them.
    """
    return uri.translate(_NOT_IN_URIS)
