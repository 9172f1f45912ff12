"""Final lines and model are the same bytes: in any order of captures, twice, with the model at hand, gone or wrong."""

from __future__ import annotations

import re
import tempfile
from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crawler.replica.folder import write
from crawler.replica.replica import Replica
from pipelines.archive.derive import derive
from pipelines.archive.model_file import write_model
from pipelines.article.title_votes import AGAINST, FOR
from pipelines.site.model import NOTHING_LEARNED, SiteModel
from tests.pipelines.clutter import cluttered
from tests.pipelines.magazines import mementos
from tests.pipelines.reading import PROFILE

if TYPE_CHECKING:
    from output.memento import Memento

FILES = ("articles.jsonl", "issues.jsonl", "furniture.jsonl", "captures.jsonl")
OTHERS = SiteModel(pages=50, keys={"by": 50, "table of contents": 50}, learned_from="sha256:another")


@cache
def _captures() -> tuple[Memento, ...]:
    """Return a small magazine with clutter, each page met twice: the older copy of a third of them was another text."""
    with tempfile.TemporaryDirectory() as folder:
        write(Replica.build("modern", issues=3), Path(folder) / "site")
        newest = list(mementos(Path(folder) / "site", cluttered))
    before = [
        replace(
            memento,
            capture=replace(memento.capture, date=memento.capture.date.replace(year=2025)),
            body=memento.body.replace(b"<p>", b"<p>Once ") if at % 3 == 0 else memento.body,
        )
        for at, memento in enumerate(newest)
    ]
    return (*before, *newest)


def _bytes(captures: list[Memento], folder: Path, model_file: Path | None) -> dict[str, bytes]:
    derive(captures, profile=PROFILE, folder=folder, model_file=model_file)
    return {name: (folder / name).read_bytes() for name in FILES}


@cache
def _usual() -> tuple[dict[str, bytes], bytes]:
    with tempfile.TemporaryDirectory() as folder:
        model = Path(folder) / "model.json"
        return _bytes(list(_captures()), Path(folder), model), model.read_bytes()


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    seed=st.integers(0, 2**32), state=st.sampled_from(["none", "gone", "kept", "another's", "empty", "torn"])
)
def test_rebuilding_gives_the_same_bytes(seed: int, state: str) -> None:
    """Whatever order the captures come in and whatever lies where the model should be."""
    captures = list(_captures())
    Random(seed).shuffle(captures)
    wanted, wanted_model = _usual()
    with tempfile.TemporaryDirectory() as folder:
        model = Path(folder) / "model.json"
        if state == "kept":
            model.write_bytes(wanted_model)
        elif state == "another's":
            write_model(model, OTHERS)
        elif state == "empty":
            write_model(model, NOTHING_LEARNED)
        elif state == "torn":
            model.write_bytes(wanted_model[: len(wanted_model) // 2])
        for _ in range(2):
            assert _bytes(captures, Path(folder) / "out", None if state == "none" else model) == wanted
        if state != "none":
            assert model.read_bytes() == wanted_model


def test_the_documented_votes_are_the_real_ones() -> None:
    """docs/extraction.md has the table of votes as it is in the code."""
    text = (Path(__file__).parents[2] / "docs" / "extraction.md").read_text(encoding="utf-8")
    table = re.findall(
        r"^\| (-?\d+) \| (.+) \|$", text.split("## Votes for the title")[1].split("\n## ")[0], re.MULTILINE
    )
    assert [(float(points), why) for points, why in table] == [
        (float(points), why) for points, why, _ in (*FOR, *AGAINST)
    ]
