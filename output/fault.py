"""One thing that is wrong with what is kept, and exactly where."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What a rule says against a record: the problem, and where it helps, what was expected and found."""

    problem: str
    expected: str | None = None
    found: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """A finding with its place: the file as the caller named it, and the byte offset, None for the whole."""

    file: str
    offset: int | None
    problem: str
    expected: str | None = None
    found: str | None = None

    def __str__(self) -> str:
        """Return one line: file, offset, problem, expected, found."""
        place = self.file if self.offset is None else f"{self.file} at byte {self.offset}"
        parts = [f"{place}: {self.problem}"]
        if self.expected is not None:
            parts.append(f"expected {self.expected}")
        if self.found is not None:
            parts.append(f"found {self.found}")
        return " ".join("; ".join(parts).split())


def shown(value: str | bytes, size: int = 60) -> str:
    """Return `value` quoted and short enough for a line."""
    return repr(value if len(value) <= size else value[:size])
