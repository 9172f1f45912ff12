"""The walk in the ledger: each visit once, in its turn, kept whole or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from output.database import Database
from output.frontier_store import FrontierStore, Turn
from output.ledger_schema import MIGRATIONS
from output.visit import Visit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """Give a ledger's database."""
    opened = Database.open(tmp_path / "ledger.sqlite", MIGRATIONS)
    yield opened
    opened.close()


def visit(name: str) -> Visit:
    """Make a visit."""
    return Visit(
        url=f"http://m.example/{name}", kind="article", issue="2005-4", via="http://m.example/", hops="L"
    )


def test_visits_come_by_priority_age_and_order(database: Database) -> None:
    """What is out is not given again, what is closed never."""
    store = FrontierStore(database)
    turns = {"a": Turn(10), "b": Turn(20, "2026"), "c": Turn(20, "2025"), "d": Turn(20, "2025"), "e": None}
    for key, turn in turns.items():
        store.add(key, visit(key), turn)
    out: list[str] = []
    while (found := store.next(out)) is not None:
        assert found[1] == visit(found[0])
        out.append(found[0])
    assert out == ["c", "d", "b", "a"]
    assert store.next([]) == ("c", visit("c"))
    store.close("c")
    assert store.next([]) == ("d", visit("d"))
    assert [one.url[-1] for one, _ in store.open_visits()] == ["a", "b", "d"]
    assert (store.is_open("a"), store.is_open("c"), store.is_open("e")) == (True, False, False)


def test_a_visit_stands_for_where_it_was_sent(database: Database) -> None:
    """But not for an address that has a visit of its own."""
    store = FrontierStore(database)
    store.add("a", visit("a"), Turn(1))
    store.add("b", visit("b"), Turn(1))
    store.stand_for("elsewhere", "a")
    store.stand_for("b", "a")
    assert store.visit("elsewhere") == visit("a")
    assert store.visit("b") == visit("b")
    assert store.visit("nowhere") is None
    store.move("a", "2010-5-6")
    moved = store.visit("elsewhere")
    assert moved is not None
    assert moved.issue == "2010-5-6"


def test_a_failed_answer_leaves_everything_as_it_was(database: Database) -> None:
    """Visits, tallies and gaps are one transaction."""
    store = FrontierStore(database)
    store.add("a", visit("a"), Turn(1))

    def answer() -> None:
        with store.transaction():
            store.close("a")
            store.add("b", visit("b"), Turn(1))
            store.keep("tallies", "{}")
            store.gap(None, "[]")
            raise LookupError

    with pytest.raises(LookupError):
        answer()
    assert store.is_open("a")
    assert (store.visit("b"), store.value("tallies"), store.gaps(None)) == (None, None, [])


def test_another_process_finds_what_was_kept(tmp_path: Path) -> None:
    """After any death of the one that kept it; clearing forgets all of it."""
    path = tmp_path / "ledger.sqlite"
    first = Database.open(path, MIGRATIONS)
    store = FrontierStore(first)
    with store.transaction():
        store.add("a", visit("a"), Turn(3, "2026"))
        store.keep("issue:2005-4", "1")
        store.keep("issue:", "0")
        store.promise("2005-4", "[]")
        store.gap("2005-4", "[1]")
        assert (store.is_news("http://x.example/"), store.is_news("http://x.example/")) == (True, False)
        assert store.entry("2005-4", "rye", 1, "a") == "a"
    # Not closed: as a killed process leaves it.
    second = Database.open(path, MIGRATIONS)
    store = FrontierStore(second)
    assert store.next([]) == ("a", visit("a"))
    assert list(store.values("issue:")) == [("", "0"), ("2005-4", "1")]
    assert (store.promised("2005-4"), store.promised(None), store.gaps("2005-4")) == ("[]", None, ["[1]"])
    assert (store.entry("2005-4", "rye", 1, "b"), store.is_news("http://x.example/")) == ("a", False)
    with store.transaction():
        store.clear()
    assert (store.next([]), list(store.values("")), store.gaps("2005-4")) == (None, [], [])
    second.close()
    first.close()


def test_a_ledger_of_the_first_schema_is_brought_up_to_date(tmp_path: Path) -> None:
    """What it knows of payloads and addresses stays."""
    path = tmp_path / "ledger.sqlite"
    old = Database.open(path, MIGRATIONS[:1])
    old.execute("INSERT INTO files VALUES ('a.warc.gz', 7)")
    old.close()
    new = Database.open(path, MIGRATIONS)
    assert new.rows("SELECT * FROM files") == [("a.warc.gz", 7)]
    assert FrontierStore(new).next([]) is None
    new.close()
