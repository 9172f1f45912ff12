"""One line of a table of contents: title, gap, authors, in whichever way a page sets them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from pipelines.page import ContentsEntry
from pipelines.words.legible import legible
from pipelines.words.names import listed, names_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipelines.document.textblock import Span, TextBlock

_GAP = re.compile(r"(?:[ \u00a0\u2002\u2003\u3000]{2,}+|\u00a0|\t| ?\.{3,} ?| ?…+ ?)\s*")
_GAP_PLAIN = re.compile(r"[ \u00a0\u2002\u2003\u3000]{2,}|\t+| ?\.{3,} ?| ?…+ ?")
_PAGE = re.compile(r"[\s.…·]{0,80}\b\d{1,3}\s{0,9}$")
_LONGEST_LEAD = 3
"""Words that may stand before an entry's link and end like a sentence: `Dr. Ann Lee.`"""

_OPEN = (":", "–", "—", "-", "(", "“", '"', "‘")
_JOINING = frozenset(
    "a about after against and as at before by for from in of on or the to versus vs with".split()
)
"""What a title does not end with."""

_OTHER_FORM = re.compile(
    r"\W{0,4}(?:print(?:able|er[- ]friendly)?(?: version| page| this)?|for print(?:ing)?|pdf|e-?mail(?: this)?"
    r"|печать|(?:версия )?для печати|распечатать)\W{0,4}",
    re.IGNORECASE,
)
"""What leads to an article in another form, or sends it to somebody."""

_SEPARATORS = " \u00a0,.;:|–—-/"
_ANNOUNCED = re.compile(r"(?:by|authors?:)\s", re.IGNORECASE)
"""What stands before authors' names and says that they are some."""

LEAD = re.compile(r"^[\s·•|*»>–—-]+|^\d{1,3}[.)]\s+")
"""What an entry begins with that is not its title: a bullet, a number."""


def linked_entries(block: TextBlock) -> list[ContentsEntry]:
    """Return the entries of a block with links: each link's text is a title, what follows it are authors.

    Where names stand before the first link and nothing behind the last, the authors stand before their titles.
    A link to a site's first page is none.
    """
    groups: list[tuple[str, list[Span], list[str]]] = []
    before: list[str] = []
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
        else:
            before.append(span.text)
    lead = LEAD.sub("", "".join(before)) if before else ""
    if (
        lead.strip().endswith((".", "!", "?", "…"))
        and len(lead.split()) > _LONGEST_LEAD
        and not names_in(lead)
    ):
        return []  # a sentence, and what it leads to
    if groups and lead and names_in(lead) and not any(map(str.isalpha, "".join(groups[-1][2]))):
        rests = [[lead], *(rest for _, _, rest in groups)]
        groups = [(url, spans, rest) for (url, spans, _), rest in zip(groups, rests, strict=False)]
    return [entry for group in groups if (entry := _linked_entry(*group)) is not None]


@lru_cache(maxsize=1024)
def _is_home(url: str) -> bool:
    """Return whether an address is that of a site's first page."""
    parts = urlsplit(url)
    return not parts.path.strip("/") and not parts.query


def _linked_entry(url: str, spans: list[Span], rest: list[str]) -> ContentsEntry | None:
    title_raw = "".join(span.text for span in spans)
    rest_raw = "".join(rest)
    if not rest_raw.strip(_SEPARATORS) and len(parts := _GAP.split(title_raw.strip(), maxsplit=1)) == 2:
        title_raw, rest_raw = parts  # the link spans title and authors
        # A title may hold a no-break space: only whole names behind one are authors.
        if names_in(rest_raw) is None:
            title_raw, rest_raw = f"{parts[0]} {parts[1]}", ""
    elif not rest_raw.strip(_SEPARATORS) and (parted := _set_apart(spans)) is not None:
        title_raw, rest_raw = parted
    title = " ".join(LEAD.sub("", title_raw).split()).strip(" ·|")
    if not any(map(str.isalpha, title)) or _OTHER_FORM.fullmatch(title):
        return None  # a year, a page of several, the same article to be printed
    return ContentsEntry(title=title, authors=authors_in(rest_raw), url=url)


def _set_apart(spans: Sequence[Span]) -> tuple[str, str] | None:
    """Return title and authors of a link in which an element of its own says names, which are no words of the title."""
    said = [span for span in spans if span.text.strip()]
    if len(said) <= 1:
        return None
    *before, last = said
    if names_in(last.text) is None or (last.strong and not before[-1].strong):
        return None
    title = "".join(span.text for span in before).rstrip()
    if title.endswith(_OPEN) or title.split()[-1].casefold() in _JOINING:
        return None
    return title, last.text


def plain_entry(raw: str) -> ContentsEntry:
    """Return the entry of a line without links: title, gap, authors."""
    line = LEAD.sub("", raw.strip())
    pieces = [piece for piece in _GAP_PLAIN.split(line) if piece.strip()]
    if len(pieces) > 1 and (authors := authors_in(" ".join(pieces[1:]))):
        return ContentsEntry(title=" ".join(pieces[0].split()), authors=authors, url=None)
    return ContentsEntry(title=" ".join(line.split()), authors=(), url=None)


def authors_in(text: str) -> tuple[str, ...]:
    """Return the authors that what stands beside a title names, without a page number."""
    cleaned = " ".join(legible(text).split())
    if cleaned[-1:].isdecimal():
        cleaned = _PAGE.sub("", cleaned)
    return listed(without_announcement(cleaned.strip(" .,;:|/–—-()[]")))


def without_announcement(text: str) -> str:
    """Return a line of authors without the word that says so: `By`, `Author:`."""
    announced = _ANNOUNCED.match(text)
    return text[announced.end() :] if announced else text
