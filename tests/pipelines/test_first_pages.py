"""The first pages of a site and of its folders are no articles, whatever they say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pipelines.addresses import is_on_shelf, shelf_of
from pipelines.derive import derive
from tests.pipelines.magazines import lines
from tests.pipelines.reading import MORE, PROFILE, PROSE, URL, memento, page

if TYPE_CHECKING:
    from pathlib import Path

HOST = "http://www.investkz.com"
WELCOME = f"<html><body><h1>Welcome</h1><p>{PROSE}</p><p>{MORE}</p><p>{PROSE}</p></body></html>"


@pytest.mark.parametrize("path", ["/", "/en/", "/en/index.php", "/en/journals/"])
def test_a_page_of_the_folder_that_holds_all_issues_is_no_article(path: str, tmp_path: Path) -> None:
    """It greets the reader, and is neither promised nor an issue's."""
    derive([memento(page(PROSE, MORE)), memento(WELCOME, HOST + path)], profile=PROFILE, folder=tmp_path)
    assert [article["url"] for article in lines(tmp_path / "articles.jsonl")] == [URL]


@pytest.mark.parametrize("path", ["/en/journals/45/", "/en/welcome.html", "/kz/"])
def test_a_page_elsewhere_may_be_one(path: str, tmp_path: Path) -> None:
    """An issue may have its first article at its own address."""
    derive([memento(page(PROSE, MORE)), memento(WELCOME, HOST + path)], profile=PROFILE, folder=tmp_path)
    assert len(lines(tmp_path / "articles.jsonl")) == 2


def test_a_shelf_holds_three_issues_at_least() -> None:
    """The folder of two may be theirs alone."""
    issues = [f"http://h/en/journals/{number}/" for number in (45, 46, 47)]
    assert shelf_of(issues) == "http://h/en/journals/"
    assert shelf_of(issues[:2]) is None
    assert shelf_of([f"http://h/index.php?issue={number}" for number in (1, 2, 3)]) == "http://h/"
    assert is_on_shelf("http://h/en/default.asp", "http://h/en/journals/")
    assert not is_on_shelf("http://h/en/?id=5", "http://h/en/journals/")
    assert not is_on_shelf("http://h/e", "http://h/en/journals/")
    assert not is_on_shelf("http://h/", None)
