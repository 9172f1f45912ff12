"""`backissue extract`: JSON Lines from whatever is at hand, without the network."""

from __future__ import annotations

from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import click

from crawler import sites
from crawler.cli.summary import show_counts
from crawler.exit_codes import ExitCode
from crawler.options import DEFAULT_PROFILE
from output.errors import UsageError
from output.inputs import open_inputs
from pipelines.archive.derive import derive

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from output.errors import BackissueError
    from output.memento import Memento


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
    lonely = _Lonely()
    read = lonely.among(open_inputs(inputs, url=url, on_error=tell))
    first = next(read, None)
    if first is None:
        # Nothing is written: there may be lines in the folder that were made of what is misspelt now.
        if not codes:
            click.echo("backissue: nothing to read: no fetch from the web is in these inputs", err=True)
        return max(codes, default=int(ExitCode.NOTHING))
    try:
        counts = derive(chain((first,), read), profile=loaded, folder=out)
    except OSError as error:
        raise UsageError("can't be written", where=str(out), found=error.strerror) from error
    show_counts(counts, out)
    if lonely.count:
        what = "revisits whose originals are" if lonely.count > 1 else "revisit whose original is"
        click.echo(f"backissue: {lonely.first}: {lonely.count} {what} in none of the inputs", err=True)
        codes.append(int(ExitCode.GAPS))
    return max(codes, default=0)


class _Lonely:
    """Counts the revisits that nothing can be read of."""

    def __init__(self) -> None:
        self.count = 0
        self.first: str | None = None

    def among(self, mementos: Iterable[Memento]) -> Iterator[Memento]:
        """Pass `mementos` on."""
        for memento in mementos:
            if memento.record_type == "revisit" and memento.unfold is None and not memento.body:
                self.count += 1
                self.first = self.first or memento.capture.target_uri
            yield memento
