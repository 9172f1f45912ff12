"""Old lines against new ones: what is told, by field, and what is no difference."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from output.diff_lines import Difference, diff_folders
from output.errors import DamagedRecordError

if TYPE_CHECKING:
    from pathlib import Path

ARTICLE = {
    "schema": "article/1",
    "url": "http://a.example/1.html",
    "title": "Grain",
    "authors": ["A. Omarova"],
    "extractor": {"name": "backissue", "version": "1", "profile": "investkz"},
}
TICKER = {"page_url": "http://a.example/1.html", "kind": "ticker", "text": "USD/KZT 443.16"}


def _write(folder: Path, name: str, *lines: dict[str, Any]) -> Path:
    folder.mkdir(exist_ok=True)
    text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    (folder / f"{name}.jsonl").write_text(text, encoding="utf-8")
    return folder


def _diff(old: Path, new: Path, name: str = "articles", examples: int = 3) -> Any:
    return next(d for d in diff_folders(old, new, examples=examples) if d.file == f"{name}.jsonl")


def test_the_extractors_version_alone_is_no_difference(tmp_path: Path) -> None:
    """What made a line is not what it says; the order of lines isn't either."""
    other = {**ARTICLE, "url": "http://a.example/2.html"}
    newer = {**ARTICLE, "extractor": {**ARTICLE["extractor"], "version": "2"}}  # type: ignore[dict-item]
    found = _diff(
        _write(tmp_path / "o", "articles", ARTICLE, other), _write(tmp_path / "n", "articles", other, newer)
    )
    assert (found.old, found.new, found.same, found.differs) == (2, 2, 2, False)


def test_each_differing_field_is_counted_and_shown_where_it_parts(tmp_path: Path) -> None:
    """A changed title and a new author are two fields of one line."""
    new = {**ARTICLE, "title": "Grain and Rails", "authors": ["A. Omarova", "V. Tsoi"]}
    found = _diff(_write(tmp_path / "o", "articles", ARTICLE), _write(tmp_path / "n", "articles", new))
    assert (found.same, found.changed, dict(found.fields)) == (0, 1, {"title": 1, "authors": 1})
    assert found.examples[0] == Difference(
        line="http://a.example/1.html", field="title", old='"Grain"', new='"Grain and Rails"'
    )


def test_lines_on_one_side_only_are_named(tmp_path: Path) -> None:
    """A line that went and one that came, each named by its address."""
    other = {**ARTICLE, "url": "http://a.example/2.html", "title": "Rails"}
    found = _diff(_write(tmp_path / "o", "articles", ARTICLE), _write(tmp_path / "n", "articles", other))
    assert (found.only_old, found.only_new) == (1, 1)
    assert [(e.line, e.old, e.new) for e in found.examples] == [
        ("http://a.example/2.html", None, '"Rails"'),
        ("http://a.example/1.html", '"Grain"', None),
    ]


def test_a_piece_is_matched_by_its_place_among_its_kind(tmp_path: Path) -> None:
    """A second ticker on a page is held against the second, whatever stands between."""
    second = {**TICKER, "text": "EUR/KZT 480.39"}
    label = {**TICKER, "kind": "label", "text": "NEWS"}
    old = _write(tmp_path / "o", "furniture", TICKER, second)
    new = _write(tmp_path / "n", "furniture", TICKER, label, {**second, "text": "EUR/KZT 480.40"})
    found = _diff(old, new, "furniture")
    assert (found.same, found.changed, found.only_new, dict(found.fields)) == (1, 1, 1, {"text": 1})
    assert found.examples[-1].line == "http://a.example/1.html ticker #2"


def test_no_more_examples_are_kept_than_asked_for(tmp_path: Path) -> None:
    """Ten changed titles, two examples; the count is whole."""
    old = [{**ARTICLE, "url": f"http://a.example/{n}"} for n in range(10)]
    new = [{**line, "title": "Other"} for line in old]
    found = _diff(
        _write(tmp_path / "o", "articles", *old), _write(tmp_path / "n", "articles", *new), examples=2
    )
    assert (found.fields["title"], len(found.examples)) == (10, 2)


def test_a_line_that_is_no_json_is_named_with_its_offset(tmp_path: Path) -> None:
    """File and byte offset of the damage."""
    _write(tmp_path / "o", "articles", ARTICLE)
    path = tmp_path / "o" / "articles.jsonl"
    size = path.stat().st_size
    path.write_bytes(path.read_bytes() + b'{"torn')
    with pytest.raises(DamagedRecordError, match=f"articles.jsonl at byte {size}"):
        list(diff_folders(tmp_path / "o", tmp_path / "o"))


def test_what_json_can_not_be_read_as_is_named_too(tmp_path: Path) -> None:
    """A line nested too deep, a number too long: no traceback, the line."""
    for damage in (b"[" * 100_000, b'{"id": ' + b"9" * 5000 + b"}", b"[1]", b"\xff"):
        _write(tmp_path / "o", "articles", ARTICLE)
        path = tmp_path / "o" / "articles.jsonl"
        size = path.stat().st_size
        path.write_bytes(path.read_bytes() + damage + b"\n")
        with pytest.raises(DamagedRecordError, match=f"articles.jsonl at byte {size}: no JSON"):
            list(diff_folders(tmp_path / "o", tmp_path / "o"))


def test_what_is_told_is_json(tmp_path: Path) -> None:
    """Fields and examples, as they are counted and named."""
    old = _write(tmp_path / "o", "articles", ARTICLE)
    new = _write(tmp_path / "n", "articles", {**ARTICLE, "title": "Rails"})
    said = json.loads(json.dumps(_diff(old, new).as_json()))
    assert (said["file"], said["changed"], said["fields"]) == ("articles.jsonl", 1, {"title": 1})
    assert said["examples"] == [
        {"line": "http://a.example/1.html", "field": "title", "old": '"Grain"', "new": '"Rails"'}
    ]
