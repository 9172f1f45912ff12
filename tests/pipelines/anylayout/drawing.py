"""Draws a sheet of the replica by a recipe."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from crawler.replica.magazine import NUMBERS
from crawler.replica.markup import NBSP, esc
from crawler.replica.sheet import IndexYear
from tests.pipelines.anylayout import contents, dress, frames, indexes, tails, texts, tickers, titles
from tests.pipelines.anylayout.contents import Line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crawler.replica.layout import Addresses
    from crawler.replica.magazine import Magazine
    from crawler.replica.sheet import Sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """Draws the pages of `magazine` by `recipe`."""

    recipe: dict[str, str]
    magazine: Magazine
    addresses: Addresses

    def __call__(self, sheet: Sheet) -> str:
        """Return the page as text."""
        recipe = self.recipe
        ticker = tickers.TICKERS[recipe["ticker"]](sheet.ticker) if sheet.ticker else ""
        at = {place: ticker if recipe["ticker place"] == place else "" for place in frames.TICKER_PLACES}
        masthead = titles.MASTHEADS[recipe["masthead"]](sheet.masthead) if sheet.masthead else ""
        lines = self.contents(sheet)
        foot = (
            self._counter(sheet)
            + tails.PARTNER_LINKS[recipe["partners"]]
            + tails.FOOT[recipe["foot"]](sheet)
            + at["foot"]
        )
        pieces = frames.Pieces(
            top=at["top"] + tails.TOP[recipe["top"]](sheet),
            masthead=masthead + at["masthead"],
            main=self._main(sheet),
            contents=(contents.draw_contents(lines, sheet.contents_heading, recipe) if lines else "")
            + at["side"],
            index=self._index(sheet),
            foot="" if recipe["shell"] == "behind" else foot,
        )
        return dress.dressed(sheet, frames.FRAMES[recipe["frame"]](pieces), foot, recipe)

    def contents(self, sheet: Sheet) -> list[Line]:
        """Return the lines of the contents that the page shows."""
        lines = [Line(title=entry.title, authors=entry.authors, href=entry.href) for entry in sheet.contents]
        if sheet.kind != "article" or not lines or self.recipe["own entry"] == "absent":
            return lines
        issue, article = next(
            (issue, article)
            for issue in self.magazine.issues
            for article in issue.articles
            if article.title == sheet.title
        )
        href = sheet.path if self.recipe["own entry"] == "linked" else None
        own = Line(title=article.title, authors=article.credit.authors, href=href)
        lines.insert(issue.articles.index(article), own)
        return lines

    def index(self, sheet: Sheet) -> tuple[IndexYear, ...]:
        """Return the index that the page shows: with issues nobody has captured, where it is shown whole."""
        if not sheet.index or self.recipe["index length"] == "own":
            return sheet.index
        shown = {(year.year, label): href for year in sheet.index for label, href in year.issues}
        return tuple(
            IndexYear(
                year=year,
                issues=tuple(
                    (f"№{number}", shown.get((year, f"№{number}"), self._elsewhere(year, at)))
                    for at, number in enumerate(numbers)
                ),
            )
            for year, numbers in NUMBERS.items()
        )

    def elsewhere(self) -> Iterator[tuple[int, str]]:
        """Yield year and number of the issues that only the index tells of."""
        if self.recipe["index length"] != "own":
            own = {(issue.year, issue.number) for issue in self.magazine.issues}
            yield from (
                (year, number)
                for year, numbers in NUMBERS.items()
                for number in numbers
                if (year, number) not in own
            )

    def _elsewhere(self, year: int, at: int) -> str:
        number = 1000 + (year - 2000) * 10 + at
        pattern = (
            self.addresses.article if self.recipe["issue link"].endswith("address") else self.addresses.issue
        )
        return pattern.format(issue=number, article=number)

    def _main(self, sheet: Sheet) -> str:
        recipe = self.recipe
        labels = "".join(f"<p>{label}</p>" for label in sheet.labels)
        if sheet.title is None:
            return labels or f"<p>{NBSP}</p>"
        title = ""
        if sheet.printed_titles == 2:
            title += titles.FIRST_TITLES[recipe["first title"]](sheet.title)
        title += f"<p>{esc(sheet.label)}</p>" if sheet.label else ""
        last = titles.TITLES[recipe["title"]](sheet.title)
        byline = titles.BYLINES[recipe["byline"]]
        head = byline(last, sheet.above) if sheet.above else last
        text = texts.draw_text(sheet.blocks, recipe)
        return (
            labels
            + title
            + head
            + text
            + (byline("", sheet.below) if sheet.below else "")
            + tails.BELOW_TEXT[recipe["below text"]](sheet)
        )

    def _index(self, sheet: Sheet) -> str:
        years = self.index(sheet)
        if not years:
            return ""
        return indexes.INDEX_HEADINGS[self.recipe["index heading"]] + indexes.INDEXES[self.recipe["index"]](
            years
        )

    def _counter(self, sheet: Sheet) -> str:
        return tails.COUNTERS["lines" if sheet.split_counter else self.recipe["counter"]]
