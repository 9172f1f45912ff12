"""A collection held against itself: what was written verifies, what was changed afterwards is named."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from output.capture import Capture, Exchange
from output.collection import Collection, CollectionInfo
from output.mementos import read_mementos
from output.spool import Spool
from output.verify import check_index, check_lines, verify_collection
from tests.output.forge import PAGE, http

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from output.fault import Fault

DATE = datetime(2026, 3, 1, 12, 0, 0, 123456, tzinfo=UTC)
INFO = CollectionInfo(
    name="kz",
    profile="investkz",
    creator="An Archive",
    contact="archive@example.org",
    user_agent="backissue",
    robots="obey",
)
CHUNKED = http(b"%x\r\n%b\r\n0\r\n\r\n" % (len(PAGE), PAGE), "Transfer-Encoding: chunked", length=None)

ANSWERS = {
    "plain": http(),
    "chunked": CHUNKED,
    "chunked in name only": http(PAGE, "Transfer-Encoding: chunked", length=None),
    "gzip in name only": http(PAGE, "Content-Encoding: gzip"),
    "interim": b"HTTP/1.1 103 Early Hints\r\n\r\n" + http(),
    "bare LF": http().replace(b"\r\n", b"\n"),
    "odd media type": b"HTTP/1.1 200 OK\r\nContent-Type: text/html charset=x\r\n\r\n" + PAGE,
    "no media type": b"HTTP/1.0 404 \xcd\xe5\xf2\r\n\r\n",
    "head without end": b"HTTP/1.1 200 OK\r\nA: b\r\n",
    "big": http(bytes(range(256)) * 9000),
}


def exchange(number: int, answer: bytes, error: str | None = None) -> Exchange:
    """Return an exchange that brought `answer`."""
    spool = Spool()
    spool.write(answer)
    return Exchange(
        target_uri=f"http://magazine.example/{number}",
        method="GET",
        date=DATE + timedelta(seconds=number),
        request=b"GET /%d HTTP/1.1\r\nHost: magazine.example\r\n\r\n" % number,
        response=spool,
        error=error,
        via="http://magazine.example/" if number else None,
        hops="L" if number else "",
    )


def faults_of(path: Path) -> list[Fault]:
    """Return everything wrong with a collection, its JSON Lines aside."""
    faults: list[Fault] = []
    verify_collection(path, faults.append)
    return faults


@pytest.fixture
def captures(tmp_path: Path) -> list[Capture | None]:
    """Return the captures of a collection at `tmp_path` with every kind of answer, and two fetches that failed."""
    tried = [exchange(number, answer) for number, answer in enumerate(ANSWERS.values())]
    tried.append(exchange(90, b"", "connection refused"))
    tried.append(exchange(91, b"\0\1garbage" * 200_000))
    with Collection.open(tmp_path, info=INFO) as collection:
        found = [collection.add(one) for one in tried]
    for one in tried:
        one.response.close()
    return found


def test_what_was_written_verifies(tmp_path: Path, captures: list[Capture | None]) -> None:
    """A collection as our writer leaves it has no fault, whatever the server sent."""
    assert len(captures) == len(ANSWERS) + 2
    assert [str(fault) for fault in faults_of(tmp_path)] == []


def test_captures_read_back_are_those_the_writer_gave(tmp_path: Path, captures: list[Capture | None]) -> None:
    """Address, date, id and digest of every answer are the same on both ways; failures have their error."""
    (path,) = (tmp_path / "archive").iterdir()
    mementos = list(read_mementos(path))
    assert [one.capture for one in mementos if one.record_type is not None] == [
        one for one in captures if one
    ]
    assert [(one.error, one.via, one.hops) for one in mementos if one.record_type is None] == [
        ("connection refused", "http://magazine.example/", "L"),
        ("the answer is no HTTP message", "http://magazine.example/", "L"),
    ]


@pytest.mark.usefixtures("captures")
class TestTheIndex:
    """A changed, missing or invented line is named with its place."""

    @pytest.mark.parametrize("key", ["url", "length", "mime", "status", "digest"])
    def test_a_changed_field_is_named(self, tmp_path: Path, key: str) -> None:
        """Every field that says something of the record is compared."""
        index = tmp_path / "indexes" / "index.cdxj"
        lines = index.read_bytes().splitlines(keepends=True)
        head, _, text = lines[1].partition(b"{")
        entry = json.loads(b"{" + text)
        entry[key] = "sha256:00" if key == "digest" else "7"
        lines[1] = head + json.dumps(entry).encode() + b"\n"
        index.write_bytes(b"".join(lines))
        (fault,) = faults_of(tmp_path)
        assert (fault.file, fault.offset) == (str(index), len(lines[0]))
        assert (fault.problem, fault.found) == (f"{key} is not the record's", entry[key])

    def test_a_missing_line_is_named_by_its_record(self, tmp_path: Path) -> None:
        """A record that no line leads to is named with its WARC file and offset."""
        index = tmp_path / "indexes" / "index.cdxj"
        lines = index.read_bytes().splitlines(keepends=True)
        index.write_bytes(b"".join(lines[1:]))
        (warc,) = (tmp_path / "archive").iterdir()
        (fault,) = check_index(index, [warc])
        entry = json.loads(lines[0].split(b" ", 2)[2])
        assert (fault.file, fault.offset) == (str(warc), int(entry["offset"]))
        assert fault.problem == "a record that the index doesn't list"

    def test_lines_that_lead_nowhere_or_are_none_are_named(self, tmp_path: Path) -> None:
        """A wrong offset, a line of another form, and a wrong order are each a fault."""
        index = tmp_path / "indexes" / "index.cdxj"
        raw = index.read_bytes()
        index.write_bytes(
            raw + b'zz)/ 20260301120000 {"filename": "x.warc.gz", "offset": "5"}\n' + b"nonsense\n"
        )
        assert [(fault.offset, fault.problem) for fault in faults_of(tmp_path)] == [
            (len(raw), "the line leads to no record"),
            (len(raw) + 61, "the index is not sorted by byte value"),
            (len(raw) + 61, "no CDXJ line"),
        ]

    def test_a_missing_index_is_a_fault(self, tmp_path: Path) -> None:
        """The index must be there where there are records."""
        (tmp_path / "indexes" / "index.cdxj").unlink()
        assert [fault.problem for fault in faults_of(tmp_path)] == [
            "can't be read (No such file or directory)"
        ]

    def test_a_damaged_archive_gives_its_own_fault_only(self, tmp_path: Path) -> None:
        """A flipped byte in a record is found, and the lines that lead elsewhere stay unblamed."""
        (warc,) = (tmp_path / "archive").iterdir()
        data = bytearray(warc.read_bytes())
        index = (tmp_path / "indexes" / "index.cdxj").read_bytes()
        entries = [json.loads(line.split(b" ", 2)[2]) for line in index.splitlines()]
        offset = min(int(entry["offset"]) for entry in entries)
        data[offset + 60] ^= 0xFF
        warc.write_bytes(data)
        faults = faults_of(tmp_path)
        assert (faults[0].file, faults[0].offset) == (str(warc), offset)
        assert {fault.problem for fault in faults[1:]} == {
            "WARC-Concurrent-To names no record here",
            "WARC-Refers-To names no record here",
            "the line leads to no record",
        }


def line_faults(folder: Path, given: Mapping[str, list[str]]) -> Iterator[Fault]:
    """Return what is wrong with the JSON Lines in a folder."""
    return check_lines(str(folder), given, lambda name: (folder / name).open("rb"))


def lines(*found: str) -> Mapping[str, list[str]]:
    """Return lines as a re-derivation gives them."""
    return {"articles": list(found)}


@pytest.mark.parametrize(
    ("stored", "expected"),
    [
        ("a\nb\nc\n", []),
        (
            "a\nX\nc\n",
            [
                (2, "a line that the WARC files don't give"),
                (2, "a line that the WARC files give is missing from here on"),
            ],
        ),
        ("a\nc\n", [(2, "a line that the WARC files give is missing from here on")]),
        ("a\nb\n", [(4, "a line that the WARC files give is missing from here on")]),
        (
            "a\nb\nc\nd\ne\n",
            [(6, "a line that the WARC files don't give"), (8, "a line that the WARC files don't give")],
        ),
        ("a\nb\nb\nc\n", [(4, "a line that the WARC files don't give")]),
        ("a\nc\nb\n", [(2, "the lines are in another order from here on")]),
        (
            "a\nb\nc",
            [
                (4, "a line that the WARC files don't give"),
                (4, "a line that the WARC files give is missing from here on"),
            ],
        ),
        ("", [(0, "a line that the WARC files give is missing from here on")] * 3),
    ],
)
def test_lines_are_compared_with_what_the_warc_files_give(
    tmp_path: Path, stored: str, expected: list[tuple[int, str]]
) -> None:
    """Surplus, missing and reordered lines are named with the byte offset, and the comparing goes on."""
    (tmp_path / "articles.jsonl").write_text(stored, encoding="utf-8")
    faults = list(line_faults(tmp_path, lines("a", "b", "c")))
    assert [(fault.offset, fault.problem) for fault in faults] == expected


def test_lines_of_another_extractor_are_one_fault(tmp_path: Path) -> None:
    """After an upgrade nothing is damaged, and the way on is told; other lines are not held against today's."""
    today = [
        f'{{"id":"{n}","extractor":{{"name":"backissue","version":"2","profile":"m"}}}}' for n in range(3)
    ]
    stored = "".join(line.replace('"2","profile', '"1","profile') + "\n" for line in today)
    (tmp_path / "articles.jsonl").write_text(stored, encoding="utf-8")
    (tmp_path / "issues.jsonl").write_text("x\n", encoding="utf-8")
    (fault,) = line_faults(tmp_path, {"articles": today, "issues": ["y"]})
    assert (fault.expected, fault.found) == ("backissue 2", "backissue 1")
    assert "backissue rebuild" in fault.problem


def test_a_changed_line_shows_where_it_differs(tmp_path: Path) -> None:
    """The fault holds both texts from a little before the difference."""
    made = '{"id": "1", "title": "' + "long " * 40 + 'Steppe"}'
    (tmp_path / "articles.jsonl").write_text(made.replace("Steppe", "Taiga") + "\n", encoding="utf-8")
    fault = next(line_faults(tmp_path, lines(made)))
    assert fault.expected == "'long long long long Steppe\"}'"
    assert fault.found == "'long long long long Taiga\"}'"


def test_many_faulty_lines_are_counted(tmp_path: Path) -> None:
    """Twenty are named, the rest is a number."""
    (tmp_path / "articles.jsonl").write_text("x\n" * 100, encoding="utf-8")
    problems = [fault.problem for fault in line_faults(tmp_path, lines(*(str(n) for n in range(50))))]
    assert problems.count("a line that the WARC files don't give") == 20
    assert "80 more lines like that" in problems
    assert "30 more lines are missing" in problems


def test_a_fault_is_one_line() -> None:
    """File, offset, problem, expected and found stand in one line."""
    from output.fault import Fault

    fault = Fault(file="a.warc.gz", offset=7, problem="wrong", expected="one\nthing", found="another")
    assert str(fault) == "a.warc.gz at byte 7: wrong; expected one thing; found another"
    assert str(replace(fault, offset=None, expected=None, found=None)) == "a.warc.gz: wrong"
