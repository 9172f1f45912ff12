"""A text's first letter may be drawn: its alternative text is the text's; so is a letter in a box."""

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


REST = "he harbour froze in the second week of that winter, and nobody had any oil left."


@pytest.mark.parametrize(
    "html",
    [
        f"<div><div style='float:left'>T</div>{REST}</div>",
        f"<table align=left><tr><td><font size=7>T</font></td></tr></table>\n{REST}",
    ],
)
def test_a_capital_in_a_box_before_the_rest_of_its_word_is_text(html: str) -> None:
    """In whatever element it floats."""
    assert [text for text in _texts(html) if text] == [f"T{REST}"]


def test_a_letter_that_is_a_word_keeps_its_blank() -> None:
    """`A harbour` is two words."""
    assert f"A {REST[3:]}" in _texts(f"<div><div>A</div> {REST[3:]}</div>")


@pytest.mark.parametrize("html", [f"<p>T</p><p>{REST}</p>", f"<h3>T</h3>{REST}", f"<ul><li>T<li>{REST}</ul>"])
def test_a_letter_over_a_part_of_a_glossary_stays(html: str) -> None:
    """It stands in a paragraph, a heading or an item of its own."""
    assert _texts(html) == ["T", REST]
