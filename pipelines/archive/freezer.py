"""Values as bytes and back, for what waits on disk within one process."""

from __future__ import annotations

import io
import pickle
from typing import IO, Any

from pipelines.page import IssueLink

_MOST = 1000
"""Issue indexes that are kept here; where each page has another one (session ids), the rest stay in their values."""


class Freezer:
    """Pickles in which an issue index, which stands on every page, is only a number; it is kept here, once.

    Only what this process itself has frozen is thawed, so pickle is safe.
    """

    def __init__(self) -> None:
        self._indexes: list[tuple[IssueLink, ...]] = []
        self._numbers: dict[tuple[IssueLink, ...], int] = {}

    def dump(self, value: object, stream: IO[bytes]) -> None:
        """Write a value to `stream`."""
        _Pickler(stream, self._numbers, self._indexes).dump(value)

    def load(self, stream: IO[bytes]) -> Any:
        """Return the value that was written where `stream` stands."""
        return _Unpickler(stream, self._indexes).load()

    def frozen(self, value: object) -> bytes:
        """Return a value as bytes."""
        stream = io.BytesIO()
        self.dump(value, stream)
        return stream.getvalue()

    def thawed(self, data: bytes) -> Any:
        """Return the value that `frozen` made `data` of."""
        return self.load(io.BytesIO(data))


class _Pickler(pickle.Pickler):
    def __init__(
        self,
        stream: IO[bytes],
        numbers: dict[tuple[IssueLink, ...], int],
        indexes: list[tuple[IssueLink, ...]],
    ) -> None:
        super().__init__(stream, protocol=pickle.HIGHEST_PROTOCOL)
        self._numbers = numbers
        self._indexes = indexes

    def persistent_id(self, obj: object) -> int | None:
        if type(obj) is not tuple or not obj or type(obj[0]) is not IssueLink:
            return None
        if obj not in self._numbers:
            if len(self._indexes) >= _MOST:
                return None
            self._numbers[obj] = len(self._indexes)
            self._indexes.append(obj)
        return self._numbers[obj]


class _Unpickler(pickle.Unpickler):
    def __init__(self, stream: IO[bytes], indexes: list[tuple[IssueLink, ...]]) -> None:
        super().__init__(stream)
        self._indexes = indexes

    def persistent_load(self, pid: int) -> tuple[IssueLink, ...]:
        return self._indexes[pid]
