"""What proves an author where the line itself does not: what stands around it, and on other pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pipelines.article.author_line import is_signature, read_line
from pipelines.article.first_line import read_first_line
from pipelines.article.holder import holders
from pipelines.document.html import read_html
from pipelines.parsed import parse
from pipelines.settled import settle
from pipelines.site.model import NOTHING_LEARNED, SiteModel, block_key, linked_key
from tests.pipelines.gazette_page import GENERIC, PROSE, URL

if TYPE_CHECKING:
    from pipelines.article.byline import Byline


def _byline(*lines: str) -> Byline:
    body = "".join(line if line.startswith("<") else f"<p>{line}</p>" for line in lines)
    html = f"<html><head><title>Lamps by Hand</title></head><body><h1>Lamps by Hand</h1>{body}</body></html>"
    article = settle(
        parse(html.encode(), url=URL, content_type="text/html", profile=GENERIC), GENERIC
    ).article
    assert article is not None
    return article.byline


def test_a_bare_name_is_an_author_of_whom_the_last_lines_tell() -> None:
    """They open with the name, in whatever letters, and need not say that this is the author."""
    told = "<b>ADA BRINK</b> (adab@quay.example) keeps lamps, and would rather not be asked how many by now."
    assert _byline("<h2>Ada Brink</h2>", PROSE, PROSE + " Again.", told).authors == ("Ada Brink",)
    assert _byline("<h2>Ada Brink</h2>", PROSE, PROSE + " Again.").authors == ()


def test_a_name_over_an_address_signs_the_text() -> None:
    """A heading below the title looks like a name as well; behind a colon it is whom to ask."""
    again, last = PROSE + " Again.", ("Ada Brink", "<i>adab@quay.example</i>")
    assert _byline("<h3>Early Days</h3>", PROSE, again, *last).authors == ("Ada Brink",)
    assert _byline("<h3>Early Days</h3>", PROSE, PROSE, again, "Where to ask:", *last).authors == ()


def test_of_several_names_over_addresses_none_signs_the_text() -> None:
    """Each of several letters has its own."""
    letters = [line for n in ("Ada Brink", "Tom Hale") for line in (PROSE, n, f"({n[0]}@quay.example)")]
    assert _byline(PROSE + " Again.", *letters).authors == ()


def test_two_bare_names_are_authors_of_whom_one_line_tells() -> None:
    """It opens with both, as the line over the text has them."""
    told = "ADA BRINK AND TOM HALE have kept lamps together for as long as either of them can remember."
    names = ("ADA BRINK", "TOM HALE")
    assert _byline("<h2>ADA BRINK AND TOM HALE</h2>", PROSE, PROSE + " Again.", told).authors == names


def test_who_says_several_things_at_a_text_s_end_is_no_author() -> None:
    """Several lines that open with a name are a talk."""
    said = "Ada Brink I have kept lamps for as long as I can remember, and so did she."
    lines = [
        PROSE,
        "Who lit them? It was never told.",
        said,
        "And who paid? It was never told.",
        said + " Twice.",
    ]
    assert _byline("<h2>Ada Brink</h2>", *lines).authors == ()


def test_what_says_by_is_surer_than_a_list_of_names_below_it() -> None:
    """A cast, or a company, stands between an author line and the text."""
    by = "<p><b>Review by <a href='/tom.html'>Tom Hale</a></b></p>"
    cast = "<p><b>Jane Roe, Otto Kern,</b><br><b>Ida Moss, Ann Lee, Max Born.</b></p>"
    assert _byline(by, cast, PROSE, PROSE + " Again.").authors == ("Tom Hale",)
    told = "This is a collection of tips written by Jane Roe and Otto Kern. In this article:"
    linked = "<p>By <a href=/hale>Tom Hale</a> on May 3, 2004 in <a href=/lamps>lamps</a></p>"
    assert _byline(linked, told, PROSE, PROSE + " Again.").authors == ("Tom Hale",)


@pytest.mark.parametrize(
    "line",
    [
        "Review by Tom Hale◆Published 31 March 2000",
        "Feature by Tom Hale ★ 31 March 2000",
        "Report by Tom Hale",
    ],
)
def test_ornaments_part_an_author_line(line: str) -> None:
    """A square or a star stands for a stroke; so the line is a signature on however many pages it stands."""
    assert read_line(line, tail=True) == (("Tom Hale",), "By")
    assert is_signature(line)


@pytest.mark.parametrize(
    "line",
    [
        *("HARBOUR LIGHTS WEEK 2005:", "Harbour Lights (1999)", "LOOKING BACKWARD, LOOKING FORWARD"),
        *("Starring Jane Roe, Otto Kern,",),
    ],
)
def test_a_heading_names_nobody(line: str) -> None:
    """What took place in a year, a heading in capitals, and a cast are none."""
    assert read_first_line(line) is None


def test_a_name_and_a_year_set_off_are_an_author_line() -> None:
    """So is a name with a month behind it."""
    assert read_first_line("Ada Brink, 1999") == (("Ada Brink",), "a name and a date")
    assert read_first_line("Ada Brink March 1999") == (("Ada Brink",), "a name and a date")


def test_a_linked_copyright_line_on_all_pages_is_the_site_s() -> None:
    """A link has a key of its own. A firm holds no article either."""
    line = "Copyright © 1999 <a href='/about.html'>Ada Brink</a>"
    text = "Copyright © 1999 Ada Brink"
    model = SiteModel(pages=10, keys={linked_key(block_key(text)): 9})
    blocks = read_html(f"<p>{line}</p>", url=URL).blocks
    assert holders(blocks, NOTHING_LEARNED) == ("Ada Brink",)
    assert holders(blocks, model) == ()
    firm = read_html("<p>Copyright © 1999 Lantern Hill, Inc. All rights reserved.</p>", url=URL).blocks
    assert holders(firm, NOTHING_LEARNED) == ()


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Jane Roe, PhD", ("Jane Roe",)),
        ("By Jane Roe, MBA and Hugo Bell, M.D.", ("Jane Roe", "Hugo Bell")),
        ("By Jane Roe, Halifax, Canada", ("Jane Roe",)),
        ("By Jane Roe, Hugo Bell, Leeds", ("Jane Roe", "Hugo Bell")),
        ("By Jane Roe, Zoltan and Ann Lee", ("Jane Roe", "Zoltan", "Ann Lee")),
        ("By Zoltan, Ann Lee", ("Zoltan", "Ann Lee")),
        ("By Jane Roe and Zoltan", ("Jane Roe", "Zoltan")),
        ("By Jane Roe, Bell & Young", ("Jane Roe",)),
        ("By Jane Roe, Bell & Partners LLP", ("Jane Roe",)),
        ("By Jane Roe, Quay Capital", ("Jane Roe",)),
        ("By Jane Roe, Lantern Audit", ("Jane Roe",)),
        ("By Jane Roe, Lantern Bank", ("Jane Roe",)),
        ("By Jane Roe, James Bank", ("Jane Roe", "James Bank")),
        ("By Jane Roe, Harbour Services Group", ("Jane Roe",)),
        ("By Jane Roe, Master Lampmaker", ("Jane Roe",)),
        ("By Jane Roe, Lamp Poet Laureate", ("Jane Roe",)),
        ("By Jane Roe, Defending Champion", ("Jane Roe",)),
        ("By Jane Roe, Adam Masters", ("Jane Roe", "Adam Masters")),
    ],
)
def test_degrees_places_and_firms_behind_a_name_are_nobody(line: str, names: tuple[str, ...]) -> None:
    """Single names are people beside other single ones, and where the last is joined by a word to a whole one."""
    assert _byline(line, PROSE, PROSE + " Again.").authors == names


@pytest.mark.parametrize(
    ("last", "names"), [("“We lit them all.”", ()), ("We lit them all.", ("Hugo Bell",))]
)
def test_who_said_a_quotation_is_no_author(last: str, names: tuple[str, ...]) -> None:
    """A name behind a dash says whose words in quotation marks right above it are, and signs other texts."""
    assert _byline(PROSE, PROSE + " Again.", last, "— Hugo Bell").authors == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("by sparky99", ("sparky99",)),
        ("Posted by lamp_cat on March 3, 2004", ("lamp_cat",)),
        ("by RustFox and Jane Roe", ("RustFox", "Jane Roe")),
        ("March 3, 1999 - Jane Roe", ("Jane Roe",)),
        ("Jane Roe writes:", ("Jane Roe",)),
        ("Jane Roe talks to Hugo Bell", ("Jane Roe",)),
        ("by hand", ()),
        ("1999 Harbour Lights", ()),
        ("Opinion: Hugo Bell and the Press", ()),
    ],
)
def test_right_below_a_title_less_names_an_author(line: str, names: tuple[str, ...]) -> None:
    """A handle will do there, a date before a name, and what somebody does; a bare year is part of a name."""
    assert _byline(line, PROSE, PROSE + " Again.").authors == names
