"""Whether a page only lists others: beginnings of their texts, an issue's contents, titles over authors' names."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from pipelines.addresses import canonical, folder_of_front, host_of
from pipelines.article.author_line import is_signature
from pipelines.article.body import is_navigation
from pipelines.article.teasers import lists_teasers
from pipelines.furniture.bare_contents import REASON as BARE
from pipelines.furniture.listed_contents import REASON as LISTS_ITS_OWN
from pipelines.words.names import names_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pipelines.article.article_parts import ArticleParts
    from pipelines.article.byline import Byline
    from pipelines.document.textblock import TextBlock
    from pipelines.furniture.piece import Piece
    from pipelines.page import IssueLink
    from pipelines.parsed import Parsed
    from pipelines.site.evidence import Promise, SiteEvidence

_LONG = 25
_LEAST_WORDS = 60
"""Words above a list of titles and names that are a text."""

_SIGNED = 4
"""Links with a name below each from which a page is a list of articles, whatever else it says in short lines."""

_LISTING = 5
"""Lines of links, besides the frame's, from which a page lists others."""

_LONGEST_ENTRY, _LINKED = 25, 0.2
_SENTENCE, _LONGEST_ANNOTATION = 7, 120
_ANNOTATED = 5
"""Links with a paragraph below each from which a page is a list of what that tells of."""

_NUMBER, _WORD = re.compile(r"\d+"), re.compile(r"[^\W\d_]{2,}")
_FEW = 3
"""Words of a title beside which issue it is."""

_PROMISED = 3
"""Articles of an issue that its own page leads to, but in contents, from which it lists them."""


def is_list(
    found: ArticleParts,
    parsed: Parsed,
    free: Iterable[TextBlock],
    pieces: Iterable[Piece],
    promise: Promise | None,
    evidence: SiteEvidence,
) -> bool:
    """Return whether a page only lists others: beginnings of their texts, or an issue's contents not read as such.

    What the contents promise is none. `free` are the blocks that no furniture (`pieces`) has taken.
    """
    if promise is not None:
        return False
    url = parsed.document.url
    # Of a site nothing is known of, whoever has the page read takes it for an article.
    known_site, blocks = evidence.frame_known, parsed.document.blocks
    if known_site and (
        lists_teasers(blocks, found.body, found.title.order, url)
        or _lists_annotated(found.body, blocks, canonical(url))
    ):
        return True
    free, prose = tuple(free), _is_prose(found.body)
    if known_site and not prose and not _says_by(found.byline) and _lists_signed(found, free, url):
        return True
    issue = evidence.issues.get(canonical(url))
    if issue is None:
        return False
    if _says_issue(found.title.text, issue) or _lists_promised(blocks, pieces, canonical(url), evidence):
        return True
    within = [b for b in free if _leads_within_site(b, url)]
    lists = _lists_its_own(pieces) or lists_others(within) or _leads_into_folder(within, canonical(url))
    return lists and not prose


def lists_others(free: Iterable[TextBlock]) -> bool:
    """Return whether a page lists others, besides the frame's links."""
    return sum(1 for b in free if is_navigation(b)) >= _LISTING


def _lists_its_own(pieces: Iterable[Piece]) -> bool:
    """Return whether an issue's page lists its articles without a heading that says so."""
    return any(piece.reason in (LISTS_ITS_OWN, BARE) for piece in pieces)


def _says_issue(title: str, issue: IssueLink) -> bool:
    """Return whether a title says which issue the page is, and a few words more at most: `Issue 3, 2009`."""
    said, words = _NUMBER.findall(title), _WORD.findall(title)
    return len(words) <= _FEW and sorted(said) == sorted([str(issue.year), *_NUMBER.findall(issue.number)])


def _lists_promised(
    page: Iterable[TextBlock], pieces: Iterable[Piece], issue: str, evidence: SiteEvidence
) -> bool:
    """Return whether lines on the issue's page at `issue`, of no contents, lead to articles that these promise."""
    read = {order for piece in pieces if piece.kind == "contents" for order in piece.orders}
    lines = (b for b in page if b.linked_words and b.order not in read and is_navigation(b))
    led_to = {canonical(span.url) for b in lines for span in b.spans if span.url}
    promised = (evidence.promises.get(address) for address in led_to)
    own = evidence.issues[issue]
    found = (p.issue for p in promised if p is not None and p.issue is not None)
    return sum((i.year, i.number) == (own.year, own.number) for i in found) >= _PROMISED


def _leads_within_site(block: TextBlock, url: str) -> bool:
    """Return whether a block has a link to a page of the site that the page at `url` is of."""
    return any(host_of(span.url) == host_of(url) for span in block.spans if span.url)


def _says_by(byline: Byline) -> bool:
    """Return whether a line says who wrote the page, and does not only name somebody."""
    return any(map(is_signature, (byline.text or "").splitlines()))


def _lists_signed(found: ArticleParts, free: Iterable[TextBlock], url: str) -> bool:
    """Return whether links to the site's other pages stand below a title, each over an author's name, and no text.

    A menu stands above a title, or below a text.
    """
    title = found.title.order or 0
    said = pairwise(b for b in free if b.text and b.order >= title)
    signed = {b.text: b for link, b in said if is_navigation(link) and _leads_within_site(link, url)}
    names = [b.order for text, b in signed.items() if names_in(text)]
    above = sum(b.words for b in found.body if names and b.order < names[0])
    return len(names) >= _SIGNED and above < _LEAST_WORDS


def _lists_annotated(body: Iterable[TextBlock], blocks: Iterable[TextBlock], address: str) -> bool:
    """Return whether the first page of a folder leads to others in it, and nearly all it tells is what each is about.

    That stands right below each, and is no more than a paragraph.
    """
    folder = folder_of_front(address)
    if folder is None:
        return False
    told: dict[str, int] = {}
    links: set[int] = set()
    for line, below in pairwise(b for b in blocks if b.text):
        led_to = [to for s in line.spans if s.url and (to := canonical(s.url)).startswith(folder)]
        if not led_to or line.words > _LONGEST_ENTRY or line.link_share < _LINKED:
            continue
        links.add(line.order)
        if _SENTENCE <= below.words <= _LONGEST_ANNOTATION:
            told.update(dict.fromkeys(led_to, below.words))
    said = sum(b.words for b in body if b.words >= _SENTENCE and b.order not in links)
    return len(told.keys() - {address, folder}) >= _ANNOTATED and sum(told.values()) * 4 >= said * 3


def _leads_into_folder(blocks: Iterable[TextBlock], address: str) -> bool:
    """Return whether the page at a canonical `address` is the first of its folder, and leads to another there."""
    folder = folder_of_front(address)
    led_to = (canonical(span.url) for b in blocks for span in b.spans if span.url)
    return folder is not None and any(to.startswith(folder) and to not in (address, folder) for to in led_to)


def _is_prose(body: Iterable[TextBlock]) -> bool:
    """Return whether half of a text's words stand in longer blocks."""
    said = [b.words for b in body]
    return 2 * sum(words for words in said if words > _LONG) > sum(said)
