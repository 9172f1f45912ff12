"""An exchange as WARC records: response or revisit, request and metadata, blocks exactly as received and sent.

Only the final answer, from its status line on, is the response record's block. Bytes that belong to no final
message (interim 1xx answers, what came behind the end, answers that are no HTTP) go in base64 into a `metadata`
record of type application/warc-fields, the one type that pywb doesn't take for a capture of the address.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from ipaddress import ip_address
from typing import TYPE_CHECKING

from output.dates import rfc3339
from output.http import MessageHead, is_http, parse_head, split_response
from output.warc.answer import HEAD_LIMIT, answer_facts
from output.warc.record import Base64, Literal, Part, Record, Span, one_line, sha256_of, uri_value
from output.warc.redaction import redact_request
from output.warc.tls import iana_cipher_suite, tls_protocol

if TYPE_CHECKING:
    from collections.abc import Callable

    from output.capture import Exchange
    from output.spool import Spool
    from output.warc.answer import AnswerFacts
    from output.warc.revisit import Revisit

Fields = list[tuple[str, str]]

_FIRST_LOOK = 1 << 16
_HTTP1 = re.compile(rb"HTTP/[0-9]\.[0-9]\Z")
_REQUEST_VERSION = re.compile(rb"[^\n]* (HTTP/[0-9]\.[0-9])\r?\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class ExchangeRecords:
    """The records of one exchange in the order they are written; `facts` is None where there is no `answer`.

    `answer` is a response record, or a revisit record where `revisit` says so.
    """

    answer: Record | None
    request: Record | None
    metadata: Record | None
    facts: AnswerFacts | None
    revisit: Revisit | None = None

    def in_order(self) -> tuple[Record, ...]:
        """Return those there are."""
        return tuple(one for one in (self.answer, self.request, self.metadata) if one is not None)


def exchange_records(
    exchange: Exchange,
    *,
    warcinfo_id: str,
    new_id: Callable[[], str],
    known: Callable[[AnswerFacts], Revisit | None] = lambda _: None,
) -> ExchangeRecords:
    """Return the records of `exchange`; `new_id` gives each its WARC-Record-ID.

    `known` is asked once of an answer and tells whether it is to be kept as a revisit, and of what. Never raises on
    anything received. WARC 1.1 §6.3 (response), §6.5 (request), §6.6 (metadata), §6.7 (revisit).
    """
    answer = _Answer.of(exchange)
    request = redact_request(exchange.request)
    facts = answer.facts()
    revisit = known(facts) if facts is not None else None
    answer_id = new_id() if facts is not None else None
    request_id = new_id() if request else None
    said = _metadata_block(exchange, answer, redacted=request != exchange.request)
    common = _common(exchange, warcinfo_id)
    made: Record | None = None
    if facts is not None and answer_id is not None:
        fields = [("WARC-Record-ID", answer_id), *common, *_protocol(exchange, answer.head.version)]
        made = (
            _response(exchange, answer, facts, fields, request_id)
            if revisit is None
            else _revisit(answer, revisit, fields, request_id)
        )
    return ExchangeRecords(
        answer=made,
        request=_request(exchange, request, common, request_id, answer_id) if request_id else None,
        metadata=_metadata(said, common, new_id(), request_id or answer_id) if said else None,
        facts=facts,
        revisit=revisit,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Answer:
    """What was received, taken apart; `is_final` says whether a final HTTP answer is in it."""

    spool: Spool
    start: int
    body: int
    end: int
    head: MessageHead
    is_final: bool

    @classmethod
    def of(cls, exchange: Exchange) -> _Answer:
        spool = exchange.response
        end = spool.size - exchange.excess
        window = min(end, _FIRST_LOOK)
        while True:
            begin = spool.head(window)
            layout = split_response(begin)
            if (
                layout.body is not None
                or window >= min(end, HEAD_LIMIT)
                or not is_http(begin[layout.start :])
            ):
                break
            window = min(end, window * 16)
        head = parse_head(begin[layout.start : layout.body])
        whole = layout.body is not None or window == end
        return cls(
            spool=spool,
            start=layout.start,
            body=end if layout.body is None else layout.body,
            end=end,
            head=head,
            is_final=whole and _HTTP1.match(head.version) is not None and head.status is not None,
        )

    @property
    def block(self) -> Part:
        return Span(self.spool, self.start, self.end)

    @property
    def head_block(self) -> Part:
        return Span(self.spool, self.start, self.body)

    def facts(self) -> AnswerFacts | None:
        """Return what is known of the final answer; the empty body's digest when its head never ended."""
        if not self.is_final:
            return None
        return answer_facts(self.head, self.spool.chunks(self.body, self.end))


def _response(
    exchange: Exchange, answer: _Answer, facts: AnswerFacts, common: Fields, request_id: str | None
) -> Record:
    fields = [("WARC-Type", "response"), *common]
    fields.append(("Content-Type", "application/http;msgtype=response"))
    fields.append(("WARC-Block-Digest", sha256_of((answer.block,))))
    if answer.head.get(b"transfer-encoding") is None and facts.payload_digest is not None:
        # With a transfer coding every digest fails one checker or another, see docs/decisions/0002.
        fields.append(("WARC-Payload-Digest", facts.payload_digest))
    if exchange.truncated is not None:
        fields.append(("WARC-Truncated", exchange.truncated))
    if request_id is not None:
        fields.append(("WARC-Concurrent-To", request_id))
    return Record(fields=tuple(fields), block=(answer.block,))


def _revisit(answer: _Answer, revisit: Revisit, common: Fields, request_id: str | None) -> Record:
    block = (answer.head_block if revisit.omits_payload else answer.block,)
    fields = [("WARC-Type", "revisit"), *common]
    fields.append(("Content-Type", "application/http;msgtype=response"))
    fields.append(("WARC-Block-Digest", sha256_of(block)))
    fields += revisit.fields()
    if request_id is not None:
        fields.append(("WARC-Concurrent-To", request_id))
    return Record(fields=tuple(fields), block=block)


def _request(
    exchange: Exchange, request: bytes, common: Fields, record_id: str, response_id: str | None
) -> Record:
    block = (Literal(request),)
    version = _REQUEST_VERSION.match(request)
    fields = [("WARC-Type", "request"), ("WARC-Record-ID", record_id), *common]
    fields += _protocol(exchange, version[1] if version else b"HTTP/1.1")
    fields.append(("Content-Type", "application/http;msgtype=request"))
    fields.append(("WARC-Block-Digest", sha256_of(block)))
    if response_id is not None:
        fields.append(("WARC-Concurrent-To", response_id))
    return Record(fields=tuple(fields), block=block)


def _metadata(block: tuple[Part, ...], common: Fields, record_id: str, beside: str | None) -> Record:
    fields = [("WARC-Type", "metadata"), ("WARC-Record-ID", record_id), *common]
    fields.append(("Content-Type", "application/warc-fields"))
    fields.append(("WARC-Block-Digest", sha256_of(block)))
    if beside is not None:
        fields.append(("WARC-Concurrent-To", beside))
    return Record(fields=tuple(fields), block=block)


def _common(exchange: Exchange, warcinfo_id: str) -> Fields:
    fields = [
        ("WARC-Target-URI", uri_value(exchange.target_uri)),
        ("WARC-Date", rfc3339(exchange.date)),
        ("WARC-Warcinfo-ID", warcinfo_id),
    ]
    address = _address(exchange.ip_address)
    if address is not None:
        fields.append(("WARC-IP-Address", address))
    return fields


def _address(found: str | None) -> str | None:
    """Return a server address without an IPv6 zone, None when it is none (a socket's path)."""
    if found is None:
        return None
    try:
        return str(ip_address(found.partition("%")[0]))
    except ValueError:
        return None


def _protocol(exchange: Exchange, version: bytes) -> Fields:
    """Return WARC-Protocol, once a layer (iipc/warc-specifications#42), and WARC-Cipher-Suite (#86)."""
    fields = [("WARC-Protocol", version.decode("ascii").lower())]
    if exchange.tls is not None:
        layer = tls_protocol(exchange.tls.version)
        suite = iana_cipher_suite(exchange.tls.cipher)
        if layer is not None:
            fields.append(("WARC-Protocol", layer))
        if suite is not None:
            fields.append(("WARC-Cipher-Suite", suite))
    return fields


def _metadata_block(exchange: Exchange, answer: _Answer, *, redacted: bool) -> tuple[Part, ...]:
    """Return the warc-fields that have something to say, as parts; none when there is nothing."""
    said: list[Part] = []

    def say(name: str, value: Part) -> None:
        said.extend((Literal(f"{name}: ".encode()), value, Literal(b"\r\n")))

    error = exchange.error
    if error is None and not answer.is_final:
        error = "the answer is no HTTP message" if answer.start < answer.end else "no answer was received"
    if exchange.via is not None:
        say("via", _text(uri_value(exchange.via)))
    if exchange.hops:
        say("hopsFromSeed", _text(exchange.hops))
    if error is not None:
        say("fetch-error", _text(error))
    if redacted:
        say("redacted", Literal(b"Proxy-Authorization"))
    if answer.start:
        say("interim-bytes-base64", Base64(Span(answer.spool, 0, answer.start)))
    if not answer.is_final and answer.start < answer.end:
        say("unparsable-bytes-base64", Base64(Span(answer.spool, answer.start, answer.end)))
    if answer.end < answer.spool.size:
        say("excess-bytes-base64", Base64(Span(answer.spool, answer.end, answer.spool.size)))
    return tuple(said)


def _text(value: str) -> Part:
    return Literal(one_line(value).encode("utf-8", "backslashreplace"))
