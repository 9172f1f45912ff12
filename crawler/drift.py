"""Whether the site has changed: what a run's pages lack, held against what those of earlier runs lacked."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from pipelines.page import PageSummary

FEATURES = ("title", "text", "masthead", "contents")
"""What an issue's pages usually show; their words stand in run.json and in the reasons."""

_EXAMPLES = 3
_ENOUGH_NOW = 5
_ENOUGH_BEFORE = 10
_JUMP = 0.25
_SIGMAS = 3
_RUNS = 20
"""Earlier runs that are looked at, the latest ones."""


@dataclass(slots=True, kw_only=True)
class Shape:
    """What a run's pages lack: how many pages show no title, text, masthead or contents, and blocks left over.

    `learned`: the site's furniture was known when they were read; without, more is left over. `examples` are addresses.
    """

    learned: bool = False
    pages: int = 0
    without: Counter[str] = field(default_factory=Counter)
    unplaced: int = 0
    examples: dict[str, list[str]] = field(default_factory=dict)

    def add(self, summary: PageSummary) -> None:
        """Count one page of an issue: its contents, or one of its articles."""
        self.pages += 1
        shown = {
            "title": summary.title,
            "text": summary.article,
            "masthead": summary.masthead,
            "contents": summary.contents,
        }
        for feature in FEATURES:
            if not shown[feature]:
                self.without[feature] += 1
                self._example(feature, summary.url)
        self.unplaced += len(summary.unplaced)
        if summary.unplaced:
            self._example("unplaced", summary.url)

    def _example(self, what: str, url: str) -> None:
        # An issue's own page comes before its articles, and often shows no title or text: the last ones tell more.
        known = self.examples.setdefault(what, [])
        known.append(url)
        del known[:-_EXAMPLES]

    def as_json(self) -> dict[str, Any]:
        """Return what stands in run.json."""
        return {
            "learned": self.learned,
            "pages": self.pages,
            "without": {feature: self.without[feature] for feature in FEATURES},
            "unplaced": self.unplaced,
            "examples": self.examples,
        }

    @classmethod
    def from_json(cls, shape: dict[str, Any]) -> Self:
        """Return the shape that `as_json` gave; raises KeyError, TypeError or ValueError on anything else."""
        return cls(
            learned=bool(shape["learned"]),
            pages=int(shape["pages"]),
            without=Counter({name: int(shape["without"][name]) for name in FEATURES}),
            unplaced=int(shape["unplaced"]),
            examples={what: list(urls) for what, urls in shape.get("examples", {}).items()},
        )


def earlier_shapes(runs: Path, *, than: str, profile: str) -> Iterator[Shape]:
    """Yield the shapes of the latest runs in the folder `runs` before the run named `than`, of the same profile.

    Runs that saw the site changed don't count: what is wrong stays wrong until somebody mends it.
    """
    folders = sorted((f for f in runs.iterdir() if f.name < than), reverse=True) if runs.is_dir() else []
    for folder in folders[:_RUNS]:
        try:
            report = json.loads((folder / "run.json").read_text(encoding="utf-8"))
            if report["profile"] != profile or report["drift"]:
                continue
            yield Shape.from_json(report["shape"])
        except (OSError, ValueError, KeyError, TypeError):
            continue  # killed before it was written, or of a version that knew no shapes


def drift(now: Shape, before: Iterable[Shape]) -> tuple[str, ...]:
    """Return in what the site has changed, a line each with examples; nothing where too few pages were seen.

    A share of pages that lack something has jumped when it grew by a quarter, and by more than chance (three standard
    deviations) would have it; blocks left over have when there are twice as many a page, and one more.
    """
    earlier = list(before)
    pages = sum(shape.pages for shape in earlier)
    found: list[str] = []
    if now.pages < _ENOUGH_NOW or pages < _ENOUGH_BEFORE:
        return ()
    for feature in FEATURES:
        usual = sum(shape.without[feature] for shape in earlier) / pages
        share = now.without[feature] / now.pages
        chance = (max(usual * (1 - usual), 1 / pages) / now.pages) ** 0.5
        if share - usual >= max(_JUMP, _SIGMAS * chance):
            found.append(
                f"the site changed: {now.without[feature]} of {now.pages} pages show no {feature} "
                f"({usual:.0%} in earlier runs), such as {', '.join(now.examples.get(feature, ()))}"
            )
    alike = [shape for shape in earlier if shape.learned == now.learned and shape.pages]
    if alike and sum(shape.pages for shape in alike) >= _ENOUGH_BEFORE:
        usual = sum(shape.unplaced for shape in alike) / sum(shape.pages for shape in alike)
        if now.unplaced / now.pages >= 2 * usual + 1:
            found.append(
                f"the site changed: {now.unplaced / now.pages:.1f} blocks a page are left over "
                f"({usual:.1f} in earlier runs), such as {', '.join(now.examples.get('unplaced', ()))}"
            )
    return tuple(found)
