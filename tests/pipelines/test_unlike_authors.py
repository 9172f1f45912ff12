"""Author lines that other magazines print: bare names, heads of messages, last words of a text, dashes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.ezine import words
from tests.ezine.third_words import FIRST, SURNAMES
from tests.pipelines.habits import MANY, TITLES, name, read, said, text, title, titles

if TYPE_CHECKING:
    from pathlib import Path


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


def test_a_bare_name_above_the_title_is_the_author_where_most_pages_have_one(tmp_path: Path) -> None:
    """So it is behind the text, with a town below it, and in one line with the title."""
    above = read(tmp_path / "a", lambda n: f"<p><i>{name(n)}</i></p><h1>{title(n)}</h1>{text(n)}")
    assert authors(above) == NAMES
    behind = read(tmp_path / "b", lambda n: f"<h1>{title(n)}</h1>{text(n)}<p>{name(n)}<br>Harbourtown</p>")
    assert authors(behind) == NAMES
    assert all(name(n) not in line["text"] for n in range(MANY) for line in behind)
    for form in ("{}, by {}", "{} ({})", "{} -- {}", "{} by {}"):
        for head in ("{title} | {name}", "{name}"):
            pages = [f"<h1>{form.format(title(n), name(n))}</h1>{text(n)}" for n in range(MANY)]
            inside = read(tmp_path / "c", pages.__getitem__, head=head)
            assert (authors(inside), titles(inside)) == (NAMES, TITLES)


def test_what_ends_a_title_like_a_name_is_part_of_it(tmp_path: Path) -> None:
    """The pages are signed, each in a line of its own."""
    called = [f"{title(n)} -- Harbour {words.THINGS[-n].title()}" for n in range(MANY)]
    found = read(tmp_path, lambda n: f"<h1>{called[n]}</h1><p>By {name(n)}</p>{text(n)}", head="{name}")
    assert (authors(found), titles(found)) == (NAMES, set(called))


def test_a_bare_name_is_the_author_who_signs_other_pages(tmp_path: Path) -> None:
    """Most pages that say no `By` have none; whoever else stands so is nobody known."""
    lines = [name(20), name(1), name(2), *[""] * 4, *(f"By {name(n % 7)}" for n in range(7, MANY))]
    found = read(tmp_path, lambda n: f"<h1>{title(n)}</h1><p>{lines[n]}</p>{text(n)}")
    assert authors(found) == [[], [name(1)], [name(2)], *[[]] * 4, *([name(n % 7)] for n in range(7, MANY))]


def test_several_bare_names_behind_their_letters_are_no_authors(tmp_path: Path) -> None:
    """One page of letters stands among pages that are signed behind the text, and each signs in another way."""
    for first in (other(20), f"-- {other(20)}, Aldmere"):
        letters = f"{text(40)}<p>{first}</p>{text(41)}<p>{other(21)}</p>"
        pages = [letters, *(f"{text(n)}<p>{name(n)}</p>" for n in range(1, MANY))]
        found = read(tmp_path, [f"<h1>{title(n)}</h1>{page}" for n, page in enumerate(pages)].__getitem__)
        assert authors(found) == [[], *NAMES[1:]]


def test_a_heading_that_looks_like_a_name_hides_no_author(tmp_path: Path) -> None:
    """Among a text's other headings, over it or behind it."""
    parts = "{0}<p>Mapping Aldmere</p>{1}<p>What came of all this</p>{2}<p>Who paid for it in the end</p>{3}".format

    def shown(n: int) -> str:
        return parts(*(text(n + 30 * part) for part in range(4))) if n % 3 == 0 else text(n)

    over = read(tmp_path, lambda n: f"<h1>{title(n)}</h1><p>{name(n)}</p>{shown(n)}")
    behind = read(tmp_path, lambda n: f"<h1>{title(n)}</h1>{shown(n)}<p>{name(n)}</p>")
    assert (authors(over), authors(behind)) == (NAMES, NAMES)


def test_who_signs_below_sources_is_the_author(tmp_path: Path) -> None:
    """In the last line of all, where most pages are signed behind the text."""
    sources = "".join(f"<p>The almanac tells of it in part {n}.</p>" for n in range(8))
    found = read(
        tmp_path,
        lambda n: f"<h1>{title(n)}</h1>{text(n)}{sources if n % 3 == 0 else ''}<p>{name(n)}</p>",
    )
    assert authors(found) == NAMES


def test_who_said_an_epigraph_is_no_author(tmp_path: Path) -> None:
    """On however many pages one stands."""
    found = read(
        tmp_path,
        lambda n: (
            f"<h1>{title(n)}</h1><p>“{said(n, 'epigraph', 1).strip('“”')}”<br>— {name(n % 4)}</p>{text(n)}"
        ),
    )
    assert authors(found) == [[]] * MANY


def test_names_stand_one_a_line(tmp_path: Path) -> None:
    """Below a label, or where bare names are a habit; one below `By NAME` may be a town."""
    for form in ("by<br>{}<br>{}", "{}<br>{}<br>"):
        pages = [f"<h1>{title(n)}</h1><p>{form.format(name(n), other(n))}</p>{text(n)}" for n in range(MANY)]
        found = read(tmp_path, pages.__getitem__, head="{name}")
        assert authors(found) == [[name(n), other(n)] for n in range(MANY)]
    town = read(tmp_path, lambda n: f"<h1>{title(n)}</h1><p>By {name(n)}<br>Cedar Falls</p>{text(n)}")
    assert authors(town) == NAMES


def test_a_bare_name_behind_words_that_all_pages_say_signs_the_text(tmp_path: Path) -> None:
    """Those words are the frame's and end the text."""
    found = read(tmp_path, lambda n: f"<h1>{title(n)}</h1>{text(n)}<p>Your editor,<br>{name(n)}</p>")
    assert authors(found) == NAMES


def test_a_sentence_that_says_who_wrote_it_is_no_frame(tmp_path: Path) -> None:
    """All of it but the name stands on all pages, and some authors write often."""
    line = "This month's column was prepared by {}.".format
    found = read(tmp_path, lambda n: f"<h1>{title(n)}</h1>{text(n)}<p>{line(name(n % 4))}</p>")
    assert authors(found) == [[name(n % 4)] for n in range(MANY)]


def test_whoever_reviewed_it_at_the_end_is_the_author_and_not_the_books(tmp_path: Path) -> None:
    """The book's stands below the title."""
    found = read(
        tmp_path,
        lambda n: (
            f"<h1>{title(n)}</h1><p>By {other(n)}, Harbour Press</p>{text(n)}<p>-- Reviewed by {name(n)}</p>"
        ),
    )
    assert authors(found) == NAMES


def test_a_note_on_the_author_below_the_text_tells_who_that_is(tmp_path: Path) -> None:
    """Under a heading that says so, or by how to reach somebody."""
    about = "<p><b>About the Author</b></p><p>{} is a fitter of lamps.</p>".format
    found = read(tmp_path, lambda n: f"<h1>{title(n)}</h1>{text(n)}{about(name(n))}")
    assert authors(found) == NAMES
    assert [line["url"] for line in found if "fitter of lamps" in line["text"] or line["unplaced"]] == []
    reached = "<p>{} can be reached at {}@{}.example.</p>".format
    found = read(
        tmp_path,
        lambda n: f"<h1>{title(n)}</h1>{text(n)}{reached(name(n), words.THINGS[n], words.THINGS[-n])}",
    )
    assert authors(found) == NAMES


def test_a_note_on_the_author_is_believed_before_the_last_words(tmp_path: Path) -> None:
    """These tell of somebody else."""
    last = "<p>{} is a keeper of the lamps in our harbour.</p>".format
    about = "<p>About the Author</p><p>{} is a fitter of lamps.</p>".format
    found = read(tmp_path, lambda n: f"<h1>{title(n)}</h1>{text(n)}{last(other(n))}{about(name(n))}")
    assert authors(found) == NAMES


def test_a_note_in_one_line_with_its_label_is_no_text(tmp_path: Path) -> None:
    """`About the Author: NAME is …`."""
    about = "<p><b>About the Author:</b> {} is a fitter of lamps in {}.</p>".format
    found = read(
        tmp_path,
        lambda n: f"<h1>{title(n)}</h1><p>By {name(n)}</p>{text(n)}{about(name(n), words.PLACES[n % 9])}",
    )
    assert authors(found) == NAMES
    assert [line["url"] for line in found if "fitter" in line["text"] or line["unplaced"]] == []


def test_what_says_by_at_the_end_is_surer_than_a_bare_name_over_the_text(tmp_path: Path) -> None:
    """That is somebody who signs other pages, and here is written of."""
    found = read(
        tmp_path, lambda n: f"<h1>{title(n)}</h1><p>{name((n + 1) % MANY)}</p>{text(n)}<p>By {name(n)}</p>"
    )
    assert authors(found) == NAMES


def test_an_editor_may_sign_most_pages(tmp_path: Path) -> None:
    """Two thirds of them; whoever signs the others is found all the same."""
    found = read(
        tmp_path, lambda n: f"<h1>{title(n)}</h1>{text(n)}<p>{name(0) if n < MANY - 4 else name(n)}</p>"
    )
    assert authors(found)[-4:] == NAMES[-4:]


def test_who_says_by_is_surer_than_what_looks_like_a_name(tmp_path: Path) -> None:
    """Where the title is not printed either stands above the text, and the other may be half of the title."""
    above = f"<p>Lamp Talk</p><p>Quiet Waters</p><p>Interview with an Oilman</p><p>interview by {name(3)}, May 2000</p>"
    found = read(
        tmp_path,
        lambda n: f"{above}{text(n)}" if n == 3 else f"<h1>{title(n)}</h1><p>{name(n)}</p>{text(n)}",
    )
    assert authors(found) == NAMES
