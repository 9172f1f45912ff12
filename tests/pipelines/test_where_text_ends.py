"""Where the text of a page of a site nothing is known of begins and ends, by what a reader sees."""

from __future__ import annotations

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
