"""How a run ended: the exit code, and in words why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from crawler.exit_codes import ExitCode
from crawler.turns import NOTHING_LEFT, Left

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crawler.visits import Gap, Refusal
    from pipelines.archive.choice import Quarantined

FINISHED = "finished"
"""Scrapy's word for a crawl in which nothing was left to ask."""

SHUTDOWN = "shutdown"
"""Scrapy's word for a crawl that a signal stopped."""

ARCHIVE_FAILED = "archive-failed"
"""Our word for a crawl that could not keep its records."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the exit code is judged by.

    `left` is what a `budget` of requests has left unvisited. `missing` counts, by issue, promised articles that the
    archive does not hold, `silent` are issues of which no page says what is in them; `answers` are the pages that came
    with status 200; `faults` are exceptions of our own code; `drift` says in what the site has changed; `quarantined`
    are pages that came and don't count; `held_back` says why a run's changes are not told.
    """

    close_reason: str
    index_found: bool
    answers: int
    articles: int
    gaps: tuple[Gap, ...]
    refusals: tuple[Refusal, ...]
    missing: dict[str, int]
    silent: tuple[str, ...]
    faults: int
    left: Left = NOTHING_LEFT
    budget: int | None = None
    drift: tuple[str, ...] = ()
    held_back: str | None = None
    quarantined: tuple[Quarantined, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The exit code and the reasons for it, each one line."""

    code: ExitCode
    reasons: tuple[str, ...]


def judge(facts: Facts) -> Verdict:
    """Return how a run ended; the gravest reason gives the code."""
    if facts.close_reason == ARCHIVE_FAILED:
        return Verdict(code=ExitCode.DAMAGED, reasons=("a record could not be written", *_reasons(facts)))
    if facts.close_reason == SHUTDOWN:
        reasons = ("interrupted; run it again to go on", *_reasons(facts))
        return Verdict(code=ExitCode.INTERRUPTED, reasons=reasons)
    if not facts.answers:
        return Verdict(code=ExitCode.NOTHING, reasons=("the source gave no page", *_reasons(facts)))
    reasons = _reasons(facts)
    if not facts.index_found and not facts.articles:
        return Verdict(code=ExitCode.NOTHING, reasons=reasons)
    return Verdict(code=ExitCode.GAPS if reasons else ExitCode.COMPLETE, reasons=reasons)


def _reasons(facts: Facts) -> tuple[str, ...]:
    found: list[str] = []
    if facts.close_reason not in {FINISHED, SHUTDOWN, ARCHIVE_FAILED}:
        found.append(f"the crawl was closed early: {facts.close_reason}")
    if facts.answers and not facts.index_found:
        found.append("no page shows an issue index")
    # What concerns the whole run comes first: of a long list only the beginning is shown.
    if facts.held_back is not None:
        found.append(facts.held_back)
    if facts.faults:
        found.append(f"{facts.faults} pages raised an error of backissue itself; see crawl.log")
    found += facts.drift
    found += [
        f"{gap.url or gap.issue}: {gap.reason}" + (f" (issue {gap.issue})" if gap.issue and gap.url else "")
        for gap in facts.gaps
    ]
    found += [
        f"{refusal.reason}: {refusal.count} not followed, such as {refusal.examples[0]}"
        for refusal in facts.refusals
        if refusal.cut
    ]
    if facts.close_reason == FINISHED:
        found += _left(facts.left, facts.budget)
    told = {gap.issue for gap in facts.gaps}
    found += [
        f"issue {issue}: {count} promised articles are not held"
        for issue, count in facts.missing.items()
        if issue not in told
    ]
    if facts.close_reason == FINISHED and not facts.left.index:
        found += [f"issue {issue}: no page says what is in it" for issue in facts.silent if issue not in told]
    found += [f"{one.url}: quarantined: {one.reason}" for one in facts.quarantined]
    return tuple(found)


def _left(left: Left, budget: int | None) -> Iterator[str]:
    """Yield what a spent budget means, a line each; that older pages wait for another run is no gap by itself."""
    spent = f"the budget of {budget} requests is spent"
    if left.index:
        yield f"{spent}: {left.index} pages of the index and of issues were not checked"
    if left.new:
        yield f"{spent}: {left.new} pages and files that are not held yet wait for the next run"
    if left.overdue:
        yield f"{spent}: {left.overdue} pages and files were last checked longer ago than --max-age"
