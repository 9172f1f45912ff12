"""Who wrote it: author lines in all the forms a magazine prints them, before or after the text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipelines.names import bare, is_name, names_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipelines.textblock import TextBlock

_BY = re.compile(
    r"^(?:\.{2,3}|…|[-–—~*|])?\s?(?:(?:text|words|story|article|written|posted|published|reported|contributed|submitted"
    r"|author|authors|автор|авторы)\s?(?:by\b|:)|by\b)\s?:?\s?",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"\b(?:(?:\d{1,2}(?:st|nd|rd|th)?\s)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}[.,]?\s\d{1,4}\b"
    r"|\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\b|(?:19|20)\d\d\b|\d{1,2}:\d\d\b)",
    re.IGNORECASE,
)
"""When a line was posted, as it stands behind its author's name."""

_BEFORE_WHEN = frozenset(
    "on at in last updated posted published modified mon monday tue tues tuesday wed wednesday thu thurs thursday fri"
    " friday sat saturday sun sunday".split()
)

_PREPARED = re.compile(
    r"\b(?:prepared|written|compiled|reviewed|contributed|translated|interviewed|conducted|recorded)\s+by\s+(?P<who>.+)$",
    re.IGNORECASE,
)
_ANSWERS = re.compile(
    r"\banswers?\s+(?:the\s+|our\s+)?questions?\b|\bin(?:terviewed| an interview with)\b", re.IGNORECASE
)
_STAFF = re.compile(
    r"^(?:(?:an?\s+)?editorial(?:\s+(?:overview|review|comment|staff|board|note|team))?|editor'?s?\s+(?:note|column|page)"
    r"|from\s+the\s+editors?|(?:our\s+)?special\s+correspondent|staff\s+(?:writer|report))$",
    re.IGNORECASE,
)
_POST = re.compile(
    r"\b(?:director|manager|president|vice|chairman|chairwoman|chairperson|chair|head|partner|lawyer|attorney|counsel"
    r"|associate|analyst|expert|minister|ambassador|consul|doctor|professor|academician|candidate|phd|ph\.d|editor"
    r"|correspondent|journalist|reporter|observer|columnist|senior|deputy|chief|ceo|cfo|consultant|adviser|advisor"
    r"|economist|specialist|auditor|accountant|engineer|scientist|researcher|fellow|lecturer|dean|rector|member"
    r"|secretary|governor|akim|representative|officer|executive|founder|owner|coordinator|leader|banker|broker"
    r"|llp|llc|ltd|jsc|inc|plc|bank|university|institute|company|corporation|foundation|group|agency|ministry)\b",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"\b(?:is|was|were|are|has|have|had|will|would|said|says|told|became|can|could|did|does|do)\b"
)
_LONGEST = 40
_HEAD_ZONE = 4
_TAIL_ZONE = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Byline:
    """The author lines of an article: bare names, the lines as printed, the blocks they take, what proved them."""

    authors: tuple[str, ...]
    text: str | None
    orders: tuple[int, ...]
    reason: str


NOBODY = Byline(authors=(), text=None, orders=(), reason="no author line")


def find_byline(
    body: Sequence[TextBlock], *, promised: Sequence[str], above: TextBlock | None = None
) -> Byline:
    """Return the author lines at the edges of `body` (blocks from title to tail).

    `promised` are the authors that the issue's contents name: a line that names them needs no other proof, and where
    no line does they are the authors all the same. `above` is the block before the title, sometimes an author line.
    """
    head = _lines(body[:_HEAD_ZONE], promised, tail=False)
    found = head or _lines(
        list(reversed(body[_HEAD_ZONE if head else 1 :]))[:_TAIL_ZONE], promised, tail=True
    )
    if not found and above is not None:
        found = _lines([above], promised, tail=True)
    if not found:
        if promised:
            return Byline(authors=tuple(promised), text=None, orders=(), reason="only the contents name them")
        return NOBODY
    found.sort(key=lambda item: item[0].order)
    authors = tuple(dict.fromkeys(name for _, names, _ in found for name in names))
    asked = any(reason == "answers questions" for _, _, reason in found)
    if promised and not asked and {_plain(a) for a in authors} <= {_plain(p) for p in promised}:
        authors = tuple(promised)
    return Byline(
        authors=authors,
        text="\n".join(block.text for block, _, _ in found),
        orders=tuple(block.order for block, _, _ in found),
        reason="; ".join(dict.fromkeys(reason for _, _, reason in found)),
    )


def _lines(
    zone: Sequence[TextBlock], promised: Sequence[str], *, tail: bool
) -> list[tuple[TextBlock, tuple[str, ...], str]]:
    """Return the author lines that open `zone`, one after the other; one other short line may stand before them."""
    found: list[tuple[TextBlock, tuple[str, ...], str]] = []
    for skipped, block in enumerate(zone):
        if not block.text:
            continue
        read = read_line(block.text, promised, tail=tail)
        if read is not None:
            found.append((block, *read))
        elif found or (skipped >= 1 and not tail) or block.words > _LONGEST:
            if tail and not found and skipped < 2:
                continue
            break
    return found


def read_line(
    text: str, promised: Sequence[str] = (), *, tail: bool = False
) -> tuple[tuple[str, ...], str] | None:
    """Return the authors an author line names and what gave it away, None when `text` is no author line.

    `tail`: the line stands after the text, where "NAME, post" needs a post and a bare name needs the contents' word.
    """
    if len(text.split()) > _LONGEST:
        return None
    if _STAFF.match(text.strip(" .")):
        return (), "the editors"
    if _ANSWERS.search(text) and (asker := _asker(text)) is not None:
        return asker, "answers questions"
    by = _BY.match(text)
    said = text[by.end() :] if by else text
    if by is not None and (when := _WHEN.search(said)) is not None:
        said = _without_connectors(said[: when.start()])
    readings = (
        ("the contents prove it", _proven(said, promised, by=by is not None)),
        ("By", _names_then_post(said) if by else ()),
        ("prepared by", _prepared(text)),
        ("a name and a post", _name_comma_post(text, tail=tail)),
    )
    return next(((names, why) for why, names in readings if names), None)


def _without_connectors(said: str) -> str:
    """Return what stands before a date without the words and marks that lead to it."""
    words = said.split()
    while words and (
        words[-1].casefold().strip(",.:;|()") in _BEFORE_WHEN or not words[-1].strip(",.:;|•·/–—-(")
    ):
        words.pop()
    return " ".join(words).rstrip(" ,:;|•·/–—-(")


def is_signature(text: str) -> bool:
    """Return whether `text` is an author line that names somebody behind "By" and says nothing else."""
    by = _BY.match(text[:200])
    return by is not None and len(text) <= 200 and bool(_names_then_post(text[by.end() :]))


def _asker(text: str) -> tuple[str, ...] | None:
    """Return who asks in an interview's opening line: nobody named, or the interviewer; None: no such line."""
    if prepared := re.search(r"\binterviewed\s+by\s+(?P<who>.+)$", text, re.IGNORECASE):
        return _names_then_post(prepared["who"]) or ()
    opening = bare(re.split(r",|\banswers?\b", text, maxsplit=1)[0])
    return (
        () if is_name(opening) or re.search(r"\bour (?:magazine|journal|readers|correspond)", text) else None
    )


def _plain(name: str) -> str:
    return " ".join(name.casefold().replace(".", ". ").split())


def _proven(text: str, promised: Sequence[str], *, by: bool) -> tuple[str, ...]:
    """Return the promised authors whom `text` names, if it is a line of authors: it opens with one or said "By"."""
    folded = _plain(text)
    hits = tuple(name for name in promised if _plain(name) in folded)
    opens = any(_plain(bare(text)).startswith(_plain(name)) for name in hits)
    sentence = text.rstrip().endswith(".") and _VERB.search(text) is not None
    return hits if by or (opens and not sentence) else ()


def _prepared(text: str) -> tuple[str, ...]:
    """Return the names behind `prepared by` and the like, nothing when nobody is named."""
    found = _PREPARED.search(text)
    return _names_then_post(found["who"]) if found else ()


def _names_then_post(text: str) -> tuple[str, ...]:
    """Return the names at the front of a list that may end in a post: `A B and C D, Ernst & Young`."""
    text = text.strip().rstrip(".")
    if (names := names_in(text)) is not None:
        return names
    found: list[str] = []
    for part in re.split(r"\s?[,;(]\s?", text):
        names = names_in(part)
        if names is None:
            break
        found.extend(names)
    if not found or _VERB.search(text):
        return ()
    return tuple(found)


def _name_comma_post(text: str, *, tail: bool) -> tuple[str, ...]:
    """Return the name of a line `NAME, post, organisation`, nothing when it is a sentence."""
    if text.rstrip().endswith(("!", "?", ":", ";")):
        return ()
    first, comma, rest = text.partition(",")
    if not comma:
        first, comma, rest = text.partition(" – ") if " – " in text else text.partition(" - ")
    name = bare(first)
    if not comma or not rest.strip() or not is_name(name) or _VERB.search(rest) or len(text.split()) > 32:
        return ()
    if _POST.search(rest):
        return (name,)
    return () if tail or text.rstrip().endswith(".") or len(rest.split()) > 12 else (name,)
