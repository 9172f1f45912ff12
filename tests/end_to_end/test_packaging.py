"""`wacz` and `replay` as a user runs them, on a collection that a crawl made."""

from __future__ import annotations

import json
import shutil
import signal
import subprocess
import sys
import urllib.request
import zipfile
from typing import TYPE_CHECKING

import pytest

from crawler.replica.replica import Replica
from crawler.replica.server import ReplicaServer
from output.replay.player import FILES, FOLDER
from tests.end_to_end.crawling import ENVIRONMENT, backissue, crawl, lines

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def collection(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return two issues of the replica."""
    folder = tmp_path_factory.mktemp("packaging") / "c"
    replica = Replica.build("nested")
    with ReplicaServer(replica.answer, remember=False) as source:
        ran = crawl(source.url + replica.home, folder, "--max-issues", "2")
    assert ran.returncode == 0, ran.stderr
    return folder


def test_a_crawl_packs_into_a_package_without_fault(collection: Path, tmp_path: Path) -> None:
    """With titles on its pages, the same bytes again, and a bag; `verify` agrees, lines included."""
    package, again, bag = tmp_path / "a.wacz", tmp_path / "b.wacz", tmp_path / "bag"
    ran = backissue("wacz", collection, "-o", package, "--bag", bag)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "read back and found sound" in ran.stdout
    assert backissue("wacz", collection, "--output", again).returncode == 0
    assert package.read_bytes() == again.read_bytes() == (bag / "data/a.wacz").read_bytes()
    assert backissue("verify", package).stdout == "no faults\n"
    with zipfile.ZipFile(package) as found:
        pages = [json.loads(line) for line in found.read("pages/pages.jsonl").splitlines()[1:]]
    titles = {page["url"]: page["title"] for page in pages}
    for article in lines(collection / "records/articles.jsonl"):
        assert titles[article["capture"]["target_uri"]] == article["title"]
    assert [page["title"] for page in pages if page["seed"]] == ["KAZAKHSTAN International Business Magazine"]


def test_lines_that_are_not_the_archives_are_not_packed(collection: Path, tmp_path: Path) -> None:
    """A changed word ends it with 5 and names the line; nothing is left."""
    copy = shutil.copytree(collection, tmp_path / "c")
    articles = copy / "records/articles.jsonl"
    articles.write_bytes(articles.read_bytes().replace(b'"language":"en"', b'"language":"fr"', 1))
    ran = backissue("wacz", copy, "-o", tmp_path / "a.wacz")
    assert ran.returncode == 5
    assert ran.stderr.startswith(f"backissue: {articles} at byte ")
    assert "not packed: a line that the WARC files don't give" in ran.stderr
    assert {path.name for path in tmp_path.iterdir()} == {"c"}


def test_a_bag_that_is_there_stops_it_before_anything_is_written(collection: Path, tmp_path: Path) -> None:
    """Wrong usage, told at once."""
    (tmp_path / "bag").mkdir()
    ran = backissue("wacz", collection, "-o", tmp_path / "a.wacz", "--bag", tmp_path / "bag")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert not (tmp_path / "a.wacz").exists()


def test_replay_serves_until_it_is_interrupted(collection: Path) -> None:
    """It says where, answers there, and ends with 0 on Ctrl-C."""
    if not all((FOLDER / name[1:]).exists() for name in FILES):
        pytest.skip("ReplayWeb.page is not here; make replay-assets brings it")
    command = [sys.executable, "-m", "crawler", "replay", str(collection)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=ENVIRONMENT
    ) as ran:
        assert ran.stdout is not None
        said = ran.stdout.readline()
        assert said.startswith(f"{collection} is shown at http://127.0.0.1:")
        with urllib.request.urlopen(said.split()[4], timeout=20) as answer:
            assert b"<replay-app-main>" in answer.read()
        ran.send_signal(signal.SIGINT)
        assert ran.wait(20) == 0
        assert ran.stderr is not None
        assert "Traceback" not in ran.stderr.read()
