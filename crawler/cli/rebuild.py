"""`backissue rebuild`: index, ledger and JSON Lines of a collection made again from its WARC files."""

from __future__ import annotations

from pathlib import Path

import click

from crawler import sites
from crawler.cli.summary import show_counts
from output.cdxj import rebuild_index
from output.collection_info import FILENAME, read_info
from output.errors import UsageError
from output.inputs import open_inputs
from output.ledger import FILENAME as LEDGER
from output.ledger import Ledger
from output.lock import FolderLock
from output.verify import warc_files
from output.warc.recovery import TORN, recover
from pipelines.archive.derive import derive
from pipelines.archive.model_file import FILENAME as MODEL_FILE


@click.command()
@click.argument("collection", type=click.Path(path_type=Path))
@click.option("--profile", help="Another profile than the collection's own.")
def rebuild(*, collection: Path, profile: str | None) -> int:
    """Make the index, the ledger and the JSON Lines of COLLECTION again from its WARC files."""
    warcs = warc_files(collection)
    if not warcs:
        raise UsageError("no collection: it has no WARC file", where=str(collection))
    loaded = sites.load(profile or collection_profile(collection))
    with FolderLock(collection / "collection.lock"):
        # What a killed run left is finished first, as by the next run, so that no line names a file that is renamed.
        for left in recover(collection / "archive", collection / "torn"):
            if left.torn_path is not None:
                click.echo(
                    f"{left.torn_path.name.removesuffix(TORN)} at byte {left.offset}: a torn end, kept",
                    err=True,
                )
        warcs = warc_files(collection)
        rebuild_index(warcs, collection / "indexes" / "index.cdxj")
        Ledger.rebuild(collection / LEDGER, archive=collection / "archive").close()
        counts = derive(
            open_inputs([collection]),
            profile=loaded,
            folder=collection / "records",
            model_file=collection / MODEL_FILE,
        )
    show_counts(counts, collection)
    return 0


def collection_profile(collection: Path) -> str:
    """Return the name of the profile that a collection was made with.

    Raises UsageError when it doesn't say, or names one that stands in a file of somebody's own.
    """
    try:
        name = read_info(collection / FILENAME).profile
    except FileNotFoundError:
        raise UsageError("no collection", where=str(collection), expected=FILENAME) from None
    return known_profile(name, where=str(collection))


def known_profile(name: str, *, where: str) -> str:
    """Return `name` if backissue has a profile of that name; raises UsageError that asks for its file otherwise."""
    if name not in sites.names():
        raise UsageError(
            "made with a profile that is none of backissue's own",
            where=where,
            expected="--profile FILE.toml",
            found=name,
        )
    return name
