"""An HTTP/1.1 server on loopback that says exactly what it is told to, and remembers every byte.

It knows nothing of HTTP but where a request ends and whether its sender has the page already (by the validators in
an answer, if it has any); what it sends is an `Answer`, performed with its quirk.
"""

from __future__ import annotations

import asyncio
import re
import socket
import struct
import threading
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self

from crawler.replica.answers import Answer, End, Pause, Site
from crawler.replica.performances import QUERY
from crawler.replica.repertoire import perform
from crawler.replica.validators import unless_modified

if TYPE_CHECKING:
    import ssl
    from types import TracebackType

NOT_FOUND = Answer(
    status_line=b"HTTP/1.1 404 Not Found",
    body=b"<html><title>404</title><p>There is no such page.</p></html>",
)

_LENGTH = re.compile(rb"(?im)^content-length:[ \t]*([0-9]+)")
_LONGEST_HEAD = 1 << 20
_NO_LINGER = struct.pack("ii", 1, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """One request as it came in and the answer as it went out, byte for byte."""

    target: str
    method: str
    request: bytes
    sent: bytearray = field(default_factory=bytearray)


class ReplicaServer:
    """Serves `site` from a thread of its own, as a context manager; the port is any that is free.

    `log` has every exchange in the order in which they began; with `remember=False` it stays empty.
    """

    def __init__(
        self,
        site: Site,
        *,
        tls: ssl.SSLContext | None = None,
        host: str = "127.0.0.1",
        port: int = 0,
        remember: bool = True,
    ) -> None:
        self.log: list[Served] = []
        self._site = site
        self._tls = tls
        self._host = host
        self._port = port
        self._remember = remember
        self._asked: Counter[str] = Counter()
        self._loop = asyncio.new_event_loop()
        self._started = threading.Event()
        self._stop = asyncio.Event()
        self._failure: OSError | None = None
        self._thread = threading.Thread(target=self._run, name="replica", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        self._started.wait()
        if self._failure is not None:
            self._thread.join()
            raise self._failure
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join()

    @property
    def port(self) -> int:
        """The port that is listened on."""
        return self._port

    @property
    def url(self) -> str:
        """The address of the site's root, without the slash."""
        return f"{'http' if self._tls is None else 'https'}://{self._host}:{self._port}"

    def _run(self) -> None:
        try:
            self._loop.run_until_complete(self._serve())
        finally:
            self._started.set()
            self._loop.close()

    async def _serve(self) -> None:
        try:
            server = await asyncio.start_server(
                self._connection, self._host, self._port, ssl=self._tls, limit=_LONGEST_HEAD
            )
        except OSError as error:
            self._failure = error
            return
        self._port = server.sockets[0].getsockname()[1]
        self._started.set()
        await self._stop.wait()
        server.close()
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)

    async def _connection(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        end: End | None = None
        with suppress(ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            while end is None:
                head = await reader.readuntil(b"\r\n\r\n")
                length = _LENGTH.search(head)
                body = await reader.readexactly(int(length[1])) if length else b""
                end = await self._answer(head + body, writer)
            if end.how == "hang":
                # Until the client goes, or the server stops.
                await reader.read()
        if end is not None and end.how == "reset":
            raw: socket.socket = writer.get_extra_info("socket")
            raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _NO_LINGER)
            writer.transport.abort()
        writer.close()

    async def _answer(self, request: bytes, writer: asyncio.StreamWriter) -> End | None:
        method, target = request.split(b" ", 2)[:2]
        served = Served(target=target.decode("latin-1"), method=method.decode("latin-1"), request=request)
        if self._remember:
            self.log.append(served)
        answer, nth = self._find(served.target)
        answer = unless_modified(answer, request)
        for step in perform(answer, nth, method=served.method):
            if isinstance(step, End):
                return step
            if isinstance(step, Pause):
                await asyncio.sleep(step.seconds)
                continue
            if self._remember:
                served.sent.extend(step)
            writer.write(step)
            await writer.drain()
        return None

    def _find(self, target: str) -> tuple[Answer, int]:
        path, _, query = target.partition("?")
        # A redirect's address is the same page, and goes on with its count.
        known = path if query.startswith(QUERY.decode()) else target
        self._asked[known] += 1
        return self._site(known) or NOT_FOUND, self._asked[known]
