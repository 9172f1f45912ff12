"""A change of most articles at once is not believed until it is seen again."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import permutations
from typing import TYPE_CHECKING

import pytest

from pipelines.archive.derive import Derived, derive_archive
from tests.pipelines.magazines import lines
from tests.pipelines.reading import MORE, PROFILE, PROSE, URL, memento, page

if TYPE_CHECKING:
    from pathlib import Path

    from output.memento import Memento

ARTICLES = 12
WORDS = "rye oats maize hemp flax barley millet teff rice spelt emmer durum".split()


def visit(day: int, *, changed: int = 0) -> list[Memento]:
    """Return what a visit on a day brings, a second apart: the first `changed` of the articles say something else."""
    found = []
    for at in range(ARTICLES):
        # Texts of their own, since what stands on many pages is furniture.
        prose, more = (f" {WORDS[at]} ".join(text.split(" ")) for text in (PROSE, MORE))
        end = f" Much of the {WORDS[at]} was lost at sea." if at < changed else ""
        body = page(prose, more + end, title=f"On the {WORDS[at]}")
        one = memento(body, URL.replace("55.html", f"{at}.html"), second=at)
        date = one.capture.date + timedelta(days=day)
        record_id = f"<urn:uuid:{day:08d}-0000-4000-8000-{at:012d}>"
        found.append(
            replace(one, capture=replace(one.capture, date=date, record_id=record_id, offset=day * 100 + at))
        )
    return found


def derived(folder: Path, *visits: list[Memento]) -> tuple[Derived, int]:
    """Return what comes of some visits, and how many articles are the changed ones."""
    result = derive_archive([one for visit in visits for one in visit], profile=PROFILE, folder=folder)
    return result, sum("lost at sea" in line["text"] for line in lines(folder / "articles.jsonl"))


def test_a_change_of_most_articles_is_set_aside(tmp_path: Path) -> None:
    """The articles stay what they were, and each capture that does not count is named."""
    result, changed = derived(tmp_path, visit(0), visit(7, changed=7))
    assert (changed, len(result.quarantined)) == (0, 7)
    assert {one.reason for one in result.quarantined} == {
        "7 of 12 articles changed at once; it counts when it is seen again"
    }
    assert {one.date.day for one in result.quarantined} == {8}


def test_half_of_the_articles_may_change(tmp_path: Path) -> None:
    """Up to six of twelve."""
    result, changed = derived(tmp_path, visit(0), visit(7, changed=6))
    assert (changed, result.quarantined) == (6, ())


def test_what_is_seen_again_a_day_later_counts(tmp_path: Path) -> None:
    """An hour later it does not; that is the same night."""
    _, changed = derived(tmp_path, visit(0), visit(7, changed=12), visit(8, changed=12))
    assert changed == 12
    soon = [
        replace(one, capture=replace(one.capture, date=one.capture.date - timedelta(hours=23)))
        for one in visit(8, changed=12)
    ]
    _, changed = derived(tmp_path, visit(0), visit(7, changed=12), soon)
    assert changed == 0


def test_what_was_known_before_counts_at_once(tmp_path: Path) -> None:
    """The site is mended, and says what it said."""
    result, changed = derived(tmp_path, visit(0), visit(7, changed=12), visit(14))
    assert (changed, result.quarantined) == (0, ())


@pytest.mark.parametrize("changed", [(0, 12, 0), (0, 12, 12), (12, 0, 7)])
def test_the_order_of_reading_changes_nothing(changed: tuple[int, ...], tmp_path: Path) -> None:
    """The lines are those of the archive, whichever file is read first."""
    visits = [visit(day, changed=number) for day, number in zip((0, 7, 8), changed, strict=True)]
    found = set()
    for order in permutations(visits):
        derived(tmp_path, *order)
        found.add((tmp_path / "articles.jsonl").read_bytes())
    assert len(found) == 1
