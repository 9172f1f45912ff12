"""A walk goes on where it was, however its runs end, and takes as many runs as it is given requests."""

from __future__ import annotations

import signal
import subprocess
import time
from random import Random
from typing import TYPE_CHECKING

import pytest

from crawler.replica.replica import Replica
from crawler.replica.server import ReplicaServer
from tests.end_to_end.crawling import ENVIRONMENT, ROOT, backissue, crawl, crawl_command, lines, report
from tests.end_to_end.killing import kill_one_walk

if TYPE_CHECKING:
    from pathlib import Path

    from crawler.replica.server import Served


def asked(server: ReplicaServer, since: int = 0) -> list[str]:
    """Return what was asked for but for robots.txt, which every run reads."""
    found: list[Served] = server.log[since:]
    return [one.target for one in found if one.target != "/robots.txt"]


def under_way(server: ReplicaServer, home: str, collection: Path) -> subprocess.Popen[bytes]:
    """Start a crawl of `home` and return it once the server has been asked for twelve pages."""
    process = subprocess.Popen(crawl_command(home, collection), cwd=ROOT, env=ENVIRONMENT)
    while len(server.log) < 12:
        time.sleep(0.01)
    return process


def test_a_walk_killed_again_and_again_ends_as_an_undisturbed_one(tmp_path: Path) -> None:
    """The same lines, a sound archive, and less than one request a kill asked for again (50 kills: bench.kills)."""
    walked = kill_one_walk(tmp_path, kills=8, random=Random(5), issues=8)
    assert (walked.codes, walked.differing, walked.faults) == ((0, 0), (), "")
    assert walked.again < walked.killed


def test_a_collection_rebuilt_after_a_kill_is_sound_before_and_after_the_next_run(tmp_path: Path) -> None:
    """`rebuild` finishes the file that the killed run left, torn end aside: no index line names it by `.open`."""
    replica = Replica.build("nested", issues=8)
    collection = tmp_path / "c"
    with ReplicaServer(replica.answer) as server:
        home = server.url + replica.home
        process = under_way(server, home, collection)
        process.kill()
        process.wait(60)
        (left,) = (collection / "archive").iterdir()
        left.write_bytes(left.read_bytes() + b"\x1f\x8b\x08 torn")
        rebuilt = backissue("rebuild", collection)
        assert (rebuilt.returncode, "a torn end, kept" in rebuilt.stderr) == (0, True)
        assert backissue("verify", collection).stdout == "no faults\n"
        assert crawl(home, collection).returncode == 0
    assert backissue("verify", collection).stdout == "no faults\n"


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_walk_that_was_stopped_is_gone_on_with(tmp_path: Path, number: signal.Signals) -> None:
    """What is in flight comes in, code 130; the next run asks for the rest, and for nothing twice."""
    replica = Replica.build("nested", issues=8)
    collection = tmp_path / "c"
    with ReplicaServer(replica.answer) as server:
        home = server.url + replica.home
        process = under_way(server, home, collection)
        process.send_signal(number)
        assert process.wait(60) == 130
        first = asked(server)
        stopped = report(collection)
        assert stopped["reasons"][0] == "interrupted; run it again to go on"
        done = crawl(home, collection)
        second = asked(server)[len(first) :]
    assert done.returncode == 0
    assert f"going on with the walk of run {stopped['run']}" in done.stderr
    assert report(collection)["walk"] == {"began": stopped["walk"]["began"], "earlier_runs": [stopped["run"]]}
    assert sorted([*first, *second]) == sorted({*first, *second})
    assert {*first, *second} >= {article.url for article in replica.truth().articles}
    assert report(collection)["fetched"]["articles"] == len(replica.truth().articles)
    assert backissue("verify", collection).returncode == 0


def test_a_killed_first_run_is_told_of_by_the_next_ones_feed(tmp_path: Path) -> None:
    """Every article is new, those of the killed run too."""
    replica = Replica.build("nested", issues=4)
    collection = tmp_path / "c"
    with ReplicaServer(replica.answer) as server:
        home = server.url + replica.home
        process = subprocess.Popen(
            crawl_command(home, collection), cwd=ROOT, env=ENVIRONMENT, stderr=subprocess.DEVNULL
        )
        while len(server.log) < 12:
            time.sleep(0.01)
        process.kill()
        process.wait()
        assert crawl(home, collection).returncode == 0
    last = max((collection / "runs").iterdir())
    assert {line["change"] for line in lines(last / "changes.jsonl")} == {"new"}
    assert len(lines(last / "changes.jsonl")) == len(replica.truth().articles)


def test_a_budget_takes_as_many_nights_as_it_needs(tmp_path: Path) -> None:
    """Index and issues every night, what is not held first, then what was checked the longest ago."""
    replica = Replica.build("nested", issues=3, articles_per_issue=5)
    articles = [article.url for article in replica.truth().articles]
    collection = tmp_path / "c"
    nights: list[list[str]] = []
    codes = []
    with ReplicaServer(replica.answer) as server:
        for _ in range(6):
            since = len(server.log)
            codes.append(crawl(server.url + replica.home, collection, "--budget", "16").returncode)
            nights.append(asked(server, since))
            assert len(nights[-1]) <= 16
            assert backissue("verify", collection).returncode == 0
    whole = codes.index(0)
    assert codes == [3] * whole + [0] * (6 - whole)
    assert 1 <= whole <= 3
    first = [one for night in nights[: whole + 1] for one in night if one in articles]
    assert set(first) == set(articles)
    assert {one for night in nights for one in night if night.index(one) < 4} == set(nights[0][:4])
    # Before any is checked a third time, each was checked a second time.
    checked: dict[str, int] = dict.fromkeys(articles, 0)
    for night in nights:
        for one in night:
            if one in checked:
                checked[one] += 1
                assert checked[one] - min(checked.values()) <= 1 or min(checked.values()) == 0


def test_what_was_checked_lately_is_left_alone(tmp_path: Path) -> None:
    """Index and issue pages are asked for, articles and images are not; the account counts them as held."""
    replica = Replica.build("nested", issues=3)
    collection = tmp_path / "c"
    with ReplicaServer(replica.answer) as server:
        home = server.url + replica.home
        assert crawl(home, collection, "--max-age", "30d").returncode == 0
        since = len(server.log)
        before = (collection / "records" / "articles.jsonl").read_bytes()
        assert crawl(home, collection, "--max-age", "30d").returncode == 0
        again = asked(server, since)
    assert len(again) == 4
    assert not {article.url for article in replica.truth().articles} & set(again)
    assert (collection / "records" / "articles.jsonl").read_bytes() == before
    found = report(collection)
    assert found["fetched"]["not_due"] > len(replica.truth().articles)
    assert (found["max_age"], found["changes"]["unchanged"]) == (30 * 86400, len(replica.truth().articles))
    assert [one["missing"] for one in found["account"]["issues"]] == [0, 0, 0]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [(["--budget", "0"], "--budget: wrong budget"), (["--max-age", "soon"], "--max-age: wrong age")],
)
def test_wrong_bounds_are_one_line(tmp_path: Path, arguments: list[str], told: str) -> None:
    """And code 2."""
    done = crawl("http://127.0.0.1:9/", tmp_path / "c", *arguments)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert told in done.stderr
