"""From an HTML page's text to its blocks, in one walk: text, links, images and what the page asks for.

A block ends where a reader sees it end (pipelines/document/tags.py). Tags give hints (a heading, a data table, a
quotation); nothing is decided by a class, an id or a nesting.
"""

from __future__ import annotations

import re
from itertools import chain
from typing import Any, Self

from lxml import etree

from pipelines.document.context import Context, hidden
from pipelines.document.folded import unfolded
from pipelines.document.initials import set_initials, with_initial
from pipelines.document.late import is_hidden_text, shows_little
from pipelines.document.named import DRESS, Named
from pipelines.document.nesting import tree
from pipelines.document.sheet import dress
from pipelines.document.stated import stated_text
from pipelines.document.tables import data_cells
from pipelines.document.tags import (
    BREAKS,
    CELLS,
    HEADINGS,
    IMAGES,
    LISTS,
    MEANT,
    QUOTES,
    REGIONS,
    ROLES,
    STRONG,
    UNSEEN,
    VERBATIM,
)
from pipelines.document.textblock import (
    Cell,
    Document,
    Picture,
    Region,
    Span,
    TextBlock,
    count_words,
    fold_and_count,
    trim_and_count,
)
from pipelines.words.legible import INVISIBLE

MAX_BLOCKS = 200_000
"""More blocks than this are no page; the rest is cut, with a note."""

_NOTHING = 9
"""Characters of a block that might be invisible ones only, which some editors leave between paragraphs."""

_BLANK = " \t\n\r\f\v"
_BLANKS = re.compile(f"[{_BLANK}]+")
_WITHOUT_TEXT = UNSEEN | {"link", "input"}
_made = tuple.__new__
"""Makes a named tuple of a ready tuple, in a third of the time that its own constructor takes."""


def read_html(text: str, *, url: str) -> Document:
    """Return the document that the HTML `text`, found at `url`, shows; broken HTML is read as browsers do.

    Never raises on any text; what had to be cut is told in `Document.notes`.
    """
    root, notes = tree(text)
    if root is None:
        return Document(url=url, blocks=(), notes=("no HTML in it",))
    # lxml puts what stands after </html> into a second top-level element (findings, §4).
    roots = [root, *root.itersiblings()]
    dress(roots, text)
    walk = _Walk(url).walk(roots)
    if walk.hidden and (lists := unfolded(walk.hidden, walk.blocks, walk.named)):
        walk = _Walk(url, unfolded=lists).walk(roots)
    if walk.hidden and shows_little(walk.blocks):
        all_of_it = _Walk(url, hides=False).walk(roots)
        if is_hidden_text(all_of_it.blocks, walk.blocks):
            walk = all_of_it
    return walk.document(notes)


class _Walk:
    """One walk over a page's tree; collects blocks, and what head and mark-up name."""

    def __init__(self, url: str, *, hides: bool = True, unfolded: frozenset[Any] = frozenset()) -> None:
        self._page = url
        self.named = Named(url)
        self._hides, self._unfolded = hides, unfolded
        self.hidden: list[Any] = []
        """The elements whose attributes hide them."""

        self._regions: list[Region] = []
        self.blocks: list[TextBlock] = []
        self._spans: list[Span] = []
        self._pictures: list[Picture] = []
        self._cells: dict[Any, Cell] = {}
        self._tables = self._lists = self._quotes = 0
        self._full = self._cut = False
        self._gaps: set[int] = set()
        """The blocks over which a line is blank."""

        self._letters: list[int] = []
        self._odd = False
        """Whether the block that is being read may have other blanks than single spaces, such as no-break spaces."""

    def walk(self, roots: list[Any]) -> Self:  # noqa: C901, PLR0912 (every element of every page: one loop)
        """Walk the trees under `roots` in document order, and return this walk."""
        spans, pictures, blocks = self._spans, self._pictures, self.blocks
        named, gaps = self.named, self._gaps
        context, url = Context(), None
        outside: list[tuple[Context, str | None, bool]] = []
        for event, element in chain.from_iterable(etree.iterwalk(root, ("start", "end")) for root in roots):
            if event == "start":
                tag = element.tag
                breaks = tag in BREAKS
                if breaks and (spans or pictures):
                    self._flush(context)
                elif tag == "br":
                    gaps.add(len(blocks))
                if tag == "p":
                    gaps.add(len(blocks))
                outside.append((context, url, breaks))
                if tag == "a":
                    url = named.anchor(element) or url
                elif tag in MEANT:
                    context, url = self._entered(element, tag, context, url)
                elif tag != "br" and (names := element.keys()) and not DRESS.isdisjoint(names):
                    context = self._dressed(element, names, context)
                text = element.text
            else:
                before, url, breaks = outside.pop()
                if breaks and (spans or pictures):
                    self._flush(context)
                context = before
                text = element.tail
            if text and not context.unseen:
                if context.pre:
                    self._add_lines(text, context, url)
                else:
                    if not text.isprintable():
                        text = _BLANKS.sub(" ", text) if text.strip(_BLANK) else " "
                        self._odd = self._odd or not text.isprintable()
                    elif "  " in text:
                        text = _BLANKS.sub(" ", text)
                    if text != " " or spans or url is not None:
                        spans.append(_made(Span, (text, url, context.strong, False)))
            if self._full:
                self._cut = True
                break
        if spans or pictures:
            self._flush(context)
        return self

    def document(self, notes: tuple[str, ...]) -> Document:
        """Return what the walk has found."""
        set_initials(self.blocks, self._letters, self._gaps)
        if self._cut:
            notes = (*notes, f"more than {MAX_BLOCKS} blocks: the rest was cut")
        return Document(
            url=self._page,
            blocks=tuple(self.blocks),
            titles=self.named.titles,
            regions=tuple(self._regions),
            stated=stated_text(self.named.statements),
            requisites=tuple(self.named.requisites),
            links=tuple(self.named.links),
            frames=tuple(self.named.frames),
            mailed=frozenset(self.named.mailed),
            language=self.named.language,
            gaps=frozenset(self._gaps),
            notes=notes,
        )

    def _entered(
        self, element: Any, tag: str, context: Context, url: str | None
    ) -> tuple[Context, str | None]:
        """Return context and link of what is inside `element`, which stands in `context`; note what it names."""
        if tag in IMAGES:
            self._add_image(element, context, url)
            return context, url
        if tag == "area":
            self._add_area(element, context)
            return context, url
        if tag in _WITHOUT_TEXT and not (tag == "noscript" and self.named.stands_in(element)):
            self.named.without_text(element, tag)
            return hidden(context), url
        if tag == "option":
            url = self.named.option(element)
        elif tag == "optgroup":  # shown as a line over its options
            self._spans.append(Span(element.get("label") or "", None, context.strong))
        elif tag in CELLS:
            cell = self._cells.get(element) if self._cells else None
            strong = context.strong or tag in STRONG
            if cell is not context.cell or strong is not context.strong:
                # As `_replace` does, which takes four times as long: a table has many cells.
                context = _made(Context, (strong, *context[1:5], cell, *context[6:]))
        else:
            context = self._meant(element, tag, context)
        if (names := element.keys()) and not DRESS.isdisjoint(names):
            context = self._dressed(element, names, context)
        return context, url

    def _dressed(self, element: Any, names: list[str], context: Context) -> Context:
        """Return `context` as the attributes of `element`, one of DRESS among their `names`, change it for its text."""
        if "role" in names or "itemprop" in names:
            kind = ROLES.get(element.get("role")) or ROLES.get(element.get("itemprop"))
            if kind is not None:
                context = self._part(kind, context)
        if self.named.hides(element) and self._hides and element not in self._unfolded:
            if not context.unseen:
                self.hidden.append(element)
            context = hidden(context)
        return context

    def _part(self, kind: str, context: Context) -> Context:
        """Return `context` for the text in a part of the page that the mark-up names."""
        self._regions.append(_made(Region, (kind, context.region)))
        return context._replace(region=len(self._regions) - 1)

    def _meant(self, element: Any, tag: str, context: Context) -> Context:
        """Return `context` as the name of an element changes it for the text inside."""
        if tag in STRONG:
            return _made(Context, (True, context.unseen, HEADINGS.get(tag, context.heading), *context[3:]))
        if tag in LISTS:
            self._lists += 1
            return context._replace(list_id=self._lists)
        if tag in QUOTES:
            self._quotes += 1
            return context._replace(quote_id=self._quotes)
        if tag in VERBATIM:
            return context._replace(pre=True)
        if tag == "table":
            self._tables += 1
            self._cells.update(data_cells(element, self._tables))
        elif tag in REGIONS:
            return self._part(tag, context)
        elif tag == "html":
            self.named.root(element)
        return context

    def _add_image(self, element: Any, context: Context, url: str | None) -> None:
        picture, alt = self.named.image(element)
        if context.unseen:
            return
        if picture is not None:
            self._pictures.append(picture)
        if alt:
            self._spans.append(Span(alt, url, context.strong, image=True))

    def _add_area(self, element: Any, context: Context) -> None:
        """Add a part of a picture that leads somewhere: a line of its own, as a picture that does so is."""
        self._flush(context)
        alt = element.get("alt") or element.get("title")
        url = self.named.anchor(element)
        if alt and url is not None and not context.unseen:
            self._spans.append(Span(alt, url, context.strong, image=True))
            self._flush(context)

    def _add_lines(self, text: str, context: Context, url: str | None) -> None:
        """Add text whose line breaks are meant: each ends a block."""
        for at, line in enumerate(text.split("\n")):
            if at:
                self._flush(context, keep_empty=True)
            self._odd = True
            if line:
                self._spans.append(Span(line, url, context.strong))

    def _flush(self, context: Context, *, keep_empty: bool = False) -> None:
        """End the block that is being read."""
        spans, pictures = tuple(self._spans), tuple(self._pictures)
        self._spans.clear()
        self._pictures.clear()
        odd, self._odd = self._odd, False
        alternatives = False
        if len(spans) == 1 and not spans[0].image:
            raw, url, _, _ = spans[0]
            text, words = fold_and_count(raw) if odd else trim_and_count(raw)
            linked = words if url else 0
        else:
            said = [text for text, _, _, image in spans if not image]
            if alternatives := len(said) < len(spans):
                spans = with_initial(spans)
                said = [text for text, _, _, image in spans if not image]
            raw = "".join(said)
            text, words = fold_and_count(raw) if odd or "  " in raw else trim_and_count(raw)
            linked = sum([count_words(part) for part, url, _, image in spans if url and not image])
        if not text.isascii() and len(text) < _NOTHING and not text.strip(INVISIBLE):
            text, words, linked = "", 0, 0
        if text or pictures or alternatives or keep_empty:
            raw = raw.rstrip() if context.pre else raw.strip(" \t\r\n")
            if words == 1 and len(text) == 1:
                self._letters.append(len(self.blocks))
            block = (len(self.blocks), text, raw, spans, pictures, *context[2:], words, linked)
            self.blocks.append(_made(TextBlock, block))
            self._full = len(self.blocks) >= MAX_BLOCKS
        else:
            self._gaps.add(len(self.blocks))
