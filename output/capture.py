"""What came over the wire, and the proof of where it is kept.

An `Exchange` is the raw thing: one attempt at one request, bytes as sent and as received.
A `Capture` is what is left of it for everybody else: the address of its record on disk.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import datetime

    from output.spool import Spool

Source = Literal["live", "warc", "memento", "commoncrawl", "file"]
Truncation = Literal["length", "time", "disconnect", "unspecified"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tls:
    """The TLS layer of a connection, in OpenSSL's words (`TLSv1.3`, `TLS_AES_256_GCM_SHA384`)."""

    version: str
    cipher: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """One attempt at one request on one connection; bytes exactly as sent and received, after TLS.

    `date` is aware UTC, taken when the attempt began. `request` is empty when nothing is known to have left.
    `response` holds all bytes received; its last `excess` bytes stood after the end of the message.
    `error` is one line for a person, None when the answer came whole. `hops` is the path from the seed in
    Heritrix' letters (L link, E embed, R redirect, P prerequisite), empty for the seed itself.
    """

    target_uri: str
    method: str
    date: datetime
    request: bytes
    response: Spool
    excess: int = 0
    ip_address: str | None = None
    tls: Tls | None = None
    truncated: Truncation | None = None
    error: str | None = None
    via: str | None = None
    hops: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """Where the record of an exchange is kept: enough to find its bytes again and to prove them.

    `date` is aware UTC and equals WARC-Date. `payload_digest` is `sha256:` with hex digits, over the entity-body
    (transfer coding removed, content coding kept; RFC 2616 §7.2, WARC 1.1 §6.3.2). `filename` is the bare name of
    the WARC file, `offset` and `length` are bytes of the gzip member (or of the plain record) in it.
    `revisit_of` is set for a revisit record whose original is at hand: the capture that holds the payload.
    """

    target_uri: str
    date: datetime
    record_id: str | None
    payload_digest: str | None
    filename: str | None
    offset: int | None
    length: int | None
    source: Source
    revisit_of: Capture | None = None
