"""What a person's name looks like in a magazine's bylines and contents lines."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from pipelines.words.firms import is_firm, is_workplace
from pipelines.words.name_words import GIVEN, NO_NAMES, SURNAMES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_PARTICLES = (
    "de|van|von|der|den|la|le|del|di|da|do|dos|das|du|e|i|y|zu|zur|ter|ten|af|av|al|el|bin|ben|ibn|ul|uly|kyzy"
    "|ogly"
)
_WORD = r"[^\W\d_](?:[^\W\d_]|['’ʼ`-](?=[^\W\d_]))*"
_NAME_WORD = re.compile(rf"(?:{_WORD})\.?|(?:[^\W\d_]\.){{1,3}}")
_ELIDED = re.compile(r"(?:d|l|s|dell|dall)['’](?=[^\W\d_a-z])")
"""A particle that is one word with the name behind it: `d'Angelo`."""

_TITLES = re.compile(r"^(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Madam)\.?\s+)+", re.IGNORECASE)
_RANKS = re.compile(
    r"^(?:(?:the\s+)?(?:late|right|very|most|Rev|Reverend|Revd|Hon|Honou?rable|Fr|Father|Sister|Brother|Br|Rabbi|Pastor"
    r"|Deacon|Canon|Bishop|Imam|Judge|Justice|Sen|Senator|Rep|Representative|Gov|Governor|Lord|Lady|Dame|Lt|Lieut"
    r"|Lieutenant|Capt|Captain|Maj|Major|Col|Colonel|Cmdr|Commander|Adm|Admiral|Gen|General|Sgt|Sergeant|Cpl"
    r"|Corporal|Pvt|Private|Constable|Emeritus|Dr|Prof)\.?\s+)+(?=\S+\s+\S)"
)
"""Ranks and callings before a whole name; some people are called so, and then one name more stands behind."""

_JOINING = "and|AND|und|et|и|та|і|және"
_SPLIT = re.compile(rf"\s{{0,3}}(?:[,;/&\n]|\b(?:{_JOINING}|y(?=\s\w+\s\w\w))\b)\s{{0,3}}")
_SMALL = frozenset(f"{_PARTICLES}|{_JOINING}|the|late|right|very|most".split("|"))
"""Small words that may be the second of a list of names."""

_JUNIOR = re.compile(r"Jr|Sr|II|III|IV|JR|SR")
"""What follows a comma and is part of the name before it."""

_DEGREES = re.compile(
    r"(?:Ph\.?\s?D|D\.?\s?Phil|M\.?D|M\.?B\.?A|[BM]\.?(?:Sc|A|Eng)|Esq|J\.?D|LL\.?[BDM]|R\.?N|P\.?E|C\.?P\.?A)\.?"
)
"""What follows a comma and tells what the person before it has studied."""

_DOCTOR = re.compile(r"(?<=\w|\.)\sPh\.?\s?D$")
"""The degree that stands behind a name without a comma."""

_LAST_JOINED = re.compile(r"[;&]|\b(?:and|und|et|и|та|і|және)\b", re.IGNORECASE)
"""What joins the last of several people to the others."""

_SHORTEST_WITH_FIRM = 2
"""Parts of which a line has more that names somebody and a firm of two."""

_HANDLE = re.compile(r"[^\W_][\w.-]{2,23}")
_INITIAL = re.compile(r"[^\W\d_a-z]\.")
_GLUED = re.compile(r"^((?:[^\W\d_a-z]\.){1,3})(?=[^\W\d_a-z][^\W\d_.])")
"""Initials before a surname without a blank: `A.B.Carter`."""

_WHOSE = ("'s", "’s")
_OPENS_NAME = re.compile(
    r"(?:Ma?c|D[aei]|L[aeou]|V[ao]n(?:de[nr]?)?|Fitz|Al|El|Des?|Du|Sain?t|St|Te[nr]?|Jo|Mary|Ann|Sue|Jean)[A-Z]"
)
"""How names open that have a capital inside."""

_VOWELS = frozenset("AEIOUY")
_SHORTEST_LETTERS = 3
_INNER_CAPITAL = re.compile(r"[^\W\d_A-Z][A-Z]")
_QUOTES = "\"“”'‘’()"


def is_name(text: str) -> bool:
    """Return whether `text` looks like one person's name: two to five capitalised words, none a common noun.

    Nor does one of them say whose something is, or is written as things are: `XML`, `DocBook`.
    """
    words = text.split()
    # Behind a given name or an initial stands a surname, whatever it means: `Jane Law`, `Marit L. Law`.
    *first, last = words or [""]
    common = any(word.lower() in NO_NAMES for word in first)
    if common or (last.lower() in NO_NAMES and not _is_surname(first, last)) or not _is_made_of_names(words):
        return False
    return text.isupper() or not any(map(_is_of_a_thing, words))


def _is_surname(first: list[str], last: str) -> bool:
    """Return whether a word may be a surname behind the words before it."""
    given = bool(first) and (first[0].lower() in GIVEN or _INITIAL.fullmatch(first[-1]) is not None)
    return given and last.lower() in SURNAMES


def _is_of_a_thing(word: str) -> bool:
    """Return whether a word is written as no name is; a surname may be in capitals."""
    letters = word.isupper() and word.isalpha() and word.isascii() and len(word) >= _SHORTEST_LETTERS
    inner = _INNER_CAPITAL.search(word) is not None and _OPENS_NAME.match(word) is None
    return word.endswith(_WHOSE) or inner or (letters and _VOWELS.isdisjoint(word))


def is_given(name: str) -> bool:
    """Return whether a name opens with one that people are given; a firm may look like a name."""
    return name.split(" ", 1)[0].lower() in GIVEN


def is_said_name(text: str) -> bool:
    """Return whether `text` can be a name where one is announced: `By Bill Law`, though no `Bill Law` alone is one."""
    *first, last = _GLUED.sub(r"\1 ", text).split() or [""]
    common = {word.lower() for word in first} & NO_NAMES
    return (
        not common
        and (last.lower() not in NO_NAMES or last.lower() in SURNAMES)
        and _is_made_of_names([*first, last])
    )


def is_single_name(text: str) -> bool:
    """Return whether `text` can be the only name of somebody who is announced: one capitalised word, no common one."""
    return (
        text[:1].isupper()
        and len(text) > 2
        and text.lower() not in NO_NAMES
        and _NAME_WORD.fullmatch(text) is not None
    )


def _is_made_of_names(words: list[str]) -> bool:
    if not 2 <= len(words) <= 5 or sum(map(len, words)) > 56:
        return False
    said = "".join(words)
    if said.count("(") != said.count(")"):
        return False
    capital = 0
    for at, word in enumerate(words):
        # A nickname stands in quotes between two names.
        bare_word = word.strip(_QUOTES) if 0 < at < len(words) - 1 else word
        if not _NAME_WORD.fullmatch(bare_word):
            return False
        if bare_word[0].isupper() or _ELIDED.match(bare_word):
            capital += 1
        elif not re.fullmatch(_PARTICLES, bare_word):
            return False
    return capital >= 2


def bare(text: str) -> str:
    """Return a name without the titles before it and the marks around it; an initial or `Jr.` keeps its stop."""
    name = text.strip(" \t,.;:*–—-")
    # They stand at the front only: `match` sees at once that there are none, `sub` goes on looking.
    if titles := _TITLES.match(name):
        name = name[titles.end() :]
    name = name.strip()
    if ranks := _RANKS.match(name):
        name = name[ranks.end() :]
    if name.endswith("D"):
        name = _DOCTOR.sub("", name)
    if not text.rstrip(" \t,;:*–—-").endswith("."):
        return name
    initial = name[-1:].isupper() and name[-2:-1] in {" ", "."}
    return f"{name}." if initial or name.endswith((" Jr", " Sr", " JR", " SR")) else name


def names_in(text: str) -> tuple[str, ...] | None:
    """Return the names of a list such as `A B, C D and E F`, None when anything in it is no name, or a firm's."""
    names, rest = _leading(text, is_name)
    return names if names and not rest and not is_firm(names[0]) else None


def first_names(text: str) -> tuple[str, ...]:
    """Return the names a list opens with, where names are announced, up to the first part that is none."""
    return _leading(text, is_said_name)[0]


def said_names(text: str) -> tuple[str, ...] | None:
    """Return the names of a list that is nothing else, where names are announced or an address follows them."""
    names, rest = _leading(text, is_said_name)
    return names if names and not rest else None


def announced_names(text: str) -> tuple[str, ...] | None:
    """Return the names of a list that is nothing else, single names (`Zoltan and Ann Lee`) too, None otherwise.

    Single ones that only commas set off from a whole name are where that person lives (`Jane Roe, Halifax, Canada`),
    two of them behind one are a firm: `Jane Roe, Ernst & Young`.
    """
    names, rest = _leading(text, lambda part: is_said_name(part) or is_single_name(part))
    if not names or rest:
        return None
    firm = len(names) > _SHORTEST_WITH_FIRM and not any(" " in name for name in names[-2:])
    if " " in names[0] and (firm or not _LAST_JOINED.search(text)):
        return tuple(takewhile(lambda name: " " in name, names))
    return names


def handles(text: str) -> tuple[str, ...] | None:
    """Return the handles that a text is, where somebody is announced: `sparky99`, `lamp_cat and RustFox`, else None."""
    said = [part.strip(" .,;:") for part in _SPLIT.split(text, maxsplit=3) if part.strip(" .,;:")]
    return tuple(said) if said and all(map(_is_handle, said)) else None


def _is_handle(text: str) -> bool:
    """Return whether a text is how somebody is called on a network: a word with a number, stroke or capital inside."""
    if _HANDLE.fullmatch(text) is None or not any(c.isalpha() for c in text):
        return False
    return "_" in text or any(c.isdigit() for c in text) or _INNER_CAPITAL.search(text) is not None


def _leading(text: str, is_one: Callable[[str], bool]) -> tuple[tuple[str, ...], list[str]]:
    """Return the names at the front of a list, and the parts that follow them."""
    text = text.strip(" ,;:")
    if _opens_as_text(text):
        return (), [text]
    first = bare(_SPLIT.split(text, maxsplit=1)[0])
    if first and not is_one(first):
        return (), [first]  # most texts open with no name, and need not be taken apart
    parts = _with_juniors(bare(part) for part in _SPLIT.split(text) if part.strip(" .,;:*–—-"))
    names = tuple(takewhile(lambda part: is_one(part.split(",")[0]), parts))
    # Behind somebody's name stands where they work: `By Jane Roe, Harbour Museum, Leeds`.
    firm = next((at for at, name in enumerate(names) if at and _is_employer(name)), len(names))
    return names[:firm], parts[firm:]


def _opens_as_text(text: str) -> bool:
    """Return whether a text's second word is a small one that no list of names has there: so most sentences are told.

    Taking off titles and looking for what joins names takes ten times as long.
    """
    first, _, rest = text.partition(" ")
    second = rest.partition(" ")[0]
    return second.islower() and (first + second).isalpha() and _SMALL.isdisjoint((first, second))


def _is_employer(name: str) -> bool:
    """Return whether what stands behind somebody's name, and looks like one, is where they work: `Halyk Bank`."""
    return is_firm(name) or (name.endswith(" Bank") and not is_name(name))


def _with_juniors(parts: Iterable[str]) -> list[str]:
    """Return `parts` with what belongs to the name before it put back there (`Hugo Bell, Jr.`), and without degrees."""
    joined: list[str] = []
    for part in parts:
        if joined and _DEGREES.fullmatch(part):
            continue
        if joined and _JUNIOR.fullmatch(part):
            joined[-1] = f"{joined[-1]}, {part}{'.' if part[-1] in 'rR' else ''}"
        else:
            joined.append(part)
    return joined


def folded_name(name: str) -> str:
    """Return a name as names are compared: letter case and blanks behind initials aside."""
    return " ".join(name.casefold().replace(".", ". ").split())


def listed(text: str) -> tuple[str, ...]:
    """Return the authors a contents line prints behind its title, as they stand; words about no person left out.

    A contents line is a place for names, so one-word and long names pass too; but behind somebody's name stands where
    they work, and one word behind a comma is the town or the country. One word beside others that are no names is a
    note: `Games and utilities`.
    """
    parts = _with_juniors(bare(part) for part in _SPLIT.split(text) if part.strip(" .,;:*–—-…"))
    people = list(takewhile(lambda part: part is parts[0] or not is_workplace(part), parts))
    whole = next((at for at, part in enumerate(people) if " " in part), len(people))
    names = tuple(
        part
        for at, part in enumerate(people)
        if _may_be_listed(part) and (at <= whole or " " in part or f", {part}" not in text)
    )
    joined = "," not in text and any(part[0].islower() for part in people)
    return () if joined and not any(" " in name for name in names) else names


def _may_be_listed(part: str) -> bool:
    words = part.split()
    return (
        1 <= len(words) <= 6
        and all(word[0].isupper() or re.fullmatch(_PARTICLES, word) or _ELIDED.match(word) for word in words)
        and not any(c.isdigit() for c in part)
        and not all(word.lower() in NO_NAMES for word in words)
    )
