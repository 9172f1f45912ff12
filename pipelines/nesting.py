"""Pages nested deeper than a parser goes, made shallow: what is inside stays, tags too deep become breaks."""

from __future__ import annotations

import re

from pipelines.tags import BREAKS

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,20})[^<>]*>?")
_DEEPEST = 400
"""Elements that may stand open at once. libxml2 stops at 2,048 (HTML_PARSE_HUGE does not lift it, 2.14); those that
close by themselves are not counted, and up to four of them may stand in each that is."""

_ALONE = frozenset(
    "area base basefont bgsound br col embed frame hr img input isindex keygen link meta param source track wbr"
    " p li dt dd td th tr tbody thead tfoot option optgroup colgroup html head body a".split()
)
"""Elements that have no end, or end by themselves where the next begins (HTML Living Standard §13.1.2)."""


def flattened(text: str) -> str:
    """Return the HTML `text` with every element that stands deeper than 400 others taken out of its tags.

    In place of a tag that a reader sees as a new block stands a `<br>`. Linear in the length of the text.
    """
    depth = dropped = 0

    def keep(match: re.Match[str]) -> str:
        nonlocal depth, dropped
        tag = match[2].lower()
        if tag in _ALONE:
            return match[0]
        if match[1]:
            if dropped:
                dropped -= 1
            else:
                depth = max(0, depth - 1)
                return match[0]
        elif depth < _DEEPEST:
            depth += 1
            return match[0]
        else:
            dropped += 1
        return "<br>" if tag in BREAKS else ""

    return _TAG.sub(keep, text)
