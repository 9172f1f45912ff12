"""WARC files of every kind, good and bad, made byte by byte and by no code that is under test."""

from __future__ import annotations

import base64
import gzip
import hashlib

DATE = "2026-03-01T12:00:00Z"
URL = "http://magazine.example/2005/4/steppe"
PAGE = b"<html><title>Steppe</title><p>Wind over the steppe.</p></html>"

Fields = list[tuple[str, str]]


def urn(number: int) -> str:
    """Return the record id with this number."""
    return f"<urn:uuid:00000000-0000-4000-8000-{number:012d}>"


def sha1(data: bytes) -> str:
    """Return the digest most writers state."""
    return "sha1:" + base64.b32encode(hashlib.sha1(data).digest()).decode()


def sha256(data: bytes) -> str:
    """Return the digest we state."""
    return "sha256:" + hashlib.sha256(data).hexdigest()


def http(
    body: bytes = PAGE, *headers: str, status: str = "HTTP/1.1 200 OK", length: int | None = -1
) -> bytes:
    """Return an HTTP response; `length` -1 is the right one, None leaves it out."""
    lines = [status, "Content-Type: text/html", *headers]
    if length is not None:
        lines.append(f"Content-Length: {len(body) if length < 0 else length}")
    return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body


def record(
    fields: Fields,
    block: bytes = b"",
    *,
    version: str = "WARC/1.1",
    end: str = "\r\n",
    trailer: bytes = b"\r\n\r\n",
    length: int | None = -1,
) -> bytes:
    """Return a record; `length` is its Content-Length, -1 the right one, None leaves it out."""
    lines = [version, *(f"{name}: {value}" for name, value in fields)]
    if length is not None:
        lines.append(f"Content-Length: {len(block) if length < 0 else length}")
    return (end.join(lines) + end * 2).encode("utf-8", "surrogateescape") + block + trailer


def warcinfo(software: str = "somebody/1.0", number: int = 0, filename: str | None = None) -> bytes:
    """Return a warcinfo record."""
    block = f"software: {software}\r\nformat: WARC File Format 1.1\r\n".encode()
    return record(
        [
            ("WARC-Type", "warcinfo"),
            ("WARC-Record-ID", urn(number)),
            ("WARC-Date", DATE),
            *([("WARC-Filename", filename)] if filename is not None else []),
            ("WARC-Block-Digest", sha1(block)),
            ("Content-Type", "application/warc-fields"),
        ],
        block,
    )


def fields_of(kind: str, number: int, block: bytes, *more: tuple[str, str]) -> Fields:
    """Return the fields of a record of the page, with its block's digest."""
    media = "application/http; msgtype=request" if kind == "request" else "application/http; msgtype=response"
    return [
        ("WARC-Type", kind),
        ("WARC-Record-ID", urn(number)),
        ("WARC-Date", DATE),
        ("WARC-Target-URI", URL),
        ("WARC-Warcinfo-ID", urn(0)),
        ("Content-Type", "application/warc-fields" if kind == "metadata" else media),
        ("WARC-Block-Digest", sha1(block)),
        *more,
    ]


def changed(fields: Fields, **changes: str | None) -> Fields:
    """Return fields with some set (underscores for hyphens) or, at None, left out."""
    wanted = {name.replace("_", "-").lower(): value for name, value in changes.items()}
    kept = [(name, wanted.get(name.lower(), value)) for name, value in fields]
    have = {name.lower() for name, _ in fields}
    added = [
        (name.replace("_", "-"), value)
        for name, value in changes.items()
        if name.replace("_", "-").lower() not in have
    ]
    return [(name, value) for name, value in [*kept, *added] if value is not None]


def response(number: int = 1, block: bytes | None = None, **changes: str | None) -> bytes:
    """Return a response record, with a payload digest, some fields changed."""
    message = http() if block is None else block
    body = message.partition(b"\r\n\r\n")[2]
    fields = fields_of("response", number, message, ("WARC-Payload-Digest", sha1(body)))
    return record(changed(fields, **changes), message)


def request(number: int, concurrent_to: int) -> bytes:
    """Return a request record."""
    block = b"GET /2005/4/steppe HTTP/1.1\r\nHost: magazine.example\r\n\r\n"
    return record(fields_of("request", number, block, ("WARC-Concurrent-To", urn(concurrent_to))), block)


def metadata(number: int, concurrent_to: int | None, text: str) -> bytes:
    """Return a metadata record of named fields."""
    block = text.replace("\n", "\r\n").encode()
    tie = [] if concurrent_to is None else [("WARC-Concurrent-To", urn(concurrent_to))]
    return record(fields_of("metadata", number, block, *tie), block)


def revisit(number: int = 5, block: bytes | None = None, **changes: str | None) -> bytes:
    """Return a revisit of the response with number 1."""
    message = http(b"", length=len(PAGE)) if block is None else block
    fields = fields_of(
        "revisit",
        number,
        message,
        ("WARC-Profile", "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"),
        ("WARC-Payload-Digest", sha1(PAGE)),
        ("WARC-Refers-To", urn(1)),
        ("WARC-Refers-To-Target-URI", URL),
        ("WARC-Refers-To-Date", DATE),
    )
    return record(changed(fields, **changes), message)


def member(data: bytes) -> bytes:
    """Return `data` as one gzip member."""
    return gzip.compress(data, mtime=0)


def gz(*records: bytes) -> bytes:
    """Return a .warc.gz of a warcinfo and these records, a member each."""
    return b"".join(member(one) for one in (warcinfo(), *records))
