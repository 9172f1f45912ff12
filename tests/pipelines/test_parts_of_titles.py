"""Titles that are set in parts, and the lines over them that belong to a column: where heads say little."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.pipelines.habits import COLUMNS, MANY, TITLES, name, read, text, title, titles
from tests.pipelines.test_unlike_authors import NAMES, authors

if TYPE_CHECKING:
    from pathlib import Path


def test_a_title_that_the_head_says_in_one_is_whole_however_its_parts_are_set(tmp_path: Path) -> None:
    """A line of another level goes on with it."""
    found = read(
        tmp_path,
        lambda n: f"<h2>{title(n)}:</h2><h3>A Day with {name(n)}</h3>{text(n)}",
        head="{title}: A Day with {author} | {name}",
    )
    assert titles(found) == {f"{title(n)}: A Day with {name(n)}" for n in range(MANY)}


def test_an_author_line_that_the_head_says_behind_the_title_is_no_half_of_it(tmp_path: Path) -> None:
    """`TITLE by NAME`, and the magazine's name behind a mark."""
    found = read(
        tmp_path,
        lambda n: f"<h1>{title(n)}</h1><h2>by {name(n)}</h2>{text(n)}",
        head="{title} by {author} - {name}",
    )
    assert titles(found) == TITLES
    assert authors(found) == NAMES


def test_a_column_that_the_head_says_before_the_title_is_no_half_of_it(tmp_path: Path) -> None:
    """It is set lower."""
    found = read(
        tmp_path,
        lambda n: f"<p>Of {name(n)}</p><h1>{title(n)}</h1>{text(n)}",
        head="Of {author}: {title} | {name}",
    )
    assert titles(found) == TITLES


def test_a_title_in_two_lines_is_whole(tmp_path: Path) -> None:
    """They are the only headings of their level, or the second goes on in small letters."""
    found = read(
        tmp_path,
        lambda n: f"<h1>{COLUMNS[n % 4]}<br>{title(n)}</h1><p>By {name(n)}</p>{text(n)}",
        head="{name}",
    )
    assert titles(found) == TITLES  # the first line stands over other texts
    found = read(
        tmp_path, lambda n: f"<h1>{name(n)}<br>{title(n)}</h1><p>By {name(n)}</p>{text(n)}", head="{name}"
    )
    assert titles(found) == {f"{name(n)} {title(n)}" for n in range(MANY)}
    found = read(
        tmp_path,
        lambda n: (
            f"<h1>{COLUMNS[n % 4]}<br>{title(n).lower()}</h1><p>By {name(n)}</p>{text(n)}<h1>Ends</h1>{text(n + 20)}"
        ),
        head="{name}",
    )
    assert titles(found) == {f"{COLUMNS[n % 4]} {title(n).lower()}" for n in range(MANY)}


def test_the_heading_of_a_text_is_no_half_of_its_title(tmp_path: Path) -> None:
    """Where others of its level follow, the one right below the title is one of them."""
    found = read(
        tmp_path,
        lambda n: f"<h1>{title(n)}</h1><h1>Of {name(n)}</h1>{text(n)}<h1>And {n} ends</h1>{text(n + 20)}",
        head="{name}",
    )
    assert titles(found) == TITLES


def test_a_line_that_says_whose_column_it_is_stands_over_a_title(tmp_path: Path) -> None:
    """The head says the magazine's name only."""
    found = read(
        tmp_path,
        lambda n: f"<b>{COLUMNS[n % 4]}</b> by {name(n)}<h2>{title(n)}</h2>{text(n)}",
        head="{name}",
    )
    assert titles(found) == TITLES
    assert authors(found) == NAMES


def test_a_line_in_capitals_is_no_half_of_a_title_that_is_not(tmp_path: Path) -> None:
    """Set at one level with it, it is the theme of the issue, on too few pages to be known."""
    found = read(
        tmp_path,
        lambda n: f"<h2>FEATURE: {name(n).upper()}</h2><h2>{title(n)}</h2><p>By {name(n)}</p>{text(n)}",
        head="{name}",
    )
    assert titles(found) == TITLES
