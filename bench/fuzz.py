"""Spoiled pages by the ten thousand: nothing may be raised, none may take longer than its bound.

    python -m bench.fuzz [--pages 20000] [--from 0] [--bound 2.0]

The pages are those of tests/pipelines/mutations.py, whose first few hundred are in the test suite.
"""

from __future__ import annotations

import argparse
import time
import traceback

from crawler import sites
from pipelines.read import read_page
from tests.pipelines.mutations import mutated
from tests.pipelines.reading import URL, capture


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--pages", type=int, default=20_000)
    parser.add_argument("--from", type=int, default=0, dest="start")
    parser.add_argument("--bound", type=float, default=2.0, help="seconds of CPU a page")
    options = parser.parse_args()
    profiles = (sites.load("investkz"), sites.load("generic"))
    crashes = late = total = 0
    longest = (0.0, -1)
    for number in range(options.start, options.start + options.pages):
        body = mutated(number)
        total += len(body)
        began = time.process_time()
        try:
            read_page(
                body,
                url=URL,
                content_type=("text/html", "text/html; charset=windows-1251", None)[number % 3],
                capture=capture(URL),
                profile=profiles[number % 2],
            )
        except Exception:  # noqa: BLE001 - whatever it is, it is what is looked for
            crashes += 1
            print(f"page {number}:\n{traceback.format_exc(limit=-3)}")
        spent = time.process_time() - began
        late += spent > options.bound
        longest = max(longest, (spent, number))
    print(f"{options.pages} pages, {total / 1e6:.0f} MB: {crashes} crashes, {late} over {options.bound} s; ")
    print(f"the longest took {longest[0]:.3f} s (page {longest[1]})")


if __name__ == "__main__":
    main()
