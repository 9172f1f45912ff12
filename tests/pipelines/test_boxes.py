"""What is left over around an article: readers' comments, teasers of others, lines over the title."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from crawler import sites
from pipelines.archive.derive import derive
from tests.ezine import words
from tests.pipelines.magazines import lines
from tests.pipelines.reading import memento

if TYPE_CHECKING:
    from pathlib import Path

MANY = 12


def _said(number: int, what: str, sentences: int = 2) -> str:
    """Return a paragraph like no other page's."""
    return words.paragraph(Random(f"{what} {number}"), sentences, sentences)


def _seen(number: int) -> str:
    return f"Seen from here: {words.thing(Random(number))}"


def _page(number: int, *behind: str) -> str:
    """Return a page with a frame that all have, and `behind` below its text."""
    text = "".join(f"<p>{_said(number, f'text {n}', 4)}</p>" for n in range(3))
    return (
        f"<html><head><title>On Lamp {words.THINGS[number]} | The Monthly</title></head><body><p><a href=/>The Monthly"
        f"</a></p><p>Printed in the old harbour since 1990</p><p>Workshop {'abcdefghijkl'[number] * 3}</p><h1>On Lamp "
        f"{words.THINGS[number]}</h1>{text}{''.join(behind)}<p>Letters are welcome at the desk of the editor</p>"
        f"<p>{_seen(number)}</p><p>Set by hand and read by nobody but you</p></body></html>"
    )


def _read(pages: list[str], folder: Path) -> tuple[list[list[str]], dict[str, str]]:
    """Return what is unplaced on each page, and the kind of each text that is furniture."""
    captures = [memento(page, f"http://wire.example/{n}.html", second=n) for n, page in enumerate(pages)]
    derive(captures, profile=sites.load("generic"), folder=folder)
    unplaced = [line["unplaced"] for line in lines(folder / "articles.jsonl")]
    return unplaced, {line["text"]: line["kind"] for line in lines(folder / "furniture.jsonl")}


def test_what_readers_say_is_furniture_of_the_page(tmp_path: Path) -> None:
    """Under a heading over comments nothing is the article's, and nothing is left over."""
    pages = [_page(n, "<h3>2 comments</h3>", f"<p>{_said(n, 'comment')}</p>") for n in range(MANY)]
    unplaced, kinds = _read(pages, tmp_path)
    assert unplaced == [[]] * MANY
    assert {kinds[_said(n, "comment")] for n in range(MANY)} == {"repeated"}


def test_teasers_lead_to_other_pages(tmp_path: Path) -> None:
    """The first words of another article beside its link are navigation."""
    pages = [
        _page(n, "<h3>Related articles</h3>", f"<p><a href=/x{n}>More</a></p><p>{_said(n, 'teaser')}</p>")
        for n in range(MANY)
    ]
    unplaced, kinds = _read(pages, tmp_path)
    assert unplaced == [[]] * MANY
    assert {kinds[_said(n, "teaser")] for n in range(MANY)} == {"navigation"}


def test_lines_over_the_title_are_labels_and_new_words_of_the_frame_repeated(tmp_path: Path) -> None:
    """A short line over the title says where in the issue the page stands; what a frame says anew is its own."""
    unplaced, kinds = _read([_page(n) for n in range(MANY)], tmp_path)
    assert unplaced == [[]] * MANY
    assert kinds["Workshop ccc"] == "label"
    assert {kinds[_seen(n)] for n in range(MANY)} == {"repeated"}


def test_more_text_behind_the_frame_than_before_it_stays_unplaced(tmp_path: Path) -> None:
    """The article's end may be there: nobody is told that it is furniture."""
    pages = [_page(n) for n in range(MANY)]
    second = [_said(0, f"second {n}", 5) for n in range(2)]
    pages[0] = pages[0].replace(
        "</body>", "".join(f"<p><a href=/y>Go</a></p><p>{text}</p>" for text in second)
    )
    _, kinds = _read(pages, tmp_path)
    assert [text for text in second if text in kinds] == []
