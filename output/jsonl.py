"""JSON Lines written so that every reader takes them, and read back with the place of each fault.

UTF-8 without BOM, one object a line, keys in the model's order, floats in their shortest form, text
unescaped.
"""

from __future__ import annotations

import json
from typing import IO, TYPE_CHECKING, Self, TypeVar

from pydantic import ValidationError
from pydantic_core import PydanticSerializationError

from output.durable import replacing
from output.errors import DamagedRecordError
from output.models import Line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path
    from types import TracebackType

L = TypeVar("L", bound=Line)

_STEP = 1 << 16


def line_text(line: Line) -> str:
    """Return `line` as one line of JSON without its end; a lone surrogate becomes U+FFFD."""
    try:
        return line.model_dump_json(by_alias=True)
    except PydanticSerializationError:
        clean = _without_surrogates(line.model_dump(by_alias=True))
        return json.dumps(clean, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def write_lines(path: Path, lines: Iterable[Line]) -> int:
    """Write `lines` to `path`, in place of what stood there, and return how many there were.

    The file appears when all lines are on disk; when `lines` raises, the old one stays. Raises OSError.
    """
    count = 0
    with replacing(path) as stream:
        for line in lines:
            stream.write(line_text(line).encode() + b"\n")
            count += 1
    return count


class LineFile:
    """A JSON Lines file that is added to line by line, each handed to the system before `write` returns.

    A torn last line, left by a kill, is cut off when the file is opened. Raises OSError.
    """

    __slots__ = ("_stream", "count")

    def __init__(self, path: Path) -> None:
        self._stream: IO[bytes] = path.open("a+b", buffering=0)
        self._stream.truncate(_last_line_end(self._stream))
        self.count = 0
        """Lines written since it was opened."""

    def write(self, line: Line) -> None:
        """Add `line`."""
        self._stream.write(line_text(line).encode() + b"\n")
        self.count += 1

    def close(self) -> None:
        """Close the file."""
        self._stream.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def read_lines(path: Path, model: type[L]) -> Iterator[L]:
    """Yield the lines of `path` as `model`.

    Raises DamagedRecordError with the file and the line's byte offset where one isn't what the model says.
    """
    offset = 0
    with path.open("rb") as stream:
        for number, raw in enumerate(stream, 1):
            try:
                yield model.model_validate_json(raw)
            except ValidationError as error:
                first = error.errors(include_url=False, include_context=False)[0]
                key = ".".join(str(part) for part in first["loc"])
                raise DamagedRecordError(
                    f"line {number} is no {model.__name__}" + (f", key {key}" if key else ""),
                    where=str(path),
                    offset=offset,
                    expected=first["msg"],
                    found=repr(first["input"])[:80],
                ) from error
            offset += len(raw)


def _last_line_end(stream: IO[bytes]) -> int:
    """Return the offset behind the last line end, 0 when there is none."""
    end = stream.seek(0, 2)
    while end > 0:
        start = max(0, end - _STEP)
        stream.seek(start)
        at = stream.read(end - start).rfind(b"\n")
        if at >= 0:
            return start + at + 1
        end = start
    return 0


def _without_surrogates(value: object) -> object:
    if isinstance(value, str):
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(value, dict):
        return {key: _without_surrogates(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_without_surrogates(item) for item in value]
    return value
