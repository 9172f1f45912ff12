"""One page, read on its own: what a spider needs at once, provisional until the run's end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipelines.addresses import canonical
from pipelines.furniture.masthead import masthead_of
from pipelines.furniture.steps import issues_beside, steps_of, years_of
from pipelines.page import PageSummary
from pipelines.parsed import parse
from pipelines.publish import capture_ref, publish_article, publish_furniture
from pipelines.settled import settle
from pipelines.site.evidence import SiteEvidence
from pipelines.site.folders import folders_of
from pipelines.site.model import NOTHING_LEARNED, SiteModel

if TYPE_CHECKING:
    from output.capture import Capture
    from pipelines.archive.shelf import Shelf
    from pipelines.page import IssueLink
    from pipelines.parsed import Parsed
    from pipelines.profile import Profile


def read_page(
    body: bytes,
    *,
    url: str,
    content_type: str | None,
    capture: Capture,
    profile: Profile,
    model: SiteModel = NOTHING_LEARNED,
    index: tuple[IssueLink, ...] = (),
    part: bool = False,
    sections: tuple[IssueLink, ...] = (),
    shelf: Shelf | None = None,
) -> PageSummary:
    """Return what the page in `body` (bytes, content codings undone) says by itself. Never raises on any bytes.

    `model` is what earlier runs have learned of the site, `index` are the issues it is known to have by now;
    `part`: an issue's own page goes on here. With `sections`, the same issues, a page that shows neither an article nor
    contents is read as such a part. On `shelf` the page is laid aside for `derive`.
    """
    parsed = parse(body, url=url, content_type=content_type, profile=profile)
    if shelf is not None and url == capture.target_uri:
        shelf.put(parsed, record_id=capture.record_id)
    said = _summary(parsed, capture=capture, profile=profile, model=model, index=index, part=part)
    if said.article is not None or said.contents or not sections:
        return said
    return _summary(parsed, capture=capture, profile=profile, model=model, index=sections, part=True)


def _summary(
    parsed: Parsed,
    *,
    capture: Capture,
    profile: Profile,
    model: SiteModel,
    index: tuple[IssueLink, ...],
    part: bool,
) -> PageSummary:
    url = parsed.document.url
    issues = {canonical(link.url): link for link in index if link.url is not None}
    parts = frozenset({canonical(url)}) if part else frozenset()
    evidence = SiteEvidence(model=model, issues=issues, parts=parts, folders=folders_of(issues))
    settled = settle(parsed, profile, evidence)
    ref = capture_ref(capture)
    contents = tuple(e for p in settled.pieces if p.kind == "contents" and not p.issues for e in p.entries)
    index_shown = tuple(i for p in settled.pieces if p.kind == "issue_index" for i in p.issues)
    by_issue = [(p.issues[0], p.entries) for p in settled.pieces if p.kind == "contents" and p.issues]
    document = settled.parsed.document
    return PageSummary(
        url=url,
        issue_index=index_shown,
        contents=contents,
        masthead=masthead_of(settled.pieces),
        requisites=document.requisites,
        links=document.links,
        article=publish_article(settled, capture=ref, profile=profile),
        furniture=tuple(publish_furniture(settled, capture=ref)),
        unplaced=tuple(block.text for block in settled.unplaced),
        title=settled.printed_title,
        frames=document.frames,
        steps=steps_of(document, whole_folder=not contents),
        by_issue=tuple(by_issue),
        issues_beside=() if by_issue or index_shown else issues_beside(document),
        years=() if contents else tuple(years_of(document).items()),
    )
