"""How the replica server answers: as it should, or with the quirk that an answer has."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from crawler.replica import performances
from crawler.replica.answers import Answer, End, Step, script
from crawler.replica.quirks import Quirk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crawler.replica.performances import Performer


def perform(answer: Answer, nth: int, *, method: str = "GET") -> Iterator[Step]:
    """Yield the steps of `answer`, given for the `nth` time, with its quirk if it has one."""
    if answer.quirk is None:
        return script(answer, method=method)
    return PERFORMERS[answer.quirk](answer, nth)


PERFORMERS: dict[Quirk, Performer] = {
    Quirk.ODD_CASE: performances.fields(
        b"x-lOWER: a", b"X-NO-BLANK:b", b"X-Blanks:   c  ", b"x-empty:", b'ETAG: W/"1"'
    ),
    Quirk.DOUBLED_HEADERS: performances.fields(
        b"Set-Cookie: a=1", b"X-Twice: 1", b"Set-Cookie: b=2", b"X-Twice: 1"
    ),
    Quirk.NON_ASCII_VALUE: performances.fields("X-Title: Журнал №5".encode("cp1251"), b"X-Nul: a\x00b"),
    Quirk.NON_ASCII_NAME: performances.fields("X-Имя: value".encode()),
    Quirk.BLANK_BEFORE_COLON: performances.fields(b"X-Blank : value"),
    Quirk.NO_COLON: performances.fields(b"this is no field", b": nameless"),
    Quirk.OBS_FOLD: performances.fields(b"X-Folded: one", b"  two", b"\tthree"),
    Quirk.FOLD_FIRST: lambda answer, _: script(
        replace(answer, status_line=answer.status_line + b"\r\n folded")
    ),
    Quirk.BARE_LF: performances.bare_lf,
    Quirk.HUGE_HEADER: performances.fields(b"X-Huge: " + b"h" * 40_000),
    Quirk.MANY_HEADERS: performances.fields(*(b"X-Many-%d: %d" % (n, n) for n in range(600))),
    Quirk.NO_REASON: performances.line(b"HTTP/1.1 200"),
    Quirk.STATUS_999: performances.line(b"HTTP/1.1 999 Request denied"),
    Quirk.BLANKS_IN_LINE: performances.line(b"HTTP/1.1  200 \tOK"),
    Quirk.HTTP_2_LINE: lambda answer, _: iter((performances.head(answer, line=b"HTTP/2 200"), End("close"))),
    Quirk.CHUNKED_GZIP: performances.chunked_gzip,
    Quirk.CHUNK_EXTENSIONS: performances.chunk_extensions,
    Quirk.CHUNK_TRAILERS: performances.chunk_trailers,
    Quirk.CHUNKED_IN_NAME_ONLY: performances.framed(b"Transfer-Encoding: chunked"),
    Quirk.BROKEN_CHUNK: performances.broken_chunk,
    Quirk.GZIP_TRANSFER_CODING: performances.gzip_transfer_coding,
    Quirk.IDENTITY_TRANSFER_CODING: performances.fields(b"Transfer-Encoding: identity"),
    Quirk.LENGTH_AND_CHUNKED: performances.length_and_chunked,
    Quirk.TWO_LENGTHS: performances.two_lengths,
    Quirk.TWO_EQUAL_LENGTHS: performances.two_equal_lengths,
    Quirk.LENGTH_NO_NUMBER: performances.framed(b"Content-Length: many"),
    Quirk.LENGTH_TOO_LONG: performances.length(+1000),
    Quirk.LENGTH_TOO_SHORT: performances.length(-100),
    Quirk.EXCESS: performances.excess,
    Quirk.CLOSE_IN_HEAD: performances.cut_in_head,
    Quirk.CLOSE_IN_BODY: performances.end_in_body(End("close")),
    Quirk.CLOSE_IN_CHUNK: performances.in_chunk,
    Quirk.NO_BYTES: performances.only(End("close")),
    Quirk.RESET_IN_BODY: performances.end_in_body(End("reset")),
    Quirk.HANG_IN_BODY: performances.end_in_body(End("hang")),
    Quirk.HANG: performances.only(End("hang")),
    Quirk.GARBAGE: performances.only(b"220 mail.example ESMTP ready\r\n\x00\xff\r\n", End("close")),
    Quirk.HTTP_0_9: lambda answer, _: iter((answer.body, End("close"))),
    Quirk.HTTP_1_0: lambda answer, _: iter(
        (performances.head(answer, line=b"HTTP/1.0 200 OK") + answer.body, End("close"))
    ),
    Quirk.INTERIM: performances.interim,
    Quirk.BROKEN_GZIP: performances.broken_gzip,
    Quirk.CUT_GZIP: performances.cut_gzip,
    Quirk.SLOW_DRIP: performances.slow_drip,
    Quirk.REDIRECT: performances.redirect,
    Quirk.REDIRECT_LOOP: performances.redirect_loop,
    Quirk.SOFT_404: performances.soft_404,
    Quirk.NO_CONTENT: performances.no_content,
    Quirk.TOO_MANY_ONCE: performances.status(b"HTTP/1.1 429 Too Many Requests", ((b"Retry-After", b"1"),), 1),
    Quirk.UNAVAILABLE_TWICE: performances.status(b"HTTP/1.1 503 Service Unavailable", (), 2),
    Quirk.STALE: performances.stale,
}
"""How each quirk is performed."""
