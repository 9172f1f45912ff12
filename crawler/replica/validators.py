"""A server that says when its pages were changed, and answers 304 to who has them already (RFC 9110 §8.8, §13.1)."""

from __future__ import annotations

import hashlib
import re
import zlib
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import TYPE_CHECKING

from crawler.replica.answers import Answer

if TYPE_CHECKING:
    from collections.abc import Callable

    from crawler.replica.answers import Site

_DAY_ONE = datetime(2016, 1, 1, tzinfo=UTC)
_CONDITION = re.compile(rb"(?im)^(if-none-match|if-modified-since):[ \t]*(.*?)[ \t]*\r$")


def half(path_and_query: str) -> bool:
    """Say whether an address is of that half of all addresses that has validators."""
    return zlib.crc32(path_and_query.encode()) % 2 == 0


def with_validators(site: Site, chosen: Callable[[str], bool] = half) -> Site:
    """Return `site` with an ETag, a Last-Modified or both on the pages that are `chosen`.

    They are made of the body, so that they change when it does, and only then.
    """

    def validating(path_and_query: str) -> Answer | None:
        answer = site(path_and_query)
        if answer is None or not chosen(path_and_query) or not answer.status_line.startswith(b"HTTP/1.1 200"):
            return answer
        digest = hashlib.sha256(answer.body).digest()
        date = _DAY_ONE + timedelta(seconds=int.from_bytes(digest[:4], "big") % 30_000_000)
        both = (
            (b"ETag", b'"' + digest.hex()[:16].encode() + b'"'),
            (b"Last-Modified", format_datetime(date, usegmt=True).encode()),
        )
        kind = zlib.crc32(path_and_query.encode()) // 2 % 3
        return answer.with_headers(*(both if kind == 2 else both[kind : kind + 1]))

    return validating


def unless_modified(answer: Answer, request: bytes) -> Answer:
    """Return `answer`, or a 304 without a body when the request's condition says that its sender has it."""
    asked = {name.lower(): value for name, value in _CONDITION.findall(request)}
    said = {name.lower(): value for name, value in answer.headers}
    etag, date = said.get(b"etag"), said.get(b"last-modified")
    if b"if-none-match" in asked:
        same = etag is not None and etag == asked[b"if-none-match"]
    else:
        same = date is not None and date == asked.get(b"if-modified-since")
    if not same:
        return answer
    kept = tuple(field for field in answer.headers if field[0].lower() in {b"etag", b"last-modified"})
    return Answer(status_line=b"HTTP/1.1 304 Not Modified", headers=kept, framing="none")
