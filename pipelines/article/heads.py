"""What a page's head says that its title is, without the site's name and without which issue it is of."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from pipelines.site.naming import is_site_name, own_titles
from pipelines.words.masking import is_issue_date

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from pipelines.profile import Profile

_SEPARATORS = re.compile(r"\s{1,3}[|»«•:·~—–-]{1,5}\s{1,3}|\s{0,3}(?:::|\|)\s{0,3}")
_MARKS_OFF = (": ", " | ", " - ", " – ", " — ", " · ", " » ", " ~ ")
_MARKS = re.compile(r"[\W_]+")
_ASCII = "".join([chr(code).lower() if chr(code).isalnum() else " " for code in range(0x80)])
"""What each sign of ASCII is without marks and case: looking them up takes a third of the time that a pattern does."""


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """Return `text` for comparing titles: case, marks and white space don't count."""
    said = text.translate(_ASCII) if text.isascii() else _MARKS.sub(" ", text).casefold()
    return " ".join(said.split())


def parts_of(head: str) -> list[str]:
    """Return the parts of a head that marks set off from each other."""
    return _SEPARATORS.split(head)


class Heads(NamedTuple):
    """What a page's head says the title is, the likeliest first; `own`: what is left of it without the site's name.

    `shared`: the heads of the pages around say the same, so that it is the title of their issue and of none of them.
    """

    texts: tuple[str, ...] = ()
    own: tuple[str, ...] = ()
    shared: bool = False


def head_titles(
    titles: Sequence[str],
    profile: Profile,
    site_names: Mapping[str, int],
    of_issue: Collection[str] = (),
) -> Heads:
    """Return what a page's head says the title is, the magazine's own name taken off.

    `site_names` is what opens and ends the heads of the whole site (pipelines/site/naming.py), `of_issue` what many
    pages around are called (pipelines/article/shared_heads.py).
    """
    names = {plain(name) for name in (*profile.magazine_names, profile.title)}
    own: list[str] = []
    found: list[str] = []
    for title in titles:
        if is_site_name(title, site_names):
            continue  # `Copper Wire - The Monthly of Soldering`: what stands behind the mark is no page's title
        if _is_issues(title, names):
            continue
        alone = [
            part
            for part in own_titles(title, site_names)
            if plain(part) and plain(part) not in names and not is_site_name(part, site_names)
        ]
        alone = list(dict.fromkeys(map(without_date, alone)))
        own.extend(alone)
        if alone:
            # Of what is left behind the site's name, a section may be a part, too: the title is the longest.
            found.append(max(_SEPARATORS.split(alone[0]), key=len))
            continue
        parts = [part for part in (title, *_SEPARATORS.split(title)) if not is_site_name(part, site_names)]
        kept = [part for part in parts if plain(part) and not any(plain(part).startswith(n) for n in names)]
        if len(parts) > 2 and kept and len(kept) < len(parts):
            kept = [part for part in kept if not any(name in plain(part) for name in names)]
        found.extend(kept)
    shared = bool(found) and all(plain(t) in of_issue or is_site_name(t, site_names) for t in titles)
    return Heads(texts=tuple(dict.fromkeys((*own, *found))), own=tuple(dict.fromkeys(own)), shared=shared)


def _is_issues(title: str, names: Collection[str]) -> bool:
    """Return whether a head says the magazine (`names`, plain) and which issue: it is the issue's, of no article."""
    parts = _SEPARATORS.split(title)
    return any(map(is_issue_date, parts)) and all(
        is_issue_date(part) or plain(part) in names for part in parts
    )


def without_author(head: str, authors: Iterable[str]) -> str:
    """Return `head` without who wrote it, set off at its end: `TITLE | NAME`, `TITLE - SURNAME`."""
    for mark in _MARKS_OFF:
        rest, _, behind = head.rpartition(mark)
        said = set(plain(behind).split())
        if rest and said and any(said <= set(plain(name).split()) for name in authors):
            return rest
    return head


def without_date(head: str) -> str:
    """Return `head` without which issue it is of, set off at its start or end: `Spring 2006: TITLE`."""
    for mark in _MARKS_OFF:
        before, _, rest = head.partition(mark)
        if rest and is_issue_date(before):
            return rest
        rest, _, behind = head.rpartition(mark)
        if rest and is_issue_date(behind):
            return rest
    return head
