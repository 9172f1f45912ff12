"""Addresses that links spell in other letters than the page was fetched by: some servers make no difference."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipelines.addresses import canonical

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pipelines.archive.survey import PageNotes


def respelt(pages: Iterable[PageNotes]) -> dict[str, str]:
    """Return the canonical addresses that contents lead to, no page has, and one has in other capitals; and that one.

    `pages` are gone through several times.
    """
    listed = {canonical(e.url) for page in pages for e in page.contents if e.url is not None}
    mixed = {key.lower() for key in listed if key != key.lower()}
    mixed |= {low for page in pages if (low := page.key.lower()) != page.key}
    held = {page.key for page in pages if page.key.lower() in mixed} if mixed else set()
    spelt = {key.lower(): key for key in sorted(held)}
    return {key: spelt[key.lower()] for key in listed - held if key.lower() in spelt}
