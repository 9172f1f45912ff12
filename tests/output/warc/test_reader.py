"""WARC files read record by record, whole or damaged."""

from __future__ import annotations

import contextlib
import io
import tracemalloc
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from output.errors import DamagedRecordError, UsageError
from output.warc.check import WarcSource, check_sources
from output.warc.reader import StoredRecord, read_records, read_records_from
from tests.output import forge

if TYPE_CHECKING:
    from pathlib import Path

RECORDS = (forge.warcinfo(), forge.response(), forge.request(2, 1), forge.revisit())


def read(data: bytes, errors: list[DamagedRecordError] | None = None) -> list[StoredRecord]:
    """Return the records in a file of these bytes."""
    return list(
        read_records_from(lambda: io.BytesIO(data), "a.warc", None if errors is None else errors.append)
    )


def test_members_have_their_exact_addresses() -> None:
    """Offset and length cut the member out of the file, and the member is the record."""
    import gzip

    data = b"".join(forge.member(one) for one in RECORDS)
    records = read(data)
    assert [one.type for one in records] == ["warcinfo", "response", "request", "revisit"]
    for one, made in zip(records, RECORDS, strict=True):
        assert one.offset is not None
        assert one.length is not None
        assert gzip.decompress(data[one.offset : one.offset + one.length]) == made
        assert one.head + one.block() + one.trailer == made


def test_plain_records_have_addresses_without_their_trailers() -> None:
    """In an uncompressed file a record's length is its head's and block's, as in warcio's index."""
    records = read(b"".join(RECORDS))
    at = 0
    for one, made in zip(records, RECORDS, strict=True):
        assert (one.offset, one.length) == (at, len(made) - 4)
        at += len(made)


@pytest.mark.parametrize("compressed", [True, False])
def test_warcio_and_fastwarc_read_the_same(tmp_path: Path, *, compressed: bool) -> None:
    """Blocks and addresses of records, small and larger than any buffer, are those that other readers find."""
    from fastwarc.warc import ArchiveIterator as FastIterator
    from warcio.archiveiterator import ArchiveIterator

    made = [forge.response(number, forge.http(forge.PAGE * (number**4))) for number in range(1, 14)]
    path = tmp_path / "w.warc"
    path.write_bytes(forge.gz(*made) if compressed else b"".join((forge.warcinfo(), *made)))
    judged = []
    with path.open("rb") as stream:
        iterator = ArchiveIterator(stream, no_record_parse=True)
        for one in iterator:
            block = one.raw_stream.read()
            judged.append((iterator.get_record_offset(), iterator.get_record_length(), block))
    assert [(one.offset, one.length, one.block()) for one in read_records(path)] == judged
    with path.open("rb") as stream:
        second = [(one.record_id, one.reader.read()) for one in FastIterator(stream, parse_http=False)]
    assert [(one.record_id, one.block()) for one in read_records(path)] == second


def test_fields_are_kept_as_stored_and_read_as_meant() -> None:
    """Brackets around a target URI stay in one name and go in the other; names match in any case."""
    (one,) = read(forge.response(WARC_Target_URI=f"<{forge.URL}>", WARC_Date="2026-03-01T12:00:00.5Z"))
    assert one.target_uri_as_stored == f"<{forge.URL}>"
    assert one.target_uri == forge.URL
    assert one.get("warc-TYPE") == "response"
    assert one.filename == "a.warc"
    assert one.date is not None
    assert one.date.isoformat() == "2026-03-01T12:00:00.500000+00:00"
    assert one.content_type == "application/http"


@pytest.mark.parametrize("cut", range(1, 400, 7))
def test_a_cut_file_gives_what_is_whole_and_then_says_so(cut: int) -> None:
    """However much of the end is missing, whole records come, and the torn one is named."""
    whole = b"".join(forge.member(one) for one in RECORDS[:2])
    last = forge.member(RECORDS[3])
    errors: list[DamagedRecordError] = []
    records = read((whole + last)[:-cut], errors)
    if cut >= len(last):
        assert len(records) < 3
    else:
        assert [one.type for one in records] == ["warcinfo", "response"]
        assert [error.offset for error in errors] == [len(whole)]
        with pytest.raises(DamagedRecordError, match=f"a.warc at byte {len(whole)}: "):
            read((whole + last)[:-cut])


def test_reading_goes_on_behind_a_corrupt_member() -> None:
    """A flipped byte costs its record and no other."""
    members = [bytearray(forge.member(one)) for one in RECORDS]
    members[1][40] ^= 0xFF
    errors: list[DamagedRecordError] = []
    records = read(b"".join(members), errors)
    assert [one.type for one in records] == ["warcinfo", "request", "revisit"]
    assert [error.offset for error in errors] == [len(members[0])]


def test_reading_goes_on_behind_garbage_and_zeros() -> None:
    """Garbage is told, padding with zeros is not: it can't have been a record."""
    members = [forge.member(one) for one in RECORDS]
    errors: list[DamagedRecordError] = []
    data = members[0] + bytes(20) + members[1] + b"garbage" + members[2] + members[3]
    assert len(read(data, errors)) == 4
    assert [str(error) for error in errors] == [
        (
            f"a.warc at byte {len(members[0]) + 20 + len(members[1])}: 7 bytes that are no gzip member; "
            "expected a gzip member or the end; found b'garbage'"
        )
    ]


def test_a_wrong_length_in_a_plain_file_costs_one_record() -> None:
    """A Content-Length that runs over the end does not swallow the records it runs over."""
    fields = forge.fields_of("response", 1, b"")
    bad = forge.record(fields, forge.http(), length=10_000_000)
    errors: list[DamagedRecordError] = []
    assert [one.type for one in read(RECORDS[0] + bad + RECORDS[3], errors)] == ["warcinfo", "revisit"]
    assert errors[0].offset == len(RECORDS[0])


def test_one_big_gzip_is_read_without_addresses() -> None:
    """Several records in a member are read, but have no address of their own."""
    records = read(forge.member(b"".join(RECORDS)))
    assert [one.type for one in records] == ["warcinfo", "response", "request", "revisit"]
    assert {(one.offset, one.length) for one in records} == {(None, None)}


def test_arc_and_zstd_are_refused() -> None:
    """Other formats are the caller's mistake, said in one line."""
    with pytest.raises(UsageError, match="an ARC file"):
        read(forge.member(b"filedesc://a.arc 0.0.0.0 20260101000000 text/plain 76\n1 0 X\n"))
    with pytest.raises(UsageError, match="zstd"):
        read(b"\x28\xb5\x2f\xfd rest")


@given(blocks=st.lists(st.binary(max_size=300), min_size=1, max_size=6), compressed=st.booleans())
def test_any_blocks_read_back_as_they_were_written(blocks: list[bytes], *, compressed: bool) -> None:
    """`read(write(x)) == x`, whatever the blocks hold, records in them included."""
    made = [
        forge.response(number, block + b"\r\n" + RECORDS[1][:number]) for number, block in enumerate(blocks)
    ]
    found = read(b"".join(forge.member(one) for one in made) if compressed else b"".join(made))
    assert [one.head + one.block() + one.trailer for one in found] == made


@given(
    at=st.integers(0, 10_000), flip=st.integers(1, 255), cut=st.integers(0, 10_000), compressed=st.booleans()
)
def test_no_corruption_ends_in_anything_but_our_errors(
    at: int, flip: int, cut: int, *, compressed: bool
) -> None:
    """A flipped byte and a cut anywhere: reading and checking come to their end."""
    data = bytearray(b"".join(forge.member(one) for one in RECORDS) if compressed else b"".join(RECORDS))
    data[at % len(data)] ^= flip
    bad = bytes(data[: len(data) - cut % len(data)])
    with contextlib.suppress(UsageError):
        read(bad, [])
    list(check_sources([WarcSource(open_file=lambda: io.BytesIO(bad), name="a.warc", file="a.warc")]))


@pytest.mark.parametrize("version", ["WARC/0.17", "WARC/0.18", "WARC/1.0", "WARC/1.1"])
def test_all_versions_and_bare_line_feeds_are_read(version: str) -> None:
    """Old versions and headers with LF are read like any other."""
    made = forge.record(forge.fields_of("response", 1, b""), forge.http(), version=version, end="\n")
    (one,) = read(made)
    assert (one.version, one.block()) == (version, forge.http())


@pytest.mark.parametrize("compressed", [True, False])
def test_a_big_record_never_sits_in_memory(tmp_path: Path, *, compressed: bool) -> None:
    """Sixty-four megabytes are found, measured and read in pieces within a few."""
    path = tmp_path / "big.warc"
    block = forge.http(bytes(64 << 20))
    made = forge.record(forge.fields_of("response", 1, b""), block)
    path.write_bytes(forge.member(made) if compressed else made)
    size = len(block)
    del block, made
    tracemalloc.start()
    try:
        (one,) = read_records(path)
        assert sum(len(chunk) for chunk in one.chunks()) == size
        assert one.start(12) == b"HTTP/1.1 200"
        assert one.block_length == one.content_length == size
        assert tracemalloc.get_traced_memory()[1] < 8 << 20
    finally:
        tracemalloc.stop()
