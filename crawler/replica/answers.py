"""What the replica server says, and the bytes and silences in which it says it."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from crawler.replica.quirks import Quirk

Framing = Literal["length", "chunked", "close", "none"]
Headers = tuple[tuple[bytes, bytes], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """An HTTP response as the site means it; `body` is content-encoded already if the headers say so.

    `framing` adds the field that says where the body ends: its length, chunks, the end of the connection;
    `none` adds nothing. `repeat` sends the body that many times over, to make big ones without holding them.
    `quirk` is how the server gets it wrong.
    """

    status_line: bytes = b"HTTP/1.1 200 OK"
    headers: Headers = ((b"Content-Type", b"text/html; charset=utf-8"),)
    body: bytes = b""
    framing: Framing = "length"
    repeat: int = 1
    quirk: Quirk | None = None

    def with_headers(self, *headers: tuple[bytes, bytes]) -> Answer:
        """Return this answer with `headers` added at the end."""
        return replace(self, headers=self.headers + headers)

    def gzipped(self) -> Answer:
        """Return this answer with its body compressed, and saying so."""
        body = gzip.compress(self.body, 6, mtime=0)
        return replace(self.with_headers((b"Content-Encoding", b"gzip")), body=body)


Site = Callable[[str], Answer | None]
"""A site: path and query of a request, as they stand in its first line, to an answer; None is a 404."""


@dataclass(frozen=True, slots=True)
class Pause:
    """Send nothing for so many seconds."""

    seconds: float


@dataclass(frozen=True, slots=True)
class End:
    """End the connection: in order, by reset, or never (`hang`: hold it open without a word)."""

    how: Literal["close", "reset", "hang"]


Step = bytes | Pause | End
"""One thing the server does. A script is steps; when it is over without an End, the connection is kept."""


def script(answer: Answer, *, method: str = "GET") -> Iterator[Step]:
    """Yield how `answer` is sent by a server that does it right."""
    head = [answer.status_line, *(name + b": " + value for name, value in answer.headers)]
    size = len(answer.body) * answer.repeat
    if answer.framing == "length":
        head.append(b"Content-Length: %d" % size)
    elif answer.framing == "chunked":
        head.append(b"Transfer-Encoding: chunked")
    elif answer.framing == "close":
        head.append(b"Connection: close")
    start = b"\r\n".join([*head, b"", b""])
    if method == "HEAD" or not answer.body:
        yield start + (b"0\r\n\r\n" if answer.framing == "chunked" and method != "HEAD" else b"")
    elif answer.framing == "chunked":
        yield start
        for _ in range(answer.repeat):
            yield from chunked(answer.body)
        yield b"0\r\n\r\n"
    else:
        yield start + answer.body
        for _ in range(answer.repeat - 1):
            yield answer.body
    if answer.framing == "close":
        yield End("close")


def chunked(body: bytes, size: int = 4000) -> Iterator[bytes]:
    """Yield `body` in chunks of `size` bytes, without the last one."""
    for at in range(0, len(body), size):
        piece = body[at : at + size]
        yield b"%X\r\n" % len(piece) + piece + b"\r\n"
