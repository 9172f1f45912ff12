"""The site model on disk: what was written is read, and nothing else is believed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from output.errors import ArchiveError
from pipelines.archive import model_file
from pipelines.archive.model_file import learned_before, read_model, write_model
from pipelines.site.model import NOTHING_LEARNED, SiteModel

if TYPE_CHECKING:
    from pathlib import Path

MODEL = SiteModel(
    pages=9, keys={"home": 9}, shingles={"ab12": 7}, names={"the review": 8}, learned_from="sha256:00"
)


def test_a_model_is_read_as_it_was_written(tmp_path: Path) -> None:
    """And is the same bytes each time."""
    write_model(tmp_path / "model.json", MODEL)
    assert read_model(tmp_path / "model.json") == MODEL
    before = (tmp_path / "model.json").read_bytes()
    write_model(tmp_path / "model.json", MODEL)
    assert (tmp_path / "model.json").read_bytes() == before


def _forged(path: Path, **changed: Any) -> None:
    """Write MODEL with some of its content `changed`, and the digest that goes with that."""
    write_model(path, MODEL)
    content = json.loads(path.read_text(encoding="utf-8"))
    content = {
        key: value for key, value in {**content, **changed}.items() if key != "digest" and value is not ...
    }
    digest = model_file._digest(content)
    path.write_text(json.dumps({**content, "digest": digest}), encoding="utf-8")


FORGED: list[dict[str, Any]] = [
    {"keys": ["home"]},
    {"keys": {"home": "9"}},
    {"shingles": {"ab12": -1}},
    {"names": ...},
    {"pages": None},
    {"pages": True},
    {"learned_from": 7},
    {"schema": "model/9"},
]


@pytest.mark.parametrize("changed", FORGED, ids=str)
def test_a_model_that_is_none_is_told_in_one_line(tmp_path: Path, changed: dict[str, Any]) -> None:
    """Whatever its digest says; a run learns anew."""
    path = tmp_path / "model.json"
    _forged(path, **changed)
    with pytest.raises(ArchiveError, match=r"model\.json: not a site model"):
        read_model(path)
    assert learned_before(path) == NOTHING_LEARNED


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "null", "[" * 100_000, "\udcff", '{"schema": "model/1"}'], ids=range(7)
)
def test_a_damaged_model_is_told_in_one_line(tmp_path: Path, text: str) -> None:
    """Cut off, not JSON, nested too deep, not UTF-8, without content."""
    path = tmp_path / "model.json"
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(ArchiveError, match=r"model\.json: not "):
        read_model(path)
    assert learned_before(path) == NOTHING_LEARNED


def test_a_model_of_another_extractor_is_none(tmp_path: Path) -> None:
    """It is learned anew, and that is no fault."""
    _forged(tmp_path / "model.json", extractor="0")
    assert read_model(tmp_path / "model.json") is None
