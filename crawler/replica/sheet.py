"""What a page of the replica says, from top to bottom, with its links: what every layout is given to draw."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from crawler.replica.article import Block
    from crawler.replica.magazine import Rate

PageKind = Literal["home", "issue", "article", "news", "news list"]

COUNTER = ("Rambler's", "Top100")
PARTNERS = ("WMC", "Baurzhan", "Oil_Gas_ITE", "Mediasystem")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A line of a table of contents."""

    title: str
    authors: tuple[str, ...]
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexYear:
    """A year of the issue index: its issues' labels (`№5/6`) and links."""

    year: int
    issues: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A page's words in the order of `site-facts`: ticker, masthead, titles, byline, text, contents, index, tail.

    `head_title` stands in <title>. `printed_titles` says how often the title stands above the text, `label` what
    stands between. `split_counter`: the counter's words stand on two lines. `home` and `news_list` are links.
    """

    kind: PageKind
    path: str
    head_title: str
    language: str
    ticker: tuple[Rate, ...] = ()
    masthead: str | None = None
    labels: tuple[str, ...] = ()
    title: str | None = None
    printed_titles: int = 2
    label: str | None = None
    above: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()
    below: tuple[str, ...] = ()
    contents: tuple[Entry, ...] = ()
    contents_heading: str = "Table of contents"
    index: tuple[IndexYear, ...] = ()
    split_counter: bool = False
    home: str
    news_list: str
    seal: str
    """Eight hexadecimal digits that differ from page to page: a layout's session id or cache buster."""
