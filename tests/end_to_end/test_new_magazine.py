"""The walk of docs/new-magazine.md, with the commands as they stand there, on the magazine that it speaks of."""

from __future__ import annotations

import re
import shlex
from dataclasses import fields
from pathlib import Path

from crawler.replica.server import ReplicaServer
from output.models import LINES
from pipelines.profile import Profile
from tests.end_to_end.crawling import backissue, lines, report
from tests.harbour.site import HOME, WORDINGS, answer, articles, pages

ROOT = Path(__file__).parents[2]
DOCUMENT = ROOT / "docs" / "new-magazine.md"


def test_the_documents_profile_is_the_one_that_is_shipped() -> None:
    """What the page shows as harbour.toml is the file."""
    shown = re.search(r"```toml\n(.*?)```", DOCUMENT.read_text(encoding="utf-8"), re.DOTALL)
    assert shown is not None
    shipped = (ROOT / "crawler" / "sites" / "harbour.toml").read_text(encoding="utf-8")
    assert shown[1] == shipped


def test_every_key_of_a_profile_is_documented() -> None:
    """The table has each key, and none besides."""
    documented = re.findall(r"^\| `(\w+)` \|", DOCUMENT.read_text(encoding="utf-8"), re.MULTILINE)
    assert documented == [field.name for field in fields(Profile)]


def test_the_documents_commands_work(tmp_path: Path) -> None:
    """Every `backissue` line of the page runs in a folder with saved pages, and does what the page says."""
    (tmp_path / "saved").mkdir()
    for path in (HOME, "/1999-3/", "/1999-3/01.html"):
        name = path.strip("/").replace("/", "-").removesuffix(".html") + ".html"
        (tmp_path / "saved" / name).write_bytes(pages()[path].encode("cp1252"))
    (tmp_path / "harbour.toml").write_bytes((ROOT / "crawler" / "sites" / "harbour.toml").read_bytes())
    commands = re.findall(r"^    backissue (.+)$", DOCUMENT.read_text(encoding="utf-8"), re.MULTILINE)
    assert [command.split()[0] for command in commands] == [
        *("explain", "explain", "extract", "crawl", "crawl", "verify", "wacz", "explain", "diff-extract"),
    ]
    said = []
    with ReplicaServer(answer) as server:
        for command in commands:
            local = command.replace("http://harbour-review.example", server.url).replace(
                "--delay 1", "--delay 0"
            )
            done = backissue(*shlex.split(local), cwd=tmp_path)
            assert done.returncode == 0, (command, done.stderr)
            said.append(done.stdout)
    assert "issue_index  Issue 3, Spring 1999" in said[0]
    article = articles()[1999, "3"][0]
    assert f"title: {article.title} (" in said[1]
    assert f"authors: {article.author} (By)" in said[1]
    assert "issue: 1999-3, place None" in said[1]
    assert {path.name for path in (tmp_path / "lines").iterdir()} == {f"{name}.jsonl" for name in LINES}
    saved = lines(tmp_path / "lines" / "articles.jsonl")
    assert [(line["title"], line["authors"]) for line in saved] == [(article.title, [article.author])]
    found = lines(tmp_path / "harbour" / "records" / "issues.jsonl")
    assert [(line["year"], line["number"], line["found"]) for line in found] == [
        (year, number, 4) for year, number in sorted(WORDINGS)
    ]
    assert report(tmp_path / "harbour")["exit_code"] == 0
    assert len(lines(tmp_path / "harbour" / "records" / "articles.jsonl")) == 32
    assert f"contents: {article.title} | {article.author}" in said[7]


def test_a_collection_with_a_profile_of_its_own_is_packed(tmp_path: Path) -> None:
    """Its file is asked for by name, and with it the package is made and verified."""
    profile = tmp_path / "quay.toml"
    shipped = (ROOT / "crawler" / "sites" / "harbour.toml").read_text(encoding="utf-8")
    profile.write_text(shipped.replace('name = "harbour"', 'name = "quay"'), encoding="utf-8")
    collection, package = tmp_path / "c", tmp_path / "c.wacz"
    with ReplicaServer(answer) as server:
        backissue(
            *("crawl", server.url + HOME, "--collection", collection),
            *("--profile", profile, "--max-issues", "1", "--delay", "0"),
        )
    asked = "made with a profile that is none of backissue's own; expected --profile FILE.toml; found quay"
    for command in (("verify", collection), ("rebuild", collection), ("wacz", collection, "-o", package)):
        refused = backissue(*command)
        assert (refused.returncode, refused.stderr) == (2, f"backissue: {collection}: {asked}\n")
    done = backissue("wacz", collection, "-o", package, "--profile", profile)
    assert done.returncode == 0, done.stderr
    assert backissue("verify", package).stderr == f"backissue: {package}: {asked}\n"
    assert backissue("verify", package, "--profile", profile).stdout == "no faults\n"
