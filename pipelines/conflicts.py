"""Where a page and the contents that promise it say different things; who is believed stands in docs/extraction.md."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from pipelines.article.heads import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pipelines.page import IssueLink
    from pipelines.site.evidence import Promise

ConflictField = Literal["issue", "title", "authors"]
FIELDS: tuple[ConflictField, ...] = ("issue", "title", "authors")


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """One disagreement: what the page prints (it is believed), and what the contents say."""

    field: ConflictField
    page: str
    contents: str


def find_conflicts(
    *,
    promise: Promise | None,
    listed_issue: IssueLink | None,
    printed_issue: IssueLink | None,
    title: str | None,
    authors: Sequence[str],
) -> Iterator[Conflict]:
    """Yield where what the page prints is not what the site's contents and index (`listed_issue`) say of it.

    `title` and `authors` are those that the page itself prints, None and empty when it doesn't.
    """
    told = promise.issue if promise is not None and promise.issue is not None else listed_issue
    if printed_issue is not None and told is not None and told.id != printed_issue.id:
        yield Conflict(field="issue", page=printed_issue.id, contents=told.id)
    if promise is None:
        return
    if title is not None and plain(title) != plain(promise.title):
        yield Conflict(field="title", page=title, contents=promise.title)
    if authors and promise.authors and _names(authors) != _names(promise.authors):
        yield Conflict(field="authors", page=", ".join(authors), contents=", ".join(promise.authors))


def _names(authors: Sequence[str]) -> set[str]:
    return {plain(name) for name in authors}
