"""Links to a magazine's partners, by their names, by a heading that says so, and by where they stand."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from pipelines.addresses import host_of
from pipelines.document.textblock import fold
from pipelines.furniture.counter import BETWEEN, counters_beside, folded
from pipelines.furniture.piece import Piece, orders_of, text_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipelines.document.textblock import TextBlock
    from pipelines.profile import Profile

BY_PLACE = "links and nothing else at the page's tail"
"""Why links are partners, or navigation, that no profile names."""

_ANNOUNCED = re.compile(
    r"(?:(?:our|official|general|information|media|business|internet|site|the)\s){0,3}(?:partners|sponsors|friends)"
    r"(?:\s(?:and|&)\s(?:partners|sponsors|friends))?(?:\sof\s(?:the|our)\s(?:magazine|journal|site|project))?"
    r"|(?:(?:наши|генеральные|информационные)\s){0,2}(?:партн[её]ры|спонсоры|друзья)(?:\s(?:журнала|сайта|проекта))?"
)
"""What says that partners follow, case-folded."""

_ANNOUNCE = ("partners", "sponsors", "friends", "партн", "спонсоры", "друзья")
"""Words of which a page has one if anything on it says so."""

_LONGEST_ANNOUNCEMENT = 50
_MOST_APART = 2
"""Places from a heading to its first link, and from one link to the next: pictures and empty lines stand between."""

_LONGEST_PARTNERS = 40
_ADVERTS = frozenset({"advertisement", "advertising", "banner", "реклама", "жарнама"})
_NETWORKS = frozenset(
    "facebook.com twitter.com x.com vk.com vkontakte.ru ok.ru odnoklassniki.ru plus.google.com youtube.com"
    " instagram.com linkedin.com t.me livejournal.com pinterest.com".split()
)
"""Where a magazine's readers follow it: none of its partners."""

_MADE = re.compile(
    r"(?:proudly )?powered by .*|(?:site )?(?:design|develop|creat|host|ma[dk]|buil|maintain)\w{0,4} (?:by|on|with) .*"
    r"|(?:разработ|создан|сделан|работает на|дизайн|хостинг).*",
    re.IGNORECASE,
)
"""Who made the site, or with what: none of its partners."""

_LONGEST_LABEL, _FEWEST_LABELLED = 3, 2
_PROSE, _LEAST_BEHIND = 12, 60
_SENTENCE_ENDS = (".", "!", "?", "…", ":", '"', "”", "»", ")")


def find_announced(blocks: Sequence[TextBlock], *, page: str) -> list[Piece]:
    """Return the links to other sites than that of `page` (its address) below a heading that says `Partners`.

    So are those behind that word in one line.
    """
    own = host_of(page)
    pieces = []
    for at in _may_announce(blocks):
        block = blocks[at]
        if not _announces(block):
            continue
        taken = [block]
        names = _foreign(block, own)
        if not names:
            for behind in blocks[at + 1 :]:
                found = _foreign(behind, own)
                if (
                    behind.order - taken[-1].order > _MOST_APART
                    or _loose(behind)
                    or not (found or not behind.shown)
                ):
                    break
                taken += [behind] if found else []
                names += found
        if names:
            pieces.append(
                Piece(
                    kind="partners",
                    orders=orders_of(taken),
                    text=text_of(taken),
                    reason="links to other sites below a heading that says so",
                    links=tuple(dict.fromkeys(names)),
                )
            )
    return pieces


def _may_announce(blocks: Sequence[TextBlock]) -> list[int]:
    """Return which of the shorter blocks have a word in them that may say that partners follow."""
    short = [at for at, b in enumerate(blocks) if b.words <= _LONGEST_PARTNERS]
    said = "\n".join([blocks[at].text or blocks[at].shown for at in short]).casefold()
    found = set()
    for word in _ANNOUNCE:
        place = said.find(word)
        while place >= 0:
            found.add(short[said.count("\n", 0, place)])
            place = said.find(word, place + 1)
    return sorted(found)


def _announces(block: TextBlock) -> bool:
    """Return whether a block says that partners follow, and nothing else but links."""
    said = (_loose(block) or ("" if block.linked_words else block.shown)).strip(" :.-–—»|*•·")
    return len(said) <= _LONGEST_ANNOUNCEMENT and _ANNOUNCED.fullmatch(said.casefold()) is not None


def _loose(block: TextBlock) -> str:
    """Return the words of a block that are no links, where marks stand between links."""
    return " ".join(s.text.strip() for s in block.spans if not s.url and any(map(str.isalnum, s.text)))


def _foreign(block: TextBlock, own: str) -> list[tuple[str, str | None]]:
    """Return the links of a block with their words, if all lead to other sites than `own`."""
    links = [(fold(span.text), span.url) for span in block.spans if span.url]
    if any(host_of(url) in {"", own} for _, url in links):
        return []
    return [(text, url) for text, url in links if text]


def find_partners(blocks: Sequence[TextBlock], profile: Profile, *, tail_from: int, page: str) -> list[Piece]:
    """Return the partner links among `blocks`: runs of blocks that hold known partners' names.

    At least half of a run's names must be known, then unknown ones between them are partners too. Without any known
    name, a run of short links to other sites at the page's tail (from block `tail_from` on) are partners. Where the
    profile names no host those to the site of `page` (its address) are navigation.
    """
    own = host_of(page)
    known = frozenset(map(folded, profile.partner_names))
    groups: list[list[tuple[TextBlock, list[tuple[str, str | None]]]]] = []
    before = -2
    for block in blocks:
        names = _names(block, known)
        if not names:
            if block.shown:
                before = -2
            continue
        if before == -2 or block.order - before > 3:
            groups.append([])
        groups[-1].append((block, names))
        before = block.order
    pieces = []
    counters = profile.counter_phrases
    for whole in groups:
        group = _without_own(whole, known, own)
        names = [name for _, found in group for name in found]
        hits = sum(1 for text, _ in names if folded(text) in known)
        # Where a profile names partners nobody else is one, and it needs no look at where the links lead.
        leads = [] if profile.partner_names else [host_of(url) for _, url in names]
        outside = len(leads) >= 2 and all(host and host not in profile.hosts for host in leads)
        at_tail = outside and group[0][0].order >= tail_from and not _is_in_text(group, blocks)
        if (hits and hits * 2 >= len(names)) or at_tail:
            taken = [block for block, _ in group]
            beside = [piece for block in taken for piece in counters_beside(block, counters)]
            counted = {folded(piece.text) for piece in beside}
            pieces.append(
                Piece(
                    kind="partners" if hits or own not in leads else "navigation",
                    orders=orders_of(taken),
                    text=text_of(taken),
                    reason="partners' names" if hits else BY_PLACE,
                    links=tuple(link for link in names if folded(link[0]) not in counted),
                )
            )
            pieces.extend(beside)
    return pieces


def _without_own(
    group: list[tuple[TextBlock, list[tuple[str, str | None]]]], known: frozenset[str], own: str
) -> list[tuple[TextBlock, list[tuple[str, str | None]]]]:
    """Return `group` without the blocks at its ends that lead to the page's own site (`own`) or to a network.

    So without those that say `Advertisement`. Where it has no known name, it is returned whole.
    """
    if not any(folded(text) in known for _, names in group for text, _ in names):
        return group
    own_places = {own, *_NETWORKS}
    telling = [
        any(
            folded(name) in known or (host_of(url) not in own_places and not _is_of_site(name))
            for name, url in names
        )
        for _, names in group
    ]
    return group[telling.index(True) : len(telling) - telling[::-1].index(True)]


def _is_of_site(name: str) -> bool:
    """Return whether a link's words are of the site itself: `Advertisement`, `Powered by` somebody's system."""
    return folded(name) in _ADVERTS or _MADE.fullmatch(name) is not None


def _is_in_text(
    group: Sequence[tuple[TextBlock, list[tuple[str, str | None]]]], blocks: Sequence[TextBlock]
) -> bool:
    """Return whether as much text stands behind `group` as a third of what stands before it: that is no tail."""
    last = group[-1][0].order
    before = behind = 0
    for block in blocks:
        if block.words - block.linked_words >= _PROSE and block.text.endswith(_SENTENCE_ENDS):
            if block.order < last:
                before += block.words
            else:
                behind += block.words
    return behind >= _LEAST_BEHIND and behind * 3 >= before


def _names(block: TextBlock, known: frozenset[str]) -> list[tuple[str, str | None]]:
    """Return the names a block shows, if it can be partner links: links or known names, nothing else."""
    if block.words > _LONGEST_PARTNERS or not (block.text or block.shown):
        return []
    if len(block.spans) == 1 and block.text and (url := block.spans[0].url):
        return [(block.text, url)]  # as most links are
    linked: dict[str, list[str]] = {}
    loose: list[str] = []
    for text, url, _, _ in block.spans:
        if url:
            linked.setdefault(url, []).append(text)
        elif any(map(str.isalnum, text)):
            # A word before them (`Partners:`) may say what they are, one behind or between them is of a sentence.
            if linked:
                return []
            loose.append(text)
    if loose and linked and (len(linked) < _FEWEST_LABELLED or len(" ".join(loose).split()) > _LONGEST_LABEL):
        return []
    if loose and not linked:
        return [(name, None) for name in _known_names(tuple(loose), known)] if known else []
    said: list[tuple[str, str | None]] = [
        (name, url) for url, texts in linked.items() if (name := fold(" ".join(texts)))
    ]
    return said if not loose or sum(folded(name) in known for name, _ in said) * 2 > len(said) else []


@lru_cache(maxsize=4096)
def _known_names(texts: tuple[str, ...], known: frozenset[str]) -> tuple[str, ...]:
    """Return the names that `texts` without links say, nothing if none of them is known or one is no name."""
    whole = folded(" ".join(texts))
    if not any(name in whole for name in known):
        return ()
    parts = [p for text in texts for p in BETWEEN.split(text) if p.strip()]
    if len(parts) == 1:
        words = parts[0].split()
        hits = sum([word in known for word in folded(parts[0]).split()])
        parts = words if len(words) > 1 and hits * 2 >= len(words) else parts
    if any(len(part.split()) > 4 for part in parts) or not any(folded(part) in known for part in parts):
        return ()
    return tuple([" ".join(part.split()) for part in parts])
