"""A text's first letter may be drawn: its alternative text is the text's."""

from __future__ import annotations

import pytest

from pipelines.document.html import read_html


def _texts(html: str) -> list[str]:
    return [block.text for block in read_html(html, url="http://review.example/a").blocks]


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<img src=t.gif alt=T>he harbour froze.", "The harbour froze."),
        (" <b><img src=t.gif alt=T>HE HARBOUR</b> froze.", "THE HARBOUR froze."),
        ("<img src=a.gif alt=A> harbour froze.", "A harbour froze."),
    ],
)
def test_a_picture_of_a_capital_before_the_rest_of_its_word_is_text(html: str, text: str) -> None:
    """Whether the next word is the same or another."""
    assert _texts(f"<p>{html}</p>") == [text]


@pytest.mark.parametrize(
    "html",
    [
        "<img src=x.gif alt=x>he harbour froze.",
        "<img src=q.gif alt=Q> The harbour froze.",
        "<img src=map.gif alt=Map>he harbour froze.",
    ],
)
def test_other_pictures_before_a_text_are_not(html: str) -> None:
    """Marks in small letters, a letter beside a sentence that begins, and more than a letter."""
    assert _texts(f"<p>{html}</p>") == [html.partition(">")[2].strip()]
