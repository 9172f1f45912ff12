"""The pages of a package: which captures a reader would open, with their titles, and where to begin."""

from __future__ import annotations

import json
import uuid
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from output.errors import DamagedRecordError
from output.jsonl import read_lines
from output.models import Article, CaptureLine, Issue

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

PAGES = "pages/pages.jsonl"

_SHOWN = ("text/html", "application/xhtml+xml", "text/plain")
_HEADER = {"format": "json-pages-1.0", "id": "pages", "title": "Pages"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Indexed:
    """What the index says of one capture; `timestamp` has 14 digits."""

    url: str
    timestamp: str
    mime: str | None
    status: str | None

    @property
    def date(self) -> str:
        """The date in the form of RFC 3339."""
        moment = datetime.strptime(self.timestamp[:14], "%Y%m%d%H%M%S").replace(tzinfo=UTC)
        return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """What a package says of a collection as a whole.

    `first` and `last` are the dates of its captures; `home` is the page to begin with. `seeds` are the addresses that
    the crawls began at, `titles` the titles that are known, by address.
    """

    first: str
    last: str
    home: Indexed | None
    seeds: frozenset[str]
    titles: Mapping[str, str]

    def shows(self, entry: Indexed) -> bool:
        """Return whether a reader would open this capture: a page that came, no revisit, no robots.txt."""
        if entry.status != "200" or entry.mime not in _SHOWN:
            return False
        return entry.mime != "text/plain" or entry.url in self.titles


def read_index(path: Path) -> Iterator[Indexed]:
    """Yield the captures in the index at `path`, in its order; raises DamagedRecordError where a line is none."""
    offset = 0
    with path.open("rb") as stream:
        for raw in stream:
            try:
                _, timestamp, text = raw.decode("utf-8").split(" ", 2)
                said = json.loads(text)
                entry = Indexed(
                    url=said["url"], timestamp=timestamp, mime=said.get("mime"), status=said.get("status")
                )
                _ = entry.date
            except (ValueError, KeyError, TypeError, AttributeError) as error:
                raise DamagedRecordError(
                    "no CDXJ line", where=str(path), offset=offset, expected="urlkey, timestamp and JSON"
                ) from error
            yield entry
            offset += len(raw)


def read_guide(collection: Path, index: Path, *, title: str) -> Guide:
    """Return what the index and the JSON Lines of the collection at `collection` say of it as a whole.

    Titles, home and seeds come from records/ as far as they are there; without them the earliest page is the home and
    the only seed. `title` is the home page's. Raises DamagedRecordError where a file is damaged.
    """
    records = collection / "records"
    titles = _titles(records)
    homes, seeds = _beginnings(records)
    titles.update(dict.fromkeys(homes, title))
    bare = Guide(first="", last="", home=None, seeds=frozenset(), titles=titles)
    first = last = earliest = home = None
    for entry in read_index(index):
        first = entry if first is None or entry.timestamp < first.timestamp else first
        last = entry if last is None or entry.timestamp > last.timestamp else last
        if bare.shows(entry):
            if earliest is None or entry.timestamp < earliest.timestamp:
                earliest = entry
            if entry.url in homes and (home is None or entry.timestamp > home.timestamp):
                home = entry
    if first is None or last is None:
        raise DamagedRecordError("an index without a line", where=str(index))
    home = home or earliest
    return Guide(
        first=first.date,
        last=last.date,
        home=home,
        seeds=frozenset(seeds or ({home.url} if home else ())),
        titles=titles,
    )


def page_lines(index: Path, guide: Guide) -> Iterator[bytes]:
    """Yield pages.jsonl (json-pages-1.0): its header, then a line for each capture of a page, in the index's order."""
    yield _line(_HEADER)
    for entry in read_index(index):
        if guide.shows(entry):
            yield _line(
                {
                    "id": str(uuid.uuid5(uuid.NAMESPACE_URL, f"{entry.timestamp}/{entry.url}")),
                    "url": entry.url,
                    "ts": entry.date,
                    "title": guide.titles.get(entry.url) or entry.url,
                    "seed": entry.url in guide.seeds,
                }
            )


def _titles(records: Path) -> dict[str, str]:
    """Return titles of articles and labels of issues, by the address that was fetched."""
    found: dict[str, str] = {}
    if (records / "issues.jsonl").is_file():
        for issue in read_lines(records / "issues.jsonl", Issue):
            if issue.url is not None:
                found[issue.url] = issue.label
            if issue.capture is not None:
                found[issue.capture.target_uri] = issue.label
    if (records / "articles.jsonl").is_file():
        for article in read_lines(records / "articles.jsonl", Article):
            found[article.url] = found[article.capture.target_uri] = article.title
    return found


def _beginnings(records: Path) -> tuple[set[str], set[str]]:
    """Return the addresses of the homes, and of pages that nothing led to."""
    homes: set[str] = set()
    seeds: set[str] = set()
    if (records / "captures.jsonl").is_file():
        for line in read_lines(records / "captures.jsonl", CaptureLine):
            if line.kind == "home":
                homes.add(line.capture.target_uri)
            if line.via is None and line.kind != "robots":
                seeds.add(line.capture.target_uri)
    return homes, seeds


def _line(said: Mapping[str, object]) -> bytes:
    return json.dumps(said, ensure_ascii=False).encode() + b"\n"
