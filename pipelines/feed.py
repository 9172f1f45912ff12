"""The change feed of a run: the articles before it held against those after it, by content (docs/changes.md)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from output.capture import Capture
from output.errors import BackissueError
from output.models import Change, Version
from output.stored_capture import read_capture
from pipelines.parsed import parse
from pipelines.publish import publish_article
from pipelines.settled import settle

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from output.models import Article, ChangeKind
    from pipelines.evidence import SiteEvidence
    from pipelines.profile import Profile
    from pipelines.state import State

FIELDS = (
    "kind",
    "language",
    "title",
    "authors",
    "byline",
    "issue",
    "position",
    "blocks",
    "links",
    "images",
    "source_line",
    "dateline",
)
"""The keys of an article's line that a change names; the others follow from these or from the capture."""

KINDS: tuple[ChangeKind, ...] = ("new", "changed", "gone", "back")

_CREDITS = ("title", "authors")
_ENOUGH = 10
"""Articles below which it says nothing that half of them have changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """What a run has changed, sorted by address, and how many articles are as they were.

    `unchanged` were not seen with other bytes than before, of `only_furniture` the page has others, but not the
    article; `read_anew` have another digest only because the same page is read otherwise now. With `held_back` the
    changes are too many to be believed: more than half of the articles held.
    """

    changes: tuple[Change, ...]
    unchanged: int
    only_furniture: int
    read_anew: int
    held: int

    @property
    def held_back(self) -> bool:
        """Whether more than half of the articles held would change or go at once."""
        return self.held >= _ENOUGH and self._touched * 2 > self.held

    @property
    def told(self) -> str:
        """How many changes there are, in one line."""
        return (
            f"held back: {self._touched} of {self.held} articles would have changed or gone in one run; "
            "look at held-back.jsonl"
        )

    @property
    def _touched(self) -> int:
        return sum(change.change in {"changed", "gone"} for change in self.changes)

    def as_json(self) -> dict[str, int | bool]:
        """Return what stands in run.json: how many changes of each kind, and how many articles without one."""
        kinds = Counter(change.change for change in self.changes)
        return {
            **{kind: kinds[kind] for kind in KINDS},
            "unchanged": self.unchanged,
            "only_furniture": self.only_furniture,
            "read_anew": self.read_anew,
            "held_back": self.held_back,
        }


def compare(before: State, after: State, *, reread: Callable[[Article], Article | None]) -> Feed:
    """Return what is new, changed, gone or back in `after`.

    `reread` gives what is read today in the page that an article of `before` was read from, None where it can't be
    read: what differs only because we read otherwise has not changed on the site. Raises OSError.
    """
    changes: list[Change] = []
    unchanged = only_furniture = read_anew = 0
    for key in sorted(before.articles.keys() | after.articles.keys()):
        was, now = before.articles.get(key), after.articles.get(key)
        if was is None:
            changes.append(_change("new", None, after.article(key), ()))
        elif now is None or not now.here:
            if was.here:
                changes.append(_change("gone", before.article(key), None, ()))
        elif was.here and was.content_digest == now.content_digest:
            same = was.payload_digest == now.payload_digest
            unchanged, only_furniture = unchanged + same, only_furniture + (not same)
        else:
            old, new = before.article(key), after.article(key)
            fields = _differing(old, new, reread)
            if was.here and not fields:
                read_anew += 1
            else:
                changes.append(_change("changed" if was.here else "back", old, new, fields))
    return Feed(
        changes=tuple(changes),
        unchanged=unchanged,
        only_furniture=only_furniture,
        read_anew=read_anew,
        held=sum(article.here for article in before.articles.values()),
    )


def rereader(archive: Path, profile: Profile, evidence: SiteEvidence) -> Callable[[Article], Article | None]:
    """Return what `compare` wants: an article's page read from the folder `archive` with today's evidence."""

    def reread(article: Article) -> Article | None:
        ref = article.capture
        capture = Capture(
            target_uri=ref.target_uri,
            date=ref.date,
            record_id=ref.record_id,
            payload_digest=ref.payload_digest,
            filename=ref.filename,
            offset=ref.offset,
            length=ref.length,
            source=ref.source,
        )
        try:
            memento = read_capture(archive, capture)
        except (BackissueError, OSError):
            return None
        if not memento.body:
            return None
        parsed = parse(memento.body, url=ref.target_uri, content_type=memento.content_type, profile=profile)
        settled = settle(parsed, profile, evidence)
        return publish_article(settled, capture=ref, profile=profile, position=article.position)

    return reread


def _differing(old: Article, new: Article, reread: Callable[[Article], Article | None]) -> tuple[str, ...]:
    """Return the keys in which `new` differs from what `old` would be if its page were read today."""
    if old.content_digest == new.content_digest:
        return ()
    today = reread(old) or old
    if today.content_digest != new.content_digest:
        return tuple(name for name in FIELDS if getattr(today, name) != getattr(new, name))
    if old.extractor != new.extractor:
        return ()
    # The page says what it said; the contents may have named another title or author.
    return tuple(name for name in _CREDITS if getattr(old, name) != getattr(new, name))


def _change(
    change: ChangeKind,
    before: Article | None,
    after: Article | None,
    fields: tuple[str, ...],
) -> Change:
    told = after or before
    assert told is not None
    return Change(
        url=told.url, change=change, fields=list(fields), before=_version(before), after=_version(after)
    )


def _version(article: Article | None) -> Version | None:
    if article is None:
        return None
    return Version(date=article.capture.date, content_digest=article.content_digest)
