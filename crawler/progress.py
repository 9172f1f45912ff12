"""What is shown while a crawl runs: a live bar on a terminal, plain lines in a log, or JSON lines."""

from __future__ import annotations

import json
import sys
from time import monotonic
from typing import IO, TYPE_CHECKING, Protocol

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bar

if TYPE_CHECKING:
    from crawler.visits import IssueState, Progress

PLAIN_INTERVAL = 30.0
"""Seconds between the lines of a plain log in which no issue was finished."""

_BAR_INTERVAL = 0.1


class Reporter(Protocol):
    """Shows a run; called from the crawl's one thread, so it must be quick."""

    def update(self, progress: Progress) -> None:
        """Show how far the walk is."""

    def issue(self, state: IssueState, progress: Progress) -> None:
        """Tell that an issue is complete, or as complete as it will be."""

    def note(self, text: str) -> None:
        """Tell something in one line."""

    def close(self) -> None:
        """Show nothing more."""


def reporter(*, json_log: bool, stream: IO[str] | None = None) -> Reporter:
    """Return the reporter that fits `stream` (stderr): JSON if asked for, a bar on a terminal, else plain lines."""
    out = sys.stderr if stream is None else stream
    if json_log:
        return JsonReporter(out)
    return BarReporter(out) if out.isatty() else PlainReporter(out)


def eta(progress: Progress, elapsed: float) -> float | None:
    """Return the seconds that the rest will take if issues go on as they went, None while none is done."""
    if not progress.issues_done:
        return None
    return elapsed / progress.issues_done * (progress.issues_wanted - progress.issues_done)


def clock(seconds: float | None) -> str:
    """Return seconds as 1:02:03 or 2:03, `?` for None."""
    if seconds is None:
        return "?"
    minutes, second = divmod(round(seconds), 60)
    hours, minute = divmod(minutes, 60)
    return f"{hours}:{minute:02}:{second:02}" if hours else f"{minute}:{second:02}"


class PlainReporter:
    """One line for each finished issue, and one now and then while an issue takes long."""

    def __init__(self, stream: IO[str]) -> None:
        self._stream = stream
        self._began = self._last = monotonic()

    def update(self, progress: Progress) -> None:
        """Say how far the walk is, if nothing was said for a while."""
        if monotonic() - self._last >= PLAIN_INTERVAL:
            self._say(_summary(progress, monotonic() - self._began))

    def issue(self, state: IssueState, progress: Progress) -> None:
        """Say that an issue is done."""
        missing = f", {len(state.gaps)} missing" if state.gaps else ""
        rest = _summary(progress, monotonic() - self._began)
        self._say(f"issue {state.link.id}: {state.fetched} pages{missing} | {rest}")

    def note(self, text: str) -> None:
        """Say `text`."""
        self._say(text)

    def close(self) -> None:
        """Do nothing: all is said."""

    def _say(self, text: str) -> None:
        self._last = monotonic()
        print(text, file=self._stream, flush=True)


class JsonReporter:
    """One JSON object a line: `event` (progress, issue, note) and what belongs to it."""

    def __init__(self, stream: IO[str]) -> None:
        self._stream = stream
        self._began = self._last = monotonic()

    def update(self, progress: Progress) -> None:
        """Write an event if none was written for a while."""
        if monotonic() - self._last >= PLAIN_INTERVAL:
            self._write("progress", **_figures(progress, monotonic() - self._began))

    def issue(self, state: IssueState, progress: Progress) -> None:
        """Write that an issue is done."""
        figures = _figures(progress, monotonic() - self._began)
        self._write("issue", id=state.link.id, fetched=state.fetched, missing=len(state.gaps), **figures)

    def note(self, text: str) -> None:
        """Write `text`."""
        self._write("note", text=text)

    def close(self) -> None:
        """Do nothing: all is written."""

    def _write(self, event: str, **values: object) -> None:
        self._last = monotonic()
        print(json.dumps({"event": event, **values}, ensure_ascii=False), file=self._stream, flush=True)


class BarReporter:
    """A bar of issues with articles, rate and time left."""

    def __init__(self, stream: IO[str]) -> None:
        self._began = self._last = monotonic()
        self._bar = Bar(
            TextColumn("[bold]{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("issues  {task.fields[figures]}"),
            TimeElapsedColumn(),
            console=Console(file=stream),
            refresh_per_second=4,
            transient=False,
        )
        self._task = self._bar.add_task("crawling", total=None, figures="")
        self._bar.start()

    def update(self, progress: Progress) -> None:
        """Move the bar, if it was not just moved."""
        now = monotonic()
        if now - self._last >= _BAR_INTERVAL or progress.open == 0:
            self._last = now
            self._bar.update(
                self._task,
                total=progress.issues_wanted or None,
                completed=progress.issues_done,
                figures=_rates(progress, now - self._began),
            )

    def issue(self, state: IssueState, progress: Progress) -> None:
        """Name an issue that has gaps above the bar; the others only move it."""
        if state.gaps:
            self._bar.console.print(
                f"issue {state.link.id}: {len(state.gaps)} missing", style="yellow", highlight=False
            )
        self.update(progress)

    def note(self, text: str) -> None:
        """Print `text` above the bar."""
        self._bar.console.print(text, highlight=False, markup=False)

    def close(self) -> None:
        """Leave the bar as it stands."""
        self._bar.stop()


def _rates(progress: Progress, elapsed: float) -> str:
    rate = progress.articles / elapsed * 60 if elapsed else 0.0
    gaps = f", {progress.gaps} gaps" if progress.gaps else ""
    left = clock(eta(progress, elapsed))
    return f"{progress.articles} articles{gaps}, {rate:.0f} a minute, {left} left"


def _summary(progress: Progress, elapsed: float) -> str:
    return f"{progress.issues_done}/{progress.issues_wanted} issues, {_rates(progress, elapsed)}"


def _figures(progress: Progress, elapsed: float) -> dict[str, object]:
    left = eta(progress, elapsed)
    return {
        "issues_done": progress.issues_done,
        "issues_wanted": progress.issues_wanted,
        "articles": progress.articles,
        "requisites": progress.requisites,
        "gaps": progress.gaps,
        "elapsed": round(elapsed, 1),
        "eta": None if left is None else round(left, 1),
    }
