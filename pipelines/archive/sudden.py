"""A change of most articles at once: no magazine rewrites its back issues in a night, so it is not believed at first.

What such captures say counts when it is seen again a day later or more, or as soon as it is what was known before.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from pipelines.archive.choice import set_aside
from pipelines.article.kinds import article_blocks
from pipelines.publish import content_digest
from pipelines.settled import settle

if TYPE_CHECKING:
    from datetime import datetime

    from pipelines.archive.choice import Page, Quarantined
    from pipelines.archive.page_table import PageTable
    from pipelines.archive.shelf import Shelf
    from pipelines.archive.survey import Survey
    from pipelines.profile import Profile
    from pipelines.site.evidence import SiteEvidence

ENOUGH = 10
"""Articles below which it says nothing that half of them have changed."""

_WORDS = 30
"""Words outside the furniture from which on a page that no contents promise may be an article."""

AT_ONCE = timedelta(days=7)
"""Changes that were first seen in so long a time are one."""

SEEN_AGAIN = timedelta(days=1)
"""What is still there after so long is how the site is now."""


def disbelieve(pages: PageTable, found: Survey, profile: Profile, shelf: Shelf) -> dict[str, Quarantined]:
    """Put earlier captures in the place of those in `pages` that say that most articles have changed at once.

    Return those that were put aside, by their keys; if there are any, `found` is out of date.
    """
    if not len(pages.other):
        return {}
    latest = max(page.newness[0] for page in pages.chosen.values())
    articles = sum(_may_be_article(key, page, found) for key, page in pages.chosen.items())
    doubted = [
        key
        for key in pages.other
        if _may_be_article(key, pages.chosen[key], found) and _is_fresh(pages, key, latest)
    ]
    if articles < ENOUGH or len(doubted) * 2 <= articles:
        return {}
    changed = [key for key in doubted if _differs(pages, key, profile, found.evidence, shelf)]
    if len(changed) * 2 <= articles:
        return {}
    reason = f"{len(changed)} of {articles} articles changed at once; it counts when it is seen again"
    doubtful = {}
    for key in changed:
        page = pages.chosen[key]
        doubtful[key] = set_aside(page.fetch, page.newness, reason)
        pages.choose(key, pages.other[key], None)
    return doubtful


def _may_be_article(key: str, page: Page, found: Survey) -> bool:
    return key in found.positions or page.shelved.words >= _WORDS


def _is_fresh(pages: PageTable, key: str, latest: datetime) -> bool:
    """Return whether what a page says now was first seen lately, and not since for a day."""
    page = pages.chosen[key]
    first = pages.history(key).first_seen[page.shelved.text]
    return latest - first < AT_ONCE and page.newness[0] - first < SEEN_AGAIN


def _differs(pages: PageTable, key: str, profile: Profile, evidence: SiteEvidence, shelf: Shelf) -> bool:
    """Return whether the article of a page is another than in its earlier capture."""
    said = []
    for page in (pages.chosen[key], pages.other[key]):
        parts = settle(shelf.get(page.shelved), profile, evidence).article
        said.append(
            None if parts is None else content_digest(parts.title.text, (), article_blocks(parts.body))
        )
    return None not in said and said[0] != said[1]
