"""Small ways to read a page in a test: HTML or plain text in, what the pipelines make of it out."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from crawler import sites
from output.capture import Capture
from output.memento import Memento
from pipelines.parsed import parse
from pipelines.read import read_page
from pipelines.settled import settle
from pipelines.site.evidence import NO_EVIDENCE, SiteEvidence

if TYPE_CHECKING:
    from output.models import Article
    from pipelines.furniture.piece import Piece
    from pipelines.page import PageSummary
    from pipelines.settled import Settled

PROFILE = sites.load("investkz")
_GENERIC = sites.load("generic")
URL = "http://www.investkz.com/en/journals/45/55.html"
NAME = "KAZAKHSTAN International Business Magazine"
PROSE = (
    "The harvest of that year surprised even those who had sown it, and the elevators along the northern line "
    "were full by the second week of September."
)
MORE = (
    "Prices followed a month later, when the first trains reached the ports and the buyers found that there was "
    "more grain than wagons to carry it away."
)


def capture(url: str = URL, *, second: int = 0) -> Capture:
    """Return a capture of `url` without a WARC file behind it, made at that second of a fixed minute."""
    return Capture(
        target_uri=url,
        date=datetime(2026, 1, 1, 12, second // 60, second % 60, tzinfo=UTC),
        record_id=None,
        payload_digest=None,
        filename="test.warc.gz",
        offset=second,
        length=1,
        source="live",
    )


def memento(
    body: str | bytes, url: str = URL, *, second: int = 0, status: int = 200, mime: str = "text/html"
) -> Memento:
    """Return a memento of a page."""
    return Memento(
        capture=capture(url, second=second),
        record_type="response",
        status=status,
        headers=((b"Content-Type", mime.encode()),),
        body=body.encode() if isinstance(body, str) else body,
    )


def summary(
    body: str | bytes, *, url: str = URL, content_type: str = "text/html; charset=utf-8"
) -> PageSummary:
    """Return what a spider is told of a page."""
    raw = body.encode() if isinstance(body, str) else body
    return read_page(raw, url=url, content_type=content_type, capture=capture(url), profile=PROFILE)


def settled(
    body: str, *, url: str = URL, content_type: str = "text/html", evidence: SiteEvidence = NO_EVIDENCE
) -> Settled:
    """Return a page with every block placed."""
    return settle(
        parse(body.encode(), url=url, content_type=content_type, profile=PROFILE), PROFILE, evidence
    )


def pieces(body: str, kind: str) -> list[Piece]:
    """Return the furniture of that kind which a page's own words give away."""
    html = f"<html><body>{body}</body></html>"
    parsed = parse(html.encode(), url=URL, content_type="text/html; charset=utf-8", profile=PROFILE)
    return [piece for piece in parsed.pieces if piece.kind == kind]


def page(*lines: str, title: str = "Grain on the Northern Line") -> str:
    """Return a small magazine page whose article has `lines` as its paragraphs."""
    body = "".join(f"<p>{line}</p>" for line in lines)
    return (
        f"<html><body><p>USD/KZT 443.16&nbsp; +0.13</p><p>&nbsp; {NAME} №4, 2005</p><p>{title}</p><h1>{title}</h1>"
        f"{body}"
        "<p>Table of contents</p><p><a href='/en/journals/45/56.html'>Wagons and Ports</a>&nbsp; Asel Omarova</p>"
        "<p>· 2006 <a href='/en/journals/46/'>№1</a>&nbsp; <a href='/en/journals/47/'>№2</a></p>"
        "<p>· 2005 <a href='/en/journals/44/'>№3</a>&nbsp; <a href='/en/journals/45/'>№4</a></p>"
        "<p>Rambler's Top100</p><p><a href='http://wmc.example/'>WMC</a> <a href='http://b.example/'>Baurzhan</a></p>"
        "</body></html>"
    )


def read_unknown(body: str, *, url: str, title: str) -> Article | None:
    """Return the article of a page with `body` at `url`, of which nothing is known but that its head says `title`."""
    html = f"<html><head><title>{title}</title></head><body>{body}</body></html>"
    read = read_page(
        html.encode(),
        url=url,
        content_type="text/html; charset=utf-8",
        capture=capture(url),
        profile=_GENERIC,
    )
    return read.article


def unknown_article(body: str, *, url: str, title: str) -> Article:
    """Return the article called `title`, printed over `body`, of a page at `url` of which nothing is known."""
    found = read_unknown(f"<h1>{title}</h1>{body}", url=url, title=title)
    assert found is not None
    assert found.title == title
    return found


def texts(body: str) -> list[tuple[str, str]]:
    """Return kind and text of each block of a page's article; none when it has no article."""
    article = summary(body).article
    return [] if article is None else [(block.kind, block.text) for block in article.blocks]
