"""`python -m crawler.replica`: serves the replica magazine on loopback until it is stopped."""

from __future__ import annotations

import signal

import click

from crawler.replica.layouts import layout_names
from crawler.replica.replica import Replica
from crawler.replica.server import ReplicaServer


@click.command()
@click.option("--layout", type=click.Choice(layout_names()), default="nested", show_default=True)
@click.option("--issues", type=int, default=None, help="How many issues, newest first; all 81 by default.")
@click.option("--articles", type=int, default=4, show_default=True, help="Articles an issue.")
@click.option("--port", type=int, default=0, help="0 takes any free port.")
def main(*, layout: str, issues: int | None, articles: int, port: int) -> None:
    """Serve the replica magazine and print the address of its home page."""
    replica = Replica.build(layout, issues=issues, articles_per_issue=articles)
    with ReplicaServer(replica.answer, port=port, remember=False) as server:
        click.echo(server.url + replica.home)
        signal.sigwait({signal.SIGINT, signal.SIGTERM})


if __name__ == "__main__":
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM})
    main()
