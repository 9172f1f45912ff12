"""Who wrote it where a page says where each author works: names that lead to somebody, and the lines below them."""

from __future__ import annotations

import pytest

from pipelines.article.author_line import read_line
from pipelines.words.names import listed, names_in
from tests.pipelines.reading import MORE, PROSE, page, settled

URL = "http://quay.example/7-2/lamps.html"
TEXT = f"<p>{PROSE}</p><p>{MORE}</p>"
LAST, END = PROSE.replace("that year", "the year behind it"), MORE.replace("month", "week")
LONGER = f"{TEXT}<p>{LAST}</p><p>{END}</p>"


def _read(body: str) -> tuple[tuple[str, ...], list[str]]:
    """Return the authors of a page called `Lamps by Hand`, and the texts of its article."""
    article = settled(f"<h1>Lamps by Hand</h1>{body}", url=URL).article
    assert article is not None
    return article.byline.authors, [block.text for block in article.body if block.text]


@pytest.mark.parametrize("to", ["mailto:brink@quay.example", "lamps.html#authors"])
def test_names_that_lead_to_who_that_is_are_the_authors(to: str) -> None:
    """To a mail address, or to a note on the same page; a firm between them is none, and no word of the text."""
    names = f"<h4><a href='{to}'>Ada Brink</a> and Tom Hale<br>Brink and Daughters, Harbour Street<br>"
    assert _read(f"{names}<a href='{to}'>Joan Reed</a></h4>{TEXT}")[0] == (
        "Ada Brink",
        "Tom Hale",
        "Joan Reed",
    )


def test_a_jump_to_a_part_of_the_page_is_no_author() -> None:
    """The part says the same once more; a link to another page is a menu's."""
    jump = "<p><a href='#days'>Early Days</a></p>"
    assert _read(f"{jump}{TEXT}<h3><a name='days'></a>Early Days</h3>{TEXT}")[0] == ()
    assert _read(f"<p><a href='days.html'>Early Days</a></p>{TEXT}{TEXT}")[0] == ()


def test_a_list_of_jumps_names_no_authors() -> None:
    """Not all of its lines look like names, though the parts are called otherwise."""
    jumps = "".join(
        f"<p><a href='#{n}'>{said}</a></p>" for n, said in enumerate(("How It Began", "Early Days"))
    )
    assert _read(f"{jumps}{TEXT}<h3>The early days</h3>{TEXT}")[0] == ()


def test_where_the_authors_work_is_no_text() -> None:
    """Nor is the town behind it; a heading below an author line is the text's."""
    works = "<p>By Ada Brink<br>Department of Lamps<br>Harbour University<br>Newquay, Cornwall</p>"
    assert _read(f"{works}{TEXT}") == (("Ada Brink",), [PROSE, MORE])
    assert _read(f"<p>By Ada Brink</p><h3>The School</h3>{TEXT}") == (
        ("Ada Brink",),
        ["The School", PROSE, MORE],
    )


def test_each_of_several_names_over_workplaces_is_an_author() -> None:
    """However the first of them is known: here the page tells who that is."""
    both = "<p>Ada Brink<br>Harbour University<br>Tom Hale<br>Quay College</p>"
    note = "<p>Ada Brink is a keeper of lamps and has written three books on the harbour and its people.</p>"
    assert _read(f"{both}{TEXT}{note}")[0] == ("Ada Brink", "Tom Hale")


def test_a_name_over_a_workplace_at_the_end_of_a_text_signs_it() -> None:
    """Sources may stand before it, and what somebody is between; a name over none is not proved by this."""
    lines = [
        *(PROSE, MORE),
        "Sources",
        "Hale, T. (1998) Oil and wicks.",
        "Reed, J. (1999) The quay.",
        "Ada Brink",
    ]
    signed = settled(page(*lines, "Keeper of the lamps", "Harbour University", "Newquay")).article
    assert signed is not None
    assert signed.byline.authors == ("Ada Brink",)
    unsigned = settled(page(*lines, "Keeper of the lamps", "Newquay")).article
    assert unsigned is not None
    assert unsigned.byline.authors == ()


@pytest.mark.parametrize(
    ("lines", "authors"),
    [
        (("Ada Brink,", "Head of the Lamp Department,", "Harbour Bank"), ("Ada Brink",)),
        (("A brief review prepared by Ada Brink,", "a lawyer from Wick and Sons"), ("Ada Brink",)),
        (("A brief review prepared by Ada Brink", "a lawyer from Wick and Sons"), ("Ada Brink",)),
        (("Mr. Tom Hale,", "partner,", "the Wick House,", "answers questions from our magazine."), ()),
    ],
)
def test_an_author_line_may_be_set_over_several_lines(
    lines: tuple[str, ...], authors: tuple[str, ...]
) -> None:
    """What a comma ends goes on in the next line, at the end of a text as well."""
    text = (PROSE, MORE, LAST, END)
    for body in ((*lines, *text), (*text, *lines)):
        article = settled(page(*body)).article
        assert article is not None
        assert article.byline.authors == authors
        assert article.byline.text == " ".join(lines).replace("Ada Brink a", "Ada Brink\na")
        assert [block.text for block in article.body if block.text] == list(text)


def test_a_line_of_several_names_is_whole_although_a_comma_ends_it() -> None:
    """The line below says where they work."""
    lines = ("Ada Brink, Joan Reed, Tom Vale,", "Department of Grain, Steppe Academy")
    authors, text = _read("".join(f"<p>{line}</p>" for line in lines) + TEXT)
    assert authors == ("Ada Brink", "Joan Reed", "Tom Vale")
    assert text == [PROSE, MORE]


def test_an_author_line_behind_a_text_may_be_a_link() -> None:
    """It stands right behind it; a link below another is a list's."""
    assert _read(f"{TEXT}<p><a href='/people/7'>By Ada Brink</a></p>") == (("Ada Brink",), [PROSE, MORE])
    teasers = "<p><a href='/8'>Oil for the Winter</a></p><p><a href='/people/9'>By Joan Reed</a></p>"
    assert _read(f"{LONGER}{teasers}")[0] == ()


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


@pytest.mark.parametrize("kind", ["Profile", "Review", "Feature"])
def test_whom_a_text_is_about_is_no_author(kind: str) -> None:
    """Behind a colon stands what it is about, behind `by` who wrote it."""
    assert read_line(f"{kind}: Asel Omarova") is None
    assert read_line(f"{kind} and photos by Asel Omarova") == (("Asel Omarova",), "By")


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


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Games and utilities.", ()),
        ("Publishers and authors are still at it.", ()),
        ("Zoltan and Ada Brink", ("Zoltan", "Ada Brink")),
        ("Zoltan, editor", ("Zoltan",)),
    ],
)
def test_one_word_beside_what_is_no_name_is_a_note_in_contents(line: str, names: tuple[str, ...]) -> None:
    """Behind a comma it is somebody's post."""
    assert listed(line) == names


def test_cards_of_several_authors_name_them_all() -> None:
    """Name, post and firm in a line each, with a picture over each name or none; a subheading is nobody."""
    cards = (
        "Ada Brink<br>Managing Director<br>Lantern Supply Ltd.",
        "Tom Hale<br>Chief Engineer<br>Quay Capital",
    )
    for picture in ("", "<p><img src=a.jpg></p>"):
        for by in ("", "By "):
            found = _read(f"<p>{by}{cards[0]}</p>{picture}<p>{cards[1]}</p>{TEXT}")
            assert found == (("Ada Brink", "Tom Hale"), [PROSE, MORE])
    assert _read(f"<p>{cards[0]}</p><h3>Early Days</h3>{TEXT}") == (
        ("Ada Brink",),
        ["Early Days", PROSE, MORE],
    )


def test_who_answers_below_a_card_of_their_own_is_no_author() -> None:
    """They stand over questions."""
    talk = "".join(f"<p><b>Did you light lamp number {n}?</b></p><p>{PROSE}</p>" for n in range(4))
    assert _read(f"<p>Ada Brink<br>Director of the Quay</p>{talk}")[0] == ()
