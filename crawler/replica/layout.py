"""What a layout of the replica is: addresses, habits, an encoding, and a way to draw a sheet."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from crawler.replica.assets import Asset
    from crawler.replica.magazine import TickerHabit
    from crawler.replica.sheet import Sheet

IssueLink = Literal["list", "first article", "article's own address", "redirect"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Addresses:
    """Patterns of paths, filled with `issue` and `article` (the site's ids), `year` and `number`."""

    home: str
    issue: str
    article: str
    news: str
    news_list: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """One way to lay the magazine out.

    `issue_link`: where an issue's link leads: to a page that lists its articles, to a page that is the first one,
    straight to the first article's own address, or to a redirect there. `keeps`: the block kinds beside headings
    and paragraphs that its pages show as such. `encoding` is what the bytes are in, `content_type` what the server
    says. `draw` gives the page as text; `spoil` may damage the encoded bytes. `*_every`: on every so manieth page,
    0 for never. `links`: whether they name a host (turn by turn one of the replica's origins), begin at the root,
    or are relative. `session` is a query key that every link carries with another value on each page.
    """

    name: str
    addresses: Addresses
    issue_link: IssueLink
    encoding: str
    content_type: str | None
    draw: Callable[[Sheet], str]
    assets: Mapping[str, Asset]
    keeps: frozenset[str] = frozenset({"list", "table", "quote"})
    ticker: TickerHabit = "plain"
    printed_titles: tuple[int, ...] = (2,)
    labels: tuple[str | None, ...] = (None,)
    masthead_absent_every: int = 0
    ticker_absent_every: int = 0
    split_counter_every: int = 0
    contents_on_articles: bool = True
    index_on_articles: bool = True
    links: Literal["rooted", "relative", "absolute"] = "rooted"
    session: str | None = None
    spoil: Callable[[bytes], bytes] = field(default=bytes)
