"""Tables of contents on pages of issues that print no heading over them."""

from __future__ import annotations

import pytest

from tests.pipelines.reading import MORE, NAME, PROSE, pieces

_MENU = "<p><a href='/en/'>Home</a></p><p><a href='/en/about.html'>About the Magazine</a></p>"
_LINES = [
    ("Oil Comes First", "56", "Asel Omarova"),
    ("Grain on the Northern Line", "57", ""),
    ("Wagons and Ports", "58", "Bolat Kim"),
    ("Rails", "59", ""),
]
_LIST = "".join(
    f"<p><a href='/en/journals/45/{at}.html'>{title}</a><br><i>{author}</i></p>"
    for title, at, author in _LINES
)
_ENTRIES = [(title, (author,) if author else ()) for title, _, author in _LINES]
_INDEX = "<p>2006 <a href='/en/journals/46/'>№1</a></p><p>2005 <a href='/en/journals/45/55.html'>№4</a></p>"


@pytest.mark.parametrize(
    "page",
    [
        f"{_MENU}<p>{NAME} №4, 2005</p>{_LIST}{_INDEX}",
        f"{_MENU}<h2>№4, 2005</h2>{_LIST}{_MENU}",
        f"{_MENU}<h2>Spring 2005 (No. 4):</h2>{_LIST}{_MENU}",
        f"{_INDEX}{_MENU}{_LIST}{_MENU}",
        f"{_INDEX}{_LIST}<p>{PROSE}</p>",
    ],
    ids=["masthead", "a line", "a line with a colon", "its address", "its address, over a notice"],
)
def test_contents_need_no_heading_on_an_issue_s_page(page: str) -> None:
    """A page says which issue it is, or the index leads to it; menus are no lines, lines without authors are some."""
    (found,) = pieces(page, "contents")
    assert [(entry.title, entry.authors) for entry in found.entries] == _ENTRIES


@pytest.mark.parametrize(
    "page",
    [
        f"<p>{NAME} №4, 2005</p><h1>Grain</h1><p>{PROSE}</p><p>{MORE}</p>{_LIST}",
        f"{_INDEX}<h1>Grain</h1><p>{PROSE}</p>{_LIST}",
        f"{_MENU}{_LIST}",
        f"{_INDEX}{_MENU}{_LIST.replace('Bolat Kim', '')}",
    ],
    ids=["text before", "text at its address", "no issue", "one name"],
)
def test_links_below_a_text_or_of_no_issue_are_no_contents(page: str) -> None:
    """Articles that others should read, too, stand below a text without a heading; one name is no sign of a list."""
    assert pieces(page, "contents") == []


def test_one_author_among_links_that_lead_the_same_way_is_enough_where_the_page_says_its_issue() -> None:
    """Two links are no list."""
    lines = [part for part in _LIST.replace("Bolat Kim", "").split("<p>") if part]
    masthead = f"{_MENU}<p>{NAME} №4, 2005</p>"
    (found,) = pieces(masthead + "".join(f"<p>{line}" for line in lines), "contents")
    assert [entry.title for entry in found.entries] == [title for title, *_ in _LINES]
    assert pieces(masthead + "".join(f"<p>{line}" for line in lines[:2]), "contents") == []


def test_a_word_in_a_menu_is_no_heading_of_contents() -> None:
    """`Contents` there is a link."""
    menu = "<p><a href='/en/c/'>Contents</a></p><p><a href='/en/s/'>Subscription</a></p>"
    assert pieces(f"{menu}<h1>Grain</h1><p>{PROSE}</p><p>{MORE}</p>", "contents") == []


def test_a_choice_of_languages_over_the_list_is_none_of_it() -> None:
    """One of two words may stand without a link, as authors do."""
    tongues = "<p><a href='/ru/'>Рус</a> | <b>Eng</b></p>"
    (found,) = pieces(f"{tongues}{_MENU}<h2>№4, 2005</h2>{_LIST.replace('<br>', ' ')}", "contents")
    assert [(entry.title, entry.authors) for entry in found.entries] == _ENTRIES


def test_what_tells_of_an_entry_and_leads_to_it_ends_no_list() -> None:
    """Nor is the line of two authors an entry, of whom one is named by another line."""
    lines = "".join(
        f"<h2><a href='/en/journals/45/{at}.html'>{title}</a></h2><p>by {author or 'Bolat Kim and Asel Omarova'}</p>"
        f"<p>{PROSE[:80]} … <a href='/en/journals/45/{at}.html'>Read more</a></p>"
        for title, at, author in _LINES
    )
    (found,) = pieces(f"{_MENU}<h1>№4, 2005</h1>{lines}", "contents")
    assert [(entry.title, len(entry.authors)) for entry in found.entries] == [
        (title, 1 if author else 2) for title, _, author in _LINES
    ]


def test_a_link_may_go_around_title_author_and_a_sentence() -> None:
    """Of an author who wrote two of the articles, and where a title in two words might be a name."""
    lines = "".join(
        f"<a href='/en/journals/45/{at}.html'><h3>{title}</h3><p>{author}</p><p>{PROSE[:60]}. And more...</p></a>"
        for title, at, author in (*_LINES, ("Readers Write", "60", ""), ("Seed", "61", "Asel Omarova"))
    )
    (found,) = pieces(f"{_MENU}<h1>№4, 2005</h1>{lines}", "contents")
    assert [(entry.title, entry.authors) for entry in found.entries] == [
        *_ENTRIES,
        ("Readers Write", ()),
        ("Seed", ("Asel Omarova",)),
    ]
