"""The first pages of a site and of its folders are no articles, whatever they say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pipelines.addresses import beside_issues, is_on_shelf, shelf_of
from pipelines.archive.derive import derive
from tests.pipelines.habits import MANY, name, read, text, title
from tests.pipelines.magazines import lines
from tests.pipelines.reading import MORE, PROFILE, PROSE, URL, memento, page

if TYPE_CHECKING:
    from pathlib import Path

HOST = "http://www.investkz.com"
WORDS = "rye oats maize hemp flax barley millet teff rice spelt emmer durum".split()
WELCOME = f"<html><body><h1>Welcome</h1><p>{PROSE}</p><p>{MORE}</p><p>{PROSE}</p></body></html>"


@pytest.mark.parametrize("path", ["/", "/en/", "/en/index.php", "/en/journals/"])
def test_a_page_of_the_folder_that_holds_all_issues_is_no_article(path: str, tmp_path: Path) -> None:
    """It greets the reader, and is neither promised nor an issue's."""
    derive([memento(page(PROSE, MORE)), memento(WELCOME, HOST + path)], profile=PROFILE, folder=tmp_path)
    assert [article["url"] for article in lines(tmp_path / "articles.jsonl")] == [URL]


@pytest.mark.parametrize("path", ["/en/journals/45/", "/en/welcome.html", "/kz/"])
def test_a_page_elsewhere_may_be_one(path: str, tmp_path: Path) -> None:
    """An issue may have its first article at its own address."""
    derive([memento(page(PROSE, MORE)), memento(WELCOME, HOST + path)], profile=PROFILE, folder=tmp_path)
    assert len(lines(tmp_path / "articles.jsonl")) == 2


def test_a_shelf_holds_three_issues_at_least() -> None:
    """The folder of two may be theirs alone."""
    issues = [f"http://h/en/journals/{number}/" for number in (45, 46, 47)]
    assert shelf_of(issues) == "http://h/en/journals/"
    assert shelf_of(issues[:2]) is None
    assert shelf_of([f"http://h/index.php?issue={number}" for number in (1, 2, 3)]) == "http://h/"
    assert is_on_shelf("http://h/en/default.asp", "http://h/en/journals/")
    assert not is_on_shelf("http://h/en/?id=5", "http://h/en/journals/")
    assert not is_on_shelf("http://h/e", "http://h/en/journals/")
    assert not is_on_shelf("http://h/", None)


@pytest.mark.parametrize(("opening", "is_article"), [("", False), ("ALMATY. March 2. Kazinform - ", True)])
def test_a_page_that_all_others_lead_to_is_no_article(opening: str, is_article: bool, tmp_path: Path) -> None:  # noqa: FBT001 (a column of the table)
    """A menu leads to what a magazine says of itself; a dateline says that it is news, which may stand in a box."""
    menu = "<p><a href='/en/articles/'>News</a></p><p><a href='/en/about.html'>About us</a></p>"
    # Texts of their own, since what stands on many pages is furniture.
    own = [[f" {word} ".join(text.split(" ")) for text in (PROSE, MORE)] for word in WORDS]
    pages = [
        memento(
            page(*said, title=f"{word.title()} on the Northern Line").replace("<body>", f"<body>{menu}"),
            f"{HOST}/en/journals/45/{at}.html",
            second=at,
        )
        for at, (word, said) in enumerate(zip(WORDS, own, strict=True), start=20)
    ]
    about = f"<html><body>{menu}<h1>The Magazine</h1><p>{opening}{PROSE}</p><p>{MORE}</p><p>{PROSE}</p></body></html>"
    derive([*pages, memento(about, f"{HOST}/en/about.html")], profile=PROFILE, folder=tmp_path)
    urls = [article["url"] for article in lines(tmp_path / "articles.jsonl")]
    assert (f"{HOST}/en/about.html" in urls) is is_article
    assert len(urls) == len(pages) + is_article


@pytest.mark.parametrize(
    ("path", "title", "is_article"),
    [
        ("/en/club.html", "The Magazine", False),
        ("/en/journals/45/club.html", "The Magazine", True),
        ("/en/articles/7.html", "The Magazine", True),
        ("/en/articles/7.html", "About the Magazine", False),
        ("/en/articles/7.html", "Contacts", False),
    ],
)
def test_a_page_beside_the_issues_is_no_article(
    path: str,
    title: str,
    is_article: bool,  # noqa: FBT001 (a column of the table)
    tmp_path: Path,
) -> None:
    """No page leads to it; it is called by a word, in no folder of an issue's, or by what such pages are called.

    A box of news beside such a page makes no news of it.
    """
    own = [[f" {word} ".join(text.split(" ")) for text in (PROSE, MORE)] for word in WORDS]
    entries = "".join(
        f"<p><a href='/en/journals/45/{at}.html'>{word.title()} on the Northern Line</a></p>"
        for at, word in enumerate(WORDS, start=20)
    )
    pages = [
        memento(
            page(*said, title=f"{word.title()} on the Northern Line").replace(
                "<p>Table of contents</p>", f"<p>Table of contents</p>{entries}"
            ),
            f"{HOST}/en/journals/45/{at}.html",
            second=at,
        )
        for at, (word, said) in enumerate(zip(WORDS, own, strict=True), start=20)
    ]
    box = "<h3>NEWS</h3>" if title == "Contacts" else ""
    beside = f"<html><body>{box}<h1>{title}</h1><p>{PROSE}</p><p>{MORE}</p><p>{PROSE}</p></body></html>"
    derive([*pages, memento(beside, f"{HOST}{path}")], profile=PROFILE, folder=tmp_path)
    urls = [article["url"] for article in lines(tmp_path / "articles.jsonl")]
    assert (f"{HOST}{path}" in urls) is is_article
    assert len(urls) == len(pages) + is_article


def test_what_is_beside_the_issues_is_named_and_there_are_few() -> None:
    """Numbered pages are items of a kind, and many pages of a kind are a part of the magazine."""
    listed = [f"http://h/en/journals/45/{number}.html" for number in range(20, 32)]
    pages = [
        *listed,
        "http://h/en/about.html",
        "http://h/en/articles/7.html",
        "http://h/en/journals/45/x.html",
    ]
    assert beside_issues(pages, listed) == {"http://h/en/about.html"}
    assert beside_issues(pages, listed[:11]) == frozenset()
    many = [f"http://h/blog/{word}.html" for word in WORDS]
    assert beside_issues([*pages, *many], listed) == {"http://h/en/about.html"}


def test_an_issues_page_that_lists_articles_and_has_no_prose_is_no_article(tmp_path: Path) -> None:
    """Authors above links and a list of books, a form of contents that is not read; an editorial is prose."""
    entries = "".join(
        f"<p>{word.title()} Omarova</p><p><a href='/en/journals/44/{at}.html'>The {word.title()} of the North</a></p>"
        for at, word in enumerate(WORDS)
    )
    books = "".join(
        f"<li>A review of {word.title()} and its Uses. Karaganda, 1999. 240 pages.</li>" for word in WORDS
    )
    editorial = f"<p>{PROSE} {MORE} {PROSE}</p>" * 6
    for before, articles in (("", 1), (editorial, 2)):
        issue = f"<html><body><h1>What Is in It</h1>{before}{entries}<ul>{books}</ul></body></html>"
        derive(
            [memento(page(PROSE, MORE)), memento(issue, f"{HOST}/en/journals/44/")],
            profile=PROFILE,
            folder=tmp_path,
        )
        assert len(lines(tmp_path / "articles.jsonl")) == articles


def test_an_article_at_an_issues_address_may_list_pages_of_other_sites(tmp_path: Path) -> None:
    """Notes on links are no prose, but nothing that they lead to is of the issue."""
    notes = "".join(
        f"<li><a href='http://{word}.example/'>The {word.title()} Growers</a><br>They sell {word} by the sack.</li>"
        for word in WORDS
    )
    issue = f"<html><body><h1>Where to Buy Grain</h1><p>By Asel Omarova</p><ul>{notes}</ul></body></html>"
    derive(
        [memento(page(PROSE, MORE)), memento(issue, f"{HOST}/en/journals/44/")],
        profile=PROFILE,
        folder=tmp_path,
    )
    assert "Where to Buy Grain" in [line["title"] for line in lines(tmp_path / "articles.jsonl")]


_CARDS = (("Wagons and Ports", 56), ("Rails", 57), ("Bonds", 58))


@pytest.mark.parametrize(
    "card",
    [
        "<h3><a href='{to}'>{title}</a></h3><p>{lead}</p>",
        "<h3>{title}</h3><p>{lead}</p><p><a href='{to}'>View</a></p>",
    ],
)
def test_an_issues_page_that_shows_how_its_articles_begin_is_none(card: str, tmp_path: Path) -> None:
    """Three of those that its contents on other pages promise; what these promise themselves is one."""
    listed = "".join(f"<p><a href='/en/journals/45/{at}.html'>{title}</a></p>" for title, at in _CARDS[1:])
    first = page(PROSE, MORE).replace("Asel Omarova</p>", f"Asel Omarova</p>{listed}")
    cards = "".join(
        card.format(to=f"/en/journals/45/{at}.html", title=title, lead=f"{PROSE} {MORE} It is number {at}.")
        for title, at in _CARDS
    )
    issue = f"<html><body><h1>The Winter Issue</h1>{cards}</body></html>"
    derive([memento(first), memento(issue, f"{HOST}/en/journals/45/")], profile=PROFILE, folder=tmp_path)
    assert [article["url"] for article in lines(tmp_path / "articles.jsonl")] == [URL]


def test_an_issues_page_that_is_called_by_its_number_is_no_article(tmp_path: Path) -> None:
    """By another issue's it may be one."""
    for called, articles in (("Issue №4, 2005", 1), ("№1, 2004", 2)):
        issue = f"<html><body><h1>{called}</h1><p>{PROSE}</p><p>{MORE}</p><p>{PROSE}</p></body></html>"
        derive(
            [memento(page(PROSE, MORE)), memento(issue, f"{HOST}/en/journals/45/")],
            profile=PROFILE,
            folder=tmp_path,
        )
        assert len(lines(tmp_path / "articles.jsonl")) == articles


@pytest.mark.parametrize(
    ("path", "led_to", "is_article"),
    [("44/", "44/news.html", False), ("44/", "43/", True), ("44.html", "44/news.html", True)],
)
def test_an_issues_page_that_is_the_first_of_its_folder_has_no_article_without_prose(
    path: str,
    led_to: str,
    is_article: bool,  # noqa: FBT001 (a column of the table)
    tmp_path: Path,
) -> None:
    """Who makes the magazine, and a word on each article, of which few are links: they lead into the folder."""
    staff = "".join(f"<p>{word.title()} editor</p><p>Ada {word.title()}</p>" for word in WORDS)
    told = "".join(f"<p><b>{word.upper()}</b> of the north, and who grows it.</p>" for word in WORDS)
    link = f"<p><a href='/en/journals/{led_to}'>GRAIN</a> of the north.</p>"
    front = f"<html><body><h1>Number 3</h1>{staff}{link}{told}</body></html>"
    index = page(PROSE, MORE).replace("/en/journals/44/", f"/en/journals/{path}")
    derive(
        [memento(index), memento(front, f"{HOST}/en/journals/{path}", second=1)],
        profile=PROFILE,
        folder=tmp_path,
    )
    urls = [article["url"] for article in lines(tmp_path / "articles.jsonl")]
    assert (f"{HOST}/en/journals/{path}" in urls) is is_article


@pytest.mark.parametrize(
    ("page_of", "articles"),
    [("{listed}{notes}", MANY - 1), ("<p>by Ada Brink</p>{listed}{notes}", MANY), ("{notes}{menu}", MANY)],
)
def test_titles_over_their_authors_names_are_no_article(page_of: str, articles: int, tmp_path: Path) -> None:
    """Nothing says of which issue these are the contents; a list may be signed, or stand below a text of some lines."""
    listed = "".join(
        f"<p><a href='/x/{n}.html'>{title(n)} and What It Lit</a><br>{name(n)}</p><p>Notes on the {word}</p>"
        for n, word in enumerate(WORDS[:5])
    )
    menu = "".join(f"<p><a href='/x/{n}.html'>{title(n)}</a><br>{name(n)}</p>" for n in range(5))
    notes = "".join(
        f"<p>The {word} is milled by hand until the lamps are lit along the quay.</p>" for word in WORDS
    )
    pages = [f"<h1>{title(n)}</h1>{text(n)}" for n in range(MANY)]
    pages[5] = f"<h1>{title(5)}</h1>{page_of.format(listed=listed, notes=notes, menu=menu)}"
    assert len(read(tmp_path, pages.__getitem__)) == articles
