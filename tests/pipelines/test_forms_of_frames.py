"""Mastheads, issue indexes, partners and counters in seldom forms: drawn, over several lines, in columns."""

from __future__ import annotations

import pytest

from tests.pipelines.reading import MORE, NAME, PROSE, pieces, settled

TITLE = "Grain on the Northern Line"
ARTICLE = f"<h1>{TITLE}</h1><p>{PROSE}</p><p>{MORE}</p>"


@pytest.mark.parametrize(
    "masthead",
    [
        "<b>KAZAKHSTAN</b><br>International Business Magazine<br>№4, 2005",
        f"<p><img src=logo.gif alt='{NAME}'> №4, 2005</p>",
        f"<p><img src=logo.gif alt='KAZAKHSTAN'> {NAME.removeprefix('KAZAKHSTAN ')} №4, 2005</p>",
        f"<p><img src=logo.gif alt='{NAME}'></p><p>№4, 2005</p>",
        f"<table><tr><td rowspan=2>{NAME}</td><td>№4,</td></tr><tr><td>2005</td></tr></table>",
        f"<p>{NAME} №4,</p><p>2005</p>",
        f"<p><a href='/'>Home</a> / <a href='/en/'>Archive</a> / {NAME} №4, 2005</p>",
        f"<p>{NAME} / <a href='/45/'>№4, 2005</a></p>",
        f"<h1>Category archives: {NAME} №4, 2005</h1>",
        f"<p>«{NAME}», №4, 2005</p>",
        "<h1>KAZAKHSTAN</h1><p>Back issues</p><h2>International Business Magazine №4, 2005</h2>",
        "<p>KAZAKHSTAN №4, 2005</p>",
        f"<p>{NAME} №4, 2005 / Oil and Gas</p>",
        f"<p>{NAME} | №4, 2005 | Economy</p>",
        "<p>Международный деловой журнал KAZAKHSTAN №4, 2005</p>",
    ],
)
def test_a_masthead_may_be_drawn_or_set_over_several_lines(masthead: str) -> None:
    """In pictures or in blocks; a trail, or a word in a heading, may stand before the name, and a column behind it."""
    (found,) = pieces(masthead + ARTICLE, "masthead")
    assert (found.year, found.number) == (2005, "4")


def test_the_issue_may_stand_apart_from_the_name() -> None:
    """It is the only one over the text, and no link: those lead to other issues."""
    menu = "<p><a href='/'>Home</a></p><p>Business and Law</p>"
    for issue, told in (
        ("<p>№4, 2005</p>", [(None, None), (2005, "4")]),
        ("<p><a href='/45/'>№4, 2005</a></p>", [(None, None)]),
        ("<p>№4, 2005</p><p>№1, 2006</p>", [(None, None)]),
    ):
        found = pieces(f"<h1>{NAME}</h1>{menu}{issue}{ARTICLE}", "masthead")
        assert [(piece.year, piece.number) for piece in found] == told
    assert len(pieces(f"<h1>{NAME}</h1>{menu}{ARTICLE}<p>№4, 2005</p>", "masthead")) == 1


@pytest.mark.parametrize("step", [">>", "->", "/", "»"])
def test_a_trail_that_ends_in_the_title_is_one(step: str) -> None:
    """Two signs part its steps as well as one does."""
    trail = f"<p><a href='/'>Main page</a> {step} <a href='/en/'>Magazine</a> {step} {TITLE}</p>"
    page = settled(
        f"<html><head><title>{TITLE}</title></head><body>{trail}{ARTICLE}<p>{PROSE}</p></body></html>"
    )
    assert [p.kind for p in page.pieces] == ["breadcrumb"]
    assert page.unplaced == ()


def test_the_first_words_of_a_name_alone_are_no_masthead() -> None:
    """`KAZAKHSTAN` over something else stays what it is."""
    assert pieces(f"<h3>KAZAKHSTAN</h3><p>International Business</p>{ARTICLE}", "masthead") == []


def _link(number: str, year: int = 0) -> str:
    return f"<a href='/en/journals/{year}{number}/'>№{number}{f', {year}' if year else ''}</a>"


_INDEXES = {
    "<table><tr><th>2006</th><th>2005</th></tr>"
    f"<tr><td>{_link('1')}<br>{_link('2')}</td><td>{_link('3')}<br>{_link('4')}</td></tr></table>": [
        (2006, "1"),
        (2006, "2"),
        (2005, "3"),
        (2005, "4"),
    ],
    "<p>" + " ".join(_link(str(n), year) for year in range(1970, 2000) for n in (1, 2, 3)) + "</p>": [
        (year, str(n)) for year in range(1970, 2000) for n in (1, 2, 3)
    ],
    "<b>2006</b> <a href='/1/'><img src=1.gif alt='№1'></a> <a href='/2/'><img src=2.gif alt='№2'></a><br>"
    "<b>2005</b> <a href='/4/'><img src=4.gif alt='№4'></a>": [(2006, "1"), (2006, "2"), (2005, "4")],
    "<select><option value='/45/'>№4, 2005</option><option value=''>№1, 2006</option></select>"
    f"<p>· 2006 {_link('1')}</p>": [(2005, "4"), (2006, "1")],
    f"<p>Archive: 2006: {_link('1')} {_link('2')} || 2005: {_link('4')}</p>": [
        (2006, "1"),
        (2006, "2"),
        (2005, "4"),
    ],
    f"<ul><li><b>Year 2006</b><ul><li>{_link('1')}</ul><li><b>Year 2005</b><ul><li>{_link('4')}</ul></ul>": [
        (2006, "1"),
        (2005, "4"),
    ],
    "<ul><li><a href='javascript:void(0)'>►</a> 2006 (2)<ul>"
    f"<li>{_link('1')}<li>{_link('2')}</ul><li><a href='#'>▼</a> 2005 (1)<ul><li>{_link('4')}</ul></ul>": [
        (2006, "1"),
        (2006, "2"),
        (2005, "4"),
    ],
    "<p>2006 (<a href='/46/'>1</a>)</p><p>2005 (<a href='/44/'>3</a>, <a href='/45/'>4</a>)</p>": [
        (2006, "1"),
        (2005, "3"),
        (2005, "4"),
    ],
    "<p><a href='/46/'><img src=a.jpg alt='№1, 2006'></a> <a href='/45/'><img src=b.jpg alt='№4, 2005'></a></p>": [
        (2006, "1"),
        (2005, "4"),
    ],
    "<select><optgroup label=2006><option value='/46/'>№1</option></optgroup>"
    "<optgroup label=2005><option value='/45/'>№4</option></optgroup></select>": [(2006, "1"), (2005, "4")],
    "<p>2006 - Issues: <a href='/46/'>1</a>, <a href='/47/'>2</a></p>": [(2006, "1"), (2006, "2")],
    "<p>2006 год {<a href='/46/'>1</a>} / {<a href='/47/'>2</a>}</p>": [(2006, "1"), (2006, "2")],
    "<p>2006 year <a href='/46/'>Issue №1</a>, <a href='/47/'>Issue №2</a></p>": [(2006, "1"), (2006, "2")],
    "<table><tr><td></td><td>№1</td><td>№2</td></tr>"
    f"<tr><td>2006</td><td>{_link('1')}</td><td></td></tr><tr><td>2005</td><td>{_link('1')}</td><td>{_link('2')}</td></tr>"
    "</table>": [(2006, "1"), (2005, "1"), (2005, "2")],
    "<img src=m.gif usemap='#m'><map name=m><area href='/46/' alt='№1, 2006'><area href='/45/' alt='№4, 2005'></map>": [
        (2006, "1"),
        (2005, "4"),
    ],
    f"<ul><li><a href='/46/'>{NAME} №1, 2006</a><li><a href='/47/'>{NAME} №2, 2006</a>"
    f"<li><a href='/45/'>{NAME} №4, 2005</a></ul>": [(2006, "1"), (2006, "2"), (2005, "4")],
}


@pytest.mark.parametrize(("index", "issues"), _INDEXES.items())
def test_an_index_is_read_by_columns_in_full_and_in_pairs(index: str, issues: list[tuple[int, str]]) -> None:
    """Years over columns of numbers, a long line of numbers with their years, and such a pair without a link."""
    (found,) = pieces(ARTICLE + index, "issue_index")
    assert [(issue.year, issue.number) for issue in found.issues] == issues


def test_one_issue_below_a_heading_that_says_so_is_an_index() -> None:
    """The last page of an archive on several may have one; without the heading it is a link to an issue."""
    (found,) = pieces("<h2>Archive</h2><p><a href='/45/'>№4, 2005</a></p>", "issue_index")
    assert [(issue.year, issue.number) for issue in found.issues] == [(2005, "4")]
    assert pieces("<h2>Archive</h2><p>№4, 2005</p>", "issue_index") == []
    assert pieces("<h2>Harvest</h2><p><a href='/45/'>№4, 2005</a></p>", "issue_index") == []


_OPTIONS = "<option value=''>Choose<option value=46>№1, 2006<option value=45>№4, 2005"


def test_a_form_that_is_nothing_but_a_menu_leads_where_it_asks() -> None:
    """Its hidden fields are sent, too; a search, or a form that is posted, leads nowhere."""
    menu = f"<input type=hidden name=l value=en><select name=id>{_OPTIONS}</select><input type=submit>"
    (found,) = pieces(f"{ARTICLE}<form action=/issue.asp>{menu}</form>", "issue_index")
    assert [(issue.url or "").rpartition("/")[2] for issue in found.issues] == [
        "issue.asp?l=en&id=46",
        "issue.asp?l=en&id=45",
    ]
    for form in (
        f"<form action=/search.asp><input name=q>{menu}</form>",
        f"<form action=/search.asp>{menu}<select name=t><option value=1>All</select></form>",
        f"<form action=/search.asp method=post>{menu}</form>",
        menu,
    ):
        told = pieces(ARTICLE + form, "issue_index")
        assert [issue.url for piece in told for issue in piece.issues] in ([], [None, None])


def test_a_calendar_beside_an_index_is_none_of_it() -> None:
    """Its days are numbers that lead somewhere, and the index has a word before its own."""
    days = "".join(f"<td><a href='/cal?d={day}'>{day}</a>" for day in range(1, 8))
    calendar = f"<table><tr><td colspan=7>May<tr>{days}</table>"
    for around in (calendar + "{}", "{}" + calendar):
        index = around.format(f"<p>2006 {_link('1')} {_link('2')}</p><p>2005 {_link('4')}</p>")
        (found,) = pieces(ARTICLE + index, "issue_index")
        assert [(issue.year, issue.number) for issue in found.issues] == [
            (2006, "1"),
            (2006, "2"),
            (2005, "4"),
        ]


_PARTNERS = "<a href='http://wmc.example/'>WMC</a> <a href='http://b.example/'>Baurzhan</a>"


@pytest.mark.parametrize(
    "tail",
    [
        f"<p>Partners: {_PARTNERS}</p>",
        f"<p><a href='/en/'>Back to the archive</a></p><p>{_PARTNERS}</p>",
        f"<ul><li><a href='http://www.facebook.com/m'>Facebook</a><li><a href='https://vk.com/m'>VK</a></ul>{_PARTNERS}",
        f"<p><a href='http://ad.example/'><img src=b.gif alt=Advertisement></a></p><p>{_PARTNERS}</p>",
        f"<p>{_PARTNERS.replace('</a> ', '</a> :: ')}</p>",
        f"<p>{_PARTNERS}</p><p><a href='/'>The Magazine</a></p><p><a href='http://w.example/'>Powered by W</a></p>",
        f"<p>{_PARTNERS} <a href='http://top.mail.ru/1'><img src=m.gif alt='Rating@Mail.ru'></a></p>",
    ],
)
def test_partners_are_told_from_what_stands_beside_them(tail: str) -> None:
    """A word may say what they are; links to the site itself and banners are none."""
    (found,) = pieces(ARTICLE + tail, "partners")
    assert [name for name, _ in found.links] == ["WMC", "Baurzhan"]


_OTHERS = "<a href='http://silk.example/'>Silk Way</a>{}<a href='http://tengri.example/'>Tengri Hotel</a>"


@pytest.mark.parametrize(
    "tail",
    [
        f"<p>Our partners: {_OTHERS.format(' | ')}</p>",
        f"<h5>Partners</h5><p>{_OTHERS.format('</p><p>')}</p>",
        f"<p>Friends of the magazine:</p><p><img src=s.gif></p><p>{_OTHERS.format('<br>')}</p><p>© 2003</p>",
        f"<b>Наши партнёры</b><p>{_OTHERS.format(' ')}</p>",
    ],
)
def test_partners_are_known_by_the_word_over_them(tail: str) -> None:
    """No profile knows all that a magazine ever had."""
    (found,) = pieces(ARTICLE + tail, "partners")
    assert [name for name, _ in found.links] == ["Silk Way", "Tengri Hotel"]


def test_links_to_the_site_itself_are_no_partners() -> None:
    """`Partners` in a menu is a page of it, and stands over others."""
    own = "<p>Partners</p><p><a href='/en/how.html'>How to become one</a></p>"
    assert pieces(ARTICLE + own, "partners") == []


@pytest.mark.parametrize(
    ("kind", "over", "what"),
    [
        ("ticker", "<b>Rates of the National Bank:</b>", "<p>USD/KZT 443.16 +0.13</p>"),
        ("issue_index", "<h4>All issues of the magazine</h4>", f"<p>2006 {_link('1')} {_link('2')}</p>"),
        ("issue_index", "<img src=a.gif alt='Back issues'><br>", f"<p>2006 {_link('1')} {_link('2')}</p>"),
    ],
)
def test_the_line_that_says_what_stands_below_it_belongs_to_that(kind: str, over: str, what: str) -> None:
    """A page alone tells it, although no other page shows the same; a link there leads to something else."""
    (found,) = pieces(f"{ARTICLE}{over}{what}", kind)
    assert len(found.text.split("\n")) == len(found.orders) == 2
    (found,) = pieces(f"{ARTICLE}<p><a href='/en/'>Currency</a></p>{what}", kind)
    assert len(found.orders) == 1


def test_partners_in_a_sentence_are_text() -> None:
    """Two links in prose are no list of partners."""
    said = "<p>With <a href='http://wmc.example/'>WMC</a> and <a href='http://b.example/'>Baurzhan</a>.</p>"
    assert pieces(ARTICLE + said, "partners") == []


def test_a_counter_that_a_script_would_draw_is_a_counter() -> None:
    """What stands in for the script says the same; a note on scripts is for nobody."""
    counter = (
        "<noscript><a href='http://top.example/'><img src=c.gif alt=\"Rambler's Top100\"></a></noscript>"
    )
    assert [piece.name for piece in pieces(ARTICLE + counter, "counter")] == ["Rambler's Top100"]
    note_on_scripts = "<noscript><a href='/help'>Please enable JavaScript</a></noscript>"
    assert "JavaScript" not in str(settled(f"<html><body>{ARTICLE}{note_on_scripts}</body></html>"))


_COUNTER = "<a href='http://top100.rambler.ru/'><img src=c.gif alt=\"Rambler's Top100\"></a>"


@pytest.mark.parametrize(
    "tail", [f"<p>{_COUNTER}{_PARTNERS}</p>", f"<p>Rambler's Top100 &nbsp; {_PARTNERS}</p>"]
)
def test_a_counter_in_one_line_with_partners_is_one(tail: str) -> None:
    """The line is theirs, and the counter is told beside them."""
    page = ARTICLE + tail
    assert [piece.name for piece in pieces(page, "counter")] == ["Rambler's Top100"]
    assert [name for piece in pieces(page, "partners") for name, _ in piece.links] == ["WMC", "Baurzhan"]


@pytest.mark.parametrize(
    "tail",
    ["<p>Rambler's Top100 | SpyLog | Begun</p>", f"<p>{_COUNTER}<img src=h.gif alt=HotLog></p>"],
)
def test_a_counter_among_others_is_one(tail: str) -> None:
    """Several counters stand in one line."""
    assert [piece.name for piece in pieces(ARTICLE + tail, "counter")] == ["Rambler's Top100"]


@pytest.mark.parametrize("counter", ['<img src=c.gif alt="Rambler\'s Top100">', "Rambler's Top100"])
def test_a_counter_in_a_line_of_the_frame_is_one(counter: str) -> None:
    """The line says whose the page is; it is both."""
    line = f"<p>Copyright © 2005 by the Harbour Press of Almaty <a href='http://top100.rambler.ru/'>{counter}</a></p>"
    body = f"<html><head><title>{TITLE}</title></head><body>{ARTICLE}{line}</body></html>"
    found = {piece.kind: piece for piece in settled(body).pieces}
    assert found["counter"].name == "Rambler's Top100"
    assert found["counter"].orders == found["repeated"].orders


@pytest.mark.parametrize(
    "said",
    [
        "Visitors today: 45, total: 120 344",
        "You are visitor number 12345",
        "Посетителей за сутки: 45, всего: 120",
    ],
)
def test_how_many_visitors_there_have_been_is_a_counter(said: str) -> None:
    """It says of when that is; what visited a fair does not."""
    assert [piece.name for piece in pieces(f"{ARTICLE}<p>{said}</p>", "counter")] == [said]
    assert pieces(f"{ARTICLE}<p>Visitors: 5,000</p><p>Since 2001</p>", "counter") == []


def test_a_sentence_about_a_counter_is_text() -> None:
    """Its words inside longer ones are no counter's."""
    said = "<p>Rambler's Top100, of which the carriers complain, counts</p>"
    assert pieces(ARTICLE + said, "counter") == []
