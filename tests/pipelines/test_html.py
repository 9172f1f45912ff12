"""HTML as it comes: broken, nested, hidden, behind its own end."""

from __future__ import annotations

import pytest

from pipelines.document.html import read_html
from pipelines.document.textblock import Cell, Document
from tests.pipelines.reading import MORE, PROSE, URL, page, summary, texts


def _read(html: str) -> Document:
    return read_html(html, url=URL)


def _texts(html: str) -> list[str]:
    return [block.text for block in _read(html).blocks if block.text]


BROKEN = {
    "no end tags": "<p>One<p>Two",
    "text behind the end": "<html><body><p>One</p></body></html><p>Two</p>",
    "bare text behind the end": "<html><body><p>One</p></body></html>Two",
    "two bodies": "<body><p>One</p></body><body><p>Two</p></body>",
    "open table": "<table><tr><td>One<tr><td>Two",
    "stray end tags": "</div></td><p>One</p></table></b></p><p>Two</p></center>",
    "NULs are gone by now, not entities": "<p>One&#0;</p><p>Two</p>",
    "text in a table": "<table>One<tr><td>Two</td></tr></table>",
    "misnested": "<b><p>One</b></p><i>Two",
    "a font that ends in the paragraph it stands around": (
        "<FONT SIZE=2><P>On</FONT><FONT SIZE=2>e</P></FONT><B><FONT SIZE=2><P>Two</P></B></FONT>"
    ),
    "unclosed comment": "<p>One</p><p>Two</p><!-- <p>Three</p>",
    "odd comment": "<p>One</p><!-- x --!><p>Two</p>",
    "line breaks": "One<br>Two",
    "unknown elements": "<o:p>One</o:p><br/><blink>Two</blink>",
}


@pytest.mark.parametrize("html", BROKEN.values(), ids=BROKEN.keys())
def test_broken_html_is_read_as_browsers_show_it(html: str) -> None:
    """Whatever is missing or doubled, both lines are there, once, in order."""
    assert [text.strip("\ufffd") for text in _texts(html)] == ["One", "Two"]


def test_broken_html_gives_the_same_article() -> None:
    """Unclosed paragraphs, a second body, stray end tags and NULs leave the article as it is."""
    whole = page(PROSE, MORE)
    broken = (
        whole.replace("</p>", "")
        .replace("<h1>", "</td></table><body><h1>")
        .replace("Prices", "Pri\x00ces")
        .replace("</body></html>", "")
        .replace("<p>Rambler", "</body></html><p>Rambler")
    )
    assert texts(broken) == texts(whole) == [("paragraph", PROSE), ("paragraph", MORE)]
    assert [f.kind for f in summary(broken).furniture] == [f.kind for f in summary(whole).furniture]


def test_what_a_reader_does_not_see_is_no_text() -> None:
    """Scripts, styles, comments, templates and hidden elements say nothing."""
    html = (
        "<style>p{}</style><script>var a='<p>no</p>'</script><!-- no --><template>no</template><noscript>no</noscript>"
        "<p style='display: none'>no</p><p hidden>no</p><p>Yes</p>"
    )
    assert _texts(html) == ["Yes"]


def test_white_space_folds_and_no_break_spaces_are_kept_aside() -> None:
    """`text` has single spaces; `raw` still knows where the no-break spaces stood."""
    (block,) = _read("<p>&nbsp; Title\n\n of&nbsp;&nbsp;it </p>").blocks
    assert block.text == "Title of it"
    assert block.raw == "\xa0 Title of\xa0\xa0it"


def test_links_are_absolute_and_inline_marks_do_not_cut_words() -> None:
    """A base is obeyed, fragments go, and emphasis inside a word leaves it whole."""
    document = _read(
        "<base href='/en/'><p>Ka<b>zakh</b>stan <a href='a b.html#x'>here</a> <a href='mailto:x@y'>mail</a></p>"
    )
    (block,) = document.blocks
    assert block.text == "Kazakhstan here mail"
    assert document.links == ("http://www.investkz.com/en/a%20b.html",)


def test_a_picture_of_a_page_for_telephones_is_one() -> None:
    """AMP has an element of its own for them."""
    html = "<p><a href=/><amp-img src=/1.gif alt='Rails' width=88 height=31></amp-img></a> by hand</p>"
    (block,) = _read(html).blocks
    assert [picture.alt for picture in block.pictures] == ["Rails"]


def test_requisites_are_named_in_page_order() -> None:
    """Style sheets, scripts, icons, images with srcset, backgrounds and inline styles are all asked for."""
    html = (
        "<link rel=stylesheet href=/a.css><link rel='shortcut icon' href=/i.ico><link rel=canonical href=/no>"
        "<script src=/s.js></script><body background=/bg.gif><img src=/1.gif srcset='/2.gif 2x, /3.gif 3x' alt=x>"
        "<div style=\"background:url('/4.gif')\">t</div><style>b{background:url(/5.gif)}</style>"
    )
    names = [url.removeprefix("http://www.investkz.com") for url in _read(html).requisites]
    assert sorted(names) == [
        "/1.gif",
        "/2.gif",
        "/3.gif",
        "/4.gif",
        "/5.gif",
        "/a.css",
        "/bg.gif",
        "/i.ico",
        "/s.js",
    ]


def test_data_tables_know_their_cells_and_layout_tables_do_not() -> None:
    """Rows and columns are numbered, spans counted; a table around a page is no data."""
    data = "<table><tr><th rowspan=2>Region</th><th colspan=2>Tonnes</th></tr><tr><td>2004</td><td>2005</td></tr>"
    cells = {block.text: block.cell for block in _read(data).blocks}
    assert cells == {
        "Region": Cell(1, 0, 0),
        "Tonnes": Cell(1, 0, 1),
        "2004": Cell(1, 1, 1),
        "2005": Cell(1, 1, 2),
    }
    layout = f"<table><tr><td>Menu</td><td>{PROSE * 3}</td></tr><tr><td>a</td><td>b</td></tr></table>"
    assert {block.cell for block in _read(layout).blocks} == {None}


NESTS = [
    "<div>",
    "<font>",
    "<b>",
    "<table>",
    "<table><tr><td>",
    "<ul>",
    "<ul><li>",
    "<span>",
    "<blockquote><p>",
    "<dl><dd>",
]


@pytest.mark.parametrize("nest", NESTS)
def test_deep_nesting_loses_no_text(nest: str) -> None:
    """Ten thousand open elements are read in bounded time; what stands in and before them is there, and it is said."""
    document = _read(f"<p>Before</p>{nest * 10_000}Inside")
    assert [block.text for block in document.blocks if block.text] == ["Before", "Inside"]
    assert document.notes == ("nested too deep: the innermost tags were dropped, their text was kept",)


UNENDED = [
    "<dd>x",
    "<dt><a name=x>x<dd>x",
    "<a name=x><p>x",
    "<h2>x",
    "<li><b>x",
    "<b></i>x<p>",
    "<b><div></b></div>x",
]


@pytest.mark.parametrize("html", UNENDED)
def test_what_is_never_ended_cuts_no_page_off(html: str) -> None:
    """Thousands of elements whose end is missing, or wrong, are no reason to lose what stands behind them."""
    document = _read(
        f"<script>'<b>'</script><p>First</p><dl>{html * 5000}</dl><p>Last <a href='/z'>one</a></p>"
    )
    said = [block.text for block in document.blocks if block.text]
    assert said[0] == "First"
    assert " ".join(said).endswith("Last one")
    assert " ".join(said).count("x") == html.count("x") * 5000 - html.count("=x") * 5000
    assert "http://www.investkz.com/z" in document.links


def test_elements_without_an_end_hold_no_text() -> None:
    """What follows a plug-in, or a picture's other sources, is read; what is shown where they fail is not."""
    assert _texts("<p>One<embed src='x.swf'> more<p>Two") == ["One more", "Two"]
    document = _read("<picture><source srcset='/b.webp'><img src='/b.jpg' alt='x'></picture>")
    assert [picture.url for block in document.blocks for picture in block.pictures] == [
        "http://www.investkz.com/b.jpg"
    ]
    assert _texts(
        "<noframes><body><p>no</noframes><noembed><b>no</b></noembed><video><track>no</video>One"
    ) == ["One"]


def test_what_stands_behind_a_deep_nest_is_there() -> None:
    """Text at every depth and behind the nest stays, in order, a block where a block was."""
    inside = "".join(f"<div>{n}" for n in range(3000))
    texts = _texts(f"{inside}{'</div>' * 3000}<p>Behind</p>")
    assert texts == [*map(str, range(3000)), "Behind"]


@pytest.mark.parametrize(
    "html", ["", " ", "<", "<!--", "\ufffd" * 10, "<html></html>", "<![CDATA[x", "<?xml"]
)
def test_nothing_much_is_read_as_nothing_much(html: str) -> None:
    """Empty and hardly begun pages raise nothing."""
    assert len(_read(html).blocks) <= 1


def test_blocks_of_invisible_signs_are_none() -> None:
    """What editors leave between paragraphs; within a text such signs stay."""
    assert _texts("<p>One</p><p>&#x200b;</p><p>&shy;&#xfeff;</p><p>Two&#x200b;fold</p>") == [
        "One",
        "Two\u200bfold",
    ]


def test_a_page_without_a_body_element_is_read() -> None:
    """libxml2 leaves what it doesn't know of (`article`) in the head where nothing ends that."""
    html = "<!doctype html><title>Grain</title><article><p>One</p></article><section>Two</section>"
    assert _texts(html) == ["One", "Two"]
