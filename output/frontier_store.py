"""The frontier of a walk, in ledger.sqlite: which addresses are still to be visited, which were, and for which issue.

A walk is what one `crawl` was asked to do; several runs may have to carry it on when they are killed or stopped. What
a visit brought and that it is over are written in one transaction, so a walk that dies anywhere goes on from the last
answer that was taken in whole. The crawl's own values (issues, tallies) are kept as the JSON it gives.

Keys are canonical addresses (`pipelines.addresses`); memory does not grow with the number of visits.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast

from output.visit import Visit, VisitKind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from contextlib import AbstractContextManager

    from output.database import Database

_TABLES = ("walk", "visits", "aliases", "entries", "embedded", "promises", "gaps")
_BATCH = 500


class Turn(NamedTuple):
    """When a visit's turn comes: the higher `priority` first, then the lower `age` (text), then first come."""

    priority: int
    age: str = ""


class FrontierStore:
    """The tables of a walk in `database`; raises ArchiveWriteError when the database does not do its part.

    Every change is to be made inside `transaction`.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def transaction(self) -> AbstractContextManager[object]:
        """Keep all changes made inside, or none of them after an exception."""
        return self._database.transaction()

    def clear(self) -> None:
        """Forget the walk."""
        for table in _TABLES:
            self._do(f"DELETE FROM {table}")  # noqa: S608 (our own tables)

    def value(self, name: str) -> str | None:
        """Return the JSON kept under `name`, None when there is none."""
        rows = self._database.rows("SELECT value FROM walk WHERE name = ?", (name,))
        return cast("str", rows[0][0]) if rows else None

    def values(self, prefix: str) -> Iterator[tuple[str, str]]:
        """Yield the names that begin with `prefix`, without it, and the JSON kept under each, in order of name."""
        sql = "SELECT substr(name, ?), value FROM walk WHERE substr(name, 1, ?) = ? ORDER BY name"
        for name, value in self._database.rows(sql, (len(prefix) + 1, len(prefix), prefix)):
            yield cast("str", name), cast("str", value)

    def keep(self, name: str, value: str) -> None:
        """Keep JSON under `name`, instead of what was there."""
        self._do("INSERT OR REPLACE INTO walk VALUES (?, ?)", name, value)

    def visit(self, key: str) -> Visit | None:
        """Return the visit that stands for `key`, None when there is none."""
        rows = self._database.rows(
            "SELECT url, kind, issue, via, hops FROM visits WHERE key = ?", (key,)
        ) or (
            self._database.rows(
                "SELECT url, kind, issue, via, hops FROM visits"
                " WHERE key = (SELECT stands_for FROM aliases WHERE key = ?)",
                (key,),
            )
        )
        return _visit(rows[0]) if rows else None

    def add(self, key: str, visit: Visit, turn: Turn | None) -> None:
        """Add a visit that is still to be made when its turn comes; without a turn it counts as made."""
        self._do(
            "INSERT INTO visits (key, url, kind, issue, via, hops, open, priority, age)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            key,
            *(visit.url, visit.kind, visit.issue, visit.via, visit.hops),
            *(turn is not None, *(turn or (0, ""))),
        )

    def stand_for(self, key: str, visit_key: str) -> None:
        """Let the visit of `visit_key` stand for `key` too, unless there is one already."""
        self._do(
            "INSERT OR IGNORE INTO aliases SELECT ?, ? WHERE NOT EXISTS (SELECT 1 FROM visits WHERE key = ?)",
            *(key, visit_key, key),
        )

    def move(self, key: str, issue: str) -> None:
        """Put the visit of `key` on the account of `issue`."""
        self._do("UPDATE visits SET issue = ? WHERE key = ?", issue, key)

    def is_open(self, key: str) -> bool:
        """Return whether the answer to a visit is still to come."""
        return bool(self._database.rows("SELECT 1 FROM visits WHERE key = ? AND open", (key,)))

    def close(self, key: str) -> None:
        """Note that a visit is over."""
        self._do("UPDATE visits SET open = 0 WHERE key = ?", key)

    def next(self, out: Collection[str]) -> tuple[str, Visit] | None:
        """Return key and visit of those open whose turn it is, those `out` already aside; None when there is none."""
        rows = self._database.rows(
            "SELECT key, url, kind, issue, via, hops FROM visits WHERE open"
            " ORDER BY priority DESC, age, number LIMIT ?",
            (len(out) + 1,),
        )
        return next(((cast("str", key), _visit(row)) for key, *row in rows if key not in out), None)

    def open_visits(self) -> Iterator[tuple[Visit, Turn]]:
        """Yield the visits that are still to be made, and their turns, in order of key."""
        last = ""
        while rows := self._database.rows(
            "SELECT key, priority, age, url, kind, issue, via, hops FROM visits WHERE open AND key > ?"
            " ORDER BY key LIMIT ?",
            (last, _BATCH),
        ):
            for _, priority, age, *row in rows:
                yield _visit(row), Turn(cast("int", priority), cast("str", age))
            last = cast("str", rows[-1][0])

    def entry(self, issue: str, title: str, nth: int, key: str) -> str:
        """Return the key under which an entry of an issue's contents was met first, which may be `key` now."""
        self._do("INSERT OR IGNORE INTO entries VALUES (?, ?, ?, ?)", issue, title, nth, key)
        rows = self._database.rows(
            "SELECT key FROM entries WHERE issue = ? AND title = ? AND nth = ?", (issue, title, nth)
        )
        return cast("str", rows[0][0])

    def is_news(self, url: str) -> bool:
        """Return whether `url`, on another host, was not met before, and remember it."""
        known = self._database.rows("SELECT 1 FROM embedded WHERE url = ?", (url,))
        if not known:
            self._do("INSERT INTO embedded VALUES (?)", url)
        return not known

    def promised(self, issue: str | None) -> str | None:
        """Return the JSON of what an issue's contents promise, None when nothing was kept."""
        rows = self._database.rows("SELECT value FROM promises WHERE issue = ?", (issue or "",))
        return cast("str", rows[0][0]) if rows else None

    def promise(self, issue: str | None, value: str) -> None:
        """Keep what an issue's contents promise."""
        self._do("INSERT OR REPLACE INTO promises VALUES (?, ?)", issue or "", value)

    def gap(self, issue: str | None, value: str) -> None:
        """Keep the JSON of a gap of `issue`."""
        self._do("INSERT INTO gaps (issue, value) VALUES (?, ?)", issue, value)

    def gaps(self, issue: str | None) -> list[str]:
        """Return the JSON of the gaps of `issue`, in the order in which they came up."""
        rows = self._database.rows("SELECT value FROM gaps WHERE issue IS ? ORDER BY number", (issue,))
        return [cast("str", value) for (value,) in rows]

    def _do(self, sql: str, *parameters: object) -> None:
        self._database.execute(sql, parameters)


def _visit(row: list[object] | tuple[object, ...]) -> Visit:
    url, kind, issue, via, hops = row
    return Visit(
        url=cast("str", url),
        kind=cast("VisitKind", kind),
        issue=cast("str | None", issue),
        via=cast("str | None", via),
        hops=cast("str", hops),
    )
