"""Inputs of every kind: WARC, WACZ, saved pages, text, folders, and what can't be read."""

from __future__ import annotations

import os
import zipfile
from typing import TYPE_CHECKING

import pytest

from output.errors import BackissueError, DamagedRecordError, UsageError
from output.inputs import open_inputs
from output.saved import stated_url
from tests.output import forge

if TYPE_CHECKING:
    from pathlib import Path


def names(folder: Path, *inputs: str, url: str | None = None) -> list[str | None]:
    """Return the target URIs read from inputs in `folder`."""
    return [one.capture.target_uri for one in open_inputs([folder / name for name in inputs], url=url)]


def test_a_folder_is_walked_in_sorted_order(tmp_path: Path) -> None:
    """Known kinds are read, others and hidden ones passed over."""
    (tmp_path / "b").mkdir()
    (tmp_path / ".git").mkdir()
    (tmp_path / "b" / "x.warc").write_bytes(forge.warcinfo() + forge.response())
    (tmp_path / "a.warc.gz.open").write_bytes(forge.gz(forge.response(WARC_Target_URI="http://a.example/")))
    (tmp_path / "c.html").write_bytes(b'<link rel="canonical" href="http://c.example/">')
    (tmp_path / ".git" / "d.html").write_bytes(b"")
    (tmp_path / "notes.pdf").write_bytes(b"")
    assert names(tmp_path, ".") == ["http://a.example/", forge.URL, "http://c.example/"]


def test_a_collection_is_read_from_its_archive_alone(tmp_path: Path) -> None:
    """Reports and logs beside archive/ are no pages."""
    (tmp_path / "archive").mkdir()
    (tmp_path / "archive" / "a.warc.gz").write_bytes(forge.gz(forge.response()))
    (tmp_path / "report.html").write_bytes(forge.PAGE)
    assert names(tmp_path, ".") == [forge.URL]


@pytest.mark.parametrize("compression", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_a_wacz_is_read_in_place(tmp_path: Path, compression: int) -> None:
    """Stored or deflated, its WARC files are read, and addresses are those in the WARC file."""
    warc = forge.gz(forge.response(1, forge.http(bytes(range(256)) * 9000)))
    with zipfile.ZipFile(tmp_path / "a.wacz", "w", compression) as package:
        package.writestr("pages/pages.jsonl", "{}")
        package.writestr("archive/data.warc.gz", warc)
    (one,) = open_inputs([tmp_path / "a.wacz"])
    assert (one.capture.filename, one.capture.offset) == ("data.warc.gz", len(forge.gz()))
    assert one.body == bytes(range(256)) * 9000
    assert list(tmp_path.iterdir()) == [tmp_path / "a.wacz"]


def test_a_saved_page_is_a_memento_of_its_file(tmp_path: Path) -> None:
    """Its bytes are the body, the file's time the date; it has no record."""
    path = tmp_path / "page.htm"
    path.write_bytes(forge.PAGE)
    os.utime(path, (1_700_000_000, 1_700_000_000))
    (one,) = open_inputs([path], url="http://given.example/")
    assert (one.body, one.mime, one.status, one.record_type) == (forge.PAGE, "text/html", 200, "response")
    assert one.capture.date.isoformat() == "2023-11-14T22:13:20+00:00"
    assert one.capture.target_uri == "http://given.example/"
    assert one.capture.source == "file"
    assert (one.capture.record_id, one.capture.filename, one.capture.offset) == (None, "page.htm", None)
    assert one.capture.length is None


def test_a_text_dump_is_plain_text_at_its_own_address(tmp_path: Path) -> None:
    """Without an address of its own a file has its file URI."""
    (tmp_path / "page.txt").write_text("Wind over the steppe", encoding="utf-8")
    (one,) = open_inputs([tmp_path / "page.txt"])
    assert one.mime == "text/plain"
    assert one.capture.target_uri == (tmp_path / "page.txt").as_uri()


@pytest.mark.parametrize(
    ("page", "url"),
    [
        (b"<LINK href='http://a.example/?x=1&amp;y=2' REL=canonical>", "http://a.example/?x=1&y=2"),
        (b"<!-- saved from url=(0021)http://a.example/b.html -->", "http://a.example/b.html"),
        (b"<!--\n Page saved with SingleFile \n url: http://a.example/c \n-->", "http://a.example/c"),
        (b"<!-- saved from url=(0014)about:internet -->", None),
        (b'<link rel="canonical" href="/relative">', None),
        (b"<p>rel=canonical http://a.example/</p>", None),
    ],
)
def test_a_saved_page_may_say_where_it_is_from(page: bytes, url: str | None) -> None:
    """A canonical link or a browser's comment gives the address, if it is absolute."""
    assert stated_url(page) == url


def test_one_bad_input_does_not_stop_the_others(tmp_path: Path) -> None:
    """Every fault is one line that names the input; the rest is read."""
    (tmp_path / "cut.warc.gz").write_bytes(forge.gz(forge.response())[:-30])
    (tmp_path / "fake.wacz").write_bytes(b"no zip")
    (tmp_path / "old.warc").write_bytes(b"filedesc://a.arc 0.0.0.0 20260101000000 text/plain 76\n")
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8")
    (tmp_path / "empty").mkdir()
    (tmp_path / "good.warc.gz").write_bytes(forge.gz(forge.response()))
    errors: list[BackissueError] = []
    inputs = ["gone", "cut.warc.gz", "fake.wacz", "old.warc", "photo.jpg", "empty", "good.warc.gz"]
    found = list(open_inputs([tmp_path / name for name in inputs], on_error=errors.append))
    assert [one.capture.filename for one in found] == ["good.warc.gz"]
    assert [(type(error), str(error).split(":")[0].split(" at ")[0]) for error in errors] == [
        (UsageError, str(tmp_path / "gone")),
        (UsageError, str(tmp_path / "empty")),
        (DamagedRecordError, str(tmp_path / "cut.warc.gz")),
        (DamagedRecordError, str(tmp_path / "fake.wacz")),
        (UsageError, str(tmp_path / "old.warc")),
        (UsageError, str(tmp_path / "photo.jpg")),
    ]
    assert all("\n" not in str(error) for error in errors)


def test_one_address_is_for_one_page(tmp_path: Path) -> None:
    """The same address for several pages is a mistake."""
    (tmp_path / "a.html").write_bytes(forge.PAGE)
    (tmp_path / "b.html").write_bytes(forge.PAGE)
    with pytest.raises(UsageError, match="one saved page"):
        names(tmp_path, ".", url="http://a.example/")


@pytest.mark.parametrize("name", ["a.arc", "a.arc.gz", "a.warc.zst"])
def test_what_is_not_read_is_refused_by_name(tmp_path: Path, name: str) -> None:
    """ARC, plain or compressed, and zstd are each refused in one line that says what they are."""
    arc = b"filedesc://a.arc 0.0.0.0 20260101000000 text/plain 76\n1 0 Archive\n"
    data = {"a.arc": arc, "a.arc.gz": forge.member(arc), "a.warc.zst": b"\x28\xb5\x2f\xfd\0\0"}[name]
    (tmp_path / name).write_bytes(data)
    errors: list[BackissueError] = []
    assert list(open_inputs([tmp_path / name], on_error=errors.append)) == []
    (error,) = errors
    assert isinstance(error, UsageError)
    assert error.problem == (
        "an ARC file" if "arc" in name[:5] else "a zstd-compressed WARC; only gzip and plain ones are read"
    )
