"""A collection packed: what stands in the package, that it is the same each time, and what is refused."""

from __future__ import annotations

import hashlib
import json
import os
import tracemalloc
import zipfile
from typing import TYPE_CHECKING, Any

import pytest

from output.errors import ArchiveError, BackissueError, CollectionBusyError, UsageError
from output.jsonl import write_lines
from output.lock import FolderLock
from output.models import Article, CaptureLine, CaptureRef, Extractor, Issue
from output.verify import check_package
from output.wacz import pack
from tests.output.exchanged import DATE
from tests.output.packing import HOME, STORY, answer, small_collection

if TYPE_CHECKING:
    from pathlib import Path

WARC = "example-20260301120000123-00000.warc.gz"


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """Return a small collection."""
    return small_collection(tmp_path / "c")


def packed(collection: Path, name: str = "a.wacz") -> Path:
    """Pack a collection beside itself and return the package."""
    return pack(collection, collection.parent / name, title="The Steppe").path


def datapackage(path: Path) -> Any:
    """Return datapackage.json of a package."""
    with zipfile.ZipFile(path) as package:
        return json.loads(package.read("datapackage.json"))


def pages(path: Path) -> list[Any]:
    """Return the lines of pages.jsonl of a package."""
    with zipfile.ZipFile(path) as package:
        return [json.loads(line) for line in package.read("pages/pages.jsonl").splitlines()]


def ref(url: str) -> CaptureRef:
    """Return a capture of an address."""
    return CaptureRef(
        target_uri=url,
        date=DATE,
        record_id="<urn:uuid:1>",
        payload_digest=None,
        filename=WARC,
        offset=0,
        length=1,
        source="live",
    )


def write_records(collection: Path) -> None:
    """Write the JSON Lines that name the story, its issue and the home."""
    story = Article(
        id="1",
        url=STORY,
        kind="magazine",
        language="en",
        title="Wind over the steppe",
        authors=[],
        byline=None,
        issue=None,
        position=None,
        blocks=[],
        text="",
        word_count=0,
        links=[],
        images=[],
        source_line=None,
        dateline=None,
        unplaced=[],
        content_digest="",
        extractor=Extractor(name="backissue", version="0", profile="investkz"),
        capture=ref(STORY),
    )
    home = CaptureLine(
        url=HOME,
        date=DATE,
        status=200,
        mime="text/html",
        record_type="response",
        kind="home",
        via=None,
        error=None,
        capture=ref(HOME),
    )
    records = collection / "records"
    write_lines(records / "articles.jsonl", [story])
    write_lines(records / "captures.jsonl", [home, home.model_copy(update={"url": STORY, "via": HOME})])
    issue = Issue(
        id="2005-4",
        year=2005,
        number="4",
        label="№4, 2005",
        url=None,
        promised=[],
        found=0,
        missing=[],
        capture=None,
    )
    write_lines(records / "issues.jsonl", [issue])


def test_a_package_has_the_files_of_the_collection_stored_as_they_are(made: Path) -> None:
    """WARC file and index byte for byte; nothing deflated, no ZIP64 field on a small member."""
    run = made / "runs" / "20260301120000000"
    run.mkdir()
    (run / "run.json").write_text("{}\n")
    (run / "crawl.log").write_text("not packed\n")
    write_records(made)
    with zipfile.ZipFile(packed(made)) as package:
        assert package.namelist() == [
            f"archive/{WARC}",
            "indexes/index.cdx",
            "pages/pages.jsonl",
            "records/articles.jsonl",
            "schemas/articles.schema.json",
            "records/issues.jsonl",
            "schemas/issues.schema.json",
            "records/captures.jsonl",
            "schemas/captures.schema.json",
            "runs/20260301120000000-run.json",
            "collection/collection.toml",
            "datapackage.json",
            "datapackage-digest.json",
        ]
        assert {one.compress_type for one in package.infolist()} == {zipfile.ZIP_STORED}
        assert {one.extra for one in package.infolist()} == {b""}
        assert package.read(f"archive/{WARC}") == (made / "archive" / WARC).read_bytes()
        assert package.read("indexes/index.cdx") == (made / "indexes/index.cdxj").read_bytes()


def test_the_package_says_what_it_is(made: Path) -> None:
    """Version, dates of the first and the last capture, where to begin; each file with size and digest; the seal."""
    path = packed(made)
    said = datapackage(path)
    resources = said.pop("resources")
    software = said.pop("software")
    assert software.startswith("backissue ")
    assert said == {
        "profile": "data-package",
        "wacz_version": "1.1.1",
        "title": "The Steppe",
        "description": "Back issues of The Steppe, archived by An Archive (collection example, profile investkz).",
        "created": "2026-03-01T12:00:00Z",
        "modified": "2026-03-01T12:00:05Z",
        "mainPageUrl": HOME,
        "mainPageDate": "2026-03-01T12:00:01Z",
    }
    assert [(one["name"], one["path"], one.get("type")) for one in resources] == [
        (WARC, f"archive/{WARC}", None),
        ("index.cdx", "indexes/index.cdx", None),
        ("pages.jsonl", "pages/pages.jsonl", None),
        ("collection.toml", "collection/collection.toml", "file"),
    ]
    with zipfile.ZipFile(path) as package:
        for one in resources:
            data = package.read(one["path"])
            assert (one["bytes"], one["hash"]) == (len(data), f"sha256:{hashlib.sha256(data).hexdigest()}")
        digest = hashlib.sha256(package.read("datapackage.json")).hexdigest()
        seal = json.loads(package.read("datapackage-digest.json"))
    assert seal == {"path": "datapackage.json", "hash": f"sha256:{digest}"}


def test_pages_are_the_pages_that_came_without_lines_by_their_address(made: Path) -> None:
    """No image, no robots.txt, no 404; the earliest is the seed."""
    header, *found = pages(packed(made))
    assert header == {"format": "json-pages-1.0", "id": "pages", "title": "Pages"}
    assert [(one["url"], one["ts"], one["title"], one["seed"]) for one in found] == [
        (HOME, "2026-03-01T12:00:01Z", HOME, True),
        (STORY, "2026-03-01T12:00:02Z", STORY, False),
    ]
    assert len({one["id"] for one in found}) == 2


def test_titles_home_and_seeds_come_from_the_lines(made: Path) -> None:
    """An article's title, the magazine's name on its home, a seed where nothing led."""
    write_records(made)
    assert [(one["url"], one["title"], one["seed"]) for one in pages(packed(made))[1:]] == [
        (HOME, "The Steppe", True),
        (STORY, "Wind over the steppe", False),
    ]


def test_the_same_collection_gives_the_same_bytes(made: Path) -> None:
    """Whenever it is packed, and whatever the dates of its files."""
    first = packed(made).read_bytes()
    os.utime(made / "indexes/index.cdxj", (1, 1))
    assert packed(made, "b.wacz").read_bytes() == first


def test_a_package_has_no_fault(made: Path) -> None:
    """By our own check; other people's stand in test_wacz_judges.py."""
    write_records(made)
    assert list(check_package(packed(made))) == []


def test_every_file_has_a_name_of_its_own_without_capitals(made: Path) -> None:
    """Two files of one name in two folders are told apart."""
    for run in ("20260301120000000", "20260302120000000"):
        (made / "runs" / run).mkdir()
        (made / "runs" / run / "run.json").write_text("{}\n")
    names = [one["name"] for one in datapackage(packed(made))["resources"]]
    assert len(set(names)) == len(names)
    assert [name.lower() for name in names] == names


@pytest.mark.parametrize(
    ("spoil", "kind", "line"),
    [
        (
            "cut",
            ArchiveError,
            "{c}/archive/{w} at byte {last}: not packed: the file ends inside a gzip member",
        ),
        ("no index", ArchiveError, "{c}/indexes/index.cdxj: no index (backissue rebuild makes it)"),
        (
            "no WARC",
            UsageError,
            "{c}: no collection: it has no finished WARC file; expected archive/*.warc.gz",
        ),
        (
            "open",
            ArchiveError,
            "{c}/archive/b.warc.gz.open: a killed run left this file unfinished; expected the next run to finish it",
        ),
        ("target", UsageError, "{t}: already there; expected a file that is not there yet"),
        ("no folder", ArchiveError, "{t}: can't be packed; found No such file or directory"),
        (
            "index line",
            ArchiveError,
            "{c}/indexes/index.cdxj at byte 0: no CDXJ line; expected urlkey, timestamp and JSON",
        ),
    ],
)
def test_what_is_not_sound_is_not_packed(
    made: Path, spoil: str, kind: type[BackissueError], line: str
) -> None:
    """One line that names the file, and nothing left behind: no package, no temporary file."""
    warc = made / "archive" / WARC
    target = made.parent / ("nowhere/a.wacz" if spoil == "no folder" else "a.wacz")
    last = warc.read_bytes().rfind(b"\x1f\x8b\x08")
    if spoil == "cut":
        warc.write_bytes(warc.read_bytes()[:-1])
    elif spoil == "no index":
        (made / "indexes/index.cdxj").unlink()
    elif spoil == "no WARC":
        warc.unlink()
    elif spoil == "open":
        (made / "archive/b.warc.gz.open").write_bytes(b"")
    elif spoil == "target":
        target.write_bytes(b"somebody's")
    elif spoil == "index line":
        (made / "indexes/index.cdxj").write_bytes(b"no line\n")
    with pytest.raises(kind) as caught:
        pack(made, target, title="The Steppe")
    said = str(caught.value)
    assert said.startswith(line.format(c=made, w=WARC, t=target, last=last)), said
    left = {one.name for one in made.parent.iterdir()} - {"c"}
    assert left == ({"a.wacz"} if spoil == "target" else set())


def test_an_index_that_lacks_a_record_is_told(made: Path) -> None:
    """A line taken out of the index: the record is named."""
    index = made / "indexes/index.cdxj"
    index.write_bytes(b"".join(index.read_bytes().splitlines(keepends=True)[1:]))
    with pytest.raises(ArchiveError, match=r"not packed: .*index") as caught:
        packed(made)
    assert caught.value.where == str(made / "archive" / WARC)


def test_a_collection_that_a_run_holds_is_not_packed(made: Path) -> None:
    """It says who holds it."""
    with FolderLock(made / "collection.lock"), pytest.raises(CollectionBusyError):
        packed(made)
    assert not (made.parent / "a.wacz").exists()


def test_memory_does_not_grow_with_the_archive(tmp_path: Path) -> None:
    """Sixteen million bytes in sixteen bodies, packed and read back in less than half of that."""
    big = small_collection(tmp_path / "c", *(answer(os.urandom(1_000_000), "image/jpeg") for _ in range(16)))
    tracemalloc.start()
    try:
        path = packed(big)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert path.stat().st_size > 16_000_000
    assert peak < 8_000_000
