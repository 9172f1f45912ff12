"""Of what kind a text's lines are: subheadings, quotations, captions."""

from __future__ import annotations

import pytest

from tests.pipelines.reading import MORE, NAME, PROSE, summary


def _kinds(*lines: str, wrap: str = "{}") -> list[str]:
    """Return the kinds of the blocks of an article with `lines`, its text set in `wrap`."""
    text = wrap.format("".join(lines))
    article = summary(
        f"<html><body><p>{NAME} №4, 2005</p><h1>Grain on the Northern Line</h1>{text}</body></html>"
    ).article
    assert article is not None
    return [block.kind for block in article.blocks]


_P, _M = f"<p>{PROSE}</p>", f"<p>{MORE}</p>"


def test_a_subheading_right_behind_a_spacer_is_no_caption() -> None:
    """A picture of a few pixels keeps a distance and shows nothing; a photograph has a caption."""
    spacer = "<p><img src='/s.gif' width='1' height='8'></p>"
    photo = "<p><img src='/elevator.jpg' width='200' height='150'></p>"
    assert _kinds(_P, spacer, "<p>The northern line</p>", _M) == ["paragraph", "heading", "paragraph"]
    assert _kinds(_P, photo, "<p>The northern line</p>", _M) == ["paragraph", "paragraph", "paragraph"]


@pytest.mark.parametrize("who", ["Peter Harding", "Olga N. Petrova"])
def test_a_line_that_names_who_took_the_picture_is_no_subheading(who: str) -> None:
    """Nor where the picture itself is not there any more, as on a page kept without pictures."""
    assert "heading" not in _kinds(_P, f"<p>An elevator in Pavlodar. Photo by {who}</p>", _M)


def test_a_bold_question_over_a_text_is_a_subheading() -> None:
    """In a talk, where questions are put one after the other, none is."""
    assert _kinds(_P, "<p><b>Wagons or ports?</b></p>", _M) == ["paragraph", "heading", "paragraph"]
    talk = ("<p><b>Were there wagons?</b></p>", _P, "<p><b>And have the ports grown?</b></p>", _M)
    assert _kinds(_P, *talk).count("heading") == 0


def test_a_quotation_is_one_within_an_indented_page() -> None:
    """A page may be set in as a whole to have a margin; what is set in further is a quotation."""
    quote = "<blockquote>We had never seen such a harvest on the whole of the northern line.</blockquote>"
    assert _kinds(_P, quote, _M, _P, wrap="<blockquote>{}</blockquote>") == [
        "paragraph",
        "quote",
        "paragraph",
        "paragraph",
    ]
    assert "quote" not in _kinds(_P, _M, wrap="<blockquote>{}</blockquote>")
