"""What stands within an article stays in it, whatever it looks like by itself: figures, addresses, lists, captions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crawler import sites
from pipelines.read import read_page
from tests.pipelines.reading import MORE, PROSE, capture

if TYPE_CHECKING:
    from output.models import Article

URL = "http://review.example/1999/3/grain.html"
LAST = (
    "Nobody on the commission had asked the growers what they thought of it, and when they were asked at last it was "
    "far too late for any of them to change a thing."
)
_GENERIC = sites.load("generic")
_TEXT = f"<p>{PROSE}</p><p>{MORE}</p><p>{LAST}</p>"


def _article(body: str) -> Article:
    """Return the article of a page of which nothing is known."""
    title = "Grain on the Northern Line"
    html = f"<html><head><title>{title}</title></head><body><h1>{title}</h1>{body}</body></html>"
    summary = read_page(
        html.encode(),
        url=URL,
        content_type="text/html; charset=utf-8",
        capture=capture(URL),
        profile=_GENERIC,
    )
    assert summary.article is not None
    assert summary.article.title == title
    return summary.article


def _within(inner: str) -> list[tuple[str, str]]:
    """Return kind and text of what an article has between three paragraphs and three more."""
    blocks: list[tuple[str, str]] = [
        (block.kind, block.text) for block in _article(f"{_TEXT}{inner}{_TEXT}").blocks
    ]
    around = [("paragraph", PROSE), ("paragraph", MORE), ("paragraph", LAST)]
    assert blocks[:3] == around
    assert blocks[-3:] == around
    return blocks[3:-3]


def test_rows_of_figures_are_no_dates_of_posting() -> None:
    """A listing whose rows begin with years is kept as it stands, and so is a line of figures, or a table of dates."""
    listing = "Year      Tonnes     Price\n2003      12.1       110\n2004      13.4       120\n2005      11.9       130"
    assert _within(f"<pre>{listing}</pre>") == [("preformatted", listing)]
    assert _within("<p>12.1 13.4 11.9</p>") == [("paragraph", "12.1 13.4 11.9")]
    table = "<table><tr><td>02.03.2004<td>Sowing<tr><td>09.09.2004<td>Harvest</table>"
    assert _within(table) == [("table", "02.03.2004\tSowing\n09.09.2004\tHarvest")]


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
