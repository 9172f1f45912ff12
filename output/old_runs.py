"""Takes away the folders of old runs; what they saw is in the WARC files, what they made in records/."""

from __future__ import annotations

import re
import shutil
from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_NAME = re.compile(r"\d{17}")
_GONE = re.compile(r"\.\d{17}\.gone")


def prune(runs: Path, *, keep: int) -> list[str]:
    """Keep the newest `keep` runs below `runs`, at least one, and return the names of those removed.

    A run without run.json is unfinished and stays; so does all that is no run's folder, links among it.
    Raises OSError when a folder can't be removed.
    """
    found = sorted(runs.iterdir())
    for folder in found:
        # What a killed run was about to remove.
        if _GONE.fullmatch(folder.name) and _is_folder(folder):
            shutil.rmtree(folder, ignore_errors=True)
    ours = [folder for folder in found if _NAME.fullmatch(folder.name) and _is_folder(folder)]
    removed = []
    for folder in ours[: -max(keep, 1)]:
        if not (folder / "run.json").is_file():
            continue
        # By one step, so that half a run is never taken for a whole one; another process may have been faster.
        gone = folder.with_name(f".{folder.name}.gone")
        with suppress(FileNotFoundError):
            folder.rename(gone)
            shutil.rmtree(gone)
            removed.append(folder.name)
    return removed


def runs_begun(runs: Path) -> list[datetime]:
    """Return when the runs below `runs` began, by the names of their folders, aware UTC; raises OSError."""
    found = []
    for folder in sorted(runs.iterdir()) if runs.is_dir() else ():
        if _NAME.fullmatch(folder.name):
            with suppress(ValueError):
                found.append(datetime.strptime(folder.name[:14], "%Y%m%d%H%M%S").replace(tzinfo=UTC))
    return found


def _is_folder(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink()
