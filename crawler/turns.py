"""Whose turn it is: which visits of a walk come first, and which are not due in this one. Pure."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from output.dates import rfc3339
from output.errors import UsageError
from output.frontier_store import Turn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from output.ledger import UrlState
    from output.visit import Visit, VisitKind

PRIORITIES: dict[VisitKind, int] = {"home": 40, "other": 40, "requisite": 30, "article": 20, "issue": 10}
"""In a walk over everything an issue is finished, with all its pages ask for, before the next begins."""

_EVERY_RUN = 50
_NEW = 30
_AGAIN = 20

_TOLD = frozenset({200, 301, 302, 303, 304, 307, 308, 404, 410})
"""Answers that stand until the next check; after any other the address is asked again as soon as can be."""

_PAUSES = 5
"""Pauses between walks that are looked at."""

_AGE = re.compile(r"\s*(\d{1,5})\s*([hdw]?)\s*\Z")
_HOURS = {"h": 1, "d": 24, "": 24, "w": 168}


def parse_age(text: str) -> timedelta:
    """Read `12h`, `30d`, `4w` or `30` (days); raises UsageError on anything else."""
    match = _AGE.match(text)
    if match is None or not int(match[1]):
        raise UsageError("wrong age", where="--max-age", expected="12h, 30d or 4w", found=text)
    return timedelta(hours=int(match[1]) * _HOURS[match[2]])


def usual_interval(begun: Iterable[datetime]) -> timedelta:
    """Return how far apart walks lie that began at these moments: the longest of the latest pauses, 0 for one walk."""
    latest = sorted(begun)[-_PAUSES - 1 :]
    return max((after - before for before, after in pairwise(latest)), default=timedelta(0))


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """What a budget left unvisited: pages and files not held yet, pages that every run is to check, older ones.

    `overdue` are those of the others that were not checked for longer than was asked for.
    """

    new: int = 0
    index: int = 0
    again: int = 0
    overdue: int = 0


NOTHING_LEFT = Left()


@dataclass(frozen=True, slots=True, kw_only=True)
class Turns:
    """The order of a walk's visits. `known` tells of an address what the ledger has, None for one never asked for.

    With `max_age` or `by_age` (a budget): start, index and issue pages first, then what is not held, then what was
    checked the longest ago. What will not be older than `max_age` when the next walk begins, an `interval` from `now`,
    has no turn.
    """

    now: datetime
    known: Callable[[str], UrlState | None]
    max_age: timedelta | None = None
    by_age: bool = False
    interval: timedelta = timedelta(0)

    def of(self, visit: Visit) -> Turn | None:
        """Return the turn of a visit, None when it is not due."""
        if self.max_age is None and not self.by_age:
            return Turn(PRIORITIES[visit.kind])
        if visit.kind in {"home", "other", "issue"}:
            return Turn(_EVERY_RUN)
        state = self.known(visit.url)
        if state is None or state.status not in _TOLD:
            return Turn(_NEW)
        if self.max_age is not None and self.now + self.interval - state.checked < self.max_age:
            return None
        return Turn(_AGAIN, rfc3339(state.checked))

    def left(self, turns: Iterable[Turn]) -> Left:
        """Return what it means that the visits with these turns were not made."""
        latest = None if self.max_age is None else rfc3339(self.now - self.max_age)
        counts = Counter(
            "overdue" if turn.priority == _AGAIN and latest and turn.age < latest else turn.priority
            for turn in turns
        )
        return Left(
            new=counts[_NEW],
            index=counts[_EVERY_RUN],
            again=counts[_AGAIN] + counts["overdue"],
            overdue=counts["overdue"],
        )
