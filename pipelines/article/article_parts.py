"""An article as it was found on a page, before it is published."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from pipelines.article.byline import Byline
    from pipelines.article.title_votes import Title
    from pipelines.document.textblock import TextBlock
    from pipelines.page import IssueLink


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleParts:
    """An article as found: its title and where, its author lines, and the blocks of its text.

    `apart` are the places that the page's own mark-up sets outside its text.
    """

    kind: Literal["magazine", "news"]
    title: Title
    byline: Byline
    body: tuple[TextBlock, ...]
    issue: IssueLink | None
    source_line: str | None
    dateline: str | None
    apart: frozenset[int] = frozenset()
