"""`explain` and `diff-extract` on a small collection that is made of saved pages in a WARC file."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from crawler import cli
from pipelines.explain import explain_blocks
from tests.pipelines.reading import MORE, PROSE, URL, page, settled

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def _labels(body: str) -> list[tuple[str, str]]:
    return [(b.label, b.text) for b in explain_blocks(settled(body))]


def test_every_block_has_one_label() -> None:
    """Furniture, title, author line and text, each block once, in page order."""
    found = _labels(page("By Asel Omarova", PROSE, MORE))
    assert [label for label, _ in found] == [
        *("ticker", "masthead", "breadcrumb", "title", "byline", "text", "text", "contents", "contents"),
        *("issue_index", "issue_index", "counter", "partners"),
    ]
    assert found[4] == ("byline", "By Asel Omarova")


def test_the_sum_is_highest_where_the_text_ends() -> None:
    """Weights are given from the title on; the last text block has the highest sum."""
    blocks = explain_blocks(settled(page(PROSE, MORE)))
    totals = {b.total: b for b in blocks if b.total is not None}
    assert totals[max(totals)].text == MORE
    assert [b.weight for b in blocks if b.label == "title"] == [None]


def test_a_page_that_is_none_says_so() -> None:
    """A soft 404 has no article, and its blocks say why."""
    (block,) = explain_blocks(settled("<p>404 Not Found</p>"))
    assert (block.label, block.why) == ("unplaced", "the page says that it is none")


def _json(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    assert cli.run(list(arguments)) == 0
    return json.loads(capsys.readouterr().out)


def test_a_saved_page_is_explained_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Title votes, the author line's reason, the issue, the encoding; as JSON, and as a table."""
    path = tmp_path / "page.html"
    path.write_text(page("By Asel Omarova", PROSE, MORE), encoding="utf-8")
    found = _json(capsys, "explain", str(path), "--url", URL, "--json")
    assert found["url"] == URL
    assert found["article"]["title_votes"] == [
        "printed twice before the text",
        "a heading of level 1",
        "a lower heading, or set apart",
    ]
    assert found["article"]["byline_reason"] == "By"
    assert found["article"]["issue"] == "2005-4"
    assert cli.run(["explain", str(path)]) == 0
    assert "byline       By Asel Omarova | By" in capsys.readouterr().out


def test_an_address_needs_a_collection(capsys: pytest.CaptureFixture[str]) -> None:
    """Wrong usage is told in one line with exit code 2."""
    assert cli.run(["explain", URL]) == 2
    assert capsys.readouterr().err == f"backissue: {URL}: no such file; an address needs --collection\n"


def test_diff_extract_ends_with_3_when_something_differs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The same lines give 0; another title gives 3, the field and both values."""
    (tmp_path / "page.html").write_text(page(PROSE, MORE), encoding="utf-8")
    for name in ("old", "new"):
        assert cli.run(["extract", str(tmp_path / "page.html"), "--out", str(tmp_path / name)]) == 0
    capsys.readouterr()
    assert cli.run(["diff-extract", str(tmp_path / "old"), str(tmp_path / "new")]) == 0
    lines = tmp_path / "new" / "articles.jsonl"
    lines.write_text(
        lines.read_text(encoding="utf-8").replace('"title":"Grain', '"title":"Corn', 1), encoding="utf-8"
    )
    capsys.readouterr()
    assert cli.run(["diff-extract", str(tmp_path / "old"), str(tmp_path / "new")]) == 3
    said = capsys.readouterr().out
    assert "articles.jsonl: 0 same, 1 changed, 0 only old, 0 only new\n  title: 1\n" in said
    assert '      - "Grain on the Northern Line"\n      + "Corn on the Northern Line"\n' in said
