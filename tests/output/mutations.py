"""Small archives with random damage: bytes changed, cut out, doubled, inserted, in the file or in its members."""

from __future__ import annotations

import gzip
import io
import zipfile
from typing import TYPE_CHECKING

from tests.output import packages
from tests.output.warc_cases import CLEAN, MORE_CLEAN, ODD

if TYPE_CHECKING:
    from random import Random

SEEDS = tuple((CLEAN | ODD | MORE_CLEAN).values())
_TOKENS = (
    b"\r\n",
    b"\r\n\r\n",
    b"\0",
    b"\xff",
    b"WARC/1.1\r\n",
    b"HTTP/1.1 200 OK\r\n",
    b"Content-Length: 99999999999999999999\r\n",
    b"Content-Length: -1\r\n",
    b"Transfer-Encoding: chunked\r\n",
    b"Content-Encoding: gzip\r\n",
    b"ffffffffffffffff\r\n",
    b"\x1f\x8b\x08",
    b"{",
    b'"',
    b"[" * 5000,
    b"<" * 3000,
    b"\xed\xa0\x80",
)


def mutated(data: bytes, random: Random) -> bytes:
    """Return `data` with one to four random changes."""
    for _ in range(random.randint(1, 4)):
        at = random.randrange(len(data) + 1)
        size = random.choice((1, 1, 2, 9, 60))
        kind = random.randrange(6)
        if kind == 0:
            data = data[:at] + bytes(random.randrange(256) for _ in range(size)) + data[at + size :]
        elif kind == 1:
            data = data[:at] + data[at + size :]
        elif kind == 2:
            data = data[:at]
        elif kind == 3:
            data = data[:at] + random.choice(_TOKENS) + data[at:]
        elif kind == 4:
            data = data[: at + size] + data[at:]
        else:
            other = random.randrange(len(data) + 1)
            data = data[:at] + data[other : other + 200] + data[at:]
    return data


def warc(random: Random) -> bytes:
    """Return a damaged WARC file: the file itself, or, every other time, what is in its members."""
    seed = random.choice(SEEDS)
    if random.random() < 0.5 or seed[:2] != b"\x1f\x8b":
        return mutated(seed, random)
    plain = gzip.decompress(seed)
    pieces = plain.split(b"WARC/1.1\r\n")[1:]
    return b"".join(gzip.compress(mutated(b"WARC/1.1\r\n" + one, random), mtime=0) for one in pieces)


def wacz(random: Random) -> bytes:
    """Return a damaged package: the zip itself, or one of its files, its list left or made to fit."""
    if random.random() < 0.3:
        return mutated(packages.package(), random)
    name = random.choice(list(packages.CONTENTS))
    files = packages.CONTENTS | {name: mutated(packages.CONTENTS[name], random)}
    data = packages.package(
        files, said=None if random.random() < 0.8 else packages.listing(packages.CONTENTS)
    )
    if random.random() < 0.3:
        return _with_list(data, random)
    return data


def cdxj(random: Random) -> bytes:
    """Return a damaged index."""
    return mutated(packages.STEPPE_LINE + packages.SEA_LINE, random)


def _with_list(data: bytes, random: Random) -> bytes:
    """Return a package with a damaged datapackage.json or digest file."""
    made = io.BytesIO()
    spoiled = random.choice((packages.LIST, packages.SEAL))
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for one in old.infolist():
            held = old.read(one)
            new.writestr(one.filename, mutated(held, random) if one.filename == spoiled else held)
    return made.getvalue()
