"""What waits on disk while an archive's lines are made comes back as it was."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from itertools import permutations
from typing import TYPE_CHECKING

import pytest

from output.errors import ArchiveWriteError
from pipelines.archive.choice import History, Page
from pipelines.archive.fetch_list import TABLE as FETCHES
from pipelines.archive.fetch_list import FetchList
from pipelines.archive.fetches import Fetch, fetch_of
from pipelines.archive.page_table import TABLE as PAGES
from pipelines.archive.page_table import PageTable
from pipelines.archive.scratch import Scratch
from pipelines.archive.shelf import Shelved
from pipelines.archive.survey import PageNotes
from pipelines.page import IssueLink
from tests.pipelines.reading import PROSE, memento, page

if TYPE_CHECKING:
    from collections.abc import Iterator

SITE = "http://www.investkz.com"


@pytest.fixture
def scratch() -> Iterator[Scratch]:
    """Give a scratch database with both tables."""
    with closing(Scratch(FETCHES + PAGES)) as found:
        yield found


def fetch(name: str, second: int) -> Fetch:
    """Make a fetch of an address at a second."""
    return fetch_of(memento(page(PROSE), f"{SITE}/{name}", second=second))


def capture(name: str, second: int, text: bytes = b"", words: int = 9) -> Page:
    """Make a page as it was captured at a second."""
    one = fetch(name, second)
    notes = PageNotes(key=one.key, url=one.capture.target_uri, masthead=None, index=INDEX, contents=())
    shelved = Shelved(place=second, notes=notes, excuse=None, blank=False, words=words, text=text)
    return Page(fetch=one, shelved=shelved, newness=one.newness)


INDEX = (IssueLink(2005, "4", f"{SITE}/4"), IssueLink(2005, "3", f"{SITE}/3"))


def test_fetches_come_by_date_and_the_newest_of_an_address_is_found(scratch: Scratch) -> None:
    """Whatever order they were added in."""
    fetches = FetchList(scratch)
    made = [fetch("a", 5), fetch("b", 1), fetch("a", 9), fetch("c", 3)]
    for one in made:
        fetches.add(one)
    assert [one.capture.date.second for one in fetches] == [1, 3, 5, 9]
    assert fetches.newest(made[0].key) == made[2]
    assert fetches.newest("http://investkz.com/nowhere") is None
    assert set(fetches) == set(made)


def test_pages_come_by_address_with_the_capture_that_was_chosen(scratch: Scratch) -> None:
    """The newest unless told otherwise; an issue index is one and the same on every page."""
    pages = PageTable(scratch)
    old, new = capture("a", 1, b"1"), capture("a", 2, b"2")
    pages.put(new.notes.key, History().with_capture(old).with_capture(new))
    other = capture("0", 3)
    pages.put(other.notes.key, History().with_capture(other))
    assert list(pages.chosen) == sorted([other.notes.key, new.notes.key])
    assert (len(pages.chosen), len(pages.other), pages.chosen[new.notes.key]) == (2, 0, new)
    pages.choose(new.notes.key, old, new)
    assert dict(pages.chosen) == {other.notes.key: other, new.notes.key: old}
    assert dict(pages.other) == {new.notes.key: new}
    assert pages.other.get(other.notes.key) is None
    assert pages.chosen.get("http://investkz.com/nowhere") is None
    first, second = pages.chosen.values()
    assert first.notes.index is second.notes.index


def test_a_history_is_the_same_in_any_order() -> None:
    """Of the same text the newest capture is kept, and the oldest date."""
    captures = [
        capture("a", 1, b"1", 50),
        capture("a", 2, b"2", 40),
        capture("a", 3, b"1", 50),
        capture("a", 4, b"3"),
    ]
    found = set()
    for order in permutations(captures):
        history = History()
        for one in order:
            history = history.with_capture(one)
        seconds = {text: date.second for text, date in history.first_seen.items()}
        assert seconds == {b"1": 1, b"2": 2, b"3": 4}
        found.add(history.captures)
    assert [[one.newness[0].second for one in captures] for captures in found] == [[4, 3]]


def test_lone_surrogates_in_addresses_do_no_harm(scratch: Scratch) -> None:
    """A damaged archive may have any address."""
    fetches = FetchList(scratch)
    odd = replace(fetch("a", 1), key="http://investkz.com/\udcff")
    fetches.add(odd)
    assert fetches.newest(odd.key) == odd


def test_a_full_disk_is_one_line() -> None:
    """And no error of SQLite's."""
    scratch = Scratch(FETCHES)
    scratch.close()
    with pytest.raises(ArchiveWriteError, match="can't be laid aside") as caught:
        FetchList(scratch).add(fetch("a", 1))
    assert isinstance(caught.value.__cause__, sqlite3.Error)
