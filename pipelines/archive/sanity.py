"""Pages that came with status 200 and are none all the same: they are archived, and replace no good page."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from pipelines.settled import is_lost

if TYPE_CHECKING:
    from pipelines.archive.survey import PageNotes
    from pipelines.parsed import Parsed
    from pipelines.settled import Settled

SOFT_404 = "the page says that it is none (soft 404)"

_FEW_WORDS = 60
"""Words of text up to which a page may be nothing but its excuse."""

_EXCUSES = (
    (
        "the page asks whether a human is there",
        (
            r"captcha|are you (?:a )?(?:human|robot)|not a robot|verify (?:that )?you are (?:a )?human"
            r"|checking your browser|unusual traffic|enable javascript and cookies|что вы не робот|ddos protection"
        ),
    ),
    (
        "the page asks for a login",
        (
            r"(?:please|you must|you need to|you have to) (?:log|sign)[ -]?in\b|log[ -]?in required"
            r"|(?:user ?name|e-?mail|login)\W+password\b|введите (?:логин|пароль)|авторизуйтесь|требуется авторизация"
        ),
    ),
    (
        "the page says that somebody is shut out",
        (
            r"your ip(?: address)? (?:has been|is|was) blocked|request (?:has been |was )?blocked|too many requests"
            r"|account (?:has been |is )?suspended|bandwidth limit exceeded"
            r"|domain (?:name )?(?:is |has )?(?:for sale|expired|parked)"
            r"|site is (?:currently |temporarily )?(?:under (?:maintenance|construction)|unavailable|down)"
            r"|сайт (?:временно )?(?:недоступен|заблокирован)"
        ),
    ),
)
_SAID = tuple((reason, re.compile(words, re.IGNORECASE)) for reason, words in _EXCUSES)
_SHRUNK = 5
"""An article is not believed to have so many times fewer words than before."""

_LONG = 100
"""Words of an article that does not just shrink."""

_DIGITS = re.compile(r"\d+")


def why_no_page(parsed: Parsed, notes: PageNotes) -> str | None:
    """Return in one line why a page is none, None when nothing speaks against it.

    Only few words can be an excuse, and only where nothing of the magazine stands around them.
    """
    if is_lost(parsed):
        return SOFT_404
    if notes.masthead or notes.index or notes.contents or words_of(parsed) > _FEW_WORDS:
        return None
    said = " ".join((*parsed.document.titles, *(block.text for block in parsed.free)))
    return next((reason for reason, words in _SAID if words.search(said)), None)


def words_of(parsed: Parsed) -> int:
    """Return how many words no furniture has taken."""
    return sum(block.words for block in parsed.free)


def text_digest(parsed: Parsed) -> bytes:
    """Return eight bytes that are the same for pages that say the same, furniture and numbers aside."""
    text = "\n".join(block.text for block in parsed.free if block.text)
    return hashlib.blake2b(_DIGITS.sub("0", text).encode("utf-8", "replace"), digest_size=8).digest()


def is_doubtful(settled: Settled, words_before: int) -> bool:
    """Say whether a page that had `words_before` outside its furniture may have lost its article."""
    return settled.article is None or (words_before >= _LONG and settled.body_words * _SHRUNK < words_before)


def why_not(settled: Settled, earlier: Settled) -> str | None:
    """Return in one line why a page must not replace `earlier`, None when it may."""
    if earlier.article is None:
        return None
    if settled.article is None:
        return "the page shows no article any more"
    if earlier.body_words >= _LONG and settled.body_words * _SHRUNK < earlier.body_words:
        return f"the article has shrunk from {earlier.body_words} words to {settled.body_words}"
    return None
