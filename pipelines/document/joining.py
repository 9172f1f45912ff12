"""A page's references made absolute, each once (RFC 3986 §5, as browsers do it)."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import urljoin

_BLANKS = re.compile(r"[ \t\n\r\f\v]+")
_ROOTED = re.compile(r"/(?:[\w~=?&;%+,-]++[/.])*+[\w~=?&;%+,-]*+", re.ASCII)
"""A reference from the site's root that needs no resolving."""

_BELOW = re.compile(r"\w[\w~=&%+,-]*(?:[/.][\w~=&%+,-]+)*/?(?:\?[\w~=&%+,./-]+)?", re.ASCII)
"""A reference from the page's folder downwards: it can just be written behind the folder."""

_WHOLE = re.compile(r"https?://[\w.-]++(?::\d++)?(?:/[\w~=&%+,./-]*+)?(?:\?[\w~=&%+,./-]++)?", re.ASCII)
"""A reference that is an address already."""

_LEADS_SOMEWHERE = ("http://", "https://", "file:")


class Joiner:
    """Resolves references against a page's address, or against its `<base>` once that is known."""

    __slots__ = ("_base", "_folder", "_known", "_origin", "_rebased")

    def __init__(self, page: str) -> None:
        self._rebased = False
        self._set(page)

    def _set(self, base: str) -> None:
        self._base = base
        self._origin = "/".join(base.partition("?")[0].split("/", 3)[:3])
        self._known: dict[str, str | None] = {}
        self._folder = _folder_of(base) or (self._resolve("x") or "").removesuffix("x")

    def rebase(self, reference: str) -> None:
        """Resolve against `reference` from now on; only a page's first `<base>` counts (HTML §4.2.3)."""
        if not self._rebased:
            self._rebased = True
            self._set(self.join(reference) or self._base)

    def join(self, reference: str) -> str | None:
        """Return the absolute address without fragment; None for one that leads to no page (mailto, broken)."""
        if reference in self._known:
            return self._known[reference]
        address: str | None
        if reference[:1] == "/" and _is_rooted(reference):
            address = self._origin + reference
        elif _WHOLE.fullmatch(reference):
            address = reference
        elif self._folder and _BELOW.fullmatch(reference):
            address = self._folder + reference
        else:
            address = self._resolve(reference)
        self._known[reference] = address
        return address

    def is_within(self, address: str) -> bool:
        """Return whether an absolute address is of the host that references are resolved against."""
        return address == self._origin or address.startswith(f"{self._origin}/")

    def _resolve(self, reference: str) -> str | None:
        try:
            joined = urljoin(self._base, _BLANKS.sub(" ", reference).strip())
        except ValueError:
            return None
        address = joined.split("#", 1)[0].replace(" ", "%20")
        return address if address.startswith(_LEADS_SOMEWHERE) else None


@lru_cache(maxsize=4096)
def _is_rooted(reference: str) -> bool:
    """Return whether a reference needs no resolving; remembered, since a site's menus are the same on every page."""
    return _ROOTED.fullmatch(reference) is not None


def _folder_of(base: str) -> str | None:
    """Return the folder of an address that is plain enough for that to be what stands before its last slash."""
    if "?" in base or "/." in base or base.count("//") != 1 or not _WHOLE.fullmatch(base):
        return None
    return base[: base.rindex("/") + 1] if base.count("/") > 2 else None
