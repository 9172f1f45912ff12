"""Random damage: whatever is done to an archive, it is told of or read, in bounded time, and nothing breaks."""

from __future__ import annotations

import time
from random import Random
from typing import TYPE_CHECKING

import pytest

from output.inputs import open_inputs
from output.verify import check_index, check_package, check_warc
from tests.output import mutations, packages

if TYPE_CHECKING:
    from pathlib import Path

_SECONDS = 5.0
"""What one damaged file of a few kB may take at most, on a busy machine."""


@pytest.mark.parametrize("seed", range(12))
def test_damaged_warc_files_are_read_and_checked(tmp_path: Path, seed: int) -> None:
    """100 files of each seed: every reading ends in order; what was read has an address or says why not."""
    random = Random(seed)
    path = tmp_path / "a.warc.gz"
    for _ in range(100):
        path.write_bytes(mutations.warc(random))
        began = time.monotonic()
        for memento in open_inputs([path], on_error=lambda _: None):
            memento.unfolded()
        for fault in check_warc(path):
            assert str(fault).startswith(str(path))
        assert time.monotonic() - began < _SECONDS


@pytest.mark.parametrize("seed", range(5))
def test_damaged_packages_are_read_and_checked(tmp_path: Path, seed: int) -> None:
    """100 packages of each seed: damaged as a zip, in a file, or in the list."""
    random = Random(seed)
    path = tmp_path / "a.wacz"
    sound = packages.package()
    for _ in range(100):
        data = mutations.wacz(random)
        path.write_bytes(data)
        began = time.monotonic()
        for memento in open_inputs([path], on_error=lambda _: None):
            memento.unfolded()
        assert all(str(fault).startswith(str(path)) for fault in check_package(path))
        assert time.monotonic() - began < _SECONDS
    path.write_bytes(sound)
    assert list(check_package(path)) == []


@pytest.mark.parametrize("seed", range(3))
def test_damaged_indexes_are_checked(tmp_path: Path, seed: int) -> None:
    """100 indexes of each seed: none breaks the check."""
    random = Random(seed)
    warc = tmp_path / "a.warc.gz"
    warc.write_bytes(packages.RECORDS)
    index = tmp_path / "index.cdxj"
    for _ in range(100):
        index.write_bytes(mutations.cdxj(random))
        assert all(fault.file in {str(index), str(warc)} for fault in check_index(index, [warc]))
