"""The change feed of real runs: what the site did to its articles, and nothing that it did around them."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from crawler.replica.answers import Answer
from crawler.replica.replica import Replica
from crawler.replica.server import NOT_FOUND, ReplicaServer
from tests.end_to_end.crawling import backissue, crawl, lines, report

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

ISSUES = ("2010-5-6", "2009-1", "2005-4")


class Site:
    """A site whose replica can be exchanged while its server runs, so that addresses stay the same."""

    def __init__(self, replica: Replica) -> None:
        self.replica: Replica = replica
        self.instead: Callable[[str], Answer | None] = lambda _: None

    def __call__(self, target: str) -> Answer | None:
        """Answer as the replica of the day does."""
        return self.instead(target) or self.replica.answer(target)


def changes(collection: Path) -> list[dict[str, Any]]:
    """Return the feed of the last run."""
    return lines(max((collection / "runs").iterdir()) / "changes.jsonl")


def reworded(replica: Replica) -> Callable[[str], Answer | None]:
    """Return a site that has another word in every sentence or so of each article."""
    paths = {article.url for article in replica.truth().articles}

    def site(target: str) -> Answer | None:
        answer = replica.answer(target)
        if answer is None or target not in paths:
            return answer
        return replace(answer, body=answer.body.replace(b" the ", b" every "))

    return site


def test_the_feed_has_what_changed_and_no_ticker(tmp_path: Path) -> None:
    """Every ticker, three articles changed, one gone, one new: five lines; a third run without a change: none."""
    full = Replica.build("nested", issues=ISSUES, articles_per_issue=5)
    ids = [[article.site_id for article in issue.articles] for issue in full.plan.magazine.issues]
    new, gone, altered = ids[0][4], ids[1][3], (ids[0][1], ids[1][1], ids[2][2])
    path = {a.site_id: a.url for a in full.truth().articles}
    site = Site(full.without([new]))
    collection = tmp_path / "c"
    with ReplicaServer(site) as server:
        first = crawl(server.url + full.home, collection)
        assert (first.returncode, len(changes(collection))) == (3, 14)
        assert {line["change"] for line in changes(collection)} == {"new"}

        site.replica = full.with_ticker("three pairs").with_changed(altered).without([gone])
        second = crawl(server.url + full.home, collection)
        assert second.returncode == 3
        feed = changes(collection)
        assert {line["url"].removeprefix(server.url): line["change"] for line in feed} == {
            path[new]: "new",
            path[gone]: "gone",
            **{path[one]: "changed" for one in altered},
        }
        assert [line["fields"] for line in feed if line["change"] == "changed"] == [["blocks"]] * 3
        assert feed == sorted(feed, key=lambda line: line["url"])
        counted = report(collection)["changes"]
        assert (counted["only_furniture"], counted["unchanged"], counted["read_anew"]) == (10, 0, 0)
        assert len(lines(collection / "records/articles.jsonl")) == 15  # what is gone is still held

        third = crawl(server.url + full.home, collection)
        assert (third.returncode, changes(collection)) == (3, [])
        assert report(collection)["changes"]["unchanged"] == 14

    runs = sorted((collection / "runs").iterdir())
    since = backissue("changes", collection, "--since", runs[1].name)
    assert (since.returncode, since.stdout) == (0, (runs[1] / "changes.jsonl").read_text(encoding="utf-8"))
    everything = backissue("changes", collection).stdout.splitlines()
    assert len(everything) == 14
    assert {json.loads(line)["change"] for line in everything} == {"new"}
    assert backissue("changes", collection, "--since", "2099-01-01").stdout == ""
    assert backissue("changes", collection, "--since", "yesterday").returncode == 2


def test_what_says_nothing_or_changes_all_at_once_is_quarantined(tmp_path: Path) -> None:
    """A login page at 200 replaces no article and is named; nor does a change of most articles; what goes is told."""
    full = Replica.build("nested", issues=ISSUES)
    site = Site(full)
    walled = full.truth().articles[5].url
    login = Answer(headers=((b"Content-Type", b"text/html"),), body=b"<p>Please log in to read this.</p>")
    collection = tmp_path / "c"
    articles = collection / "records" / "articles.jsonl"
    with ReplicaServer(site) as server:
        assert crawl(server.url + full.home, collection).returncode == 0
        before = articles.read_bytes()
        account = report(collection)["account"]
        assert [
            (one["id"], one["promised"], one["extracted"], one["missing"]) for one in account["issues"]
        ] == [
            ("2005-4", 4, 4, 0),
            ("2009-1", 4, 4, 0),
            ("2010-5-6", 4, 4, 0),
        ]
        assert account["not_in_index"][0] == {"year": 2005, "numbers": [1, 2, 3]}

        site.instead = lambda target: login if target == walled else None
        done = crawl(server.url + full.home, collection)
        assert done.returncode == 3
        assert f"{server.url}{walled}: quarantined: the page asks for a login" in done.stderr
        (one,) = report(collection)["quarantined"]
        assert (one["url"], one["reason"]) == (server.url + walled, "the page asks for a login")
        assert changes(collection) == []
        assert articles.read_bytes() == before

        site.instead = reworded(full)
        done = crawl(server.url + full.home, collection)
        assert done.returncode == 3
        assert (
            "quarantined: 12 of 12 articles changed at once; it counts when it is seen again" in done.stderr
        )
        assert len(report(collection)["quarantined"]) == 12
        assert changes(collection) == []
        assert articles.read_bytes() == before

        paths = {article.url for article in full.truth().articles}
        site.instead = lambda target: NOT_FOUND if target in paths else None
        done = crawl(server.url + full.home, collection)
        assert done.returncode == 3
        assert "held back: 12 of 12 articles would have changed or gone in one run" in done.stderr
        assert changes(collection) == []
    held_back = backissue(
        "changes", collection, "--held-back", "--since", max((collection / "runs").iterdir()).name
    )
    assert [json.loads(line)["change"] for line in held_back.stdout.splitlines()] == ["gone"] * 12

    after = articles.read_bytes()
    assert backissue("rebuild", collection).returncode == 0
    assert articles.read_bytes() == after
    assert backissue("verify", collection).returncode == 0
