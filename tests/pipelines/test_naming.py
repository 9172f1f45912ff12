"""The magazine's name in the heads of its pages, learned from all of them and taken off each."""

from __future__ import annotations

from random import Random

import pytest

from pipelines.article.heads import Heads, head_titles
from pipelines.article.title import find_title
from pipelines.document.html import read_html
from pipelines.profile import Profile
from pipelines.site.naming import NameLearner, is_site_name, own_titles
from pipelines.words.masking import masked
from tests.ezine import words
from tests.pipelines.reading import MORE, PROSE, URL

GENERIC = Profile(name="generic", title="Any magazine")
HARBOUR = Profile(name="harbour", title="The Harbour Review")
TITLES = (
    "Soldering for the Impatient",
    "Why Kettles Sing",
    "What Is a Relay?",
    "The Last Telegraph - A Visit",
)


def names(form: str, pages: int = 80) -> dict[str, int]:
    """Return what is learned from the heads of as many articles of that form, a column in every eighth."""
    rng = Random("naming")
    learner = NameLearner()
    for n in range(pages):
        title = "The Mailbag" if n % 8 == 0 else words.heading(rng)
        learner.add([form.format(title=title, issue=20 + n // 8)])
    return learner.names(pages)


@pytest.mark.parametrize(
    "form",
    [
        "{title} CW #{issue}",
        "{title} - CW Issue {issue}",
        "{title} | Copper Wire, May 1999",
        "Copper Wire {issue}: {title}",
        "Copper Wire :: Issue {issue} :: {title}",
        "Issue {issue} - {title} (Copper Wire)",
        "{title} Copper Wire",
    ],
)
def test_a_head_gives_the_title_however_the_name_is_set_off(form: str) -> None:
    """The name with its number before, behind, on both sides, with a mark between or none; a column's title, too."""
    known = names(form)
    for title in (*TITLES, "The Mailbag", "Never Seen Before"):
        head = form.format(title=title, issue=47)
        assert head_titles([head], GENERIC, known).own[0] == title


def test_the_name_alone_is_no_title() -> None:
    """A head that says the name, or name and issue, says nothing of the page."""
    known = names("Copper Wire {issue}: {title}")
    for head in ("Copper Wire", "Copper Wire 47"):
        assert is_site_name(head, known) or not list(own_titles(head, known))
        assert head_titles([head], GENERIC, known) == Heads()


def test_a_head_that_is_the_same_on_many_pages_names_none() -> None:
    """`Untitled Document` on a third of all pages is no title."""
    learner = NameLearner()
    for n in range(20):
        learner.add(["Untitled Document"])
        learner.add([f"{TITLES[n % 4]} {'abcdefghijklmnopqrst'[n]}"])
        learner.add([])
    assert head_titles(["Untitled Document"], GENERIC, learner.names(60)) == Heads()


def test_a_title_can_be_a_picture() -> None:
    """Its alternative text is the title where the head says the same; a logo's is not."""
    pictures = "<img src='l.gif' alt='Copper Wire'><p><img src='t.gif' alt='Why Kettles Sing'>"
    html = f"{pictures}<p>By Ada Quill<p>{PROSE}<p>{MORE}"
    heads = head_titles(["Why Kettles Sing CW #47"], GENERIC, names("{title} CW #{issue}"))
    title = find_title(read_html(html, url=URL).blocks, heads=heads, promised=None, after=-1, profile=GENERIC)
    assert title is not None
    assert (title.text, title.order) == ("Why Kettles Sing", 1)


def test_the_head_is_believed_where_no_block_says_the_title() -> None:
    """An author line, or the first of many subheadings, is not the title of a page whose head names another."""
    html = f"<p>By Ada Quill<h3>Introduction</h3><p>{PROSE}<h3>The Case</h3><p>{MORE}"
    heads = head_titles(["Why Kettles Sing CW #47"], GENERIC, names("{title} CW #{issue}"))
    title = find_title(read_html(html, url=URL).blocks, heads=heads, promised=None, after=-1, profile=GENERIC)
    assert title is not None
    assert (title.text, title.order) == ("Why Kettles Sing", None)


@pytest.mark.parametrize(
    ("html", "head"),
    [
        ("<p>Books</p><p>Why Kettles Sing</p><p>By Ada Quill</p>", None),
        ("<h2>Books</h2><h1>Why Kettles Sing</h1>", None),
        ("<p>Books</p><p>Books</p><h3>Why Kettles Sing</h3>", "Why Kettles Sing"),
        ("<p>Sound at Home</p><p>Sound at Home</p><h1>Why Kettles Sing</h1>", "Reply: Why Kettles Sing"),
        (f"<h5>Why Kettles Sing</h5><p>{PROSE} {MORE}</p><h4>Resource: Copper Wire</h4>", None),
    ],
)
def test_a_columns_name_over_the_title_is_not_the_title(html: str, head: str | None) -> None:
    """The author line below it, its level, the head's word for it, or for most of it, tell which line is the title."""
    heads = Heads(texts=(head,), own=(head,)) if head else Heads()
    blocks = read_html(f"{html}<p>{PROSE}<p>{MORE}", url=URL).blocks
    title = find_title(blocks, heads=heads, promised=None, after=-1, profile=GENERIC)
    assert title is not None
    assert title.text == "Why Kettles Sing"


def test_dates_are_masked_as_numbers_are() -> None:
    """Two dates, in two languages, are one text."""
    assert masked("monday 3 march 1999") == masked("friday 12 may 2003") == "0 0 0 0"
    assert masked("3 января 2005 года") == "0 0 0 года"
    assert masked("marching on") == "marching on"
    assert masked("freitag 5. märz 2004") == masked("vendredi 5. mars 2004") == "0 0. 0 0"


def test_numbers_that_end_columns_titles_are_no_name() -> None:
    """`Under the Lamp #7` keeps its number, though many heads end in one, as long as not most do."""
    learner = NameLearner()
    for n in range(60):
        kind = "abcdefghijklmnopqrstuvwxyz"[n % 26]
        learner.add(
            [f"The Monthly: {kind * 3} {kind * 4} #{n}" if n % 2 else f"The Monthly: on {kind * 5} {n}s"]
        )
    names = learner.names(60)
    assert next(iter(own_titles("The Monthly: Under the Lamp #7", names))) == "Under the Lamp #7"


def test_the_first_word_of_a_longer_name_is_none() -> None:
    """Of `The Monthly Lamp` most heads have more than `The`: a title that opens with it keeps it."""
    learner = NameLearner()
    for n in range(60):
        learner.add([f"The Monthly Lamp: {'abcdefghijklmnopqrstuvwxyz'[n % 26] * (n // 26 + 3)} oil"])
    names = learner.names(60)
    assert "^ the" in names
    assert not any(
        own.startswith("Answer") for own in own_titles("The Answer Shelf | Issue 7 | The Monthly Lamp", names)
    )


@pytest.mark.parametrize("head", ["Spring 2006: On Brass", "On Brass | Vol. 3, No. 2", "Issue 39 | On Brass"])
def test_an_issue_is_no_part_of_a_heads_title(head: str) -> None:
    """Set off at either end, it is left out; `The Shelf, No. 3` keeps its number."""
    learner = NameLearner()
    for n in range(60):
        learner.add([f"{'abcdefghijklmnopqrstuvwxyz'[n % 26] * (n // 26 + 3)} oil - The Monthly Lamp"])
    names = learner.names(60)
    assert head_titles([f"{head} - The Monthly Lamp"], GENERIC, names).own[0] == "On Brass"
    assert head_titles(["The Shelf, No. 3 - The Monthly Lamp"], GENERIC, names).own[0] == "The Shelf, No. 3"


@pytest.mark.parametrize(
    "head", ["Issue 3, Spring 1999 ~ {}", "{} | Vol. 3, No. 2 | May 1999", "{}: Spring 1999"]
)
def test_a_head_of_magazine_and_issue_is_the_title_of_no_article(head: str) -> None:
    """It is the issue's; with anything else it is one."""
    assert head_titles([head.format(HARBOUR.title)], HARBOUR, {}) == Heads()
    assert head_titles([head.format("On Brass")], HARBOUR, {}).texts


def test_a_head_of_half_of_all_pages_is_the_sites_name_all_of_it() -> None:
    """Other heads open with a part of it; what stands behind the mark is no page's title."""
    learner = NameLearner()
    for n in range(60):
        letters = "abcdefghijklmnopqrstuvwxyz"
        title = f"{letters[n % 26] * 3} {letters[n // 3]}"
        learner.add(["Copper Wire - Everything about Soldering" if n % 3 else f"Copper Wire - {title}"])
    known = learner.names(60)
    assert head_titles(["Copper Wire - Everything about Soldering"], GENERIC, known) == Heads()
    assert head_titles(["Copper Wire - Why Kettles Sing"], GENERIC, known).own == ("Why Kettles Sing",)


def test_how_many_titles_begin_or_end_is_no_name() -> None:
    """Heads that are titles and no more: `The` opens a tenth of them, and what the magazine is about ends as many."""
    rng = Random("no name")
    learner = NameLearner()
    for n in range(80):
        title = words.heading(rng)
        learner.add([f"The {title}" if n % 8 == 0 else f"{title} Kettles" if n % 8 == 1 else title])
    known = learner.names(80)
    for title in (*TITLES, "Never Trust Kettles"):
        assert head_titles([title], GENERIC, known).texts[0] == title
