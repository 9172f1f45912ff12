"""What a person's name looks like in a magazine's bylines and contents lines."""

from __future__ import annotations

import re

_PARTICLES = "de|van|von|der|den|la|le|del|di|da|al|el|bin|ben|ibn|ul|uly|kyzy|ogly"
_WORD = r"[^\W\d_](?:[^\W\d_]|['’ʼ`-](?=[^\W\d_]))*"
_NAME_WORD = re.compile(rf"(?:{_WORD})\.?|(?:[^\W\d_]\.){{1,3}}")
_TITLES = re.compile(r"^(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Madam)\.?\s+)+", re.IGNORECASE)
_SPLIT = re.compile(r"\s{0,3}(?:[,;/&]|\band\b|\bи\b|\n)\s{0,3}")

# Words that open or fill headings and posts, never a person's name.
_NO_NAMES = frozenset(
    "the a an of in on for and or to from with by at as kazakhstan kazakhstan's central asia asian republic national"
    " international bank ministry government law company business magazine market markets economy economic oil gas"
    " energy russia china usa europe european table contents editorial overview review brief special report news"
    " archive department committee agency association foundation institute university centre center group project"
    " president minister director manager chairman head chief editor partner lawyer deputy senior general board".split()
)


def is_name(text: str) -> bool:
    """Return whether `text` looks like one person's name: two to five capitalised words, none a common noun."""
    words = text.split()
    if not 2 <= len(words) <= 5 or len(text) > 60:
        return False
    capital = 0
    for word in words:
        if word.lower() in _NO_NAMES or not _NAME_WORD.fullmatch(word):
            return False
        if word[0].isupper():
            capital += 1
        elif not re.fullmatch(_PARTICLES, word):
            return False
    return capital >= 2


def bare(text: str) -> str:
    """Return a name without the titles before it and the marks around it."""
    return _TITLES.sub("", text.strip(" \t,.;:*–—-")).strip()


def names_in(text: str) -> tuple[str, ...] | None:
    """Return the names of a list such as `A B, C D and E F`, None when anything in it is no name."""
    parts = [bare(part) for part in _SPLIT.split(text.strip(" .,;:")) if part.strip(" .,;:*–—-")]
    return tuple(parts) if parts and all(is_name(part) for part in parts) else None


def listed(text: str) -> tuple[str, ...]:
    """Return the authors a contents line prints behind its title, as they stand; words about no person left out.

    A contents line is a place for names, so one-word and long names pass too.
    """
    parts = [bare(part) for part in _SPLIT.split(text) if part.strip(" .,;:*–—-…")]
    return tuple(part for part in parts if _may_be_listed(part))


def _may_be_listed(part: str) -> bool:
    words = part.split()
    return (
        1 <= len(words) <= 6
        and all(word[0].isupper() or re.fullmatch(_PARTICLES, word) for word in words)
        and not any(c.isdigit() for c in part)
        and not all(word.lower() in _NO_NAMES for word in words)
    )
