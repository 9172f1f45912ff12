"""Dates in the forms the standards want; all of them UTC."""

from __future__ import annotations

from datetime import UTC, datetime


def rfc3339(date: datetime) -> str:
    """Return `date` as `2026-03-01T12:00:00.000000Z` (RFC 3339; WARC 1.1 §5.4 allows the fraction)."""
    return date.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def timestamp14(date: datetime) -> str:
    """Return `date` as the 14 digits of CDXJ and replay addresses."""
    return date.astimezone(UTC).strftime("%Y%m%d%H%M%S")


def timestamp17(date: datetime) -> str:
    """Return `date` as 17 digits, to the millisecond, for file and run names."""
    utc = date.astimezone(UTC)
    return utc.strftime("%Y%m%d%H%M%S") + f"{utc.microsecond // 1000:03d}"


def parse_warc_date(text: str) -> datetime:
    """Read a WARC-Date (W3C-DTF, WARC 1.0 §5.4 and 1.1 §5.4: from year to nanosecond) as an aware UTC date.

    Raises ValueError on anything else, an offset other than Z included.
    """
    if not text.endswith("Z"):
        padded = {4: f"{text}-01-01", 7: f"{text}-01", 10: text}.get(len(text))
        if padded is None:
            raise ValueError(f"not a WARC-Date: {text!r}")
        return datetime.strptime(padded, "%Y-%m-%d").replace(tzinfo=UTC)
    body, _, fraction = text[:-1].partition(".")
    if fraction and not (fraction.isascii() and fraction.isdigit() and len(fraction) <= 9):
        raise ValueError(f"not a WARC-Date: {text!r}")
    form = "%Y-%m-%dT%H:%M:%S" if body.count(":") == 2 else "%Y-%m-%dT%H:%M"
    date = datetime.strptime(body, form).replace(tzinfo=UTC)
    return date.replace(microsecond=int(fraction[:6].ljust(6, "0")) if fraction else 0)
