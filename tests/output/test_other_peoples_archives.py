"""Archives made by other people's crawlers: nothing in them may stop us, and what others read we read too."""

from __future__ import annotations

import io
import os
import zipfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from output.inputs import open_inputs
from output.mementos import read_mementos
from output.verify import check_warc
from output.warc.reader import read_records, read_records_from

if TYPE_CHECKING:
    from output.errors import BackissueError

SHARED = Path(os.environ.get("BACKISSUE_SHARED", Path(__file__).parents[2].parent / "shared"))
SAMPLES = sorted((SHARED / "samples").glob("*.w*")) if (SHARED / "samples").is_dir() else []
WARCS = [path for path in SAMPLES if path.suffix != ".wacz"]
BAD = ("clipped", "corrupted", "example-bad", "Evil", "broken", "wrong-chunks")
GOOD = [path for path in WARCS if not any(word in path.name for word in BAD)]
NOT_QUITE = {"warc2zim--http-return-codes", "warcat--at", "whirlwind-python--whirlwind.warc.wet"}
"""A status of 0, an id twice, a WET file without the file it refers to: rightly told by the verifier."""

pytestmark = pytest.mark.skipif(not SAMPLES, reason="the samples are not on this machine")


def name(path: Path) -> str:
    """Return the file's bare name, for the test's."""
    return path.name


@pytest.mark.parametrize("path", GOOD, ids=name)
def test_sound_files_are_read_as_warcio_reads_them(path: Path) -> None:
    """Records, addresses and blocks are the same."""
    from warcio.archiveiterator import ArchiveIterator

    judged = []
    with path.open("rb") as stream:
        iterator = ArchiveIterator(stream, no_record_parse=True)
        for one in iterator:
            block = one.raw_stream.read()
            judged.append((iterator.get_record_offset(), iterator.get_record_length(), block))
    assert [(one.offset, one.length, one.block()) for one in read_records(path)] == judged


@pytest.mark.parametrize("path", WARCS, ids=name)
def test_every_file_is_read_through(path: Path) -> None:
    """Damage is told and never ends the reading with anything but our own error; only sound files have none."""
    errors: list[BackissueError] = []
    for memento in read_mementos(path, on_damage=errors.append):
        assert memento.record_type in {"response", "revisit", None}
        if memento.record_type == "response":
            assert memento.capture.payload_digest is not None
    if path in GOOD:
        assert errors == []


@pytest.mark.parametrize("path", WARCS, ids=name)
def test_the_verifier_alarms_for_the_bad_ones_only(path: Path) -> None:
    """Files that real crawlers wrote well get no fault, the labelled bad ones at least one."""
    faults = [str(fault) for fault in check_warc(path)]
    told = path not in GOOD or any(path.name.startswith(prefix) for prefix in NOT_QUITE)
    assert (faults != []) == told, faults


def opened(package: zipfile.ZipFile, member: str) -> io.BytesIO:
    """Return a file in the package, read into memory."""
    return io.BytesIO(package.read(member))


@pytest.mark.parametrize("path", [one for one in SAMPLES if one.suffix == ".wacz"], ids=name)
def test_packages_are_read_in_place(path: Path) -> None:
    """Every answer from the web is read; what a packer made itself (file:///screenshot.png) is not."""
    with zipfile.ZipFile(path) as package:
        inside = [one for one in package.namelist() if one.startswith("archive/")]
        stored = [one for file in inside for one in read_records_from(partial(opened, package, file), file)]
    answers = [one for one in stored if one.type == "response" and (one.target_uri or "").startswith("http")]
    mementos = list(open_inputs([path]))
    assert [one.capture.record_id for one in mementos] == [one.record_id for one in answers]
    assert {one.capture.filename for one in mementos} == {Path(one).name for one in inside}


@pytest.mark.parametrize("step", [997])
@pytest.mark.parametrize("path", [one for one in WARCS if one.stat().st_size < 20_000], ids=name)
def test_cut_and_flipped_files_never_crash_the_readers(path: Path, step: int, tmp_path: Path) -> None:
    """At regular places the file is cut and a byte flipped; reading and checking end in order."""
    data = path.read_bytes()
    torn = tmp_path / "torn.warc.gz"
    for at in range(0, len(data), step):
        for bad in (data[:at], data[:at] + bytes([data[at] ^ 0x41]) + data[at + 1 :]):
            torn.write_bytes(bad)
            list(open_inputs([torn], on_error=lambda _: None))
            list(check_warc(torn))
