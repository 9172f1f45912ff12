"""Which issue a page is of by the folder it lies in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipelines.archive.derive import derive
from pipelines.page import IssueLink
from pipelines.site.folders import folders_of, in_folder
from tests.pipelines.magazines import lines
from tests.pipelines.reading import MORE, PROFILE, PROSE, memento, page

if TYPE_CHECKING:
    from pathlib import Path

HOST = "http://h.example"


def _issues(*addresses: str) -> dict[str, IssueLink]:
    return {at: IssueLink(1999, str(n), at) for n, at in enumerate(addresses, start=1)}


def test_a_page_of_an_issues_own_folder_is_the_issues() -> None:
    """At any depth; not one beside these folders."""
    issues = _issues(*(f"{HOST}/x/{n}/contents.html" for n in (1, 2, 3)))
    folders = folders_of(issues)
    assert in_folder(f"{HOST}/x/2/lamps.html?page=2", folders) == issues[f"{HOST}/x/2/contents.html"]
    assert in_folder(f"{HOST}/x/2/talks/lamps.html", folders) == issues[f"{HOST}/x/2/contents.html"]
    assert in_folder(f"{HOST}/x/about.html", folders) is None
    assert in_folder(f"{HOST}/x/22/lamps.html", folders) is None


def test_a_folder_of_several_issues_or_around_them_is_nobodys() -> None:
    """So is any where but two issues have one, or most have none; the newest may lie over the others."""
    assert folders_of(_issues(*(f"{HOST}/x/?issue={n}" for n in (1, 2, 3)))) == {}
    beside = folders_of(_issues(*(f"{HOST}/x/{n}.html" for n in (1, 2, 3))))
    assert sorted(beside) == [f"{HOST}/x/{n}/" for n in (1, 2, 3)]
    assert folders_of(_issues(f"{HOST}/x/1/", f"{HOST}/x/2/")) == {}
    newest = folders_of(_issues(f"{HOST}/x/index.html", *(f"{HOST}/x/{n}/" for n in (1, 2, 3))))
    assert sorted(newest) == [f"{HOST}/x/{n}/" for n in (1, 2, 3)]
    several = _issues(*(f"{HOST}/x/?issue={n}" for n in range(4)), *(f"{HOST}/x/{n}/" for n in (7, 8, 9)))
    assert folders_of(several) == {}


def test_an_article_that_no_contents_name_is_of_the_issue_in_whose_folder_it_lies(tmp_path: Path) -> None:
    """The index leads to five issues' folders; nothing on the page says which one it is of."""
    alone = f"<html><body><h1>Grain by Hand</h1><p>{PROSE} {MORE}</p><p>{MORE} {PROSE}</p></body></html>"
    captures = [memento(page(PROSE, MORE)), memento(alone, "http://www.investkz.com/en/journals/46/999.html")]
    derive(captures, profile=PROFILE, folder=tmp_path)
    issues = {line["url"].rpartition("/")[2]: line["issue"] for line in lines(tmp_path / "articles.jsonl")}
    assert (issues["999.html"]["year"], issues["999.html"]["number"]) == (2006, "1")


def test_contents_of_a_page_in_an_issues_folder_are_the_issues(tmp_path: Path) -> None:
    """No page of the issue says which one it is."""
    nameless = (
        f"<html><body><h1>Grain by Hand</h1><p>{PROSE} {MORE}</p><p>{MORE} {PROSE}</p><p>Table of contents</p>"
        "<p><a href='/en/journals/46/998.html'>Wagons by Hand</a></p></body></html>"
    )
    captures = [
        memento(page(PROSE, MORE)),
        memento(nameless, "http://www.investkz.com/en/journals/46/999.html"),
    ]
    derive(captures, profile=PROFILE, folder=tmp_path)
    (issue,) = [line for line in lines(tmp_path / "issues.jsonl") if line["id"] == "2006-1"]
    assert [entry["title"] for entry in issue["promised"]] == ["Wagons by Hand"]
