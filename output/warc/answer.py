"""What index and ledger say of an answer, the same whether it just came or is read back."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from output.http import EntityDigest, is_http, parse_head, split_response

if TYPE_CHECKING:
    from collections.abc import Iterable

    from output.http import MessageHead
    from output.warc.stored import StoredRecord

HEAD_LIMIT = 1 << 20
"""Bytes in which an answer's head must end, interim answers included; a longer one is no HTTP message to anybody."""

EMPTY_PAYLOAD = EntityDigest(()).digest()
"""The digest of an entity-body of no bytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerFacts:
    """Status, media type as it came, the entity-body's digest, and the validators (header values, Latin-1).

    `transfer_coded` tells whether there is a Transfer-Encoding.
    `status` is None where a stored block has no HTTP head, `payload_digest` where a revisit states none.
    """

    status: int | None
    mime: str | None
    payload_digest: str | None
    etag: str | None = None
    last_modified: str | None = None
    transfer_coded: bool = False

    @property
    def has_payload(self) -> bool:
        """Whether it is a 2xx with a body: what a later answer may be a revisit of."""
        brought = self.payload_digest not in {None, EMPTY_PAYLOAD}
        return brought and self.status is not None and 200 <= self.status < 300


def media_type(head: MessageHead) -> str | None:
    """Return the Content-Type up to its first `;` or blank, as it came, None when there is none."""
    value = head.get(b"content-type")
    return None if value is None else re.split(r"[;\s]", value.decode("latin-1"), maxsplit=1)[0] or None


def answer_facts(head: MessageHead, body: Iterable[bytes]) -> AnswerFacts:
    """Return the facts of an answer with this head and the bytes behind it, transfer coding and all."""
    entity = EntityDigest(head.headers)
    for chunk in body:
        entity.update(chunk)
    return _facts(head, entity.digest())


def stored_facts(record: StoredRecord) -> AnswerFacts:
    """Return the facts of a response or revisit record.

    The digest is the one that the record states, of whatever kind, or else the entity-body's.
    """
    begin = record.start(min(record.block_length, HEAD_LIMIT))
    layout = split_response(begin)
    answered = is_http(begin[layout.start :])
    head = parse_head(begin[layout.start : layout.body] if answered else b"")
    digest = record.get("WARC-Payload-Digest")
    if digest is None and record.type != "revisit":
        body_at = layout.body if layout.body is not None else record.block_length if answered else 0
        digest = payload_digest(record, head, body_at)
    if answered:
        return _facts(head, digest)
    return AnswerFacts(status=None, mime=record.content_type, payload_digest=digest)


def payload_digest(record: StoredRecord, head: MessageHead, body_at: int) -> str:
    """Return the digest of the entity-body that begins at byte `body_at` of the record's block."""
    entity = EntityDigest(head.headers)
    skip = body_at
    for chunk in record.chunks():
        entity.update(chunk[skip:])
        skip = max(0, skip - len(chunk))
    return entity.digest()


def _facts(head: MessageHead, digest: str | None) -> AnswerFacts:
    return AnswerFacts(
        status=head.status,
        mime=media_type(head),
        payload_digest=digest,
        etag=_value(head, b"etag"),
        last_modified=_value(head, b"last-modified"),
        transfer_coded=head.get(b"transfer-encoding") is not None,
    )


def _value(head: MessageHead, name: bytes) -> str | None:
    value = head.get(name)
    return value.decode("latin-1") if value else None
