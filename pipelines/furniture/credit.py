"""Whose a picture is: lines that say it and nothing else, and captions that end with it."""

from __future__ import annotations

import re

_CREDIT_OPENS = re.compile(
    r"\W{0,2}(?:photo(?:s|graph|graphs|graphy)?|image(?:s)?|picture|foto|bild|фото)"
    r"(?: (?:credit|courtesy|source|copyright|caption|by|of \d))?"
    r"\s?(?::|by |courtesy |copyright |caption |\d{1,7} of |© ?)",
    re.IGNORECASE,
)
_AGENCIES = frozenset(
    "getty|reuters|afp|ap|associated press|the associated press|getty images|shutterstock|istock|bloomberg|epa|alamy"
    "|associated press photo|ap photo|wire|rex".split("|")
)
_BY_AGENCY = tuple(
    mark + agency
    for agency in sorted(_AGENCIES)
    if len(agency) > 3
    for mark in ("/ ", "| ", ", ", "/", "via ")
)
_CREDIT_ENDS = re.compile(
    r"(?:[(\[](?:image|photo|pic|picture|credit|source|file|foto|ap\b|afp|reuters|getty)[^()\[\]]{0,80}[)\]]"
    r"|(?:(?:image|photo|photograph) )?credit: ?(?:[^.:]{0,40}\W)?"
    r"(?:getty|reuters|afp|ap|epa|alamy|shutterstock|rex|nasa)\b.{0,30}"
    r"|(?:photo|photograph) by (?:[^.:]|(?<=\b\w)\.){2,60}|/ ?(?:getty images|afp|reuters|ap))\W{0,2}",
    re.IGNORECASE,
)
_MARK = re.compile(
    r"[(\[](?:image|photo|pic|credit|source|file|foto|ap|afp|reuters|getty)|credit|photo|/ ?(?:getty|afp|reuters|ap)",
    re.IGNORECASE,
)
"""What such an end begins with: most texts in brackets do with something else."""

_OWNER = re.compile(
    # Set right behind the caption's last word it opens with a capital.
    r"(?:\b(?:photos?|images?|pictures?|credits?|fotos?|photography|illustration|фото|bild)"
    r"|(?:Photo|Image|Picture|Credit|Source))"
    r"(?: (?:by|courtesy(?: of)?|credits?|source))? ?: ?(?P<who>[^.:!?]{2,70})\.?$"
)
_IN_NAMES = frozenset(
    "of by the for and via de von la le du di da / | - – — & from in on at und et y".split()
)
_LEAST_CAPTION = 12


def is_credit(text: str, core: str, words: int) -> bool:
    """Return whether a line names where a picture comes from and nothing else, or ends with that.

    `core` is `text` in small letters and without the marks around it.
    """
    if core in _AGENCIES or _ends_in_credit(text) or _ends_in_owner(text):
        return True
    if words <= 10 and not text.endswith((".", "?", "!", ":")) and core.rstrip(")").endswith(_BY_AGENCY):
        return True
    if words > 40 or _CREDIT_OPENS.match(text) is None:
        return False
    return words <= 14 or core.startswith("image caption")


def _ends_in_credit(text: str) -> bool:
    """Return whether a line ends by naming the picture's source: `… in strength (Image: GETTY)`."""
    tail = text[-100:]
    said = tail.casefold()
    if not (")" in said or "]" in said or "/" in said or "credit" in said or "photo" in said):
        return False
    return any(_CREDIT_ENDS.fullmatch(tail, mark.start()) for mark in _MARK.finditer(tail))


def _ends_in_owner(text: str) -> bool:
    """Return whether a caption ends by naming whose the picture is: `A test on the ridge. Photo: Asel Omarova`."""
    tail = text[-100:]
    if ":" not in tail:
        return False
    owner = _OWNER.search(tail)
    if owner is None or len(text) - len(tail) + owner.start() < _LEAST_CAPTION:
        return False
    names = owner["who"].split()
    return len(names) <= 9 and all(
        not word[0].islower() or word in _IN_NAMES or "." in word or "/" in word for word in names
    )
