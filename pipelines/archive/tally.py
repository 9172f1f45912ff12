"""The account in figures: what became of each issue's articles, and which issues the index itself leaves out."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

from pipelines.archive.accounts import NO_ADDRESS, NO_ARTICLE, NOT_FETCHED
from pipelines.archive.order import issue_number_key

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from output.models import Issue

_MOST_A_YEAR = 60
"""Numbers above are no places in a year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueTally:
    """What became of the articles that an issue's contents promise.

    `fetched` pages came, `extracted` of them hold an article, `failed` were asked for in vain; `missing` are all that
    are not held, with the reasons and how often each.
    """

    id: str
    promised: int
    fetched: int
    extracted: int
    failed: int
    missing: int
    reasons: dict[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class NumbersMissing:
    """The numbers that a year leaves out, though later ones are there; every number when `numbers` is empty."""

    year: int
    numbers: tuple[int, ...]

    def __str__(self) -> str:
        """Return it as a person would write it, such as 2005 №3."""
        return f"{self.year} " + (", ".join(f"№{number}" for number in self.numbers) or "(no issue)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """The tally of each issue, oldest first, and what is missing from the run of numbers."""

    issues: tuple[IssueTally, ...] = ()
    not_in_index: tuple[NumbersMissing, ...] = field(default=())

    def silent(self, wanted: Collection[str]) -> Iterator[str]:
        """Yield those of the `wanted` issues that promise nothing: what is in them is not known."""
        return (issue.id for issue in self.issues if not issue.promised and issue.id in wanted)

    def as_json(self) -> dict[str, Any]:
        """Return what stands in run.json."""
        return asdict(self)


def account_of(issues: Iterable[Issue]) -> Account:
    """Return the account of `issues` (lines of issues.jsonl)."""
    lines = list(issues)
    return Account(
        issues=tuple(_tally(line) for line in lines),
        not_in_index=missing_numbers((line.year, line.number) for line in lines),
    )


def _tally(line: Issue) -> IssueTally:
    reasons = Counter(one.reason for one in line.missing)
    unasked = reasons[NOT_FETCHED] + reasons[NO_ADDRESS]
    empty = reasons[NO_ARTICLE]
    return IssueTally(
        id=line.id,
        promised=len(line.promised),
        fetched=line.found + empty,
        extracted=line.found,
        failed=len(line.missing) - unasked - empty,
        missing=len(line.missing),
        reasons=dict(sorted(reasons.items())),
    )


def missing_numbers(issues: Iterable[tuple[int, str]]) -> tuple[NumbersMissing, ...]:
    """Return what is missing between the first and the last of `issues` (year and number as printed), by year.

    A double number (`5/6`) is both; what is no number (`spring`) is passed over. What follows a year's last number is
    not missed: nobody knows how many there were to be. Where numbers run on over the years, a year begins where the one
    before it ended.
    """
    years: dict[int, set[int]] = {}
    for year, number in issues:
        years.setdefault(year, set()).update(n for n in issue_number_key(number) if 0 < n <= _MOST_A_YEAR)
    found: list[NumbersMissing] = []
    last = 0
    for year in range(min(years, default=0), max(years, default=-1) + 1):
        numbers = years.get(year)
        if numbers is None:
            found.append(NumbersMissing(year=year, numbers=()))
            last = 0
            continue
        if not numbers:
            last = 0
            continue
        first = last + 1 if last and min(numbers) == last + 1 else 1
        absent = tuple(sorted(set(range(first, max(numbers))) - numbers))
        if absent:
            found.append(NumbersMissing(year=year, numbers=absent))
        last = max(numbers)
    return tuple(found)
