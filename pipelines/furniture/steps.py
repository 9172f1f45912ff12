"""Links by which a page goes on: to its text's next page, the next article, an archive's other years."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipelines.addresses import canonical
from pipelines.furniture.boilerplate import Surrounding, surrounding
from pipelines.page import Step

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipelines.document.textblock import Document, Span, TextBlock

_LONGEST = 100
"""Characters of what a step says."""

_MARKS = " \t\n\xa0.,:;|[](){}<>«»←→-–—…"
_MOST = 60

_GOES_ON = re.compile(
    r"(?:next|page suivante|nächste|siguiente|следующ\w{0,8}|келесі)?\W{0,3}"
    r"(?:page|part|стр\w{0,8}|часть|seite)\W{0,3}(?:\d{1,2})?"
    r"|(?:to be )?continue[ds]?(?: \w{1,12}){0,5}|continuation|read on|go on|окончание|продолжение"
    r"|(?:читать )?(?:далее|дальше)",
    re.IGNORECASE,
)
"""What says that the same text goes on."""

_STEP = re.compile(
    r"(?:the )?next(?: (?:article|story|text|entry))?(?:\W.{0,90})?|older(?: issues| entries)?"
    r"|more (?:issues|articles)|earlier(?: issues)?|previous issues"
    r"|следующ\w{0,8}(?: стат\w{0,8})?|suivant|weiter|siguiente|\d{1,2}|",
    re.IGNORECASE,
)
"""What leads on, to whatever stands there; nothing, but for an arrow."""

_ARROW = re.compile(r"[»>→]|^$")
_OF_PAGES = re.compile(r"\b(?:pages?|parts?|стр\w{0,8})\b", re.IGNORECASE)
_ASKS = re.compile(r"[?&](?:page|pg|p|pageno|paged|start|offset)=\d|/page[-_/]?\d", re.IGNORECASE)
"""What an address says of itself: that it is a further page."""

_NUMBER = re.compile(
    r"(?:[-_.](?:page|part|pg|p)?[-_]?\d{1,2}|(?:page|part|pg|[^\W\d])[-_]?\d{1,2}|(?<=\d)[a-h])$",
    re.IGNORECASE,
)
_FOLDER = re.compile(r"(?:page/)?\d{1,2}/$", re.IGNORECASE)
"""What an address ends with that may be a further page's; a name that is a number is an article's."""

_READERS = re.compile(
    r"\b(?:comments?|repl(?:y|ies)|reviews?|комментари\w{0,3}|отзыв\w{0,3})\b|\bprint", re.IGNORECASE
)

_ISSUE = re.compile(
    r"(?:the )?(?:previous|prior|preceding|last|next) (?:issue|number)"
    r"|(?:предыдущ|прошл|следующ)\w{0,3} (?:номер|выпуск)",
    re.IGNORECASE,
)
_YEAR = re.compile(
    r"(?:archives?|issues|volume \d{1,3}|vol\.? ?\d{1,3}|год|\W){0,8}((?:19|20)\d\d)(?:archives?|issues|год|г|\W){0,8}",
    re.IGNORECASE,
)
_FEWEST_YEARS = 2


def steps_of(document: Document, *, whole_folder: bool) -> tuple[Step, ...]:
    """Return the links by which `document` goes on at an address like its own, or anywhere in its folder.

    What stands below a heading over comments are the readers' pages.
    """
    begins, asks = _alike(document.url, whole_folder=whole_folder)
    # Of most pages no address is like their own, and none of their words need be read.
    near = {to for to in document.links if to.startswith(begins) and asks in to}
    if not near:
        return ()
    found: dict[str, tuple[int, Step]] = {}
    for block in document.blocks:
        if block.text and not block.linked_words:
            continue
        for span in block.spans:
            if span.url in near and len(span.text) <= _LONGEST and span.url not in found:
                step = _step(span, block, document.url)
                if step is not None:
                    found[span.url] = block.order, step
    if not found:
        return ()
    readers = next((b.order for b in document.blocks if surrounding(b) is Surrounding.COMMENTS), None)
    return tuple(step for order, step in found.values() if readers is None or order < readers)[:_MOST]


def _alike(page: str, *, whole_folder: bool) -> tuple[str, str]:
    """Return what addresses like that of a `page` begin with, without number of a page, and what they ask for, too."""
    path, _, query = page.partition("?")
    folder, slash, name = path.rpartition("/")
    if whole_folder:
        return folder + slash, ""
    if query:
        return path, max(
            (pair for pair in query.split("&") if not _ASKS.search(f"?{pair}")), key=len, default=""
        )
    return folder + slash + _NUMBER.sub("", name.partition(".")[0]) if name else _FOLDER.sub("", path), ""


def _step(span: Span, block: TextBlock, page: str) -> Step | None:
    """Return the step that a link is, None where it leads elsewhere, or to the page itself."""
    assert span.url is not None
    said = span.text.strip(_MARKS)
    if said and _GOES_ON.fullmatch(said):
        of_text = True
    elif _STEP.fullmatch(said) and (said or _ARROW.search(span.text)):
        of_text = said.isdecimal() and _OF_PAGES.search(block.text) is not None
    elif _ASKS.search(span.url):
        of_text = True
    else:
        return None
    if _READERS.search(block.text) or canonical(span.url) == canonical(page):
        return None
    return Step(span.url, of_text)


def issues_beside(document: Document) -> tuple[str, ...]:
    """Return where links lead that say `Previous issue`, or `Next issue`."""
    spans = (span for block in document.blocks for span in block.spans if span.url)
    return tuple(dict.fromkeys(s.url for s in spans if s.url and _ISSUE.fullmatch(s.text.strip(_MARKS))))


def years_of(document: Document) -> dict[int, str]:
    """Return the pages that links lead to which say a year and nothing else, if two do."""
    found: dict[int, str] = {}
    for block in document.blocks:
        for year, url in _years(block) if block.linked_words else ():
            found.setdefault(year, url)
    return found if len(found) >= _FEWEST_YEARS else {}


def _years(block: TextBlock) -> Iterator[tuple[int, str]]:
    for span in block.spans:
        if span.url and len(span.text) <= _LONGEST and (year := _YEAR.fullmatch(span.text.strip())):
            yield int(year[1]), span.url
