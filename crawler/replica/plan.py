"""Where everything of the replica stands: the path of each page under one layout, and what is found there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from crawler.replica.article import Article, News
    from crawler.replica.layout import Layout
    from crawler.replica.magazine import Issue, Magazine

ROBOTS = "/robots.txt"


@dataclass(frozen=True, slots=True)
class Redirect:
    """A path that leads to another one."""

    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The paths of a magazine under a layout."""

    layout: Layout
    magazine: Magazine

    @property
    def home(self) -> str:
        """The path of the page that shows the issue index."""
        return self.layout.addresses.home

    @property
    def news_list(self) -> str:
        """The path of the page that lists the news."""
        return self.layout.addresses.news_list

    def issue(self, issue: Issue) -> str:
        """Return the path that the index gives for `issue`."""
        if self.layout.issue_link == "article's own address":
            return self._own(issue, issue.articles[0])
        number = issue.number.replace("/", "-")
        return self.layout.addresses.issue.format(issue=issue.site_id, year=issue.year, number=number)

    def article(self, issue: Issue, article: Article) -> str:
        """Return the path of an article of `issue`."""
        if self.layout.issue_link == "first article" and article.position == 1:
            return self.issue(issue)
        return self._own(issue, article)

    def news(self, item: News) -> str:
        """Return the path of a news item."""
        return self.layout.addresses.news.format(article=item.site_id)

    def places(self) -> dict[str, object]:
        """Return what stands at each path; the articles that are gone stand nowhere."""
        found: dict[str, object] = {ROBOTS: "robots", self.home: "home", self.news_list: "news list"}
        found.update(self.layout.assets)
        for issue in self.magazine.issues:
            if self.layout.issue_link == "list":
                found[self.issue(issue)] = issue
            elif self.layout.issue_link == "redirect":
                found[self.issue(issue)] = Redirect(self.article(issue, issue.articles[0]))
            for article in issue.articles:
                if article.site_id not in self.magazine.gone:
                    found[self.article(issue, article)] = article
        found.update({self.news(item): item for item in self.magazine.news})
        return found

    def _own(self, issue: Issue, article: Article) -> str:
        number = issue.number.replace("/", "-")
        return self.layout.addresses.article.format(
            issue=issue.site_id, year=issue.year, number=number, article=article.site_id
        )
