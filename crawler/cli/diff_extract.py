"""`backissue diff-extract`: what another extractor, profile or version makes of the same archive."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import click

from crawler import sites
from crawler.cli.rebuild import collection_profile
from crawler.exit_codes import ExitCode
from output.diff_lines import diff_folders
from output.errors import UsageError
from output.inputs import open_inputs
from output.models import LINES
from pipelines.archive.derive import derive

if TYPE_CHECKING:
    from output.diff_lines import Difference, FileDifferences


@click.command("diff-extract")
@click.argument("old", metavar="OLD", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.argument(
    "new", metavar="[NEW]", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path)
)
@click.option("--profile", help="Another profile than the collection's own, where NEW is not given.")
@click.option(
    "--examples",
    type=click.IntRange(0),
    default=3,
    show_default=True,
    metavar="N",
    help="Named of each field.",
)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a file instead of a summary.")
def diff_extract(*, old: Path, new: Path | None, profile: str | None, examples: int, as_json: bool) -> int:
    """Hold the JSON Lines in OLD against those in NEW, field by field.

    OLD and NEW are folders of JSON Lines, or collections; without NEW, OLD is a collection and its lines are held
    against what this version makes of its WARC files. Nothing is written. Exit code 0: no difference; 3: some.
    """
    if new is not None:
        return _tell(_records(old), _records(new), examples, as_json=as_json)
    loaded = sites.load(profile or collection_profile(old))
    with tempfile.TemporaryDirectory(prefix="backissue-") as folder:
        derive(open_inputs([old]), profile=loaded, folder=Path(folder))
        return _tell(_records(old), Path(folder), examples, as_json=as_json)


def _records(path: Path) -> Path:
    """Return the folder of the lines: the collection's records, or the folder itself."""
    for folder in (path / "records", path):
        if any((folder / f"{name}.jsonl").exists() for name in LINES):
            return folder
    raise UsageError("no JSON Lines there", where=str(path), expected=", ".join(f"{n}.jsonl" for n in LINES))


def _tell(old: Path, new: Path, examples: int, *, as_json: bool) -> int:
    differs = False
    for found in diff_folders(old, new, examples=examples):
        differs = differs or found.differs
        if as_json:
            click.echo(json.dumps(found.as_json(), ensure_ascii=False))
        else:
            _print(found)
    return int(ExitCode.GAPS if differs else ExitCode.COMPLETE)


def _print(found: FileDifferences) -> None:
    click.echo(
        f"{found.file}: {found.same} same, {found.changed} changed, {found.only_old} only old, "
        f"{found.only_new} only new"
    )
    for name, count in found.fields.most_common():
        click.echo(f"  {name}: {count}")
        for example in found.examples:
            if example.field == name:
                click.echo(f"    {example.line}\n      - {example.old}\n      + {example.new}")
    for example in found.examples:
        if example.field is None:
            click.echo(f"  {_side(example)} {example.line}: {example.new or example.old}")


def _side(example: Difference) -> str:
    return "+" if example.old is None else "-"
