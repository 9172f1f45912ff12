"""Which issue a page is of by its address: where issues have a folder each, what lies in one is that issue's.

Contents may be of a form that is not read, or name not all that an issue has.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from pipelines.page import IssueLink

_FEWEST = 3
"""Issues with a folder each; of fewer the folder may be the magazine's."""

_IN_A_HOST = 3
"""Strokes of an address that names a host and nothing else: `http://host/`."""


def folders_of(issues: Mapping[str, IssueLink]) -> dict[str, IssueLink]:
    """Return the folders that belong to one of the `issues` each, which are told by their canonical addresses.

    None do unless most issues have one: a single page of a list may lie by itself. A folder around others is nobody's.
    Where the issues' pages lie together, what belongs to `45.html` is in the folder `45`, if anywhere.
    """
    return _own(issues, _folder) or _own(issues, _named_like)


def own_folder(address: str, issues: Mapping[str, IssueLink], folders: Mapping[str, IssueLink]) -> str | None:
    """Return which of the `folders` is the issue's whose page is at a canonical address; other pages have none."""
    issue = issues.get(address)
    if issue is None:
        return None
    owners = ((folder, folders.get(folder)) for folder in (_named_like(address), _folder(address)))
    return next((folder for folder, owner in owners if owner is not None and owner.id == issue.id), None)


def _own(issues: Mapping[str, IssueLink], folder_of: Callable[[str], str]) -> dict[str, IssueLink]:
    held: dict[str, dict[str, IssueLink]] = {}
    for address, issue in issues.items():
        held.setdefault(folder_of(address), {})[issue.id] = issue
    around = {parent for folder in held for parent in _parents(folder)}
    own = {
        folder: next(iter(those.values()))
        for folder, those in held.items()
        if len(those) == 1 and folder not in around and folder.count("/") > _IN_A_HOST
    }
    return own if len(own) >= _FEWEST and len(own) * 2 > len(issues) else {}


def in_folder(address: str, folders: Mapping[str, IssueLink]) -> IssueLink | None:
    """Return whose of the `folders` a page's canonical address lies in, at any depth, None if in no one's."""
    own = _folder(address)
    return next((folders[folder] for folder in (own, *_parents(own)) if folder in folders), None)


def _folder(address: str) -> str:
    return address.partition("?")[0].rpartition("/")[0] + "/"


def _named_like(address: str) -> str:
    """Return the folder beside a page that is called as it is; of a folder's first page the folder itself."""
    folder, _, name = address.partition("?")[0].rpartition("/")
    stem = name.partition(".")[0]
    return f"{folder}/{stem}/" if stem and "?" not in address else f"{folder}/"


def _parents(folder: str) -> Iterator[str]:
    """Yield the folders around a folder, the innermost first, but not the host's."""
    while (folder := _folder(folder[:-1])).count("/") > _IN_A_HOST:
        yield folder
