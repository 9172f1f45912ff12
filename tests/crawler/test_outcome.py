"""How the facts of a run become an exit code."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crawler.exit_codes import ExitCode
from crawler.outcome import Facts, judge
from crawler.visits import Gap, Refusal

WHOLE = Facts(
    close_reason="finished",
    index_found=True,
    answers=10,
    articles=8,
    gaps=(),
    refusals=(),
    missing={},
    silent=(),
    faults=0,
)
GAP = Gap(issue="2005-4", kind="article", url="http://a.example/1", reason="status 500")
CUT = Refusal(reason="bound: pages an issue", count=3, examples=("http://a.example/2",), cut=True)
OTHER = Refusal(reason="on another host", count=3, examples=("http://b.example/2",), cut=False)


@pytest.mark.parametrize(
    ("changes", "code", "reason"),
    [
        ({}, ExitCode.COMPLETE, None),
        ({"refusals": (OTHER,)}, ExitCode.COMPLETE, None),
        ({"gaps": (GAP,)}, ExitCode.GAPS, "http://a.example/1: status 500 (issue 2005-4)"),
        (
            {"refusals": (CUT,)},
            ExitCode.GAPS,
            "bound: pages an issue: 3 not followed, such as http://a.example/2",
        ),
        ({"silent": ("2005-4",)}, ExitCode.GAPS, "issue 2005-4: no page says what is in it"),
        ({"missing": {"2005-4": 2}}, ExitCode.GAPS, "issue 2005-4: 2 promised articles are not held"),
        ({"faults": 1}, ExitCode.GAPS, "1 pages raised an error of backissue itself; see crawl.log"),
        (
            {"close_reason": "asked-to-stay-away"},
            ExitCode.GAPS,
            "the crawl was closed early: asked-to-stay-away",
        ),
        ({"index_found": False}, ExitCode.GAPS, "no page shows an issue index"),
        ({"index_found": False, "articles": 0}, ExitCode.NOTHING, "no page shows an issue index"),
        ({"answers": 0, "articles": 0, "index_found": False}, ExitCode.NOTHING, "the source gave no page"),
        ({"close_reason": "shutdown"}, ExitCode.INTERRUPTED, "interrupted; run it again to go on"),
        ({"close_reason": "archive-failed"}, ExitCode.DAMAGED, "a record could not be written"),
        (
            {"close_reason": "archive-failed", "answers": 0},
            ExitCode.DAMAGED,
            "a record could not be written",
        ),
    ],
)
def test_the_gravest_reason_gives_the_code(
    changes: dict[str, object], code: ExitCode, reason: str | None
) -> None:
    """One fact after the other, away from a run in which all is well."""
    verdict = judge(replace(WHOLE, **changes))  # type: ignore[arg-type]
    assert (verdict.code, verdict.reasons[:1]) == (code, () if reason is None else (reason,))


def test_a_missing_article_that_is_a_gap_already_is_not_told_twice() -> None:
    """What the walk saw fail, the records miss as well."""
    for told in ({"missing": {"2005-4": 1}}, {"silent": ("2005-4",)}):
        verdict = judge(replace(WHOLE, gaps=(GAP,), **told))
        assert len(verdict.reasons) == 1
