"""What is known already becomes a revisit record (WARC 1.1 §6.7), and other people's tools agree with it."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from output.cdxj import rebuild_index
from output.inputs import open_inputs
from output.verify import verify_collection
from output.warc.reader import read_records
from tests.output import forge
from tests.output.exchanged import DATE, collection, exchange
from tests.output.revisiting import (
    BODY,
    CONDITIONAL,
    ETAG,
    MODIFIED,
    NOT_MODIFIED,
    chunked,
    kept,
    later,
    plain,
    varied,
)

if TYPE_CHECKING:
    from pathlib import Path

    from output.capture import Exchange
    from output.warc.stored import StoredRecord

URI = "http://www.example.com/a"
AGAIN = b"HTTP/1.1 200 Okay\r\nX-Odd :  v \r\nServer: \xff\r\nContent-Length: %d\r\n\r\n" % len(BODY)


def answers(path: Path) -> list[StoredRecord]:
    """Return the response and revisit records of a collection, oldest first."""
    files = sorted((path / "archive").iterdir())
    return [one for file in files for one in read_records(file) if one.type in {"response", "revisit"}]


def test_a_known_payload_is_kept_as_its_head(tmp_path: Path) -> None:
    """To the byte as it came, with all that the standard asks for; of another address and in another run too."""
    first, again, other = (
        *kept(tmp_path, exchange(plain())),
        *kept(
            tmp_path,
            exchange(AGAIN + BODY, date=DATE + timedelta(seconds=1)),
            exchange(AGAIN + BODY, target_uri=URI + "2", date=DATE + timedelta(seconds=2)),
        ),
    )
    assert first is not None
    assert again is not None
    assert other is not None
    records = answers(tmp_path)
    assert [one.type for one in records] == ["response", "revisit", "revisit"]
    for revisit, capture in zip(records[1:], (again, other), strict=True):
        assert revisit.block() == AGAIN
        said = {name: revisit.get(name) for name, _ in revisit.headers}
        assert said["WARC-Profile"] == "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
        assert said["WARC-Refers-To"] == first.record_id
        assert said["WARC-Refers-To-Target-URI"] == URI
        assert said["WARC-Refers-To-Date"] == "2026-03-01T12:00:00.123456Z"
        assert said["WARC-Payload-Digest"] == forge.sha256(BODY)
        assert said["WARC-Block-Digest"] == forge.sha256(AGAIN)
        assert said["WARC-Truncated"] == "length"
        assert said["Content-Type"] == "application/http;msgtype=response"
        assert capture.record_id == revisit.record_id
        assert capture.payload_digest == forge.sha256(BODY)
        assert capture.revisit_of == first


def test_a_304_is_kept_as_it_came(tmp_path: Path) -> None:
    """With the digest of the payload that it confirms, and nothing cut."""
    (first,) = kept(tmp_path, exchange(chunked(BODY, b"ETag: " + ETAG)))
    (second,) = kept(tmp_path, exchange(NOT_MODIFIED, request=CONDITIONAL, date=DATE + timedelta(seconds=1)))
    assert first is not None
    assert second is not None
    assert second.revisit_of == first
    revisit = answers(tmp_path)[1]
    assert revisit.block() == NOT_MODIFIED
    assert revisit.get("WARC-Profile") == "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
    assert revisit.get("WARC-Refers-To") == first.record_id
    assert revisit.get("WARC-Payload-Digest") == forge.sha256(BODY)
    assert revisit.get("WARC-Truncated") is None


@pytest.mark.parametrize(
    "request_",
    [
        b"GET /a HTTP/1.1\r\nHost: www.example.com\r\n\r\n",
        b'GET /a HTTP/1.1\r\nIf-None-Match: "another"\r\n\r\n',
        b"GET /a HTTP/1.1\r\nIf-Modified-Since: " + MODIFIED + b"\r\n\r\n",
        b"HEAD /a HTTP/1.1\r\nIf-None-Match: " + ETAG + b"\r\n\r\n",
    ],
)
def test_a_304_that_our_copy_was_not_asked_for_with_is_a_response(tmp_path: Path, request_: bytes) -> None:
    """The request's own bytes tell."""
    kept(tmp_path, exchange(plain(BODY, b"ETag: " + ETAG)), exchange(NOT_MODIFIED, request=request_))
    assert [one.type for one in answers(tmp_path)] == ["response", "response"]


def test_a_date_is_a_condition_too(tmp_path: Path) -> None:
    """If-Modified-Since alone, with the date that came with the copy."""
    request = b"GET /a HTTP/1.1\r\nif-modified-since:" + MODIFIED + b"\r\n\r\n"
    kept(
        tmp_path,
        exchange(plain(BODY, b"Last-Modified: " + MODIFIED)),
        exchange(b"HTTP/1.1 304 Not Modified\r\n\r\n", request=request),
    )
    assert [one.type for one in answers(tmp_path)] == ["response", "revisit"]


@pytest.mark.parametrize(
    "again",
    [
        exchange(chunked()),
        exchange(plain(), truncated="disconnect"),
        exchange(plain(), request=b"POST /a HTTP/1.1\r\n\r\n"),
        exchange(plain(), date=DATE - timedelta(seconds=1)),
    ],
    ids=["framed otherwise", "cut", "not a GET", "begun before the original"],
)
def test_some_repetitions_are_kept_in_full(tmp_path: Path, again: Exchange) -> None:
    """Where a revisit could not be replayed, trusted, or would be older than its original."""
    kept(tmp_path, exchange(plain()), again)
    assert [one.type for one in answers(tmp_path)] == ["response", "response"]


@pytest.mark.parametrize(
    "lie",
    [
        "UPDATE payloads SET payload_digest = '{}'",
        "UPDATE payloads SET offset = offset + 1",
        "UPDATE payloads SET record_id = '<urn:uuid:x>'",
        "UPDATE payloads SET filename = 'gone.warc.gz'",
    ],
)
def test_no_body_is_left_out_on_the_ledgers_word_alone(tmp_path: Path, lie: str) -> None:
    """The original is read and hashed first; what the ledger has wrong costs only disk."""
    new = b"<p>new</p>"
    kept(tmp_path, exchange(plain()))
    with collection(tmp_path) as opened:
        with opened.ledger.database.transaction() as connection:
            connection.execute(lie.format(forge.sha256(new)))
        opened.add(exchange(plain(new), target_uri=URI + "2"))
        opened.add(exchange(plain()))
    assert [one.type for one in answers(tmp_path)] == ["response"] * 3


def test_the_index_leads_to_revisits_and_passes_304s_over(tmp_path: Path) -> None:
    """It has the original's digest and `warc/revisit`, and is made again to the byte."""
    kept(tmp_path, *varied())
    index = tmp_path / "indexes" / "index.cdxj"
    entries = [json.loads(line.split(b" ", 2)[2]) for line in index.read_bytes().splitlines()]
    assert [(one["url"], one["digest"]) for one in entries if one.get("mime") == "warc/revisit"] == [
        ("http://www.example.com/same", forge.sha256(BODY))
    ]
    assert "304" not in {one["status"] for one in entries}
    rebuild_index(sorted((tmp_path / "archive").iterdir()), tmp_path / "again")
    assert (tmp_path / "again").read_bytes() == index.read_bytes()
    faults: list[object] = []
    verify_collection(tmp_path, faults.append)
    assert faults == []


def test_a_revisit_is_read_as_what_it_stands_for(tmp_path: Path) -> None:
    """A 304 as the original, a repetition under its own head, decoded as the original came."""
    dates = later()
    kept(tmp_path, exchange(chunked(BODY, b"ETag: " + ETAG, b"Content-Type: text/html"), **next(dates)))
    kept(
        tmp_path,
        exchange(NOT_MODIFIED, request=CONDITIONAL, **next(dates)),
        exchange(chunked(BODY, b"Content-Type: text/plain"), target_uri=URI + "2", **next(dates)),
    )
    first, confirmed, repeated = open_inputs([tmp_path])
    assert (confirmed.record_type, confirmed.status, confirmed.body) == ("revisit", 304, b"")
    assert confirmed.capture.revisit_of == first.capture
    shown = confirmed.unfolded()
    assert (shown.record_type, shown.status, shown.mime, shown.body) == ("revisit", 200, "text/html", BODY)
    assert shown.capture == confirmed.capture
    shown = repeated.unfolded()
    assert (shown.status, shown.mime, shown.body, shown.coding_error) == (200, "text/plain", BODY, None)
    assert first.unfolded() is first


def test_other_tools_have_nothing_to_say(tmp_path: Path) -> None:
    """`warcio check` and `fastwarc check`; both read back the heads to the byte."""
    from fastwarc.warc import ArchiveIterator as FastIterator
    from warcio.archiveiterator import ArchiveIterator

    kept(tmp_path, exchange(plain(BODY, b"ETag: " + ETAG)))
    kept(
        tmp_path,
        exchange(NOT_MODIFIED, request=CONDITIONAL, date=DATE + timedelta(seconds=1)),
        exchange(AGAIN + BODY, date=DATE + timedelta(seconds=2)),
    )
    path = max((tmp_path / "archive").iterdir())
    for tool in (["warcio.cli", "check"], ["fastwarc.cli", "check", "-q"]):
        ran = subprocess.run(
            [sys.executable, "-m", *tool, str(path)], capture_output=True, text=True, check=False
        )
        assert (ran.returncode, ran.stderr) == (0, "")
    data = path.read_bytes()
    blocks = [
        record.raw_stream.read()
        for record in ArchiveIterator(io.BytesIO(data), no_record_parse=True)
        if record.rec_type == "revisit"
    ]
    assert blocks == [NOT_MODIFIED, AGAIN]
    fast = [
        (record.verify_block_digest(), record.reader.read())
        for record in FastIterator(io.BytesIO(data), parse_http=False)
        if record.headers.get("WARC-Type") == "revisit"
    ]
    assert fast == [(True, NOT_MODIFIED), (True, AGAIN)]
