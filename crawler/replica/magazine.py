"""The replica magazine itself: issues, articles, news and tickers as values, before any page is laid out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random
from typing import TYPE_CHECKING, Literal

from crawler.replica import compose
from crawler.replica.article import Article, Block, News

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

NAME = "KAZAKHSTAN International Business Magazine"

_SIX = ("1", "2", "3", "4", "5", "6")
_DOUBLE = ("1", "2", "3", "4", "5/6")
NUMBERS: dict[int, tuple[str, ...]] = {
    2016: ("1", "2", "3", "4", "5"),
    **dict.fromkeys(range(2015, 2010, -1), _SIX),
    2010: _DOUBLE,
    2009: _SIX,
    2008: _DOUBLE,
    **dict.fromkeys(range(2007, 2001, -1), ("1", "2", "3", "4")),
    2001: ("1/2", "3/4", "5/6"),
    2000: ("1", "2", "3"),
}
"""The real index: the numbers of each year, newest year first; 81 issues."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """One currency pair as the ticker prints it; no change is None."""

    pair: str
    rate: str
    change: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """An issue: `number` as printed (`5/6`), `site_id` as in addresses, its articles in order."""

    year: int
    number: str
    site_id: int
    articles: tuple[Article, ...]

    @property
    def id(self) -> str:
        """The issue's name in records, `2010-5-6`."""
        return f"{self.year}-{self.number.replace('/', '-')}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Magazine:
    """The whole magazine, issues in the order of the index (newest year first, numbers rising)."""

    issues: tuple[Issue, ...]
    news: tuple[News, ...]
    gone: frozenset[int] = frozenset()

    @classmethod
    def build(
        cls, *, issues: int | Collection[str] | None = None, articles_per_issue: int = 4, seed: int = 1
    ) -> Magazine:
        """Return the magazine of that seed: the first `issues` of the index, those with the ids given, or all 81."""
        listed = [(year, number) for year, numbers in NUMBERS.items() for number in numbers]
        site_ids = _issue_ids(listed)
        if isinstance(issues, int):
            listed = listed[:issues]
        elif issues is not None:
            listed = [key for key in listed if f"{key[0]}-{key[1].replace('/', '-')}" in issues]
        numbers = list(range(20, 20 + len(listed) * articles_per_issue))
        Random(f"{seed}/numbers").shuffle(numbers)
        titles: set[str] = set()
        made = []
        for i, (year, number) in enumerate(listed):
            own = sorted(numbers[i * articles_per_issue : (i + 1) * articles_per_issue])
            articles = tuple(
                compose.article(
                    seed=seed, year=year, number=number, position=at, site_id=own[at - 1], taken=titles
                )
                for at in range(1, articles_per_issue + 1)
            )
            made.append(Issue(year=year, number=number, site_id=site_ids[year, number], articles=articles))
        news = tuple(compose.news(seed=seed, site_id=at) for at in range(1, max(3, len(made) // 8) + 1))
        return cls(issues=tuple(made), news=news)

    def changed(self, site_ids: Collection[int]) -> Magazine:
        """Return the magazine with a paragraph added to each of those articles."""
        line = Block(
            kind="paragraph", text="This article was corrected after publication: one figure was misprinted."
        )

        def mend(article: Article) -> Article:
            if article.site_id not in site_ids:
                return article
            return replace(article, blocks=(*article.blocks, line))

        mended = tuple(replace(issue, articles=tuple(map(mend, issue.articles))) for issue in self.issues)
        return replace(self, issues=mended)

    def without(self, site_ids: Collection[int]) -> Magazine:
        """Return the magazine with those articles gone: the contents still promise them, their pages are not found."""
        return replace(self, gone=self.gone | frozenset(site_ids))


TickerHabit = Literal["plain", "negative", "one decimal", "no change", "three pairs"]


def ticker(habit: TickerHabit) -> tuple[Rate, ...]:
    """Return a ticker as captures of the real page showed it, in that form."""
    rates: dict[TickerHabit, Sequence[tuple[str, str, str | None]]] = {
        "plain": (("USD/KZT", "443.16", "+0.13"), ("EUR/KZT", "480.39", "+0.00")),
        "negative": (("USD/KZT", "420.71", "-0.90"), ("EUR/KZT", "512.05", "-1.24")),
        "one decimal": (("USD/KZT", "544.6", "+1.8"), ("EUR/KZT", "601.2", "-0.4")),
        "no change": (("USD/KZT", "377.62", None), ("EUR/KZT", "414.90", None)),
        "three pairs": (
            ("USD/KZT", "151.80", "+0.05"),
            ("EUR/KZT", "196.33", "-0.41"),
            ("RUB/KZT", "4.82", None),
        ),
    }
    return tuple(Rate(pair=pair, rate=rate, change=change) for pair, rate, change in rates[habit])


def _issue_ids(listed: Sequence[tuple[int, str]]) -> dict[tuple[int, str], int]:
    """Return ids that rise with time, but not by one an issue, as on the real site."""
    by_time = sorted(listed, key=lambda key: (key[0], int(key[1].split("/")[0])))
    steps = Random("issue ids")
    ids = {}
    at = 20
    for key in by_time:
        at += steps.choice((1, 1, 1, 2, 3))
        ids[key] = at
    return ids
