"""Where a page leads beside its contents: further pages of a text, of a list, of an issue, of the index. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipelines.addresses import canonical, way
from pipelines.furniture.listed_contents import is_inside
from pipelines.furniture.paging import goes_on
from pipelines.site.folders import folders_of, in_folder, own_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from crawler.visits import Visit
    from pipelines.page import IssueLink, PageSummary

_MOST_INSIDE = 20
"""Pages of an issue that its own page leads to without saying what they are."""


def further_pages(
    visit: Visit, summary: PageSummary, known: Callable[[str], Visit | None]
) -> tuple[str, ...]:
    """Return the addresses of pages on which goes on what the page shows, or what one began from which it was reached.

    `known` gives the visit that was made to an address.
    """
    if not summary.steps:
        return ()
    begins = [canonical(summary.url)]
    before = visit
    while before.via is not None and (earlier := known(before.via)) is not None:
        before = earlier
        if not goes_on(begins[0], canonical(before.url), said=True):
            break
        begins.append(canonical(before.url))
    return tuple(
        step.url
        for step in summary.steps
        if any(goes_on(canonical(step.url), first, said=step.of_text) for first in begins)
    )


def next_articles(visit: Visit, summary: PageSummary, index: Sequence[IssueLink]) -> tuple[str, ...]:
    """Return where an issue's article that lists no others leads on: to pages like it of the same issue.

    It is the same in the issue's own folder, or as long as a masthead says so.
    """
    if summary.article is None or summary.contents:
        return ()
    own = canonical(summary.url)
    issues = _by_address(index)
    folder = in_folder(own, folders_of(issues))
    here = folder or summary.masthead
    if here is None or here.id != visit.issue:
        return ()
    alike = (
        s.url for s in summary.steps if way(s.url) == way(summary.url) and canonical(s.url) not in issues
    )
    return tuple(
        url for url in alike if folder is None or in_folder(canonical(url), folders_of(issues)) == folder
    )


def inner_pages(visit: Visit, summary: PageSummary, index: Sequence[IssueLink]) -> tuple[str, ...]:
    """Return where to look for an issue's contents if its page lists none: in its frames, else in its sections."""
    if summary.frames or visit.kind != "issue":
        return summary.frames
    own = canonical(summary.url)
    issues = _by_address([link._replace(url=own) if link.id == visit.issue else link for link in index])
    folder = own_folder(own, issues, folders_of(issues))
    inside = (url for url in summary.links if is_inside(canonical(url), own, folder))
    return tuple(url for url in inside if canonical(url) not in issues)[:_MOST_INSIDE]


def years_elsewhere(summary: PageSummary, index: Sequence[IssueLink]) -> tuple[str, ...]:
    """Return the pages of the years of which the `index` has no issue yet."""
    dated = {link.year for link in index}
    return tuple(url for year, url in summary.years if year not in dated)


def _by_address(index: Sequence[IssueLink]) -> dict[str, IssueLink]:
    return {canonical(link.url): link for link in index if link.url is not None}
