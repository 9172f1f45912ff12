"""`backissue replay`: an archive in the browser, from this machine alone."""

from __future__ import annotations

from pathlib import Path

import click

from crawler.cli.titles import title_of
from output.replay.offered import offer
from output.replay.player import read_player
from output.replay.server import ReplayServer


@click.command()
@click.argument("path", metavar="COLLECTION|FILE", type=click.Path(path_type=Path))
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=0,
    metavar="N",
    help="The port; any that is free unless given.",
)
def replay(*, path: Path, port: int) -> int:
    """Show an archive in a browser with ReplayWeb.page, until Ctrl-C.

    COLLECTION is a folder that a crawl made; FILE a WACZ or a WARC file. Nothing is asked of the network.
    """
    player = read_player()
    with ReplayServer(offer(path, title=title_of(path)), player, port=port) as server:
        click.echo(f"{path} is shown at {server.url} (Ctrl-C ends)")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            click.echo("", err=True)
    return 0
