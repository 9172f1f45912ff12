"""A systemd service that may write to its collection and nothing else, its timer, and whom it calls on failure."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from crawler.schedule.every import calendar
from output.errors import UsageError

if TYPE_CHECKING:
    from crawler.schedule.job import Job

STOP_SECONDS = 900
"""From SIGTERM to SIGKILL: what is in flight comes in (90 s at most), the WARC is closed, the lines are written."""

FAILED = "backissue-failed@.service"
"""The unit that is started for a run that failed, with the name of the run's unit; one for all collections."""

_HOMES = (Path("/home"), Path("/root"), Path("/run/user"))
_TMP = (Path("/tmp"), Path("/var/tmp"))  # noqa: S108 - nothing is made there
_SAFE = re.compile(r"[A-Za-z0-9_./:=@,+-]+")

# MemoryDenyWriteExecute= is not among them: pyOpenSSL's callbacks are made by cffi, which may need such memory.
_HARDENED = """\
NoNewPrivileges=yes
PrivateDevices=yes
DevicePolicy=closed
ProtectSystem=strict
ProtectClock=yes
ProtectControlGroups=yes
ProtectHostname=yes
ProtectKernelLogs=yes
ProtectKernelModules=yes
ProtectKernelTunables=yes
ProtectProc=invisible
ProcSubset=pid
LockPersonality=yes
RemoveIPC=yes
RestrictNamespaces=yes
RestrictRealtime=yes
RestrictSUIDSGID=yes
RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX AF_NETLINK
SystemCallArchitectures=native
SystemCallFilter=@system-service
SystemCallFilter=~@privileged @resources
SystemCallErrorNumber=EPERM
CapabilityBoundingSet=
AmbientCapabilities=
KeyringMode=private
UMask=0027
"""


def units(job: Job) -> dict[str, str]:
    """Return the text of each unit by its file name.

    Raises UsageError for a collection's path with a quote or a backslash, which ReadWritePaths= can't take, or a
    wrong time.
    """
    name = f"backissue-{job.name}"
    return {
        f"{name}.service": _service(job),
        f"{name}.timer": _timer(job),
        FAILED: _failed(),
    }


def quoted(word: str, *, program: bool = False) -> str:
    """Return `word` as it stands in ExecStart= so that the process gets it unchanged (systemd.service(5)).

    In the `program`'s own path a dollar sign stands for itself.
    """
    if not word.isprintable():
        raise UsageError("can't stand in a unit", expected="one printable line", found=repr(word))
    escaped = word.replace("%", "%%")
    if not program:
        escaped = escaped.replace("$", "$$")
    if _SAFE.fullmatch(word):
        return escaped
    return '"' + escaped.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _path(path: Path) -> str:
    text = str(path)
    if not text.isprintable() or re.search(r"[\"'\\]", text):
        raise UsageError("can't stand in ReadWritePaths=", expected="no quote or backslash", found=repr(text))
    escaped = text.replace("%", "%%")
    return f'"{escaped}"' if " " in escaped else escaped


def _service(job: Job) -> str:
    program, *arguments = job.command
    start = " ".join([quoted(program, program=True), *map(quoted, arguments)])
    seen = (job.collection, Path(program), *job.places)
    at_home = any(path.is_relative_to(home) for path in seen for home in _HOMES)
    at_tmp = any(path.is_relative_to(tmp) for path in seen for tmp in _TMP)
    described = quoted(str(job.collection), program=True).strip('"')
    return "".join(
        [
            # A path in ReadWritePaths= that isn't there keeps the service from starting.
            f"# The collection's folder must be there: mkdir -p, owned by {job.user or 'you'}\n",
            "[Unit]\n",
            f"Description=backissue: a crawl into {described}\n",
            "Wants=network-online.target\n",
            "After=network-online.target\n",
            f"OnFailure={FAILED.replace('@.', '@%n.')}\n",
            "\n[Service]\n",
            "Type=oneshot\n",
            f"ExecStart={start}\n",
            *([f"User={job.user}\n"] if job.user else []),
            "TimeoutStartSec=infinity\n",
            f"TimeoutStopSec={STOP_SECONDS}\n",
            "KillSignal=SIGTERM\n",
            "KillMode=mixed\n",
            "# 130: stopped on purpose, the next run goes on. Add 3 if gaps are no news to you.\n",
            "SuccessExitStatus=130\n",
            "Nice=10\n",
            "\n",
            f"ReadWritePaths={_path(job.collection)}\n",
            # What stands below /tmp would not be seen otherwise.
            f"PrivateTmp={'no' if at_tmp else 'yes'}\n",
            f"ProtectHome={'read-only' if at_home else 'yes'}\n",
            _HARDENED,
        ]
    )


def _timer(job: Job) -> str:
    when, spread = calendar(job.every)
    return (
        "[Unit]\n"
        f"Description=backissue: when to crawl into {job.name}\n"
        "\n[Timer]\n"
        f"OnCalendar={when}\n"
        "# Made up for when the machine was off.\n"
        "Persistent=true\n"
        f"RandomizedDelaySec={spread}\n"
        "FixedRandomDelay=true\n"
        "\n[Install]\n"
        "WantedBy=timers.target\n"
    )


def _failed() -> str:
    return (
        "[Unit]\n"
        "Description=backissue: tell that %i failed\n"
        "\n[Service]\n"
        "Type=oneshot\n"
        '# Put here what reaches you, such as: systemctl status --full %i | mail -s "%i failed" root\n'
        'ExecStart=/bin/sh -c \'echo "<3>$$1 failed: journalctl -u $$1" >&2\' sh "%i"\n'
    )
