"""When an address is that of a further page of what another one begins: `lamps-2.html`, `?id=7&page=2`."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import urlsplit

_PAGE_KEYS = frozenset("page p pg pn paged pageno page_no pagenum part start offset seite pagina".split())
"""What a query calls the page that it asks for."""

_OTHER_KEYS = frozenset("c cpage comment comments print lang language l view sort".split())
"""What it calls readers' words, or another form of the same page."""

_MOST = 60
"""Pages of one text or list; what counts on is no text's."""

_NUMBERED = re.compile(r"[-_.,/]?(?:page|part|pg|pt|p|s)?[-_/]?(\d{1,2})/?", re.IGNORECASE)
_LETTERED = re.compile(r"(?:(?<=\d)|[-_])[b-h]")
_SAID = re.compile(r"(?:page|part|pg|p)[-_/]?(\d{1,2})/?", re.IGNORECASE)
_FIRST = re.compile(r"(.{0,60}[^\W\d_]{2}[-_]?)(0?)1")
_FRONT = frozenset({"", "index", "default"})


@lru_cache(maxsize=4096)
def goes_on(address: str, first: str, *, said: bool = False) -> bool:
    """Return whether a canonical `address` is that of a further page of what begins at `first`.

    What is called by numbers alone may be the next article; where a link has `said` that the text goes on,
    `lamps1.html` goes on in `lamps2.html`, and a folder's page in `2.html`.
    """
    of, own = urlsplit(address), urlsplit(first)
    if of.netloc != own.netloc or address == first:
        return False
    if of.path == own.path:
        return _asks_for_page(of.query, own.query)
    return of.query == own.query and _is_named_on(of.path, own.path, said=said)


def _asks_for_page(query: str, first: str) -> bool:
    asked, known = set(query.split("&")) - {""}, set(first.split("&")) - {""}
    more, fewer = asked - known, known - asked
    if len(more) != 1 or len(fewer) > 1:
        return False
    key, _, value = more.pop().partition("=")
    key = key.lower()
    if not value.isdecimal() or len(value) > len("0000"):
        return False
    if key in _PAGE_KEYS:
        return not fewer or fewer.pop().partition("=")[0].lower() == key
    return not fewer and key not in _OTHER_KEYS and _counts_on(value)


def _is_named_on(path: str, first: str, *, said: bool) -> bool:
    folder, _, name = first.rpartition("/")
    if not path.startswith(f"{folder}/"):
        return False
    stem, dot, ending = name.partition(".")
    rest = path[len(folder) + 1 :].removesuffix(dot + ending)
    if stem.lower() in _FRONT:
        rest = rest.partition(".")[0]
        named = _SAID.fullmatch(rest) or (_NUMBERED.fullmatch(rest) if said else None)
        return named is not None and _counts_on(named[1])
    if rest.startswith(stem):
        tail = rest[len(stem) :]
        if _LETTERED.fullmatch(rest, len(stem)):
            return True
        number = _NUMBERED.fullmatch(tail)
        return (
            number is not None
            and _counts_on(number[1])
            and not (stem + tail)[len(stem) - 1 :][:2].isdecimal()
        )
    one = _FIRST.fullmatch(stem) if said else None
    if one is None or not rest.startswith(one[1]):
        return False
    number = re.fullmatch(rf"{one[2]}(\d{{1,2}})", rest[len(one[1]) :])
    return number is not None and _counts_on(number[1])


def _counts_on(number: str) -> bool:
    return 1 < int(number) <= _MOST
