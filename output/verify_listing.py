"""The files of a WACZ package, as WACZ 1.1.1 wants them, and as its datapackage.json lists them."""

from __future__ import annotations

import hashlib
import json
import zipfile
import zlib
from collections import Counter
from typing import TYPE_CHECKING, Any

from output.fault import Fault
from output.packaged import has_small_zip64

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_STEP = 1 << 20
_WARCS = (".warc", ".warc.gz")
_LISTS_ITSELF = frozenset({"datapackage.json", "datapackage-digest.json"})
_VERSIONS = frozenset({"1.0.0", "1.1.0", "1.1.1"})
_PACKED = ".gz"


def is_warc(name: str) -> bool:
    """Say whether a file of a package is one of its WARC files."""
    return name.startswith("archive/") and name.lower().endswith(_WARCS)


def layout_faults(package: zipfile.ZipFile, path: Path) -> Iterator[Fault]:
    """Yield which of the files that make a WACZ are missing, and which are kept as no reader can use them."""
    members = [one for one in package.infolist() if not one.is_dir()]
    names = [one.filename for one in members]
    for name, count in Counter(names).items():
        if count > 1:
            yield Fault(file=f"{path}!{name}", offset=None, problem=f"{count} files of this name in the zip")
    wanted = {
        "archive/*.warc.gz": any(is_warc(name) for name in names),
        "indexes/*.cdxj": any(name.startswith("indexes/") for name in names),
        "pages/pages.jsonl": "pages/pages.jsonl" in names,
        "datapackage-digest.json": "datapackage-digest.json" in names,
    }
    for name, there in wanted.items():
        if not there:
            yield Fault(file=str(path), offset=None, problem=f"no {name} in the package")
    for one in members:
        packed = is_warc(one.filename) or one.filename.endswith(_PACKED)
        if packed and one.compress_type != zipfile.ZIP_STORED:
            yield Fault(
                file=f"{path}!{one.filename}", offset=None, problem="compressed in the zip", expected="stored"
            )
        if has_small_zip64(path, one):
            yield Fault(
                file=f"{path}!{one.filename}",
                offset=one.header_offset,
                problem="a ZIP64 field on a small file",
                expected="none: ReplayWeb.page can't read it",
            )


def listing_faults(package: zipfile.ZipFile, path: Path) -> Iterator[Fault]:
    """Yield where the files in the package aren't those that datapackage.json lists (WACZ 1.1.1 §5.2)."""
    present = {one.filename for one in package.infolist() if not one.is_dir()}
    try:
        raw = package.read("datapackage.json")
        said = json.loads(raw)
        listed = {str(one["path"]): dict(one) for one in said["resources"]}
        profile, version = said.get("profile"), said.get("wacz_version")
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError) as error:
        problem = f"no usable datapackage.json ({type(error).__name__}: {error})"
        yield Fault(file=str(path), offset=None, problem=problem)
        return
    where = f"{path}!datapackage.json"
    if profile != "data-package":
        yield Fault(
            file=where, offset=None, problem="another profile", expected="data-package", found=str(profile)
        )
    if version not in _VERSIONS:
        yield Fault(
            file=where, offset=None, problem="no known wacz_version", expected="1.1.1", found=str(version)
        )
    if "datapackage-digest.json" in present:
        yield from _sealed(package.read("datapackage-digest.json"), raw, f"{path}!datapackage-digest.json")
    for name, one in sorted(listed.items()):
        if name not in present:
            yield Fault(file=f"{path}!{name}", offset=None, problem="listed in datapackage.json but missing")
        else:
            yield from _resource(package, f"{path}!{name}", name, one)
    for name in sorted(present - listed.keys() - _LISTS_ITSELF):
        yield Fault(file=f"{path}!{name}", offset=None, problem="not listed in datapackage.json")


def _sealed(seal: bytes, listing: bytes, file: str) -> Iterator[Fault]:
    """Yield a fault unless the digest file holds the digest of datapackage.json (WACZ 1.1.1 §5.3)."""
    try:
        said = str(json.loads(seal)["hash"])
    except (KeyError, TypeError, ValueError, RecursionError):
        yield Fault(file=file, offset=None, problem="no hash in it")
        return
    digest = f"sha256:{hashlib.sha256(listing).hexdigest()}"
    if said.lower() != digest:
        yield Fault(
            file=file, offset=None, problem="not the digest of datapackage.json", expected=said, found=digest
        )


def _resource(package: zipfile.ZipFile, file: str, name: str, said: dict[str, Any]) -> Iterator[Fault]:
    algorithm, _, value = str(said.get("hash", "")).partition(":")
    digest = hashlib.new(algorithm, usedforsecurity=False) if algorithm in {"sha256", "md5"} else None
    size = 0
    try:
        with package.open(name) as stream:
            while piece := stream.read(_STEP):
                size += len(piece)
                if digest is not None:
                    digest.update(piece)
    except (zipfile.BadZipFile, zlib.error, EOFError) as error:
        yield Fault(file=file, offset=None, problem=f"damaged in the zip ({error})")
        return
    if said.get("bytes", size) != size:
        yield Fault(
            file=file, offset=None, problem="wrong size", expected=str(said["bytes"]), found=str(size)
        )
    if digest is None:
        yield Fault(file=file, offset=None, problem="no digest in datapackage.json", expected="sha256")
    elif digest.hexdigest() != value.lower():
        yield Fault(file=file, offset=None, problem="wrong digest", expected=value, found=digest.hexdigest())
