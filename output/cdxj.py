"""The index of a collection: CDXJ lines as cdxj-indexer writes them, sorted by their bytes.

A line is `urlkey timestamp {json}`; the JSON has url, mime, status, digest, length, offset and filename, all of them
texts, absent ones left out. Responses and revisits have one; requests, metadata and warcinfo have none. The digest is
always the entity-body's: of a chunked answer, the one without the framing.
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
from output.http import EntityDigest, is_http, parse_head, split_response
from output.surt import urlkey
from output.warc.reader import read_records
from output.warc.records import HEAD_LIMIT, media_type

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime
    from pathlib import Path

    from output.warc.stored import StoredRecord

_SORTED_AT_ONCE = 200_000


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
        stream = stack.enter_context(replacing(path))
        stream.writelines(_once(heapq.merge(old, sorted(lines))))


def rebuild_index(paths: Iterable[Path], index_path: Path) -> None:
    """Make the index anew from the WARC files at `paths`: the very bytes that writing them gave.

    The folder is made where it is missing. Raises DamagedRecordError where a file is damaged, OSError.
    """
    index_path.parent.mkdir(parents=True, exist_ok=True)
    lines = (line for path in paths for line in lines_of(path))
    with ExitStack() as stack:
        runs: list[Iterable[bytes]] = []
        while run := sorted(islice(lines, _SORTED_AT_ONCE)):
            if len(run) == _SORTED_AT_ONCE:
                spilled = stack.enter_context(tempfile.TemporaryFile(dir=index_path.parent))
                spilled.writelines(run)
                spilled.seek(0)
                runs.append(spilled)
            else:
                runs.append(run)
        stream = stack.enter_context(replacing(index_path))
        stream.writelines(_once(heapq.merge(*runs)))


def lines_of(path: Path) -> Iterator[bytes]:
    """Yield the index lines of the WARC file at `path`, in file order.

    Records that share a gzip member have no address, and so no line. Raises what `read_records` does.
    """
    for record in read_records(path):
        if record.type in {"response", "revisit"}:
            line = _stored_line(record)
            if line is not None:
                yield line


def _stored_line(record: StoredRecord) -> bytes | None:
    url, date = record.target_uri, record.date
    if url is None or date is None or record.offset is None or record.length is None:
        return None
    revisit = record.type == "revisit"
    begin = record.start(min(record.block_length, HEAD_LIMIT))
    layout = split_response(begin)
    head = parse_head(begin[layout.start : layout.body])
    answered = is_http(begin[layout.start :])
    digest = record.get("WARC-Payload-Digest")
    if digest is None and not revisit:
        entity = EntityDigest(head.headers if answered else ())
        skip = record.block_length if answered and layout.body is None else layout.body or 0
        for chunk in record.chunks():
            entity.update(chunk[skip:])
            skip = max(0, skip - len(chunk))
        digest = entity.digest()
    return index_line(
        url=url,
        date=date,
        mime="warc/revisit" if revisit else media_type(head) if answered else record.content_type,
        status=head.status if answered else None,
        digest=digest,
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
