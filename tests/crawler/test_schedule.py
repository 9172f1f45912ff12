"""Units and crontab lines: what they say, and that systemd and a shell read them as meant."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from crawler import cli
from crawler.schedule.cron import crontab
from crawler.schedule.every import calendar, cron_time
from crawler.schedule.job import Job, job_name
from crawler.schedule.systemd import quoted, units
from output.errors import UsageError

JOB = Job(
    name="investkz",
    collection=Path("/srv/archives/investkz"),
    command=("/opt/backissue/bin/backissue", "crawl", "--collection", "/srv/archives/investkz"),
    every="weekly",
    user="backissue",
)


def test_a_service_says_what_runs_and_what_it_may() -> None:
    """The command, the way it is stopped, and the one folder that it may write to."""
    service = units(JOB)["backissue-investkz.service"].splitlines()
    for line in (
        "ExecStart=/opt/backissue/bin/backissue crawl --collection /srv/archives/investkz",
        "User=backissue",
        "OnFailure=backissue-failed@%n.service",
        "KillSignal=SIGTERM",
        "TimeoutStopSec=900",
        "SuccessExitStatus=130",
        "ReadWritePaths=/srv/archives/investkz",
        "ProtectSystem=strict",
        "ProtectHome=yes",
        "PrivateTmp=yes",
        "NoNewPrivileges=yes",
        "CapabilityBoundingSet=",
    ):
        assert line in service


def test_a_timer_makes_up_for_what_was_missed() -> None:
    """On the night to Saturday, some hours later or earlier, always the same."""
    timer = units(JOB)["backissue-investkz.timer"].splitlines()
    for line in (
        "OnCalendar=Sat *-*-* 03:00:00",
        "Persistent=true",
        "RandomizedDelaySec=6h",
        "FixedRandomDelay=true",
    ):
        assert line in timer


def test_a_collection_at_home_or_in_tmp_can_be_seen() -> None:
    """What the protection would hide is left to be seen, and written to where it is the collection."""
    at_home = Job(name="c", collection=Path("/home/me/c"), command=("/bin/true",), every="daily")
    assert "ProtectHome=read-only\n" in units(at_home)["backissue-c.service"]
    in_tmp = Job(name="c", collection=Path("/tmp/c"), command=("/bin/true",), every="daily")
    assert "PrivateTmp=no\n" in units(in_tmp)["backissue-c.service"]


@pytest.mark.parametrize(
    ("word", "in_unit"),
    [
        ("/a/b", "/a/b"),
        ("a b", '"a b"'),
        ("100%", '"100%%"'),
        ("$HOME", '"$$HOME"'),
        ('say "x"', '"say \\"x\\""'),
        ("back\\slash", '"back\\\\slash"'),
        ("", '""'),
        (";", '";"'),
    ],
)
def test_words_are_quoted_as_systemd_reads_them(word: str, in_unit: str) -> None:
    """Blanks, percent and dollar signs, quotes and backslashes reach the process unchanged."""
    assert quoted(word) == in_unit


def test_a_path_that_systemd_cannot_take_is_refused() -> None:
    """ReadWritePaths= has no way to write a quote."""
    odd = Job(name="c", collection=Path('/srv/a"b'), command=("/bin/true",), every="daily")
    with pytest.raises(UsageError, match="no quote or backslash"):
        units(odd)


@pytest.mark.parametrize(
    ("every", "expected"),
    [
        ("hourly", ("*-*-* *:00:00", "5min")),
        ("daily", ("*-*-* 03:00:00", "1h")),
        ("monthly", ("*-*-01 03:00:00", "12h")),
        ("Mon,Thu  05:30", ("Mon,Thu 05:30", "15min")),
    ],
)
def test_systemd_is_told_when(every: str, expected: tuple[str, str]) -> None:
    """Words are spelled out; an expression stands as it was given."""
    assert calendar(every) == expected


@pytest.mark.parametrize(
    ("every", "expected"),
    [
        ("hourly", "6 * * * *"),
        ("weekly", "6 3 * * 6"),
        ("30  3 * * 1-5", "30 3 * * 1-5"),
        ("*/20 0,12 1 jan,Feb sun", "*/20 0,12 1 jan,Feb sun"),
    ],
)
def test_cron_is_told_when(every: str, expected: str) -> None:
    """The minute of a word is the collection's own and always the same."""
    assert cron_time(every, "investkz") == expected


@pytest.mark.parametrize("every", ["weakly", "30 3 * * 6", "", "Sat 03:00\nUser=root", "$(x)"])
def test_what_is_no_calendar_expression_is_refused(every: str) -> None:
    """Typing errors, cron's fields, and lines that would become others."""
    with pytest.raises(UsageError, match="--every: wrong time"):
        calendar(every)


@pytest.mark.parametrize(
    "every", ["weakly", "60 3 * * 6", "1 2 3", "* * * * * *", "5-1 * * * *", "Sat 03:00"]
)
def test_what_is_no_cron_time_is_refused(every: str) -> None:
    """Minutes end at 59, and there are five fields."""
    with pytest.raises(UsageError, match="--every: wrong time"):
        cron_time(every, "c")


def test_a_crontab_line_gives_the_shell_the_same_words(tmp_path: Path) -> None:
    """Cron takes the backslash from a percent sign, the shell does the rest; only a failure prints anything."""
    show = "import sys; print(sys.argv[1:]); sys.exit(len(sys.argv) - 2)"
    words = (str(tmp_path / "a b%c"), 'it\'s "$HOME" \\ %d')
    for given, code in ((words, 1), (words[:1], 0)):
        job = Job(name="c", collection=tmp_path, command=(sys.executable, "-c", show, *given), every="daily")
        (line,) = (line for line in crontab(job).splitlines() if not line.startswith("#"))
        command = line.split(" ", 5)[5]
        assert "%" not in command.replace(r"\%", "")
        done = subprocess.run(
            ["/bin/sh", "-c", command.replace(r"\%", "%")], capture_output=True, text=True, check=True
        )
        assert done.stdout == (f"backissue ended with {code}: {list(given)}\n" if code else "")


def test_a_job_is_named_by_what_may_stand_in_a_unit() -> None:
    """A folder's name becomes a unit's."""
    assert job_name("in vest%kz") == "in-vest-kz"
    with pytest.raises(UsageError, match="no name"):
        job_name("№")


def test_schedule_prints_units_with_the_options_of_crawl(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Options are read as `crawl` reads them, and paths are made absolute; nothing is made on disk."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine.toml").write_text(
        (Path(__file__).parents[2] / "crawler/sites/investkz.toml").read_text(encoding="utf-8"),
        encoding="utf-8",
    )
    options = ["--contact", "me@a.example", "--profile=mine.toml", "--json-log", "http://a.example/"]
    assert cli.run(["schedule", "my c", "--every", "daily", *options]) == 0
    shown = capsys.readouterr()
    assert (
        f' crawl --collection "{tmp_path}/my c" --profile {tmp_path}/mine.toml --contact me@a.example'
        " --json-log http://a.example/\n"
    ) in shown.out
    assert shown.out.count("# /etc/systemd/system/") == 3
    assert shown.err == ""
    assert [path.name for path in tmp_path.iterdir()] == ["mine.toml"]


@pytest.mark.parametrize(
    "arguments",
    [
        ["c", "--wat"],
        ["c", "--years", "x"],
        ["c", "--ping", "ftp://a.example/"],
        ["c", "--every", "weakly"],
        ["--contact", "me", "c"],
        ["c", "--keep-runs", "0"],
    ],
)
def test_schedule_refuses_what_crawl_would_refuse(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """Not on the first night, but now, with 2 and one line."""
    assert cli.run(["schedule", *arguments]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.splitlines()[-1].startswith("backissue: ")


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd-analyze is not installed")
def test_systemd_finds_nothing_wrong_with_the_units_and_little_exposed(tmp_path: Path) -> None:
    """`verify` is silent for odd paths and words too; the exposure is below 2 of 10."""
    out = tmp_path / "units"
    odd = ["--on-failure", 'echo "$BACKISSUE_REASON" 50% \\ | cat', "--contact", "me@a.example"]
    assert cli.run(["schedule", str(tmp_path / "a b%c"), "--out", str(out), "--user", "root", *odd]) == 0
    verified = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", *map(str, sorted(out.glob("backissue-a*")))],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (verified.returncode, verified.stdout) == (0, "")
    assert "backissue" not in verified.stderr
    command = ["systemd-analyze", "security", "--offline=true", "--threshold=20"]
    judged = subprocess.run(
        [*command, str(out / "backissue-a-b-c.service")], capture_output=True, text=True, check=False
    )
    assert judged.returncode == 0, judged.stdout[-200:] + judged.stderr
