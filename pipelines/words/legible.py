"""Text as a reader sees it: signs without a look left out, letters and their accents put together."""

from __future__ import annotations

import re
import unicodedata

INVISIBLE = "\u00ad\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\ufeff"
"""A soft hyphen, a space of no width, marks of direction, a byte order mark. Joiners are none: they change letters."""

_SIGNS = re.compile(f"[{INVISIBLE}]")

_ORNAMENT = "[\u25a0-\u25ff\u2600-\u26ff\u2700-\u27bf\u2b1b-\u2b59]"
"""Squares, stars and the like."""

_HAS_ORNAMENTS, _ORNAMENTS = re.compile(_ORNAMENT), re.compile(rf"\s?{_ORNAMENT}\s?")


def unadorned(text: str) -> str:
    """Return `text` with strokes for its ornaments, which part a line as those do."""
    # Hardly any text has one, which is seen sooner without the blanks around it.
    return text if text.isascii() or not _HAS_ORNAMENTS.search(text) else _ORNAMENTS.sub(" | ", text)


def legible(text: str) -> str:
    """Return `text` in composed form (NFC) without invisible signs: to compare, not to publish."""
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", text if text.isprintable() else _SIGNS.sub("", text))
