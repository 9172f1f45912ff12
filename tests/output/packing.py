"""A small collection to be packed: a page with a style sheet and an image, another page, and what is no page."""

from __future__ import annotations

import struct
import zlib
from datetime import timedelta
from typing import TYPE_CHECKING

from tests.output.exchanged import DATE, collection, exchange

if TYPE_CHECKING:
    from pathlib import Path

HOME = "http://www.example.com/"
STORY = "http://www.example.com/2005/4/steppe.html"
STYLE = "http://www.example.com/style.css"
IMAGE = "http://www.example.com/yurt.png"


def png(width: int = 40, height: int = 30) -> bytes:
    """Return a red PNG image."""
    rows = b"".join(b"\0" + b"\xff\0\0" * width for _ in range(height))
    parts = (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(rows)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in parts
    )


def answer(body: bytes, mime: str, status: str = "200 OK") -> bytes:
    """Return an HTTP response."""
    return f"HTTP/1.1 {status}\r\nContent-Type: {mime}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body


ANSWERS = {
    "http://www.example.com/robots.txt": answer(b"User-agent: *\nAllow: /\n", "text/plain"),
    HOME: answer(
        b'<title>Home</title><p><a href="/2005/4/steppe.html">Wind over the steppe</a>', "text/html"
    ),
    STORY: answer(
        b'<title>Steppe</title><link rel="stylesheet" href="/style.css"><h1>Wind over the steppe</h1>'
        b'<p id="text">The wind comes from the north.</p><img id="yurt" src="/yurt.png" alt="a yurt">',
        "text/html; charset=utf-8",
    ),
    STYLE: answer(b"h1 { color: rgb(0, 0, 255) }", "text/css"),
    IMAGE: answer(png(), "image/png"),
    "http://www.example.com/gone.html": answer(b"<p>no such page", "text/html", "404 Not Found"),
}


def small_collection(path: Path, *more: bytes) -> Path:
    """Make the collection at `path` and return it; `more` are further answers."""
    answers = ANSWERS | {f"http://www.example.com/more/{at}": one for at, one in enumerate(more)}
    with collection(path) as kept:
        for at, (url, response) in enumerate(answers.items()):
            asked = exchange(response, target_uri=url, date=DATE + timedelta(seconds=at))
            kept.add(asked)
            asked.response.close()
    return path
