"""Other people's tools say the package is sound; each is asked where it is installed."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from output.wacz import pack
from tests.output.packing import small_collection

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """Return a package."""
    return pack(small_collection(tmp_path / "c"), tmp_path / "a.wacz", title="The Steppe").path


def tool(name: str) -> str:
    """Return where a tool is: in the folder that BACKISSUE_JUDGES names, or on the path; else skip."""
    found = shutil.which(name, path=os.environ.get("BACKISSUE_JUDGES")) or shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed")
    return found


def test_py_wacz_finds_it_valid(package: Path) -> None:
    """Hashes, sizes, lists and digest; it reads the index's gzip, and our JSON Lines as files."""
    ran = subprocess.run(
        [tool("wacz"), "validate", "-f", str(package)], capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "the passed WACZ is valid" in ran.stdout + ran.stderr


def test_pywb_takes_it_in(package: Path, tmp_path: Path) -> None:
    """Unpacked into a collection of its own, index and all."""
    manager = tool("wb-manager")
    for command in (["init", "packed"], ["add", "--unpack-wacz", "packed", str(package)]):
        ran = subprocess.run([manager, *command], capture_output=True, text=True, check=False, cwd=tmp_path)
        assert ran.returncode == 0, ran.stderr
        assert "does not contain" not in ran.stderr
    index = (tmp_path / "collections/packed/indexes/index.cdxj").read_text()
    assert len(index.splitlines()) == 6
    assert len(list((tmp_path / "collections/packed/archive").iterdir())) == 1


def test_unzip_reads_every_member(package: Path) -> None:
    """CRC by CRC."""
    ran = subprocess.run([tool("unzip"), "-t", str(package)], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout
    assert "No errors detected" in ran.stdout
