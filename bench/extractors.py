"""The extractors that are compared: each gives a page's body text. Those that are not installed are left out."""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from crawler import sites
from pipelines.parsed import parse
from pipelines.settled import settle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


@dataclass(frozen=True, slots=True, kw_only=True)
class Extractor:
    """An extractor's name and its function of a page's HTML and address."""

    name: str
    body: Callable[[str, str], str | None]


def available(names: Iterable[str] | None = None) -> list[Extractor]:
    """Return the extractors that are installed, or those of `names`."""
    makers = {
        "backissue": _backissue,
        "trafilatura": _trafilatura,
        "trafilatura_precision": _trafilatura_precision,
        "resiliparse": _resiliparse,
        "readability-lxml": _readability,
    }
    found = []
    for name in names or makers:
        try:
            found.append(Extractor(name=name, body=makers[name]()))
        except ImportError as error:
            print(f"{name}: left out ({error})")
    return found


def _backissue() -> Callable[[str, str], str | None]:
    profile = sites.load("generic")

    def body(html: str, url: str) -> str | None:
        parsed = parse(html.encode(), url=url, content_type="text/html; charset=utf-8", profile=profile)
        article = settle(parsed, profile).article
        return "\n".join(b.text for b in article.body) if article else None

    return body


def _trafilatura() -> Callable[[str, str], str | None]:
    extract = importlib.import_module("trafilatura").extract
    return lambda html, _: extract(html, include_comments=False)


def _trafilatura_precision() -> Callable[[str, str], str | None]:
    extract = importlib.import_module("trafilatura").extract
    return lambda html, _: extract(html, include_comments=False, favor_precision=True)


def _resiliparse() -> Callable[[str, str], str | None]:
    extract = importlib.import_module("resiliparse.extract.html2text").extract_plain_text
    return lambda html, _: extract(html, main_content=True, list_bullets=False, alt_texts=False, links=False)


def _readability() -> Callable[[str, str], str | None]:
    readability = importlib.import_module("readability")
    html = importlib.import_module("lxml.html")

    def body(page: str, _: str) -> str | None:
        try:
            summary = readability.Document(page).summary()
        except readability.readability.Unparseable:
            return None
        return "\n".join(html.fromstring(summary).itertext())

    return body
