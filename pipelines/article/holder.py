"""Whose an article is by what else the page says: `Copyright © 1999, NAME. Published…`, `NAME is a teacher…`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipelines.site.model import block_key, linked_key
from pipelines.site.naming import is_site_name
from pipelines.words.names import first_names, is_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pipelines.document.textblock import TextBlock
    from pipelines.site.model import SiteModel

_LONGEST = 80
_OPENS = re.compile(
    r"\W{0,5}(?:all contents |contents |text |article |this (?:article|page|piece|story|essay|review|text) )?(?:is )?"
    r"(?:copyright|©|\(c\))(?:ed)?(?:[\s©,:;\d–—-]|\(c\)){0,40}(?:by\s)?",
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
_LAST = 6
"""Lines of a text among which the last are that tell of its authors."""

_TELLS = 8
"""Words of a line that tells of somebody."""

_FIRM = re.compile(r"[,\s]\s?(?:inc|ltd|llc|gmbh|plc|corp|co|s\.?a|limited)\b", re.IGNORECASE)
"""What follows the name of a firm."""

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
        if _FIRM.search(said[:_LONGEST]):
            continue
        end = _ENDS.search(said)
        names = first_names(said[: end.start()] if end else said)
        # No author is announced here, so what may be a company is none.
        if names and all(map(is_name, names)) and not any(is_site_name(name, model.names) for name in names):
            return names
    return ()


def _is_the_sites(block: TextBlock, model: SiteModel) -> bool:
    key = block_key(block.text)
    return any(
        (pages := model.keys.get(one)) is not None and model.share(one, pages) >= _SITES
        for one in (key, linked_key(key))
    )


def is_told_of(line: str, names: Sequence[str], page: Sequence[TextBlock], body: Sequence[TextBlock]) -> bool:
    """Return whether the last lines of a text, or what stands behind it, open with all of `names` and tell of them.

    `NAME, a keeper of lamps, wrote this in winter` tells more than a line that names somebody, so there it need not
    say that this is the author. Several such lines are what somebody says in a talk. `line` is how the names stand
    over the text.
    """
    if not body:
        return False
    last = [b.order for b in body if b.text][-_LAST:]
    ends = [b for b in page[last[0] :] if b.words >= _TELLS] if last else []
    openings = [block.text[:_LONGEST].casefold() for block in ends]
    together = line.casefold()
    if sum(opening.startswith(together) for opening in openings) == 1:
        return True
    return all(
        sum(opening.startswith(name.casefold()) for opening in openings) == 1
        and not any(b.text.casefold().startswith(f"{name.casefold()}:") for b in body)
        for name in names
    )


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
