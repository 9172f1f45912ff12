"""The chunked transfer coding (RFC 9112 §7.1), read as forgivingly as browsers do."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Callable

_SIZE_LINE = re.compile(rb"[ \t]*([0-9A-Fa-f]{1,16})[ \t]*(?:;[^\n]*)?\r?\n\Z")
_LONGEST_LINE = 65536

State = Literal["size", "data", "data-end", "trailer", "done", "failed"]


class Dechunker:
    """A reader of chunk framing that hands the data inside to `out`, piece by piece, as it is fed.

    Takes chunk extensions, leading zeros, blanks before an extension, bare LF and trailers. Malformed
    framing ends the reading quietly: `error` then says in one line what was found, and what stood before has
    been handed on. Input that merely ends early leaves `done` False and `error` None.
    """

    __slots__ = ("_left", "_line", "_out", "_state", "chunks", "consumed", "error")

    def __init__(self, out: Callable[[bytes], object]) -> None:
        self._out = out
        self._state: State = "size"
        self._line = b""
        self._left = 0
        self.chunks = 0
        """Chunks that were whole, the last one of size zero included."""
        self.consumed = 0
        """Bytes of framing and data taken up; what stands behind belongs to no chunk."""
        self.error: str | None = None

    @property
    def done(self) -> bool:
        """Whether the last chunk and the trailer section have been read."""
        return self._state == "done"

    @property
    def plausible(self) -> bool:
        """Whether what was fed is chunked at all: a whole chunk was seen, or the end came in the first."""
        return self.chunks > 0 or self._state in {"data", "data-end", "done"}

    def feed(self, data: bytes) -> None:
        """Take the next bytes; those after the end of the message or after an error are ignored."""
        at = 0
        while at < len(data) and self._state not in {"done", "failed"}:
            if self._state == "data":
                piece = data[at : at + self._left]
                self._out(piece)
                self._left -= len(piece)
                at += len(piece)
                self.consumed += len(piece)
                if not self._left:
                    self._state = "data-end"
            else:
                at = self._take_line(data, at)

    def _take_line(self, data: bytes, at: int) -> int:
        """Gather a line that starts at `at`, read it when it is whole, return where the next thing starts."""
        if self._state == "data-end" and not self._line and data[at] not in b"\r\n":
            return self._fail(at, f"no line end after a chunk but {data[at : at + 8]!r}")
        end = data.find(b"\n", at)
        stop = len(data) if end < 0 else end + 1
        self._line += data[at:stop]
        self.consumed += stop - at
        if len(self._line) > _LONGEST_LINE:
            return self._fail(stop, f"a framing line of more than {_LONGEST_LINE} bytes")
        if end >= 0:
            line, self._line = self._line, b""
            self._read_line(line)
        return stop

    def _read_line(self, line: bytes) -> None:
        if self._state == "size":
            match = _SIZE_LINE.match(line)
            if match is None:
                self._fail(0, f"no chunk size but {line[:20]!r}")
                return
            self._left = int(match[1], 16)
            self._state = "data" if self._left else "trailer"
            self.chunks += not self._left
        elif self._state == "data-end":
            if line not in {b"\r\n", b"\n"}:
                self._fail(0, f"no line end after a chunk but {line[:8]!r}")
                return
            self.chunks += 1
            self._state = "size"
        elif line in {b"\r\n", b"\n"}:
            self._state = "done"

    def _fail(self, at: int, problem: str) -> int:
        self._state = "failed"
        self.error = problem
        return at
