"""The ledger knows what was seen, and is made again from the WARC files whenever it does not."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from output.errors import UsageError
from output.ledger import FILENAME, Ledger
from output.warc.reader import read_records
from tests.output import forge
from tests.output.exchanged import DATE, collection, exchange
from tests.output.revisiting import (
    BODY,
    CONDITIONAL,
    ETAG,
    MODIFIED,
    NOT_MODIFIED,
    chunked,
    kept,
    later,
    ledger_rows,
    plain,
    rows,
    varied,
)

ROOT = Path(__file__).parents[2]
URI = "http://www.example.com/a"


def test_the_first_record_of_a_payload_is_its_original(tmp_path: Path) -> None:
    """For any address; one framed otherwise is none, and an unknown payload has none."""
    first, _ = kept(tmp_path / "c", exchange(plain()), exchange(plain(), target_uri=URI + "2"))
    assert first is not None
    digest = forge.sha256(BODY)
    with collection(tmp_path / "c") as opened:
        found = opened.ledger.original(digest, "http://elsewhere.example/", transfer_coded=False)
        assert found is not None
        assert (found.record_id, found.target_uri, found.date) == (first.record_id, URI, DATE)
        assert (found.filename, found.offset, found.length) == (first.filename, first.offset, first.length)
        assert opened.ledger.original(digest, URI, transfer_coded=True) is None
        assert opened.ledger.original(forge.sha256(b"other"), URI, transfer_coded=False) is None


def test_an_original_of_the_same_address_goes_first(tmp_path: Path) -> None:
    """Where the archive holds the payload twice."""
    with collection(tmp_path / "c") as opened:
        opened.add(exchange(plain()))
        with opened.ledger.database.transaction() as connection:
            connection.execute("UPDATE payloads SET payload_digest = 'sha256:hidden'")
        second = opened.add(exchange(plain(), target_uri=URI + "2"))
        with opened.ledger.database.transaction() as connection:
            connection.execute("UPDATE payloads SET payload_digest = ?", (forge.sha256(BODY),))
        found = opened.ledger.original(forge.sha256(BODY), URI + "2", transfer_coded=False)
        assert second is not None
        assert found is not None
        assert found.record_id == second.record_id


@pytest.mark.parametrize(
    "answer",
    [
        b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
        b"HTTP/1.1 404 Not Found\r\n\r\n" + BODY,
        b"HTTP/1.1 302 Found\r\nLocation: /b\r\n\r\n" + BODY,
    ],
)
def test_what_is_empty_or_no_2xx_is_no_original(tmp_path: Path, answer: bytes) -> None:
    """Asked for again, it is kept in full again."""
    kept(tmp_path / "c", exchange(answer), exchange(answer))
    (path,) = (tmp_path / "c" / "archive").iterdir()
    assert [one.type for one in read_records(path)] == ["warcinfo", *["response", "request"] * 2]


def test_validators_are_those_of_the_copy_that_is_kept(tmp_path: Path) -> None:
    """As they came, for the very address; a 304 may bring new ones, a 404 takes none away, a bare 200 does."""
    dates = later()
    with collection(tmp_path / "c") as opened:
        first = opened.add(
            exchange(chunked(BODY, b"etag:  " + ETAG, b"Last-Modified: " + MODIFIED), **next(dates))
        )
        held = opened.ledger.validators(URI)
        assert first is not None
        assert held is not None
        assert (held.etag, held.last_modified) == ('"3e45-67e"', "Mon, 16 Jun 2003 22:28:51 GMT")
        assert held.original.record_id == first.record_id
        assert held.original.payload_digest == forge.sha256(BODY)
        assert opened.ledger.validators(URI + "/") is None
        newer = NOT_MODIFIED.replace(b"304 Not Modified", b"304 Not Modified\r\nLast-Modified: later")
        opened.add(exchange(newer, request=CONDITIONAL, **next(dates)))
        opened.add(exchange(b"HTTP/1.1 404 Not Found\r\n\r\n", **next(dates)))
        held = opened.ledger.validators(URI)
        assert held is not None
        assert (held.etag, held.last_modified) == ('"3e45-67e"', "later")
        assert held.original.record_id == first.record_id
        opened.add(exchange(chunked(BODY), **next(dates)))
        assert opened.ledger.validators(URI) is None


def test_an_address_has_the_state_of_its_last_fetch(tmp_path: Path) -> None:
    """When it was checked, how often, and what came; oldest first in the list of all."""
    with collection(tmp_path / "c") as opened:
        for one in varied():
            opened.add(one)
        ledger = opened.ledger
        state = ledger.url(URI)
        assert state is not None
        assert (state.checks, state.status, state.record_type) == (3, 200, "response")
        refused = ledger.url("http://www.example.com/refused")
        assert refused is not None
        assert (refused.checks, refused.status, refused.record_type) == (1, None, None)
        assert ledger.url("http://www.example.com/b c") == ledger.url("http://www.example.com/b%20c")
        assert ledger.url("http://www.example.com/never") is None
        assert [one.target_uri.rpartition("/")[2] for one in ledger.urls()] == (
            "same a b%20c refused empty cut icy p unasked".split()
        )


def test_rows_made_again_are_the_rows_that_were_written(tmp_path: Path) -> None:
    """Over several files and runs; deleted, or overwritten in part or whole."""
    path = tmp_path / "c"
    kept(path, *varied(1), roll_size=3000)
    kept(path, *varied(2))
    before = ledger_rows(path)
    assert len(before["payloads"]) == 4
    assert len(before["files"]) > 2
    (path / FILENAME).unlink()
    assert ledger_rows(path) == before


@pytest.mark.parametrize("seed", range(6))
def test_a_damaged_ledger_is_made_again(tmp_path: Path, seed: int) -> None:
    """Random bytes over random pages, or over all of it, or too few bytes."""
    path = tmp_path / "c"
    kept(path, *varied())
    before = ledger_rows(path)
    chance = random.Random(seed)
    data = bytearray((path / FILENAME).read_bytes())
    at = 0 if seed == 0 else chance.randrange(len(data) // 4096) * 4096
    size = len(data) if seed == 1 else 4096
    data[at : at + size] = chance.randbytes(size)
    (path / FILENAME).write_bytes(data[: len(data) // 2] if seed == 2 else data)
    with collection(path) as opened:
        assert opened.ledger.rebuilt is not None
        assert rows(opened.ledger) == before


def test_a_ledger_that_knows_other_files_is_made_again(tmp_path: Path) -> None:
    """An archive that was put back from a copy has less than the ledger says."""
    path = tmp_path / "c"
    kept(path, *varied(1))
    kept(path, exchange(plain(b"only here")))
    last = max((path / "archive").iterdir())
    size = last.stat().st_size
    last.unlink()
    with collection(path) as opened:
        assert opened.ledger.rebuilt == f"it knows {size} bytes of {last.name}, which has 0"
        assert opened.ledger.original(forge.sha256(b"only here"), URI, transfer_coded=False) is None


def test_a_file_that_was_added_by_hand_is_taken_in(tmp_path: Path) -> None:
    """Another archive's WARC files become known at the next opening."""
    kept(tmp_path / "other", exchange(plain(b"elsewhere")))
    path = tmp_path / "c"
    kept(path, exchange(plain()))
    (warc,) = (tmp_path / "other" / "archive").iterdir()
    (path / "archive" / "foreign.warc.gz").write_bytes(warc.read_bytes())
    with collection(path) as opened:
        assert opened.ledger.rebuilt is None
        found = opened.ledger.original(forge.sha256(b"elsewhere"), URI, transfer_coded=False)
        assert found is not None
        assert found.filename == "foreign.warc.gz"


def test_what_other_modules_keep_stays(tmp_path: Path) -> None:
    """Rebuilt on request, the ledger loses only what it can make again."""
    path = tmp_path / "c"
    kept(path, *varied())
    before = ledger_rows(path)
    with sqlite3.connect(path / FILENAME) as connection:
        connection.execute("CREATE TABLE frontier (key TEXT)")
        connection.execute("INSERT INTO frontier VALUES ('here')")
        connection.execute("DELETE FROM payloads")
    connection.close()
    ledger = Ledger.rebuild(path / FILENAME, archive=path / "archive")
    assert rows(ledger) == before
    assert ledger.database.rows("SELECT * FROM frontier") == [("here",)]
    ledger.close()


def test_a_newer_versions_ledger_is_left_alone(tmp_path: Path) -> None:
    """It is no damage."""
    path = tmp_path / "c"
    kept(path, exchange(plain()))
    with sqlite3.connect(path / FILENAME) as connection:
        connection.execute("PRAGMA user_version = 999")
    connection.close()
    with pytest.raises(UsageError, match="made by a newer version of backissue"):
        collection(path)
    assert (path / FILENAME).exists()


@pytest.mark.parametrize("moment", [1, 2, 5, 12])
def test_a_kill_between_record_and_row_is_healed(tmp_path: Path, moment: int) -> None:
    """The record that nobody had noted is in the ledger after the next opening, and is an original."""
    ran = subprocess.run(
        [sys.executable, "-m", "tests.output.dies_before_the_ledger", str(tmp_path / "c"), str(moment)],
        cwd=ROOT,
        check=False,
    )
    assert ran.returncode == -signal.SIGKILL
    with collection(tmp_path / "c") as opened:
        assert opened.ledger.rebuilt is None
        assert len(opened.ledger.urls()) == moment
        assert (
            opened.ledger.original(forge.sha256(b"%d" % (moment - 1)), URI, transfer_coded=False) is not None
        )
        healed = rows(opened.ledger)
    os.unlink(tmp_path / "c" / FILENAME)  # noqa: PTH108 (as an operator would)
    assert ledger_rows(tmp_path / "c") == healed


def test_threads_may_bring_the_same_payload(tmp_path: Path) -> None:
    """Each payload is in one response record; all others refer to it, and the rows are those of a rebuild."""
    path = tmp_path / "c"
    with collection(path, roll_size=30_000) as opened:

        def add(thread: int) -> None:
            for number in range(30):
                opened.add(
                    exchange(plain(b"<p>%d</p>" % (number % 10)), target_uri=f"{URI}/{thread}/{number}")
                )

        threads = [threading.Thread(target=add, args=(thread,)) for thread in range(2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        live = rows(opened.ledger)
    records = [one for warc in opened.warcs() for one in read_records(warc)]
    responses = {one.record_id for one in records if one.type == "response"}
    assert len(responses) == 10
    assert sum(one.type == "revisit" for one in records) == 50
    assert {one.get("WARC-Refers-To") for one in records if one.type == "revisit"} == responses
    (path / FILENAME).unlink()
    assert ledger_rows(path) == live
