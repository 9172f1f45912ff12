"""Precision, recall and F1 of the words, and the share of exact articles and blocks, a row per layout and encoding.

    python -m bench.layouts [--issues 9] [--encodings utf-8,windows-1251,…] [--profile investkz|generic]

The layouts are all of the replica's and, where ../shared/layouts is there, the examples that came with the contract.
Each magazine is derived as a whole, from its pages as they are and from the same pages written in other encodings,
declared in the page's head only. Words are compared as 4-word shingles of each article's text with its truth's.
"""

from __future__ import annotations

import argparse
import re
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from crawler import sites
from crawler.replica.folder import write
from crawler.replica.layouts import layout, layout_names
from crawler.replica.replica import Replica
from output.memento import Memento
from pipelines.archive.derive import derive
from pipelines.document.decode import decode
from tests.pipelines.magazines import SHARED, Reading, mementos

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ENCODINGS = ("utf-8", "windows-1251", "windows-1252", "koi8-r", "utf-16")
_DECLARED = re.compile(r"<\?xml[^>]*\?>|<meta[^>]*charset[^>]*>", re.IGNORECASE)
_WORD = re.compile(r"\w+")


@dataclass(slots=True)
class Score:
    """What was found of a magazine, in counts."""

    hits: int = 0
    found: int = 0
    wanted: int = 0
    exact: Counter[str] = field(default_factory=Counter)
    blocks: int = 0
    articles: int = 0

    def row(self) -> str:
        """Return the counts as shares."""
        precision, recall = self.hits / max(1, self.found), self.hits / max(1, self.wanted)
        f1 = 2 * precision * recall / (precision + recall) if self.hits else 0.0
        shares = [self.exact[name] / max(1, self.articles) for name in ("title", "authors", "text")]
        shares.append(self.exact["block"] / max(1, self.blocks))
        figures = (precision, recall, f1, *shares)
        return f"{self.articles:9}" + "".join(f"{figure:10.4f}" for figure in figures)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--issues", type=int, default=9)
    parser.add_argument("--encodings", default=",".join(ENCODINGS))
    parser.add_argument("--profile", default="investkz")
    parser.add_argument("--layouts", help="only these, by name")
    options = parser.parse_args()
    only = options.layouts.split(",") if options.layouts else None
    columns = ("articles", "precision", "recall", "F1", "title", "authors", "text", "blocks")
    print(f"{'layout':<14}{'encoding':<14}" + columns[0].rjust(9) + "".join(c.rjust(10) for c in columns[1:]))
    with tempfile.TemporaryDirectory() as scratch:
        for name, folder, own in _folders(Path(scratch), options.issues):
            if only is not None and name not in only:
                continue
            for encoding in ("as it is", *options.encodings.split(",")):
                pages = mementos(folder) if encoding == "as it is" else _recoded(folder, encoding, own)
                row = _score(folder, pages, Path(scratch) / "out", options.profile).row()
                print(f"{name:<14}{own if encoding == 'as it is' else encoding:<14}{row}", flush=True)


def _folders(scratch: Path, issues: int) -> Iterator[tuple[str, Path, str]]:
    for name in layout_names():
        write(Replica.build(name, issues=issues), scratch / name)
        yield name, scratch / name, f"({layout(name).encoding})"
    if (SHARED / "layouts").is_dir():
        for folder in sorted(path for path in (SHARED / "layouts").iterdir() if path.is_dir()):
            yield f"shared/{folder.name}", folder, "(its own)"


def _recoded(folder: Path, encoding: str, own: str) -> Iterator[Memento]:
    """Yield the pages of `folder` written in `encoding`, which their head declares; what it lacks as references."""
    prior = own.strip("()") if own != "(its own)" else "windows-1251"
    for memento in mementos(folder):
        if memento.status != 200 or not (memento.content_type or "").startswith("text/html"):
            yield memento
            continue
        text = decode(memento.body, content_type=memento.content_type, prior=prior).text
        bare = _DECLARED.sub("", text)
        head = f'<meta http-equiv="Content-Type" content="text/html; charset={encoding}">'
        changed = re.sub(r"(<head[^>]*>)", rf"\1{head}", bare, count=1, flags=re.IGNORECASE)
        if changed == bare:
            changed = head + bare
        yield Memento(
            capture=memento.capture,
            record_type=memento.record_type,
            status=200,
            headers=((b"Content-Type", b"text/html"),),
            body=changed.encode(encoding, "xmlcharrefreplace"),
            hops="",
        )


def _score(folder: Path, pages: Iterable[Memento], out: Path, profile: str) -> Score:
    derive(pages, profile=sites.load(profile), folder=out)
    reading = Reading.of_records(folder, out)
    score = Score()
    for url, wanted in reading.wanted.items():
        line = reading.articles.get(url) or {"title": None, "authors": None, "blocks": []}
        found = [(block["kind"], block["text"]) for block in line["blocks"]]
        truth = [(block[0], block[1]) for block in wanted["blocks"]]
        ours, theirs = _shingles(text for _, text in found), _shingles(text for _, text in truth)
        score.hits += (ours & theirs).total()
        score.found += ours.total()
        score.wanted += theirs.total()
        score.articles += 1
        score.blocks += len(truth)
        score.exact["block"] += (Counter(found) & Counter(truth)).total()
        score.exact["title"] += line["title"] == wanted["title"]
        score.exact["authors"] += line["authors"] == wanted["authors"]
        score.exact["text"] += [text for _, text in found] == [text for _, text in truth]
    return score


def _shingles(texts: Iterable[str]) -> Counter[tuple[str, ...]]:
    words = [word for text in texts for word in _WORD.findall(text)]
    return Counter(tuple(words[at : at + 4]) for at in range(max(1, len(words) - 3)))


if __name__ == "__main__":
    main()
