"""Whose turn it is in a walk that has a budget, or leaves alone what was checked lately."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from crawler.turns import PRIORITIES, Left, Turns, parse_age, usual_interval
from output.errors import UsageError
from output.frontier_store import Turn
from output.ledger import UrlState
from output.visit import Visit

if TYPE_CHECKING:
    from output.visit import VisitKind

NOW = datetime(2026, 6, 1, tzinfo=UTC)
DAYS = {
    "new": None,
    "failed": (1, 500),
    "silent": (1, None),
    "gone": (3, 404),
    "young": (2, 200),
    "old": (40, 304),
}


def known(url: str) -> UrlState | None:
    """Return how an address stands, by its name in DAYS."""
    found = DAYS[url.rpartition("/")[2]]
    if found is None:
        return None
    days, status = found
    return UrlState(
        target_uri=url,
        checked=NOW - timedelta(days=days),
        checks=1,
        status=status,
        record_type=None,
        body_record_id=None,
    )


def visit(name: str, kind: VisitKind = "article") -> Visit:
    """Make a visit."""
    return Visit(url=f"http://m.example/{name}", kind=kind)


def test_without_bounds_an_issue_is_finished_before_the_next() -> None:
    """Whatever is known of its pages."""
    turns = Turns(now=NOW, known=known)
    assert [turns.of(visit(name)) for name in DAYS] == [Turn(PRIORITIES["article"])] * len(DAYS)
    assert PRIORITIES["requisite"] > PRIORITIES["article"] > PRIORITIES["issue"]


def test_index_and_issues_then_what_is_not_held_then_the_oldest() -> None:
    """A page that failed is as good as new; one that is gone is checked again in its turn."""
    turns = Turns(now=NOW, known=known, by_age=True)
    visits = [visit(name) for name in DAYS] + [visit("old", kind) for kind in ("issue", "home", "other")]
    order = sorted(
        visits, key=lambda one: (-(turns.of(one) or Turn(0)).priority, (turns.of(one) or Turn(0)).age)
    )
    assert [(one.kind, one.url[17:]) for one in order] == [
        ("issue", "old"), ("home", "old"), ("other", "old"),
        ("article", "new"), ("article", "failed"), ("article", "silent"),
        ("article", "old"), ("article", "gone"), ("article", "young"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("age", "interval", "due"),
    [
        (30, 0, {"new", "failed", "silent", "old"}),
        (3, 0, {"new", "failed", "silent", "gone", "old"}),
        (9, 7, {"new", "failed", "silent", "gone", "young", "old"}),
        (10, 7, {"new", "failed", "silent", "gone", "old"}),
        (60, 7, {"new", "failed", "silent"}),
    ],
)
def test_what_is_still_young_at_the_next_walk_is_not_due(age: int, interval: int, due: set[str]) -> None:
    """So that with a walk a week nothing gets older than asked for."""
    turns = Turns(now=NOW, known=known, max_age=timedelta(days=age), interval=timedelta(days=interval))
    assert {name for name in DAYS if turns.of(visit(name)) is not None} == due
    assert turns.of(visit("young", "issue")) is not None


def test_what_a_budget_leaves_is_told_apart() -> None:
    """New ones are missing, old ones overdue only where an age was asked for."""
    found = {}
    for age in (None, timedelta(days=30)):
        turns = Turns(now=NOW, known=known, by_age=True, max_age=age)
        visits = [*(visit(name) for name in DAYS), visit("old", "issue")]
        found[age] = turns.left(turn for one in visits if (turn := turns.of(one)) is not None)
    assert list(found.values()) == [
        Left(new=3, index=1, again=3, overdue=0),
        Left(new=3, index=1, again=1, overdue=1),
    ]


def test_the_usual_interval_is_the_longest_of_the_latest() -> None:
    """Runs that were killed and begun again say little of when the next one comes."""
    assert usual_interval([]) == usual_interval([NOW]) == timedelta(0)
    weekly = [NOW - timedelta(days=days) for days in (90, 14, 7)]
    assert usual_interval([*weekly, NOW - timedelta(minutes=1), NOW]) == timedelta(days=76)
    assert usual_interval([*weekly, *(NOW - timedelta(hours=h) for h in range(5))]) == timedelta(
        days=7, hours=-4
    )


@pytest.mark.parametrize(("text", "hours"), [("12h", 12), ("30d", 720), ("4w", 672), ("2", 48)])
def test_ages_are_read(text: str, hours: int) -> None:
    """Hours, days, weeks; days if nothing is said."""
    assert parse_age(text) == timedelta(hours=hours)


@pytest.mark.parametrize("text", ["", "0d", "d", "3m", "-1d", "1.5d"])
def test_other_ages_are_refused(text: str) -> None:
    """By name."""
    with pytest.raises(UsageError, match="--max-age"):
        parse_age(text)
