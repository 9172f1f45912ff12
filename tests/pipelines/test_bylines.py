"""Author lines in every form the magazine prints them."""

from __future__ import annotations

import pytest

from pipelines.article.byline import read_line
from tests.pipelines.reading import MORE, PROSE, page, summary

LINES = {
    "By Murat Laumulin": ["Murat Laumulin"],
    "By Asel Omarova and Viktor Tsoi": ["Asel Omarova", "Viktor Tsoi"],
    "By Asel Omarova, Viktor Tsoi, Yelena van der Berg": [
        "Asel Omarova",
        "Viktor Tsoi",
        "Yelena van der Berg",
    ],
    "By A. K. Suleimenov, Doctor of Economics": ["A. K. Suleimenov"],
    "Murat Laumulin, senior research fellow, Institute of Strategic Studies": ["Murat Laumulin"],
    "Aigul Abylgazina, partner, Saryarka Law Firm LLP": ["Aigul Abylgazina"],
    "Dr. Aigul Abylgazina, Caspian Consulting": ["Aigul Abylgazina"],
    "Editorial Overview": [],
    "A brief review prepared by Madina Suleimenova, a lawyer from Steppe & Partners": ["Madina Suleimenova"],
    "Mr. Kairat Kelimbetov, Minister of the Economy, answers questions from our magazine.": [],
    "Interviewed by Yerbulat Seilkhanov": ["Yerbulat Seilkhanov"],
    "Text by Jean-Pierre O'Neill": ["Jean-Pierre O'Neill"],
    "by Murat Laumulin": ["Murat Laumulin"],
    "...by Murat Laumulin": ["Murat Laumulin"],
    "Author: Murat Laumulin": ["Murat Laumulin"],
    "Posted by Murat Laumulin on March 3, 2004, 6:21 AM": ["Murat Laumulin"],
    "By Murat Laumulin - 11/18/19 11:04 PM": ["Murat Laumulin"],
    "By Asel Omarova and Viktor Tsoi | Updated 12:30": ["Asel Omarova", "Viktor Tsoi"],
}


@pytest.mark.parametrize(("line", "authors"), LINES.items())
def test_an_author_line_gives_bare_names(line: str, authors: list[str]) -> None:
    """Names come without posts, titles and organisations; editors and people interviewed are no authors."""
    read = read_line(line)
    assert read is not None
    assert list(read[0]) == authors


@pytest.mark.parametrize("line", [line for line in LINES if not line.startswith("Dr.")])
def test_an_author_line_above_the_text_is_taken_out_of_it(line: str) -> None:
    """Behind the title a line of that form is the byline, as printed, and no paragraph."""
    article = summary(page(line.replace("&", "&amp;"), PROSE, MORE)).article
    assert article is not None
    assert (article.byline, article.authors) == (line, LINES[line])
    assert [block.text for block in article.blocks] == [PROSE, MORE]


def test_an_author_line_below_the_text_is_taken_out_of_it() -> None:
    """The magazine's oldest pages name the author behind the text."""
    article = summary(page(PROSE, MORE, "By Murat Laumulin")).article
    assert article is not None
    assert (article.byline, article.authors) == ("By Murat Laumulin", ["Murat Laumulin"])
    assert [block.text for block in article.blocks] == [PROSE, MORE]


def test_two_author_lines_name_an_author_each() -> None:
    """Of two author lines behind each other both are printed, and both name their author."""
    lines = (
        "Murat Laumulin, senior fellow, Institute of Studies",
        "Asel Omarova, analyst, Saryarka Bank JSC",
    )
    article = summary(page(*lines, PROSE, MORE)).article
    assert article is not None
    assert article.authors == ["Murat Laumulin", "Asel Omarova"]
    assert article.byline == "\n".join(lines)


@pytest.mark.parametrize(
    "line",
    [
        "By 2010 the country expects growth",
        "By Road and by Rail",
        "By the end of the year",
        "Central Asia, a region of contrasts",
        "Kazakhstan, Russia and the budget",
        "Murat Ospanov, who was the director, said so.",
        "Prepared by the ministry",
    ],
)
def test_other_lines_are_no_author_lines(line: str) -> None:
    """What opens like an author line but names nobody is none."""
    assert read_line(line) is None


def test_the_contents_prove_a_bare_name() -> None:
    """A bare name is an author line only where the issue's contents name the same person."""
    assert read_line("Murat Laumulin") is None
    assert read_line("Murat Laumulin", ["Murat Laumulin"]) == (("Murat Laumulin",), "the contents prove it")


def test_an_author_line_above_both_copies_of_the_title_is_found() -> None:
    """The title's first copy, the crumb of the way there, does not stand between the author line and the title."""
    line = "By Murat Laumulin"
    html = page(PROSE, MORE).replace("<p>Grain", f"<p>{line}</p><p>Grain", 1)
    article = summary(html).article
    assert article is not None
    assert (article.title, article.byline, article.unplaced) == ("Grain on the Northern Line", line, [])
