"""Mastheads: the magazine's name, with the issue's number and year or alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipelines.furniture.piece import Piece, orders_of, text_of
from pipelines.issue_wording import wording_of
from pipelines.legible import INVISIBLE, legible
from pipelines.page import IssueLink

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pipelines.profile import Profile
    from pipelines.textblock import TextBlock

_LONGEST = 160


def find_mastheads(blocks: Sequence[TextBlock], profile: Profile) -> list[Piece]:
    """Return the mastheads among `blocks`.

    The name must open the block and nothing but the issue may follow: a sentence about the magazine is none.
    A name alone takes the issue from the block behind it, if that says an issue and nothing else.
    """
    wording = wording_of(profile)
    pieces: list[Piece] = []
    names = tuple(name.casefold() for name in profile.magazine_names)
    for i, block in enumerate(blocks):
        text = block.text or block.shown
        if not text or len(text) > _LONGEST:
            continue
        if text[0] in INVISIBLE:
            text = legible(text)
        folded = text.casefold()
        if not folded.startswith(names):
            continue
        name = next(n for n in names if folded.startswith(n))
        rest = legible(text[len(name) :])
        taken = [block]
        issue = wording.read(rest) if rest.strip(" .,:;|–—-") else None
        if issue is None:
            if rest.strip(" .,:;|–—-"):
                continue
            follower = next((b for b in blocks[i + 1 : i + 3] if b.shown), None)
            if (
                follower is not None
                and not follower.linked_words
                and (issue := wording.read(legible(follower.text))) is not None
            ):
                taken.append(follower)
        pieces.append(
            Piece(
                kind="masthead",
                orders=orders_of(taken),
                text=text_of(taken),
                reason="the magazine's name" + (" and an issue" if issue else " alone"),
                name=text[: len(name)],
                year=issue[0] if issue else None,
                number=issue[1] if issue else None,
            )
        )
    return pieces


def masthead_of(pieces: Iterable[Piece]) -> IssueLink | None:
    """Return the issue that a page's masthead names, None when none does."""
    for piece in pieces:
        if piece.kind == "masthead" and piece.year is not None and piece.number is not None:
            return IssueLink(year=piece.year, number=piece.number, url=None)
    return None
