"""Initials: a text's first letter as a picture, with the letter as its alternative text, or in a box of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipelines.document.textblock import fold

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from pipelines.document.textblock import Span, TextBlock

_WORDS = frozenset("AIOАВИКОСУЯІ")
"""Letters that are words, too: a blank behind one is meant."""

_PROSE = 12


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


def set_initials(blocks: list[TextBlock], letters: Iterable[int], gaps: Collection[int]) -> None:
    """Put each of the `letters`, blocks of one letter, before the text that goes on right behind it in small ones.

    Not where a line is blank (`gaps`) or a paragraph begins between them, nor in tables and lists: letters stand over
    the parts of a glossary, too.
    """
    for order in letters:
        letter, text = blocks[order], blocks[order + 1] if order + 1 < len(blocks) else None
        if text is None or text.order in gaps or text.words < _PROSE or not text.text[0].islower():
            continue
        alone = (letter.heading, letter.list_id, letter.cell, letter.linked_words) == (None, None, None, 0)
        if not alone or not letter.text.isupper() or (text.list_id, text.cell) != (None, None):
            continue
        blank = " " if letter.text in _WORDS and text.spans[0].text[:1].isspace() else ""
        spans = (
            *letter.spans,
            text.spans[0]._replace(text=blank + text.spans[0].text.lstrip()),
            *text.spans[1:],
        )
        said = "".join(span.text for span in spans if not span.image).strip()
        blocks[order] = letter._replace(text="", raw="", spans=(), words=0)
        blocks[order + 1] = text._replace(
            text=fold(said), raw=said, spans=spans, words=text.words + bool(blank)
        )
