"""The page lists of a WACZ package (pages/*.jsonl, json-pages-1.0) held against the format and the archive."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from output.fault import Fault, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from output.found_records import FoundRecords

_FORMAT = "json-pages-1.0"
_RFC3339 = re.compile(
    r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?(Z|[+-]\d\d:\d\d)",
    re.ASCII,
)


def check_pages(lines: Iterable[bytes], file: str, found: FoundRecords, *, held: bool) -> Iterator[Fault]:
    """Yield what is wrong with the lines of a page list; with `held`, also pages that the archive doesn't hold.

    The first line names the format; each other one has a url and an RFC 3339 ts (WACZ 1.1.1 §5.1.3).
    """
    offset = 0
    first = True
    for line in lines:
        problem = _problem(line, first=first)
        if problem is not None:
            yield Fault(file=file, offset=offset, problem=problem, found=shown(line.strip()))
        elif not first and held:
            url = str(json.loads(line)["url"]).split("#", 1)[0]
            if not any(found.has_fetch(one) for one in (url, url + "/")):
                yield Fault(
                    file=file, offset=offset, problem="a page that the archive doesn't hold", found=url
                )
        first = False
        offset += len(line)
    if first:
        yield Fault(file=file, offset=0, problem="no header line", expected=f'"format": "{_FORMAT}"')


def _problem(line: bytes, *, first: bool) -> str | None:
    try:
        page = json.loads(line)
    except (ValueError, RecursionError):
        return "no line of JSON"
    if not isinstance(page, dict):
        return "no JSON object"
    if first:
        return None if page.get("format") == _FORMAT else f"the first line doesn't name the format {_FORMAT}"
    if not isinstance(page.get("url"), str) or not page["url"]:
        return "a page without url"
    if not isinstance(page.get("ts"), str) or not _RFC3339.fullmatch(page["ts"]):
        return "a page without an RFC 3339 ts"
    return None
