"""Crawls killed with SIGKILL at random moments: what was acknowledged, and what of that is lost.

python -m bench.kills [KILLS] [--seed N]          many walks over one collection, each killed anywhere
python -m bench.kills [KILLS] --one-walk          one walk over 40 issues, gone on with after each kill
"""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path
from random import Random

from tests.end_to_end.killing import kill_crawls, kill_one_walk


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kills", nargs="?", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--one-walk", action="store_true")
    parser.add_argument("--issues", type=int, default=40)
    given = parser.parse_args()
    if given.one_walk:
        _one_walk(given)
        return
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        toll = kill_crawls(Path(folder) / "c", kills=given.kills, random=Random(given.seed))
    print(f"crawls killed                   {toll.killed}")
    print(f"crawls that ended before        {toll.ended}")
    print(f"requests answered by the server {toll.answered}")
    print(f"captures acknowledged           {toll.acknowledged}")
    print(f"acknowledged and lost           {len(toll.lost)}")
    print(f"torn ends put aside             {toll.torn}")
    print(f"exit code of the last run       {toll.last_code}")
    print(f"faults                          {len(toll.faults.splitlines())}")
    print(f"seconds                         {time.monotonic() - began:.0f}")
    print(*(toll.lost[:10]), toll.faults[:2000], sep="\n")


def _one_walk(given: argparse.Namespace) -> None:
    with tempfile.TemporaryDirectory() as folder:
        walked = kill_one_walk(
            Path(folder), kills=given.kills, random=Random(given.seed), issues=given.issues
        )
    print(f"runs killed                     {walked.killed}")
    print(f"addresses                       {walked.visits}")
    print(
        f"asked for again                 {walked.again} ({walked.again / max(1, walked.killed):.2f} a kill)"
    )
    print(f"exit codes, killed and quiet    {walked.codes}")
    print(f"files of lines that differ      {', '.join(walked.differing) or 'none'}")
    print(f"faults                          {len(walked.faults.splitlines())}")
    print(walked.faults[:2000])


if __name__ == "__main__":
    main()
