"""How long a site asks to be left alone."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from crawler.retry_after import seconds_to_wait

NOW = datetime(2026, 3, 1, 12, 0, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        (b"120", 120.0),
        (b" 0 ", 0.0),
        (b"Sun, 01 Mar 2026 12:01:30 GMT", 90.0),
        (b"Sunday, 01-Mar-26 12:00:10 GMT", 10.0),
        (b"Sun, 01 Mar 2026 11:00:00 GMT", 0.0),
        (b"Sun, 01 Mar 2026 15:00:05 +0300", 5.0),
        (b"99999999999999", 999999999.0),
        (None, None),
        (b"", None),
        (b"-5", None),
        (b"soon", None),
        (b"1.5", None),
        (b"\xe9", None),
        ("٣".encode(), None),
    ],
)
def test_seconds_to_wait(value: bytes | None, seconds: float | None) -> None:
    """Seconds or a date in any of HTTP's three forms (RFC 9110 §5.6.7); nonsense is no wait."""
    assert seconds_to_wait(value, NOW) == seconds
