"""The text of one real page of the magazine, held against a truth made by reading it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.pipelines.magazines import SHARED
from tests.pipelines.reading import summary

if TYPE_CHECKING:
    from output.models import Article, Furniture
    from pipelines.page import PageSummary

FOLDER = SHARED / "real-page"

pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="the real page is not here")


def _page() -> PageSummary:
    text = next(FOLDER.glob("*.txt")).read_bytes()
    return summary(text, url="file:///page.txt", content_type="text/plain")


def _article() -> Article:
    article = _page().article
    assert article is not None
    return article


def _truth() -> dict[str, Any]:
    truth: dict[str, Any] = json.loads((FOLDER / "truth.json").read_text(encoding="utf-8"))
    return truth


def _furniture(kind: str) -> Furniture:
    (piece,) = [piece for piece in _page().furniture if piece.kind == kind]
    return piece


def test_the_real_article_equals_its_truth() -> None:
    """Title, author, byline, issue, language and all 47 blocks with their kinds are exact."""
    article, truth = _article(), _truth()
    assert [(b.kind, b.text) for b in article.blocks] == [(b["kind"], b["text"]) for b in truth["blocks"]]
    assert len(article.blocks) == 47
    assert article.issue is not None
    assert article.issue.model_dump() == truth["issue"]
    for field in ("title", "authors", "byline", "language"):
        assert getattr(article, field) == truth[field]


def test_nothing_of_the_real_page_is_left_over() -> None:
    """Every line of the page is in the article or in a piece of furniture."""
    assert _article().unplaced == []
    assert _page().unplaced == ()


def test_the_real_furniture_equals_its_truth() -> None:
    """Both rates, masthead, contents line, 81 issues, counter and four partners come out as data."""
    truth = _truth()["furniture"]
    assert [quote.model_dump() for quote in _furniture("ticker").quotes] == truth["ticker"]["quotes"]
    masthead = _furniture("masthead")
    assert {"name": masthead.name, "number": masthead.number, "year": masthead.year} == truth["masthead"]
    assert [entry.model_dump() for entry in _furniture("contents").entries] == truth["contents"]["entries"]
    assert _furniture("issue_index").issues == truth["issue_index"]["issues"] == 81
    years: dict[str, list[str]] = {}
    for issue in _page().issue_index:
        years.setdefault(str(issue.year), []).append(issue.number)
    assert years == truth["issue_index"]["years"]
    assert _furniture("counter").name == truth["counter"]["name"]
    assert [link.model_dump() for link in _furniture("partners").links] == truth["partners"]["links"]
