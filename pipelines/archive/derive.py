"""The final JSON Lines of an archive: a function of its captures, the profile and the extractor, nothing else.

Two passes with flat memory: every page is taken apart once and laid aside; when all have been read, each is settled
with what the others say of it. Crawl, extract and rebuild all come through here (design §4).
"""

from __future__ import annotations

from collections import Counter
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from output.durable import replacing
from output.jsonl import line_text, write_lines
from pipelines.archive.accounts import issue_lines
from pipelines.archive.fetches import capture_line
from pipelines.archive.gather import read_archive, survey_archive
from pipelines.archive.model_file import model_digest
from pipelines.archive.order import issue_number_key
from pipelines.archive.settling import settle_page
from pipelines.archive.shelf import Shelf
from pipelines.archive.tally import account_of
from pipelines.conflicts import FIELDS, ConflictField
from pipelines.publish import capture_ref, content_digest, publish_article, publish_furniture
from pipelines.site.folders import in_folder

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from output.memento import Memento
    from pipelines.archive.choice import Quarantined
    from pipelines.archive.gather import Archive
    from pipelines.archive.survey import PageNotes, Survey
    from pipelines.archive.tally import Account
    from pipelines.profile import Profile
    from pipelines.site.evidence import SiteEvidence

_MOST_CUT = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class DerivedCounts:
    """What was derived: lines by file, pages read, text blocks of pages left over, and articles missing by issue id.

    `kept` are repeated blocks that were left in articles all the same, `conflicts` articles by the field in which page
    and contents disagree, `model` is the digest of the site model that was used. `cut` are the addresses of pages that
    could not be read whole, the first hundred, with the reasons.
    """

    articles: int
    issues: int
    furniture: int
    captures: int
    pages: int
    unplaced: int
    kept: int
    model: str
    conflicts: dict[ConflictField, int] = field(default_factory=dict)
    missing: dict[str, int] = field(default_factory=dict)
    cut: dict[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Derived:
    """What was derived: counts, what all pages together say, each issue's account, and captures that don't count.

    `held` are the canonical addresses of the articles, and of pages that list an issue's.
    """

    counts: DerivedCounts
    evidence: SiteEvidence
    account: Account
    quarantined: tuple[Quarantined, ...]
    held: frozenset[str]


def derive(
    mementos: Iterable[Memento],
    *,
    profile: Profile,
    folder: Path,
    model_file: Path | None = None,
    shelf: Shelf | None = None,
) -> DerivedCounts:
    """Write the lines of `mementos` as `derive_archive` does, and return what there is of them."""
    return derive_archive(mementos, profile=profile, folder=folder, model_file=model_file, shelf=shelf).counts


def derive_archive(
    mementos: Iterable[Memento],
    *,
    profile: Profile,
    folder: Path,
    model_file: Path | None = None,
    shelf: Shelf | None = None,
) -> Derived:
    """Write articles, issues, furniture and captures .jsonl of `mementos` into `folder`; each replaced by rename.

    Lines come in an order that does not depend on the order of the crawl: articles and furniture by issue, place
    and address, issues by year and number, captures by date. `model_file`: see `survey_archive`.
    `shelf` may hold pages that were read before, of the same records with the same profile; it is emptied.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        laid_aside = stack.enter_context(shelf or Shelf())
        archive = stack.enter_context(closing(read_archive(mementos, profile, laid_aside)))
        found = survey_archive(archive, laid_aside, profile, model_file=model_file)
        settled = _settle_all(archive, found, profile, laid_aside, folder)
        return _summed_up(archive, found, settled, folder)


def _summed_up(archive: Archive, found: Survey, settled: _SettledArchive, folder: Path) -> Derived:
    """Write the lines of issues and captures, and return what there is of everything."""
    pages = archive.pages.chosen
    issues = list(
        issue_lines(
            found,
            held=settled.held,
            newest=archive.fetches.newest,
            capture=lambda key: None if (page := pages.get(key)) is None else page.fetch.capture,
        )
    )
    homes = {key for key, page in pages.items() if page.notes.index and page.notes.masthead is None}
    counts = DerivedCounts(
        articles=len(settled.held),
        issues=write_lines(folder / "issues.jsonl", issues),
        furniture=settled.furniture,
        captures=write_lines(
            folder / "captures.jsonl",
            (
                capture_line(
                    fetch,
                    is_article=lambda key: key in settled.held or key in found.positions,
                    is_issue=found.evidence.issues.__contains__,
                    is_home=homes.__contains__,
                )
                for fetch in archive.fetches
            ),
        ),
        pages=len(pages),
        unplaced=settled.unplaced,
        kept=settled.kept,
        conflicts={name: settled.conflicts[name] for name in FIELDS},
        model=model_digest(found.evidence.model),
        missing={line.id: len(line.missing) for line in issues if line.missing},
        cut=settled.cut,
    )
    quarantined = {**archive.quarantined, **settled.quarantined}
    return Derived(
        counts=counts,
        evidence=found.evidence,
        account=account_of(issues),
        quarantined=tuple(quarantined[key] for key in sorted(quarantined)),
        held=frozenset(settled.held) | found.evidence.parts,
    )


@dataclass(slots=True)
class _SettledArchive:
    """What the second pass has counted; `held` maps an article's canonical address to its title."""

    held: dict[str, str] = field(default_factory=dict)
    furniture: int = 0
    unplaced: int = 0
    kept: int = 0
    conflicts: Counter[ConflictField] = field(default_factory=Counter)
    quarantined: dict[str, Quarantined] = field(default_factory=dict)
    cut: dict[str, tuple[str, ...]] = field(default_factory=dict)


def _settle_all(
    archive: Archive, found: Survey, profile: Profile, shelf: Shelf, folder: Path
) -> _SettledArchive:
    """Settle each page and write its article and furniture; an article that is another's copy is left out."""
    done = _SettledArchive()
    seen: set[tuple[str, str]] = set()
    with replacing(folder / "articles.jsonl") as articles, replacing(folder / "furniture.jsonl") as furniture:
        places = sorted((_place(page.notes, found), key) for key, page in archive.pages.chosen.items())
        for _, key in places:
            chosen = settle_page(key, archive, found, profile, shelf)
            page, settled = chosen.page, chosen.settled
            if chosen.quarantined is not None:
                done.quarantined[key] = chosen.quarantined
            if (notes := settled.parsed.document.notes) and len(done.cut) < _MOST_CUT:
                done.cut[page.fetch.capture.target_uri] = notes
            capture = capture_ref(page.fetch.capture)
            done.unplaced += len(settled.unplaced)
            done.kept += len(settled.kept)
            done.conflicts.update(conflict.field for conflict in settled.conflicts)
            for line in publish_furniture(settled, capture=capture):
                furniture.write(line_text(line).encode() + b"\n")
                done.furniture += 1
            position = found.positions.get(page.notes.key, (None, None))[1]
            article = publish_article(settled, capture=capture, profile=profile, position=position)
            if article is None:
                continue
            # Authors may be known of one address only, so they don't count.
            copy = (
                article.issue.id if article.issue else "",
                content_digest(article.title, (), article.blocks),
            )
            if (position is None or key in found.further) and copy in seen:
                continue
            seen.add(copy)
            done.held[page.notes.key] = article.title
            articles.write(line_text(article).encode() + b"\n")
    return done


def _place(notes: PageNotes, found: Survey) -> tuple[object, ...]:
    """Return what pages are ordered by: year, number, place in the issue, address; those of no issue last."""
    name, position = found.positions.get(notes.key, (None, None))
    issue = found.issues[name].issue if name else notes.masthead or found.evidence.issues.get(notes.key)
    issue = issue or in_folder(notes.key, found.evidence.folders)
    if issue is None:
        return (1, 0, (), 1, 0, 0, notes.key)
    # By their letters `7-2.html` comes before `7.html`, and `7-10.html` before both.
    page = len(notes.key) if notes.key in found.further else 0
    return (0, issue.year, issue_number_key(issue.number), position is None, position or 0, page, notes.key)
