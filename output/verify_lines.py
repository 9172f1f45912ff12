"""The JSON Lines held against what the WARC files give when they are read again."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from functools import partial
from itertools import chain
from typing import IO, TYPE_CHECKING

from output.fault import Fault, shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

_NAMED = 20
"""Faulty lines of one file that are named one by one; more are counted."""


def check_lines(
    records: str, rederived: Mapping[str, Iterable[str]], open_file: Callable[[str], IO[bytes]]
) -> Iterator[Fault]:
    """Yield where the JSON Lines in the folder `records` aren't what the WARC files give now.

    `rederived` has for each file name (`articles` for articles.jsonl) its lines as they should be, without
    ends; `open_file` opens a file by its bare name. Each stored line that isn't given is named with its byte
    offset, up to twenty a file; lines that are given but not stored likewise, with the offset where the files
    part. Lines that another version of the extractor made can't be held against today's: that is one fault.
    """
    found = dict(rederived)
    made = now = None
    if "articles" in found:
        first, found["articles"] = _peeked(found["articles"])
        made, now = _extractor(_stored_first(partial(open_file, "articles.jsonl"))), _extractor(first)
    if None not in (made, now) and made != now:
        yield Fault(
            file=f"{records}/articles.jsonl",
            offset=0,
            problem="the lines are another extractor's: see `backissue diff-extract`, then `backissue rebuild`",
            expected=now,
            found=made,
        )
        return
    for name, lines in found.items():
        yield from _check_file(f"{records}/{name}.jsonl", partial(open_file, f"{name}.jsonl"), lines)


def _peeked(lines: Iterable[str]) -> tuple[str | None, Iterable[str]]:
    """Return the first of `lines`, None when there is none, and all of them."""
    rest = iter(lines)
    first = next(rest, None)
    return first, rest if first is None else chain((first,), rest)


def _stored_first(open_file: Callable[[], IO[bytes]]) -> str | None:
    try:
        with open_file() as stream:
            return stream.readline().decode("utf-8", "replace") or None
    except OSError:
        return None


def _extractor(line: str | None) -> str | None:
    """Return name and version of what made an article's line, None where it doesn't say."""
    try:
        said = json.loads(line or "")["extractor"]
        return f"{said['name']} {said['version']}"
    except (ValueError, KeyError, TypeError):
        return None


def _check_file(path: str, open_file: Callable[[], IO[bytes]], lines: Iterable[str]) -> Iterator[Fault]:
    try:
        stream = open_file()
    except OSError as error:
        yield Fault(file=path, offset=None, problem=f"can't be read ({error.strerror or error})")
        return
    with stream:
        given = iter(lines)
        offset = 0
        parted: tuple[bytes, str | None] | None = None
        for raw in stream:
            line = next(given, None)
            if line is None or raw != line.encode() + b"\n":
                parted = (raw, line)
                break
            offset += len(raw)
        else:
            line = next(given, None)
            if line is None:
                return
            parted = (b"", line)
        wanted = Counter(_mark(one.encode()) for one in ([] if parted[1] is None else [parted[1]]))
        examples = {} if parted[1] is None else {_mark(parted[1].encode()): parted[1]}
        for line in given:
            mark = _mark(line.encode())
            wanted[mark] += 1
            if len(examples) < _NAMED:
                examples.setdefault(mark, line)
        stream.seek(offset)
        yield from _compare_rest(path, stream, offset, wanted, examples, parted)


def _compare_rest(
    path: str,
    stream: Iterable[bytes],
    offset: int,
    wanted: Counter[bytes],
    examples: dict[bytes, str],
    parted: tuple[bytes, str | None],
) -> Iterator[Fault]:
    """Yield what the rest of a file has too much, then what it lacks; if neither, its order is wrong."""
    at = offset
    surplus = 0
    for raw in stream:
        mark = _mark(raw.removesuffix(b"\n"))
        if wanted[mark] > 0 and raw.endswith(b"\n"):
            wanted[mark] -= 1
        else:
            surplus += 1
            if surplus <= _NAMED:
                first = at == offset
                beside = _difference(raw, parted[1]) if first and parted[1] is not None else None
                yield Fault(
                    file=path,
                    offset=at,
                    problem="a line that the WARC files don't give",
                    expected=beside[0] if beside else None,
                    found=beside[1] if beside else shown(raw.decode("utf-8", "replace")),
                )
        at += len(raw)
    if surplus > _NAMED:
        yield Fault(file=path, offset=None, problem=f"{surplus - _NAMED} more lines like that")
    missing = +wanted
    for mark in missing:
        if mark in examples:
            yield Fault(
                file=path,
                offset=offset,
                problem="a line that the WARC files give is missing from here on",
                expected=shown(examples[mark]),
            )
    unnamed = missing.total() - sum(mark in examples for mark in missing)
    if unnamed > 0:
        yield Fault(file=path, offset=None, problem=f"{unnamed} more lines are missing")
    if not surplus and not missing:
        yield Fault(file=path, offset=offset, problem="the lines are in another order from here on")


def _difference(raw: bytes, line: str) -> tuple[str, str]:
    """Return the two lines from a little before the place where they part."""
    stored = raw.removesuffix(b"\n").decode("utf-8", "replace")
    same = next(
        (at for at, pair in enumerate(zip(stored, line, strict=False)) if pair[0] != pair[1]),
        min(len(stored), len(line)),
    )
    start = max(0, same - 20)
    return shown(line[start:]), shown(stored[start:])


def _mark(line: bytes) -> bytes:
    return hashlib.blake2b(line, digest_size=16).digest()
