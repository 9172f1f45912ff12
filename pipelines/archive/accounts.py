"""The account of each issue: what its contents promise, what is held, what is missing and why (promise 6)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from output.models import Issue, Missing, Promised
from pipelines.addresses import canonical, published
from pipelines.archive.order import issue_number_key
from pipelines.page import ContentsEntry
from pipelines.publish import capture_ref

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from output.capture import Capture
    from pipelines.archive.fetches import Fetch
    from pipelines.archive.survey import PromisedIssue, Survey

NOT_FETCHED = "not fetched"
NO_ADDRESS = "no address known"
NO_ARTICLE = "no article in the page"
"""The reasons that are no failed fetch's own words."""


def issue_lines(
    found: Survey,
    *,
    held: Mapping[str, str],
    newest: Callable[[str], Fetch | None],
    capture: Callable[[str], Capture | None],
) -> Iterator[Issue]:
    """Yield the line of each issue, oldest first.

    `held` maps the canonical address of each article held to its title, `newest` gives the newest fetch of
    such an address, `capture` that of its page to its capture.
    """
    for promised in sorted(
        found.issues.values(), key=lambda p: (p.issue.year, issue_number_key(p.issue.number))
    ):
        issue = promised.issue
        entries = promised.entries or _itself(promised, held)
        missing = [
            Missing(title=entry.title, url=entry.url and published(entry.url), reason=reason)
            for entry in entries
            if (reason := _why_missing(entry, held, newest, found.aliases)) is not None
        ]
        own = capture(canonical(issue.url)) if issue.url else None
        teller = own or capture(promised.told_by)
        yield Issue(
            id=issue.id,
            year=issue.year,
            number=issue.number,
            label=f"№{issue.number}, {issue.year}",
            url=issue.url and published(issue.url),
            promised=[
                Promised(
                    position=at,
                    title=entry.title,
                    authors=list(entry.authors),
                    url=entry.url and published(entry.url),
                )
                for at, entry in enumerate(entries, start=1)
            ],
            found=len(entries) - len(missing),
            missing=missing,
            capture=capture_ref(teller) if teller is not None else None,
        )


def _itself(promised: PromisedIssue, held: Mapping[str, str]) -> tuple[ContentsEntry, ...]:
    """Return the one article of an issue whose link leads straight to it and that lists no others."""
    url = promised.issue.url
    title = held.get(canonical(url)) if url else None
    return () if title is None else (ContentsEntry(title=title, authors=(), url=url),)


def _why_missing(
    entry: ContentsEntry,
    held: Mapping[str, str],
    newest: Callable[[str], Fetch | None],
    aliases: Mapping[str, str],
) -> str | None:
    """Return why a promised article is not held, None when it is; a page that has moved is looked for where it is."""
    if entry.url is None:
        return None if entry.title in held.values() else NO_ADDRESS
    key = canonical(entry.url)
    moved = aliases.get(key, key)
    if key in held or moved in held:
        return None
    fetch = newest(moved) or newest(key)
    if fetch is None:
        return NOT_FETCHED
    return fetch.failure or NO_ARTICLE
