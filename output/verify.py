"""What is kept, held against itself: WARC files, the index over them, and the JSON Lines made from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from output.collection_info import FILENAME
from output.fault import Fault
from output.found_records import FoundRecords
from output.inputs import WARC_SUFFIXES
from output.mementos import mementos
from output.originals import Originals
from output.verify_index import check_index, check_index_file
from output.verify_lines import check_lines
from output.verify_package import check_package, packed_profile, verify_package
from output.warc.check import WarcSource, check_warc, check_warcs
from output.warc.links import link_faults

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from output.memento import Memento

    Tell = Callable[[Fault], None]
    Rederive = Callable[[Iterable[Memento]], Mapping[str, Iterable[str]]]

__all__ = [
    "Fault",
    "check_index",
    "check_lines",
    "check_package",
    "check_warc",
    "check_warcs",
    "packed_profile",
    "verify_collection",
    "verify_files",
    "verify_package",
]


def verify_collection(path: Path, tell: Tell, rederive: Rederive | None = None) -> None:
    """Tell everything wrong with the collection at `path`: WARC files, then the index, then the JSON Lines.

    `rederive` takes the mementos of all WARC files, in file order, and gives the lines of records/NAME.jsonl,
    without their ends, as they should be; without it the lines are not looked at. Each file is read once,
    and what is held of it is a table on disk.
    """
    warcs = warc_files(path)
    if not warcs:
        tell(Fault(file=str(path / "archive"), offset=None, problem="no WARC file in this collection"))
    with FoundRecords() as found:
        read = _mementos(warcs, found, tell)
        lines = rederive(read) if rederive is not None else {}
        for _ in read:
            pass
        for fault in link_faults(found):
            tell(fault)
        index = path / "indexes" / "index.cdxj"
        # Another program's folder may keep its index elsewhere.
        if index.exists() or (warcs and (path / FILENAME).exists()):
            for fault in check_index_file(index, found):
                tell(fault)
        records = path / "records"
        for fault in check_lines(str(records), lines, lambda name: (records / name).open("rb")):
            tell(fault)


def verify_files(paths: Iterable[Path], tell: Tell) -> None:
    """Tell everything wrong with these WARC files, which may refer to each other."""
    for fault in check_warcs(paths):
        tell(fault)


def warc_files(path: Path) -> list[Path]:
    """Return the WARC files of the collection at `path`, in name order, an open one included."""
    archive = path / "archive"
    found = archive.iterdir() if archive.is_dir() else ()
    return sorted(
        one
        for one in found
        if one.name.lower().endswith(WARC_SUFFIXES) and not one.name.startswith(".") and one.is_file()
    )


def _mementos(warcs: Iterable[Path], found: FoundRecords, tell: Tell) -> Iterator[Memento]:
    originals = Originals()
    for path in warcs:
        yield from mementos(WarcSource.of(path).records(found, tell), originals=originals)
