"""Body text of any article page: the generic profile beside trafilatura, Resiliparse and readability-lxml.

    git clone https://github.com/scrapinghub/article-extraction-benchmark DATA
    pip install -e '.[bench]'
    python -m bench.articles DATA [--half even|odd|all] [--rewrites N] [--worst N] [--tools backissue,…]

The pages and the measure (4-gram shingles, its own evaluate.py) are the benchmark's; nothing of it is kept here.
A page is read by itself, without what other pages of its site would say. The rules were tuned on the even half
(`--half even`, by the order of the pages' names); the odd half was only measured.
"""

from __future__ import annotations

import argparse
import gzip
import importlib.util
import json
import os
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bench.extractors import available
from tests.pipelines.rewrites import REWRITES

if TYPE_CHECKING:
    from bench.extractors import Extractor

BOOTSTRAPS = 1000


def main() -> None:
    options = _options()
    evaluate = _evaluator(options.data)
    wanted = _half(json.loads((options.data / "ground-truth.json").read_text("utf-8")), options.half)
    pages = {name: _page(options.data, name) for name in wanted}
    tools = available(options.tools.split(",") if options.tools else None)
    print(f"{len(pages)} pages ({options.half})")
    print(f"{'':<24}{'F1':<14}{'precision':<14}{'recall':<14}{'accuracy':<10}pages/s")
    for tool in tools:
        began = time.process_time()
        found = _extracted(tool, pages, wanted)
        spent = time.process_time() - began
        metrics = evaluate.evaluate(wanted, found, BOOTSTRAPS)
        figures = "".join(
            f"{metrics[name]:.3f} ± {metrics[name + '_std']:.3f} ".ljust(14)
            for name in ("f1", "precision", "recall")
        )
        print(f"{tool.name:<24}{figures}{metrics['accuracy']:<10.3f}{len(pages) / spent:.0f}", flush=True)
        if options.worst:
            _print_worst(evaluate, wanted, found, options.worst)
    if options.rewrites:
        some = dict(sorted(wanted.items())[: options.rewrites])
        _print_rewrites(evaluate, tools, pages, some)


def _options() -> Any:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("data", type=Path, nargs="?", default=os.environ.get("BACKISSUE_ARTICLES"))
    parser.add_argument("--half", choices=("even", "odd", "all"), default="all")
    parser.add_argument("--rewrites", type=int, default=0, metavar="N", help="also N pages rewritten")
    parser.add_argument("--worst", type=int, default=0, metavar="N", help="name the N worst pages")
    parser.add_argument("--tools", help="only these, by name")
    options = parser.parse_args()
    if options.data is None:
        parser.error("where is the benchmark? give its folder or set BACKISSUE_ARTICLES")
    options.data = Path(options.data)
    return options


def _evaluator(data: Path) -> Any:
    spec = importlib.util.spec_from_file_location("evaluate", data / "evaluate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _half(truth: dict[str, Any], half: str) -> dict[str, Any]:
    return {
        name: truth[name]
        for i, name in enumerate(sorted(truth))
        if half == "all" or (half == "odd") == bool(i % 2)
    }


def _page(data: Path, name: str) -> str:
    return gzip.decompress((data / "html" / f"{name}.html.gz").read_bytes()).decode("utf-8")


def _extracted(tool: Extractor, pages: dict[str, str], truth: dict[str, Any]) -> dict[str, dict[str, str]]:
    return {
        name: {"articleBody": tool.body(pages[name], "http://" + truth[name]["url"].split("://")[-1]) or ""}
        for name in truth
    }


def _print_worst(evaluate: Any, truth: dict[str, Any], found: dict[str, Any], number: int) -> None:
    scored = []
    for name in truth:
        tp, fp, fn = evaluate.string_shingle_matching(truth[name]["articleBody"], found[name]["articleBody"])
        precision, recall = evaluate.precision_score(tp, fp, fn), evaluate.recall_score(tp, fp, fn)
        scored.append((2 * precision * recall / (precision + recall or 1), precision, recall, name))
    for f1, precision, recall, name in sorted(scored)[:number]:
        print(f"    {f1:.3f}  P {precision:.3f}  R {recall:.3f}  {name[:12]}  {truth[name]['url'][:90]}")


def _print_rewrites(
    evaluate: Any, tools: list[Extractor], pages: dict[str, str], truth: dict[str, Any]
) -> None:
    print(f"\nF1 on {len(truth)} pages, plain and rewritten")
    print(f"{'':<24}plain   " + "  ".join(name[:14] for name in REWRITES))
    rewritten = {
        rewrite: {name: change(pages[name]) for name in truth} for rewrite, change in REWRITES.items()
    }
    for tool in tools:
        plain = _extracted(tool, pages, truth)
        figures = [evaluate.evaluate(truth, plain, 2)["f1"]]
        same = []
        for texts in rewritten.values():
            found = _extracted(tool, texts, truth)
            figures.append(evaluate.evaluate(truth, found, 2)["f1"])
            same.append(
                sum(found[n]["articleBody"].split() == plain[n]["articleBody"].split() for n in truth)
            )
        print(
            f"{tool.name:<24}{figures[0]:.3f}   "
            + "  ".join(
                f"{f:.3f} ({n})".ljust(len(r[:14]))
                for f, n, r in zip(figures[1:], same, rewritten, strict=True)
            )
            + f"   worst {min(figures[1:]):.3f}",
            flush=True,
        )


if __name__ == "__main__":
    main()
