"""Old runs go; the newest, unfinished ones, and all that is no run stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from output.old_runs import prune

if TYPE_CHECKING:
    from pathlib import Path

NAMES = [f"2026110{day}030000000" for day in range(1, 6)]


@pytest.fixture
def runs(tmp_path: Path) -> Path:
    """Return a folder of five finished runs."""
    for name in NAMES:
        (tmp_path / "runs" / name).mkdir(parents=True)
        (tmp_path / "runs" / name / "run.json").write_text("{}")
        (tmp_path / "runs" / name / "articles.jsonl").write_text("")
    return tmp_path / "runs"


def left(runs: Path) -> list[str]:
    """Return the names below a folder."""
    return sorted(path.name for path in runs.iterdir())


@pytest.mark.parametrize(("keep", "stay"), [(0, 1), (1, 1), (2, 2), (5, 5), (9, 5)])
def test_the_newest_runs_stay(runs: Path, keep: int, stay: int) -> None:
    """So many as are asked for, and the newest always."""
    assert prune(runs, keep=keep) == NAMES[: 5 - stay]
    assert left(runs) == NAMES[5 - stay :]


def test_an_unfinished_run_stays(runs: Path) -> None:
    """No run.json: it may be under way, or somebody will want to know what killed it."""
    (runs / NAMES[1] / "run.json").unlink()
    assert prune(runs, keep=1) == [NAMES[0], *NAMES[2:4]]
    assert left(runs) == [NAMES[1], NAMES[4]]


def test_what_is_no_run_stays_and_links_are_not_followed(runs: Path, tmp_path: Path) -> None:
    """A file, a folder of another name, a link to elsewhere, a link inside a run."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "run.json").write_text("{}")
    (runs / "20200101000000000").symlink_to(elsewhere)
    (runs / "20200101000000001").write_text("")
    (runs / "notes").mkdir()
    (runs / NAMES[0] / "link").symlink_to(elsewhere)
    assert prune(runs, keep=1) == NAMES[:4]
    assert left(runs) == ["20200101000000000", "20200101000000001", NAMES[4], "notes"]
    assert left(elsewhere) == ["run.json"]


def test_a_removal_that_was_cut_short_is_finished(runs: Path) -> None:
    """What was set aside by a process that was killed goes with the next."""
    (runs / NAMES[0]).rename(runs / f".{NAMES[0]}.gone")
    assert prune(runs, keep=5) == []
    assert left(runs) == NAMES[1:]
