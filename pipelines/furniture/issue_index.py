"""The index of back issues: years and their issues' numbers, `· 2010 №1 №2 №3 №4 №5/6`, however it is laid out."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from pipelines.furniture.piece import Piece, orders_of, runs, text_of
from pipelines.issue_wording import IssueWording, folded_number, wording_of
from pipelines.page import IssueLink

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

    from pipelines.profile import Profile
    from pipelines.textblock import Span, TextBlock

_LONGEST = 600


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    url: str | None


def find_issue_indexes(blocks: Sequence[TextBlock], profile: Profile) -> list[Piece]:
    """Return the issue indexes among `blocks`: runs of blocks that say nothing but years and issue numbers.

    Years may stand before their numbers (a line a year) or with each (`№4, 2005`); a volume is a year where `profile`
    knows the first one's. One issue is no index.
    """
    wording = wording_of(profile)
    read = {block.order: _tokens(block, wording) for block in blocks}
    pieces = []
    for run in runs(blocks, [read[block.order] is not None for block in blocks]):
        trimmed = _trim(run, read)
        issues = tuple(_issues([token for block in trimmed for token in read[block.order] or ()]))
        if len(issues) >= 2 and (any(i.url for i in issues) or len({i.year for i in issues}) > 1):
            pieces.append(
                Piece(
                    kind="issue_index",
                    orders=orders_of(trimmed),
                    text=text_of(trimmed),
                    reason="years and issue numbers and nothing else",
                    issues=issues,
                )
            )
    return pieces


def _tokens(block: TextBlock, wording: IssueWording) -> tuple[_Token, ...] | None:
    """Return the index tokens of `block`, each with its link; None when it says anything else."""
    if (
        not block.text
        or len(block.text) > _LONGEST
        or block.heading == 1
        or not wording.opens.match(block.text)
    ):
        return None
    return _tokens_of(block.text, block.spans, wording)


@lru_cache(maxsize=1024)
def _tokens_of(text: str, spans: tuple[Span, ...], wording: IssueWording) -> tuple[_Token, ...] | None:
    """Return the index tokens of a block's text; remembered, since an index is the same on every page of a site."""
    matches: list[re.Match[str]] = []
    at = 0
    while at < len(text):
        if text[at] == " ":
            at += 1
            continue
        match = wording.token.match(text, at)
        if match is None:
            return None
        matches.append(match)
        at = match.end()
    if not any(match["year"] or match["number"] or match["bare"] or match["volume"] for match in matches):
        return None
    return _read(matches, _links_by_position(text, spans), wording)


def _read(
    matches: list[re.Match[str]], where: list[str | None], wording: IssueWording
) -> tuple[_Token, ...] | None:
    """Return the tokens of `matches` with their links; `where` gives the link at each character."""
    found: list[_Token] = []
    dated = any(match["year"] for match in matches)
    for match in matches:
        url = where[match.start()]
        if match["year"]:
            found.append(_Token("year", match["year"], url))
        elif match["number"]:
            found.append(_Token("number", folded_number(match["number"]), where[match.start("number")]))
        elif match["bare"]:
            if url is None:
                return None  # a number alone is an issue only where it leads somewhere
            found.append(_Token("number", folded_number(match["bare"]), url))
        elif not dated and (year := wording.year_of_volume(match["volume"])) is not None:
            found.append(_Token("year", str(year), url))
    return tuple(_year_first(found))


def _year_first(tokens: list[_Token]) -> list[_Token]:
    """Return `tokens` with the year of a link that says number and year (`Issue 3, Spring 1999`) before its number."""
    ordered = list(tokens)
    for at, (number, year) in enumerate(pairwise(tokens)):
        if (
            number.kind == "number"
            and year.kind == "year"
            and number.url is not None
            and number.url == year.url
        ):
            ordered[at], ordered[at + 1] = year, number
    return ordered


def _links_by_position(text: str, spans: tuple[Span, ...]) -> list[str | None]:
    """Return, for each character of a block's folded text, the address it links to."""
    where: list[str | None] = []
    blank = True
    for span in spans:
        if span.image:
            continue
        for char in span.text:
            if char.isspace():
                if not blank:
                    where.append(span.url)
                blank = True
            else:
                where.append(span.url)
                blank = False
    where.extend([None] * (len(text) - len(where)))
    return where


def _trim(run: list[TextBlock], read: dict[int, tuple[_Token, ...] | None]) -> list[TextBlock]:
    """Return `run` from its first to its last block that says a year or a number."""
    telling = [i for i, block in enumerate(run) if read[block.order]]
    return run[telling[0] : telling[-1] + 1] if telling else []


def _issues(tokens: list[_Token]) -> Iterator[IssueLink]:
    """Yield each issue once; numbers before the first year take the year that follows them."""
    years_first = next((token.kind == "year" for token in tokens), True)
    year: int | None = None
    waiting: list[_Token] = []
    seen: set[tuple[int, str]] = set()
    for token in tokens:
        if token.kind == "year":
            year = int(token.text)
            ready = waiting if not years_first else []
            waiting = []
        elif years_first and year is not None:
            ready = [token]
        else:
            waiting.append(token)
            continue
        for number in ready:
            if year is not None and (year, number.text) not in seen:
                seen.add((year, number.text))
                yield IssueLink(
                    year=year, number=number.text, url=number.url or (token.url if not years_first else None)
                )
