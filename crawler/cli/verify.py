"""`backissue verify`: everything that is wrong with an archive, each fault with file and offset."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import click

from crawler import sites
from crawler.cli.rebuild import collection_profile
from crawler.exit_codes import ExitCode
from output.collection_info import FILENAME
from output.errors import UsageError
from output.inputs import open_inputs
from output.models import LINES
from output.verify import check_warcs, verify_collection
from pipelines.derive import derive

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from output.fault import Fault


@click.command()
@click.argument(
    "paths", metavar="COLLECTION|FILE...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@click.option("--profile", help="Another profile than the collection's own.")
def verify(*, paths: tuple[Path, ...], profile: str | None) -> int:
    """Check gzip members, record lengths, digests, the index, and that each line comes from its record.

    COLLECTION is a folder that a crawl made; FILE a WARC file.
    """
    faults = 0
    for path in paths:
        for fault in _faults(path, profile):
            faults += 1
            click.echo(f"backissue: {fault}", err=True)
    click.echo(f"{faults} faults" if faults else "no faults")
    return int(ExitCode.DAMAGED if faults else ExitCode.COMPLETE)


def _faults(path: Path, profile: str | None) -> Iterator[Fault]:
    if path.is_file():
        yield from check_warcs([path])
        return
    if not (path / FILENAME).exists() and not (path / "archive").is_dir():
        raise UsageError("neither a collection nor a WARC file", where=str(path))
    loaded = sites.load(profile or collection_profile(path))
    with tempfile.TemporaryDirectory(prefix="backissue-") as folder:

        def rederive() -> Mapping[str, Iterator[str]]:
            # What can't be read is a fault of the WARC file, told already.
            derive(open_inputs([path], on_error=lambda _: None), profile=loaded, folder=Path(folder))
            return {name: _lines(Path(folder) / f"{name}.jsonl") for name in LINES}

        yield from verify_collection(path, rederive)


def _lines(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8", newline="\n") as stream:
        for line in stream:
            yield line.removesuffix("\n")
