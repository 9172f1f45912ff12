"""The first pass over an archive: every page taken apart and laid aside, then what all of them say of each other."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from output.dates import rfc3339
from pipelines.addresses import canonical
from pipelines.choice import Page, all_the_same, fallback, set_aside, with_page
from pipelines.fetch_list import FetchList
from pipelines.fetches import Fetch, fetch_of
from pipelines.model_file import learned_before, write_model
from pipelines.parsed import is_page, parse
from pipelines.site_model import NOTHING_LEARNED, Learner, sampled
from pipelines.sudden import disbelieve
from pipelines.survey import Survey, redirect_target, survey

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime
    from pathlib import Path

    from output.capture import Capture
    from output.memento import Memento
    from pipelines.choice import Quarantined
    from pipelines.profile import Profile
    from pipelines.shelf import Shelf, Shelved


_NOTHING = "the page shows nothing"


@dataclass(slots=True)
class Archive:
    """All that is read of an archive in the first pass; one page a canonical address, the newest good one.

    `earlier` is what a page falls back to should its newest capture say nothing; `quarantined` are those that were
    not even considered. `first_seen`: of a page that has said several things, when it first said each, by the digest of
    its text. To be closed.
    """

    fetches: FetchList = field(default_factory=FetchList)
    pages: dict[str, Page] = field(default_factory=dict)
    earlier: dict[str, Page] = field(default_factory=dict)
    quarantined: dict[str, Quarantined] = field(default_factory=dict)
    first_seen: dict[str, dict[bytes, datetime]] = field(default_factory=dict)
    redirects: dict[str, str] = field(default_factory=dict)

    def close(self) -> None:
        """Forget the fetches."""
        self.fetches.close()


def read_archive(mementos: Iterable[Memento], profile: Profile, shelf: Shelf) -> Archive:
    """Return what `mementos` hold, their pages taken apart and laid on `shelf`, if they don't lie there already."""
    archive = Archive()
    known: dict[str, tuple[Page, ...]] = {}
    excused: dict[str, tuple[Fetch, str]] = {}
    try:
        for memento in mementos:
            fetch = fetch_of(memento)
            target = redirect_target(memento)
            if target is not None:
                archive.redirects[fetch.key] = canonical(target)
            before = known.get(fetch.key, ())
            confirmed = next((page for page in before if page.is_confirmed_by(fetch)), None)
            if confirmed is not None:
                known[fetch.key] = with_page(before, confirmed.seen_again(fetch))
            elif (shelved := _shelved(memento, profile, shelf)) is not None:
                excuse = shelved.excuse or (_NOTHING if shelved.blank else None)
                if shelved.excuse is not None:
                    fetch = fetch_of(memento, error=shelved.excuse)
                if excuse is None:
                    page = Page(
                        fetch=replace(fetch, capture=_brought_by(fetch)),
                        shelved=shelved,
                        newness=fetch.newness,
                    )
                    known[fetch.key] = with_page(before, page)
                    if before:
                        _note_first_seen(archive.first_seen.setdefault(fetch.key, {}), (*before, page))
                elif fetch.key not in excused or excused[fetch.key][0].newness < fetch.newness:
                    excused[fetch.key] = (fetch, excuse)
            archive.fetches.add(fetch)
    except BaseException:
        archive.close()
        raise
    _choose(archive, known, excused)
    return archive


def _choose(
    archive: Archive, known: dict[str, tuple[Page, ...]], excused: dict[str, tuple[Fetch, str]]
) -> None:
    """Put into `archive` which capture of each page counts, and which was set aside."""
    repeated = all_the_same(known)
    for key, pages in known.items():
        newest, other = pages[0], fallback(pages)
        if key in repeated and other is not None:
            archive.pages[key] = other
            archive.quarantined[key] = set_aside(newest.fetch, newest.newness, repeated[key])
            continue
        archive.pages[key] = newest
        if other is not None:
            archive.earlier[key] = other
        if key in excused and excused[key][0].newness > newest.newness:
            fetch, reason = excused[key]
            archive.quarantined[key] = set_aside(fetch, fetch.newness, reason)


def _note_first_seen(dates: dict[bytes, datetime], pages: Iterable[Page]) -> None:
    for one in pages:
        text, date = one.shelved.text, one.fetch.capture.date
        dates[text] = min(date, dates.get(text, date))


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
    if disbelieve(archive, found, profile, shelf):
        found = _survey(archive, shelf, model_file, write=write)
    return found


def _survey(archive: Archive, shelf: Shelf, model_file: Path | None, *, write: bool) -> Survey:
    chosen = sampled(archive.pages)
    learned_from = _named({key: archive.pages[key] for key in chosen})
    model = NOTHING_LEARNED if model_file is None else learned_before(model_file)
    if model.learned_from != learned_from:
        learner = Learner()
        for key in chosen:
            learner.add(shelf.get(archive.pages[key].shelved).free)
        model = learner.model(learned_from)
        if model_file is not None and write:
            write_model(model_file, model)
    return survey([page.notes for page in archive.pages.values()], redirects=archive.redirects, model=model)


def _named(pages: Mapping[str, Page]) -> str:
    """Return the digest over which captures `pages` are: address, date and payload digest, a line each."""
    lines = [
        f"{key} {rfc3339(page.fetch.capture.date)} {page.fetch.capture.payload_digest or '-'}\n"
        for key, page in sorted(pages.items())
    ]
    return "sha256:" + hashlib.sha256("".join(lines).encode("utf-8", "replace")).hexdigest()
