"""Lists of links that are hidden until a reader unfolds them are read; other hidden text is not."""

from __future__ import annotations

import pytest

from pipelines.document.html import read_html
from tests.pipelines.reading import MORE, PROSE, URL, pieces

_HIDDEN = "style='display:none'"
_SHOWN = f"<h1>Grain</h1><p>{PROSE}</p><p>{MORE}</p><p><a href='/en/'>Home</a></p><p><a href='/en/a/1.html'>Ice</a></p>"


def _said(hidden: str) -> list[str]:
    """Return what a page with something hidden says besides what it shows."""
    texts = [block.text for block in read_html(f"{_SHOWN}{hidden}", url=URL).blocks]
    return texts[5:]


def test_the_issues_of_years_that_unfold_are_an_index() -> None:
    """Where one leads to the first article, which stands in the contents too, that is another link."""
    years = "".join(
        f"<h5><a href='#' onclick='show({year})'>{year}</a></h5><div {_HIDDEN}><a href='/en/{year}/1.html'>№1</a> "
        f"<a href='/en/{year}/2.html'>№2</a></div>"
        for year in (2007, 2006)
    )
    (index,) = pieces(f"{_SHOWN}<a href='/en/2006/1.html'>Rails</a>{years}", "issue_index")
    assert [(issue.year, issue.number) for issue in index.issues] == [
        (2007, "1"),
        (2007, "2"),
        (2006, "1"),
        (2006, "2"),
    ]


def test_contents_behind_a_tab_are_read() -> None:
    """Their authors, too."""
    entries = "".join(
        f"<li><a href='/en/journals/45/{at}.html'>{title}</a> <i>Asel Omarova</i></li>"
        for at, title in ((56, "Wagons and Ports"), (57, "Rails by Hand"))
    )
    (found,) = pieces(f"{_SHOWN}<div hidden><h3>Contents</h3><ul>{entries}</ul></div>", "contents")
    assert [(e.title, e.authors) for e in found.entries] == [
        ("Wagons and Ports", ("Asel Omarova",)),
        ("Rails by Hand", ("Asel Omarova",)),
    ]


@pytest.mark.parametrize(
    "hidden",
    [
        f"<ul {_HIDDEN}><li><a href='/en/'>Home</a></li><li><a href='/en/a/1.html'>Ice</a></li></ul>",
        f"<p {_HIDDEN}>To read on in full please <a href='/en/enter.html'>enter</a> or wait a while.</p>",
        f"<div {_HIDDEN}><input><a href='/en/forgot.html'>Forgot your password?</a></div>",
        f"<p {_HIDDEN}><a href='http://oil.example/'>Cheap oil</a> <a href='http://b.example/'>Bonds</a></p>",
        f"<div {_HIDDEN}><p>{PROSE}</p><a href='/en/a/9.html'>{MORE}</a></div>",
    ],
    ids=["a copy of a menu", "a message", "a form", "links to other sites", "a text"],
)
def test_other_hidden_text_stays_hidden(hidden: str) -> None:
    """However many links it has."""
    assert _said(hidden) == []


def test_what_is_hidden_in_a_list_that_unfolds_stays_hidden() -> None:
    """The list is read as it unfolds."""
    inner = f"<li {_HIDDEN}>Loading</li>"
    assert _said(f"<ul {_HIDDEN}><li><a href='/en/a/2.html'>Rails by hand</a></li>{inner}</ul>") == [
        "Rails by hand"
    ]
