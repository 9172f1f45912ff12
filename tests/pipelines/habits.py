"""Magazines of a dozen pages with some habit, made up in a line or two, and read with the generic profile."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, Any

from crawler import sites
from pipelines.archive.derive import derive
from tests.ezine import words
from tests.ezine.third_words import FIRST, SURNAMES
from tests.pipelines.magazines import lines
from tests.pipelines.reading import memento

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

MANY = 12

NAME = "The Monthly"

COLUMNS = ("The Back Room", "Tools of the Trade", "Open Questions", "Under the Hood")

SEASONS = ("Winter 1990", "Spring 1990", "Summer 1990", "Autumn 1990")


def said(number: int, what: str, sentences: int = 3) -> str:
    """Return a paragraph like no other page's."""
    return words.paragraph(Random(f"{what} {number}"), sentences, sentences)


def title(number: int) -> str:
    """Return what the page of a number is called."""
    return f"On Lamp {words.THINGS[number].title()}"


FOOT = "<p>Letters are welcome at the desk of the editor</p><p>Set by hand and read by nobody but you</p>"


def read(
    folder: Path, page: Callable[[int], str], *, head: str = "{title} | {name}", foot: str = FOOT
) -> list[dict[str, Any]]:
    """Return the articles of a magazine of pages that all have a frame around what `page` gives."""
    captures = []
    for n in range(MANY):
        called = head.format(title=title(n), name=NAME, season=SEASONS[n % 4], author=name(n))
        inner = (
            f"<html><head><title>{called}</title></head><body><p><a "
            f"href=/>{NAME}</a></p>"
            f"<p>Printed in the old harbour since 1990</p>{page(n)}{foot}</body></html>"
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


def name(number: int) -> str:
    """Return whose the page of a number is."""
    return f"{FIRST[number]} {SURNAMES[number]}"


TITLES = {title(n) for n in range(MANY)}
