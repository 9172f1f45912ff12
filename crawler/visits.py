"""The values that the walk deals in: a visit to make, a gap that was left, an address that was refused."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from typing import Any, Self

from output.visit import Visit, VisitKind
from pipelines.page import ContentsEntry, IssueLink

__all__ = ["Bounds", "Gap", "IssueState", "Progress", "Refusal", "Refusals", "Visit", "VisitKind", "Walk"]

EXAMPLES = 5
"""Addresses named for each reason of refusal; the rest are only counted."""


SHOWS_NO_ARTICLE = "the page shows no article"
"""Why a page that came is a gap; what other pages say of it may show one yet, and then it is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Something wanted that is not held, and why; `issue` is None for what belongs to no known issue."""

    issue: str | None
    kind: VisitKind
    url: str | None
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Addresses that were not followed for one reason: how many, and a few of them.

    `cut` tells whether a bound was hit, so that the walk may have missed something.
    """

    reason: str
    count: int
    examples: tuple[str, ...]
    cut: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """How far a run may go before it is taken to have run away."""

    issues: int = 5000
    pages_per_issue: int = 300
    requisites_per_issue: int = 1000
    pages: int = 250_000
    requisites: int = 500_000
    scouts: int = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueState:
    """How an issue stands when its last page is in: what its contents promised, and how many pages came."""

    link: IssueLink
    promised: tuple[ContentsEntry, ...]
    fetched: int
    gaps: tuple[Gap, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far the walk is; `not_due` pages were checked so lately that they are left alone."""

    issues_wanted: int
    issues_done: int
    articles: int
    pages: int
    requisites: int
    not_due: int
    gaps: int
    open: int


@dataclass(slots=True, kw_only=True)
class Walk:
    """The walk through one issue, as it stands (only the books change it); what it promised and its gaps are counts."""

    link: IssueLink | None
    begun: bool = False
    open: int = 0
    pages: int = 0
    requisites: int = 0
    fetched: int = 0
    compared: int = 0
    promised: int = 0
    gaps: int = 0
    others: list[str] = field(default_factory=list)

    @property
    def done(self) -> bool:
        """Whether everything known of the issue has been visited."""
        return self.begun and self.open == 0

    def as_json(self) -> str:
        """Return the walk as JSON."""
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Return the walk that `as_json` made `text` of."""
        values = json.loads(text)
        link = values.pop("link")
        return cls(link=None if link is None else IssueLink(*link), **values)


class Refusals:
    """A tally of what was not followed, by reason."""

    def __init__(self) -> None:
        self._counts: dict[tuple[str, bool], int] = {}
        self._examples: dict[tuple[str, bool], list[str]] = {}

    def add(self, reason: str, url: str, *, cut: bool = False) -> None:
        """Count one refused address."""
        key = (reason, cut)
        self._counts[key] = self._counts.get(key, 0) + 1
        examples = self._examples.setdefault(key, [])
        if len(examples) < EXAMPLES and url not in examples:
            examples.append(url)

    def all(self) -> tuple[Refusal, ...]:
        """Return the tally, in the order in which reasons first came up."""
        return tuple(
            Refusal(reason=reason, count=count, examples=tuple(self._examples[reason, cut]), cut=cut)
            for (reason, cut), count in self._counts.items()
        )

    def as_json(self) -> list[Any]:
        """Return the tally as values that JSON has."""
        return [asdict(refusal) for refusal in self.all()]

    @classmethod
    def from_json(cls, values: list[Any]) -> Self:
        """Return the tally that `as_json` made `values` of."""
        found = cls()
        for one in values:
            key = (one["reason"], one["cut"])
            found._counts[key] = one["count"]
            found._examples[key] = list(one["examples"])
        return found
