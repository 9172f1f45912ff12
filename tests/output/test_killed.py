"""Killed at any moment, a collection holds whatever it said it held (promise 4)."""

from __future__ import annotations

import gzip
import subprocess
import sys
from pathlib import Path

import pytest

from output.cdxj import rebuild_index
from output.warc.reader import read_records
from tests.output.exchanged import collection

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("moment", [1, 2, 4, 5, 11, 12, 18, 25])
def test_nothing_that_was_kept_is_lost(tmp_path: Path, moment: int) -> None:
    """After kill -9 each address given out still leads to its record, every file is whole, and the index is complete.

    The moments are such that the process is also killed while it streams a big record, and after files were rolled.
    """
    running = subprocess.Popen(
        [sys.executable, "-m", "tests.output.keeps_until_killed", str(tmp_path / "c")],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert running.stdout is not None
    said = [running.stdout.readline() for _ in range(moment)]
    running.kill()
    said += [line for line in running.stdout.readlines() if line.endswith("\n")]
    running.stdout.close()
    running.wait()

    with collection(tmp_path / "c") as kept:
        assert list(kept.archive.glob("*.open")) == []
        index = kept.index_path.read_bytes()
    for line in said:
        filename, offset, length, target_uri = line.split()
        with (kept.archive / filename).open("rb") as stream:
            stream.seek(int(offset))
            member = gzip.decompress(stream.read(int(length)))
        assert f"WARC-Target-URI: {target_uri}\r\n".encode() in member
        assert f'"offset": "{offset}", "filename": "{filename}"'.encode() in index
    rebuild_index(kept.warcs(), tmp_path / "again")
    assert (tmp_path / "again").read_bytes() == index
    assert sum(record.type == "response" for path in kept.warcs() for record in read_records(path)) >= moment
