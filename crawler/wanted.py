"""Which issues a run is asked to fetch: `--years 2000-2016`, `--issues 2005-4,2010-5-6`, `--max-issues 3`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from output.errors import UsageError

if TYPE_CHECKING:
    from pipelines.page import IssueLink

_YEARS = re.compile(r"\s*(\d{4})\s*(?:-\s*(\d{4})\s*)?\Z")
_ISSUE = re.compile(r"\s*(\d{4})-(\d{1,3}(?:[-/]\d{1,3})*)\s*\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """The issues that a run is asked for; years and issues each narrow the choice, empty means all.

    `years` are first and last year of each span; `issues` are ids as in records (`2010-5-6`); `limit` is how
    many issues are taken at most, in the order of the index.
    """

    years: tuple[tuple[int, int], ...] = ()
    issues: tuple[str, ...] = ()
    limit: int | None = None

    @property
    def everything(self) -> bool:
        """Whether nothing is left out."""
        return not self.years and not self.issues and self.limit is None

    def includes(self, link: IssueLink) -> bool:
        """Return whether the issue is asked for, its number among the others aside."""
        if self.years and not any(first <= link.year <= last for first, last in self.years):
            return False
        return not self.issues or link.id in self.issues


def parse_years(text: str) -> tuple[tuple[int, int], ...]:
    """Read `2000-2016`, `2005` or `2001,2003-2005`; raises UsageError on anything else."""
    spans = []
    for part in text.split(","):
        match = _YEARS.match(part)
        first, last = (int(match[1]), int(match[2] or match[1])) if match else (1, 0)
        if first > last:
            raise UsageError(
                "wrong years", where="--years", expected="2000-2016 or 2001,2003-2005", found=text
            )
        spans.append((first, last))
    return tuple(spans)


def parse_issues(text: str) -> tuple[str, ...]:
    """Read `2005-4,2010-5/6` as issue ids, `2010-5-6`; raises UsageError on anything else."""
    ids = []
    for part in text.split(","):
        match = _ISSUE.match(part)
        if match is None:
            raise UsageError("wrong issues", where="--issues", expected="2005-4,2010-5-6", found=text)
        ids.append(f"{match[1]}-{match[2].replace('/', '-')}")
    return tuple(dict.fromkeys(ids))
