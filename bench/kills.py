"""Crawls killed with SIGKILL at random moments: what was acknowledged, and what of that is lost.

python -m bench.kills [KILLS] [--seed N]
"""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path
from random import Random

from tests.end_to_end.killing import kill_crawls


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kills", nargs="?", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
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


if __name__ == "__main__":
    main()
