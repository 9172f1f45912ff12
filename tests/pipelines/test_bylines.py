"""Author lines in every form the magazine prints them."""

from __future__ import annotations

from html import escape

import pytest

from pipelines.addresses import canonical
from pipelines.article.author_line import read_line
from pipelines.article.holder import holders
from pipelines.document.html import read_html
from pipelines.site.evidence import Promise, SiteEvidence
from pipelines.site.model import NOTHING_LEARNED, SiteModel, block_key
from tests.pipelines.reading import MORE, PROSE, URL, page, settled, summary

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
    "Dr. Timur Orlov, Zhetysu Leasing": ["Timur Orlov"],
    "Editorial Overview": [],
    "Обзор редакции": [],
    "Жанар Муканова, Казстрой Холдинг": ["Жанар Муканова"],
    "A brief review prepared by Madina Suleimenova, a lawyer from Steppe & Partners": ["Madina Suleimenova"],
    "Mr. Kairat Kelimbetov, Minister of the Economy, answers questions from our magazine.": [],
    "Interviewed by Yerbulat Seilkhanov": ["Yerbulat Seilkhanov"],
    "Text by Jean-Pierre O'Neill": ["Jean-Pierre O'Neill"],
    "by Murat Laumulin": ["Murat Laumulin"],
    "...by Murat Laumulin": ["Murat Laumulin"],
    "Author: Murat Laumulin": ["Murat Laumulin"],
    "Author - Murat Laumulin": ["Murat Laumulin"],
    "Posted by Murat Laumulin on March 3, 2004, 6:21 AM": ["Murat Laumulin"],
    "By Murat Laumulin - 11/18/19 11:04 PM": ["Murat Laumulin"],
    "By Asel Omarova and Viktor Tsoi | Updated 12:30": ["Asel Omarova", "Viktor Tsoi"],
    "By Murat Laumulin <murat@post.example>": ["Murat Laumulin"],
    "By Murat Laumulin, murat@post.example": ["Murat Laumulin"],
    "By Murat Laumulin of the Steppe Institute": ["Murat Laumulin"],
    "By Murat Laumulin, Jr.": ["Murat Laumulin, Jr."],
    "By Murat “Max” Laumulin": ["Murat “Max” Laumulin"],
    "By J.W. Marsh, 12 March 2003": ["J.W. Marsh"],
    "By Bill Bank & Robin Law": ["Bill Bank", "Robin Law"],
    "By João da Silva e Souza": ["João da Silva e Souza"],
    "Text and pictures by Murat Laumulin": ["Murat Laumulin"],
    "Submitted by Murat Laumulin": ["Murat Laumulin"],
    "Posted on 3 March 1999 by Murat Laumulin": ["Murat Laumulin"],
    "May 1999 | By Murat Laumulin | 3 comments": ["Murat Laumulin"],
    "Translated by Murat Laumulin": [],
    "By Murat Laumulin, Steppe Museum, Almaty": ["Murat Laumulin"],
    "By Murat Laumulin (translated by Asel Omarova)": ["Murat Laumulin"],
    "By Murat Laumulin, with photos by Asel Omarova": ["Murat Laumulin"],
    "Words: Murat Laumulin. Pictures: Asel Omarova": ["Murat Laumulin"],
    "By Joaquim Serra i Puig": ["Joaquim Serra i Puig"],
    "May 1999 | by Zoltan | 3 comments": ["Zoltan"],
    "May 1999 | Murat Laumulin <murat@post.example> | 3 comments": ["Murat Laumulin"],
    "By Steppe Press Service": ["Steppe Press Service"],
    "Filed under Trade & Industry by Murat Laumulin": ["Murat Laumulin"],
    "Posted in Trade on May 4, 2000 by Murat Laumulin": ["Murat Laumulin"],
    "From the desk of Murat Laumulin": ["Murat Laumulin"],
    "By Rev. Murat Laumulin": ["Murat Laumulin"],
    "By the late Capt. Murat Laumulin and Sister Asel Omarova": ["Murat Laumulin", "Asel Omarova"],
    "By Father Brown": ["Father Brown"],
    "By Murat Laumulin Jr.": ["Murat Laumulin Jr."],
    "By Murat Laumulin with Asel Omarova": ["Murat Laumulin", "Asel Omarova"],
    "By Murat Laumulin, as told to Asel Omarova": ["Murat Laumulin", "Asel Omarova"],
    "By Murat Laumulin with the Steppe Orchestra": ["Murat Laumulin"],
    "By Murat Laumulin, Steppe Museum, and Asel Omarova, Quay School": ["Murat Laumulin", "Asel Omarova"],
    "By Murat Laumulin a.k.a. Max": ["Murat Laumulin"],
    "By Murat Laumulin '68": ["Murat Laumulin"],
    "(by Murat Laumulin)": ["Murat Laumulin"],
    "// By Murat Laumulin": ["Murat Laumulin"],
    "By our own correspondent Murat Laumulin": ["Murat Laumulin"],
    "A short story by Murat Laumulin": ["Murat Laumulin"],
    "Commentary by Murat Laumulin": ["Murat Laumulin"],
    "ALMATY - By Murat Laumulin": ["Murat Laumulin"],
    "This month's column was prepared by Murat Laumulin.": ["Murat Laumulin"],
    "Writer: Murat Laumulin": ["Murat Laumulin"],
    "Murat Laumulin, Asel Omarova, Viktor Tsoi": ["Murat Laumulin", "Asel Omarova", "Viktor Tsoi"],
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
    article = summary(page(escape(line, quote=False), PROSE, MORE)).article
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
        "By the Hinge, at Last",
        "By Central Bank",
        "By and by",
        "This is a collection of hints written by Murat Laumulin and Asel Omarova.",
        "Posted in Trade on May 4, 2000",
        "Stand by me, said Murat Laumulin in 1999.",
    ],
)
def test_other_lines_are_no_author_lines(line: str) -> None:
    """What opens like an author line but names nobody is none."""
    assert read_line(line) is None


def test_the_contents_prove_a_bare_name() -> None:
    """A bare name is an author line only where the issue's contents name the same person."""
    assert read_line("Murat Laumulin") is None
    assert read_line("Murat Laumulin", ["Murat Laumulin"]) == (("Murat Laumulin",), "the contents prove it")


def test_the_contents_prove_a_name_behind_one_small_word() -> None:
    """In whatever language that is said; a sentence that names the author is none."""
    for line in ("von Asel Omarova", "par Asel Omarova", "di Asel Omarova"):
        assert read_line(line, ["Asel Omarova"]) == (("Asel Omarova",), "the contents prove it")
    assert read_line("di Asel Omarova") is None
    for line in ("as Asel Omarova told us", "Remembering Asel Omarova", "with Asel Omarova in Almaty"):
        assert read_line(line, ["Asel Omarova"]) is None


@pytest.mark.parametrize(
    "line",
    [
        "\u200bBy Asel Omarova\u200b",
        "\ufeffBy Asel Omarova",
        "\u200eBy\u00a0Asel\u00a0Omarova",
        "By Asel Oma\u00adrova",
    ],
)
def test_signs_that_nobody_sees_hide_no_author(line: str) -> None:
    """Nor do they get into the name; the line is kept as it is printed."""
    article = summary(page(line, PROSE, MORE)).article
    assert article is not None
    assert (article.authors, article.byline) == (["Asel Omarova"], line.replace("\u00a0", " "))


def test_accents_apart_from_their_letters_make_the_same_name() -> None:
    """Some machines write é as two signs."""
    assert (
        read_line("By Rene\u0301 Dubois") == read_line("By Ren\u00e9 Dubois") == (("Ren\u00e9 Dubois",), "By")
    )


def test_an_author_line_above_both_copies_of_the_title_is_found() -> None:
    """The title's first copy, the crumb of the way there, does not stand between the author line and the title."""
    line = "By Murat Laumulin"
    html = page(PROSE, MORE).replace("<p>Grain", f"<p>{line}</p><p>Grain", 1)
    article = summary(html).article
    assert article is not None
    assert (article.title, article.byline, article.unplaced) == ("Grain on the Northern Line", line, [])


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("By Zoltan", ["Zoltan"]),
        ("by Zoltan and Asel Omarova", ["Zoltan", "Asel Omarova"]),
        ("by zoltan", ["zoltan"]),
        ("Asel Omarova <asel@post.example>", ["Asel Omarova"]),
        ("Asel Omarova, March 1999", ["Asel Omarova"]),
    ],
)
def test_right_below_the_title_less_will_do(line: str, authors: list[str]) -> None:
    """A single name behind `By`, a name with an address or a date: there they are author lines, and nowhere else."""
    article = summary(page(escape(line), PROSE, MORE)).article
    assert article is not None
    assert (article.byline, article.authors) == (line, authors)
    further = summary(page(PROSE, escape(line), MORE, PROSE, MORE, PROSE)).article
    assert further is not None
    assert further.authors == []


def test_how_something_was_done_is_nobody() -> None:
    """`By hand` below a title goes on with it."""
    article = summary(page("By hand", PROSE, MORE)).article
    assert article is not None
    assert article.authors == []


def test_a_label_names_the_author_in_the_next_line() -> None:
    """`Author` and, in the next cell or line, who that is."""
    article = summary(page("Author", "Murat Laumulin", PROSE, MORE)).article
    assert article is not None
    assert (article.byline, article.authors) == ("Author\nMurat Laumulin", ["Murat Laumulin"])


def test_a_linked_author_line_between_title_and_text_is_found() -> None:
    """A line that links to the author's page is no navigation."""
    line = 'By <a href="/authors/7.html">Murat Laumulin</a>'
    article = summary(page("<b>March 1999</b>", line, PROSE, MORE)).article
    assert article is not None
    assert article.authors == ["Murat Laumulin"]


def test_a_doctor_and_a_firm_below_a_text_sign_it() -> None:
    """Without `Dr.` it may be anything that a text ends with."""
    article = summary(page(PROSE, MORE, "Dr. Aigul Abylgazina, Caspian Shelf")).article
    assert article is not None
    assert article.authors == ["Aigul Abylgazina"]
    other = summary(page(PROSE, MORE, "Aigul Abylgazina, Caspian Shelf")).article
    assert other is not None
    assert other.authors == []


def test_a_bare_name_is_an_author_where_the_page_tells_who_that_is() -> None:
    """`Murat Laumulin` below the title, and `Murat Laumulin is a teacher in Taraz.` below the text."""
    bio = "Murat Laumulin is a teacher in Taraz."
    article = summary(page("Murat Laumulin", PROSE, MORE, bio)).article
    assert article is not None
    assert article.authors == ["Murat Laumulin"]
    alone = summary(page("Murat Laumulin", PROSE, MORE)).article
    assert alone is not None
    assert alone.authors == []


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Copyright © 1999, Ada Quill. Published in Issue 47 of Copper Wire", ("Ada Quill",)),
        ("(c) 2007 by J.W. Marsh and Boris Tamm. Released under the licence", ("J.W. Marsh", "Boris Tamm")),
        ("All contents copyright 1999 by Ada Quill and the Copper Wire Cooperative.", ("Ada Quill",)),
        ("Copyright © 1999, the Copper Wire Cooperative", ()),
        ("Copyright © 1999 Steppe Bank", ()),
        ("Copyright © 1999, Cecily Quill. Published in Issue 47 of Copper Wire", ("Cecily Quill",)),
        ("Copyright (c) 1999 by Ada L. Law", ("Ada L. Law",)),
        ("The copyright of 1999 was Ada Quill's.", ()),
    ],
)
def test_a_copyright_line_names_whose_the_article_is(line: str, names: tuple[str, ...]) -> None:
    """A person before the rest of the notice; no company, no sentence."""
    blocks = read_html(f"<p>{line}</p>", url=URL).blocks
    assert holders(blocks, NOTHING_LEARNED) == names


def test_who_holds_the_copyright_of_the_whole_site_is_no_author() -> None:
    """The same line on half of the pages is the site's."""
    line = "Copyright © 1999, Ada Quill"
    model = SiteModel(pages=10, keys={block_key(line): 9})
    assert holders(read_html(f"<p>{line}</p>", url=URL).blocks, model) == ()


def test_an_author_line_above_a_text_without_a_printed_title_is_found() -> None:
    """Where only the contents say the title, as on pages whose titles are pictures without words."""
    promise = Promise(title="Grain on the Line", authors=("Asel Omarova",), issue=None)
    evidence = SiteEvidence(promises={canonical(URL): promise})
    found = settled(f"<p>By Asel Omarova</p><p>{PROSE}</p><p>{MORE}</p>", evidence=evidence)
    assert found.article is not None
    assert (found.article.title.text, found.article.byline.text) == ("Grain on the Line", "By Asel Omarova")
    assert found.unplaced == ()
    found = settled(f"<b>von Asel Omarova</b><p>{PROSE}</p><p>{MORE}</p>", evidence=evidence)
    assert found.article is not None
    assert (found.article.title.text, found.article.byline.text) == ("Grain on the Line", "von Asel Omarova")
    post = "Asel Omarova, Director, Harbour Bank JSC"
    masthead = "<p>KAZAKHSTAN International Business Magazine №4, 2005</p>"
    found = settled(f"{masthead}<p><i>{post}</i></p><p>{PROSE}</p><p>{MORE}</p>", evidence=evidence)
    assert found.article is not None
    assert (found.article.title.text, found.article.byline.text) == ("Grain on the Line", post)


POST = "Deputy Chairman of the Board, Harbour Bank JSC"


@pytest.mark.parametrize("lines", [("Asel Omarova", POST, PROSE, MORE), (PROSE, MORE, "Asel Omarova", POST)])
def test_what_somebody_is_stands_in_the_line_below_the_name(lines: tuple[str, ...]) -> None:
    """Both lines are the byline, and need no other proof; a heading of the text is no post."""
    article = summary(page(*lines)).article
    assert article is not None
    assert (article.authors, article.byline) == (["Asel Omarova"], f"Asel Omarova\n{POST}")
    assert [block.text for block in article.blocks] == [PROSE, MORE]
    headed = summary(page("By Asel Omarova", f"<b>{POST}</b>", PROSE, MORE)).article
    assert headed is not None
    assert [block.text for block in headed.blocks] == [POST, PROSE, MORE]
