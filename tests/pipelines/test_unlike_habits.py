"""Habits of magazines that no layout of ours had: titles in pictures and behind labels, boxes said before the text."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, Any

from crawler import sites
from pipelines.derive import derive
from tests.ezine import words
from tests.ezine.third_words import FIRST, SURNAMES
from tests.pipelines.magazines import lines
from tests.pipelines.reading import memento

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

MANY = 12
NAME = "The Monthly"
SEASONS = ("Winter 1990", "Spring 1990", "Summer 1990", "Autumn 1990")


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
        called = head.format(title=title(n), name=NAME, season=SEASONS[n % 4])
        inner = (
            f"<html><head><title>{called}</title></head><body><p><a "
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


def name(number: int) -> str:
    """Return whose the page of a number is."""
    return f"{FIRST[number]} {SURNAMES[number]}"


def other(number: int) -> str:
    """Return somebody else, another for each number."""
    return f"{FIRST[-number - 1]} {SURNAMES[-number - 1]}"


def authors(articles: list[dict[str, Any]]) -> list[list[str]]:
    """Return whom the articles name, by the numbers of their pages."""
    ordered = sorted(articles, key=lambda line: int(line["url"].rpartition("/")[2].removesuffix(".html")))
    return [line["authors"] for line in ordered]


NAMES = [[name(n)] for n in range(MANY)]


def test_a_bare_name_over_the_text_is_the_author_where_most_pages_have_one(tmp_path: Path) -> None:
    """No page tells who that is, but each has another."""
    found = read(tmp_path, lambda n: f"<h1>{title(n)}</h1><p><i>{name(n)}</i></p>{text(n)}")
    assert authors(found) == NAMES
    assert all(name(n) not in line["text"] for n in range(MANY) for line in found)


def test_a_heading_like_a_name_is_no_author(tmp_path: Path) -> None:
    """Two pages of twelve open with one: that is no habit."""
    found = read(
        tmp_path, lambda n: f"<h1>{title(n)}</h1>{'<p><b>Early Days</b></p>' if n < 2 else ''}{text(n)}"
    )
    assert authors(found) == [[]] * MANY


def test_whoever_translated_stands_below_the_authors_bare_name(tmp_path: Path) -> None:
    """Both lines are no text."""
    found = read(
        tmp_path,
        lambda n: f"<h1>{title(n)}</h1><p>{name(n)}<br>Translated from the Dutch by {other(n)}</p>{text(n)}",
    )
    assert authors(found) == NAMES
    assert all("Translated" in line["byline"] and "Translated" not in line["text"] for line in found)


def test_the_head_of_a_message_says_who_wrote_it(tmp_path: Path) -> None:
    """Above the subject, with an address."""
    found = read(
        tmp_path,
        lambda n: (
            f"<b>From: {name(n)} &lt;<a href='mailto:a{n}@b.example'>a{n}@b.example</a>&gt;</b><br>"
            f"<b>Subject: {title(n)}</b>{text(n)}"
        ),
    )
    assert authors(found) == NAMES


def test_several_who_write_from_somewhere_are_no_authors(tmp_path: Path) -> None:
    """Readers' letters are from as many."""
    letters = "<p>From: {} &lt;c{}@d.example&gt;</p>{}"
    found = read(
        tmp_path,
        lambda n: (
            f"<h1>{title(n)}</h1>{text(n)}"
            + letters.format(name(n), n, text(n + 50))
            + letters.format(name(n + 12), n, text(n + 90))
        ),
    )
    assert authors(found) == [[]] * MANY


def test_the_last_words_tell_of_the_author(tmp_path: Path) -> None:
    """Where no other line names one; they stay in the text."""
    found = read(
        tmp_path,
        lambda n: f"<h1>{title(n)}</h1>{text(n)}<p><i>{name(n)} is a fitter of {words.THINGS[n]}s.</i></p>",
    )
    assert authors(found) == NAMES
    assert all("is a fitter of" in line["text"] for line in found)


def test_the_last_words_about_somebody_in_the_text_name_no_author(tmp_path: Path) -> None:
    """An interview ends with who was asked."""
    found = read(
        tmp_path,
        lambda n: (
            f"<h1>{title(n)}</h1><p>We met {name(n)} at the harbour. {said(n, 'met')}</p>{text(n)}"
            f"<p>{name(n)} is a fitter of {words.THINGS[n]}s.</p>"
        ),
    )
    assert authors(found) == [[]] * MANY


def test_a_books_author_is_not_the_reviews(tmp_path: Path) -> None:
    """What is told of the book stands together."""
    found = read(
        tmp_path,
        lambda n: (
            f"<h1>{title(n)}</h1><p>Title: A Book of Lamps {n}<br>Author: {name(n)}<br>Publisher: The Harbour "
            f"Press<br>Pages: {n + 90}</p>{text(n)}"
        ),
    )
    assert authors(found) == [[]] * MANY


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


def test_whoever_signs_a_text_behind_a_dash_wrote_it(tmp_path: Path) -> None:
    """The rights are told below it, and nobody else signs."""
    found = read(
        tmp_path,
        lambda n: (
            f"<h1>{title(n)}</h1>{text(n)}<p align=right>— {name(n)}</p>"
            f"<p>This piece © {1990 + n} by {name(n)}. It may be read aloud.</p>"
        ),
    )
    assert authors(found) == NAMES
    assert all("—" not in line["text"] and "aloud" not in line["text"] for line in found)


def test_letters_are_signed_by_many(tmp_path: Path) -> None:
    """Two who sign behind a dash wrote a letter each."""
    found = read(
        tmp_path,
        lambda n: f"<h1>{title(n)}</h1>{text(n)}<p>— {name(n)}</p>{text(n + 30)}<p>— {other(n)}</p>",
    )
    assert authors(found) == [[]] * MANY


def test_a_name_stands_among_dates_and_minutes(tmp_path: Path) -> None:
    """The line says when, and how long it takes to read."""
    found = read(
        tmp_path,
        lambda n: f"<h1>{title(n)}</h1><p>{name(n)} · 2014-05-{n + 10} · {n + 2} min read</p>{text(n)}",
    )
    assert authors(found) == NAMES
