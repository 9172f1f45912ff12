"""Pages of many parts, letters and tips: the list of them is text, and who signs a part did not write all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from crawler import sites
from pipelines.archive.survey import note
from pipelines.article.name_line import alone
from pipelines.document.html import read_html
from pipelines.parsed import parse
from tests.pipelines.alone import PARAGRAPHS, TITLE, URL, read_alone, said_alone
from tests.pipelines.habits import MANY, name, read, said, text, title

if TYPE_CHECKING:
    from pathlib import Path

HEADS = ("Wagons in winter", "Who owns the line", "A word on prices", "Seed for next year")
SENDERS = ("Asel Omarova", "Viktor Tsoi", "Yelena Kim", "Murat Laumulin")
_LIST = "".join(f"<li><a href='#{n}'>{head}</a></li>" for n, head in enumerate(HEADS))


def _parts(signed: str = "") -> str:
    """Return four parts, each with a heading, the line that it is `signed` with below that, and a text."""
    return "".join(
        f"<h3><a name={n}></a>{head}</h3>{signed.format(name)}<p>{text}</p>"
        for n, (head, text, name) in enumerate(zip(HEADS, PARAGRAPHS, SENDERS, strict=True))
    )


def test_a_list_of_the_parts_below_is_text() -> None:
    """Its links lead nowhere else, and say what the headings do; a line like `On this page` says that it is none."""
    greeting = "<p>Here is what could be answered this month.</p>"
    assert said_alone(f"<h1>{TITLE}</h1>{greeting}<ul>{_LIST}</ul>{_parts()}").count("Wagons in winter") == 2
    beside = f"<h1>{TITLE}</h1>{greeting}<p>On this page</p><ul>{_LIST}</ul>{_parts()}"
    assert said_alone(beside).count("Wagons in winter") == 1


def test_parts_of_a_page_are_promised_by_nobody() -> None:
    """A table of contents that leads to the page itself names its parts, and not the page after the first of them."""
    body = f"<h1>{TITLE}</h1><p>Contents</p><ul>{_LIST}</ul>{_parts()}"
    parsed = parse(body.encode(), url=URL, content_type="text/html", profile=sites.load("generic"))
    assert [piece.kind for piece in parsed.pieces] == ["contents"]
    assert note(parsed).contents == ()


@pytest.mark.parametrize(
    "signed", ["<p>By {}</p>", "<p>From {}</p>", "<p>{}</p>", "<p>{} (post@wire.example)</p>"]
)
def test_who_signs_the_parts_did_not_write_the_page(signed: str) -> None:
    """A name below each heading is a sender's; one that stands over all of them is the author's."""
    found = read_alone(f"<h1>{TITLE}</h1>{_parts(signed)}")
    assert found is not None
    assert (found.authors, found.byline) == ([], None)
    assert "Yelena Kim" in found.text
    found = read_alone(f"<h1>{TITLE}</h1><p>By Ann Lee</p>{_parts(signed)}")
    assert found is not None
    assert found.authors == ["Ann Lee"]


def test_the_last_of_several_signatures_is_no_authors() -> None:
    """However each is set: letters are signed by those who wrote them."""
    ends = ("<p>{}</p>", "<p>-- {}, post@wire.example</p>", "<p>{}</p>", "<p>&mdash;{}</p>")
    parts = "".join(
        f"<h3>{head}</h3><p>{text}</p>{end.format(name)}"
        for head, text, name, end in zip(HEADS, PARAGRAPHS, SENDERS, ends, strict=True)
    )
    found = read_alone(f"<h1>{TITLE}</h1>{parts}")
    assert found is not None
    assert found.authors == []
    assert found.text.endswith("—Murat Laumulin")


def test_a_list_beside_the_text_ends_before_the_parts_of_the_page() -> None:
    """Contents of an issue on the page's left lead elsewhere; the next links are what the page itself has."""
    issue = "".join(
        f"<a href='{n}.html'>{text.split(',')[0]}</a><br>" for n, text in enumerate(PARAGRAPHS[:3])
    )
    issue += f"<a href='grain.html'>{TITLE}</a><br><a href='5.html'>Wagons and ports</a>"
    body = f"<p>In this issue</p>{issue}<p>Search</p><b>{TITLE}</b><p>Letters.</p>{_LIST}{_parts()}"
    parsed = parse(body.encode(), url=URL, content_type="text/html", profile=sites.load("generic"))
    (contents,) = parsed.pieces
    assert contents.text.splitlines()[-1] == "Wagons and ports"


def test_the_first_of_several_dates_below_headings_is_text(tmp_path: Path) -> None:
    """Each letter has one; right below the title it is when the page was posted."""

    def page(n: int) -> str:
        letters = "".join(
            f"<h3>{head}</h3><p>Tue, {n + k + 1} Mar 1998</p><p>{said(n, head)}</p>"
            for k, head in enumerate(HEADS)
        )
        return f"<h1>{title(n)}</h1>" + (f"<p>Write to us.</p>{letters}" if n == 1 else text(n))

    (line,) = (line for line in read(tmp_path, page) if line["title"] == title(1))
    assert line["text"].count("Mar 1998") == len(HEADS)


def test_who_signs_each_of_several_parts_wrote_all() -> None:
    """Reviews, with what each cost below the name; two who sign a part each are no authors of the whole."""

    def authors(*names: str) -> list[str]:
        parts = "".join(
            f"<h2>{head}</h2><p>{text}</p><p><b>{name}</b></p><p>Price: 9 shillings</p><p>Pages: 90</p>"
            f"<p>Weight: 3 ounces</p><p>Printed in 1909</p>"
            for head, text, name in zip(HEADS, PARAGRAPHS, names, strict=False)
        )
        article = read_alone(f"<h1>{TITLE}</h1>{parts}")
        assert article is not None
        return article.authors

    assert authors(*["Asel Omarova"] * 3) == ["Asel Omarova"]
    assert authors("Asel Omarova", "Viktor Tsoi", "Yelena Kim") == []


def test_who_signs_several_texts_signs_any(tmp_path: Path) -> None:
    """On a quarter of the pages somebody's name ends the text: that is no habit, but it is the same on three."""

    def page(n: int) -> str:
        by = {1: "Asel Omarova", 2: "Viktor Tsoi"}.get(n % 4 if n < MANY - 2 else 0, "")
        return f"<h1>{title(n)}</h1>{text(n)}<p>{by if n != 2 else 'Yelena Kim'}</p>"

    found = {line["title"]: line["authors"] for line in read(tmp_path, page)}
    assert [found[title(n)] for n in (1, 2, 5, 6)] == [["Asel Omarova"], [], ["Asel Omarova"], []]


def test_a_heading_tagged_as_the_others_is_no_bare_name(tmp_path: Path) -> None:
    """Where half of the pages have a bare name over their text, a letter's heading may look like one."""

    def page(n: int) -> str:
        if n % 2 or n > MANY / 2:
            return f"<h1>{title(n)}</h1><p>{name(n)}</p>{text(n)}"
        if n != 2:
            return f"<h1>{title(n)}</h1>{text(n)}"
        parts = "".join(f"<h3>{head}</h3><p>{said(n, head)}</p>" for head in ("Neverwinter Nights", *HEADS))
        return f"<h1>{title(n)}</h1>{parts}"

    authors = {line["title"]: line["authors"] for line in read(tmp_path, page)}
    assert [authors[title(n)] for n in (2, 3)] == [[], [name(3)]]


def test_short_lines_like_names_within_a_text_are_no_signatures(tmp_path: Path) -> None:
    """Where pages are signed behind their texts, so is one whose headings look like names."""

    def page(n: int) -> str:
        lines = ("Digital Borders", "Copper Roads", "Silent Harbours") if n == 1 else ()
        parts = "".join(f"<h3>{line}</h3><p>A note on it</p><p>{said(n, line)}</p>" for line in lines)
        return f"<h1>{title(n)}</h1>{text(n)}{parts}<p>{name(n)}</p>"

    authors = {line["title"]: line["authors"] for line in read(tmp_path, page)}
    assert authors[title(1)] == [name(1)]


def test_who_answers_all_letters_is_none_of_their_senders(tmp_path: Path) -> None:
    """The name stands over the text as theirs do over their letters, but each of those says `From`."""

    def page(n: int) -> str:
        if n != 2:
            return f"<h1>{title(n)}</h1><p>By Ann Lee</p>{text(n)}"
        letters = _parts("<p>From {} &lt;post@wire.example&gt;</p>").replace("h3>", "p>")
        return f"<h1>{title(n)}</h1><p>On rails, and more</p><p>Ann Lee</p><p>{said(n, 'all')}</p>{letters}"

    authors = {line["title"]: line["authors"] for line in read(tmp_path, page)}
    assert authors[title(2)] == ["Ann Lee"]


def test_a_part_s_heading_is_no_bare_name_if_the_text_says_a_word_of_it_small(tmp_path: Path) -> None:
    """However headings are set; a name no word of which the text says stays one."""

    def page(n: int) -> str:
        if n > 3:
            return f"<h1>{title(n)}</h1><p>{name(n)}</p>{text(n)}"
        first = "Steam Harvest" if n == 2 else name(n)
        parts = "".join(f"<p>{head}</p><p>{said(n, head)} So much for steam.</p>" for head in (first, *HEADS))
        return f"<h1>{title(n)}</h1>{parts}"

    authors = {line["title"]: line["authors"] for line in read(tmp_path, page)}
    assert [authors[title(n)] for n in (2, 3)] == [[], [name(3)]]


def test_who_signs_the_last_of_several_letters_did_not_write_all(tmp_path: Path) -> None:
    """However the others are signed, if one is with a dash."""

    def page(n: int) -> str:
        if n != 2:
            return f"<h1>{title(n)}</h1>{text(n)}<p>{name(n)}</p>"
        signed = ("<p>Ivo Hall</p><p>Eastport</p>", "<p>-- Joan</p>", f"<p><b>{name(n)}</b></p>")
        letters = "".join(
            f"<p><b>{head}</b></p><p>{said(n, head)}</p>{by}" for head, by in zip(HEADS, signed, strict=False)
        )
        return f"<h1>{title(n)}</h1>{letters}"

    authors = {line["title"]: line["authors"] for line in read(tmp_path, page)}
    assert [authors[title(n)] for n in (2, 3)] == [[], [name(3)]]


def test_a_name_over_no_text_is_alone() -> None:
    """A cartoon has no line that could sign a part of it."""
    line = read_html("<p>Ada Brink</p>", url=URL).blocks[0]
    assert alone([(line, ("Ada Brink",), "")], []) == [(line, ("Ada Brink",), "")]
