"""Tells others how a run went: a command after a failure, and pings to a service that misses runs that never came."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPException
from typing import TYPE_CHECKING
from urllib.parse import urlsplit, urlunsplit
from urllib.request import Request, urlopen

import click

from crawler.exit_codes import ExitCode
from output.errors import BackissueError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

PING_TIMEOUT = 10.0
"""Seconds that a ping may take to answer."""

COMMAND_TIMEOUT = 300.0
"""Seconds after which a command that was to tell of a failure is killed."""

REASON_LENGTH = 4000
"""Characters of the reasons that are handed on; run.json has all of them."""


@dataclass(slots=True, kw_only=True)
class Ending:
    """How a run ended, filled in by who made it; `run` is its folder, None when it had none."""

    code: int = ExitCode.INTERNAL
    reason: str = ""
    run: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Alerts:
    """Whom to tell: `on_failure` is a line for the shell, `ping` an address after the manner of healthchecks.io."""

    on_failure: str | None = None
    ping: str | None = None

    def __post_init__(self) -> None:
        if self.ping is not None and not _is_address(self.ping):
            raise UsageError(
                "wrong address", where="--ping", expected="http://… or https://…", found=self.ping
            )


def _is_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return (
        parts.scheme in {"http", "https"} and bool(parts.hostname) and text.isascii() and text.isprintable()
    )


def failed(code: int) -> bool:
    """Return whether a run that ends with `code` failed; one that was stopped on purpose did not."""
    return code not in {ExitCode.COMPLETE, ExitCode.INTERRUPTED}


def ping_address(ping: str, event: str) -> str:
    """Return the address for "start", "log", or an exit code; success is the bare one."""
    parts = urlsplit(ping)
    if event == "0":
        return ping
    return urlunsplit(parts._replace(path=f"{parts.path.rstrip('/')}/{event}"))


@contextmanager
def alerting(alerts: Alerts, collection: Path, note: Callable[[str], None] | None = None) -> Iterator[Ending]:
    """Give an Ending to fill in, and tell of it when the block ends; an exception is an ending too, and goes on.

    That telling fails is said in one line by `note` (stderr) and changes nothing else.
    """
    said = note or (lambda text: click.echo(f"backissue: {text}", err=True))
    ending = Ending()
    _ping(alerts, "start", "", said)
    try:
        yield ending
    except BaseException as error:
        ending.code = _code_of(error)
        ending.reason = " ".join(str(error).split()) or type(error).__name__
        raise
    finally:
        interrupted = ending.code == ExitCode.INTERRUPTED
        # A run that was stopped says nothing of the site; the service sees for itself if none succeeds in time.
        _ping(alerts, "log" if interrupted else str(int(ending.code)), ending.reason, said)
        if alerts.on_failure is not None and failed(ending.code):
            _command(alerts.on_failure, ending, collection, said)


def _code_of(error: BaseException) -> int:
    if isinstance(error, BackissueError):
        return error.exit_code
    return ExitCode.INTERRUPTED if isinstance(error, KeyboardInterrupt) else ExitCode.INTERNAL


def _ping(alerts: Alerts, event: str, text: str, note: Callable[[str], None]) -> None:
    if alerts.ping is None:
        return
    request = Request(  # noqa: S310 - the scheme was checked
        ping_address(alerts.ping, event),
        data=text[:REASON_LENGTH].encode("utf-8", "replace"),
        headers={"Content-Type": "text/plain; charset=utf-8"},
    )
    try:
        with urlopen(request, timeout=PING_TIMEOUT):  # noqa: S310 - as above
            pass
    except (OSError, HTTPException, ValueError) as error:
        # The path of such an address is its secret.
        note(f"the ping to {urlsplit(alerts.ping).hostname} failed: {error}")


def _command(command: str, ending: Ending, collection: Path, note: Callable[[str], None]) -> None:
    environment = {
        **os.environ,
        "BACKISSUE_EXIT_CODE": str(int(ending.code)),
        "BACKISSUE_COLLECTION": str(collection.absolute()),
        "BACKISSUE_RUN": "" if ending.run is None else str(ending.run.absolute()),
        "BACKISSUE_REASON": ending.reason[:REASON_LENGTH].replace("\0", ""),
    }
    try:
        # Its words are no result of ours; a group of its own, to be killed with all that it started.
        with subprocess.Popen(  # noqa: S602 - the shell is what was asked for
            command,
            shell=True,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=sys.__stderr__,
            start_new_session=True,
        ) as started:
            try:
                code = started.wait(COMMAND_TIMEOUT)
            except BaseException:
                os.killpg(started.pid, signal.SIGKILL)
                raise
    except (OSError, subprocess.TimeoutExpired) as error:
        note(f"the command of --on-failure failed: {error}")
        return
    if code:
        note(f"the command of --on-failure ended with {code}")
