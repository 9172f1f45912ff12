"""Tables of contents: a heading line, then the articles of the issue, one a line: title, gap, authors."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipelines.furniture.contents_announced import announced_entries
from pipelines.furniture.contents_end import LONGEST_ENTRY, follows
from pipelines.furniture.contents_entry import plain_entry
from pipelines.furniture.contents_list import LinkedList
from pipelines.furniture.piece import Piece, orders_of, text_of
from pipelines.words.issue_wording import wording_of
from pipelines.words.phrases import Phrases, folded_phrases

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from pipelines.document.textblock import TextBlock
    from pipelines.page import ContentsEntry
    from pipelines.profile import Profile
    from pipelines.words.issue_wording import IssueWording

_LONGEST_HEADING = 12
"""Words, marks that stand alone among them."""

_NARROW = 3
"""Words of each line of a heading that is set over two."""

_ISSUE = ("issue", "Issue", "ISSUE", "number", "Number", "NUMBER", "омера", "омере", "ОМЕРА", "ОМЕРЕ")
"""How headings that `_OF_ISSUE` matches end: most lines are told by that."""

_OF = re.compile(r"[\s,.:–—-]*(?:(?:of|for)\b\s?)?(?:the\b\s?)?", re.IGNORECASE)
"""What joins a heading to the issue whose contents follow: `Contents of №4, 2005`."""


_OF_ISSUE = re.compile(
    r"(?:(?:see|read|also|more|all|the|others?|elsewhere|further|articles?|stories|materials?|publications|texts?|topics"
    r"|contents)\s){1,5}(?:in|of|from)\s(?:this|the)(?:\s(?:same|current))?\s(?:issue|number)"
    r"|in\s(?:this|the)\ssame\s(?:issue|number)"
    r"|(?:(?:читайте|смотрите|также|ещё|еще|другие|все|из|статьи|материалы|публикации)\s){1,4}"
    r"(?:в\s(?:этом\s|том\sже\s)?)?(?:этого\s)?номер[ае]"
)
"""Other words for a heading over the issue's articles (`Read also in this issue`), case-folded."""


def _is_heading(said: str, phrases: Phrases, wording: IssueWording, *, linked: bool) -> bool:
    """Return whether a short line heads a table of contents and says nothing else, but for which issue's they are.

    A picture may say it.
    """
    said = said.strip(" :.-–—»*|")
    if linked and " " not in said:
        return False  # `Contents` in a menu leads to them
    if len(said) <= phrases.longest and said.casefold() in phrases.said:
        return True
    if said.endswith(_ISSUE) and _OF_ISSUE.fullmatch(said.casefold()):
        return True
    if not said.rstrip(" )гГ.")[-1:].isdecimal():
        return False
    folded = said.casefold()
    rests = (_OF.sub("", folded[len(phrase) :]) for phrase in phrases.said if folded.startswith(phrase))
    return any(wording.read(rest) is not None for rest in rests)


def find_contents(
    blocks: Sequence[TextBlock], profile: Profile, *, page_linked: bool, gaps: Collection[int] = ()
) -> list[Piece]:
    """Return the tables of contents among `blocks` (those that nothing else has taken).

    `page_linked`: whether links are known at all; without (a plain text) every line up to the next piece of
    furniture is an entry. With links, the list ends before the first block that neither links nor names authors, nor
    says what another block of the page does: such a line is the page's own, which some lists don't link. `gaps` are the
    blocks over which the page shows a blank line.
    """
    pieces: list[Piece] = []
    phrases = folded_phrases(profile.contents_phrases)
    if not phrases.said:
        return pieces
    wording = wording_of(profile)
    at = 0
    while at < len(blocks):
        short = blocks[at].words <= _LONGEST_HEADING
        if not (short and (lines := _heading_lines(blocks, at, phrases, wording))):
            at += 1
            continue
        behind = at + lines
        end, entries = _read_linked(blocks, behind, gaps) if page_linked else _read_plain(blocks, behind)
        taken = blocks[at:end]
        pieces.append(
            Piece(
                kind="contents",
                orders=orders_of(taken),
                text=text_of(taken),
                reason="a contents heading and the lines below it",
                entries=tuple(entries),
            )
        )
        at = end
    return pieces


def _heading_lines(blocks: Sequence[TextBlock], at: int, phrases: Phrases, wording: IssueWording) -> int:
    """Return how many lines from `at` on head a table of contents: one, two in a narrow column, or none."""
    first = blocks[at]
    if _is_heading(first.shown, phrases, wording, linked=first.linked_words > 0):
        return 1
    if first.linked_words or not 0 < first.words <= _NARROW or at + 1 == len(blocks):
        return 0
    second = blocks[at + 1]
    broken = not second.linked_words and 0 < second.words <= _NARROW and follows(blocks, at + 1)
    return 2 if broken and _is_heading(f"{first.text} {second.text}", phrases, wording, linked=False) else 0


def _read_linked(
    blocks: Sequence[TextBlock], start: int, gaps: Collection[int]
) -> tuple[int, list[ContentsEntry]]:
    heading = blocks[start - 1].cell
    while heading and start < len(blocks) and not blocks[start].linked_words:
        beside = blocks[start].cell
        if beside is None or beside[:2] != heading[:2]:
            break
        start += 1  # what the other columns are: `Author`
    if start == len(blocks) or not follows(blocks, start):
        return start, []
    end, entries = LinkedList(blocks, start, gaps).read()
    return end, announced_entries(blocks[start:end]) or entries


def _read_plain(blocks: Sequence[TextBlock], start: int) -> tuple[int, list[ContentsEntry]]:
    entries: list[ContentsEntry] = []
    at = start
    while at < len(blocks) and follows(blocks, at) and blocks[at].words <= LONGEST_ENTRY:
        if blocks[at].text:
            entries.append(plain_entry(blocks[at].raw))
        at += 1
    return at, entries
