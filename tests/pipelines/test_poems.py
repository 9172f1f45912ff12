"""Poems: many short lines, of which some may say the title again."""

from __future__ import annotations

from tests.pipelines.gazette_page import PROSE, settled_page

_FOOT = "<p>The Quay Gazette on paper</p>"
_KNOWN = {"the quay gazette on paper": 90}


def _verses(number: int, refrain: str = "") -> str:
    lines = (
        f"<p>and lamp {chr(97 + n % 26)} is lit by hand {'o' * (n // 26 + 1)}</p>" for n in range(number)
    )
    return refrain.join(lines)


def _text(body: str) -> tuple[str | None, list[str]]:
    article = settled_page(body + _FOOT, keys=_KNOWN).article
    assert article is not None
    return article.title.text, [block.text for block in article.body]


def test_a_poem_behind_some_prose_is_text_up_to_the_frame_however_long() -> None:
    """No number of its lines is too large."""
    title, text = _text(f"<h1>Lamps</h1><p>By Anna Lund</p><p>{PROSE}</p>{_verses(90)}")
    assert (title, len(text)) == ("Lamps", 91)


def test_a_refrain_that_says_the_title_is_no_title() -> None:
    """The line that is set as a title is one, and the whole poem stands below it."""
    title, text = _text(f"<h1>Oh Lamps</h1><p>By Anna Lund</p>{_verses(24, '<p>Oh lamps,</p>')}")
    assert title == "Oh Lamps"
    assert text[0] == "and lamp a is lit by hand o"
    assert len(text) == 24 + 23


def test_a_title_that_is_said_again_below_a_menu_stands_there() -> None:
    """However it is set: what is between is the frame's."""
    menu = "<p><a href='/'>Home</a></p><p><a href='/1994/'>1994</a></p>"
    title, text = _text(f"<h1>Oh Lamps</h1>{menu}<p>Oh Lamps</p><p>By Anna Lund</p>{_verses(24)}")
    assert title == "Oh Lamps"
    assert text[0] == "and lamp a is lit by hand o"
    assert len(text) == 24
