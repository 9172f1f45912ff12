"""The verifier: faults of every kind are found, and what is clean or legal but odd gives no alarm."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from output.warc.check import check_warc, check_warcs
from tests.output import forge
from tests.output.forge import PAGE, gz, http, member, response, revisit
from tests.output.warc_cases import CLEAN, FAULTS, LAST, MORE_CLEAN, MORE_FAULTS, ODD, WHOLE, of_message

if TYPE_CHECKING:
    from pathlib import Path

SILENT = CLEAN | ODD | MORE_CLEAN
TOLD = FAULTS | MORE_FAULTS


def test_the_matrix_is_whole() -> None:
    """49 faults, 5 oddities and 19 clean files are in the table."""
    assert (len(FAULTS), len(ODD), len(CLEAN)) == (49, 5, 19)


@pytest.mark.parametrize("name", SILENT)
def test_clean_files_give_no_alarm(tmp_path: Path, name: str) -> None:
    """What the standard allows is left alone."""
    path = tmp_path / "a.warc.gz"
    path.write_bytes(SILENT[name])
    assert [str(fault) for fault in check_warc(path)] == []


@pytest.mark.parametrize("name", TOLD)
def test_faults_are_found_and_named_with_their_file(tmp_path: Path, name: str) -> None:
    """Each kind of fault is found, with the file's name in the line."""
    path = tmp_path / "a.warc.gz"
    data, problem = TOLD[name]
    path.write_bytes(data)
    faults = list(check_warc(path))
    assert any(problem in fault.problem for fault in faults), [str(fault) for fault in faults]
    assert {fault.file for fault in faults} == {str(path)}


def test_a_fault_has_the_offset_of_its_member_and_the_check_goes_on(tmp_path: Path) -> None:
    """Two faults in a file are both found, each at its record's first byte."""
    path = tmp_path / "a.warc.gz"
    bad = response(2, WARC_Payload_Digest=forge.sha1(b"x"))
    path.write_bytes(gz(bad, response(3), response(4, WARC_Date="soon")))
    second = len(gz(bad, response(3)))
    assert [(fault.offset, fault.problem) for fault in check_warc(path)] == [
        (LAST, "WARC-Payload-Digest is wrong"),
        (second, "WARC-Date is malformed"),
    ]


def test_records_may_refer_to_each_other_across_files(tmp_path: Path) -> None:
    """A revisit whose original is in another file of the set is no fault; alone it is."""
    first, second = tmp_path / "a.warc.gz", tmp_path / "b.warc.gz"
    first.write_bytes(gz(response()))
    second.write_bytes(
        b"".join(member(one) for one in (forge.warcinfo(number=90), revisit(WARC_Warcinfo_ID=forge.urn(90))))
    )
    assert list(check_warcs([second, first])) == []
    assert [fault.problem for fault in check_warc(second)] == ["WARC-Refers-To names no record here"]


def test_every_cut_of_a_file_is_seen(tmp_path: Path) -> None:
    """A file that lost any number of bytes is never taken for whole, except at a member's end."""
    path = tmp_path / "a.warc.gz"
    for size in range(1, len(WHOLE)):
        path.write_bytes(WHOLE[:size])
        assert (list(check_warc(path)) == []) == (size == LAST), size


def test_what_a_server_got_wrong_is_no_fault_of_an_archive_of_the_wire(tmp_path: Path) -> None:
    """Our own records are what came; a server that lies about a coding doesn't make the archive damaged."""
    path = tmp_path / "a.warc.gz"
    lie = of_message(http(PAGE, "Content-Encoding: gzip"))
    path.write_bytes(member(forge.warcinfo("backissue/0.1.0", filename="a.warc.gz")) + member(lie))
    assert list(check_warc(path)) == []


def test_a_missing_file_is_a_fault(tmp_path: Path) -> None:
    """A file that can't be opened is told like any other fault, and the next one is checked."""
    path = tmp_path / "a.warc.gz"
    path.write_bytes(WHOLE)
    faults = list(check_warcs([tmp_path / "gone.warc.gz", path]))
    assert [fault.problem for fault in faults] == ["can't be read (No such file or directory)"]
