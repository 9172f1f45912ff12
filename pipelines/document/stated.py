"""What a page itself states its article's text to be, for machines: `articleBody` in JSON-LD (schema.org)."""

from __future__ import annotations

import html
import json
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

_KEY = "articleBody"
_TAG = re.compile(r"<[^<>]{0,2000}>")
_LEAST = 300
"""Characters; less is no text but what it is about."""

_CUT = ("...", "…", "[…]", "[...]")


def stated_text(scripts: Iterable[str]) -> str | None:
    """Return the longest `articleBody` in `scripts` (JSON-LD), None where there is none that is whole; never raises."""
    found = [text for script in scripts if _KEY in script for text in _bodies(_read(script))]
    longest = max(found, key=len, default="")
    said = " ".join(html.unescape(_TAG.sub(" ", longest)).split())
    return said if len(said) >= _LEAST and not said.endswith(_CUT) else None


def _read(script: str) -> Any:
    try:
        return json.loads(script, strict=False)
    except (ValueError, RecursionError):
        return None


def _bodies(value: Any) -> Iterable[str]:
    """Yield each `articleBody` in a value read from JSON, however deep it stands."""
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            if isinstance(text := one.get(_KEY), str):
                yield text
            waiting.extend(one.values())
        elif isinstance(one, list):
            waiting.extend(one)
