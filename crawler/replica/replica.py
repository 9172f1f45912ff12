"""A replica magazine in one layout: its pages, its addresses, its truth."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from crawler.replica.article import Article, News
from crawler.replica.assets import Asset
from crawler.replica.layouts import layout as layout_named
from crawler.replica.links import Links, without_session
from crawler.replica.magazine import Issue, Magazine, Rate, TickerHabit, ticker
from crawler.replica.page import Page
from crawler.replica.plan import Plan, Redirect
from crawler.replica.sheets import Sheets
from crawler.replica.truth import Truth, truth_of

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from crawler.replica.answers import Answer
    from crawler.replica.layout import Layout
    from crawler.replica.sheet import Sheet

_ROBOTS = b"User-agent: *\nDisallow: /private/\nDisallow: /subscribe\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Replica:
    """A magazine, laid out and ready to be served; the same arguments give the same bytes everywhere.

    `origins` are what layouts with absolute links put before a path, turn by turn (`http://127.0.0.1:8080`); without
    any such links begin at the root. The methods `with_…` and `without` give another replica for a later crawl.
    """

    plan: Plan
    rates: tuple[Rate, ...]
    origins: tuple[str, ...]
    _places: Mapping[str, object] = field(repr=False)
    _issues: Mapping[tuple[int, str], Issue] = field(repr=False)

    @classmethod
    def build(
        cls,
        layout: str,
        issues: int | Collection[str] | None = None,
        articles_per_issue: int = 4,
        seed: int = 1,
        ticker: TickerHabit | None = None,
        origins: tuple[str, ...] = (),
    ) -> Replica:
        """Return the replica in that layout; raises UsageError when there is no such layout.

        `issues`: how many of the index, newest first, or ids such as `2010-5-6`, None for all 81. `ticker`: its form,
        None for the layout's own.
        """
        drawn = layout_named(layout)
        magazine = Magazine.build(issues=issues, articles_per_issue=articles_per_issue, seed=seed)
        return _laid_out(Plan(layout=drawn, magazine=magazine), _rates(ticker or drawn.ticker), origins)

    @classmethod
    def drawn(cls, layout: Layout, magazine: Magazine) -> Replica:
        """Return that magazine in a layout that may be none of the replica's own."""
        return _laid_out(Plan(layout=layout, magazine=magazine), _rates(layout.ticker), ())

    @property
    def home(self) -> str:
        """The path of the page that shows the issue index."""
        return self.plan.home

    def paths(self) -> tuple[str, ...]:
        """Return every path that answers, sorted."""
        return tuple(sorted(self._places))

    def page(self, path_and_query: str) -> Page | None:
        """Return what stands at that path (with its query, as in a request line), None where nothing does."""
        path = without_session(self.plan.layout, path_and_query)
        place = self._places.get(path)
        match place:
            case None:
                return None
            case Asset(content_type, body):
                return Page(content_type=content_type, body=body)
            case "robots":
                return Page(content_type="text/plain", body=_ROBOTS)
            case Redirect(target):
                href = Links(layout=self.plan.layout, page=path, origins=self.origins).href(target)
                return Page(status=302, content_type="text/html", body=b"Moved", location=href)
            case _:
                return self._drawn(self._sheet(place))

    def answer(self, path_and_query: str) -> Answer | None:
        """Return the answer to a request for that path (a `Site` for the replica's server), None for not found."""
        page = self.page(path_and_query)
        return None if page is None else page.answer()

    def truth(self) -> Truth:
        """Return what a reader of all the pages sees."""
        return truth_of(self._sheets)

    def with_ticker(self, habit: TickerHabit) -> Replica:
        """Return the replica on a day with other rates; nothing else differs."""
        return replace(self, rates=_rates(habit))

    def with_origins(self, *origins: str) -> Replica:
        """Return the replica as its server at those origins would give it."""
        return replace(self, origins=origins)

    def with_changed(self, site_ids: Collection[int]) -> Replica:
        """Return the replica with a paragraph more in each of those articles."""
        magazine = self.plan.magazine.changed(site_ids)
        return _laid_out(replace(self.plan, magazine=magazine), self.rates, self.origins)

    def without(self, site_ids: Collection[int]) -> Replica:
        """Return the replica with those articles' pages gone, although the contents still promise them."""
        magazine = self.plan.magazine.without(site_ids)
        return _laid_out(replace(self.plan, magazine=magazine), self.rates, self.origins)

    @property
    def _sheets(self) -> Sheets:
        return Sheets(plan=self.plan, rates=self.rates, origins=self.origins)

    def _sheet(self, place: object) -> Sheet:
        match place:
            case Article():
                return self._sheets.article(self._issues[place.year, place.number], place)
            case Issue():
                return self._sheets.issue(place)
            case News():
                return self._sheets.news(place)
            case "home":
                return self._sheets.home()
            case _:
                return self._sheets.news_list()

    def _drawn(self, sheet: Sheet) -> Page:
        layout = self.plan.layout
        # What an encoding lacks stands as a character reference, as editors of the time wrote it.
        body = layout.spoil(layout.draw(sheet).encode(layout.encoding, "xmlcharrefreplace"))
        return Page(content_type=layout.content_type, body=body)


def _rates(habit: TickerHabit) -> tuple[Rate, ...]:
    return ticker(habit)


def _laid_out(plan: Plan, rates: tuple[Rate, ...], origins: tuple[str, ...]) -> Replica:
    return Replica(
        plan=plan,
        rates=rates,
        origins=origins,
        _places=plan.places(),
        _issues={(issue.year, issue.number): issue for issue in plan.magazine.issues},
    )
