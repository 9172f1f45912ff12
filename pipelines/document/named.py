"""What a page's mark-up names beside its text: where it leads, what it asks for, its titles and its language."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Any

from pipelines.document.joining import Joiner
from pipelines.document.menus import Menus
from pipelines.document.textblock import Picture, fold

if TYPE_CHECKING:
    from collections.abc import Iterator

_HIDDEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_ON_SCRIPTS = re.compile(r"script|скрипт|browser|браузер", re.IGNORECASE)
_CSS_URL = re.compile(r"url\(\s*[\"']?([^\"')]{1,2000}+)[\"']?\s*\)", re.IGNORECASE)
_THIN = 5
"""Pixels of a side of pictures in which nobody sees anything."""

_SRCSET = re.compile(r",\s+|,$")
_LINK_RELS = frozenset({"stylesheet", "icon", "shortcut", "apple-touch-icon", "preload"})
_PARTS_OF_A_NAME, _LONGEST_NAME = 8, 80
DRESS = frozenset({"background", "style", "hidden", "role", "itemprop"})
"""The attributes by which an element is hidden, asks for an image, or says what part of the page it is."""


class Named:
    """Collects what the elements of one page name, as they come in document order."""

    __slots__ = (
        "_joiner",
        "_menus",
        "_og",
        "_titles",
        "frames",
        "language",
        "links",
        "mailed",
        "requisites",
        "statements",
    )

    def __init__(self, page: str) -> None:
        self._joiner = Joiner(page)
        self._titles: list[str] = []
        self._og: list[str] = []
        self._menus = Menus()
        self.requisites: dict[str, None] = {}
        """The absolute addresses of what the page asks for."""
        self.links: dict[str, None] = {}
        """The absolute addresses it leads to."""
        self.frames: dict[str, None] = {}
        """The absolute addresses of the pages that it shows in frames."""
        self.mailed: set[str] = set()
        """The words that lead to mail addresses."""
        self.language: str | None = None
        self.statements: list[str] = []
        """What it says of itself for machines, as JSON-LD."""

    @property
    def titles(self) -> tuple[str, ...]:
        """The titles its head gives, best first."""
        return tuple(dict.fromkeys(title for title in (*self._titles, *self._og) if title))

    def link(self, reference: str) -> str | None:
        """Note where `reference` leads and return that address; None where it leads to no page."""
        address = self._joiner.join(reference)
        if address is not None:
            self.links[address] = None
        return address

    def address(self, reference: str | None) -> str | None:
        """Return the absolute address of `reference`, None where it leads to no page."""
        return self._joiner.join(reference) if reference is not None else None

    def is_within(self, address: str | None) -> bool:
        """Return whether an address is of the page's own host."""
        return address is not None and self._joiner.is_within(address)

    def anchor(self, element: Any) -> str | None:
        """Return where a link leads, as `link` does; note its words if that is a mail address."""
        reference = element.get("href")
        if reference is None:
            return None
        address = self._joiner.join(reference)
        if address is not None:
            self.links[address] = None
        elif reference[:7].casefold() == "mailto:":
            self.mailed.add(fold("".join(islice(element.itertext(), _PARTS_OF_A_NAME)))[:_LONGEST_NAME])
        return address

    def option(self, element: Any) -> str | None:
        """Note the address that choosing an option leads to, if it leads somewhere, and return it."""
        value = element.get("value")
        reference = self._menus.reference(element, value) if value else None
        return None if reference is None else self.link(reference)

    def root(self, element: Any) -> None:
        """Note the language that an `html` element names; the first one counts."""
        self.language = self.language or element.get("lang")

    def hides(self, element: Any) -> bool:
        """Return whether an element's attributes (one of DRESS) hide its text, and note the images they ask for."""
        self._require(element.get("background"))
        style = element.get("style") or ""
        for found in _CSS_URL.findall(style):
            self._require(found)
        return element.get("hidden") is not None or _HIDDEN.search(style) is not None

    def stands_in(self, element: Any) -> bool:
        """Return whether a `noscript` shows what a script would: a counter's link, rates, and no word about scripts."""
        if next(element.iterdescendants("iframe", "style", "link", "meta"), None) is not None:
            return False
        said = "".join(element.itertext())
        shows = next(element.iterdescendants("a"), None) is not None or any(map(str.isdecimal, said))
        return shows and _ON_SCRIPTS.search(said) is None

    def without_text(self, element: Any, tag: str) -> None:
        """Note what an element names that shows no text."""
        get = element.get
        source = get("src")
        if tag == "base" and get("href"):
            self._joiner.rebase(get("href"))
        elif tag == "link" and not _LINK_RELS.isdisjoint((get("rel") or "").lower().split()):
            self._require(get("href"))
        elif source and (tag == "script" or (tag == "input" and (get("type") or "").lower() == "image")):
            self._require(source)
        elif source and tag in {"frame", "iframe"}:
            self._frame(source, tag)
        elif tag == "style":
            for found in _CSS_URL.findall(element.text or ""):
                self._require(found)
        elif tag == "script" and element.text and get("type") == "application/ld+json":
            self.statements.append(element.text)
        elif tag == "title" and element.text:
            self._titles.append(fold(element.text))
        elif tag == "meta" and (get("property") or get("name") or "").lower() == "og:title":
            self._og.append(fold(get("content") or ""))

    def _frame(self, source: str, tag: str) -> None:
        """Note the page that a frame shows; what stands in one amid a text (`iframe`) is another's."""
        shown = self.link(source)
        if shown is not None and tag == "frame":
            self.frames[shown] = None

    def image(self, element: Any) -> tuple[Picture | None, str]:
        """Note the addresses of an `img` and return its picture, None without one to see, and alternative text."""
        alt = fold(element.get("alt") or "")
        for candidate in _srcset(element.get("srcset")):
            self._require(candidate)
        # A picture that is loaded late has a tiny one of its own bytes (data:) in its place.
        address = self._require(element.get("src")) or self._require(element.get("data-src"))
        seen = address is not None and (alt or not _is_spacer(element))
        return Picture(address, alt) if seen and address else None, alt

    def _require(self, reference: str | None) -> str | None:
        """Note that the page asks for what `reference` names; return its absolute address."""
        address = self._joiner.join(reference) if reference else None
        if address is not None:
            self.requisites[address] = None
        return address


def _is_spacer(element: Any) -> bool:
    """Return whether an `img` keeps a distance, draws a line or counts visits: it is hardly wide or high at all.

    One that is loaded late may be so small until then.
    """
    thin = _is_thin(element.get("width")) or _is_thin(element.get("height"))
    return thin and element.get("data-src") is None


def _is_thin(extent: str | None) -> bool:
    return extent is not None and len(extent) == 1 and extent.isdecimal() and int(extent) <= _THIN


def _srcset(value: str | None) -> Iterator[str]:
    """Yield the addresses of a srcset (HTML Living Standard §2.5.4, without its data: cases)."""
    for part in _SRCSET.split(value) if value else ():
        pieces = part.split()
        if pieces:
            yield pieces[0].rstrip(",")
