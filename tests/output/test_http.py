"""HTTP messages as bytes: layouts, heads, chunk framing, codings."""

from __future__ import annotations

import gzip
import hashlib
import zlib

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st

from output.http import (
    Dechunker,
    EntityDigest,
    ResponseLayout,
    decode_content,
    entity_body,
    is_http,
    parse_head,
    split_response,
)

TEXT = "Ветер над степью. ".encode() * 200
COMPRESSORS = {b"gzip": gzip.compress, b"deflate": zlib.compress, b"br": brotli.compress}
CHUNKED = ((b"Transfer-Encoding", b"chunked"),)


def bare_deflate(data: bytes) -> bytes:
    """Return a deflate stream without zlib's frame."""
    compressor = zlib.compressobj(9, zlib.DEFLATED, -15)
    return compressor.compress(data) + compressor.flush()


@pytest.mark.parametrize(
    ("raw", "start", "body"),
    [
        (b"HTTP/1.1 200 OK\r\n\r\nx", 0, 19),
        (b"HTTP/1.1 200 OK\n\nx", 0, 17),
        (b"HTTP/1.1 200 OK\r\nA: b\r\n", 0, None),
        (b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early\r\n\r\nHTTP/1.1 204\r\n\r\n", 47, 63),
        (b"HTTP/1.1 101 Switching\r\n\r\n\x00", 0, 26),
        (b"HTTP/1.1 100 Continue\r\n\r\n", 25, None),
        (b"ICY 200 OK\r\n\r\n", 0, None),
        (b"", 0, None),
    ],
)
def test_the_final_response_is_found_behind_interim_ones(raw: bytes, start: int, body: int | None) -> None:
    """1xx responses are skipped, 101 is final, a head without an end has no body."""
    assert split_response(raw) == ResponseLayout(start=start, body=body)


def test_a_head_is_read_as_servers_send_it() -> None:
    """Doubled fields, odd blanks, folds, non-ASCII bytes stay; a line without colon is no field."""
    head = parse_head(
        b"HTTP/1.0 404  Nicht\xe9\r\nX-Ok : v \r\nset-cookie: a\r\nSET-COOKIE: b\n"
        b"X: 1\r\n\t2\r\nnocolon\r\n\xe9:\xff\r\n\r\nA: b"
    )
    assert (head.version, head.status, head.reason) == (b"HTTP/1.0", 404, b"Nicht\xe9")
    assert head.headers == (
        (b"X-Ok", b"v"),
        (b"set-cookie", b"a"),
        (b"SET-COOKIE", b"b"),
        (b"X", b"1 2"),
        (b"\xe9", b"\xff"),
    )
    assert head.get(b"Set-Cookie") == b"a"
    assert head.get(b"A") is None


@pytest.mark.parametrize(
    ("line", "status", "reason"),
    [
        (b"HTTP/1.1 200", 200, b""),
        (b"HTTP/2 200 ", 200, b""),
        (b"HTTP/1.1 2000 X", None, b""),
        (b"<html>", None, b""),
    ],
)
def test_status_lines_without_reason_or_sense(line: bytes, status: int | None, reason: bytes) -> None:
    """A reason may be missing; what is no status line has no status."""
    head = parse_head(line + b"\r\n\r\n")
    assert (head.status, head.reason, head.start_line) == (status, reason, line)


@given(st.binary(max_size=300))
def test_no_bytes_make_the_readers_raise(raw: bytes) -> None:
    """Every function takes every input."""
    head = parse_head(raw)
    split_response(raw)
    is_http(raw)
    for coding in (b"gzip", b"deflate", b"br", b"zstd"):
        decode_content(((b"Content-Encoding", coding), *head.headers, *CHUNKED), raw)


@given(st.lists(st.binary(min_size=1, max_size=40), max_size=8), st.integers(1, 7))
def test_chunks_come_out_as_they_went_in_however_they_are_fed(parts: list[bytes], step: int) -> None:
    """Dechunking undoes chunking, byte by byte or whole, and stops at the end of the message."""
    framed = b"".join(b"%X;ext=1\r\n%b\r\n" % (len(part), part) for part in parts) + b"0\r\nT: x\r\n\r\n"
    got: list[bytes] = []
    dechunker = Dechunker(got.append)
    for at in range(0, len(framed), step):
        dechunker.feed(framed[at : at + step])
    dechunker.feed(b"excess")
    assert b"".join(got) == b"".join(parts)
    assert dechunker.done
    assert dechunker.plausible
    assert dechunker.error is None
    assert dechunker.consumed == len(framed)


@pytest.mark.parametrize(
    ("raw", "body", "problem"),
    [
        (b"5\r\nhello\r\n0\r\n\r\n", b"hello", None),
        (b"5\nhello\n0\n\n", b"hello", None),
        (b"05 ; a=b\r\nhello\r\n000\r\nTrail: er\r\n\r\n", b"hello", None),
        (b"5\r\nhel", b"hel", "chunked: the body is cut"),
        (b"5\r\nhello\r\nzz\r\n", b"hello", r"chunked: no chunk size but b'zz\r\n'"),
        (b"5\r\nhello\r\n3\r\nabcdef", b"helloabc", "chunked: no line end after a chunk but b'def'"),
        (b"hello", b"hello", None),
        (b"<html>", b"<html>", None),
        (b"", b"", None),
    ],
)
def test_framing_is_removed_only_where_there_is_some(raw: bytes, body: bytes, problem: str | None) -> None:
    """Broken framing gives what stood before; a body that was de-chunked already stays as it is."""
    assert entity_body(CHUNKED, raw) == (body, problem)


@pytest.mark.parametrize("coding", COMPRESSORS)
def test_content_codings_are_undone(coding: bytes) -> None:
    """Gzip, deflate and br give the text back, inside chunk framing too."""
    raw = COMPRESSORS[coding](TEXT)
    headers = ((b"content-ENCODING", coding.upper()),)
    assert decode_content(headers, raw) == (TEXT, None)
    framed = b"%x\r\n%b\r\n0\r\n\r\n" % (len(raw), raw)
    assert decode_content((*headers, *CHUNKED), framed) == (TEXT, None)


@pytest.mark.parametrize("coding", COMPRESSORS)
def test_a_body_that_is_decoded_already_is_passed_on(coding: bytes) -> None:
    """A header left over from before the decoding does no harm."""
    assert decode_content(((b"Content-Encoding", coding),), TEXT) == (TEXT, None)
    assert decode_content(((b"Content-Encoding", coding),), b"hi") == (b"hi", None)


@pytest.mark.parametrize("coding", COMPRESSORS)
def test_a_cut_stream_gives_what_stands_before_the_cut(coding: bytes) -> None:
    """The beginning comes out, and one line says that it was cut."""
    noise = hashlib.shake_128(b"seed").digest(200_000)
    data, problem = decode_content(((b"Content-Encoding", coding),), COMPRESSORS[coding](noise)[:-2000])
    assert noise.startswith(data)
    assert len(data) > 100_000
    assert problem == f"{coding.decode()}: the stream is cut"


@pytest.mark.parametrize("coding", COMPRESSORS)
def test_a_bomb_is_bounded(coding: bytes) -> None:
    """No more than the limit comes out; exactly the limit is no bomb."""
    raw = COMPRESSORS[coding](bytes(1_000_000))
    headers = ((b"Content-Encoding", coding),)
    assert decode_content(headers, raw, limit=1000) == (
        bytes(1000),
        f"{coding.decode()}: more than 1000 bytes",
    )
    assert decode_content(headers, raw, limit=1_000_000) == (bytes(1_000_000), None)


@pytest.mark.parametrize(
    ("coding", "raw"),
    [
        (b"deflate", bare_deflate(TEXT)),
        (b"x-gzip", gzip.compress(TEXT, mtime=0)),
        (b"gzip", gzip.compress(TEXT[:500], mtime=0) + gzip.compress(TEXT[500:], mtime=0)),
        (b"gzip", gzip.compress(TEXT, mtime=0) + bytes(8)),
        (b"identity", TEXT),
        (b"deflate, gzip", gzip.compress(zlib.compress(TEXT), mtime=0)),
    ],
)
def test_forms_that_servers_send_beside_the_standard(coding: bytes, raw: bytes) -> None:
    """Bare deflate, several gzip members, padding, and codings on top of each other."""
    assert decode_content(((b"Content-Encoding", coding),), raw) == (TEXT, None)


def test_an_unknown_coding_is_named() -> None:
    """The body stays as it is, and the coding is told."""
    headers = ((b"Content-Encoding", b"exi"),)
    assert decode_content(headers, b"\0\1") == (b"\0\1", "no decoder for the coding 'exi'")


@pytest.mark.parametrize(("raw", "entity"), [(b"5\r\nhello\r\n0\r\n\r\n", b"hello"), (b"hello", b"hello")])
def test_the_entity_digest_leaves_out_framing_where_there_is_some(raw: bytes, entity: bytes) -> None:
    """Fed in pieces, chunked or said to be, it is the digest of the entity-body."""
    digest = EntityDigest(CHUNKED)
    for at in range(len(raw)):
        digest.update(raw[at : at + 1])
    assert digest.digest() == "sha256:" + hashlib.sha256(entity).hexdigest()
