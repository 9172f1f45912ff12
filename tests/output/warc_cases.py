"""WARC files with one fault each, clean ones, and ones that are odd but legal.

The numbers are those of the table in docs/verify.md: 49 faults, 5 oddities, 19 clean files.
"""

from __future__ import annotations

import base64
import gzip
import hashlib

import brotli

from tests.output import forge
from tests.output.forge import PAGE, changed, fields_of, gz, http, member, record, request, response, revisit

CHUNKED = b"%x\r\n%b\r\n0\r\n\r\n" % (len(PAGE), PAGE)
CHUNKED_MESSAGE = http(CHUNKED, "Transfer-Encoding: chunked", length=None)
ZIPPED = gzip.compress(PAGE, mtime=0)
DNS = b"20260301120000\r\nmagazine.example. 60 IN A 192.0.2.7\r\n"


def of_message(block: bytes, **changes: str | None) -> bytes:
    """Return a response record of a message, without a payload digest unless one is given."""
    return response(1, block, **{"WARC_Payload_Digest": None, **changes})


def of_type(kind: str, media: str | None, block: bytes, **changes: str | None) -> bytes:
    """Return a record of a type with a block of a media type."""
    fields = changed(fields_of(kind, 3, block), Content_Type=media, **changes)
    return record(fields, block)


SHA256_BASE32 = "sha256:" + base64.b32encode(hashlib.sha256(PAGE).digest()).decode()


CLEAN = {
    "plain response": gz(response()),
    "204, empty payload": gz(of_message(http(b"", status="HTTP/1.1 204 No Content", length=None))),
    "chunked, digest over the entity": gz(of_message(CHUNKED_MESSAGE, WARC_Payload_Digest=forge.sha1(PAGE))),
    "chunked, digest as stored": gz(of_message(CHUNKED_MESSAGE, WARC_Payload_Digest=forge.sha1(CHUNKED))),
    "conversion": gz(of_type("conversion", "text/plain", b"Wind over the steppe.")),
    "dns": gz(of_type("response", "text/dns", DNS, WARC_Target_URI="dns:magazine.example")),
    "gzip as sent": gz(of_message(http(ZIPPED, "Content-Encoding: gzip"))),
    "IPv6": gz(response(WARC_IP_Address="2001:db8::7")),
    "metadata of another type": gz(of_type("metadata", "application/json", b"{}")),
    "milliseconds": gz(response(WARC_Date="2026-03-01T12:00:00.123Z")),
    "microseconds": gz(response(WARC_Date="2026-03-01T12:00:00.123456Z")),
    "proposed fields": gz(
        record(
            [
                *fields_of("response", 1, http()),
                ("WARC-Protocol", "http/1.1"),
                ("WARC-Protocol", "tls/1.3"),
                ("x-a", "b"),
            ],
            http(),
        )
    ),
    "sha256 in base32": gz(response(WARC_Payload_Digest=SHA256_BASE32)),
    "sha256 in hex": gz(response(WARC_Payload_Digest=forge.sha256(PAGE))),
    "lower-case HTTP names": gz(of_message(b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nhi")),
    "truncated": gz(of_message(http(PAGE, length=99999), WARC_Truncated="length")),
    "unicode in the target": gz(response(WARC_Target_URI="http://magazine.example/степь")),
    "warcinfo only": gz(),
    "chunked header renamed": gz(of_message(http(PAGE, "x-orig-transfer-encoding: chunked"))),
}
"""What the standard allows."""

ODD = {
    "21 unknown type": gz(of_type("snapshot", "text/plain", b"x")),
    "32 status line without reason": gz(of_message(http(status="HTTP/1.1 200"))),
    "34 Latin-1 in the HTTP head": gz(of_message(http(PAGE, "X-City: Zürich"))),
    "40 warcinfo in another file": member(response()),
    "48 sha1 in hex": gz(response(WARC_Payload_Digest="sha1:" + hashlib.sha1(PAGE).hexdigest())),
}
"""Legal, if odd."""

MORE_CLEAN = {
    "response, request, metadata": gz(
        response(), request(2, 1), forge.metadata(3, 1, "via: http://a.example/\n")
    ),
    "revisit of a response": gz(response(), revisit()),
    "revisit without a head": gz(response(), revisit(block=b"")),
    "br as sent": gz(of_message(http(brotli.compress(PAGE), "Content-Encoding: br"))),
    "plain file": forge.warcinfo() + response() + revisit(),
    "wget's brackets in 1.0": gz(
        record(
            changed(fields_of("response", 1, http()), WARC_Target_URI=f"<{forge.URL}>"),
            http(),
            version="WARC/1.0",
        )
    ),
    "revisit by address alone": gz(response(), revisit(WARC_Refers_To=None)),
    "revisit of an address that isn't here": gz(
        revisit(WARC_Refers_To=None, WARC_Refers_To_Target_URI="http://elsewhere.example/")
    ),
    "revisit of a chunked answer": gz(
        of_message(CHUNKED_MESSAGE), revisit(WARC_Payload_Digest=forge.sha256(PAGE))
    ),
    "revisit of a revisit": gz(response(), revisit(), revisit(6, WARC_Refers_To=forge.urn(5))),
    "revisit with a coarser date": gz(
        response(WARC_Date="2026-03-01T12:00:00.5Z"),
        revisit(WARC_Date="2026-03-02T12:00:00Z", WARC_Refers_To_Date="2026-03-01T12:00:00Z"),
    ),
    "not modified": gz(
        response(),
        revisit(
            block=b"HTTP/1.1 304 Not Modified\r\nETag: a\r\n\r\n",
            WARC_Profile="http://netpreserve.org/warc/1.1/revisit/server-not-modified",
            WARC_Payload_Digest=None,
        ),
    ),
}

WHOLE = gz(response())
LAST = len(gz())
BAD_CRC = bytearray(WHOLE)
BAD_CRC[-8] ^= 1
BAD_SIZE = bytearray(WHOLE)
BAD_SIZE[-1] ^= 1
FIELDS = fields_of("response", 1, http())


FAULTS = {
    "01 block digest": (gz(response(WARC_Block_Digest=forge.sha1(b"other"))), "WARC-Block-Digest is wrong"),
    "02 payload digest": (
        gz(response(WARC_Payload_Digest=forge.sha256(b""))),
        "WARC-Payload-Digest is wrong",
    ),
    "03 cut by sixty bytes": (WHOLE[:-60], "ends inside a gzip member"),
    "04 one big gzip": (
        member(forge.warcinfo() + response() + revisit()),
        "several records in one gzip member",
    ),
    "05 no record id": (gz(response(WARC_Record_ID=None)), "no WARC-Record-ID"),
    "06 no date": (gz(response(WARC_Date=None)), "no WARC-Date"),
    "07 date with a blank": (gz(response(WARC_Date="2026-03-01 12:00:00Z")), "WARC-Date is malformed"),
    "08 date with an offset": (gz(response(WARC_Date="2026-03-01T12:00:00+06:00")), "WARC-Date is malformed"),
    "09 length too small": (gz(record(FIELDS, http(), length=len(http()) - 10)), "bytes that are no record"),
    "10 length too big": (gz(record(FIELDS, http(), length=len(http()) + 10)), "the block ends early"),
    "11 no trailer": (gz(record(FIELDS, http(), trailer=b"")), "wrong line ends after the block"),
    "12 half a trailer": (gz(record(FIELDS, http(), trailer=b"\r\n")), "wrong line ends after the block"),
    "13 LF in the header": (gz(record(FIELDS, http(), end="\n")), "header lines end in bare LF"),
    "14 same id twice": (gz(response(), response()), "WARC-Record-ID stands twice"),
    "15 concurrent to nothing": (gz(response(), request(2, 77)), "WARC-Concurrent-To names no record here"),
    "16 no such warcinfo": (
        gz(response(WARC_Warcinfo_ID=forge.urn(9))),
        "WARC-Warcinfo-ID names no record here",
    ),
    "17 revisit without profile": (gz(response(), revisit(WARC_Profile=None)), "without WARC-Profile"),
    "18 revisit of nothing": (
        gz(response(), revisit(WARC_Refers_To=forge.urn(9))),
        "WARC-Refers-To names no record",
    ),
    "19 revisit of something else": (
        gz(response(), revisit(WARC_Payload_Digest=forge.sha1(b"other"))),
        "another payload digest than its original",
    ),
    "20 no type": (gz(response(WARC_Type=None)), "no WARC-Type"),
    "22 no target": (gz(response(WARC_Target_URI=None)), "without WARC-Target-URI"),
    "23 blank in the target": (gz(response(WARC_Target_URI="http://a.example/a b")), "no absolute URI"),
    "24 brackets in the target": (gz(response(WARC_Target_URI="<http://a.example/>")), "no absolute URI"),
    "25 relative target": (gz(response(WARC_Target_URI="/2005/4")), "no absolute URI"),
    "26 no content type": (gz(response(Content_Type=None)), "a block without Content-Type"),
    "27 chunked header, plain body": (
        gz(of_message(http(PAGE, "Transfer-Encoding: chunked", length=None))),
        "Transfer-Encoding says chunked, the body isn't",
    ),
    "28 gzip header, decoded body": (
        gz(of_message(http(PAGE, "Content-Encoding: gzip"))),
        "Content-Encoding says gzip, the body isn't",
    ),
    "29 HTTP length of the encoded body": (
        gz(of_message(http(PAGE, length=len(ZIPPED) - 40))),
        "HTTP Content-Length",
    ),
    "30 HTTP length too long": (gz(of_message(http(PAGE, length=9999))), "HTTP Content-Length disagrees"),
    "31 no status line": (gz(of_message(b"Content-Type: text/html\r\n\r\n" + PAGE)), "no HTTP/1 status line"),
    "33 HTTP/2 status line": (gz(of_message(http(status="HTTP/2 200"))), "no HTTP/1 status line"),
    "35 LF in the HTTP head": (
        gz(of_message(http().replace(b"\r\n", b"\n"))),
        "HTTP header lines end in bare LF",
    ),
    "36 fraction of a second in 1.0": (
        gz(record(changed(FIELDS, WARC_Date="2026-03-01T12:00:00.5Z"), http(), version="WARC/1.0")),
        "WARC-Date is malformed",
    ),
    "37 version 1.2": (gz(record(FIELDS, http(), version="WARC/1.2")), "an unknown WARC version"),
    "38 trailing garbage": (WHOLE + b"garbage", "7 bytes that are no gzip member"),
    "39 zeros between members": (gz() + bytes(9) + member(response()), "9 bytes that are no gzip member"),
    "41 empty member": (WHOLE + member(b""), "an empty gzip member"),
    "42 two records in a member": (gz(response() + request(2, 1)), "several records in one gzip member"),
    "43 wrong CRC32": (bytes(BAD_CRC), "the gzip member is corrupt"),
    "44 Latin-1 in the header": (gz(response(X_City="Z\udcfcrich")), "the header is not UTF-8"),
    "45 date twice": (gz(record([*FIELDS, ("WARC-Date", forge.DATE)], http())), "warc-date stands 2 times"),
    "46 bad address": (gz(response(WARC_IP_Address="192.0.2.777")), "WARC-IP-Address is no address"),
    "47 id without brackets": (gz(response(WARC_Record_ID="urn:uuid:1")), "no URI in angle brackets"),
    "49 revisit with a body": (gz(response(), revisit(block=http())), "a revisit that holds a body"),
    "50 empty file": (b"", "an empty file"),
    "51 no length": (gz(record(FIELDS, http(), length=None)), "no usable Content-Length"),
    "52 no HTTP in the block": (gz(of_message(PAGE)), "no HTTP/1 status line"),
    "53 warcinfo of another type": (
        member(forge.warcinfo().replace(b"application/warc-fields", b"text/plain")),
        "a warcinfo record of another type",
    ),
    "54 br header, decoded body": (
        gz(of_message(http(PAGE, "Content-Encoding: br"))),
        "Content-Encoding says br, the body isn't",
    ),
}
"""A file with one fault each, and what the verifier says of it."""

MORE_FAULTS = {
    "block digest malformed": (gz(response(WARC_Block_Digest="sha1:xyz")), "WARC-Block-Digest is wrong"),
    "cut by one byte": (WHOLE[:-1], "ends inside a gzip member"),
    "impossible date": (gz(response(WARC_Date="2026-02-30T12:00:00Z")), "WARC-Date is malformed"),
    "chunks without an end": (
        gz(of_message(http(CHUNKED[:-9], "Transfer-Encoding: chunked", length=None))),
        "the chunked body is broken",
    ),
    "wrong ISIZE": (bytes(BAD_SIZE), "the gzip member is corrupt"),
    "digest without algorithm": (gz(response(WARC_Block_Digest="ABC")), "WARC-Block-Digest is malformed"),
    "content type without a slash": (gz(of_type("metadata", "text", b"x")), "Content-Type is malformed"),
    "a field out of place": (
        gz(response(WARC_Filename="a.warc.gz")),
        "WARC-Filename has no place in a response record",
    ),
    "no field name": (gz(response().replace(b"WARC-Date:", b"WARC Date:")), "without a field name"),
    "not a WARC": (b"<html>no archive</html>", "bytes that are no record"),
    "an ARC": (b"filedesc://a.arc 0.0.0.0 20260101000000 text/plain 76\n", "an ARC file"),
    "revisit of another address": (
        gz(response(), revisit(WARC_Refers_To_Target_URI="http://magazine.example/other")),
        "WARC-Refers-To-Target-URI is not the original's",
    ),
    "revisit of another moment": (
        gz(response(), revisit(WARC_Refers_To_Date="2026-03-01T11:00:00Z")),
        "WARC-Refers-To-Date is not the original's",
    ),
    "revisit older than its original": (
        gz(response(), revisit(WARC_Date="2026-02-01T12:00:00Z")),
        "a revisit older than its original",
    ),
    "revisit of a request": (
        gz(response(), request(2, 1), revisit(WARC_Refers_To=forge.urn(2))),
        "a revisit of a request record",
    ),
    "revisit of itself": (
        gz(response(), revisit(WARC_Refers_To=forge.urn(5))),
        "a revisit of a revisit record",
    ),
    "revisit without a digest": (
        gz(response(), revisit(WARC_Payload_Digest=None)),
        "a revisit by payload digest without WARC-Payload-Digest",
    ),
    "revisit of a chunked answer with other bytes": (
        gz(of_message(CHUNKED_MESSAGE), revisit(WARC_Payload_Digest=forge.sha256(b"other"))),
        "another payload digest than its original",
    ),
    "revisit by address alone, of something else": (
        gz(response(), revisit(WARC_Refers_To=None, WARC_Payload_Digest=forge.sha1(b"other"))),
        "another payload digest than its original",
    ),
    "warcinfo that is a response": (
        gz(response(), response(2, WARC_Warcinfo_ID=forge.urn(1))),
        "WARC-Warcinfo-ID names a response record",
    ),
    "concurrent to itself": (gz(response(), request(2, 2)), "WARC-Concurrent-To names its own record"),
    "ours under another name": (
        member(forge.warcinfo("backissue/0.1.0", filename="b.warc.gz")) + member(response()),
        "WARC-Filename is not the file's name",
    ),
    "ours without a block digest": (
        member(forge.warcinfo("backissue/0.1.0", filename="a.warc.gz"))
        + member(response(WARC_Block_Digest=None)),
        "no WARC-Block-Digest",
    ),
    "ours with the request before its answer": (
        member(forge.warcinfo("backissue/0.1.0", filename="a.warc.gz"))
        + member(request(2, 1))
        + member(response()),
        "a record before the answer it belongs to",
    ),
}
"""Faults that aren't in the table."""
