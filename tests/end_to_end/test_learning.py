"""What one run learns serves the next; a site that changes is told; everything is made again from the WARC files."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

from crawler.replica.replica import Replica
from crawler.replica.server import ReplicaServer
from tests.end_to_end.crawling import backissue, crawl, lines, report
from tests.pipelines.clutter import cluttered

if TYPE_CHECKING:
    from pathlib import Path

    from crawler.replica.answers import Answer, Site

RECORDS = ("articles.jsonl", "issues.jsonl", "furniture.jsonl", "captures.jsonl")


def _rewritten(site: Site, old: str, new: str, *, clutter: bool = False) -> Site:
    """Return the site with `old` replaced by `new` in its pages, and with furniture that no rule knows."""

    def answer(path: str) -> Answer | None:
        found = site(path)
        if found is None or b"<body" not in found.body:
            return found
        text = found.body.decode("utf-8").replace(old, new)
        return replace(found, body=(cluttered(text) if clutter else text).encode())

    return answer


def test_what_a_run_learns_is_known_from_the_next_runs_first_page(tmp_path: Path) -> None:
    """The first run's provisional lines leave clutter unplaced, the second's know it; final lines never leave any."""
    replica = Replica.build("modern", issues=4)
    site = _rewritten(replica.answer, "€", "€", clutter=True)
    left = []
    for _ in range(2):
        with ReplicaServer(site) as server:
            done = crawl(server.url + replica.home, tmp_path / "c")
        assert done.returncode == 0, done.stderr
        left.append(report(tmp_path / "c")["shape"]["unplaced"])
        assert not any(line["unplaced"] for line in lines(tmp_path / "c" / "records" / "articles.jsonl"))
    assert left[0] > 100
    assert left[1] == 0
    assert report(tmp_path / "c")["drift"] == []


def test_the_model_can_be_deleted_and_is_learned_again_to_the_byte(tmp_path: Path) -> None:
    """Rebuilt with the model, without it, with a damaged one, and twice: model and lines are the same bytes."""
    replica = Replica.build("modern", issues=3)
    with ReplicaServer(_rewritten(replica.answer, "€", "€", clutter=True)) as server:
        assert crawl(server.url + replica.home, tmp_path / "c").returncode == 0
    model = tmp_path / "c" / "model.json"
    before = model.read_bytes()
    assert json.loads(before)["digest"] == report(tmp_path / "c")["records"]["model"]
    crawled = {name: (tmp_path / "c" / "records" / name).read_bytes() for name in RECORDS}
    for state in ("kept", "deleted", "damaged"):
        shutil.rmtree(tmp_path / "c" / "records")
        if state == "deleted":
            model.unlink()
        elif state == "damaged":
            model.write_bytes(before[:-40])
        assert backissue("rebuild", tmp_path / "c").returncode == 0
        assert model.read_bytes() == before, state
        for name, content in crawled.items():
            assert (tmp_path / "c" / "records" / name).read_bytes() == content, (state, name)
    assert backissue("verify", tmp_path / "c").stdout == "no faults\n"
    model.write_bytes(before.replace(b'"pages": ', b'"pages": 1'))
    done = backissue("verify", tmp_path / "c")
    assert (done.returncode, done.stdout) == (5, "1 fault\n")
    assert "model.json: not the model that was written" in done.stderr
    assert backissue("diff-extract", tmp_path / "c").returncode == 0


def test_a_site_without_its_mastheads_has_changed(tmp_path: Path) -> None:
    """The second run finds no masthead any more: it says so, with examples, in run.json too, and ends with 3."""
    replica = Replica.build("modern", issues=4)
    with ReplicaServer(replica.answer) as server:
        assert crawl(server.url + replica.home, tmp_path / "c").returncode == 0
    assert report(tmp_path / "c")["shape"]["without"]["masthead"] == 0
    name = "KAZAKHSTAN International Business Magazine"
    with ReplicaServer(_rewritten(replica.answer, name, "The Steppe Review")) as server:
        done = crawl(server.url + replica.home, tmp_path / "c")
        example = f"{server.url}/en/issues/"
    assert done.returncode == 3
    (reason,) = report(tmp_path / "c")["drift"]
    assert reason.startswith("the site changed: ")
    assert f"show no masthead (0% in earlier runs), such as {example}" in reason
    assert f"backissue: {reason}" in done.stderr
