"""Habits of magazines that no layout of ours had: titles in pictures and behind labels, boxes said before the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pipelines.article.appendix import own_headings
from pipelines.document.html import read_html
from tests.ezine import words
from tests.pipelines.habits import MANY, SEASONS, TITLES, name, read, said, text, title, titles
from tests.pipelines.reading import MORE, PROSE, URL

if TYPE_CHECKING:
    from pathlib import Path


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


def test_a_calendars_dates_are_text(tmp_path: Path) -> None:
    """Many short lines alike, without a year; what they head is no longer either."""
    found = read(
        tmp_path,
        lambda n: (
            f"<h1>{title(n)}</h1>"
            + "".join(
                f"<p><b>{day} June, {day % 4 + 6} pm</b><br>Talk by {name(day + n)}. {words.PLACES[0]}.</p>"
                for day in range(n + 1, n + 7)
            )
            if n == 1
            else f"<h1>{title(n)}</h1>{text(n)}"
        ),
    )
    assert [line["text"].count(" June, ") for line in found if line["title"] == title(1)] == [6]


def test_an_advertisement_in_a_text_is_no_part_and_no_end_of_it(tmp_path: Path) -> None:
    """The line with a link below the word; verses stand behind it."""
    verses = "<p>O {0}!<br>and {0}, bright {0}</p>"
    found = read(
        tmp_path,
        lambda n: (
            f"<h1>{title(n)}</h1>{text(n)}<p>Advertisement</p><p><a href=/go>Wicks</a> of {title(n)} and oil</p>"
            + verses.format(words.THINGS[n])
        ),
    )
    assert all(", bright " in line["text"] and "Wicks" not in line["text"] for line in found)
    assert all(not line["unplaced"] for line in found)


def test_links_to_the_top_are_no_end_of_a_text(tmp_path: Path) -> None:
    """They stand between its parts, and behind the last of them."""
    top = "<p><a href='#top'>Back to top</a></p>"
    found = read(
        tmp_path,
        lambda n: f"<h1>{title(n)}</h1>{text(n)}{top}<p><b>{name(n)}</b></p><p>Oil for {name(n)}</p>{top}",
    )
    assert all("Oil for" in line["text"] and "Back to top" not in line["text"] for line in found)


def test_a_short_page_that_prints_its_heads_title_is_an_article(tmp_path: Path) -> None:
    """A drawing and a line under it, in a magazine that is known."""
    found = read(
        tmp_path,
        lambda n: (
            f"<h1>{title(n)}</h1>{text(n)}"
            if n % 3
            else f"<h1>{title(n)}</h1><p><img src={n}.gif></p><p>{said(n, 'drawn', 1)}</p>"
        ),
    )
    assert titles(found) == TITLES


def test_a_page_of_links_under_its_heads_title_is_none(tmp_path: Path) -> None:
    """However many words stand beside them."""
    links = "".join(f"<p><a href=/y/{n}.html>Lamp {words.THINGS[n]}</a></p>" for n in range(6))
    found = read(
        tmp_path,
        lambda n: (
            f"<h1>{title(n)}</h1>{text(n)}"
            if n
            else f"<h1>{title(n)}</h1>{links}<p>All the lamps that were in stock that year</p>"
        ),
    )
    assert titles(found) == TITLES - {title(0)}


def test_the_first_pages_row_of_links_is_a_row_of_links(tmp_path: Path) -> None:
    """It has no page before it, and less of it is links than of the others'."""
    found = read(
        tmp_path,
        lambda n: (
            f"<p>{f'<a href={n - 1}.html>[ Prev ]</a>' if n else '[ Prev ]'} <a href={n + 1}.html>[ Next ]</a> "
            f"[ <a href=/>Contents</a> ]</p><h1>{title(n)}</h1>{text(n)}"
        ),
    )
    assert all(not line["unplaced"] for line in found)


def test_comments_on_a_line_are_no_text(tmp_path: Path) -> None:
    """Under a drawing there is one line, and below the heading that says on what they are many words."""
    found = read(
        tmp_path,
        lambda n: (
            f"<h1>{title(n)}</h1><p><img src={n}.gif></p><p>{said(n, 'drawn', 1)}</p>"
            f"<h3>{n + 2} Responses to “{title(n)}”</h3>{text(n)}{text(n + 20)}"
        ),
    )
    assert titles(found) == TITLES
    assert all(line["word_count"] < 40 for line in found)


def test_what_is_sold_and_a_sentence_in_its_praise_are_an_advertisement(tmp_path: Path) -> None:
    """Three take turns in the midst of the text, too seldom to be learned."""
    found = read(
        tmp_path,
        lambda n: (
            f"<h1>{title(n)}</h1>{text(n)}<p>Advertisement</p><p><a href=/go>Wicks {n}</a></p><p>They burn "
            f"{words.KINDS[n]} and bright.</p>{text(n + 40)}"
        ),
    )
    assert all("They burn" not in line["text"] and not line["unplaced"] for line in found)


def test_a_season_is_no_title(tmp_path: Path) -> None:
    """It stands above the title, on the page and in the head, set off by colons."""
    found = read(
        tmp_path,
        lambda n: f"<p>{SEASONS[n % 4]}</p><p>{title(n)}</p>{text(n)}",
        head="{name}: {season}: {title}",
    )
    assert titles(found) == TITLES


@pytest.mark.parametrize(
    ("head", "own"), [("What's Next", {4}), ("About Ada Brink", set()), ("About the Author", set())]
)
def test_what_is_told_of_somebody_is_under_no_heading_of_the_text(head: str, own: set[int]) -> None:
    """However it is set: as the text's other headings are, here."""
    html = f"<h1>On Lamps</h1><p>{PROSE}</p><h3>Oil</h3><p>{MORE}</p><h3>{head}</h3><p>{MORE}</p>"
    assert own_headings(read_html(html, url=URL).blocks, start=1, learned=(), page=URL) == own


def test_a_heading_set_as_the_others_of_a_text_is_its_own_unless_many_pages_have_it(tmp_path: Path) -> None:
    """`What's Next` stands over teasers elsewhere; over comments nothing is text."""
    next_ = (
        "<h3>What's Next</h3><p>{}</p><h3>Further Reading</h3><p><a href=http://b.example/>{}</a></p>".format
    )
    found = read(
        tmp_path,
        lambda n: (
            f"<h1>{title(n)}</h1>{text(n)}<h3>How {n} burns</h3>{text(n + 20)}"
            f"{next_(said(n, 'next'), said(n, 'link', 1)) if n % 4 == 0 else ''}"
        ),
    )
    ends = [said(n, "link", 1) for n in range(0, MANY, 4)]
    assert [line["blocks"][-1]["text"] for line in found if "What's Next" in line["text"]] == ends
    found = read(
        tmp_path,
        lambda n: (
            f"<h1>{title(n)}</h1>{text(n)}<h3>How {n} burns</h3>{text(n + 20)}"
            f"{'<h3>Comments</h3><p>' + said(n, 'comment', 1) + '</p>' if n % 4 == 0 else ''}"
        ),
    )
    assert [line["url"] for line in found if said(0, "comment", 1) in line["text"]] == []
