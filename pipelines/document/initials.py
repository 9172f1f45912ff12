"""Initials that are drawn: a text's first letter as a picture, with the letter as its alternative text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipelines.document.textblock import Span


def with_initial(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Return the `spans` of a block with a drawn initial as its text.

    It is a picture that one capital stands for, before anything else in the block, and the text behind it goes on with
    its word, or in small letters.
    """
    at = next((at for at, span in enumerate(spans) if span.text.strip()), None)
    if at is None or at + 1 == len(spans):
        return tuple(spans)
    letter, behind = spans[at], spans[at + 1]
    drawn = letter.image and len(letter.text) == 1 and letter.text.isupper() and not behind.image
    if drawn and (behind.text[:1].isalpha() or behind.text.lstrip()[:1].islower()):
        return (letter._replace(image=False), *spans[at + 1 :])
    return tuple(spans)
