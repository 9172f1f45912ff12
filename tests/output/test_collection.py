"""A collection keeps exchanges, finds them again, and is held by one run at a time."""

from __future__ import annotations

import errno
import gzip
import os
import threading
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from output.capture import Capture
from output.cdxj import rebuild_index
from output.collection import Collection
from output.errors import ArchiveError, ArchiveWriteError, CollectionBusyError, UsageError
from output.spool import Spool
from output.warc.reader import read_records
from tests.output import forge
from tests.output.exchanged import DATE, INFO, PAGE, collection, exchange

CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n"


def test_what_was_added_is_where_the_capture_says(tmp_path: Path) -> None:
    """File, offset and length cut out the member; id, date and digest are the record's."""
    with collection(tmp_path / "c") as kept:
        capture = kept.add(exchange())
    assert capture == Capture(
        target_uri="http://www.example.com/a",
        date=DATE,
        record_id="<urn:uuid:00000000-0000-4000-8000-000000000002>",
        payload_digest=forge.sha256(b"<p>hello</p>"),
        filename="example-20260301120000123-00000.warc.gz",
        offset=capture.offset if capture else None,
        length=capture.length if capture else None,
        source="live",
    )
    assert capture.filename is not None
    assert capture.offset is not None
    assert capture.length is not None
    data = (kept.archive / capture.filename).read_bytes()
    found = gzip.decompress(data[capture.offset : capture.offset + capture.length])
    assert found.endswith(b"\r\n\r\n" + PAGE + b"\r\n\r\n")


def test_a_record_is_on_disk_when_add_returns(tmp_path: Path) -> None:
    """Before the file is finished, as another reader of the disk sees it."""
    with collection(tmp_path / "c") as kept:
        kept.add(exchange())
        (still_open,) = kept.archive.glob("*.open")
        assert PAGE in gzip.decompress(still_open.read_bytes())


def test_each_file_begins_with_who_made_it(tmp_path: Path) -> None:
    """The warcinfo record; every other record names it."""
    with collection(tmp_path / "c", settings_digest="sha256:0123", roll_size=1) as kept:
        kept.add(exchange())
        kept.add(exchange())
    first, second = (list(read_records(path)) for path in kept.warcs())
    assert [record.type for record in first] == ["warcinfo", "response", "request"]
    info = first[0]
    assert info.headers[:4] == (
        ("WARC-Type", "warcinfo"),
        ("WARC-Record-ID", "<urn:uuid:00000000-0000-4000-8000-000000000001>"),
        ("WARC-Date", "2026-03-01T12:00:00.123456Z"),
        ("WARC-Filename", "example-20260301120000123-00000.warc.gz"),
    )
    software, *said = info.block().decode().splitlines()
    assert software.startswith("software: backissue/")
    assert said == [
        "format: WARC File Format 1.1",
        "conformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
        "operator: An Archive",
        "contact: archive@example.org",
        "isPartOf: example",
        "description: Back issues, by the profile investkz",
        "profile: investkz",
        "robots: obey",
        "http-header-user-agent: backissue/0 (+https://example.org)",
        "http-header-from: archive@example.org",
        "settings-digest: sha256:0123",
    ]
    for records in (first, second):
        assert {record.get("WARC-Warcinfo-ID") for record in records[1:]} == {records[0].record_id}
    assert first[0].record_id != second[0].record_id


def test_files_are_rolled_and_never_written_to_again(tmp_path: Path) -> None:
    """At the size, and at the next run; serial numbers go on."""
    with collection(tmp_path / "c", roll_size=2500) as kept:
        for _ in range(4):
            kept.add(exchange(PAGE + os.urandom(400)))
    before = {path: path.read_bytes() for path in kept.warcs()}
    with collection(tmp_path / "c") as kept:
        kept.add(exchange())
    assert [path.name for path in kept.warcs()] == [
        "example-20260301120000123-00000.warc.gz",
        "example-20260301120000123-00001.warc.gz",
        "example-20260301120000123-00002.warc.gz",
    ]
    assert {path: path.read_bytes() for path in before} == before


def test_a_run_that_fetched_nothing_leaves_no_file(tmp_path: Path) -> None:
    """Not even one with a warcinfo record alone."""
    with collection(tmp_path / "c") as kept:
        assert kept.warcs() == []
    assert list(kept.archive.iterdir()) == []


def test_failures_are_kept_but_have_no_address(tmp_path: Path) -> None:
    """`add` gives None, the metadata record is there, the index has no line."""
    with collection(tmp_path / "c") as kept:
        assert kept.add(exchange(b"", request=b"", error="connection refused")) is None
    (warc,) = kept.warcs()
    assert [record.type for record in read_records(warc)] == ["warcinfo", "metadata"]
    assert kept.index_path.read_bytes() == b""


def test_the_index_has_the_entity_bodys_digest(tmp_path: Path) -> None:
    """Of a chunked answer, the one without the framing; the record itself has none."""
    with collection(tmp_path / "c") as kept:
        capture = kept.add(exchange(CHUNKED))
    assert capture is not None
    assert capture.payload_digest == forge.sha256(b"hello")
    assert f'"digest": "{forge.sha256(b"hello")}"' in kept.index_path.read_text()


def test_the_index_can_be_made_again_to_the_byte(tmp_path: Path) -> None:
    """From the WARC files alone, over several files, odd answers included; and so it is when it is missing."""
    answers = [
        PAGE,
        CHUNKED,
        b"HTTP/1.1 100 Continue\r\n\r\n" + CHUNKED,
        CHUNKED[:-12],
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nnot chunked",
        b"HTTP/1.1 200 OK\r\nContent-Type:  Text/HTML charset=x\r\nnever end",
        b"HTTP/1.0 200\nContent-Type: \xff/\xfe;\n\nbody",
        b"HTTP/1.1 304 Not Modified\r\nContent-Type:\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n\r\n" + os.urandom(3 << 20),
        b"ICY 200 OK\r\n\r\n",
    ]
    with collection(tmp_path / "c", roll_size=2000) as kept:
        for number, answer in enumerate(answers * 2):
            asked = exchange(answer, target_uri=f"http://www.example.com/{number % 7} é?b={number}&a")
            kept.add(asked)
            asked.response.close()
    assert len(kept.warcs()) > 2
    index = kept.index_path.read_bytes()
    assert index.count(b"\n") == 16  # neither for what is no HTTP, nor for a 304
    assert index.splitlines() == sorted(index.splitlines())
    rebuild_index(kept.warcs(), tmp_path / "again")
    assert (tmp_path / "again").read_bytes() == index
    kept.index_path.unlink()
    with collection(tmp_path / "c"):
        assert kept.index_path.read_bytes() == index


def test_a_killed_run_is_taken_up_without_loss(tmp_path: Path) -> None:
    """Its torn end is put aside, its file finished and indexed; the next run goes on in the next file."""
    with collection(tmp_path / "c") as kept:
        kept.add(exchange(target_uri="http://www.example.com/1"))
        kept.add(exchange(target_uri="http://www.example.com/2"))
    (warc,) = kept.warcs()
    index = kept.index_path.read_bytes()
    warc.rename(f"{warc}.open")
    with Path(f"{warc}.open").open("ab") as torn:
        torn.write(b"\x1f\x8b\x08half a member")
    kept.index_path.write_bytes(b"")
    with collection(tmp_path / "c") as kept:
        (recovered,) = kept.recovered
        kept.add(exchange(target_uri="http://www.example.com/3"))
    assert (recovered.path, recovered.torn) == (warc, 16)
    assert recovered.torn_path == tmp_path / "c" / "torn" / f"{warc.name}.torn"
    assert [path.name for path in kept.warcs()] == [
        "example-20260301120000123-00000.warc.gz",
        "example-20260301120000123-00001.warc.gz",
    ]
    assert index in kept.index_path.read_bytes()
    assert kept.index_path.read_bytes().count(b"\n") == 3


def test_a_collection_is_held_by_one_run(tmp_path: Path) -> None:
    """The error names the process; closing lets it go."""
    with collection(tmp_path / "c"):
        with pytest.raises(CollectionBusyError) as caught:
            collection(tmp_path / "c")
        assert str(caught.value) == (
            f"{tmp_path}/c: another run holds this collection; found process {os.getpid()}"
        )
        assert Collection.read(tmp_path / "c") == INFO
    collection(tmp_path / "c").close()


def test_a_collection_is_lost_to_nobody_when_opening_fails(tmp_path: Path) -> None:
    """The lock is given back."""
    collection(tmp_path / "c").close()
    with pytest.raises(UsageError, match=r"another magazine's; expected profile investkz; found generic"):
        collection(tmp_path / "c", info=replace(INFO, profile="generic"))
    collection(tmp_path / "c").close()


def test_an_existing_collection_keeps_its_name(tmp_path: Path) -> None:
    """The rest of what is said is this run's."""
    collection(tmp_path / "c").close()
    with collection(tmp_path / "c", info=replace(INFO, name="other", contact="https://example.org")) as kept:
        assert kept.info == replace(INFO, contact="https://example.org")
    assert Collection.read(tmp_path / "c") == INFO


def test_what_it_says_of_itself_survives_every_letter(tmp_path: Path) -> None:
    """Quotes, backslashes, control characters and Cyrillic, through TOML and back."""
    info = replace(INFO, creator='Архив "A"\\b\n\x00\x7f', contact="x\ty")
    collection(tmp_path / "c", info=info).close()
    assert Collection.read(tmp_path / "c") == info


@pytest.mark.parametrize("name", ["", "a/b", ".hidden", "a b", "a.", "журнал", "a" * 101])
def test_a_name_must_do_in_a_file_name(name: str) -> None:
    """Anything else is refused before a file is made."""
    with pytest.raises(UsageError, match="file name"):
        replace(INFO, name=name)


def test_a_folder_that_is_no_collection_is_said_to_be_none(tmp_path: Path) -> None:
    """For those who only read; a damaged description is an archive's fault, not the caller's."""
    with pytest.raises(UsageError, match="not a collection"):
        Collection.read(tmp_path)
    (tmp_path / "file").touch()
    with pytest.raises(UsageError, match="not a collection"):
        Collection.read(tmp_path / "file")
    (tmp_path / "collection.toml").write_text("name = 1")
    with pytest.raises(ArchiveError, match=r"description; found name is no text"):
        Collection.read(tmp_path)
    (tmp_path / "collection.toml").write_bytes(b"\xff")
    with pytest.raises(ArchiveError, match="description"):
        collection(tmp_path)


def test_a_path_that_is_a_file_is_one_line(tmp_path: Path) -> None:
    """No traceback about directories."""
    (tmp_path / "c").write_bytes(b"")
    with pytest.raises(ArchiveError, match=f"^{tmp_path}/c: the disk says no; found File exists$"):
        collection(tmp_path / "c")


def test_a_folder_that_may_not_be_written_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on a read-only disk."""

    def refuse(*_: object, **__: object) -> int:
        raise OSError(errno.EROFS, "Read-only file system", str(tmp_path / "c" / "collection.lock"))

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(
        ArchiveError, match=r"collection\.lock: the disk says no; found Read-only file system$"
    ):
        collection(tmp_path / "c")


def test_a_full_disk_stops_the_add_and_spares_the_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was kept before is finished and indexed; the exchange that failed is nowhere."""
    with collection(tmp_path / "c") as kept:
        kept.add(exchange(target_uri="http://www.example.com/1"))
        with monkeypatch.context() as patched:
            patched.setattr(os, "write", _no_room)
            with pytest.raises(ArchiveWriteError, match="No space left on device"):
                kept.add(exchange(target_uri="http://www.example.com/2"))
    (warc,) = kept.warcs()
    uris = [record.target_uri for record in read_records(warc) if record.type == "response"]
    assert uris == ["http://www.example.com/1"]
    assert kept.index_path.read_bytes().count(b"\n") == 1


def test_a_spool_that_cannot_be_read_stops_the_add(tmp_path: Path) -> None:
    """Its buffered bytes found no room: nothing of it is kept."""

    class Full(Spool):
        def head(self, size: int) -> bytes:
            raise OSError(errno.ENOSPC, f"No space left on device for {size} bytes")

    with collection(tmp_path / "c") as kept:
        with pytest.raises(ArchiveWriteError, match="No space left"):
            kept.add(replace(exchange(), response=Full()))
        kept.add(exchange())
    assert [record.type for record in read_records(kept.warcs()[0])] == ["warcinfo", "response", "request"]


def test_nothing_is_added_to_a_closed_collection(tmp_path: Path) -> None:
    """It isn't held any more."""
    kept = collection(tmp_path / "c")
    kept.close()
    kept.close()
    with pytest.raises(UsageError, match="closed"):
        kept.add(exchange())


def test_finishing_shows_all_files_and_goes_on(tmp_path: Path) -> None:
    """So records can be read while the collection is still held."""
    with collection(tmp_path / "c") as kept:
        kept.add(exchange())
        kept.finish()
        assert len(kept.warcs()) == 1
        assert list(kept.archive.glob("*.open")) == []
        kept.add(exchange())
    assert len(kept.warcs()) == 2


def test_threads_may_add_at_the_same_time(tmp_path: Path) -> None:
    """Every exchange is whole, its records side by side, and indexed."""
    with collection(tmp_path / "c", roll_size=20000) as kept:

        def add(thread: int) -> None:
            for number in range(25):
                own = b"HTTP/1.1 200 OK\r\n\r\n<p>%d of %d</p>" % (number, thread)
                kept.add(exchange(own, target_uri=f"http://www.example.com/{thread}/{number}"))

        threads = [threading.Thread(target=add, args=(thread,)) for thread in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    records = [one for path in kept.warcs() for one in read_records(path) if one.type != "warcinfo"]
    assert len(records) == 200
    for response, request in zip(records[::2], records[1::2], strict=True):
        assert (response.type, request.type) == ("response", "request")
        assert request.get("WARC-Concurrent-To") == response.record_id
    assert kept.index_path.read_bytes().count(b"\n") == 100


def test_runs_are_named_by_the_moment(tmp_path: Path) -> None:
    """17 digits; two in one millisecond don't share a folder."""
    with collection(tmp_path / "c") as kept:
        assert [kept.new_run().name, kept.new_run().name] == ["20260301120000123", "20260301120000124"]
        assert kept.spool_folder.is_dir()


def test_a_date_in_another_zone_is_kept_as_utc(tmp_path: Path) -> None:
    """The capture's date equals WARC-Date to the microsecond."""
    east = datetime.fromisoformat("2026-03-01T18:00:00.000001+06:00")
    with collection(tmp_path / "c") as kept:
        capture = kept.add(exchange(date=east))
    assert capture is not None
    assert capture.date == datetime(2026, 3, 1, 12, 0, 0, 1, tzinfo=UTC)
    assert capture.date.tzinfo is UTC
    record = next(one for one in read_records(kept.warcs()[0]) if one.type == "response")
    assert record.get("WARC-Date") == "2026-03-01T12:00:00.000001Z"


def _no_room(*_: object) -> int:
    raise OSError(errno.ENOSPC, "No space left on device")
