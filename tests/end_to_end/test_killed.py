"""A crawl that is killed at any moment loses nothing that it said it had (promise 4)."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from tests.end_to_end.killing import kill_crawls

if TYPE_CHECKING:
    from pathlib import Path


def test_five_kills_lose_no_acknowledged_capture(tmp_path: Path) -> None:
    """After kill -9 at five random moments and a run in peace, every capture of every run leads to its record."""
    toll = kill_crawls(tmp_path / "c", kills=5, random=Random(5), issues=4, big=1 << 20)
    assert toll.lost == []
    assert toll.faults == ""
    assert toll.last_code == 0
    assert toll.killed + toll.ended == 5
    assert toll.killed >= 3
    assert 20 < toll.acknowledged <= toll.answered
