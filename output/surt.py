"""The key under which an address is looked up: SURT, canonicalised as the Wayback Machine's, pywb's and cdxj-indexer's.

Written anew, because the `surt` package (0.3.1, last released in 2019) is under the AGPL, looks up odd host
names in the DNS, and brings a list of public suffixes along; the keys are the same.
"""

from __future__ import annotations

import re
import socket
from contextlib import suppress
from urllib.parse import quote_from_bytes, unquote_to_bytes

_PARTS = re.compile(
    rb"(?:([a-zA-Z][a-zA-Z0-9+.-]*):)?(?://([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#.*)?\Z", re.DOTALL
)
_SCHEME = re.compile(rb"[a-zA-Z][a-zA-Z0-9+.-]*:")
_SCHEMES = re.compile(rb"(?:(https?://))+")
_LINE_ENDS = re.compile(rb"[\n\r\t]")
_PORT = re.compile(rb":([0-9]*)\Z")
_WWW = re.compile(rb"\Awww\d*\.")
_ADDRESS = re.compile(rb"[0-9]+(?:\.[0-9]+){0,3}\Z")
_UNESCAPED = "!\"$&'()*+,-./:;<=>?@[\\]^_`{|}~"
_DEFAULT_PORTS = {b"http": 80, b"https": 443}

_PATH_SESSIONS = (
    re.compile(rb"(.*/)\((?:[a-z]\([0-9a-z]{24}\))+\)/([^?]+\.aspx.*)\Z", re.IGNORECASE | re.DOTALL),
    re.compile(rb"(.*/)\([0-9a-z]{24}\)/([^?]+\.aspx.*)\Z", re.IGNORECASE | re.DOTALL),
)
_QUERY_SESSIONS = tuple(
    re.compile(rb"(.*)" + name + rb"(?:&(.*))?\Z", re.IGNORECASE | re.DOTALL)
    for name in (
        rb"jsessionid=[0-9a-z]{32}",
        rb"phpsessid=[0-9a-z]{32}",
        rb"sid=[0-9a-z]{32}",
        rb"ASPSESSIONID[a-z]{8}=[a-z]{24}",
        rb"cfid=[^&]+&cftoken=[^&]+",
    )
)


def urlkey(url: str) -> str:
    """Return the SURT of `url`, in ASCII without blanks.

    The host is reversed and without `www`, the scheme is gone, path and query are in lower case, parameters sorted,
    session ids and a closing slash taken away:
    `http://www.Example.com/A/?b=2&a=1` and `https://example.com/a?a=1&b=2` are both `com,example)/a?a=1&b=2`.
    An address that can't be taken apart is its own key, blanks escaped.
    """
    raw = _LINE_ENDS.sub(b"", url.encode("utf-8", "surrogatepass").strip())
    if not raw:
        return "-"
    if not _SCHEME.match(raw):
        raw = b"http://" + raw
    # http://https://example.com/ is found in the wild; the last one counts.
    raw = _SCHEMES.sub(lambda match: match[1], raw, count=1) if raw.startswith(b"http") else raw
    parts = _PARTS.match(raw)
    assert parts is not None
    scheme, authority, path, query = parts[1].lower(), parts[2] or b"", parts[3], parts[4]
    if scheme.startswith(b"http") and not authority.strip(b":"):
        authority, _, path = path.lstrip(b"/").partition(b"/")
        path = b"/" + path
    found = _split_authority(authority)
    if found is None:
        return _escape(raw).decode("ascii").replace(" ", "%20")
    host, port = found
    key = _host_key(host) if host else scheme + b":"
    if host:
        key += b"" if port in {None, _DEFAULT_PORTS.get(scheme)} else b":%d" % (port or 0)
        key += b")"
    key += _path_key(path, hierarchical=bool(host))
    if query:
        query = _query_key(query)
        key += b"?" + query if query else b""
    return key.decode("ascii")


def _split_authority(authority: bytes) -> tuple[bytes, int | None] | None:
    """Return host and port, None when the port is none."""
    host = authority.rpartition(b"@")[2].rstrip(b":").lower()
    if host.startswith(b"["):
        host, _, behind = host[1:].partition(b"]")
        port = _PORT.match(behind)
        if behind and port is None:
            return None
    else:
        host, colon, behind = host.partition(b":")
        port = _PORT.match(colon + behind)
        if colon and port is None:
            return None
    number = int(port[1]) if port is not None and port[1] else None
    return None if number is not None and number > 65535 else (host, number or None)


def _host_key(raw: bytes) -> bytes:
    host = _unescape(raw)
    if not host.isascii():
        with suppress(UnicodeError):
            host = host.decode("utf-8", "ignore").encode("idna")
    host = host.replace(b"..", b".").strip(b".")
    if _ADDRESS.match(host):
        host = _dotted(host) or host
    host = _WWW.sub(b"", _escape(host.lower()).lower())
    return b",".join(reversed(host.split(b".")))


def _dotted(host: bytes) -> bytes | None:
    """Return an IPv4 address in one of its odd forms (one number, octal) as four decimal numbers."""
    if host.isdigit():
        return socket.inet_ntoa((int(host) & 0xFFFFFFFF).to_bytes(4, "big")).encode("ascii")
    try:
        return socket.inet_ntoa(socket.inet_aton(host.decode("ascii"))).encode("ascii")
    except OSError:
        return None


def _path_key(raw: bytes, *, hierarchical: bool) -> bytes:
    path = _unescape(raw)
    if hierarchical:
        path = _without_dots(path)
    path = _escape(path).lower()
    for pattern in _PATH_SESSIONS:
        match = pattern.match(path)
        if match:
            path = match[1] + match[2]
    return path[:-1] if len(path) > 1 and path.endswith(b"/") else path


def _without_dots(path: bytes) -> bytes:
    """Resolve `.` and `..`, and join runs of slashes."""
    kept: list[bytes] = []
    for part in path.split(b"/")[1:]:
        if part == b"..":
            if kept:
                kept.pop()
            else:
                kept.append(part)
        elif part != b".":
            kept.append(part)
    if not kept:
        return b"/"
    return b"/" + b"".join(part + b"/" for part in kept[:-1] if part) + kept[-1]


def _query_key(raw: bytes) -> bytes:
    query = _escape(_unescape(raw))
    for pattern in _QUERY_SESSIONS:
        match = pattern.match(query)
        if match:
            query = match[1] + (match[2] or b"")
    # A name alone sorts before the same name with a value, and stays without `=`.
    parameters = sorted(tuple(part.split(b"=", 1)) for part in query.lower().split(b"&"))
    return b"&".join(b"=".join(parameter) for parameter in parameters)


def _unescape(raw: bytes) -> bytes:
    """Undo percent-encoding until there is none left."""
    while True:
        plain = unquote_to_bytes(raw)
        if plain == raw:
            return raw
        raw = plain


def _escape(raw: bytes) -> bytes:
    """Percent-encode what is no visible ASCII character, `#` and `%`."""
    return quote_from_bytes(raw, safe=_UNESCAPED).encode("ascii")
