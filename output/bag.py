"""A package as a bag (BagIt, RFC 8493): what repositories take in, made and checked by the bagit library."""

from __future__ import annotations

import os
import shutil
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import bagit

from output.collection_info import FILENAME, read_info, software_version
from output.durable import sync_folder
from output.errors import ArchiveError, UsageError

if TYPE_CHECKING:
    from pathlib import Path

_ALGORITHMS = ["sha256", "sha512"]


def make_bag(package: Path, folder: Path, *, collection: Path, description: str) -> None:
    """Make the bag `folder`, which must not be there yet, with the WACZ at `package` in its data/.

    The file is linked, not copied, where both are on one file system. The bag is made under a temporary name,
    validated from its first byte to its last, and then renamed. `collection` says who archived what.
    Raises UsageError when `folder` is there, ArchiveError when it can't be written or doesn't validate.
    """
    refuse_existing(folder)
    part = folder.with_name(f".{folder.name}.part").absolute()
    try:
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir(parents=True)
        _link(package, part / package.name)
        bag = bagit.make_bag(
            str(part), bag_info=_info(collection, package, description), checksums=list(_ALGORITHMS)
        )
        bag.validate()
        part.rename(folder)
        sync_folder(folder.parent)
    except bagit.BagError as error:
        raise ArchiveError("the bag does not validate", where=str(folder), found=str(error)) from error
    except OSError as error:
        raise ArchiveError(
            "can't be written", where=str(folder), found=error.strerror or str(error)
        ) from error
    finally:
        shutil.rmtree(part, ignore_errors=True)


def refuse_existing(folder: Path) -> None:
    """Raise UsageError when there is something at `folder`."""
    if os.path.lexists(folder):
        raise UsageError("already there", where=str(folder), expected="a folder that is not there yet")


def _info(collection: Path, package: Path, description: str) -> dict[str, str]:
    """Return bag-info.txt (RFC 8493 §2.2.2), as far as the collection says."""
    said = {
        "Bagging-Date": datetime.now(UTC).date().isoformat(),
        "Bag-Software-Agent": f"backissue {software_version()}, bagit.py {bagit.VERSION}",
        "External-Description": description,
        "External-Identifier": package.name,
        "Bag-Size": _size(package.stat().st_size),
    }
    try:
        info = read_info(collection / FILENAME)
    except FileNotFoundError:
        return said
    contact = {"Contact-Email": info.contact} if "@" in info.contact else {}
    return {"Source-Organization": info.creator, **contact, **said, "Internal-Sender-Identifier": info.name}


def _size(size: int) -> str:
    for unit in ("bytes", "KB", "MB", "GB"):
        if size < 1000:
            return f"{size} {unit}"
        size = round(size / 1000)
    return f"{size} TB"


def _link(source: Path, target: Path) -> None:
    try:
        os.link(source, target)
    except OSError:  # another file system, or one without links
        shutil.copyfile(source, target)
