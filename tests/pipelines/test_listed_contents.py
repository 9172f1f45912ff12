"""Contents without heading and authors: what an issue's page lists of its folder, or shows the beginnings of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from crawler import sites
from pipelines.archive.derive import derive
from pipelines.furniture.listed_contents import with_listed_contents
from pipelines.furniture.piece import Piece
from pipelines.page import IssueLink
from pipelines.parsed import parse
from pipelines.read import read_page
from tests.pipelines.magazines import lines
from tests.pipelines.reading import MORE, PROFILE, PROSE, capture, memento

if TYPE_CHECKING:
    from pathlib import Path

    from pipelines.page import ContentsEntry

HOST = "http://h.example"
_LINE = "<p><a href='{at}.html'>{title}</a></p>"
_TITLES = {"lamps": "On Lamps", "wicks": "Wicks and Oil", "glass": "Glass"}
_MENU = "<p><a href='/'>Home</a> | <a href='/about.html'>About</a> | <a href='../2/'>Next</a></p>"
_INDEX = tuple(IssueLink(1999, str(n), f"{HOST}/{n}/") for n in (1, 2, 3, 4))


def _list(line: str) -> str:
    return "".join(line.format(at=at, title=title) for at, title in _TITLES.items())


def _contents(body: str, *, url: str = f"{HOST}/1/", index: tuple[IssueLink, ...] = _INDEX) -> list[str]:
    return [f"{e.title}: {', '.join(e.authors)}" for e in _entries(body, url=url, index=index)]


def _entries(
    body: str, *, url: str = f"{HOST}/1/", index: tuple[IssueLink, ...] = _INDEX
) -> tuple[ContentsEntry, ...]:
    html = f"<html><body><h1>What Is New</h1>{_MENU}{body}{_MENU}</body></html>".encode()
    read = read_page(
        html, url=url, content_type="text/html", capture=capture(url), profile=PROFILE, index=index
    )
    return read.contents


@pytest.mark.parametrize(
    "body",
    [
        _list("<p><a href='{at}.html'>{title}</a></p>"),
        _list(
            f"<h2><a href='{{at}}.html'>{{title}}</a></h2><p>{PROSE[:100]} <a href='{{at}}.html'>Read more</a></p>"
        ),
        f"<p>{PROSE}</p>"
        + _list("<p><a href='{at}.html'>{title}</a></p>")
        + "<p>All as <a href='all.html'>one page</a></p>",
        "<p><a href='cover.gif'>The cover</a></p>" + _list("<p><a href='{at}.html'>{title}</a></p>"),
    ],
    ids=["titles", "beginnings of the texts", "an editorial over it", "a picture"],
)
def test_an_issue_s_page_lists_what_lies_in_the_issue_s_folder(body: str) -> None:
    """Neither its menu nor what is said in a sentence, or leads to a picture, is a line of it."""
    assert _contents(body) == [f"{title}: " for title in _TITLES.values()]


def test_authors_stand_in_the_line_or_in_the_one_below() -> None:
    """With `by` or without."""
    expected = [f"{title}: Ann Lee" for title in _TITLES.values()]
    assert _contents(_list("<p><a href='{at}.html'>{title}</a>, by Ann Lee</p>")) == expected
    assert _contents(_list("<p><a href='{at}.html'>{title}</a></p><p>Ann Lee</p>")) == expected


def test_a_folder_named_as_the_page_is_the_issue_s_too() -> None:
    """`1.html` lists `1/lamps.html`."""
    index = tuple(IssueLink(1999, str(n), f"{HOST}/{n}.html") for n in (1, 2, 3, 4))
    body = _list("<p><a href='1/{at}.html'>{title}</a></p>")
    assert _contents(body, url=f"{HOST}/1.html", index=index) == [f"{t}: " for t in _TITLES.values()]


@pytest.mark.parametrize(
    ("url", "index"),
    [(f"{HOST}/1/about.html", _INDEX), (f"{HOST}/9/", _INDEX), (f"{HOST}/1/", ())],
    ids=["another page", "no issue's folder", "no index"],
)
def test_no_other_page_lists_an_issue(url: str, index: tuple[IssueLink, ...]) -> None:
    """The index must lead to it."""
    assert _contents(_list("<p><a href='{at}.html'>{title}</a></p>"), url=url, index=index) == []


def test_two_links_and_links_that_all_say_the_same_are_no_list() -> None:
    """They may be the way on; `Read more`, three times, names nothing."""
    assert _contents("<p><a href='a.html'>Lamps</a></p><p><a href='b.html'>Wicks</a></p>") == []
    assert _contents(_list("<p><a href='{at}.html'>Read more</a></p>")) == []


def test_a_list_under_a_heading_is_believed_as_it_stands() -> None:
    """It is what the magazine calls the contents; other pages of the folder may be anything."""
    html = "<p>Table of contents</p>" + _list("<p><a href='{at}.html'>{title}</a></p>")
    document = parse(html.encode(), url=f"{HOST}/1/", content_type="text/html", profile=PROFILE).document
    announced = Piece(kind="contents", orders=(0, 1), text="", reason="a list under its heading")
    assert with_listed_contents((announced,), document, f"{HOST}/1/") == (announced,)


_ELSEWHERE = tuple(IssueLink(1999, str(n), f"{HOST}/?issue={n}") for n in (1, 2, 3, 4))
_NEWS = "".join(f"<p><a href='/news/{n}'>The quay is open again</a></p><p>{PROSE[:60]}</p>" for n in (1, 2))


@pytest.mark.parametrize(
    "card",
    [
        f"<h3><a href='/text/{{at}}'>{{title}}</a></h3><p>{PROSE}</p><a href='/text/{{at}}'>Read more</a>",
        f"<p><a href='/text/{{at}}'>{{title}}</a></p><p>Ann Lee</p><p>{MORE[:60]} <a href='/text/{{at}}'>more</a></p>",
        f"<a href='/text/{{at}}'><h3>{{title}}</h3><p>{PROSE}</p></a>",
        f"<a href='/text/{{at}}'><h3>{{title}}</h3><p>Ann Lee</p><p>{PROSE}</p></a>",
    ],
    ids=["a link below", "authors, and a link behind", "one link around both", "one around authors, too"],
)
@pytest.mark.parametrize("index", [_ELSEWHERE, _INDEX], ids=["no folders", "other folders"])
def test_an_issue_s_page_shows_how_its_articles_begin(card: str, index: tuple[IssueLink, ...]) -> None:
    """They may lie anywhere on the site, in one place; news beside them do in another."""
    url = index[0].url
    assert url is not None
    author = "Ann Lee" if "Ann Lee" in card else ""
    expected = [f"{title}: {author}" for title in _TITLES.values()]
    assert _contents(_NEWS + _list(card), url=url, index=index) == expected
    popular = _list("<li><a href='/text/{at}'>{title}</a></li>")
    assert _contents(f"<ul>{popular}</ul>" + _list(card), url=url, index=index) == expected


_BESIDE = tuple(IssueLink(1999, str(n), f"{HOST}/m/?i={n}") for n in (1, 2, 3, 4))


@pytest.mark.parametrize(
    ("line", "index"),
    [
        ("<p><a href='/?issue=1&text={at}'>{title}</a></p>", _ELSEWHERE),
        ("<p><a href='/m/?i=1&a={at}'>{title}</a></p>", _BESIDE),
        (f"<h3>{{title}}</h3><p>{PROSE}</p><p><a href='/?issue=1&text={{at}}'>View</a></p>", _ELSEWHERE),
        (f"<h3>{{title}}</h3><p>{PROSE}</p><p><a href='{{at}}.html'>View</a></p>", _INDEX),
    ],
    ids=["a query more", "in a folder", "titles that are no links", "such in the issue's folder"],
)
def test_pages_below_an_issue_s_own_address_are_its_articles(line: str, index: tuple[IssueLink, ...]) -> None:
    """Whatever stands around the links."""
    url = index[0].url
    assert url is not None
    assert _contents(_list(line), url=url, index=index) == [f"{title}: " for title in _TITLES.values()]


def test_a_list_right_below_a_heading_is_an_issue_s() -> None:
    """Not a menu's short lines, nor what stands below a heading over others or below no heading."""
    line = "<p><a href='/text/{at}'>{title} and the Harbour</a></p>"
    expected = [f"{title} and the Harbour: " for title in _TITLES.values()]

    def listed(body: str) -> list[str]:
        return _contents(body, url=f"{HOST}/?issue=1", index=_ELSEWHERE)

    assert listed(f"<h2>Number 1</h2>{_list(line)}") == expected
    assert listed(f"<h2>№1, 1999</h2>{_list(line)}") == expected
    rows = _list("<tr><td>1<td><a href='/text/{at}'>{title} and the Harbour</a><td>")
    assert listed(f"<h2>Number 1</h2><table><tr><th>#<th>Article<th>Author{rows}</table>") == expected
    assert listed(f"<h2>Most Read</h2>{_list(line)}") == []
    assert listed(f"<p>Number 1</p>{_list(line)}") == []
    assert listed(f"<h2>Number 1</h2>{_list(line).replace(' and the Harbour', '')}") == []


def test_links_without_a_text_below_are_a_menu_outside_of_the_folder() -> None:
    """Nor are two with one a list, nor links to other sites."""
    line = "<p><a href='/text/{at}'>{title}</a></p>"
    assert _contents(_list(line), url=f"{HOST}/?issue=1", index=_ELSEWHERE) == []
    assert _contents(_NEWS, url=f"{HOST}/?issue=1", index=_ELSEWHERE) == []
    away = _list(f"<p><a href='http://{{at}}.example/a'>{{title}}</a></p><p>{PROSE}</p>")
    assert _contents(away, url=f"{HOST}/?issue=1", index=_ELSEWHERE) == []


def test_final_lines_promise_what_an_issue_s_page_lists(tmp_path: Path) -> None:
    """In the issue's line, as furniture, and in the articles' places; the page itself is no article."""
    index = "".join(f"<p>1999 <a href='/{n}/'>No. {n}</a></p>" for n in (1, 2, 3, 4))
    listed = _list("<p><a href='{at}.html'>{title}</a></p>") + f"<p>{PROSE[:60]}</p>"
    captures = [memento(f"<html><body>{index}</body></html>", f"{HOST}/")]
    captures.append(memento(f"<html><body><h1>What Is New</h1>{_MENU}{listed}</body></html>", f"{HOST}/1/"))
    captures += [
        memento(
            f"<html><body>{_MENU}<h1>{title}</h1><p>{at}. {PROSE}</p><p>{at}: {MORE}</p></body></html>",
            f"{HOST}/1/{at}.html",
        )
        for at, title in _TITLES.items()
    ]
    derive(captures, profile=PROFILE, folder=tmp_path)
    issue = next(line for line in lines(tmp_path / "issues.jsonl") if line["number"] == "1")
    assert [entry["title"] for entry in issue["promised"]] == list(_TITLES.values())
    assert issue["missing"] == []
    articles = [(line["title"], line["position"]) for line in lines(tmp_path / "articles.jsonl")]
    assert articles == [(title, at) for at, title in enumerate(_TITLES.values(), 1)]
    (contents,) = [line for line in lines(tmp_path / "furniture.jsonl") if line["kind"] == "contents"]
    assert [entry["title"] for entry in contents["entries"]] == list(_TITLES.values())


def test_a_card_between_others_may_stand_over_a_shorter_text() -> None:
    """Set as they are, and leading to pages as they do; a menu's line is none."""
    card = f"<h3><a href='/text/{{at}}'>{{title}}</a></h3><p>{PROSE}</p>"
    body = _list(card).replace(f"Wicks and Oil</a></h3><p>{PROSE}", "Wicks and Oil</a></h3><p>Who lights it?")
    body = body.replace(
        "<h3><a href='/text/glass'", "<p><a href='/text/all'>All of them</a></p><h3><a href='/text/glass'"
    )
    cards = body + card.format(at="more", title="More Lamps")
    assert _contents(cards, url=f"{HOST}/?issue=1", index=_ELSEWHERE) == [
        *(f"{title}: " for title in _TITLES.values()),
        "More Lamps: ",
    ]


def _part(body: str) -> list[str]:
    """Return the titles listed by a page on which the first issue's own page goes on, of a site that nobody knows."""
    html, url = f"<html><body>{_MENU}{body}<p>(c) 1999</p></body></html>".encode(), f"{HOST}/1/light.html"
    index = (_INDEX[0]._replace(url=url), *_INDEX[1:])
    read = read_page(
        html,
        url=url,
        content_type="text/html",
        capture=capture(url),
        profile=sites.load("generic"),
        index=index,
        part=True,
    )
    return [entry.title for entry in read.contents]


def test_a_part_of_a_list_may_be_one_line_at_the_page_s_end() -> None:
    """There two lines look like a menu; but no menu's line, nor one that is set over names, is listed."""
    titles = [_LINE.format(at=at, title=title) for at, title in _TITLES.items()]
    assert _part(f"<p>Law | Society</p>{titles[0]}{titles[1]}") == list(_TITLES.values())[:2]
    assert _part(f"<p>Law | Society</p>{titles[0]}") == list(_TITLES.values())[:1]
    menu = "<p><a href='/about.html'>About</a></p><p>Ann Lee</p><p><a href='/mail.html'>Contacts</a></p><p>Bo Kim</p>"
    assert _part(f"<h2>The editors</h2>{menu}") == []
    assert (
        _part("<h2>The editors</h2><p>They are Ann Lee, Bolat Kim and all the others who helped.</p>") == []
    )


def test_the_way_to_a_list_s_next_page_is_no_line_of_it() -> None:
    """It lies below the issue's own address, too."""
    assert _contents(_list(_LINE) + "<p><a href='/1/?page=2'>Next page</a></p>") == [
        f"{title}: " for title in _TITLES.values()
    ]
