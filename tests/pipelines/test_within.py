"""What stands within an article stays in it, whatever it looks like by itself: figures, addresses, lists, captions."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING

from tests.pipelines.reading import MORE, PROSE, page, texts, unknown_article

if TYPE_CHECKING:
    from output.models import Article

URL = "http://review.example/1999/3/grain.html"
LAST = (
    "Nobody on the commission had asked the growers what they thought of it, and when they were asked at last it was "
    "far too late for any of them to change a thing."
)
_BEFORE = (PROSE, MORE, LAST)
_BEHIND = tuple(text.replace(" the ", " every ").replace(" it ", " that ") for text in _BEFORE)
_TEXT, _REST = ("".join(f"<p>{text}</p>" for text in texts) for texts in (_BEFORE, _BEHIND))


def _article(body: str) -> Article:
    """Return the article of a page of which nothing is known."""
    return unknown_article(body, url=URL, title="Grain on the Northern Line")


def _within(inner: str) -> list[tuple[str, str]]:
    """Return kind and text of what an article has between three paragraphs and three more."""
    blocks: list[tuple[str, str]] = [
        (block.kind, block.text) for block in _article(f"{_TEXT}{inner}{_REST}").blocks
    ]
    assert blocks[:3] == [("paragraph", text) for text in _BEFORE]
    assert blocks[-3:] == [("paragraph", text) for text in _BEHIND]
    return blocks[3:-3]


def test_rows_of_figures_are_no_dates_of_posting() -> None:
    """A listing whose rows begin with years is kept as it stands, and so is a line of figures, or a table of dates."""
    listing = "Year      Tonnes     Price\n2003      12.1       110\n2004      13.4       120\n2005      11.9       130"
    assert _within(f"<pre>{listing}</pre>") == [("preformatted", listing)]
    assert _within("<p>12.1 13.4 11.9</p>") == [("paragraph", "12.1 13.4 11.9")]
    table = "<table><tr><td>02.03.2004<td>Sowing<tr><td>09.09.2004<td>Harvest</table>"
    assert _within(table) == [("table", "02.03.2004\tSowing\n09.09.2004\tHarvest")]


def test_a_text_may_be_more_listing_than_prose() -> None:
    """Its short lines, said again or not, are its own; in one piece, between paragraphs and behind the last."""
    session = "$ weigh --dry /stores/north\ntotal 87\n$ sort tonnes.txt | head\n$ exit\n"
    end = "That is all there is to it."
    for often, inner in ((9, f"<pre>{session * 9}</pre>"), (18, f"<pre>{session}</pre>" * 9)):
        article = _article(f"<p>{LAST}</p>{inner}<p>{MORE}</p>{inner if often > 9 else ''}<p>{end}</p>")
        assert [b.text for b in article.blocks if b.kind == "paragraph"] == [LAST, MORE, end]
        assert sum(b.text.count("$ exit") for b in article.blocks if b.kind == "preformatted") == often


def test_the_head_of_a_mail_within_a_text_says_no_date_of_posting() -> None:
    """A mail is printed whole."""
    sent = "Date: Tue, 17 Mar 1998 10:27:00"
    assert _within(f"<p>{sent}</p><p>From: Asel Omarova</p>")[0] == ("paragraph", sent)


def test_addresses_in_the_middle_of_a_text_are_not_its_end() -> None:
    """Links to other sites with text behind them cut nothing off; a table that names what they are keeps them."""
    rows = "".join(
        f"<tr><td>{name}<td><a href='http://{name}.example/'>{name}.example</a>"
        for name in ("alpha", "beta", "gamma")
    )
    assert _within(f"<table><tr><th>Firm<th>Site{rows}</table>") == [
        ("table", "Firm\tSite\nalpha\talpha.example\nbeta\tbeta.example\ngamma\tgamma.example")
    ]
    linked = "".join(
        f"<tr><td><a href='/{name}'>{name}</a><td><a href='http://{name}.example/'>{name}.example</a>"
        for name in ("alpha", "beta")
    )
    assert _within(f"<table><tr><th>Firm<th>Site{linked}</table>") == [
        ("table", "Firm\tSite\nalpha\talpha.example\nbeta\tbeta.example")
    ]


def test_a_menu_set_as_a_table_is_no_part_of_the_text() -> None:
    """A table of links only is navigation, in the middle of a text too."""
    menu = "<table><tr><td><a href='/a'>Wheat</a><td><a href='/b'>Rye</a><tr><td><a href='/c'>Oats</a>"
    assert _within(f"{menu}<td><a href='/d'>Corn</a></table>") == []


NESTED = "<ul><li>Cereals<ul><li>Wheat<li>Barley<ol><li>winter<li>spring</ol></ul><li>Oilseeds</ul>"


def test_lists_inside_a_list_are_part_of_it() -> None:
    """A nested list is one list, in its order, however it is nested; its last item is no heading."""
    assert _within(NESTED) == [("list", "Cereals\nWheat\nBarley\nwinter\nspring\nOilseeds")]
    assert _within("<ul><li>Cereals<ul><li>Wheat<li>Rye</ul></ul>") == [("list", "Cereals\nWheat\nRye")]
    assert _within("<ul><li>Wheat<li>Rye</ul><ul><li>Hay<li>Straw</ul>") == [
        ("list", "Wheat\nRye"),
        ("list", "Hay\nStraw"),
    ]
    assert _within("<ul><li>Only wheat</ul>") == [("paragraph", "Only wheat")]


def test_the_last_of_several_lines_is_no_heading() -> None:
    """Lines that follow each other are lines, whether numbered or not; a bold one over a text is a subheading."""
    for lines in (("1. Wheat", "2. Barley", "3. Rye"), ("Wheat", "Barley", "Rye")):
        assert _within("<br>".join(lines)) == [("paragraph", line) for line in lines]
    assert _within("Wheat<br>Barley<br><b>Prices</b><br>") == [
        ("paragraph", "Wheat"),
        ("paragraph", "Barley"),
        ("heading", "Prices"),
    ]


def test_a_word_broken_at_a_line_s_end_is_left_as_it_is() -> None:
    """Neither joined nor taken for a heading; soft hyphens, run-together words and odd signs stay, too."""
    lines = [
        "The inter\u00adnational mar-",
        "ket and runTogether words,like these.And ﬁnally e\u0301\u200d\u200f✓",
    ]
    assert _within(f"<p>{'<br>'.join(lines)}</p>") == [("paragraph", line) for line in lines]


CAPTION = "The elevator at Kostanay, 2004"


def test_a_caption_is_no_heading() -> None:
    """In a figure where it is not tagged, in the cell below a picture, in the line below it, set apart or not."""
    picture = "<img src='data:image/gif;base64,R0lG' data-src='/a.jpg' alt='An elevator'>"
    for html in (
        f"<figure>{picture}<p>{CAPTION}</p></figure>",
        f"<table><tr><td>{picture}<tr><td>{CAPTION}</table>",
        f"<p>{picture}</p><p><i>{CAPTION}</i></p>",
        f"<div>{picture}<br>{CAPTION}</div>",
        f"<div>{picture} {CAPTION}</div>",
    ):
        assert _within(html) == [("paragraph", CAPTION)]
        images = _article(f"{_TEXT}{html}{_REST}").images
        assert [(image.url, image.alt) for image in images] == [
            ("http://review.example/a.jpg", "An elevator")
        ]
    assert _within(f"{picture}<h3>{CAPTION}</h3>") == [("heading", CAPTION)]


def test_a_short_question_among_others_is_no_heading() -> None:
    """In a talk; where questions are set over texts like titles they are."""
    talk = f"<p>Did you expect it to be this good a year for everybody?</p><p>{LAST}</p><p>And you, how was it?</p>"
    assert _within(f"{talk}<p>{MORE}</p><p>Why?</p>")[-1] == ("paragraph", "Why?")
    assert _within(f"{talk}<p>{MORE}</p><p>Q: Why?</p>")[-1] == ("paragraph", "Q: Why?")
    assert _within(f"<p>Who Pays?</p><p>{MORE}</p><p>Who Gains?</p>")[-1] == ("heading", "Who Gains?")


def test_a_list_that_ends_a_text_is_there_whole() -> None:
    """Notes with links in them, and a table, at the very end of a page."""
    notes = "<li>Of the yearbook.<li>See <a href='http://x.example/'>here</a>.<li>Of <a href='/y'>the other</a> one."
    article = _article(f"{_TEXT}<h3>Notes</h3><ol>{notes}</ol>")
    assert [(block.kind, block.text) for block in article.blocks[3:]] == [
        ("heading", "Notes"),
        ("list", "Of the yearbook.\nSee here.\nOf the other one."),
    ]
    table = "<table><tr><td>2003<td>12<tr><td>2004<td>13</table>"
    assert _article(f"{_TEXT}{table}").blocks[-1].rows == [["2003", "12"], ["2004", "13"]]


def test_markers_of_notes_stay_where_they_are() -> None:
    """Raised or in brackets, in the text and before the notes below it."""
    article = _article(
        f"<p>{PROSE}<sup><a href='#n1'>1</a></sup></p><p>{MORE}<a href='#n2'>[2]</a></p><p>{LAST}</p><hr>"
        "<p><a name='n1' href='#r1'>1</a>. Ministry of Agriculture, 2004.</p>"
        "<p><a name='n2'>[2]</a> See the yearbook.</p>"
    )
    assert [block.text for block in article.blocks] == [
        *(f"{PROSE}1", f"{MORE}[2]", LAST, "1. Ministry of Agriculture, 2004.", "[2] See the yearbook.")
    ]


def test_columns_that_end_a_preformatted_text_are_there() -> None:
    """A mail or a dump ends as it ends, though nothing stands behind it."""
    columns = "Region     2003   2004\nNorth        12     13\nSouth         3      4"
    wrapped = "\n\n".join("\n".join(wrap(text, 70)) for text in _BEFORE)
    article = _article(f"<pre>\n{wrapped}\n\n* wheat\n* rye\n\n{columns}\n</pre>")
    assert [(block.kind, block.text) for block in article.blocks[2:]] == [
        ("paragraph", LAST),
        ("paragraph", "* wheat"),
        ("paragraph", "* rye"),
        ("preformatted", columns),
    ]


def test_a_line_behind_a_comma_is_no_heading() -> None:
    """It ends what the lines before it list, whatever stands behind it."""
    lines = "<p>Copper that nobody sold, zinc,<br>lead from the old mine,<br>Grain without a buyer</p>"
    found = texts(page(PROSE, lines, MORE))
    assert ("paragraph", "Grain without a buyer") in found
    assert [kind for kind, _ in found if kind == "heading"] == []


def test_cells_of_one_column_are_lines() -> None:
    """Empty cells beside them only set a signature to the right."""
    rows = "".join(
        f"<tr><td></td><td></td><td>{line}</td></tr>"
        for line in ("Best regards,", "Ada Brink", "The publisher")
    )
    found = texts(page(PROSE, MORE, f"<table>{rows}</table>", PROSE + " Again."))
    assert ("paragraph", "Best regards,") in found
    assert [kind for kind, _ in found if kind == "table"] == []


def test_a_quotation_is_one_though_it_is_longer_than_the_rest() -> None:
    """Most blocks stand outside it; what stands around most of them lays the page out."""
    said = f"{PROSE} {MORE} {PROSE}"
    whole = page("Prices followed.", "They rose.").replace(
        "<p>Prices", f"<blockquote>{said}</blockquote><p>Prices"
    )
    assert [kind for kind, _ in texts(whole)] == ["quote", "paragraph", "paragraph"]
    assert {
        kind for kind, _ in texts(f"<blockquote>{page(PROSE, MORE, 'Prices followed.')}</blockquote>")
    } == {"paragraph"}
