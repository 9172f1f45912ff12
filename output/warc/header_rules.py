"""What the standard asks of a record's header and of the line ends around it (WARC 1.1 §4 and §5)."""

from __future__ import annotations

import ipaddress
import re
from collections import Counter
from typing import TYPE_CHECKING

from output.dates import parse_warc_date
from output.fault import Finding, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from output.warc.stored import StoredRecord

VERSIONS = frozenset({"WARC/0.17", "WARC/0.18", "WARC/1.0", "WARC/1.1"})
MANDATORY = ("WARC-Type", "WARC-Record-ID", "WARC-Date")
NEEDS_TARGET = frozenset({"response", "request", "resource", "revisit", "conversion", "continuation"})
SINGLE = frozenset(
    {
        "warc-type",
        "warc-record-id",
        "warc-date",
        "content-length",
        "content-type",
        "warc-block-digest",
        "warc-payload-digest",
        "warc-ip-address",
        "warc-refers-to",
        "warc-refers-to-target-uri",
        "warc-refers-to-date",
        "warc-target-uri",
        "warc-truncated",
        "warc-warcinfo-id",
        "warc-filename",
        "warc-profile",
        "warc-identified-payload-type",
        "warc-segment-number",
        "warc-segment-origin-id",
        "warc-segment-total-length",
    }
)
"""Fields that may stand once in a record (WARC 1.1 §4: only WARC-Concurrent-To may be repeated)."""

_FETCHES = frozenset({"response", "resource", "request", "metadata", "revisit"})
PLACED = {
    "warc-concurrent-to": _FETCHES,
    "warc-ip-address": _FETCHES,
    "warc-refers-to": frozenset({"metadata", "revisit", "conversion"}),
    "warc-filename": frozenset({"warcinfo"}),
    "warc-profile": frozenset({"revisit"}),
    "warc-segment-origin-id": frozenset({"continuation"}),
    "warc-segment-total-length": frozenset({"continuation"}),
}
"""Fields that may only stand in records of these types (WARC 1.1 §5)."""

IDS = frozenset({"warc-record-id", "warc-concurrent-to", "warc-warcinfo-id", "warc-refers-to"})

_ID = re.compile(r"<[A-Za-z][A-Za-z0-9+.-]*:[^\s<>]+>")
_NAME = re.compile(rb"[!#$%&'*+.^_`|~0-9A-Za-z-]+:")
_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S*")
_DIGEST = re.compile(r"[!-9;-~]+:[!-~]+")
_MEDIA_TYPE = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+/[!#$%&'*+.^_`|~0-9A-Za-z-]+[ \t]*(;.*)?")
_TO_SECONDS = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", re.ASCII)
_W3C = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,9})?)?Z)?)?)?", re.ASCII)


def header_findings(record: StoredRecord) -> Iterator[Finding]:
    """Yield what is wrong with the record's header and trailer, whatever its block holds."""
    yield from _syntax(record)
    if record.version not in VERSIONS:
        yield Finding(problem="an unknown WARC version", expected="0.17 to 1.1", found=shown(record.version))
    for name in MANDATORY:
        if not record.get(name):
            yield Finding(problem=f"no {name}")
    counted = Counter(name.lower() for name, _ in record.headers)
    for name in sorted(SINGLE & counted.keys()):
        if counted[name] > 1:
            yield Finding(problem=f"{name} stands {counted[name]} times", expected="once")
    yield from _values(record)
    yield from _forms(record)
    yield from _by_type(record)


def trailer_findings(record: StoredRecord) -> Iterator[Finding]:
    """Yield a finding unless exactly two CRLF stand after the block (WARC 1.1 §4)."""
    if record.trailer != b"\r\n\r\n":
        found = shown(record.trailer) if record.trailer else "nothing"
        yield Finding(problem="wrong line ends after the block", expected="CRLF CRLF", found=found)


def our_findings(record: StoredRecord, name: str, *, first: bool) -> Iterator[Finding]:
    """Yield what a file of backissue's own doesn't have that all of them have; `name` is the file's bare name."""
    if record.get("WARC-Block-Digest") is None:
        yield Finding(problem="no WARC-Block-Digest", expected="one in every record of backissue's")
    if record.type == "warcinfo":
        if not first:
            yield Finding(problem="a warcinfo record in the middle", expected="one, as the first record")
        told = record.get("WARC-Filename")
        if told != name:
            yield Finding(problem="WARC-Filename is not the file's name", expected=name, found=told or "none")
    elif record.get("WARC-Warcinfo-ID") is None:
        yield Finding(problem="no WARC-Warcinfo-ID", expected="the first record's id")


def _syntax(record: StoredRecord) -> Iterator[Finding]:
    lines = record.head.split(b"\n")[:-1]
    if any(not line.endswith(b"\r") for line in lines):
        yield Finding(problem="header lines end in bare LF", expected="CRLF")
    try:
        record.head.decode("utf-8")
    except UnicodeDecodeError as error:
        yield Finding(problem="the header is not UTF-8", found=shown(record.head[error.start : error.end]))
    for line in lines[1:-1]:
        if line[:1] not in {b" ", b"\t"} and not _NAME.match(line):
            yield Finding(problem="a header line without a field name", found=shown(line.rstrip(b"\r")))


def _values(record: StoredRecord) -> Iterator[Finding]:
    for name, value in record.headers:
        if name.lower() in IDS and not _ID.fullmatch(value):
            yield Finding(problem=f"{name} is no URI in angle brackets", found=shown(value))
    date = record.get("WARC-Date")
    if date:
        yield from _date(date, record.version)
    address = record.get("WARC-IP-Address")
    if address is not None:
        try:
            ipaddress.ip_address(address)
        except ValueError:
            yield Finding(problem="WARC-IP-Address is no address", found=shown(address))
    uri = record.target_uri_as_stored
    if uri is not None:
        # The grammar of 1.0 puts the URI in brackets, and wget follows it; 1.1 took them away.
        bare = uri if record.version == "WARC/1.1" else (record.target_uri or "")
        if not _ABSOLUTE.fullmatch(bare) or "<" in bare or ">" in bare:
            yield Finding(problem="WARC-Target-URI is no absolute URI", found=shown(uri))


def _forms(record: StoredRecord) -> Iterator[Finding]:
    for name in ("WARC-Block-Digest", "WARC-Payload-Digest"):
        digest = record.get(name)
        if digest is not None and not _DIGEST.fullmatch(digest):
            yield Finding(problem=f"{name} is malformed", expected="algorithm:value", found=shown(digest))
    media = record.get("Content-Type")
    if media is not None and not _MEDIA_TYPE.fullmatch(media):
        yield Finding(problem="Content-Type is malformed", expected="type/subtype", found=shown(media))


def _date(date: str, version: str) -> Iterator[Finding]:
    form = _W3C if version == "WARC/1.1" else _TO_SECONDS
    try:
        if form.fullmatch(date):
            parse_warc_date(date)
            return
    except ValueError:
        pass
    expected = "W3C-DTF in UTC" if form is _W3C else "YYYY-MM-DDThh:mm:ssZ"
    yield Finding(problem="WARC-Date is malformed", expected=expected, found=shown(date))


def _by_type(record: StoredRecord) -> Iterator[Finding]:
    kind = record.type
    if kind in NEEDS_TARGET and not record.target_uri:
        yield Finding(problem=f"a {kind} record without WARC-Target-URI")
    for name, _ in record.headers:
        allowed = PLACED.get(name.lower())
        if allowed is not None and kind in NEEDS_TARGET | {"warcinfo", "metadata"} and kind not in allowed:
            yield Finding(problem=f"{name} has no place in a {kind} record")
    if kind == "warcinfo" and record.target_uri is not None:
        yield Finding(problem="WARC-Target-URI has no place in a warcinfo record")
    if kind == "revisit" and not record.get("WARC-Profile"):
        yield Finding(problem="a revisit record without WARC-Profile")
    if "identical-payload-digest" in (record.get("WARC-Profile") or "") and not record.get(
        "WARC-Payload-Digest"
    ):
        yield Finding(problem="a revisit by payload digest without WARC-Payload-Digest")
    if kind != "continuation" and record.block_length and record.content_type is None:
        yield Finding(problem="a block without Content-Type")
    if kind == "warcinfo" and record.content_type not in {None, "application/warc-fields"}:
        yield Finding(
            problem="a warcinfo record of another type",
            expected="application/warc-fields",
            found=shown(record.content_type or ""),
        )
