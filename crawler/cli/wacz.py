"""`backissue wacz`: a collection packed into one file."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from crawler.cli.rebuild import collection_profile
from crawler.cli.titles import title_of
from crawler.cli.verify import rederiving
from output.bag import make_bag, refuse_existing
from output.collection_info import FILENAME
from output.models import LINES
from output.package.contents import describe
from output.wacz import pack

if TYPE_CHECKING:
    from collections.abc import Iterator

    from output.verify import Rederive


@click.command()
@click.argument("collection", type=click.Path(path_type=Path))
@click.option(
    "--output",
    "-o",
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="The package to make; must not be there yet.",
)
@click.option(
    "--bag",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Also make a BagIt bag of the package; must not be there yet.",
)
@click.option("--profile", help="Another profile than the collection's own.")
def wacz(*, collection: Path, output: Path, bag: Path | None, profile: str | None) -> int:
    """Pack COLLECTION into a WACZ: WARC files, index, pages, JSON Lines, what its runs say.

    The package is read back whole and checked before it gets its name.
    """
    title = title_of(collection, profile)
    if bag is not None:
        refuse_existing(bag)
    with _lines_again(collection, profile) as rederive:
        made = pack(collection, output, title=title, rederive=rederive)
    click.echo(f"{made.path}: {made.size:,} bytes, {made.members} files, read back and found sound")
    if bag is not None:
        make_bag(made.path, bag, collection=collection, description=describe(collection, title=title))
        click.echo(f"{bag}: a valid bag")
    return 0


@contextmanager
def _lines_again(collection: Path, profile: str | None) -> Iterator[Rederive | None]:
    """Give what makes the JSON Lines of the collection again; nothing where it doesn't have them all."""
    wanted = [collection / FILENAME, *(collection / "records" / f"{name}.jsonl" for name in LINES)]
    if not all(path.is_file() for path in wanted):
        yield None
        return
    with rederiving(profile or collection_profile(collection)) as rederive:
        yield rederive
