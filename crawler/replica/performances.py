"""Scripts of answers that are wrong, or unusually right: each by the bytes it sends."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterator
from dataclasses import replace

from crawler.replica.answers import Answer, End, Headers, Pause, Step, chunked, script

QUERY = b"replica-moved="
"""What the query of an address begins with that redirects lead to; the site need not know it."""

Performer = Callable[[Answer, int], Iterator[Step]]
"""Makes the script of an answer that is given for the n-th time (from 1) for one URL."""


def head(answer: Answer, *headers: bytes, line: bytes | None = None) -> bytes:
    """Return a head with the answer's fields and these lines after them."""
    fields = [name + b": " + value for name, value in answer.headers]
    return b"\r\n".join([line or answer.status_line, *fields, *headers, b"", b""])


def fields(*headers: bytes) -> Performer:
    """Make an answer that is right but for these lines in its head."""

    def steps(answer: Answer, _: int) -> Iterator[Step]:
        yield head(answer, *headers, b"Content-Length: %d" % len(answer.body)) + answer.body

    return steps


def line(status_line: bytes) -> Performer:
    """Make an answer that is right but for its status line."""
    return lambda answer, _: script(replace(answer, status_line=status_line))


def framed(*headers: bytes, size: int | None = None, end: bool = True) -> Performer:
    """Make an answer with just these framing fields and the first `size` bytes of its body."""

    def steps(answer: Answer, _: int) -> Iterator[Step]:
        yield head(answer, *headers) + answer.body[:size]
        if end:
            yield End("close")

    return steps


def status(line: bytes, headers: Headers, times: int) -> Performer:
    """Make an answer that is `line` for the first so many times, and right after."""

    def steps(answer: Answer, nth: int) -> Iterator[Step]:
        if nth > times:
            return script(answer)
        return script(Answer(status_line=line, headers=headers, body=b"not now"))

    return steps


def length(difference: int) -> Performer:
    """Make an answer whose length is wrong by `difference`, and end the connection."""

    def steps(answer: Answer, _: int) -> Iterator[Step]:
        yield head(answer, b"Content-Length: %d" % (len(answer.body) + difference)) + answer.body
        yield End("close")

    return steps


def bare_lf(answer: Answer, _: int) -> Iterator[Step]:
    """Yield an answer whose lines end with LF alone."""
    yield head(answer, b"Content-Length: %d" % len(answer.body)).replace(b"\r\n", b"\n") + answer.body


def chunked_gzip(answer: Answer, _: int) -> Iterator[Step]:
    """Yield an answer that is compressed and chunked."""
    return script(replace(answer.gzipped(), framing="chunked"))


def chunk_extensions(answer: Answer, _: int) -> Iterator[Step]:
    """Yield chunks with extensions, leading zeros and lower-case sizes."""
    yield head(answer, b"transfer-encoding: Chunked")
    for at in range(0, len(answer.body), 300):
        piece = answer.body[at : at + 300]
        yield b'%05x ; name="a value"; flag\r\n' % len(piece) + piece + b"\r\n"
    yield b"000;last\r\n\r\n"


def chunk_trailers(answer: Answer, _: int) -> Iterator[Step]:
    """Yield chunks with fields after them."""
    yield head(answer, b"Transfer-Encoding: chunked", b"Trailer: X-Sum")
    yield from chunked(answer.body)
    yield b"0\r\nX-Sum: 1\r\nx-note:  two \r\n\r\n"


def broken_chunk(answer: Answer, _: int) -> Iterator[Step]:
    """Yield one whole chunk, then something that is none."""
    first = b"%x\r\n" % len(answer.body) + answer.body + b"\r\n"
    yield head(answer, b"Transfer-Encoding: chunked") + first + b"zz\r\nno size\r\n"
    yield End("close")


def gzip_transfer_coding(answer: Answer, _: int) -> Iterator[Step]:
    """Yield chunks of an answer that is compressed for the transfer only."""
    yield head(answer, b"Transfer-Encoding: gzip, chunked")
    yield from chunked(gzip.compress(answer.body, mtime=0))
    yield b"0\r\n\r\n"


def length_and_chunked(answer: Answer, _: int) -> Iterator[Step]:
    """Yield an answer that has chunks and a length, which is wrong."""
    yield head(answer, b"Content-Length: 7", b"Transfer-Encoding: chunked")
    yield from chunked(answer.body)
    yield b"0\r\n\r\n"


def two_lengths(answer: Answer, _: int) -> Iterator[Step]:
    """Yield an answer with two lengths, the second of them right."""
    right = b"Content-Length: %d" % len(answer.body)
    yield head(answer, b"Content-Length: 5", right) + answer.body


def two_equal_lengths(answer: Answer, _: int) -> Iterator[Step]:
    """Yield an answer that says its length twice."""
    right = b"Content-Length: %d" % len(answer.body)
    yield head(answer, right, right) + answer.body


def excess(answer: Answer, _: int) -> Iterator[Step]:
    """Yield an answer with more bytes behind it."""
    yield b"".join(step for step in script(answer) if isinstance(step, bytes)) + b"\r\nHTTP/1.1 200 left over"


def cut_in_head(answer: Answer, _: int) -> Iterator[Step]:
    """Yield the first bytes of a head, and end the connection."""
    yield head(answer)[:40]
    yield End("close")


def in_chunk(answer: Answer, _: int) -> Iterator[Step]:
    """Yield part of a chunk, and end the connection."""
    yield head(answer, b"Transfer-Encoding: chunked") + b"fffff\r\n" + answer.body
    yield End("close")


def end_in_body(how: End) -> Performer:
    """Make an answer that is left in the middle of its body."""

    def steps(answer: Answer, _: int) -> Iterator[Step]:
        half = len(answer.body) // 2
        yield head(answer, b"Content-Length: %d" % len(answer.body)) + answer.body[:half]
        if how.how == "reset":
            # It overtakes what is still unread on the other side.
            yield Pause(0.5)
        yield how

    return steps


def only(*steps: Step) -> Performer:
    """Make an answer of just these steps."""
    return lambda _answer, _nth: iter(steps)


def interim(answer: Answer, _: int) -> Iterator[Step]:
    """Yield interim answers, then the answer."""
    yield b"HTTP/1.1 100 Continue\r\n\r\n"
    yield b"http/1.1 103 Early Hints\r\nLink: </style.css>; rel=preload\r\n\r\n".replace(b"http", b"HTTP")
    yield from script(answer)


def broken_gzip(answer: Answer, _: int) -> Iterator[Step]:
    """Yield an answer whose compressed body has a wrong byte in the middle."""
    packed = bytearray(answer.gzipped().body)
    packed[len(packed) // 2] ^= 0xFF
    return script(replace(answer.gzipped(), body=bytes(packed)))


def cut_gzip(answer: Answer, _: int) -> Iterator[Step]:
    """Yield an answer whose compressed body lacks its end."""
    packed = answer.gzipped()
    return script(replace(packed, body=packed.body[:-20]))


def slow_drip(answer: Answer, _: int) -> Iterator[Step]:
    """Yield an answer byte by byte."""
    for step in script(replace(answer, body=answer.body[:200])):
        if isinstance(step, bytes):
            for at in range(len(step)):
                yield step[at : at + 1]
                yield Pause(0)


def redirect(answer: Answer, nth: int) -> Iterator[Step]:
    """Yield a redirect, and when asked again the answer."""
    if nth > 1:
        return script(answer)
    moved = ((b"location", b"?" + QUERY + b"1"), *answer.headers)
    return script(Answer(status_line=b"HTTP/1.1 302 Moved", headers=moved, body=b"over there"))


def redirect_loop(_: Answer, nth: int) -> Iterator[Step]:
    """Yield a redirect to another address of the same kind, for ever."""
    around = ((b"Location", b"?%s%d" % (QUERY, nth)),)
    return script(Answer(status_line=b"HTTP/1.1 301 Round and round", headers=around))


def soft_404(answer: Answer, _: int) -> Iterator[Step]:
    """Yield a page that says it isn't there, with a status that says it is."""
    return script(replace(answer, body=b"<html><title>Not found</title><p>404: no such page</p></html>"))


def no_content(answer: Answer, _: int) -> Iterator[Step]:
    """Yield a head that allows no body."""
    yield head(answer, line=b"HTTP/1.1 204 No Content")


def stale(answer: Answer, nth: int) -> Iterator[Step]:
    """Keep the connection by word, then end it at the next request without a byte, as after an idle time."""
    if nth % 2 == 0:
        yield End("close")
    else:
        yield from script(answer)
