"""What each key of a profile may say: a profile that says anything else is refused in one line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from output.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


class _Rule(NamedTuple):
    """What one value of a key may be, in words and as a test; `several`: the key holds a list of such."""

    expected: str
    holds: Callable[[object], bool]
    several: bool = False


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _like(pattern: str) -> Callable[[object], bool]:
    return lambda value: isinstance(value, str) and re.fullmatch(pattern, value, re.IGNORECASE) is not None


def _is_charset(value: object) -> bool:
    try:
        return isinstance(value, str) and "".encode(value) is not None
    except (LookupError, ValueError):
        return False  # no codec, or one that is no text's


_FIRST_YEAR, _LAST_YEAR = 1000, 2999
_TEXTS = _Rule("a list of texts, none empty", _is_text, several=True)
_RULES: Mapping[str, _Rule] = {
    "name": _Rule("letters, digits, - and _", _like(r"[\w-]+")),
    "title": _Rule("a text", _is_text),
    "hosts": _Rule(
        "a list of hosts, like review.example", _like(r"(?!www\.)[^\s/:@]+(?::\d{1,5})?"), several=True
    ),
    "start_urls": _Rule(
        "a list of addresses, http:// or https://", _like(r"https?://[^\s/]\S*"), several=True
    ),
    "language": _Rule("two letters", _like(r"[a-z]{2}")),
    "charset": _Rule("an encoding, like windows-1251", _is_charset),
    "currency": _Rule("three letters, like KZT", _like(r"[A-Z]{3}")),
    "first_volume_year": _Rule(
        "a year", lambda value: type(value) is int and _FIRST_YEAR <= value <= _LAST_YEAR
    ),
}


def check(key: str, value: object, *, where: str) -> None:
    """Raise UsageError, which names the profile at `where`, when its `key` must not have `value`."""
    rule = _RULES.get(key, _TEXTS)
    if rule.several:
        wrong = (
            value
            if not isinstance(value, list)
            else next((one for one in value if not rule.holds(one)), None)
        )
        right = isinstance(value, list) and all(map(rule.holds, value))
    else:
        wrong, right = value, rule.holds(value)
    if not right:
        raise UsageError(f"{key} in the profile", where=where, expected=rule.expected, found=repr(wrong)[:80])
