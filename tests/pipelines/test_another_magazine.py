"""Another magazine needs a profile and nothing else: issues by volume and by season are found, with their articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from crawler import sites
from pipelines.archive.derive import derive
from pipelines.profile import Profile
from pipelines.read import read_page
from pipelines.words.issue_wording import wording_of
from tests.harbour.site import HOME, WORDINGS, articles, pages
from tests.pipelines.magazines import lines
from tests.pipelines.reading import MORE, PROSE, capture, memento, pieces

if TYPE_CHECKING:
    from pathlib import Path

SITE = "http://harbour-review.example"


def test_the_harbour_review_is_read_without_a_difference(tmp_path: Path) -> None:
    """Eight issues, four articles each: numbers, years, titles, authors, texts; nothing extra, no block left over."""
    captures = [
        memento(page.encode("cp1252"), SITE + path, second=n, mime="text/html; charset=windows-1252")
        for n, (path, page) in enumerate(pages().items())
    ]
    counts = derive(captures, profile=sites.load("harbour"), folder=tmp_path)
    issues = lines(tmp_path / "issues.jsonl")
    assert [(line["year"], line["number"]) for line in issues] == sorted(WORDINGS)
    for line in issues:
        wanted = articles()[line["year"], line["number"]]
        assert [(p["url"], p["title"], p["authors"]) for p in line["promised"]] == [
            (SITE + a.path, a.title, [a.author]) for a in wanted
        ]
        assert line["missing"] == []
    held = {line["url"]: line for line in lines(tmp_path / "articles.jsonl")}
    every = {SITE + a.path: (issue, a) for issue, listed in articles().items() for a in listed}
    assert held.keys() == every.keys()
    for url, ((year, number), article) in every.items():
        line = held[url]
        assert (line["title"], line["authors"]) == (article.title, [article.author])
        assert (line["issue"]["year"], line["issue"]["number"]) == (year, number)
        assert [block["text"] for block in line["blocks"]] == list(article.paragraphs)
    assert (counts.unplaced, counts.missing) == (0, {})
    assert HOME in pages()


@pytest.mark.parametrize(
    ("text", "issue"),
    [
        ("Issue 3, Spring 1999", (1999, "3")),
        ("Spring 1999, No. 3", (1999, "3")),
        ("Issue 1-2, Winter/Spring 1999", (1999, "1/2")),
        ("Vol. 12, No. 4 (Autumn 1999)", (1999, "4")),
        ("Volume 12 No. 4", (1997, "4")),
        ("Vol. 1 Issue 1", (1986, "1")),
        ("— №4, 2005", (2005, "4")),
        ("Issue 2, Lent 1998", (1998, "2")),
        ("No. 7 (31), December 1998", (1998, "7")),
        ("№12 (104) 2004 г.", (2004, "12")),
        ("Issue No. 4, 2005", (2005, "4")),
        ("No. 3/1999", (1999, "3")),
        ("Nr. 5/6/1999", (1999, "5/6")),
        ("Volume 12, Number 4 (Winter 2001)", (2001, "4")),
        ("VOLUME IV #2 MARCH 1994", (1994, "2")),
        ("Vol. xii, No. 3, 1999", (1999, "3")),
        ("Vol. 3, #2, Summer 1999", (1999, "2")),
        ("No. 3/19991", None),
        ("Issue 4, Winter 2001/02", (2001, "4")),
        ("Issue 4, Winter 1999/2000", (1999, "4")),
        ("Volume 12", None),
        ("Issue 3", None),
        ("Issue 3, Ramadan 1999", None),
        ("Spring 1999", None),
    ],
)
def test_an_issue_is_read_in_many_wordings(text: str, issue: tuple[int, str] | None) -> None:
    """Numbers, seasons, volumes and years in any order that says one issue and nothing else."""
    assert wording_of(sites.load("harbour")).read(text) == issue


def test_a_profile_adds_words_of_its_own_language() -> None:
    """A German magazine's `Heft` and `Frühling` need two lines of TOML."""
    profile = sites.parse(
        'name = "hafen"\ntitle = "Hafenblatt"\nissue_words = ["Heft"]\nseason_words = ["Frühling"]',
        where="test",
    )
    assert wording_of(profile).read("Heft 3, Frühling 1999") == (1999, "3")
    assert wording_of(sites.load("generic")).read("Heft 3, Frühling 1999") is None


def test_an_index_is_read_in_those_wordings() -> None:
    """A running number is no issue of its own, and a number may be joined to its year."""
    wordings = {
        "No. 7 (31), December 1998": (1998, "7"),
        "Heft 3/1999": (1999, "3"),
        "Heft 4/1999": (1999, "4"),
        "No. 4, Winter 2001/02": (2001, "4"),
        "Выпуск 12 (40), март 2004": (2004, "12"),
        "Выпуск 1/2 (41), апрель 2005 г.": (2005, "1/2"),
    }
    profile = sites.parse(
        'name = "hafen"\ntitle = "Hafenblatt"\nissue_words = ["Heft", "Выпуск"]\nseason_words = ["март", "апрель"]',
        where="test",
    )
    links = "".join(f"<li><a href='/{at}/'>{wording}</a></li>" for at, wording in enumerate(wordings))
    url = "http://hafen.example/"
    found = read_page(
        f"<ul>{links}</ul>".encode(),
        url=url,
        content_type="text/html; charset=utf-8",
        capture=capture(url),
        profile=profile,
    ).issue_index
    assert [((issue.year, issue.number), issue.url) for issue in found] == [
        (issue, f"{url}{at}/") for at, issue in enumerate(wordings.values())
    ]


def test_volumes_without_a_first_year_are_no_issues() -> None:
    """Nobody can know the year of `Volume 12 No. 4` if the profile doesn't say it."""
    assert wording_of(Profile(name="x", title="X")).read("Volume 12 No. 4") is None


def test_hostile_text_makes_no_pattern_slow() -> None:
    """Long runs of what may stand between parts are given up at once."""
    wording = wording_of(sites.load("harbour"))
    for text in (
        " ,.;" * 40,
        "spring " * 23,
        "volume 1 no. " * 12,
        "№" + " " * 150 + "x",
        "1999" + "-" * 150,
    ):
        assert wording.read(text) is None


def test_without_any_profile_the_main_text_is_found(tmp_path: Path) -> None:
    """The generic profile gives title, author and text of an article page of nobody's magazine."""
    body = (
        "<title>Salt - The Coast Daily</title><ul><li><a href=/>Home</a><li><a href=/s>Sport</a>"
        f"</ul><h1>Salt</h1><p>By Edith Marlowe</p><p>{PROSE}</p><p>{MORE}</p><p>{PROSE[::-1].capitalize()}.</p>"
        "<p>© 2016 The Coast Daily</p>"
    )
    derive([memento(body, "http://coast.example/salt")], profile=sites.load("generic"), folder=tmp_path)
    (line,) = lines(tmp_path / "articles.jsonl")
    assert (line["title"], line["authors"]) == ("Salt", ["Edith Marlowe"])
    assert [block["text"] for block in line["blocks"]][:2] == [PROSE, MORE]


@pytest.mark.parametrize("line", ["Volume 12", "Vol. 3", "<a href='/12/'>Volume 12</a>", "No.", "2005"])
def test_half_of_an_issue_s_name_alone_is_no_index(line: str) -> None:
    """A volume says neither year nor number where nothing tells when the first one was."""
    assert pieces(f"<p>{line}</p><h1>Grain</h1><p>{PROSE}</p><p>{MORE}</p>", "issue_index") == []
