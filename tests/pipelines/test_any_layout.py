"""Layouts that nobody has thought of, composed by a seed: the same magazine comes out of all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.pipelines.anylayout import recipe
from tests.pipelines.anylayout.measure import FIELDS, Fault, measure, shares

if TYPE_CHECKING:
    from pathlib import Path

_ONE_EACH = [
    (name, option)
    for name, options in recipe.CHOICES.items()
    for option in list(options)[1 if name != "frame" else 0 :]
]
"""The plainest layout with one choice made otherwise, for all choices there are."""


@pytest.mark.parametrize("seed", range(24))
def test_a_layout_of_random_choices_gives_exactly_its_truth(seed: int, tmp_path: Path) -> None:
    """Title, authors, text, issue and every piece of furniture are exact, whatever the page is made of."""
    _, faults = measure(recipe.random(seed), seed, tmp_path)
    assert faults == []


@pytest.mark.parametrize(("name", "option"), _ONE_EACH[::9])
def test_no_single_choice_makes_a_difference(name: str, option: str, tmp_path: Path) -> None:
    """What stands out of a plain layout alone is read as well."""
    _, faults = measure(recipe.plain() | {name: option}, 1, tmp_path)
    assert faults == []


def test_a_recipe_is_the_seed_s() -> None:
    """The same seed makes the same choices, another one others."""
    assert recipe.random(7) == recipe.random(7) != recipe.random(8)


def test_a_field_that_is_wrong_is_told_by_its_share_of_the_pages() -> None:
    """One title of four is wrong, and all else right."""
    assert shares([Fault("title", "/1.html", "Grain", "Home")], 4) == dict.fromkeys(FIELDS, 1.0) | {
        "title": 0.75
    }
