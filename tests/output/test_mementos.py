"""Fetches read back from WARC files: ours, and other writers'."""

from __future__ import annotations

import gzip
import hashlib
import io
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from output.capture import Capture
from output.mementos import read_mementos_from
from tests.output import forge
from tests.output.forge import PAGE, URL, gz, http, member, metadata, request, response, revisit

if TYPE_CHECKING:
    from output.memento import Memento

DATE = datetime(2026, 3, 1, 12, tzinfo=UTC)


def read(data: bytes, body_limit: int = 1 << 20) -> list[Memento]:
    """Return the mementos in a file of these bytes."""
    return list(read_mementos_from(lambda: io.BytesIO(data), "a.warc.gz", body_limit=body_limit))


def test_our_exchange_is_read_whole() -> None:
    """Response, request, metadata make one memento with its address, digest, and where it was found."""
    ours = member(forge.warcinfo("backissue/0.1.0 (archiver)"))
    answer = member(response())
    notes = member(metadata(3, 1, "via: http://magazine.example/\nhopsFromSeed: L\n"))
    (one,) = read(ours + answer + member(request(2, 1)) + notes)
    assert one.capture == Capture(
        target_uri=URL,
        date=DATE,
        record_id=forge.urn(1),
        payload_digest="sha256:" + hashlib.sha256(PAGE).hexdigest(),
        filename="a.warc.gz",
        offset=len(ours),
        length=len(answer),
        source="live",
    )
    assert (one.record_type, one.status, one.mime, one.body) == ("response", 200, "text/html", PAGE)
    assert (one.via, one.hops, one.error, one.coding_error) == ("http://magazine.example/", "L", None, None)


def test_codings_are_undone_and_the_digest_is_the_entity_body_s() -> None:
    """Chunk framing is outside the digest, the content coding inside."""
    zipped = gzip.compress(PAGE, mtime=0)
    framed = b"%x\r\n%b\r\n0\r\n\r\n" % (len(zipped), zipped)
    block = http(framed, "Transfer-Encoding: chunked", "Content-Encoding: gzip", length=None)
    (one,) = read(gz(response(1, block)))
    assert one.body == PAGE
    assert one.capture.payload_digest == "sha256:" + hashlib.sha256(zipped).hexdigest()
    assert one.capture.source == "warc"


def test_a_failed_fetch_is_a_memento_without_status() -> None:
    """Request and metadata, or metadata alone, say that a fetch was tried and why nothing came."""
    alone = metadata(7, None, "fetch-error: connection refused\nvia: http://magazine.example/\n")
    both = metadata(9, 8, "fetch-error: the connection was closed\n")
    tried = read(gz(alone, response(), request(8, 8), both))
    assert [(one.record_type, one.status, one.error) for one in tried] == [
        (None, None, "connection refused"),
        ("response", 200, None),
        (None, None, "the connection was closed"),
    ]
    assert tried[0].via == "http://magazine.example/"
    assert [one.capture.record_id for one in tried] == [forge.urn(7), forge.urn(1), forge.urn(9)]
    assert tried[0].capture.payload_digest is None


def test_an_answer_that_broke_off_keeps_what_came_and_the_error() -> None:
    """A truncated response is a response with an error."""
    broken = response(1, http(PAGE, length=5000), WARC_Truncated="disconnect")
    (one,) = read(gz(broken, metadata(3, 1, "fetch-error: the server closed the connection\n")))
    assert (one.record_type, one.status, one.body) == ("response", 200, PAGE)
    assert one.error == "the server closed the connection"


def test_a_request_may_come_first() -> None:
    """The order of wget and warcio is read as ours is; a request alone is no fetch that failed."""
    answer = response(1, WARC_Concurrent_To=forge.urn(2))
    mementos = read(gz(request(2, 1), answer, metadata(3, 1, "hopsFromSeed: LL\n"), request(4, 99)))
    assert [(one.status, one.hops) for one in mementos] == [(200, "LL")]


def test_revisits_come_with_the_head_they_have() -> None:
    """A stored head gives status and headers, none gives none; the digest is the one stated."""
    mine = revisit(6, b"", WARC_Payload_Digest=forge.sha256(PAGE))
    mementos = read(gz(revisit(5), mine))
    assert [(one.record_type, one.status, one.body) for one in mementos] == [
        ("revisit", 200, b""),
        ("revisit", None, b""),
    ]
    assert [one.capture.payload_digest for one in mementos] == [
        None,
        "sha256:" + hashlib.sha256(PAGE).hexdigest(),
    ]


def test_page_resources_are_read_and_others_passed_over() -> None:
    """A page kept as a resource counts as answered; logs, dns answers and conversions are no fetches."""

    def made(kind: str, number: int, media: str, uri: str) -> bytes:
        fields = forge.changed(fields_of(kind, number), Content_Type=media, WARC_Target_URI=uri)
        return forge.record(fields, PAGE)

    def fields_of(kind: str, number: int) -> forge.Fields:
        return forge.fields_of(kind, number, PAGE)

    mementos = read(
        gz(
            made("resource", 1, "text/html; charset=utf-8", URL),
            made("resource", 2, "text/plain", "metadata://gnu.org/wget"),
            made("response", 3, "text/dns", "dns:magazine.example"),
            made("conversion", 4, "text/plain", URL),
        )
    )
    assert [(one.status, one.content_type, one.body) for one in mementos] == [
        (200, "text/html; charset=utf-8", PAGE)
    ]


def test_a_body_beyond_the_limit_is_cut_and_its_digest_is_not() -> None:
    """What is held is bounded, the digest is over all of it, and the cut is told."""
    block = http(bytes(3_000_000))
    (one,) = read(gz(response(1, block)), body_limit=1000)
    assert one.body == bytes(1000)
    assert one.coding_error == "cut: only the first 1000 bytes as stored were read"
    assert one.capture.payload_digest == "sha256:" + hashlib.sha256(bytes(3_000_000)).hexdigest()


def test_a_block_that_is_no_http_is_told() -> None:
    """A response record whose block is something else has no status."""
    (one,) = read(gz(response(1, b"<html>")))
    assert (one.status, one.coding_error) == (None, "the block is no HTTP response, begins with b'<html>'")


def test_a_metadata_record_may_name_the_source() -> None:
    """What a replay wrote down as its source counts more than the writer's name."""
    (one,) = read(gz(response(), metadata(3, 1, "source: memento\n")))
    assert one.capture.source == "memento"


def test_bracketed_targets_and_odd_dates_are_understood() -> None:
    """Wget's brackets go, an offset becomes UTC, and without any date the warcinfo's stands in."""
    odd = response(1, WARC_Target_URI=f"<{URL}>", WARC_Date="2026-03-01T18:00:00+06:00")
    none = response(2, WARC_Date="soon")
    assert [(one.capture.target_uri, one.capture.date) for one in read(gz(odd, none))] == [
        (URL, DATE),
        (URL, DATE),
    ]
