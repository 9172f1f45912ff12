"""The index of a collection: CDXJ lines as cdxj-indexer writes them, sorted by their bytes.

A line is `urlkey timestamp {json}`; the JSON has url, mime, status, digest, length, offset and filename, all of them
texts, absent ones left out. Responses and revisits have one, 304s excepted; requests, metadata and warcinfo have none.
The digest is always the entity-body's: of a chunked answer, the one without the framing.
"""

from __future__ import annotations

import heapq
import json
import tempfile
from contextlib import ExitStack
from itertools import islice
from typing import IO, TYPE_CHECKING

from output.dates import timestamp14
from output.durable import replacing
from output.surt import urlkey
from output.warc.answer import stored_facts
from output.warc.reader import read_records

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime
    from pathlib import Path

    from output.warc.stored import StoredRecord

REVISIT_MIME = "warc/revisit"
"""What stands for the media type of a revisit: it tells readers to look for the payload elsewhere."""

_SORTED_AT_ONCE = 20_000


def is_listed(status: int | None) -> bool:
    """Say whether an answer has a line in the index: any but 304, which has nothing that could be shown.

    pywb (2.10) would replay it as it is, an empty page, in place of the capture it confirms; CDX-Writer leaves it out
    too (docs/decisions/0006-revisits.md). The visit stands in captures.jsonl and in the WARC file.
    """
    return status != 304


def index_line(
    *,
    url: str,
    date: datetime,
    mime: str | None,
    status: int | None,
    digest: str | None,
    length: int,
    offset: int,
    filename: str,
) -> bytes:
    """Return the line of one record, with its end, in ASCII."""
    said = {
        "url": url,
        "mime": mime,
        "status": None if status is None else str(status),
        "digest": digest,
        "length": str(length),
        "offset": str(offset),
        "filename": filename,
    }
    fields = json.dumps({name: value for name, value in said.items() if value})
    return f"{urlkey(url)} {timestamp14(date)} {fields}\n".encode("ascii")


def merge_index(path: Path, lines: Iterable[bytes]) -> None:
    """Put `lines` into the sorted index at `path`, once each; the file is replaced when all is on disk.

    A kill leaves the old index. Raises OSError.
    """
    with ExitStack() as stack:
        old: IO[bytes] | tuple[bytes, ...] = stack.enter_context(path.open("rb")) if path.exists() else ()
        runs = _runs(lines, path.parent, stack)
        stream = stack.enter_context(replacing(path))
        stream.writelines(_once(heapq.merge(old, *runs)))


def rebuild_index(paths: Iterable[Path], index_path: Path) -> None:
    """Make the index anew from the WARC files at `paths`: the very bytes that writing them gave.

    The folder is made where it is missing. Raises DamagedRecordError where a file is damaged, OSError.
    """
    index_path.parent.mkdir(parents=True, exist_ok=True)
    write_index((line for path in paths for line in lines_of(path)), index_path)


def write_index(lines: Iterable[bytes], index_path: Path) -> None:
    """Write `lines`, in any order, as the sorted index at `index_path`, with flat memory. Raises OSError."""
    with ExitStack() as stack:
        runs = _runs(lines, index_path.parent, stack)
        stream = stack.enter_context(replacing(index_path))
        stream.writelines(_once(heapq.merge(*runs)))


def _runs(lines: Iterable[bytes], folder: Path, stack: ExitStack) -> list[Iterable[bytes]]:
    """Return `lines` as sorted runs, all but the last of them in unnamed files in `folder`, closed by `stack`."""
    lines = iter(lines)
    runs: list[Iterable[bytes]] = []
    while run := sorted(islice(lines, _SORTED_AT_ONCE)):
        if len(run) < _SORTED_AT_ONCE:
            runs.append(run)
            break
        spilled = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115 (closed by the stack)
        stack.callback(spilled.close)
        spilled.writelines(run)
        spilled.seek(0)
        runs.append(spilled)
    return runs


def lines_of(path: Path) -> Iterator[bytes]:
    """Yield the index lines of the WARC file at `path`, in file order.

    Records that share a gzip member have no address, and so no line. Raises what `read_records` does.
    """
    return lines_of_records(read_records(path))


def lines_of_records(records: Iterable[StoredRecord]) -> Iterator[bytes]:
    """Yield the index lines of the records of one WARC file, in file order."""
    for record in records:
        if record.type in {"response", "revisit"}:
            line = _stored_line(record)
            if line is not None:
                yield line


def _stored_line(record: StoredRecord) -> bytes | None:
    url, date = record.target_uri, record.date
    if url is None or date is None or record.offset is None or record.length is None:
        return None
    facts = stored_facts(record)
    if not is_listed(facts.status):
        return None
    return index_line(
        url=url,
        date=date,
        mime=REVISIT_MIME if record.type == "revisit" else facts.mime,
        status=facts.status,
        digest=facts.payload_digest,
        length=record.length,
        offset=record.offset,
        filename=record.filename,
    )


def _once(lines: Iterable[bytes]) -> Iterator[bytes]:
    before = b""
    for line in lines:
        if line != before:
            yield line
        before = line
