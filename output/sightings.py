"""What the ledger needs to know of each fetch, as it is read back from a WARC file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from output.warc.answer import stored_facts
from output.warc.exchange import exchanges
from output.warc.reader import read_records

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

    from output.warc.exchange import Exchanged


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """One fetch of an address, answered or not.

    `filename`, `offset` and `length` are the answer's record, `end` is the offset behind the fetch's last one.
    `payload_digest` is the entity-body's when there is a whole one that later answers can be compared with: of a 2xx
    to a GET, not empty, not cut short; else None. `refers_to` is the record id that a revisit names. `etag` and
    `last_modified` are header values as they came (Latin-1), `transfer_coded` tells whether there was a
    Transfer-Encoding.
    """

    target_uri: str
    date: datetime
    filename: str
    end: int
    status: int | None = None
    record_type: Literal["response", "revisit"] | None = None
    record_id: str | None = None
    offset: int | None = None
    length: int | None = None
    payload_digest: str | None = None
    refers_to: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    transfer_coded: bool = False


def sightings_of(path: Path, *, start: int = 0) -> Iterator[Sighting]:
    """Yield the fetches in the WARC file at `path` whose records begin at byte `start` or later, in file order.

    Damaged places are passed over: to tell of them is for `verify`. Raises UsageError on ARC files, OSError.
    """
    for exchange in exchanges(read_records(path, on_damage=lambda _: None)):
        found = _sighting(exchange)
        if found is not None and found.end > start:
            yield found


def _sighting(exchange: Exchanged) -> Sighting | None:
    members = [one for one in (exchange.answer, exchange.request, exchange.metadata) if one is not None]
    first = members[0]
    uri, date = first.target_uri, first.date
    if uri is None or date is None or not uri.lower().startswith(("http://", "https://")):
        return None
    end = max((one.offset or 0) + (one.length or 0) for one in members)
    record = exchange.answer
    if record is None or record.type == "resource" or record.offset is None or record.length is None:
        return Sighting(target_uri=uri, date=date, filename=first.filename, end=end)
    facts = stored_facts(record)
    revisit = record.type == "revisit"
    by_get = exchange.request is None or exchange.request.start(4) == b"GET "
    comparable = not revisit and by_get and record.get("WARC-Truncated") is None and facts.has_payload
    return Sighting(
        target_uri=uri,
        date=date,
        filename=record.filename,
        end=end,
        status=facts.status,
        record_type="revisit" if revisit else "response",
        record_id=record.record_id,
        offset=record.offset,
        length=record.length,
        payload_digest=facts.payload_digest if comparable else None,
        refers_to=record.get("WARC-Refers-To") if revisit else None,
        etag=facts.etag,
        last_modified=facts.last_modified,
        transfer_coded=facts.transfer_coded,
    )
