"""An issue's own page with those on which it goes on: frames, further pages of its list, sections; all they list."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from pipelines.addresses import canonical
from pipelines.archive.promised import contents_of
from pipelines.furniture.boilerplate import is_boilerplate
from pipelines.furniture.listed_contents import is_inside, with_listed_contents
from pipelines.furniture.paging import goes_on
from pipelines.furniture.steps import steps_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from pipelines.page import ContentsEntry
    from pipelines.parsed import Parsed

_MOST = 60
"""Pages of an issue's own."""

_PROSE, _LINKED = 25, 0.5


class OwnPages(NamedTuple):
    """What an issue's own pages list, each once, in their order; and the canonical addresses of all but the first."""

    contents: tuple[ContentsEntry, ...]
    parts: tuple[str, ...]


def own_pages(
    address: str,
    shown: Callable[[str], Parsed],
    issues: Collection[str],
    folder: str | None,
    *,
    bare: Collection[str] = (),
) -> OwnPages:
    """Return the pages of the issue that is at a canonical `address`; `folder` is the issue's, if it has one.

    `shown` gives a page that is held, and raises KeyError for others. `issues` are the addresses of all issues, `bare`
    those of pages without a longer text: if all that the page lists are such, and each lists others, they are sections.
    """
    pages, at = [address], 0
    contents: dict[str | None, ContentsEntry] = {}
    while at < len(pages):
        key = pages[at]
        at += 1
        page = _held(shown, key)
        if page is None:
            continue
        listed = _listed(page, folder, part=key != address)
        leads = {canonical(entry.url) for entry in listed if entry.url is not None}
        if key == address and leads and leads <= set(bare) and _are_sections(leads, shown, folder):
            pages += [to for to in map(canonical, (e.url for e in listed if e.url)) if to not in pages]
        contents |= {e.url or e.title: e for e in listed if (e.url or e.title) not in contents}
        for part in _parts(page, (address, key), folder, inside=key == address and not listed):
            if len(pages) < _MOST and part not in pages and part not in issues:
                pages.append(part)
    own = set(pages)
    entries = tuple(e for e in contents.values() if e.url is None or canonical(e.url) not in own)
    return OwnPages(contents=entries, parts=tuple(pages[1:]))


def _held(shown: Callable[[str], Parsed], key: str) -> Parsed | None:
    try:
        return shown(key)
    except KeyError:
        return None


def _listed(page: Parsed, folder: str | None, *, part: bool) -> tuple[ContentsEntry, ...]:
    pieces = with_listed_contents(page.pieces, page.document, folder, part=part)
    return contents_of(replace(page, pieces=pieces))


def _are_sections(leads: Collection[str], shown: Callable[[str], Parsed], folder: str | None) -> bool:
    """Return whether each of the pages that an issue's own page `leads` to lists others that this one does not."""
    for key in leads:
        page = _held(shown, key)
        listed = () if page is None else _listed(page, folder, part=True)
        if all(canonical(entry.url or "") in leads for entry in listed):
            return False
    return True


def _parts(page: Parsed, firsts: tuple[str, str], folder: str | None, *, inside: bool) -> Iterator[str]:
    """Yield where `page` goes on: what began at one of `firsts`, else its frames, else what is in the `folder`."""
    for step in steps_of(page.document, whole_folder=False):
        if any(goes_on(canonical(step.url), first, said=step.of_text) for first in firsts):
            yield canonical(step.url)
    if inside and page.document.frames:
        yield from map(canonical, page.document.frames)
    elif inside and is_bare(page):
        yield from (to for to in map(canonical, page.document.links) if is_inside(to, firsts[0], folder))


def is_bare(page: Parsed) -> bool:
    """Return whether a page has no longer text, but what any site prints."""
    return not any(b.words > _PROSE and b.link_share < _LINKED and not is_boilerplate(b) for b in page.free)
