"""The change feed as a run keeps it: what was held when it began, and what it has changed by its end."""

from __future__ import annotations

import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from output.changes import FILENAME, HELD_BACK
from output.errors import DamagedRecordError
from output.inputs import open_inputs
from output.jsonl import write_lines
from pipelines.archive.derive import derive
from pipelines.archive.feed import Feed, compare, rereader
from pipelines.archive.state import State

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pipelines.profile import Profile
    from pipelines.site.evidence import SiteEvidence


@contextmanager
def state_before(records: Path, warcs: Sequence[Path], profile: Profile) -> Iterator[State]:
    """Give the state that the lines in `records` tell of; to be entered before they are replaced.

    Where they are missing or damaged they are made again from `warcs`, the WARC files that were there when the run
    began. Raises BackissueError, OSError.
    """
    lines_there = (records / "articles.jsonl").exists()
    state = _stored(records) if lines_there or not warcs else None
    if state is None:
        with tempfile.TemporaryDirectory(prefix="before-", dir=records.parent) as folder:
            derive(open_inputs(warcs), profile=profile, folder=Path(folder))
            with State.read(Path(folder)) as derived:
                yield derived
        return
    with state:
        yield state


def write_feed(
    before: State, *, collection: Path, run: Path, profile: Profile, evidence: SiteEvidence
) -> Feed:
    """Write the changes since `before` into the folder of the run, and return how many there are.

    Too many to be believed go into a file of their own, and the feed stays empty. Raises BackissueError, OSError.
    """
    feed = Feed()
    reread = rereader(collection / "archive", profile, evidence)
    with State.read(collection / "records") as after:
        write_lines(run / HELD_BACK, compare(before, after, reread=reread, feed=feed))
    if feed.held_back:
        write_lines(run / FILENAME, ())
    else:
        (run / HELD_BACK).replace(run / FILENAME)
    return feed


def _stored(records: Path) -> State | None:
    try:
        return State.read(records)
    except (DamagedRecordError, KeyError, TypeError):
        return None
