"""The pipelines' own unit: a run of text that a reader sees as one block, with what surrounds it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

# Blocks and what they are made of are named tuples and no dataclasses: a page has hundreds, each is made once and
# laid aside once, and both cost a third of what a frozen dataclass costs (python -m bench.crawl).


class Span(NamedTuple):
    """A stretch of a block with one look: its text (no-break spaces kept), where it links to, how it is shown.

    `image`: the text is an image's alternative text, which a reader does not see.
    """

    text: str
    url: str | None = None
    strong: bool = False
    image: bool = False


class Picture(NamedTuple):
    """An image: its absolute address and alternative text."""

    url: str
    alt: str


class Cell(NamedTuple):
    """Where in a data table a block stands: the table's number on the page, row and column from 0."""

    table: int
    row: int
    column: int


class Region(NamedTuple):
    """A part of a page that its mark-up names: `main`, `article`, `aside` …; `inside` is the one around it."""

    kind: str
    inside: int | None


class TextBlock(NamedTuple):
    """One block of a page's text, as it stands in reading order.

    `text` has white space folded (a no-break space is white space, docs/json-lines.md) and is empty for a block of
    images only; `raw` keeps no-break spaces and, in a plain text, runs of spaces. `heading` is 1-6 inside h1-h6.
    `list_id` and `quote_id` number the innermost list or quotation on the page. `pre`: its line breaks were meant.
    `region` is the place of the innermost one in `Document.regions`.
    """

    order: int
    text: str
    raw: str
    spans: tuple[Span, ...] = ()
    pictures: tuple[Picture, ...] = ()
    heading: int | None = None
    list_id: int | None = None
    quote_id: int | None = None
    cell: Cell | None = None
    pre: bool = False
    region: int | None = None
    words: int = 0
    linked_words: int = 0

    @property
    def shown(self) -> str:
        """The text, or, for a block of images only, their alternative texts."""
        return self.text or " ".join(" ".join(s.text for s in self.spans if s.image).split())

    @property
    def strong(self) -> bool:
        """Whether all of its text is emphasised."""
        return bool(self.text) and all(s.strong or not s.text.strip() for s in self.spans if not s.image)

    @property
    def link_share(self) -> float:
        """The share of its words that are links, 0 to 1."""
        return self.linked_words / self.words if self.words else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A page taken apart: its blocks in reading order, and what its head and its markup name.

    All addresses are absolute. `titles` are the candidates its head gives, best first. `regions` are the parts that its
    mark-up names, `frames` are the pages that it shows
    in frames, `mailed` the words that lead to mail addresses, `stated` is what it states for machines that its
    article's text is. `gaps` are the blocks over which it shows a blank line, none once lines were joined. `notes` say
    in a line each what was cut or could not be read.
    """

    url: str
    blocks: tuple[TextBlock, ...]
    titles: tuple[str, ...] = ()
    regions: tuple[Region, ...] = ()
    stated: str | None = None
    requisites: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    frames: tuple[str, ...] = ()
    mailed: frozenset[str] = frozenset()
    language: str | None = None
    gaps: frozenset[int] = frozenset()
    markup: bool = True
    notes: tuple[str, ...] = field(default=())


def fold(text: str) -> str:
    """Return `text` with every run of white space (no-break spaces too) as one space, none at the ends."""
    return folded_words(text)[0]


def folded_words(text: str) -> tuple[str, int]:
    """Return `fold(text)`, and how many words stand apart in it."""
    if "  " not in text and text.isprintable():  # no blank but single spaces: no need to take it apart
        folded = text.strip(" ")
        return folded, folded.count(" ") + 1 if folded else 0
    parts = text.split()
    return " ".join(parts), len(parts)


def count_words(text: str) -> int:
    """Return how many words `text` has; in writing that sets none apart (Chinese, Japanese), two signs are one."""
    return _words(text, len(text.split()))


def fold_and_count(text: str) -> tuple[str, int]:
    """Return `fold(text)`, and how many words it has as `count_words` counts them."""
    folded, apart = folded_words(text)
    return folded, apart if apart * 16 >= len(folded) else _words(folded, apart)


def trim_and_count(text: str) -> tuple[str, int]:
    """Return `fold_and_count(text)` for a text that has no other blanks than single spaces."""
    folded = text.strip(" ")
    apart = folded.count(" ") + 1 if folded else 0
    return folded, apart if apart * 16 >= len(folded) else _words(folded, apart)


def _words(text: str, apart: int) -> int:
    if text.isascii() or apart * 16 >= len(text):
        return apart
    signs = sum(1 for char in text if "\u3040" <= char <= "\u9fff")
    return apart if signs < 8 else max(apart, signs // 2)
