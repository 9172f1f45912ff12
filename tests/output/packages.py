"""WACZ packages, sound ones and ones with a single fault, made file by file and by no code that is under test."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from typing import TYPE_CHECKING

from tests.output import forge

if TYPE_CHECKING:
    from collections.abc import Callable

Files = dict[str, bytes]

WARC = "archive/a.warc.gz"
INDEX = "indexes/index.cdxj"
PAGES = "pages/pages.jsonl"
LIST = "datapackage.json"
SEAL = "datapackage-digest.json"

RECORDS = forge.gz(forge.response(), forge.response(2, WARC_Target_URI="http://magazine.example/2005/5/sea"))
_FIRST = len(forge.gz())
_SECOND = len(forge.gz(forge.response()))
SEA = "http://magazine.example/2005/5/sea"


def line(key: str, url: str, offset: int, length: int, **changes: str) -> bytes:
    """Return a CDXJ line of a response with the page."""
    entry = {
        "url": url,
        "mime": "text/html",
        "status": "200",
        "digest": forge.sha1(forge.PAGE),
        "length": str(length),
        "offset": str(offset),
        "filename": "a.warc.gz",
    }
    return f"{key} 20260301120000 {json.dumps(entry | changes)}\n".encode()


STEPPE_LINE = line("example,magazine)/2005/4/steppe", forge.URL, _FIRST, _SECOND - _FIRST)
SEA_LINE = line("example,magazine)/2005/5/sea", SEA, _SECOND, len(RECORDS) - _SECOND)
HEADER = b'{"format": "json-pages-1.0", "id": "pages", "title": "Pages"}\n'
PAGE_LINE = f'{{"id": "1", "url": "{forge.URL}", "ts": "2026-03-01T12:00:00Z"}}\n'.encode()

CONTENTS: Files = {WARC: RECORDS, INDEX: STEPPE_LINE + SEA_LINE, PAGES: HEADER + PAGE_LINE}


def listing(files: Files, **changes: object) -> dict[str, object]:
    """Return the content of datapackage.json."""
    return {
        "profile": "data-package",
        "wacz_version": "1.1.1",
        "resources": [
            {
                "name": name.rpartition("/")[2],
                "path": name,
                "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
                "bytes": len(data),
            }
            for name, data in files.items()
        ],
    } | changes


def package(
    files: Files | None = None,
    said: dict[str, object] | None = None,
    seal: str | None = "",
    *,
    deflated: frozenset[str] = frozenset(),
    zip64: bool = False,
) -> bytes:
    """Return a package; `said` is its datapackage.json, `seal` its digest, empty for the right one, None for none."""
    files = CONTENTS if files is None else files
    described = json.dumps(listing(files) if said is None else said).encode()
    ready = files | {LIST: described}
    if seal is not None:
        digest = seal or f"sha256:{hashlib.sha256(described).hexdigest()}"
        ready |= {SEAL: json.dumps({"path": LIST, "hash": digest}).encode()}
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, data in ready.items():
            info = zipfile.ZipInfo(name)
            info.compress_type = zipfile.ZIP_DEFLATED if name in deflated else zipfile.ZIP_STORED
            with archive.open(info, "w", force_zip64=zip64) as stream:
                stream.write(data)
    return made.getvalue()


def _files(**changes: bytes | None) -> Files:
    names = {"warc": WARC, "index": INDEX, "pages": PAGES}
    given = {names[key]: value for key, value in changes.items()}
    return {name: data for name, data in (CONTENTS | given).items() if data is not None}


def _resource(name: str, **changes: object) -> dict[str, object]:
    """Return a list in which one file is said to be otherwise."""
    said = listing(CONTENTS)
    resources = said["resources"]
    assert isinstance(resources, list)
    return said | {"resources": [one | changes if one["path"] == name else one for one in resources]}


def _flipped() -> bytes:
    data = bytearray(package())
    data[data.index(PAGE_LINE) + 3] ^= 0xFF
    return bytes(data)


PACKAGE_FAULTS: dict[str, tuple[Callable[[], bytes], str]] = {
    "no zip": (lambda: b"no zip", "the zip is damaged"),
    "cut": (lambda: package()[:-60], "the zip is damaged"),
    "a flipped byte": (_flipped, "damaged in the zip"),
    "a wrong digest": (lambda: package(said=_resource(PAGES, hash="sha256:00")), "wrong digest"),
    "no digest": (lambda: package(said=_resource(PAGES, hash=None)), "no digest in datapackage.json"),
    "a wrong size": (lambda: package(said=_resource(WARC, bytes=7)), "wrong size"),
    "a missing file": (
        lambda: package(_files(pages=None), said=listing(CONTENTS)),
        "listed in datapackage.json but missing",
    ),
    "an unlisted file": (
        lambda: package(CONTENTS | {"pages/more.jsonl": HEADER}, said=listing(CONTENTS)),
        "not listed in datapackage.json",
    ),
    "no datapackage.json": (lambda: package(said={}), "no usable datapackage.json"),
    "no profile": (lambda: package(said=listing(CONTENTS, profile=None)), "another profile"),
    "no version": (lambda: package(said=listing(CONTENTS, wacz_version=None)), "no known wacz_version"),
    "no digest file": (lambda: package(seal=None), "no datapackage-digest.json"),
    "another digest file": (lambda: package(seal="sha256:00"), "not the digest of datapackage.json"),
    "no pages": (lambda: package(_files(pages=None)), "no pages/pages.jsonl"),
    "no index": (lambda: package(_files(index=None)), "no indexes/*.cdxj"),
    "no archive": (lambda: package(_files(warc=None)), "no archive/*.warc.gz"),
    "an empty WARC": (lambda: package(_files(warc=b"")), "an empty file"),
    "a cut WARC": (lambda: package(_files(warc=RECORDS[:-1])), "the file ends inside a gzip member"),
    "a compressed WARC": (lambda: package(deflated=frozenset({WARC})), "compressed in the zip"),
    "ZIP64 on small files": (lambda: package(zip64=True), "a ZIP64 field on a small file"),
    "an unsorted index": (lambda: package(_files(index=SEA_LINE + STEPPE_LINE)), "not sorted by byte value"),
    "garbage in the index": (lambda: package(_files(index=STEPPE_LINE + SEA_LINE + b"x\n")), "no CDXJ line"),
    "another file in the index": (
        lambda: package(_files(index=(STEPPE_LINE + SEA_LINE).replace(b"a.warc.gz", b"b.warc.gz"))),
        "the line leads to no record",
    ),
    "a record the index lacks": (
        lambda: package(_files(index=STEPPE_LINE)),
        "a record that the index doesn't list",
    ),
    "a page without url": (
        lambda: package(_files(pages=HEADER + PAGE_LINE.replace(b'"url"', b'"uri"'))),
        "a page without url",
    ),
    "a page with a bad date": (
        lambda: package(_files(pages=HEADER + PAGE_LINE.replace(b"T12:00:00Z", b" noon"))),
        "a page without an RFC 3339 ts",
    ),
    "a page that isn't held": (
        lambda: package(_files(pages=HEADER + PAGE_LINE.replace(b"steppe", b"tundra"))),
        "a page that the archive doesn't hold",
    ),
    "pages without a header": (lambda: package(_files(pages=PAGE_LINE)), "doesn't name the format"),
}
"""Packages with one fault each, and what the verifier says of it."""
