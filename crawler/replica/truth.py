"""What a reader of the replica's pages sees: the answers that an extraction is measured against."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from crawler.replica.article import without_structure

if TYPE_CHECKING:
    from crawler.replica.article import Article, Block
    from crawler.replica.magazine import Issue, Rate
    from crawler.replica.sheets import Sheets


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleTruth:
    """An article as its page shows it; `url` is a path with its query, `byline` the lines as printed."""

    url: str
    site_id: int
    title: str
    authors: tuple[str, ...]
    byline: str | None
    kind: Literal["magazine", "news"]
    language: str
    year: int | None
    number: str | None
    position: int | None
    blocks: tuple[Block, ...]
    ticker: tuple[Rate, ...]
    masthead: str | None
    dateline: str | None = None
    source_line: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueTruth:
    """An issue: the address the index gives, and its articles' addresses in order, those that are gone too."""

    url: str
    year: int
    number: str
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Truth:
    """Everything there is to find: `articles` the magazine's in index order, `news` apart."""

    home: str
    articles: tuple[ArticleTruth, ...]
    news: tuple[ArticleTruth, ...]
    issues: tuple[IssueTruth, ...]
    ticker: tuple[Rate, ...]

    def as_json(self) -> dict[str, Any]:
        """Return plain values for JSON: blocks as [kind, text], a table's with rows; rates as [pair, rate, change]."""
        return {
            "home": self.home,
            "ticker": [_rate(rate) for rate in self.ticker],
            "issues": [
                {"url": i.url, "year": i.year, "number": i.number, "articles": list(i.articles)}
                for i in self.issues
            ],
            "articles": [_article(article) for article in self.articles],
            "news": [_article(article) for article in self.news],
        }


def truth_of(sheets: Sheets) -> Truth:
    """Return the truth of the pages that `sheets` makes."""
    plan = sheets.plan
    magazine = plan.magazine
    return Truth(
        home=plan.home,
        articles=tuple(
            _magazine_article(sheets, issue, article)
            for issue in magazine.issues
            for article in issue.articles
            if article.site_id not in magazine.gone
        ),
        news=tuple(
            ArticleTruth(
                url=plan.news(item),
                site_id=item.site_id,
                title=item.title,
                authors=(),
                byline=None,
                kind="news",
                language="en",
                year=None,
                number=None,
                position=None,
                blocks=without_structure(item.blocks, plan.layout.keeps),
                ticker=sheets.rates,
                masthead=None,
                dateline=item.dateline,
                source_line=item.source,
            )
            for item in magazine.news
        ),
        issues=tuple(
            IssueTruth(
                url=plan.issue(issue),
                year=issue.year,
                number=issue.number,
                articles=tuple(plan.article(issue, article) for article in issue.articles),
            )
            for issue in magazine.issues
        ),
        ticker=sheets.rates,
    )


def _magazine_article(sheets: Sheets, issue: Issue, article: Article) -> ArticleTruth:
    return ArticleTruth(
        url=sheets.plan.article(issue, article),
        site_id=article.site_id,
        title=article.title,
        authors=article.credit.authors,
        byline="\n".join((*article.credit.above, *article.credit.below)) or None,
        kind="magazine",
        language=article.language,
        year=article.year,
        number=article.number,
        position=article.position,
        blocks=without_structure(article.blocks, sheets.plan.layout.keeps),
        ticker=sheets.shown_ticker(article),
        masthead=sheets.shown_masthead(article),
    )


def _article(article: ArticleTruth) -> dict[str, Any]:
    return {
        "url": article.url,
        "site_id": article.site_id,
        "title": article.title,
        "authors": list(article.authors),
        "byline": article.byline,
        "kind": article.kind,
        "language": article.language,
        "year": article.year,
        "number": article.number,
        "position": article.position,
        "blocks": [_block(block) for block in article.blocks],
        "ticker": [_rate(rate) for rate in article.ticker],
        "masthead": article.masthead,
        "dateline": article.dateline,
        "source_line": article.source_line,
    }


def _block(block: Block) -> list[Any]:
    if block.kind == "table":
        return [block.kind, block.text, [list(row) for row in block.rows]]
    return [block.kind, block.text]


def _rate(rate: Rate) -> list[str | None]:
    return [rate.pair, rate.rate, rate.change]
