"""From an HTML page's text to its blocks, in one walk: text, links, images and what the page asks for.

A block ends where a reader sees it end (pipelines/tags.py). Tags give hints (a heading, a data table, a quotation);
nothing is decided by a class, an id or a nesting.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from lxml import etree

from pipelines.joining import Joiner
from pipelines.nesting import flattened
from pipelines.tables import data_cells
from pipelines.tags import BREAKS, CELLS, HEADINGS, LISTS, MEANT, QUOTES, STRONG, UNSEEN, VERBATIM
from pipelines.textblock import Cell, Document, Picture, Span, TextBlock, count_words, fold

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_BLOCKS = 200_000
"""More blocks than this are no page; the rest is cut, with a note."""

_BLANKS = re.compile(r"[ \t\n\r\f\v]+")
_HIDDEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_CSS_URL = re.compile(r"url\(\s*[\"']?([^\"')]{1,2000})[\"']?\s*\)", re.IGNORECASE)
_LINK_RELS = frozenset({"stylesheet", "icon", "shortcut", "apple-touch-icon", "preload"})


class _Context(NamedTuple):
    url: str | None = None
    strong: bool = False
    heading: int | None = None
    list_id: int | None = None
    quote_id: int | None = None
    cell: Cell | None = None
    pre: bool = False
    unseen: bool = False


def read_html(text: str, *, url: str) -> Document:
    """Return the document that the HTML `text`, found at `url`, shows; broken HTML is read as browsers do.

    Never raises on any text; what had to be cut is told in `Document.notes`.
    """
    notes: list[str] = []
    root, deep = _tree(text)
    if deep:
        root, deep = _tree(flattened(text))
        notes.append("nested too deep: the innermost tags were dropped, their text was kept")
    if root is None:
        return Document(url=url, blocks=(), notes=("no HTML in it",))
    walk = _Walk(url)
    # lxml puts what stands after </html> into a second top-level element (findings, §4).
    walk.walk([root, *root.itersiblings()])
    return walk.document(tuple(notes))


def _tree(text: str) -> tuple[Any, bool]:
    """Return the root that libxml2 makes of `text`, None where there is nothing; and whether it gave up half-way."""
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        return None, False
    last = parser.error_log.last_error
    return root, last is not None and last.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT


class _Walk:
    """One walk over a page's tree; collects blocks, and what head and mark-up name."""

    def __init__(self, url: str) -> None:
        self._page = url
        self._joiner = Joiner(url)
        self._blocks: list[TextBlock] = []
        self._spans: list[Span] = []
        self._pictures: list[Picture] = []
        self._context = _Context()
        self._cells: dict[Any, Cell] = {}
        self._tables = self._lists = self._quotes = 0
        self._titles: list[str] = []
        self._og: list[str] = []
        self._requisites: dict[str, None] = {}
        self._links: dict[str, None] = {}
        self._language: str | None = None
        self._cut = False

    def walk(self, roots: list[Any]) -> None:
        """Walk the trees in document order; an element is left behind by a tuple put below its children."""
        stack: list[Any] = list(reversed(roots))
        while stack:
            item = stack.pop()
            if type(item) is tuple:
                element, before, breaks = item
                if breaks:
                    self._flush()
                self._context = before
            else:
                element = item
                tag = element.tag
                if isinstance(tag, str):
                    before = self._context
                    breaks = tag in BREAKS
                    if breaks:
                        self._flush()
                    if tag in MEANT:
                        self._enter(element, tag)
                    elif (names := element.keys()) and (dress := self._dress(element, names)):
                        self._context = before._replace(**dress)
                    self._text(element.text)
                    stack.append((element, before, breaks))
                    stack.extend(reversed(element))
                    continue
            self._text(element.tail)
            if len(self._blocks) >= MAX_BLOCKS:
                self._cut = True
                break
        self._flush()

    def document(self, notes: tuple[str, ...]) -> Document:
        """Return what the walk has found."""
        if self._cut:
            notes = (*notes, f"more than {MAX_BLOCKS} blocks: the rest was cut")
        return Document(
            url=self._page,
            blocks=tuple(self._blocks),
            titles=tuple(dict.fromkeys(t for t in (*self._titles, *self._og) if t)),
            requisites=tuple(self._requisites),
            links=tuple(self._links),
            language=self._language,
            notes=notes,
        )

    def _enter(self, element: Any, tag: str) -> None:
        """Set the context for what is inside `element`, and note what it names."""
        if tag == "a":
            href = element.get("href")
            address = self._joiner.join(href) if href is not None else None
            if address is not None:
                self._links[address] = None
                self._context = self._context._replace(url=address)
        elif tag == "img":
            self._image(element)
        elif tag in UNSEEN or tag in {"link", "input"}:
            self._named(element, tag)
            self._context = self._context._replace(unseen=True)
        else:
            changes = self._meaning(element, tag)
            if names := element.keys():
                changes.update(self._dress(element, names))
            if changes:
                self._context = self._context._replace(**changes)

    def _meaning(self, element: Any, tag: str) -> dict[str, Any]:
        """Return what an element's name changes in the context of its text."""
        changes: dict[str, Any] = {}
        if tag in STRONG:
            changes["strong"] = True
        if tag in HEADINGS:
            changes["heading"] = HEADINGS[tag]
        elif tag in CELLS:
            changes["cell"] = self._cells.get(element)
        elif tag == "table":
            self._tables += 1
            self._cells.update(data_cells(element, self._tables))
        elif tag in LISTS:
            self._lists += 1
            changes["list_id"] = self._lists
        elif tag in QUOTES:
            self._quotes += 1
            changes["quote_id"] = self._quotes
        elif tag in VERBATIM:
            changes["pre"] = True
        elif tag == "option":
            changes["url"] = self._option(element.get("value"))
        elif tag == "html":
            self._language = self._language or element.get("lang")
        return changes

    def _dress(self, element: Any, names: list[str]) -> dict[str, Any]:
        """Return what an element's attributes (`names`) change, and note the images they ask for."""
        if "background" in names and (background := element.get("background")):
            self._require(background)
        style = element.get("style") if "style" in names else None
        if style:
            for found in _CSS_URL.findall(style):
                self._require(found)
        hidden = "hidden" in names or (style and _HIDDEN.search(style))
        return {"unseen": True} if hidden else {}

    def _option(self, value: str | None) -> str | None:
        """Return the address that choosing an option leads to, if its value looks like one."""
        address = self._joiner.join(value) if value and re.search(r"[/?]", value) else None
        if address is not None:
            self._links[address] = None
        return address

    def _named(self, element: Any, tag: str) -> None:
        """Note what an element names without showing text."""
        get = element.get
        source = get("src")
        if tag == "base" and get("href"):
            self._joiner.rebase(get("href"))
        elif tag == "link" and _LINK_RELS & set((get("rel") or "").lower().split()):
            self._require(get("href"))
        elif source and (tag == "script" or (tag == "input" and (get("type") or "").lower() == "image")):
            self._require(source)
        elif source and tag in {"frame", "iframe"} and (address := self._joiner.join(source)) is not None:
            self._links[address] = None
        elif tag == "style":
            for found in _CSS_URL.findall(element.text or ""):
                self._require(found)
        elif tag == "title" and element.text:
            self._titles.append(fold(element.text))
        elif tag == "meta" and (get("property") or get("name") or "").lower() == "og:title":
            self._og.append(fold(get("content") or ""))

    def _image(self, element: Any) -> None:
        alt = fold(element.get("alt") or "")
        for candidate in _srcset(element.get("srcset")):
            self._require(candidate)
        address = self._require(element.get("src") or element.get("data-src"))
        if self._context.unseen:
            return
        if address is not None:
            self._pictures.append(Picture(address, alt))
        if alt:
            self._spans.append(Span(alt, self._context.url, self._context.strong, image=True))

    def _require(self, reference: str | None) -> str | None:
        """Note that the page asks for what `reference` names; return its absolute address."""
        address = self._joiner.join(reference) if reference else None
        if address is not None:
            self._requisites[address] = None
        return address

    def _text(self, text: str | None) -> None:
        if not text or self._context.unseen:
            return
        context = self._context
        if context.pre and "\n" in text:
            first, *rest = text.split("\n")
            self._add(first)
            for line in rest:
                self._flush(keep_empty=True)
                self._add(line)
            return
        self._add(text)

    def _add(self, text: str) -> None:
        context = self._context
        if not context.pre and ("\n" in text or "  " in text or "\t" in text or "\r" in text or "\f" in text):
            text = _BLANKS.sub(" ", text)
        if text:
            self._spans.append(Span(text, context.url, context.strong))

    def _flush(self, *, keep_empty: bool = False) -> None:
        """End the block that is being read."""
        if not self._spans and not self._pictures and not keep_empty:
            return
        context = self._context
        raw = "".join([s.text for s in self._spans if not s.image])
        text = " ".join(raw.split())
        if text or self._pictures or any(s.image for s in self._spans) or (keep_empty and context.pre):
            linked = sum(count_words(s.text) for s in self._spans if s.url and not s.image)
            self._blocks.append(
                TextBlock(
                    order=len(self._blocks),
                    text=text,
                    raw=raw.strip(" \t\r\n") if not context.pre else raw.rstrip(),
                    spans=tuple(self._spans),
                    pictures=tuple(self._pictures),
                    heading=context.heading,
                    list_id=context.list_id,
                    quote_id=context.quote_id,
                    cell=context.cell,
                    pre=context.pre,
                    words=count_words(text),
                    linked_words=linked,
                )
            )
        self._spans = []
        self._pictures = []


def _srcset(value: str | None) -> Iterator[str]:
    """Yield the addresses of a srcset (HTML Living Standard §2.5.4, without its data: cases)."""
    for part in re.split(r",\s+|,$", value or ""):
        pieces = part.split()
        if pieces:
            yield pieces[0].rstrip(",")
