"""Which pages of one folder have the same look."""

from __future__ import annotations

from pipelines.looks import looks


def test_pages_of_two_looks_in_one_folder_are_told_apart() -> None:
    """A page shows most of its look's frame, not all of it, and texts of its own."""
    old = [{"motto", "copyright", "previous next", f"text {n}"} for n in range(5)]
    new = [{"search", "sponsor", "previous next", f"text {n}"} for n in range(5, 11)]
    last = {"motto", "copyright", "previous", "text 11"}
    assert looks([*old, *new, last]) == [[0, 1, 2, 3, 4, 11], [5, 6, 7, 8, 9, 10]]


def test_a_few_odd_pages_are_counted_with_their_neighbours() -> None:
    """Contents and covers are no look: a share is one of all pages around."""
    pages = [{"motto", "copyright", f"text {n}"} for n in range(6)]
    odd = [{"contents", "cover"}, {"contents", "cover", "more"}]
    assert looks([*odd, *pages]) == [[*range(8)]]
    others = [{"search", "sponsor", f"text {n}"} for n in range(6)]
    assert looks([*pages, *odd, *others]) == [[*range(8)], [*range(8, 14)]]


def test_a_column_in_many_issues_is_no_look() -> None:
    """Its heading stands beside the frame of all others."""
    pages = [{"motto", "copyright", *(("column",) if n % 3 == 0 else ()), f"text {n}"} for n in range(18)]
    assert looks(pages) == [[*range(18)]]


def test_pages_with_nothing_in_common_are_of_one_look() -> None:
    """Nothing is known of them."""
    assert looks([{f"text {n}"} for n in range(7)]) == [[*range(7)]]
    assert looks([]) == [[]]
