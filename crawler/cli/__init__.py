"""The command line: one module a command, one line on stderr for an error, an exit code that can be trusted."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from crawler.cli.changes import changes
from crawler.cli.crawl import crawl
from crawler.cli.demo import demo
from crawler.cli.diff_extract import diff_extract
from crawler.cli.explain import explain
from crawler.cli.extract import extract
from crawler.cli.rebuild import rebuild
from crawler.cli.replay import replay
from crawler.cli.schedule import schedule
from crawler.cli.verify import verify
from crawler.cli.wacz import wacz
from crawler.exit_codes import ExitCode
from output.collection_info import software_version
from output.errors import BackissueError

if TYPE_CHECKING:
    from collections.abc import Sequence

EXIT_CODES = "\n".join(["\b", "Exit codes:", *(f"  {int(code):<3} {code.meaning}" for code in ExitCode)])


@click.group(
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=EXIT_CODES,
)
@click.option("--debug", is_flag=True, help="Show the traceback of an error.")
@click.version_option(software_version(), prog_name="backissue")
@click.pass_context
def backissue(context: click.Context, *, debug: bool) -> None:
    """Archive a magazine's web site, and read its articles out of the archive."""
    # `--debug` is read by `main`, which sees errors that click itself raises too.
    _ = debug
    if context.invoked_subcommand is None:
        click.echo(context.get_help())
        context.exit(ExitCode.USAGE)


_COMMANDS = (
    demo,
    crawl,
    extract,
    explain,
    diff_extract,
    rebuild,
    verify,
    changes,
    wacz,
    replay,
    schedule,
)
for _command in _COMMANDS:
    backissue.add_command(_command)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit with its code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    sys.exit(run(given))


def run(arguments: list[str]) -> int:
    """Run the command line and return its exit code; errors are told in one line unless `--debug` is given."""
    debug = (
        "--debug" in arguments[: next((i for i, a in enumerate(arguments) if not a.startswith("-")), None)]
    )
    try:
        result = backissue.main(arguments, prog_name="backissue", standalone_mode=False)
    except click.exceptions.Abort:
        return _tell("interrupted", ExitCode.INTERRUPTED)
    except click.ClickException as error:
        return _tell(error.format_message(), ExitCode.USAGE)
    except KeyboardInterrupt:
        return _tell("interrupted", ExitCode.INTERRUPTED)
    except BackissueError as error:
        if debug:
            raise
        return _tell(str(error), error.exit_code)
    except Exception as error:  # the last line of defence: no traceback unless it was asked for
        if debug:
            raise
        return _tell(f"{type(error).__name__}: {error} (--debug shows where)", ExitCode.INTERNAL)
    return int(result) if isinstance(result, int) else 0


def _tell(text: str, code: int) -> int:
    click.echo(f"backissue: {' '.join(text.split())}", err=True)
    return int(code)
