"""Records that belong together: an answer, its request and what its metadata records say about the fetch."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from output.warc.stored import StoredRecord, parse_fields

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ANSWERS = frozenset({"response", "revisit", "resource"})

_LARGEST_FIELDS = 1 << 20


@dataclass(slots=True, kw_only=True)
class Exchanged:
    """One exchange as it is being gathered; `answer` is None for a fetch that brought none.

    `fields` are the application/warc-fields of its metadata records, `info` the warcinfo record in force.
    """

    answer: StoredRecord | None = None
    request: StoredRecord | None = None
    metadata: StoredRecord | None = None
    info: StoredRecord | None = None
    fields: list[tuple[str, str]] = field(default_factory=list)

    def get(self, name: str) -> str | None:
        """Return the first value of a metadata field (any case), None when there is none."""
        wanted = name.lower()
        return next((value for key, value in self.fields if key.lower() == wanted), None)

    def holds(self, record: StoredRecord) -> bool:
        """Say whether `record` is tied to this exchange by Concurrent-To or Refers-To, either way."""
        members = [one for one in (self.answer, self.request, self.metadata) if one is not None]
        ids = {one.record_id for one in members} - {None}
        named = _ties(record)
        return bool(named & ids) or any(record.record_id in _ties(one) for one in members)


def exchanges(records: Iterable[StoredRecord]) -> Iterator[Exchanged]:
    """Yield the exchanges of one WARC file, in file order of their answers.

    Records of an exchange stand next to each other, in any order, in every writer's files that are known;
    the request may come first (wget, warcio) or second (Heritrix, ours). Records that belong to no fetch,
    such as a request alone or a conversion, are passed over.
    """
    info: StoredRecord | None = None
    open_: Exchanged | None = None
    for record in records:
        kind = record.type
        if kind == "warcinfo":
            if open_ is not None and _worth(open_):
                yield open_
            open_, info = None, record
            continue
        if kind not in ANSWERS | {"request", "metadata"}:
            continue
        if open_ is not None and (_fills_twice(open_, kind) or not open_.holds(record)):
            if _worth(open_):
                yield open_
            open_ = None
        if open_ is None:
            open_ = Exchanged(info=info)
        _put(open_, record)
    if open_ is not None and _worth(open_):
        yield open_


def record_fields(record: StoredRecord) -> tuple[tuple[str, str], ...]:
    """Return the named fields in the block of a warcinfo or metadata record (application/warc-fields).

    Of a block larger than 1 MiB (bytes that were no answer are kept in ours) the first MiB is read.
    """
    if record.content_type != "application/warc-fields":
        return ()
    return parse_fields([line.removesuffix(b"\r") for line in record.start(_LARGEST_FIELDS).split(b"\n")])


def _put(exchange: Exchanged, record: StoredRecord) -> None:
    if record.type in ANSWERS:
        exchange.answer = record
    elif record.type == "request":
        exchange.request = record
    else:
        exchange.metadata = exchange.metadata or record
        exchange.fields.extend(record_fields(record))


def _fills_twice(exchange: Exchanged, kind: str | None) -> bool:
    return (kind in ANSWERS and exchange.answer is not None) or (
        kind == "request" and exchange.request is not None
    )


def _worth(exchange: Exchanged) -> bool:
    return exchange.answer is not None or exchange.get("fetch-error") is not None


def _ties(record: StoredRecord) -> set[str | None]:
    return {value for key, value in record.headers if key.lower() in {"warc-concurrent-to", "warc-refers-to"}}
