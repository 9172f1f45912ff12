"""A response parser as forgiving as a browser: what servers really send must not cost their pages.

Twisted 26.10 drops the connection, and with it what was still to come, on a blank before a header's colon, a
non-ASCII header name, a header line of more than 16 KiB, blanks before a chunk extension, `Transfer-Encoding:
identity` or `gzip, chunked`, and two Content-Lengths that differ. Only the reading is forgiving: the archive
has the bytes as they came.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from scrapy.core.downloader.handlers.http11 import _LenientHTTPClientParser
from twisted.web._newclient import HEADER
from twisted.web.http import PotentialDataLoss, _DataLoss

from output.chunked import Dechunker

if TYPE_CHECKING:
    from collections.abc import Callable

_STATUS_LINE = re.compile(rb"(HTTP/[0-9]\.[0-9])[ \t]+([0-9]{3})(?![0-9])[ \t]?(.*)", re.DOTALL)
_LONGEST_LINE = 1 << 20


class ChunkDecoder:
    """Twisted's transfer decoder interface over the archive's own reader of chunks, so that both agree.

    Framing that breaks after a whole chunk raises ValueError, which ends the connection. A body that was
    never chunked, whatever its header says, is handed on as it is, up to the end of the connection.
    """

    def __init__(self, data: Callable[[bytes], object], finish: Callable[[bytes], object]) -> None:
        self._data = data
        self._finish = finish
        self._dechunker = Dechunker(data)
        self._doubtful = b""
        self._raw = False

    def dataReceived(self, data: bytes) -> None:  # noqa: N802 - Twisted's name
        """Take the next bytes of the body."""
        if self._raw:
            self._data(data)
            return
        if not self._dechunker.plausible:
            self._doubtful += data
        before = self._dechunker.consumed
        self._dechunker.feed(data)
        if self._dechunker.done:
            self._finish(data[self._dechunker.consumed - before :])
        elif self._dechunker.plausible:
            self._doubtful = b""
        if self._dechunker.error is not None:
            if self._dechunker.plausible:
                raise ValueError(f"chunked: {self._dechunker.error}")
            self._raw = True
            self._data(self._doubtful)

    def noMoreData(self) -> None:  # noqa: N802 - Twisted's name
        """Say how the body ended, in Twisted's way: by raising, when its end is uncertain or missing."""
        if self._raw:
            self._finish(b"")
            raise PotentialDataLoss
        if not self._dechunker.done:
            raise _DataLoss(self._dechunker.error or "the body ended between its chunks")


class TolerantParser(_LenientHTTPClientParser):
    """Scrapy's lenient response parser, more lenient.

    It has no state of its own, since Scrapy and we put it in place by changing a parser's class.
    """

    MAX_LENGTH = _LONGEST_LINE
    _transferDecoders = {b"chunked": ChunkDecoder}  # type: ignore[dict-item]  # noqa: N815, RUF012 - Twisted's

    def lineReceived(self, line: bytes) -> None:  # noqa: N802 - Twisted's name
        """Take a line of the head; a folded one with no field before it is skipped."""
        if self.state == HEADER and line[:1] in {b" ", b"\t"} and self._partialHeader is None:
            return
        super().lineReceived(line)

    def statusReceived(self, status: bytes) -> None:  # noqa: N802 - Twisted's name
        """Take the status line; blanks too many are one."""
        match = _STATUS_LINE.match(status)
        if match is not None:
            status = b" ".join(match.groups())
        super().statusReceived(status)  # type: ignore[no-untyped-call]

    def headerReceived(self, name: bytes, value: bytes) -> None:  # noqa: N802 - Twisted's name
        """Take one field; a name that Twisted can't hold is left out of the parsed head."""
        try:
            super().headerReceived(name.strip(), value)  # type: ignore[no-untyped-call]
        except ValueError:
            return

    def allHeadersReceived(self) -> None:  # noqa: N802 - Twisted's name
        """Settle how the body is framed, then go on as Twisted does."""
        self._settle_transfer_codings()
        self._settle_content_length()
        super().allHeadersReceived()  # type: ignore[no-untyped-call]

    def _settle_transfer_codings(self) -> None:
        listed = b",".join(self.connHeaders.getRawHeaders(b"Transfer-Encoding") or []).lower().split(b",")
        codings = [name for coding in listed if (name := coding.split(b";", 1)[0].strip())]
        if b"chunked" in codings:
            self.connHeaders.setRawHeaders(b"Transfer-Encoding", [b"chunked"])
        else:
            self.connHeaders.removeHeader(b"Transfer-Encoding")
        # What is left of `gzip, chunked` lies over the content codings and is undone with them.
        for coding in codings:
            if coding not in {b"chunked", b"identity"}:
                self.headers.addRawHeader(b"Content-Encoding", coding)

    def _settle_content_length(self) -> None:
        values = self.connHeaders.getRawHeaders(b"Content-Length")
        if values is None:
            return
        # RFC 9110 §8.6 has a client refuse lengths that differ; which is right can't be known: the last.
        lengths = [length for value in b",".join(values).split(b",") if (length := value.strip()).isdigit()]
        if lengths:
            self.connHeaders.setRawHeaders(b"Content-Length", lengths[-1:])
        else:
            self.connHeaders.removeHeader(b"Content-Length")
