"""Visit counters and partner links, by their words and by where they lead."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from pipelines.addresses import host_of
from pipelines.document.textblock import fold
from pipelines.furniture.hits import says_visits
from pipelines.furniture.piece import Piece, orders_of, text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pipelines.document.textblock import TextBlock
    from pipelines.profile import Profile

_COUNTER_HOSTS = re.compile(
    r"(?:^|\.)(?:rambler\.ru|liveinternet\.ru|yadro\.ru|top\.mail\.ru|hotlog\.ru|spylog\.(?:com|ru)|zero\.kz"
    r"|statcounter\.com|hit\.ua|bigmir\.net|openstat\.net|counter\.\w+\.\w+)$"
)
BY_PLACE = "links and nothing else at the page's tail"
"""Why links are partners, or navigation, that no profile names."""

_BETWEEN = re.compile(r"[ \u00a0]{2,}|\u00a0|[|·•,;\t]")
_LONGEST_COUNTER = 8
_LONGEST_IMAGE = 6
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


_APOSTROPHES = str.maketrans(dict.fromkeys("’ʼ`´‘", "'"))


@lru_cache(maxsize=4096)
def _fold(text: str) -> str:
    return " ".join(text.translate(_APOSTROPHES).casefold().split())


def find_counters(blocks: Sequence[TextBlock], profile: Profile) -> list[Piece]:
    """Return the counters among `blocks`: a known counter's words, over one to three blocks, or its image."""
    pieces: list[Piece] = []
    phrases = [(phrase, _fold(phrase)) for phrase in profile.counter_phrases]
    shown = [block for block in blocks if block.text or block.shown]
    at = 0
    while at < len(shown):
        found = _counter_at(shown, at, phrases) if shown[at].words <= _LONGEST_COUNTER else None
        if found is None:
            at += 1
            continue
        taken, name = found
        links = tuple(dict.fromkeys((s.text.strip() or name, s.url) for b in taken for s in b.spans if s.url))
        pieces.append(
            Piece(
                kind="counter",
                orders=orders_of(taken),
                text=text_of(taken),
                reason="a counter's words",
                name=name,
                links=tuple((" ".join(text.split()), url) for text, url in links),
            )
        )
        at += len(taken)
    return pieces


def _counter_at(
    shown: Sequence[TextBlock], at: int, phrases: Iterable[tuple[str, str]]
) -> tuple[list[TextBlock], str] | None:
    """Return the blocks of the counter that begins at `at`, with its name; `phrases` as printed and as folded."""
    first = _fold(shown[at].shown)
    for phrase, wanted in phrases:
        if wanted not in first and not wanted.startswith(first):
            continue
        said = ""
        for size in range(1, 4):
            if at + size > len(shown):
                break
            said = f"{said} {_fold(shown[at + size - 1].shown)}".strip()
            if said.strip(" .:|") == wanted:
                return list(shown[at : at + size]), phrase
            if not wanted.startswith(said):
                if size == 1 and wanted in said and _is_one_of_several(shown[at], wanted):
                    return [shown[at]], phrase
                break
    name = _counter_led_to(shown[at]) or (shown[at].text if says_visits(shown[at].text) else None)
    return None if name is None else ([shown[at]], name)


def _counter_led_to(block: TextBlock) -> str | None:
    """Return what a block says that leads to a known counter, and to nothing else."""
    if block.words > _LONGEST_IMAGE or not (block.linked_words or block.pictures):
        return None
    leads = {_counts(span.url) for span in block.spans if span.url}
    drawn = " ".join(span.text for span in block.spans if span.image and span.url)
    return (fold(drawn) or block.shown) if leads == {True} else None


def _is_one_of_several(block: TextBlock, wanted: str) -> bool:
    """Return whether a block names the counter `wanted` (folded) among other short ones, and links to no other site."""
    if any(span.url and not _counts(span.url) for span in block.spans):
        return False
    parts = [
        _fold(part)
        for span in block.spans
        for part in ([span.text] if span.image else _BETWEEN.split(span.text))
        if part.strip()
    ]
    return len(parts) > 1 and wanted in parts and all(len(part.split()) <= _LONGEST_LABEL for part in parts)


@lru_cache(maxsize=4096)
def _counts(url: str) -> bool:
    """Return whether an address is a known counter's."""
    return _COUNTER_HOSTS.search(urlsplit(url).hostname or "") is not None


def find_partners(blocks: Sequence[TextBlock], profile: Profile, *, tail_from: int, page: str) -> list[Piece]:
    """Return the partner links among `blocks`: runs of blocks that hold known partners' names.

    At least half of a run's names must be known, then unknown ones between them are partners too. Without any known
    name, a run of short links to other sites at the page's tail (from block `tail_from` on) are partners. Where the
    profile names no host those to the site of `page` (its address) are navigation.
    """
    own = host_of(page)
    known = frozenset(map(_fold, profile.partner_names))
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
        hits = sum(1 for text, _ in names if _fold(text) in known)
        # Where a profile names partners nobody else is one, and it needs no look at where the links lead.
        leads = [] if profile.partner_names else [host_of(url) for _, url in names]
        outside = len(leads) >= 2 and all(host and host not in profile.hosts for host in leads)
        at_tail = outside and group[0][0].order >= tail_from and not _is_in_text(group, blocks)
        if (hits and hits * 2 >= len(names)) or at_tail:
            taken = [block for block, _ in group]
            beside = [piece for block in taken for piece in _counters_beside(block, counters)]
            counted = {_fold(piece.text) for piece in beside}
            pieces.append(
                Piece(
                    kind="partners" if hits or own not in leads else "navigation",
                    orders=orders_of(taken),
                    text=text_of(taken),
                    reason="partners' names" if hits else BY_PLACE,
                    links=tuple(link for link in names if _fold(link[0]) not in counted),
                )
            )
            pieces.extend(beside)
    return pieces


def _counters_beside(block: TextBlock, counters: Sequence[str]) -> list[Piece]:
    """Return the counters that a block of partners names, too: both may stand in one line."""
    found = []
    for span in block.spans:
        said = _fold(span.text)
        name = next((phrase for phrase in counters if said == _fold(phrase)), None)
        if name is None and said and span.url and _counts(span.url):
            name = fold(span.text)
        if name is not None:
            found.append(
                Piece(
                    kind="counter",
                    orders=(block.order,),
                    text=fold(span.text),
                    reason="a counter's words beside partners",
                    name=name,
                    links=((name, span.url),) if span.url else (),
                )
            )
    return found


def counters_within(pieces: Iterable[Piece], blocks: Sequence[TextBlock], profile: Profile) -> list[Piece]:
    """Return the counters in lines of other words that are furniture: `© THE MAGAZINE` and a counter's picture."""
    return [
        counter
        for piece in pieces
        if piece.kind == "repeated"
        for order in piece.orders
        if blocks[order].text and len(blocks[order].spans) > 1
        for counter in _counters_beside(blocks[order], profile.counter_phrases)
    ]


def _without_own(
    group: list[tuple[TextBlock, list[tuple[str, str | None]]]], known: frozenset[str], own: str
) -> list[tuple[TextBlock, list[tuple[str, str | None]]]]:
    """Return `group` without the blocks at its ends that lead to the page's own site (`own`) or to a network.

    So without those that say `Advertisement`. Where it has no known name, it is returned whole.
    """
    if not any(_fold(text) in known for _, names in group for text, _ in names):
        return group
    own_places = {own, *_NETWORKS}
    telling = [
        any(
            _fold(name) in known or (host_of(url) not in own_places and not _is_of_site(name))
            for name, url in names
        )
        for _, names in group
    ]
    return group[telling.index(True) : len(telling) - telling[::-1].index(True)]


def _is_of_site(name: str) -> bool:
    """Return whether a link's words are of the site itself: `Advertisement`, `Powered by` somebody's system."""
    return _fold(name) in _ADVERTS or _MADE.fullmatch(name) is not None


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
    return said if not loose or sum(_fold(name) in known for name, _ in said) * 2 > len(said) else []


@lru_cache(maxsize=4096)
def _known_names(texts: tuple[str, ...], known: frozenset[str]) -> tuple[str, ...]:
    """Return the names that `texts` without links say, nothing if none of them is known or one is no name."""
    parts = [p for text in texts for p in _BETWEEN.split(text) if p.strip()]
    if len(parts) == 1:
        words = parts[0].split()
        parts = words if len(words) > 1 and sum(_fold(w) in known for w in words) * 2 >= len(words) else parts
    if any(len(part.split()) > 4 for part in parts) or not any(_fold(part) in known for part in parts):
        return ()
    return tuple([" ".join(part.split()) for part in parts])
