"""What other pages of the same site say about a page: the issue that promises it, the text that stands everywhere."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

from pipelines.site.model import NOTHING_LEARNED, SiteModel

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pipelines.page import IssueLink


_ENOUGH = 5
"""Pages on which anything learned stands at least (pipelines/site/learner.py)."""


class Place(Enum):
    """Where on a page a bare name stands."""

    OVER = "over the text"
    BEHIND = "behind the text"
    TITLE = "in the title's line"


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """What an issue's contents say of one article."""

    title: str
    authors: tuple[str, ...]
    issue: IssueLink | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteEvidence:
    """What the site as a whole says; maps are keyed by canonical address (pipelines/addresses.py).

    `signing` are the places in which most pages around have bare names, `signers` who signs any page of the site with
    words that say so (pipelines/article/bare_names.py). `shelf` is the folder in which all issues lie, at its
    beginning: the pages of it and of those around it are the site's and no articles. `beside` are pages with addresses
    of a kind that no article or issue has (`beside_issues`).
    `parts` are those of the `issues` on which an issue's own page goes on (pipelines/archive/own_pages.py).
    `folders` are those that belong to an issue each (pipelines/site/folders.py).
    `shared_heads`: see pipelines/article/shared_heads.py.
    """

    model: SiteModel = NOTHING_LEARNED
    promises: Mapping[str, Promise] = field(default_factory=dict)
    issues: Mapping[str, IssueLink] = field(default_factory=dict)
    parts: frozenset[str] = frozenset()
    folders: Mapping[str, IssueLink] = field(default_factory=dict)
    signing: Mapping[str, frozenset[Place]] = field(default_factory=dict)
    signers: frozenset[str] = frozenset()
    shelf: str | None = None
    beside: frozenset[str] = frozenset()
    shared_heads: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @property
    def frame_known(self) -> bool:
        """Whether it is known what stands around the site's texts: that was learned, or was looked for in vain.

        A magazine may have nothing there but furniture that its own words give away.
        """
        return bool(self.model.keys) or (bool(self.promises) and self.model.pages >= _ENOUGH)


NO_EVIDENCE = SiteEvidence()
"""What is known of a site that was never seen."""
