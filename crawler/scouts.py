"""Where to look for the issue index when the start URLs don't show it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from crawler.addresses import host_of, root_of

if TYPE_CHECKING:
    from collections.abc import Iterable

_LIKELY = re.compile(r"archi|journal|magazin|issue|number|back|contents|periodic", re.IGNORECASE)
_UNLIKELY = re.compile(
    r"\.(?:gif|jpe?g|png|css|js|ico|svg|pdf|zip|docx?|xlsx?|mp3|exe)(?:$|\?)|print|login|search",
    re.IGNORECASE,
)


class Scouts:
    """Candidates in the order in which they are tried: alternatives, the root, links by likelihood.

    `alternatives` are the profile's other start URLs. At most `limit` are given out.
    """

    def __init__(self, *, alternatives: Iterable[str], limit: int) -> None:
        self._first = list(alternatives)
        self._likely: dict[str, None] = {}
        self._other: dict[str, None] = {}
        self._given: set[str] = set()
        self._left = limit

    def as_json(self) -> dict[str, Any]:
        """Return the candidates as values that JSON has."""
        return {
            "first": self._first,
            "likely": list(self._likely),
            "other": list(self._other),
            "given": sorted(self._given),
            "left": self._left,
        }

    def restore(self, values: dict[str, Any]) -> None:
        """Take the candidates that `as_json` gave."""
        self._first = list(values["first"])
        self._likely, self._other = dict.fromkeys(values["likely"]), dict.fromkeys(values["other"])
        self._given, self._left = set(values["given"]), values["left"]

    def add_root(self, url: str) -> None:
        """Try the root of the site of `url`, after the alternatives."""
        root = root_of(url)
        if root is not None and root not in self._first:
            self._first.append(root)

    def add_links(self, links: Iterable[str], hosts: frozenset[str]) -> None:
        """Try those `links` that stay on `hosts`, those first that sound like an archive of issues."""
        for link in links:
            if link in self._given or host_of(link) not in hosts or _UNLIKELY.search(link):
                continue
            (self._likely if _LIKELY.search(link.split("//", 1)[-1].partition("/")[2]) else self._other)[
                link
            ] = None

    def next(self) -> str | None:
        """Return the next address to try, None when there is none or the limit is reached."""
        while self._left > 0:
            if self._first:
                url = self._first.pop(0)
            elif pool := self._likely or self._other:
                url = next(iter(pool))
                del pool[url]
            else:
                return None
            if url not in self._given:
                self._given.add(url)
                self._left -= 1
                return url
        return None
