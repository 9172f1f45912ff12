"""Whatever is handed over to be read: WARC files, WACZ packages, saved pages, text dumps, folders of them."""

from __future__ import annotations

import errno
import zipfile
import zlib
from functools import partial
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from output.errors import BackissueError, DamagedRecordError, UsageError
from output.mementos import late_mementos, read_mementos, read_mementos_from
from output.originals import Originals
from output.packaged import open_member
from output.saved import MIMES, read_saved

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from output.memento import Memento

WARC_SUFFIXES = (".warc", ".warc.gz", ".warc.open", ".warc.gz.open")
_KNOWN = (*WARC_SUFFIXES, ".wacz", *MIMES)


def open_inputs(
    paths: Iterable[Path],
    *,
    url: str | None = None,
    on_error: Callable[[BackissueError], None] | None = None,
) -> Iterator[Memento]:
    """Yield the mementos in `paths`, in the order given; folders are walked in sorted order.

    A folder with `archive/` in it (a collection, an unpacked WACZ) gives that alone. `url` is the address of
    a saved page, and only fits a single one. What can't be read, or not in whole, is told in one line each
    as a UsageError or DamagedRecordError: raised, or handed to `on_error`, and then the others go on.
    Revisits whose originals stand behind them come last.
    """
    tell = on_error if on_error is not None else _raise
    files: list[Path] = []
    for path in paths:
        try:
            files.extend(find_inputs(path))
        except UsageError as error:
            tell(error)
    if url is not None and sum(path.suffix.lower() in MIMES for path in files) > 1:
        raise UsageError("--url names one page", expected="one saved page", found="several")
    originals = Originals(hold=True)
    for path in files:
        try:
            yield from _open(path, url, originals, tell)
        except BackissueError as error:
            if error.where == path.name:
                error.where = str(path)
            tell(error)
        except OSError as error:
            tell(UsageError(f"can't be read ({error.strerror or error})", where=str(path)))
    yield from late_mementos(originals)


def find_inputs(path: Path) -> list[Path]:
    """Return the files that `path` stands for: itself, or the readable ones in a folder, sorted.

    Hidden files and folders are left out. Raises UsageError when there is nothing.
    """
    if path.is_file():
        return [path]
    if not path.is_dir():
        raise UsageError("no such file or folder", where=str(path))
    archive = path / "archive"
    root = archive if archive.is_dir() else path
    found = [
        one
        for one in sorted(root.rglob("*"))
        if one.name.lower().endswith(_KNOWN)
        and not any(part.startswith(".") for part in one.relative_to(root).parts)
        and one.is_file()
    ]
    if not found:
        raise UsageError("nothing in this folder can be read", where=str(path), expected=", ".join(_KNOWN))
    return found


def _open(
    path: Path, url: str | None, originals: Originals, tell: Callable[[BackissueError], None]
) -> Iterator[Memento]:
    name = path.name.lower()
    if name.endswith(".wacz"):
        return _read_wacz(path, tell)
    if path.suffix.lower() in MIMES:
        return iter((read_saved(path, url=url),))
    if name.endswith(WARC_SUFFIXES) or _looks_like_warc(path):
        return read_mementos(path, on_damage=partial(_tell_place, tell, str(path)), originals=originals)
    raise UsageError("not a kind of file that is read here", where=str(path), expected=", ".join(_KNOWN))


def _looks_like_warc(path: Path) -> bool:
    with path.open("rb") as stream:
        # ARC files and zstd too, which the reader refuses by name.
        return stream.read(5).startswith((b"WARC/", b"\x1f\x8b\x08", b"filed", b"\x28\xb5\x2f\xfd"))


def _read_wacz(path: Path, tell: Callable[[BackissueError], None]) -> Iterator[Memento]:
    """Yield the mementos of a WACZ package, its WARC files read where they lie in the zip."""
    try:
        with zipfile.ZipFile(path) as package:
            members = sorted(
                name
                for name in package.namelist()
                if name.startswith("archive/") and name.lower().endswith(WARC_SUFFIXES)
            )
            if not members:
                raise UsageError("no WARC file in this WACZ", where=str(path), expected="archive/*.warc.gz")
            # A package's own: a later one can't read what lies in a zip that is closed.
            originals = Originals(hold=True)
            for name in members:
                yield from read_mementos_from(
                    partial(open_member, path, package, name),
                    PurePosixPath(name).name,
                    on_damage=partial(_tell_place, tell, f"{path}!{name}"),
                    originals=originals,
                )
            yield from late_mementos(originals)
    except (zipfile.BadZipFile, zlib.error, EOFError) as error:
        raise DamagedRecordError(f"the zip is damaged ({error})", where=str(path)) from error
    except OSError as error:
        # zipfile follows whatever offsets a damaged directory gives.
        if error.errno != errno.EINVAL:
            raise
        raise DamagedRecordError(f"the zip is damaged ({error})", where=str(path)) from error
    except (NotImplementedError, RuntimeError) as error:
        # zipfile's own way to say: an unknown compression, or encrypted.
        raise UsageError(f"the zip can't be read ({error})", where=str(path)) from error


def _tell_place(tell: Callable[[BackissueError], None], place: str, error: DamagedRecordError) -> None:
    """Tell of damage under the name the caller knows the file by."""
    error.where = place
    tell(error)


def _raise(error: BackissueError) -> None:
    raise error
