"""A package put together: members copied in one pass and in pieces, then the two files that list and seal them."""

from __future__ import annotations

import hashlib
import json
import zipfile
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import IO, TYPE_CHECKING, Any, cast

from output.collection_info import software_version
from output.package.contents import INDEX, Member, describe, index_of, members
from output.package.pages import PAGES, page_lines, read_guide

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from contextlib import AbstractContextManager
    from io import RawIOBase

    from output.package.pages import Guide

    Borrowing = Callable[[Path], AbstractContextManager[None]]

VERSION = "1.1.1"
"""Of WACZ; 1.2.0 is a draft that neither py-wacz nor ReplayWeb.page takes."""

_STEP = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A member as it was written: its name, size in bytes, SHA-256 in hex, and whether it is of our own making."""

    name: str
    size: int
    digest: str
    own: bool


def write_package(
    stream: IO[bytes] | RawIOBase,
    collection: Path,
    *,
    title: str,
    borrowing: Borrowing = lambda _: nullcontext(),
) -> list[Written]:
    """Write the WACZ of `collection` to `stream`, which must seek, and return what it lists.

    The same collection gives the same bytes. All members are stored, not deflated: readers can take ranges, and no
    version of zlib shows in the bytes. `borrowing(path)` is entered while what is written are the bytes of the file
    at `path`, from first to last. `title` is the magazine's.
    Raises UsageError without a WARC file, ArchiveError where index or JSON Lines are missing or damaged, OSError.
    """
    index = index_of(collection)
    guide = read_guide(collection, index, title=title)
    written: list[Written] = []
    with zipfile.ZipFile(cast("IO[bytes]", stream), "w", zipfile.ZIP_STORED) as package:
        pack = _Packer(package, datetime.fromisoformat(guide.last), borrowing)
        for member in members(collection):
            written.append(pack.add(member))
            if member.name == INDEX:
                written.append(pack.add_pieces(PAGES, page_lines(index, guide)))
        description = describe(collection, title=title)
        described = _json(_datapackage(written, guide, title=title, description=description))
        pack.add_pieces("datapackage.json", (described,))
        seal = {"path": "datapackage.json", "hash": f"sha256:{hashlib.sha256(described).hexdigest()}"}
        pack.add_pieces("datapackage-digest.json", (_json(seal),))
    return written


class _Packer:
    """Puts members into a zip, all with the date `moment`."""

    def __init__(self, package: zipfile.ZipFile, moment: datetime, borrowing: Borrowing) -> None:
        self._package = package
        self._moment = moment.timetuple()[:6]
        self._borrowing = borrowing

    def add(self, member: Member) -> Written:
        """Copy a member in pieces."""
        if isinstance(member.source, bytes):
            return self.add_pieces(member.name, (member.source,))
        with member.source.open("rb") as stream:
            pieces = iter(lambda: stream.read(_STEP), b"")
            return self.add_pieces(member.name, pieces, source=member.source)

    def add_pieces(self, name: str, pieces: Iterable[bytes], *, source: Path | None = None) -> Written:
        """Write a member piece by piece."""
        info = zipfile.ZipInfo(name, date_time=self._moment)
        info.create_system = 3  # Unix, wherever it is made
        info.external_attr = 0o100644 << 16
        if source is not None:
            # zipfile takes ZIP64 where this says so, and only then: ReplayWeb.page refuses a small member with it.
            info.file_size = source.stat().st_size
        digest = hashlib.sha256()
        size = 0
        with self._package.open(info, "w") as stream, self._borrowed(source):
            for piece in pieces:
                stream.write(piece)
                digest.update(piece)
                size += len(piece)
        own = not name.startswith(("archive/", "indexes/", "pages/"))
        return Written(name=name, size=size, digest=digest.hexdigest(), own=own)

    def _borrowed(self, source: Path | None) -> AbstractContextManager[None]:
        return nullcontext() if source is None else self._borrowing(source)


def _datapackage(written: Iterable[Written], guide: Guide, *, title: str, description: str) -> dict[str, Any]:
    """Return datapackage.json (WACZ 1.1.1 §5.2), its dates those of the first and the last capture."""
    said: dict[str, Any] = {
        "profile": "data-package",
        "wacz_version": VERSION,
        "title": title,
        "description": description,
        "created": guide.first,
        "modified": guide.last,
        "software": f"backissue {software_version()}",
    }
    if guide.home is not None:
        said |= {"mainPageUrl": guide.home.url, "mainPageDate": guide.home.date}
    return said | {"resources": list(_resources(written))}


def _resources(written: Iterable[Written]) -> Iterator[Mapping[str, Any]]:
    """Yield the entries of the members, each under a name of its own without capitals, as Data Package has it."""
    names: set[str] = set()
    for one in written:
        name = PurePosixPath(one.name).name.lower()
        if name in names:
            name = one.name.lower()
        names.add(name)
        entry = {"name": name, "path": one.name, "hash": f"sha256:{one.digest}", "bytes": one.size}
        # Without a type `wacz validate` reads JSON Lines as a table, and finds blank rows in them.
        yield entry | {"type": "file"} if one.own else entry


def _json(said: Mapping[str, Any]) -> bytes:
    return json.dumps(said, ensure_ascii=False, indent=2).encode() + b"\n"
