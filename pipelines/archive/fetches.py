"""What is kept of every fetch while an archive is read, and how it is called in captures.jsonl."""

from __future__ import annotations

import re
from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from output.models import CaptureLine
from pipelines.addresses import canonical
from pipelines.parsed import is_page
from pipelines.publish import capture_ref

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from output.capture import Capture
    from output.memento import Memento, RecordType
    from output.models import CaptureKind

_REQUISITE = re.compile(r"\.(?:css|js|gif|jpe?g|png|ico|svg|webp|bmp|woff2?|ttf|eot|swf)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetch:
    """One fetch without its body; `error` is a line on what was wrong, of the wire or of the page."""

    key: str
    capture: Capture
    status: int | None
    mime: str | None
    record_type: RecordType | None
    via: str | None
    hops: str | None
    error: str | None

    @property
    def newness(self) -> tuple[datetime, str, int, str]:
        """What fetches of one page are ordered by, oldest first."""
        return (
            self.capture.date,
            self.capture.filename or "",
            self.capture.offset or 0,
            self.capture.target_uri,
        )

    @property
    def failure(self) -> str | None:
        """Why the fetch brought no page, None when it brought one."""
        if self.error is not None:
            return self.error
        if self.status is None:
            return "no answer"
        return (
            None
            if 200 <= self.status < 300 or self.status == HTTPStatus.NOT_MODIFIED
            else f"HTTP {self.status}"
        )


def fetch_of(memento: Memento, error: str | None = None) -> Fetch:
    """Return what is kept of `memento`; `error` is told when the archive tells none."""
    return Fetch(
        key=canonical(memento.capture.target_uri),
        capture=memento.capture,
        status=memento.status,
        mime=memento.mime,
        record_type=memento.record_type,
        via=memento.via,
        hops=memento.hops,
        error=memento.error or memento.coding_error or error,
    )


def is_requisite(fetch: Fetch) -> bool:
    """Return whether a fetch was for something that a page asks for, by its path, its type or its address."""
    if fetch.hops is not None and fetch.hops.endswith("E"):
        return True
    if fetch.mime is not None and fetch.status is not None and fetch.status < 300:
        return not is_page(fetch.mime)
    return _REQUISITE.search(urlsplit(fetch.key).path) is not None


def capture_line(
    fetch: Fetch,
    *,
    is_article: Callable[[str], bool],
    is_issue: Callable[[str], bool],
    is_home: Callable[[str], bool],
) -> CaptureLine:
    """Return the line of a fetch; the three say of a canonical address what the archive knows it as."""
    kind: CaptureKind = "other"
    path = urlsplit(fetch.key).path
    if path == "/robots.txt":
        kind = "robots"
    elif is_requisite(fetch):
        kind = "requisite"
    elif is_article(fetch.key):
        kind = "article"
    elif is_issue(fetch.key):
        kind = "issue"
    elif path == "/" or is_home(fetch.key):
        kind = "home"
    return CaptureLine(
        url=fetch.capture.target_uri,
        date=fetch.capture.date,
        status=fetch.status,
        mime=fetch.mime,
        record_type=fetch.record_type,
        kind=kind,
        via=fetch.via,
        error=fetch.error,
        capture=capture_ref(fetch.capture),
    )
