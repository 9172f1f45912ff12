"""Who wrote it where a page says where each author works: names that lead to somebody, and the lines below them."""

from __future__ import annotations

import pytest

from pipelines.article.author_line import read_line
from pipelines.words.names import listed, names_in


@pytest.mark.parametrize(
    "line",
    [
        "Information Studies, Faculty of Grain",
        "Associate Professor, Steppe Academy",
        "Facultad de Letras, Almaty",
    ],
)
def test_a_post_or_a_workplace_is_no_author(line: str) -> None:
    """Nor is what opens a bracket and does not close it."""
    assert read_line(line) is None
    assert read_line("Grain Report (Of the North, Kazakhstan, 1998, 110 pages)") is None


def test_a_degree_behind_a_name_is_no_part_of_it() -> None:
    """With a comma before it or not."""
    assert names_in("Asel Omarova PhD and Viktor Tsoi, Ph.D.") == ("Asel Omarova", "Viktor Tsoi")


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Asel Omarova, Viktor Tsoi", ("Asel Omarova", "Viktor Tsoi")),
        ("Asel Omarova, Class Secretary", ("Asel Omarova",)),
        ("Asel Omarova, Salt Lake City", ("Asel Omarova",)),
        ("Asel Omarova, North Harbour", ("Asel Omarova",)),
    ],
)
def test_two_names_in_a_line_are_two_authors(line: str, names: tuple[str, ...]) -> None:
    """Unless the other is a post or a place."""
    read = read_line(line)
    assert read is not None
    assert read[0] == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        (
            "Asel Omarova and Viktor Tsoi, Department of Grain, Steppe University, Almaty, KZ",
            ("Asel Omarova", "Viktor Tsoi"),
        ),
        ("Asel Omarova, Almaty", ("Asel Omarova",)),
        ("Zoltan and Ann Lee", ("Zoltan", "Ann Lee")),
        ("Grain Institute", ("Grain Institute",)),
    ],
)
def test_contents_name_authors_and_not_where_they_work(line: str, names: tuple[str, ...]) -> None:
    """A firm that nobody's name stands before is the author itself."""
    assert listed(line) == names
