"""Tables of contents: a heading line, then the articles of the issue, one a line: title, gap, authors."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from pipelines.furniture.piece import Piece, orders_of, text_of
from pipelines.legible import legible
from pipelines.names import listed, names_in
from pipelines.page import ContentsEntry
from pipelines.phrases import Phrases, folded_phrases

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipelines.profile import Profile
    from pipelines.textblock import Span, TextBlock

_GAP = re.compile(r"(?:[ \u00a0\u2002\u2003\u3000]{2,}+|\u00a0|\t| ?\.{3,} ?| ?…+ ?)\s*")
_PAGE = re.compile(r"[\s.…·]{0,80}\b\d{1,3}\s{0,9}$")
_LONGEST_ENTRY = 60
_LONGEST_HEADING = 12
"""Words, marks that stand alone among them."""

_LEAD = re.compile(r"^[\s·•|*»>–—-]+|^\d{1,3}[.)]\s+")


def _is_heading(block: TextBlock, phrases: Phrases) -> bool:
    """Return whether a block is the heading of a table of contents and nothing else."""
    if block.words > _LONGEST_HEADING:
        return False
    said = block.text.strip(" :.-–—»*|")
    return len(said) <= phrases.longest and said.casefold() in phrases.said


def find_contents(blocks: Sequence[TextBlock], profile: Profile, *, page_linked: bool) -> list[Piece]:
    """Return the tables of contents among `blocks` (those that nothing else has taken).

    `page_linked`: whether links are known at all; without (a plain text) every line up to the next piece of
    furniture is an entry. With links, the list ends before the first block that neither links nor names authors.
    """
    pieces: list[Piece] = []
    phrases = folded_phrases(profile.contents_phrases)
    if not phrases.said:
        return pieces
    at = 0
    while at < len(blocks):
        if not _is_heading(blocks[at], phrases):
            at += 1
            continue
        end, entries = _read_entries(blocks, at + 1, page_linked=page_linked)
        taken = blocks[at:end]
        pieces.append(
            Piece(
                kind="contents",
                orders=orders_of(taken),
                text=text_of(taken),
                reason="a contents heading and the lines below it",
                entries=tuple(entries),
            )
        )
        at = end
    return pieces


def _read_entries(
    blocks: Sequence[TextBlock], start: int, *, page_linked: bool
) -> tuple[int, list[ContentsEntry]]:
    entries: list[ContentsEntry] = []
    at = start
    while at < len(blocks):
        block = blocks[at]
        if block.order > blocks[at - 1].order + 1 and _jumps(blocks, at):
            break
        if not block.text:
            at += 1
            continue
        if block.words > _LONGEST_ENTRY:
            break
        if block.linked_words:
            entries.extend(linked_entries(block))
        elif not page_linked:
            entries.append(_plain_entry(block.raw))
        elif entries and not entries[-1].authors and (authors := _authors_line(block.text)) is not None:
            last = entries[-1]
            entries[-1] = ContentsEntry(title=last.title, authors=authors, url=last.url)
        elif _entry_between(blocks, at):
            entries.append(_plain_entry(block.raw))
        else:
            break
        at += 1
    return at, entries


def _jumps(blocks: Sequence[TextBlock], at: int) -> bool:
    """Return whether other furniture stands between this block and the one before: the list is over."""
    return blocks[at].order - blocks[at - 1].order > 1


def _entry_between(blocks: Sequence[TextBlock], at: int) -> bool:
    """Return whether an unlinked line stands between linked ones: the list's line for the page itself."""
    follower = next((b for b in blocks[at + 1 : at + 3] if b.text), None)
    return follower is not None and follower.linked_words > 0 and blocks[at].words <= 25


def _authors_line(text: str) -> tuple[str, ...] | None:
    text = text.removeprefix("By ").removeprefix("by ")
    return names_in(text) or (
        listed(text) or None if len(text.split()) <= 12 and text[:1].isupper() else None
    )


def linked_entries(block: TextBlock) -> list[ContentsEntry]:
    """Return the entries of a block with links: each link's text is a title, what follows it are authors.

    A link to a site's first page is none.
    """
    groups: list[tuple[str, list[Span], list[str]]] = []
    for span in block.spans:
        if span.image or (span.url and _is_home(span.url)):
            continue
        if span.url:
            if groups and groups[-1][0] == span.url and not "".join(groups[-1][2]).strip():
                groups[-1][1].append(span)
            else:
                groups.append((span.url, [span], []))
        elif groups:
            groups[-1][2].append(span.text)
    return [entry for group in groups if (entry := _linked_entry(*group)) is not None]


@lru_cache(maxsize=1024)
def _is_home(url: str) -> bool:
    """Return whether an address is that of a site's first page."""
    parts = urlsplit(url)
    return not parts.path.strip("/") and not parts.query


def _linked_entry(url: str, spans: list[Span], rest: list[str]) -> ContentsEntry | None:
    title_raw = "".join(span.text for span in spans)
    rest_raw = "".join(rest)
    if (
        not rest_raw.strip(" \u00a0,.;:|–—-/")
        and len(parts := _GAP.split(title_raw.strip(), maxsplit=1)) == 2
    ):
        title_raw, rest_raw = parts  # the link spans title and authors
        if not listed(rest_raw):
            title_raw, rest_raw = f"{parts[0]} {parts[1]}", ""
    title = " ".join(_LEAD.sub("", title_raw).split()).strip(" ·|")
    if not title:
        return None
    return ContentsEntry(title=title, authors=_authors(rest_raw), url=url)


def _plain_entry(raw: str) -> ContentsEntry:
    """Return the entry of a line without links: title, gap, authors."""
    line = _LEAD.sub("", raw.strip())
    pieces = [piece for piece in _GAP_PLAIN.split(line) if piece.strip()]
    if len(pieces) > 1 and (authors := _authors(" ".join(pieces[1:]))):
        return ContentsEntry(title=" ".join(pieces[0].split()), authors=authors, url=None)
    return ContentsEntry(title=" ".join(line.split()), authors=(), url=None)


_GAP_PLAIN = re.compile(r"[ \u00a0\u2002\u2003\u3000]{2,}|\t+| ?\.{3,} ?| ?…+ ?")


def _authors(text: str) -> tuple[str, ...]:
    cleaned = _PAGE.sub("", " ".join(legible(text).split())).strip(" .,;:|/–—-()")
    return listed(cleaned.removeprefix("By ").removeprefix("by "))
