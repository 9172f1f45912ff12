"""The replica server does what it is told, and remembers it."""

from __future__ import annotations

import http.client
import socket

import pytest

from crawler.replica.answers import Answer, End, script
from crawler.replica.quirks import Quirk
from crawler.replica.repertoire import PERFORMERS, perform
from crawler.replica.server import ReplicaServer


def test_connections_are_kept_and_remembered() -> None:
    """Several requests on one connection are answered, and the log has both sides' bytes."""
    with ReplicaServer(lambda target: Answer(body=target.encode())) as server:
        connection = http.client.HTTPConnection("127.0.0.1", server.port)
        for target in ["/a", "/b?c=d"]:
            connection.request("GET", target)
            assert connection.getresponse().read() == target.encode()
        connection.close()
    assert [served.target for served in server.log] == ["/a", "/b?c=d"]
    assert server.log[0].request.startswith(b"GET /a HTTP/1.1\r\n")
    assert bytes(server.log[0].sent) == (
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: 2\r\n\r\n/a"
    )


def test_what_the_site_does_not_know_is_not_found() -> None:
    """None is a 404 with a page."""
    with ReplicaServer(lambda _: None) as server:
        connection = http.client.HTTPConnection("127.0.0.1", server.port)
        connection.request("GET", "/nothing")
        assert connection.getresponse().status == 404
        connection.close()


def test_requests_with_bodies_are_read_whole() -> None:
    """The body belongs to the request in the log, not to the next one."""
    with ReplicaServer(lambda _: Answer(body=b"ok")) as server:
        connection = http.client.HTTPConnection("127.0.0.1", server.port)
        connection.request("POST", "/form", body=b"a=1\r\n\r\n")
        assert connection.getresponse().read() == b"ok"
        connection.close()
    assert [served.request[-7:] for served in server.log] == [b"a=1\r\n\r\n"]


def test_nothing_is_remembered_when_speed_counts() -> None:
    """A benchmark's server keeps no log."""
    with ReplicaServer(lambda _: Answer(body=b"ok"), remember=False) as server:
        connection = http.client.HTTPConnection("127.0.0.1", server.port)
        connection.request("GET", "/")
        connection.getresponse().read()
        connection.close()
    assert server.log == []


def test_a_port_in_use_is_an_error_of_the_caller() -> None:
    """The server's thread does not die alone."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        server = ReplicaServer(lambda _: None, port=taken.getsockname()[1])
        with pytest.raises(OSError, match="address already in use"):
            server.__enter__()


def test_every_quirk_has_its_performance() -> None:
    """No name without a script, and each script says or does something."""
    assert set(PERFORMERS) == set(Quirk)
    for quirk in Quirk:
        assert list(perform(Answer(body=b"<p>text</p>" * 40, quirk=quirk), 1))


@pytest.mark.parametrize(
    ("answer", "method", "expected"),
    [
        (Answer(headers=(), body=b"ab"), "GET", b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nab"),
        (Answer(headers=(), body=b"ab"), "HEAD", b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n"),
        (
            Answer(headers=(), body=b"ab", framing="chunked", repeat=2),
            "GET",
            b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n2\r\nab\r\n0\r\n\r\n",
        ),
        (Answer(headers=(), framing="none"), "GET", b"HTTP/1.1 200 OK\r\n\r\n"),
    ],
)
def test_plain_answers_are_framed_as_asked(answer: Answer, method: str, expected: bytes) -> None:
    """By length, by chunks, or not at all."""
    assert b"".join(step for step in script(answer, method=method) if isinstance(step, bytes)) == expected


def test_an_answer_framed_by_the_end_ends_the_connection() -> None:
    """The last step closes."""
    assert list(script(Answer(headers=(), body=b"ab", framing="close")))[-1] == End("close")
