"""What a page wears beside its pieces: its head, the case of its tags, its white space and its encoding."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from crawler.replica.magazine import NAME
from crawler.replica.markup import esc

if TYPE_CHECKING:
    from collections.abc import Callable

    from crawler.replica.sheet import Sheet

_TAG = re.compile(r"(<[^>]*>)")
_NAME = re.compile(r"<(/?)([a-z][a-z0-9]*)")


def _issue(sheet: Sheet) -> str:
    return sheet.masthead or NAME


HEAD_TITLES: dict[str, Callable[[Sheet], str | None]] = {
    "title": lambda sheet: sheet.head_title,
    "magazine": lambda _: NAME,
    "title - magazine": lambda sheet: f"{sheet.head_title} - {NAME}",
    "magazine: title": lambda sheet: f"{NAME}: {sheet.head_title}",
    "title | magazine": lambda sheet: f"{sheet.head_title} | {NAME}",
    "magazine :: issue :: title": lambda sheet: f"{_issue(sheet)} :: {sheet.head_title}",
    "title / magazine / site": lambda sheet: f"{sheet.head_title} / {NAME} / InvestKZ",
    "magazine » title": lambda sheet: f"{NAME} » {sheet.head_title}",
    "issue": _issue,
    "none": lambda _: None,
    "untitled": lambda _: "Untitled Document",
    "site": lambda _: "investkz.com",
    "empty": lambda _: "",
}

DOCTYPES: dict[str, str] = {
    "html4": '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">',
    "none": "",
    "html5": "<!doctype html>",
    "xhtml": '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">',
}


def _unquoted(html: str) -> str:
    return re.sub(r'(<[^>]*?\b(?:width|class|align|color|size|border))="([\w#]+)"', r"\1=\2", html)


CASES: dict[str, Callable[[str], str]] = {
    "lower": str,
    "upper": lambda html: _NAME.sub(lambda match: f"<{match[1]}{match[2].upper()}", html),
    "unquoted": _unquoted,
}


def _between_blocks(white: str) -> Callable[[str], str]:
    return lambda html: re.sub(r"(</(?:p|div|tr|table|li|ul|h\d)>|<br>)", rf"\1{white}", html)


def _wrapped(html: str) -> str:
    """Break the text's lines after every so many words, as editors do."""
    return "".join(
        part if part.startswith("<") else re.sub(r"((?:\S+ ){8}\S+) ", r"\1\n", part)
        for part in _TAG.split(html)
    )


SPACES: dict[str, Callable[[str], str]] = {
    "none": str,
    "lines": _between_blocks("\n"),
    "tabs": _between_blocks("\r\n\t\t"),
    "lots": _between_blocks("\n\n   \n"),
    "wrapped": _wrapped,
    "wrapped windows": lambda html: _wrapped(html).replace("\n", "\r\n"),
    "comments": _between_blocks("<!-- /block -->\n"),
}

_NAMED = {
    "№": "&#8470;",
    "“": "&ldquo;",
    "”": "&rdquo;",
    "’": "&rsquo;",
    "‘": "&lsquo;",
    "–": "&ndash;",
    "·": "&middot;",
}
CHARACTERS: dict[str, Callable[[str], str]] = {
    "plain": str,
    "named": lambda html: re.sub("[№“”’‘–·]", lambda match: _NAMED[match[0]], html),
    "nbsp": lambda html: html.replace("&nbsp;", "\N{NO-BREAK SPACE}"),
}


@dataclass(frozen=True, slots=True)
class Charset:
    """An encoding, and where it is declared."""

    encoding: str
    content_type: str
    meta: str | None = None


CHARSETS: dict[str, Charset] = {
    "utf-8": Charset("utf-8", "text/html; charset=utf-8"),
    "utf-8 meta": Charset("utf-8", "text/html", "utf-8"),
    "utf-8 undeclared": Charset("utf-8", "text/html"),
    "windows-1251": Charset("windows-1251", "text/html; charset=windows-1251"),
    "windows-1251 meta": Charset("windows-1251", "text/html", "windows-1251"),
    "windows-1251 undeclared": Charset("windows-1251", "text/html"),
    "windows-1251 as latin-1": Charset("windows-1251", "text/html", "iso-8859-1"),
    "koi8-r": Charset("koi8-r", "text/html; charset=koi8-r"),
    "koi8-r meta": Charset("koi8-r", "text/html", "koi8-r"),
    "iso-8859-5": Charset("iso-8859-5", "text/html", "iso-8859-5"),
    "windows-1252": Charset("windows-1252", "text/html", "windows-1252"),
    "ascii": Charset("ascii", "text/html"),
    "utf-8 twice declared": Charset("utf-8", "text/html; charset=utf-8", "windows-1251"),
}


def dressed(sheet: Sheet, body: str, behind: str, recipe: dict[str, str]) -> str:
    """Return the whole page around `body`; `behind` stands behind its end where the shell has it so."""
    title = HEAD_TITLES[recipe["head title"]](sheet)
    meta = CHARSETS[recipe["charset"]].meta
    head = f'<meta http-equiv="Content-Type" content="text/html; charset={meta}">' if meta else ""
    head += "" if title is None else f"<title>{esc(title)}</title>"
    if recipe["shell"] == "whole":
        html = f"<html><head>{head}</head><body>{body}</body></html>"
    elif recipe["shell"] == "open":
        html = f"<html>{head}<body bgcolor=white>{body}"
    elif recipe["shell"] == "behind":
        html = f"<html><head>{head}</head><body>{body}</body></html>{behind}"
    else:
        html = head + body
    html = CHARACTERS[recipe["characters"]](html)
    html = SPACES[recipe["spaces"]](html)
    return DOCTYPES[recipe["doctype"]] + CASES[recipe["case"]](html)


SHELLS = ("whole", "open", "none", "behind")
