"""The replica: the real index, every form that is known of, single layouts, and how it is served and written."""

from __future__ import annotations

import json
import re
import urllib.error
import urllib.request
from collections import Counter
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from lxml import etree, html

from crawler.replica.folder import write
from crawler.replica.layouts import layout_names
from crawler.replica.magazine import NUMBERS, Magazine
from crawler.replica.people import Form
from crawler.replica.replica import Replica
from crawler.replica.server import ReplicaServer
from output.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path


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
    assert layout_names() == (
        "nested",
        "classes",
        "strict",
        "breaks",
        "sidebar",
        "modern",
        "definitions",
        "broken",
        "dump",
        "rows",
        "mislabelled",
        "teletype",
        "ornate",
        "exported",
    )
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


def test_the_same_seed_gives_the_same_bytes_and_another_seed_others() -> None:
    """Two builds agree in every byte; text differs by the seed."""
    one, two, other = (Replica.build("nested", issues=3, seed=seed) for seed in (7, 7, 8))
    assert {p: one.page(p) for p in one.paths()} == {p: two.page(p) for p in two.paths()}
    assert [a.title for a in one.truth().articles] != [a.title for a in other.truth().articles]


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
