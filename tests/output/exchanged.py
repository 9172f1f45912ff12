"""Exchanges as a crawl would hand them on, and collections to put them in."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import count
from typing import TYPE_CHECKING, Any

from output.capture import Exchange
from output.collection import Collection, CollectionInfo
from output.spool import Spool

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

DATE = datetime(2026, 3, 1, 12, 0, 0, 123456, tzinfo=UTC)
REQUEST = b"GET /a HTTP/1.1\r\nHost: www.example.com\r\n\r\n"
PAGE = b"HTTP/1.1 200 OK\r\ncontent-TYPE: text/html; charset=windows-1251\r\n\r\n<p>hello</p>"
INFO = CollectionInfo(
    name="example",
    profile="investkz",
    creator="An Archive",
    contact="archive@example.org",
    user_agent="backissue/0 (+https://example.org)",
    robots="obey",
)


def ids() -> Callable[[], str]:
    """Return what gives `<urn:uuid:00000000-0000-4000-8000-000000000001>` and so on."""
    numbers = count(1)
    return lambda: f"<urn:uuid:00000000-0000-4000-8000-{next(numbers):012d}>"


def exchange(response: bytes = PAGE, *, limit: int = 1 << 20, **given: Any) -> Exchange:
    """Return an exchange that got `response`, spooled to a file above `limit` bytes."""
    spool = Spool(limit=limit)
    spool.write(response)
    fields: dict[str, Any] = {
        "target_uri": "http://www.example.com/a",
        "method": "GET",
        "date": DATE,
        "request": REQUEST,
        "response": spool,
    }
    return Exchange(**(fields | given))


def collection(path: Path, **given: Any) -> Collection:
    """Open the collection at `path` with a clock that stands still and numbered ids."""
    fields: dict[str, Any] = {"info": INFO, "clock": lambda: DATE, "new_id": ids()}
    return Collection.open(path, **(fields | given))
