"""Habits of magazines that no layout of ours had: titles in pictures and behind labels, boxes said before the text."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, Any

from crawler import sites
from pipelines.derive import derive
from tests.ezine import words
from tests.pipelines.magazines import lines
from tests.pipelines.reading import memento

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

MANY = 12
NAME = "The Monthly"


def said(number: int, what: str, sentences: int = 3) -> str:
    """Return a paragraph like no other page's."""
    return words.paragraph(Random(f"{what} {number}"), sentences, sentences)


def title(number: int) -> str:
    """Return what the page of a number is called."""
    return f"On Lamp {words.THINGS[number].title()}"


def read(folder: Path, page: Callable[[int], str], *, head: str = "{title} | {name}") -> list[dict[str, Any]]:
    """Return the articles of a magazine of pages that all have a frame around what `page` gives."""
    captures = []
    for n in range(MANY):
        inner = (
            f"<html><head><title>{head.format(title=title(n), name=NAME)}</title></head><body><p><a "
            f"href=/>{NAME}</a></p>"
            f"<p>Printed in the old harbour since 1990</p>{page(n)}<p>Letters are welcome at the desk of "
            f"the editor</p>"
            "<p>Set by hand and read by nobody but you</p></body></html>"
        )
        captures.append(memento(inner, f"http://wire.example/x/{n}.html", second=n))
    derive(captures, profile=sites.load("generic"), folder=folder)
    return list(lines(folder / "articles.jsonl"))


def text(number: int) -> str:
    """Return a text of three paragraphs."""
    return "".join(f"<p>{said(number, f'text {n}')}</p>" for n in range(3))


def titles(articles: list[dict[str, Any]]) -> set[str]:
    """Return what the articles are called."""
    return {line["title"] for line in articles}


TITLES = {title(n) for n in range(MANY)}


def test_a_picture_above_the_text_is_the_title_where_nothing_else_says_it(tmp_path: Path) -> None:
    """The head says only the magazine's name; the articles are not lost for want of a title."""
    found = read(tmp_path, lambda n: f"<p><img src=t.gif alt='{title(n)}'></p>{text(n)}", head="{name}")
    assert titles(found) == TITLES


def test_a_picture_in_the_text_is_no_title_where_a_line_says_it(tmp_path: Path) -> None:
    """A heading of the first level is surer than a picture's alternative text."""
    found = read(
        tmp_path,
        lambda n: f"<p><img src=t.gif alt='A drawing of {n} lamps'></p><h1>{title(n)}</h1>{text(n)}",
        head="{name}",
    )
    assert titles(found) == TITLES


def test_a_label_before_the_title_is_no_part_of_it(tmp_path: Path) -> None:
    """The head says the title without it."""
    found = read(tmp_path, lambda n: f"<p><b>Subject: {title(n)}</b></p>{text(n)}")
    assert titles(found) == TITLES


def test_a_label_that_the_head_says_too_is_the_titles(tmp_path: Path) -> None:
    """`Review: …` is what such an article is called."""
    found = read(tmp_path, lambda n: f"<h1>Review: {title(n)}</h1>{text(n)}", head="Review: {title} | {name}")
    assert titles(found) == {f"Review: {one}" for one in TITLES}


def test_a_box_before_the_title_is_not_the_texts_beginning(tmp_path: Path) -> None:
    """What a column at the left tells of the author may be prose, but less than the text has."""
    found = read(
        tmp_path,
        lambda n: f"<b>About the author</b><p>{said(n, 'bio', 2)}</p><p>{title(n)}</p>{text(n)}",
    )
    assert titles(found) == TITLES
    assert all(not line["unplaced"] for line in found)
