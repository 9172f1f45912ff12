"""A WACZ package held against its own list, and the WARC files in it against the standard."""

from __future__ import annotations

import hashlib
import json
import zipfile
from typing import TYPE_CHECKING

from output.verify import verify_files
from tests.output import forge

if TYPE_CHECKING:
    from pathlib import Path

GOOD = forge.gz(forge.response())
PAGES = b'{"format": "json-pages-1.0", "id": "pages", "title": "All Pages"}\n'


def package(where: Path, files: dict[str, bytes], **changes: object) -> None:
    """Write a package of these files, one of them listed with changes."""
    listed = [
        {"name": name, "path": name, "hash": f"sha256:{hashlib.sha256(data).hexdigest()}", "bytes": len(data)}
        for name, data in files.items()
    ]
    listed[0].update(changes)
    with zipfile.ZipFile(where, "w") as made:
        for name, data in files.items():
            made.writestr(name, data)
        made.writestr("datapackage.json", json.dumps({"resources": listed}))


def faults(path: Path) -> list[str]:
    """Return the faults of the package without its path."""
    return [str(fault).removeprefix(str(path)) for fault in verify_files([path])]


def test_a_sound_package_has_no_fault(tmp_path: Path) -> None:
    """List, digests and WARC file agree."""
    path = tmp_path / "a.wacz"
    package(path, {"archive/a.warc.gz": GOOD, "pages/pages.jsonl": PAGES})
    assert faults(path) == []


def test_wrong_digests_and_sizes_are_named(tmp_path: Path) -> None:
    """A file that isn't the one listed is named with what was expected and found."""
    path = tmp_path / "a.wacz"
    package(path, {"pages/pages.jsonl": PAGES}, hash="sha256:00", bytes=7)
    assert faults(path) == [
        "!pages/pages.jsonl: wrong size; expected 7; found 66",
        f"!pages/pages.jsonl: wrong digest; expected 00; found {hashlib.sha256(PAGES).hexdigest()}",
    ]


def test_missing_and_unlisted_files_are_named(tmp_path: Path) -> None:
    """What is listed must be there, and what is there listed."""
    path = tmp_path / "a.wacz"
    package(path, {"pages/pages.jsonl": PAGES}, path="pages/other.jsonl")
    assert faults(path) == [
        "!pages/other.jsonl: listed in datapackage.json but missing",
        "!pages/pages.jsonl: not listed in datapackage.json",
    ]


def test_faults_of_a_warc_file_inside_have_their_offset(tmp_path: Path) -> None:
    """The place is the package, the file in it, and the byte in that."""
    path = tmp_path / "a.wacz"
    package(path, {"archive/a.warc.gz": GOOD[:-1]})
    assert faults(path) == [
        f"!archive/a.warc.gz at byte {len(forge.gz())}: the file ends inside a gzip member"
    ]


def test_a_damaged_zip_is_a_fault(tmp_path: Path) -> None:
    """No zip, no list, or a flipped byte inside: each is told, none raises."""
    path = tmp_path / "a.wacz"
    path.write_bytes(b"no zip")
    assert faults(path) == [": the zip is damaged (File is not a zip file)"]
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("archive/a.warc.gz", GOOD)
    assert faults(path) == [
        ": no usable datapackage.json (KeyError: \"There is no item named 'datapackage.json' in the archive\")"
    ]
    package(path, {"archive/a.warc.gz": GOOD})
    data = bytearray(path.read_bytes())
    data[60 + len(GOOD) // 2] ^= 0xFF
    path.write_bytes(data)
    assert (
        faults(path)[0] == "!archive/a.warc.gz: damaged in the zip (Bad CRC-32 for file 'archive/a.warc.gz')"
    )
