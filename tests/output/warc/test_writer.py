"""A WARC file grows by whole exchanges and gets its name when it is finished."""

from __future__ import annotations

import errno
import fcntl
import gzip
import os
import resource
import subprocess
import sys
import tracemalloc
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from output.errors import ArchiveWriteError
from output.spool import Spool
from output.warc.member import isal_deflater, member, zlib_deflater
from output.warc.record import Literal, Record, Span
from output.warc.writer import WarcFile

if TYPE_CHECKING:
    from collections.abc import Callable

    from output.warc.member import Deflater

ROOT = Path(__file__).parents[3]


def record(block: bytes) -> Record:
    """Return a record with this block."""
    return Record(fields=(("WARC-Type", "resource"),), block=(Literal(block),))


def spooled(block: bytes) -> Record:
    """Return a record whose block is in a file."""
    spool = Spool(limit=0)
    spool.write(block)
    return Record(fields=(("WARC-Type", "resource"),), block=(Span(spool, 0, len(block)),))


def close(*records: Record) -> None:
    """Give the spools of records back."""
    for one in records:
        for part in one.block:
            assert isinstance(part, Span)
            part.spool.close()


@pytest.mark.parametrize("deflater", [isal_deflater, zlib_deflater])
def test_a_member_is_the_record(deflater: Callable[[], Deflater]) -> None:
    """Either deflater makes what gzip reads, with the version line in front and two line ends behind."""
    packed = b"".join(member(record(b"body"), deflater))
    assert gzip.decompress(packed) == (
        b"WARC/1.1\r\nWARC-Type: resource\r\nContent-Length: 4\r\n\r\nbody\r\n\r\n"
    )


def test_records_stand_where_it_says(tmp_path: Path) -> None:
    """Offset and length cut each member out, in memory or spooled, in whatever order they come."""
    blocks = [b"small", os.urandom(3 << 20), b"again", os.urandom(2 << 20)]
    records = [record(blocks[0]), spooled(blocks[1]), record(blocks[2]), spooled(blocks[3])]
    file = WarcFile(tmp_path / "a.warc.gz")
    placed = file.append(records)
    file.close()
    data = (tmp_path / "a.warc.gz").read_bytes()
    assert [gzip.decompress(data[one.offset : one.offset + one.length]) for one in placed] == [
        b"".join(one.chunks()) for one in records
    ]
    assert sum(one.length for one in placed) == len(data)
    close(records[1], records[3])


def test_the_file_has_its_name_only_when_finished(tmp_path: Path) -> None:
    """Until then it ends in .open and is locked."""
    file = WarcFile(tmp_path / "a.warc.gz")
    file.append([record(b"x")])
    assert [path.name for path in tmp_path.iterdir()] == ["a.warc.gz.open"]
    with (tmp_path / "a.warc.gz.open").open("rb") as other, pytest.raises(BlockingIOError):
        fcntl.flock(other, fcntl.LOCK_EX | fcntl.LOCK_NB)
    file.close()
    assert [path.name for path in tmp_path.iterdir()] == ["a.warc.gz"]


def test_an_exchange_in_memory_is_one_write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """So a kill leaves all of it or nothing."""
    written: list[int] = []
    write = os.write

    def counted(handle: int, data: bytes) -> int:
        written.append(len(data))
        return write(handle, data)

    file = WarcFile(tmp_path / "a.warc.gz")
    monkeypatch.setattr(os, "write", counted)
    placed = file.append([record(b"a"), record(b"b"), record(b"c")])
    file.close()
    assert written == [sum(one.length for one in placed)]


def test_a_finished_file_is_never_replaced(tmp_path: Path) -> None:
    """A file of the same name stays, and the new one stays open."""
    (tmp_path / "a.warc.gz").write_bytes(b"precious")
    file = WarcFile(tmp_path / "a.warc.gz")
    with pytest.raises(ArchiveWriteError, match="final name"):
        file.close()
    assert (tmp_path / "a.warc.gz").read_bytes() == b"precious"


def test_what_is_written_goes_to_disk_once_a_second(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not at each record, which would cost more than all the rest."""
    now = 100.0
    synced: list[float] = []
    monkeypatch.setattr(os, "fdatasync", lambda _: synced.append(now))
    file = WarcFile(tmp_path / "a.warc.gz", monotonic=lambda: now)
    for moment in (100.5, 100.9, 101.0, 101.5, 103.0):
        now = moment
        file.append([record(b"x")])
    file.close()
    assert synced == [101.0, 103.0]


@pytest.mark.parametrize("make", [record, spooled])
def test_a_full_disk_leaves_whole_records(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, make: Callable[[bytes], Record]
) -> None:
    """What fails in the middle is cut off again; the file can still be finished, and written to when there is room."""
    file = WarcFile(tmp_path / "a.warc.gz")
    placed = file.append([record(b"first")])
    write = os.write
    room = 5000

    def into_little_room(handle: int, data: bytes) -> int:
        nonlocal room
        if not room:
            raise OSError(errno.ENOSPC, "No space left on device")
        taken = write(handle, data[:room])
        room -= taken
        return taken

    big = make(os.urandom(1 << 16))
    with monkeypatch.context() as patched:
        patched.setattr(os, "write", into_little_room)
        with pytest.raises(ArchiveWriteError) as caught:
            file.append([record(b"second"), big])
    assert str(caught.value) == (
        f"{tmp_path}/a.warc.gz.open at byte {placed[0].length}: "
        "the record can't be written; found No space left on device"
    )
    after = file.append([record(b"third")])
    file.close()
    assert after[0].offset == placed[0].length
    data = gzip.decompress((tmp_path / "a.warc.gz").read_bytes())
    assert [word in data for word in (b"first", b"second", b"third")] == [True, False, True]
    if make is spooled:
        close(big)


def test_a_record_that_cannot_be_cut_off_ends_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It takes no more, and isn't finished: the next recovery does that."""
    file = WarcFile(tmp_path / "a.warc.gz")
    with monkeypatch.context() as patched:
        for name in ("write", "ftruncate"):
            patched.setattr(os, name, _fail)
        with pytest.raises(ArchiveWriteError, match="Input/output error"):
            file.append([record(b"x")])
    for attempt in (lambda: file.append([record(b"y")]), file.close):
        with pytest.raises(ArchiveWriteError, match="can't be cut off"):
            attempt()
    assert [path.name for path in tmp_path.iterdir()] == ["a.warc.gz.open"]


def test_a_disk_that_failed_to_sync_is_not_asked_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second fsync would succeed although the bytes are gone."""
    file = WarcFile(tmp_path / "a.warc.gz")
    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", _fail)
        with pytest.raises(ArchiveWriteError, match="put on disk"):
            file.sync()
    with pytest.raises(ArchiveWriteError, match="put on disk"):
        file.close()


def test_the_system_limit_on_file_size_is_a_full_disk_too(tmp_path: Path) -> None:
    """A real refusal by the kernel, RLIMIT_FSIZE: every record it took is whole, the one it refused is not there."""
    code = f"""
import os, resource, signal
from pathlib import Path
from output.errors import ArchiveWriteError
from output.warc.record import Literal, Record
from output.warc.writer import WarcFile
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (10000, {resource.getrlimit(resource.RLIMIT_FSIZE)[1]}))
file = WarcFile(Path({str(tmp_path / "a.warc.gz")!r}))
taken = 0
try:
    while True:
        file.append([Record(fields=(("WARC-Type", "resource"),), block=(Literal(os.urandom(999)),))])
        taken += 1
except ArchiveWriteError as error:
    print(taken, error.found)
file.close()
"""
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert ran.stdout == "9 File too large\n"
    data = gzip.decompress((tmp_path / "a.warc.gz").read_bytes())
    assert data.count(b"WARC/1.1\r\n") == 9
    assert data.endswith(b"\r\n\r\n")


def test_a_big_record_is_never_in_memory(tmp_path: Path) -> None:
    """64 MB out of a spool take less than 4 MB."""
    spool = Spool(limit=0, folder=tmp_path)
    piece = os.urandom(1 << 20)
    for _ in range(64):
        spool.write(piece)
    big = Record(fields=(), block=(Span(spool, 0, spool.size),))
    file = WarcFile(tmp_path / "a.warc.gz")
    tracemalloc.start()
    try:
        placed = file.append([big])
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    file.close()
    close(big)
    assert placed[0].length > 64 << 20
    assert peak < 4 << 20


def _fail(*_: object) -> int:
    raise OSError(errno.EIO, "Input/output error")
