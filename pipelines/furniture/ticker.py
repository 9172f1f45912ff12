"""Currency tickers: `USD/KZT 443.16 +0.13`, whole in one block or a piece a block."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

from pipelines.document.textblock import fold
from pipelines.furniture.piece import Piece, Rate, orders_of, runs, text_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipelines.document.textblock import TextBlock

_TOKEN = re.compile(
    r"(?P<pair>[A-Z]{3}\s?[/\u2044-]\s?[A-Z]{3})(?![A-Za-z])[:=]?"
    r"|(?P<single>USD|EUR|RUB|RUR|GBP|CNY|CHF|JPY|KGS|UZS|TRY|UAH|KZT)(?![\w/\u2044])[:=]?"
    r"|(?P<number>\(?(?P<sign>[+\-\u2212\u2013▲▼↑↓]\s?)?\d{1,7}(?:[.,]\d{1,6})?\s?%?\)?)(?=[A-Z]{3}/[A-Z]{3}|(?![\w/]|[.,]\d))"
    r"|(?P<mark>[|·•*;,/=▲▼↑↓]|\u2013|-)",
)
_LONGEST = 400
_LONGEST_LABEL = 60
"""Characters of what is said before a ticker's first pair."""

_PAIR = re.compile(r"\b[A-Z]{3}\s?/\s?[A-Z]{3}\b")
COLUMNS = frozenset(
    "pair|currency|currencies|rate|rates|exchange rate|change|difference|+/-|±|валюта|курс|изменение|разница|изм".split(
        "|"
    )
)
"""What the columns and rows of a ticker are called."""

_ARROWS = {
    "▲": frozenset({"up", "rise", "rose", "growth", "plus", "+", "▲", "↑", "^", "рост", "вверх"}),
    "▼": frozenset({"down", "fall", "fell", "decline", "minus", "-", "–", "▼", "↓", "v", "падение", "вниз"}),
}
"""What the alternative text of an arrow says."""

_FEWEST_SINGLES = 2
"""Currencies that stand without the one in which they are rated."""

_FEWEST_ROWS = 2
"""Pairs that stand before their rates."""

_NAMED = frozenset({"pair", "single"})
"""Tokens that say whose rate follows."""

_DASHED = re.compile(r"[-\u2013\u2212]\s")
_OPENS = frozenset("(+-\u2212\u2013▲▼↑↓|·•*;,/=")
"""What a token begins with besides capitals and digits."""

_SIGNS = frozenset("+-\u2212\u2013▲▼↑↓")


def find_tickers(blocks: Sequence[TextBlock], currency: str | None = None) -> list[Piece]:
    """Return the tickers among `blocks`: runs of blocks that say nothing but pairs, rates and changes.

    A rate inside a sentence is no ticker: a block with any other word in it does not fit. Where the profile names a
    `currency`, several others with their rates are pairs with it.
    """
    tokens = {b.order: _tokens(b.text) if b.text and not b.pictures else _drawn(b) for b in blocks}
    _pair_singles(tokens, currency)
    paired = [at for at, found in enumerate(tokens.values()) if _has_pair(found)]
    if not paired:
        return []
    blocks = blocks[paired[0] :]  # no ticker begins before a pair
    fits = [tokens[b.order] is not None or (b.cell is not None and _heads_column(b)) for b in blocks]
    pieces = []
    for run in runs(blocks, fits):
        start = next((i for i, b in enumerate(run) if _has_pair(tokens[b.order])), None)
        if start is None:
            continue
        kept, rates = _read(run[start:], tokens)
        if rates and kept:
            pieces.append(
                Piece(
                    kind="ticker",
                    orders=orders_of(kept),
                    text=text_of(kept),
                    reason="currency pairs with rates and nothing else",
                    rates=tuple(rates),
                )
            )
    return pieces


_Token = tuple[str, str]
_Said: TypeAlias = "tuple[TextBlock, str, str]"
"""A block, and kind and text of one token in it."""


def _heads_column(block: TextBlock) -> bool:
    """Return whether a cell says what a table calls its rows or columns: no token, but of the ticker."""
    return block.words <= 2 and not block.pictures and block.text.casefold().strip(" .:") in COLUMNS


def _drawn(block: TextBlock) -> tuple[_Token, ...] | None:
    """Return the ticker tokens of a block with pictures: among its text they say theirs."""
    if not block.text:
        return _arrow(block)
    if len(block.text) > _LONGEST:
        return None
    said = (_mark(span.text) or span.text if span.image else span.text for span in block.spans)
    return _tokens(fold(" ".join(said)))


def _tokens(text: str) -> tuple[_Token, ...] | None:
    """Return the ticker tokens of `text`, None when it says anything else or nothing."""
    # Only a currency begins with letters, and it with three capitals: that is asked first, since most blocks are text.
    if not text or len(text) > _LONGEST:
        return None
    first = text[0]
    opens = text[:3].isupper() if first.isalpha() else first in _OPENS or first.isdecimal()
    found = _tokens_of(text) if opens else None
    return _behind_label(text) if found is None and (":" in text or "/" in text) else found


def _behind_label(text: str) -> tuple[_Token, ...] | None:
    """Return the tokens behind a few words that say what they are: `Exchange rates: USD/KZT 120.75`.

    Without a colon they must be more than a sentence may end with: two pairs, or a change.
    """
    colon = text.find(":", 0, _LONGEST_LABEL)
    said = text[colon + 1 :].lstrip() if colon >= 0 else ""
    found = _tokens_of(said) if said[:3].isupper() else None
    if found and found[0][0] in _NAMED:
        return found
    label = text[: _LONGEST_LABEL + 10]
    pair = _PAIR.search(label) if "/" in label else None
    if pair is None or not (found := _tokens_of(text[pair.start() :])):
        return None
    kinds = [kind for kind, _ in found]
    return found if kinds.count("pair") > 1 or "change" in kinds else None


def _arrow(block: TextBlock) -> tuple[_Token, ...] | None:
    """Return the arrow or pair that a block of pictures only stands for by their words, None when it shows others."""
    said = block.shown if block.pictures else ""
    if not said:
        return None
    if (mark := _mark(said)) is not None:
        return (("mark", mark),)
    return found if (found := _tokens(said)) and found[0][0] in _NAMED else None


def _mark(said: str) -> str | None:
    """Return the arrow that a picture's words stand for."""
    return next((mark for mark, words in _ARROWS.items() if said.casefold() in words), None)


@lru_cache(maxsize=2048)
def _tokens_of(text: str) -> tuple[_Token, ...] | None:
    """Return what `_tokens` does; remembered, since much of it stands on every page of a site."""
    found: list[_Token] = []
    at = 0
    while at < len(text):
        if text[at] == " ":
            at += 1
            continue
        match = _TOKEN.match(text, at)
        if match is None:
            return None
        if match["pair"]:
            found.append(("pair", match["pair"]))
        elif match["single"]:
            found.append(("single", match["single"]))
        elif match["number"]:
            number = match["number"]
            if found and found[-1][0] in _NAMED and match["sign"] and _DASHED.match(number):
                number = _DASHED.sub("", number)  # `USD/KZT - 443.16`
                found.append(("rate", number))
            else:
                change = (
                    match["sign"] or "%" in number or (number[0] == "(" and found and found[-1][0] == "rate")
                )
                found.append(("change" if change else "rate", number))
        else:
            found.append(("mark", match["mark"]))
        at = match.end()
    return tuple(found)


def _pair_singles(tokens: dict[int, tuple[_Token, ...] | None], currency: str | None) -> None:
    """Make pairs with `currency` of the single currencies in `tokens`, or nothing of a ticker of their blocks."""
    singles = {at: said for at, said in tokens.items() if said and ("single" in dict(said))}
    if not singles:
        return
    named = {text for said in singles.values() for kind, text in said if kind == "single"}
    several = currency is not None and currency not in named and len(named) >= _FEWEST_SINGLES
    for at, said in singles.items():
        paired = tuple(
            [("pair", f"{text}/{currency}") if kind == "single" else (kind, text) for kind, text in said]
        )
        tokens[at] = paired if several else None


def _has_pair(tokens: tuple[_Token, ...] | None) -> bool:
    return tokens is not None and any(kind == "pair" for kind, _ in tokens)


def _read(
    run: list[TextBlock], tokens: dict[int, tuple[_Token, ...] | None]
) -> tuple[list[TextBlock], list[Rate]]:
    """Read pair, rate, change over the blocks of `run`; stop where a number follows that nothing asks for."""
    if rows := _by_rows(run, tokens):
        return rows
    rates: list[Rate] = []
    kept: list[TextBlock] = []
    pair: str | None = None
    rate: float | None = None
    change: float | None = None
    arrow = 0
    """Which way an arrow points that stands behind the rate, 0 where none does."""

    def done() -> None:
        if pair is not None and rate is not None:
            base, quote = re.split(r"\s?[/\u2044-]\s?", pair)
            rates.append(Rate(base, quote, rate, change))

    for block in run:
        for kind, text in tokens[block.order] or ():
            if kind == "pair":
                done()
                pair, rate, change, arrow = text, None, None, 0
            elif kind == "mark":
                arrow = -1 if text in "▼↓" else 1 if text in "▲↑" else 0
            elif rate is None and kind == "rate" and pair is not None:
                rate = _number(text)
            elif change is None and rate is not None and (kind == "change" or arrow):
                # A number with a sign of its own needs no arrow: `▼ -0.90` is a fall.
                change = _number(text) if text.lstrip("(")[0] in _SIGNS else _number(text) * (arrow or 1)
            else:
                done()
                return kept, rates
        kept.append(block)
    done()
    return kept, rates


def _by_rows(
    run: list[TextBlock], tokens: dict[int, tuple[_Token, ...] | None]
) -> tuple[list[TextBlock], list[Rate]] | None:
    """Read all pairs, then as many rates, then as many changes or none; None if `run` doesn't say it so.

    Each rate may have its change behind it.
    """
    said = [
        (block, kind, text) for block in run for kind, text in tokens[block.order] or () if kind != "mark"
    ]
    count = next((at for at, (_, kind, _) in enumerate(said) if kind != "pair"), 0)
    kinds = [kind for _, kind, _ in said[count:]]
    if count < _FEWEST_ROWS:
        return None
    if kinds[: 2 * count] == ["rate", "change"] * count:
        numbers, changes = (
            said[count : 3 * count : 2],
            dict(enumerate(map(_value, said[count + 1 : 3 * count : 2]))),
        )
    elif kinds[:count] == ["rate"] * count:
        numbers, changes = said[count : 2 * count], _changes_below(said[:count], said[2 * count : 3 * count])
    else:
        return None
    last = said[2 * count + len(changes) - 1][0].order
    rates = []
    for at in range(count):
        base, quote = re.split(r"\s?[/\u2044-]\s?", said[at][2])
        rates.append(Rate(base, quote, _value(numbers[at]), changes.get(at)))
    return [block for block in run if block.order <= last], rates


def _changes_below(pairs: Sequence[_Said], below: Sequence[_Said]) -> dict[int, float]:
    """Return the change of each pair, by its place: as many as pairs, or in a table those in a pair's column."""
    if [kind for _, kind, _ in below] == ["change"] * len(pairs):
        return {at: _number(text) for at, (_, _, text) in enumerate(below)}
    columns = {block.cell.column: at for at, (block, _, _) in enumerate(pairs) if block.cell is not None}
    found: dict[int, float] = {}
    for block, kind, text in below:
        if kind != "change" or block.cell is None or block.cell.column not in columns:
            break
        found[columns[block.cell.column]] = _number(text)
    return found


def _value(said: _Said) -> float:
    return _number(said[2])


def _number(text: str) -> float:
    cleaned = text.strip("()% ").replace(" ", "").replace(",", ".")
    negative = cleaned[0] in "-\u2212\u2013▼↓"
    value = float(cleaned.lstrip("+-\u2212\u2013▲▼↑↓"))
    return -value if negative else value
