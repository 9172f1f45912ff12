"""`backissue extract`: JSON Lines from whatever is at hand, without the network."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from crawler import sites
from crawler.cli.summary import show_counts
from crawler.options import DEFAULT_PROFILE
from output.errors import UsageError
from output.inputs import open_inputs
from pipelines.derive import derive

if TYPE_CHECKING:
    from output.errors import BackissueError


@click.command()
@click.argument("inputs", metavar="INPUT...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--out",
    required=True,
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="Where the lines go.",
)
@click.option(
    "--profile",
    default=DEFAULT_PROFILE,
    show_default=True,
    help="A magazine's profile, or a TOML file with one.",
)
@click.option("--url", help="The address of a saved page.")
def extract(*, inputs: tuple[Path, ...], out: Path, profile: str, url: str | None) -> int:
    """Write articles, issues, furniture and captures as JSON Lines.

    INPUT is a .warc, .warc.gz or .wacz file, a saved .html page, a .txt dump of one, or a folder of them.
    """
    codes: list[int] = []

    def tell(error: BackissueError) -> None:
        click.echo(f"backissue: {error}", err=True)
        codes.append(error.exit_code)

    loaded = sites.load(profile)
    try:
        counts = derive(open_inputs(inputs, url=url, on_error=tell), profile=loaded, folder=out)
    except OSError as error:
        raise UsageError("can't be written", where=str(out), found=error.strerror) from error
    show_counts(counts, out)
    return max(codes, default=0)
