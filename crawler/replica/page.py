"""A page of the replica, and the answer in which its server gives it."""

from __future__ import annotations

from dataclasses import dataclass

from crawler.replica.answers import Answer

_STATUS_LINES = {200: b"HTTP/1.1 200 OK", 302: b"HTTP/1.1 302 Found"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page: status, Content-Type as sent (None for none), body bytes, and where a redirect leads."""

    status: int = 200
    content_type: str | None
    body: bytes
    location: str | None = None

    def answer(self) -> Answer:
        """Return the HTTP response a well-behaved server of the time gives."""
        headers = [(b"Server", b"Apache/1.3.37 (Unix)")]
        if self.content_type is not None:
            headers.append((b"Content-Type", self.content_type.encode("latin-1")))
        if self.location is not None:
            headers.append((b"Location", self.location.encode("latin-1")))
        return Answer(status_line=_STATUS_LINES[self.status], headers=tuple(headers), body=self.body)
