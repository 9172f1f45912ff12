"""Where the text of a page of a site nothing is known of begins and ends, by what a reader sees."""

from __future__ import annotations

import pytest

from crawler import sites
from pipelines.parsed import parse
from pipelines.settled import settle
from tests.pipelines.reading import MORE, PROSE

GENERIC = sites.load("generic")
URL = "http://paper.example/2004/grain.html"


def body(*lines: str, title: str = "Grain on the Northern Line") -> list[str]:
    """Return the texts of the article that a page of `lines` holds: paragraphs, or HTML as it is."""
    page = f"<html><head><title>{title} | The Paper</title></head><body><p><a href=/>Home</a></p><h1>{title}</h1>"
    page += "".join(line if line.startswith("<") else f"<p>{line}</p>" for line in lines)
    article = settle(
        parse(page.encode(), url=URL, content_type="text/html", profile=GENERIC), GENERIC
    ).article
    return [block.text for block in article.body if block.text] if article else []


TEXT = [PROSE, MORE, f"{PROSE} So it was in every oblast."]


def _sold_at(*shops: str) -> str:
    return "".join(f"<p><a href='http://{shop}.example/'>At {shop}</a></p>" for shop in shops)


def test_links_to_shops_behind_each_entry_are_no_end_of_a_list_of_goods() -> None:
    """Only the last run of links to other sites ends a text."""
    entries = [f"The elevator of farm {n} is the one that we would choose: {MORE}" for n in range(8)]
    lines = [line for entry in entries for line in (entry, _sold_at("karasu", "osakarovka", "shakhtinsk"))]
    assert [text for text in body(*TEXT, *lines) if not text.startswith("At ")] == [*TEXT, *entries]


def test_the_last_links_to_other_sites_end_a_text() -> None:
    """What stands behind the partners is the site's."""
    foot = f"The paper is written and printed in Karaganda, and {MORE}"
    assert body(*TEXT, _sold_at("karasu", "osakarovka"), foot) == TEXT


NOTES = [
    "Asel Omarova is a freelance writer who lives in Karaganda with two cats.",
    "Asel Omarova, M.A., is the director of the institute of grain. She has written three books on the steppe.",
    "Omarova holds a degree in economics, and her work has won prizes in all of the five oblasts of the north.",
    "Асель Омарова работает в Караганде, журналист и редактор, автор трёх книг о степи и о хлебе.",
]


@pytest.mark.parametrize("note", NOTES)
def test_a_note_on_the_author_below_the_text_is_no_text(note: str) -> None:
    """Under a line that says the name, with teasers behind it or without."""
    name = "Асель Омарова" if note.startswith("Асель") else "Asel Omarova"
    assert body(*TEXT, name, note) == TEXT
    teaser = "Who pays for the wagons that stand idle? The ministry does not say."
    assert body(*TEXT, name, note, teaser) == TEXT


STAYING = [
    "Asel Omarova is the director of the elevator, and she told us that the wagons had never come.",
    "Omarova was the editor of the paper then, and her desk stood in the corridor of the elevator.",
    "The director is a woman of sixty, an expert on wheat and a freelance writer in her spare time.",
    "Kazakhstan has an expert on grain in each oblast, and her director of stores is the best of them.",
]


@pytest.mark.parametrize("line", STAYING)
def test_what_a_text_says_of_a_person_stays(line: str) -> None:
    """Between paragraphs, and at the end where no line above says the name."""
    assert body(PROSE, line, MORE, f"{PROSE} Again.") == [PROSE, line, MORE, f"{PROSE} Again."]
    assert body(*TEXT, line) == [*TEXT, line]


def test_a_text_that_introduces_many_persons_keeps_them_all() -> None:
    """A page of experts is about them; each has a name above."""
    experts = ["Asel Omarova", "Murat Ospanov", "Olga Kim", "Bolat Serikov", "Anna Weber"]
    told = [
        line
        for name in experts
        for line in (name, f"{name} is a journalist and an expert on grain, and his book is much read.")
    ]
    found = body(*TEXT, *told)
    assert [line for line in told[1::2] if line not in found] == []


def test_a_long_list_of_links_within_a_text_is_no_end_of_it() -> None:
    """However many links stand there, as much prose behind them as before goes on with the text."""
    links = "".join(f"<p><a href='/oblast/{n}'>Oblast number {n}</a></p>" for n in range(40))
    assert body(*TEXT, links, *reversed(TEXT)) == [*TEXT, *reversed(TEXT)]


STANDFIRST = "Why the elevators along the northern line were full before anybody had bought a single sack"
BELOW_IT = ["By Asel Omarova", "Posted on March 3, 2004 at 8:19 AM", "Photo: Damian Dovarganes, AP"]


@pytest.mark.parametrize("line", BELOW_IT)
def test_a_standfirst_is_no_text(line: str) -> None:
    """What stands between the title and the author, the date or a credit tells of the text."""
    assert body(STANDFIRST, line, *TEXT) == TEXT
    assert body(f"{STANDFIRST}.", line, *TEXT) == TEXT
    assert body("Agriculture", STANDFIRST, line, *TEXT)[-3:] == TEXT


@pytest.mark.parametrize("line", BELOW_IT)
def test_a_text_that_is_signed_at_its_end_has_no_standfirst(line: str) -> None:
    """An opening paragraph with text behind it is text, also when one paragraph is all there is."""
    assert [text for text in body(*TEXT, line) if text != line] == TEXT
    long = f"{PROSE} {MORE} {PROSE} {MORE}"
    assert [text for text in body(STANDFIRST + ".", long, line) if text != line] == [STANDFIRST + ".", long]


def test_a_story_told_twice_beside_pictures_is_kept_once() -> None:
    """A caption that a gallery says twice is none of the text; a paragraph too long for a caption is, once."""
    told = [f"{PROSE} {MORE} That was in oblast {n}." for n in range(3)]
    copies = [f"<p><img src=/{n}.jpg></p><p>{text}</p>" for n, text in enumerate(told)]
    assert body(*TEXT, *copies, "<p>Comments</p>", *copies) == [*TEXT, *told]
    caption = f"<p><img src=/0.jpg></p><p>{PROSE}</p>"
    assert body(MORE, f"{MORE} Again.", caption, caption, f"{MORE} At last.") == [
        *(MORE, f"{MORE} Again.", f"{MORE} At last."),
    ]


_RATING = "<ul><li>100</li><li>1</li><li>2</li></ul>"


@pytest.mark.parametrize("end", ["-" * 72, "* * * * *", "* * *", _RATING])
def test_what_says_no_word_is_no_end_of_a_text(end: str) -> None:
    """A ruler of hyphens, or a scale of marks in a list, stands behind it."""
    assert body(*TEXT, end) == TEXT


def test_a_ruler_below_a_text_is_furniture() -> None:
    """It is no part of the article, and nothing that is left over."""
    page = "<h1>Grain on the Northern Line</h1>" + "".join(f"<p>{line}</p>" for line in (*TEXT, "-" * 72))
    settled = settle(parse(page.encode(), url=URL, content_type="text/html", profile=GENERIC), GENERIC)
    assert "-" * 72 in [piece.text for piece in settled.pieces]
    assert settled.unplaced == ()


def test_a_table_may_end_in_numbers() -> None:
    """Those are the text's."""
    table = "<table><tr><td>1998</td><td>12</td></tr><tr><td>1999</td><td>14</td></tr></table>"
    assert body(*TEXT, table)[-1] == "14"


def test_a_lead_with_links_in_it_is_text_over_a_box_of_links() -> None:
    """Links to other news, and one or two of the lead's own words that are linked, cut no text in two."""
    lead = "<p>The harvest of <a href=/f>Farm 7</a> came in on Monday, and nobody there had seen so much grain.</p>"
    box = "".join(f"<p><a href=/n/{n}>The news of this hour, number {n} of nine</a></p>" for n in range(5))
    assert body(lead, box, *TEXT) == [
        "The harvest of Farm 7 came in on Monday, and nobody there had seen so much grain.",
        *TEXT,
    ]


@pytest.mark.parametrize("head", ["Category", "No response", "Comments"])
def test_a_cell_of_a_table_is_no_heading_over_teasers_or_comments(head: str) -> None:
    """The text goes on behind the table; the same line outside of one ends it."""
    rows = "<tr><td>Wheat</td><td>12</td></tr><tr><td>Barley</td><td>14</td></tr>"
    table = f"<table><tr><td>{head}</td><td>Share</td></tr>{rows}</table>"
    assert body(*TEXT, table, MORE, PROSE)[-2:] == [MORE, PROSE]
    assert head not in body(*TEXT, head)


@pytest.mark.parametrize("head", ["How to cite this paper", "How to cite", "Cite this article as:"])
def test_how_to_cite_an_article_is_no_part_of_it(head: str) -> None:
    """What stands below that heading says title and author once more."""
    entry = (
        "Omarova, A. (2004). Grain on the northern line, with some words on wagons. The Paper, 7(2), 31-44."
    )
    assert body(*TEXT, head, entry) == TEXT
