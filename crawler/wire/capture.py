"""The bytes of each attempt, copied where they pass: at the connection's protocol, after TLS, before parsing.

A `Recording` belongs to one Scrapy request. It rides on Twisted's Request object, because context variables
are lost where a new connection is made. Twisted sends a request again by itself when a kept connection turns
out dead, so there may be several attempts.
"""

from __future__ import annotations

from contextvars import ContextVar
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from scrapy.core.downloader.handlers.http11 import _LenientHTTP11ClientFactory, _LenientHTTP11ClientProtocol
from twisted.internet.error import ConnectionDone
from twisted.internet.interfaces import IHandshakeListener
from twisted.internet.protocol import connectionDone
from twisted.web.client import HTTPConnectionPool
from zope.interface import implementer  # type: ignore[import-untyped]

from crawler.wire.tolerant import TolerantParser
from output.capture import Tls
from output.spool import Spool

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable
    from pathlib import Path

    from twisted.internet.defer import Deferred
    from twisted.internet.interfaces import IAddress, IStreamClientEndpoint
    from twisted.python.failure import Failure
    from twisted.web._newclient import HTTP11ClientProtocol
    from twisted.web.iweb import IResponse


class Attempt:
    """One try of one request on one connection, while it goes on."""

    __slots__ = (
        "address",
        "complete",
        "cut",
        "date",
        "ended",
        "excess",
        "lost",
        "received",
        "sent",
        "tls",
    )

    def __init__(self, *, spool_folder: Path | None) -> None:
        self.date = datetime.now(UTC)
        self.sent: list[bytes] = []
        self.received = Spool(folder=spool_folder)
        self.excess = 0
        self.complete = False
        self.cut = False
        """Whether the record limit was reached."""
        self.ended = False
        """Whether bytes that still come belong to nobody."""
        self.lost: BaseException | None = None
        """Why the connection ended, None while it has not."""
        self.address: str | None = None
        self.tls: Tls | None = None


class Recording:
    """All attempts at one request of Scrapy's, and what limits them (in bytes, 0 for none)."""

    __slots__ = ("attempts", "body_capped", "body_limit", "failure", "record_limit", "spool_folder")

    def __init__(self, *, spool_folder: Path | None, record_limit: int, body_limit: int) -> None:
        self.spool_folder = spool_folder
        self.record_limit = record_limit
        self.body_limit = body_limit
        self.attempts: list[Attempt] = []
        self.body_capped = False
        self.failure: OSError | None = None
        """Why bytes could not be spooled, None when they could."""

    def attempt(self) -> Attempt:
        """Begin an attempt."""
        self.attempts.append(Attempt(spool_folder=self.spool_folder))
        return self.attempts[-1]

    def end(self) -> None:
        """Let what may still arrive belong to nobody."""
        for attempt in self.attempts:
            attempt.ended = True

    def close(self) -> None:
        """End, and give the spools back."""
        self.end()
        for attempt in self.attempts:
            attempt.received.close()


CURRENT: ContextVar[Recording | None] = ContextVar("backissue_recording", default=None)
"""The recording of the request for which the pool is asked for a connection; read in that very call."""


class RecordingPool(HTTPConnectionPool):
    """Twisted's pool, whose connections record."""

    def __init__(self, reactor: Any, *, persistent: bool = True) -> None:
        super().__init__(reactor, persistent=persistent)  # type: ignore[no-untyped-call]
        self._factory = RecordingFactory

    def getConnection(  # noqa: N802 - Twisted's name
        self, key: Hashable, endpoint: IStreamClientEndpoint
    ) -> Deferred[HTTP11ClientProtocol]:
        """Give a connection that ties the request it is given to the current recording."""
        found = super().getConnection(key, endpoint)
        recording = CURRENT.get()
        if recording is None:
            return found
        tied: Deferred[Any] = found.addCallback(lambda connection: _Tied(connection, recording))
        return tied


class _Tied:
    """A connection as the Agent sees it: all it does with one is to make a request."""

    def __init__(self, connection: HTTP11ClientProtocol, recording: Recording) -> None:
        self._connection = connection
        self._recording = recording

    def request(self, request: Any) -> Deferred[IResponse]:
        tied: Any = RecordedRequest(request, self._recording)
        return self._connection.request(tied)


class RecordedRequest:
    """Twisted's request and the recording it belongs to, whose latest attempt gets what is written."""

    def __init__(self, request: Any, recording: Recording) -> None:
        self._request = request
        self.recording = recording

    def writeTo(self, transport: Any) -> Any:  # noqa: N802 - Twisted's name
        """Write the request to `transport`."""
        return self._request.writeTo(_Tee(transport, self.recording.attempts[-1]))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._request, name)


class _Tee:
    """The transport a request is written to, copying what is written."""

    def __init__(self, transport: Any, attempt: Attempt) -> None:
        self._transport = transport
        self._attempt = attempt

    def write(self, data: bytes) -> None:
        self._attempt.sent.append(bytes(data))
        self._transport.write(data)

    def writeSequence(self, pieces: Iterable[bytes]) -> None:  # noqa: N802 - Twisted's name
        self.write(b"".join(pieces))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._transport, name)


@implementer(IHandshakeListener)
class RecordingProtocol(_LenientHTTP11ClientProtocol):
    """One connection: what it sends and receives goes into the attempt under way."""

    _attempt: Attempt | None = None
    _recording: Recording | None = None
    _tls: Tls | None = None

    def handshakeCompleted(self) -> None:  # noqa: N802 - Twisted's name
        """Take down the TLS version and cipher, and that what was written has left."""
        connection = self.transport.getHandle()  # type: ignore[union-attr]
        self._tls = Tls(
            version=connection.get_protocol_version_name(), cipher=connection.get_cipher_name() or ""
        )
        if self._attempt is not None:
            self._attempt.tls = self._tls

    def request(self, request: Any) -> Deferred[IResponse]:
        """Send `request`; each call is an attempt."""
        if not isinstance(request, RecordedRequest) or self.state != "QUIESCENT":
            return super().request(request)
        self._recording = recording = request.recording
        self._attempt = attempt = recording.attempt()
        attempt.tls = self._tls
        transport: Any = self.transport
        attempt.address = getattr(transport.getPeer(), "host", None)
        answer = super().request(request)  # type: ignore[arg-type]
        # As Scrapy does itself: HTTP11ClientProtocol.request() offers no other way to choose the parser.
        self._parser.__class__ = TolerantParser
        if recording.body_limit:
            answer.addCallback(_cap, recording)
        return answer

    def dataReceived(self, data: bytes) -> None:  # noqa: N802 - Twisted's name
        """Keep `data`, then let it be parsed."""
        attempt, recording = self._attempt, self._recording
        if attempt is None or recording is None or attempt.ended:
            super().dataReceived(data)  # type: ignore[no-untyped-call]
            return
        if recording.record_limit and attempt.received.size + len(data) > recording.record_limit:
            data = data[: recording.record_limit - attempt.received.size]
            attempt.cut = True
        try:
            attempt.received.write(data)
        except OSError as error:
            recording.failure = error
        if data and recording.failure is None:
            super().dataReceived(data)  # type: ignore[no-untyped-call]
        if attempt.cut or recording.failure is not None:
            attempt.ended = True
            self.transport.abortConnection()  # type: ignore[union-attr]

    def connectionLost(self, reason: Failure = connectionDone) -> None:  # noqa: N802 - Twisted's name
        """Note why the connection ended."""
        attempt = self._attempt
        if attempt is not None:
            attempt.lost = reason.value
        super().connectionLost(reason)  # type: ignore[no-untyped-call]
        if attempt is not None:
            attempt.ended = True
            self._attempt = self._recording = None

    def _finishResponse(self, rest: bytes) -> None:  # noqa: N802 - Twisted's name
        attempt, self._attempt = self._attempt, None
        if attempt is not None and not attempt.ended:
            attempt.excess = len(rest)
            # A body that ends with its connection is whole only if that ended in order (RFC 9112 §9.8).
            attempt.complete = attempt.lost is None or isinstance(attempt.lost, ConnectionDone)
            attempt.ended = True
        super()._finishResponse(rest)


class RecordingFactory(_LenientHTTP11ClientFactory):
    """Makes recording connections."""

    def buildProtocol(self, addr: IAddress | None) -> HTTP11ClientProtocol:  # noqa: ARG002, N802 - Twisted's
        """Make one."""
        return RecordingProtocol(self._quiescentCallback)  # type: ignore[no-untyped-call]


def _cap(response: Any, recording: Recording) -> Any:
    """Let at most the recording's body limit of `response`'s body reach whoever asks for it."""
    deliver = response.deliverBody
    response.deliverBody = lambda protocol: deliver(_Capped(protocol, recording))
    return response


class _Capped:
    """A reader of a body that is given its beginning only."""

    def __init__(self, protocol: Any, recording: Recording) -> None:
        self._protocol = protocol
        self._recording = recording
        self._left = recording.body_limit

    def dataReceived(self, data: bytes) -> None:  # noqa: N802 - Twisted's name
        piece = data[: self._left]
        self._left -= len(piece)
        if piece:
            self._protocol.dataReceived(piece)
        if len(piece) < len(data):
            self._recording.body_capped = True

    def __getattr__(self, name: str) -> Any:
        return getattr(self._protocol, name)
