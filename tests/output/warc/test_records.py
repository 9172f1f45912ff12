"""Exchanges become records whose blocks are the bytes themselves."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from output.capture import Tls
from output.spool import Spool
from output.warc.answer import HEAD_LIMIT
from output.warc.record import Base64, Literal, Record, Span, uri_value
from output.warc.records import ExchangeRecords, exchange_records
from tests.output import forge
from tests.output.exchanged import PAGE, REQUEST, exchange, ids

if TYPE_CHECKING:
    from collections.abc import Iterator

    from output.capture import Exchange

WARCINFO = "<urn:uuid:00000000-0000-4000-8000-000000000000>"
FIRST, SECOND, THIRD = (f"<urn:uuid:00000000-0000-4000-8000-{number:012d}>" for number in (1, 2, 3))


def records(made: Exchange) -> ExchangeRecords:
    """Return the records of an exchange, their ids numbered."""
    return exchange_records(made, warcinfo_id=WARCINFO, new_id=ids())


def block(record: Record | None) -> bytes:
    """Return the bytes of a block."""
    assert record is not None
    return b"".join(chunk for part in record.block for chunk in part.chunks())


def test_a_page_over_tls_has_exactly_these_fields() -> None:
    """Every field of the three records, in order."""
    made = records(
        exchange(
            ip_address="192.0.2.7",
            tls=Tls(version="TLSv1.2", cipher="ECDHE-RSA-AES128-GCM-SHA256"),
            via="http://www.example.com/",
            hops="L",
        )
    )
    common = (
        ("WARC-Target-URI", "http://www.example.com/a"),
        ("WARC-Date", "2026-03-01T12:00:00.123456Z"),
        ("WARC-Warcinfo-ID", WARCINFO),
        ("WARC-IP-Address", "192.0.2.7"),
    )
    layers = (
        ("WARC-Protocol", "http/1.1"),
        ("WARC-Protocol", "tls/1.2"),
        ("WARC-Cipher-Suite", "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"),
    )
    said = b"via: http://www.example.com/\r\nhopsFromSeed: L\r\n"
    assert made.answer is not None
    assert made.request is not None
    assert made.metadata is not None
    assert made.answer.fields == (
        ("WARC-Type", "response"),
        ("WARC-Record-ID", FIRST),
        *common,
        *layers,
        ("Content-Type", "application/http;msgtype=response"),
        ("WARC-Block-Digest", forge.sha256(PAGE)),
        ("WARC-Payload-Digest", forge.sha256(b"<p>hello</p>")),
        ("WARC-Concurrent-To", SECOND),
    )
    assert made.request.fields == (
        ("WARC-Type", "request"),
        ("WARC-Record-ID", SECOND),
        *common,
        *layers,
        ("Content-Type", "application/http;msgtype=request"),
        ("WARC-Block-Digest", forge.sha256(REQUEST)),
        ("WARC-Concurrent-To", FIRST),
    )
    assert made.metadata.fields == (
        ("WARC-Type", "metadata"),
        ("WARC-Record-ID", THIRD),
        *common,
        ("Content-Type", "application/warc-fields"),
        ("WARC-Block-Digest", forge.sha256(said)),
        ("WARC-Concurrent-To", SECOND),
    )
    assert block(made.metadata) == said
    assert made.in_order() == (made.answer, made.request, made.metadata)
    assert b"".join(made.request.chunks()) == made.request.head() + REQUEST + b"\r\n\r\n"
    assert made.request.head().endswith(b"\r\nContent-Length: %d\r\n\r\n" % len(REQUEST))


def test_a_seed_that_came_whole_needs_no_metadata() -> None:
    """Nothing to say, no record."""
    assert records(exchange()).metadata is None


@pytest.mark.parametrize(
    "answer",
    [
        b"HTTP/1.1 200 OK\r\nX-Odd :  v \r\nx-odd:w\r\nSet-Cookie: a\r\nSet-Cookie: b\r\n\r\nbody",
        b"HTTP/1.1 200 OK\r\nX: a\r\n b\r\n\tc\r\n\r\nbody",
        b"HTTP/1.0 200 \xd0\x9e\xca\r\nX-\xe9: \xe9\r\n\r\nbody",
        b"HTTP/1.1 200 OK\nContent-Type: text/html\n\nbody",
        b"HTTP/1.1 200 OK\r\nno colon here\r\nA: b\r\n\r\nbody\0",
        b"HTTP/1.1 999\r\n\r\n",
        b"HTTP/1.1 304 Not Modified\r\nETag: x\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n\x1f\x8b\x08garbage",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n05;a=b\r\nhello\r\n000\r\nTrailer: x\r\n\r\n",
        b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\nwhatever",
        b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\nX: cut in the he",
    ],
)
def test_an_answer_is_kept_as_it_came(answer: bytes) -> None:
    """However odd its head and framing are."""
    made = records(exchange(answer))
    assert block(made.answer) == answer
    assert made.answer is not None
    assert made.answer.get("WARC-Block-Digest") == forge.sha256(answer)


def test_a_chunked_answer_has_no_payload_digest_but_its_facts_do() -> None:
    """The entity-body's digest goes to the index, where no checker quarrels with it."""
    made = records(exchange(b"HTTP/1.1 200 OK\r\nTRANSFER-encoding: Chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n"))
    assert made.answer is not None
    assert made.answer.get("WARC-Payload-Digest") is None
    assert made.facts is not None
    assert made.facts.payload_digest == forge.sha256(b"hello")


def test_the_facts_are_those_of_the_final_answer() -> None:
    """Status as a number, the media type as it came."""
    made = records(exchange(b"HTTP/1.1 404 No\r\nContent-Type: Text/HTML ;charset=x\r\n\r\n"))
    assert made.facts is not None
    assert (made.facts.status, made.facts.mime) == (404, "Text/HTML")
    assert made.facts.payload_digest == forge.sha256(b"")


def test_interim_answers_go_into_the_metadata() -> None:
    """The response record begins with the final status line."""
    interim = b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n"
    made = records(exchange(interim + PAGE))
    assert block(made.answer) == PAGE
    assert block(made.metadata) == b"interim-bytes-base64: " + base64.b64encode(interim) + b"\r\n"


def test_bytes_behind_the_message_go_into_the_metadata() -> None:
    """The response record ends where the message did."""
    made = records(exchange(PAGE + b"more", excess=4))
    assert block(made.answer) == PAGE
    assert block(made.metadata) == b"excess-bytes-base64: bW9yZQ==\r\n"


@pytest.mark.parametrize(
    "answer",
    [b"ICY 200 OK\r\n\r\nmusic", b"<html>HTTP/0.9</html>", b"HTTP/2 200\r\n\r\n", b"HTTP/1.1 20\r\n\r\n"],
)
def test_what_is_no_http_answer_goes_into_the_metadata(answer: bytes) -> None:
    """No response record is made up for it; what is wrong is said even when nobody else did."""
    made = records(exchange(answer))
    assert made.answer is None
    assert made.facts is None
    assert block(made.metadata) == (
        b"fetch-error: the answer is no HTTP message\r\nunparsable-bytes-base64: "
        + base64.b64encode(answer)
        + b"\r\n"
    )


def test_an_endless_head_is_no_http_answer() -> None:
    """Nobody reads a head of more than a MiB, so it must not be a record whose digest nobody could agree on."""
    asked = exchange(b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * (HEAD_LIMIT // 6 + 1), limit=1000)
    assert records(asked).answer is None
    asked.response.close()


def test_a_long_head_is_found_behind_the_first_look() -> None:
    """600 header fields of 200 bytes are one head."""
    answer = b"HTTP/1.1 200 OK\r\n" + b"X: %s\r\n" % (b"y" * 194) * 600 + b"\r\nbody"
    made = records(exchange(answer))
    assert made.facts is not None
    assert made.facts.payload_digest == forge.sha256(b"body")


def test_a_fetch_that_sent_nothing_leaves_a_metadata_record_alone() -> None:
    """It has the address and what went wrong on one line, and is concurrent to nothing."""
    made = records(exchange(b"", request=b"", error="DNS lookup\nfailed", via="http://a/ b", hops="LE"))
    assert made.in_order() == (made.metadata,)
    assert made.metadata is not None
    assert made.metadata.get("WARC-Concurrent-To") is None
    assert made.metadata.get("WARC-Target-URI") == "http://www.example.com/a"
    assert block(made.metadata) == (
        b"via: http://a/%20b\r\nhopsFromSeed: LE\r\nfetch-error: DNS lookup failed\r\n"
    )


def test_a_truncated_answer_says_why() -> None:
    """WARC-Truncated stands on the response record alone (WARC 1.1 §5.13)."""
    made = records(exchange(PAGE, truncated="disconnect", error="the connection was lost"))
    assert made.answer is not None
    assert made.request is not None
    assert made.answer.get("WARC-Truncated") == "disconnect"
    assert made.request.get("WARC-Truncated") is None
    assert block(made.metadata) == b"fetch-error: the connection was lost\r\n"


@pytest.mark.parametrize(
    ("found", "kept"),
    [("2001:DB8::1", "2001:db8::1"), ("fe80::1%eth0", "fe80::1"), ("/run/proxy.sock", None), (None, None)],
)
def test_only_an_address_is_written_as_one(found: str | None, kept: str | None) -> None:
    """WARC-IP-Address is left out where there is none (WARC 1.1 §5.10)."""
    made = records(exchange(ip_address=found))
    assert made.answer is not None
    assert made.answer.get("WARC-IP-Address") == kept


def test_the_protocol_is_that_of_each_message() -> None:
    """An HTTP/1.0 answer to an HTTP/1.1 request."""
    made = records(exchange(b"HTTP/1.0 200 OK\r\n\r\n"))
    assert made.answer is not None
    assert made.request is not None
    assert made.answer.get("WARC-Protocol") == "http/1.0"
    assert made.request.get("WARC-Protocol") == "http/1.1"


def test_a_proxy_password_is_never_kept() -> None:
    """Each of its characters becomes an asterisk, the rest of the request stays, and the metadata says so."""
    sent = (
        b"POST http://a/ HTTP/1.1\r\nPROXY-authorization: Basic dXNlcjpwYXNz\r\n folded\r\nHost: a\r\n\r\n"
        b"Proxy-Authorization: not in the head"
    )
    made = records(exchange(request=sent))
    assert block(made.request) == (
        b"POST http://a/ HTTP/1.1\r\nPROXY-authorization: ***** ************\r\n ******\r\nHost: a\r\n\r\n"
        b"Proxy-Authorization: not in the head"
    )
    assert block(made.metadata) == b"redacted: Proxy-Authorization\r\n"


def test_what_may_not_stand_in_a_uri_is_escaped() -> None:
    """Blanks, angle brackets and line ends would break the record's head; other people's letters don't."""
    assert uri_value("http://a/b c<d>\r\n%20é") == "http://a/b%20c%3Cd%3E%0D%0A%20é"


@given(st.binary(max_size=40), st.integers(1, 7))
def test_base64_in_pieces_is_base64(data: bytes, step: int) -> None:
    """However the bytes are cut up, and as long as was said."""

    class Pieces(Literal):
        def chunks(self) -> Iterator[bytes]:
            yield from (self.data[at : at + step] for at in range(0, len(self.data), step))

    part = Base64(Pieces(data))
    assert b"".join(part.chunks()) == base64.b64encode(data)
    assert part.length == len(base64.b64encode(data))


@given(st.binary(max_size=300), st.binary(max_size=60))
def test_no_answer_and_no_request_is_too_odd(answer: bytes, sent: bytes) -> None:
    """All bytes are in one record or another, whatever they are."""
    made = records(exchange(answer, request=sent, excess=len(answer) // 5))
    end = len(answer) - len(answer) // 5
    kept = block(made.answer) if made.answer is not None else b""
    said = dict(
        line.split(b": ", 1) for line in (block(made.metadata) if made.metadata else b"").splitlines()
    )
    before = base64.b64decode(said.get(b"interim-bytes-base64", b""))
    lost = base64.b64decode(said.get(b"unparsable-bytes-base64", b""))
    behind = base64.b64decode(said.get(b"excess-bytes-base64", b""))
    assert before + kept + lost == answer[:end]
    assert behind == answer[end:]


def test_a_span_reads_a_spool_as_often_as_asked() -> None:
    """Once for the digest, once for the file."""
    spool = Spool(limit=2)
    spool.write(b"0123456789")
    span = Span(spool, 3, 7)
    assert [b"".join(span.chunks()), b"".join(span.chunks())] == [b"3456", b"3456"]
    assert (span.length, span.in_memory) == (4, False)
    spool.close()
