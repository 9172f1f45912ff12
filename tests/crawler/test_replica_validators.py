"""A replica that says when its pages were changed, and answers 304."""

from __future__ import annotations

import http.client

from crawler.replica.answers import Answer
from crawler.replica.server import ReplicaServer
from crawler.replica.validators import half, with_validators


def site(path: str) -> Answer | None:
    """Return a page at every path but one."""
    return None if path == "/none" else Answer(body=f"<p>{path}</p>".encode())


def ask(server: ReplicaServer, path: str, **fields: str) -> tuple[int, dict[str, str], bytes]:
    """Return status, headers and body of an answer."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=10)
    connection.request("GET", path, headers={name.replace("_", "-"): value for name, value in fields.items()})
    answer = connection.getresponse()
    found = (answer.status, dict(answer.getheaders()), answer.read())
    connection.close()
    return found


def test_about_half_of_the_addresses_have_validators() -> None:
    """Always the same half; ETag, Last-Modified and both are all among them."""
    chosen = [path for path in (f"/{number}" for number in range(100)) if half(path)]
    assert 30 < len(chosen) < 70
    validating = with_validators(site)
    kinds = set()
    for path in chosen:
        answer = validating(path)
        assert answer is not None
        kinds.add(tuple(name for name, _ in answer.headers if name in {b"ETag", b"Last-Modified"}))
    assert kinds == {(b"ETag",), (b"Last-Modified",), (b"ETag", b"Last-Modified")}
    other = next(path for path in (f"/{number}" for number in range(100)) if not half(path))
    assert validating(other) == site(other)


def test_who_has_it_gets_a_304() -> None:
    """Without a body, with the validators again; another ETag gets the page, whatever the date says."""
    with ReplicaServer(with_validators(site, lambda _: True)) as server:
        path = next(
            path
            for path in (f"/{number}" for number in range(100))
            if {"ETag", "Last-Modified"} <= ask(server, path)[1].keys()
        )
        _, said, body = ask(server, path)
        etag, date = said["ETag"], said["Last-Modified"]
        assert ask(server, path, If_None_Match=etag) == (304, {"ETag": etag, "Last-Modified": date}, b"")
        assert ask(server, path, If_Modified_Since=date)[0] == 304
        assert ask(server, path, If_None_Match='"x"', If_Modified_Since=date)[::2] == (200, body)
        assert ask(server, "/none", If_None_Match=etag)[0] == 404


def test_validators_change_with_the_body() -> None:
    """And with nothing else."""
    changed = with_validators(lambda _: Answer(body=b"new"), lambda _: True)
    same = with_validators(site, lambda _: True)
    for number in range(10):
        path = f"/{number}"
        one, again, other = same(path), same(path), changed(path)
        assert one is not None
        assert other is not None
        assert one == again
        assert one.headers != other.headers
