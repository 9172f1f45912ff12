"""Pages of many small pieces, each with its own name or none: letters, questions; and lines of two or three words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crawler import sites
from pipelines.parsed import parse
from pipelines.settled import settle
from tests.ezine import words
from tests.pipelines.habits import MANY, name, read, said, text, title
from tests.pipelines.reading import MORE, PROSE, page, summary
from tests.pipelines.test_unlike_authors import NAMES, authors, other

if TYPE_CHECKING:
    from pathlib import Path


def test_letters_keep_their_salutations(tmp_path: Path) -> None:
    """A line that is printed again and again is small print only where it ends as no salutation does."""
    letter = "<h3>Of {}</h3><p>Dear Editor,</p><p>{}</p><p>{}, Leeds</p>".format

    def letters(n: int) -> str:
        return "".join(letter(f"{n} and {k}", said(n, f"letter {k}"), other(n + k)) for k in range(4))

    found = read(tmp_path, lambda n: f"<h1>{title(n)}</h1>{text(n) if n % 4 else letters(n)}")
    assert [line["text"].count("Dear Editor,") for line in found if line["text"].count("Leeds")] == [4] * 3
    assert authors(found) == [[]] * MANY


def test_who_asks_the_first_question_is_no_author(tmp_path: Path) -> None:
    """`NAME, TOWN` below a sentence says whose that is; who answers signs at the end."""
    question = "<p>{}</p><p>{}, Leeds</p><p>{}</p>".format
    found = read(
        tmp_path,
        lambda n: (
            f"<h1>{title(n)}</h1>"
            + "".join(question(said(n, f"q {k}", 2), other(n + k), said(n, f"a {k}", 4)) for k in range(3))
            + f"<p>-- {name(n)}</p>"
        ),
    )
    assert authors(found) == NAMES
    assert all(f"{other(0)}, Leeds" in line["text"] for line in found if line["authors"] == [name(0)])


def test_what_an_author_is_and_where_stands_below_the_name(tmp_path: Path) -> None:
    """Lines of their own, set as the name is, and no text; a heading that says a post is."""
    post = "<br>Senior {0} Editor<br>Orchard {0}s".format
    found = read(
        tmp_path, lambda n: f"<h1>{title(n)}</h1><p>By {name(n)}{post(words.THINGS[n].title())}</p>{text(n)}"
    )
    assert authors(found) == NAMES
    assert all("\nSenior" in line["byline"] and "\nOrchard" in line["byline"] for line in found)
    found = read(
        tmp_path,
        lambda n: f"<h1>{title(n)}</h1><p>By {name(n)}</p><h3>The Chief Engineer of {other(n)}</h3>{text(n)}",
    )
    assert all(line["text"].startswith("The Chief Engineer") for line in found)


def test_a_trail_may_end_in_a_column() -> None:
    """All of its steps but the last are links."""
    trail = "<p><a href=/>Home</a> &gt; <a href=i.html>Issue 4</a> &gt; From the Bench</p>"
    page = f"{trail}<h1>{title(0)}</h1><p>By {name(0)}</p>{text(0)}"
    generic = sites.load("generic")
    parsed = parse(page.encode(), url="http://wire.example/a.html", content_type="text/html", profile=generic)
    settled = settle(parsed, generic)
    assert [(piece.kind, piece.text) for piece in settled.pieces] == [
        ("breadcrumb", "Home > Issue 4 > From the Bench")
    ]


def test_a_section_in_capitals_over_a_heading_is_no_title() -> None:
    """The page alone says nothing else of it: its head is the magazine's name, no contents are known."""
    small = page(PROSE, MORE).replace("<p>Grain on the Northern Line</p><h1>", "<p>MARKETS</p><h2>")
    article = summary(small.replace("</h1>", "</h2>")).article
    assert article is not None
    assert article.title == "Grain on the Northern Line"
