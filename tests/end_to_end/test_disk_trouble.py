"""Disks that go away, can't be written, or hold what a killed run left torn."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from crawler.replica.replica import Replica
from crawler.replica.server import ReplicaServer
from tests.end_to_end.crawling import backissue, crawl, report

if TYPE_CHECKING:
    from pathlib import Path

    from crawler.replica.answers import Answer


@pytest.fixture(scope="module")
def replica() -> Replica:
    """Return a magazine of two issues."""
    return Replica.build("nested", issues=("2010-5-6", "2005-4"))


def told(stderr: str) -> list[str]:
    """Return the errors on stderr."""
    return [line for line in stderr.splitlines() if line.startswith("backissue: ")]


def test_a_torn_end_is_cut_off_kept_and_named(replica: Replica, tmp_path: Path) -> None:
    """The next run says which file, at which byte and where the bytes are, in words and in run.json."""
    path = tmp_path / "c"
    with ReplicaServer(replica.answer) as server:
        home = server.url + replica.home
        assert crawl(home, path).returncode == 0
        (file,) = (path / "archive").iterdir()
        whole = file.read_bytes()
        torn = whole[: len(whole) // 2]
        torn = torn[torn.rindex(b"\x1f\x8b\x08") :]
        file.with_name(file.name + ".open").write_bytes(whole + torn)
        file.unlink()
        done = crawl(home, path)
    assert done.returncode == 0
    kept = f"torn/{file.name}.torn"
    assert f"{file.name} at byte {len(whole)}: a torn end, kept as {kept}" in done.stderr.splitlines()
    assert report(path)["torn"] == [
        {"file": file.name, "offset": len(whole), "bytes": len(torn), "kept": kept}
    ]
    assert (path / kept).read_bytes() == torn
    assert file.read_bytes() == whole
    assert backissue("verify", path).stdout == "no faults\n"


def test_a_disk_that_goes_away_ends_the_run_with_5_and_one_line(replica: Replica, tmp_path: Path) -> None:
    """As when a mount vanishes: the folder is gone in the middle of the run; come back, nothing kept is lost."""
    path, gone = tmp_path / "c", tmp_path / "gone"
    asked = 0

    def site(target: str) -> Answer | None:
        nonlocal asked
        asked += 1
        if asked == 8:
            path.rename(gone)
        return replica.answer(target)

    with ReplicaServer(site) as server:
        home = server.url + replica.home
        done = crawl(home, path)
        assert done.returncode == 5
        (line,) = told(done.stderr)
        assert str(path) in line
        assert "No such file or directory" in line
        assert not path.exists()
        gone.rename(path)
        assert crawl(home, path).returncode == 0
    assert backissue("verify", path).stdout == "no faults\n"


def test_a_folder_that_cannot_be_made_ends_the_run_with_5_and_one_line(
    replica: Replica, tmp_path: Path
) -> None:
    """A file stands where the folder should be."""
    (tmp_path / "c").write_bytes(b"")
    with ReplicaServer(replica.answer) as server:
        done = crawl(server.url + replica.home, tmp_path / "c" / "d")
        assert server.log == []
    assert done.returncode == 5
    assert done.stderr.splitlines() == [
        f"backissue: {tmp_path / 'c' / 'd'}: the disk says no; found Not a directory"
    ]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_ends_the_run_with_5(replica: Replica, tmp_path: Path) -> None:
    """A read-only collection is left as it was, and said to be."""
    path = tmp_path / "c"
    with ReplicaServer(replica.answer) as server:
        assert crawl(server.url + replica.home, path).returncode == 0
        (path / "archive").chmod(0o500)
        try:
            done = crawl(server.url + replica.home, path)
        finally:
            (path / "archive").chmod(0o700)
    assert done.returncode == 5
    assert len(told(done.stderr)) == 1
    assert backissue("verify", path).stdout == "no faults\n"
