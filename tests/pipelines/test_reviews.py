"""Pages of reviews and papers, which print many names; and lists of articles with their authors beside a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pipelines.site.model import block_key, linked_key
from tests.pipelines.gazette_page import MORE, PROSE, settled_page

if TYPE_CHECKING:
    from pipelines.settled import Settled

_FRAME = {"gazette of the quay": 90}


def _settled(
    body: str,
    *,
    keys: dict[str, int] | None = None,
    lines: dict[str, int] | None = None,
    head: str = "Gazette",
) -> Settled:
    """Return a page settled whose site is known by its name over every text."""
    body = f"<p>Gazette of the Quay</p>{body}"
    return settled_page(body, keys={**_FRAME, **(keys or {})}, lines=lines, title=head)


def _authors(*below: str, keys: dict[str, int] | None = None) -> tuple[str, ...]:
    body = "".join(f"<p>{line}</p>" for line in (*below, PROSE, MORE))
    article = _settled(f"<h1>Lamps by Hand</h1>{body}", keys=keys).article
    assert article is not None
    return article.byline.authors


@pytest.mark.parametrize(
    "line",
    [
        "Reviewed by Ada Brink",
        "Review by Ada Brink",
        "Book review by: Ada Brink",
        "Reported by Ada Brink",
        "Two reviews by Ada Brink",
        "Reviewed by:</p><p>Ada Brink",
    ],
)
def test_who_reviewed_it_is_the_author_whoever_else_is_named(line: str) -> None:
    """Above stands who wrote, translated and staged what is reviewed, and where."""
    assert _authors("by Tom Hale", "Translated by Joan Reed", "Old Playhouse, Harbour Street", line) == (
        "Ada Brink",
    )


def test_who_reviewed_it_is_named_behind_any_number_of_credits() -> None:
    """Two plays have as many again."""
    made = ["Translated by Joan Reed", *(f"Lit by Nobody{mark}" for mark in "abcdefghijklmno")]
    assert _authors(*made, "Reviewed by Ada Brink", PROSE, MORE, PROSE) == ("Ada Brink",)


def test_a_name_over_where_somebody_works_is_the_author() -> None:
    """So is each of several; a house, or a name over no such line, is none."""
    assert _authors("Ada Brink", "Department of Lamps", "Harbour University") == ("Ada Brink",)
    assert _authors("Ada Brink,", "Dipartimento di Lampade,", "Porto") == ("Ada Brink",)
    assert _authors("Ada Brink", "Harbour University", "Tom Hale", "College of the Quay") == (
        *("Ada Brink", "Tom Hale"),
    )
    assert _authors("Harbour College", "Department of Lamps") == ()
    assert _authors("Early Days", "They were long ago, at a university.") == ()


@pytest.mark.parametrize("line", ["Old Playhouse, Harbour Street", "New Quay, New Quay"])
def test_a_house_and_its_town_are_no_author_and_post(line: str) -> None:
    """`New York, New York` is no one either."""
    assert _authors(line) == ()


def test_the_credits_of_a_list_of_articles_name_no_author() -> None:
    """They stand below links to other pages, as the title's own author does not."""
    listed = "".join(
        f"<p><a href='{n}.html'>Another Lamp {n}</a></p><p>by {who}</p>"
        for n, who in enumerate(("Tom Hale", "Joan Reed"))
    )
    article = _settled(f"{listed}<h2>Lamps by Hand</h2><p>{PROSE}</p><p>{MORE}</p>").article
    assert article is not None
    assert article.byline.authors == ()


def test_a_link_with_its_author_in_the_link_is_another_page_s_title() -> None:
    """Of a list beside the text, one may be too seldom to be known."""
    other = "<p><b><a href='other.html'>Oil and Wicks</a></b></p><p><a href='other.html'>by Tom Hale</a></p>"
    article = _settled(f"{other}<p>Lamps by Hand</p><p>{PROSE}</p><p>{MORE}</p>").article
    assert article is not None
    assert article.title.text == "Lamps by Hand"


def test_a_menus_entry_is_no_label_of_an_author() -> None:
    """`Authors` is furniture where the next word is the menu's, too, and stays where a name follows."""
    menu = "<h1>Authors</h1><p>Subjects</p>"
    keys = {block_key("Authors"): 90, block_key("Subjects"): 90, block_key("Set in lead"): 90}
    settled = _settled(f"{menu}<p>Set in lead</p><p>Lamps by Hand</p><p>{PROSE}</p><p>{MORE}</p>", keys=keys)
    assert settled.article is not None
    assert settled.article.title.text == "Lamps by Hand"
    assert _authors("Authors", "Ada Brink", keys=keys) == ("Ada Brink",)


def test_an_author_line_that_is_all_a_link_is_a_list_s() -> None:
    """One in which only the name is linked is kept, however many pages have it."""
    keys = {linked_key(block_key("By Ada Brink")): 30, block_key("Set in lead"): 90}
    listed = "<p>Set in lead</p><p><a href='brink.html'>By Ada Brink</a></p><h2>Lamps by Hand</h2>"
    article = _settled(f"{listed}<p>{PROSE}</p><p>{MORE}</p>", keys=keys).article
    assert article is not None
    assert article.byline.authors == ()
    signed = "<p>Set in lead</p><h2>Lamps by Hand</h2><p>By <a href='brink.html'>Ada Brink</a></p>"
    article = _settled(f"{signed}<p>{PROSE}</p><p>{MORE}</p>", keys=keys).article
    assert article is not None
    assert article.byline.authors == ("Ada Brink",)


def test_an_author_whom_the_frame_names_too_is_named_once_more_below_the_title() -> None:
    """The one below the title is the author; on other pages the frame's name is furniture."""
    keys = {block_key("Ada Brink"): 90, block_key("Set in lead"): 90, block_key("Contributors"): 90}
    frame = "<p>Set in lead</p><p>Contributors</p><p>Ada Brink</p>"
    text = f"<p>{PROSE}</p><p>{MORE}</p>{frame}"
    article = _settled(
        f"<h1>Lamps by Hand</h1><p>Ada Brink</p>{text}", keys=keys, lines={"Ada Brink": 9}
    ).article
    assert article is not None
    assert article.byline.authors == ("Ada Brink",)
    works = "<p>Ada Brink<br>Harbour University</p>"
    article = _settled(f"<h1>Lamps by Hand</h1>{works}{text}", keys=keys).article
    assert article is not None
    assert article.byline.authors == ("Ada Brink",)
    article = _settled(f"<h1>Lamps by Hand</h1>{text}", keys=keys, lines={"Ada Brink": 9}).article
    assert article is not None
    assert article.byline.authors == ()
    keys = {linked_key(block_key("Early Calendar")): 90, block_key("Set in lead"): 90}
    menu = "<p><a href='c.html'>Early Calendar</a></p>"
    body = f"<p>Lamps by Hand</p>{menu}<p>Set in lead</p><p>{PROSE}</p><p>{MORE}</p>{menu}"
    kinds = [piece.kind for piece in _settled(body, keys=keys).pieces if piece.text == "Early Calendar"]
    assert kinds == ["repeated", "repeated"]


def test_a_name_that_the_frame_writes_otherwise_is_the_author_over_a_text_all_the_same() -> None:
    """`A.B. Brink` in a list of contributors, `A. B. Brink,` over where she works."""
    keys = {block_key("A.B. Brink"): 90, block_key("Set in lead"): 90, block_key("Contributors"): 90}
    frame = "<p>Set in lead</p><p>Contributors</p><p>A.B. Brink</p>"
    body = (
        f"<h1>Lamps by Hand</h1><p>A. B. Brink,</p><p>Harbour College</p><p>{PROSE}</p><p>{MORE}</p>{frame}"
    )
    article = _settled(body, keys=keys).article
    assert article is not None
    assert article.byline.authors == ("A. B. Brink",)


def test_a_column_s_name_stands_over_a_title_set_as_text_that_is_signed() -> None:
    """The author line, or the name over a workplace, stands right below the title; else the line may be the title."""
    lines = {"Ancient Lamps": 9}
    for below in ("<p>By Ada Brink</p>", "<p>Ada Brink<br>Harbour University</p>"):
        article = _settled(
            f"<h2>Ancient Lamps</h2><p>Lit by Nobody</p>{below}<p>{PROSE}</p><p>{MORE}</p>", lines=lines
        ).article
        assert article is not None
        assert article.title.text == "Lit by Nobody"
    article = _settled(
        "<h2>Ancient Lamps</h2><p>Directed by Tom Hale</p><p>May 1994</p><p>By Ada Brink</p>"
        f"<p>{PROSE}</p><p>{MORE}</p>",
        lines=lines,
    ).article
    assert article is not None
    assert article.title.text == "Ancient Lamps"


def test_places_in_brackets_stand_between_the_names_of_authors() -> None:
    """Both wrote it; what else stands in brackets is no name."""
    line = "by Ada Brink (Harbour University) and Tom Hale (College of the Quay)"
    assert _authors(line) == ("Ada Brink", "Tom Hale")


def test_a_line_below_the_author_s_adds_another() -> None:
    """It opens with `and`; a sentence that does is none, nor what goes on with another part."""
    assert _authors("Reviewed by Ada Brink", "Written by Joan Reed", "and Tom Hale") == ("Ada Brink",)
    assert _authors("by Ada Brink", "Keeper of lamps, Harbour", "and Tom Hale", "Lamplighter") == (
        *("Ada Brink", "Tom Hale"),
    )
    assert _authors("by Ada Brink", "and so it began.") == ("Ada Brink",)


def test_a_head_ends_with_who_wrote_the_page() -> None:
    """Its name, or surname, is no part of the title that only the head says."""
    article = _settled(
        f"<p>By Ada Brink</p><p>{PROSE}</p><p>{MORE}</p>", head="Lamps, and How to Light Them | Brink"
    ).article
    assert article is not None
    assert article.title.text == "Lamps, and How to Light Them"


def test_a_title_in_two_lines_has_a_colon_between() -> None:
    """Set alike, one right below the other; a column's name over it stands over other texts, too."""
    for text in (
        "<h2>Lamps by Hand:<br>Who Lit the Quay</h2>",
        "<p><b>Lamps by Hand:<br>Who Lit the Quay</b></p>",
    ):
        article = _settled(f"{text}<p>By Ada Brink</p><p>{PROSE}</p><p>{MORE}</p>").article
        assert article is not None
        assert article.title.text == "Lamps by Hand: Who Lit the Quay"
        assert [b.text for b in article.body] == [PROSE, MORE]
    column = "<h2>From the Quay:</h2><h2>Who Lit the Quay</h2>"
    article = _settled(f"{column}<p>{PROSE}</p><p>{MORE}</p>", lines={"From the Quay:": 9}).article
    assert article is not None
    assert article.title.text == "Who Lit the Quay"
    unlike = "<h2>Lamps by Hand:</h2><p>Who Lit the Quay</p>"
    article = _settled(f"{unlike}<p>{PROSE}</p><p>{MORE}</p>").article
    assert article is not None
    assert article.title.text == "Lamps by Hand:"


def test_a_title_in_two_lines_is_what_the_head_says_in_one() -> None:
    """With the head's marks; a line that the head says alone is whole."""
    halves = f"<p>Lamps by Hand<br>Who Lit the Quay</p><p>By Ada Brink</p><p>{PROSE}</p><p>{MORE}</p>"
    article = _settled(halves, head="Lamps by Hand: Who Lit the Quay").article
    assert article is not None
    assert article.title.text == "Lamps by Hand: Who Lit the Quay"
    assert [b.text for b in article.body] == [PROSE, MORE]
    article = _settled(halves, head="Who Lit the Quay").article
    assert article is not None
    assert article.title.text == "Who Lit the Quay"


def test_a_heading_over_much_text_is_no_heading_over_teasers() -> None:
    """`Newsletter` is a heading of a bibliography as well; over links, or little, it ends the text."""
    listed = "".join(f"<p>{PROSE} {MORE} It is number {n}.</p>" for n in range(5))
    article = _settled(f"<h1>Lamps by Hand</h1>{listed * 2}<h3>Newsletter</h3>{listed}").article
    assert article is not None
    assert sum("number" in block.text for block in article.body) == 15
    links = "".join(f"<p><a href='{n}.html'>Another Lamp {n}</a></p><p>{PROSE}</p>" for n in range(5))
    article = _settled(f"<h1>Lamps by Hand</h1>{listed * 2}<h3>Newsletter</h3>{links}").article
    assert article is not None
    assert len(article.body) == 10


def test_the_head_of_a_column_is_no_heading_over_teasers() -> None:
    """`Category` in a table of figures; as a line of its own it ends a text most of which stands before it."""
    listed = "".join(f"<p>{PROSE} {MORE} It is number {n}.</p>" for n in range(5))
    rows = "<tr><td>Oil</td><td>12</td></tr><tr><td>Wicks</td><td>14</td></tr>"
    table = f"<table><tr><td>Category</td><td>Lamps</td></tr>{rows}</table>"
    for between, last in ((table, "At last."), ("<p>Category</p>", "number 4.")):
        article = _settled(f"<h1>Lamps by Hand</h1>{listed}{between}<p>{PROSE} At last.</p>").article
        assert article is not None
        assert article.body[-1].text.endswith(last)


def test_the_third_point_of_a_list_is_no_copyright_notice() -> None:
    """`(c)` is one with a year behind it, `(C)` without one, too."""
    listed = "".join(f"<p>{PROSE} {MORE} It is number {n}.</p>" for n in range(5))
    lines = {
        "(c) Reasons for leaving": "At last.",
        "(c) Harbour Press, 1999": "number 4.",
        "(C) Harbour Press": "number 4.",
    }
    for line, last in lines.items():
        article = _settled(f"<h1>Lamps by Hand</h1>{listed}<p>{line}</p><p>{PROSE} At last.</p>").article
        assert article is not None
        assert article.body[-1].text.endswith(last)


def test_a_long_heading_over_a_text_is_its_title_where_nothing_else_is_one() -> None:
    """The head says the magazine's name; without any title there is no article. A line like the text is none."""
    book = "Brink, Ada and Hale, Tom. The lamps of the old harbour and who lit them: a history for keepers."
    text = f"<p>{PROSE}</p><p>{MORE}</p><p>{PROSE}</p>"
    article = _settled(f"<h3>{book} Newquay: Quay Press, 1999. 212 pages.</h3>{text}").article
    assert article is not None
    assert article.title.text.startswith("Brink, Ada")
    assert [block.text for block in article.body] == [PROSE, MORE, PROSE]
    assert _settled(f"<p>{book} Newquay: Quay Press, 1999. 212 pages.</p>{text}").article is None
