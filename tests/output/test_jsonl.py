"""JSON Lines: written whole, read back the same, by every reader."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from output.errors import DamagedRecordError
from output.jsonl import LineFile, line_text, read_lines, write_lines
from output.models import CaptureRef, Line, Link, Quote
from output.schemas import PUBLISHED, schema, schema_path, schema_text

if TYPE_CHECKING:
    from pathlib import Path

CAPTURE = CaptureRef(
    target_uri="http://magazine.example/",
    date=datetime(2026, 3, 1, 12, tzinfo=UTC),
    record_id="<urn:uuid:1>",
    payload_digest="sha256:00",
    filename="a.warc.gz",
    offset=7,
    length=8,
    source="live",
)

SAMPLES: dict[str, dict[str, object]] = {
    "articles": {
        "schema": "article/1",
        "id": "1",
        "url": "http://magazine.example/1",
        "kind": "magazine",
        "language": "en",
        "title": "Steppe",
        "authors": ["A. Author"],
        "byline": None,
        "issue": {"id": "2010-5-6", "year": 2010, "number": "5/6"},
        "position": 1,
        "blocks": [{"kind": "table", "text": "a b", "rows": [["a", "b"]]}],
        "text": "a b",
        "word_count": 2,
        "links": [{"text": "x", "url": None}],
        "images": [],
        "source_line": None,
        "dateline": None,
        "unplaced": [],
        "content_digest": "sha256:00",
        "extractor": {"name": "backissue", "version": "0.1.0", "profile": "investkz"},
        "capture": CAPTURE.model_dump(),
    },
    "issues": {
        "schema": "issue/1",
        "id": "2010-5-6",
        "year": 2010,
        "number": "5/6",
        "label": "№5/6 2010",
        "url": None,
        "promised": [{"position": 1, "title": "Steppe", "authors": [], "url": None}],
        "found": 0,
        "missing": [{"title": "Steppe", "url": None, "reason": "not fetched"}],
        "capture": None,
    },
    "furniture": {
        "schema": "furniture/1",
        "id": "1",
        "page_url": "http://magazine.example/1",
        "kind": "ticker",
        "text": "USD/KZT 443.16",
        "name": None,
        "quotes": [{"pair": "USD/KZT", "base": "USD", "quote": "KZT", "rate": 443.16, "change": None}],
        "entries": [],
        "links": [],
        "year": None,
        "number": None,
        "issues": None,
        "pages": None,
        "capture": CAPTURE.model_dump(),
    },
    "captures": {
        "schema": "capture/1",
        "url": "http://magazine.example/1",
        "date": "2026-03-01T12:00:00.000000Z",
        "status": 200,
        "mime": "text/html",
        "record_type": "response",
        "kind": "article",
        "via": None,
        "error": None,
        "capture": CAPTURE.model_dump(),
    },
    "changes": {
        "schema": "change/1",
        "url": "http://magazine.example/1",
        "change": "changed",
        "fields": ["blocks"],
        "before": {"date": "2026-03-01T12:00:00.000000Z", "content_digest": "sha256:00"},
        "after": {"date": "2026-03-08T12:00:00.000000Z", "content_digest": "sha256:01"},
    },
}


def sample(name: str) -> Line:
    """Return the sample line of this file."""
    return PUBLISHED[name].model_validate_json(json.dumps(SAMPLES[name]))


@pytest.mark.parametrize("name", PUBLISHED)
def test_every_key_stands_in_order_and_the_line_reads_back(tmp_path: Path, name: str) -> None:
    """A line has the model's keys in the model's order, and `read(write(x)) == x`."""
    line = sample(name)
    path = tmp_path / f"{name}.jsonl"
    assert write_lines(path, [line, line]) == 2
    assert list(read_lines(path, PUBLISHED[name])) == [line, line]
    assert json.loads(line_text(line)) == SAMPLES[name]
    assert list(json.loads(line_text(line))) == list(SAMPLES[name])


def test_text_and_numbers_are_written_so_that_all_readers_take_them() -> None:
    """UTF-8 stays unescaped, NUL is escaped, floats are short, a lone surrogate becomes U+FFFD."""
    assert line_text(Link(text="№ “é”\0\n", url=None)) == '{"text":"№ “é”\\u0000\\n","url":null}'
    assert line_text(Link(text="a\ud800b\U0001f409", url=None)) == '{"text":"a\ufffdb\U0001f409","url":null}'
    quote = Quote(pair="USD/KZT", base="USD", quote="KZT", rate=443.16, change=-0.1)
    assert line_text(quote).endswith('"rate":443.16,"change":-0.1}')
    assert line_text(sample("captures")).startswith(
        '{"schema":"capture/1","url":"http://magazine.example/1","date":"2026-03-01T12:00:00.000000Z"'
    )


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(), max_size=40))
def test_any_text_is_one_line(tmp_path: Path, text: str) -> None:
    """Whatever a page says, it is written as one line of strict UTF-8 that reads back."""
    path = tmp_path / "any.jsonl"
    write_lines(path, [Link(text=text, url=None)])
    raw = path.read_bytes()
    raw.decode("utf-8")
    assert raw.count(b"\n") == 1
    (line,) = read_lines(path, Link)
    assert line.text == "".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in text)


def test_numbers_that_json_does_not_have_are_refused() -> None:
    """NaN and infinity never get as far as a line."""
    for number in (float("nan"), float("inf")):
        with pytest.raises(ValueError, match="finite"):
            Quote(pair="a/b", base="a", quote="b", rate=number, change=None)


def test_the_old_file_stays_when_the_lines_fail(tmp_path: Path) -> None:
    """A file is replaced by a whole one or not at all, and nothing is left beside it."""
    path = tmp_path / "links.jsonl"
    write_lines(path, [Link(text="old", url=None)])

    def failing() -> object:
        yield Link(text="new", url=None)
        raise RuntimeError("half way")

    with pytest.raises(RuntimeError):
        write_lines(path, failing())  # type: ignore[arg-type]
    assert [line.text for line in read_lines(path, Link)] == ["old"]
    assert list(tmp_path.iterdir()) == [path]


def test_a_line_file_is_flushed_line_by_line_and_mends_a_torn_tail(tmp_path: Path) -> None:
    """A written line can be read at once; half a line left by a kill is gone when it is opened again."""
    path = tmp_path / "run.jsonl"
    with LineFile(path) as lines:
        lines.write(Link(text="one", url=None))
        assert path.read_bytes() == b'{"text":"one","url":null}\n'
    with path.open("ab") as stream:
        stream.write(b'{"text":"' + b"x" * 100_000)
    with LineFile(path) as lines:
        lines.write(Link(text="two", url=None))
        assert lines.count == 1
    assert [line.text for line in read_lines(path, Link)] == ["one", "two"]


@pytest.mark.parametrize(
    ("bad", "problem"),
    [
        (b'{"text":"x"}', "line 2 is no Link, key url; expected Field required"),
        (
            b'{"text":1,"url":null}',
            "line 2 is no Link, key text; expected Input should be a valid string; found 1",
        ),
        (b'{"text":"x","ur', "line 2 is no Link; expected Invalid JSON"),
    ],
)
def test_a_faulty_line_is_named_with_its_place(tmp_path: Path, bad: bytes, problem: str) -> None:
    """File, byte offset and line number stand in the error, and what was expected."""
    path = tmp_path / "links.jsonl"
    first = b'{"text":"x","url":null}\n'
    path.write_bytes(first + bad + b"\n")
    with pytest.raises(DamagedRecordError) as caught:
        list(read_lines(path, Link))
    assert str(caught.value).startswith(f"{path} at byte {len(first)}: {problem}")


@pytest.mark.parametrize("name", PUBLISHED)
def test_the_schemas_checked_in_are_current(name: str) -> None:
    """`python -m output.schemas` would change nothing."""
    assert schema_path(name).read_text(encoding="utf-8") == schema_text(name)


@pytest.mark.parametrize("name", PUBLISHED)
def test_lines_satisfy_their_schema_and_others_do_not(name: str) -> None:
    """The schema is a valid one, takes a line, and refuses one with a key more or less."""
    jsonschema = pytest.importorskip("jsonschema")
    published = schema(name)
    jsonschema.Draft202012Validator.check_schema(published)
    validator = jsonschema.Draft202012Validator(published)
    line = json.loads(line_text(sample(name)))
    validator.validate(line)
    assert not validator.is_valid({**line, "extra": 1})
    for key in line:
        assert not validator.is_valid({other: value for other, value in line.items() if other != key})


def test_every_model_has_a_sample() -> None:
    """A new kind of line must come with its sample here."""
    assert set(SAMPLES) == set(PUBLISHED)
