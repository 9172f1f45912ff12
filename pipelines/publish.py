"""From a settled page to the lines that are published of it."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter

from output.models import Article, CaptureRef, Extractor, Furniture, Image, IssueRef, Link
from pipelines.addresses import article_id, piece_id, published
from pipelines.article.kinds import article_blocks
from pipelines.document.textblock import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from output.capture import Capture
    from output.models import Block
    from pipelines.article.article_parts import ArticleParts
    from pipelines.document.textblock import TextBlock
    from pipelines.furniture.piece import Piece
    from pipelines.page import IssueLink
    from pipelines.profile import Profile
    from pipelines.settled import Settled

EXTRACTOR_VERSION = "9"
"""Raised whenever the same record may give another line; part of every article line."""

_LANGUAGE_SAMPLE = 4000
"""Characters of an article that tell its language."""

_FOLDED = frozenset({"paragraph", "heading", "quote"})
"""Kinds of blocks whose text is one line, folded in the page's walk."""

_PIECES = TypeAdapter(list[Furniture])
"""Makes all pieces of a page at once, with what is in them, in two thirds of the time that making each takes."""

_NOT_LATIN = bytes(byte for byte in range(256) if not chr(byte).isalpha() or byte > 127)
_KAZAKH = re.compile(r"[әғқңөұүһі]", re.IGNORECASE)


def capture_ref(capture: Capture) -> CaptureRef:
    """Return the published form of a capture."""
    return CaptureRef(
        target_uri=capture.target_uri,
        date=capture.date,
        record_id=capture.record_id,
        payload_digest=capture.payload_digest,
        filename=capture.filename,
        offset=capture.offset,
        length=capture.length,
        source=capture.source,
    )


def issue_ref(issue: IssueLink) -> IssueRef:
    """Return the published form of an issue."""
    return IssueRef(id=issue.id, year=issue.year, number=issue.number)


def publish_article(
    settled: Settled, *, capture: CaptureRef, profile: Profile, position: int | None = None
) -> Article | None:
    """Return the line of a page's article, None when the page has none; `position` is its place in the issue."""
    parts = settled.article
    if parts is None:
        return None
    blocks = article_blocks(parts.body)
    text = "\n\n".join(block.text for block in blocks)
    title = fold(parts.title.text)
    authors = list(parts.byline.authors)
    said = [block.text if block.kind in _FOLDED else fold(block.text) for block in blocks]
    return Article(
        id=article_id(settled.parsed.document.url),
        url=published(settled.parsed.document.url),
        kind=parts.kind,
        language=language_of(f"{title} {text}"),
        title=title,
        authors=authors,
        byline=parts.byline.text,
        issue=issue_ref(parts.issue) if parts.issue is not None else None,
        position=position,
        blocks=blocks,
        text=text,
        word_count=sum(line.count(" ") + 1 for line in said if line),
        links=_links(parts.body),
        images=_images(parts),
        source_line=parts.source_line,
        dateline=parts.dateline,
        unplaced=[block.text for block in settled.unplaced],
        content_digest=_digest((title, *map(fold, authors), *said)),
        extractor=Extractor(name="backissue", version=EXTRACTOR_VERSION, profile=profile.name),
        capture=capture,
    )


def content_digest(title: str, authors: Sequence[str], blocks: Iterable[Block]) -> str:
    """Return `sha256:` and hex digits over title, authors and block texts, white space folded, a line each (UTF-8)."""
    return _digest(fold(line) for line in (title, *authors, *(block.text for block in blocks)))


def _digest(lines: Iterable[str]) -> str:
    return "sha256:" + hashlib.sha256("\n".join(lines).encode()).hexdigest()


def language_of(text: str) -> str | None:
    """Return `en`, `ru` or `kk` by the letters of `text`, None when it has hardly any."""
    sample = text[:_LANGUAGE_SAMPLE]
    # In UTF-16 the Cyrillic letters are those with 04 as their upper byte; in UTF-8 the Latin ones are single bytes.
    cyrillic = sample.encode("utf-16-le", "replace")[1::2].count(4) if not sample.isascii() else 0
    latin = len(sample.encode("utf-8", "replace").translate(None, _NOT_LATIN))
    if cyrillic + latin < 8:
        return None
    if cyrillic < latin:
        return "en"
    return "kk" if len(_KAZAKH.findall(sample)) * 40 > cyrillic else "ru"


def _links(body: Iterable[TextBlock]) -> list[Link]:
    found: dict[tuple[str, str], None] = {}
    for block in body:
        if len(block.spans) == 1 and block.spans[0].url is None:
            continue  # as most are
        text, url = "", None
        for span in (*block.spans, None):
            if span is not None and span.url == url and url is not None:
                text += "" if span.image else span.text
                continue
            if url is not None:
                found[fold(text), url] = None
            text, url = ("", None) if span is None else ("" if span.image else span.text, span.url)
    return [Link(text=text, url=url) for text, url in found]


def _images(parts: ArticleParts) -> list[Image]:
    return [Image(url=p.url, alt=p.alt) for p in dict.fromkeys(p for b in parts.body for p in b.pictures)]


def publish_furniture(settled: Settled, *, capture: CaptureRef) -> list[Furniture]:
    """Return the lines of a page's furniture, in page order."""
    url = settled.parsed.document.url
    page_id, page_url = article_id(url), published(url)
    return _PIECES.validate_python(
        [_piece(piece, at, page_id, page_url, capture) for at, piece in enumerate(settled.pieces)]
    )


def _piece(piece: Piece, at: int, page_id: str, page_url: str, capture: CaptureRef) -> dict[str, Any]:
    """Return what a published piece says, before it is made."""
    seed = f"{capture.record_id or capture.target_uri}#{at}"
    return {
        "id": piece_id(page_id, seed),
        "page_url": page_url,
        "kind": piece.kind,
        "text": piece.text,
        "name": piece.name,
        "quotes": [
            {
                "pair": f"{r.base}/{r.quote}",
                "base": r.base,
                "quote": r.quote,
                "rate": r.rate,
                "change": r.change,
            }
            for r in piece.rates
        ],
        "entries": [
            {"title": e.title, "authors": list(e.authors), "url": e.url and published(e.url)}
            for e in piece.entries
        ],
        "links": [{"text": text, "url": link and published(link)} for text, link in piece.links],
        "year": piece.year,
        "number": piece.number,
        "issues": len(piece.issues) if piece.kind == "issue_index" else None,
        "pages": piece.pages,
        "capture": capture,
    }
