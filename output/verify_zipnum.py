"""Compressed indexes: CDXJ lines in gzip blocks, and the list of those blocks (`cdxj-gzip-1.0`)."""

from __future__ import annotations

import gzip
import hashlib
import json
import zlib
from pathlib import PurePosixPath
from typing import IO, TYPE_CHECKING

from output.fault import Fault, shown

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

_CORRUPT = (EOFError, zlib.error, gzip.BadGzipFile)
_LARGEST_BLOCK = 64 << 20


def inflated_lines(stream: IO[bytes], file: str, tell: Callable[[Fault], None]) -> Iterator[bytes]:
    """Yield the lines of a gzipped index; where it is damaged that is told, and there are no more."""
    with gzip.GzipFile(fileobj=stream) as lines:
        while True:
            try:
                line = lines.readline()
            except _CORRUPT as error:
                tell(Fault(file=file, offset=None, problem=f"damaged gzip ({error})"))
                return
            if not line:
                return
            yield line


def check_blocks(
    stream: IO[bytes], file: str, open_index: Callable[[str], IO[bytes]], names: Collection[str]
) -> Iterator[Fault]:
    """Yield the lines of a block list that lead to no block, or to another one than they say.

    After a `!meta` line each has a key, a timestamp or none, and JSON with the block's offset, length and digest.
    """
    offset = 0
    blocks = ""
    for line in stream:
        at = offset
        offset += len(line)
        try:
            key, _, text = line.decode("utf-8").partition("{")
            said = json.loads("{" + text)
        except (ValueError, RecursionError):
            yield Fault(file=file, offset=at, problem="no line of a block list", found=shown(line))
            continue
        blocks = str(said.get("filename", blocks))
        if key.startswith("!meta"):
            continue
        name = f"indexes/{PurePosixPath(blocks).name}"
        if name not in names:
            yield Fault(file=file, offset=at, problem="a block list of a missing index", found=blocks)
            return
        begin, length = said.get("offset"), said.get("length")
        if not isinstance(begin, int) or not isinstance(length, int) or not 0 <= length <= _LARGEST_BLOCK:
            yield Fault(file=file, offset=at, problem="a block without offset and length", found=shown(line))
            continue
        with open_index(name) as index:
            index.seek(max(0, begin))
            block = index.read(length)
        problem = _problem(block, length, key.strip(), said.get("digest"))
        if problem is not None:
            yield Fault(file=file, offset=at, problem=problem, found=f"{blocks} at byte {begin}")


def _problem(block: bytes, length: int, key: str, digest: object) -> str | None:
    try:
        lines = gzip.decompress(block)
    except _CORRUPT:
        lines = b""
    if len(block) != length or not lines:
        return "the line leads to no block of the index"
    if not lines.startswith(key.encode()):
        return "the block begins with another key"
    algorithm, _, value = str(digest).partition(":")
    if algorithm == "sha256" and value.lower() != hashlib.sha256(block).hexdigest():
        return "the block has another digest"
    return None
