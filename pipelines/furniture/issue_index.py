"""The index of back issues: years and their issues' numbers, `· 2010 №1 №2 №3 №4 №5/6`, however it is laid out."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from pipelines.document.textblock import Span
from pipelines.furniture.headed import heads_index
from pipelines.furniture.index_run import Token, by_column, trimmed_run
from pipelines.furniture.piece import Piece, orders_of, runs, text_of
from pipelines.page import IssueLink
from pipelines.words.issue_wording import IssueWording, folded_number, wording_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pipelines.document.textblock import TextBlock
    from pipelines.profile import Profile

_LONGEST = 3000
_YEAR = re.compile(r"(?:19|20)\d\d ?[:.–—-]?")
_SHORT = 20
"""Characters of a text that is sooner remembered than looked at; remembered prose would drive out what is an index."""

_LONGEST_LABEL = 30
"""Characters of a label before an index: `Archive:`."""

_MOST_REMEMBERED = 1000
"""Tokens of an index that is remembered."""


_FEWEST_HEADS = 2
"""Columns, each headed by the number of its issues."""


def find_issue_indexes(blocks: Sequence[TextBlock], profile: Profile) -> list[Piece]:
    """Return the issue indexes among `blocks`: runs of blocks that say nothing but years and issue numbers.

    Years may stand before their numbers (a line a year) or with each (`№4, 2005`); a volume is a year where `profile`
    knows the first one's. One issue is no index.
    """
    wording = wording_of(profile)
    names = tuple(name.casefold() for name in profile.magazine_names)
    initials = frozenset(name[0] for name in names)
    read = {
        block.order: _tokens(block, wording)
        or (
            _labelled(block, wording, names if block.text[:1].lower() in initials else ())
            if block.linked_words
            else None
        )
        for block in blocks
    }
    pieces: list[Piece] = []
    if not any(read.values()):
        return pieces
    for run in runs(blocks, [tokens is not None for tokens in read.values()]):
        trimmed = trimmed_run(run, read)
        tokens = tuple([token for block in by_column(trimmed, read) for token in read[block.order] or ()])
        issues = _known_issues(tokens) if len(tokens) <= _MOST_REMEMBERED else tuple(_issues(tokens))
        if _is_index(issues) or (issues and issues[0].url and _is_headed(trimmed[0], blocks)):
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


def _is_index(issues: Sequence[IssueLink]) -> bool:
    """Return whether several issues are an index: they lead somewhere, or are of several years."""
    return len(issues) > 1 and (any(i.url for i in issues) or len({i.year for i in issues}) > 1)


def _is_headed(first: TextBlock, blocks: Sequence[TextBlock]) -> bool:
    """Return whether right above the first line stands that it is an index: the last page of one may have one issue."""
    above = [block for block in blocks if block.order < first.order and block.shown]
    return bool(above) and heads_index(above[-1])


def _tokens(block: TextBlock, wording: IssueWording) -> tuple[Token, ...] | None:
    """Return the index tokens of `block`, each with its link; None when it says anything else.

    Pictures say theirs where nothing else is said but their year: those of covers, or drawn numbers.
    """
    text, spans = block.text, block.spans
    if not text or (block.pictures and _YEAR.fullmatch(text)):
        spans = tuple(part for s in spans if s.text.strip() for part in (Span(s.text, s.url), Span(" ")))[:-1]
        text = "".join(s.text for s in spans)
    if not text or len(text) > _LONGEST or not wording.may_open(text) or block.heading == 1:
        return None
    if (len(spans) != 1 or len(text) > _SHORT) and wording.token.match(text) is None:
        return None
    return _number_of(text, spans[0].url, wording) if len(spans) == 1 else _line_of(text, spans, wording)


def _labelled(block: TextBlock, wording: IssueWording, names: Sequence[str]) -> tuple[Token, ...] | None:
    """Return the index tokens of a block whose years and numbers stand behind `Archive:` or the magazine's name."""
    text = block.text
    if len(text) > _LONGEST or block.heading == 1:
        return None
    label = text.find(":", 0, _LONGEST_LABEL) + 1
    if not label and names:
        folded = text.casefold()
        label = next((len(name) for name in names if folded.startswith(name)), 0)
    if not label:
        return None
    tokens = _tokens_of(" " * label + text[label:], _links_by_position(text, block.spans), wording)
    said = {token.kind for token in tokens or ()}
    return tokens if said == {"year", "number"} else None


def _number_of(text: str, url: str | None, wording: IssueWording) -> tuple[Token, ...] | None:
    """Return `_tokens_of` for a text that is one link or none; not remembered: a visit's id may be in each address."""
    said = _said(text, wording)
    if said is None or len(said) != 1:  # a volume alone says neither where the profile doesn't say its year
        return None if said is None else _tokens_of(text, (url,) * len(text), wording)
    kind, value, _ = said[0]
    if kind == "bare":
        return (Token("number", value, url),) if url is not None else None
    return (Token(kind, value, url),)


@lru_cache(maxsize=1024)
def _line_of(text: str, spans: tuple[Span, ...], wording: IssueWording) -> tuple[Token, ...] | None:
    """Return `_tokens_of`; remembered, since an index is the same on every page of a site."""
    return _tokens_of(text, _links_by_position(text, spans), wording)


def _tokens_of(text: str, where: Sequence[str | None], wording: IssueWording) -> tuple[Token, ...] | None:
    """Return the index tokens of a block's text; `where` gives the link at each character."""
    said = _said(text, wording)
    if said is None:
        return None
    found: list[Token] = []
    for kind, value, at in said:
        url = where[at]
        if kind != "bare":
            found.append(Token(kind, value, url))
        elif url is not None:
            found.append(Token("number", value, url))
        elif not (found and found[-1].kind == "year" and text.startswith(f"({value})", at - 1)):
            # A number alone is an issue only where it leads somewhere; behind a year one tells how many there are.
            return None
    return tuple(_year_first(found) if len(found) > 1 else found)


@lru_cache(maxsize=2048)
def _said(text: str, wording: IssueWording) -> tuple[tuple[str, str, int], ...] | None:
    """Return the years and numbers (some of them `bare`) that `text` says, each with its place, if it says only such.

    Remembered, since an index is the same on every page of a site.
    """
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
    found: list[tuple[str, str, int]] = []
    dated = any(match["year"] for match in matches)
    for match in matches:
        if match["year"]:
            found.append(("year", match["year"], match.start()))
        elif match["number"]:
            found.append(("number", folded_number(match["number"]), match.start("number")))
        elif match["bare"]:
            found.append(("bare", folded_number(match["bare"]), match.start()))
        elif not dated and (year := wording.year_of_volume(match["volume"])) is not None:
            found.append(("year", str(year), match.start()))
    return tuple(found)


def _year_first(tokens: list[Token]) -> list[Token]:
    """Return `tokens` with the year of a link that says number and year (`Issue 3, Spring 1999`) before its number.

    So in a block that says one number and its year, or several such pairs and nothing else: one may be no link.
    """
    pairs = [token.kind for token in tokens] == ["number", "year"] * (len(tokens) // 2)
    ordered = list(tokens)
    for at, (number, year) in enumerate(pairwise(tokens)):
        linked = number.url is not None and number.url == year.url
        if number.kind == "number" and year.kind == "year" and (linked or (pairs and at % 2 == 0)):
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


@lru_cache(maxsize=64)
def _known_issues(tokens: tuple[Token, ...]) -> tuple[IssueLink, ...]:
    """Return `_issues(tokens)`; remembered, since an index is the same on every page of a site."""
    return tuple(_issues(tokens))


def _issues(tokens: tuple[Token, ...]) -> Iterator[IssueLink]:
    """Yield each issue once; numbers before the first year take the year that follows them."""
    tokens = _without_heads(tokens)
    years_first = next((token.kind == "year" for token in tokens), True)
    year: int | None = None
    waiting: list[Token] = []
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
                yield IssueLink(year, number.text, number.url or (token.url if not years_first else None))


def _without_heads(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return `tokens` without the heads of columns: numbers before the first year that lead nowhere, if others do."""
    heads = sum(1 for _ in takewhile(lambda token: token.kind == "number" and token.url is None, tokens))
    below = tokens[heads:]
    headed = heads >= _FEWEST_HEADS and below and below[0].kind == "year"
    return below if headed and any(token.kind == "number" and token.url for token in below) else tokens
