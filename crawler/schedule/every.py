"""How often: a word or a calendar expression, as systemd and as cron spell it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import sha256

from output.errors import UsageError


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """What a word stands for: systemd's OnCalendar=, cron's fields after the minute, and the spread of the start."""

    calendar: str
    fields: str
    spread: str


WORDS = {
    "hourly": Word(calendar="*-*-* *:00:00", fields="* * * *", spread="5min"),
    "daily": Word(calendar="*-*-* 03:00:00", fields="3 * * *", spread="1h"),
    # Done before Monday, when somebody reads it.
    "weekly": Word(calendar="Sat *-*-* 03:00:00", fields="3 * * 6", spread="6h"),
    "monthly": Word(calendar="*-*-01 03:00:00", fields="3 1 * *", spread="12h"),
}
"""The words that `--every` knows; at night, by the machine's clock."""

SPREAD = "15min"
"""The spread of a start whose time was spelled out."""

_RANGES = ((0, 59), (0, 23), (1, 31), (1, 12), (0, 7))
_FIELD = re.compile(r"(?:\*|\d+(?:-\d+)?)(?:/[1-9]\d*)?")
_NAMES: tuple[tuple[str, ...], ...] = (
    (),
    (),
    (),
    tuple("jan feb mar apr may jun jul aug sep oct nov dec".split()),
    tuple("sun mon tue wed thu fri sat".split()),
)


def calendar(every: str) -> tuple[str, str]:
    """Return OnCalendar= and RandomizedDelaySec= for `every`: a word, or an expression of systemd.time(7).

    An expression is held to the characters of one; `systemd-analyze calendar` knows the rest. Raises UsageError.
    """
    if every in WORDS:
        return WORDS[every].calendar, WORDS[every].spread
    plausible = re.fullmatch(r"[A-Za-z0-9*.,:/~_+ -]+", every) and re.search(r"[0-9*]", every)
    if not plausible or _cron_fields(every) is not None:
        raise _wrong(every, "an expression such as Sat *-*-* 03:00")
    return " ".join(every.split()), SPREAD


def cron_time(every: str, name: str) -> str:
    """Return the five time fields for `every`: a word, or five fields of crontab(5).

    The minute of a word comes from `name`, so that many collections don't all begin at once. Raises UsageError.
    """
    if every in WORDS:
        minute = int.from_bytes(sha256(name.encode("utf-8", "surrogateescape")).digest()[:4]) % 60
        return f"{minute} {WORDS[every].fields}"
    fields = _cron_fields(every)
    if fields is None:
        raise _wrong(every, "five fields such as 30 3 * * 6")
    return " ".join(fields)


def _cron_fields(text: str) -> list[str] | None:
    fields = text.split()
    if len(fields) != len(_RANGES):
        return None
    fitting = all(
        _fits(field, bounds, names) for field, bounds, names in zip(fields, _RANGES, _NAMES, strict=True)
    )
    return fields if fitting else None


def _fits(field: str, bounds: tuple[int, int], names: tuple[str, ...]) -> bool:
    low, high = bounds
    for part in field.split(","):
        if part.lower() in names:
            continue
        if not _FIELD.fullmatch(part):
            return False
        numbers = [int(number) for number in re.findall(r"\d+", part.split("/")[0])]
        if numbers != sorted(numbers) or not all(low <= number <= high for number in numbers):
            return False
    return True


def _wrong(every: str, form: str) -> UsageError:
    return UsageError("wrong time", where="--every", expected=f"{', '.join(WORDS)}, or {form}", found=every)
