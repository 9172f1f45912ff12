"""When two addresses are one page: the key that pages are joined by."""

from __future__ import annotations

import hashlib
import re
import uuid
from functools import lru_cache
from itertools import takewhile
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode, urlsplit

from w3lib.url import safe_url_string

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

_SESSION_KEYS = r"phpsessid|jsessionid|aspsessionid\w*|cfid|cftoken|sessionid|session_id|sessid"
"""Names that only ever name a visit."""

_MAYBE_SESSION_KEYS = "sid|sess|session|s_id|osid|zenid"
"""Names that name a visit when their value is as long as such values are, and a story or a section otherwise."""

_SESSION_PAIR = re.compile(
    rf"(?:{_SESSION_KEYS})=.*|(?:{_MAYBE_SESSION_KEYS})=(?=\w*\d)\w{{8,}}", re.IGNORECASE
)
_SESSION_PATH = re.compile(r";jsessionid=[^/?#]*|/\((?:[ASF]\(\w+\))+\)(?=/)", re.IGNORECASE)
"""Session ids in a path: Java's parameter and ASP.NET's first segment."""

_PLAIN = re.compile(
    r"https?://(?:www\.)?+([a-z0-9.-]+)(/[\w./~-]*+)(?:\?(\w+=[\w.-]*+(?:&\w+=[\w.-]*+)*+))?", re.ASCII
)
"""An address of a host, a path and perhaps a query, with no sign in it that is written in more than one way."""

_DEFAULT_PORTS = {"http": 80, "https": 443}


@lru_cache(maxsize=1 << 14)
def canonical(url: str) -> str:
    """Return the canonical form of `url`: http, bare lower-case host, no fragment, no session id, query sorted.

    `www` and the bare host, http and https are one site (design §4); it is a key and never fetched or published.
    An address that can't be parsed is its own key.
    """
    if plain := _PLAIN.fullmatch(url):  # as most are: taking it apart takes ten times as long
        host, path, asked = plain.groups()
        kept = [pair for pair in asked.split("&") if not _SESSION_PAIR.fullmatch(pair)] if asked else []
        query = "&".join(sorted(kept, key=lambda pair: pair.split("=")))
        return f"http://{host}{path}" + (f"?{query}" if query else "")
    try:
        parts = urlsplit(safe_url_string(url.split("#", 1)[0]))
        port = parts.port
    except ValueError:
        return url
    host = (parts.hostname or "").removeprefix("www.")
    if not host:
        return url
    if port and port != _DEFAULT_PORTS.get(parts.scheme):
        host = f"{host}:{port}"
    # Latin-1 keeps the escapes of any charset apart; a key is never decoded to words.
    pairs = parse_qsl(parts.query, keep_blank_values=True, encoding="latin-1")
    query = urlencode(
        sorted(pair for pair in pairs if not _SESSION_PAIR.fullmatch("=".join(pair))), encoding="latin-1"
    )
    path = _SESSION_PATH.sub("", parts.path) or "/"
    return f"http://{host}{path}" + (f"?{query}" if query else "")


@lru_cache(maxsize=1 << 14)
def published(url: str) -> str:
    """Return `url` as lines print it: as it was fetched or linked to, without a session id, which names a visit."""
    if "=" not in url and "(" not in url:
        return url
    head, mark, query = url.partition("?")
    pairs = [pair for pair in query.split("&") if not _SESSION_PAIR.fullmatch(pair)]
    return _SESSION_PATH.sub("", head) + (mark + "&".join(pairs) if pairs and query else "")


@lru_cache(maxsize=4096)
def host_of(url: str | None) -> str:
    """Return the host that an address leads to, without the `www.` before it; empty for none and for a relative one."""
    return (urlsplit(url or "").hostname or "").removeprefix("www.")


@lru_cache(maxsize=64)
def article_id(url: str) -> str:
    """Return the UUIDv5 (RFC 9562 §5.5, URL namespace) of the canonical form of `url`."""
    return piece_id(str(uuid.NAMESPACE_URL), canonical(url))


def piece_id(page_id: str, name: str) -> str:
    """Return the UUIDv5 (RFC 9562 §5.5) of `name` in the namespace `page_id`, as `uuid.uuid5` does.

    A page has many pieces, and the standard library's takes four times as long.
    """
    digest = bytearray(
        hashlib.sha1(  # noqa: S324 (a name, no signature)
            bytes.fromhex(page_id.replace("-", "")) + name.encode()
        ).digest()[:16]
    )
    digest[6] = digest[6] & 0x0F | 0x50  # version 5
    digest[8] = digest[8] & 0x3F | 0x80  # variant of RFC 9562 §4.1
    told = digest.hex()
    return f"{told[:8]}-{told[8:12]}-{told[12:16]}-{told[16:20]}-{told[20:]}"


_FEWEST_ON_SHELF = 3
_FRONT = re.compile(r"/(?:index|default|home|main)\.\w{2,5}$")


def shelf_of(issues: Collection[str]) -> str | None:
    """Return the innermost folder that holds all of these canonical addresses, None where there are too few."""
    if len(issues) < _FEWEST_ON_SHELF:
        return None
    pairs = zip(min(issues), max(issues), strict=False)  # what these two begin with all between them do
    common = "".join(a for a, _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    folder, slash, _ = common.partition("?")[0].rpartition("/")
    return folder + slash if slash else None


def is_on_shelf(address: str, shelf: str | None) -> bool:
    """Return whether a canonical address is the first page of the folder `shelf` or of one around it."""
    folder = folder_of_front(address)
    return shelf is not None and folder is not None and shelf.startswith(folder)


def folder_of_front(address: str) -> str | None:
    """Return the folder whose first page a canonical address is, None for any other page."""
    folder = _FRONT.sub("/", address)
    return folder if folder.endswith("/") else None


_NUMBERS = re.compile(r"\d+")
_OWN_FOLDER = re.compile(r"/[^/\d]+-[^/\d]+/$")
_FEWEST_LISTED = 12
"""Pages that contents lead to, from which it is known how articles' addresses look."""

_HANDFUL = 10
"""Pages that a magazine has of itself, at most."""


@lru_cache(maxsize=1024)
def way(url: str) -> tuple[str, str, str, str]:
    """Return what the addresses of one kind of page have in common: host, folder, ending, and what a query asks for.

    A folder that is called by several words is a page's own: `/2009/04/lamps-by-hand/`. A query may be nothing but a
    number: `text.asp?145`.
    """
    parts = urlsplit(url)
    folder, _, name = _OWN_FOLDER.sub("/", parts.path).rpartition("/")
    asked = _NUMBERS.sub("0", re.sub(r"=[^&]*", "", parts.query))
    return parts.netloc, _NUMBERS.sub("0", folder), name.rpartition(".")[2] if "." in name else "", asked


def beside_issues(pages: Iterable[str], listed: Collection[str]) -> frozenset[str]:
    """Return those of `pages` that are called by a word, and whose kind of address none of `listed` has and few others.

    All are canonical addresses; `listed` are those of issues and of what their contents lead to. What a magazine says
    of itself (`/en/contacts.html`) lies beside its issues; what it has many of (`/en/articles/55.html`) is numbered.
    """
    if len(listed) < _FEWEST_LISTED:
        return frozenset()
    known = {way(address) for address in listed}
    found: dict[tuple[str, str, str, str], list[str]] = {}
    for page in pages:
        if not _NUMBERS.search(page, page.find("/", len("http://"))) and (kind := way(page)) not in known:
            found.setdefault(kind, []).append(page)
    return frozenset(page for alike in found.values() if len(alike) <= _HANDFUL for page in alike)
