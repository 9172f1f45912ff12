"""The final lines: a function of the captures, in an order of their own, one page each, the newest good one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from crawler import sites
from crawler.replica.folder import write
from crawler.replica.replica import Replica
from pipelines.archive.derive import DerivedCounts, derive
from tests.pipelines.magazines import lines, mementos
from tests.pipelines.reading import MORE, PROFILE, PROSE, URL, memento, page

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from output.memento import Memento

FILES = ("articles.jsonl", "issues.jsonl", "furniture.jsonl", "captures.jsonl")


def _derive(captures: Iterable[Memento], folder: Path) -> DerivedCounts:
    return derive(captures, profile=PROFILE, folder=folder)


def test_lines_do_not_depend_on_the_order_of_the_crawl(tmp_path: Path) -> None:
    """The same captures read in another order give the same files, to the byte."""
    write(Replica.build("definitions", issues=4), tmp_path / "site")
    captures = list(mementos(tmp_path / "site"))
    _derive(captures, tmp_path / "one")
    _derive(captures[::-1], tmp_path / "other")
    for name in FILES:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "other" / name).read_bytes(), name


def test_the_newest_good_capture_of_a_page_counts(tmp_path: Path) -> None:
    """Of two captures the later gives the line; a later error page, soft or hard, does not replace the article."""
    old, new = page(PROSE, MORE), page(PROSE, f"{MORE} And more.")
    gone = "<title>404 Not Found</title><p>The page you asked for was not found.</p>"
    counts = _derive(
        [
            memento(old, second=1),
            memento(new, second=2),
            memento(gone, second=3),
            memento("", second=4, status=404),
        ],
        tmp_path,
    )
    (article,) = lines(tmp_path / "articles.jsonl")
    assert article["blocks"][-1]["text"] == f"{MORE} And more."
    assert article["capture"]["date"] == "2026-01-01T12:00:02.000000Z"
    assert [line["error"] for line in lines(tmp_path / "captures.jsonl")] == [
        None,
        None,
        "the page says that it is none (soft 404)",
        None,
    ]
    assert counts.captures == 4


def test_www_and_the_bare_host_are_one_page(tmp_path: Path) -> None:
    """Captures under www, without it and over https are captures of one article."""
    urls = [URL, URL.replace("www.", ""), URL.replace("http:", "https:")]
    _derive([memento(page(PROSE, MORE), url, second=i) for i, url in enumerate(urls)], tmp_path)
    (article,) = lines(tmp_path / "articles.jsonl")
    assert article["url"] == urls[-1]


def test_a_second_address_of_an_article_is_no_second_article(tmp_path: Path) -> None:
    """The issue's own address shows its first article again; only the address the contents give is a line."""
    other = page(PROSE.replace("harvest", "yield"), MORE, title="Wagons and Ports").replace("45/56", "45/55")
    other = other.replace(">Wagons and Ports</a>&nbsp; Asel", ">Grain on the Northern Line</a>&nbsp; Asel")
    captures = [
        memento(page(PROSE, MORE), "http://www.investkz.com/en/journals/45/", second=1),
        memento(page(PROSE, MORE), URL, second=2),
        memento(other, "http://www.investkz.com/en/journals/45/56.html", second=3),
    ]
    _derive(captures, tmp_path)
    urls = [line["url"] for line in lines(tmp_path / "articles.jsonl")]
    assert sorted(urls) == [URL, "http://www.investkz.com/en/journals/45/56.html"]


def test_contents_name_title_and_authors_where_the_page_does_not(tmp_path: Path) -> None:
    """An article without masthead and author line takes issue, place and authors from the contents that list it."""
    bare = f"<p>Home</p><p>Wagons and Ports</p><p>{PROSE}</p><p>{MORE}</p>"
    listed = "http://www.investkz.com/en/journals/45/56.html"
    _derive([memento(page(PROSE, MORE), second=1), memento(bare, listed, second=2)], tmp_path)
    article = next(line for line in lines(tmp_path / "articles.jsonl") if line["url"] == listed)
    assert article["title"] == "Wagons and Ports"
    assert (article["authors"], article["byline"]) == (["Asel Omarova"], None)
    assert (article["issue"]["id"], article["position"]) == ("2005-4", 1)


def test_of_two_lists_of_no_known_issue_the_one_that_names_authors_tells_them(tmp_path: Path) -> None:
    """Each page lists titles beside its text, a page of contents says whose they are."""
    titles = ("Wagons and Ports", "Ice on the Northern Line")
    urls = [f"http://paper.example/7/{n}.html" for n in range(2)]
    links = [f"<a href='{url}'>{title}</a>" for url, title in zip(urls, titles, strict=True)]
    aside = f"<p>In this issue</p><ul><li>{links[0]}<li>{links[1]}</ul>"
    contents = (
        f"<h1>Table of contents</h1><ul><li>{links[0]}, by Asel Omarova<li>{links[1]}, by Bolat Kim</ul>"
    )
    pages = [f"{aside}<h1>{title}</h1><p>{PROSE}</p><p>{MORE}</p><p>{title}: {PROSE}</p>" for title in titles]
    captures = [memento(text, url, second=n) for n, (url, text) in enumerate(zip(urls, pages, strict=True))]
    captures.append(memento(contents, "http://paper.example/7/index.html", second=9))
    derive(captures, profile=sites.load("generic"), folder=tmp_path)
    assert [(line["title"], line["authors"]) for line in lines(tmp_path / "articles.jsonl")] == [
        (titles[0], ["Asel Omarova"]),
        (titles[1], ["Bolat Kim"]),
    ]


def test_missing_articles_are_named_with_the_reason(tmp_path: Path) -> None:
    """What an issue promises and is not held is named: not fetched, or what the fetch said."""
    listed = "http://www.investkz.com/en/journals/45/56.html"
    counts = _derive([memento(page(PROSE, MORE), second=1)], tmp_path / "a")
    assert counts.missing == {"2005-4": 1}
    (issue,) = [line for line in lines(tmp_path / "a" / "issues.jsonl") if line["id"] == "2005-4"]
    assert issue["missing"] == [{"title": "Wagons and Ports", "url": listed, "reason": "not fetched"}]
    _derive([memento(page(PROSE, MORE), second=1), memento("", listed, second=2, status=404)], tmp_path / "b")
    (issue,) = [line for line in lines(tmp_path / "b" / "issues.jsonl") if line["id"] == "2005-4"]
    assert issue["missing"][0]["reason"] == "HTTP 404"


def test_an_article_that_has_moved_is_held(tmp_path: Path) -> None:
    """Where the listed address redirects to the article it is not missing; else the answer at the end says why."""
    listed, moved = f"{URL[:-7]}56.html", "http://www.investkz.com/en/moved/56.html"
    sent_on = replace(memento("", listed, second=2, status=302), headers=((b"Location", moved.encode()),))
    sent_back = replace(memento("", moved, second=3, status=302), headers=((b"Location", listed.encode()),))
    bare = f"<p>Home</p><p>Wagons and Ports</p><p>{PROSE}</p><p>{MORE}</p>"
    for answers, reasons in (
        ([memento(bare, moved, second=3)], []),
        ([memento("", moved, second=3, status=404)], ["HTTP 404"]),
        ([sent_back], ["HTTP 302"]),
        ([], ["HTTP 302"]),
    ):
        _derive([memento(page(PROSE, MORE), second=1), sent_on, *answers], tmp_path)
        (issue,) = [line for line in lines(tmp_path / "issues.jsonl") if line["id"] == "2005-4"]
        assert [missing["reason"] for missing in issue["missing"]] == reasons
        assert issue["found"] == 1 - len(reasons)


@pytest.mark.parametrize("body", [b"", b"\x00" * 100, b"GIF89a\xff\xfe", b"<" * 5000, bytes(range(256)) * 40])
def test_no_bytes_stop_the_derivation(body: bytes, tmp_path: Path) -> None:
    """A body that is no page gives no article and no error; its capture is listed."""
    counts = _derive([memento(body), memento(page(PROSE, MORE), URL.replace("55", "54"), second=1)], tmp_path)
    assert (counts.articles, counts.captures) == (1, 2)


def test_a_table_in_the_text_stays_a_table(tmp_path: Path) -> None:
    """Rows and cells of a data table come out as rows; the same numbers on other pages do not make it furniture."""
    table = "</p><table><tr><td>Region</td><td>2004</td></tr><tr><td>Atyrau</td><td>25.8</td></tr></table><p>"
    captures = [
        memento(
            page(f"{PROSE} No {i}.", table, f"{MORE} No {i}.", title=f"Title {'abcdefgh'[i]}"),
            URL.replace("55", str(200 + i)),
            second=i,
        )
        for i in range(3)
    ]
    _derive(captures, tmp_path)
    for article in lines(tmp_path / "articles.jsonl"):
        assert article["blocks"][1] == {
            "kind": "table",
            "text": "Region\t2004\nAtyrau\t25.8",
            "rows": [["Region", "2004"], ["Atyrau", "25.8"]],
        }
