"""The replica magazine says in every layout what its truth says, and all its links lead somewhere."""

from __future__ import annotations

import json
import re
import urllib.error
import urllib.request
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

import pytest
from lxml import etree, html

from crawler.replica.folder import write
from crawler.replica.layouts import layout_names
from crawler.replica.magazine import NUMBERS, Magazine
from crawler.replica.people import Form
from crawler.replica.replica import Replica
from crawler.replica.server import ReplicaServer
from output.errors import UsageError
from tests.shown_text import shown_text, top_elements

if TYPE_CHECKING:
    from pathlib import Path

ENCODINGS = {
    "nested": "cp1251",
    "classes": "utf-8",
    "strict": "utf-8",
    "breaks": "koi8-r",
    "sidebar": "cp1251",
    "modern": "utf-8",
    "definitions": "utf-8",
    "broken": "cp1251",
    "dump": "utf-8",
    "rows": "cp1251",
    "mislabelled": "cp1251",
    "teletype": "koi8-r",
    "ornate": "utf-8",
    "exported": "utf-16",
}
SITE = "http://replica.test"


def fold(text: str) -> str:
    """Return `text` with white space folded."""
    return " ".join(text.split())


def page_text(replica: Replica, path: str) -> str:
    """Return the page decoded by its real encoding."""
    page = replica.page(path)
    assert page is not None, path
    return page.body.decode(ENCODINGS[replica.plan.layout.name])


def tree(replica: Replica, path: str) -> list[etree._Element]:
    """Return the page's top elements."""
    return top_elements(page_text(replica, path))


def seen(replica: Replica, path: str) -> str:
    """Return the page's text with its images' alternative texts, white space folded."""
    alts = [str(alt) for root in tree(replica, path) for alt in root.xpath(".//img/@alt")]
    return fold(" ".join([shown_text(page_text(replica, path)), *alts]))


@pytest.fixture(scope="module", params=layout_names())
def replica(request: pytest.FixtureRequest) -> Replica:
    """Return a few issues in each layout, double ones and those with the oldest numbers among them."""
    chosen = ("2016-1", "2016-2", "2010-4", "2010-5-6", "2005-4", "2001-1-2", "2001-3-4", "2000-3")
    return Replica.build(request.param, issues=chosen, articles_per_issue=5)


def test_the_index_is_the_real_ones_81_issues() -> None:
    """Years, numbers and double issues are those of the real index."""
    magazine = Magazine.build(articles_per_issue=1)
    assert len(magazine.issues) == 81
    assert [(i.year, i.number) for i in magazine.issues[:6]] == [
        *((2016, str(n)) for n in range(1, 6)),
        (2015, "1"),
    ]
    assert {i.id for i in magazine.issues if "/" in i.number} == {
        "2010-5-6",
        "2008-5-6",
        "2001-1-2",
        "2001-3-4",
        "2001-5-6",
    }
    assert (NUMBERS[2000], list(NUMBERS)) == (("1", "2", "3"), list(range(2016, 1999, -1)))


def test_there_are_fourteen_layouts_and_no_other_name_passes() -> None:
    """Names are listed; an unknown one is the caller's mistake."""
    assert layout_names() == tuple(ENCODINGS)
    with pytest.raises(UsageError, match="unknown replica layout"):
        Replica.build("frames")


def test_the_whole_magazine_has_every_form_of_byline_block_and_language() -> None:
    """What site-facts knows of occurs in a magazine of the usual size."""
    articles = [article for issue in Magazine.build().issues for article in issue.articles]
    bylines = ["\n".join((*a.credit.above, *a.credit.below)) for a in articles]
    shapes = {
        Form.BY_END: sum(bool(a.credit.below) for a in articles),
        Form.BY_TOP: sum(a.credit.above[:1] != () and a.credit.above[0].startswith("By ") for a in articles),
        Form.POST: sum(line.count("\n") == 0 and line.count(", ") >= 2 for line in bylines),
        Form.TWO_POSTS: sum("\n" in line for line in bylines),
        Form.TWO_BY: sum(line.startswith("By ") and " and " in line for line in bylines),
        Form.EDITORIAL: bylines.count("Editorial Overview"),
        Form.PREPARED: sum(line.startswith("A brief review prepared by ") for line in bylines),
        Form.INTERVIEW: sum(line.endswith(", answers questions from our magazine.") for line in bylines),
        Form.NONE: bylines.count(""),
    }
    assert set(shapes) == set(Form)
    assert min(shapes.values()) >= 5
    assert {block.kind for a in articles for block in a.blocks} == {
        "heading",
        "paragraph",
        "list",
        "table",
        "quote",
    }
    assert Counter(a.language for a in articles)["ru"] >= 5
    assert len({a.title for a in articles}) == len(articles)
    assert {len(a.blocks) > 20 for a in articles} == {True, False}
    assert any(re.match(r"By \d{4} the country", b.text) for a in articles for b in a.blocks)


def test_every_text_of_the_truth_stands_on_its_page(replica: Replica) -> None:
    """Decoded by its real encoding and parsed by lxml, a page says title, byline, blocks and ticker, word for word."""
    for article in (*replica.truth().articles, *replica.truth().news):
        text = shown_text(page_text(replica, article.url))
        wanted = [
            article.title,
            *(article.byline or "").split("\n"),
            article.masthead or "",
            article.source_line or "",
        ]
        wanted += [
            cell for block in article.blocks if block.kind == "table" for row in block.rows for cell in row
        ]
        wanted += [line for b in article.blocks if b.kind != "table" for line in b.text.split("\n")]
        wanted += [part for rate in article.ticker for part in (rate.pair, rate.rate, rate.change or "")]
        missing = [line for line in wanted if fold(line) not in text]
        assert missing == [], article.url


def test_truth_has_no_white_space_but_single_spaces(replica: Replica) -> None:
    """White space is folded and no-break spaces are spaces; only lists and tables have lines and tabs."""
    for article in replica.truth().articles:
        for block in article.blocks:
            if block.kind in ("list", "table"):
                assert all(fold(cell) == cell for row in block.rows for cell in row)
            else:
                assert fold(block.text) == block.text


def test_every_link_and_requisite_of_the_own_host_resolves(replica: Replica) -> None:
    """Links, images, sheets (with their url() and @import), scripts and icons lead to pages of the replica."""
    pattern = re.compile(r"url\(\s*[\"']?([^\"')]+)|@import\s+[\"']([^\"']+)")
    for path in replica.paths():
        page = replica.page(path)
        assert page is not None
        kind = page.content_type or ""
        if page.location is not None:
            named = [page.location]
        elif kind.startswith("text/html"):
            named = [
                value
                for root in tree(replica, path)
                for element in root.iter()
                for name, value in element.items()
                if name in ("href", "src", "background")
            ]
            named += [
                c.split()[0]
                for root in tree(replica, path)
                for v in root.xpath(".//@srcset")
                for c in v.split(", ")
            ]
        elif kind == "text/css":
            named = [first or second for first, second in pattern.findall(page.body.decode())]
        else:
            named = []
        for reference in named:
            parts = urlsplit(urljoin(SITE + path, reference))
            if parts.hostname == "replica.test":
                target = parts.path + (f"?{parts.query}" if parts.query else "")
                assert replica.page(target) is not None, (path, reference)
            else:
                assert str(parts.hostname).endswith(".example"), (path, reference)


def test_the_home_page_links_every_issue_and_issues_their_articles(replica: Replica) -> None:
    """From the home page all issues, and from each issue's page (or the one it leads to) all its articles."""
    truth = replica.truth()
    assert _linked(replica, truth.home) >= {issue.url for issue in truth.issues}
    for issue in truth.issues:
        page = replica.page(issue.url)
        assert page is not None
        start = issue.url if page.location is None else page.location
        assert _linked(replica, start) | {start} >= set(issue.articles)


def _linked(replica: Replica, path: str) -> set[str]:
    layout = replica.plan.layout
    found = set()
    for root in tree(replica, path):
        for element in root.iter("a"):
            parts = urlsplit(urljoin(SITE + path, element.get("href") or ""))
            query = "&".join(p for p in parts.query.split("&") if not p.startswith(f"{layout.session}="))
            found.add(parts.path + (f"?{query}" if query else ""))
    return found


def test_pages_hold_counter_partners_and_contents_of_the_others(replica: Replica) -> None:
    """The page furniture that site-facts lists stands on article pages."""
    truth = replica.truth()
    text = seen(replica, truth.articles[1].url)
    for words in ("Rambler's", "Top100", "WMC", "Baurzhan", "Oil_Gas_ITE", "Mediasystem"):
        assert words in text
    if replica.plan.layout.contents_on_articles:
        assert "Table of contents" in text
        assert truth.articles[2].title in text
    if replica.plan.layout.index_on_articles:
        assert "5/6" in text


def test_the_same_seed_gives_the_same_bytes_and_another_seed_others() -> None:
    """Two builds agree in every byte; text differs by the seed."""
    one, two, other = (Replica.build("nested", issues=3, seed=seed) for seed in (7, 7, 8))
    assert {p: one.page(p) for p in one.paths()} == {p: two.page(p) for p in two.paths()}
    assert [a.title for a in one.truth().articles] != [a.title for a in other.truth().articles]


def test_another_day_changes_the_ticker_and_nothing_else(replica: Replica) -> None:
    """The truth of the articles stays; pages with a ticker differ in bytes."""
    later = replica.with_ticker("one decimal" if replica.rates[0].rate != "544.6" else "plain")
    before, after = replica.truth(), later.truth()
    assert [replace(a, ticker=()) for a in before.articles] == [replace(a, ticker=()) for a in after.articles]
    for article in before.articles:
        assert (replica.page(article.url) != later.page(article.url)) == bool(article.ticker)


def test_a_changed_article_has_a_paragraph_more_and_a_gone_one_is_not_found(replica: Replica) -> None:
    """Both keep their addresses; the contents of the issue still promise the one that is gone."""
    first, second = replica.truth().articles[1:3]
    later = replica.with_changed([first.site_id]).without([second.site_id])
    truth = later.truth()
    assert truth.articles[1].blocks[:-1] == first.blocks
    assert truth.articles[1].blocks[-1].text.startswith("This article was corrected")
    assert second.url not in {a.url for a in truth.articles}
    assert later.page(second.url) is None
    assert second.url in truth.issues[0].articles


def test_absolute_links_take_the_origins_turn_by_turn() -> None:
    """A layout with host names in its links uses all the origins it is served at."""
    origins = ("http://127.0.0.1:81", "http://localhost:81")
    rows = Replica.build("rows", issues=6).with_origins(*origins)
    page = rows.page(rows.home)
    assert page is not None
    hosts = Counter(
        urlsplit(a).hostname for a in re.findall(rb'href="(http://[^"]+)', page.body) if b".example" not in a
    )
    assert set(hosts) == {b"127.0.0.1", b"localhost"}


def test_session_ids_differ_from_page_to_page_and_all_lead_to_the_same_page() -> None:
    """Links of a page carry its own session id; the page behind is the one without."""
    replica = Replica.build("mislabelled", issues=2)
    pages = [replica.page(article.url) for article in replica.truth().articles[:2]]
    seals = [re.findall(rb"PHPSESSID=(\w+)", page.body)[0] for page in pages if page is not None]
    assert seals[0] != seals[1]
    url = replica.truth().articles[1].url
    assert replica.page(f"{url}&PHPSESSID=1") == replica.page(url)


def test_an_answer_is_http_and_a_wrong_path_has_none() -> None:
    """Replica.answer is a site for the server: status line, headers in order, body."""
    replica = Replica.build("breaks", issues=1)
    answer = replica.answer(replica.truth().issues[0].url)
    assert answer is not None
    assert answer.status_line == b"HTTP/1.1 302 Found"
    assert answer.headers[-1] == (b"Location", replica.truth().articles[0].url.encode())
    assert replica.answer("/nowhere") is None
    assert replica.answer("/robots.txt") is not None


def test_a_replica_is_a_site_for_the_replica_server() -> None:
    """Over loopback come the bytes of the page, with its Content-Type; a path that leads nowhere is a 404."""
    replica = Replica.build("mislabelled", issues=1)
    with ReplicaServer(replica.answer) as server:
        with urllib.request.urlopen(f"{server.url.rstrip('/')}{replica.home}") as response:
            body, kind = response.read(), response.headers["Content-Type"]
        with pytest.raises(urllib.error.HTTPError, match="404") as not_found:
            urllib.request.urlopen(f"{server.url.rstrip('/')}/nowhere")
        not_found.value.close()
    page = replica.page(replica.home)
    assert page is not None
    assert (body, kind) == (page.body, "text/html; charset=ISO-8859-1")


def test_broken_html_is_broken_and_mislabelled_bytes_are_mislabelled() -> None:
    """Two bodies, NULs and text after the end; a header that says Latin-1 over windows-1251."""
    broken = Replica.build("broken", issues=1)
    page = broken.page(broken.truth().articles[1].url)
    assert page is not None
    assert page.body.count(b"<body") == 2
    assert b"\x00" in page.body
    assert b"WMC" in page.body.split(b"</html>")[1]
    assert b"charset" not in page.body
    mislabelled = Replica.build("mislabelled", issues=1)
    page = mislabelled.page(mislabelled.home)
    assert page is not None
    assert page.content_type == "text/html; charset=ISO-8859-1"
    assert "№1" in page.body.decode("cp1251")


def test_strict_xhtml_is_well_formed() -> None:
    """An XML parser reads every page of the strict layout."""
    replica = Replica.build("strict", issues=2)
    for article in replica.truth().articles:
        page = replica.page(article.url)
        assert page is not None
        assert etree.fromstring(page.body).tag == "{http://www.w3.org/1999/xhtml}html"


def test_koi8_pages_write_what_koi8_lacks_as_references() -> None:
    """A numero sign, a dash and curly quotes survive in an encoding without them."""
    replica = Replica.build("breaks", issues=1)
    page = replica.page(replica.home)
    assert page is not None
    assert b"&#8470;1" in page.body
    assert "№1" in str(html.fromstring(page.body.decode("koi8-r")).text_content())


def test_a_written_folder_has_a_manifest_a_truth_and_all_files(tmp_path: Path) -> None:
    """The form is that of other replica folders: address to file and Content-Type, and the truth beside."""
    replica = Replica.build("breaks", issues=2, articles_per_issue=2)
    write(replica, tmp_path / "breaks")
    manifest = json.loads((tmp_path / "breaks" / "manifest.json").read_text(encoding="utf-8"))
    truth = json.loads((tmp_path / "breaks" / "truth.json").read_text(encoding="utf-8"))
    assert set(manifest) == set(replica.paths())
    article = truth["articles"][0]
    row = manifest[article["url"]]
    page = replica.page(article["url"])
    assert page is not None
    assert (tmp_path / "breaks" / row["file"]).read_bytes() == page.body
    assert row["content_type"] == "text/html; charset=koi8-r"
    assert manifest[truth["issues"][0]["url"]] == {"status": 302, "location": article["url"]}
    assert truth["home"] == "/index.htm"
    assert truth["ticker"] == [["USD/KZT", "443.16", "+0.13"], ["EUR/KZT", "480.39", "+0.00"]]
    assert all(len(block) in (2, 3) for a in truth["articles"] for block in a["blocks"])
