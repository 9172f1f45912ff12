"""The loopback server behind `replay`: the player, and the archive in the ranges that it asks for (RFC 9110 §14)."""

from __future__ import annotations

import re
from contextlib import suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlsplit

from output.errors import UsageError
from output.replay.player import FILES, PAGE, POLICY

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from output.replay.offered import Offered

HOST = "127.0.0.1"

_RANGE = re.compile(r"bytes=([0-9]*)-([0-9]*)\Z")


class ReplayServer(ThreadingHTTPServer):
    """Serves `offered` and the player's files to this machine alone; `port` 0 is any that is free.

    Raises UsageError when the port can't be had.
    """

    daemon_threads = True

    def __init__(self, offered: Offered, player: Mapping[str, bytes], *, port: int = 0) -> None:
        self.offered = offered
        self.player = player
        try:
            super().__init__((HOST, port), _Handler)
        except (OSError, OverflowError) as error:
            raise UsageError("this port can't be had", where=f"{HOST}:{port}", found=str(error)) from error

    @property
    def url(self) -> str:
        """The address to open in a browser."""
        return f"http://{HOST}:{self.server_port}/"

    @property
    def start(self) -> str:
        """Where the player begins: with the archive that it is to read, at its list of pages.

        A WARC file has no such list; there it is all that was fetched.
        """
        view = "pages" if self.offered.path.endswith(".wacz") else "resources"
        return f"/?source={quote(self.url.rstrip('/') + self.offered.path, safe='')}#view={view}"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing: a browser that hangs up is no error."""


class _Handler(BaseHTTPRequestHandler):
    server: ReplayServer
    protocol_version = "HTTP/1.1"
    server_version = "backissue"
    sys_version = ""

    def do_HEAD(self) -> None:
        """Answer without a body."""
        self._answer()

    def do_GET(self) -> None:
        """Answer."""
        with suppress(ConnectionError):
            self._answer()

    def _answer(self) -> None:
        asked = urlsplit(self.path)
        offered, player = self.server.offered, self.server.player
        # A page from elsewhere whose name was bent to this address (DNS rebinding) names another host.
        if self.headers.get("Host") not in {
            f"{name}:{self.server.server_port}" for name in (HOST, "localhost")
        }:
            self._send(HTTPStatus.FORBIDDEN, {"Content-Type": "text/plain"}, b"not this host\n")
        elif asked.path == offered.path:
            self._send_archive(offered)
        elif asked.path in player:
            self._send(HTTPStatus.OK, {"Content-Type": FILES[asked.path]}, player[asked.path])
        elif asked.path == "/" and not asked.query:
            self._send(HTTPStatus.FOUND, {"Location": self.server.start}, b"")
        elif asked.path in {"/", "/index.html"}:
            policy = {"Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": POLICY}
            self._send(HTTPStatus.OK, policy, PAGE)
        else:
            self._send(HTTPStatus.NOT_FOUND, {"Content-Type": "text/plain"}, b"nothing here\n")

    def _send_archive(self, offered: Offered) -> None:
        headers = {"Content-Type": _media_type(offered.path), "Accept-Ranges": "bytes"}
        asked = self.headers.get("Range")
        wanted = parse_range(asked, offered.size) if asked is not None else None
        if asked is None or wanted is None:
            self._head(HTTPStatus.OK, headers, offered.size)
            self._body(offered.pieces(0, offered.size))
            return
        first, size = wanted
        if not size:
            headers["Content-Range"] = f"bytes */{offered.size}"
            self._send(HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE, headers, b"")
            return
        headers["Content-Range"] = f"bytes {first}-{first + size - 1}/{offered.size}"
        self._head(HTTPStatus.PARTIAL_CONTENT, headers, size)
        self._body(offered.pieces(first, size))

    def _send(self, status: HTTPStatus, headers: Mapping[str, str], body: bytes) -> None:
        self._head(status, headers, len(body))
        self._body((body,))

    def _head(self, status: HTTPStatus, headers: Mapping[str, str], length: int) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(length))
        self.send_header("Cache-Control", "no-cache")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.end_headers()

    def _body(self, pieces: Iterable[bytes]) -> None:
        if self.command != "HEAD":
            for piece in pieces:
                self.wfile.write(piece)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def parse_range(text: str, size: int) -> tuple[int, int] | None:
    """Return first byte and length of what a Range field asks of `size` bytes; length 0 when it can't be met.

    None for what is no single range of bytes, which is then ignored (RFC 9110 §14.2).
    """
    match = _RANGE.match(text.strip())
    if match is None or match[1] == match[2] == "":
        return None
    if not match[1]:
        length = min(int(match[2]), size)
        return size - length, length
    first = int(match[1])
    last = min(int(match[2]), size - 1) if match[2] else size - 1
    if match[2] and int(match[2]) < first:
        return None
    return (first, last - first + 1) if first < size else (first, 0)


def _media_type(path: str) -> str:
    if path.endswith(".wacz"):
        return "application/wacz"
    return "application/warc" if path.endswith(".warc") else "application/gzip"
