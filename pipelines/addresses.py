"""When two addresses are one page: the key that pages are joined by."""

from __future__ import annotations

import re
import uuid
from functools import lru_cache
from urllib.parse import parse_qsl, urlencode, urlsplit

from w3lib.url import safe_url_string

_SESSION_KEYS = frozenset(
    "phpsessid sid sessid sessionid session_id jsessionid cfid cftoken aspsessionid s_id".split()
)
_SESSION_PATH = re.compile(r";jsessionid=[^/?#]*", re.IGNORECASE)
_DEFAULT_PORTS = {"http": 80, "https": 443}


@lru_cache(maxsize=1 << 14)
def canonical(url: str) -> str:
    """Return the canonical form of `url`: http, bare lower-case host, no fragment, no session id, query sorted.

    `www` and the bare host, http and https are one site (design §4); it is a key and never fetched or published.
    An address that can't be parsed is its own key.
    """
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
    query = sorted(
        (key, value)
        for key, value in parse_qsl(parts.query, keep_blank_values=True)
        if key.lower() not in _SESSION_KEYS
    )
    path = _SESSION_PATH.sub("", parts.path) or "/"
    return f"http://{host}{path}" + (f"?{urlencode(query)}" if query else "")


_SESSION = re.compile(
    rf"(?<=[?&])(?:{'|'.join(sorted(_SESSION_KEYS))})=[^&#]*&?|;jsessionid=[^/?#]*", re.IGNORECASE
)


@lru_cache(maxsize=1 << 14)
def published(url: str) -> str:
    """Return `url` as lines print it: as it was fetched or linked to, without a session id, which names a visit."""
    if "=" not in url:
        return url
    return _SESSION.sub("", url).rstrip("?&") if _SESSION.search(url) else url


def article_id(url: str) -> str:
    """Return the UUIDv5 (RFC 9562 §5.5, URL namespace) of the canonical form of `url`."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, canonical(url)))
