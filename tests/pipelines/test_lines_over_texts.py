"""Short lines that stand over the texts of several pages, however seldom: columns' names, and authors' names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pipelines.archive.derive import derive
from pipelines.archive.model_file import learned_before
from pipelines.article.heads import Heads
from pipelines.article.title import find_title
from pipelines.document.html import read_html
from pipelines.site import grouping
from pipelines.site.model import linked_key
from pipelines.site.over_text import LineCount, lines_over_text
from tests.pipelines.gazette_page import GENERIC, MORE, PROSE, URL, settled_page
from tests.pipelines.magazines import lines
from tests.pipelines.reading import memento

if TYPE_CHECKING:
    from pathlib import Path

    from pipelines.settled import Settled


def _title(settled: Settled) -> str | None:
    return None if settled.article is None else settled.article.title.text


def _over(*lines: str, text: str = PROSE) -> tuple[str, ...]:
    body = "".join(f"<p>{line}</p>" for line in (*lines, text))
    return lines_over_text(read_html(body, url=URL).blocks)


def test_lines_over_the_texts_of_three_pages_are_known() -> None:
    """Not those of a page without a text, none that stands over two, and none that stands over half of all."""
    pages = [
        (f"From the Quay{mark}", f"Ward {ward}") for mark, ward in zip(("", ":", "!"), "ABC", strict=True)
    ]
    assert _over(*pages[1]) == ("from the quay", "ward b")
    assert _over("From the Quay", text="Index") == ()
    assert _over(PROSE, "Behind it") == ()
    count = LineCount()
    for over in (*pages, ("Index", "Lamps"), ("Index", "Lamps"), ("Index",), ("Index",)):
        count.add(_over(*over))
    assert count.over_several() == {"from the quay": 3}
    assert not LineCount().over_several()


def test_of_very_many_lines_over_a_text_the_nearest_are_known() -> None:
    """A menu may stand over all of them."""
    lines = _over(*(f"Entry {chr(ord('a') + n % 26)}{chr(ord('a') + n // 26)}" for n in range(100)))
    assert len(lines) == 40
    assert lines[-1] == "entry vd"


def test_lines_are_counted_over_all_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Furniture is learned from a sample; a column that stands on three pages of none of it is known all the same.

    What the model was learned from are all pages, too.
    """
    monkeypatch.setattr(grouping, "SAMPLE", 5)
    pages = {}
    for n, name in enumerate("abcdefghijklmnopqrst"):
        column = "From the Quay" if n > 16 else f"Lamp {name * 3}"
        text = " ".join(f"{name}{word}" for word in (PROSE + MORE).split())
        pages[f"http://gazette.example/{n // 4}/{n}.html"] = (
            f"<p>Home</p><h2>{column}</h2><h2>Ward {name * 3}</h2><p>By Ada Br{name}nk</p><p>{text}</p>"
        )
    mementos = [memento(body, url, second=n) for n, (url, body) in enumerate(pages.items())]
    model_file = tmp_path / "model.json"
    derive(mementos, profile=GENERIC, folder=tmp_path / "all", model_file=model_file)
    model = learned_before(model_file)
    assert model.pages == 5
    assert model.lines["from the quay"] == 3
    titles = {line["url"]: line["title"] for line in lines(tmp_path / "all" / "articles.jsonl")}
    assert titles["http://gazette.example/4/18.html"] == "Ward sss"
    derive(mementos[:-1], profile=GENERIC, folder=tmp_path / "less", model_file=model_file)
    assert "from the quay" not in learned_before(model_file).lines


def test_a_column_s_name_is_no_title_over_a_title_that_is_signed() -> None:
    """It stands over other texts, too; without an author line it may be the title, over a heading of the text."""
    signed = f"<p><b>From the Quay</b></p><p><b>Lamps by Hand</b></p><p>By Ada Brink</p><p>{PROSE}</p><p>{MORE}</p>"
    assert _title(settled_page(signed, lines={"From the Quay": 9})) == "Lamps by Hand"
    unsigned = f"<p><b>Letters</b></p><p><b>Lamps by Hand</b></p><p>{PROSE}</p><p><b>Oil</b></p><p>{MORE}</p>"
    assert _title(settled_page(unsigned, lines={"Letters": 9})) == "Letters"


def test_a_column_s_name_is_no_title_over_a_title_whose_author_works_somewhere() -> None:
    """A name over where one works is as good as an author line."""
    signed = "<p><b>From the Quay</b></p><p><b>Lamps by Hand</b></p><p>Ada Brink</p><p>Harbour College</p>"
    body = f"{signed}<p>{PROSE}</p><p>{MORE}</p>"
    assert _title(settled_page(body, lines={"From the Quay": 9})) == "Lamps by Hand"


def test_a_column_s_name_is_no_title_over_what_is_reviewed() -> None:
    """Who made that stands between its name and the reviewer's; a reviewer's line says nothing of the one over it."""
    made = "Drawn by Ivo Hall<br>Lamp House, Eastport<br>Reviewed by Ada Brink<br>Eastport<br>Lamp House, Eastport"
    body = f"<h2>Reviews</h2><p>Lamps by Hand<br>{made}</p><p>{PROSE}</p><p>{MORE}</p>"
    assert _title(settled_page(body, lines={"Reviews": 9})) == "Lamps by Hand"
    assert _title(settled_page(body, lines={"Reviews": 9, "Lamps by Hand": 3})) == "Lamps by Hand"
    unnamed = body.replace("Lamps by Hand<br>", "")
    assert _title(settled_page(unnamed, lines={"Reviews": 9})) == "Reviews"


def test_a_column_s_name_is_no_title_over_one_set_as_it_is() -> None:
    """Nothing behind the beginning of the text is set so; a second line of the title may be."""
    text = f"<p>{PROSE}</p><p>{MORE}</p>"
    for second in ("", "<h2>And How They Were Lit</h2>"):
        body = f"<h2>From the Quay</h2><h2>Lamps by Hand</h2>{second}<p>Brink</p>"
        assert _title(settled_page(body + text, lines={"From the Quay": 9})) == "Lamps by Hand"
        assert _title(settled_page(body + text, lines={})) == "From the Quay"
        parted = f"{body}<p>{PROSE}</p><h2>Oil</h2><p>{MORE}</p>"
        assert _title(settled_page(parted, lines={"From the Quay": 9})) == "From the Quay"


def test_what_stands_below_a_column_s_name_is_no_title_where_the_head_s_words_are_printed() -> None:
    """A box beside the text has a heading over others, and one below that, as large as the title."""
    box = "<h6>Just In</h6><h1>Related</h1><p><a href='oil.html'>Oil</a></p><h6>Read On</h6>"
    body = f"{box}<h1>Lamps by Hand</h1><p>{PROSE}</p><p>{MORE}</p>"
    told = settled_page(body, lines={"Just In": 9}, title="Lamps by Hand - The Quay Gazette")
    assert _title(told) == "Lamps by Hand"


def test_a_title_in_two_lines_with_a_colon_between_stands_below_a_column_s_name() -> None:
    """A line in a colon that no other line set as it is goes on is a column's name itself."""
    text = f"<p>{PROSE}</p><p>{MORE}</p>"
    body = "<p><b>From the Quay</b></p><h3>Lamps by Hand:</h3>"
    whole = settled_page(
        f"{body}<h3>Who Lit the Quay</h3>{text}", lines={"From the Quay": 9}, keys={"home": 90}
    )
    assert _title(whole) == "Lamps by Hand: Who Lit the Quay"
    half = settled_page(f"{body}<p>Who Lit the Quay</p>{text}", lines={"From the Quay": 9}, keys={"home": 90})
    assert _title(half) == "From the Quay"


def test_a_title_below_a_column_s_name_may_end_like_a_sentence() -> None:
    """So do books in a list of what is reviewed, whether the column's name is set apart or not."""
    for mark in (".", ","):
        made = f"Lamps by Hand{mark}<br>Edited by Ivo Hall.<br>Harbour Press, 1993.<br>Reviewed by Ada Brink"
        body = f"<h2>Reviews</h2><p>{made}</p><p>{PROSE}</p><p>{MORE}</p>"
        assert _title(settled_page(body, lines={"Reviews": 9})) == f"Lamps by Hand{mark}"


def test_where_the_author_works_is_no_title_said_twice() -> None:
    """What is staged there, and who tells of it, come from one town; the second stands below the author line."""
    town = "Staged at the Lamp House<br>Eastport"
    body = (
        f"<h3>Lamps by Hand</h3><p>{town}</p><p>by Ada Brink<br>Harbour College<br>Eastport</p><p>{PROSE}</p>"
    )
    assert _title(settled_page(body + f"<p>{MORE}</p>", lines={})) == "Lamps by Hand"


def test_a_column_s_name_that_announces_a_title_is_none() -> None:
    """`EDITORIAL:` says that the title follows, on other pages or not."""
    body = f"<p><b>EDITORIAL:</b></p><p><b>Lamps by Hand</b></p><p>{PROSE}</p><p>{MORE}</p>"
    assert _title(settled_page(body, lines={})) == "Lamps by Hand"


def test_what_the_head_says_is_the_title_over_other_texts_or_not() -> None:
    """`Letters` may be the title of a page in each issue, but none over a title that is set higher, and signed."""
    body = f"<h2>Letters</h2><h3>Lamps by Hand</h3><p>By Ada Brink</p><p>{PROSE}</p><p>{MORE}</p>"
    assert _title(settled_page(body, lines={"Letters": 9}, title="Letters")) == "Letters"
    higher = body.replace("h3", "h1")
    assert _title(settled_page(higher, lines={"Letters": 9}, title="Letters")) == "Lamps by Hand"


def test_a_bare_name_that_stands_over_other_texts_is_the_author() -> None:
    """Linked or not, and although it stands on so many pages that it is learned; above the title it is not."""
    name = "<p><a href='/ada.html'>Ada Brink</a></p>"
    keys, lines = {linked_key("ada brink"): 40, "home": 100}, {"Ada Brink": 40}
    head = "<p>Home</p>"
    text = f"<p>{PROSE}</p><p>{MORE}</p>"
    below = settled_page(
        f"{head}<h1>Lamps by Hand</h1>{name}{text}", lines=lines, keys=keys, title="Lamps by Hand"
    )
    assert below.article is not None
    assert below.article.byline.authors == ("Ada Brink",)
    once = settled_page(f"{head}<h1>Lamps by Hand</h1>{name}{text}", lines={}, title="Lamps by Hand")
    assert once.article is not None
    assert once.article.byline.authors == ()
    above = settled_page(
        f"{head}{name}<h1>Lamps by Hand</h1>{text}", lines=lines, keys=keys, title="Lamps by Hand"
    )
    assert above.article is not None
    assert above.article.byline.authors == ()


def test_of_names_over_other_texts_that_with_a_given_name_is_the_author() -> None:
    """A firm or a section may look like a name, and stand nearer to the title; else the first is it."""
    lines = {"Power House": 9, "Anna Brink": 9, "Ola Brink": 9}
    for last in ("Anna Brink", "Ola Brink"):
        facts = "".join(f"<p>Oil {n} of 9</p>" for n in range(12))
        body = f"<h1>Lamps by Hand</h1><p>Power House</p>{facts}<p>{last}</p><p>{PROSE}</p><p>{MORE}</p>"
        article = settled_page(body, lines=lines, title="Lamps by Hand - Gazette").article
        assert article is not None
        assert article.byline.authors == ("Anna Brink" if last == "Anna Brink" else "Power House",)


def test_a_linked_name_over_a_text_with_a_link_is_no_menu_s() -> None:
    """A menu's links say nothing else."""
    name, text = (
        "<p><a href='ada.html'>Ada Brink</a></p>",
        PROSE.replace("lamps", "<a href='oil.html'>lamps</a>"),
    )
    body = f"<h1>Lamps by Hand</h1>{name}<p>{text}</p><p>{MORE}</p>"
    article = settled_page(body, lines={"Ada Brink": 9}, title="Lamps by Hand - Gazette").article
    assert article is not None
    assert article.byline.authors == ("Ada Brink",)


def test_a_menus_link_that_looks_like_a_name_is_no_author() -> None:
    """It stands over other texts, too, and so do the links beside it."""
    menu = "<p><a href='a.html'>Under the Dome</a></p><p><a href='b.html'>Early Calendar</a></p>"
    body = f"<h1>Lamps by Hand</h1>{menu}<p>{PROSE}</p><p>{MORE}</p>"
    settled = settled_page(body, lines={"Early Calendar": 9}, title="Lamps by Hand - Gazette")
    assert settled.article is not None
    assert settled.article.byline.authors == ()
    alone = settled_page(
        body.replace("Under the Dome", ""), lines={"Early Calendar": 9}, title="Lamps by Hand - Gazette"
    )
    assert alone.article is not None
    assert alone.article.byline.authors == ("Early Calendar",)


def test_a_column_s_name_with_its_issue_is_no_title() -> None:
    """It stands over other texts, its date aside, and over the author's name here; what the head says is one."""
    over = "<p>Letters - June 1999</p><p>by Ada Brink</p>"
    body = f"<p>Lamps by Hand</p><p>{PROSE}</p><p>{MORE}</p>"
    lines = {"Letters - June 1999": 9}
    assert _title(settled_page(over + body, lines=lines)) == "Lamps by Hand"
    assert (
        _title(settled_page(over + body, lines=lines, title="Letters - June 1999")) == "Letters - June 1999"
    )
    assert _title(settled_page(over + body)) == "Letters - June 1999"
    alone = f"{over}<p>{PROSE}</p><p>{MORE}</p>"
    assert _title(settled_page(alone, lines=lines)) == "Letters - June 1999"


def test_of_a_head_without_the_site_s_name_all_is_the_page_s_own() -> None:
    """What it does not say gains nothing by the author line below it."""
    body = f"<p>From the Quay</p><p>by Ada Brink</p><p>Lamps by Hand</p><p>{PROSE}</p><p>{MORE}</p>"
    assert _title(settled_page(body, title="Lamps by Hand")) == "Lamps by Hand"


@pytest.mark.parametrize(
    "below",
    [
        ("Drawn by Ivo Hall", "Lamp House, Eastport", "Reviewed by Ada Brink"),
        ("or, What the Keeper Saw", "Ada Brink", "Harbour College"),
    ],
)
def test_the_first_line_over_credits_or_where_the_author_works_is_the_title(below: tuple[str, ...]) -> None:
    """Not what stands right over the author, and not what the head says in other words."""
    lines = "".join(f"<p>{line}</p>" for line in ("Lamps by Hand", *below, PROSE, MORE))
    blocks = read_html(lines, url=URL).blocks
    heads = Heads(texts=("Brink on lighting",), own=("Brink on lighting",))
    found = find_title(blocks, heads=heads, promised=None, after=-1, profile=GENERIC, known_site=True)
    assert found is not None
    assert found.text == "Lamps by Hand"


def test_who_wrote_two_of_the_pages_that_are_linked_is_no_title() -> None:
    """The name stands below each link, and so is printed twice."""
    listed = "".join(f"<p><a href='{n}.html'>Lamps of Ward {n}</a></p><p>Ada Brink</p>" for n in (1, 2))
    blocks = read_html(f"<p>The Wards</p>{listed}<p>{PROSE}</p>", url=URL).blocks
    found = find_title(blocks, heads=Heads(), promised=None, after=-1, profile=GENERIC)
    assert found is not None
    assert found.text == "The Wards"
