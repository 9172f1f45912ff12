"""Telling others how a run went: the command after a failure, the pings, and that neither changes the ending."""

from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from crawler import cli
from crawler.alerts import Alerts, alerting, failed, ping_address
from crawler.exit_codes import ExitCode
from output.errors import CollectionBusyError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

SHOW = (
    'printf "%s|%s|%s|%s" "$BACKISSUE_EXIT_CODE" "$BACKISSUE_COLLECTION" "$BACKISSUE_RUN" "$BACKISSUE_REASON"'
)


@pytest.fixture
def pinged() -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Give the address of a service that remembers path and text of each ping."""
    came: list[tuple[str, str]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            text = self.rfile.read(int(self.headers["Content-Length"])).decode()
            came.append((self.path, text))
            self.send_response(500 if "bad" in self.path else 200)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}", came
        server.shutdown()
        thread.join()


@pytest.mark.parametrize(
    ("code", "expected"),
    [(0, False), (1, True), (2, True), (3, True), (4, True), (5, True), (6, True), (130, False)],
)
def test_failure_is_every_code_but_complete_and_interrupted(code: int, *, expected: bool) -> None:
    """Who stops a run knows it."""
    assert failed(code) is expected


@pytest.mark.parametrize(
    ("ping", "event", "address"),
    [
        ("https://hc.example/abc", "0", "https://hc.example/abc"),
        ("https://hc.example/abc", "start", "https://hc.example/abc/start"),
        ("https://hc.example/abc/", "3", "https://hc.example/abc/3"),
        ("https://hc.example/abc?rid=1", "log", "https://hc.example/abc/log?rid=1"),
    ],
)
def test_pings_go_where_healthchecks_waits_for_them(ping: str, event: str, address: str) -> None:
    """Success is the bare address, all else stands behind it."""
    assert ping_address(ping, event) == address


@pytest.mark.parametrize(
    "ping", ["ftp://a.example/", "file:///etc/passwd", "nonsense", "http://", "http://[x"]
)
def test_an_address_that_is_none_is_refused(ping: str) -> None:
    """Only the web is pinged."""
    with pytest.raises(UsageError, match="--ping: wrong address"):
        Alerts(ping=ping)


def test_a_failure_is_told_to_both(tmp_path: Path, pinged: tuple[str, list[tuple[str, str]]]) -> None:
    """The command has the code, the collection, the run and the reasons; the ping has code and reasons."""
    url, came = pinged
    told = tmp_path / "told"
    with alerting(Alerts(on_failure=f"{SHOW} > '{told}'", ping=f"{url}/x"), tmp_path / "c") as ending:
        ending.code, ending.reason, ending.run = ExitCode.GAPS, "no page; №4", tmp_path / "c/runs/1"
    assert told.read_text(encoding="utf-8") == f"3|{tmp_path}/c|{tmp_path}/c/runs/1|no page; №4"
    assert came == [("/x/start", ""), ("/x/3", "no page; №4")]


@pytest.mark.parametrize(("code", "last"), [(ExitCode.COMPLETE, "/x"), (ExitCode.INTERRUPTED, "/x/log")])
def test_what_is_no_failure_runs_no_command(
    code: ExitCode, last: str, tmp_path: Path, pinged: tuple[str, list[tuple[str, str]]]
) -> None:
    """The ping tells of success; of an interruption it only takes a note."""
    url, came = pinged
    with alerting(Alerts(on_failure=f"touch '{tmp_path}/told'", ping=f"{url}/x"), tmp_path) as ending:
        ending.code = code
    assert [path for path, _ in came] == ["/x/start", last]
    assert not (tmp_path / "told").exists()


def test_an_error_is_told_and_goes_on(tmp_path: Path) -> None:
    """A run that could not begin has a code and a reason, but no folder."""
    told = tmp_path / "told"
    with (
        pytest.raises(CollectionBusyError),
        alerting(Alerts(on_failure=f"{SHOW} > '{told}'"), Path("/srv/c")),
    ):
        raise CollectionBusyError("another run holds this collection", where="/srv/c", found="process 7")
    assert told.read_text() == "6|/srv/c||/srv/c: another run holds this collection; found process 7"


@pytest.mark.parametrize(
    ("command", "note"),
    [
        ("exit 9", "the command of --on-failure ended with 9"),
        ("kill -9 $$", "the command of --on-failure ended with -9"),
    ],
)
def test_a_command_that_fails_is_told_and_hides_nothing(command: str, note: str, tmp_path: Path) -> None:
    """The run's own code stays."""
    notes: list[str] = []
    with alerting(Alerts(on_failure=command), tmp_path, notes.append) as ending:
        ending.code = ExitCode.NOTHING
    assert notes == [note]
    assert ending.code == ExitCode.NOTHING


def test_a_command_that_hangs_is_killed_with_what_it_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A run is not held up for ever by who should tell of it."""
    monkeypatch.setattr("crawler.alerts.COMMAND_TIMEOUT", 0.2)
    notes: list[str] = []
    with alerting(Alerts(on_failure="sleep 1000; true"), tmp_path, notes.append) as ending:
        ending.code = ExitCode.NOTHING
    (note,) = notes
    assert "timed out after 0.2 seconds" in note


def test_a_ping_that_fails_is_a_note_without_the_secret_path(
    tmp_path: Path, pinged: tuple[str, list[tuple[str, str]]]
) -> None:
    """The service may be down, or say no."""
    url, _ = pinged
    notes: list[str] = []
    with alerting(Alerts(ping=f"{url}/bad-secret"), tmp_path, notes.append) as ending:
        ending.code = ExitCode.COMPLETE
    assert notes == ["the ping to 127.0.0.1 failed: HTTP Error 500: Internal Server Error"] * 2


def test_wrong_usage_is_told_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A timer with a wrong option must not be silent either."""
    told = tmp_path / "told"
    arguments = [
        "crawl",
        "--collection",
        str(tmp_path / "c"),
        "--years",
        "x",
        "--on-failure",
        f"{SHOW} > {told}",
    ]
    assert cli.run(arguments) == 2
    assert told.read_text(encoding="utf-8").startswith(f"2|{tmp_path}/c||--years: wrong years")
    assert capsys.readouterr().err.startswith("backissue: --years: wrong years")
