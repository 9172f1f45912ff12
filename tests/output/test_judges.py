"""Other people's tools read what we write: the same bytes, and nothing to complain about.

Content coded with br is left out: warcio 1.8.1 dies on it beside Google's brotli (webrecorder/warcio#73).
"""

from __future__ import annotations

import gzip
import io
import os
import subprocess
import sys
import zlib
from typing import TYPE_CHECKING

import pytest

from output.capture import Tls
from tests.output.exchanged import REQUEST, collection, exchange

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def body(name: str) -> bytes:
    """Return a body that no other answer has: it would be kept as a revisit of that one."""
    return f"<p>hello {name}</p>".encode() * 200


def chunked(name: str) -> bytes:
    """Return a body in one chunk."""
    return b"%x\r\n%b\r\n0\r\n\r\n" % (len(body(name)), body(name))


ANSWERS = {
    "plain": b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%b" % (len(body("plain")), body("plain")),
    "odd-head": b"HTTP/1.1 200 OK\r\nX-Odd :  v \r\nx-odd:w\r\nSet-Cookie: a\r\nSet-Cookie: b\r\n\r\n"
    + body("odd-head"),
    "folded": b"HTTP/1.1 200 OK\r\nX: a\r\n b\r\n\tc\r\n\r\n" + body("folded"),
    "latin-1": b"HTTP/1.0 200 \xd0\x9e\xca\r\nX-\xe9: \xe9\r\n\r\n" + body("latin-1"),
    "no-colon": b"HTTP/1.1 200 OK\r\nno colon here\r\nA: b\r\n\r\nbody\0",
    "empty": b"HTTP/1.1 204 No Content\r\n\r\n",
    "no-reason": b"HTTP/1.1 999\r\n\r\n",
    "gzip": b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + gzip.compress(body("gzip")),
    "deflate": b"HTTP/1.1 200 OK\r\nContent-Encoding: deflate\r\n\r\n" + zlib.compress(body("deflate")),
    "chunked": b"HTTP/1.1 200 OK\r\ntransfer-ENCODING: chunked\r\n\r\n" + chunked("chunked"),
    "trailer": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n%bT: x\r\n\r\n"
    % chunked("trailer")[:-2],
    "cut": b"HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n" + body("cut"),
    "cut-in-head": b"HTTP/1.1 200 OK\r\nContent-Length: 99",
    "like-a-record": b"HTTP/1.1 200 OK\r\n\r\nWARC/1.1\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n\r\n\r\n",
    "big": b"HTTP/1.1 200 OK\r\n\r\n" + os.urandom(3 << 20),
}


@pytest.fixture(scope="module")
def warc(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a file with every answer, over TLS, with all kinds of metadata, and some failures."""
    with collection(tmp_path_factory.mktemp("judged") / "c") as kept:
        for name, answer in ANSWERS.items():
            asked = exchange(
                b"HTTP/1.1 103 Early Hints\r\nLink: <a>\r\n\r\n" + answer + b"excess",
                target_uri=f"https://www.example.com/{name}",
                excess=6,
                ip_address="2001:db8::1",
                tls=Tls(version="TLSv1.3", cipher="TLS_AES_256_GCM_SHA384"),
                truncated="disconnect" if name.startswith("cut") else None,
                via="https://www.example.com/",
                hops="L",
            )
            kept.add(asked)
            asked.response.close()
        kept.add(exchange(b"ICY 200 OK\r\n\r\nmusic", target_uri="http://www.example.com/icy"))
        kept.add(exchange(b"", request=b"", error="refused", target_uri="http://www.example.com/refused"))
    return kept.warcs()[0]


def asked_and_answered() -> Iterator[tuple[str, str, bytes]]:
    """Yield type, address and block of each response and request there must be."""
    for name, answer in ANSWERS.items():
        yield "response", f"https://www.example.com/{name}", answer
        yield "request", f"https://www.example.com/{name}", REQUEST
    yield "request", "http://www.example.com/icy", REQUEST


def test_warcio_reads_back_the_very_bytes(warc: Path) -> None:
    """Every block, unparsed."""
    from warcio.archiveiterator import ArchiveIterator

    with warc.open("rb") as stream:
        found = [
            (record.rec_type, record.rec_headers.get_header("WARC-Target-URI"), record.raw_stream.read())
            for record in ArchiveIterator(stream, no_record_parse=True)
        ]
    assert [one for one in found if one[0] in {"response", "request"}] == list(asked_and_answered())


def test_fastwarc_reads_back_the_very_bytes(warc: Path) -> None:
    """Every block, unparsed, and every digest right."""
    from fastwarc.warc import ArchiveIterator

    found = []
    with warc.open("rb") as stream:
        for record in ArchiveIterator(stream, parse_http=False):
            assert record.verify_block_digest()
            found.append(
                (record.headers.get("WARC-Type"), record.headers.get("WARC-Target-URI"), record.reader.read())
            )
    assert [one for one in found if one[0] in {"response", "request"}] == list(asked_and_answered())


def test_warcio_check_has_nothing_to_say(warc: Path) -> None:
    """Digests, members and lengths."""
    ran = subprocess.run(
        [sys.executable, "-m", "warcio.cli", "check", "-v", str(warc)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "fail" not in ran.stdout
    assert ran.stdout.count("digest pass") == ran.stdout.count("offset ")


def test_fastwarc_check_has_nothing_to_say(warc: Path, tmp_path: Path) -> None:
    """Payload digests too."""
    said = tmp_path / "said"
    ran = subprocess.run(
        [sys.executable, "-m", "fastwarc.cli", "check", "-p", "-q", "-o", str(said), str(warc)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    lines = said.read_text().splitlines()
    assert len(lines) > 3 * len(ANSWERS)
    assert [line for line in lines if ": OK, PAYLOAD_" not in line or "FAIL" in line] == []


def test_gzip_reads_the_file_to_its_end(warc: Path) -> None:
    """As one stream of members, trailers checked."""
    with gzip.open(io.BytesIO(warc.read_bytes())) as stream:
        assert stream.read().endswith(b"\r\n\r\n")
