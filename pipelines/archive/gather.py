"""The first pass over an archive: every page taken apart and laid aside, then what all of them say of each other."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from output.dates import rfc3339
from pipelines.addresses import canonical
from pipelines.archive.choice import Page, all_the_same, fallback, set_aside
from pipelines.archive.fetch_list import TABLE as FETCHES
from pipelines.archive.fetch_list import FetchList
from pipelines.archive.fetches import Fetch, fetch_of
from pipelines.archive.model_file import learned_before, write_model
from pipelines.archive.page_table import TABLE as PAGES
from pipelines.archive.page_table import PageTable
from pipelines.archive.scratch import Scratch
from pipelines.archive.sudden import disbelieve
from pipelines.archive.survey import Survey, redirect_target, survey
from pipelines.learned import learnable
from pipelines.parsed import is_page, parse
from pipelines.site.grouping import grouped, sampled
from pipelines.site.learner import Learner
from pipelines.site.model import NOTHING_LEARNED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from output.capture import Capture
    from output.memento import Memento
    from pipelines.archive.choice import Quarantined
    from pipelines.archive.shelf import Shelf, Shelved
    from pipelines.archive.survey import PageNotes
    from pipelines.profile import Profile


_NOTHING = "the page shows nothing"


class Archive:
    """All that is read of an archive in the first pass; one page a canonical address, the newest good one.

    `pages.other` is what a page falls back to should its newest capture say nothing; `quarantined` are those that were
    not even considered. To be closed.
    """

    def __init__(self) -> None:
        self._scratch = Scratch(FETCHES + PAGES)
        self.fetches = FetchList(self._scratch)
        self.pages = PageTable(self._scratch)
        self.quarantined: dict[str, Quarantined] = {}
        self.redirects: dict[str, str] = {}

    def close(self) -> None:
        """Forget all of it."""
        self._scratch.close()


def read_archive(mementos: Iterable[Memento], profile: Profile, shelf: Shelf) -> Archive:
    """Return what `mementos` hold, their pages taken apart and laid on `shelf`, if they don't lie there already."""
    archive = Archive()
    excused: dict[str, tuple[Fetch, str]] = {}
    try:
        for memento in mementos:
            archive.fetches.add(_take_in(memento, archive, excused, profile, shelf))
        _choose(archive, excused)
    except BaseException:
        archive.close()
        raise
    return archive


def _take_in(
    memento: Memento, archive: Archive, excused: dict[str, tuple[Fetch, str]], profile: Profile, shelf: Shelf
) -> Fetch:
    """Put the page that a memento shows, if it does, into `archive` or among the `excused`; return the fetch."""
    fetch = fetch_of(memento)
    target = redirect_target(memento)
    if target is not None:
        archive.redirects[fetch.key] = canonical(target)
    history = archive.pages.history(fetch.key)
    seen_again = history.seen_again(fetch)
    if seen_again is not None:
        archive.pages.put(fetch.key, seen_again)
        return fetch
    shelved = _shelved(memento, profile, shelf)
    if shelved is None:
        return fetch
    if shelved.excuse is not None:
        fetch = fetch_of(memento, error=shelved.excuse)
    if shelved.excuse is None and not shelved.blank:
        brought = replace(fetch, capture=_brought_by(fetch))
        page = Page(fetch=brought, shelved=shelved, newness=fetch.newness)
        archive.pages.put(fetch.key, history.with_capture(page))
    elif fetch.key not in excused or excused[fetch.key][0].newness < fetch.newness:
        excused[fetch.key] = (fetch, shelved.excuse or _NOTHING)
    return fetch


def _choose(archive: Archive, excused: dict[str, tuple[Fetch, str]]) -> None:
    """Say in `archive` which capture of each page counts, and which was set aside."""
    repeated = all_the_same(archive.pages.captures())
    several: list[tuple[str, Page, Page]] = []
    for key, pages in archive.pages.captures():
        newest, other = pages[0], fallback(pages)
        if other is not None:
            several.append((key, newest, other))
        if (key not in repeated or other is None) and key in excused:
            fetch, reason = excused[key]
            if fetch.newness > newest.newness:
                archive.quarantined[key] = set_aside(fetch, fetch.newness, reason)
    for key, newest, other in several:
        if key in repeated:
            archive.pages.choose(key, other, None)
            archive.quarantined[key] = set_aside(newest.fetch, newest.newness, repeated[key])
        else:
            archive.pages.choose(key, newest, other)


def _shelved(memento: Memento, profile: Profile, shelf: Shelf) -> Shelved | None:
    """Return the page that a memento shows as it lies on the shelf, laid there if need be; None where it shows none."""
    shown = memento.unfolded()
    if not _shows_page(shown):
        return None
    found = shelf.find(memento.capture.record_id)
    if found is not None:
        return found
    url = shown.capture.target_uri
    return shelf.put(parse(shown.body, url=url, content_type=shown.content_type, profile=profile))


def _brought_by(fetch: Fetch) -> Capture:
    """Return the capture that a line made of a page names: a revisit's original, if it is of the same page."""
    original = fetch.capture.revisit_of
    return original if original is not None and canonical(original.target_uri) == fetch.key else fetch.capture


def _shows_page(memento: Memento) -> bool:
    """Return whether a memento holds a page that a reader would see as one; robots.txt is no such page."""
    return (
        memento.status == 200
        and memento.record_type is not None
        and is_page(memento.mime)
        and urlsplit(memento.capture.target_uri).path != "/robots.txt"
    )


def survey_archive(
    archive: Archive, shelf: Shelf, profile: Profile, *, model_file: Path | None = None, write: bool = True
) -> Survey:
    """Return what the pages of `archive` say of each other; those that are not believed are set aside first.

    `model_file` keeps what was learned of the site: it is read if it was learned from these very pages, else learned
    from them and written there, so that it never decides anything that the pages themselves would not.
    Without `write` it is only read. Raises OSError.
    """
    found = _survey(archive, shelf, model_file, write=write)
    doubtful = disbelieve(archive.pages, found, profile, shelf)
    if doubtful:
        archive.quarantined |= doubtful
        found = _survey(archive, shelf, model_file, write=write)
    return found


def _survey(archive: Archive, shelf: Shelf, model_file: Path | None, *, write: bool) -> Survey:
    notes = _Notes(archive.pages.chosen)
    groups = grouped(archive.pages.chosen)
    chosen = sampled(groups)
    learned_from = _named(archive.pages.chosen)
    model = NOTHING_LEARNED if model_file is None else learned_before(model_file)
    if model.learned_from != learned_from:
        learner = Learner()
        for key in chosen:
            page = shelf.get(archive.pages.chosen[key].shelved)
            learner.add(
                learnable(page),
                page.document.titles,
                links=page.document.links,
                group=groups[key],
                address=key,
            )
        for page_notes in notes:
            learner.add_lines(page_notes.lines)
        model = learner.model(learned_from)
        if model_file is not None and write:
            write_model(model_file, model)
    return survey(
        notes,
        redirects=archive.redirects,
        groups=groups,
        shown=lambda key: shelf.get(archive.pages.chosen[key].shelved),
        model=model,
    )


@dataclass(frozen=True, slots=True)
class _Notes:
    """The notes of all pages, in the order of their keys, each time they are asked for."""

    pages: Mapping[str, Page]

    def __iter__(self) -> Iterator[PageNotes]:
        return (page.notes for page in self.pages.values())


def _named(pages: Mapping[str, Page]) -> str:
    """Return the digest over which captures `pages` are: address, date and payload digest, a line each, in order."""
    digest = hashlib.sha256()
    for key, page in pages.items():
        capture = page.fetch.capture
        line = f"{key} {rfc3339(capture.date)} {capture.payload_digest or '-'}\n"
        digest.update(line.encode("utf-8", "replace"))
    return f"sha256:{digest.hexdigest()}"
