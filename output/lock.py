"""One run at a time: a lock on a folder that says who holds it and falls with its holder, however that dies."""

from __future__ import annotations

import fcntl
import os
from typing import TYPE_CHECKING, Self

from output.errors import CollectionBusyError

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType


class FolderLock:
    """The lock of the folder that holds the file `path`; the file stays and carries the last holder's process id.

    Raises CollectionBusyError, which names that process, when it is held; OSError when the file can't be made.
    """

    __slots__ = ("_handle",)

    def __init__(self, path: Path) -> None:
        self._handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        try:
            fcntl.flock(self._handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            os.ftruncate(self._handle, 0)
            os.pwrite(self._handle, b"%d\n" % os.getpid(), 0)
        except BlockingIOError:
            holder = os.pread(self._handle, 32, 0).decode("ascii", "replace").strip()
            self.release()
            raise CollectionBusyError(
                "another run holds this collection",
                where=str(path.parent),
                found=f"process {holder or 'unknown'}",
            ) from None
        except OSError:
            self.release()
            raise

    def release(self) -> None:
        """Let it go; once more does nothing."""
        handle, self._handle = self._handle, -1
        if handle >= 0:
            os.close(handle)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()
