"""`backissue verify`: everything that is wrong with an archive, each fault with file and offset."""

from __future__ import annotations

import json
import tempfile
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from crawler import sites
from crawler.cli.rebuild import collection_profile, known_profile
from crawler.exit_codes import ExitCode
from output.collection_info import FILENAME
from output.errors import ArchiveError, UsageError
from output.fault import Fault
from output.models import LINES
from output.verify import packed_profile, verify_collection, verify_files, verify_package
from pipelines.archive.derive import derive
from pipelines.archive.model_file import FILENAME as MODEL_FILE
from pipelines.archive.model_file import read_model

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from output.memento import Memento
    from output.verify import Rederive


class _Teller:
    """Says each fault as it is found, and counts."""

    def __init__(self, *, as_json: bool) -> None:
        self._as_json = as_json
        self.count = 0

    def __call__(self, fault: Fault) -> None:
        self.count += 1
        if self._as_json:
            click.echo(json.dumps(asdict(fault), ensure_ascii=False).encode("utf-8", "backslashreplace"))
        else:
            click.echo(f"backissue: {fault}".encode("utf-8", "backslashreplace"), err=True)


@click.command()
@click.argument(
    "paths", metavar="COLLECTION|FILE...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@click.option("--profile", help="Another profile than the collection's own.")
@click.option(
    "--json", "as_json", is_flag=True, help="One JSON object a fault: file, offset, problem, expected, found."
)
def verify(*, paths: tuple[Path, ...], profile: str | None, as_json: bool) -> int:
    """Check gzip members, record lengths, digests, the index, and that each line comes from its record.

    COLLECTION is a folder that a crawl made; FILE a .warc, .warc.gz or .wacz, whoever made it. WARC files that
    are named together may refer to each other.
    """
    folders = [path for path in paths if path.is_dir()]
    files = [path for path in paths if not path.is_dir()]
    for path in folders:
        if not (path / FILENAME).exists() and not (path / "archive").is_dir():
            raise UsageError("neither a collection nor an archive file", where=str(path))
    for path in files:
        if not path.exists():
            raise UsageError("neither a collection nor an archive file", where=str(path))
    tell = _Teller(as_json=as_json)
    for path in folders:
        _verify_folder(path, profile, tell)
    verify_files([path for path in files if path.suffix.lower() != ".wacz"], tell)
    for path in files:
        if path.suffix.lower() == ".wacz":
            _verify_package(path, profile, tell)
    if not as_json:
        click.echo("no faults" if not tell.count else f"{tell.count} fault{'s' if tell.count > 1 else ''}")
    return int(ExitCode.DAMAGED if tell.count else ExitCode.COMPLETE)


def _verify_folder(path: Path, profile: str | None, tell: _Teller) -> None:
    """Tell what is wrong with a collection; its lines too, unless it is another program's and has none."""
    if not (path / FILENAME).exists() and not (path / "records").is_dir():
        verify_collection(path, tell)
        return
    with rederiving(profile or collection_profile(path)) as rederive:
        verify_collection(path, tell, rederive)
    _verify_model(path / MODEL_FILE, tell)


def _verify_model(path: Path, tell: _Teller) -> None:
    """Tell if the site model is not the one that was written; an old one is no fault, it is learned again."""
    try:
        read_model(path)
    except ArchiveError as error:
        tell(
            Fault(
                file=str(path), offset=None, problem=error.problem, expected=error.expected, found=error.found
            )
        )


def _verify_package(path: Path, profile: str | None, tell: _Teller) -> None:
    """Tell what is wrong with a package; its lines too, where it is one of ours."""
    name = packed_profile(path)
    if name is None:
        verify_package(path, tell)
        return
    with rederiving(profile or known_profile(name, where=str(path))) as rederive:
        verify_package(path, tell, rederive)


@contextmanager
def rederiving(profile: str) -> Iterator[Rederive]:
    """Give what makes lines of mementos; they can be read until the block ends."""
    loaded = sites.load(profile)
    with tempfile.TemporaryDirectory(prefix="backissue-") as folder:

        def rederive(mementos: Iterable[Memento]) -> Mapping[str, Iterator[str]]:
            derive(mementos, profile=loaded, folder=Path(folder))
            return {name: _lines(Path(folder) / f"{name}.jsonl") for name in LINES}

        yield rederive


def _lines(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8", newline="\n") as stream:
        for line in stream:
            yield line.removesuffix("\n")
