"""Who wrote a text, by lines below and behind names, in heads, and among lines that look like names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pipelines.words.names import is_name
from tests.ezine import words
from tests.pipelines.habits import MANY, NAME, name, read, said, text, title
from tests.pipelines.test_unlike_authors import NAMES, authors, other

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    "form", ["<p>{}<br><a href=mailto:x>a{}@{}.example</a></p>", "<p>-- {}</p><p>&lt;a{}@{}.example&gt;</p>"]
)
def test_an_address_below_a_name_belongs_to_the_line(tmp_path: Path, form: str) -> None:
    """Over the text and behind it."""
    for page in ("<h1>{title}</h1>{by}{text}", "<h1>{title}</h1>{text}{by}"):
        pages = [
            page.format(title=title(n), by=form.format(name(n), n, words.THINGS[n]), text=text(n))
            for n in range(MANY)
        ]
        found = read(tmp_path, pages.__getitem__)
        assert authors(found) == NAMES
        assert [line["url"] for line in found if "@" in line["text"]] == []


def test_a_name_over_a_place_and_an_address_signs_one_text(tmp_path: Path) -> None:
    """No other page has a name at all."""
    signed = f"<p>{name(3)}<br>The Lamp House<br>(a3@quay.example)</p>"
    found = read(tmp_path, lambda n: f"<h1>{title(n)}</h1>{text(n)}{signed if n == 3 else ''}")
    assert authors(found) == [[name(3)] if n == 3 else [] for n in range(MANY)]


def test_whoever_signs_a_text_may_have_an_initial_more_over_it(tmp_path: Path) -> None:
    """The name over the text says more; somebody else's is a heading."""
    initial = [name(n).replace(" ", " Q. ", 1) for n in range(MANY)]

    def page(n: int) -> str:
        over = "Early Days" if n == 3 else initial[n]
        address = f"({words.THINGS[n].replace(' ', '')}@quay.example)"
        return f"<h1>{title(n)}</h1><h3>{over}</h3>{text(n)}<p>{name(n)}</p><p>{address}</p>"

    assert authors(read(tmp_path, page)) == [[name(n) if n == 3 else initial[n]] for n in range(MANY)]


def test_the_name_of_somebody_who_signs_often_is_no_frame(tmp_path: Path) -> None:
    """Five pages of twelve are one author's."""
    found = read(tmp_path, lambda n: f"<h1>{title(n)}</h1>{text(n)}<p>{name(n if n > 4 else 0)}</p>")
    assert authors(found) == [[name(n if n > 4 else 0)] for n in range(MANY)]


def test_an_author_line_on_all_pages_is_no_frame_beside_each_page_s_own_line(tmp_path: Path) -> None:
    """One author wrote them all, and no head says what the line above is."""
    found = read(tmp_path, lambda n: f"<p>{title(n)}</p><p>By Ann Lee</p>{text(n)}", head="{name}")
    assert authors(found) == [["Ann Lee"]] * MANY


def test_who_signs_an_editorial_at_its_end_wrote_it(tmp_path: Path) -> None:
    """`Editorial` over the title names nobody."""

    def page(n: int) -> str:
        signed = f"<p>{name(n)}</p><p>University of Eastport</p>"
        if n == 1:
            return f"<p>EDITORIAL</p><h1>{title(n)}</h1>{text(n)}{signed}"
        return f"<h1>{title(n)}</h1><p>By {name(n)}</p>{text(n)}"

    assert authors(read(tmp_path, page)) == NAMES


def test_the_magazine_holds_a_copyright_and_wrote_nothing(tmp_path: Path) -> None:
    """It is called as somebody might be; where somebody holds it, that is the author."""
    found = read(
        tmp_path,
        lambda n: (
            f"<h1>{title(n)}</h1>{text(n)}<p>Copyright © 1999, {'Harbour Lamps' if n % 3 else name(n)}.<br>"
            f"Published in issue {n} of Harbour Lamps</p>"
        ),
        head="{title} - Harbour Lamps",
    )
    assert authors(found) == [[] if n % 3 else [name(n)] for n in range(MANY)]


def test_a_part_of_the_head_may_name_the_author(tmp_path: Path) -> None:
    """`TITLE - by NAME - MAGAZINE`, where the page says nobody."""
    found = read(tmp_path, lambda n: f"<h1>{title(n)}</h1>{text(n)}", head="{title} - by {author} - {name}")
    assert authors(found) == NAMES


def test_a_sentence_over_the_text_that_tells_of_somebody_names_no_author(tmp_path: Path) -> None:
    """Who signs the text is; also where somebody answers questions."""
    for line in (
        "{}, director of the Steppe Museum, shares some thoughts on lamps.",
        "{}, director, answers our questions",
    ):
        pages = [
            f"<h1>{title(n)}</h1><p>{line.format(other(n))}</p>{text(n)}<p>{name(n)}</p>" for n in range(MANY)
        ]
        found = read(tmp_path, pages.__getitem__)
        assert authors(found) == NAMES


def test_a_name_behind_many_short_sources_signs_a_text(tmp_path: Path) -> None:
    """It is the page's last line before links and notices, on however many pages such sources stand."""

    def page(n: int) -> str:
        sources = "".join(f"<li>{said(n, f'source {at}', 1).partition(',')[0][:40]}" for at in range(9))
        return f"<h1>{title(n)}</h1>{text(n)}<ul>{sources}</ul><p>{name(n)}</p><p>© 1999 {NAME}</p>"

    found = read(tmp_path, page, foot="")
    assert authors(found) == NAMES


def test_a_picture_of_somebody_and_a_cell_are_no_signatures(tmp_path: Path) -> None:
    """Who is shown, or in a table, signs no part of the text."""
    shown = "<center><img src=a.gif><br><b>{}</b></center>".format
    table = "<table><tr><th>Lower Bound<th>Data Type<tr><td>1<td>2<tr><td>3<td>4</table>"
    found = read(
        tmp_path,
        lambda n: (
            f"<h1>{title(n)}</h1>{text(n)}{shown(other(n))}<p>So.</p>{table}{text(n + 20)}<p><b>{name(n)}</b></p>"
        ),
    )
    assert authors(found) == NAMES


@pytest.mark.parametrize("line", ["Simple DocBook Types", "Jane's Setting", "Slides DTD", "Jane’s Setting"])
def test_what_is_written_as_things_are_is_no_name(line: str) -> None:
    """Words in capitals without a vowel, with a capital inside, or that say whose something is."""
    assert not is_name(line)


@pytest.mark.parametrize(
    "line",
    [
        "Ian McKay",
        "Jane Law",
        "Marit L. Law",
        "Jean DUPONT",
        "JANE LYNCH",
        "Ann LaTour",
        "JoAnn DeWitt",
        "Tim O'Brien-Smith",
        "Laura d'Angelo",
    ],
)
def test_what_else_a_name_may_be(line: str) -> None:
    """Some names do, and some write surnames so; some are words."""
    assert is_name(line)


@pytest.mark.parametrize(
    "line",
    "Harbour Law;Stock Market;John Home Page;Hello Nathan;Other Info;Hardware World;Spectrum User".split(";"),
)
def test_what_means_something_behind_no_given_name_is_none(line: str) -> None:
    """As it is anywhere in a name but its end."""
    assert not is_name(line)


@pytest.mark.parametrize(
    ("behind", "others"),
    [
        ("&lt;a@b.example&gt; and {}", 1),
        ("&lt;a@b.example&gt;, {} &lt;c@d.example&gt;", 1),
        ("&lt;a@b.example&gt;, {}, and Asel Omarova", 2),
        ("(a@b.example), Harbour Quay", 0),
    ],
)
def test_a_mail_address_between_two_names_ends_no_author_line(
    tmp_path: Path, behind: str, others: int
) -> None:
    """Names are joined behind it, with a comma where the next has an address, too; a town behind one is nobody."""
    found = read(
        tmp_path, lambda n: f"<h1>{title(n)}</h1><p>By {name(n)} {behind.format(other(n))}</p>{text(n)}"
    )
    assert authors(found) == [[name(n), other(n), "Asel Omarova"][: 1 + others] for n in range(MANY)]


@pytest.mark.parametrize("made", ["Set", "Devised"])
def test_a_puzzle_is_set_by_somebody(tmp_path: Path, made: str) -> None:
    """As a text is written by somebody; who answers questions is no author."""
    found = read(tmp_path, lambda n: f"<h1>{title(n)}</h1><p>{made} by {name(n)}</p>{text(n)}")
    assert authors(found) == NAMES
    assert [line["url"] for line in found if f"{made} by" in line["text"]] == []


@pytest.mark.parametrize("team", ["The Editor Team", "Harbour Staff", "a team of the harbour"])
def test_a_team_is_an_author_below_a_title(tmp_path: Path, team: str) -> None:
    """It is announced, and called something; the same words in small letters are nobody."""
    by = [team if n < 2 else name(n) for n in range(MANY)]
    found = read(tmp_path, lambda n: f"<h1>{title(n)}</h1><p>by {by[n]}</p>{text(n)}")
    assert authors(found) == [*[[team] if team[0].isupper() else []] * 2, *NAMES[2:]]


def test_who_wrote_nearly_all_pages_is_their_author(tmp_path: Path) -> None:
    """The line stands on nearly each, right above the title or below it; one that stands elsewhere is the site's."""
    by = f"<p>by {name(0)}</p>"
    above = read(tmp_path, lambda n: f"{by}<h1>{title(n)}</h1>{text(n)}<p>Harbour Lamps</p>")
    below = read(tmp_path, lambda n: f"<h1>{title(n)}</h1>{by}{text(n)}<p>Harbour Lamps</p>")
    assert authors(above) == authors(below) == [[name(0)]] * MANY
    site = read(tmp_path, lambda n: f"<h1>{title(n)}</h1>{text(n)}<p>Harbour Lamps</p><p>by {name(0)}</p>")
    assert authors(site) == [[]] * MANY


def test_who_says_by_above_the_title_is_surer_than_names_below_it(tmp_path: Path) -> None:
    """Letters open with somebody's name, and a column's name over a date may look like one."""
    found = read(
        tmp_path,
        lambda n: (
            f"<p>Lamp Club - May {1990 + n}</p><p>by <a href='/a{n}.html'>{name(n)}</a></p><h1>{title(n)}</h1>"
            f"<p>{'Dear Mr. Hall' if n % 2 else name(n + 1)},</p>{text(n)}"
        ),
    )
    assert authors(found) == NAMES


def test_a_columns_name_over_the_month_of_its_issue_is_no_author(tmp_path: Path) -> None:
    """It may look like somebody's, and stand where a name is a habit."""
    columns = ("Lamp Club", "Quay Lantern", "Harbour Bell")
    found = read(tmp_path, lambda n: f"<p>{columns[n % 3]} - May {1990 + n}</p><h1>{title(n)}</h1>{text(n)}")
    assert authors(found) == [[]] * MANY


@pytest.mark.parametrize("line", ["Dear Mr. Hall", "Hello Ada", "Greetings Ivo Hall"])
def test_whom_a_letter_greets_is_nobodys_name(line: str) -> None:
    """It opens one."""
    assert not is_name(line)


@pytest.mark.parametrize(
    "line", ["Posted by zoltan on 3 March 1999 in Tools", "zoltan &lt;zoltan@wire.example&gt;"]
)
def test_a_handle_below_a_title_is_an_author(tmp_path: Path, line: str) -> None:
    """With a date behind it, or an address that has it, too."""
    found = read(
        tmp_path, lambda n: f"<h1>{title(n)}</h1><p>{line if n == 1 else f'By {name(n)}'}</p>{text(n)}"
    )
    assert authors(found)[1] == ["zoltan"]


def test_the_way_to_a_page_names_no_author(tmp_path: Path) -> None:
    """It ends in the title, which may say who made what is reviewed."""
    called = f"Book review: {title(1)} by Ann Lee"
    way = f"<p><a href=/>Home</a> &gt; <a href=/i>Issue 4</a> &gt; {called}</p><h1>{called}</h1>"
    found = read(tmp_path, lambda n: (way if n == 1 else f"<h1>{title(n)}</h1>") + text(n))
    assert [line["authors"] for line in found if line["title"] == called] == [[]]
