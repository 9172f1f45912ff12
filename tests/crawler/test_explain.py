"""`explain` and `diff-extract` on a small collection that is made of saved pages in a WARC file."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from crawler import cli
from pipelines.explain import explain_blocks
from tests.output import forge
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
        "first behind the masthead",
        "an author line right below",
    ]
    assert found["article"]["byline_reason"] == "By"
    assert found["article"]["issue"] == "2005-4"
    assert cli.run(["explain", str(path)]) == 0
    assert "byline       By Asel Omarova | By" in capsys.readouterr().out


def test_an_address_needs_a_collection(capsys: pytest.CaptureFixture[str]) -> None:
    """Wrong usage is told in one line with exit code 2."""
    assert cli.run(["explain", URL]) == 2
    assert capsys.readouterr().err == f"backissue: {URL}: no such file; an address needs --collection\n"


def _collection(path: Path, *bodies: str) -> str:
    """Make a collection that holds captures of one address with `bodies`, a day apart, and return the address."""
    (path / "archive").mkdir(parents=True)
    (path / "collection.toml").write_text(
        'name = "c"\nprofile = "investkz"\ncreator = "x"\ncontact = "x"\nuser_agent = "x"\nrobots = "obey"\n'
        "made = 2026-01-01T00:00:00Z\n",
        encoding="utf-8",
    )
    members = [
        forge.member(
            forge.response(
                number,
                forge.http(body.encode()),
                WARC_Target_URI=URL,
                WARC_Date=f"2026-01-0{number}T12:00:00Z",
            )
        )
        for number, body in enumerate(bodies, start=1)
    ]
    (path / "archive" / "c.warc.gz").write_bytes(forge.member(forge.warcinfo()) + b"".join(members))
    return URL


def test_the_capture_that_counts_is_explained(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The newest of several; but the older one where the newest has lost its text, and that is said."""
    good, newer = page(PROSE, MORE, MORE), page(PROSE, MORE, "And a line more.", MORE)
    url = _collection(tmp_path / "a", good, newer)
    found = _json(capsys, "explain", url, "--collection", str(tmp_path / "a"), "--json")
    assert (found["capture"]["date"], found["set_aside"]) == ("2026-01-02T12:00:00.000000Z", None)
    url = _collection(tmp_path / "b", good, page())
    found = _json(capsys, "explain", url, "--collection", str(tmp_path / "b"), "--json")
    assert found["capture"]["date"] == "2026-01-01T12:00:00.000000Z"
    assert found["article"]["title"] == "Grain on the Northern Line"
    assert found["set_aside"]["reason"] == "the page shows no article any more"
    assert cli.run(["explain", url, "--collection", str(tmp_path / "b")]) == 0
    assert "a newer capture, 2026-01-02T12:00:00.000000Z, does not count" in capsys.readouterr().out


def test_an_address_that_is_not_held_is_wrong_usage(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The archive is not damaged by that."""
    _collection(tmp_path / "a", page(PROSE, MORE))
    assert cli.run(["explain", f"{URL}x", "--collection", str(tmp_path / "a")]) == 2
    assert capsys.readouterr().err == (
        f"backissue: {URL}x: no page to explain; expected a page of the archive with text\n"
    )


def test_a_page_that_is_not_read_whole_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """By explain, and by the command that makes its line."""
    path = tmp_path / "deep.html"
    path.write_text(page(PROSE, MORE, "<div>" * 3000), encoding="utf-8")
    told = "nested too deep: the innermost tags were dropped, their text was kept"
    assert _json(capsys, "explain", str(path), "--json")["notes"] == [told]
    assert cli.run(["extract", str(path), "--out", str(tmp_path / "lines")]) == 0
    assert f"deep.html: {told}\n" in capsys.readouterr().err


def test_diff_extract_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An object a file, with the fields that differ."""
    for name, text in (("old", MORE), ("new", f"{MORE} And more.")):
        (tmp_path / "page.html").write_text(page(PROSE, text), encoding="utf-8")
        assert cli.run(["extract", str(tmp_path / "page.html"), "--out", str(tmp_path / name)]) == 0
    capsys.readouterr()
    assert cli.run(["diff-extract", str(tmp_path / "old"), str(tmp_path / "new"), "--json"]) == 3
    articles = json.loads(capsys.readouterr().out.splitlines()[0])
    assert (articles["file"], articles["changed"]) == ("articles.jsonl", 1)
    assert {"blocks", "text", "word_count", "content_digest"} <= articles["fields"].keys()


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
