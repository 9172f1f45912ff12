"""What tells who wrote a page: the lines that may name somebody, and what is known from elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from pipelines.document.textblock import TextBlock
    from pipelines.site.evidence import Place

AuthorLine: TypeAlias = "tuple[TextBlock, tuple[str, ...], str]"
"""An author line, whom it names, and what proved it."""

ANSWERS, HELPED = "answers questions", "somebody else's part"
"""What is said of a line that names nobody who wrote."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorLines:
    """The lines of a page among which author lines are.

    `body` are the blocks of the text, `page` all there are; `between` those from the title to the first longer text,
    links and dates, too; `above` the last lines before the title, `behind` the first behind the text. `url` is the
    page's address, `mailed` are the words on it that lead to mail addresses.
    """

    body: Sequence[TextBlock]
    page: Sequence[TextBlock]
    between: Sequence[TextBlock]
    above: Sequence[TextBlock]
    behind: Sequence[TextBlock]
    url: str
    mailed: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownAuthors:
    """What is known of a page's authors besides its lines.

    `promised` are those whom the issue's contents name, `holders` those who hold the copyright, `in_title` whom the
    title's line names, and how. `signing`: in which places most pages of the issue have bare names; `signers` are those
    who sign other pages, and `over_others` says whether a line stands over other texts. `known_site`: the frame is
    known, so that a text's last words are the article's own.
    """

    promised: Sequence[str]
    holders: Sequence[str]
    in_title: tuple[tuple[str, ...], str] | None
    signing: Collection[Place]
    signers: Collection[str]
    over_others: Callable[[TextBlock], bool]
    known_site: bool


def is_others(lines: Sequence[AuthorLine]) -> bool:
    """Return whether nobody who wrote is named, but who answered or helped, if anybody."""
    return all(not names and reason in (ANSWERS, HELPED) for _, names, reason in lines)
