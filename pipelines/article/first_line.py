"""The line right below a title: more forms are an author line there than anywhere else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipelines.article.author_line import LONGEST, read_line, said_by
from pipelines.furniture.dating import WHEN, is_count, without_connectors
from pipelines.furniture.posted import is_event
from pipelines.words.contact import parted
from pipelines.words.legible import legible, unadorned
from pipelines.words.names import announced_names, handles, said_names

if TYPE_CHECKING:
    from collections.abc import Sequence

_TELLS = re.compile(
    r"(?P<who>\S.{3,60}?)\s(?:writes|reports|(?:talks|speaks)\s(?:to|with)\s.{3,60})\s?[:.…]{0,3}"
)
"""What such a line says and nothing else: `NAME reports`, `NAME talks to NAME`."""

_POSTED = re.compile(r"(?:(?:posted |submitted )?by|author):?\s?", re.IGNORECASE)
_NICK = re.compile(r"[a-z][\w-]{3,23}")
"""What somebody is called on a network, where that is a word like any other."""

_TEAMS = frozenset("Team Staff Crew Gang Editors Group Committee Collective Board".split())
_LONGEST_TEAM = 6

_MEANS = frozenset(
    "accident admin administrator anonymous anyone author both chance choice committee comparison contrast courier"
    " daylight default definition degrees design each editor editors email everybody everyone example foot force guest"
    " hand heart horse invitation itself land mail many mistake moonlight most name nature night nobody numbers others"
    " ours phone post proxy rail request road rote sight some somebody someone staff telephone them themselves then"
    " train turns water webmaster which whom word yours yourself".split()
)
"""What else a line may say behind `by`: `By hand`, `Posted by admin`."""

_LONGEST_DATED = 120


def read_first_line(text: str, promised: Sequence[str] = ()) -> tuple[tuple[str, ...], str] | None:
    """Return what `read_line` does, of the line right below a title.

    There a single name, a handle, a name and an address or a date will do, too.
    """
    text = unadorned(legible(text))
    if len(text.split()) > LONGEST:
        return None
    by, said = said_by(text)
    name, reachable = parted(said)
    names = (announced_names(name) or handles(name)) if by else None
    opens = _POSTED.match(text) if names is None and by else None
    if (
        opens is not None
        and _NICK.fullmatch(name)
        and text.startswith(name, opens.end())
        and name not in _MEANS
    ):
        names = (name,)
    if by and _is_team(name):
        names = (name,)
    if names is not None:
        return names, "By"
    read = read_line(text, promised)
    if read is None and not by and reachable and (names := said_names(name) or _called(name, text)):
        return names, "a name and an address"
    return read or _dated(text) or _telling(text)


def _called(name: str, text: str) -> tuple[str, ...]:
    """Return a single name or a handle that the address behind it has, too: `zoltan <zoltan@wire.example>`."""
    local = text[len(name) :].casefold().partition("@")[0]
    return (name,) if _NICK.fullmatch(name.casefold()) and local.endswith(name.casefold()) else ()


def _is_team(text: str) -> bool:
    """Return whether who is announced is no single person, but is called something: `The Harbour Team`."""
    first, *others = text.split() or [""]
    called = others if first.casefold() == "the" else [first, *others]
    return (
        "," not in text
        and 1 < len(called) <= _LONGEST_TEAM
        and called[-1] in _TEAMS
        and all(word[0].isupper() for word in called)
    )


def _telling(text: str) -> tuple[tuple[str, ...], str] | None:
    tells = _TELLS.fullmatch(text)
    names = said_names(tells["who"]) if tells is not None else None
    return (names, "who tells it") if names else None


def _dated(text: str) -> tuple[tuple[str, ...], str] | None:
    """Return whom a line names before or behind a date, and nothing else: `NAME, March 1999`, `3 May 1999 - NAME`."""
    when = WHEN.search(text)
    if when is None:
        return None
    names = None
    if when.start() and not is_event(text, when):
        names = said_names(without_connectors(text[: when.start()]))
    elif not when.start() and not when.group().isdecimal() and len(text) <= _LONGEST_DATED:
        end = [found.end() for found in WHEN.finditer(text)][-1]
        names = said_names(text[end:].strip(" ,.:;|•·/–—-")) if is_count(text[:end]) else None
    return (names, "a name and a date") if names else None
