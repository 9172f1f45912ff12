"""Whose an article is by what else the page says: `Copyright © 1999, NAME. Published…`, `NAME is a teacher…`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipelines.names import first_names, is_name
from pipelines.site_model import block_key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pipelines.site_model import SiteModel
    from pipelines.textblock import TextBlock

_LONGEST = 80
_OPENS = re.compile(
    r"\W{0,5}(?:all contents |contents |text |article |this article |this page )?(?:is )?"
    r"(?:copyright|©|\(c\))(?:ed)?[\s©(c),:;\d–—-]{0,40}(?:by\s)?",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"[.,;]\s{1,3}(?:all|published|first|released|copying|copies|verbatim|this|licen|permission|reprint|issue|posted"
    r"|distribut|redistribut|may|unless|see)|(?<=[^\W\d_]{3})\.\s|\s(?:and|&)\sthe\s|\s\(|\s[|·–—-]\s|\s\d",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"(?:about(?: the author)?:? "
    r"|(?:(?:view )?(?:all |more )?(?:posts|articles|stories) )?(?:by|from):? |written by:? )?"
)
_BEHIND = re.compile(
    r"(?:['’]s\b|,? (?:is|was|has|had|lives|works|writes|worked|teaches|can|joined|started|studied)\b)"
)
_SITES = 0.5
"""The share of pages from which a copyright line is the site's own."""


def holders(blocks: Iterable[TextBlock], model: SiteModel) -> tuple[str, ...]:
    """Return the persons who hold the copyright of one page among `blocks`, nobody where the whole site is theirs."""
    for block in blocks:
        if not 3 <= block.words <= _LONGEST:
            continue
        opens = _OPENS.match(block.text[:200])
        if opens is None or _is_the_sites(block, model):
            continue
        said = block.text[opens.end() : opens.end() + 200]
        end = _ENDS.search(said)
        names = first_names(said[: end.start()] if end else said)
        # No author is announced here, so what may be a company is none.
        if names and all(map(is_name, names)):
            return names
    return ()


def _is_the_sites(block: TextBlock, model: SiteModel) -> bool:
    key = block_key(block.text)
    pages = model.keys.get(key)
    return pages is not None and model.share(key, pages) >= _SITES


def is_introduced(name: str, blocks: Iterable[TextBlock]) -> bool:
    """Return whether one of `blocks` tells who `name` is, or whose page another is: `About NAME`, `NAME lives in …`."""
    for block in blocks:
        at = block.text.find(name, 0, len(name) + 40) if block.words > 1 else -1
        if at < 0 or block.text == name:
            continue
        before, behind = block.text[:at].casefold(), block.text[at + len(name) :]
        if _BEFORE.fullmatch(before) and (_BEHIND.match(behind) or (before and not behind.strip(" .:"))):
            return True
    return False
