"""The fields by which records name each other (WARC 1.1 §5), held against the records that are there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from output.dates import parse_warc_date
from output.fault import Fault
from output.found_records import FoundRecord, Tie
from output.warc.block_rules import same_digest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from output.found_records import FoundRecords
    from output.warc.stored import StoredRecord

_TIES = ("warc-concurrent-to", "warc-warcinfo-id", "warc-refers-to", "warc-segment-origin-id")
_ANSWERS = frozenset({"response", "revisit"})
_ORIGINALS = frozenset({"response", "resource", "revisit", "conversion", "metadata"})


def ties_of(record: StoredRecord, file: str, offset: int, *, ours: bool) -> Iterator[Tie]:
    """Yield the fields of `record` that name others."""
    named = [(name, value) for name, value in record.headers if name.lower() in _TIES]
    kind = record.type
    for name, value in named:
        if kind != "revisit" or name.lower() != "warc-refers-to":
            yield Tie(
                name=name,
                value=value,
                file=file,
                offset=offset,
                record_id=record.record_id,
                type=kind,
                ours=ours,
            )
    if kind == "revisit":
        yield Tie(
            name="WARC-Refers-To",
            value=record.get("WARC-Refers-To"),
            file=file,
            offset=offset,
            record_id=record.record_id,
            type=kind,
            ours=ours,
            date=record.get("WARC-Date"),
            stated=record.get("WARC-Payload-Digest"),
            to_uri=record.get("WARC-Refers-To-Target-URI"),
            to_date=record.get("WARC-Refers-To-Date"),
        )


def link_faults(found: FoundRecords) -> Iterator[Fault]:
    """Yield ids that stand twice, ties to no or the wrong record, and revisits that differ from their original."""
    for record in found.repeated():
        yield Fault(
            file=record.file,
            offset=record.place,
            problem="WARC-Record-ID stands twice",
            found=record.record_id,
        )
    warcinfo = found.has_warcinfo()
    for tie in found.ties():
        if tie.type == "revisit" and tie.name == "WARC-Refers-To":
            yield from _revisit_faults(tie, found)
            continue
        named = found.with_id(tie.value or "")
        if named is None:
            # Without any warcinfo at hand it stands in a file that wasn't given (WARC 1.1 §5.12 allows that).
            if warcinfo or tie.name.lower() != "warc-warcinfo-id":
                yield _fault(tie, f"{tie.name} names no record here", found=tie.value)
        else:
            yield from _tie_faults(tie, named)


def _tie_faults(tie: Tie, named: FoundRecord) -> Iterator[Fault]:
    name = tie.name.lower()
    if name == "warc-warcinfo-id" and named.type != "warcinfo":
        yield _fault(tie, f"{tie.name} names a {named.type} record", expected="a warcinfo record")
    if name == "warc-concurrent-to":
        if tie.value == tie.record_id:
            yield _fault(tie, f"{tie.name} names its own record")
        elif tie.ours and named.type in _ANSWERS and (named.file != tie.file or named.place > tie.offset):
            place = f"{named.file} at byte {named.place}"
            yield _fault(tie, "a record before the answer it belongs to", expected="behind it", found=place)


def _revisit_faults(tie: Tie, found: FoundRecords) -> Iterator[Fault]:
    """Yield where a revisit doesn't agree with the record it refers to (WARC 1.1 §6.7)."""
    if tie.value is not None:
        original = found.with_id(tie.value)
        if original is None:
            yield _fault(tie, "WARC-Refers-To names no record here", found=tie.value)
            return
        if original.type not in _ORIGINALS or tie.value == tie.record_id:
            yield _fault(tie, f"a revisit of a {original.type} record", expected="the answer it repeats")
            return
        if tie.to_uri is not None and _bare(tie.to_uri) != original.uri:
            yield _fault(
                tie,
                "WARC-Refers-To-Target-URI is not the original's",
                expected=original.uri,
                found=tie.to_uri,
            )
        if tie.to_date is not None and original.date and not _same_moment(tie.to_date, original.date):
            yield _fault(
                tie, "WARC-Refers-To-Date is not the original's", expected=original.date, found=tie.to_date
            )
    else:
        original = _by_address(tie, found)
        if original is None:
            return
    own, first = _moment(tie.date), _moment(original.date)
    if own is not None and first is not None and own < first and not _same_moment(tie.date, original.date):
        yield _fault(
            tie, "a revisit older than its original", expected=f"after {original.date}", found=tie.date
        )
    known = [one for one in (original.stated, original.entity) if one is not None]
    verdicts = [same_digest(one, tie.stated) for one in known] if tie.stated is not None else []
    if False in verdicts and True not in verdicts:
        yield _fault(
            tie,
            "a revisit with another payload digest than its original",
            expected=known[verdicts.index(False)],
            found=tie.stated,
        )


def _by_address(tie: Tie, found: FoundRecords) -> FoundRecord | None:
    if tie.to_uri is None or tie.to_date is None:
        return None
    same = (one for one in found.fetched(_bare(tie.to_uri)) if _same_moment(one.date, tie.to_date))
    return next(same, None)


def _bare(uri: str) -> str:
    return uri[1:-1] if uri.startswith("<") and uri.endswith(">") else uri


def _moment(date: str | None) -> datetime | None:
    try:
        return parse_warc_date(date) if date is not None else None
    except ValueError:
        return None


def _same_moment(one: str | None, other: str | None) -> bool:
    """Say whether two dates are the same as far as the coarser one goes; unreadable ones are not told apart."""
    first, second = _moment(one), _moment(other)
    if first is None or second is None or first == second:
        return True
    exact = "." in (one or "") and "." in (other or "")
    return not exact and first.replace(microsecond=0) == second.replace(microsecond=0)


def _fault(tie: Tie, problem: str, *, expected: str | None = None, found: str | None = None) -> Fault:
    return Fault(file=tie.file, offset=tie.offset, problem=problem, expected=expected, found=found)
