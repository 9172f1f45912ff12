"""docs/json-lines.md says every key of every line, in order, and its examples are lines."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import get_args

import pytest

from output import models
from output.models import LINES, RUN_LINES, Line

FILES = {**LINES, **RUN_LINES}
TEXT = (Path(__file__).parents[2] / "docs" / "json-lines.md").read_text(encoding="utf-8")
INNER: dict[str, type[Line]] = {
    "capture": models.CaptureRef,
    "issue": models.IssueRef,
    "block": models.Block,
    "link": models.Link,
    "image": models.Image,
    "extractor": models.Extractor,
    "promised": models.Promised,
    "missing": models.Missing,
    "quote": models.Quote,
    "entry": models.Entry,
    "version": models.Version,
}
DOCUMENTED = {**{f"{name}.jsonl": model for name, model in FILES.items()}, **INNER}


def _section(title: str) -> str:
    found = re.search(rf"^##+ {re.escape(title)}\n(.*?)(?=^##|\Z)", TEXT, re.MULTILINE | re.DOTALL)
    assert found is not None, title
    return found[1]


@pytest.mark.parametrize(("title", "model"), DOCUMENTED.items())
def test_every_key_is_documented_in_its_order(title: str, model: type[Line]) -> None:
    """The table of each object has the model's keys, and none besides."""
    table = re.findall(
        r"^\| `(\w+)` \| [a-z][^|]+ \| [^|]+ \|$", _section(title).split("| key |")[1], re.MULTILINE
    )
    assert table == [field.alias or name for name, field in model.model_fields.items()]


def test_every_kind_of_furniture_is_documented() -> None:
    """The table of kinds has the model's kinds in their order."""
    kinds = re.findall(r"^\| `(\w+)` \|", _section("furniture.jsonl").split("| key |")[0], re.MULTILINE)
    assert tuple(kinds) == get_args(models.FurnitureKind)


@pytest.mark.parametrize(("name", "model"), FILES.items())
def test_the_examples_are_lines(name: str, model: type[Line]) -> None:
    """Each file's example is valid, and written as we write it."""
    examples = re.findall(
        rf'^{{"schema":"{name[:-1] if name != "furniture" else name}/1".*$', TEXT, re.MULTILINE
    )
    assert len(examples) == 1
    line = model.model_validate_json(examples[0])
    assert line.model_dump_json(by_alias=True) == examples[0]
    assert json.loads(examples[0]).keys() == {f.alias or n for n, f in model.model_fields.items()}
