"""`backissue schedule`: prints what makes a machine crawl by itself."""

from __future__ import annotations

import getpass
import sys
from pathlib import Path

import click

from crawler.alerts import Alerts
from crawler.cli.crawl import crawl
from crawler.options import make_options
from crawler.schedule.cron import crontab
from crawler.schedule.job import Job, job_name
from crawler.schedule.systemd import units
from output.durable import replacing
from output.errors import UsageError


@click.command(context_settings={"ignore_unknown_options": True})
@click.argument("collection", type=click.Path(file_okay=False, path_type=Path))
@click.argument("crawl_options", metavar="[CRAWL_OPTION]...", nargs=-1, type=click.UNPROCESSED)
@click.option(
    "--every",
    default="weekly",
    show_default=True,
    metavar="WHEN",
    help="hourly, daily, weekly, monthly; or systemd's calendar expression, or cron's five fields.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["systemd", "cron"]),
    metavar="systemd-OR-cron",
    default="systemd",
    show_default=True,
    help="A service with its timer, or a crontab line.",
)
@click.option("--name", metavar="NAME", help="In the units' names; the collection's own if not given.")
@click.option("--user", metavar="USER", help="Whom the service runs as; you if not given.")
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="Write the units there, instead of printing them.",
)
def schedule(
    *,
    collection: Path,
    crawl_options: tuple[str, ...],
    every: str,
    form: str,
    name: str | None,
    user: str | None,
    out: Path | None,
) -> int:
    """Print what runs `crawl` into COLLECTION on a schedule; nothing is installed or started.

    CRAWL_OPTION is any option or start URL of `crawl`, and stands after COLLECTION.
    """
    if str(collection).startswith("-"):
        raise UsageError("the collection comes first", expected="COLLECTION [CRAWL_OPTION]...")
    folder = collection.absolute()
    given, places = _crawl_arguments(folder, crawl_options)
    job = Job(
        name=job_name(name or folder.name),
        collection=folder,
        command=(*_program(), "crawl", *given),
        every=every,
        user=user or getpass.getuser(),
        places=(Path(sys.prefix), *places),
    )
    if "--contact" not in given:
        click.echo("backissue: no --contact given: the site's owner has nobody to write to", err=True)
    files = {f"backissue-{job.name}.cron": crontab(job)} if form == "cron" else units(job)
    if out is not None:
        out.mkdir(parents=True, exist_ok=True)
        for filename, text in files.items():
            with replacing(out / filename) as stream:
                stream.write(text.encode())
            click.echo(out / filename)
    elif form == "cron":
        click.echo(crontab(job), nl=False)
    else:
        shown = (f"# /etc/systemd/system/{filename}\n{text}" for filename, text in files.items())
        click.echo("\n".join(shown), nl=False)
    return 0


def _crawl_arguments(collection: Path, given: tuple[str, ...]) -> tuple[list[str], list[Path]]:
    """Return the arguments of `crawl` as it understands them, and the files that they name, both absolute.

    Raises what `crawl` itself would raise.
    """
    context = crawl.make_context("crawl", ["--collection", str(collection), *given])
    arguments: list[str] = []
    places: list[Path] = []
    for option in crawl.params:
        value = context.params[option.name or ""]
        if not isinstance(option, click.Option) or value is None or value == option.get_default(context):
            continue
        if option.is_flag:
            arguments.append(option.opts[0])
            continue
        if option.name == "profile" and Path(value).is_file():
            value = Path(value).absolute()
            places.append(value)
        arguments += [option.opts[0], str(value)]
    # Nobody could see that the units would fail on their first night.
    params = dict(context.params)
    Alerts(on_failure=params.pop("on_failure"), ping=params.pop("ping"))
    params.pop("keep_runs")
    make_options(**params)
    return [*arguments, *context.params["start_urls"]], places


def _program() -> tuple[str, ...]:
    script = Path(sys.executable).absolute().with_name("backissue")
    # -P: a folder named crawler in the working directory is not ours.
    return (str(script),) if script.exists() else (sys.executable, "-P", "-m", "crawler")
