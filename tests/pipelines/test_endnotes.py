"""Notes behind a text although furniture stands between."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ezine.words import THINGS
from tests.pipelines.habits import MANY, read, text, title

if TYPE_CHECKING:
    from pathlib import Path

BAR = "<p><a href='/a.html'>Home</a> <a href='/b.html'>Back issues</a> <a href='/c.html'>Lamps</a></p>"


@pytest.mark.parametrize(
    ("heading", "first", "are_notes"),
    [
        ("Footnotes:", "1 ", True),
        ("<b>References</b>", "[1] ", True),
        ("Footnotes:", "7. ", False),
        ("Hits", "1 ", False),
    ],
)
def test_numbered_notes_below_a_bar_of_links_are_text(
    heading: str,
    first: str,
    are_notes: bool,  # noqa: FBT001 (a column of the table)
    tmp_path: Path,
) -> None:
    """They are counted from 1 below a heading that says so; a list of others is not."""
    found = read(
        tmp_path,
        lambda n: (
            f"<h1>{title(n)}</h1>{text(n)}{BAR}<p>{heading}</p>"
            f"<p>{first}Brink, {THINGS[n].title()} and Its Lamps<br>2 Hall, The {THINGS[n].title()} Lit by Hand</p>"
        ),
    )
    assert len(found) == MANY
    for line in found:
        thing = line["title"].removeprefix("On Lamp ")
        assert (f"Brink, {thing} and Its Lamps" in line["text"]) is are_notes
        assert line["text"].endswith(f"The {thing} Lit by Hand") is are_notes
