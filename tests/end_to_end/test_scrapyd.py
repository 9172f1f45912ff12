"""Our runner under a real scrapyd on loopback, where scrapyd is installed."""

from __future__ import annotations

import importlib.util
import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from crawler.replica.replica import Replica
from crawler.replica.server import ReplicaServer
from tests.end_to_end.crawling import ENVIRONMENT, backissue, lines, report

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

pytestmark = pytest.mark.skipif(
    importlib.util.find_spec("scrapyd") is None, reason="scrapyd is not installed (docs/scrapyd.md)"
)

PATIENCE = 60.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Scrapyd:
    """A scrapyd at `url`, with its files in `folder`."""

    url: str
    folder: Path
    process: subprocess.Popen[bytes]

    def ask(self, service: str, **sent: str) -> Any:
        """Return the answer of a service; with fields it is a POST."""
        data = urllib.parse.urlencode(sent).encode() if sent else None
        with urllib.request.urlopen(f"{self.url}/{service}", data, timeout=10) as answer:
            return json.load(answer)

    def schedule(self, **arguments: str) -> str:
        """Schedule a crawl and return the job's id."""
        answer = self.ask("schedule.json", project="backissue", spider="issues", delay="0", **arguments)
        assert answer["status"] == "ok", answer
        job: str = answer["jobid"]
        return job

    def running(self) -> list[Any]:
        """Return the jobs that run."""
        running: list[Any] = self.ask("listjobs.json")["running"]
        return running

    def finish(self, *jobs: str) -> None:
        """Wait until these jobs have ended."""
        wait_until(lambda: set(jobs) <= {job["id"] for job in self.ask("listjobs.json")["finished"]})

    def log(self, job: str) -> list[str]:
        """Return the lines of a job's log, as scrapyd's site shows them."""
        with urllib.request.urlopen(f"{self.url}/logs/backissue/issues/{job}.log", timeout=10) as answer:
            text: str = answer.read().decode()
        return text.splitlines()

    def own_log(self) -> str:
        """Return what scrapyd itself has to say."""
        return (self.folder / "scrapyd.log").read_text(encoding="utf-8")


def wait_until(true: Callable[[], bool]) -> None:
    """Wait for something that another process does; a test that waits in vain fails."""
    until = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < until, "waited in vain"
        time.sleep(0.05)


def alive(pid: int) -> bool:
    """Return whether there is such a process, and it is no zombie."""
    try:
        stat = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8")
    except FileNotFoundError:
        return False
    return stat.rpartition(")")[2].split()[0] != "Z"


@pytest.fixture
def scrapyd(tmp_path: Path) -> Iterator[Scrapyd]:
    """Give a scrapyd with our runner and two places."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    folder = tmp_path / "scrapyd"
    folder.mkdir()
    (folder / "scrapyd.conf").write_text(
        f"[scrapyd]\nbind_address = 127.0.0.1\nhttp_port = {port}\npoll_interval = 0.2\nmax_proc = 2\n"
        "runner = crawler.scrapyd_runner\n[settings]\nbackissue = crawler.settings\n",
        encoding="utf-8",
    )
    (tmp_path / "archives").mkdir()
    environment = {
        **ENVIRONMENT,
        "BACKISSUE_COLLECTIONS": str(tmp_path / "archives"),
        "BACKISSUE_LOCKS": str(tmp_path / "locks"),
        "PYTHONWARNINGS": "ignore",
    }
    command = [sys.executable, "-m", "scrapyd"]
    with (folder / "scrapyd.log").open("wb") as log:
        process = subprocess.Popen(
            command, cwd=folder, env=environment, stdout=log, stderr=log, start_new_session=True
        )
        made = Scrapyd(url=f"http://127.0.0.1:{port}", folder=folder, process=process)

        def answers() -> bool:
            assert process.poll() is None, made.own_log()
            try:
                return bool(made.ask("daemonstatus.json")["status"] == "ok")
            except (urllib.error.URLError, ConnectionError):
                return False

        wait_until(answers)
        yield made
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


@pytest.fixture(scope="module")
def replica() -> Replica:
    """Return a magazine of three issues."""
    return Replica.build("nested", issues=("2010-5-6", "2009-1", "2005-4"))


def test_jobs_end_with_our_exit_codes(scrapyd: Scrapyd, replica: Replica, tmp_path: Path) -> None:
    """Complete, gaps, a site that is down, wrong arguments: in the job's log, and in scrapyd's own."""
    with socket.socket() as unused, ReplicaServer(replica.answer) as server:
        unused.bind(("127.0.0.1", 0))
        home = server.url + replica.home
        down = f"http://127.0.0.1:{unused.getsockname()[1]}/"
        jobs = []
        for arguments in (
            {"collection": "whole", "start_urls": home},
            {"collection": "gaps", "start_urls": home, "issues": "1999-1"},
            {"collection": "down", "start_urls": down},
            {"collection": "../outside", "start_urls": home},
            {"collection": "set", "start_urls": home, "setting": "ROBOTSTXT_OBEY=0"},
        ):
            jobs.append(scrapyd.schedule(**arguments))
            scrapyd.finish(jobs[-1])
    assert [scrapyd.log(job)[-1] for job in jobs] == [
        "exit code 0: complete",
        "exit code 3: finished with gaps",
        "exit code 4: the source gave nothing (down, refused, robots)",
        "exit code 2: wrong usage or setting",
        "exit code 2: wrong usage or setting",
    ]
    own = scrapyd.own_log()
    assert [own.count(f"exitstatus={code}") for code in (2, 3, 4)] == [2, 1, 1]
    assert len(lines(tmp_path / "archives/whole/records/articles.jsonl")) == 12
    assert backissue("verify", tmp_path / "archives/whole").returncode == 0
    assert not (tmp_path / "outside").exists()


def test_one_site_is_one_job(scrapyd: Scrapyd, replica: Replica, tmp_path: Path) -> None:
    """A second job for the same site gives way though its collection is another; a second site does not."""
    with ReplicaServer(replica.answer) as server, ReplicaServer(replica.answer) as other:
        slow = {"collection": "a", "start_urls": server.url + replica.home, "delay": "1"}
        first = scrapyd.ask("schedule.json", project="backissue", spider="issues", **slow)["jobid"]
        wait_until(lambda: len(server.log) > 3)
        (holder,) = scrapyd.running()
        second = scrapyd.schedule(collection="b", start_urls=server.url + replica.home)
        scrapyd.finish(second)
        elsewhere = scrapyd.schedule(collection="c", start_urls=other.url + replica.home)
        scrapyd.finish(elsewhere)
        assert [job["id"] for job in scrapyd.running()] == [first]
        scrapyd.ask("cancel.json", project="backissue", job=first)
        scrapyd.finish(first)
    site = server.url.removeprefix("http://")
    assert scrapyd.log(second) == [
        f"backissue: {site}: another run fetches from this site; found process {holder['pid']}",
        "exit code 6: another run holds this collection",
    ]
    assert scrapyd.log(elsewhere)[-1] == "exit code 0: complete"
    assert scrapyd.log(first)[-1] == "exit code 130: interrupted, resumable"
    assert not (tmp_path / "archives/b").exists()


@pytest.mark.parametrize(
    ("number", "group"), [(signal.SIGTERM, False), (signal.SIGKILL, False), (signal.SIGTERM, True)]
)
def test_no_crawl_outlives_its_scrapyd(
    scrapyd: Scrapyd, replica: Replica, tmp_path: Path, number: signal.Signals, *, group: bool
) -> None:
    """However scrapyd ends, alone or with its whole group as under systemd, its job ends in order soon after."""
    with ReplicaServer(replica.answer) as server:
        start = {"collection": "a", "start_urls": server.url + replica.home, "delay": "0.5"}
        scrapyd.ask("schedule.json", project="backissue", spider="issues", **start)
        wait_until(lambda: len(server.log) > 3)
        (job,) = scrapyd.running()
        if group:
            os.kill(job["pid"], number)
        os.kill(scrapyd.process.pid, number)
        scrapyd.process.wait(timeout=30)
        wait_until(lambda: not alive(job["pid"]))
        assert len(server.log) < 20
    assert report(tmp_path / "archives/a")["exit_code"] == 130
    (log,) = (scrapyd.folder / "logs/backissue/issues").iterdir()
    assert log.read_text(encoding="utf-8").splitlines()[-1] == "exit code 130: interrupted, resumable"
    assert backissue("verify", tmp_path / "archives/a").returncode == 0
