"""Whole magazines for tests: folders with a manifest and a truth, read back as an archive would give them."""

from __future__ import annotations

import json
import os
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import urlsplit

from output.memento import Memento
from pipelines.archive.derive import derive
from tests.pipelines.reading import PROFILE, capture

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SHARED = Path(os.environ.get("BACKISSUE_SHARED", Path(__file__).parents[2].parent / "shared"))
ORIGIN = "http://magazine.test"


def mementos(folder: Path, change: Callable[[str], str] | None = None) -> Iterator[Memento]:
    """Yield the pages of a folder as captures a second apart; `change` rewrites each HTML page's text."""
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    for second, (path, entry) in enumerate(manifest.items()):
        headers = []
        if entry.get("content_type"):
            headers.append((b"Content-Type", entry["content_type"].encode()))
        if entry.get("location"):
            headers.append((b"Location", entry["location"].encode()))
        body = (folder / entry["file"]).read_bytes() if "file" in entry else b""
        if change is not None and (entry.get("content_type") or "").startswith("text/html"):
            charset = entry["content_type"].partition("charset=")[2] or "utf-8"
            body = change(body.decode(charset)).encode(charset, "xmlcharrefreplace")
        yield Memento(
            capture=capture(ORIGIN + path, second=second % 3600),
            record_type="response",
            status=entry.get("status", 200),
            headers=tuple(headers),
            body=body,
            hops="",
        )


def lines(path: Path) -> list[dict[str, Any]]:
    """Return the objects of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def path_of(url: str) -> str:
    """Return path and query of an address."""
    parts = urlsplit(url)
    return parts.path + (f"?{parts.query}" if parts.query else "")


class Reading:
    """A magazine derived into `out`, held against the truth of its `folder`."""

    def __init__(self, folder: Path, out: Path, change: Callable[[str], str] | None = None) -> None:
        derive(mementos(folder, change), profile=PROFILE, folder=out)
        self._read(folder, out)

    @classmethod
    def of_records(cls, folder: Path, records: Path) -> Self:
        """Return what stands in `records`, held against the truth of the site in `folder`."""
        reading = cls.__new__(cls)
        reading._read(folder, records)
        return reading

    def _read(self, folder: Path, out: Path) -> None:
        self.truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
        self.articles = {path_of(line["url"]): line for line in lines(out / "articles.jsonl")}
        self.issues = {(line["year"], line["number"]): line for line in lines(out / "issues.jsonl")}
        self.wanted = {a["url"]: a for a in (*self.truth["articles"], *self.truth.get("news", ()))}

    def differences(self) -> Counter[str]:
        """Return what is not as the truth says, counted by field over all articles and issues."""
        found: Counter[str] = Counter()
        for url, wanted in self.wanted.items():
            line = self.articles.get(url)
            if line is None:
                found["missing article"] += 1
                continue
            found.update(self._differing(line, wanted))
        found["extra article"] = len(self.articles.keys() - self.wanted.keys())
        found["extra issue"] = len(self.issues) - len(self.truth["issues"])
        for issue in self.truth["issues"]:
            line = self.issues.get((issue["year"], issue["number"]))
            promised = [path_of(entry["url"]) for entry in line["promised"]] if line else None
            if promised != issue["articles"]:
                found["issue"] += 1
        return +found

    def _differing(self, line: dict[str, Any], wanted: dict[str, Any]) -> Iterator[str]:
        issue = line["issue"] and (line["issue"]["year"], line["issue"]["number"])
        year = wanted.get("year")
        pairs = {
            "title": (line["title"], wanted["title"]),
            "authors": (line["authors"], wanted["authors"]),
            "byline": (line["byline"], wanted["byline"]),
            "issue": (issue, (year, wanted["number"]) if year else None),
            "blocks": ([b["text"] for b in line["blocks"]], [block[1] for block in wanted["blocks"]]),
            "kinds": ([b["kind"] for b in line["blocks"]], [block[0] for block in wanted["blocks"]]),
            "unplaced": (line["unplaced"], []),
            "position": (line["position"], wanted.get("position", line["position"])),
            "language": (line["language"], wanted["language"]),
        }
        yield from (name for name, (found, expected) in pairs.items() if found != expected)

    def words(self) -> dict[str, list[str]]:
        """Return each article's words by its path."""
        return {url: line["text"].split() for url, line in self.articles.items()}
