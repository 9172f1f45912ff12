"""Furniture words found, per layout: page only, whole blocks, and runs of words too; plain pages and cluttered ones.

    python -m bench.furniture [LAYOUT ...] [--issues N]

A page's furniture words are all its words but those of its article (title, author lines, text, source line); what is
counted is micro precision, recall and F1 over the article pages, and the articles whose text is exact. A block left
over (`unplaced`) is not found.
"""

from __future__ import annotations

import argparse
import tempfile
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from unittest import mock

from crawler import sites
from crawler.replica.folder import write
from crawler.replica.layouts import layout_names
from crawler.replica.replica import Replica
from pipelines.archive import gather
from pipelines.archive.derive import derive
from pipelines.parsed import is_page, parse
from pipelines.site.learner import Learner
from pipelines.site.model import NOTHING_LEARNED, SiteModel
from tests.pipelines.clutter import cluttered
from tests.pipelines.magazines import lines, mementos, path_of

if TYPE_CHECKING:
    from output.memento import Memento

PROFILE = sites.load("investkz")
Change = Callable[[SiteModel], SiteModel]
learn = Learner.model
MODELS: dict[str, Change] = {
    "page only": lambda _: NOTHING_LEARNED,
    "whole blocks": lambda model: replace(model, shingles={}),
    "blocks + shingles": lambda model: model,
}


def is_html(memento: Memento) -> bool:
    return bool(memento.body) and memento.mime is not None and "html" in memento.mime


def in_its_encoding(body: bytes) -> bytes:
    codec = "utf-16" if body.startswith(b"\xff\xfe") else "latin-1"
    return cluttered(body.decode(codec)).encode(codec)


def article_words(line: dict) -> Counter:
    said = [line["title"], line["byline"] or "", line["source_line"] or "", *line["unplaced"]]
    return Counter(" ".join([*said, *(block["text"] for block in line["blocks"])]).split())


def truth_words(truth: dict) -> Counter:
    said = [truth["title"], truth["byline"] or "", truth["source_line"] or ""]
    return Counter(" ".join([*said, *(block[1] for block in truth["blocks"])]).split())


def measure(layout: str, issues: int, *, clutter: bool) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        replica = Replica.build(layout, issues=issues)
        write(replica, folder / "site")
        captures = list(mementos(folder / "site"))
        if clutter:
            captures = [replace(m, body=in_its_encoding(m.body)) if is_html(m) else m for m in captures]
        words = {}
        for m in captures:
            if m.status == 200 and is_page(m.mime) and m.body:
                page = parse(m.body, url=m.capture.target_uri, content_type=m.content_type, profile=PROFILE)
                words[path_of(m.capture.target_uri)] = Counter(
                    " ".join(b.text for b in page.document.blocks).split()
                )
        truth = {a["url"]: a for a in replica.truth().as_json()["articles"]}
        for name, change_model in MODELS.items():

            def model(self: Learner, learned_from: str | None = None, f: Change = change_model) -> SiteModel:
                return f(learn(self, learned_from))

            with mock.patch.object(gather.Learner, "model", model):
                derive(captures, profile=PROFILE, folder=folder / "out")
            found = {path_of(line["url"]): line for line in lines(folder / "out" / "articles.jsonl")}
            right = said = wanted = exact = 0
            for url, article in truth.items():
                gold = words[url] - truth_words(article)
                ours = words[url] - article_words(found[url]) if url in found else words[url]
                right += (gold & ours).total()
                said += ours.total()
                wanted += gold.total()
                exact += url in found and [b["text"] for b in found[url]["blocks"]] == [
                    b[1] for b in article["blocks"]
                ]
            p, r = right / max(1, said), right / max(1, wanted)
            f1 = 2 * p * r / max(1e-9, p + r)
            kind = "cluttered" if clutter else "plain"
            print(f"| {layout} | {kind} | {name} | {p:.4f} | {r:.4f} | {f1:.4f} | {exact}/{len(truth)} |")


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("layouts", nargs="*", default=layout_names())
    arguments.add_argument("--issues", type=int, default=9)
    given = arguments.parse_args()
    print(
        "| layout | pages | model | P | R | F1 | exact texts |\n| --- | --- | --- | --- | --- | --- | --- |"
    )
    for layout in given.layouts:
        for clutter in (False, True):
            measure(layout, given.issues, clutter=clutter)


if __name__ == "__main__":
    main()
