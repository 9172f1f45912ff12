"""Several runs' changes as one, and which runs are meant."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from output.changes import fold, read_changes, runs_since
from output.errors import UsageError
from output.jsonl import write_lines
from output.models import Change, Version

if TYPE_CHECKING:
    from pathlib import Path

    from output.models import ChangeKind

KINDS: dict[str, ChangeKind] = {"n": "new", "c": "changed", "g": "gone", "b": "back"}


def version(letter: str) -> Version | None:
    """Return the article as it was on the day of a letter, none for a dot."""
    date = datetime(2026, 1, ord(letter.lower()) - 96, tzinfo=UTC) if letter != "." else None
    return None if date is None else Version(date=date, content_digest=letter)


def change(said: str, url: str = "http://magazine.example/1", *fields: str) -> Change:
    """Return the change that three letters stand for: its kind, what was, what is."""
    before, after = version(said[1]), version(said[2])
    return Change(url=url, change=KINDS[said[0]], fields=list(fields), before=before, after=after)


@pytest.mark.parametrize(
    ("several", "folded"),
    [
        ("n.A", "n.A"),
        ("n.A cAB", "n.B"),
        ("n.A gA.", None),
        ("n.A gA. bAB", "n.B"),
        ("cAB cBC", "cAC"),
        ("cAB cBA", None),
        ("cAB gB.", "gA."),
        ("gA. bAA", None),
        ("gA. bAB", "cAB"),
        ("bAB gB.", None),
        ("bAB cBC", "bAC"),
        ("cAB gB. bBC cCD", "cAD"),
    ],
)
def test_several_changes_of_an_article_are_one(several: str, folded: str | None) -> None:
    """From the first before to the last after; what came to nothing is left out."""
    wanted = [] if folded is None else [change(folded)]
    assert fold(change(said) for said in several.split()) == wanted


def test_folded_changes_are_sorted_and_name_every_field_once() -> None:
    """Lines come by address; the fields are those of all changes."""
    one, other = "http://magazine.example/1", "http://magazine.example/2"
    several = [change("cAB", other, "title"), change("n.A", one), change("cBC", other, "blocks", "title")]
    assert fold(several) == [change("n.A", one), change("cAC", other, "title", "blocks")]


def test_runs_are_chosen_by_name_or_date(tmp_path: Path) -> None:
    """A run's name means that run and all later ones, a date all that began then or later; other folders are none."""
    names = ["20260101120000000", "20260301000000000", "20260301120000500", "notes"]
    for name in names:
        (tmp_path / name).mkdir()
    write_lines(tmp_path / names[1] / "changes.jsonl", [change("n.A")])
    chosen = {
        since: [path.name for path in runs_since(tmp_path, since)]
        for since in (None, names[1], "2026-03-01", "2026-03-01T12:00Z", "2026-03-01T12:00:01", "20260301")
    }
    assert chosen == {
        None: names[:3],
        names[1]: names[1:3],
        "2026-03-01": names[1:3],
        "2026-03-01T12:00Z": names[2:3],
        "2026-03-01T12:00:01": [],
        "20260301": names[1:3],
    }
    assert list(read_changes(runs_since(tmp_path, None))) == [change("n.A")]
    assert runs_since(tmp_path / "none", None) == []
    with pytest.raises(UsageError, match="no such run or date"):
        runs_since(tmp_path, "yesterday")
