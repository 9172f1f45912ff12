"""Who answers in an interview: the name above it is then no author's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipelines.document.textblock import TextBlock

_ASKED = re.compile(r"^(?:[-–—]|Q\b|В\b)|\b(?:you|your|yours|вы|вас|вам|ваш\w*|сіз\w*)\b", re.IGNORECASE)
_LEAST_QUESTIONS = 3
_SHARE = 6
_SPEAKER_WORDS = 4


def answers(name: str, body: Sequence[TextBlock]) -> bool:
    """Return whether the text `body` is an interview with the person called `name`.

    It is where that person is named as a speaker (`NAME:`), or where somebody is asked at least three questions, and
    one in six of its blocks is one. Questions are put to a person (`you`), or set off as speech.
    """
    questions = [at for at, block in enumerate(body[:-1]) if block.text.endswith("?")]
    if not questions:
        return False
    last = name.rsplit(maxsplit=1)[-1].casefold()
    if any(last in _speaker(block.text) for block in body):
        return True
    put = sum(
        1 for at in questions if _ASKED.search(body[at].text[:600]) and not body[at + 1].text.endswith("?")
    )
    return put >= _LEAST_QUESTIONS and put * _SHARE >= sum(1 for block in body if block.text)


def _speaker(text: str) -> tuple[str, ...]:
    """Return the words, case-folded, of whoever a block says is speaking: what stands before its first colon."""
    said, colon, _ = text[:80].partition(":")
    words = tuple(said.casefold().split())
    return words if colon and len(words) <= _SPEAKER_WORDS else ()
