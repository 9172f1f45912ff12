"""Prose that looks like furniture stays prose; furniture in odd dress stays furniture."""

from __future__ import annotations

import pytest

from tests.pipelines.reading import MORE, NAME, PROSE, page, summary, texts

PROSE_TRAPS = [
    "By 2010 the country expects to export twenty million tonnes, and by 2015 it hopes for more.",
    "By Almaty standards the rent is modest, and by Astana's it is next to nothing at all.",
    "The dealers opened at USD/KZT 120.75 and closed a little lower, which nobody had expected.",
    "USD/KZT 120.75 was the rate at which most of the contracts of that spring were signed.",
    "Law №4 of 2005 on state monitoring of property brought order into the branch.",
    "KAZAKHSTAN International Business Magazine №4, 2005 wrote of it at length, and its readers answered.",
    "№1 on the list of exporters was, as in 2003 and 2004, the copper works at Zhezkazgan.",
    "2005 was a good year; 2004 had been a better one, and 2003 the best of all three.",
    "The table of contents of the report alone fills eleven pages of small print.",
    "Table of contents and index are missing from the edition that the ministry sent us.",
    "Rambler's Top100 counted more visitors in that week than in the whole of the year before.",
    "WMC, Baurzhan and Mediasystem were among the first firms to take part in the exhibition.",
    "The archive of the news agency, the largest in the region, is open to everybody from Monday on.",
    "ARCHIVE and NEWS were the two words that the visitor saw over the door of the building.",
    "Mr. Karimov answers for the sector, and his deputies answer questions of detail when asked to.",
    "The review was prepared by the ministry in a hurry, and it shows on every page of it.",
    "Murat Ospanov, who was then the director of the plant, said that the loan would be repaid.",
    "Source: nobody knows, and those who do have been silent about it for all these years since then.",
    "Almaty. March 2. These two words stood at the head of every telegram that he ever sent home.",
    "All in all, 75/25 was how the partners shared the profit, and 50/50 how they shared the loss.",
    "Home is where the capital is, as the saying goes, and next to it is where the branch office stands.",
    "In №3 we reported on the pension reform; in №5/6 we shall return to it in more detail.",
    "The rate of the National Bank (443.16) differs from that of the exchange (443.03) by thirteen tiyn.",
    "Visitors to the pavilion: 12,300 in the first week, 15,780 in the second and 9,410 in the third.",
    "«Казахстан» значит «страна казахов», and that is how the name of the magazine came about.",
    "* The figures of 2005 are preliminary and do not include the oblast of Mangystau.",
]


@pytest.mark.parametrize("line", PROSE_TRAPS)
def test_prose_that_looks_like_furniture_stays_in_the_article(line: str) -> None:
    """A sentence that mentions what furniture says stays a paragraph, wherever in the text it stands."""
    for lines in ((line, PROSE, MORE), (PROSE, line, MORE), (PROSE, MORE, line)):
        assert texts(page(*lines)) == [("paragraph", text) for text in lines]


@pytest.mark.parametrize("line", PROSE_TRAPS)
def test_prose_traps_name_no_author(line: str) -> None:
    """None of those sentences is taken for an author line."""
    article = summary(page(line, PROSE, MORE)).article
    assert article is not None
    assert (article.authors, article.byline) == ([], None)


HEADINGS = [
    "Credit: A Quiet Revolution",
    "By Road and by Rail",
    "Oil, Gas and the Budget",
    "USD or Euro",
    "The Year 2005",
    "News from the Steppe",
    "Archive of Hopes",
    "№1 among Equals",
]


@pytest.mark.parametrize("line", HEADINGS)
def test_subheadings_that_look_like_furniture_stay_subheadings(line: str) -> None:
    """A short line between paragraphs is a subheading, also when it opens like a byline or a label."""
    assert texts(page(PROSE, line, MORE)) == [("paragraph", PROSE), ("heading", line), ("paragraph", MORE)]


TICKERS = {
    "<p>USD/KZT 443.16&nbsp; +0.13</p>": [("USD/KZT", 443.16, 0.13)],
    "<p>USD/KZT 377.62 </p>": [("USD/KZT", 377.62, None)],
    "<p>USD/KZT 420.71 -0.90<br>EUR/KZT 544.6 +1.8</p>": [("USD/KZT", 420.71, -0.9), ("EUR/KZT", 544.6, 1.8)],
    "<table><tr><td>USD/KZT</td><td>443,16</td><td>+0,13</td></tr><tr><td>EUR/KZT</td><td>480,39</td><td>+0,00</td></tr>"
    "</table>": [("USD/KZT", 443.16, 0.13), ("EUR/KZT", 480.39, 0.0)],
    "<div>USD/KZT</div><div>443.16</div><div>\u2212 0.9</div>": [("USD/KZT", 443.16, -0.9)],
    "<span>USD/KZT</span> 443.16 <b>▼ 0.13</b>": [("USD/KZT", 443.16, -0.13)],
}


@pytest.mark.parametrize(("html", "quotes"), TICKERS.items())
def test_a_ticker_is_read_however_it_is_cut(html: str, quotes: list[tuple[str, float, float | None]]) -> None:
    """Pair, rate and change are found in one block or one each, with points or commas, signs or arrows."""
    tickers = [piece for piece in summary(f"{html}<p>{NAME}</p>").furniture if piece.kind == "ticker"]
    assert [[(q.pair, q.rate, q.change) for q in piece.quotes] for piece in tickers] == [quotes]


MASTHEADS = {
    f"<p>{NAME} №4, 2005</p>": (2005, "4"),
    f"<p>&nbsp;&nbsp;{NAME}&nbsp;№5/6,&nbsp;2010</p>": (2010, "5/6"),
    f"<p>{NAME}</p><p>№1/2, 2001</p>": (2001, "1/2"),
    f"<p>{NAME} | Issue 3, Spring 1999</p>": (1999, "3"),
    f"<p>{NAME} №4'2005</p>": (2005, "4"),
    f"<p>{NAME} 2005 / No. 4</p>": (2005, "4"),
    f"<p>{NAME} Выпуск 4, апрель 2005 год</p>": (2005, "4"),
    f"<p>{NAME}, 2008 №2</p>": (2008, "2"),
    f"<p>&#x200b;{NAME}&#xfeff;</p><p>&lrm;№1/2, 2001</p>": (2001, "1/2"),
}


@pytest.mark.parametrize(("html", "issue"), MASTHEADS.items())
def test_a_masthead_gives_year_and_number(html: str, issue: tuple[int, str]) -> None:
    """The issue is read from the line of the name or the one behind it, double numbers too."""
    found = summary(html).masthead
    assert found is not None
    assert (found.year, found.number) == issue


INDEXES = {
    "<p>· 2010 <a href='/1'>№1</a> <a href='/5'>№5/6</a></p><p>· 2009 <a href='/0'>№6</a></p>": 3,
    "<ul><li>2010<ul><li><a href='/1'>№1</a></li><li><a href='/2'>№2</a></li></ul></li></ul>": 2,
    "<table><tr><th>2010</th><td><a href='/1'>№1</a></td><td><a href='/2'>№2</a></td></tr>"
    "<tr><th>2009</th><td><a href='/3'>№1</a></td><td></td></tr></table>": 3,
    "<p><a href='/1'>№1, 2010</a></p><p><a href='/2'>№2, 2010</a></p><p><a href='/3'>№1, 2009</a></p>": 3,
    "<p>2010: <a href='/1'>1</a> | <a href='/2'>2</a></p><p>2009: <a href='/3'>1</a></p>": 3,
    "<select><option value='/i/1'>2010 №1</option><option value='/i/2'>2010 №2</option></select>": 2,
}


@pytest.mark.parametrize(("html", "issues"), INDEXES.items())
def test_an_issue_index_is_read_however_it_is_laid_out(html: str, issues: int) -> None:
    """Years and numbers are found in a line, in lists, tables and choices; each number leads somewhere."""
    index = summary(html).issue_index
    assert len(index) == issues
    assert all(issue.url and issue.url.startswith("http://www.investkz.com/") for issue in index)
    assert index[0].year == 2010


def test_a_year_behind_a_ticker_without_changes_is_no_change() -> None:
    """An index of issues right behind the ticker keeps its first year."""
    found = summary("<p>USD/KZT</p><p>377.62</p><p>2016</p><p><a href='/1'>№1</a> <a href='/2'>№2</a></p>")
    assert [(i.year, i.number) for i in found.issue_index] == [(2016, "1"), (2016, "2")]
    assert [(q.rate, q.change) for piece in found.furniture for q in piece.quotes] == [(377.62, None)]


def test_a_link_to_the_first_page_is_no_article_of_the_contents() -> None:
    """Whether it stands in the line of one or behind all of them; an author beside it stays one."""
    html = (
        "<p>Table of contents</p><p><a href='/en/1.html'>Grain</a> Asel Omarova <a href='/'>Archive</a></p>"
        "<p><a href='/en/2.html'>Rails</a> Ivan Petrov</p><p><a href='/'>Archive</a></p>"
    )
    assert [(entry.title, entry.authors) for entry in summary(html).contents] == [
        ("Grain", ("Asel Omarova",)),
        ("Rails", ("Ivan Petrov",)),
    ]
