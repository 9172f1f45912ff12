"""What goes into a package of a collection, and under which names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from output import collection_info
from output.errors import ArchiveError, UsageError
from output.models import LINES
from output.schemas import schema_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

INDEX = "indexes/index.cdx"
"""The index's name in a package: CDXJ, but under the ending that pywb (2.10) and py-wacz look for, and for which alone
ReplayWeb.page (2.5) checks the digest; in a collection it is index.cdxj."""

_OF_A_RUN = ("run.json", "changes.jsonl", "report.html")
_RUN = re.compile(r"[0-9]{17}\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A file of the package: its name there, and the file it is copied from or the bytes it consists of."""

    name: str
    source: Path | bytes


def finished_warcs(collection: Path) -> list[Path]:
    """Return the finished WARC files of the collection at `collection`, by name.

    Raises UsageError when there are none.
    """
    found = sorted((collection / "archive").glob("*.warc.gz"))
    if not found:
        raise UsageError(
            "no collection: it has no finished WARC file", where=str(collection), expected="archive/*.warc.gz"
        )
    return found


def unfinished_warcs(collection: Path) -> list[Path]:
    """Return the WARC files that a run is writing, or that a killed one has left."""
    return sorted((collection / "archive").glob("*.open"))


def index_of(collection: Path) -> Path:
    """Return the index of the collection at `collection`; raises ArchiveError when it is missing."""
    path = collection / "indexes" / "index.cdxj"
    if not path.is_file():
        raise ArchiveError("no index (backissue rebuild makes it)", where=str(path))
    return path


def members(collection: Path) -> Iterator[Member]:
    """Yield the files of a package of the collection at `collection`, but for those that speak of the others.

    WARC files and index as they are; then, one folder deep as `wacz validate` wants it, the JSON Lines with their
    schemas, what each run says of itself, and collection.toml, as far as they are there.
    Raises UsageError without a WARC file, ArchiveError without an index.
    """
    for path in finished_warcs(collection):
        yield Member(name=f"archive/{path.name}", source=path)
    yield Member(name=INDEX, source=index_of(collection))
    for name in LINES:
        path = collection / "records" / f"{name}.jsonl"
        if path.is_file():
            yield Member(name=f"records/{path.name}", source=path)
            yield Member(name=f"schemas/{name}.schema.json", source=schema_text(name).encode())
    for run in sorted(path for path in (collection / "runs").glob("*") if _RUN.match(path.name)):
        for name in _OF_A_RUN:
            if (run / name).is_file():
                yield Member(name=f"runs/{run.name}-{name}", source=run / name)
    described = collection / collection_info.FILENAME
    if described.is_file():
        yield Member(name=f"collection/{described.name}", source=described)


def describe(collection: Path, *, title: str) -> str:
    """Return one sentence on the collection at `collection`, as far as its collection.toml says.

    Raises ArchiveError when that can't be read.
    """
    try:
        info = collection_info.read_info(collection / collection_info.FILENAME)
    except FileNotFoundError:
        return f"Back issues of {title}."
    return f"Back issues of {title}, archived by {info.creator} (collection {info.name}, profile {info.profile})."
