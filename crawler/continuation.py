"""Whether a run begins a walk or goes on with one that an earlier run left unfinished."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from output.collection_info import software_version
from output.dates import parse_warc_date, rfc3339

if TYPE_CHECKING:
    from crawler.options import RunOptions
    from output.frontier_store import FrontierStore

_NAME = "continuation"

LONGEST = timedelta(days=30)
"""A walk that began longer ago is not gone on with: what it has seen is no longer how the site is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Continuation:
    """When the walk began (aware UTC), and the names of the runs that had a part in it before this one."""

    began: datetime
    earlier: tuple[str, ...] = ()


def take_up(store: FrontierStore, options: RunOptions, *, run: str, now: datetime) -> Continuation:
    """Return the walk in `store` if it was asked for the same by the same version, else begin one there.

    `run` is the name of the run that takes it up. Raises ArchiveWriteError.
    """
    asked = _asked(options)
    kept = json.loads(store.value(_NAME) or "null")
    found = Continuation(began=now)
    if kept is not None and kept["asked"] == asked:
        began = parse_warc_date(kept["began"])
        if timedelta(0) <= now - began < LONGEST:
            found = Continuation(began=began, earlier=tuple(kept["runs"]))
    with store.transaction():
        if not found.earlier:
            store.clear()
        value = {"asked": asked, "began": rfc3339(found.began), "runs": [*found.earlier, run]}
        store.keep(_NAME, json.dumps(value))
    return found


def complete(store: FrontierStore) -> None:
    """Forget the walk: the next run begins another. Raises ArchiveWriteError."""
    with store.transaction():
        store.clear()


def _asked(options: RunOptions) -> dict[str, Any]:
    wanted = options.wanted
    return {
        "version": software_version(),
        "profile": options.profile.name,
        "start_urls": list(options.start_urls or options.profile.start_urls),
        "years": [list(span) for span in wanted.years],
        "issues": list(wanted.issues),
        "max_issues": wanted.limit,
        "budget": options.budget,
        "max_age": None if options.max_age is None else options.max_age.total_seconds(),
    }
