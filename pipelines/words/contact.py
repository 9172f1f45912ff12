"""Where somebody can be reached, as it stands behind a name: mail addresses, also obscured ones, and web addresses."""

from __future__ import annotations

import re

_CONTACT = re.compile(
    r"[\w.+-]{1,64}(?:@|\s?\[at\]\s?|\(at\)|\sat\s(?=[\w-]{1,40}\sdot\s))[\w.-]{1,64}|https?://\S{1,200}|www\.\S{1,200}",
    re.IGNORECASE,
)
_AND_NEXT = re.compile(
    r"\s?[<(\[]?\s?[\w.+-]{1,64}(?:@|\s?\[at\]\s?|\(at\))[\w.-]{1,64}\s?[>)\]]?"
    r"(?=,?\s(?:and|&)\s[^\W\d_a-z]\S*\s\w|,\s[^\W\d_a-z][^,@<]{2,40}(?:[<(\[]?[\w.+-]+@|,?\s(?:and|&)\s[^\W\d_a-z]))"
)
"""A mail address that another name stands behind."""

_SIGNS = ("@", "[at]", "(at)", "dot", "://", "www.")
_AROUND = ' \t,;:|·–—-<>()[]{}"“”'
_CALLED = frozenset("e-mail email mail home page homepage web website site".split())


def parted(text: str) -> tuple[str, bool]:
    """Return what `text` says before the first mail or web address, and whether there is one.

    An address that somebody else's name follows does not end it: `Ann Lee <ann@x.example> and Bo Dee`.
    """
    if _may_tell(text):
        text = _AND_NEXT.sub("", text[:400]) + text[400:]
    found = _CONTACT.search(text[:400]) if _may_tell(text) else None
    if found is None:
        return text, False
    return text[: found.start()].rstrip(_AROUND), True


def _may_tell(text: str) -> bool:
    """Return whether `text` has any sign of an address: the pattern is slow where it finds nothing."""
    said = text[:400].casefold()
    return any(sign in said for sign in _SIGNS)


def is_contact(text: str) -> bool:
    """Return whether `text` is mail or web addresses and nothing else."""
    if len(text) > 200 or not _may_tell(text) or not _CONTACT.search(text):
        return False
    rest = _CONTACT.sub(" ", text).casefold().split()
    return all(word.strip(_AROUND + ".") in _CALLED or not word.strip(_AROUND + ".") for word in rest)
