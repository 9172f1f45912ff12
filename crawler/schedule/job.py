"""The job that is put on a schedule."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from output.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A crawl that a machine is to start: `command` is its whole argument list, the program first.

    `collection` and the program are absolute paths; `user` None leaves the choice to systemd (root), so it is
    None only for units of a user's own manager. `places` are other folders that must be seen.
    """

    name: str
    collection: Path
    command: tuple[str, ...]
    every: str
    user: str | None = None
    places: tuple[Path, ...] = ()


def job_name(text: str) -> str:
    """Return `text` as it may stand in the name of a unit; raises UsageError when nothing of it may."""
    name = re.sub(r"[^A-Za-z0-9_.-]+", "-", text).strip("-.")
    if not name:
        raise UsageError("no name for the job", where="--name", expected="letters and digits", found=text)
    return name[:100]
