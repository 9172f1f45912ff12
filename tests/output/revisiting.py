"""Answers that repeat each other, and a look into what the ledger holds."""

from __future__ import annotations

from datetime import timedelta
from itertools import count
from typing import TYPE_CHECKING, Any

from output.warc.record import new_record_id
from tests.output.exchanged import DATE, collection, exchange

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from output.capture import Capture, Exchange
    from output.collection import Collection
    from output.ledger import Ledger

BODY = b"<p>hello</p>" * 100
ETAG = b'"3e45-67e"'
MODIFIED = b"Mon, 16 Jun 2003 22:28:51 GMT"
CONDITIONAL = b"GET /a HTTP/1.1\r\nHost: www.example.com\r\nIf-None-Match: %b\r\n\r\n" % ETAG
NOT_MODIFIED = b"HTTP/1.1 304 Not Modified\r\nETag: %b\r\n\r\n" % ETAG


def plain(body: bytes = BODY, *fields: bytes) -> bytes:
    """Return a 200 with its length."""
    head = b"".join(field + b"\r\n" for field in fields)
    return b"HTTP/1.1 200 OK\r\n%bContent-Length: %d\r\n\r\n%b" % (head, len(body), body)


def chunked(body: bytes = BODY, *fields: bytes) -> bytes:
    """Return a 200 in one chunk."""
    head = b"".join(field + b"\r\n" for field in fields)
    return b"HTTP/1.1 200 OK\r\n%bTransfer-Encoding: chunked\r\n\r\n%x\r\n%b\r\n0\r\n\r\n" % (
        head,
        len(body),
        body,
    )


def later() -> Iterator[dict[str, Any]]:
    """Yield dates a second apart, as a field of an exchange."""
    return ({"date": DATE + timedelta(seconds=number)} for number in count())


def kept(path: Path, *exchanges: Exchange, **given: Any) -> list[Capture | None]:
    """Add the exchanges to the collection at `path` in one run, and return where they are."""
    with collection(path, new_id=new_record_id, **given) as opened:
        return [opened.add(one) for one in exchanges]


def rows(ledger: Ledger) -> dict[str, list[tuple[object, ...]]]:
    """Return all that the ledger knows of what was seen."""
    return {
        "payloads": ledger.database.rows("SELECT * FROM payloads ORDER BY record_id"),
        "urls": ledger.database.rows("SELECT * FROM urls ORDER BY target_uri"),
        "files": ledger.database.rows("SELECT * FROM files ORDER BY filename"),
    }


def ledger_rows(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return what the ledger of the collection at `path` knows once it is opened."""
    opened: Collection
    with collection(path) as opened:
        return rows(opened.ledger)


def varied(seed: int = 0) -> list[Exchange]:
    """Return exchanges of every kind that the ledger tells apart."""
    dates = later()
    uri = "http://www.example.com/{}".format
    return [
        exchange(plain(BODY, b"ETag: " + ETAG), target_uri=uri("a"), **next(dates)),
        exchange(plain(BODY), target_uri=uri("same"), **next(dates)),
        exchange(NOT_MODIFIED, target_uri=uri("a"), request=CONDITIONAL, **next(dates)),
        exchange(chunked(b"%d" % seed, b"Last-Modified: " + MODIFIED), target_uri=uri("b c"), **next(dates)),
        exchange(chunked(BODY), target_uri=uri("a"), **next(dates)),
        exchange(b"HTTP/1.1 404 Not Found\r\n\r\nnone", target_uri=uri("b c"), **next(dates)),
        exchange(b"", request=b"", error="refused", target_uri=uri("refused"), **next(dates)),
        exchange(b"HTTP/1.1 200 OK\r\n\r\n", target_uri=uri("empty"), **next(dates)),
        exchange(plain(b"cut")[:-1], truncated="disconnect", target_uri=uri("cut"), **next(dates)),
        exchange(b"ICY 200 OK\r\n\r\nmusic", target_uri=uri("icy"), **next(dates)),
        exchange(plain(b"posted"), request=b"POST /p HTTP/1.1\r\n\r\n", target_uri=uri("p"), **next(dates)),
        exchange(b"HTTP/1.1 304 Not Modified\r\n\r\n", target_uri=uri("unasked"), **next(dates)),
    ]
