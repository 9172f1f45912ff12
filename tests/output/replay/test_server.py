"""The loopback server: ranges of an archive, the player's files, and no one else's requests."""

from __future__ import annotations

import http.client
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from output.errors import ArchiveError, UsageError
from output.replay.offered import offer
from output.replay.player import FILES, read_player
from output.replay.server import ReplayServer, parse_range
from output.wacz import pack
from tests.output.packing import small_collection

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

PLAYER = dict.fromkeys(FILES, b"// the player\n")


@contextmanager
def serving(path: Path) -> Iterator[ReplayServer]:
    """Serve an archive from a thread."""
    with ReplayServer(offer(path, title="The Steppe"), PLAYER) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


def ask(
    server: ReplayServer, path: str, method: str = "GET", headers: Mapping[str, str] | None = None
) -> tuple[int, dict[str, str], bytes]:
    """Ask the server and return status, headers by their names in lower case, and body."""
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=10)
    try:
        connection.request(method, path, headers=dict(headers or {}))
        answer = connection.getresponse()
        return answer.status, {key.lower(): value for key, value in answer.getheaders()}, answer.read()
    finally:
        connection.close()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("bytes=0-", (0, 100)),
        ("bytes=0-0", (0, 1)),
        ("bytes=90-200", (90, 10)),
        ("bytes=-7", (93, 7)),
        ("bytes=-700", (0, 100)),
        ("bytes=100-", (100, 0)),
        ("bytes=-0", (100, 0)),
        ("bytes=5-4", None),
        ("bytes=-", None),
        ("bytes=0-1,5-6", None),
        ("lines=0-1", None),
    ],
)
def test_ranges_are_read_as_the_standard_says(text: str, wanted: tuple[int, int] | None) -> None:
    """First byte and length of 100; nothing to send is length 0, no single range of bytes is none (RFC 9110 §14)."""
    assert parse_range(text, 100) == wanted


def test_the_root_leads_to_the_player_and_the_archive(tmp_path: Path) -> None:
    """The player is told the archive's address, and may speak to this server alone."""
    with serving(small_collection(tmp_path / "c")) as server:
        status, headers, _ = ask(server, "/")
        assert status == 302
        assert headers["location"].startswith(f"/?source=http%3A%2F%2F127.0.0.1%3A{server.server_port}%2Fc-")
        status, headers, page = ask(server, headers["location"].partition("#")[0])
        assert (status, headers["content-type"]) == (200, "text/html; charset=utf-8")
        assert headers["content-security-policy"].startswith("default-src 'self' ")
        assert b"<replay-app-main>" in page
        status, headers, body = ask(server, "/sw.js")
        assert (status, headers["content-type"], body) == (
            200,
            "text/javascript; charset=utf-8",
            b"// the player\n",
        )
        assert ask(server, "/else")[0] == 404


def test_a_collection_is_served_as_the_package_it_would_be(tmp_path: Path) -> None:
    """Whole, in ranges, and its head alone."""
    collection = small_collection(tmp_path / "c")
    data = pack(collection, tmp_path / "a.wacz", title="The Steppe").path.read_bytes()
    with serving(collection) as server:
        path = server.offered.path
        status, headers, body = ask(server, path)
        assert (status, headers["accept-ranges"], headers["content-type"]) == (
            200,
            "bytes",
            "application/wacz",
        )
        assert body == data
        status, headers, body = ask(server, path, headers={"Range": "bytes=100-299"})
        assert (status, headers["content-range"]) == (206, f"bytes 100-299/{len(data)}")
        assert body == data[100:300]
        status, headers, body = ask(server, path, headers={"Range": f"bytes={len(data)}-"})
        assert (status, headers["content-range"], body) == (416, f"bytes */{len(data)}", b"")
        status, headers, body = ask(server, path, "HEAD")
        assert (status, headers["content-length"], body) == (200, str(len(data)), b"")


def test_another_archive_has_another_address(tmp_path: Path) -> None:
    """The player keeps what it has read by its address."""
    before = offer(small_collection(tmp_path / "c"), title="The Steppe").path
    with (tmp_path / "c/collection.toml").open("a") as stream:
        stream.write("# more\n")
    after = offer(tmp_path / "c", title="The Steppe").path
    assert before != after
    assert offer(tmp_path / "c", title="The Steppe").path == after


def test_files_are_known_by_their_first_bytes(tmp_path: Path) -> None:
    """A WACZ, a WARC file plain or gzipped, whatever they are called."""
    collection = small_collection(tmp_path / "c")
    package = pack(collection, tmp_path / "a.wacz", title="The Steppe").path
    (tmp_path / "zip").write_bytes(package.read_bytes())
    (tmp_path / "plain").write_bytes(b"WARC/1.1\r\n")
    (warc,) = (collection / "archive").iterdir()
    for name, suffix in (("zip", ".wacz"), ("plain", ".warc")):
        assert offer(tmp_path / name, title="").path.endswith(suffix)
    with serving(warc) as server:
        assert server.offered.path.endswith(".warc.gz")
        assert server.start.endswith(".warc.gz#view=resources")
        assert ask(server, server.offered.path)[2] == warc.read_bytes()


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (b"filedesc://a.arc 0.0.0.0", "an ARC file; expected a WARC file"),
        (b"<html>", "no archive; expected a collection, a WACZ or a WARC file"),
        (b"", "no archive; expected a collection, a WACZ or a WARC file"),
        (None, "no such file or folder"),
    ],
)
def test_what_is_no_archive_is_refused(tmp_path: Path, content: bytes | None, line: str) -> None:
    """In one line that says what it is."""
    path = tmp_path / "a"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(UsageError) as caught:
        offer(path, title="")
    assert str(caught.value).startswith(f"{path}: {line}")


def test_a_collection_without_its_index_is_refused(tmp_path: Path) -> None:
    """It says how to make it."""
    (small_collection(tmp_path / "c") / "indexes/index.cdxj").unlink()
    with pytest.raises(ArchiveError, match="backissue rebuild makes it"):
        offer(tmp_path / "c", title="")


def test_a_page_from_elsewhere_gets_nothing(tmp_path: Path) -> None:
    """A host name bent to this address is not ours."""
    with serving(small_collection(tmp_path / "c")) as server:
        assert ask(server, "/ui.js", headers={"Host": "evil.example"})[0] == 403
        assert ask(server, "/ui.js", headers={"Host": f"localhost:{server.server_port}"})[0] == 200


def test_a_port_in_use_is_told(tmp_path: Path) -> None:
    """The port is named."""
    offered = offer(small_collection(tmp_path / "c"), title="")
    with ReplayServer(offered, PLAYER) as server, pytest.raises(UsageError) as caught:
        ReplayServer(offered, PLAYER, port=server.server_port)
    assert str(caught.value).startswith(f"127.0.0.1:{server.server_port}: this port can't be had; found ")


def test_without_the_player_it_says_how_to_get_it(tmp_path: Path) -> None:
    """One line with the command."""
    with pytest.raises(UsageError) as caught:
        read_player(tmp_path)
    assert str(caught.value) == (
        f"{tmp_path}: ReplayWeb.page is not here; expected make replay-assets (once, with npm)"
    )
