"""Lets scrapyd start our crawls: `runner = crawler.scrapyd_runner` in scrapyd.conf; docs/scrapyd.md tells the rest.

Scrapyd's own runner ends with 0 on nearly everything, lets two jobs fetch from one site, and leaves jobs running
when scrapyd ends. Nothing of scrapyd is imported here.
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
import tempfile
import threading
import time
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING
from urllib.parse import urlsplit

from crawler.exit_codes import ExitCode
from crawler.options import options_from_arguments
from crawler.progress import reporter
from output.errors import BackissueError, CollectionBusyError, UsageError
from output.lock import FolderLock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from crawler.options import RunOptions

SPIDER = "issues"
COLLECTIONS = "BACKISSUE_COLLECTIONS"
"""Environment: the folder below which the jobs' collections must be; anywhere when it is not set."""

LOCKS = "BACKISSUE_LOCKS"
"""Environment: the folder of the sites' locks; one of the user's own in the temporary folder when it is not set."""

_SCRAPYDS_OWN = {"LOG_FILE", "JOBDIR", "FEEDS"}
_WATCH_INTERVAL = 0.5


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what scrapyd asks for, `list` or `crawl SPIDER -s … -a …`, and return the exit code.

    Words go to the job's log, the last line of which tells the exit code; stdout and stderr may be pipes to a
    scrapyd that is gone.
    """
    parser = argparse.ArgumentParser(prog="crawler.scrapyd_runner")
    parser.add_argument("command", choices=["list", "crawl"])
    parser.add_argument("spider", nargs="?")
    parser.add_argument("-a", dest="arguments", action="append", default=[], type=_pair)
    parser.add_argument("-s", dest="settings", action="append", default=[], type=_pair)
    given = parser.parse_args(arguments)
    if given.command == "list":
        sys.stdout.write(f"{SPIDER}\n")
        return 0
    _end_with_parent()
    settings = dict(given.settings)
    with Path(settings.get("LOG_FILE", os.devnull)).open("a", encoding="utf-8") as log:
        code = _crawl(given.spider, dict(given.arguments), settings, log)
        meaning = next(one.meaning for one in ExitCode if one == code)
        log.write(f"exit code {int(code)}: {meaning}\n")
    return code


def _pair(text: str) -> tuple[str, str]:
    name, separator, value = text.partition("=")
    if not separator:
        raise argparse.ArgumentTypeError(f"expected NAME=VALUE, found {text}")
    return name, value


def _crawl(spider: str | None, arguments: dict[str, str], settings: dict[str, str], log: IO[str]) -> int:
    def tell(text: str) -> None:
        log.write(f"backissue: {text}\n")
        log.flush()

    try:
        options = _options(spider, arguments, settings)
        with site_locks(sites_of(options), _locks_folder()):
            # Scrapy takes its time to load; a job that has to give way needs none of it.
            from crawler.launch import crawl  # noqa: PLC0415

            run, verdict = crawl(options, shown=reporter(json_log=options.json_log, stream=log))
    except BackissueError as error:
        tell(str(error))
        return error.exit_code
    except Exception as error:  # noqa: BLE001 - the last line of defence; the job's log is the only place for it
        tell(f"{type(error).__name__}: {error}")
        return ExitCode.INTERNAL
    for reason in verdict.reasons:
        tell(reason)
    tell(f"what the run saw: {run.folder}")
    return verdict.code


def _options(spider: str | None, arguments: dict[str, str], settings: dict[str, str]) -> RunOptions:
    if spider != SPIDER:
        raise UsageError("no such spider", expected=SPIDER, found=str(spider))
    if foreign := sorted(set(settings) - _SCRAPYDS_OWN):
        raise UsageError("settings are not taken", expected="arguments", found=", ".join(foreign))
    arguments.pop("_job", None)
    return options_from_arguments(_placed(arguments, os.environ.get(COLLECTIONS)))


def _placed(arguments: dict[str, str], root: str | None) -> dict[str, str]:
    """Return the arguments with the collection below `root`; raises UsageError when it would leave it."""
    if not root or "collection" not in arguments:
        return arguments
    top = Path(root).resolve()
    path = (top / arguments["collection"]).resolve()
    if path == top or not path.is_relative_to(top):
        raise UsageError(
            "wrong collection", expected=f"a folder below {COLLECTIONS}", found=arguments["collection"]
        )
    return {**arguments, "collection": str(path)}


def sites_of(options: RunOptions) -> tuple[str, ...]:
    """Return the hosts, with a port that is not the usual one, from which a run starts; www. is none of the name."""
    starts = options.start_urls or options.profile.start_urls
    return tuple(
        sorted({urlsplit(url).netloc.rpartition("@")[2].lower().removeprefix("www.") for url in starts})
    )


@contextmanager
def site_locks(sites: Sequence[str], folder: Path) -> Iterator[None]:
    """Hold the lock of each site; raises CollectionBusyError, which names site and process, when one is held."""
    with ExitStack() as held:
        for site in sites:
            name = "".join(c if c.isalnum() or c in ".-" else "_" for c in site)
            try:
                held.enter_context(FolderLock(folder / f"{name}.lock"))
            except CollectionBusyError as error:
                raise CollectionBusyError(
                    "another run fetches from this site", where=site, found=error.found
                ) from error
        yield


def _locks_folder() -> Path:
    given = os.environ.get(LOCKS)
    folder = Path(given) if given else Path(tempfile.gettempdir()) / f"backissue-locks-{os.getuid()}"
    folder.mkdir(mode=0o700, parents=bool(given), exist_ok=True)
    if folder.is_symlink() or folder.stat().st_uid != os.getuid():
        raise UsageError("the folder of the locks is somebody else's", where=str(folder))
    return folder


def _end_with_parent() -> None:
    """End the run in order, as SIGTERM does, when scrapyd is gone: it leaves its jobs to themselves."""
    parent = os.getppid()
    threading.Thread(target=watch, args=(parent, os.getppid, _stop), daemon=True).start()


def _stop() -> None:
    # Where scrapyd's whole group was signalled the run is ending in order already, and a second signal would end it
    # by force. Scrapy 2.19 changes its handler, to one of this name, at the first.
    if getattr(signal.getsignal(signal.SIGTERM), "__name__", "") != "_signal_kill":
        os.kill(os.getpid(), signal.SIGTERM)


def watch(parent: int, current: Callable[[], int], stop: Callable[[], None]) -> None:
    """Call `stop` once `current` no longer gives `parent`."""
    while current() == parent:
        time.sleep(_WATCH_INTERVAL)
    stop()


if __name__ == "__main__":
    ended = main()
    with suppress(OSError, ValueError):
        sys.stdout.flush()
    sys.exit(ended)
