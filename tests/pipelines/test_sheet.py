"""What a page's own style sheet hides is no text, and spans that it sets in lines of their own are blocks."""

from __future__ import annotations

import pytest

from pipelines.document.html import read_html
from tests.pipelines.reading import MORE, PROSE, URL

_TEXT = f"<p>{PROSE}</p><p>{MORE}</p>"


def _said(css: str, body: str, *, style: str = "<style>{}</style>") -> list[str]:
    html = f"<html><head>{style.format(css)}</head><body>{_TEXT}{body}</body></html>"
    return [block.text for block in read_html(html, url=URL).blocks][2:]


@pytest.mark.parametrize(
    ("css", "is_hidden"),
    [
        (".phone { color: red; display: none }", True),
        ("<!-- p.phone, .other {display:none !important} -->", True),
        ("@import url(a.css); /* .phone{display:block} */ .phone{display:none}", True),
        (".phone{display:none} @media (max-width: 600px) { .phone{display:block} }", True),
        ("@media print { .phone{display:none} }", False),
        (".js .phone{display:none}", False),
        (".phone{display:none} .phone.open{display:block}", False),
        (".phone{display:inline}", False),
        ("} .phone{", False),
    ],
)
def test_what_a_style_sheet_hides_is_no_text(css: str, *, is_hidden: bool) -> None:
    """On a screen, by a class alone, and if no other rule shows the same."""
    body = "<p>Rails</p><p class='big phone'>Wagons</p>"
    assert _said(css, body) == (["Rails"] if is_hidden else ["Rails", "Wagons"])


@pytest.mark.parametrize("style", ["<style media=print>{}</style>", "<noscript><style>{}</style></noscript>"])
def test_a_sheet_for_paper_or_without_scripts_hides_nothing(style: str) -> None:
    """A reader at a screen sees it."""
    assert _said(".phone{display:none}", "<p class=phone>Wagons</p>", style=style) == ["Wagons"]


def test_spans_that_are_set_in_lines_are_blocks() -> None:
    """By a class or by themselves; others run on."""
    spans = "<div><span class=line>Rails</span><span class=line>Wagons</span> and <span>oil</span></div>"
    assert _said(".line{display:block}", spans) == ["Rails", "Wagons", "and oil"]
    spans = "<div><span style='display:block'>Rails</span><span style='display: inline'>Oil</span></div>"
    assert _said("", spans) == ["Rails", "Oil"]
