"""The change feed of real runs: what the site did to its articles, and nothing that it did around them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from crawler.replica.replica import Replica
from crawler.replica.server import ReplicaServer
from tests.end_to_end.crawling import backissue, crawl, lines, report

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from crawler.replica.answers import Answer

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
