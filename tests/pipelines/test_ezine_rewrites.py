"""A whole magazine nothing is known of, its HTML rewritten: what is learned of a site goes by its words alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from crawler import sites
from pipelines.archive.derive import derive
from tests.ezine.site import Ezine, ezine
from tests.pipelines.magazines import lines
from tests.pipelines.reading import memento
from tests.pipelines.rewrites import REWRITES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_WORD = re.compile(r"\w+")
Read = dict[str, tuple[str, tuple[str, ...], tuple[str, ...]]]


@pytest.fixture(scope="module")
def magazine() -> Ezine:
    """Return an issue of each look."""
    return ezine(12)


@pytest.fixture(scope="module")
def plain(magazine: Ezine, tmp_path_factory: pytest.TempPathFactory) -> Read:
    """Return what is read of the magazine as it is."""
    return _read(magazine, tmp_path_factory.mktemp("plain"))


@pytest.mark.parametrize("name", REWRITES)
def test_a_rewrite_changes_no_title_no_author_and_no_word(
    magazine: Ezine, plain: Read, name: str, tmp_path: Path
) -> None:
    """Of any article of any look, whatever tags stand around the words."""
    assert len(plain) == len(magazine.truth)
    assert _read(magazine, tmp_path, REWRITES[name]) == plain


def _read(magazine: Ezine, folder: Path, change: Callable[[str], str] | None = None) -> Read:
    """Return title, authors and words of each article by its address."""
    pages = {
        url: change(page) if change is not None and isinstance(page, str) else page
        for url, page in magazine.pages.items()
    }
    captures = [memento(page, url, second=at) for at, (url, page) in enumerate(pages.items())]
    derive(captures, profile=sites.load("generic"), folder=folder)
    return {
        line["url"]: (line["title"], tuple(line["authors"]), tuple(_WORD.findall(line["text"])))
        for line in lines(folder / "articles.jsonl")
    }
