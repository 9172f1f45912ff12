"""`backissue crawl`: one run over a magazine's site."""

from __future__ import annotations

from pathlib import Path

import click

from crawler.alerts import Alerts, alerting
from crawler.cli.summary import show_run
from crawler.options import DEFAULT_PROFILE, make_options
from output.old_runs import prune


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
@click.option(
    "--budget",
    type=int,
    metavar="N",
    help="At most so many requests: index and issues, then what is not held, then what was checked the longest ago.",
)
@click.option(
    "--max-age",
    metavar="AGE",
    help="Leave alone what was checked since: 12h, 30d, 4w; index and issues never.",
)
@click.option("--delay", type=float, metavar="SECONDS", help="Between two requests; 1 unless told otherwise.")
@click.option(
    "--contact", metavar="MAIL-OR-URL", help="Whom the site's owner may write to; in the User-Agent."
)
@click.option("--json-log", is_flag=True, help="Progress as JSON lines.")
@click.option("--on-failure", metavar="CMD", help="Run by the shell when the run fails: codes 1 to 6.")
@click.option("--ping", metavar="URL", help="Told of start, success and failure, as healthchecks.io is.")
@click.option(
    "--keep-runs", type=click.IntRange(min=1), metavar="N", help="Remove the folders of older finished runs."
)
def crawl(
    *,
    start_urls: tuple[str, ...],
    collection: str | Path,
    profile: str,
    years: str | None,
    issues: str | None,
    max_issues: int | None,
    budget: int | None,
    max_age: str | None,
    delay: float | None,
    contact: str | None,
    json_log: bool,
    on_failure: str | None,
    ping: str | None,
    keep_runs: int | None,
) -> int:
    """Fetch the issues of a magazine, keep every byte, and write what the pages say.

    START_URL is any page of the site, best one that shows the index of issues; the profile knows some.
    """
    with alerting(Alerts(on_failure=on_failure, ping=ping), Path(collection)) as ending:
        options = make_options(
            collection=collection,
            profile=profile,
            start_urls=start_urls,
            years=years,
            issues=issues,
            max_issues=max_issues,
            budget=budget,
            max_age=max_age,
            delay=delay,
            contact=contact,
            json_log=json_log,
        )
        # Scrapy takes its time to load, and the other commands need none of it.
        from crawler.launch import crawl as launch  # noqa: PLC0415

        run, verdict = launch(options)
        code = show_run(run, verdict)
        ending.code, ending.run, ending.reason = code, run.folder, "; ".join(verdict.reasons)
        if keep_runs is not None:
            _prune(run.collection.runs, keep_runs)
    return code


def _prune(runs: Path, keep: int) -> None:
    try:
        prune(runs, keep=keep)
    except OSError as error:
        click.echo(f"backissue: old runs can't be removed: {error}", err=True)
