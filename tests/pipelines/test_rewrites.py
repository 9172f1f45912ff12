"""The rewrites of tests/pipelines/rewrites.py change the mark-up and keep what a reader sees."""

from __future__ import annotations

import pytest

from crawler.replica.layouts import layout, layout_names
from crawler.replica.replica import Replica
from tests.pipelines.rewrites import REWRITES
from tests.shown_text import shown_text, top_elements

PAGE = """<!DOCTYPE html><html><head><title>T</title></head><body class="c" id="i">
<h1 class="x">A title</h1><div><p style="color:red">One <b>bold</b> word.</p>and a tail</div>
<ul><li>item</li></ul><table><tr><td>1</td><td>2</td></tr></table><p><a href="/x?a=1&amp;b=2">a link</a></p>
</body></html>
after the end"""


def seen(page: str) -> tuple[str, list[str], list[str]]:
    """Return the page's words in order, its links and its images, those after </html> too."""
    tops = top_elements(page)
    links = [str(value) for top in tops for value in top.xpath(".//a[not(ancestor::noscript)]/@href")]
    images = [str(value) for top in tops for value in top.xpath(".//img/@src")]
    return shown_text(page), links, images


def test_there_are_the_eight_rewrites_that_were_measured_and_one_more() -> None:
    """The seven of the trial, capitals, and everything in one pre."""
    assert list(REWRITES) == [
        "without_names",
        "all_divs",
        "breaks",
        "font_tables",
        "without_end_tags",
        "headings_to_paragraphs",
        "two_columns",
        "upper_case",
        "one_pre",
    ]


@pytest.mark.parametrize("name", REWRITES)
@pytest.mark.parametrize("layout_name", layout_names())
def test_a_rewrite_keeps_words_links_and_images_in_order(layout_name: str, name: str) -> None:
    """On a page of every layout of the replica, broken ones too."""
    replica = Replica.build(layout_name, issues=2)
    for article in replica.truth().articles[:4]:
        page = replica.page(article.url)
        assert page is not None
        text = page.body.decode(layout(layout_name).encoding).replace("\x00", "")
        assert seen(REWRITES[name](text)) == seen(text)


@pytest.mark.parametrize(
    ("name", "gone", "there"),
    [
        ("without_names", ("class=", "id=", "style="), ("<h1>A title</h1>",)),
        ("all_divs", ("<p", "<h1", "<li"), ("<td>1</td>", '<div class="x">A title</div>')),
        (
            "breaks",
            ("<p", "<div", "<h1"),
            ("<b>A title</b><br>", "<br><br>One <b>bold</b> word.<br>and a tail"),
        ),
        (
            "font_tables",
            ("<p", "<div"),
            ('<table><tr><td><font size="2">One <b>bold</b> word.</font></td></tr></table>',),
        ),
        ("without_end_tags", ("</li>", "</td>", "</a></p>", "</body>"), ("</p>and a tail</div>", "</table>")),
        ("headings_to_paragraphs", ("<h1",), ('<p class="x">A title</p>',)),
        ("two_columns", (), ('<td width="160">\n<h1 class="x">A title</h1></td><td>',)),
        ("upper_case", ("<p", "<h1", "</a>"), ("<H1 class=x>A title</H1>", "<LI>item</LI>")),
        ("one_pre", ("<p>", "<td", "<h1"), ("\nA title\nOne bold word.\nand a tail\nitem\n1\n2\n",)),
    ],
)
def test_each_rewrite_does_what_it_says(name: str, gone: tuple[str, ...], there: tuple[str, ...]) -> None:
    """What it takes away is not in the page any more, what it puts there is."""
    rewritten = REWRITES[name](PAGE)
    assert [mark for mark in gone if mark in rewritten] == []
    assert [mark for mark in there if mark not in rewritten] == []
    assert seen(rewritten) == seen(PAGE)
