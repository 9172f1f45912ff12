"""What a style sheet asks for: its url() and @import addresses (CSS Syntax 3 §4.3, CSS Cascade 4 §2)."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit

_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_CHARSET = re.compile(rb'\A(?:\xef\xbb\xbf)?@charset "([\x21-\x7e]{1,40})";')
_STRING = r"\"(?:[^\"\\\n]|\\.|\\\n)*\"|'(?:[^'\\\n]|\\.|\\\n)*'"
_HEX = r"\\[0-9a-fA-F]{1,6}[ \t\n\r\f]?"
_ADDRESS = re.compile(
    rf"""
    url\(\s*(?:(?P<quoted>{_STRING})|(?P<bare>(?:[^\s"'()\\]|{_HEX}|\\.)*))\s*(?:\)|\Z)
    | @import\s*(?P<imported>{_STRING})
    | {_STRING}  # any other string is passed over
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\(?:(?P<hex>[0-9a-fA-F]{1,6})[ \t\n\r\f]?|(?P<newline>\n)|(?P<char>.))", re.DOTALL)


def addresses(sheet: bytes, url: str) -> tuple[str, ...]:
    """Return the absolute http(s) addresses that the style sheet at `url` asks for, each once, in its order.

    `sheet` are the bytes of the style sheet. Comments and strings that are no addresses are passed over;
    unfinished ones end with the sheet. Never raises.
    """
    text = _COMMENT.sub(" ", _decode(sheet))
    found: dict[str, None] = {}
    for match in _ADDRESS.finditer(text):
        quoted = match["quoted"] or match["imported"]
        written = _unescape(quoted[1:-1] if quoted else match["bare"] or "").strip()
        absolute = _absolute(written, url)
        if absolute is not None:
            found[absolute] = None
    return tuple(found)


def _decode(sheet: bytes) -> str:
    declared = _CHARSET.match(sheet)
    for charset in ([declared[1].decode("ascii")] if declared else []) + ["utf-8-sig"]:
        try:
            return sheet.decode(charset)
        except (LookupError, UnicodeDecodeError):
            continue
    return sheet.decode("latin-1")


def _unescape(text: str) -> str:
    return _ESCAPE.sub(_plain, text) if "\\" in text else text


def _plain(match: re.Match[str]) -> str:
    if match["hex"]:
        code = int(match["hex"], 16)
        return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
    return match["char"] or ""


def _absolute(written: str, base: str) -> str | None:
    if not written or written.startswith("#"):
        return None
    try:
        absolute = urljoin(base, written).split("#", 1)[0]
        parts = urlsplit(absolute)
    except ValueError:
        return None
    return absolute if parts.scheme in {"http", "https"} and parts.hostname else None
