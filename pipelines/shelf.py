"""Pages taken apart, laid aside on disk until all of them have been read."""

from __future__ import annotations

import pickle
import tempfile
from typing import IO, TYPE_CHECKING, Self, cast

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

    from pipelines.parsed import Parsed


class Shelf:
    """An unnamed file of parsed pages; each comes back by the place it was given. Gone when closed.

    Only what this process itself put there is read back, so pickle is safe here.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._file: IO[bytes] = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115 (closed by __exit__)
        self._end = 0

    def put(self, parsed: Parsed) -> int:
        """Lay a page aside and return its place."""
        place = self._end
        self._file.seek(place)
        pickle.dump(parsed, self._file, protocol=pickle.HIGHEST_PROTOCOL)
        self._end = self._file.tell()
        return place

    def get(self, place: int) -> Parsed:
        """Return the page at `place`."""
        self._file.seek(place)
        return cast("Parsed", pickle.load(self._file))  # noqa: S301 (written by this process)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()
