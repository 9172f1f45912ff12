"""From the wire to the WARC file and back: other people's readers find the server's own bytes."""

from __future__ import annotations

import base64
import io
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import count
from typing import TYPE_CHECKING, NamedTuple

import pytest

from crawler.replica.answers import Answer
from crawler.replica.certificate import server_context
from crawler.replica.quirks import Quirk
from crawler.replica.server import ReplicaServer
from output.mementos import read_mementos
from tests.crawler.crawl_once import Crawled, crawl

if TYPE_CHECKING:
    from pathlib import Path

BODY = b"<html><title>A page</title>" + b"".join(b"<p>Line %d of it</p>\n" % n for n in range(100))
BIG = bytes(range(256)) * 4096
_ANSWERS = count()


class Block(NamedTuple):
    """One record as a reader gives it."""

    kind: str
    target_uri: str
    block: bytes


Reader = Callable[["Path"], Iterator[Block]]


class Archived(NamedTuple):
    """A crawl of every quirk, plain and under TLS: what the servers have, and the file it went to."""

    warc: Path
    served: dict[str, list[tuple[bytes, bytes]]]
    crawled: Crawled


def site(target: str) -> Answer | None:
    """Answer a page for each quirk, and a big file; no body twice, for that would be kept as a revisit."""
    own = b"<!-- %d -->" % next(_ANSWERS)
    if target == "/big":
        return Answer(body=own + BIG, repeat=3, headers=((b"Content-Type", b"image/png"),))
    return Answer(body=own + BODY, quirk=Quirk(target[1:])) if target[1:] in set(Quirk) else None


@pytest.fixture(scope="module")
def archived(tmp_path_factory: pytest.TempPathFactory) -> Archived:
    """Crawl into a real collection."""
    folder = tmp_path_factory.mktemp("collection")
    with ReplicaServer(site) as plain, ReplicaServer(site, tls=server_context()) as secure:
        urls = [f"{server.url}/{path}" for server in (plain, secure) for path in ["big", "missing", *Quirk]]
        # Its page is the same everywhere, and would be kept as a revisit the second time.
        urls.remove(f"{secure.url}/{Quirk.SOFT_404}")
        # A connection of its own for each would hide what is sent again.
        urls.append(f"{plain.url}/{Quirk.STALE}")
        crawled = crawl(
            urls, folder=folder, hurried="hang", settings={"REDIRECT_MAX_TIMES": 2, "RETRY_TIMES": 1}
        )
        served: dict[str, list[tuple[bytes, bytes]]] = {}
        for server in (plain, secure):
            for one in server.log:
                pair = one.request, bytes(one.sent)
                served.setdefault(server.url + one.target, []).append(pair)
    (warc,) = (folder / "archive").glob("*.warc.gz")
    return Archived(warc, served, crawled)


def warcio_blocks(path: Path) -> Iterator[Block]:
    """Read with warcio, which must not parse what is in the blocks."""
    from warcio.archiveiterator import ArchiveIterator

    with path.open("rb") as stream:
        for record in ArchiveIterator(stream, no_record_parse=True):
            target = record.rec_headers.get_header("WARC-Target-URI") or ""
            yield Block(record.rec_type, target, record.raw_stream.read())


def fastwarc_blocks(path: Path) -> Iterator[Block]:
    """Read with FastWARC, which must not parse what is in the blocks."""
    from fastwarc.warc import ArchiveIterator

    for record in ArchiveIterator(io.BytesIO(path.read_bytes()), parse_http=False):
        headers = dict(record.headers)
        yield Block(headers["WARC-Type"], headers.get("WARC-Target-URI", ""), record.reader.read())


def exchanged(blocks: Iterator[Block]) -> dict[str, list[tuple[bytes, bytes]]]:
    """Put the bytes of each exchange together again: interim, final, excess; what no record has is empty.

    The records of an exchange are written response, request, metadata, the last two or the first missing at times.
    """
    found: dict[str, list[tuple[bytes, bytes]]] = {}
    parts: dict[str, bytes] = {}
    target = ""

    def end() -> None:
        if parts:
            received = [parts.get(name, b"") for name in ("interim", "response", "unparsable", "excess")]
            found.setdefault(target, []).append((parts.get("request", b""), b"".join(received)))
        parts.clear()

    last = ""
    for kind, uri, block in blocks:
        if kind == "response" or uri != target or last in {"metadata", kind}:
            end()
        target, last = uri, kind
        if kind in {"request", "response"}:
            parts[kind] = block
        elif kind == "metadata":
            for name, value in re.findall(rb"(interim|unparsable|excess)-bytes-base64: ([^\r\n]*)", block):
                parts[name.decode()] = base64.b64decode(value)
    end()
    return found


@pytest.mark.parametrize("read", [warcio_blocks, fastwarc_blocks])
def test_every_exchange_is_in_the_file_byte_for_byte(archived: Archived, read: Reader) -> None:
    """Both readers give, for every address and attempt, what the server received and sent."""
    found = exchanged(read(archived.warc))
    assert set(found) == set(archived.served)
    for url, pairs in archived.served.items():
        assert found[url] == pairs, url
    assert len(found) > 2 * len(Quirk)


def test_captures_point_at_their_records(archived: Archived) -> None:
    """The offset that came with a page is that of a member holding just its response record."""
    from warcio.archiveiterator import ArchiveIterator

    assert len(archived.crawled.pages) > len(Quirk)
    with archived.warc.open("rb") as stream:
        for page in archived.crawled.pages:
            assert page.record is not None
            stream.seek(page.record)
            record = next(iter(ArchiveIterator(stream, no_record_parse=True)))
            headers = record.rec_headers
            assert (headers.get_header("WARC-Type"), headers.get_header("WARC-Target-URI")) == (
                "response",
                page.url,
            )


def test_the_archive_gives_the_bodies_that_the_spider_had(archived: Archived) -> None:
    """Read back, each page's body is the one that the crawl worked on, damaged ones included."""
    bodies = {one.capture.offset: one.body for one in read_mementos(archived.warc)}
    for page in archived.crawled.pages:
        assert bodies[page.record] == page.body, page.url


def test_warcio_check_is_content(archived: Archived) -> None:
    """Other people's verifier finds every digest right."""
    check = "import sys; from warcio.cli import main; main(['check', '-v', sys.argv[1]])"
    run = subprocess.run(
        [sys.executable, "-c", check, str(archived.warc)], capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout + run.stderr
