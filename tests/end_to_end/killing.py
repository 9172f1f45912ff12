"""Crawls of the replica that are killed at random moments, again and again, over one collection."""

from __future__ import annotations

import gzip
import json
import subprocess
import time
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from crawler.replica.assets import Asset
from crawler.replica.replica import Replica
from crawler.replica.server import ReplicaServer
from tests.end_to_end.crawling import ENVIRONMENT, ROOT, backissue, crawl, crawl_command, lines, report

if TYPE_CHECKING:
    from pathlib import Path
    from random import Random

    from crawler.replica.answers import Answer

_PATIENCE = 60.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Acknowledged:
    """A capture that a run said it had: its place, id and address."""

    filename: str
    offset: int
    length: int
    record_id: str
    target_uri: str


@dataclass(slots=True, kw_only=True)
class Toll:
    """What came of it: `answered` by the server, `acknowledged` by the runs, and what of that was `lost`."""

    killed: int = 0
    ended: int = 0
    answered: int = 0
    acknowledged: int = 0
    torn: int = 0
    lost: list[Acknowledged] = field(default_factory=list)
    last_code: int = -1
    faults: str = ""


def kill_crawls(path: Path, *, kills: int, random: Random, issues: int = 12, big: int = 16 << 20) -> Toll:
    """Crawl a replica of `issues` issues into `path`, killed `kills` times at random; then once more, in peace.

    One of its images has `big` random bytes, other ones at each request, so that some kills come in the middle of a
    record. At the end every capture that any run acknowledged in its captures.jsonl is looked up.
    """
    replica = Replica.build("nested", issues=issues)
    image = next(name for name, place in replica.plan.places().items() if isinstance(place, Asset))

    def site(target: str) -> Answer | None:
        answer = replica.answer(target)
        return (
            replace(answer, body=random.randbytes(big)) if answer is not None and target == image else answer
        )

    toll = Toll()
    said: set[Acknowledged] = set()
    with ReplicaServer(site) as server:
        home = server.url + replica.home
        requests = len(replica.paths())
        for _ in range(kills):
            aim = image if random.random() < 0.3 else None
            # A fifth of the kills come after the last request, when the run writes its lines.
            wanted = random.randint(0, requests + requests // 4)
            _crawl_and_kill(server, crawl_command(home, path), random, wanted, aim, toll)
            said |= acknowledged(path)
        done = crawl(home, path)
        said |= acknowledged(path)
        toll.answered = len(server.log)
    toll.last_code = done.returncode
    toll.acknowledged = len(said)
    toll.torn = len(list((path / "torn").glob("*"))) if (path / "torn").is_dir() else 0
    toll.lost = [one for one in said if not _is_there(path, one)]
    toll.faults = backissue("verify", path).stderr
    return toll


@dataclass(frozen=True, slots=True, kw_only=True)
class Walked:
    """One walk that took many runs: what was asked for more than once, and how its lines differ from a quiet walk's.

    `again` counts requests beyond the first of each address, without robots.txt, which every run reads.
    """

    killed: int
    visits: int
    again: int
    codes: tuple[int, int]
    differing: tuple[str, ...]
    faults: str


def kill_one_walk(path: Path, *, kills: int, random: Random, issues: int) -> Walked:
    """Crawl a replica of `issues` issues below `path`, killed `kills` times, and once in peace."""
    replica = Replica.build("nested", issues=issues)
    step = 2 * len(replica.paths()) // kills
    toll = Toll()
    ended: list[int] = []
    with ReplicaServer(replica.answer) as server:
        home = server.url + replica.home
        killed = path / "killed"
        while toll.killed < kills:
            _crawl_and_kill(server, crawl_command(home, killed), random, random.randint(0, step), None, toll)
            # A run that has said how it ended was over, even if its process was still there to be killed.
            ended = [report(killed)["exit_code"]] if is_over(killed) else []
            if ended:
                break
        codes = ended or [crawl(home, killed).returncode]
        asked = [one.target for one in server.log if one.target != "/robots.txt"]
        codes.append(crawl(home, path / "quiet").returncode)
    return Walked(
        killed=toll.killed,
        visits=len(set(asked)),
        again=len(asked) - len(set(asked)),
        codes=(codes[0], codes[1]),
        differing=tuple(
            name
            for name in ("articles", "issues", "furniture")
            if _said(killed / "records" / f"{name}.jsonl")
            != _said(path / "quiet" / "records" / f"{name}.jsonl")
        ),
        faults=backissue("verify", killed).stderr,
    )


def is_over(collection: Path) -> bool:
    """Say whether the last run over a collection has written how it ended."""
    runs = collection / "runs"
    return runs.is_dir() and (max(runs.iterdir()) / "run.json").exists()


def _said(file: Path) -> list[dict[str, object]]:
    """Return the lines of a file but for where their bytes are, which a piece of furniture's id tells too."""
    return [
        {**line, "capture": None, "id": line["id"] if file.stem != "furniture" else None}
        for line in lines(file)
    ]


def acknowledged(path: Path) -> set[Acknowledged]:
    """Return what the runs over the collection at `path` say they have, by the whole lines of their captures.jsonl."""
    found = set()
    for file in path.glob("runs/*/captures.jsonl"):
        for line in file.read_bytes().splitlines(keepends=True):
            if not line.endswith(b"\n"):
                continue
            capture = json.loads(line)["capture"]
            if capture["offset"] is not None:
                keys = ("filename", "offset", "length", "record_id", "target_uri")
                found.add(Acknowledged(**{key: capture[key] for key in keys}))
    return found


def _crawl_and_kill(
    server: ReplicaServer, command: list[str], random: Random, wanted: int, aim: str | None, toll: Toll
) -> None:
    """Start a crawl and kill it `wanted` requests later, or when it has asked for nothing for a while.

    `aim` is the path whose request is waited for instead.
    """
    before = len(server.log)
    process = subprocess.Popen(
        command, cwd=ROOT, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    until = quiet = time.monotonic()
    until += _PATIENCE
    seen = 0
    while process.poll() is None and time.monotonic() < until:
        log = server.log[before:]
        if (aim is None and seen >= wanted) or (aim is not None and any(one.target == aim for one in log)):
            break
        if len(log) != seen:
            seen, quiet = len(log), time.monotonic()
        if seen and time.monotonic() - quiet > 0.3 + random.random():
            break
        time.sleep(0.001)
    time.sleep(random.random() * (0.01 if aim is None else 0.15))
    toll.ended += process.poll() is not None
    toll.killed += process.poll() is None
    process.kill()
    process.wait()


def _is_there(path: Path, one: Acknowledged) -> bool:
    try:
        with (path / "archive" / one.filename).open("rb") as stream:
            stream.seek(one.offset)
            record = gzip.decompress(stream.read(one.length))
    except (OSError, EOFError):
        return False
    return f"WARC-Record-ID: {one.record_id}\r\n".encode() in record
