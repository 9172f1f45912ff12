"""The index: lines as cdxj-indexer writes them, merged without loss, made again to the byte."""

from __future__ import annotations

from typing import TYPE_CHECKING

from output import cdxj
from output.cdxj import index_line, lines_of, merge_index, rebuild_index
from tests.output import forge
from tests.output.exchanged import DATE

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_a_line_is_what_cdxj_indexer_writes() -> None:
    """Key, 14 digits, then JSON with all values as texts, in its order."""
    line = index_line(
        url="http://www.example.com/б?b=1",
        date=DATE,
        mime="text/html",
        status=200,
        digest="sha256:00",
        length=508,
        offset=454,
        filename="a.warc.gz",
    )
    assert line == (
        b'com,example)/%d0%b1?b=1 20260301120000 {"url": "http://www.example.com/\\u0431?b=1", '
        b'"mime": "text/html", "status": "200", "digest": "sha256:00", "length": "508", "offset": "454", '
        b'"filename": "a.warc.gz"}\n'
    )


def test_what_is_not_known_is_left_out() -> None:
    """An answer without Content-Type has no mime."""
    line = index_line(
        url="http://a/", date=DATE, mime=None, status=None, digest=None, length=1, offset=0, filename="a"
    )
    assert line == b'a)/ 20260301120000 {"url": "http://a/", "length": "1", "offset": "0", "filename": "a"}\n'


def test_new_lines_are_merged_into_the_old_by_their_bytes(tmp_path: Path) -> None:
    """Sorted, once each, and nothing lies about afterwards."""
    index = tmp_path / "index.cdxj"
    merge_index(index, [b"b 1\n", b"a 2\n"])
    merge_index(index, [b"a 10\n", b"b 1\n", b"c 1\n", b"B 1\n", b"a 2\n"])
    assert index.read_bytes() == b"B 1\na 10\na 2\nb 1\nc 1\n"
    assert [path.name for path in tmp_path.iterdir()] == ["index.cdxj"]


def test_only_answers_are_indexed(tmp_path: Path) -> None:
    """Responses and revisits, with what cdxj-indexer 1.5.0 says of these very records."""
    warc = tmp_path / "a.warc.gz"
    records = [forge.warcinfo(), forge.response(), forge.request(2, 1), forge.revisit()]
    warc.write_bytes(b"".join(map(forge.member, records)))
    found = [line.partition(b" {")[0] for line in lines_of(warc)]
    assert found == [b"example,magazine)/2005/4/steppe 20260301120000"] * 2
    response, revisit = lines_of(warc)
    assert b'"mime": "text/html", "status": "200"' in response
    assert b'"mime": "warc/revisit", "status": "200"' in revisit


def test_a_big_index_is_sorted_in_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """More lines than are sorted at once give the same file."""
    warc = tmp_path / "a.warc.gz"
    warc.write_bytes(b"".join(forge.member(forge.response(number)) for number in range(7)))
    rebuild_index([warc], tmp_path / "whole")
    monkeypatch.setattr(cdxj, "_SORTED_AT_ONCE", 3)
    rebuild_index([warc], tmp_path / "parts")
    assert (tmp_path / "parts").read_bytes() == (tmp_path / "whole").read_bytes()
    assert (tmp_path / "parts").read_bytes().count(b"\n") == 7


def test_no_files_give_an_empty_index(tmp_path: Path) -> None:
    """An empty file, not a missing one."""
    rebuild_index([], tmp_path / "index.cdxj")
    assert (tmp_path / "index.cdxj").read_bytes() == b""


def test_a_lost_folder_is_made_again(tmp_path: Path) -> None:
    """The index may be deleted with its folder; making it again makes both."""
    warc = tmp_path / "a.warc.gz"
    warc.write_bytes(b"".join(map(forge.member, [forge.warcinfo(), forge.response()])))
    rebuild_index([warc], tmp_path / "indexes" / "index.cdxj")
    assert (tmp_path / "indexes" / "index.cdxj").read_bytes() == b"".join(lines_of(warc))
