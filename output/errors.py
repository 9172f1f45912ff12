"""The one tree of errors, named by who must act, each with a place, what was expected and what was found."""

from __future__ import annotations


class BackissueError(Exception):
    """An error with a place: `where` is a URL, or a file with its byte offset.

    `str()` is one line: where, what went wrong, and, where known, expected and found.
    """

    exit_code = 1

    def __init__(
        self,
        problem: str,
        *,
        where: str | None = None,
        offset: int | None = None,
        expected: str | None = None,
        found: str | None = None,
    ) -> None:
        super().__init__(problem)
        self.problem = problem
        self.where = where
        self.offset = offset
        self.expected = expected
        self.found = found

    def __str__(self) -> str:
        place = "" if self.where is None else self.where
        if self.offset is not None:
            place += f" at byte {self.offset}"
        parts = [f"{place}: {self.problem}" if place else self.problem]
        if self.expected is not None:
            parts.append(f"expected {self.expected}")
        if self.found is not None:
            parts.append(f"found {self.found}")
        return " ".join("; ".join(parts).split())


class UsageError(BackissueError):
    """The caller is mistaken: a wrong option, setting, path or profile."""

    exit_code = 2


class SourceError(BackissueError):
    """The source failed: the site is down, refuses, or forbids by robots.txt."""

    exit_code = 4


class SiteChangedError(BackissueError):
    """The site no longer says what its profile expects."""

    exit_code = 3


class ArchiveError(BackissueError):
    """The archive is damaged, or can't be written."""

    exit_code = 5


class DamagedRecordError(ArchiveError):
    """A stored record can't be read as it should."""


class ArchiveWriteError(ArchiveError):
    """A record could not be put on disk; the run must stop (promise 2)."""


class CollectionBusyError(BackissueError):
    """Another run holds this collection."""

    exit_code = 6
