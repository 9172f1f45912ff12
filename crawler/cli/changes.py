"""`backissue changes`: what the runs of a collection found changed."""

from __future__ import annotations

from pathlib import Path

import click

from output.changes import FILENAME, HELD_BACK, fold, read_changes, runs_since
from output.collection import Collection
from output.jsonl import line_text


@click.command()
@click.argument("collection", type=click.Path(path_type=Path))
@click.option(
    "--since", metavar="RUN-OR-DATE", help="Only runs that began then or later: a run's name, or 2026-03-01."
)
@click.option("--held-back", is_flag=True, help="Also what runs held back as too much to be believed.")
def changes(*, collection: Path, since: str | None, held_back: bool) -> int:
    """Print what changed in the articles of COLLECTION, as JSON Lines.

    An article that changed in several runs is one line, from what it was before the first to what it is after the
    last; without --since all runs are told of, so that every article ever found is new.
    """
    Collection.read(collection)
    names = (FILENAME, HELD_BACK) if held_back else (FILENAME,)
    runs = runs_since(collection / "runs", since)
    found = (change for run in runs for name in names for change in read_changes([run], filename=name))
    for change in fold(found):
        click.echo(line_text(change).encode())
    return 0
