"""What a feed says of an article's life: by content, by the site's answers, by the contents that list it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from pipelines.archive.derive import derive
from pipelines.archive.feed import Feed, compare
from pipelines.archive.state import State
from tests.pipelines.reading import MORE, PROFILE, PROSE, memento, page

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from output.memento import Memento
    from output.models import Article, Change

    Found = tuple[tuple[Change, ...], Feed]

ROOT = "http://www.investkz.com/en/journals/45/"
TITLES = {"54": "Rye and Oats", "55": "Grain on the Northern Line", "56": "Wagons and Ports"}


def listing(*numbers: str, second: int) -> Memento:
    """Return the issue's own page, which lists those articles."""
    lines = "".join(
        f"<p><a href='/en/journals/45/{number}.html'>{TITLES[number]}</a>&nbsp; Asel Omarova</p>"
        for number in numbers
    )
    bare = page().replace(
        "<p><a href='/en/journals/45/56.html'>Wagons and Ports</a>&nbsp; Asel Omarova</p>", lines
    )
    return memento(bare.replace(TITLES["55"], "The issue"), ROOT, second=second)


def article(number: str, *, second: int, text: str = MORE, rate: str = "443.16") -> Memento:
    """Return an article's page, which lists no others."""
    whole = page(f"{PROSE} It was told at table {number}.", text, title=TITLES[number]).replace(
        "443.16", rate
    )
    head, _, tail = whole.partition("<p>Table of contents</p>")
    return memento(head + tail[tail.index("<p>· 2006") :], f"{ROOT}{number}.html", second=second)


def feed(
    before: Sequence[Memento],
    later: Sequence[Memento],
    folder: Path,
    reread: Callable[[Article], Article | None] = lambda _: None,
) -> Found:
    """Return what `later` captures change in what `before` holds, and the tally."""
    derive(before, profile=PROFILE, folder=folder / "before")
    derive([*before, *later], profile=PROFILE, folder=folder / "after")
    with State.read(folder / "before") as was, State.read(folder / "after") as now:
        tally = Feed()
        return tuple(compare(was, now, reread=reread, feed=tally)), tally


def said(found: Found) -> list[tuple[str, str]]:
    """Return number and kind of each change."""
    assert found[1].kinds == Counter(change.change for change in found[0])
    return [(change.url.removeprefix(ROOT)[:2], change.change) for change in found[0]]


def test_an_article_that_its_issue_no_longer_lists_is_gone_and_comes_back(tmp_path: Path) -> None:
    """Not fetched any more and not listed: gone; listed again: back, although its line stood there all the time."""
    numbers = ("54", "55", "56")
    first = [listing(*numbers, second=0), *(article(n, second=1 + at) for at, n in enumerate(numbers))]
    second = [listing("54", "55", second=10)]
    assert said(feed(first, second, tmp_path / "a")) == [("56", "gone")]
    third = [listing(*numbers, second=20), article("56", second=21, text=f"{MORE} And so it went.")]
    changes, _ = feed([*first, *second], third, tmp_path / "b")
    assert [(one.change, one.fields) for one in changes] == [
        ("back", ["authors", "position", "blocks"])  # author and place are known from the contents alone
    ]
    assert said(feed([*first, *second], [listing("54", "55", second=30)], tmp_path / "c")) == []


def test_an_answer_of_404_or_410_is_gone_and_no_other_error(tmp_path: Path) -> None:
    """A server in trouble has lost nothing; the line stays in each case."""
    first = [listing("54", "55", second=0), article("54", second=1), article("55", second=2)]
    for status, told in ((404, [("55", "gone")]), (410, [("55", "gone")]), (500, []), (403, [])):
        later = [memento("", f"{ROOT}55.html", second=9, status=status)]
        assert said(feed(first, later, tmp_path / str(status))) == told
        assert (tmp_path / str(status) / "after" / "articles.jsonl").read_bytes().count(b"\n") == 2


def test_another_ticker_is_no_change(tmp_path: Path) -> None:
    """A page with other rates has the same article."""
    first = [listing("54", "55", second=0), article("54", second=1), article("55", second=2)]
    changes, found = feed(first, [article("55", second=9, rate="151.80")], tmp_path)
    assert (changes, found.unchanged + found.only_furniture) == ((), 2)


def test_what_is_only_read_otherwise_is_no_change(tmp_path: Path) -> None:
    """Where today's reading of the old page says what the new one says, the site has not changed."""
    first = [listing("54", "55", second=0), article("54", second=1), article("55", second=2)]
    later = [article("55", second=9, text=f"{MORE} And so it went.")]
    derive([*first, *later], profile=PROFILE, folder=tmp_path / "now")
    with State.read(tmp_path / "now") as now:
        key = next(key for key in now.articles if "55" in key)
        today = now.article(key)
    assert said(feed(first, later, tmp_path / "a")) == [("55", "changed")]
    changes, found = feed(first, later, tmp_path / "b", reread=lambda _: today)
    assert (changes, found.read_anew) == ((), 1)
