"""Which of a page's captures counts: the newest good one, and the one to fall back to if that one says nothing."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from output.dates import rfc3339

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from pipelines.archive.fetches import Fetch
    from pipelines.archive.shelf import Shelved
    from pipelines.archive.survey import PageNotes

SAME_AT = 3
"""Pages that said different things and now say the same: from so many on, none of them is believed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page of the archive: the fetch that brought it, and what was laid on the shelf of it.

    `newness` is that of the last fetch that showed it, by a revisit record too.
    """

    fetch: Fetch
    shelved: Shelved
    newness: tuple[datetime, str, int, str]

    @property
    def notes(self) -> PageNotes:
        """What is noted of the page."""
        return self.shelved.notes

    def is_confirmed_by(self, fetch: Fetch) -> bool:
        """Say whether `fetch` is a revisit of the very record that brought this page."""
        original, own = fetch.capture.revisit_of, self.fetch.capture
        return original is not None and (original.filename, original.offset) == (own.filename, own.offset)

    def seen_again(self, fetch: Fetch) -> Page:
        """Return the page as `fetch` has shown it once more."""
        return replace(self, newness=max(self.newness, fetch.newness))


@dataclass(frozen=True, slots=True, kw_only=True)
class Quarantined:
    """A capture that is archived and does not count, although it is the newest of its page; `date` is when it came."""

    url: str
    date: datetime
    reason: str

    def as_json(self) -> dict[str, str]:
        """Return what stands in run.json."""
        return {"url": self.url, "date": rfc3339(self.date), "reason": self.reason}


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """What is remembered of one address: the captures that may count, newest first, and when each text came first.

    `first_seen` has the dates by the digests of what the page said, furniture and numbers aside.
    """

    captures: tuple[Page, ...] = ()
    first_seen: Mapping[bytes, datetime] = field(default_factory=dict)

    def with_capture(self, page: Page) -> History:
        """Return the history with a capture more; in whichever order they come, the result is the same."""
        text, date = page.shelved.text, page.fetch.capture.date
        first_seen = {**self.first_seen, text: min(date, self.first_seen.get(text, date))}
        return History(captures=with_page(self.captures, page), first_seen=first_seen)

    def seen_again(self, fetch: Fetch) -> History | None:
        """Return the history after `fetch`, if that is a revisit of one of its captures; else None."""
        confirmed = next((page for page in self.captures if page.is_confirmed_by(fetch)), None)
        return None if confirmed is None else self.with_capture(confirmed.seen_again(fetch))


def set_aside(fetch: Fetch, newness: tuple[datetime, str, int, str], reason: str) -> Quarantined:
    """Return the note on a capture that does not count; `newness` is that of the last fetch that showed it."""
    return Quarantined(url=fetch.capture.target_uri, date=newness[0], reason=reason)


def with_page(known: tuple[Page, ...], page: Page) -> tuple[Page, ...]:
    """Return the captures of one page that may be needed, newest first, `page` among them.

    These are the newest, and of the others those with more words than any newer one of them. Of captures that say the
    same only the newest is kept, so that memory does not grow with every crawl.
    """
    others = (one for one in known if one.shelved.text != page.shelved.text or one.newness > page.newness)
    ordered = sorted((*others, page), key=lambda one: one.newness, reverse=True)
    kept = ordered[:1]
    for one in ordered[1:]:
        same = any(one.shelved.text == other.shelved.text for other in kept)
        if not same and all(one.shelved.words > other.shelved.words for other in kept[1:]):
            kept.append(one)
    return tuple(kept)


def fallback(known: tuple[Page, ...]) -> Page | None:
    """Return the capture to use when the newest of `known` says nothing, None when there is none.

    It is the newest of those that say something else, but not one that says less than half of what they once said.
    """
    others = known[1:]
    most = max((one.shelved.words for one in others), default=0)
    return next((one for one in others if most and one.shelved.words * 2 >= most), None)


def all_the_same(known: Iterable[tuple[str, tuple[Page, ...]]]) -> dict[str, str]:
    """Return the addresses whose newest captures say one and the same where they said different things before.

    `known` are the captures of each address that may count.

    A login page, an advertisement, a parked domain at 200; with each the reason. Pages with a masthead, contents or an
    issue index are the magazine's own and never such.
    """
    groups: dict[bytes, list[tuple[str, bytes | None]]] = {}
    for key, pages in known:
        notes = pages[0].notes
        if len(pages) > 1 and not (notes.masthead or notes.index or notes.contents):
            other = fallback(pages)
            before = None if other is None else other.shelved.text
            groups.setdefault(pages[0].shelved.text, []).append((key, before))
    found = {}
    for same in groups.values():
        if len({before for _, before in same} - {None}) >= SAME_AT:
            reason = f"{len(same)} pages that said different things say the same"
            found.update({key: reason for key, before in same if before is not None})
    return found
