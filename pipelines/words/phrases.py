"""A profile's phrases as they are compared: letter case does not count, and no text longer than all of them is one."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple


class Phrases(NamedTuple):
    """Phrases, case-folded, and the characters of the longest."""

    said: frozenset[str]
    longest: int


@lru_cache(maxsize=64)
def folded_phrases(phrases: tuple[str, ...]) -> Phrases:
    """Return `phrases` case-folded. Folding makes no text shorter, so a longer one need not be folded at all."""
    said = frozenset(phrase.casefold() for phrase in phrases)
    return Phrases(said, max(map(len, said), default=0))
