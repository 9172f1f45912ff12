"""An archive on one page: what each issue has stands below a line that says which it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pipelines.archive.derive import derive
from tests.pipelines.magazines import lines
from tests.pipelines.reading import MORE, PROFILE, PROSE, memento, pieces

if TYPE_CHECKING:
    from pathlib import Path

    from pipelines.furniture.piece import Piece

_TITLES = ("On Lamps", "Wicks and Oil", "Glass", "Chimneys at Night")


def _line(at: int) -> str:
    return f"<li>Ann Lee. <a href='/a/{at}.html'>{_TITLES[at]}</a>"


_ARCHIVE = (
    "<h3>Issue 2, May 1999</h3><ul>"
    + _line(0)
    + _line(1)
    + "</ul><h3><a href='/1/'>№1, 1999</a></h3><ul>"
    + _line(2)
    + _line(3)
    + "</ul>"
)


def _by_issue(found: list[Piece]) -> list[tuple[str, list[str]]]:
    return [(piece.issues[0].id, [entry.title for entry in piece.entries]) for piece in found]


def test_each_issue_has_what_stands_below_its_line() -> None:
    """With or without a link to a page of its own."""
    found = pieces(f"<h1>Archive</h1>{_ARCHIVE}", "contents")
    assert _by_issue(found) == [("1999-2", list(_TITLES[:2])), ("1999-1", list(_TITLES[2:]))]
    assert [piece.issues[0].url is None for piece in found] == [True, False]
    assert found[0].entries[0].authors == ("Ann Lee",)


def test_the_year_may_stand_over_several_issues() -> None:
    """Then each says its number."""
    years = f"<h2>1999</h2><h3>№2</h3>{_line(0)}{_line(1)}<h2>1998</h2><h3>№4</h3>{_line(2)}{_line(3)}"
    assert _by_issue(pieces(f"<h1>Archive</h1>{years}", "contents")) == [
        ("1999-2", list(_TITLES[:2])),
        ("1998-4", list(_TITLES[2:])),
    ]


@pytest.mark.parametrize(
    "body",
    [
        f"<h3>№2, 1999</h3><ul>{_line(0)}{_line(1)}</ul>",
        f"<h1>Read also</h1><h3>№2, 1999</h3>{_line(0)}<h3>№1, 1999</h3>{_line(1)}",
        _ARCHIVE.replace("</ul>", f"</ul><p>{PROSE} {MORE}</p>"),
    ],
    ids=["one issue", "single articles", "texts below"],
)
def test_what_is_no_archive(body: str) -> None:
    """It may be contents of another kind."""
    assert [piece for piece in pieces(body, "contents") if piece.issues] == []


def test_such_issues_are_promised_what_is_listed(tmp_path: Path) -> None:
    """They need neither an index nor a page of their own."""
    captures = [memento(f"<html><body><h1>Archive</h1>{_ARCHIVE}</body></html>", "http://h.example/")]
    captures += [
        memento(f"<html><body><h1>{title}</h1><p>{PROSE}</p></body></html>", f"http://h.example/a/{at}.html")
        for at, title in enumerate(_TITLES[:2])
    ]
    derive(captures, profile=PROFILE, folder=tmp_path)
    issues = {line["id"]: line for line in lines(tmp_path / "issues.jsonl")}
    assert [entry["title"] for entry in issues["1999-2"]["promised"]] == list(_TITLES[:2])
    assert [one["title"] for one in issues["1999-1"]["missing"]] == list(_TITLES[2:])
    assert issues["1999-1"]["url"] == "http://h.example/1/"
