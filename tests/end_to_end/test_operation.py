"""Runs as a supervisor sees them: signals, locks, alerts, and what is left of old runs."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from crawler.replica.quirks import Quirk
from crawler.replica.replica import Replica
from crawler.replica.server import ReplicaServer
from tests.end_to_end.crawling import ENVIRONMENT, backissue, crawl, crawl_command, lines, report

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from crawler.replica.answers import Answer

PATIENCE = 60.0


@pytest.fixture(scope="module")
def replica() -> Replica:
    """Return a magazine of three issues."""
    return Replica.build("nested", issues=("2010-5-6", "2009-1", "2005-4"))


def wait_until(true: Callable[[], bool]) -> None:
    """Wait for something that another process does; a test that waits in vain fails."""
    until = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < until, "waited in vain"
        time.sleep(0.02)


def crawl_log(collection: Path) -> str:
    """Return the last run's crawl.log as far as it is written."""
    logs = sorted(collection.glob("runs/*/crawl.log"))
    return logs[-1].read_text(encoding="utf-8") if logs else ""


def test_a_second_signal_ends_a_run_at_once_and_nothing_is_lost(replica: Replica, tmp_path: Path) -> None:
    """A page that never ends keeps the run in order waiting; by force it still ends with 130, and whole."""
    asked: list[str] = []

    def site(target: str) -> Answer | None:
        asked.append(target)
        answer = replica.answer(target)
        return replace(answer, quirk=Quirk.HANG) if answer is not None and len(asked) == 12 else answer

    collection = tmp_path / "c"
    with ReplicaServer(site) as server:
        command = crawl_command(server.url + replica.home, collection)
        with subprocess.Popen(command, env=ENVIRONMENT, stderr=subprocess.PIPE, text=True) as running:
            wait_until(lambda: len(asked) == 12)
            running.send_signal(signal.SIGTERM)
            wait_until(lambda: "Received SIGTERM, shutting down gracefully" in crawl_log(collection))
            assert running.poll() is None
            running.send_signal(signal.SIGINT)
            _, told = running.communicate(timeout=30)
            assert running.returncode == 130
        assert told.splitlines()[-1].startswith("backissue: stopped by force")
        assert "Traceback" not in told
        assert crawl(server.url + replica.home, collection).returncode == 0
    assert len(lines(collection / "records/articles.jsonl")) == 12
    assert backissue("verify", collection).returncode == 0


def test_a_supervisor_that_signals_the_whole_group_gets_130(replica: Replica, tmp_path: Path) -> None:
    """As systemd does: SIGTERM to all of it, then waiting for the end."""
    collection = tmp_path / "c"
    with ReplicaServer(replica.answer) as server:
        command = crawl_command(server.url + replica.home, collection)
        command[command.index("--delay") + 1] = "0.3"
        shell = ["/bin/sh", "-c", 'trap "" TERM; "$@"; exit $?', "sh", *command]
        with subprocess.Popen(
            shell, env=ENVIRONMENT, stderr=subprocess.PIPE, text=True, start_new_session=True
        ) as running:
            assert running.stderr is not None
            assert running.stderr.readline().startswith("issue ")
            os.killpg(running.pid, signal.SIGTERM)
            running.communicate(timeout=60)
            assert running.returncode == 130
    assert report(collection)["exit_code"] == 130


def test_of_two_runs_begun_at_once_on_one_collection_one_gives_way(replica: Replica, tmp_path: Path) -> None:
    """Whichever comes second ends with 6 and names the other's process; the first completes."""
    with ReplicaServer(replica.answer) as server:
        command = crawl_command(server.url + replica.home, tmp_path / "c")
        command[command.index("--delay") + 1] = "0.1"
        both = [
            subprocess.Popen(command, env=ENVIRONMENT, stderr=subprocess.PIPE, text=True) for _ in range(2)
        ]
        told = [running.communicate(timeout=100)[1] for running in both]
    assert sorted(running.returncode for running in both) == [0, 6]
    (loser,) = (number for number, running in enumerate(both) if running.returncode == 6)
    held = f"another run holds this collection; found process {both[1 - loser].pid}\n"
    assert told[loser].endswith(held)
    assert len(list((tmp_path / "c/runs").iterdir())) == 1
    assert backissue("verify", tmp_path / "c").returncode == 0


def test_two_collections_are_made_at_once(replica: Replica, tmp_path: Path) -> None:
    """Neither minds the other: both complete, with the same articles."""
    with ReplicaServer(replica.answer) as server:
        both = [
            subprocess.Popen(
                crawl_command(server.url + replica.home, tmp_path / name),
                env=ENVIRONMENT,
                stderr=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
            )
            for name in ("a", "b")
        ]
        assert [running.wait(timeout=100) for running in both] == [0, 0]
    assert backissue("verify", tmp_path / "a").returncode == 0
    assert backissue("verify", tmp_path / "b").returncode == 0
    digests = [
        [line["content_digest"] for line in lines(tmp_path / name / "records/articles.jsonl")]
        for name in "ab"
    ]
    assert digests[0] == digests[1]
    assert len(digests[0]) == 12


def test_a_run_with_gaps_calls_its_command_and_prunes_old_runs(replica: Replica, tmp_path: Path) -> None:
    """The command sees what happened, the exit code is the run's, and only the newest run is left."""
    told = tmp_path / "told"
    show = f'echo "$BACKISSUE_EXIT_CODE $BACKISSUE_RUN $BACKISSUE_REASON" >> {told}; exit 9'
    asked = ["--on-failure", show, "--keep-runs", "1"]
    with ReplicaServer(replica.answer) as server:
        home = server.url + replica.home
        codes = [
            crawl(home, tmp_path / "c", "--issues", issues, *asked).returncode
            for issues in ("2005-4", "1999-1")
        ]
    assert codes == [0, 3]
    (line,) = told.read_text(encoding="utf-8").splitlines()
    code, run, reason = line.split(" ", 2)
    runs = sorted((tmp_path / "c/runs").iterdir())
    assert (code, run) == ("3", str(runs[-1]))
    assert "1999-1" in reason
    assert len(runs) == 1
