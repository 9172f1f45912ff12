"""The transfer decoder in Twisted's shape: same data whole and byte by byte, and an honest end."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from twisted.web.http import PotentialDataLoss, _DataLoss

from crawler.wire.tolerant import ChunkDecoder

CHUNKED = {
    "plain": b"3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n",
    "lower-case size": b"00a\r\n0123456789\r\n0\r\n\r\n",
    "blank before an extension": b"3 ;x=1\r\nabc\r\n2;y\r\nde\r\n0\r\n\r\n",
    "bare LF": b"3\nabc\n2\nde\n0\n\n",
    "trailers": b"5\r\nabcde\r\n0\r\nX-Sum: 1\r\n\r\n",
}


class Decoded(NamedTuple):
    """What a decoder gave: the body, and the bytes after it, None while it has not ended."""

    body: bytes
    rest: bytes | None


def decode(pieces: list[bytes], *, end: bool = False) -> Decoded:
    """Feed `pieces`, and the end of the connection after them when `end`."""
    body: list[bytes] = []
    rest: list[bytes] = []
    decoder = ChunkDecoder(body.append, rest.append)
    for piece in pieces:
        decoder.dataReceived(piece)
    if end:
        decoder.noMoreData()
    return Decoded(b"".join(body), rest[0] if rest else None)


@pytest.mark.parametrize("name", list(CHUNKED))
def test_chunks_are_undone_alike_whole_and_byte_by_byte(name: str) -> None:
    """How the bytes arrive makes no difference, and what follows the message is handed back."""
    raw = CHUNKED[name]
    whole = decode([raw + b"HTTP/1.1 200"])
    single = decode([raw[at : at + 1] for at in range(len(raw))])
    assert whole.body == single.body
    assert whole.body in {b"abcde", b"0123456789"}
    assert (whole.rest, single.rest) == (b"HTTP/1.1 200", b"")


def test_the_end_of_the_connection_after_the_last_chunk_is_in_order() -> None:
    """Nothing is raised when all was there."""
    assert decode([CHUNKED["plain"]], end=True).body == b"abcde"


def test_a_body_that_stops_between_chunks_is_lost_data() -> None:
    """Twisted's word for it makes Scrapy flag the Response."""
    with pytest.raises(_DataLoss):
        decode([b"3\r\nabc\r\n"], end=True)


def test_a_body_that_was_never_chunked_is_handed_on() -> None:
    """Whatever the header says: all of it, up to the end of the connection."""
    assert decode([b"<ht", b"ml>\r\n", b"text"]).body == b"<html>\r\ntext"
    with pytest.raises(PotentialDataLoss):
        decode([b"<html>\r\n"], end=True)


def test_framing_that_breaks_later_is_an_error() -> None:
    """After a whole chunk the body was chunked, and what follows is not its text."""
    with pytest.raises(ValueError, match="chunked: no chunk size but b'zz"):
        decode([b"3\r\nabc\r\nzz\r\n"])
