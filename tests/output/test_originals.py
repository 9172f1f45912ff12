"""What a revisit repeats is read from the record that it refers to, wherever in the inputs that is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from output.inputs import open_inputs
from tests.output import forge, packages
from tests.output.forge import DATE, PAGE, URL, gz, http, member, record, response, revisit

if TYPE_CHECKING:
    from pathlib import Path

BY_ID = revisit(WARC_Refers_To_Target_URI=None, WARC_Refers_To_Date=None)
BY_ADDRESS = revisit(WARC_Refers_To=None, WARC_Payload_Digest=None)
BY_DIGEST = revisit(WARC_Refers_To=None, WARC_Refers_To_Target_URI=None, WARC_Refers_To_Date=None)
ELSEWHERE = revisit(WARC_Target_URI="http://mirror.example/steppe")
OLD_PROFILE = revisit(
    block=b"", WARC_Profile="http://netpreserve.org/warc/1.0/revisit/identical-payload-digest"
)
CHUNKED = http(b"%x\r\n%b\r\n0\r\n\r\n" % (len(PAGE), PAGE), "Transfer-Encoding: chunked", length=None)


def bodies(*paths: Path) -> list[tuple[str | None, int | None, bytes]]:
    """Return type, status and body of what a reader would have seen."""
    seen = (one.unfolded() for one in open_inputs(paths))
    return [(one.record_type, one.status, one.body) for one in seen]


@pytest.mark.parametrize(
    "again",
    [BY_ID, BY_ADDRESS, BY_DIGEST, ELSEWHERE, OLD_PROFILE],
    ids=["by id", "by address and date", "by digest", "of another address", "without a head"],
)
@pytest.mark.parametrize(
    "form", ["members", "original last", "one big gzip", "plain", "two files", "a package"]
)
def test_the_original_is_found_in_every_form_of_archive(tmp_path: Path, again: bytes, form: str) -> None:
    """The body comes whether the original stands before or behind, alone in its member or not, in another file."""
    first, second = tmp_path / "a.warc.gz", tmp_path / "b.warc.gz"
    paths = [first]
    if form == "members":
        first.write_bytes(gz(response(), again))
    elif form == "original last":
        first.write_bytes(gz(again, response()))
    elif form == "one big gzip":
        first.write_bytes(member(forge.warcinfo() + response() + again))
    elif form == "plain":
        first.write_bytes(forge.warcinfo() + response() + again)
    elif form == "two files":
        first.write_bytes(gz(again))
        second.write_bytes(gz(response()))
        paths = [first, second]
    else:
        paths = [tmp_path / "a.wacz"]
        paths[0].write_bytes(packages.package({"archive/a.warc.gz": gz(again, response())}))
    assert sorted(bodies(*paths)) == [("response", 200, PAGE), ("revisit", 200, PAGE)]


def test_a_chunked_original_is_unframed(tmp_path: Path) -> None:
    """The revisit's own head says nothing of chunks, the original's does."""
    path = tmp_path / "a.warc.gz"
    path.write_bytes(gz(response(1, CHUNKED, WARC_Payload_Digest=None), revisit()))
    assert bodies(path) == [("response", 200, PAGE), ("revisit", 200, PAGE)]


def test_not_modified_shows_what_stood_there_before(tmp_path: Path) -> None:
    """Of a 304 a reader sees the original, status and all."""
    path = tmp_path / "a.warc.gz"
    unmodified = revisit(
        block=b"HTTP/1.1 304 Not Modified\r\nETag: a\r\n\r\n",
        WARC_Profile="http://netpreserve.org/warc/1.1/revisit/server-not-modified",
        WARC_Payload_Digest=None,
    )
    path.write_bytes(gz(response(), unmodified))
    assert bodies(path) == [("response", 200, PAGE), ("revisit", 200, PAGE)]


def test_a_revisit_whose_original_is_not_there_stays_as_it_is(tmp_path: Path) -> None:
    """It comes last, without a body; nothing is invented."""
    path = tmp_path / "a.warc.gz"
    other = revisit(WARC_Refers_To=forge.urn(9), WARC_Payload_Digest=forge.sha1(b"other"))
    moved = other.replace(DATE.encode(), b"2025-01-01T00:00:00Z")
    path.write_bytes(gz(moved, response()))
    assert bodies(path) == [("response", 200, PAGE), ("revisit", 200, b"")]


def test_status_lines_of_http_2_are_read(tmp_path: Path) -> None:
    """Status lines of HTTP/2, as some crawlers make them up, are understood."""
    path = tmp_path / "a.warc.gz"
    block = http(status="HTTP/2 200")
    fields = forge.fields_of("response", 1, block)
    path.write_bytes(gz(record(fields, block)))
    (one,) = open_inputs([path])
    assert (one.status, one.body, one.capture.target_uri) == (200, PAGE, URL)
