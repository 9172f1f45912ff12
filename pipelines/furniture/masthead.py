"""Mastheads: the magazine's name, with the issue's number and year or alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipelines.document.textblock import fold
from pipelines.furniture.piece import Piece, orders_of, text_of
from pipelines.page import IssueLink
from pipelines.words.issue_wording import wording_of
from pipelines.words.legible import INVISIBLE, legible

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pipelines.document.textblock import TextBlock
    from pipelines.profile import Profile
    from pipelines.words.issue_wording import IssueWording

_LONGEST = 160
_LONGEST_WORDS = 24
_MOST_LINES = 4
"""Blocks over which a name may be set."""

_FEWEST_LISTED = 3
"""Issues that a page names in full and links to, from which on they are an index."""

_BEHIND, _MOST_BELOW = 3, 2
"""Blocks behind the name, empty ones among them, and those that may say its issue."""

_LONGEST_PARTLY = 12
_LONGEST_ISSUE = 6
"""Words of an issue that stands apart from the magazine's name."""

_PROSE = 25
_OPENING, _CLOSING = '«"“„', '»"”'
_BEFORE = frozenset(INVISIBLE + _OPENING)
_STEPS = " \u00a0/\\|>»›→·•"
"""What stands between the steps of a trail, and between a name and its issue."""

_MARKS = " .,:;|–—-"


def find_mastheads(blocks: Sequence[TextBlock], profile: Profile) -> list[Piece]:
    """Return the mastheads among `blocks`.

    The name must open the block and nothing but the issue may follow: a sentence about the magazine is none. It may
    be set over several lines, or be a picture's alternative text. A name alone takes the issue from the block behind
    it, or two, if they say nothing else, or from the only line over the text that does so. A trail may lead to it, and
    a column stand behind it.
    """
    wording = wording_of(profile)
    pieces: list[Piece] = []
    names = tuple(name.casefold() for name in profile.magazine_names)
    initials = frozenset(name[:1] for name in names)
    fewest = min((len(name.split()) for name in names), default=0)
    for i, block in enumerate(blocks):
        if block.words > _LONGEST_WORDS:
            continue
        opens = _may_open(block, initials)
        if not opens and (block.words < fewest or not _may_be_trail(block)):
            continue
        found = _named(blocks, i, names) if opens else _behind_trail(block, names)
        if found is None:
            continue
        taken, name, rest = found
        below, issue = _issue_of(
            rest.lstrip(_STEPS + _CLOSING), blocks[i + len(taken) : i + len(taken) + _BEHIND], wording
        )
        if issue is None and not block.linked_words:
            issue = _before_column(rest, wording)
        if issue is None and rest.strip(_MARKS):
            continue
        taken.extend(below)
        pieces.append(
            Piece(
                kind="masthead",
                orders=orders_of(taken),
                text=text_of(taken),
                reason="the magazine's name" + (" and an issue" if issue else " alone"),
                name=name,
                year=issue[0] if issue else None,
                number=issue[1] if issue else None,
            )
        )
    if not any(p.year for p in pieces):
        pieces.extend(_apart(pieces, blocks, wording) or _partly_named(blocks, profile, wording))
    if len({(p.year, p.number) for p in pieces if p.year}) < _FEWEST_LISTED:
        return pieces
    linked = {block.order for block in blocks if block.linked_words}
    return [p for p in pieces if p.year is None or linked.isdisjoint(p.orders)]


def _issue_of(
    rest: str, behind: Sequence[TextBlock], wording: IssueWording
) -> tuple[list[TextBlock], tuple[int, str] | None]:
    """Return the issue that `rest` says behind the name, or it and the next blocks, one or two; and which those are."""
    shown = [b for b in behind if b.shown][:_MOST_BELOW]
    for size in range(len(shown) + 1):
        below = shown[:size]
        if any(b.linked_words for b in below):
            break
        said = (
            " ".join([rest, *[b.text for b in below]])
            if rest.strip(_MARKS)
            else " ".join([b.text for b in below])
        )
        if said and (issue := wording.read(legible(said))) is not None:
            return below, issue
    return [], None


def _before_column(rest: str, wording: IssueWording) -> tuple[int, str] | None:
    """Return the issue that `rest` says before the column that the page stands in: `№4, 2005 / Economy`."""
    said, stroke, _ = rest.rpartition(" / ") if " / " in rest else rest.rpartition(" | ")
    return wording.read(legible(said.lstrip(_STEPS + _CLOSING))) if stroke else None


def _may_open(block: TextBlock, initials: frozenset[str]) -> bool:
    """Return whether a block's first sign can be a name's: most blocks are told by that."""
    first = block.text[:1]
    return not first or block.pictures != () or first in _BEFORE or first.casefold()[0] in initials


def _may_be_trail(block: TextBlock) -> bool:
    """Return whether a block is a link or a heading and ends as an issue does."""
    return bool(block.linked_words or block.heading) and block.text[-1:].isdecimal()


def _named(
    blocks: Sequence[TextBlock], at: int, names: tuple[str, ...]
) -> tuple[list[TextBlock], str, str] | None:
    """Return the blocks from `at` on that open with one of `names`, the name as printed, and what follows it."""
    said = ""
    for size in range(1, _MOST_LINES + 1):
        if at + size > len(blocks) or blocks[at + size - 1].order != blocks[at].order + size - 1:
            break
        said = f"{said} {_said(blocks[at + size - 1])}".lstrip(f" {_OPENING}")
        folded = said.casefold()
        if len(said) > _LONGEST or not folded:
            break
        name = next((name for name in names if folded.startswith(name)), None)
        if name is not None:
            return list(blocks[at : at + size]), said[: len(name)], legible(said[len(name) :])
        if not any(name.startswith(f"{folded} ") for name in names):
            break
    return None


def _behind_trail(block: TextBlock, names: tuple[str, ...]) -> tuple[list[TextBlock], str, str] | None:
    """Return what `_named` does of a trail that ends in the name and its issue: `Home / Archive / NAME №4, 2005`.

    In a heading a colon may stand there.
    """
    text = block.text
    folded = text.casefold()
    steps = f"{_STEPS}:" if block.heading else _STEPS
    for name in names:
        at = folded.rfind(name)
        if at > 0 and text[:at].rstrip()[-1:] in steps:
            return [block], text[at : at + len(name)], legible(text[at + len(name) :])
    return None


def _apart(pieces: Sequence[Piece], blocks: Sequence[TextBlock], wording: IssueWording) -> list[Piece]:
    """Return the issue that stands apart from the name above it, over the text: one line, the only one, no link."""
    name = next((p for p in pieces if p.name), None)
    if name is None:
        return []
    found = []
    for block in blocks:
        if block.words >= _PROSE and not block.linked_words:
            break
        if block.order <= name.orders[-1] or block.linked_words or block.words > _LONGEST_ISSUE:
            continue
        if block.text and (issue := wording.read(legible(block.text))) is not None:
            found.append((block, issue))
    if len(found) != 1:
        return []
    block, (year, number) = found[0]
    return [
        Piece(
            kind="masthead",
            orders=(block.order,),
            text=block.text,
            reason="an issue below the magazine's name",
            name=name.name,
            year=year,
            number=number,
        )
    ]


def _partly_named(blocks: Sequence[TextBlock], profile: Profile, wording: IssueWording) -> list[Piece]:
    """Return the first line that says the first words of the name, or the last two or more, and an issue.

    `KAZAKHSTAN` may be drawn, or stand far from `International Business Magazine №4, 2005`.
    """
    parts = [(part, name) for name in profile.magazine_names for part in _parts_of(name.casefold())]
    initials = {part[0] for part, _ in parts}
    for block in blocks if parts else ():
        text = block.text
        if block.words > _LONGEST_PARTLY or block.linked_words or text[:1].casefold() not in initials:
            continue
        folded = text.casefold()
        for part, name in parts:
            rest = legible(text[len(part) :]).lstrip(_STEPS + _CLOSING) if folded.startswith(part) else ""
            if rest and (issue := wording.read(rest)) is not None:
                return [
                    Piece(
                        kind="masthead",
                        orders=(block.order,),
                        text=text,
                        reason="part of the magazine's name and an issue",
                        name=name,
                        year=issue[0],
                        number=issue[1],
                    )
                ]
    return []


def _parts_of(name: str) -> list[str]:
    """Return the first words of a name, and its last two or more, the longest first."""
    words = name.split()
    first = [" ".join(words[:size]) for size in range(len(words) - 1, 0, -1)]
    return [*first, *(" ".join(words[size:]) for size in range(1, len(words) - 1))]


def _said(block: TextBlock) -> str:
    """Return what a block shows, with the alternative texts of its pictures in their places."""
    text = block.text or block.shown
    if block.text and block.pictures and len(text) <= _LONGEST:
        text = fold(" ".join([span.text for span in block.spans]))
    return legible(text) if text and text[0] in INVISIBLE else text


def masthead_of(pieces: Iterable[Piece]) -> IssueLink | None:
    """Return the issue that a page's masthead names, None when none does."""
    for piece in pieces:
        if piece.kind == "masthead" and piece.year is not None and piece.number is not None:
            return IssueLink(year=piece.year, number=piece.number, url=None)
    return None
