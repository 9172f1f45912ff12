"""`backissue demo`: a whole magazine crawled over HTTP, on this machine alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from crawler.cli.summary import show_run
from crawler.options import make_options
from crawler.replica.replica import Replica
from crawler.replica.server import ReplicaServer

if TYPE_CHECKING:
    from pathlib import Path

LAYOUT = "nested"
PORT = 8765
"""Served there if it is free, so that a second demo visits the same addresses."""

CONCURRENCY = 8


@click.command()
@click.option(
    "--collection",
    default="demo",
    show_default=True,
    type=click.Path(file_okay=False, path_type=str),
    metavar="DIR",
    help="The collection to make.",
)
@click.option("--json-log", is_flag=True, help="Progress as JSON lines.")
def demo(*, collection: str, json_log: bool) -> int:
    """Serve the bundled replica magazine on loopback, crawl it, and say what was made and where.

    It is no real magazine: its articles were made up, its index and its page furniture are like the real ones.
    """
    from crawler.launch import crawl  # noqa: PLC0415 - Scrapy takes its time to load

    replica = Replica.build(LAYOUT)
    with _serve(replica) as server:
        home = server.url + replica.home
        click.echo(f"A replica magazine of 81 issues is served at {home}", err=True)
        options = make_options(
            collection=collection,
            start_urls=[home],
            delay=0,
            concurrency=CONCURRENCY,
            contact="demo@localhost",
            json_log=json_log,
        )
        run, verdict = crawl(options)
    code = show_run(run, verdict)
    if not json_log:
        _show_how_to_look(run.collection.path)
    return code


def _serve(replica: Replica) -> ReplicaServer:
    """Return a server that is not started yet, at the usual port if that is free."""
    try:
        with ReplicaServer(replica.answer, port=PORT, remember=False):
            pass
    except OSError:
        return ReplicaServer(replica.answer, remember=False)
    return ReplicaServer(replica.answer, port=PORT, remember=False)


def _show_how_to_look(folder: Path) -> None:
    click.echo(
        f"""
{folder}/archive/   every byte sent and received: WARC files, for pywb, ReplayWeb.page, warcio
{folder}/indexes/   where each page stands in them: index.cdxj
{folder}/records/   what the pages say: articles, issues, furniture, captures .jsonl
{folder}/runs/      what this run did: run.json, crawl.log

Look at it:
  head -n 1 {folder}/records/articles.jsonl | python3 -m json.tool
  backissue verify {folder}
  backissue rebuild {folder}"""
    )
