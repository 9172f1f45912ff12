"""The change feed over several runs: each run's changes.jsonl, folded into one change an address."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from output.errors import UsageError
from output.jsonl import read_lines
from output.models import Change

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from output.models import Version

FILENAME = "changes.jsonl"
HELD_BACK = "held-back.jsonl"

_RUN = re.compile(r"[0-9]{17}\Z")
_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?:T([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?Z?)?\Z")


def runs_since(runs: Path, since: str | None) -> list[Path]:
    """Return the folders of the runs in `runs` that began at `since` or later, oldest first; all for None.

    `since` is a run's name (17 digits, or as many of them as tell enough) or a UTC date, `2026-03-01` or
    `2026-03-01T12:00Z`. Raises UsageError when it is neither.
    """
    least = "" if since is None else _first_name(since)
    found = [path for path in runs.iterdir() if _RUN.match(path.name)] if runs.is_dir() else []
    return sorted(path for path in found if path.name >= least)


def read_changes(runs: Iterable[Path], *, filename: str = FILENAME) -> Iterator[Change]:
    """Yield the changes of `runs` (folders, oldest first); one that wrote none has none.

    Raises DamagedRecordError, OSError.
    """
    for run in runs:
        if (run / filename).exists():
            yield from read_lines(run / filename, Change)


def fold(changes: Iterable[Change]) -> list[Change]:
    """Return `changes`, oldest first, as one for each address, sorted by it: from its first before to its last after.

    What came to nothing is left out: new and then gone, changed and changed back, gone and back the same.
    `fields` are all that any of the changes named.
    """
    folded: dict[str, list[Change]] = {}
    for change in changes:
        folded.setdefault(change.url, []).append(change)
    return [one for url in sorted(folded) if (one := _fold(folded[url])) is not None]


def _fold(several: list[Change]) -> Change | None:
    first, last = several[0], several[-1]
    if len(several) == 1:
        return first
    fields = [name for change in several for name in change.fields]
    was_held, is_held = first.change in {"changed", "gone"}, last.change != "gone"
    if not was_held and not is_held:
        return None
    if not was_held:
        listed = [] if first.change == "new" else _once(fields)
        return last.model_copy(update={"change": first.change, "fields": listed, "before": first.before})
    if not is_held:
        return last.model_copy(update={"before": first.before})
    if _digest(first.before) == _digest(last.after):
        return None
    return last.model_copy(update={"change": "changed", "fields": _once(fields), "before": first.before})


def _digest(version: Version | None) -> str | None:
    return None if version is None else version.content_digest


def _once(fields: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(fields))


def _first_name(since: str) -> str:
    """Return the least name of a run that began at `since`."""
    if since.isascii() and since.isdigit() and 8 <= len(since) <= 17:
        return since
    if (match := _DATE.match(since)) is not None:
        return "".join(part or "" for part in match.groups())
    raise UsageError(
        "no such run or date", where="--since", expected="a run's name or 2026-03-01", found=since
    )
