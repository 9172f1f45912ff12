"""A small collection with everything in it, made without a network, and every way in which it can be damaged."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING

from crawler import sites
from crawler.replica.replica import Replica
from output.collection import Collection
from output.inputs import open_inputs
from output.models import LINES
from output.verify import verify_collection
from pipelines.archive.derive import derive
from tests.output.exchanged import DATE, INFO, exchange

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from output.fault import Fault
    from output.memento import Memento

HOST = "http://magazine.example"


def make_collection(path: Path) -> None:
    """Make a collection of a replica's issue: every page once, index and JSON Lines with them."""
    replica = Replica.build("nested", issues=("2005-4",))
    with Collection.open(path, info=INFO, clock=lambda: DATE) as kept:
        for number, target in enumerate(replica.paths()):
            page = replica.page(target)
            assert page is not None
            head = f"HTTP/1.1 {page.status} X\r\nContent-Type: {page.content_type}\r\n"
            head += f"Location: {page.location}\r\n" if page.location else ""
            framing = f"Content-Length: {len(page.body)}\r\n\r\n".encode()
            body = page.body
            if number % 3 == 1:
                framing = b"Transfer-Encoding: chunked\r\n\r\n"
                body = b"%x\r\n%b\r\n0\r\n\r\n" % (len(body), body)
            fetched = exchange(
                head.encode() + framing + body,
                target_uri=HOST + target,
                date=DATE + timedelta(seconds=number),
                request=f"GET {target} HTTP/1.1\r\nHost: magazine.example\r\n\r\n".encode(),
                via=f"{HOST}/",
            )
            kept.add(fetched)
            fetched.response.close()
    derive(open_inputs([path]), profile=sites.load(INFO.profile), folder=path / "records")


def faults_of(path: Path, scratch: Path) -> list[Fault]:
    """Return everything wrong with a collection, its lines derived again into `scratch`."""

    def rederive(mementos: Iterable[Memento]) -> Mapping[str, Iterable[str]]:
        derive(mementos, profile=sites.load(INFO.profile), folder=scratch)
        return {name: _lines(scratch / f"{name}.jsonl") for name in LINES}

    found: list[Fault] = []
    verify_collection(path, found.append, rederive)
    return found


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").split("\n")[:-1]


Damage = tuple["Callable[[Path], None]", str, str]
"""What damages a collection, the end of the name of the file that is to blame, and what is said of it."""


def _index(change: Callable[[list[bytes]], list[bytes]]) -> Callable[[Path], None]:
    return _changed_lines("indexes/index.cdxj", change)


def _changed_lines(name: str, change: Callable[[list[bytes]], list[bytes]]) -> Callable[[Path], None]:
    def damage(path: Path) -> None:
        file = path / name
        file.write_bytes(b"".join(change(file.read_bytes().splitlines(keepends=True))))

    return damage


def _field(name: str, value: str) -> Callable[[Path], None]:
    """Return what gives the index's second line another value of a field."""

    def change(lines: list[bytes]) -> list[bytes]:
        key, timestamp, text = lines[1].split(b" ", 2)
        entry = json.loads(text) | {name: value}
        return [lines[0], b" ".join((key, timestamp, json.dumps(entry).encode())) + b"\n", *lines[2:]]

    return _index(change)


def _second(old: bytes, new: bytes) -> Callable[[Path], None]:
    """Return what changes some bytes of the index's second line."""
    return _index(lambda lines: [lines[0], lines[1].replace(old, new, 1), *lines[2:]])


def _dropped(name: str) -> Callable[[Path], None]:
    return _changed_lines(name, lambda lines: [*lines[:1], *lines[2:]])


def _doubled(name: str) -> Callable[[Path], None]:
    return _changed_lines(name, lambda lines: [lines[0], *lines])


def _swapped(name: str) -> Callable[[Path], None]:
    return _changed_lines(name, lambda lines: [lines[1], lines[0], *lines[2:]])


def _replaced(name: str, old: bytes, new: bytes) -> Callable[[Path], None]:
    def damage(path: Path) -> None:
        data = (path / name).read_bytes()
        assert old in data
        (path / name).write_bytes(data.replace(old, new, 1))

    return damage


def _unlinked(name: str) -> Callable[[Path], None]:
    return lambda path: (path / name).unlink()


def _warc(change: Callable[[bytes], bytes]) -> Callable[[Path], None]:
    def damage(path: Path) -> None:
        (file,) = (path / "archive").iterdir()
        file.write_bytes(change(file.read_bytes()))

    return damage


def _renamed(path: Path) -> None:
    (file,) = (path / "archive").iterdir()
    file.rename(file.with_name("other.warc.gz"))


_SURPLUS = "a line that the WARC files don't give"
_LACKING = "a line that the WARC files give is missing from here on"

COLLECTION_FAULTS: dict[str, Damage] = {
    "index: not sorted": (_swapped("indexes/index.cdxj"), "index.cdxj", "not sorted by byte value"),
    "index: a line twice": (_doubled("indexes/index.cdxj"), "index.cdxj", "a line that stands twice"),
    "index: a line missing": (_dropped("indexes/index.cdxj"), ".warc.gz", "the index doesn't list"),
    "index: garbage": (_index(lambda lines: [*lines, b"~ x\n"]), "index.cdxj", "no CDXJ line"),
    "index: cut": (_index(lambda lines: [*lines[:-1], lines[-1][:-9]]), "index.cdxj", "no CDXJ line"),
    "index: another offset": (_field("offset", "3"), "index.cdxj", "the line leads to no record"),
    "index: another file": (_field("filename", "b.warc.gz"), "index.cdxj", "the line leads to no record"),
    "index: another length": (_field("length", "3"), "index.cdxj", "length is not the record's"),
    "index: another digest": (_field("digest", "sha256:" + "0" * 64), "index.cdxj", "digest is not"),
    "index: another status": (_field("status", "500"), "index.cdxj", "status is not the record's"),
    "index: another type": (_field("mime", "image/gif"), "index.cdxj", "mime is not the record's"),
    "index: another address": (_field("url", "http://b.example/"), "index.cdxj", "url is not the record's"),
    "index: another date": (_second(b" 2026", b" 2025"), "index.cdxj", "timestamp is not the record's"),
    "index: another key": (_second(b"magazine", b"magazinf"), "index.cdxj", "urlkey is not the record's"),
    "index: gone": (_unlinked("indexes/index.cdxj"), "index.cdxj", "can't be read"),
    "articles: another word": (
        _replaced("records/articles.jsonl", b'"title":"', b'"title":"Not '),
        "articles.jsonl",
        _SURPLUS,
    ),
    "articles: another date": (
        _replaced("records/articles.jsonl", b'"date":"2026', b'"date":"2025'),
        "articles.jsonl",
        _SURPLUS,
    ),
    "articles: a line missing": (_dropped("records/articles.jsonl"), "articles.jsonl", _LACKING),
    "articles: a line twice": (_doubled("records/articles.jsonl"), "articles.jsonl", _SURPLUS),
    "articles: another order": (_swapped("records/articles.jsonl"), "articles.jsonl", "in another order"),
    "articles: cut": (
        _changed_lines("records/articles.jsonl", lambda lines: [*lines[:-1], lines[-1][:-1]]),
        "articles.jsonl",
        _LACKING,
    ),
    "articles: gone": (_unlinked("records/articles.jsonl"), "articles.jsonl", "can't be read"),
    "issues: one article less": (
        _replaced("records/issues.jsonl", b'"found":4', b'"found":3'),
        "issues.jsonl",
        _SURPLUS,
    ),
    "issues: an invented one": (
        _changed_lines("records/issues.jsonl", lambda lines: [*lines, b'{"schema":"issue/1"}\n']),
        "issues.jsonl",
        _SURPLUS,
    ),
    "furniture: another rate": (
        _replaced("records/furniture.jsonl", b'"rate":', b'"rate":1'),
        "furniture.jsonl",
        _SURPLUS,
    ),
    "furniture: a line missing": (_dropped("records/furniture.jsonl"), "furniture.jsonl", _LACKING),
    "furniture: no JSON": (
        _changed_lines("records/furniture.jsonl", lambda lines: [b"garbage\n", *lines]),
        "furniture.jsonl",
        _SURPLUS,
    ),
    "captures: another status": (
        _replaced("records/captures.jsonl", b'"status":200', b'"status":404'),
        "captures.jsonl",
        _SURPLUS,
    ),
    "captures: another place": (
        _replaced("records/captures.jsonl", b'"offset":', b'"offset":9'),
        "captures.jsonl",
        _SURPLUS,
    ),
    "captures: a line missing": (_dropped("records/captures.jsonl"), "captures.jsonl", _LACKING),
    "archive: cut by a byte": (_warc(lambda data: data[:-1]), ".warc.gz", "ends inside a gzip member"),
    "archive: its last record lost": (
        _warc(lambda data: data[: data.rindex(b"\x1f\x8b\x08")]),
        ".jsonl",
        _SURPLUS,
    ),
    "archive: its first record lost": (
        _warc(lambda data: data[data.index(b"\x1f\x8b\x08", 3) :]),
        "index.cdxj",
        "the line leads to no record",
    ),
    "archive: a flipped bit": (
        # In a checksum: elsewhere it may be a header's.
        _warc(lambda data: data[:-8] + bytes([data[-8] ^ 1]) + data[-7:]),
        ".warc.gz",
        "the gzip member is corrupt",
    ),
    "archive: renamed": (_renamed, "other.warc.gz", "WARC-Filename is not the file's name"),
    "archive: gone": (_warc(lambda _: b""), ".warc.gz", "an empty file"),
}
"""Collections with one fault each."""
