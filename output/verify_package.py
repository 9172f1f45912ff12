"""A WACZ package held against its own list of files, and its WARC files against the standard."""

from __future__ import annotations

import hashlib
import json
import zipfile
import zlib
from functools import partial
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from output.fault import Fault
from output.warc.check import WarcSource, check_sources

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_STEP = 1 << 20
_WARCS = (".warc", ".warc.gz")


def check_package(path: Path) -> Iterator[Fault]:
    """Yield everything wrong with the WACZ (1.1.1) at `path`: zip, datapackage.json, digests, WARC files.

    Faults inside are told under `PACKAGE!FILE` with the offset in that file. Nothing is raised.
    """
    try:
        with zipfile.ZipFile(path) as package:
            yield from _resources(package, path)
            yield from check_sources(
                WarcSource(
                    open_file=partial(package.open, name),
                    name=PurePosixPath(name).name,
                    file=f"{path}!{name}",
                )
                for name in sorted(package.namelist())
                if name.startswith("archive/") and name.lower().endswith(_WARCS)
            )
    except OSError as error:
        yield Fault(file=str(path), offset=None, problem=f"can't be read ({error.strerror or error})")
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError) as error:
        # The last two are zipfile's way to say: an unknown compression, or encrypted.
        yield Fault(file=str(path), offset=None, problem=f"the zip is damaged ({error})")


def _resources(package: zipfile.ZipFile, path: Path) -> Iterator[Fault]:
    """Yield where the files in the package aren't those that datapackage.json lists (WACZ §5.2)."""
    try:
        said = json.loads(package.read("datapackage.json"))
        listed = {one["path"]: one for one in said["resources"]}
    except (KeyError, TypeError, ValueError) as error:
        problem = f"no usable datapackage.json ({type(error).__name__}: {error})"
        yield Fault(file=str(path), offset=None, problem=problem)
        return
    present = {one.filename: one for one in package.infolist() if not one.is_dir()}
    for name, one in sorted(listed.items()):
        if name not in present:
            yield Fault(file=f"{path}!{name}", offset=None, problem="listed in datapackage.json but missing")
        else:
            yield from _resource(package, f"{path}!{name}", name, one)
    for name in sorted(present.keys() - listed.keys() - {"datapackage.json", "datapackage-digest.json"}):
        yield Fault(file=f"{path}!{name}", offset=None, problem="not listed in datapackage.json")


def _resource(package: zipfile.ZipFile, file: str, name: str, said: dict[str, Any]) -> Iterator[Fault]:
    algorithm, _, value = str(said.get("hash", "")).partition(":")
    digest = hashlib.new(algorithm) if algorithm in {"sha256", "md5"} else None
    size = 0
    try:
        with package.open(name) as stream:
            while piece := stream.read(_STEP):
                size += len(piece)
                if digest is not None:
                    digest.update(piece)
    except (zipfile.BadZipFile, zlib.error) as error:
        yield Fault(file=file, offset=None, problem=f"damaged in the zip ({error})")
        return
    if said.get("bytes", size) != size:
        yield Fault(
            file=file, offset=None, problem="wrong size", expected=str(said["bytes"]), found=str(size)
        )
    if digest is not None and digest.hexdigest() != value.lower():
        yield Fault(file=file, offset=None, problem="wrong digest", expected=value, found=digest.hexdigest())
