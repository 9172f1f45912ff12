"""Page numbers of the printed magazine and the address of a print version are no text."""

from __future__ import annotations

from tests.pipelines.reading import MORE, PROSE, unknown_article

URL = "http://review.example/2014/3/grain.html"
TITLE = "Grain on the Northern Line"
LAST, END = PROSE.replace("that year", "the year behind it"), MORE.replace("month", "week")


def _text(*lines: str) -> list[str]:
    html = "".join(f"<p>{line}</p>" for line in lines)
    return [block.text for block in unknown_article(html, url=URL, title=TITLE).blocks]


def test_numbers_that_count_up_among_paragraphs_are_its_pages() -> None:
    """However they are set; one alone only at the text's end."""
    for first, second in (("12", "13"), ("- 9 -", "- 10 -"), ("Page 98", "Page 99")):
        assert _text(PROSE, MORE, first, LAST, second, END) == [PROSE, MORE, LAST, END]
    assert _text(PROSE, MORE, LAST, "12") == [PROSE, MORE, LAST]


def test_numbers_that_are_the_text_s_own_stay() -> None:
    """Its parts from 1 on, numbers that do not count up, and one alone in the midst."""
    for own in (
        [PROSE, "1", MORE, "2", LAST, END],
        [PROSE, "12", MORE, "17", LAST, END],
        [PROSE, "12", MORE, LAST],
    ):
        assert _text(*own) == own


def test_the_address_that_ends_a_print_version_is_none_of_its_text() -> None:
    """Another site's is a reference of the text's own."""
    other = "http://grain.example/prices.html"
    assert _text(PROSE, MORE, LAST, URL) == [PROSE, MORE, LAST]
    assert _text(PROSE, MORE, LAST, other) == [PROSE, MORE, LAST, other]
