"""Where a page sends its reader by itself: a meta refresh (HTML §4.2.5.3), as sites did before they redirected."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import urljoin

_HEAD = 8192
"""Bytes of a page that are looked at; a page that only sends on is short."""

_META = re.compile(rb"<meta\b[^>]*http-equiv\s*=\s*[\"']?\s*refresh\b[^>]*>", re.IGNORECASE)
_CONTENT = re.compile(rb"\bcontent\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+))", re.IGNORECASE)
_TARGET = re.compile(r"\s*[\d.]+\s*[;,\s]\s*(?:url\s*=\s*)?[\"']?([^\"'\s]+)", re.IGNORECASE)


def refresh_target(body: bytes, url: str) -> str | None:
    """Return the absolute address that the page in `body` at `url` sends on to, None when it stays.

    A page that only refreshes itself stays. Never raises.
    """
    meta = _META.search(body[:_HEAD])
    content = _CONTENT.search(meta[0]) if meta else None
    if content is None:
        return None
    written = unescape((content[1] or content[2] or content[3] or b"").decode("latin-1"))
    target = _TARGET.match(written)
    if target is None:
        return None
    try:
        absolute = urljoin(url, target[1]).split("#", 1)[0]
    except ValueError:
        return None
    return None if absolute == url or not absolute.startswith(("http://", "https://")) else absolute
