"""From the magazine's values and a layout's habits to the sheet of each page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from crawler.replica.article import without_structure
from crawler.replica.links import Links
from crawler.replica.magazine import NAME
from crawler.replica.sheet import Entry, IndexYear, Sheet

if TYPE_CHECKING:
    from crawler.replica.article import Article, News
    from crawler.replica.magazine import Issue, Rate
    from crawler.replica.plan import Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheets:
    """Makes the sheets of a replica: `plan` says where all stands, `rates` is today's ticker."""

    plan: Plan
    rates: tuple[Rate, ...]
    origins: tuple[str, ...]

    def home(self) -> Sheet:
        """Return the page that shows the issue index and nothing else."""
        links = self._links(self.plan.home)
        return Sheet(
            kind="home",
            path=links.page,
            head_title=NAME,
            language="en",
            ticker=self.rates,
            masthead=NAME,
            index=self._index(links),
            home=links.href(self.plan.home),
            news_list=links.href(self.plan.news_list),
            seal=links.seal,
        )

    def issue(self, issue: Issue) -> Sheet:
        """Return the page that lists an issue's articles."""
        links = self._links(self.plan.issue(issue))
        return Sheet(
            kind="issue",
            path=links.page,
            head_title=NAME,
            language="en",
            ticker=self.rates,
            masthead=f"{NAME} №{issue.number}, {issue.year}",
            contents=tuple(self._entry(links, issue, article) for article in issue.articles),
            index=self._index(links),
            split_counter=self._every(self.plan.layout.split_counter_every, issue.site_id),
            home=links.href(self.plan.home),
            news_list=links.href(self.plan.news_list),
            seal=links.seal,
        )

    def article(self, issue: Issue, article: Article) -> Sheet:
        """Return an article's page; below the text stand the other articles of its issue."""
        layout = self.plan.layout
        links = self._links(self.plan.article(issue, article))
        printed = layout.printed_titles[article.site_id % len(layout.printed_titles)]
        others = (
            [other for other in issue.articles if other is not article] if layout.contents_on_articles else []
        )
        return Sheet(
            kind="article",
            path=links.page,
            head_title=article.title,
            language=article.language,
            ticker=self.shown_ticker(article),
            masthead=self.shown_masthead(article),
            title=article.title,
            printed_titles=printed,
            label=layout.labels[article.site_id // 2 % len(layout.labels)] if printed == 2 else None,
            above=article.credit.above,
            blocks=without_structure(article.blocks, layout.keeps),
            below=article.credit.below,
            contents=tuple(self._entry(links, issue, other) for other in others),
            index=self._index(links) if layout.index_on_articles else (),
            split_counter=self._every(layout.split_counter_every, article.site_id),
            home=links.href(self.plan.home),
            news_list=links.href(self.plan.news_list),
            seal=links.seal,
        )

    def news(self, item: News) -> Sheet:
        """Return a news item's page: no masthead, no contents, no index."""
        links = self._links(self.plan.news(item))
        return Sheet(
            kind="news",
            path=links.page,
            head_title=item.title,
            language="en",
            ticker=self.rates,
            labels=("NEWS ARCHIVE", "NEWS") if item.site_id % 2 else (),
            title=item.title,
            printed_titles=1,
            blocks=without_structure(item.blocks, self.plan.layout.keeps),
            below=(item.source,) if item.source else (),
            home=links.href(self.plan.home),
            news_list=links.href(self.plan.news_list),
            seal=links.seal,
        )

    def news_list(self) -> Sheet:
        """Return the page that lists the news."""
        links = self._links(self.plan.news_list)
        items = self.plan.magazine.news
        return Sheet(
            kind="news list",
            path=links.page,
            head_title="News",
            language="en",
            ticker=self.rates,
            labels=("NEWS ARCHIVE",),
            contents=tuple(
                Entry(title=n.title, authors=(), href=links.href(self.plan.news(n))) for n in items
            ),
            contents_heading="NEWS",
            home=links.href(self.plan.home),
            news_list=links.href(self.plan.news_list),
            seal=links.seal,
        )

    def shown_ticker(self, article: Article) -> tuple[Rate, ...]:
        """Return the ticker on that article's page: some pages have none."""
        return () if self._every(self.plan.layout.ticker_absent_every, article.site_id) else self.rates

    def shown_masthead(self, article: Article) -> str | None:
        """Return the masthead on that article's page: some pages have none."""
        if self._every(self.plan.layout.masthead_absent_every, article.site_id):
            return None
        return f"{NAME} №{article.number}, {article.year}"

    def _links(self, page: str) -> Links:
        return Links(layout=self.plan.layout, page=page, origins=self.origins)

    def _entry(self, links: Links, issue: Issue, article: Article) -> Entry:
        href = links.href(self.plan.article(issue, article))
        return Entry(title=article.title, authors=article.credit.authors, href=href)

    def _index(self, links: Links) -> tuple[IndexYear, ...]:
        years: dict[int, list[tuple[str, str]]] = {}
        for issue in self.plan.magazine.issues:
            years.setdefault(issue.year, []).append((f"№{issue.number}", links.href(self.plan.issue(issue))))
        return tuple(IndexYear(year=year, issues=tuple(issues)) for year, issues in years.items())

    @staticmethod
    def _every(step: int, site_id: int) -> bool:
        return step > 0 and site_id % step == 0
