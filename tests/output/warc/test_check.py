"""The verifier: faults of every kind are found, and what is clean or legal but odd gives no alarm."""

from __future__ import annotations

import base64
import gzip
import hashlib
from typing import TYPE_CHECKING

import brotli
import pytest

from output.warc.check import check_warc, check_warcs
from tests.output import forge
from tests.output.forge import PAGE, changed, fields_of, gz, http, member, record, request, response, revisit

if TYPE_CHECKING:
    from pathlib import Path

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
    "response, request, metadata": gz(
        response(), request(2, 1), forge.metadata(3, 1, "via: http://a.example/\n")
    ),
    "revisit of a response": gz(response(), revisit()),
    "revisit without a head": gz(response(), revisit(block=b"")),
    "204, empty payload": gz(of_message(http(b"", status="HTTP/1.1 204 No Content", length=None))),
    "chunked, digest over the entity": gz(of_message(CHUNKED_MESSAGE, WARC_Payload_Digest=forge.sha1(PAGE))),
    "chunked, digest as stored": gz(of_message(CHUNKED_MESSAGE, WARC_Payload_Digest=forge.sha1(CHUNKED))),
    "gzip as sent": gz(of_message(http(ZIPPED, "Content-Encoding: gzip"))),
    "br as sent": gz(of_message(http(brotli.compress(PAGE), "Content-Encoding: br"))),
    "conversion": gz(of_type("conversion", "text/plain", b"Wind over the steppe.")),
    "dns": gz(of_type("response", "text/dns", DNS, WARC_Target_URI="dns:magazine.example")),
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
    "plain file": forge.warcinfo() + response() + revisit(),
    # Legal, if odd:
    "unknown type": gz(of_type("snapshot", "text/plain", b"x")),
    "status line without reason": gz(of_message(http(status="HTTP/1.1 200"))),
    "Latin-1 in the HTTP head": gz(of_message(http(PAGE, "X-City: Zürich"))),
    "warcinfo in another file": member(response()),
    "sha1 in hex": gz(response(WARC_Payload_Digest="sha1:" + hashlib.sha1(PAGE).hexdigest())),
    "wget's brackets in 1.0": gz(
        record(
            changed(fields_of("response", 1, http()), WARC_Target_URI=f"<{forge.URL}>"),
            http(),
            version="WARC/1.0",
        )
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
    "block digest": (gz(response(WARC_Block_Digest=forge.sha1(b"other"))), "WARC-Block-Digest is wrong"),
    "block digest malformed": (gz(response(WARC_Block_Digest="sha1:xyz")), "WARC-Block-Digest is wrong"),
    "payload digest": (gz(response(WARC_Payload_Digest=forge.sha256(b""))), "WARC-Payload-Digest is wrong"),
    "cut by sixty bytes": (WHOLE[:-60], "ends inside a gzip member"),
    "cut by one byte": (WHOLE[:-1], "ends inside a gzip member"),
    "one big gzip": (member(forge.warcinfo() + response() + revisit()), "several records in one gzip member"),
    "no record id": (gz(response(WARC_Record_ID=None)), "no WARC-Record-ID"),
    "no date": (gz(response(WARC_Date=None)), "no WARC-Date"),
    "date with a blank": (gz(response(WARC_Date="2026-03-01 12:00:00Z")), "WARC-Date is malformed"),
    "impossible date": (gz(response(WARC_Date="2026-02-30T12:00:00Z")), "WARC-Date is malformed"),
    "date with an offset": (gz(response(WARC_Date="2026-03-01T12:00:00+06:00")), "WARC-Date is malformed"),
    "length too small": (gz(record(FIELDS, http(), length=len(http()) - 10)), "bytes that are no record"),
    "length too big": (gz(record(FIELDS, http(), length=len(http()) + 10)), "the block ends early"),
    "no trailer": (gz(record(FIELDS, http(), trailer=b"")), "wrong line ends after the block"),
    "half a trailer": (gz(record(FIELDS, http(), trailer=b"\r\n")), "wrong line ends after the block"),
    "LF in the header": (gz(record(FIELDS, http(), end="\n")), "header lines end in bare LF"),
    "same id twice": (gz(response(), response()), "WARC-Record-ID stands twice"),
    "concurrent to nothing": (gz(response(), request(2, 77)), "WARC-Concurrent-To names no record here"),
    "no such warcinfo": (
        gz(response(WARC_Warcinfo_ID=forge.urn(9))),
        "WARC-Warcinfo-ID names no record here",
    ),
    "revisit without profile": (gz(response(), revisit(WARC_Profile=None)), "without WARC-Profile"),
    "revisit of nothing": (
        gz(response(), revisit(WARC_Refers_To=forge.urn(9))),
        "WARC-Refers-To names no record",
    ),
    "revisit of something else": (
        gz(response(), revisit(WARC_Payload_Digest=forge.sha1(b"other"))),
        "another payload digest than its original",
    ),
    "no type": (gz(response(WARC_Type=None)), "no WARC-Type"),
    "no target": (gz(response(WARC_Target_URI=None)), "without WARC-Target-URI"),
    "blank in the target": (gz(response(WARC_Target_URI="http://a.example/a b")), "no absolute URI"),
    "brackets in the target": (gz(response(WARC_Target_URI="<http://a.example/>")), "no absolute URI"),
    "relative target": (gz(response(WARC_Target_URI="/2005/4")), "no absolute URI"),
    "no content type": (gz(response(Content_Type=None)), "a block without Content-Type"),
    "chunked header, plain body": (
        gz(of_message(http(PAGE, "Transfer-Encoding: chunked", length=None))),
        "Transfer-Encoding says chunked, the body isn't",
    ),
    "chunks without an end": (
        gz(of_message(http(CHUNKED[:-9], "Transfer-Encoding: chunked", length=None))),
        "the chunked body is broken",
    ),
    "gzip header, decoded body": (
        gz(of_message(http(PAGE, "Content-Encoding: gzip"))),
        "Content-Encoding says gzip, the body isn't",
    ),
    "br header, decoded body": (
        gz(of_message(http(PAGE, "Content-Encoding: br"))),
        "Content-Encoding says br, the body isn't",
    ),
    "HTTP length of the encoded body": (
        gz(of_message(http(PAGE, length=len(ZIPPED) - 40))),
        "HTTP Content-Length",
    ),
    "HTTP length too long": (gz(of_message(http(PAGE, length=9999))), "HTTP Content-Length disagrees"),
    "no status line": (gz(of_message(b"Content-Type: text/html\r\n\r\n" + PAGE)), "no HTTP/1 status line"),
    "HTTP/2 status line": (gz(of_message(http(status="HTTP/2 200"))), "no HTTP/1 status line"),
    "LF in the HTTP head": (
        gz(of_message(http().replace(b"\r\n", b"\n"))),
        "HTTP header lines end in bare LF",
    ),
    "fraction of a second in 1.0": (
        gz(record(changed(FIELDS, WARC_Date="2026-03-01T12:00:00.5Z"), http(), version="WARC/1.0")),
        "WARC-Date is malformed",
    ),
    "version 1.2": (gz(record(FIELDS, http(), version="WARC/1.2")), "an unknown WARC version"),
    "trailing garbage": (WHOLE + b"garbage", "7 bytes that are no gzip member"),
    "zeros between members": (gz() + bytes(9) + member(response()), "9 bytes that are no gzip member"),
    "empty member": (WHOLE + member(b""), "an empty gzip member"),
    "two records in a member": (gz(response() + request(2, 1)), "several records in one gzip member"),
    "wrong CRC32": (bytes(BAD_CRC), "the gzip member is corrupt"),
    "wrong ISIZE": (bytes(BAD_SIZE), "the gzip member is corrupt"),
    "Latin-1 in the header": (gz(response(X_City="Z\udcfcrich")), "the header is not UTF-8"),
    "date twice": (gz(record([*FIELDS, ("WARC-Date", forge.DATE)], http())), "warc-date stands 2 times"),
    "bad address": (gz(response(WARC_IP_Address="192.0.2.777")), "WARC-IP-Address is no address"),
    "id without brackets": (gz(response(WARC_Record_ID="urn:uuid:1")), "no URI in angle brackets"),
    "revisit with a body": (gz(response(), revisit(block=http())), "a revisit that holds a body"),
    "empty file": (b"", "an empty file"),
    "no length": (gz(record(FIELDS, http(), length=None)), "no usable Content-Length"),
    "no HTTP in the block": (gz(of_message(PAGE)), "no HTTP/1 status line"),
    "warcinfo of another type": (
        member(forge.warcinfo().replace(b"application/warc-fields", b"text/plain")),
        "a warcinfo record of another type",
    ),
    "digest without algorithm": (gz(response(WARC_Block_Digest="ABC")), "WARC-Block-Digest is malformed"),
    "content type without a slash": (gz(of_type("metadata", "text", b"x")), "Content-Type is malformed"),
    "a field out of place": (
        gz(response(WARC_Filename="a.warc.gz")),
        "WARC-Filename has no place in a response record",
    ),
    "no field name": (gz(response().replace(b"WARC-Date:", b"WARC Date:")), "without a field name"),
    "not a WARC": (b"<html>no archive</html>", "bytes that are no record"),
    "an ARC": (b"filedesc://a.arc 0.0.0.0 20260101000000 text/plain 76\n", "an ARC file"),
}


@pytest.mark.parametrize("name", CLEAN)
def test_clean_files_give_no_alarm(tmp_path: Path, name: str) -> None:
    """What the standard allows is left alone."""
    path = tmp_path / "a.warc.gz"
    path.write_bytes(CLEAN[name])
    assert [str(fault) for fault in check_warc(path)] == []


@pytest.mark.parametrize("name", FAULTS)
def test_faults_are_found_and_named_with_their_file(tmp_path: Path, name: str) -> None:
    """Each kind of fault is found, with the file's name in the line."""
    path = tmp_path / "a.warc.gz"
    data, problem = FAULTS[name]
    path.write_bytes(data)
    faults = list(check_warc(path))
    assert any(problem in fault.problem for fault in faults), [str(fault) for fault in faults]
    assert {fault.file for fault in faults} == {str(path)}


def test_a_fault_has_the_offset_of_its_member_and_the_check_goes_on(tmp_path: Path) -> None:
    """Two faults in a file are both found, each at its record's first byte."""
    path = tmp_path / "a.warc.gz"
    bad = response(2, WARC_Payload_Digest=forge.sha1(b"x"))
    path.write_bytes(gz(bad, response(3), response(4, WARC_Date="soon")))
    second = len(gz(bad, response(3)))
    assert [(fault.offset, fault.problem) for fault in check_warc(path)] == [
        (LAST, "WARC-Payload-Digest is wrong"),
        (second, "WARC-Date is malformed"),
    ]


def test_records_may_refer_to_each_other_across_files(tmp_path: Path) -> None:
    """A revisit whose original is in another file of the set is no fault; alone it is."""
    first, second = tmp_path / "a.warc.gz", tmp_path / "b.warc.gz"
    first.write_bytes(gz(response()))
    second.write_bytes(
        b"".join(member(one) for one in (forge.warcinfo(number=90), revisit(WARC_Warcinfo_ID=forge.urn(90))))
    )
    assert list(check_warcs([second, first])) == []
    assert [fault.problem for fault in check_warc(second)] == ["WARC-Refers-To names no record here"]


def test_every_cut_of_a_file_is_seen(tmp_path: Path) -> None:
    """A file that lost any number of bytes is never taken for whole, except at a member's end."""
    path = tmp_path / "a.warc.gz"
    for size in range(1, len(WHOLE)):
        path.write_bytes(WHOLE[:size])
        assert (list(check_warc(path)) == []) == (size == LAST), size


def test_what_a_server_got_wrong_is_no_fault_of_an_archive_of_the_wire(tmp_path: Path) -> None:
    """Our own records are what came; a server that lies about a coding doesn't make the archive damaged."""
    path = tmp_path / "a.warc.gz"
    lie = of_message(http(PAGE, "Content-Encoding: gzip"))
    path.write_bytes(member(forge.warcinfo("backissue/0.1.0")) + member(lie))
    assert list(check_warc(path)) == []


def test_a_missing_file_is_a_fault(tmp_path: Path) -> None:
    """A file that can't be opened is told like any other fault, and the next one is checked."""
    path = tmp_path / "a.warc.gz"
    path.write_bytes(WHOLE)
    faults = list(check_warcs([tmp_path / "gone.warc.gz", path]))
    assert [fault.problem for fault in faults] == ["can't be read (No such file or directory)"]
