"""What a command's exit code says; the same table stands in the docs."""

from __future__ import annotations

from enum import IntEnum
from typing import Self


class ExitCode(IntEnum):
    """The exit codes of every command; `meaning` is the table's other column."""

    meaning: str

    COMPLETE = 0, "complete"
    INTERNAL = 1, "an error of backissue itself"
    USAGE = 2, "wrong usage or setting"
    GAPS = 3, "finished with gaps"
    NOTHING = 4, "the source gave nothing (down, refused, robots)"
    DAMAGED = 5, "archive damaged or verification failed"
    BUSY = 6, "another run holds this collection"
    INTERRUPTED = 130, "interrupted, resumable"

    def __new__(cls, code: int, meaning: str) -> Self:
        """Make a member of its code and its meaning."""
        member = int.__new__(cls, code)
        member._value_ = code
        member.meaning = meaning
        return member
