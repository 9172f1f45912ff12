"""From an exchange to what is noted of it: whether it repeats what is kept, its index line, its row in the ledger."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC
from typing import TYPE_CHECKING, Protocol

from output.capture import Capture
from output.cdxj import REVISIT_MIME, index_line, is_listed
from output.http import parse_head
from output.sightings import Sighting
from output.warc.revisit import Revisit

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from output.capture import Exchange
    from output.ledger import Validators
    from output.warc.answer import AnswerFacts
    from output.warc.records import ExchangeRecords
    from output.warc.revisit import Original
    from output.warc.writer import Placed


class Known(Protocol):
    """What has been seen before: the ledger."""

    def original(self, payload_digest: str, target_uri: str, *, transfer_coded: bool) -> Original | None:
        """Return the response record that holds this payload, framed in the same way."""

    def validators(self, target_uri: str) -> Validators | None:
        """Return what the server said of the copy of this address that is kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What is noted of an exchange whose records are on disk.

    `line` and `capture` are None without an answer, `line` for an answer that the index doesn't list too.
    """

    line: bytes | None
    capture: Capture | None
    sighting: Sighting


def revisit_of(
    exchange: Exchange, facts: AnswerFacts, *, known: Known, holds: Callable[[Original], bool]
) -> Revisit | None:
    """Say whether an answer is to be kept as a revisit, and of what; None for a response record.

    `known` is only asked; before anything is left out, `holds` must have found the original in the archive itself.

    A 304 is one when the request, by its own bytes, asked with validators that came with the copy we hold. A 2xx is
    one when its payload is in a response record. Neither is when it came to anything but a whole GET, or began before
    the original did, as may happen when several fetches are under way.
    """
    if not exchange.request.startswith(b"GET ") or exchange.truncated is not None:
        return None
    revisit: Revisit | None = None
    if facts.status == 304:
        held = known.validators(exchange.target_uri)
        if held is not None and _asked_with(exchange.request, held):
            revisit = Revisit(profile="server-not-modified", original=held.original)
    elif facts.has_payload and facts.payload_digest is not None:
        original = known.original(
            facts.payload_digest, exchange.target_uri, transfer_coded=facts.transfer_coded
        )
        if original is not None:
            revisit = Revisit(profile="identical-payload-digest", original=original)
    if revisit is None or revisit.original.date > exchange.date or not holds(revisit.original):
        return None
    return revisit


def entry_of(exchange: Exchange, made: ExchangeRecords, placed: Sequence[Placed], filename: str) -> Entry:
    """Return what is to be noted of `exchange`, whose records are in the file `filename` at `placed`."""
    first = placed[0]
    end = placed[-1].offset + placed[-1].length
    date = exchange.date.astimezone(UTC)
    uri = first.record.get("WARC-Target-URI") or exchange.target_uri
    facts, revisit = made.facts, made.revisit
    if facts is None:
        return Entry(
            line=None,
            capture=None,
            sighting=Sighting(target_uri=uri, date=date, filename=filename, end=end),
        )
    digest = facts.payload_digest if revisit is None else revisit.original.payload_digest
    record_id = first.record.get("WARC-Record-ID")
    comparable = (
        revisit is None
        and facts.has_payload
        and exchange.truncated is None
        and (not exchange.request or exchange.request.startswith(b"GET "))
    )
    return Entry(
        line=index_line(
            url=uri,
            date=date,
            mime=facts.mime if revisit is None else REVISIT_MIME,
            status=facts.status,
            digest=digest,
            length=first.length,
            offset=first.offset,
            filename=filename,
        )
        if is_listed(facts.status)
        else None,
        capture=Capture(
            target_uri=uri,
            date=date,
            record_id=record_id,
            payload_digest=digest,
            filename=filename,
            offset=first.offset,
            length=first.length,
            source="live",
            revisit_of=None if revisit is None else capture_of(revisit.original),
        ),
        sighting=Sighting(
            target_uri=uri,
            date=date,
            filename=filename,
            end=end,
            status=facts.status,
            record_type="response" if revisit is None else "revisit",
            record_id=record_id,
            offset=first.offset,
            length=first.length,
            payload_digest=facts.payload_digest if comparable else None,
            refers_to=None if revisit is None else revisit.original.record_id,
            etag=facts.etag,
            last_modified=facts.last_modified,
            transfer_coded=facts.transfer_coded,
        ),
    )


def capture_of(original: Original) -> Capture:
    """Return the capture that an original is."""
    return Capture(
        target_uri=original.target_uri,
        date=original.date,
        record_id=original.record_id,
        payload_digest=original.payload_digest,
        filename=original.filename,
        offset=original.offset,
        length=original.length,
        source="live",
    )


def _asked_with(request: bytes, held: Validators) -> bool:
    """Return whether a request's own bytes carry the validators of `held`."""
    head = parse_head(request)
    etag, since = head.get(b"if-none-match"), head.get(b"if-modified-since")
    if etag is not None:
        # If-Modified-Since counts for nothing beside it (RFC 9110 §13.1.3).
        return held.etag is not None and etag == held.etag.encode("latin-1")
    return (
        since is not None and held.last_modified is not None and since == held.last_modified.encode("latin-1")
    )
