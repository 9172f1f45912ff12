"""Tables of contents with the page's own line, with authors first, beside other columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from crawler import sites
from pipelines.archive.derive import derive
from pipelines.archive.survey import note
from pipelines.parsed import parse
from tests.pipelines.magazines import lines as records
from tests.pipelines.reading import MORE, NAME, PROFILE, PROSE, URL, memento, pieces

if TYPE_CHECKING:
    from pathlib import Path

TITLE = "Grain on the Northern Line"
ARTICLE = f"<h1>{TITLE}</h1><p>{PROSE}</p><p>{MORE}</p>"


_A, _B = (
    "<a href='/en/journals/45/56.html'>Wagons and Ports</a>",
    "<a href='/en/journals/45/57.html'>Rails</a>",
)
_C = "<a href='/en/journals/45/58.html'>Bonds</a>"
_OWN = f"<b>{TITLE}</b>"
_ALL = [("Wagons and Ports", ("Asel Omarova",)), (TITLE, ("Bolat Kim",)), ("Rails", ())]


_LISTS = {
    "between": (f"<p>{_A} Asel Omarova</p><p>{_OWN} Bolat Kim</p><p>{_B}</p>", _ALL),
    "last": (f"<p>{_A} Asel Omarova</p><p>{_B}</p><p>• {_OWN} (Bolat Kim)</p>", [_ALL[0], _ALL[2], _ALL[1]]),
    "authors first": (f"<ul><li>Asel Omarova {_A}<li>Bolat Kim {_OWN}<li>{_B}</ul>", _ALL),
    "authors' lines first, the page's own opens": (
        f"<p>Bolat Kim</p><p>{_OWN}</p><p>Asel Omarova</p><p>{_A}</p><p>{_B}</p>",
        [_ALL[1], _ALL[0], _ALL[2]],
    ),
    "authors' lines first, the page's own between": (
        f"<p>Asel Omarova</p><p>{_A}</p><p>Bolat Kim</p><p>{_OWN}</p><p>{_B}</p>",
        _ALL,
    ),
    "authors' lines first, below blank lines": (
        f"{_A}<br><br>Bolat Kim<br>{_OWN}<br><br>Asel Omarova<br>{_B}<br><br>",
        [("Wagons and Ports", ()), (TITLE, ("Bolat Kim",)), ("Rails", ("Asel Omarova",))],
    ),
    "authors' lines behind, over blank lines": (
        f"{_A}<br>Asel Omarova<br><br>{_B}<br>Bolat Kim<br><br>{_C}<br><br>",
        [_ALL[0], ("Rails", ("Bolat Kim",)), ("Bonds", ())],
    ),
    "authors before links, pages behind": (
        f"<ol><li>Asel Omarova. {_A} (6)<li>Bolat Kim. {_B} (10)</ol>",
        [_ALL[0], ("Rails", ("Bolat Kim",))],
    ),
    "a section over several of them": (
        f"<p>FINANCE<br>{_A}<br>by Asel Omarova</p><p>TRADE<br>{_B}</p><p>FINANCE<br>{_C}</p>",
        [_ALL[0], _ALL[2], ("Bonds", ())],
    ),
    "what each is about": (
        f"<p>{_A}<br>Asel Omarova<br>Still, wagons are few.</p><p>{_B}<br>Unfortunately, none came.</p>{_C}",
        [_ALL[0], _ALL[2], ("Bonds", ())],
    ),
    "queries of a number": (
        "".join(
            f"<p><a href='/text.asp?{n}'>{t}</a></p>" for n, t in ((7, "Wagons"), (9, "Rails"), (12, "Bonds"))
        ),
        [("Wagons", ()), ("Rails", ()), ("Bonds", ())],
    ),
    "authors' column": (
        (
            f"<table><tr><td>Asel Omarova</td><td>{_A}</td></tr><tr><td>Bolat Kim</td><td>{_OWN}</td></tr>"
            f"<tr><td></td><td>{_B}</td></tr></table>"
        ),
        _ALL,
    ),
    "counted": (
        (
            f"<table><tr><td>1.</td><td>{_A}</td><td>Asel Omarova</td></tr>"
            f"<tr><td>2.</td><td>{_B}</td><td></td></tr></table>"
        ),
        [_ALL[0], _ALL[2]],
    ),
    "over a menu": (
        f"<p>{_A} Asel Omarova</p><p>{_B}</p><h3>All issues</h3><p><a href='/x/'>X</a></p>",
        [_ALL[0], _ALL[2]],
    ),
    "beside languages": (
        f"<p>{_A} Asel Omarova</p><p>{_B}</p><p><a href='/ru/'>Рус</a></p>",
        [_ALL[0], _ALL[2]],
    ),
    "one link around both": (
        (
            "<a href='/en/journals/45/56.html'><h4>Wagons and Ports</h4><p>Asel Omarova</p></a>"
            "<a href='/en/journals/45/57.html'><h4>Rails</h4></a>"
        ),
        [_ALL[0], _ALL[2]],
    ),
    "more below each": (
        "".join(f"<p>{line}</p><p>{line[: line.index('>') + 1]}Read more</a></p>" for line in (_A, _B)),
        [("Wagons and Ports", ()), _ALL[2]],
    ),
    "authors over all": (
        f"<p>Asel Omarova</p><p>{_A}</p><p>Bolat Kim</p><p>{_B}</p>",
        [_ALL[0], ("Rails", ("Bolat Kim",))],
    ),
    "page numbers": (
        (
            f"<table><tr><td>{_A}</td><td>Asel Omarova</td><td>14</td></tr>"
            f"<tr><td>{_B}</td><td></td><td>20</td></tr></table>"
        ),
        [_ALL[0], _ALL[2]],
    ),
    "sections": (
        f"<h4>FOREIGN POLICY</h4><p>{_A}<br>Asel Omarova</p><h4>LAW</h4><p>{_B}</p>",
        [_ALL[0], _ALL[2]],
    ),
    "sections in bold": (
        f"<p>{_A}<br>Asel Omarova</p><p><b>Law</b></p><p>{_B}</p>",
        [_ALL[0], _ALL[2]],
    ),
    "sections set as lines": (
        f"<p>{_A} Asel Omarova</p><p>{_B}</p><p>Pavlodar Region</p><p>{_C}</p>",
        [_ALL[0], _ALL[2], ("Bonds", ())],
    ),
    "a section over the page's own line": (
        f"<p>Pavlodar Region</p><p>{_OWN}</p><p>Bolat Kim</p><p>{_A}</p><p>Asel Omarova</p><p>{_B}</p>",
        [_ALL[1], _ALL[0], _ALL[2]],
    ),
    "a section over the page's own line at the end": (
        f"<p>{_A}</p><p>Asel Omarova</p><p>{_B}</p><p>Rail and Road</p><p>{_OWN}</p><p>Bolat Kim</p>",
        [_ALL[0], _ALL[2], _ALL[1]],
    ),
    "a table's head over the page's own line": (
        (
            f"<table><tr><th>Title</th><th>Author</th></tr><tr><td>{_OWN}</td><td>Bolat Kim</td></tr>"
            f"<tr><td>{_A}</td><td>Asel Omarova</td></tr><tr><td>{_B}</td><td></td></tr></table>"
        ),
        [_ALL[1], _ALL[0], _ALL[2]],
    ),
    "sections in capitals": (
        f"<p>{_A}</p><p>Asel Omarova</p><p>{_B}</p><p>GRAIN AND GOLD</p><p>{_C}</p>",
        [_ALL[0], _ALL[2], ("Bonds", ())],
    ),
    "sections that are no names": (
        f"<p>Foreign Policy</p><p>{_A}</p><p>Asel Omarova</p><p>Banking Sector</p><p>{_B}</p>",
        [_ALL[0], _ALL[2]],
    ),
    "sections in rows of their own": (
        (
            f"<table><tr><td>{_A}</td><td>Asel Omarova</td></tr><tr><td>{_B}</td><td></td></tr>"
            f"<tr><td colspan=2>Pavlodar Region</td></tr><tr><td>{_C}</td><td></td></tr></table>"
        ),
        [_ALL[0], _ALL[2], ("Bonds", ())],
    ),
    "several authors first": (
        f"<p><b>Asel Omarova, Bolat Kim.</b> {_A}</p><p>{_B}</p>",
        [("Wagons and Ports", ("Asel Omarova", "Bolat Kim")), _ALL[2]],
    ),
    "one link around both, in elements of their own": (
        (
            f"<p>{_A.replace('Ports', 'Ports <span>Asel Omarova</span>')}</p>"
            f"<p>{_B.replace('Rails', '<span>Rails of</span> <span>Bolat Kim</span>')}</p>"
            f"<p>{_C.replace('Bonds', '<span>Bonds</span> <i>Bolat Kim</i>')}</p>"
        ),
        [_ALL[0], ("Rails of Bolat Kim", ()), ("Bonds Bolat Kim", ())],
    ),
    "authors below, in cells side by side": (
        (
            f"<table><tr><td>{_A}<br>Asel Omarova</td><td>{_B}</td></tr>"
            f"<tr><td>{_C}<br>Bolat Kim</td><td></td></tr></table>"
        ),
        [_ALL[0], _ALL[2], ("Bonds", ("Bolat Kim",))],
    ),
    "authors below the page's own line, in cells side by side": (
        f"<table><tr><td>{_OWN}<br>Bolat Kim</td><td>{_A}</td></tr><tr><td>{_B}</td><td></td></tr></table>",
        [_ALL[1], ("Wagons and Ports", ()), _ALL[2]],
    ),
    "one, over a menu": (
        f"<p>{_A}</p><p><a href='/en/'>Archive</a> | <a href='/en/articles/'>Latest</a></p>",
        [("Wagons and Ports", ())],
    ),
    "over a way back": (
        (
            f"<p>{_A.replace('Wagons and Ports', 'Back to Basics')}</p><p>{_B}</p>"
            f"<p><a href='{URL}'>Back to №4, 2005</a></p>"
        ),
        [("Back to Basics", ()), _ALL[2]],
    ),
    "over others": (
        f"<p>{_A} Asel Omarova</p><p>{_B}</p><h4>Most read</h4><p>{_C}</p>",
        [_ALL[0], _ALL[2]],
    ),
    "in brackets": (f"<p>{_A} [Asel Omarova]</p><p>{_B}</p>", [_ALL[0], _ALL[2]]),
    "annotated": (
        f"<p>{_A}</p><p>Asel Omarova</p><p>The trains reached the ports.</p><p>{_B}</p>",
        [_ALL[0], _ALL[2]],
    ),
    "announced": (f"<p>{_A}<br>Author: Asel Omarova</p><p>{_B}</p>", [_ALL[0], _ALL[2]]),
    "a no-break space in a title": (
        f"<p>{_A.replace(' and ', '&nbsp;and&nbsp;').replace(' Ports', '&nbsp;Ports')} Asel Omarova</p><p>{_B}</p>",
        [_ALL[0], _ALL[2]],
    ),
    "over a notice": (
        f"<p>{_A} Asel Omarova</p><p>{_B}</p><p>We use cookies on this site. <a href='#'>Accept</a></p>",
        [_ALL[0], _ALL[2]],
    ),
}


@pytest.mark.parametrize(("lines", "entries"), _LISTS.values(), ids=_LISTS)
def test_contents_are_read_with_the_page_s_own_line(
    lines: str, entries: list[tuple[str, tuple[str, ...]]]
) -> None:
    """It is no link; authors may stand first; numbers count the lines; what leads elsewhere is no line of them."""
    (found,) = pieces(f"{ARTICLE}<p>Table of contents</p>{lines}", "contents")
    assert [(entry.title, entry.authors) for entry in found.entries] == entries


def test_a_heading_with_no_list_below_it_is_all_there_is() -> None:
    """A long text follows it: the heading of a part, or of contents that are elsewhere."""
    said = f"<p>{PROSE} {MORE} {PROSE}</p>"
    (found,) = pieces(f"{ARTICLE}<p>Table of contents</p>{said}", "contents")
    assert (found.text, found.entries) == ("Table of contents", ())


@pytest.mark.parametrize(
    "heading",
    [
        "Read also in this issue:",
        "OTHER ARTICLES OF THE ISSUE",
        "Contents of this issue",
        "In the same issue",
        "More articles from this issue",
        "Другие статьи номера",
        "Читайте также в этом номере",
    ],
)
def test_contents_have_any_heading_that_says_they_are_the_issue_s(heading: str) -> None:
    """Who made a page had words of his own; a sentence that ends so heads nothing."""
    listed = f"<ul><li>{_A} - Asel Omarova<li>{_B}</ul>"
    (found,) = pieces(f"{ARTICLE}<p>{heading}</p>{listed}", "contents")
    assert [(entry.title, entry.authors) for entry in found.entries] == [_ALL[0], _ALL[2]]
    assert pieces(f"{ARTICLE}<p>We say more on it in this issue.</p>{listed}", "contents") == []


def test_a_heading_of_contents_may_be_set_over_two_lines() -> None:
    """A narrow column has no room for it in one."""
    column = f"<table><tr><td>Also in<br>this issue</td><td>{_A} (Asel Omarova) | {_B}</td></tr></table>"
    (found,) = pieces(ARTICLE + column, "contents")
    assert [(entry.title, entry.authors) for entry in found.entries] == [_ALL[0], _ALL[2]]


def test_a_picture_that_heads_what_stands_below_the_contents_is_none_of_them() -> None:
    """The partners below it are found."""
    listed = f"<p>In this issue</p><p>{_A}</p><p>{_B}</p><img src=p.gif alt='Our partners'><br>"
    drawn = "<a href='http://wmc.example/'><img src=w.gif alt=WMC></a>"
    (found,) = pieces(f"{ARTICLE}{listed}{drawn}", "partners")
    assert [name for name, _ in found.links] == ["WMC"]


def test_what_the_columns_are_is_no_entry() -> None:
    """It stands in the heading's row, and the page says it elsewhere, too."""
    table = (
        f"<table><tr><th>Other articles of the issue</th><th>Author</th></tr>"
        f"<tr><td>{_A}</td><td>Asel Omarova</td></tr><tr><td>{_B}</td><td></td></tr></table>"
    )
    (found,) = pieces(f"<p>Author</p>{ARTICLE}{table}", "contents")
    assert [(entry.title, entry.authors) for entry in found.entries] == [_ALL[0], _ALL[2]]


def test_partners_right_below_the_contents_are_none_of_them() -> None:
    """They lead to other sites' first pages, which are no articles."""
    partners = "<p><a href='http://wmc.example'>WMC</a> <a href='http://b.example'>Baurzhan</a></p>"
    (found,) = pieces(f"{ARTICLE}<p>Table of contents</p><p>{_A}</p><p>{_B}</p>{partners}", "partners")
    assert found.text == "WMC Baurzhan"


def test_the_heading_of_an_index_below_is_no_line_of_the_contents() -> None:
    """A menu above says the same, which makes no title of it."""
    menu = "<ul><li><a href='/en/journals/'>All issues</a></li></ul>"
    index = "<h3>All issues</h3><p>2005 <a href='/a/'>№1</a> <a href='/b/'>№2</a></p>"
    (found,) = pieces(f"{menu}{ARTICLE}<p>Table of contents</p><p>{_A} Asel Omarova</p>{index}", "contents")
    assert [entry.title for entry in found.entries] == ["Wagons and Ports"]


def test_the_heading_of_the_contents_may_be_a_picture() -> None:
    """Its words are the picture's."""
    drawn = f"{ARTICLE}<p><img src=toc.gif alt='Table of contents'></p><p>{_A} Asel Omarova</p>"
    assert [entry.title for piece in pieces(drawn, "contents") for entry in piece.entries] == [
        "Wagons and Ports"
    ]


def test_a_title_right_behind_the_contents_is_no_line_of_them() -> None:
    """The contents stand in a column before the text: what follows them is the article."""
    page = f"<p>Table of contents</p><p>{_A} Asel Omarova</p><p>{TITLE}</p>{ARTICLE}"
    assert [entry.title for piece in pieces(page, "contents") for entry in piece.entries] == [
        "Wagons and Ports"
    ]


def test_a_title_that_looks_like_a_name_is_no_author_of_the_last_line() -> None:
    """It stands among the titles above."""
    own, other = (
        "<a href='/en/journals/45/55.html'>Format Wars</a>",
        "<a href='/en/journals/45/58.html'>Ice</a>",
    )
    text = f"<h1>Format Wars</h1><p>Bolat Kim</p><p>{PROSE}</p>"
    page = f"<p>Table of contents</p><p>{_A}</p><p>{own}</p><p>{other}</p>{text}"
    assert [
        (entry.title, entry.authors) for piece in pieces(page, "contents") for entry in piece.entries
    ] == [
        ("Wagons and Ports", ()),
        ("Format Wars", ()),
        ("Ice", ()),
    ]


def test_a_line_said_again_ends_the_contents() -> None:
    """A title that links to its own page stands below a list with that page's line, under the way there."""
    own = f"<a href='{URL}'>{TITLE}</a>"
    listed = f"<p>Table of contents</p><p>{own} Bolat Kim</p><p>{_A} Asel Omarova</p>"
    page = f"{listed}<p><a href='/a/'>Archive</a> / Grain</p><p>ARCHIVE</p><h2>{own}</h2><p>{PROSE}</p>"
    assert [entry.title for piece in pieces(page, "contents") for entry in piece.entries] == [
        TITLE,
        "Wagons and Ports",
    ]


def test_the_line_without_a_link_is_the_page_s_place_in_its_issue(tmp_path: Path) -> None:
    """What contents say of the page they stand on counts for its place, as what the other pages say."""
    page = f"<p>{NAME} №4, 2005</p>{ARTICLE}<p>Table of contents</p><p>{_OWN} Bolat Kim</p><p>{_A} Asel Omarova</p>"
    derive([memento(page)], profile=PROFILE, folder=tmp_path)
    (article,) = records(tmp_path / "articles.jsonl")
    assert (article["position"], article["authors"]) == (1, ["Bolat Kim"])
    noted = note(parse(page.encode(), url=URL, content_type="text/html", profile=PROFILE))
    assert [entry.url for entry in noted.contents] == [URL, "http://www.investkz.com/en/journals/45/56.html"]


@pytest.mark.parametrize(
    "heading", ["СОДЕРЖАНИЕ", "В этом номере:", "Мазмұны", "Inhalt", "Sommaire", "En este número"]
)
def test_contents_are_known_in_other_languages_where_nothing_is_known_of_a_site(heading: str) -> None:
    """A name alone below an entry is its author's, and proves the bare name over the text."""
    listed = (
        "<a href='/2004/3/2.html'>Кредит на доверии</a><br>Анна Ким<br><a href='/2004/3/3.html'>Мост</a><br>"
    )
    parsed = parse(
        f"<p>{heading}</p>{listed}".encode(),
        url="http://bereg.example/2004/3/2.html",
        content_type="text/html; charset=utf-8",
        profile=sites.load("generic"),
    )
    (piece,) = (piece for piece in parsed.pieces if piece.kind == "contents")
    assert [(entry.title, entry.authors) for entry in piece.entries] == [
        ("Кредит на доверии", ("Анна Ким",)),
        ("Мост", ()),
    ]


@pytest.mark.parametrize("heading", ["Содержание номера", "В номере", "Мазмұны", "Contents of №4, 2005"])
def test_contents_are_headed_in_the_country_s_languages(heading: str) -> None:
    """An English edition may have its frame in Russian or Kazakh; the heading may say the issue."""
    (found,) = pieces(f"{ARTICLE}<h3>{heading}</h3><p>{_A}</p><p>{_B}</p>", "contents")
    assert [entry.title for entry in found.entries] == ["Wagons and Ports", "Rails"]


def test_a_row_of_links_below_the_list_is_a_menu_wherever_it_leads() -> None:
    """The list's own lines have a link each."""
    menu = "<p><a href='/en/journals/45/0.html'>Archive</a> <a href='/en/journals/45/1.html'>News</a></p>"
    (found,) = pieces(f"{ARTICLE}<h3>Contents</h3><p>{_A}</p><p>{_B}</p>{menu}", "contents")
    assert [entry.title for entry in found.entries] == ["Wagons and Ports", "Rails"]
    two = menu.replace("Archive", "What the Northern Line Needs")
    (found,) = pieces(f"{ARTICLE}<h3>Contents</h3><p>{_A}</p><p>{_B}</p>{two}", "contents")
    assert len(found.entries) == 4


def test_titles_stand_over_links_that_all_say_the_same() -> None:
    """With authors below them and a line on what it is about; where links say titles those are titles."""
    more = "<a href='/en/journals/45/{}.html'>Read more »</a>"
    lines = (
        f"<p><b>Wagons and Ports</b><br><i>Asel Omarova</i><br>{more.format(56)}</p>"
        f"<p><b>Rails</b><br>What a rail costs.<br>{more.format(57)}</p><p>Bonds {more.format(58)}</p>"
    )
    (found,) = pieces(f"{ARTICLE}<h3>Contents</h3>{lines}", "contents")
    assert [(entry.title, entry.authors) for entry in found.entries] == [
        ("Wagons and Ports", ("Asel Omarova",)),
        ("Rails", ()),
        ("Bonds", ()),
    ]
    assert [entry.url and entry.url[-7:] for entry in found.entries] == ["56.html", "57.html", "58.html"]


def test_authors_set_as_the_headings_above_them_are_no_sections() -> None:
    """Those name nobody."""
    lines = (
        f"<h4>Foreign trade</h4><h4>{_A}</h4><h4>Asel Omarova</h4><h4>Money in the regions</h4><h4>{_B}</h4>"
    )
    (found,) = pieces(f"{ARTICLE}<h3>Contents</h3>{lines}", "contents")
    assert [(e.title, e.authors) for e in found.entries] == [
        ("Wagons and Ports", ("Asel Omarova",)),
        ("Rails", ()),
    ]


def test_years_that_unfold_below_the_contents_are_none_of_them() -> None:
    """Their links lead to the very page."""
    years = "".join(f"<p><a href='#'>{year}</a></p>" for year in (2006, 2005))
    (found,) = pieces(f"{ARTICLE}<h3>Contents</h3><p>{_A}</p><p>{_B}</p>{years}", "contents")
    assert [entry.title for entry in found.entries] == ["Wagons and Ports", "Rails"]


@pytest.mark.parametrize(
    "heading", ["Also in this issue", "Other articles of the issue", "Другие статьи номера"]
)
def test_a_heading_over_what_else_the_issue_has_heads_contents(heading: str) -> None:
    """One over what is in an issue for somebody does not."""
    (found,) = pieces(f"{ARTICLE}<h3>{heading}</h3><p>{_A}</p><p>{_B}</p>", "contents")
    assert [entry.title for entry in found.entries] == ["Wagons and Ports", "Rails"]
    assert pieces(f"{ARTICLE}<h3>The theme of the issue</h3><p>{_A}</p><p>{_B}</p>", "contents") == []


@pytest.mark.parametrize("step", ["&larr; {}", "{} &rarr;", "Next article: {}"])
def test_a_step_to_the_next_article_ends_the_list(step: str) -> None:
    """Where its own lines have arrows they are bullets."""
    on = f"<p><a href='/en/journals/45/59.html'>{step.format('Copper')}</a></p>"
    (found,) = pieces(f"{ARTICLE}<h3>Contents</h3><p>{_A}</p><p>{_B}</p>{on}", "contents")
    assert [entry.title for entry in found.entries] == ["Wagons and Ports", "Rails"]
    bullets = "".join(f"<p><a href='/en/journals/45/{at}.html'>&raquo; {at} Rails</a></p>" for at in (56, 57))
    (found,) = pieces(f"{ARTICLE}<h3>Contents</h3>{bullets}", "contents")
    assert len(found.entries) == 2


def test_a_list_of_pages_with_folders_of_their_own_goes_on_to_its_end() -> None:
    """Folders called by words are no other kinds of pages."""
    slugs = ("wagons-and-ports", "rails-by-hand", "bonds-at-last")
    entries = "".join(
        f"<p><a href='/2009/0{at}/{slug}/'>{slug.title()}</a></p>" for at, slug in enumerate(slugs, 1)
    )
    (found,) = pieces(f"{ARTICLE}<h3>Contents</h3>{entries}", "contents")
    assert len(found.entries) == 3


def test_somebody_may_have_written_two_articles_of_an_issue() -> None:
    """The name stands inside the link, in a line of its own."""
    entries = "".join(
        f"<a href='/en/journals/45/{at}.html'><h4>{title}</h4><p>Asel Omarova</p></a>"
        for at, title in ((56, "Wagons and Ports"), (57, "Rails"))
    )
    (found,) = pieces(f"{ARTICLE}<h3>Contents</h3>{entries}", "contents")
    assert [(e.title, e.authors) for e in found.entries] == [
        ("Wagons and Ports", ("Asel Omarova",)),
        ("Rails", ("Asel Omarova",)),
    ]


@pytest.mark.parametrize("said", ["print", "Printable version", "PDF", "[для печати]"])
def test_an_article_in_another_form_is_no_further_entry(said: str) -> None:
    """A line may lead to one beside the article itself."""
    lines = f"<p>{_A} Asel Omarova [<a href='/p?a=56'>{said}</a>]</p><p>{_B} <a href='/p?a=57'>{said}</a></p>"
    (found,) = pieces(f"{ARTICLE}<h3>Contents</h3>{lines}", "contents")
    assert [(entry.title, entry.authors) for entry in found.entries] == [_ALL[0], _ALL[2]]
