"""Crawled again, a magazine costs what has changed, and the lines are those of the pages as they are (promise 7)."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from crawler.replica.replica import Replica
from crawler.replica.server import ReplicaServer, Served
from crawler.replica.validators import with_validators
from output.warc.reader import read_records
from tests.end_to_end.crawling import backissue, crawl, lines

if TYPE_CHECKING:
    from pathlib import Path

    from crawler.replica.answers import Answer

FILES = ("articles", "issues", "furniture")


@dataclass(frozen=True, slots=True, kw_only=True)
class Recrawled:
    """A collection after four runs: as at first, unchanged, with changes, and back as at first."""

    path: Path
    runs: tuple[tuple[Served, ...], ...]
    snapshots: tuple[Path, ...]
    changed: str
    url: str


@pytest.fixture(scope="module")
def recrawled(tmp_path_factory: pytest.TempPathFactory) -> Recrawled:
    """Crawl two issues four times; half of the pages have validators."""
    folder = tmp_path_factory.mktemp("recrawled")
    path = folder / "c"
    first = Replica.build("nested", issues=("2010-5-6", "2005-4"))
    issue = first.plan.magazine.issues[0]
    article = issue.articles[1]
    other = first.with_ticker("negative").with_changed([article.site_id])
    today = [first]

    def site(target: str) -> Answer | None:
        return today[0].answer(target)

    runs = []
    snapshots = []
    with ReplicaServer(with_validators(site)) as server:
        for number, replica in enumerate((first, first, other, first)):
            today[0] = replica
            seen = len(server.log)
            done = crawl(server.url + first.home, path)
            assert (done.returncode, done.stderr.splitlines()[-1:]) == (0, ["writing the records"])
            runs.append(tuple(server.log[seen:]))
            snapshots.append(folder / f"records-{number}")
            shutil.copytree(path / "records", snapshots[-1])
        url = server.url + first.plan.article(issue, article)
    return Recrawled(path=path, runs=tuple(runs), snapshots=tuple(snapshots), changed=url, url=server.url)


def statuses(run: tuple[Served, ...]) -> Counter[bytes]:
    """Return how many answers of each status a run got."""
    return Counter(bytes(one.sent[9:12]) for one in run)


def body_bytes(run: tuple[Served, ...]) -> int:
    """Return how many bytes of bodies a run got."""
    return sum(len(one.sent.partition(b"\r\n\r\n")[2]) for one in run)


def text(snapshot: Path, name: str) -> str:
    """Return a file of lines."""
    return (snapshot / f"{name}.jsonl").read_text(encoding="utf-8")


def test_an_unchanged_page_is_not_sent_again(recrawled: Recrawled) -> None:
    """Where the server has validators; the same pages are walked, links and all."""
    first, second, *_ = recrawled.runs
    assert sorted(one.target for one in first) == sorted(one.target for one in second)
    assert set(statuses(first)) == {b"200"}
    assert statuses(second)[b"304"] > len(second) // 3
    assert body_bytes(second) < body_bytes(first) * 0.7


def test_an_unchanged_magazine_keeps_its_lines(recrawled: Recrawled) -> None:
    """To the byte: they go on naming the record that holds the page."""
    for name in FILES:
        assert text(recrawled.snapshots[0], name) == text(recrawled.snapshots[1], name)
    visits = lines(recrawled.snapshots[1] / "captures.jsonl")
    half = len(visits) // 2
    assert {one["record_type"] for one in visits[:half]} == {"response"}
    assert {one["record_type"] for one in visits[half:]} == {"revisit"}
    assert {one["status"] for one in visits[half:]} == {200, 304}
    assert [(one["url"], one["kind"], one["via"]) for one in visits[:half]] == [
        (one["url"], one["kind"], one["via"]) for one in visits[half:]
    ]


def test_only_what_changed_is_kept_in_full(recrawled: Recrawled) -> None:
    """The second and the last run have no response record, and so hardly any bytes."""
    files = sorted((recrawled.path / "archive").iterdir())
    kinds = [Counter(one.type for one in read_records(file)) for file in files]
    assert [kind["response"] > 0 for kind in kinds] == [True, False, True, False]
    assert kinds[1]["revisit"] == len(recrawled.runs[1])


def test_a_changed_article_gives_a_changed_line(recrawled: Recrawled) -> None:
    """One digest differs, although every page has another ticker."""
    before, after = (
        {line["url"]: line["content_digest"] for line in lines(snapshot / "articles.jsonl")}
        for snapshot in recrawled.snapshots[1:3]
    )
    assert before.keys() == after.keys()
    assert [url for url in before if before[url] != after[url]] == [recrawled.changed]


def test_a_page_that_is_back_as_it_was_gives_its_first_line_again(recrawled: Recrawled) -> None:
    """What the newest visit showed counts, and it showed the bytes of the first."""
    for name in FILES:
        assert text(recrawled.snapshots[3], name) == text(recrawled.snapshots[0], name)


def test_rebuild_extract_and_verify_agree(recrawled: Recrawled, tmp_path: Path) -> None:
    """Index, ledger and lines are made again to the byte, and nothing is wrong with any of it."""
    path = tmp_path / "c"
    shutil.copytree(recrawled.path, path)
    assert backissue("verify", path).stdout == "no faults\n"
    index = (path / "indexes" / "index.cdxj").read_bytes()
    for folder in ("indexes", "records"):
        shutil.rmtree(path / folder)
    (path / "ledger.sqlite").unlink()
    assert backissue("rebuild", path).returncode == 0
    assert (path / "indexes" / "index.cdxj").read_bytes() == index
    assert (path / "ledger.sqlite").exists()
    assert backissue("extract", path, "--out", tmp_path / "lines").returncode == 0
    for name in (*FILES, "captures"):
        expected = text(recrawled.path / "records", name)
        assert text(path / "records", name) == expected
        assert text(tmp_path / "lines", name) == expected


def test_other_tools_have_nothing_to_say_of_the_archive(recrawled: Recrawled) -> None:
    """`warcio check` and `fastwarc check` over all four runs."""
    files = [str(file) for file in sorted((recrawled.path / "archive").iterdir())]
    for tool in (["warcio.cli", "check"], ["fastwarc.cli", "check", "-q"]):
        for file in files:
            ran = subprocess.run(
                [sys.executable, "-m", *tool, file], capture_output=True, text=True, check=False
            )
            assert (ran.returncode, ran.stderr) == (0, "")
