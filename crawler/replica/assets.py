"""The replica's images, style sheets, scripts and icon: small, valid, and our own."""

from __future__ import annotations

import base64
import struct
import zlib
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Asset:
    """A requisite's bytes and the Content-Type it is served with."""

    content_type: str
    body: bytes


_GIF = base64.b64decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7")


def gif(name: str) -> Asset:
    """Return a one-pixel GIF whose comment is `name`, so that no two files have the same bytes."""
    comment = name.encode("ascii")[:255]
    return Asset("image/gif", _GIF[:-1] + b"!\xfe" + bytes([len(comment)]) + comment + b"\x00;")


def png(width: int, height: int) -> Asset:
    """Return a grey PNG of that size."""
    rows = b"".join(b"\x00" + b"\x7f" * width for _ in range(height))
    chunks = (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)),
        (b"IDAT", zlib.compress(rows)),
        (b"IEND", b""),
    )
    packed = (struct.pack(">I", len(d)) + k + d + struct.pack(">I", zlib.crc32(k + d)) for k, d in chunks)
    return Asset("image/png", b"\x89PNG\r\n\x1a\n" + b"".join(packed))


def icon() -> Asset:
    """Return an icon file (ICO) that holds a 16 by 16 PNG."""
    image = png(16, 16).body
    return Asset(
        "image/x-icon", struct.pack("<HHHBBBBHHII", 0, 1, 1, 16, 16, 0, 0, 1, 8, len(image), 22) + image
    )


def css(text: str) -> Asset:
    """Return a style sheet."""
    return Asset("text/css", text.encode())


def script(text: str) -> Asset:
    """Return a script."""
    return Asset("application/javascript", text.encode())


def usual(root: str = "") -> dict[str, Asset]:
    """Return a site's usual requisites under the folder `root`; the sheets name two more by url() and @import.

    `main.css` imports `print.css` and shows `bg.gif`; `print.css` shows `rule.gif`.
    """
    return {
        f"{root}/css/main.css": css(
            '@import url("print.css");\nbody { background: #fff url(../img/bg.gif) repeat-x; font: 13px Arial }\n'
        ),
        f"{root}/css/print.css": css(
            "@media print { .nav { display: none } }\nhr { background: url('../img/rule.gif') }\n"
        ),
        f"{root}/img/bg.gif": gif("bg"),
        f"{root}/img/rule.gif": gif("rule"),
        f"{root}/img/logo.gif": gif("logo"),
        f"{root}/img/logo-2x.gif": gif("logo at twice the size"),
        f"{root}/js/site.js": script("function toTop() { window.scrollTo(0, 0); }\n"),
        "/favicon.ico": icon(),
    }
