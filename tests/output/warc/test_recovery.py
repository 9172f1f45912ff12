"""What a killed writer left is finished: whole records stay, the torn end is put aside."""

from __future__ import annotations

import gzip
import os
from typing import TYPE_CHECKING

import pytest

from output.errors import ArchiveError
from output.warc.recovery import recover
from output.warc.writer import WarcFile
from tests.output import forge
from tests.output.warc.test_writer import record

if TYPE_CHECKING:
    from pathlib import Path

MEMBERS = [
    forge.member(one) for one in (forge.warcinfo(), forge.response(), forge.request(2, 1), forge.response(3))
]
WHOLE = b"".join(MEMBERS)
ENDS = [len(b"".join(MEMBERS[:count])) for count in range(len(MEMBERS) + 1)]


def left(archive: Path, data: bytes, name: str = "a.warc.gz") -> None:
    """Leave a file as a killed writer would."""
    archive.mkdir(exist_ok=True)
    (archive / f"{name}.open").write_bytes(data)


def test_cut_anywhere_no_whole_record_is_lost(tmp_path: Path) -> None:
    """At every byte: the whole members stay, the rest is kept aside, and nothing is left open."""
    for cut in range(len(WHOLE) + 1):
        left(tmp_path, WHOLE[:cut])
        (done,) = recover(tmp_path, tmp_path / "torn")
        whole = max(end for end in ENDS if end <= cut)
        assert (done.offset, done.torn) == (whole, cut - whole)
        if whole:
            assert done.path == tmp_path / "a.warc.gz"
            assert done.path.read_bytes() == WHOLE[:whole]
            done.path.unlink()
        else:
            assert done.path is None
        if cut > whole:
            assert done.torn_path == tmp_path / "torn" / "a.warc.gz.torn"
            assert done.torn_path.read_bytes() == WHOLE[whole:cut]
            done.torn_path.unlink()
        assert [path.name for path in tmp_path.iterdir()] in ([], ["torn"])


@pytest.mark.parametrize(
    "tail", [bytes(5000), b"\x1f\x8b\x08" + bytes(100), os.urandom(3000), b"WARC/1.1\r\n"]
)
def test_what_a_power_cut_leaves_behind_is_cut_off(tmp_path: Path, tail: bytes) -> None:
    """Zeros where the length was known to the disk but not the bytes, or what was there before."""
    left(tmp_path, WHOLE + tail)
    (done,) = recover(tmp_path, tmp_path / "torn")
    assert (tmp_path / "a.warc.gz").read_bytes() == WHOLE
    assert done.torn_path is not None
    assert done.torn_path.read_bytes() == tail


def test_damage_in_the_middle_is_not_cut(tmp_path: Path) -> None:
    """Whole records follow a flipped bit: nothing is touched, and the error says where."""
    data = bytearray(WHOLE)
    data[ENDS[1] + 40] ^= 1
    left(tmp_path, bytes(data))
    with pytest.raises(ArchiveError, match="whole records follow") as caught:
        recover(tmp_path, tmp_path / "torn")
    assert caught.value.offset == ENDS[1]
    assert (tmp_path / "a.warc.gz.open").read_bytes() == data


def test_a_torn_record_that_holds_a_warc_file_is_cut(tmp_path: Path) -> None:
    """The records inside its payload are another file's, and don't stop the cutting."""
    inner = gzip.compress(forge.warcinfo(number=99), compresslevel=0) + gzip.compress(
        forge.response(98, WARC_Warcinfo_ID=forge.urn(99)), compresslevel=0
    )
    torn = gzip.compress(forge.response(4, forge.http(inner + os.urandom(500))), compresslevel=0)[:-300]
    left(tmp_path, WHOLE + torn)
    recover(tmp_path, tmp_path / "torn")
    assert (tmp_path / "a.warc.gz").read_bytes() == WHOLE


def test_a_member_whose_record_is_cut_is_cut_off(tmp_path: Path) -> None:
    """A right CRC is not enough: the block must be as long as its Content-Length."""
    left(tmp_path, WHOLE + forge.member(forge.response(4)[:-30]))
    recover(tmp_path, tmp_path / "torn")
    assert (tmp_path / "a.warc.gz").read_bytes() == WHOLE


def test_a_whole_block_without_its_line_ends_is_not_cut(tmp_path: Path) -> None:
    """No kill leaves such a member: somebody else's hand was in it, so nothing is touched."""
    left(tmp_path, WHOLE + forge.member(forge.response(4)[:-1]))
    with pytest.raises(ArchiveError, match="nothing was cut"):
        recover(tmp_path, tmp_path / "torn")
    assert (tmp_path / "a.warc.gz.open").exists()


def test_a_file_that_is_being_written_is_left_alone(tmp_path: Path) -> None:
    """Its writer lives: the lock says so."""
    file = WarcFile(tmp_path / "a.warc.gz")
    file.append([record(b"x")])
    assert recover(tmp_path, tmp_path / "torn") == []
    file.close()
    assert (tmp_path / "a.warc.gz").exists()


def test_a_finished_file_of_the_same_name_stops_it(tmp_path: Path) -> None:
    """Nothing is replaced."""
    left(tmp_path, WHOLE)
    (tmp_path / "a.warc.gz").write_bytes(b"precious")
    with pytest.raises(ArchiveError, match="there already"):
        recover(tmp_path, tmp_path / "torn")
    assert (tmp_path / "a.warc.gz").read_bytes() == b"precious"


def test_several_files_are_finished_by_name(tmp_path: Path) -> None:
    """Each for itself."""
    left(tmp_path, WHOLE[:-1], "b.warc.gz")
    left(tmp_path, WHOLE, "a.warc.gz")
    done = recover(tmp_path, tmp_path / "torn")
    assert [(one.path and one.path.name, one.offset) for one in done] == [
        ("a.warc.gz", ENDS[4]),
        ("b.warc.gz", ENDS[3]),
    ]
