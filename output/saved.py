"""Pages kept as plain files: saved HTML and text dumps, read as if they had been fetched."""

from __future__ import annotations

import hashlib
import html
import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from output.capture import Capture
from output.errors import UsageError
from output.http import BODY_LIMIT
from output.memento import Memento

if TYPE_CHECKING:
    from pathlib import Path

MIMES = {
    ".html": b"text/html",
    ".htm": b"text/html",
    ".xhtml": b"application/xhtml+xml",
    ".txt": b"text/plain",
}
"""The suffixes of saved pages, and the media types they stand for."""

_LOOKED_AT = 1 << 16
_CANONICAL = re.compile(rb"<link\b[^>]*\brel\s*=\s*[\"']?canonical\b[^>]*>", re.IGNORECASE)
_HREF = re.compile(rb"\bhref\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+))", re.IGNORECASE)
# Browsers write `saved from url=(0026)http://…`, SingleFile a line `url: http://…` in its comment.
_SAVED_FROM = re.compile(rb"<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)([^\s>]+)")


def read_saved(path: Path, *, url: str | None = None) -> Memento:
    """Return the saved page at `path` as a memento with source `file`.

    Its address is `url`, else what the page says of itself (canonical link, the comment a browser leaves
    when saving), else the file's own URI. The date is the file's last change, to the second, in UTC: nothing
    else about a saved page is both there and the same at the next reading. Raises UsageError when it can't
    be read.
    """
    try:
        changed = int(path.stat().st_mtime)
        with path.open("rb") as stream:
            body = stream.read(BODY_LIMIT + 1)
    except OSError as error:
        raise UsageError(f"can't be read ({error.strerror})", where=str(path)) from error
    mime = MIMES[path.suffix.lower()]
    own = stated_url(body) if mime != b"text/plain" else None
    capture = Capture(
        target_uri=url or own or path.resolve().as_uri(),
        date=datetime.fromtimestamp(changed, UTC),
        record_id=None,
        payload_digest=f"sha256:{hashlib.sha256(body).hexdigest()}",
        filename=path.name,
        offset=None,
        length=None,
        source="file",
    )
    return Memento(
        capture=capture,
        record_type="response",
        status=200,
        headers=((b"content-type", mime),),
        body=body[:BODY_LIMIT],
        coding_error=f"cut: more than {BODY_LIMIT} bytes" if len(body) > BODY_LIMIT else None,
    )


def stated_url(page: bytes) -> str | None:
    """Return the http(s) address a saved page gives as its own, None when it gives none."""
    start = page[:_LOOKED_AT]
    saved = _SAVED_FROM.search(start)
    canonical = _CANONICAL.search(start)
    href = _HREF.search(canonical[0]) if canonical is not None else None
    candidates = [next(one for one in href.groups() if one is not None)] if href is not None else []
    if saved is not None:
        candidates.append(saved[1])
    for candidate in candidates:
        uri = html.unescape(candidate.decode("utf-8", "replace")).strip()
        if uri.lower().startswith(("http://", "https://")):
            return uri
    return None
