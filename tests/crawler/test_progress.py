"""What is shown while a crawl runs."""

from __future__ import annotations

import io
import json

import pytest

from crawler.progress import BarReporter, JsonReporter, PlainReporter, clock, eta, reporter
from crawler.visits import Gap, IssueState, Progress
from pipelines.page import IssueLink

HALF = Progress(
    issues_wanted=8, issues_done=2, articles=10, pages=13, not_due=0, requisites=5, gaps=1, open=4
)
STATE = IssueState(
    link=IssueLink(year=2005, number="4", url="http://a.example/4"),
    promised=(),
    fetched=5,
    gaps=(Gap(issue="2005-4", kind="article", url="http://a.example/5", reason="status 404"),),
)


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """Say so."""
        return True


def test_time_left_is_judged_by_the_issues_done() -> None:
    """Two of eight issues took a minute: three more minutes."""
    assert eta(HALF, 60.0) == 180.0
    assert (
        eta(
            Progress(
                issues_wanted=8, issues_done=0, articles=0, pages=1, not_due=0, requisites=0, gaps=0, open=1
            ),
            9,
        )
        is None
    )


@pytest.mark.parametrize(("seconds", "shown"), [(0.4, "0:00"), (61, "1:01"), (3723, "1:02:03"), (None, "?")])
def test_clock(seconds: float | None, shown: str) -> None:
    """Minutes and seconds, hours when there are any."""
    assert clock(seconds) == shown


def test_plain_lines_tell_of_each_issue() -> None:
    """In a log each finished issue is a line, with what is missing."""
    out = io.StringIO()
    shown = reporter(json_log=False, stream=out)
    assert isinstance(shown, PlainReporter)
    shown.update(HALF)
    shown.issue(STATE, HALF)
    shown.note("writing the records")
    shown.close()
    first, second = out.getvalue().splitlines()
    assert first.startswith("issue 2005-4: 5 pages, 1 missing | 2/8 issues, 10 articles, 1 gaps, ")
    assert second == "writing the records"


def test_json_lines_have_an_event_each() -> None:
    """Each line is an object by itself."""
    out = io.StringIO()
    shown = reporter(json_log=True, stream=out)
    assert isinstance(shown, JsonReporter)
    shown.issue(STATE, HALF)
    shown.note("x")
    events = [json.loads(line) for line in out.getvalue().splitlines()]
    assert [event["event"] for event in events] == ["issue", "note"]
    assert (events[0]["id"], events[0]["missing"], events[0]["issues_wanted"]) == ("2005-4", 1, 8)


def test_a_terminal_gets_a_bar() -> None:
    """The bar shows issues done, articles and time left; gaps stand above it."""
    out = Terminal()
    shown = reporter(json_log=False, stream=out)
    assert isinstance(shown, BarReporter)
    shown.issue(STATE, HALF)
    shown.update(
        Progress(
            issues_wanted=8, issues_done=8, articles=40, pages=50, not_due=0, requisites=5, gaps=1, open=0
        )
    )
    shown.close()
    assert "issue 2005-4: 1 missing" in out.getvalue()
    assert "8/8" in out.getvalue()
    assert "40 articles" in out.getvalue()
