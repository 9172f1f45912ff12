"""Where a page goes on: a text's further pages, an archive's other years."""

from __future__ import annotations

import pytest

from pipelines.document.html import read_html
from pipelines.furniture.paging import goes_on
from pipelines.furniture.steps import issues_beside, steps_of, years_of

HOST = "http://h.example"


@pytest.mark.parametrize(
    ("first", "further"),
    [
        ("/a/132.html", "/a/132-2.html"),
        ("/a/132.html", "/a/132b.html"),
        ("/a/132.html", "/a/132/page2.html"),
        ("/a/132/", "/a/132/page/3/"),
        ("/a/lamps.php", "/a/lamps_p2.php"),
        ("/a/lamps", "/a/lamps/2"),
        ("/a?id=7", "/a?id=7&page=0"),
        ("/a?id=7", "/a?id=7&n=2"),
        ("/a?id=7&page=1", "/a?id=7&page=2"),
    ],
)
def test_an_address_with_the_number_of_a_page(first: str, further: str) -> None:
    """It may stand in the name, in a folder of that name, or in the query."""
    assert goes_on(HOST + further, HOST + first)


@pytest.mark.parametrize(
    ("first", "other"),
    [
        ("/a/132.html", "/a/133.html"),
        ("/a/13.html", "/a/132.html"),
        ("/a/lamps.html", "/a/lampshade.html"),
        ("/a/lamps.html", "/b/lamps-2.html"),
        ("/a/lamps1.html", "/a/lamps2.html"),
        ("/a/", "/a/2.html"),
        ("/a?id=7", "/a?id=8"),
        ("/a?id=7", "/a?id=7&print=1"),
        ("/a?id=7", "/a?id=7&comment=2"),
        ("/a?id=7", "/a?id=7&day=20040531"),
    ],
)
def test_an_address_that_is_another_page_s(first: str, other: str) -> None:
    """Articles are numbered, too, and so are days and readers' words."""
    assert not goes_on(HOST + other, HOST + first)


def test_what_is_only_numbered_goes_on_where_a_link_says_so() -> None:
    """`Next page` leads from `lamps1.html` to `lamps2.html`; `1.html` and `2.html` are two articles all the same."""
    assert goes_on(f"{HOST}/a/lamps2.html", f"{HOST}/a/lamps1.html", said=True)
    assert goes_on(f"{HOST}/a/2.html", f"{HOST}/a/", said=True)
    assert not goes_on(f"{HOST}/a/2.html", f"{HOST}/a/1.html", said=True)


def _steps(body: str, *, whole_folder: bool = False) -> list[tuple[str, bool]]:
    document = read_html(f"<html><body>{body}</body></html>", url=f"{HOST}/a/107.html")
    return [
        (step.url.removeprefix(f"{HOST}/a/"), step.of_text)
        for step in steps_of(document, whole_folder=whole_folder)
    ]


@pytest.mark.parametrize(
    ("said", "of_text"),
    [
        ("Next page &gt;&gt;", True),
        ("Continued on the next page", True),
        ("Page 2", True),
        ("Продолжение", True),
        ("Next", False),
        ("&raquo;", False),
        ("2", False),
        ("<img src=right.gif alt=Next>", False),
    ],
)
def test_words_and_arrows_that_lead_on(said: str, of_text: bool) -> None:  # noqa: FBT001 (a table's column)
    """Some say that it is the same text that goes on."""
    assert _steps(f"<p><a href=107-2.html>{said}</a></p>") == [("107-2.html", of_text)]


def test_numbers_of_pages() -> None:
    """A line that speaks of pages says what its numbers are."""
    assert _steps("<p>Page 1 | <a href=107-2.html>2</a> | <a href=107-3.html>3</a></p>") == [
        ("107-2.html", True),
        ("107-3.html", True),
    ]


def test_links_that_are_no_steps() -> None:
    """Titles, other forms, readers' pages, what lies elsewhere."""
    assert _steps("<p><a href=107-2.html>Lamps and Oil</a> <a href=107.html?print=2>Print 2</a></p>") == []
    assert _steps("<p>Comments: <a href='107.html?n=2'>2</a></p>") == []
    assert _steps("<h4>12 comments</h4><p><a href='107.html?n=2'>Next page</a></p>") == []
    assert _steps("<p><a href=8.html>Next</a></p>") == []
    assert _steps("<p><a href=8.html>Next article: Wicks</a></p>", whole_folder=True) == [("8.html", False)]


def test_years_that_links_lead_to() -> None:
    """Two at least, said alone; a title with a year in it is none."""
    body = "<p><a href=/2001/>2001</a> <a href=/2002/>Archive 2002</a> <a href=/x>Report for 2003</a></p>"
    document = read_html(body, url=f"{HOST}/")
    assert years_of(document) == {2001: f"{HOST}/2001/", 2002: f"{HOST}/2002/"}
    assert years_of(read_html("<p><a href=/2001/>2001</a></p>", url=f"{HOST}/")) == {}


def test_links_to_the_issues_beside() -> None:
    """They are all that some magazines have of an index."""
    body = "<p>&laquo; <a href=/1/>Previous issue</a> | <a href=/3/>Next Issue</a> | <a href=/7.html>Next</a></p>"
    assert issues_beside(read_html(body, url=f"{HOST}/2/")) == (f"{HOST}/1/", f"{HOST}/3/")
