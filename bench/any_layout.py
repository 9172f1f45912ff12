"""Layouts of random choices: per field the mean, the worst, and how many layouts are right; then what is wrong where.

    python -m bench.any_layout [--layouts 150] [--first SEED] [--one-each] [--show FIELD]

Each layout is composed by its seed from independent choices (tests/pipelines/anylayout) and given a magazine of three
issues from anywhere in the index, which is derived as a whole. `--one-each`: the plainest layout with one choice made
otherwise, for all choices there are. `--show`: what was wanted and found in that field.
"""

from __future__ import annotations

import argparse
import tempfile
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from tests.pipelines.anylayout import recipe
from tests.pipelines.anylayout.measure import FIELDS, Fault, measure, shares
from tests.pipelines.anylayout.recipe import Recipe

Job = tuple[str, Recipe, int]


def read(job: Job) -> tuple[Job, int, list[Fault]]:
    with tempfile.TemporaryDirectory() as scratch:
        return job, *measure(job[1], job[2], Path(scratch))


def jobs(layouts: int, first: int, *, one_each: bool) -> list[Job]:
    if one_each:
        return [
            (f"{name}: {option}", recipe.plain() | {name: option}, 1)
            for name, options in recipe.CHOICES.items()
            for option in options
        ]
    return [(f"seed {seed}", recipe.random(seed), seed) for seed in range(first, first + layouts)]


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    arguments.add_argument("--layouts", type=int, default=150)
    arguments.add_argument("--first", type=int, default=0)
    arguments.add_argument("--one-each", action="store_true")
    arguments.add_argument("--show", choices=FIELDS)
    given = arguments.parse_args()
    with ProcessPoolExecutor() as pool:
        results = list(pool.map(read, jobs(given.layouts, given.first, one_each=given.one_each), chunksize=2))
    each = [shares(faults, pages) for _, pages, faults in results]
    print(f"{'field':<16}{'mean':>8}{'worst':>8}{'layouts right':>15}")
    for field in FIELDS:
        found = [one[field] for one in each]
        print(f"{field:<16}{sum(found) / len(found):8.4f}{min(found):8.3f}{found.count(1.0):11}/{len(found)}")
    print(f"{sum(not faults for *_, faults in results)} of {len(results)} layouts are right in every field")
    for (name, *_), _, faults in results:
        if faults:
            print(f"{name}: {dict(Counter(fault.field for fault in faults))}")
        for fault in faults:
            if fault.field == given.show:
                print(f"    {fault.where}\n      wanted {fault.wanted}\n      found  {fault.found}")


if __name__ == "__main__":
    main()
