"""A page of an archive settled as its line is made: from the capture that counts, which need not be the newest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipelines.archive.choice import set_aside
from pipelines.archive.sanity import is_doubtful, why_not
from pipelines.settled import settle

if TYPE_CHECKING:
    from pipelines.archive.choice import Page, Quarantined
    from pipelines.archive.gather import Archive
    from pipelines.archive.shelf import Shelf
    from pipelines.archive.survey import Survey
    from pipelines.profile import Profile
    from pipelines.settled import Settled


@dataclass(frozen=True, slots=True, kw_only=True)
class SettledPage:
    """A page that counts, settled; `quarantined` is a newer capture of it that does not, because of what it lacks."""

    page: Page
    settled: Settled
    quarantined: Quarantined | None


def settle_page(key: str, archive: Archive, found: Survey, profile: Profile, shelf: Shelf) -> SettledPage:
    """Return the page at the canonical address `key`, settled with what the others say of it (`found`)."""
    page = archive.pages.chosen[key]
    settled = settle(shelf.get(page.shelved), profile, found.evidence)
    other = _better(page, settled, archive, found)
    if other is not None:
        earlier = settle(shelf.get(other.shelved), profile, found.evidence)
        if (reason := why_not(settled, earlier)) is not None:
            aside = set_aside(page.fetch, page.newness, reason)
            return SettledPage(page=other, settled=earlier, quarantined=aside)
    return SettledPage(page=page, settled=settled, quarantined=None)


def _better(page: Page, settled: Settled, archive: Archive, found: Survey) -> Page | None:
    """Return the earlier capture that may count instead of `page`, None when there is no doubt about that."""
    key = page.notes.key
    earlier = archive.pages.other.get(key)
    if earlier is None or (key in found.evidence.issues and key not in found.positions):
        # An issue's page may have shown its first article once, and lists all of them now.
        return None
    return earlier if is_doubtful(settled, earlier.shelved.words) else None
