"""Text that is hidden until a script shows it is read, and only there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crawler import sites
from pipelines.html import read_html
from pipelines.read import read_page
from tests.pipelines.reading import MORE, PROSE, capture

if TYPE_CHECKING:
    from output.models import Article

URL = "http://review.example/2014/3/grain.html"
TITLE = "Grain on the Northern Line"
OTHER = (
    "Visitors of the museum may now see the first wagon that ever left the line, which the guides tell everybody was "
    "found behind a barn by somebody who was looking for his dog."
)
PARAGRAPHS = [PROSE, MORE, PROSE.replace("that year", "the year behind it"), MORE.replace("month", "week")]
TEXT = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)


def _article(body: str) -> Article | None:
    html = f"<html><head><title>{TITLE}</title></head><body>{body}</body></html>"
    read = read_page(
        html.encode(),
        url=URL,
        content_type="text/html; charset=utf-8",
        capture=capture(URL),
        profile=sites.load("generic"),
    )
    return read.article


def _said(body: str) -> str:
    article = _article(body)
    return "" if article is None else article.text


def test_text_that_is_hidden_until_a_script_shows_it_is_read() -> None:
    """Where hardly anything else is shown; else what is hidden stays so."""
    text = TEXT * 6
    for hidden in (f"<div hidden>{text}</div>", f"<div style='visibility: hidden'><div>{text}</div></div>"):
        assert PROSE in _said(f"<h1>{TITLE}</h1>{hidden}")
        assert PROSE not in _said(f"<h1>{TITLE}</h1>{f'<p>{OTHER}</p>' * 8}{hidden}")
    assert "Wagons" not in read_html(f"<p>{PROSE}</p><p hidden>Wagons</p>", url=URL).blocks[-1].text
