"""`backissue crawl`: one run over a magazine's site."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from crawler.cli.summary import show_run
from crawler.options import DEFAULT_PROFILE, make_options

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@click.argument("start_urls", metavar="[START_URL]...", nargs=-1)
@click.option(
    "--collection",
    required=True,
    type=click.Path(file_okay=False, path_type=str),
    metavar="DIR",
    help="The collection to add to; made if it is not there.",
)
@click.option(
    "--profile",
    default=DEFAULT_PROFILE,
    show_default=True,
    help="A magazine's profile, or a TOML file with one.",
)
@click.option("--years", metavar="YEARS", help="Only issues of these years: 2000-2016, or 2001,2003-2005.")
@click.option("--issues", metavar="ISSUES", help="Only these issues: 2005-4,2010-5-6.")
@click.option(
    "--max-issues", type=int, metavar="N", help="At most so many issues, in the order of the index."
)
@click.option("--delay", type=float, metavar="SECONDS", help="Between two requests; 1 unless told otherwise.")
@click.option(
    "--contact", metavar="MAIL-OR-URL", help="Whom the site's owner may write to; in the User-Agent."
)
@click.option("--json-log", is_flag=True, help="Progress as JSON lines.")
def crawl(
    *,
    start_urls: tuple[str, ...],
    collection: str | Path,
    profile: str,
    years: str | None,
    issues: str | None,
    max_issues: int | None,
    delay: float | None,
    contact: str | None,
    json_log: bool,
) -> int:
    """Fetch the issues of a magazine, keep every byte, and write what the pages say.

    START_URL is any page of the site, best one that shows the index of issues; the profile knows some.
    """
    options = make_options(
        collection=collection,
        profile=profile,
        start_urls=start_urls,
        years=years,
        issues=issues,
        max_issues=max_issues,
        delay=delay,
        contact=contact,
        json_log=json_log,
    )
    # Scrapy takes its time to load, and the other commands need none of it.
    from crawler.launch import crawl as launch  # noqa: PLC0415

    run, verdict = launch(options)
    return show_run(run, verdict)
