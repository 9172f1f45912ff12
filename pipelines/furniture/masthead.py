"""Mastheads: the magazine's name, with the issue's number and year or alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipelines.furniture.piece import Piece, orders_of, text_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipelines.profile import Profile
    from pipelines.textblock import TextBlock

_SEASON = (
    r"(?:(?:winter|spring|summer|autumn|fall|january|february|march|april|may|june|july|august|september|october"
    r"|november|december)\s*)?"
)
ISSUE = re.compile(
    rf"[\s,.:;|(–—-]{{0,20}}(?:№|N[o°º]?\.?|Nr\.?|#|issue|number|vol(?:ume)?\.?\s?\d{{1,4}}\s?,?\s?(?:no\.?|issue|№))\s?"
    rf"(?P<number>\d{{1,3}}(?:\s?[/–-]\s?\d{{1,3}})?)[\s,.:;|(–—-]{{0,20}}{_SEASON}(?P<year>(?:19|20)\d\d)\)?\s{{0,3}}",
    re.IGNORECASE,
)
"""An issue as a masthead prints it: `№4, 2005`, `Issue 3, Spring 1999`."""

_YEAR_FIRST = re.compile(
    r"[\s,.:;|(–—-]{0,20}(?P<year>(?:19|20)\d\d)[\s,.:;|–—-]{0,20}(?:№|N[o°º]?\.?|#|issue)\s?(?P<number>\d{1,3}(?:\s?[/–-]\s?\d{1,3})?)\)?\s{0,3}",
    re.IGNORECASE,
)
_LONGEST = 160


def read_issue(text: str) -> tuple[int, str] | None:
    """Return year and number when `text` says an issue and nothing else, None otherwise."""
    match = ISSUE.fullmatch(text) or _YEAR_FIRST.fullmatch(text)
    if match is None:
        return None
    return int(match["year"]), re.sub(r"\s?[/–-]\s?", "/", match["number"])


def find_mastheads(blocks: Sequence[TextBlock], profile: Profile) -> list[Piece]:
    """Return the mastheads among `blocks`.

    The name must open the block and nothing but the issue may follow: a sentence about the magazine is none.
    A name alone takes the issue from the block behind it, if that says an issue and nothing else.
    """
    pieces: list[Piece] = []
    names = [name.casefold() for name in profile.magazine_names]
    for i, block in enumerate(blocks):
        text = block.shown
        if not text or len(text) > _LONGEST:
            continue
        name = next((n for n in names if text.casefold().startswith(n)), None)
        if name is None:
            continue
        rest = text[len(name) :]
        taken = [block]
        issue = read_issue(rest) if rest.strip(" .,:;|–—-") else None
        if issue is None:
            if rest.strip(" .,:;|–—-"):
                continue
            follower = next((b for b in blocks[i + 1 : i + 3] if b.shown), None)
            if (
                follower is not None
                and not follower.linked_words
                and (issue := read_issue(follower.text)) is not None
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
