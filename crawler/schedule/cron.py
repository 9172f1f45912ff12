"""A crontab line, which sends a mail when a run fails, and nothing else."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

from crawler.schedule.every import cron_time
from output.errors import UsageError

if TYPE_CHECKING:
    from crawler.schedule.job import Job


def crontab(job: Job) -> str:
    """Return lines for `crontab -e`; raises UsageError when an argument can't stand in one line."""
    for word in job.command:
        if not word.isprintable():
            raise UsageError("can't stand in a crontab", expected="one printable line", found=repr(word))
    command = " ".join(map(shlex.quote, job.command))
    return "\n".join(
        [
            f"# backissue: {job.collection}",
            "# A run that finds the collection held ends with 6 at once, so no other lock is needed.",
            "# Cron mails what is printed: the whole output, when the exit code is not 0.",
            "#MAILTO=you@your-archive.example",
            # To cron a percent sign ends the line, whatever quotes are around it.
            f"{cron_time(job.every, job.name)} " + _reported(command).replace("%", r"\%"),
            "",
        ]
    )


def _reported(command: str) -> str:
    # Not echo, which in some shells reads backslashes.
    return f'told=$({command} 2>&1) || printf \'backissue ended with %s: %s\\n\' "$?" "$told"'
