"""WARC files held against the standard and against themselves, from first byte to last gzip trailer."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from output.errors import UsageError
from output.fault import Fault, Finding
from output.found_records import FoundRecord, FoundRecords
from output.warc.block_rules import BlockFacts, read_block
from output.warc.exchange import record_fields
from output.warc.header_rules import header_findings, our_findings, trailer_findings
from output.warc.links import link_faults, ties_of
from output.warc.stretch import plain_inflater
from output.warc.walk import Damage, walk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from output.warc.framing import OpenFile
    from output.warc.stored import StoredRecord

_OPEN = ".open"
_UNREAD = BlockFacts(status=None, mime=None, entity_digest=None, findings=())


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

    def records(self, found: FoundRecords, tell: Callable[[Fault], None]) -> Iterator[StoredRecord]:
        """Yield the file's records; what is wrong is told as it is met, and all is noted in `found`."""
        for one in check_source(self, found):
            if isinstance(one, Fault):
                tell(one)
            else:
                yield one


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
    with FoundRecords() as found:
        for source in sources:
            for one in check_source(source, found):
                if isinstance(one, Fault):
                    yield one
        yield from link_faults(found)


def check_source(source: WarcSource, found: FoundRecords) -> Iterator[StoredRecord | Fault]:
    """Yield each record of a file as it was read, after the faults in it; all are noted in `found`.

    So that whoever needs the records too reads the file no second time. Nothing is raised.
    """
    try:
        yield from _check_file(source, found)
    except OSError as error:
        problem = f"can't be read ({error.strerror or error})"
        yield Fault(file=source.file, offset=None, problem=problem)
    except UsageError as error:
        yield Fault(file=source.file, offset=0, problem=error.problem, expected=error.expected)


def _check_file(source: WarcSource, found: FoundRecords) -> Iterator[StoredRecord | Fault]:
    file = source.file
    first = True
    ours = False
    # zlib, not isal, which wrote the file: a judge should be someone else.
    for one in walk(source.open_file, source.name, inflater=plain_inflater):
        if isinstance(one, Damage):
            yield Fault(
                file=file, offset=one.offset, problem=one.problem, expected=one.expected, found=one.found
            )
            if one.record is not None:
                for finding in header_findings(one.record):
                    yield _placed(finding, file, one.offset)
                # It has no address, and its block isn't all there.
                cut = replace(one.record, offset=None)
                _note(cut, source, one.offset, found, _UNREAD, ours=ours)
        else:
            if one.type == "warcinfo":
                ours = _is_ours(one)
            offset = one.offset or 0
            facts = read_block(one, as_received=ours)
            _note(one, source, offset, found, facts, ours=ours)
            findings = [*header_findings(one), *trailer_findings(one), *facts.findings]
            if ours:
                findings += our_findings(one, source.name.removesuffix(_OPEN), first=first)
            for finding in findings:
                yield _placed(finding, file, offset)
            yield one
        first = False


def _note(
    record: StoredRecord,
    source: WarcSource,
    offset: int,
    found: FoundRecords,
    facts: BlockFacts,
    *,
    ours: bool,
) -> None:
    found.add(
        FoundRecord(
            file=source.file,
            name=source.name.removesuffix(_OPEN),
            offset=record.offset,
            length=record.length,
            record_id=record.record_id,
            type=record.type,
            uri=record.target_uri,
            date=record.get("WARC-Date"),
            status=facts.status,
            mime=facts.mime,
            stated=record.get("WARC-Payload-Digest"),
            entity=facts.entity_digest,
            ours=ours,
        ),
        ties_of(record, source.file, offset, ours=ours),
    )


def _is_ours(info: StoredRecord) -> bool:
    """Say whether the records are bytes off the wire, and what an HTTP head gets wrong its server's doing."""
    return any(
        name.lower() == "software" and value.lower().startswith("backissue")
        for name, value in record_fields(info)
    )


def _placed(finding: Finding, file: str, offset: int) -> Fault:
    return Fault(
        file=file,
        offset=offset,
        problem=finding.problem,
        expected=finding.expected,
        found=finding.found,
    )
