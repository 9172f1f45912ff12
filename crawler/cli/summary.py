"""What a command says when it is done."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click
from rich.console import Console
from rich.table import Table

if TYPE_CHECKING:
    from pathlib import Path

    from crawler.outcome import Verdict
    from crawler.run import Run
    from pipelines.archive.derive import DerivedCounts

REASONS_SHOWN = 10
"""Reasons, and pages that could not be read whole, named on stderr; run.json has all of them."""


def show_run(run: Run, verdict: Verdict) -> int:
    """Say what a run made and how it ended, and return its exit code."""
    if run.options.json_log:
        event = {"event": "end", "exit_code": int(verdict.code), "meaning": verdict.code.meaning}
        click.echo(json.dumps({**event, "run": str(run.folder), "reasons": verdict.reasons}), err=True)
        return int(verdict.code)
    if run.counts is not None:
        show_counts(run.counts, run.collection.path)
    if run.account.not_in_index:
        click.echo(f"not in the site's own index: {'; '.join(map(str, run.account.not_in_index))}")
    for reason in verdict.reasons[:REASONS_SHOWN]:
        click.echo(f"backissue: {reason}", err=True)
    if len(verdict.reasons) > REASONS_SHOWN:
        rest = len(verdict.reasons) - REASONS_SHOWN
        click.echo(f"backissue: and {rest} more in {run.folder / 'run.json'}", err=True)
    click.echo(f"{verdict.code.meaning}: {run.folder / 'run.json'}")
    return int(verdict.code)


def show_counts(counts: DerivedCounts, folder: Path) -> None:
    """Print how many lines there are of each kind, and where."""
    table = Table(title=str(folder), title_justify="left", show_header=False, box=None, pad_edge=False)
    table.add_column(justify="right", style="bold")
    table.add_column()
    for number, text in (
        (counts.issues, "issues"),
        (counts.articles, "articles"),
        (counts.furniture, "pieces of page furniture"),
        (counts.captures, "fetches"),
        (sum(counts.missing.values()), "promised articles missing"),
        (counts.unplaced, "text blocks left over"),
    ):
        table.add_row(f"{number:,}", text)
    Console(soft_wrap=True).print(table)
    for url, notes in list(counts.cut.items())[:REASONS_SHOWN]:
        click.echo(f"backissue: {url}: {'; '.join(notes)}", err=True)
