"""A WACZ package held against the format, its own list, its index and pages, and the WARC files in it."""

from __future__ import annotations

import gzip
import hashlib
import json
from typing import TYPE_CHECKING

import pytest

from output.verify import check_package
from tests.output import packages
from tests.output.packages import CONTENTS, INDEX, PACKAGE_FAULTS, RECORDS, SEA_LINE, STEPPE_LINE, package

if TYPE_CHECKING:
    from pathlib import Path

BLOCKS = gzip.compress(STEPPE_LINE, mtime=0), gzip.compress(SEA_LINE, mtime=0)


def faults(path: Path, data: bytes) -> list[str]:
    """Return the faults of a package without its path."""
    path.write_bytes(data)
    return [str(fault).removeprefix(str(path)) for fault in check_package(path)]


def zipnum(offset: int = 0, digest: str | None = None) -> dict[str, bytes]:
    """Return a package's files with a compressed index of two blocks; the first one said to be otherwise."""
    said = [
        {"offset": offset, "length": len(BLOCKS[0]), "digest": digest or _sha256(BLOCKS[0])},
        {"offset": len(BLOCKS[0]), "length": len(BLOCKS[1]), "digest": _sha256(BLOCKS[1])},
    ]
    keys = [line.split(b" ")[0].decode() for line in (STEPPE_LINE, SEA_LINE)]
    meta = '!meta 0 {"format": "cdxj-gzip-1.0", "filename": "index.cdx.gz"}\n'
    listed = "".join(f"{key} 20260301120000 {json.dumps(one)}\n" for key, one in zip(keys, said, strict=True))
    files = {name: data for name, data in CONTENTS.items() if name != INDEX}
    return files | {
        "indexes/index.cdx.gz": b"".join(BLOCKS),
        "indexes/index.idx": (meta + listed).encode(),
    }


def _sha256(data: bytes) -> str:
    return f"sha256:{hashlib.sha256(data).hexdigest()}"


def test_a_sound_package_has_no_fault(tmp_path: Path) -> None:
    """Lists, digests, index, pages and WARC file agree, whether the index is compressed or not."""
    assert faults(tmp_path / "a.wacz", package()) == []
    assert faults(tmp_path / "b.wacz", package(zipnum())) == []


@pytest.mark.parametrize("name", PACKAGE_FAULTS)
def test_every_fault_is_named(tmp_path: Path, name: str) -> None:
    """Each kind of fault is told, under the package's name."""
    make, problem = PACKAGE_FAULTS[name]
    told = faults(tmp_path / "a.wacz", make())
    assert any(problem in one for one in told), told


def test_faults_of_a_file_inside_have_their_offset(tmp_path: Path) -> None:
    """The place is the package, the file in it, and the byte in that."""
    data = package(CONTENTS | {packages.WARC: RECORDS[:-1]})
    told = faults(tmp_path / "a.wacz", data)
    at = json.loads(SEA_LINE.split(b" ", 2)[2])["offset"]
    assert f"!archive/a.warc.gz at byte {at}: the file ends inside a gzip member" in told


def test_blocks_of_a_compressed_index_are_held_to_their_list(tmp_path: Path) -> None:
    """An offset that leads elsewhere and a digest of something else are each named by their line."""
    at = len('!meta 0 {"format": "cdxj-gzip-1.0", "filename": "index.cdx.gz"}\n')
    (told,) = faults(tmp_path / "a.wacz", package(zipnum(offset=3)))
    assert told.startswith(f"!indexes/index.idx at byte {at}: the line leads to no block of the index")
    (told,) = faults(tmp_path / "b.wacz", package(zipnum(digest="sha256:00")))
    assert told.startswith(f"!indexes/index.idx at byte {at}: the block has another digest")


def test_a_package_that_is_not_there_is_a_fault(tmp_path: Path) -> None:
    """A file that can't be opened is told like any other fault."""
    assert [fault.problem for fault in check_package(tmp_path / "gone.wacz")] == [
        "can't be read (No such file or directory)"
    ]
