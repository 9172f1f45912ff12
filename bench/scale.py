"""Memory of one run over very many addresses: a synthetic magazine on loopback, crawled by a process of its own.

    python -m bench.scale [--urls 100000] [--keep DIR]

468 issues, the years 1900 to 2016; an article is some 2.5 KB with words of its own. Printed is the peak RSS of the
crawl (VmHWM) whenever another tenth of the pages has been asked for, and at its end, the writing of the lines included.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from random import Random

from crawler.replica.answers import Answer
from crawler.replica.server import ReplicaServer
from tests.end_to_end.crawling import ENVIRONMENT, ROOT

YEARS = range(1900, 2017)
NUMBERS = range(1, 5)
ISSUES = [(year, number) for year in reversed(YEARS) for number in NUMBERS]
WORDS = [
    a + b + c
    for a in ("bar", "tel", "mon", "kas", "ri", "so", "vel")
    for b in ("a", "o", "i", "en", "ur")
    for c in ("dan", "t", "ming", "ra", "lo")
]


class Magazine:
    """The site: home, issues and articles by their paths; counts what it is asked for."""

    def __init__(self, articles: int) -> None:
        self.articles = articles
        self.asked = 0

    def __call__(self, target: str) -> Answer | None:
        """Answer as the site does."""
        self.asked += 1
        parts = target.strip("/").removesuffix(".html").split("/")
        if target == "/":
            links = "".join(
                f"<p>{year} "
                + " ".join(
                    f'<a href="/{at}/index.html">№{n}</a>' for at, (y, n) in enumerate(ISSUES) if y == year
                )
                + "</p>"
                for year in reversed(YEARS)
            )
            return self._page("A Magazine", links)
        if parts[-1] == "index" and parts[0].isdigit():
            entries = "".join(
                f'<p><a href="/{parts[0]}/{n}.html">{_title(parts[0], n)}</a> {_name(n)}</p>'
                for n in range(self.articles)
            )
            return self._page("", f"{_masthead(parts[0])}<h3>Table of contents</h3>{entries}")
        if len(parts) == 2 and all(part.isdigit() for part in parts):
            return self._article(*parts)
        return None

    def _article(self, issue: str, number: str) -> Answer:
        dice = Random(f"{issue}/{number}")
        title = _title(issue, int(number))
        text = "".join(f"<p>{_sentence(dice, 90)}</p>" for _ in range(4))
        return self._page(
            title, f"{_masthead(issue)}<h1>{title}</h1><p>{_name(int(number))}, economist</p>{text}"
        )

    def _page(self, title: str, body: str) -> Answer:
        return Answer(
            body=f"<html><head><title>{title}</title></head><body><p>USD/KZT 443.16 +0.13</p>{body}"
            "<p>Rambler's Top100</p></body></html>".encode()
        )


def _masthead(issue: str) -> str:
    year, number = ISSUES[int(issue)]
    return f"<p>KAZAKHSTAN International Business Magazine №{number}, {year}</p>"


def _title(issue: str, number: int) -> str:
    return _sentence(Random(f"{issue}:{number}"), 6).rstrip(".")


def _name(number: int) -> str:
    dice = Random(number)
    return f"{dice.choice(WORDS).title()} {dice.choice(WORDS).title()}"


def _sentence(dice: Random, words: int) -> str:
    return " ".join(dice.choice(WORDS) for _ in range(words)).capitalize() + "."


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--urls", type=int, default=100_000)
    parser.add_argument("--keep", type=Path, help="the folder for the collection; a temporary one otherwise")
    given = parser.parse_args()
    magazine = Magazine(max(1, given.urls // len(ISSUES)))
    with tempfile.TemporaryDirectory() as folder, ReplicaServer(magazine, remember=False) as server:
        path = given.keep or Path(folder) / "c"
        command = [sys.executable, "-m", "crawler", "crawl", server.url + "/", "--collection", str(path)]
        began = time.monotonic()
        process = subprocess.Popen(
            [*command, "--delay", "0"], cwd=ROOT, env=ENVIRONMENT, stderr=subprocess.DEVNULL
        )
        told, peak = 0, 0
        step = max(1, given.urls // 10)
        while process.poll() is None:
            time.sleep(0.2)
            peak = max(peak, _peak(process.pid))
            if magazine.asked // step > told:
                told = magazine.asked // step
                print(
                    f"{magazine.asked:7} asked  {time.monotonic() - began:6.0f} s  {peak / 1024:6.0f} MB",
                    flush=True,
                )
        print(
            f"{magazine.asked:7} asked  {time.monotonic() - began:6.0f} s  {peak / 1024:6.0f} MB at the end"
        )
        print(f"exit code {process.returncode}")


def _peak(pid: int) -> int:
    """Return the peak RSS of a process in KB, 0 when it is gone."""
    try:
        status = Path(f"/proc/{pid}/status").read_text("ascii", "replace")
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM")), 0)


if __name__ == "__main__":
    main()
