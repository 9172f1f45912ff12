"""Each issue's account in figures, and the issues that an index leaves out."""

from __future__ import annotations

import pytest

from crawler.replica.magazine import NUMBERS
from output.models import Issue, Missing, Promised
from pipelines.archive.tally import IssueTally, account_of, missing_numbers


@pytest.mark.parametrize(
    ("issues", "missing"),
    [
        ("2005/1 2005/2 2005/4", ["2005 №3"]),
        ("2005/4", ["2005 №1, №2, №3"]),
        ("2005/1 2005/2", []),
        ("2010/1 2010/2 2010/3 2010/4 2010/5/6", []),
        ("2010/1-2 2010/4-5", ["2010 №3"]),
        ("2001/1 2003/1", ["2002 (no issue)"]),
        ("2001/1 2001/2 2002/3 2002/5", ["2002 №4"]),
        ("2001/spring 2001/autumn", []),
        ("2001/1 2001/2001", []),
        ("", []),
    ],
)
def test_numbers_that_an_index_leaves_out_are_named(issues: str, missing: list[str]) -> None:
    """Between a year's first and last; double numbers are two, and the end of a year is open."""
    pairs = [(int(year), number) for year, _, number in (one.partition("/") for one in issues.split())]
    assert [str(one) for one in missing_numbers(pairs)] == missing


def test_the_real_index_leaves_nothing_out() -> None:
    """81 issues, seventeen years, double numbers among them."""
    assert missing_numbers((year, number) for year, numbers in NUMBERS.items() for number in numbers) == ()


def test_an_issue_says_what_became_of_its_articles() -> None:
    """Promised, fetched, extracted, failed and missing, with the reasons."""
    reasons = ["not fetched", "HTTP 404", "HTTP 404", "no article in the page", "no address known"]
    line = Issue(
        id="2005-4",
        year=2005,
        number="4",
        label="№4, 2005",
        url=None,
        promised=[Promised(position=at, title=str(at), authors=[], url=None) for at in range(1, 9)],
        found=3,
        missing=[Missing(title=str(at), url=None, reason=reason) for at, reason in enumerate(reasons)],
        capture=None,
    )
    account = account_of([line])
    assert account.issues == (
        IssueTally(
            id="2005-4",
            promised=8,
            fetched=4,
            extracted=3,
            failed=2,
            missing=5,
            reasons={"HTTP 404": 2, "no address known": 1, "no article in the page": 1, "not fetched": 1},
        ),
    )
    assert account.as_json()["not_in_index"] == ({"year": 2005, "numbers": (1, 2, 3)},)
