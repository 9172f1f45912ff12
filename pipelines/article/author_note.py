"""What is told of an author below a text: `NAME is a freelance writer …`, under the name or without it."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from pipelines.words.names import bare, is_name, names_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pipelines.document.textblock import TextBlock

_VERBS = frozenset(
    "is was has had joined leads covers writes works lives serves specializes specialises holds founded co-founded"
    " started began brings graduated earned received spent teaches studied enjoys loves reports oversees helps runs"
    " focuses heads manages currently covered combines can ist war arbeitet schreibt lebt est travaille écrit vit es"
    " escribe trabaja vive é является работает пишет живёт живет окончил окончила родился родилась".split()
)
_TITLES = frozenset("dr prof mr mrs ms professor author editor".split())
_NO_SUBJECTS = frozenset(
    "a all and an another any as at both but by each every few for from her here his how i if in it its many most my"
    " no nobody none of on one our she he so some somebody such that the their then there these they this those to we"
    " what when where whether which while who why with you your".split()
)
_POSTS = re.compile(
    r"\b(?:writer|editor|journalist|reporter|author|contributor|columnist|blogger|correspondent|expert|specialist"
    r"|(?:co-?)?founder|director|manager|consultant|professor|researcher|analyst|creator|strategist|engineer"
    r"|developer|designer|marketer|attorney|lawyer|physician|doctor|nurse|enthusiast|CEO|president|dietitian"
    r"|nutritionist|photographer|producer|coach|officer|lead|head|partner|owner|planner|advis[eo]r|teacher|fellow"
    r"|scientist|student|associate|economist|translator|Autor(?:in)?|Redakteur(?:in)?|Journalist(?:in)?|journaliste"
    r"|rédact(?:eur|rice)|auteure?|periodista|redactora?|журналист(?:ка)?|редактор|писатель(?:ница)?|автор"
    r"|корреспондент|эксперт|обозреватель)\b"
)
_WRITES = re.compile(
    r"\b(?:writers?|editors?|journalists?|reporter|contributor|columnist|freelance|blogger|correspondent"
    r"|content (?:creator|marketer|strategist|manager)|lives in|years of experience|Redakteur(?:in)?|Journalist(?:in)?"
    r"|journaliste|periodista|журналист(?:ка)?|корреспондент|обозреватель)\b"
)
_TELLING = re.compile(
    r"\b(?:freelance|years of experience|holds an?|degree|based in|lives in|passionate|specializ(?:es|ing|ed)"
    r"|graduated|background in|(?:free|spare) time)\b"
)
_OF_A_PERSON = re.compile(r"\b(?:he|she|his|her|он|она|его|её)\b", re.IGNORECASE)
_ABOUT = re.compile(
    r"\W{0,3}(?:about|notes? on)\s(?:the|our)\s(?:author|writer|contributor)s?\W{0,3}", re.IGNORECASE
)
_PARTICLES = frozenset("van von de der den di da del du la le dos bin al".split())
_SHORTEST, _LONGEST = 8, 220
_LONGEST_LAST = 80
_LONGEST_INITIAL = 3
_LINKED = 0.5
_OPENING = 120
_NEAR = 5
_NAME_LINE = 8
_PROSE = 25
_SAID_AT_ONCE = 120
"""Letters behind the verb in which somebody's post is named."""

_MOST = 3
"""Notes on a page; where more persons are introduced the text is about them."""


def author_notes(blocks: Sequence[TextBlock]) -> frozenset[int]:
    """Return the blocks that tell who an author is, with the bare names right above them.

    None where a page introduces many persons, or where most of the prose stands behind.
    """
    shown = [b for b in blocks if b.text]
    before = list(accumulate([b.words if _is_prose(b) else 0 for b in shown], initial=0))
    half = bisect_left(before, (before[-1] - _LONGEST) / 2)
    # Most pages tell nothing late, and most blocks are too short to tell anything, which is seen at once.
    found = [at for at in range(half, len(shown)) if shown[at].words >= _SHORTEST and _tells(shown, at)]
    late = [at for at in found if before[at] * 2 >= before[-1] - shown[at].words]
    if not late or len(found) + sum(_tells(shown, at) for at in range(half)) > _MOST:
        return frozenset()
    named = [at - 1 for at in late if at and names_in(shown[at - 1].text)]
    return frozenset(shown[at].order for at in (*late, *named))


def last_note(body: Sequence[TextBlock]) -> str | None:
    """Return the author whom the last words of a text tell of and no others name: `NAME teaches … in …`."""
    told = [b for b in body if b.text]
    if len(told) < 2 or told[-1].words > _LONGEST_LAST or told[-1].link_share > _LINKED:
        return None
    name = _told_of(told[-1].text)
    return None if name is None or any(name in b.text for b in told[:-1]) else name


def _told_of(text: str) -> str | None:
    """Return whom a note tells of by the name it opens with."""
    opening = _opening(text)
    if opening is None:
        return None
    name = bare(" ".join(text[:_OPENING].split()[: len(opening[0])]).rstrip(","))
    two_sentences = any(word.endswith(".") and len(word) > _LONGEST_INITIAL for word in name.split())
    return name if is_name(name) and not two_sentences else None


def note_below(page: Sequence[TextBlock], body: Sequence[TextBlock]) -> str | None:
    """Return the author whom the words below `About the Author`, behind a text, tell of."""
    behind = [b for b in page if body and b.order > body[-1].order and b.text]
    for heading, note in pairwise(behind):
        if is_about_author(heading):
            return _told_of(note.text)
    return None


def is_about_author(heading: TextBlock) -> bool:
    """Return whether a line is the heading of what is told of the author: `About the Author`."""
    return heading.words <= _NAME_LINE and _ABOUT.fullmatch(heading.text) is not None


def _is_prose(block: TextBlock) -> bool:
    return block.words >= _PROSE and block.linked_words * 2 <= block.words


def _tells(shown: Sequence[TextBlock], at: int) -> bool:
    block = shown[at]
    if (
        not _SHORTEST <= block.words <= _LONGEST
        or block.linked_words * 2 > block.words
        or not block.text[0].isupper()
    ):
        return False
    opening = _opening(block.text)
    if opening is None:
        return False
    names, rest = opening
    post = _POSTS.search(rest[:_SAID_AT_ONCE]) is not None
    if post and len(names) > 1 and _WRITES.search(rest[:_SAID_AT_ONCE]):
        return True
    known = (post or _says_more(rest)) and _OF_A_PERSON.search(rest) is not None
    return known and _is_named_above(names[0], shown, at)


def _says_more(rest: str) -> bool:
    return _POSTS.search(rest) is not None or _TELLING.search(rest) is not None


def _opening(text: str) -> tuple[list[str], str] | None:
    """Return the names that a sentence opens with, and what stands behind its verb, None where it does not so open."""
    first, _, others = text[:_OPENING].partition(" ")
    if first.casefold() in _NO_SUBJECTS:
        return None
    words = [first, *others.split()]
    if _VERBS.isdisjoint(words):
        return None
    names = _names(words)
    if not names or names[0].casefold() in _NO_SUBJECTS:
        return None
    verb = _verb(words, len(names))
    return None if verb is None else (names, text.split(maxsplit=verb + 1)[-1])


def _names(words: Sequence[str]) -> list[str]:
    """Return the capitalised words at the front, an `&` or a title not counted, up to the verb or a comma."""
    names: list[str] = []
    for word, behind in pairwise((*words[:6], "")):
        if not (
            word[0].isupper()
            or word[0] in '("“«'
            or (names and (word in _PARTICLES or (len(word) <= 3 and behind[:1].isupper())))
        ):
            break
        names.append(word.rstrip(",.").strip('()"“”«»'))
        if word.endswith(",") or word in _VERBS:
            break
    if len(names) > 1 and names[0].casefold() in _TITLES:
        names = names[1:]
    return names


def _verb(words: Sequence[str], at: int) -> int | None:
    """Return where the verb stands: right behind the names, or behind what is set off by commas or brackets."""
    for place in range(at, min(len(words), at + 2)):
        if words[place] in _VERBS:
            return place
    for place in range(at, len(words)):
        if words[place] in _VERBS and words[place - 1].endswith((",", ")", "®", "™")):
            return place
    return None


def _is_named_above(name: str, shown: Sequence[TextBlock], at: int) -> bool:
    """Return whether a short line right above says the name, as the line over a note on an author does."""
    for block in _before(shown, at):
        if block.words > _PROSE:
            return False
        if block.words <= _NAME_LINE and name in block.text:
            return True
    return False


def _before(shown: Sequence[TextBlock], at: int) -> Iterable[TextBlock]:
    return reversed(shown[max(0, at - _NEAR) : at])
