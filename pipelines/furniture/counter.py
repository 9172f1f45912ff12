"""Visit counters, by their words and by where they lead."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

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
BETWEEN = re.compile(r"[\u00a0|·•,;\t]|  +")
"""What stands between names in one line."""

_LONGEST_COUNTER = 8
_LONGEST_IMAGE = 6

_LONGEST_LABEL = 3
_APOSTROPHES = re.compile("[’ʼ`´‘]")


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """Return a name as it is compared: white space, letter case and kinds of apostrophes don't count."""
    if not text.isascii() or "`" in text:
        text = _APOSTROPHES.sub("'", text)
    return " ".join(text.casefold().split())


def find_counters(blocks: Sequence[TextBlock], profile: Profile) -> list[Piece]:
    """Return the counters among `blocks`: a known counter's words, over one to three blocks, or its image."""
    pieces: list[Piece] = []
    phrases = [(phrase, folded(phrase)) for phrase in profile.counter_phrases]
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
    first = folded(shown[at].shown)
    for phrase, wanted in phrases:
        if wanted not in first and not wanted.startswith(first):
            continue
        said = ""
        for size in range(1, 4):
            if at + size > len(shown):
                break
            said = f"{said} {folded(shown[at + size - 1].shown)}".strip()
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
        folded(part)
        for span in block.spans
        for part in ([span.text] if span.image else BETWEEN.split(span.text))
        if part.strip()
    ]
    return len(parts) > 1 and wanted in parts and all(len(part.split()) <= _LONGEST_LABEL for part in parts)


@lru_cache(maxsize=4096)
def _counts(url: str) -> bool:
    """Return whether an address is a known counter's."""
    return _COUNTER_HOSTS.search(urlsplit(url).hostname or "") is not None


def counters_beside(block: TextBlock, counters: Sequence[str]) -> list[Piece]:
    """Return the counters that a block of partners names, too: both may stand in one line."""
    found = []
    for span in block.spans:
        said = folded(span.text)
        name = next((phrase for phrase in counters if said == folded(phrase)), None)
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
        for counter in counters_beside(blocks[order], profile.counter_phrases)
    ]
