"""Author lines: in all the forms a magazine prints them, whom they name and what gives them away."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from pipelines.article import author_words
from pipelines.article.author_evidence import ANSWERS, HELPED
from pipelines.article.author_names import FROM, names_then_post
from pipelines.article.papers import cyrillic_names, is_paper, without_firms
from pipelines.furniture.dating import DATING, WHEN, is_count, without_connectors
from pipelines.words.contact import parted
from pipelines.words.firms import is_firm, is_place
from pipelines.words.legible import legible, unadorned
from pipelines.words.masking import masked
from pipelines.words.names import (
    announced_names,
    bare,
    folded_name,
    handles,
    is_name,
    names_in,
    said_names,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_DOCTOR = re.compile(r"(?:Dr|Prof|Professor)\.?\s")
_AND_PICTURES = r"(?:\s(?:and|&)\s(?:pictures|photos|photographs|images|drawings|illustrations))?"
_BY = re.compile(
    r"^(?:\.{2,3}|…|[-–—~*|/>»•(\[{]{1,3})?\s?(?:(?:(?:an?|the|this|our|original)\s)?(?:(?:short|guest|special|personal|brief|true)\s)?"
    rf"(?:(?:{author_words.KINDS}|{author_words.MADE}|(?:contributing\s)?authors?|author\(s\)|writers?|contributors?|авторы?)"
    rf"{_AND_PICTURES}\s?(?:by\b|:)|(?:{author_words.MORE_KINDS}|{author_words.MORE_MADE}){_AND_PICTURES}\sby\b)"
    rf"|this\s(?:[\w'’]{{2,12}}\s)?(?:{author_words.KINDS}|{author_words.MORE_KINDS}|piece|item)\s(?:was|is|has\sbeen)\s(?:originally\s|kindly\s)?(?:{author_words.MADE}|{author_words.MORE_MADE})\sby\b"
    r"|by\b|(?:an?\s|the\s)?(?:exclusive\s)?interview(?:ed)?\sby\b|interviewer\s?:|asked\sby\b"
    r"|(?:the\s)?questions\s(?:were\s)?(?:asked\s|put\s)?by\b"
    r"|(?:filed|posted)\s(?:under|in|to)\s[^.!?:]{2,60}\sby\b|from\sthe\s(?:desk|keyboard|notebook|pen)\sof\b"
    rf"|{author_words.BY})(?:\sour(?:\sown)?(?:\s(?:special\s)?(?:correspondent|reporter|writer))?(?=\s))?\s?:?\s?",
    re.IGNORECASE,
)
_HELPED = re.compile(
    r"^(?:(?:translat(?:ed|ion)(?:\sfrom\s(?:the\s)?\w{2,20})?|illustrated|edited|proofread|photographs?|photos?|pictures|illustrations?|drawings?|artwork)"
    rf"[\s-]?(?:by\b|:)|{author_words.HELPED})\s?:?\s?",
    re.IGNORECASE,
)
"""What opens a line that names somebody who is no author."""

_OTHERS_PART = re.compile(
    r"(?:[.;,|(]\s?|\s)(?:(?:with\s)?(?:translat(?:ed|ion)|illustrated|photographs?|photos?|pictures|illustrations?|drawings?"
    rf"|artwork)\s?(?:by\b|:)|{author_words.OTHERS_PART})",
    re.IGNORECASE,
)
"""Where a line goes on to name somebody who is no author: `By NAME, with photos by NAME`."""

_FROM_TOWN = re.compile(r"^[A-Z][A-Z .,]{2,30}[-–—]{1,2}\s?(?=By\s[A-Z])")
"""The town before an author line: `LEEDS - By NAME`."""

_CLOSED_BY = frozenset("([{")
_DIGIT = re.compile(r"\d")
_LATER_BY = re.compile(r"\b(?:by|автор|von|par|por):?\s", re.IGNORECASE)
_SPEAKS = re.compile(r":\s?\S|[\"“«]\S")
"""What follows a post where somebody is quoted."""

_PREPARED = re.compile(
    r"\b(?:prepared|written|compiled|reviewed|contributed|translated|interviewed|conducted|recorded"
    r"|interview\swith\s.{3,120}?)\s+by\s+(?P<who>.+)$",
    re.IGNORECASE,
)
_BETWEEN_VERBS = frozenset("been being first kindly originally specially".split())
_TALKED = re.compile(rf"\b(?:{author_words.TALKED})\s(?P<who>.+)$", re.IGNORECASE)
_ANSWERS = re.compile(
    r"\banswers?\s+(?:the\s+|our\s+)?questions?\b|\bin(?:terviewed| an interview with)\b"
    r"|\bна\s+(?:наши\s+)?вопросы\s.{0,40}\bотвеча[ею]т\b|\bотвеча[ею]т\s+на\s+(?:наши\s+)?вопросы\b",
    re.IGNORECASE,
)
_OUR_MAGAZINE = re.compile(
    r"\bour (?:magazine|journal|readers|correspond)|\bжурнала\b|\bнаши вопросы\b", re.IGNORECASE
)
_LABEL = re.compile(
    rf"(?:written\s)?by:?|authors?:?|author\(s\):?|авторы?:?|{author_words.LABEL}", re.IGNORECASE
)
_PAIR = 2
"""Names in a line of which more are those of as many people."""

_LONGEST_LABELLED = 120
_LONGEST_SIGNATURE = 200
_FACTS = re.compile(r"[|·•⋅]|\s[–—/]\s")
_LONGEST_FACT = 8
LONGEST = 40
"""Words of an author line."""


def read_line(
    text: str, promised: Sequence[str] = (), *, tail: bool = False
) -> tuple[tuple[str, ...], str] | None:
    """Return the authors an author line names and what gave it away, None when `text` is no author line.

    `tail`: the line stands after the text, where "NAME, post" needs a post and a bare name needs the contents' word.
    """
    text = unadorned(legible(text))
    if len(text.split()) > LONGEST:
        return None
    if author_words.IS_STAFF.match(text.strip(" .")):
        return (), "the editors"
    if _may_answer(text) and (asker := _asker(text)) is not None:
        return asker, ANSWERS
    if is_others_part(text):
        return (), HELPED
    readings = _readings(text, promised, tail=tail)
    return next((read for read in readings if read[0]), None) or _among_others(text)


def is_others_part(text: str) -> bool:
    """Return whether a line names who translated, drew or edited, and nobody else."""
    helped = _HELPED.match(text)
    return helped is not None and bool(names_in(text[helped.end() :]))


def _readings(text: str, promised: Sequence[str], *, tail: bool) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield whom a line names in each way that an author line may be read, the surest first, and which way it was."""
    by, said = said_by(text)
    if promised:
        yield _proven(said, promised, by=by), "the contents prove it"
    if by:
        yield names_then_post(said), "By"
    yield _dated_by(text), "By, behind a date"
    yield _prepared(text), "prepared by"
    yield _name_comma_post(text, tail=tail), "a name and a post"


def _among_others(text: str) -> tuple[tuple[str, ...], str] | None:
    """Return what the author line says that stands in a row of short facts: `May 1999 | By NAME | 3 comments`."""
    facts = [fact.strip() for fact in _FACTS.split(text[:300])]
    if len(facts) < 2 or any(len(fact.split()) > _LONGEST_FACT for fact in facts):
        return None
    by = (said_by(fact)[1] for fact in facts if _BY.match(fact))
    found = [names for said in by if (names := announced_names(said) or names_then_post(said))]
    if len(found) == 1:
        return found[0], "By, among other facts"
    others = [fact for fact in facts if not is_count(fact)]
    name, reachable = parted(others[0]) if len(others) == 1 else ("", False)
    named = said_names(name) if reachable else names_in(name)
    return (named, "a name among dates and counts") if named else None


def names_among_facts(text: str) -> bool:
    """Return whether a line names somebody and says when, or how many, and nothing else."""
    named = _among_others(text) if len(text) <= _LONGEST_LABELLED else None
    return named is not None and any(map(is_count, map(str.strip, _FACTS.split(text))))


def _dated_by(text: str) -> tuple[str, ...]:
    """Return the names behind `by` in a line that opens with a date: `Posted on 3 March 1999 by NAME`."""
    # Looking for a digit first is cheap, and hardly any text begins with one.
    by = _LATER_BY.search(text[:200]) if _DIGIT.search(text, 0, 200) else None
    if by is None or not any(c.isdigit() for c in text[: by.start()]):
        return ()
    if any(word.strip(".,:;|()") not in DATING for word in masked(text[: by.start()].casefold()).split()):
        return ()
    said = text[by.end() :]
    return announced_names(FROM.split(parted(said)[0], maxsplit=1)[0]) or names_then_post(said)


def is_label(text: str) -> bool:
    """Return whether `text` announces an author and names none: the next line or cell does."""
    return _LABEL.fullmatch(text) is not None


def read_labelled(text: str) -> tuple[tuple[str, ...], str] | None:
    """Return whom the line or cell behind a label names, None when it names nobody."""
    names = announced_names(parted(legible(text))[0]) if len(text) <= _LONGEST_LABELLED else None
    return (names, "a label before it") if names else None


@lru_cache(maxsize=256)
def said_by(text: str) -> tuple[bool, str]:
    """Return whether a line says `By`, and what stands behind that up to a date.

    Remembered, since several ways to read a line begin with it, and the pattern is long.
    """
    text = _FROM_TOWN.sub("", text) if "By" in text else text
    by = _BY.match(text)
    said = text[by.end() :] if by else text
    if by is not None and by.group().lstrip(".…-–—~*|/>»• ")[:1] in _CLOSED_BY:
        said = said.rstrip(" .)]}")
    if by is not None and (helped := _OTHERS_PART.search(said[:200])) is not None:
        said = said[: helped.start()]
    if by is not None and (when := WHEN.search(said)) is not None:
        said = without_connectors(said[: when.start()])
    return by is not None, said


def is_signature(text: str) -> bool:
    """Return whether `text` is an author line that names somebody behind "By" and says nothing else."""
    by, said = said_by(unadorned(text)) if len(text) <= _LONGEST_SIGNATURE else (False, "")
    return by and bool(names_then_post(said) or handles(said))


def _may_answer(text: str) -> bool:
    said = text.lower()
    return ("question" in said or "interview" in said or "вопросы" in said) and _ANSWERS.search(
        text
    ) is not None


def _asker(text: str) -> tuple[str, ...] | None:
    """Return who asks in an interview's opening line: nobody named, or the interviewer; None: no such line."""
    if prepared := re.search(r"\binterviewed\s+by\s+(?P<who>.+)$", text, re.IGNORECASE):
        return names_then_post(prepared["who"]) or ()
    opening = bare(re.split(r",|\banswers?\b", text, maxsplit=1)[0])
    return () if is_name(opening) or _OUR_MAGAZINE.search(text) else None


def _proven(text: str, promised: Sequence[str], *, by: bool) -> tuple[str, ...]:
    """Return the promised authors whom `text` names, if it is a line of authors: it opens with one or said "By".

    So it is in any language where it says nothing but one small word and them: `von NAME`, `par NAME`.
    """
    folded = folded_name(text)
    hits = tuple(name for name in promised if folded_name(name) in folded)
    if (
        hits
        and text[:1].islower()
        and len(folded.split()) == 1 + sum(len(folded_name(name).split()) for name in hits)
    ):
        return hits
    opens = any(folded_name(bare(text)).startswith(folded_name(bare(name))) for name in hits)
    said = text.rstrip().endswith(".") and author_words.IS_VERB.search(text) is not None
    spoken = _SPEAKS.search(without_firms(text)) is not None
    return hits if by or (opens and not said and not spoken) else ()


def _prepared(text: str) -> tuple[str, ...]:
    """Return the names behind `prepared by` and the like, nothing when nobody is named."""
    found = _PREPARED.search(text) if "by" in text.lower() else None
    if found is not None and (verb := author_words.IS_VERB.search(text[: found.start()])) is not None:
        # `This is a collection of tips written by NAME` tells what follows.
        found = found if _BETWEEN_VERBS.issuperset(text[verb.end() : found.start()].split()) else None
    if found is None and not text.isascii():
        found = _TALKED.search(text)
    return names_then_post(found["who"]) if found else ()


def _are_people(names: Sequence[str]) -> bool:
    """Return whether what looks like names in one line is that: of two, the other may say what, or where, one is."""
    if len(names) != _PAIR:
        return len(names) > _PAIR
    return not is_place(names[1]) and author_words.IS_POST.search(names[1]) is None


def _name_comma_post(text: str, *, tail: bool) -> tuple[str, ...]:
    """Return the name of a line `NAME, post, organisation`, nothing when it is a sentence."""
    text = parted(text)[0]
    alone = names_in(text)
    company = alone is not None and _are_people(alone) and not tail and not text.isupper()
    if several := alone if company else cyrillic_names(text, tail=tail):
        return several
    if text.rstrip().endswith(("!", "?", ":", ";")) or (alone is not None and len(alone) == 1):
        return ()
    first, comma, rest = text.partition(",")
    if not comma:
        first, comma, rest = text.partition(" – ") if " – " in text else text.partition(" - ")
    name = bare(first)
    # `Harbour College, Leeds` and `New York, New York` are no persons.
    if not comma or not rest.strip() or not is_name(name) or is_firm(name) or name == bare(rest):
        return ()
    said = (
        author_words.IS_VERB.search(rest) or WHEN.match(rest.strip()) or _SPEAKS.search(without_firms(rest))
    )
    if said is not None or len(text.split()) > 32:
        return ()
    if author_words.IS_POST.search(rest) or is_paper(rest):
        return (name,)
    # All in capitals it is a heading: `LOOKING BACK, LOOKING AHEAD`. Below a text only who is called `Dr.` signs so.
    below = tail and _DOCTOR.match(first.lstrip()) is None
    return () if below or text.isupper() or text.rstrip().endswith(".") or len(rest.split()) > 12 else (name,)
