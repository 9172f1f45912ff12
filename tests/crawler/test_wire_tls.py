"""Bytes are taken after TLS, directly and through proxies, and what never left is not said to have."""

from __future__ import annotations

import select
import socket
import ssl
import threading
from contextlib import contextmanager
from socketserver import BaseRequestHandler, ThreadingTCPServer
from typing import TYPE_CHECKING

import pytest

from crawler.replica.answers import Answer
from crawler.replica.certificate import server_context
from crawler.replica.quirks import Quirk
from crawler.replica.server import ReplicaServer, Served
from output.capture import Tls
from tests.crawler.crawl_once import Crawled, crawl

if TYPE_CHECKING:
    from collections.abc import Iterator

QUIRKS = [
    Quirk.ODD_CASE,
    Quirk.CHUNKED_GZIP,
    Quirk.EXCESS,
    Quirk.CLOSE_IN_CHUNK,
    Quirk.NO_BYTES,
    Quirk.SLOW_DRIP,
]


def site(target: str) -> Answer:
    """Answer with a quirk where the path names one."""
    body = b"<p>behind TLS</p>" * 50
    return Answer(body=body, quirk=Quirk(target[1:]) if target[1:] in set(Quirk) else None)


def pairs(log: list[Served]) -> list[tuple[bytes, bytes | None]]:
    """Return what the server received and sent."""
    return [(served.request, bytes(served.sent)) for served in log]


def kept_pairs(crawled: Crawled) -> list[tuple[bytes, bytes | None]]:
    """Return what the keeper was given."""
    return [(kept.request, kept.response) for kept in crawled.kept]


@pytest.mark.parametrize(
    ("version", "expected"),
    [
        (ssl.TLSVersion.TLSv1_3, Tls(version="TLSv1.3", cipher="TLS_AES_256_GCM_SHA384")),
        (ssl.TLSVersion.TLSv1_2, Tls(version="TLSv1.2", cipher="ECDHE-ECDSA-AES256-GCM-SHA384")),
    ],
)
def test_bytes_are_taken_after_tls(version: ssl.TLSVersion, expected: Tls) -> None:
    """Requests and answers are the server's own, and each knows the version and cipher they came under."""
    with ReplicaServer(site, tls=server_context(version)) as server:
        paths = ["plain", "plain2", *QUIRKS]
        crawled = crawl([f"{server.url}/{path}" for path in paths], settings={"RETRY_ENABLED": False})
        assert kept_pairs(crawled) == pairs(server.log)
    assert {kept.tls for kept in crawled.kept} == {expected}
    assert {kept.ip_address for kept in crawled.kept} == {"127.0.0.1"}
    assert len(crawled.pages) == len(paths) - 1


def test_requests_that_never_left_are_empty() -> None:
    """A refused connection and a failed handshake are kept as failures, with no request that was never sent."""
    with socket.socket() as unheard, listening(_Greeting) as greeting:
        unheard.bind(("127.0.0.1", 0))
        refused = f"http://127.0.0.1:{unheard.getsockname()[1]}/"
        no_tls = f"https://127.0.0.1:{greeting}/"
        crawled = crawl([refused, no_tls], settings={"RETRY_ENABLED": False})
    first, second = crawled.kept
    assert (first.request, first.response, first.truncated) == (b"", b"", None)
    assert first.error == "Connection was refused by other side: 111: Connection refused."
    assert (second.request, second.response, second.truncated, second.tls) == (b"", b"", None, None)
    assert second.error == "TLS: wrong version number"
    assert [failure[2] for failure in crawled.failures] == [0, 1]


def test_tunnels_through_a_proxy_are_taken_inside(monkeypatch: pytest.MonkeyPatch) -> None:
    """Through CONNECT the origin's exchange is kept, not the proxy's, and the proxy's address is not."""
    with listening(_Relay) as proxy, ReplicaServer(site, tls=server_context()) as server:
        monkeypatch.setenv("https_proxy", f"http://127.0.0.1:{proxy}")
        crawled = crawl([f"{server.url}/one", f"{server.url}/two"])
        assert kept_pairs(crawled) == pairs(server.log)
    assert [kept.ip_address for kept in crawled.kept] == [None, None]
    assert [kept.tls is not None for kept in crawled.kept] == [True, True]


def test_plain_proxies_leave_no_address(monkeypatch: pytest.MonkeyPatch) -> None:
    """Through a plain proxy the bytes are those given to it, and no address is claimed."""
    with ReplicaServer(lambda _: Answer(body=b"by proxy")) as proxy:
        monkeypatch.setenv("http_proxy", proxy.url)
        crawled = crawl(["http://magazine.example/page"])
        assert kept_pairs(crawled) == pairs(proxy.log)
    (kept,) = crawled.kept
    assert kept.request.startswith(b"GET http://magazine.example/page HTTP/1.1\r\n")
    assert kept.ip_address is None


class _Relay(BaseRequestHandler):
    """A proxy that knows CONNECT alone."""

    def handle(self) -> None:
        asked = b""
        while b"\r\n\r\n" not in asked:
            asked += self.request.recv(4096)
        host, port = asked.split()[1].decode().split(":")
        with socket.create_connection((host, int(port))) as origin:
            self.request.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
            other = {origin: self.request, self.request: origin}
            while True:
                for ready in select.select(list(other), [], [])[0]:
                    data = ready.recv(65536)
                    if not data:
                        return
                    other[ready].sendall(data)


class _Greeting(BaseRequestHandler):
    """Speaks first and plainly, as mail servers do, then waits for the other to go."""

    def handle(self) -> None:
        self.request.sendall(b"220 mail.example ESMTP ready\r\n")
        while self.request.recv(4096):
            pass


class _Server(ThreadingTCPServer):
    daemon_threads = True


@contextmanager
def listening(handler: type[BaseRequestHandler]) -> Iterator[int]:
    """Run a server on loopback and give its port."""
    with _Server(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        yield server.server_address[1]
        server.shutdown()
        thread.join()
