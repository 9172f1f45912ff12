"""Whole runs of the command line over the replica magazine, and how they end."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import time
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from crawler.replica.answers import Answer
from crawler.replica.quirks import Quirk
from crawler.replica.replica import Replica
from crawler.replica.server import ReplicaServer
from tests.end_to_end.crawling import ENVIRONMENT, ROOT, backissue, crawl, crawl_command, lines, report

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

FILES = ("articles", "issues", "furniture", "captures")


@pytest.fixture(scope="module")
def replica() -> Replica:
    """Return a magazine of three issues whose links lead to pages that list the articles."""
    return Replica.build("nested", issues=("2010-5-6", "2009-1", "2005-4"))


def with_quirk(replica: Replica, path: str, quirk: Quirk) -> Callable[[str], Answer | None]:
    """Return a site that gets HTTP wrong at one path."""

    def site(target: str) -> Answer | None:
        answer = replica.answer(target)
        return replace(answer, quirk=quirk) if answer is not None and target == path else answer

    return site


def instead(replica: Replica, path: str, other: Answer) -> Callable[[str], Answer | None]:
    """Return a site that answers with `other` at one path."""
    return lambda target: other if target == path else replica.answer(target)


def an_article(replica: Replica) -> str:
    """Return the path of an article of the magazine."""
    issue = replica.plan.magazine.issues[1]
    return replica.plan.article(issue, issue.articles[1])


def test_a_crawl_holds_every_article_and_issue_and_asks_for_each_once(
    replica: Replica, tmp_path: Path
) -> None:
    """Articles, issues and titles are the magazine's; nothing is asked for twice, robots.txt first."""
    with ReplicaServer(replica.answer) as server:
        done = crawl(server.url + replica.home, tmp_path / "c")
        asked = Counter(served.target for served in server.log)
        first = server.log[0]
    assert (done.returncode, done.stderr.splitlines()[-1:]) == (0, ["writing the records"])
    truth = replica.truth().as_json()
    articles = {
        line["url"].removeprefix(server.url): line for line in lines(tmp_path / "c/records/articles.jsonl")
    }
    assert {url: line["title"] for url, line in articles.items()} == {
        article["url"]: article["title"] for article in truth["articles"]
    }
    issues = lines(tmp_path / "c/records/issues.jsonl")
    assert [(line["id"], len(line["promised"]), line["found"], line["missing"]) for line in issues] == [
        ("2005-4", 4, 4, []),
        ("2009-1", 4, 4, []),
        ("2010-5-6", 4, 4, []),
    ]
    assert {target: n for target, n in asked.items() if n > 1} == {}
    assert first.target == "/robots.txt"
    assert b"backissue/" in first.request
    assert report(tmp_path / "c")["reasons"] == []


def test_rebuild_and_extract_give_the_crawls_lines_and_verify_finds_nothing(
    replica: Replica, tmp_path: Path
) -> None:
    """The lines are a function of the WARC files: made three ways they are the same bytes."""
    collection = tmp_path / "c"
    with ReplicaServer(replica.answer) as server:
        assert crawl(server.url + replica.home, collection).returncode == 0
    crawled = {name: (collection / f"records/{name}.jsonl").read_bytes() for name in FILES}
    index = (collection / "indexes/index.cdxj").read_bytes()
    assert all(crawled.values())
    for name in FILES:
        (collection / f"records/{name}.jsonl").unlink()
    (collection / "indexes/index.cdxj").unlink()
    assert backissue("rebuild", collection).returncode == 0
    assert {name: (collection / f"records/{name}.jsonl").read_bytes() for name in FILES} == crawled
    assert (collection / "indexes/index.cdxj").read_bytes() == index
    assert backissue("extract", collection, "--out", tmp_path / "out").returncode == 0
    assert {name: (tmp_path / f"out/{name}.jsonl").read_bytes() for name in FILES} == crawled
    assert backissue("verify", collection).stdout == "no faults\n"


def test_verify_names_file_and_line_of_a_fault(replica: Replica, tmp_path: Path) -> None:
    """A line that is not what its record says is a fault, and the exit code 5."""
    collection = tmp_path / "c"
    with ReplicaServer(replica.answer) as server:
        crawl(server.url + replica.home, collection, "--max-issues", "1")
    path = collection / "records/articles.jsonl"
    path.write_bytes(path.read_bytes().replace(b'"word_count":', b'"word_count":1', 1))
    done = backissue("verify", collection)
    assert done.returncode == 5
    assert "articles.jsonl at byte 0" in done.stderr.splitlines()[0]


def test_provisional_lines_stand_in_the_runs_folder(replica: Replica, tmp_path: Path) -> None:
    """While the run goes on its own lines are written; final ones follow under records/."""
    with ReplicaServer(replica.answer) as server:
        crawl(server.url + replica.home, tmp_path / "c")
    (run,) = (tmp_path / "c/runs").iterdir()
    provisional = {line["url"] for line in lines(run / "articles.jsonl")}
    assert provisional == {line["url"] for line in lines(tmp_path / "c/records/articles.jsonl")}
    assert {line["id"] for line in lines(run / "issues.jsonl")} == {"2005-4", "2009-1", "2010-5-6"}
    assert {line["kind"] for line in lines(run / "captures.jsonl")} == {
        "home",
        "issue",
        "article",
        "requisite",
    }


@pytest.mark.parametrize(
    ("arguments", "issues"),
    [
        (("--years", "2009-2016"), {"2009-1", "2010-5-6"}),
        (("--issues", "2005-4"), {"2005-4"}),
        (("--max-issues", "1"), {"2010-5-6"}),
    ],
)
def test_only_the_wanted_issues_are_fetched(
    replica: Replica, tmp_path: Path, arguments: tuple[str, ...], issues: set[str]
) -> None:
    """The choice holds for what is asked of the site, not only for what is written."""
    with ReplicaServer(replica.answer) as server:
        assert crawl(server.url + replica.home, tmp_path / "c", *arguments).returncode == 0
    found = lines(tmp_path / "c/records/articles.jsonl")
    assert {line["issue"]["id"] for line in found} == issues


@pytest.mark.parametrize("layout", ["classes", "rows"])
def test_start_at_an_article_reaches_the_whole_magazine(layout: str, tmp_path: Path) -> None:
    """An article page shows the index too; from there all is found, as from the home page."""
    replica = Replica.build(layout, issues=6)
    issue = replica.plan.magazine.issues[2]
    with ReplicaServer(replica.answer) as server:
        done = crawl(server.url + replica.plan.article(issue, issue.articles[2]), tmp_path / "c")
    assert done.returncode == 0, done.stderr
    found = {line["url"].removeprefix(server.url) for line in lines(tmp_path / "c/records/articles.jsonl")}
    assert found == {article["url"] for article in replica.truth().as_json()["articles"]}


@pytest.mark.parametrize(
    ("quirk", "reason"),
    [
        (Quirk.SOFT_404, "the page shows no article"),
        (Quirk.NO_BYTES, "Connection"),
        (Quirk.REDIRECT_LOOP, "max redirections reached"),
    ],
)
def test_an_article_that_does_not_come_is_a_gap(
    replica: Replica, tmp_path: Path, quirk: Quirk, reason: str
) -> None:
    """The run goes on, ends with 3, and names the gap."""
    with ReplicaServer(with_quirk(replica, an_article(replica), quirk)) as server:
        done = crawl(server.url + replica.home, tmp_path / "c")
    assert done.returncode == 3
    assert any(reason in line for line in report(tmp_path / "c")["reasons"]), report(tmp_path / "c")[
        "reasons"
    ]
    assert len(lines(tmp_path / "c/records/articles.jsonl")) == 11


def test_a_missing_page_is_a_gap_of_its_issue(replica: Replica, tmp_path: Path) -> None:
    """A 404 behind a promised article: exit code 3, the issue and the address named in one line."""
    with ReplicaServer(
        instead(replica, an_article(replica), Answer(status_line=b"HTTP/1.1 404 Gone"))
    ) as server:
        done = crawl(server.url + replica.home, tmp_path / "c")
    assert done.returncode == 3
    address = server.url + an_article(replica)
    issue = replica.plan.magazine.issues[1].id
    assert done.stderr.splitlines()[-1] == f"backissue: {address}: status 404 (issue {issue})"
    assert report(tmp_path / "c")["gaps"] == [
        {"issue": issue, "kind": "article", "url": address, "reason": "status 404"}
    ]


def test_a_redirect_to_another_host_is_never_followed(replica: Replica, tmp_path: Path) -> None:
    """An article that moved to another host is a gap; the other host is not asked for anything."""
    with ReplicaServer(replica.answer) as other:
        away = Answer(status_line=b"HTTP/1.1 302 Found", headers=((b"Location", f"{other.url}/x".encode()),))
        with ReplicaServer(instead(replica, an_article(replica), away)) as server:
            done = crawl(server.url + replica.home, tmp_path / "c")
        assert other.log == []
    assert done.returncode == 3
    assert "redirected to another host" in done.stderr


@pytest.mark.parametrize("quirk", [Quirk.TOO_MANY_ONCE, Quirk.UNAVAILABLE_TWICE])
def test_a_site_that_asks_to_wait_is_waited_for(replica: Replica, tmp_path: Path, quirk: Quirk) -> None:
    """429 and 503 are tried again; nothing is missing in the end, and each try is kept."""
    with ReplicaServer(with_quirk(replica, an_article(replica), quirk)) as server:
        done = crawl(server.url + replica.home, tmp_path / "c")
        tries = sum(served.target == an_article(replica) for served in server.log)
    assert (done.returncode, tries > 1) == (0, True)
    kept = [
        line
        for line in lines(tmp_path / "c/records/captures.jsonl")
        if line["url"].endswith(an_article(replica))
    ]
    assert len(kept) == tries


def test_robots_that_forbid_everything_end_the_run_with_4(replica: Replica, tmp_path: Path) -> None:
    """Nothing but robots.txt is asked for, and that is kept as the reason."""
    forbidding = Answer(headers=((b"Content-Type", b"text/plain"),), body=b"User-agent: *\nDisallow: /\n")
    with ReplicaServer(instead(replica, "/robots.txt", forbidding)) as server:
        done = crawl(server.url + replica.home, tmp_path / "c")
        assert {served.target for served in server.log} == {"/robots.txt"}
    assert done.returncode == 4
    assert "Forbidden by robots.txt" in done.stderr
    (kept,) = lines(tmp_path / "c/records/captures.jsonl")
    assert (kept["kind"], kept["status"]) == ("robots", 200)


def test_a_site_that_is_down_ends_the_run_with_4(tmp_path: Path) -> None:
    """Nobody listens: one line says so."""
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        home = f"http://127.0.0.1:{unused.getsockname()[1]}/"
        done = crawl(home, tmp_path / "c")
    assert done.returncode == 4
    assert done.stderr.splitlines()[-1].startswith(f"backissue: {home}: Connection was refused")
    assert "Traceback" not in done.stderr


def test_a_site_without_an_index_ends_the_run_with_4(tmp_path: Path) -> None:
    """A few pages of the site are tried, then the run says what it didn't find."""
    body = b"<p>hello</p><a href=/a>a</a><a href=/b>b</a>"
    with ReplicaServer(lambda _: Answer(body=body)) as server:
        done = crawl(f"{server.url}/start", tmp_path / "c")
        asked = {served.target for served in server.log}
    assert done.returncode == 4
    assert done.stderr.splitlines()[-1] == "backissue: no page shows an issue index"
    assert asked == {"/robots.txt", "/start", "/", "/a", "/b"}


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_run_ends_in_order_and_can_be_run_again(
    replica: Replica, tmp_path: Path, number: signal.Signals
) -> None:
    """One signal lets what is under way come in; the next run finds a whole collection and completes it."""
    collection = tmp_path / "c"
    with ReplicaServer(replica.answer) as server:
        command = crawl_command(server.url + replica.home, collection)
        command[command.index("--delay") + 1] = "0.3"
        with subprocess.Popen(command, env=ENVIRONMENT, stderr=subprocess.PIPE, text=True) as running:
            assert running.stderr is not None
            # The first finished issue: the crawl is in its middle.
            assert running.stderr.readline().startswith("issue ")
            running.send_signal(number)
            assert running.wait(timeout=60) == 130
        assert backissue("verify", collection).returncode == 0
        assert report(collection)["meaning"] == "interrupted, resumable"
        assert crawl(server.url + replica.home, collection).returncode == 0
    assert len(lines(collection / "records/articles.jsonl")) == 12


def test_a_second_run_over_a_held_collection_ends_with_6(replica: Replica, tmp_path: Path) -> None:
    """One run at a time holds a collection."""
    with ReplicaServer(replica.answer) as server:
        command = crawl_command(server.url + replica.home, tmp_path / "c")
        # Long enough that it goes on while the second one starts, on however busy a machine.
        command[command.index("--delay") + 1] = "5"
        with subprocess.Popen(command, env=ENVIRONMENT, stderr=subprocess.PIPE, text=True) as running:
            assert running.stderr is not None
            lock = tmp_path / "c" / "collection.lock"
            while not (lock.exists() and lock.read_bytes()):
                time.sleep(0.01)
            done = crawl(server.url + replica.home, tmp_path / "c")
            running.terminate()
            running.wait(timeout=60)
    assert done.returncode == 6
    assert len(done.stderr.splitlines()) == 1


def test_a_disk_that_says_no_ends_the_run_with_5_and_the_next_run_completes_it(tmp_path: Path) -> None:
    """A file that may not grow: the run stops at once, says where, and nothing kept before is lost."""
    replica = Replica.build("nested", issues=20)
    limited = ["bash", "-c", 'ulimit -f 200; exec "$0" "$@"']
    with ReplicaServer(replica.answer) as server:
        command = crawl_command(server.url + replica.home, tmp_path / "c")
        done = subprocess.run(
            [*limited, *command], env=ENVIRONMENT, capture_output=True, text=True, timeout=100, check=False
        )
        assert done.returncode == 5
        # Whichever comes first, the WARC file's own words or the ledger's.
        assert "File too large" in done.stderr or "ledger.sqlite" in done.stderr
        assert "Traceback" not in done.stderr
        assert crawl(server.url + replica.home, tmp_path / "c").returncode == 0
    assert len(lines(tmp_path / "c/records/articles.jsonl")) == 80


def test_scrapy_crawl_is_the_same_run_with_the_same_exit_codes(replica: Replica, tmp_path: Path) -> None:
    """`scrapy crawl issues` ends with 0, 3 and 2 where `backissue crawl` does."""

    def scrapy(*arguments: str) -> int:
        command = [sys.executable, "-m", "scrapy", "crawl", "issues"]
        given = [part for argument in (*arguments, "delay=0") for part in ("-a", argument)]
        done = subprocess.run(
            [*command, *given], cwd=ROOT, env=ENVIRONMENT, capture_output=True, timeout=100, check=False
        )
        return done.returncode

    with ReplicaServer(replica.answer) as server:
        home = f"start_urls={server.url}{replica.home}"
        assert scrapy(f"collection={tmp_path / 'c'}", home, "issues=2005-4") == 0
        assert scrapy(f"collection={tmp_path / 'c'}", home, "issues=1999-1") == 3
        assert scrapy(home) == 2
    assert {line["issue"]["id"] for line in lines(tmp_path / "c/records/articles.jsonl")} == {"2005-4"}


def test_demo_makes_a_collection_of_the_whole_replica(tmp_path: Path) -> None:
    """81 issues and their articles, with directions where to look."""
    done = backissue("demo", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert len(lines(tmp_path / "demo/records/issues.jsonl")) == 81
    assert len(lines(tmp_path / "demo/records/articles.jsonl")) == 324
    assert "backissue verify demo" in done.stdout
