"""A whole magazine nothing is known of: body, furniture, titles and authors, a row per layout.

    python -m bench.magazine [--issues 48] [--profile generic] [--layouts rules,…] [--separate] [--alone]
                              [--flat] [--wrong N]
    python -m bench.magazine --folder DIR --truth TRUTH.jsonl

The magazine is an e-zine of our own invention (tests/ezine): many layouts over the years, fifteen kinds of pages an
issue; `--second` and `--third` are others of other habits. `--separate` makes a magazine of each layout alone,
`--alone` leaves out the contents and indexes, `--flat` puts all pages into one folder. `--folder` measures saved pages
of another magazine; the truth is a JSON line a page: `file`, `title`, `authors`, `byline`, `texts`, and `layout` if
there are several.
Words are compared as multisets over all pages (micro). Furniture is every visible word that is neither title, author
line nor text; a block that is left over (`unplaced`) is not found.
"""

from __future__ import annotations

import argparse
import re
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from crawler import sites
from pipelines.archive.derive import derive
from pipelines.parsed import parse
from tests.ezine.listing import LAYOUTS
from tests.ezine.second import SECOND_LAYOUTS, second
from tests.ezine.site import Truth, alone, ezine, in_one_folder
from tests.ezine.third import THIRD_LAYOUTS, third
from tests.pipelines.magazines import lines
from tests.pipelines.reading import memento

if TYPE_CHECKING:
    from pipelines.profile import Profile

_WORD = re.compile(r"\w+")


@dataclass(slots=True)
class Score:
    """What was found in the pages of one layout, in counts; `extra` are all articles where there should be none."""

    pages: int = 0
    body: list[int] = field(default_factory=lambda: [0, 0, 0])
    furniture: list[int] = field(default_factory=lambda: [0, 0, 0])
    page_f1: float = 0.0
    exact: Counter[str] = field(default_factory=Counter)

    extra: list[str] = field(default_factory=list)


COLUMNS = (
    "body P",
    "body R",
    "body F1",
    "F1/page",
    "furniture P",
    "furniture R",
    "furniture F1",
    "title",
    "authors",
)


def shares(score: Score) -> dict[str, float]:
    """Return the counts as shares, by the names in COLUMNS."""
    figures = [*_prf(score.body), score.page_f1 / max(1, score.pages), *_prf(score.furniture)]
    figures += [score.exact[name] / max(1, score.pages) for name in ("title", "authors")]
    return dict(zip(COLUMNS, figures, strict=True))


def _prf(counts: list[int]) -> tuple[float, float, float]:
    right, said, wanted = counts
    precision, recall = right / max(1, said), right / max(1, wanted)
    return precision, recall, 2 * precision * recall / (precision + recall) if right else 0.0


def words(*texts: str) -> Counter[str]:
    """Return the words of `texts` with how often each stands there, without case and marks."""
    return Counter(_WORD.findall(" ".join(texts).casefold()))


def measured(
    pages: dict[str, str | bytes], truth: dict[str, Truth], profile: Profile, *, wrong: int = 0
) -> dict[str, Score]:
    """Return the score of each layout when `pages` are read as one magazine; print up to `wrong` pages amiss."""
    with tempfile.TemporaryDirectory() as scratch:
        out = Path(scratch)
        began = time.process_time()
        captures = [memento(page, url, second=n) for n, (url, page) in enumerate(pages.items())]
        derive(captures, profile=profile, folder=out)
        spent = time.process_time() - began
        found = {line["url"]: line for line in lines(out / "articles.jsonl")}
        furniture: dict[str, list[str]] = {}
        for line in lines(out / "furniture.jsonl"):
            furniture.setdefault(line["page_url"], []).append(line["text"])
    scores: dict[str, Score] = {}
    for url, true in truth.items():
        body = pages[url]
        raw = body.encode() if isinstance(body, str) else body
        page = parse(raw, url=url, content_type="text/html", profile=profile)
        visible = words(*(block.text for block in page.document.blocks))
        score = scores.setdefault(true.layout, Score())
        told = _page(score, found.get(url), true, visible)
        if told and wrong > 0:
            wrong -= 1
            print(f"    {true.layout}/{true.kind} {url}\n" + "\n".join(f"        {one}" for one in told))
    extra = [url for url in found if url not in truth]
    for score in scores.values():
        score.extra = extra
    print(f"{len(pages)} pages, {len(extra)} articles too many {extra[:5]}, {spent:.1f} s of CPU")
    return scores


def _page(score: Score, line: dict[str, Any] | None, true: Truth, visible: Counter[str]) -> list[str]:
    """Count one page, and return what is amiss with it, in lines."""
    line = line or {
        "title": None,
        "authors": [],
        "byline": None,
        "source_line": None,
        "text": "",
        "unplaced": [],
    }
    ours, gold = words(line["text"]), words(*true.texts)
    said = words(
        line["title"] or "", line["byline"] or "", line["source_line"] or "", line["text"], *line["unplaced"]
    )
    frame, gold_frame = visible - said, visible - words(true.title, true.byline, *true.texts)
    score.pages += 1
    this = [(ours & gold).total(), ours.total(), gold.total()]
    score.body = [a + b for a, b in zip(score.body, this, strict=True)]
    score.page_f1 += _prf(this)[2] if gold else 1.0
    counts = ((frame & gold_frame).total(), frame.total(), gold_frame.total())
    score.furniture = [a + b for a, b in zip(score.furniture, counts, strict=True)]
    title = " ".join((line["title"] or "").split()) == " ".join(true.title.split())
    authors = {a.casefold() for a in line["authors"]} == {a.casefold() for a in true.authors}
    score.exact.update(title=int(title), authors=int(authors))
    told = []
    if not title:
        told.append(f"title {line['title']!r}, is {true.title!r}")
    if not authors:
        told.append(
            f"authors {line['authors']} of {line['byline']!r}, are {list(true.authors)} of {true.byline!r}"
        )
    if more := ours - gold:
        told.append(f"{more.total()} words too many: {' '.join(more.elements())[:200]}")
    if less := gold - ours:
        told.append(f"{less.total()} words too few: {' '.join(less.elements())[:200]}")
    if line["unplaced"]:
        told.append(f"unplaced {[text[:80] for text in line['unplaced']]}")
    return told


def _saved(folder: Path, truth_file: Path) -> tuple[dict[str, str | bytes], dict[str, Truth]]:
    """Return the pages under `folder` by made-up addresses, and the truth of those that have one."""
    pages: dict[str, str | bytes] = {
        f"http://magazine.example/{path.relative_to(folder).as_posix()}": path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.suffix.lower() in (".html", ".htm", ".shtml")
    }
    truth = {
        f"http://magazine.example/{one['file']}": Truth(
            layout=one.get("layout", folder.name),
            kind=one.get("kind", "page"),
            title=one["title"],
            authors=tuple(one["authors"]),
            byline=one.get("byline", ""),
            texts=tuple(one["texts"]),
        )
        for one in lines(truth_file)
    }
    return pages, truth


def show(scores: dict[str, Score]) -> None:
    """Print a row per layout."""
    for name, score in scores.items():
        figures = "".join(f"{figure:9.4f}" for figure in shares(score).values())
        print(f"{name:<12}{score.pages:7}{figures}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--issues", type=int, default=48)
    parser.add_argument("--profile", default="generic")
    parser.add_argument("--layouts", help="all of them if not given")
    parser.add_argument("--second", action="store_true", help="another magazine, of eight looks")
    parser.add_argument("--third", action="store_true", help="a third one, of thirteen looks")
    parser.add_argument("--separate", action="store_true", help="a magazine of each layout, not one of all")
    parser.add_argument("--alone", action="store_true", help="without the pages that list articles")
    parser.add_argument("--flat", action="store_true", help="all pages in one folder")
    parser.add_argument("--wrong", type=int, default=0, metavar="N", help="print N pages that are not exact")
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--truth", type=Path)
    options = parser.parse_args()
    profile = sites.load(options.profile)
    columns = ("pages", *(name.replace("furniture", "furn.") for name in COLUMNS))
    print(f"{'layout':<12}" + columns[0].rjust(7) + "".join(name.rjust(9) for name in columns[1:]))
    if options.folder:
        pages, truth = _saved(options.folder, options.truth)
        show(measured(pages, truth, profile, wrong=options.wrong))
        return
    made, every = ezine, list(LAYOUTS)
    if options.second:
        made, every = second, list(SECOND_LAYOUTS)
    if options.third:
        made, every = third, list(THIRD_LAYOUTS)
    layouts = options.layouts.split(",") if options.layouts else every
    for names in [[name] for name in layouts] if options.separate else [layouts]:
        site = made(options.issues, layouts=names)
        site = alone(site) if options.alone else site
        site = in_one_folder(site) if options.flat else site
        show(measured(dict(site.pages), site.truth, profile, wrong=options.wrong))


if __name__ == "__main__":
    main()
