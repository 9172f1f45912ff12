"""Pages taken apart, laid aside on disk until all of them have been read."""

from __future__ import annotations

import pickle
import tempfile
from dataclasses import dataclass
from hashlib import blake2b
from typing import IO, TYPE_CHECKING, Self, cast

from pipelines.archive.freezer import Freezer
from pipelines.archive.sanity import text_digest, why_no_page, words_of
from pipelines.archive.survey import PageNotes, note

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

    from pipelines.parsed import Parsed


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelved:
    """A page laid aside: where it is, what is noted of it.

    `excuse`: why it is none although it came with status 200. `blank`: it shows nothing, not even frames.
    `words` and `text` (a digest) are of what no furniture has taken.
    """

    place: int
    notes: PageNotes
    excuse: str | None
    blank: bool
    words: int
    text: bytes


class Shelf:
    """An unnamed file of parsed pages; each comes back by the place it was given. Gone when closed.

    A crawl lays aside what it reads, under the record it was read from, so that deriving need not read it again.
    Only what this process itself put there is read back, so pickle is safe here.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._file: IO[bytes] = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115 (closed by __exit__)
        self._end = 0
        self._by_record: dict[bytes, int] = {}
        self._freezer = Freezer()

    def put(self, parsed: Parsed, *, record_id: str | None = None) -> Shelved:
        """Lay a page aside, under the id of its record if it has one, and return its place and notes."""
        place = self._end
        self._file.seek(place)
        pickle.dump(parsed, self._file, protocol=pickle.HIGHEST_PROTOCOL)
        self._end = self._file.tell()
        notes = note(parsed)
        shelved = Shelved(
            place=place,
            notes=notes,
            excuse=why_no_page(parsed, notes),
            blank=not parsed.document.blocks and not parsed.document.frames,
            words=words_of(parsed),
            text=text_digest(parsed),
        )
        if record_id is not None:
            # What is noted of it waits on disk too, so that a long crawl's memory stays flat.
            self._by_record[_key(record_id)] = self._end
            self._freezer.dump(shelved, self._file)
            self._end = self._file.tell()
        return shelved

    def find(self, record_id: str | None) -> Shelved | None:
        """Return the page that was laid aside under that record, None when none was."""
        place = None if record_id is None else self._by_record.get(_key(record_id))
        if place is None:
            return None
        self._file.seek(place)
        return cast("Shelved", self._freezer.load(self._file))

    def get(self, shelved: Shelved) -> Parsed:
        """Return the page itself."""
        self._file.seek(shelved.place)
        return cast("Parsed", pickle.load(self._file))  # noqa: S301 (written by this process)

    def close(self) -> None:
        """Forget all pages."""
        self._by_record.clear()
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _key(record_id: str) -> bytes:
    return blake2b(record_id.encode("utf-8", "replace"), digest_size=12).digest()
