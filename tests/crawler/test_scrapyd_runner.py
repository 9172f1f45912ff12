"""What the runner for scrapyd decides by itself; test_scrapyd.py has it under a real one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from crawler.options import make_options
from crawler.scrapyd_runner import main, site_locks, sites_of, watch
from output.errors import CollectionBusyError

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def _own_locks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BACKISSUE_LOCKS", str(tmp_path / "locks"))
    monkeypatch.setattr("crawler.scrapyd_runner._end_with_parent", lambda: None)


def test_the_spider_is_listed(capsys: pytest.CaptureFixture[str]) -> None:
    """Scrapyd asks before each job which spiders there are."""
    assert main(["list", "-s", "LOG_STDOUT=0"]) == 0
    assert capsys.readouterr().out == "issues\n"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["other"], "backissue: no such spider; expected issues; found other"),
        (["issues", "-s", "A=1"], "backissue: settings are not taken; expected arguments; found A"),
        (["issues"], "backissue: no collection given; expected -a collection=DIR"),
        (
            ["issues", "-a", "collection=../x"],
            "backissue: wrong collection; expected a folder below BACKISSUE_COLLECTIONS; found ../x",
        ),
        (
            ["issues", "-a", "collection=."],
            "backissue: wrong collection; expected a folder below BACKISSUE_COLLECTIONS; found .",
        ),
    ],
)
def test_what_is_refused_is_told_in_the_jobs_log(
    arguments: list[str], told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One line, then the exit code; nothing is fetched."""
    monkeypatch.setenv("BACKISSUE_COLLECTIONS", str(tmp_path / "archives"))
    log = tmp_path / "job.log"
    assert main(["crawl", *arguments, "-s", f"LOG_FILE={log}", "-a", "_job=7"]) == 2
    assert log.read_text().splitlines() == [told, "exit code 2: wrong usage or setting"]


def test_a_site_is_its_host_and_an_unusual_port() -> None:
    """With and without www. it is the same; who logs in does not matter."""
    urls = ["http://www.A.example/en/", "https://me@a.example/x", "http://b.example:8080/"]
    options = make_options(collection="c", start_urls=urls)
    assert sites_of(options) == ("a.example", "b.example:8080")


def test_a_site_is_held_by_one(tmp_path: Path) -> None:
    """The second is told who; when the first lets go it may."""
    with site_locks(["a.example", "b.example:1"], tmp_path):
        with (
            pytest.raises(CollectionBusyError, match=r"b\.example:1: another run fetches from this site"),
            site_locks(["b.example:1"], tmp_path),
        ):
            pass
        with site_locks(["c.example"], tmp_path):
            pass
    with site_locks(["b.example:1"], tmp_path):
        pass


def test_a_run_is_stopped_when_its_parent_is_another(monkeypatch: pytest.MonkeyPatch) -> None:
    """An orphan is given to another process, whichever that is."""
    monkeypatch.setattr("crawler.scrapyd_runner._WATCH_INTERVAL", 0)
    parents = iter([7, 7, 1])
    stopped: list[bool] = []
    watch(7, lambda: next(parents), lambda: stopped.append(True))
    assert stopped == [True]
