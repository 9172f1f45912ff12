"""The author lines around a title and at the head of a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipelines.article.author_evidence import ANSWERS, is_others
from pipelines.article.author_line import read_line
from pipelines.article.author_zone import lines_of
from pipelines.article.bare_names import is_speaker
from pipelines.article.column import columnists
from pipelines.article.first_line import read_first_line
from pipelines.article.holder import is_introduced, is_told_of
from pipelines.article.interview import answers
from pipelines.article.lines_below import affiliated, reviewer
from pipelines.article.linked_names import linked_names
from pipelines.article.name_line import is_of_a_book, joined, sender
from pipelines.words.names import is_given, names_in

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pipelines.article.author_evidence import AuthorLine, AuthorLines, KnownAuthors
    from pipelines.document.textblock import TextBlock

HEAD_ZONE = 4
"""Blocks at the head of a text among which author lines are."""

LAST_BETWEEN = 12
"""Lines below a title among which author lines are."""

LONGEST_NAMES = 12
"""Words of a line of names."""

_TAIL_ZONE = 4
_LINKED = 0.5
_OVER_TALKS = ("a name and a post", "a name over a post")
_BY, _REVIEWED = "By", "who reviewed it"


def at_head(lines: AuthorLines, known: KnownAuthors, over: list[AuthorLine]) -> list[AuthorLine]:
    """Return the author lines around the title and at the head of the text that something else bears out.

    `over` are those above the title.
    """
    body, between, above, page = lines.body, lines.between, lines.above, lines.page
    below = below_title(lines)
    head = (
        reviewer((*(between or below), *body[-_TAIL_ZONE:]))
        or linked_names(below, lines)
        or _head(body, known.promised, between, page)
        or _asked(affiliated(below), body)
    )
    head = (
        _surest_over(head, over)
        or _columnist(above)
        or _recurring((*between, *body[:HEAD_ZONE]), page, known.over_others)
    )
    if is_others(head):
        # Who answers, or who translated, is named there; who asked or wrote may be named elsewhere.
        head = joined(head, sender((*above, *between[:LAST_BETWEEN], *body[:1]), page))
    return head


def _head(
    body: Sequence[TextBlock],
    promised: Sequence[str],
    between: Sequence[TextBlock],
    page: Sequence[TextBlock],
) -> list[AuthorLine]:
    """Return the author lines at the head of the text, or above it, that say so or that the page tells more of."""
    head = _asked(lines_of(body[:HEAD_ZONE], promised, tail=False, page=page), body)
    return _surest(head, _between(between, promised, page)) or _introduced(
        (*between[:LAST_BETWEEN], *body[:HEAD_ZONE]), page, body
    )


def _asked(found: list[AuthorLine], body: Sequence[TextBlock]) -> list[AuthorLine]:
    """Return the lines `found` with whoever is interviewed in `body` as the author of nothing."""
    return [
        (block, (), ANSWERS)
        if reason in _OVER_TALKS and all(answers(name, body) for name in names)
        else (block, names, reason)
        for block, names, reason in found
    ]


def _between(
    blocks: Sequence[TextBlock], promised: Sequence[str], page: Sequence[TextBlock]
) -> list[AuthorLine]:
    """Return the author line among what stands between title and text."""
    for at, block in enumerate(b for b in blocks[:LAST_BETWEEN] if b.text):
        first = at == 0
        read = read_first_line(block.text, promised) if first else read_line(block.text, promised, tail=True)
        if read is not None and read[0] and not is_of_a_book(block, page):
            return [(block, *read)]
    return []


def _introduced(
    zone: Sequence[TextBlock], page: Sequence[TextBlock], body: Sequence[TextBlock]
) -> list[AuthorLine]:
    """Return the bare names in `zone` that the page tells more of, or its last lines."""
    for block in zone:
        names = names_in(block.text) if block.words <= LONGEST_NAMES else None
        if not names:
            continue
        if all(is_introduced(name, page) for name in names) or is_told_of(block.text, names, page, body):
            return [(block, names, "the page tells who that is")]
    return []


def _columnist(above: Sequence[TextBlock]) -> list[AuthorLine]:
    """Return the line right above a title that says whose column it is."""
    return [(b, names, "whose column it is") for b in above[-1:] if (names := columnists(b.text))]


def _recurring(
    zone: Sequence[TextBlock], page: Sequence[TextBlock], over_others: Callable[[TextBlock], bool]
) -> list[AuthorLine]:
    """Return the first bare names in `zone` that stand over other texts as well: a magazine has its authors.

    One link among others is a menu's: `Club Calendar` looks like a name.
    """
    links = {block.order for block in page if block.link_share > _LINKED}
    found: list[AuthorLine] = []
    for block in zone:
        in_menu = block.order in links and not links.isdisjoint((block.order - 1, block.order + 1))
        names = names_in(block.text) if block.words <= LONGEST_NAMES and not in_menu else None
        if names and over_others(block) and not is_speaker(block, page):
            found.append((block, names, "a name over other texts, too"))
    return [line for line in found if is_given(line[1][0])][:1] or found[:1]


def _surest(head: list[AuthorLine], between: list[AuthorLine]) -> list[AuthorLine]:
    """Return the lines of the text's `head`, or what stands above it and is surer: `By NAME`, over who is told of."""
    surer = between and between[0][2] == _BY and all(why != _BY for *_, why in head)
    return between if surer or not head else head


def _surest_over(head: list[AuthorLine], over: list[AuthorLine]) -> list[AuthorLine]:
    """Return the lines below a title, or `By NAME` right `over` it, which is surer than what looks like a name."""
    surer = over and over[0][2] == _BY and not any(why in (_BY, _REVIEWED) for *_, why in head)
    return over if surer else head


def below_title(lines: AuthorLines) -> Sequence[TextBlock]:
    """Return the lines between title and text, or the text's first."""
    return lines.between[:LAST_BETWEEN] or lines.body[:HEAD_ZONE]


def above_title(lines: Sequence[TextBlock], promised: Sequence[str]) -> list[AuthorLine]:
    """Return the author lines that end what stands above a title."""
    upwards = list(reversed(lines))
    return lines_of(upwards, promised, tail=True) if lines_of(upwards[:1], promised, tail=True) else []
