"""WARC files held against the standard and against themselves, from first byte to last gzip trailer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from output.errors import UsageError
from output.fault import Fault, Finding
from output.warc.block_rules import digest_findings, http_findings, same_digest
from output.warc.exchange import record_fields
from output.warc.header_rules import header_findings, trailer_findings
from output.warc.stretch import plain_inflater
from output.warc.walk import Damage, walk

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from output.warc.framing import OpenFile
    from output.warc.stored import StoredRecord

_TIES = ("warc-concurrent-to", "warc-warcinfo-id", "warc-refers-to")


@dataclass(frozen=True, slots=True, kw_only=True)
class WarcSource:
    """A WARC file to be checked: how it is opened, its bare name, and the name its faults are told under."""

    open_file: OpenFile
    name: str
    file: str

    @classmethod
    def of(cls, path: Path) -> WarcSource:
        """Return the file at `path`."""
        return cls(open_file=lambda: path.open("rb"), name=path.name, file=str(path))


def check_warc(path: Path) -> Iterator[Fault]:
    """Yield everything wrong with the WARC file at `path`, taken by itself, in file order; links last."""
    return check_warcs([path])


def check_warcs(paths: Iterable[Path]) -> Iterator[Fault]:
    """Yield everything wrong with these WARC files, whose records may refer to each other.

    After a fault the check goes on. A file that can't be read is a fault too; nothing is raised.
    """
    return check_sources(WarcSource.of(path) for path in paths)


def check_sources(sources: Iterable[WarcSource]) -> Iterator[Fault]:
    """Yield what `check_warcs` does, for files wherever they are kept."""
    links = _Links()
    for source in sources:
        try:
            yield from _check_file(source, links)
        except OSError as error:
            problem = f"can't be read ({error.strerror or error})"
            yield Fault(file=source.file, offset=None, problem=problem)
        except UsageError as error:
            yield Fault(file=source.file, offset=0, problem=error.problem, expected=error.expected)
    yield from links.faults()


def _check_file(source: WarcSource, links: _Links) -> Iterator[Fault]:
    file = source.file
    empty = True
    as_received = False
    # zlib, not isal, which wrote the file: a judge should be someone else.
    for found in walk(source.open_file, source.name, inflater=plain_inflater):
        empty = False
        if isinstance(found, Damage):
            yield Fault(
                file=file,
                offset=found.offset,
                problem=found.problem,
                expected=found.expected,
                found=found.found,
            )
            if found.record is not None:
                for finding in header_findings(found.record):
                    yield _placed(finding, file, found.offset)
                yield from links.add(found.record, file, found.offset)
            continue
        if found.type == "warcinfo":
            as_received = _wire_exact(found)
        offset = found.offset or 0
        for finding in _findings(found, as_received=as_received):
            yield _placed(finding, file, offset)
        yield from links.add(found, file, offset)
    if empty:
        yield Fault(file=file, offset=0, problem="an empty file", expected="at least one record")


def _findings(record: StoredRecord, *, as_received: bool) -> Iterator[Finding]:
    yield from header_findings(record)
    yield from trailer_findings(record)
    yield from digest_findings(record)
    if not as_received:
        yield from http_findings(record)


def _wire_exact(info: StoredRecord) -> bool:
    """Say whether the records are bytes off the wire, and what an HTTP head gets wrong its server's doing."""
    return any(
        name.lower() == "software" and value.lower().startswith("backissue")
        for name, value in record_fields(info)
    )


class _Links:
    """Record ids and the fields that name them, over all the files that are checked together."""

    def __init__(self) -> None:
        self._ids: dict[str, str | None] = {}
        self._ties: list[tuple[str, str, str, int]] = []
        self._revisits: list[tuple[str, str, str, int]] = []
        self._warcinfo = False

    def add(self, record: StoredRecord, file: str, offset: int) -> Iterator[Fault]:
        """Take a record; yield a fault when its id was there before."""
        own = record.record_id
        if own is not None:
            if own in self._ids:
                yield Fault(file=file, offset=offset, problem="WARC-Record-ID stands twice", found=own)
            payload = None if record.type == "revisit" else record.get("WARC-Payload-Digest")
            self._ids.setdefault(own, payload)
        self._warcinfo = self._warcinfo or record.type == "warcinfo"
        for name, value in record.headers:
            if name.lower() in _TIES:
                self._ties.append((name, value, file, offset))
        refers, payload = record.get("WARC-Refers-To"), record.get("WARC-Payload-Digest")
        if record.type == "revisit" and refers is not None and payload is not None:
            self._revisits.append((refers, payload, file, offset))

    def faults(self) -> Iterator[Fault]:
        """Yield ids that name no record, and revisits that have another payload than their original."""
        for name, value, file, offset in self._ties:
            # Without any warcinfo at hand it stands in a file that wasn't given (WARC 1.1 §5.12 allows that).
            if value in self._ids or (name.lower() == "warc-warcinfo-id" and not self._warcinfo):
                continue
            yield Fault(file=file, offset=offset, problem=f"{name} names no record here", found=value)
        for refers, payload, file, offset in self._revisits:
            original = self._ids.get(refers)
            if original is not None and same_digest(original, payload) is False:
                yield Fault(
                    file=file,
                    offset=offset,
                    problem="a revisit with another payload digest than its original",
                    expected=original,
                    found=payload,
                )


def _placed(finding: Finding, file: str, offset: int) -> Fault:
    return Fault(
        file=file,
        offset=offset,
        problem=finding.problem,
        expected=finding.expected,
        found=finding.found,
    )
