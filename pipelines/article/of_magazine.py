"""Pages that a magazine has of itself: greetings, `About us`, `Contacts`. They are no articles, however long."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipelines.addresses import canonical, is_on_shelf
from pipelines.words.names import is_name

if TYPE_CHECKING:
    from pipelines.site.evidence import SiteEvidence

_TITLES = re.compile(
    r"about(?:\s(?:us|the\s(?:magazine|journal|publisher|editors|site)))?|(?:our\s)?contacts?(?:\sus)?|contact\sinformation"
    r"|subscriptions?|subscribe|how\sto\ssubscribe|advertis(?:ing|ement|e)|for\sadvertisers|advertising\srates|rate\scard"
    r"|editorial\s(?:board|staff|office)|(?:our\s)?partners|site\smap|feedback|guest\s?book|for\sauthors|privacy\spolicy"
    r"|(?:(?:about\s)?(?:our|the)\s)?(?:authors|contributors|columnists)|author\s(?:bios|biographies|index)"
    r"|terms\sof\suse|о\s(?:нас|журнале|редакции|сайте)|(?:наши\s)?контакты|подписка|реклама|рекламодателям|редакция"
    r"|авторам|(?:наши\s)?партн[её]ры|карта\sсайта|обратная\sсвязь",
    re.IGNORECASE,
)
"""What such pages are called on any magazine's site."""


def is_first_page(url: str, evidence: SiteEvidence) -> bool:
    """Return whether a page is the first one of a folder that all issues lie in, and no issue's own."""
    address = canonical(url)
    return address not in evidence.issues and is_on_shelf(address, evidence.shelf)


def is_of_magazine(url: str, title: str, evidence: SiteEvidence, *, news: bool) -> bool:
    """Return whether a page that nothing tells of as an article is the magazine's own, where issues are known.

    Then all pages lead to it, or its address is none of an article's, or it is called `Contacts`, or after somebody who
    writes for it. Only the last two are believed of a page with a label of `news`, which may be a box's that stands on
    every page.
    """
    address = canonical(url)
    if not evidence.issues or address in evidence.issues:
        return False
    if not news and (address in evidence.model.menu or address in evidence.beside):
        return True
    return _TITLES.fullmatch(title.strip(" .:!")) is not None or _is_author(title, evidence)


def _is_author(title: str, evidence: SiteEvidence) -> bool:
    """Return whether a page is called after somebody who signs others, or whom the contents name."""
    if not is_name(title):
        return False
    return title in evidence.signers or any(title in p.authors for p in evidence.promises.values())
