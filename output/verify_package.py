"""A WACZ package held against the format, its own list of files, its index, and its WARC files against the standard."""

from __future__ import annotations

import tomllib
import zipfile
import zlib
from functools import partial
from itertools import chain
from pathlib import PurePosixPath
from typing import IO, TYPE_CHECKING

from output.fault import Fault
from output.found_records import FoundRecords
from output.mementos import mementos
from output.originals import Originals
from output.packaged import open_member
from output.verify_index import check_index_lines, unlisted_faults
from output.verify_lines import check_lines
from output.verify_listing import is_warc, layout_faults, listing_faults
from output.verify_pages import check_pages
from output.verify_zipnum import check_blocks, inflated_lines
from output.warc.check import WarcSource
from output.warc.links import link_faults

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from output.memento import Memento

_SECONDARY = ".idx"
_PACKED = ".gz"


def check_package(path: Path) -> Iterator[Fault]:
    """Yield everything wrong with the WACZ at `path`, but for its JSON Lines: what `verify_package` tells."""
    found: list[Fault] = []
    verify_package(path, found.append)
    yield from found


def verify_package(
    path: Path,
    tell: Callable[[Fault], None],
    rederive: Callable[[Iterable[Memento]], Mapping[str, Iterable[str]]] | None = None,
) -> None:
    """Tell everything wrong with the WACZ (1.1.1) at `path`: zip, lists, digests, WARC files, index, pages.

    With `rederive` also its records/*.jsonl, which only our packages have. Faults inside are told under
    `PACKAGE!FILE` with the offset in that file. Nothing is raised.
    """
    try:
        with zipfile.ZipFile(path) as package, FoundRecords() as found:
            for fault in chain(layout_faults(package, path), listing_faults(package, path)):
                tell(fault)
            _contents(package, path, found, tell, rederive)
    except OSError as error:
        tell(Fault(file=str(path), offset=None, problem=f"can't be read ({error.strerror or error})"))
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, ValueError) as error:
        # NotImplementedError and RuntimeError are zipfile's way to say: an unknown compression, or encrypted.
        tell(Fault(file=str(path), offset=None, problem=f"the zip is damaged ({error})"))


def packed_profile(path: Path) -> str | None:
    """Return the profile that a package of ours was made with; None where it is another's, or has no lines."""
    try:
        with zipfile.ZipFile(path) as package:
            if "records/articles.jsonl" not in package.namelist():
                return None
            said = tomllib.loads(package.read("collection/collection.toml").decode("utf-8"))
    except (OSError, KeyError, ValueError, RuntimeError, EOFError, zipfile.BadZipFile, zlib.error):
        return None
    profile = said.get("profile")
    return profile if isinstance(profile, str) else None


def _contents(
    package: zipfile.ZipFile,
    path: Path,
    found: FoundRecords,
    tell: Callable[[Fault], None],
    rederive: Callable[[Iterable[Memento]], Mapping[str, Iterable[str]]] | None,
) -> None:
    """Tell what is wrong with the WARC files, the index over them, the pages and the lines."""
    names = sorted({one.filename for one in package.infolist() if not one.is_dir()})
    read = _mementos(package, path, [name for name in names if is_warc(name)], found, tell)
    lines = rederive(read) if rederive is not None else {}
    for _ in read:
        pass
    opened = partial(open_member, path, package)
    faults = chain(
        link_faults(found),
        _index_faults(path, names, found, opened, tell),
        _page_faults(path, names, found, opened),
        check_lines(f"{path}!records", lines, partial(_open_lines, opened)),
    )
    for fault in faults:
        tell(fault)


def _index_faults(
    path: Path,
    names: Sequence[str],
    found: FoundRecords,
    opened: Callable[[str], IO[bytes]],
    tell: Callable[[Fault], None],
) -> Iterator[Fault]:
    indexes = [name for name in names if name.startswith("indexes/")]
    for name in indexes:
        file = f"{path}!{name}"
        with opened(name) as stream:
            if name.endswith(_SECONDARY):
                yield from check_blocks(stream, file, opened, names)
            elif name.endswith(_PACKED):
                yield from check_index_lines(inflated_lines(stream, file, tell), file, found)
            else:
                yield from check_index_lines(stream, file, found)
    if indexes:
        yield from unlisted_faults(found)


def _page_faults(
    path: Path, names: Sequence[str], found: FoundRecords, opened: Callable[[str], IO[bytes]]
) -> Iterator[Fault]:
    for name in names:
        if name.startswith("pages/") and name.endswith(".jsonl"):
            with opened(name) as stream:
                yield from check_pages(stream, f"{path}!{name}", found, held=name == "pages/pages.jsonl")


def _mementos(
    package: zipfile.ZipFile,
    path: Path,
    names: Iterable[str],
    found: FoundRecords,
    tell: Callable[[Fault], None],
) -> Iterator[Memento]:
    originals = Originals()
    for name in names:
        source = WarcSource(
            open_file=partial(open_member, path, package, name),
            name=PurePosixPath(name).name,
            file=f"{path}!{name}",
        )
        yield from mementos(source.records(found, tell), originals=originals)


def _open_lines(opened: Callable[[str], IO[bytes]], name: str) -> IO[bytes]:
    try:
        return opened(f"records/{name}")
    except KeyError as error:
        raise FileNotFoundError(2, "not in the package") from error
