"""The fault matrix: archives with one fault each, what `verify` finds in them, and what other people's tools find.

    python -m bench.faults [--tools BIN …] [--summary]

The tools are looked for on the PATH and in the folders given with --tools (a virtual environment's bin); a column of
one that isn't there says so. X: a fault was told, '.': none, '-': not a kind of file this tool reads.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from output.verify import check_package, check_warc
from tests.end_to_end.kept import COLLECTION_FAULTS, faults_of, make_collection
from tests.output.packages import PACKAGE_FAULTS, package
from tests.output.warc_cases import CLEAN, FAULTS, MORE_CLEAN, MORE_FAULTS, ODD

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True, kw_only=True)
class Tool:
    """A program that judges files by its exit code."""

    name: str
    arguments: tuple[str, ...]
    packages: bool = False


TOOLS = (
    Tool(name="gzip", arguments=("-t",)),
    Tool(name="warcio", arguments=("check",)),
    Tool(name="fastwarc", arguments=("check", "-q")),
    Tool(name="cdxj-indexer", arguments=("-s",)),
    Tool(name="wacz", arguments=("validate", "-f"), packages=True),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A case: its group and name, whether it should be told of, and what each judge said, `verify` first."""

    group: str
    name: str
    faulty: bool
    cells: tuple[str, ...]


def main() -> None:
    """Print the matrix."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tools", nargs="*", type=Path, default=[], metavar="BIN")
    parser.add_argument("--summary", action="store_true", help="only what each judge found of each group")
    given = parser.parse_args()
    path = os.pathsep.join([*map(str, given.tools), os.environ.get("PATH", "")])
    found = {tool.name: shutil.which(tool.name, path=path) for tool in TOOLS}
    with tempfile.TemporaryDirectory() as folder:
        rows = [*warc_rows(Path(folder), found), *package_rows(Path(folder), found)]
        rows += collection_rows(Path(folder), found)
    columns = ["verify"]
    columns += [f"{tool.name} {tool.arguments[0]}{'' if found[tool.name] else ' (absent)'}" for tool in TOOLS]
    if not given.summary:
        print("| case | " + " | ".join(columns) + " |")
        print("| --- |" + " --- |" * len(columns))
        for row in rows:
            print(f"| {row.group}: {row.name} | " + " | ".join(row.cells) + " |")
        print()
    print("| group | " + " | ".join(columns) + " |")
    print("| --- |" + " --- |" * len(columns))
    for group in dict.fromkeys(row.group for row in rows):
        cells = [row.cells for row in rows if row.group == group]
        print(
            f"| {group} ({len(cells)}) | "
            + " | ".join(_count(column) for column in zip(*cells, strict=True))
            + " |"
        )
    missed = [row.name for row in rows if (row.cells[0] == "X") != row.faulty]
    print(f"\nverify is wrong about {len(missed)} of {len(rows)}: {missed}")


def warc_rows(folder: Path, tools: dict[str, str | None]) -> Iterator[Row]:
    groups = (
        ("fault", FAULTS, True),
        ("more faults", MORE_FAULTS, True),
        ("clean", CLEAN, False),
        ("odd but legal", ODD, False),
        ("more clean", MORE_CLEAN, False),
    )
    for group, cases, faulty in groups:
        for name, case in cases.items():
            data = case if isinstance(case, bytes) else case[0]
            # Tools go by the suffix, or by the first bytes.
            file = folder / ("a.warc.gz" if data[:2] == b"\x1f\x8b" or not data else "a.warc")
            file.write_bytes(data)
            cells = tuple(judged(tool, tools[tool.name], file, packages=False) for tool in TOOLS)
            told = next(check_warc(file), None) is not None
            yield Row(group=group, name=name, faulty=faulty, cells=("X" if told else ".", *cells))


def package_rows(folder: Path, tools: dict[str, str | None]) -> Iterator[Row]:
    cases = [("clean package", "sound", package())]
    cases += [("package fault", name, make()) for name, (make, _) in PACKAGE_FAULTS.items()]
    file = folder / "a.wacz"
    for group, name, data in cases:
        file.write_bytes(data)
        cells = tuple(judged(tool, tools[tool.name], file, packages=True) for tool in TOOLS)
        told = next(check_package(file), None) is not None
        yield Row(
            group=group, name=name, faulty=group == "package fault", cells=("X" if told else ".", *cells)
        )


def collection_rows(folder: Path, tools: dict[str, str | None]) -> Iterator[Row]:
    sound = folder / "sound"
    make_collection(sound)
    for name, (damage, _, _) in COLLECTION_FAULTS.items():
        path = folder / "c"
        shutil.copytree(sound, path)
        damage(path)
        (warc,) = (path / "archive").iterdir()
        # Nobody else holds an index or lines against their WARC files.
        read = name.startswith("archive")
        cells = tuple(
            judged(tool, tools[tool.name], warc, packages=not read and not tool.packages) for tool in TOOLS
        )
        told = bool(faults_of(path, folder / "again"))
        shutil.rmtree(path)
        yield Row(
            group=f"{name.partition(':')[0]} fault",
            name=name,
            faulty=True,
            cells=("X" if told else ".", *cells),
        )


def judged(tool: Tool, program: str | None, file: Path, *, packages: bool) -> str:
    if tool.packages != packages or (tool.name == "gzip" and file.suffix != ".gz"):
        return "-"
    if program is None:
        return "?"
    done = subprocess.run([program, *tool.arguments, str(file)], capture_output=True, check=False, timeout=60)
    return "X" if done.returncode else "."


def _count(column: tuple[str, ...]) -> str:
    judged_ = [cell for cell in column if cell in "X."]
    if not judged_:
        return column[0]
    return f"{judged_.count('X')} of {len(judged_)}"


if __name__ == "__main__":
    main()
