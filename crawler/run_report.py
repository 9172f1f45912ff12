"""What a run's run.json says: counts, gaps, refusals, and how it ended."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from crawler.settings import VERSION
from output.dates import rfc3339
from output.warc.recovery import TORN

if TYPE_CHECKING:
    from datetime import datetime

    from crawler.continuation import Continuation
    from crawler.drift import Shape
    from crawler.frontier import Frontier
    from crawler.options import RunOptions
    from crawler.outcome import Facts, Verdict
    from output.collection import Collection
    from pipelines.archive.derive import DerivedCounts
    from pipelines.archive.feed import Feed
    from pipelines.archive.tally import Account


def run_report(
    *,
    name: str,
    options: RunOptions,
    began: datetime,
    walk: Continuation,
    ended: datetime,
    facts: Facts,
    frontier: Frontier,
    shape: Shape,
    counts: DerivedCounts | None,
    account: Account,
    feed: Feed | None,
    verdict: Verdict,
    torn: list[dict[str, Any]],
) -> dict[str, Any]:
    """Return the content of run.json, ready for `json.dumps`; dates are RFC 3339 UTC."""
    progress = frontier.progress()
    return {
        "schema": "run/1",
        "run": name,
        "version": VERSION,
        "profile": options.profile.name,
        "start_urls": list(options.start_urls or options.profile.start_urls),
        "wanted": {
            "years": [list(span) for span in options.wanted.years],
            "issues": list(options.wanted.issues),
            "max_issues": options.wanted.limit,
        },
        "budget": options.budget,
        "max_age": None if options.max_age is None else int(options.max_age.total_seconds()),
        "walk": {"began": rfc3339(walk.began), "earlier_runs": list(walk.earlier)},
        "began": rfc3339(began),
        "ended": rfc3339(ended),
        "exit_code": int(verdict.code),
        "meaning": verdict.code.meaning,
        "reasons": list(verdict.reasons),
        "closed": facts.close_reason,
        "index_found": facts.index_found,
        "fetched": {
            "issues": progress.issues_done,
            "issues_wanted": progress.issues_wanted,
            "articles": progress.articles,
            "pages": progress.pages,
            "requisites": progress.requisites,
            "requisites_absent": frontier.absent,
            "not_due": progress.not_due,
        },
        "left": asdict(facts.left),
        "shape": shape.as_json(),
        "drift": list(facts.drift),
        "quarantined": [one.as_json() for one in facts.quarantined],
        "changes": None if feed is None else feed.as_json(),
        "records": None if counts is None else asdict(counts),
        "account": account.as_json(),
        "gaps": [asdict(gap) for gap in facts.gaps],
        "refusals": [asdict(refusal) for refusal in facts.refusals],
        "elsewhere": [{"host": host, "addresses": n} for host, n in sorted(frontier.elsewhere().items())],
        "faults": facts.faults,
        "torn": torn,
    }


def torn_ends(collection: Collection) -> list[dict[str, Any]]:
    """Return what opening the collection cut off: the file, where, how many bytes, and where they are kept."""
    return [
        {
            "file": one.torn_path.name.removesuffix(TORN),
            "offset": one.offset,
            "bytes": one.torn,
            "kept": str(one.torn_path.relative_to(collection.path)),
        }
        for one in collection.recovered
        if one.torn_path is not None
    ]
