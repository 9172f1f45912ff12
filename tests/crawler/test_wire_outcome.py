"""How an attempt ended, in WARC's words and in one line."""

from __future__ import annotations

from typing import Any

import pytest
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadFailedError,
    DownloadTimeoutError,
    StopDownload,
)
from twisted.internet.error import ConnectionDone, ConnectionLost, DNSLookupError
from twisted.python.failure import Failure
from twisted.web.client import ResponseFailed

from crawler.wire.outcome import describe, truncation


@pytest.mark.parametrize(
    ("lost", "error", "expected"),
    [
        (ConnectionDone(), None, "disconnect"),
        (ConnectionLost(), DownloadFailedError("gone"), "disconnect"),
        (ConnectionLost(), DownloadTimeoutError("late"), "time"),
        (None, DownloadTimeoutError("late"), "time"),
        (ConnectionDone(), DownloadCancelledError("larger than download max size"), "length"),
        (ConnectionDone(), StopDownload(), "unspecified"),
        (None, DownloadFailedError("makes no sense"), "unspecified"),
    ],
)
def test_truncation_says_why_an_answer_is_not_whole(
    lost: BaseException | None, error: BaseException | None, expected: str
) -> None:
    """WARC 1.1 §5.13 knows length, time, disconnect and unspecified."""
    found = truncation(received=10, complete=False, cut=False, lost=lost, error=error)
    assert found == expected


def test_what_is_whole_or_nothing_is_not_truncated() -> None:
    """A complete answer is not truncated, nor is one of which no byte came."""
    late = DownloadTimeoutError("late")
    assert truncation(received=10, complete=True, cut=False, lost=ConnectionDone(), error=None) is None
    assert truncation(received=0, complete=False, cut=False, lost=None, error=late) is None


def test_the_record_limit_is_length() -> None:
    """An answer that was cut by us is so by its length, however the connection went."""
    assert truncation(received=10, complete=False, cut=True, lost=ConnectionLost(), error=None) == "length"


def test_describe_takes_the_reason_out_of_its_wrappings() -> None:
    """Scrapy's error is caused by Twisted's, which holds failures: the line is the innermost, once."""
    lost: list[Any] = [Failure(ConnectionLost()), Failure(ConnectionLost())]  # type: ignore[no-untyped-call]
    inner = ResponseFailed(lost)  # type: ignore[no-untyped-call]
    error = DownloadFailedError(str(inner))
    error.__cause__ = inner
    assert describe(error) == "Connection to the other side was lost in a non-clean fashion."


def test_describe_reads_openssl() -> None:
    """OpenSSL's triples give their reason."""
    assert describe(Exception([("SSL routines", "", "wrong version number")])) == "TLS: wrong version number"


def test_describe_keeps_plain_errors_in_one_line() -> None:
    """Line ends become blanks, an error without a text gives its name."""
    cause = DNSLookupError("no results for hostname lookup: magazine.example")
    error = CannotResolveHostError(f"DNS lookup failed:\n{cause}")
    assert describe(error).startswith("DNS lookup failed: ")
    assert "\n" not in describe(error)
    assert describe(ValueError()) == "ValueError"
