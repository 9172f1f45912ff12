"""The change feed of a run: the articles before it held against those after it, by content (docs/changes.md)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from output.capture import Capture
from output.errors import BackissueError
from output.models import Change, Version
from output.stored_capture import read_capture
from pipelines.parsed import parse
from pipelines.publish import publish_article
from pipelines.settled import settle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from output.models import Article, ChangeKind
    from pipelines.archive.state import State
    from pipelines.profile import Profile
    from pipelines.site.evidence import SiteEvidence

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


@dataclass(slots=True, kw_only=True)
class Feed:
    """How many changes there are of each kind, and how many articles are as they were.

    `unchanged` were not seen with other bytes than before, of `only_furniture` the page has others, but not the
    article; `read_anew` have another digest only because the same page is read otherwise now. With `held_back` the
    changes are too many to be believed: more than half of the articles held.
    """

    kinds: Counter[ChangeKind] = field(default_factory=Counter)
    unchanged: int = 0
    only_furniture: int = 0
    read_anew: int = 0
    held: int = 0

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
        return self.kinds["changed"] + self.kinds["gone"]

    def as_json(self) -> dict[str, int | bool]:
        """Return what stands in run.json: how many changes of each kind, and how many articles without one."""
        return {
            **{kind: self.kinds[kind] for kind in KINDS},
            "unchanged": self.unchanged,
            "only_furniture": self.only_furniture,
            "read_anew": self.read_anew,
            "held_back": self.held_back,
        }


def compare(
    before: State, after: State, *, reread: Callable[[Article], Article | None], feed: Feed
) -> Iterator[Change]:
    """Yield what is new, changed, gone or back in `after`, sorted by address, and count everything in `feed`.

    `reread` gives what is read today in the page that an article of `before` was read from, None where it can't be
    read: what differs only because we read otherwise has not changed on the site. Raises OSError.
    """
    feed.held = sum(article.here for article in before.articles.values())
    for key in sorted(before.articles.keys() | after.articles.keys()):
        change = _compared(key, before, after, reread, feed)
        if change is not None:
            feed.kinds[change.change] += 1
            yield change


def _compared(
    key: str, before: State, after: State, reread: Callable[[Article], Article | None], feed: Feed
) -> Change | None:
    """Return what has become of one article, None, and count it, when nothing has."""
    was, now = before.articles.get(key), after.articles.get(key)
    if was is None:
        return _change("new", None, after.article(key), ())
    if now is None or not now.here:
        return _change("gone", before.article(key), None, ()) if was.here else None
    if was.here and was.content_digest == now.content_digest:
        same = was.payload_digest == now.payload_digest
        feed.unchanged += same
        feed.only_furniture += not same
        return None
    old, new = before.article(key), after.article(key)
    fields = _differing(old, new, reread)
    if was.here and not fields:
        feed.read_anew += 1
        return None
    return _change("changed" if was.here else "back", old, new, fields)


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
