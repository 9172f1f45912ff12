"""Whole real sites nothing is known of, each with its site model: the pages of DAnIEL, a row per site.

    git clone https://github.com/rundimeco/waddle DATA
    python -m bench.sites DATA [--least 8] [--rewrites breaks,…] [--worst N]

DAnIEL's pages are news of 2011 and 2012 in Greek, English, Polish and Russian, with clean text beside them; nothing of
it is kept here. A text is compared by its words (multisets), with or without the title, as the reference has it; the
first paragraph of that is the title. Some references lack half of a text or are another page's: no tool reaches 1.
`--rewrites` reads every site again rewritten (tests/pipelines/rewrites.py) and tells how many texts change a word.
"""

from __future__ import annotations

import argparse
import html as entities
import json
import re
import tempfile
from collections import Counter
from pathlib import Path
from statistics import fmean
from typing import TYPE_CHECKING, Any, NamedTuple

from bench.magazine import words
from crawler import sites
from pipelines.archive.derive import derive
from tests.pipelines.magazines import lines
from tests.pipelines.reading import memento
from tests.pipelines.rewrites import REWRITES

if TYPE_CHECKING:
    from collections.abc import Iterable

_PAGE = re.compile(r"\d{8}_([^_]+)_(?:.*_)?([0-9a-f]{20,})")
_PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.DOTALL)
_PROFILE = sites.load("generic")


class Page(NamedTuple):
    """A saved page and its reference, a text a paragraph."""

    html: str
    reference: tuple[str, ...]


class Score(NamedTuple):
    """One page: words found rightly, found, and wanted; whether the title is exact."""

    right: int
    found: int
    wanted: int
    titled: bool

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, 0 to 1."""
        return 2 * self.right / max(1, self.found + self.wanted)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--least", type=int, default=8, help="pages of a site that is read")
    parser.add_argument("--rewrites", default="", help="names of rewrites, or all")
    parser.add_argument("--worst", type=int, default=0, metavar="N", help="name the N worst pages")
    options = parser.parse_args()
    names = list(REWRITES) if options.rewrites == "all" else [n for n in options.rewrites.split(",") if n]
    scores: dict[str, Score] = {}
    changed: Counter[str] = Counter()
    print(f"{'site':<32}{'pages':>6}{'F1':>8}{'F1/page':>9}{'titles':>8}")
    for site, pages in sorted(load(options.data).items()):
        if len(pages) < options.least:
            continue
        found = read(pages.items())
        own = {url: score(page, found.get(url)) for url, page in pages.items()}
        scores.update(own)
        _print(site, own.values())
        for name in names:
            again = read((url, page._replace(html=REWRITES[name](page.html))) for url, page in pages.items())
            changed[name] += sum(_text(found.get(url)) != _text(again.get(url)) for url in pages)
    _print("all", scores.values())
    for name in names:
        print(f"{name}: {changed[name]} of {len(scores)} texts change")
    for url, one in sorted(scores.items(), key=lambda item: item[1].f1)[: options.worst]:
        print(f"    {one.f1:.3f}  {url}")


def load(data: Path) -> dict[str, dict[str, Page]]:
    """Return the pages of each site by made-up addresses; pages saved twice once, those in Chinese left out."""
    corpus = data / "corpora" / "Corpus_daniel_v2.1"
    languages = json.loads((corpus / "doc_lg.json").read_text("utf-8"))
    found: dict[str, dict[str, Page]] = {}
    seen: set[str] = set()
    for path in sorted((corpus / "html").iterdir()):
        match = _PAGE.fullmatch(path.name)
        html = path.read_bytes().decode("utf-8", "replace")
        if match is None or html in seen or languages.get(path.name) == "Chinese":
            continue
        seen.add(html)
        said = (corpus / "reference" / path.name).read_text("utf-8", "replace")
        reference = tuple(entities.unescape(text) for text in _PARAGRAPH.findall(said) or [said])
        found.setdefault(match[1], {})[f"http://{match[1]}/a/{match[2]}.html"] = Page(html, reference)
    return found


def read(pages: Iterable[tuple[str, Page]]) -> dict[str, dict[str, Any]]:
    """Return the article lines of a site's pages, by their addresses."""
    with tempfile.TemporaryDirectory() as scratch:
        captures = [memento(page.html, url, second=n) for n, (url, page) in enumerate(pages)]
        derive(captures, profile=_PROFILE, folder=Path(scratch))
        return {line["url"]: line for line in lines(Path(scratch) / "articles.jsonl")}


def score(page: Page, line: dict[str, Any] | None) -> Score:
    """Return how well an article line says what the reference says."""
    gold = words(*page.reference)
    if line is None:
        return Score(0, 0, gold.total(), titled=False)
    ways = [words(line["text"]), words(line["title"], line["text"])]
    best = max(ways, key=lambda said: (said & gold).total() / max(1, said.total() + gold.total()))
    titled = words(line["title"]) == words(page.reference[0])
    return Score((best & gold).total(), best.total(), gold.total(), titled)


def _text(line: dict[str, Any] | None) -> list[str]:
    return [] if line is None else line["text"].split()


def _print(name: str, scores: Iterable[Score]) -> None:
    every = list(scores)
    right, found, wanted = (sum(column) for column in list(zip(*every, strict=True))[:3])
    f1, pages = 2 * right / max(1, found + wanted), fmean(one.f1 for one in every)
    titles = fmean(one.titled for one in every)
    print(f"{name:<32}{len(every):>6}{f1:>8.3f}{pages:>9.3f}{titles:>8.3f}", flush=True)


if __name__ == "__main__":
    main()
