"""Holds what is read of a recipe's magazine against what a reader of its pages sees, field by field."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from crawler.replica.folder import write
from crawler.replica.magazine import NUMBERS, Magazine
from crawler.replica.replica import Replica
from crawler.replica.sheet import PARTNERS
from crawler.replica.sheets import Sheets
from tests.pipelines.anylayout.recipe import drawing, layout
from tests.pipelines.magazines import ORIGIN, Reading, lines, path_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import Any

    from crawler.replica.sheet import Sheet
    from tests.pipelines.anylayout.drawing import Drawing
    from tests.pipelines.anylayout.recipe import Recipe

_ARTICLE = "title authors byline issue kind blocks kinds unplaced position language dateline source_line"
_FURNITURE = "ticker masthead contents index counter partners"
FIELDS = ("missing", *_ARTICLE.split(), "extra", *_FURNITURE.split(), "issues")


@dataclass(frozen=True, slots=True)
class Fault:
    """A field of a page (or an issue) that is not as it should be."""

    field: str
    where: str
    wanted: object
    found: object


def magazine(seed: int, issues: int = 3) -> Magazine:
    """Return a magazine of a few issues from anywhere in the index."""
    ids = [f"{year}-{number.replace('/', '-')}" for year, numbers in NUMBERS.items() for number in numbers]
    return Magazine.build(issues=Random(f"{seed}/issues").sample(ids, issues), seed=seed)


def measure(recipe: Recipe, seed: int, folder: Path) -> tuple[int, list[Fault]]:
    """Return how many pages have an article in the magazine of `seed` laid out by `recipe`, and what was misread.

    The site is written into `folder`, and the records beside it.
    """
    words = magazine(seed)
    replica = Replica.drawn(layout(recipe, words), words)
    write(replica, folder / "site")
    reading = Reading(folder / "site", folder / "out")
    drawn = drawing(recipe, words)
    furniture = _furniture(replica, drawn, lines(folder / "out" / "furniture.jsonl"))
    return len(reading.wanted), [*_articles(reading), *furniture, *_issues(reading, drawn)]


def shares(faults: list[Fault], pages: int) -> dict[str, float]:
    """Return for each field on which share of the pages it is right."""
    wrong = Counter(fault.field for fault in faults)
    return {field: 1 - min(1.0, wrong[field] / pages) for field in FIELDS}


def _articles(reading: Reading) -> Iterator[Fault]:
    for url, truth in reading.wanted.items():
        line = reading.articles.get(url)
        if line is None:
            yield Fault("missing", url, truth["title"], None)
            continue
        wanted = truth | {
            "issue": {"year": truth["year"], "number": truth["number"]} if truth["year"] else None,
            "blocks": [block[1] for block in truth["blocks"]],
            "kinds": [block[0] for block in truth["blocks"]],
            "unplaced": [],
        }
        found = line | {
            "issue": line["issue"] and {name: line["issue"][name] for name in ("year", "number")},
            "blocks": [block["text"] for block in line["blocks"]],
            "kinds": [block["kind"] for block in line["blocks"]],
        }
        for field in _ARTICLE.split():
            if wanted[field] != found[field]:
                yield Fault(field, url, wanted[field], found[field])
    for url in reading.articles.keys() - reading.wanted.keys():
        yield Fault("extra", url, None, reading.articles[url]["title"])


def _sheets(replica: Replica) -> Iterator[Sheet]:
    sheets = Sheets(plan=replica.plan, rates=replica.rates, origins=())
    for issue in replica.plan.magazine.issues:
        yield from (sheets.article(issue, article) for article in issue.articles)
        if replica.plan.layout.issue_link == "list":
            yield sheets.issue(issue)
    yield from map(sheets.news, replica.plan.magazine.news)


def _furniture(replica: Replica, drawn: Drawing, published: list[dict[str, Any]]) -> Iterator[Fault]:
    pages: dict[str, list[dict[str, Any]]] = {}
    for line in published:
        pages.setdefault(path_of(line["page_url"]), []).append(line)
    for sheet in _sheets(replica):
        wanted, found = _wanted(sheet, drawn), _found(pages.get(sheet.path, []), sheet, drawn)
        for field in _FURNITURE.split():
            if wanted[field] != found[field]:
                yield Fault(field, sheet.path, wanted[field], found[field])


def _wanted(sheet: Sheet, drawn: Drawing) -> dict[str, object]:
    _, _, issue = (sheet.masthead or "").partition("№")
    number, _, year = issue.partition(", ")
    return {
        "ticker": [(r.pair, float(r.rate), r.change and float(r.change)) for r in sheet.ticker],
        "masthead": {(int(year), number)} if year else set(),
        "contents": sorted(
            (line.title, list(line.authors), path_of(urljoin(ORIGIN + sheet.path, line.href)))
            for line in drawn.contents(sheet)
            if line.href is not None
        ),
        "index": sum(len(year.issues) for year in drawn.index(sheet)),
        "counter": ["Rambler's Top100"],
        "partners": list(PARTNERS),
    }


def _found(published: list[dict[str, Any]], sheet: Sheet, drawn: Drawing) -> dict[str, object]:
    """Return what was read of a page's furniture; whether the page's own unlinked entry counts is left open."""
    of = {kind: [line for line in published if line["kind"] == kind] for kind in _KINDS}
    own = {line.title for line in drawn.contents(sheet) if line.href is None}
    return {
        "ticker": [(q["pair"], q["rate"], q["change"]) for line in of["ticker"] for q in line["quotes"]],
        "masthead": {(line["year"], line["number"]) for line in of["masthead"]} - {(None, None)},
        "contents": sorted(
            (entry["title"], entry["authors"], path_of(entry["url"] or ""))
            for line in of["contents"]
            for entry in line["entries"]
            if entry["title"] not in own
        ),
        "index": sum(line["issues"] or 0 for line in of["issue_index"]),
        "counter": [line["name"] for line in of["counter"]],
        "partners": [link["text"] for line in of["partners"] for link in line["links"]],
    }


_KINDS = ("ticker", "masthead", "contents", "issue_index", "counter", "partners")


def _issues(reading: Reading, drawn: Drawing) -> Iterator[Fault]:
    wanted = {(issue["year"], issue["number"]): issue["articles"] for issue in reading.truth["issues"]}
    for issue in drawn.elsewhere():
        wanted.setdefault(issue, [])
    found = {
        key: [path_of(entry["url"] or "") for entry in line["promised"]]
        for key, line in reading.issues.items()
    }
    for key in wanted.keys() | found.keys():
        if wanted.get(key) != found.get(key):
            yield Fault("issues", json.dumps(key), wanted.get(key), found.get(key))
