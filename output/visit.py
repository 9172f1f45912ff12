"""A visit: one address to fetch, as the crawl plans it and the ledger keeps it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

VisitKind = Literal["home", "issue", "article", "requisite", "other"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """An address to fetch, once: what it is expected to be, for which issue, and how it was found.

    `hops` is the path from the seed in Heritrix' letters: L a link, E something embedded.
    """

    url: str
    kind: VisitKind
    issue: str | None = None
    via: str | None = None
    hops: str = ""
