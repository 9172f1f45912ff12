"""A collection with one thing changed in its index, its lines or its archive, and what `verify` says."""

from __future__ import annotations

import json
import shutil
from random import Random
from typing import TYPE_CHECKING

import pytest

from output.found_records import FoundRecords
from output.verify_index import check_index_file
from output.warc.check import WarcSource
from tests.end_to_end.crawling import backissue
from tests.end_to_end.kept import COLLECTION_FAULTS, faults_of, make_collection
from tests.output.mutations import mutated
from tests.output.packages import PACKAGE_FAULTS
from tests.output.warc_cases import FAULTS

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a collection without a fault."""
    path = tmp_path_factory.mktemp("sound") / "c"
    make_collection(path)
    return path


def test_a_sound_collection_has_no_fault(sound: Path, tmp_path: Path) -> None:
    """Nothing is told of a collection as it was made, chunked answers and redirects in it."""
    assert [str(fault) for fault in faults_of(sound, tmp_path)] == []


@pytest.mark.parametrize("name", COLLECTION_FAULTS)
def test_every_change_is_found_in_its_file(sound: Path, tmp_path: Path, name: str) -> None:
    """The fault is told under the file that has it."""
    damage, file, problem = COLLECTION_FAULTS[name]
    path = tmp_path / "c"
    shutil.copytree(sound, path)
    damage(path)
    told = faults_of(path, tmp_path / "again")
    assert any(fault.file.endswith(file) and problem in fault.problem for fault in told), told


def test_any_change_of_the_index_is_found(sound: Path, tmp_path: Path) -> None:
    """Of our own index every byte is what the archive gives: 200 random changes, 200 times a fault."""
    random = Random(1)
    (warc,) = (sound / "archive").iterdir()
    whole = (sound / "indexes/index.cdxj").read_bytes()
    index = tmp_path / "index.cdxj"
    with FoundRecords() as found:
        for _ in WarcSource.of(warc).records(found, lambda _: None):
            pass
        assert list(check_index_file(sound / "indexes/index.cdxj", found)) == []
    for _ in range(200):
        data = mutated(whole, random)
        index.write_bytes(data)
        with FoundRecords() as found:
            for _ in WarcSource.of(warc).records(found, lambda _: None):
                pass
            assert (list(check_index_file(index, found)) == []) == (data == whole), data


def test_the_command_tells_each_fault_as_json(sound: Path, tmp_path: Path) -> None:
    """One object a fault with file, offset, problem, expected and found, faults of several files in one go, exit 5."""
    path = tmp_path / "c"
    shutil.copytree(sound, path)
    COLLECTION_FAULTS["index: another status"][0](path)
    package = tmp_path / "a.wacz"
    package.write_bytes(PACKAGE_FAULTS["a page without url"][0]())
    warc = tmp_path / "a.warc.gz"
    warc.write_bytes(FAULTS["06 no date"][0])
    done = backissue("verify", "--json", path, warc, package)
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert (done.returncode, done.stderr) == (5, "")
    assert {tuple(one) for one in told} == {("file", "offset", "problem", "expected", "found")}
    assert [(one["file"], one["problem"]) for one in told] == [
        (str(path / "indexes/index.cdxj"), "status is not the record's"),
        (str(warc), "no WARC-Date"),
        (f"{package}!pages/pages.jsonl", "a page without url"),
    ]
    assert (told[0]["expected"], told[0]["found"]) == ("200", "500")


def test_the_command_says_nothing_of_what_is_sound(sound: Path) -> None:
    """With --json there is no line at all; without it one that says so; exit 0."""
    done = backissue("verify", "--json", sound)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    done = backissue("verify", sound)
    assert (done.returncode, done.stdout, done.stderr) == (0, "no faults\n", "")
