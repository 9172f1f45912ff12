"""What the pipelines make of one page, before any other page is looked at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from output.models import Article, Furniture


class IssueLink(NamedTuple):
    """One issue of the index: its year, number as printed (`5/6`), and absolute address, None in a plain text."""

    year: int
    number: str
    url: str | None

    @property
    def id(self) -> str:
        """The issue's name in records, `2010-5-6`."""
        return f"{self.year}-{self.number.replace('/', '-')}"


class ContentsEntry(NamedTuple):
    """One line of a table of contents; `url` is absolute, None in a plain text."""

    title: str
    authors: tuple[str, ...]
    url: str | None


class Step(NamedTuple):
    """A link that leads on; `of_text`: its words say that it is to more of the same text or list."""

    url: str
    of_text: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSummary:
    """What a spider needs of a page: where to go next, what was found, what the page itself asks for.

    `requisites` are absolute addresses of images, style sheets, scripts and icons, in page order, on any host.
    `masthead` is the issue the page says it belongs to. `title` is what the page itself prints as its title, article or
    not. `frames` are pages that it shows in frames, `steps` the links by which it goes on, `years` where a list of
    years leads, on a page without contents, `issues_beside` where `Previous issue` does, `by_issue` what it lists of
    several issues, each below a line that says which. `article` and `furniture` are provisional: evidence from other
    pages is not yet in.
    """

    url: str
    issue_index: tuple[IssueLink, ...]
    contents: tuple[ContentsEntry, ...]
    masthead: IssueLink | None
    requisites: tuple[str, ...]
    links: tuple[str, ...]
    article: Article | None
    furniture: tuple[Furniture, ...]
    unplaced: tuple[str, ...]
    title: str | None = None
    frames: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()
    years: tuple[tuple[int, str], ...] = ()
    issues_beside: tuple[str, ...] = ()
    by_issue: tuple[tuple[IssueLink, tuple[ContentsEntry, ...]], ...] = ()
