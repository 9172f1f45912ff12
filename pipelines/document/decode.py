"""From bytes to text: the rule measured on 3,019 cases (docs/decisions/0007-encoding.md).

A byte order mark decides; then strict UTF-8; then, among what is declared, the site's prior and the Cyrillic
encodings, the one under which the high bytes read like writing; the prior where nothing speaks. A Latin-1
declaration counts for little: it is what servers say by default (over windows-1251 pages, too).
"""

from __future__ import annotations

import codecs
import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_META = re.compile(
    rb"<(?:meta|\?xml)\b[^>]{0,400}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE
)
_HEADER = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_HIGH = bytes(128) + b"\x01" * 128
"""Which bytes are high ones."""

_LATIN1 = frozenset({"latin-1", "iso8859-1", "iso8859-15", "cp1252", "ascii"})
_NOT_FOR_PAGES = frozenset({"utf-7", "unicode-escape", "raw-unicode-escape", "idna", "punycode", "undefined"})
_CYRILLIC = ("cp1251", "koi8-r", "cp866", "iso8859-5")
_SAMPLE_RUNS = 1000
_SAMPLE_FROM = 1 << 16
"""Bytes of a page that are looked at first; they nearly always hold all that is wanted."""

_SAMPLE_BYTES = 4000
_WORD = 40
"""Characters of a word that is remembered."""

_FEW = 40
"""High bytes; with fewer, a declaration is worth more than how they read."""

_ASCII = "".join(map(chr, range(0x80)))
_ALONE = frozenset("викосуяВИКОСУЯ")
"""Letters that are a Russian word."""

_TYPOGRAPHIC = frozenset("№–—‘’“”„«»…·•©®°§\u00a0\u2122±½×£€¥¢¿¡")


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """A page's text, and the encodings its header and its head declared and the one that was used (Python names)."""

    text: str
    used: str
    header: str | None
    meta: str | None


def decode(body: bytes, *, content_type: str | None, prior: str) -> Decoded:
    """Return the text of `body` (bytes after content decoding); `prior` is the site's usual encoding.

    Never raises: bytes that have no meaning become U+FFFD, NULs are dropped as HTML parsers do.
    """
    header = _codec(_HEADER.search(content_type or ""))
    meta = _codec(_META.search(body[:4096]))
    used = _choose(body, header=header, meta=meta, prior=_name(prior) or "cp1252")
    text = body.decode(used, errors="replace").removeprefix("\ufeff")
    if b"\x00" in body:  # bytes are looked through sooner than text
        text = text.replace("\x00", "")
    return Decoded(text=text, used=used, header=header, meta=meta)


def _choose(body: bytes, *, header: str | None, meta: str | None, prior: str) -> str:
    for mark, name in _BOMS:
        if body.startswith(mark):
            return name
    if body.isascii():
        return "utf-8"
    if _is_utf8(body, declared="utf-8" in (header, meta)):
        return "utf-8"
    declared = [name for name in (header, meta) if name and not name.startswith("utf-")]
    strong = [name for name in declared if name not in _LATIN1]
    weak = ["cp1252"] if len(strong) < len(declared) else []
    sample = _sample(body)
    candidates = list(dict.fromkeys([*strong, prior, *_CYRILLIC, *weak]))
    likeliest = candidates[0]
    if _reads_well(sample, likeliest):
        return likeliest
    # What is declared counts, most where there is little to read; a tie goes to it, then to the prior.
    word = 0.4 if _count_high(sample.decode("latin-1")) < _FEW else 0.05
    bonus = {prior: word / 4} | dict.fromkeys(strong, word)
    scores = {name: _score(sample, name) + bonus.get(name, 0) for name in candidates}
    return max(candidates, key=lambda name: (scores[name], -candidates.index(name)))


def _sample(body: bytes) -> bytes:
    """Return the first runs of high bytes, set apart by spaces.

    One byte of context on each side tells letters from signs, and where a word begins.
    """
    runs = list(islice(_high_runs(body[:_SAMPLE_FROM]), _SAMPLE_RUNS + 1))
    if len(runs) <= _SAMPLE_RUNS and len(body) > _SAMPLE_FROM:
        runs = list(islice(_high_runs(body), _SAMPLE_RUNS))
    around = [body[max(0, start - 1) : end + 1] for start, end in runs[:_SAMPLE_RUNS]]
    return b" ".join(around)[:_SAMPLE_BYTES]


def _high_runs(body: bytes) -> Iterator[tuple[int, int]]:
    """Yield where runs of high bytes begin and end; with a pattern that takes three times as long."""
    high = body.translate(_HIGH)
    start = high.find(1)
    while start >= 0:
        end = high.find(0, start)
        end = end if end >= 0 else len(high)
        yield start, end
        start = high.find(1, end)


def _is_utf8(body: bytes, *, declared: bool) -> bool:
    try:
        body.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.end >= len(body) - 3 and error.reason == "unexpected end of data":
            return True  # cut inside a character
        if body.decode("utf-8", errors="ignore").isascii():
            return False  # nothing beyond ASCII is whole, as in most pages in other encodings
        text = body.decode("utf-8", errors="replace")
        broken = text.count("\ufffd")
        whole = _count_high(text) - broken
        return whole > (9 if declared else 99) * broken
    return True


def _reads_well(sample: bytes, name: str) -> bool:
    """Return whether nothing in `sample` speaks against encoding `name`, and there is enough of it to tell."""
    text = sample.decode(name, errors="replace")
    good, bad = _marks(text)
    return bad == 0 and good >= _FEW / 2


def _score(sample: bytes, name: str) -> float:
    """Return how much `sample` (words holding high bytes) reads like writing in encoding `name`, per character."""
    text = sample.decode(name, errors="replace")
    good, bad = _marks(text)
    return round((good - bad) / max(1, _count_high(text)), 2)


def _marks(text: str) -> tuple[float, float]:
    """Return what in `text` reads like writing, and what reads like another encoding, in points."""
    good = bad = 0
    for word, times in Counter(text.split(" ")).items():
        for_it, against = _marks_of_word(word) if len(word) <= _WORD else _read_word(word)
        good += times * for_it
        bad += times * against
    return good / 10, bad / 10


@lru_cache(maxsize=4096)
def _marks_of_word(word: str) -> tuple[int, int]:
    """Return `_read_word(word)`; remembered, since a language's words and its marks come again and again."""
    return _read_word(word)


def _read_word(word: str) -> tuple[int, int]:
    """Return the tenths of points of a text without spaces (whole numbers, whose sum no order changes)."""
    good = bad = 0
    before = " "
    for char in word:
        if char > "\x7f":
            if char in _TYPOGRAPHIC:
                good += 5
            elif "а" <= char <= "я" or char == "ё":
                good += 10
                bad += 20 * (before.isascii() and before.isalpha())
            elif "А" <= char <= "Я":
                # Upper case inside a word is what a wrong Cyrillic encoding looks like.
                good += 5
                bad += 15 * ("а" <= before <= "я") + 20 * (before.isascii() and before.isalpha())
            elif char.isalpha() and char < "\u0250":
                good += 5
                bad += 0 if before.isascii() and before.isalpha() else 10
            elif char.isalpha() and "\u0400" <= char <= "\u04ff":
                good += 6 * ("\u0400" <= before <= "\u04ff")
            else:
                bad += 20
        elif char.isdigit() and before in "¹²³":
            bad += 30  # a number sign read as Latin-1
        elif char.isalpha() and "\u0400" <= before <= "\u04ff":
            bad += 20  # Latin and Cyrillic letters in one word
        before = char
    return (0 if _is_no_word(word.strip(_ASCII)) else good), bad


def _is_no_word(letters: str) -> bool:
    """Return whether Cyrillic letters speak for nothing: spaces and dashes of windows-1251 read as code page 866."""
    if len(letters) == 1:
        return "\u0400" <= letters <= "\u04ff" and letters not in _ALONE
    return bool(letters) and not letters.strip("а")


def _count_high(text: str) -> int:
    """Return how many characters of `text` are beyond ASCII."""
    return len(text) - len(text.encode("ascii", "ignore"))


def _codec(match: re.Match[str] | re.Match[bytes] | None) -> str | None:
    if match is None:
        return None
    name = match.group(1)
    return _name(name.decode("ascii", "replace") if isinstance(name, bytes) else name)


@lru_cache(maxsize=256)
def _name(name: str) -> str | None:
    """Return Python's name of an encoding, None for one it does not know or that is no text encoding."""
    try:
        info = codecs.lookup(name.strip())
        b"a".decode(info.name)
    except (LookupError, ValueError):
        return None
    if info.name in _NOT_FOR_PAGES:
        return None
    return {"iso8859-1": "cp1252", "ascii": "cp1252", "latin-1": "cp1252"}.get(info.name, info.name)
