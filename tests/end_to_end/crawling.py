"""Runs the command line as a user does, in a process of its own, against the replica."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT)}


def backissue(*arguments: str | Path, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run a command and return how it ended."""
    command = [sys.executable, "-m", "crawler", *map(str, arguments)]
    return subprocess.run(
        command, capture_output=True, text=True, timeout=100, env=ENVIRONMENT, check=False, cwd=cwd
    )


def crawl_command(home: str, collection: Path, *arguments: str) -> list[str]:
    """Return the command line of a crawl without delay."""
    command = [sys.executable, "-m", "crawler", "crawl", home, "--collection", str(collection)]
    return [*command, "--delay", "0", *arguments]


def crawl(home: str, collection: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Crawl without delay and return how it ended."""
    return backissue(*crawl_command(home, collection, *arguments)[3:])


def lines(path: Path) -> list[Any]:
    """Return the objects of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def report(collection: Path) -> Any:
    """Return run.json of the last run."""
    return json.loads((max((collection / "runs").iterdir()) / "run.json").read_text(encoding="utf-8"))
