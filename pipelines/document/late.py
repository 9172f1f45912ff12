"""Pages whose text is hidden until a script shows it: what is hidden there is the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pipelines.document.textblock import TextBlock

_PROSE = 12
_LITTLE = 150
"""Words of prose; a page that shows fewer may get its text from a script."""

_TEXT, _TIMES = 300, 4
"""Words of prose, and how many times what is shown, that are a page's text although they are hidden."""


def shows_little(blocks: Iterable[TextBlock]) -> bool:
    """Return whether `blocks`, what a page shows, are hardly any text."""
    return _prose(blocks) < _LITTLE


def is_hidden_text(everything: Iterable[TextBlock], shown: Iterable[TextBlock]) -> bool:
    """Return whether `everything` a page says, hidden or shown, is a text that what is `shown` is not."""
    return _prose(everything) > max(_TEXT, _TIMES * _prose(shown))


def _prose(blocks: Iterable[TextBlock]) -> int:
    """Return how many words of `blocks` stand outside links, in blocks of some length."""
    return sum(own for block in blocks if (own := block.words - block.linked_words) >= _PROSE)
