"""What is kept, held against itself: WARC files, the index over them, and the JSON Lines made from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from output.fault import Fault
from output.verify_index import check_index
from output.verify_lines import check_lines
from output.verify_package import check_package
from output.warc.check import check_warc, check_warcs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

__all__ = [
    "Fault",
    "check_index",
    "check_lines",
    "check_package",
    "check_warc",
    "check_warcs",
    "verify_collection",
    "verify_files",
]


def verify_collection(
    path: Path, rederive: Callable[[], Mapping[str, Iterable[str]]] | None = None
) -> Iterator[Fault]:
    """Yield everything wrong with the collection at `path`: WARC files, then the index, then the JSON Lines.

    `rederive` gives the lines of records/NAME.jsonl, without their ends, as the WARC files give them now;
    without it the lines are not looked at.
    """
    warcs = warc_files(path)
    if not warcs:
        yield Fault(file=str(path / "archive"), offset=None, problem="no WARC file in this collection")
    yield from check_warcs(warcs)
    index = path / "indexes" / "index.cdxj"
    if index.exists() or warcs:
        yield from check_index(index, warcs)
    if rederive is not None:
        yield from check_lines(path / "records", rederive)


def verify_files(paths: Iterable[Path]) -> Iterator[Fault]:
    """Yield everything wrong with these WARC files and WACZ packages; the WARC files may refer to each other."""
    warcs = []
    for path in paths:
        if path.suffix.lower() == ".wacz":
            yield from check_package(path)
        else:
            warcs.append(path)
    if warcs:
        yield from check_warcs(warcs)


def warc_files(path: Path) -> list[Path]:
    """Return the WARC files of the collection at `path`, in name order, an open one included."""
    found = [*(path / "archive").glob("*.warc.gz"), *(path / "archive").glob("*.warc.gz.open")]
    return sorted(found)
