"""The command line: what is documented is what there is, and an error is one line with a code."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path
from random import Random

import click
import pytest

from crawler import cli
from crawler.exit_codes import ExitCode
from output.errors import (
    ArchiveError,
    ArchiveWriteError,
    BackissueError,
    CollectionBusyError,
    DamagedRecordError,
    SiteChangedError,
    SourceError,
    UsageError,
)
from tests.output import forge, mutations

SHARED = Path(os.environ.get("BACKISSUE_SHARED", Path(__file__).parents[2].parent / "shared"))
SAMPLES = sorted((SHARED / "samples").glob("*--*")) if (SHARED / "samples").is_dir() else []
DOCUMENTED = (Path(__file__).parents[2] / "docs/command-line.md").read_text(encoding="utf-8")


def section(title: str) -> str:
    """Return the text under a heading of the documentation."""
    return DOCUMENTED.split(f"## {title}\n", 1)[1].split("\n## ", 1)[0]


def test_documented_commands_are_the_real_ones() -> None:
    """Each command stands in the table, and none besides."""
    documented = re.findall(r"^\| `([a-z-]+)", section("Commands"), re.MULTILINE)
    assert sorted(documented) == sorted(cli.backissue.commands)


def test_documented_options_are_the_real_ones() -> None:
    """Each option of each command stands in the table with the word for its value, and none besides."""
    documented = set(re.findall(r"^\| `([\w-]+)` \| `(--[^`]+)`", section("Options"), re.MULTILINE))
    real = set()
    for name, command in cli.backissue.commands.items():
        context = click.Context(command, info_name=name)
        for option in command.params:
            if isinstance(option, click.Option):
                value = "" if option.is_flag else " " + option.make_metavar(context)
                real.add((name, option.opts[0] + value))
    assert documented == real


def test_documented_exit_codes_are_the_real_ones() -> None:
    """The table in the documentation is the table in the code."""
    documented = re.findall(r"^\| (\d+) \| (.+?) \|$", section("Exit codes"), re.MULTILINE)
    assert documented == [(str(int(code)), code.meaning) for code in ExitCode]


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        (BackissueError, ExitCode.INTERNAL),
        (UsageError, ExitCode.USAGE),
        (SourceError, ExitCode.NOTHING),
        (SiteChangedError, ExitCode.GAPS),
        (ArchiveError, ExitCode.DAMAGED),
        (DamagedRecordError, ExitCode.DAMAGED),
        (ArchiveWriteError, ExitCode.DAMAGED),
        (CollectionBusyError, ExitCode.BUSY),
    ],
)
def test_errors_carry_the_tables_codes(kind: type[BackissueError], code: ExitCode) -> None:
    """The tree of errors and the table of exit codes agree."""
    assert kind.exit_code == code


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (
            ["crawl", "--collection", "c", "--years", "x"],
            "backissue: --years: wrong years; expected 2000-2016 or 2001,2003-2005; found x",
        ),
        (
            ["crawl", "--collection", "c", "--delay", "-1"],
            "backissue: --delay: wrong delay; expected 0 to 3600 seconds; found -1.0",
        ),
        (
            ["crawl", "--collection", "c", "ftp://a.example/"],
            "backissue: not an address to start from; expected http://… or https://…; found ftp://a.example/",
        ),
        (
            ["crawl", "--collection", "c", "--profile", "generic"],
            "backissue: generic: no start URL given, and the profile has none",
        ),
        (
            ["crawl", "--collection", "c", "--profile", "nobody"],
            "backissue: unknown profile; expected generic, harbour, investkz; found nobody",
        ),
        (["rebuild", "nowhere"], "backissue: nowhere: no collection: it has no WARC file"),
        (["verify", "nowhere"], "backissue: nowhere: neither a collection nor an archive file"),
        (["extract", "nowhere", "--out", "o"], "backissue: nowhere: no such file or folder"),
    ],
)
def test_wrong_usage_is_one_line_and_ends_with_2(
    arguments: list[str],
    line: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """What is wrong, what was expected and what was found, without a traceback; nothing is made."""
    monkeypatch.chdir(tmp_path)
    assert cli.run(arguments) == 2
    assert capsys.readouterr().err.splitlines() == [line]
    assert not (tmp_path / "c").exists()


@pytest.mark.parametrize("arguments", [["nonsense"], ["crawl"], ["crawl", "--collection", "c", "--wat"]])
def test_what_click_refuses_is_short_and_ends_with_2(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """The words are click's; the form and the code are ours."""
    assert cli.run(arguments) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("backissue: ")


def test_an_error_of_our_own_is_one_line_unless_debug_is_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The last line of defence says what happened; `--debug` lets the traceback through."""

    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("by nothing")

    # The package has the command under the name of the module.
    monkeypatch.setattr(sys.modules["crawler.cli.extract"], "derive", broken)
    (tmp_path / "page.txt").write_text("A page", encoding="utf-8")
    arguments = ["extract", str(tmp_path), "--out", str(tmp_path / "o")]
    assert cli.run(arguments) == 1
    assert capsys.readouterr().err == "backissue: ZeroDivisionError: by nothing (--debug shows where)\n"
    with pytest.raises(ZeroDivisionError):
        cli.run(["--debug", *arguments])


def test_help_and_version_end_with_0(capsys: pytest.CaptureFixture[str]) -> None:
    """Asking is no error; the help shows the exit codes."""
    assert cli.run(["--help"]) == 0
    shown = capsys.readouterr().out
    assert all(f"{int(code):<3} {code.meaning}" in shown for code in ExitCode)
    assert cli.run([]) == 2
    assert capsys.readouterr().out == shown
    assert cli.run(["--version"]) == 0
    assert capsys.readouterr().out.startswith("backissue, version ")


def test_extract_reads_a_plain_text_dump(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A text file gives its article; the counts are printed."""
    page = tmp_path / "page.txt"
    page.write_text("A Title\n\nA first paragraph of some length that is an article.\n", encoding="utf-8")
    assert cli.run(["extract", str(page), "--out", str(tmp_path / "o"), "--url", "http://a.example/1"]) == 0
    assert (tmp_path / "o/articles.jsonl").exists()
    assert "articles" in capsys.readouterr().out


def test_extract_says_which_revisits_it_could_not_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A revisit whose original isn't among the inputs is counted and named, and the code is 3."""
    path = tmp_path / "a.warc.gz"
    path.write_bytes(forge.gz(forge.revisit()))
    assert cli.run(["extract", str(path), "--out", str(tmp_path / "o")]) == 3
    assert capsys.readouterr().err.splitlines() == [
        f"backissue: {forge.URL}: 1 revisit whose original is in none of the inputs"
    ]


def test_extract_leaves_lines_alone_where_it_can_read_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A misspelt name is one line, no summary, and no empty files over those that were there."""
    held = tmp_path / "articles.jsonl"
    held.write_text("{}\n", encoding="utf-8")
    assert cli.run(["extract", str(tmp_path / "a.warc.gz"), "--out", str(tmp_path)]) == 2
    assert capsys.readouterr() == ("", f"backissue: {tmp_path / 'a.warc.gz'}: no such file or folder\n")
    assert held.read_text(encoding="utf-8") == "{}\n"


def test_an_empty_warc_file_is_damage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`rebuild` makes no lines without it, as it makes none without a damaged one; `extract` says so."""
    (tmp_path / "archive").mkdir()
    path = tmp_path / "archive" / "a.warc.gz"
    path.touch()
    assert cli.run(["rebuild", str(tmp_path), "--profile", "generic"]) == 5
    assert cli.run(["extract", str(path), "--out", str(tmp_path / "o")]) == 5
    told = capsys.readouterr().err.splitlines()
    assert [line.partition(": an empty file; ")[2] for line in told] == ["expected at least one record"] * 2


def test_extract_from_nothing_ends_with_4(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A WARC file without a fetch is no success."""
    path = tmp_path / "a.warc.gz"
    path.write_bytes(forge.gz())
    assert cli.run(["extract", str(path), "--out", str(tmp_path / "o")]) == 4
    assert capsys.readouterr().err.splitlines() == [
        "backissue: nothing to read: no fetch from the web is in these inputs"
    ]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_other_peoples_archives_never_break_a_command(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`verify` and `extract` end with a code of theirs and one line a fault; none is an error of our own."""
    assert cli.run(["verify", str(path)]) in {0, 5}
    assert cli.run(["extract", str(path), "--profile", "generic", "--out", str(tmp_path)]) in {0, 3, 4, 5}
    assert all(line.startswith("backissue: ") for line in capsys.readouterr().err.splitlines())


@pytest.mark.parametrize("seed", range(2))
def test_damaged_archives_never_break_a_command(
    seed: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """20 WARC files and packages of each seed, randomly damaged: a code of ours, and lines that name the file."""
    random = Random(seed)
    for _ in range(20):
        path = tmp_path / random.choice(("a.warc.gz", "a.wacz"))
        path.write_bytes(mutations.warc(random) if path.suffix == ".gz" else mutations.wacz(random))
        assert cli.run(["verify", str(path)]) in {0, 5}
        assert cli.run(["extract", str(path), "--profile", "generic", "--out", str(tmp_path / "o")]) != 1
        assert all(line.startswith("backissue: ") for line in capsys.readouterr().err.splitlines())
