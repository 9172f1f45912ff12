"""When a run says that the site has changed, and when it is only chance."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest

from crawler.drift import FEATURES, Shape, drift, earlier_shapes
from tests.pipelines.reading import MORE, PROSE, page, summary

if TYPE_CHECKING:
    from pathlib import Path


def _shape(pages: int, *, learned: bool = True, unplaced: int = 0, **without: int) -> Shape:
    return Shape(
        learned=learned,
        pages=pages,
        without=Counter(without),
        unplaced=unplaced,
        examples={name: ["http://a.example/1"] for name in (*FEATURES, "unplaced")},
    )


def test_a_page_is_counted_by_what_it_does_not_show() -> None:
    """A whole page lacks nothing; one without masthead and contents lacks those, and is an example."""
    shape = Shape()
    shape.add(summary(page(PROSE, MORE)))
    assert shape.as_json() == {
        "learned": False,
        "pages": 1,
        "without": {"title": 0, "text": 0, "masthead": 0, "contents": 0},
        "unplaced": 0,
        "examples": {},
    }
    shape.add(summary(f"<h1>Grain</h1><p>{PROSE}</p><p>{MORE}</p>", url="http://a.example/bare"))
    assert (shape.without["title"], shape.without["masthead"], shape.without["contents"]) == (0, 1, 1)
    assert shape.examples["masthead"] == ["http://a.example/bare"]


def test_the_last_pages_are_the_examples() -> None:
    """The first ones of a run list articles and never had a text."""
    shape = Shape()
    for number in range(9):
        shape.add(summary("<p>Soon</p>", url=f"http://a.example/{number}"))
    assert shape.examples["text"] == [f"http://a.example/{number}" for number in (6, 7, 8)]


def test_a_jump_is_named_with_shares_and_examples() -> None:
    """Half of the pages without a masthead, where two in a hundred had none."""
    found = drift(_shape(20, masthead=10), [_shape(100, masthead=2)])
    assert found == (
        "the site changed: 10 of 20 pages show no masthead (2% in earlier runs), such as http://a.example/1",
    )


@pytest.mark.parametrize(
    ("now", "before"),
    [
        (_shape(20, masthead=3), [_shape(100, masthead=2)]),  # a few more
        (_shape(20, masthead=12), [_shape(60, masthead=30), _shape(40, masthead=20)]),  # as many as ever
        (_shape(4, masthead=4), [_shape(100)]),  # too few pages now
        (_shape(20, masthead=20), [_shape(9)]),  # too few before
        (_shape(20, masthead=20), []),  # the first run
        (_shape(20, masthead=0), [_shape(100, masthead=100)]),  # better than before
        (_shape(20, unplaced=60, learned=False), [_shape(100, unplaced=0)]),  # nothing was learned yet
        (_shape(20, unplaced=30), [_shape(100, unplaced=60)]),  # less than one block a page more
    ],
)
def test_chance_is_no_change(now: Shape, before: list[Shape]) -> None:
    """Small shares, few pages, and what was always so are no change of the site."""
    assert drift(now, before) == ()


def test_more_blocks_left_over_are_a_change() -> None:
    """Three blocks a page where there was one in ten pages."""
    (said,) = drift(_shape(20, unplaced=60), [_shape(100, unplaced=10)])
    assert said == (
        "the site changed: 3.0 blocks a page are left over (0.1 in earlier runs), such as http://a.example/1"
    )


def _run(runs: Path, name: str, **changes: Any) -> None:
    (runs / name).mkdir(parents=True)
    report = {"profile": "investkz", "drift": [], "shape": _shape(10, title=1).as_json(), **changes}
    (runs / name / "run.json").write_text(json.dumps(report), encoding="utf-8")


def test_runs_that_saw_a_change_or_had_another_profile_are_no_measure(tmp_path: Path) -> None:
    """Later runs, changed ones, other profiles', unfinished and old ones are left out."""
    _run(tmp_path, "1")
    _run(tmp_path, "2", drift=["the site changed"])
    _run(tmp_path, "3", profile="generic")
    _run(tmp_path, "4", shape=None)
    (tmp_path / "5").mkdir()
    _run(tmp_path, "6")
    _run(tmp_path, "8")
    shapes = list(earlier_shapes(tmp_path, than="7", profile="investkz"))
    assert [(shape.pages, shape.without["title"]) for shape in shapes] == [(10, 1), (10, 1)]
