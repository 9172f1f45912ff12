"""A walk is gone on with only by a run that was asked for the same."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from crawler.continuation import LONGEST, complete, take_up
from crawler.options import make_options
from output.database import Database
from output.frontier_store import FrontierStore, Turn
from output.ledger_schema import MIGRATIONS
from output.visit import Visit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from crawler.options import RunOptions

NOW = datetime(2026, 6, 1, tzinfo=UTC)


def options(**given: Any) -> RunOptions:
    """Return what a run is asked, by default one year of a site."""
    return make_options(collection="c", **{"start_urls": ("http://m.example/",), "years": "2005", **given})


@pytest.fixture
def store(tmp_path: Path) -> Iterator[FrontierStore]:
    """Give a store with the walk of run `1`, which has one visit to go."""
    database = Database.open(tmp_path / "ledger.sqlite", MIGRATIONS)
    found = FrontierStore(database)
    take_up(found, options(), run="1", now=NOW)
    found.add("a", Visit(url="http://m.example/a", kind="article"), Turn(1))
    yield found
    database.close()


def test_the_same_asked_again_goes_on(store: FrontierStore) -> None:
    """With the moment of the first run, and the names of all before; delay and contact are no matter."""
    later = NOW + timedelta(hours=5)
    second = take_up(store, options(delay=9), run="2", now=later)
    third = take_up(store, options(), run="3", now=later)
    assert (second.began, second.earlier, third.began, third.earlier) == (NOW, ("1",), NOW, ("1", "2"))
    assert store.next([]) is not None


@pytest.mark.parametrize(
    "other",
    [
        {"years": "2006"},
        {"start_urls": ("http://m.example/x",)},
        {"budget": 5},
        {"max_age": "3d"},
        {"max_issues": 1},
    ],
)
def test_anything_else_begins_anew(store: FrontierStore, other: dict[str, object]) -> None:
    """And what was left of the other walk is forgotten."""
    found = take_up(store, options(**other), run="2", now=NOW)
    assert (found.earlier, store.next([])) == ((), None)


@pytest.mark.parametrize("later", [LONGEST, timedelta(seconds=-1)])
def test_what_is_too_long_ago_or_still_to_come_is_not_gone_on_with(
    store: FrontierStore, later: timedelta
) -> None:
    """A clock that was set back is no reason to trust the walk."""
    assert take_up(store, options(), run="2", now=NOW + later).earlier == ()


def test_a_complete_walk_is_followed_by_another(store: FrontierStore) -> None:
    """Nothing of it stays."""
    complete(store)
    assert store.next([]) is None
    assert take_up(store, options(), run="2", now=NOW).earlier == ()
