"""Body text of the article pages of WCXB: the generic profile beside the extractors of `bench.articles`.

    git clone https://github.com/Murrough-Foley/web-content-extraction-benchmark DATA
    pip install -e '.[bench]'
    python -m bench.wcxb DATA [--split dev|test] [--every N] [--worst N] [--tools backissue,…]

The pages are the benchmark's (CC-BY-4.0), and so is the measure (words, its own evaluate.py: the mean over pages);
nothing of it is kept here. Rules were tuned on the article pages of `dev`; `test` was only measured.
"""

from __future__ import annotations

import argparse
import gzip
import importlib.util
import json
import time
from pathlib import Path
from statistics import fmean
from typing import Any

from bench.extractors import available


def main() -> None:
    options = _options()
    measure = _measure(options.data)
    pages = _pages(options.data / options.split)[:: options.every]
    print(f"{len(pages)} article pages ({options.split}, every {options.every})")
    print(f"{'':<24}{'F1':<8}{'precision':<11}{'recall':<8}pages/s")
    for tool in available(options.tools.split(",") if options.tools else None):
        began = time.process_time()
        found = [tool.body(html, url) or "" for _, url, html, _ in pages]
        spent = time.process_time() - began
        scores = [measure(text, page[3]) for text, page in zip(found, pages, strict=True)]
        precision, recall, f1 = (fmean(column) for column in zip(*scores, strict=True))
        print(
            f"{tool.name:<24}{f1:<8.3f}{precision:<11.3f}{recall:<8.3f}{len(pages) / spent:.0f}", flush=True
        )
        ranked = sorted(zip(scores, pages, strict=True), key=lambda scored: scored[0][2])
        for (p, r, f), (name, url, _, _) in ranked[: options.worst]:
            print(f"    {f:.3f}  P {p:.3f}  R {r:.3f}  {name}  {url[:90]}")


def _options() -> Any:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--split", choices=("dev", "test"), default="dev")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="only every Nth page")
    parser.add_argument("--worst", type=int, default=0, metavar="N", help="name the N worst pages")
    parser.add_argument("--tools", help="only these, by name")
    return parser.parse_args()


def _measure(data: Path) -> Any:
    spec = importlib.util.spec_from_file_location("evaluate", data / "evaluate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.word_f1


def _pages(split: Path) -> list[tuple[str, str, str, str]]:
    """Return the article pages with a reference text: name, address, HTML, reference."""
    pages = []
    for path in sorted((split / "ground-truth").glob("*.json")):
        page = json.loads(path.read_text("utf-8"))
        reference = page["ground_truth"].get("main_content")
        if reference and page["_internal"]["page_type"]["primary"] == "article":
            html = gzip.decompress((split / "html" / f"{path.stem}.html.gz").read_bytes())
            pages.append(
                (
                    path.stem,
                    page.get("url") or "http://localhost/",
                    html.decode("utf-8", "replace"),
                    reference,
                )
            )
    return pages


if __name__ == "__main__":
    main()
